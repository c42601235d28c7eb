//! # furniture
//!
//! Lines that belong to the site or the newsstand, not to the article.
//!
//! **Forms**
//!
//! - A line that says nothing but `Advertisement`, `Read more`, `Share this article`, `Story continues below`.
//! - A short line that begins as no sentence of an article does: `Sign up for our newsletter`, `ALSO READ: …`, `We use cookies`,
//!   `This article was originally published …`. A label (`Related: …`, `WATCH: …`) counts only if the line is no sentence and not the
//!   first.
//! - A plea: a request (`click`, `follow`, `please`, `get`) together with its object (`click here`, `to your inbox`, `our Facebook page`).
//! - `The post … appeared first on …`; `Source:` with an address; a line that is an address; a row of share buttons; a count of shares.
//! - The remains of a video player: `0:00`; a title, then `Play Video` and a duration; a title twice with the button between; a title, and
//!   below it the title with the duration.
//! - A poll or a sign-up form, from its first line to its last.
//! - Words that may be a crosshead (`Video`, `World`, `Facebook`), next to other furniture or four in a row; a duration, next to other
//!   furniture.
//! - The titles below `Related articles` or `Read more:`, even with a date after each and a column's name above; a title between a
//!   paragraph and a lone `Read more`.
//! - In an article that sets its pleas in capitals (`CLICK HERE …`), other titles in capitals between two paragraphs.
//!
//! **False friends**
//!
//! - running text that mentions sharing, cookies, newsletters or advertising;
//! - a line of speech, a question, advice to the reader (`Share your worries with a friend.`);
//! - the article's own headline below `Top Stories` at the top;
//! - any line longer than 300 bytes.

use super::beginnings::Beginnings;
use super::dates::is_jump;
use super::endings::Endings;
use super::furniture_players::{self, ends_in_duration};
use super::furniture_pleas::{REQUEST_ENDS, asks_inside, ends_in_request, plea};
use super::furniture_words::{ALONE, HEADS, IN_COMPANY, OPENINGS};
use super::role::FurnitureKind;
use super::signs::Signs;
use super::wording::{Wording, is_address};
use super::{Family, Sheet, furniture_groups};
use crate::keys::{Slots, Words, words};
use crate::split::last_of_any;

pub(super) static FAMILY: Family = Family { name: "furniture", page: include_str!("furniture.rs"), label };

/// Longer lines are running text.
const LONGEST: usize = 300;
/// What a line may have that is told by its beginning.
pub(super) const OPENING_LONGEST: usize = 220;
/// What a line may have that is told by a label.
const HEAD_LONGEST: usize = 180;
/// What a line may have that is told by all of it.
const ALONE_LONGEST: usize = 72;

fn label(sheet: &mut Sheet<'_>) {
    let first = sheet.of_article().next().unwrap_or(sheet.rows.len());
    for index in 0..sheet.rows.len() {
        let content = sheet.content(index);
        if content.is_empty() || content.len() > LONGEST || !sheet.is_open(index) {
            continue;
        }
        let words = without_signs(content);
        let (begins, signs) = (sheet.begins(index), sheet.signs(index));
        if !may_be_furniture(words, begins, signs) {
            continue;
        }
        let wording = Wording::of(words);
        let place = if index == first { Place::First } else { Place::Later };
        // `Lees verder op pagina 5` leads on, to where the article does.
        let jumps = || signs.may_have(Signs::DIGIT) && is_jump(content);
        if let Some(kind) = kind_of(content, &wording, begins, signs, place).filter(|_| !jumps()) {
            sheet.label_furniture(index, kind);
        }
    }
    furniture_groups::label(sheet, first);
}

/// What kind of furniture a line of a page is by its own words; those that a crosshead may be too (`Video`, `World`) count.
pub(crate) fn page_words(content: &str) -> Option<FurnitureKind> {
    let (begins, signs) = (Beginnings::of_row(content), Signs::of(content));
    if content.is_empty() || content.len() > LONGEST || !may_be_furniture(content, begins, signs) {
        return None;
    }
    let wording = Wording::of(content);
    kind_of(content, &wording, begins, signs, Place::Later).or_else(|| in_company(content, begins))
}

/// What kind of furniture the line is if it stands among other furniture.
pub(super) fn in_company(content: &str, begins: Beginnings) -> Option<FurnitureKind> {
    let may_be = content.len() <= WORD_LONGEST && begins.may_be(Beginnings::WHOLE);
    may_be.then(|| Wording::of(content).alone(IN_COMPANY)).flatten()
}

/// `(RELATED: …)`, `» Read more`, `* Share`: the line without the signs before its words.
fn without_signs(content: &str) -> &str {
    if content.as_bytes().first().is_some_and(u8::is_ascii_alphanumeric) {
        return content;
    }
    content.trim_start_matches(['(', '[', '*', '•', '►', '▶', '»', '>', '|', '-', '–', '—', '→', ' '])
}

/// What a word may have that is told by its company.
const WORD_LONGEST: usize = 32;

/// Whether the line gives reason to look closer: its first words, its last one, or one inside are those of furniture. Hardly any line of
/// running text does.
fn may_be_furniture(words: &str, begins: Beginnings, signs: Signs) -> bool {
    const TOLD_BY_BEGINNING: Beginnings =
        Beginnings::OPENED.or(Beginnings::FORM).or(Beginnings::REQUEST).or(Beginnings::SIGN_UP);
    begins.may_be(TOLD_BY_BEGINNING)
        || words.len() <= ALONE_LONGEST && begins.may_be(Beginnings::WHOLE)
        || asks_inside(words, signs)
        || ENDINGS.may_end(words) && (ends_in_request(words) || ends_in_button(words))
        || signs.may_have(Signs::DIGIT) && ends_in_duration(words)
        || words.len() <= WORD_LONGEST && may_be_count(words)
}

/// Lines that are told by all of their words, and words that a line is told by which it begins with.
pub(super) static WHOLE: &[&[(&str, FurnitureKind)]] = &[ALONE, IN_COMPANY];
pub(super) static OPENED: &[&[(&str, FurnitureKind)]] = &[OPENINGS, HEADS];

/// The first line of a text is a headline more often than not.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    First,
    Later,
}

/// What kind of furniture the line is by itself.
fn kind_of(content: &str, wording: &Wording, begins: Beginnings, signs: Signs, place: Place) -> Option<FurnitureKind> {
    if is_speech(content) {
        return None;
    }
    if content.len() <= ALONE_LONGEST && begins.may_be(Beginnings::WHOLE) {
        let alone = (!content.ends_with('?')).then(|| wording.alone(ALONE)).flatten();
        let kind = alone.or_else(|| is_link(content).then(|| wording.alone(IN_COMPANY)).flatten());
        if kind.is_some() {
            return kind;
        }
    }
    let opens = begins.may_be(Beginnings::OPENED);
    let opening = || (opens && content.len() <= OPENING_LONGEST).then(|| wording.opening(OPENINGS)).flatten();
    let head = || {
        let fits = opens && place == Place::Later && content.len() <= HEAD_LONGEST && !is_sentence(content);
        fits.then(|| wording.opening(HEADS)).flatten()
    };
    let form = || form(content, wording, begins);
    let kind = opening().or_else(head).or_else(form).or_else(|| plea(content, wording, begins, signs));
    kind.filter(|_| !is_reported(content, wording))
}

/// Whether it is set as a link: in brackets, or with an arrow.
fn is_link(content: &str) -> bool {
    content.starts_with('[') && content.ends_with(']')
        || content.starts_with('(') && content.ends_with(')')
        || content.ends_with(['»', '›', '→', '>'])
}

/// Whether it is said by someone: in quotation marks from the start, or with an attribution.
pub(super) fn is_speech(content: &str) -> bool {
    content.starts_with(['"', '“', '„', '«', '\'', '‘'])
        || content.ends_with(['”', '"']) && content.len() > ALONE_LONGEST && content.contains(['“', '"'])
}

/// Whether it is a sentence that someone says: `Sign up now or lose your place, the club told its members.`
fn is_reported(content: &str, wording: &Wording) -> bool {
    const VERBS: &[&str] = &[
        "joked",
        "said",
        "says",
        "told",
        "warned",
        "writes",
        "wrote",
        "sagt",
        "sagte",
        "hieß es",
        "warnte",
        "zegt",
        "zei",
        "dijo",
        "dice",
        "disse",
        "diz",
        "a dit",
        "dit-il",
        "a déclaré",
    ];
    content.ends_with('.') && wording.has_any(VERBS) && !wording.has("appeared first on")
}

/// Whether it ends as a sentence does.
pub(super) fn is_sentence(content: &str) -> bool {
    let content = content.trim_end_matches(['"', '”', '’', ')']);
    content.ends_with('.') && !content.ends_with("..") || content.ends_with([',', ';'])
}

/// Forms with more than one part.
fn form(content: &str, wording: &Wording, begins: Beginnings) -> Option<FurnitureKind> {
    let by_beginning = begins.may_be(Beginnings::FORM).then(|| form_by_beginning(content, wording)).flatten();
    by_beginning.or_else(|| form_by_end(wording)).or_else(|| furniture_players::form(wording))
}

/// How the forms begin that have a fixed beginning.
static POST: &[&str] = &["the post "];
static SOURCES: &[&str] =
    &["link: ", "original source: ", "quelle: ", "source link: ", "source: ", "sources: ", "via: "];
static ORIGINALS: &[&str] = &["originally appeared", "originally posted", "originally published"];
static NETWORKS: &[&str] = &["facebook:", "instagram:", "twitter:", "web:", "website:", "youtube:"];
static FOLLOW: &[&str] = &["follow"];
static ADDRESSES: &[&str] = &["http://", "https://", "www."];
pub(super) static FORMS: &[&[&str]] = &[POST, SOURCES, ORIGINALS, NETWORKS, FOLLOW, ADDRESSES];

/// Forms whose beginning is known.
fn form_by_beginning(content: &str, wording: &Wording) -> Option<FurnitureKind> {
    if content.split_whitespace().all(is_address) {
        return Some(FurnitureKind::Other);
    }
    if wording.begins("the post ") && (wording.has("appeared first on") || wording.has("first appeared on")) {
        return Some(FurnitureKind::Other);
    }
    if SOURCES.iter().any(|label| wording.begins(label)) && content.split_whitespace().nth(1).is_some_and(is_address) {
        return Some(FurnitureKind::Other);
    }
    if content.len() <= 90 && ORIGINALS.iter().any(|begin| wording.begins(begin)) && !content.contains(',') {
        return Some(FurnitureKind::Other);
    }
    let last = content.split_whitespace().last().unwrap_or("");
    if NETWORKS.iter().any(|label| wording.begins(label))
        && (is_address(last) || last.starts_with('@'))
        && content.split_whitespace().count() <= 3
    {
        return Some(FurnitureKind::Share);
    }
    if wording.begins("follow") && content.len() <= HEAD_LONGEST {
        let networks = [
            "on facebook",
            "on instagram",
            "on linkedin",
            "on telegram",
            "on tiktok",
            "on twitter",
            "on x",
            "on youtube",
        ];
        // `Follow her on Twitter` ends a note about the author.
        let of_author = ["follow her", "follow him", "follow them"].iter().any(|begin| wording.begins(begin));
        if !of_author && networks.iter().any(|network| wording.has(network)) {
            return Some(FurnitureKind::Share);
        }
    }
    None
}

/// What is counted, and the last words of how long a reading takes.
static COUNTED: Words<()> = words!(
    64,
    [
        "share",
        "shares",
        "reposts",
        "retweets",
        "tweets",
        "comment",
        "comments",
        "kommentare",
        "reacties",
        "comentarios",
        "commentaires",
        "photos",
        "views",
        "read",
        "lesezeit",
        "leestijd",
        "lecture",
        "lectura",
        "leitura",
        "lettura",
    ]
);

/// Rows of buttons, and counts.
fn form_by_end(wording: &Wording) -> Option<FurnitureKind> {
    let bytes = wording.bytes();
    if is_buttons(bytes) {
        return Some(FurnitureKind::Share);
    }
    // No count is longer, with its unit, and each begins with a figure or a mark of one.
    if bytes.len() > 24 || !bytes.first().is_some_and(|&first| is_of_count(first)) {
        return None;
    }
    let is_count = |unit: &str| {
        wording.ends(unit) && bytes.len() <= 20 && {
            let count = bytes[..bytes.len() - unit.len()].trim_ascii();
            !count.is_empty() && count.iter().all(|&byte| is_of_count(byte))
        }
    };
    if ["share", "shares", "reposts", "retweets", "tweets"].iter().any(|unit| is_count(unit)) {
        return Some(FurnitureKind::Share);
    }
    if [
        "comment",
        "comments",
        "kommentare",
        "reacties",
        "comentarios",
        "comentários",
        "commentaires",
        "photos",
        "views",
    ]
    .iter()
    .any(|unit| is_count(unit))
    {
        return Some(FurnitureKind::Other);
    }
    let reading = [
        "min read",
        "mins read",
        "minute read",
        "minutes read",
        "min. lesezeit",
        "min lesezeit",
        "minuten lesezeit",
        "min leestijd",
        "min de lecture",
        "min. de lecture",
        "minutes de lecture",
        "min de lectura",
        "minutos de lectura",
        "min de leitura",
        "minutos de leitura",
        "min di lettura",
        "minuti di lettura",
    ];
    (bytes.first().is_some_and(u8::is_ascii_digit) && reading.iter().any(|end| wording.ends(end)))
        .then_some(FurnitureKind::Other)
}

/// Whether counts have it: `1.2k`, `5+`.
fn is_of_count(byte: u8) -> bool {
    byte.is_ascii_digit() || matches!(byte, b'.' | b',' | b'k' | b'+')
}

/// The words of a row of share buttons.
#[rustfmt::skip]
static BUTTON_WORDS: &[&str] = &[
    "comment", "comments", "compartilhar", "compartir", "copy", "delen", "drucken", "e-mail", "email", "embed", "facebook",
    "flipboard", "google", "google+", "instagram", "likes", "link", "linkedin", "mail", "messenger", "mix", "partager", "pin", "pinterest",
    "plus", "pocket", "print", "reddit", "replies", "reposts", "retweets", "share", "shares", "sms", "snapchat", "stumbleupon", "teilen", "telegram", "threads",
    "tumblr", "tweet", "twitter", "viber", "vk", "whatsapp", "x", "xing", "youtube",
];
static BUTTONS: Words<()> = Words { slots: &Slots::<(), 128>::new(()).with_all(BUTTON_WORDS, ()).slots };
/// Small words between them.
static BETWEEN_BUTTONS: &[&str] = &["on", "via", "this"];
/// How a line ends that may end in a request or in a row of buttons; a count of them may end in `k`.
static ENDINGS: Endings = Endings::of(BUTTON_WORDS).and(BETWEEN_BUTTONS).and(REQUEST_ENDS).and(&["k"]);

/// Whether the last word may be one of a row of buttons.
fn ends_in_button(words: &str) -> bool {
    const LONGEST: usize = 16;
    let last = last_of_any(words);
    // Signs beyond ASCII may be such a mark in their plain form.
    let unclear =
        words.len() <= WORD_LONGEST || words.len() <= ALONE_LONGEST && !words.starts_with(char::is_alphanumeric);
    if is_between_buttons(last.as_bytes()) || unclear && !last.is_ascii() {
        return true;
    }
    // No name of a button ends in a mark, as sentences do.
    if !last.ends_with(|c: char| c.is_ascii_alphanumeric() || c == '+') {
        return false;
    }
    let mut lower = [0; LONGEST];
    let Some(lower) = lower.get_mut(..last.len()) else { return false };
    lower.copy_from_slice(last.as_bytes());
    lower.make_ascii_lowercase();
    BUTTONS.has(&*lower) || is_between_buttons(lower)
}

/// Whether the line may be a count: it begins as one does, and ends with what is counted.
fn may_be_count(words: &str) -> bool {
    let Some(first) = words.bytes().next() else { return false };
    let begins = is_of_count(first.to_ascii_lowercase()) || !first.is_ascii();
    begins && {
        let last = last_of_any(words);
        COUNTED.has(last) || !last.is_ascii()
    }
}

/// A count, a mark, or a small word, as they stand between buttons.
fn is_between_buttons(word: &[u8]) -> bool {
    word.iter().all(|byte| byte.is_ascii_digit() || b"|.,/+&-k".contains(byte))
        || BETWEEN_BUTTONS.iter().any(|between| between.as_bytes() == word)
}

/// Whether two or more words are all names of buttons, or counts; or whether a line ends with four of them (a video's title and its row).
fn is_buttons(wording: &[u8]) -> bool {
    let mut buttons = 0;
    let mut rest = 0;
    for word in wording.split(|&byte| byte == b' ').rev() {
        if BUTTONS.has(word) {
            buttons += 1;
        } else if !is_between_buttons(word) {
            rest += 1;
            break;
        }
    }
    buttons >= if rest > 0 { 4 } else { 2 }
}
