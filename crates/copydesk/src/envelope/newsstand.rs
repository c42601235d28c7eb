//! The lines that the PressReader newsstand writes, each recognised on its own.

use jiff::civil::Date;

use crate::blocks::dates::{english_month, page_reference, read};
use crate::blocks::{FurnitureKind, Role, Sheet, is_section};
use crate::split::at_spaces;

/// The longest line that may be a newspaper's name with its edition: `The Citizen (Gauteng)`.
const NEWSPAPER: usize = 60;
/// The longest line that may be a headline.
const HEADLINE: usize = 250;
/// The shortest line that is running text.
const RUNNING: usize = 60;

/// `Newspapers in English`.
pub(super) fn is_language_line(line: &str) -> bool {
    // School programmes of US papers are called `Newspapers in Education`.
    line.strip_prefix("Newspapers in ").is_some_and(|language| is_place(language) && language != "Education")
}

/// `Newspapers from China`.
pub(super) fn is_country_line(line: &str) -> bool {
    line.strip_prefix("Newspapers from ").is_some_and(is_place)
}

/// A name of one to six words, such as `Portuguese (Brazil)` or `Bosnia and Herzegovina`.
fn is_place(name: &str) -> bool {
    let capital = |word: &str| word.trim_start_matches('(').starts_with(char::is_uppercase);
    let link = |word: &str| matches!(word, "and" | "da" | "de" | "do" | "la" | "of" | "the" | "&");
    let plain = |c: char| c.is_alphabetic() || matches!(c, ' ' | '\'' | '’' | '-' | '(' | ')' | '.' | '&' | ',');
    name.len() <= 50
        && name.starts_with(char::is_uppercase)
        && !name.ends_with(['.', ','])
        && name.chars().all(plain)
        && name.split(' ').count() <= 6
        && name.split(' ').all(|word| capital(word) || link(word))
}

/// A line that may be a newspaper's name: a few capitalised words that do not end a sentence.
pub(super) fn is_newspaper(line: &str) -> bool {
    let small = |word: &str| {
        word.len() <= 3 && word.chars().all(char::is_lowercase)
            || word.contains('.')
            // `The Gazette (Harbour edition)`
            || matches!(word, "&" | "edition)")
    };
    let capital = |word: &str| word.trim_start_matches('(').starts_with(|c: char| c.is_uppercase() || c.is_numeric());
    !line.is_empty()
        && line.len() <= NEWSPAPER
        && line.starts_with(char::is_alphanumeric)
        && !line.ends_with(['.', '!', '?', ':', ';', ',', '…'])
        && at_spaces(line).nth(7).is_none()
        && at_spaces(line).all(|word| capital(word) || small(word))
        && line.chars().filter(|c| c.is_alphabetic()).take(2).count() == 2
}

/// `Thought for the day`, `Lemon pie`: ends as a column or a recipe does and no newspaper's name.
pub(super) fn is_column(line: &str) -> bool {
    let last = line.rsplit(' ').next().unwrap_or_default();
    last.starts_with(char::is_lowercase) && last != "edition)"
        || line.ends_with(" the Day")
        || line.ends_with(" the Week")
}

/// A line that may be a headline where the newsstand puts one.
pub(super) fn is_headline(line: &str) -> bool {
    let dated = line.starts_with(|c: char| c.is_ascii_digit()) && line.ends_with(|c: char| c.is_ascii_digit());
    !line.is_empty()
        && line.len() <= HEADLINE
        && (!line.ends_with('.') || line.ends_with(".."))
        && !dated
        && !is_deck(line)
        && line.chars().filter(|c| c.is_alphabetic()).take(3).count() == 3
}

/// A line that may stand between newspaper and headline: the date with its year, a usual section, the page.
pub(super) fn is_between(line: &str) -> bool {
    line.len() <= NEWSPAPER
        && (is_section(line)
            || page_reference(line).is_some_and(|(reference, _)| reference.len() == line.len())
            || read(line, None).is_some_and(|date| date.is_line() && date.has_year()))
}

/// Whether a line is long enough to be running text.
pub(super) fn is_running(line: &str) -> bool {
    line.len() >= RUNNING
}

/// A deck is marked with a bullet.
pub(super) fn is_deck(line: &str) -> bool {
    line.starts_with('●') && line.len() <= 2 * HEADLINE
}

/// The text of a deck, without its bullet.
pub(super) fn deck(line: &str) -> &str {
    line.trim_start_matches(['●', ' ', '\u{a0}'])
}

/// A deck whose bullet is lost, or that never had one: told by the byline below it alone.
pub(super) fn may_be_deck(line: &str) -> bool {
    line.len() <= 2 * HEADLINE
        && line.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '‘' | '“' | '\'' | '"' | '●'))
}

/// `- By Ana Ruiz`, `- Ana Ruiz aruiz@example.com`, `- (afp)`: what stands behind the dash with which the newsstand begins its bylines. Where it names
/// nobody, the dash stands alone.
pub(super) fn dashed(line: &str) -> Option<&str> {
    const AGENCY: usize = 16;
    let byline = line.strip_prefix("- ")?.trim_start();
    if let Some(agency) = byline.strip_prefix('(').and_then(|agency| agency.strip_suffix(')')) {
        let is_agency = agency.chars().all(|c| c.is_alphabetic() || matches!(c, '/' | ',' | ' '));
        return ((1..=AGENCY).contains(&agency.len()) && is_agency).then_some(agency);
    }
    let ends = byline.ends_with(['.', '!', '?', ':', ';', ',', '…', '”', '"']);
    (byline.len() <= BYLINE_LIMIT && byline.starts_with(char::is_uppercase) && !ends).then_some(byline)
}

/// A headline that is a sentence with its stop, where a whole masthead line below says what it is.
pub(super) fn is_headline_with_stop(line: &str) -> bool {
    line.strip_suffix('.').is_some_and(|line| is_headline(line) && !line.contains(". "))
}

/// What begins a byline, in the languages of the newsstand where it was met or is common.
const BY: &[&str] = &["By ", "BY ", "Door ", "Par ", "PAR ", "Por ", "POR ", "Von ", "VON "];

/// No byline of the newsstand is longer, in bytes; what is longer is a deck or the body.
pub(super) const BYLINE_LIMIT: usize = 120;

/// `Newspaper - - SECTION - By NAME`: the field between newspaper and section is empty.
pub(super) struct Masthead<'t> {
    pub(super) publication: &'t str,
    pub(super) section: Option<&'t str>,
    pub(super) byline: Option<&'t str>,
    /// Section and byline are both there, and both what they stand for.
    pub(super) is_whole: bool,
}

impl<'t> Masthead<'t> {
    pub(super) fn read(line: &'t str) -> Option<Self> {
        // A dash between spaces, which both forms have.
        let is_dash = |at: usize| at > 0 && line.as_bytes()[at - 1..].starts_with(b" - ");
        if line.len() > 200 || !memchr::memchr_iter(b'-', line.as_bytes()).any(is_dash) {
            return None;
        }
        let Some((publication, rest)) = line.split_once(" - - ") else { return Self::without_empty_field(line) };
        // Without a byline its dash may be left.
        let rest = rest.strip_suffix(" -").unwrap_or(rest);
        let (section, byline) = match rest.rsplit_once(" - ") {
            Some((section, byline)) => (Some(section.trim()), Some(byline.trim())),
            None if BY.iter().any(|by| rest.starts_with(by)) => (None, Some(rest.trim())),
            None => (Some(rest.trim()), None),
        };
        let byline = byline.filter(|byline| *byline != "-" && !byline.is_empty());
        // One of the two must be what it stands for, or any line with two dashes would do.
        let signed = byline.is_some_and(is_signed);
        let capitals = section.is_some_and(is_in_capitals);
        let named = || section.is_some_and(is_word_or_two) && byline.is_some_and(has_form_of_name);
        let is_whole = signed && capitals;
        (is_newspaper(publication) && (signed || capitals || named())).then_some(Self {
            publication,
            section,
            byline,
            is_whole,
        })
    }

    /// `Newspaper - SECTION - By NAME`: without the empty field all three must be what they stand for.
    fn without_empty_field(line: &'t str) -> Option<Self> {
        let (publication, rest) = line.split_once(" - ")?;
        let (section, byline) = rest.split_once(" - ")?;
        let whole =
            is_newspaper(publication) && is_in_capitals(section) && is_signed(byline) && !byline.contains(" - ");
        let (section, byline) = (Some(section.trim()), Some(byline.trim()));
        whole.then_some(Self { publication, section, byline, is_whole: true })
    }
}

/// `Vorort`, `Sommaire`: a section of three words at most that begins with a capital.
fn is_word_or_two(section: &str) -> bool {
    section.len() <= 30
        && section.starts_with(char::is_uppercase)
        && section.split(' ').count() <= 3
        && section.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '&'))
}

/// Whether the field has the form of a person's name: two to four words, each with a capital, of letters and the marks that names have. The
/// newspaper and the section beside it tell the rest, so that no word list is asked as in the family `bylines`.
fn has_form_of_name(byline: &str) -> bool {
    (2..=4).contains(&byline.split(' ').count())
        && byline.split(' ').all(|word| word.starts_with(char::is_uppercase))
        && byline.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '.' | '\'' | '’'))
}

fn is_signed(byline: &str) -> bool {
    BY.iter().any(|by| byline.starts_with(by))
}

fn is_in_capitals(section: &str) -> bool {
    section.len() <= 40 && section.chars().any(char::is_alphabetic) && !section.chars().any(char::is_lowercase)
}

const WEEKDAYS: &[&str] = &["Friday", "Monday", "Saturday", "Sunday", "Thursday", "Tuesday", "Wednesday"];

/// `Saturday - 3rd May, 2025`, the date of an index.
fn index_date(line: &str) -> Option<Date> {
    if !WEEKDAYS.iter().any(|weekday| line.starts_with(weekday)) {
        return None;
    }
    let (weekday, date) = line.split_once(" - ")?;
    let (day, date) = date.split_once(' ')?;
    let (month, year) = date.split_once(", ")?;
    WEEKDAYS.binary_search(&weekday).ok()?;
    let day = ["st", "nd", "rd", "th"].iter().find_map(|ending| day.strip_suffix(ending))?;
    Date::new(year.parse().ok()?, english_month(month)?, day.parse().ok()?).ok()
}

pub(super) fn is_index_date(line: &str) -> bool {
    index_date(line).is_some()
}

/// `Cover of NEWSPAPER`, the words for a picture of the front page.
pub(super) fn is_cover(line: &str) -> bool {
    line.strip_prefix("Cover of ").is_some_and(is_newspaper)
}

/// `Read Full Story (Page 1)`, the link below each lead.
fn is_story_link(line: &str) -> bool {
    let page = line.strip_prefix("Read Full Story (Page ").and_then(|rest| rest.strip_suffix(')'));
    page.is_some_and(|page| page.len() <= 6 && page.chars().all(char::is_alphanumeric))
}

/// Labels an index: a headline is the first line after the cover or after a link. The page has as many headlines as articles, so its
/// header names one only if there is just one. A list of several issues has the date and the cover of each above its headline.
pub(super) fn label_index(sheet: &mut Sheet<'_>, filled: &[usize]) {
    let content = |sheet: &Sheet<'_>, at: usize| sheet.rows[filled[at]].content;
    sheet.label(filled[0], Role::Publication);
    sheet.fields.publication = Some(content(sheet, 0));
    sheet.label(filled[1], Role::Date);
    sheet.fields.date = Some((content(sheet, 1), index_date(sheet.content(filled[1]))));
    sheet.label_furniture(filled[2], FurnitureKind::Navigation);
    let last_link = filled.iter().rposition(|&row| is_story_link(sheet.content(row))).unwrap_or(0);
    let mut headlines = 0;
    for at in 3..filled.len() {
        let above = sheet.content(filled[at - 1]);
        let starts = is_story_link(above) || is_cover(above);
        let line = sheet.content(filled[at]);
        if is_story_link(line) || is_cover(line) {
            sheet.label_furniture(filled[at], FurnitureKind::Navigation);
        } else if is_index_date(line) {
            sheet.label(filled[at], Role::Date);
        } else if starts && at < last_link && is_headline(sheet.content(filled[at])) {
            sheet.label(filled[at], Role::Headline);
            headlines += 1;
            sheet.fields.headline = (headlines == 1).then(|| content(sheet, at));
        }
    }
}
