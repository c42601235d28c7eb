//! # crossheads
//!
//! Headings inside the body.
//!
//! **Forms** a short line that ends no sentence, between running text that has ended and running text that begins anew:
//!
//! - capitalised as a title (`A Harbour Without Boats`), up to twelve words, or in capitals (`WHAT THE COUNCIL SAYS`), up to six;
//! - in sentence case (`Setting out again`), up to six words;
//! - a question (`Who pays for it?`), in an article with crossheads of the other kinds; a question in capitals is one of those;
//! - a quotation (`‘A lake in the fields’`, `«Niemand hat gefragt»`), within the same limits; two words at least, if it is the only
//!   crosshead.
//!
//! In English, one of up to three words (`Background`) or in sentence case needs another crosshead in the article; a question will do.
//! Alone, it is as often a credit, a link, the name below a picture or the writer of a message. In other languages two words are enough. A
//! name (`Ana Ruiz`) needs another name, because alone it is the author's. A name and a town (`Ana Ruiz, Oslo`) sign a letter, and are no
//! crosshead.
//!
//! **Leaves alone**
//!
//! - quotations that end as sentences do, or stand between the marks `“ ”` of English speech;
//! - signatures, bylines, names of the social networks, labels (`Source: …`), a name in capitals with its newspaper
//!   (`ANA SILVA For The Gazette`);
//! - lines with links, dates and figures, and a line that the article repeats (a button);
//! - what stands next to a picture's words or furniture, or in a run of short lines (lists, verse, transcripts, menus);
//! - a rhetorical question on its own;
//! - every line that ends with a full stop, because ordinary short paragraphs do.
//!
//! If more than a third of the lines from the first running text on are short and below each other, a short line says nothing. A heading
//! over each paragraph does no harm.

use memchr::memchr2;

use super::opening::{has_newspaper_word, is_running};
use super::title_shape::{self, Case, End, TitleShape};
use super::{Family, Role, Sheet, bylines};
use crate::few::Few;
use crate::header::BY;
use crate::keys::{Words, words};
use crate::language::Language;

pub(super) static FAMILY: Family = Family { name: "crossheads", page: include_str!("crossheads.rs"), label };

/// The longest crosshead in bytes, and the most words of one.
const LONGEST: usize = 70;
const TITLE_WORDS: usize = 12;
const CAPITAL_WORDS: usize = 6;
const SENTENCE_WORDS: usize = 6;
/// The fewest words of one that is alone in its article.
const ALONE_WORDS: usize = 4;

/// The same where they are what somebody said.
const QUOTED_WORDS: usize = 2;

/// The same in languages other than English.
const FOREIGN_WORDS: usize = 2;

/// A row in a crosshead's place and with its look.
#[derive(Clone, Copy, Default)]
struct Candidate<'t> {
    row: usize,
    content: &'t str,
    shape: TitleShape,
    /// Whether the article repeats it.
    repeated: bool,
    /// Whether it is somebody's name.
    is_name: bool,
}

/// Few articles have more.
type Candidates<'t> = Few<Candidate<'t>, 8>;

impl Candidate<'_> {
    /// Whether it is a question that the text itself may ask. A question in capitals is a heading.
    fn is_question(&self) -> bool {
        self.shape.end == End::Question && self.shape.case != Case::Capitals
    }

    /// Whether it needs no other crosshead beside it.
    fn stands_alone(&self) -> bool {
        if self.is_question() {
            return false;
        }
        let quoted = inside_quotes(self.content).is_some();
        quoted && self.shape.words >= QUOTED_WORDS
            || !quoted && self.shape.case != Case::Sentence && self.shape.words >= ALONE_WORDS
    }

    /// The same in a language whose newspapers print few of the rows that look like one in English: links to other articles, the words of a
    /// picture without their stop.
    fn stands_alone_in(&self, language: Option<Language>) -> bool {
        language.is_some_and(|language| language != Language::English)
            && !self.is_question()
            && self.shape.words >= FOREIGN_WORDS
            && !self.content.bytes().any(|byte| byte.is_ascii_digit())
            && (!bylines::begins_as_name(self.content)
                || language == Some(Language::German) && has_german_verb(self.content))
            && !FOREIGN_PAGE_WORDS.has(self.content.split(' ').next().unwrap_or_default())
    }
}

fn label(sheet: &mut Sheet<'_>) {
    let mut candidates = candidates(sheet);
    let language = sheet.language;
    // Of whom the text speaks may be a crosshead where others are, too; on its own a name is whose the text is.
    let mut names = 0;
    for candidate in candidates.iter_mut() {
        candidate.is_name = bylines::is_signature(candidate.content, language) || begins_with_person(candidate.content);
        names += usize::from(candidate.is_name);
    }
    let plain = candidates.iter().filter(|candidate| !candidate.is_question()).count();
    for candidate in candidates.iter() {
        let others = if candidate.is_question() { plain } else { candidates.len() - 1 };
        let is_one = match candidate.is_name {
            true => names > 1,
            false => others > 0 || candidate.stands_alone() || candidate.stands_alone_in(language),
        };
        if is_one {
            sheet.label(candidate.row, Role::Crosshead);
        }
    }
}

/// The candidates of the article, without those that it repeats.
fn candidates<'t>(sheet: &mut Sheet<'t>) -> Candidates<'t> {
    let filled = sheet.filled_rows();
    if is_made_of_short_rows(sheet, &filled) {
        return Candidates::new();
    }
    let mut candidates: Candidates<'t> = filled
        .windows(3)
        .filter(|window| sheet.is_open(window[1]) && sheet.content(window[1]).len() <= LONGEST)
        .filter(|window| ends_before(sheet, window[0]))
        .filter_map(|window| {
            let content = sheet.content(window[1]);
            let begins = begins_after(sheet, window[2]);
            if begins == Text::None {
                return None;
            }
            let shape = shape(content)?;
            let plain = shape.end == End::Open && shape.case != Case::Title;
            (begins == Text::Running || plain).then_some(Candidate {
                row: window[1],
                content,
                shape,
                repeated: false,
                is_name: false,
            })
        })
        .collect();
    candidates.sort_unstable_by_key(|candidate| candidate.content);
    for run in candidates.chunk_by_mut(|one, next| one.content == next.content) {
        let repeated = run.len() > 1;
        run.iter_mut().for_each(|candidate| candidate.repeated = repeated);
    }
    candidates.retain(|candidate| !candidate.repeated);
    candidates
}

/// Whether short rows that end no sentence are more than a third of the unclaimed rows. Then the text consists of them.
fn is_made_of_short_rows(sheet: &Sheet<'_>, filled: &[usize]) -> bool {
    let (mut short, mut running) = (0, 0);
    // What stands above the text is short in any case.
    let (mut has_begun, mut was_short) = (false, false);
    for &row in filled.iter().filter(|&&row| sheet.is_open(row)) {
        let content = sheet.content(row);
        has_begun = has_begun || is_running(content);
        if content.len() > LONGEST || title_shape::end(content).ends_sentence() {
            running += 1;
        } else if has_begun {
            // A heading stands between two paragraphs; a list, verse and a menu have short rows below each other.
            short += if was_short { 2 } else { 1 };
        }
        was_short = content.len() <= LONGEST && !title_shape::end(content).ends_sentence();
    }
    !has_begun || short > running
}

/// The shape of a row that looks like a crosshead.
fn shape(content: &str) -> Option<TitleShape> {
    const SHORTEST: usize = 4;
    if content.len() > LONGEST || content.len() < SHORTEST {
        return None;
    }
    let said = inside_quotes(content).unwrap_or(content);
    if is_something_else(said) {
        return None;
    }
    let shape = TitleShape::of(said);
    let most = match shape.case {
        Case::Title => TITLE_WORDS,
        Case::Capitals => CAPITAL_WORDS,
        Case::Sentence => SENTENCE_WORDS,
        Case::Lower => 0,
    };
    let ended = matches!(shape.end, End::Open | End::Question) && !content.ends_with('.');
    (ended && (1..=most).contains(&shape.words)).then_some(shape)
}

/// First words of a row that speaks about the page: buttons, credits, bylines.
#[rustfmt::skip]
static PAGE_WORDS: Words<()> = words!(128, [
    "advertisement", "by", "click", "copyright", "courtesy", "credit", "delivered", "from", "image", "learn",
    "loading", "photo", "photograph", "photos", "picture", "posted", "published", "read", "recommended", "related",
    "scroll", "see", "share", "sign", "source", "sponsored", "subscribe", "trending", "updated", "via", "video",
    "watch", "with",
]);

/// The same of a row in another language than English, where no other crosshead speaks for it.
#[rustfmt::skip]
static FOREIGN_PAGE_WORDS: Words<()> = words!(128, [
    "derechos", "direitos", "diritti", "droits", "entrevista", "interview", "intervista", "photo", "propos", "redacción", "redaktion", "redação",
    "redazione", "rédaction", "tekst", "testo", "text", "texte", "texto", "archiv", "archivo", "arquivo", "bron", "fonte", "foto", "fotos", "fuente", "imagem", "imagen", "lea", "lees", "leggi", "leia", "lesen",
    "lire", "mais", "meer", "mehr", "más", "più", "plus", "quelle", "vea", "veja", "ver", "video", "voir", "vídeo",
]);

/// A quotation, a label, an address, a credit, a date, a figure.
fn is_something_else(content: &str) -> bool {
    #[rustfmt::skip]
    let is_sign = |c: char| matches!(
        c,
        '@' | '#' | '/' | '|' | '[' | '{' | '<' | '=' | '_' | '\\' | '©' | '®' | '™' | '"' | '\t' | '*' | '…' | '»' | '>' | '~' | ':'
            | '•' | '”' | '$' | '€' | '£'
    );
    let starts = content.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '¿' | '‘' | '“'));
    let quoted = content.starts_with('‘') && content.ends_with('’');
    let digits = content.bytes().filter(u8::is_ascii_digit).count();
    let sites = [".com", ".org", ".net", "--", "www."];
    let first = content.split([' ', '\u{a0}']).next().unwrap_or("");
    !starts
        || quoted && !content.contains('“')
        || content.contains(is_sign) && !is_title_with_quotes(content)
        || content.ends_with(')')
        || digits > 5
        || digits > 3 && content.contains('—')
        || digits * 4 >= content.len()
        || memchr2(b'.', b'-', content.as_bytes()).is_some() && sites.iter().any(|site| content.contains(site))
        || PAGE_WORDS.has(first)
        || is_name_and_house(content)
        || is_signature(content)
        || is_byline(first, content)
}

/// `ANA SILVA For The Gazette`: who made a picture, in capitals, and for which newspaper.
fn is_name_and_house(content: &str) -> bool {
    let is_in_capitals = |word: &str| word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_uppercase());
    let mut words = content.split(' ');
    words.by_ref().take(2).all(is_in_capitals)
        && words.any(|word| word.bytes().any(|byte| byte.is_ascii_lowercase()))
        && has_newspaper_word(content)
}

/// `Ana Ruiz, Oslo`, `Ana Maria Ruiz, per E-Mail`: who wrote the letter above. Two to four words with capitals, and no more than three
/// behind the comma.
fn is_signature(content: &str) -> bool {
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let parted = content.split_once(", ").filter(|(_, town)| !town.contains(','));
    parted.is_some_and(|(name, town)| {
        (2..=4).contains(&name.split(' ').count())
            && name.split(' ').all(capital)
            && town.split(' ').count() <= 3
            && (town.split(' ').all(capital) || town.starts_with("per ") || town.starts_with("via "))
    })
}

/// `Door Ana Ruiz en Jon Hale`, `Propos recueillis par Ana Ruiz`, `Van onze redactie`: who wrote it, below what one reads first.
fn is_byline(first: &str, content: &str) -> bool {
    let by = BY.iter().any(|by| first.eq_ignore_ascii_case(by));
    by && bylines::place_reading(content, None) == bylines::PlaceReading::Signed || bylines::says_who_wrote(content)
}

/// `Ana Ruiz, Am Hafen 4`, `Ana Ruiz, oslo`, `Ana ruiz`: somebody, and where, whatever that is.
fn begins_with_person(content: &str) -> bool {
    let name = content.split_once(", ").map(|(name, _)| name);
    name.map_or_else(|| bylines::has_small_family(content), |name| bylines::names_people(name, None))
}

/// `Ana Ruiz ersetzt Hale`: a verb behind the name of a person, by its German ending.
fn has_german_verb(content: &str) -> bool {
    const SHORTEST: usize = 5;
    let mut words = content.split(' ').skip(2);
    let verb = |word: &str| word.len() >= SHORTEST && word.ends_with('t') && word.chars().all(char::is_lowercase);
    words.next().is_some_and(verb) && words.next().is_some()
}

/// A quotation that is a whole crosshead: `‘A lake in the fields’`, `«Niemand hat gefragt»`. The marks of English speech are left out,
/// because a message or a title has them as often. So the pairs differ from those of a quotation in a headline's place
/// (`opening::others::is_quotation`), and the inside is wanted too.
fn inside_quotes(content: &str) -> Option<&str> {
    const PAIRS: &[(char, char)] = &[('‘', '’'), ('\'', '\''), ('«', '»'), ('»', '«'), ('„', '“'), ('"', '"')];
    let first = content.chars().next().filter(|first| !first.is_alphanumeric())?;
    let (open, close) = PAIRS.iter().find(|(open, _)| *open == first)?;
    let inside = content.strip_prefix(*open)?.strip_suffix(*close)?;
    let whole = inside.starts_with(char::is_alphanumeric) && !inside.contains([*open, *close]);
    // An apostrophe may be one of the signs.
    let apostrophe = || *close == '’' || *close == '\'';
    (whole
        || apostrophe() && inside.starts_with(char::is_uppercase) && !inside.contains("’ ") && !inside.contains("' "))
    .then_some(inside)
}

/// `The end of “easy money”`: quoted words inside are no quotation.
fn is_title_with_quotes(content: &str) -> bool {
    let others =
        content.chars().filter(|c| !matches!(c, '“' | '”')).any(|c| !c.is_alphanumeric() && !" ’‘'-–,.?&".contains(c));
    !others && !content.starts_with('“') && content.matches('“').count() == content.matches('”').count()
}

/// Whether running text has come to its end above.
fn ends_before(sheet: &Sheet<'_>, row: usize) -> bool {
    match sheet.rows[row].role {
        None => title_shape::end(sheet.content(row)).ends_sentence(),
        Some(role) => matches!(role, Role::ListItem | Role::Answer | Role::Table),
    }
}

/// What begins below a row.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Text {
    /// Running text, or a list.
    Running,
    /// A sentence that is hardly longer than a crosshead: below a question it may be the answer, below a title the picture's words.
    Short,
    None,
}

/// Whether running text begins below: longer than a crosshead, and as a sentence begins.
fn begins_after(sheet: &Sheet<'_>, row: usize) -> Text {
    const RUNNING: usize = 80;
    const SENTENCE: usize = 60;
    let content = sheet.content(row);
    match sheet.rows[row].role {
        None if content.len() < SENTENCE => Text::None,
        None => {
            let capital = content.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| !c.is_lowercase());
            let plain = content.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '"' | '“' | '‘' | '«' | '\''));
            match () {
                () if !capital || !plain => Text::None,
                () if content.len() >= RUNNING => Text::Running,
                () if title_shape::end(content) == End::Stop => Text::Short,
                () => Text::None,
            }
        }
        Some(Role::ListItem) => Text::Running,
        Some(_) => Text::None,
    }
}
