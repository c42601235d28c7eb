//! False friends: what has digits or number words but is no figure. Names, labels, addresses, list numbers, and what `calendar` knows.

use crate::keys::{Words, one_of, words};

use super::calendar::{dotted, is_age, is_before_christ, is_clock, is_date, is_year};
use super::dialled;
use super::nouns;
use super::numerals::{self, Shape};
use super::reading::Number;
use super::text::{Text, is_capital};
use super::word::Word;
use super::words::Is;

/// What precedes a number that is a label and no count, beside what [`LISTING`] has.
static LABELS: Words<()> = words!(
    256,
    [
        "act",
        "amendment",
        "apartment",
        "apt",
        "block",
        "bill",
        "box",
        "bus",
        "category",
        "ch",
        "channel",
        "chapter",
        "class",
        "clause",
        "day",
        "district",
        "division",
        "episode",
        "exhibit",
        "exit",
        "fig",
        "figure",
        "flat",
        "flight",
        "form",
        "game",
        "gate",
        "grade",
        "group",
        "heat",
        "highway",
        "hole",
        "interstate",
        "issue",
        "item",
        "junction",
        "lap",
        "lane",
        "level",
        "line",
        "lot",
        "mark",
        "match",
        "mile",
        "model",
        "no",
        "nos",
        "nr",
        "nrs",
        "number",
        "numbers",
        "option",
        "order",
        "page",
        "para",
        "paragraph",
        "part",
        "pg",
        "phase",
        "pier",
        "platform",
        "plot",
        "pp",
        "precinct",
        "proposition",
        "psalm",
        "question",
        "race",
        "resolution",
        "room",
        "round",
        "route",
        "row",
        "rule",
        "season",
        "seed",
        "size",
        "square",
        "stage",
        "step",
        "suite",
        "table",
        "terminal",
        "title",
        "track",
        "type",
        "unit",
        "update",
        "verse",
        "version",
        "vol",
        "volume",
        "ward",
        "week",
        "year",
        "zone",
    ]
);

/// Those of which lists are made: `Sections 132, 189 and 191`.
static LISTING: Words<()> = words!(
    64,
    [
        "article",
        "articles",
        "chapters",
        "games",
        "grades",
        "highways",
        "levels",
        "numbers",
        "pages",
        "paragraphs",
        "phases",
        "rooms",
        "rounds",
        "rules",
        "section",
        "sections",
        "stages",
        "years"
    ]
);

/// Words with which a sentence begins before a count: a capital there makes no name.
static OPENERS: Words<()> = words!(
    256,
    [
        "about",
        "across",
        "after",
        "all",
        "almost",
        "already",
        "among",
        "and",
        "another",
        "approximately",
        "around",
        "as",
        "at",
        "before",
        "both",
        "but",
        "by",
        "during",
        "every",
        "for",
        "from",
        "he",
        "her",
        "his",
        "i",
        "if",
        "in",
        "including",
        "it",
        "its",
        "just",
        "last",
        "less",
        "like",
        "more",
        "most",
        "my",
        "nearly",
        "next",
        "nor",
        "of",
        "on",
        "only",
        "or",
        "other",
        "our",
        "out",
        "over",
        "past",
        "roughly",
        "she",
        "since",
        "so",
        "some",
        "than",
        "that",
        "the",
        "their",
        "these",
        "they",
        "this",
        "those",
        "to",
        "under",
        "until",
        "up",
        "we",
        "what",
        "when",
        "where",
        "while",
        "with",
        "within",
        "without",
        "yet",
        "you",
        "your",
    ]
);

static STREETS: Words<()> = words!(
    64,
    [
        "avenue",
        "ave",
        "blvd",
        "boulevard",
        "close",
        "court",
        "crescent",
        "drive",
        "highway",
        "lane",
        "park",
        "parkway",
        "place",
        "plaza",
        "quay",
        "rd",
        "road",
        "row",
        "square",
        "st",
        "street",
        "terrace",
        "way",
    ]
);

/// Whether a number with neither a unit nor a currency is something else than a count.
pub(super) fn is_left_out(text: &Text<'_>, number: &Number, has_bounds: bool) -> bool {
    let (start, end) = (number.start, number.end);
    let before = text.before(start);
    if matches!(before, b'/' | b'_' | b'=' | b'@' | b'#' | b'&' | b'\\' | b'^' | b'+') || text.ends(start, "№") {
        return true;
    }
    if is_list_mark(text, start, end) || is_clock(text, number) || is_date(text, number) || is_age(text, number) {
        return true;
    }
    if number.has_scale {
        return false;
    }
    if is_before_christ(text, end)
        || past_telephone(text, number).is_some()
        || dialled::is_dialled(text, number)
        || is_label(text, start, end)
        || is_listed_label(text, start, end)
        || is_name(text, number)
        || is_address(text, end)
    {
        return true;
    }
    match number.shape {
        Shape::Bare(4) => is_year(text, number, has_bounds),
        Shape::Bare(2) if text.ends(start, "’") || before == b'\'' => true,
        Shape::Bare(count) => count > 12,
        Shape::Marked => is_score(text, end),
        Shape::Words => false,
    }
}

/// `Carlton 14.9 (93)`: goals and behinds, with the points that they make in brackets behind them.
fn is_score(text: &Text<'_>, end: usize) -> bool {
    let is_pointed = text.bytes[..end].iter().rev().take(3).any(|byte| *byte == b'.');
    if !is_pointed || text.byte(end) != b' ' || text.byte(end + 1) != b'(' {
        return false;
    }
    let digits = text.bytes[end + 2..].iter().take(4).take_while(|byte| byte.is_ascii_digit()).count();
    matches!(digits, 1..=3) && text.byte(end + 2 + digits) == b')'
}

/// `16. Permits`, `(1)`, `b) 2)`, `[1]`: the number of an item or a note.
fn is_list_mark(text: &Text<'_>, start: usize, end: usize) -> bool {
    let line = start == 0 || matches!(text.before(start), b'\n');
    let mark = text.byte(end);
    if line && end - start < 4 && (mark == b')' || mark == b'.' && text.past_gap(end + 1) > end + 1) {
        return true;
    }
    // `2.` alone in its block: what it numbers is the next one.
    if start == 0 && end - start < 4 && mark == b'.' && end + 1 == text.bytes.len() {
        return true;
    }
    // A code of an exchange: `5930.KS`.
    let letters = text.bytes[(end + 1).min(text.bytes.len())..]
        .iter()
        .take(4)
        .take_while(|byte| byte.is_ascii_uppercase())
        .count();
    if mark == b'.' && matches!(letters, 1..=3) && text.is_edge(end + 1 + letters) {
        return true;
    }
    // A note's number before a quotation.
    if line && (mark == b'"' || text.starts(end, "“")) {
        return true;
    }
    // The volume of a journal: `80(3)`; the mark of a note: `[3]`.
    let enclosed = matches!((text.before(start), mark), (b'(', b')') | (b'[', b']'));
    mark == b'(' || enclosed && end - start < 4
}

/// Past a telephone number that begins with this number.
pub(super) fn past_telephone(text: &Text<'_>, number: &Number) -> Option<usize> {
    let bare = matches!(number.shape, Shape::Bare(_)) && number.is == Is::Cardinal && !number.has_scale;
    bare.then(|| numerals::past_telephone(text, number.start, number.end))?
}

fn is_label(text: &Text<'_>, start: usize, end: usize) -> bool {
    let (from, dot) = dotted(text, start);
    let label = text.word(from);
    let counts = || nouns::counted(text, end).is_some_and(nouns::is_plural);
    if label.len() < 2 {
        // `p. 23`, `H.R. 2899`.
        return dot && (label == "p" || is_capital(label) && !counts());
    }
    // `Sec. 107`, where the `SEC` is an agency.
    let known = (LABELS.has(label) || LISTING.has(label) || dot && one_of!(label, ["sec", "secs"]))
        && (is_capital(label) || !label.bytes().any(|byte| byte.is_ascii_uppercase()));
    // `on the day three girls died`: the sentence goes on with a count.
    let strict = label.len() == 2
        || one_of!(label, ["nos", "page", "pages", "section", "sections", "chapter", "article", "number"]);
    known
        && (strict || !counts())
        && (!dot || one_of!(label, ["no", "nos", "nr", "nrs", "pp", "pg", "fig", "vol", "ch", "apt", "sec", "secs"]))
        && text.byte(start.saturating_sub(1)) != b'('
}

/// How many labels of one list are gone back over.
const LISTED: usize = 6;

/// `Sections 132, 189(2) and 191`: the second label of a list, or a later one. A count has a noun behind it.
fn is_listed_label(text: &Text<'_>, start: usize, end: usize) -> bool {
    let label = before_listed(text, start).take(LISTED).find(|word| !word.is_empty());
    label.is_some_and(|label| LISTING.has(label) && !nouns::counted(text, end).is_some_and(nouns::is_plural))
}

/// The words before the numbers that a list has before the one at `at`, the nearest first; none before a number that follows another.
pub(super) fn before_listed<'t>(text: &Text<'t>, at: usize) -> impl Iterator<Item = Word<'t>> {
    let numbers = std::iter::successors(listed_before(text, at), |&at| listed_before(text, at));
    numbers.map(|at| text.last_word(at).1)
}

/// Where the number begins that a list has before the one at `at`: behind a comma or `and`, with what stands in brackets at its end.
fn listed_before(text: &Text<'_>, at: usize) -> Option<usize> {
    let mut end = text.before_gap(at);
    let (word_start, word) = text.last_word(at);
    if one_of!(word, ["and", "or"]) {
        end = text.before_gap(word_start);
    }
    if text.before(end) == b',' {
        end -= 1;
    } else if word.is_empty() {
        return None;
    }
    // `189(2)`, `12A`.
    if text.before(end) == b')' {
        let inside = text.bytes[..end - 1].iter().rev().take(4).take_while(|byte| byte.is_ascii_alphanumeric()).count();
        end = (text.before(end - 1 - inside) == b'(').then(|| end - 2 - inside)?;
    }
    end -= usize::from(text.before(end).is_ascii_uppercase());
    let digits = text.bytes[..end].iter().rev().take(5).take_while(|byte| byte.is_ascii_digit()).count();
    ((1..=4).contains(&digits) && text.is_edge_before(end - digits)).then(|| end - digits)
}

/// Whether the word before a number is a name that the number belongs to (`Boeing 737`), or the number itself is one (`Group of Seven`).
fn is_name(text: &Text<'_>, number: &Number) -> bool {
    let start = number.start;
    if matches!(number.shape, Shape::Words) {
        return !text.is_title && is_capital(text.word(start)) && !is_sentence_start(text, start);
    }
    let before = text.before(start);
    if before == b'-' || before == b'.' && text.before(start - 1).is_ascii_alphabetic() {
        return true;
    }
    if number.shape == Shape::Bare(1) && is_book(text, number.end) {
        return true;
    }
    // The index of shares, of which only the short name is one word before its number.
    let gap = text.before_gap(start);
    if text.ends(gap, "Poor's") || text.ends(gap, "Poor’s") {
        return true;
    }
    // A type of aircraft.
    if matches!(&text.content[start..number.end], "707" | "717" | "727" | "737" | "747" | "757" | "767" | "777" | "787")
    {
        return true;
    }
    let (at, word) = text.last_word(start);
    let grouped = number.shape == Shape::Marked && text.content[start..number.end].contains(',');
    // `Group of 20`.
    if word == "of" && one_of!(text.last_word(at).1, ["group"]) && is_capital(text.last_word(at).1) {
        return true;
    }
    // `iPhone 15`.
    if !grouped && word.as_bytes().get(1).is_some_and(u8::is_ascii_uppercase) && !is_capital(word) {
        return true;
    }
    if text.is_title || grouped || word.is_empty() || !is_capital(word) {
        return false;
    }
    if is_sentence_start(text, at) { !OPENERS.has(word) } else { !one_of!(word, ["i", "ok", "tv"]) }
}

/// `1 Corinthians 13`: a book of the Bible, and its chapter.
fn is_book(text: &Text<'_>, end: usize) -> bool {
    let (at, word) = text.next_word(end);
    let chapter = at + word.len();
    let books =
        ["chronicles", "corinthians", "john", "kings", "maccabees", "peter", "samuel", "thessalonians", "timothy"];
    is_capital(word)
        && text.byte(chapter) == b' '
        && text.byte(chapter + 1).is_ascii_digit()
        && books.iter().any(|book| word.eq_ignore_ascii_case(book))
}

/// Whether a sentence, a quotation or a line begins here.
pub(super) fn is_sentence_start(text: &Text<'_>, at: usize) -> bool {
    let end = text.before_gap(at);
    if end == 0 || text.before(at) == b'\n' || text.bytes[end..at].contains(&b'\n') {
        return true;
    }
    match text.before(end) {
        b'.' => {
            // After an initial or an abbreviation the sentence goes on.
            let word = text.word_before(end - 1).1;
            !(word.len() < 4 && is_capital(word))
                || word.len() == 3 && word.bytes().all(|byte| byte.is_ascii_uppercase())
        }
        b'!' | b'?' | b':' | b'"' | b'(' | b'-' | b'*' => true,
        0x80.. => text.content[..end].chars().next_back().is_some_and(|last| !last.is_alphanumeric()),
        _ => false,
    }
}

/// `10 Harbour Street`.
fn is_address(text: &Text<'_>, end: usize) -> bool {
    let mut at = end;
    for _ in 0..4 {
        let (next, word) = text.next_word(at);
        if !is_capital(word) || next == at {
            return false;
        }
        if at > end && STREETS.has(word) {
            return true;
        }
        at = next + word.len();
    }
    false
}

/// Letters that stand before an amount.
pub(super) fn is_money_word(word: &str) -> bool {
    matches!(word, "Rs" | "RM" | "Rp" | "CHF" | "EUR" | "GBP" | "USD" | "INR" | "JPY" | "CNY" | "RMB")
}
