//! Lines that refer to a page: where this stood (`Pg. A01`), and where the article goes on (`Continued on page 7`).

use super::super::beginnings::Beginnings;

/// The longest line that is looked at.
const LONGEST: usize = 70;

/// Words for a page, longest first where one begins another.
const PAGE_WORDS: &[&str] = &[
    "pages", "page", "pgs.", "pg.", "pp.", "p.", "seiten", "seite", "s.", "páginas", "página", "págs.", "pág.", "pag.",
    "pagina's", "pagina", "blz.",
];

/// How a jump line begins, in lower case. `See` and `From` are followed by a word for a page at once or after a catchword in capitals.
const JUMPS: &[&str] = &[
    "continued on",
    "continued from",
    "continues on",
    "cont'd on",
    "cont’d on",
    "cont'd from",
    "cont’d from",
    "contd. on",
    "contd on",
    "contd from",
    "contd. from",
    "cont. on",
    "cont. from",
    "story continued on",
    "story continues on",
    "more on",
    "turn to",
    "please turn to",
    "jump to",
    "fortsetzung auf",
    "fortsetzung von",
    "weiter auf",
    "vervolg op",
    "vervolg van",
    "lees verder op",
    "zie ook",
    "zie",
    "continúa en la",
    "continúa en",
    "sigue en la",
    "sigue en",
    "pasa a la",
    "viene de la",
    "viene de",
    "continua na",
    "continua da",
    "leia mais na",
    "suite en",
    "suite de la",
    "suite",
    "lire la suite en",
    "lire la suite",
    "lire en",
];

/// Jump lines that may have a catchword between: `See HARBOUR, page A2`, `HARBOUR from page A1`.
const CATCHWORD_JUMPS: &[&str] = &["please see", "see", "from", "siehe", "aus"];

pub(in crate::blocks) static JUMPED: &[&[&str]] = &[JUMPS, CATCHWORD_JUMPS];

/// The page of a line that is a page reference and nothing else: `A01` of `Pg. A01`, `23` of `p. 23, 853w.`.
pub(super) fn page_of(line: &str) -> Option<&str> {
    let rest = page(line).filter(|_| line.len() <= LONGEST)?;
    is_length(rest.trim_start_matches([',', ';', ' ', '.'])).then(|| page_before(line, rest))
}

/// The page reference that a text begins with, whatever follows: `Pg. A01` and `A01`.
pub(crate) fn page_reference(text: &str) -> Option<(&str, &str)> {
    let rest = page(text)?;
    Some((text[..text.len() - rest.len()].trim_end(), page_before(text, rest)))
}

/// The last word before the rest, which is the page.
fn page_before<'t>(line: &'t str, rest: &str) -> &'t str {
    let reference = &line[..line.len() - rest.len()];
    let word = reference
        .rfind(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '–'))
        .map_or(0, |at| at + reference[at..].chars().next().map_or(1, char::len_utf8));
    &reference[word..]
}

/// Whether the line says on which page the article goes on, or from which it comes.
pub(super) fn is_jump(line: &str) -> bool {
    if line.len() > LONGEST {
        return false;
    }
    let line = line.trim_matches(['(', ')', '[', ']', '.', '*', '>', '»', '▶', '►', '→', ' ', '—', '–', '-']);
    if !Beginnings::of(line).may_be(Beginnings::JUMP) {
        return false;
    }
    let ends =
        |rest: &str| page(rest.trim_start_matches(' ')).is_some_and(|rest| rest.trim_matches(['.', ' ']).is_empty());
    for jump in JUMPS {
        if let Some(rest) = after(line, jump)
            && rest.starts_with(' ')
        {
            return ends(rest);
        }
    }
    CATCHWORD_JUMPS.iter().any(|jump| {
        after(line, jump).filter(|rest| rest.starts_with(' ')).is_some_and(|rest| {
            let rest = rest.trim_start();
            let catchword = rest.split_once([',', ';', ':']).filter(|(word, _)| is_catchword(word));
            ends(catchword.map_or(rest, |(_, page)| page))
        })
    })
}

/// Two or three words in capitals, the short title that the article has on the other page.
fn is_catchword(word: &str) -> bool {
    word.len() <= 30 && word.chars().any(char::is_alphabetic) && !word.chars().any(char::is_lowercase)
}

/// What follows a page reference at the start of the line.
fn page(line: &str) -> Option<&str> {
    let rest = PAGE_WORDS.iter().find_map(|word| after(line, word))?;
    let rest = rest.trim_start();
    let letters = rest.bytes().take_while(u8::is_ascii_uppercase).count().min(2);
    let dash = usize::from(letters > 0 && rest[letters..].starts_with('-'));
    let digits = digits(&rest[letters + dash..]);
    if !(1..=4).contains(&digits) {
        return None;
    }
    let mut rest = &rest[letters + dash + digits..];
    if rest.bytes().next().is_some_and(|byte| byte.is_ascii_uppercase()) {
        rest = &rest[1..];
    }
    if let Some(range) = rest.strip_prefix(['-', '–']) {
        rest = &range[self::digits(range)..];
    }
    // `Page 7th` and `p. 3x` are something else.
    rest.chars().next().is_none_or(|c| !c.is_alphanumeric()).then_some(rest)
}

/// `853w.`, `455 words`, or nothing.
fn is_length(rest: &str) -> bool {
    let rest = rest.trim_end_matches('.');
    let digits = digits(rest);
    rest.is_empty()
        || digits > 0 && matches!(rest[digits..].trim_start(), "w" | "words" | "woorden" | "Wörter" | "mots")
}

fn digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

/// The line after `start`, which is in lower case.
fn after<'t>(line: &'t str, start: &str) -> Option<&'t str> {
    let mut rest = line.chars();
    for expected in start.chars() {
        let found = rest.next()?;
        if found != expected && !found.to_lowercase().eq([expected]) {
            return None;
        }
    }
    Some(rest.as_str())
}
