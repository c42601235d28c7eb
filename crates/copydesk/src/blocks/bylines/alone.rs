//! Names without `By`. What stands beside or below them shows that they are a byline.

use memchr::{memchr, memchr2};

use super::super::title_shape::{DECK, is_title_like};
use super::super::{Role, Sheet, datelines, dates, opening};
use super::authors::{self, is_known_person};
use super::intros::after_intro;
use super::{LONGEST_BARE, With, addresses, is_byline, phrases};

/// The last row of a byline that is only names, with or without `From`. The next row says what they are (`Health Correspondent`), has a
/// dateline, or is a town in capitals. Below the name of one person it may also be a house or the article's date. Known names may stand
/// alone between headline and text.
pub(super) fn last(sheet: &Sheet<'_>, index: usize) -> Option<usize> {
    let line = sheet.content(index);
    if names_house(line) {
        return is_byline(line, sheet.language, With::By).then_some(index);
    }
    let names = after_intro(line, "from").unwrap_or(line);
    let Some(next) = sheet.next(index).filter(|&next| sheet.is_open(next)) else {
        return signs_text(sheet, index).then_some(index);
    };
    let below = sheet.content(next);
    // Two names in capitals below each other, and below them where both are.
    let in_capitals = |name: &str| !name.contains(char::is_lowercase) && authors::is_person(name);
    let place = || sheet.next(next).filter(|&place| sheet.is_open(place) && phrases::is_in_place(sheet.content(place)));
    if in_capitals(below)
        && in_capitals(line)
        && let Some(place) = place()
    {
        return Some(place);
    }
    let about = below.len() <= LONGEST_BARE
        && (phrases::is_role_phrase(below) && below.contains(' ')
            || phrases::is_in_place(below)
            || phrases::is_special(below)
            || phrases::is_mail(below) && addresses::is_of_one(names, below)
            || (is_house(below) || phrases::ends_as_role(below)) && is_known_person(names));
    let is_header = || {
        datelines::starts_with_dateline(below, sheet.language)
            || is_known_person(names) && is_date(sheet, next)
            || datelines::is_town_alone(below) && !datelines::is_town_alone(line)
    };
    // The person whom the press may ask also stands above an address.
    if about && phrases::is_mail(below) && stands_below_contact(sheet, index) {
        return None;
    }
    if !about && !is_header() {
        return signs_text(sheet, index).then_some(index);
    }
    is_byline(names, sheet.language, With::By).then(|| if about { with_address(sheet, next) } else { index })
}

/// Whether the row above says that this is the person to ask: `Media contact`, `Kontakt:`.
fn stands_below_contact(sheet: &Sheet<'_>, index: usize) -> bool {
    const LONGEST: usize = 40;
    const WORDS: [&str; 8] =
        ["contact", "contacto", "contacts", "contatti", "enquiries", "inquiries", "kontakt", "pressekontakt"];
    let above = sheet.previous(index).map(|above| sheet.content(above)).filter(|above| above.len() <= LONGEST);
    above.is_some_and(|above| {
        let mut words = above.split([' ', ':']);
        words.any(|word| WORDS.iter().any(|known| known.eq_ignore_ascii_case(word)))
    })
}

/// The row, or the next one if that is an address alone: `STAFF WRITER` above `aruiz@example.com`.
fn with_address(sheet: &Sheet<'_>, row: usize) -> usize {
    let next = sheet.next(row).filter(|&next| sheet.is_open(next) && sheet.content(next).len() <= LONGEST_BARE);
    next.filter(|&next| phrases::is_address(sheet.content(next))).unwrap_or(row)
}

/// Whether the line is a known name beside a newspaper's: `Ana Ruiz | Harbour Gazette`.
fn names_house(line: &str) -> bool {
    line.split_once(" | ").is_some_and(|(name, house)| is_house(house) && is_known_person(name))
}

/// Whether the text is a newspaper or an agency, and nothing else.
fn is_house(text: &str) -> bool {
    phrases::is_house(text) && is_title_like(text) && !text.contains('|')
}

/// Whether a row is a date with its year.
pub(super) fn is_date(sheet: &Sheet<'_>, row: usize) -> bool {
    dates::read_line(sheet.content(row), sheet.language).is_some_and(|date| date.has_year())
}

/// Whether the line is known names between a headline and the text, or its date. A title above a name may also be a book's. If the text below
/// speaks of the person, the name belongs to its subject.
fn signs_text(sheet: &Sheet<'_>, index: usize) -> bool {
    let line = sheet.content(index);
    if !may_sign(sheet, line) || !stands_below_headline(sheet, index) {
        return false;
    }
    let Some(text) = text_below(sheet, index) else { return false };
    let reading = authors::read(line, sheet.language);
    let is_known = |author: &authors::Author<'_>| {
        is_known_person(author.name)
            || authors::begins_with_initial(author.name)
            || is_noted(sheet, author.name)
            || author.place.is_some() && is_in_capitals_with_town(line)
    };
    // If one of several is known, all are people.
    let several = reading.authors.len() > 1 && reading.authors.iter().any(is_known);
    let is_person = |name: &str| authors::is_person(name) || super::names::has_small_family(name);
    let is_signed = |author: &authors::Author<'_>| {
        phrases::is_agency(author.name)
            || is_noted(sheet, author.name)
            || (is_known(author) || several && is_person(author.name)) && !speaks_of(sheet, text, author.name)
    };
    reading.whole && !reading.authors.is_empty() && reading.authors.iter().all(is_signed)
}

/// Whether a line begins as the names of authors do. Most lines do not, so this is asked first.
fn may_sign(sheet: &Sheet<'_>, line: &str) -> bool {
    let house = || memchr2(b'|', b'/', line.as_bytes()).map_or(line, |mark| line[..mark].trim_end());
    authors::begins_as_name(line)
        || authors::begins_with_initial(line)
        || phrases::is_agency(house())
        || is_in_capitals_with_town(line)
        || super::names::is_name(line) && is_noted(sheet, line)
}

/// Whether a headline or its deck stands right above a row of names. The article's date may stand between, unless the headline says what the
/// person named below it does: `Nora Hale wins the cup`.
fn stands_below_headline(sheet: &Sheet<'_>, index: usize) -> bool {
    let line = sheet.content(index);
    let family = line.rsplit(' ').next().unwrap_or(line);
    let tells = |above: usize| {
        let headline = sheet.content(above);
        says_what_is_done(headline, line) || says_what_is_done(headline, family)
    };
    sheet.previous(index).is_some_and(|above| {
        let over_date = || sheet.previous(above).filter(|_| is_date(sheet, above));
        heads_text(sheet, above) || over_date().is_some_and(|above| heads_text(sheet, above) && !tells(above))
    })
}

/// The first row of the text below a row of names. Share buttons may stand between, and a place. Below an agency, its date will do.
fn text_below(sheet: &Sheet<'_>, index: usize) -> Option<usize> {
    /// How many share buttons a page has there at most.
    const BUTTONS: usize = 6;
    let button = |row: usize| sheet.rows[row].role == Some(Role::Furniture);
    let mut below = sheet.next(index);
    for _ in 0..BUTTONS {
        below = below.and_then(|row| if button(row) { sheet.next(row) } else { Some(row) });
    }
    let below = below.filter(|&below| sheet.is_open(below))?;
    let text = if is_place(sheet.content(below)) { sheet.next(below) } else { Some(below) };
    text.filter(|&text| {
        sheet.is_open(text) && opening::is_running(sheet.content(text))
            || phrases::is_agency(sheet.content(index)) && is_date(sheet, text)
    })
}

/// Whether a headline goes on behind a name with a word in small letters: `Nora Hale wins the cup`. What authors do does not count: `Nora
/// Hale on the price of a cup`.
fn says_what_is_done(headline: &str, name: &str) -> bool {
    const OF_AUTHORS: [&str; 6] = ["argues", "asks", "explains", "on", "reports", "writes"];
    let behind = headline.split_once(name).and_then(|(_, behind)| behind.strip_prefix(' '));
    behind.is_some_and(|behind| {
        let word = behind.split(' ').next().unwrap_or_default();
        word.starts_with(char::is_lowercase) && !OF_AUTHORS.contains(&word)
    })
}

/// Whether the line is a name in capitals and a known town that is not in capitals: `ANA ROCA, Bruselas`.
fn is_in_capitals_with_town(line: &str) -> bool {
    let parted = memchr(b',', line.as_bytes()).and_then(|_| line.rsplit_once(", "));
    parted.is_some_and(|(name, town)| {
        datelines::is_town(town)
            && town.contains(char::is_lowercase)
            && !name.contains(char::is_lowercase)
            && authors::is_person(name)
    })
}

/// Whether one of the last rows says who the person of this name is, or is their address.
fn is_noted(sheet: &Sheet<'_>, name: &str) -> bool {
    const ROWS: usize = 4;
    let says = |row: usize| {
        let line = sheet.content(row);
        let told = line.get(..name.len()).is_some_and(|begun| super::names::is_same(begun, name))
            && ["is", "was", "writes", "ist", "lebt", "es", "è", "é", "est"]
                .iter()
                .any(|verb| after_intro(line[name.len()..].trim_start_matches([',', ' ']), verb).is_some());
        told || phrases::is_mail(line) && addresses::is_of_one(name, line)
    };
    sheet.of_article().rev().take(ROWS).any(says)
}

/// Whether the line may be the place where somebody wrote the article: a word with a capital, or a few words in capitals.
pub(super) fn is_place(line: &str) -> bool {
    const LONGEST: usize = 30;
    const WORDS: usize = 3;
    // `PONTA ALTA (PR)`: the state stands beside the town, as Brazilian papers have it.
    let line = line.strip_suffix(')').and_then(|line| line.rsplit_once(" (")).map_or(line, |(town, _)| town);
    let letters = line.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '/' | '.'));
    let in_capitals = || !line.contains(char::is_lowercase) && line.split(' ').count() <= WORDS;
    line.len() <= LONGEST && letters && line.starts_with(char::is_uppercase) && (!line.contains(' ') || in_capitals())
}

/// Whether the row is the article's headline, or a deck right below it. If there are several titles with names below, none is the headline.
pub(super) fn heads_text(sheet: &Sheet<'_>, row: usize) -> bool {
    let is_known = |row: usize| sheet.rows[row].role == Some(Role::Headline);
    // The newspaper's name and the date at the head of a page look like titles as well.
    let is_headline = |&row: &usize| {
        let line = sheet.content(row);
        let of_page = || opening::has_newspaper_word(line) || dates::read_line(line, sheet.language).is_some();
        is_known(row) || sheet.is_open(row) && opening::is_headline(line) && !of_page()
    };
    // What an export says between headline and deck does not belong to the page.
    let is_field = |row: &usize| {
        matches!(sheet.rows[*row].role, Some(Role::Field | Role::Copyright | Role::Publication | Role::Date))
    };
    let above = std::iter::successors(sheet.previous(row), |&row| sheet.previous(row)).find(|row| !is_field(row));
    // The first of two decks stands right below the headline that an export names.
    let is_first_deck = |deck: usize| {
        let above = sheet.previous(deck).and_then(|above| {
            std::iter::successors(Some(above), |&row| sheet.previous(row)).find(|row| !is_field(row))
        });
        sheet.is_open(deck) && DECK.contains(&sheet.content(deck).len()) && above.is_some_and(is_known)
    };
    let below_known = above.is_some_and(|above| is_known(above) || is_first_deck(above));
    let is_deck = || match sheet.rows[row].role {
        None if opening::is_rider(sheet.content(row)) => true,
        // A title below a row that only looks like a headline may be the next of several titles.
        None => DECK.contains(&sheet.content(row).len()) && (below_known || !opening::is_titled(sheet.content(row))),
        Some(role) => role == Role::Deck,
    };
    let mut headlines = sheet.of_article().take_while(|&above| above <= row).filter(is_headline);
    // A few words with the date right below may be the newspaper's name, if another row looks like the headline.
    let is_dated = |row: usize| {
        let line = sheet.content(row);
        sheet.of_article().next() == Some(row)
            && is_title_like(line)
            && sheet.next(row).is_some_and(|next| is_date(sheet, next))
    };
    let first = headlines.next();
    let first = first.filter(|&row| is_dated(row)).and_then(|_| headlines.next()).or(first);
    is_known(row) || first == Some(row) || (below_known || above.is_some() && first == above) && is_deck()
}

/// Whether one of the first rows of the text has the last word of a person's name.
fn speaks_of(sheet: &Sheet<'_>, text: usize, name: &str) -> bool {
    const ROWS: usize = 3;
    let word = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let last = word(name.rsplit(' ').next().unwrap_or_default());
    let said = |row: usize| sheet.content(row).split([' ', '\'', '’']).any(|said| word(said) == last);
    (text..sheet.rows.len()).filter(|&row| sheet.is_open(row)).take(ROWS).any(said)
}
