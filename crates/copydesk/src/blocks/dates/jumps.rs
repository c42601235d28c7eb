//! Lines that send the reader to the page where the article goes on, or say from which page it comes.

use super::super::beginnings::Beginnings;
use super::super::opening::has_newspaper_word;
use super::references::{LONGEST, after, is_code, page};

/// How a jump line begins, in lower case; a word for a page follows, or the page by its section and number.
const JUMPS: &[&str] = &[
    "continued on",
    "continued from",
    "continued",
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
    "story on",
    "stories on",
    "report on",
    "more on",
    "full story on",
    "full story,",
    "for more, see",
    "jump to",
];
/// The same in other languages; a word for a page follows, for `zie A6` is a road and `suite 3A` an address.
const FOREIGN_JUMPS: &[&str] = &[
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
    "lire aussi",
    "lire",
    "voir aussi",
    "voir",
    "pase a la",
    "pasa a",
    "ver",
    "segue a",
    "segue in",
    "segue dalla",
    "segue da",
    "continua a",
    "continua in",
    "continua dalla",
    "mehr auf",
    "mehr dazu auf",
    "bericht auf",
    "bericht",
    "interview",
    "kommentar",
    "a",
    "servizio a",
    "servizi a",
];

/// Jump lines that may have a catchword between: `See HARBOUR, page A2`, `See HARBOUR on A6`, `[See Harbour, A6]`.
const CATCHWORD_JUMPS: &[&str] = &["please see", "see", "from", "siehe", "aus"];
/// The same that stand for nothing else, so that the catchword need not be in capitals: `Turn to Harbour, Page 6`.
const TURNS: &[&str] = &["please turn to", "turn to"];

/// Jump lines that need no number.
const NEXT_PAGE: &[&str] = &[
    "continued on next page",
    "continued from previous page",
    "continued overleaf",
    "see next page",
    "turn to next page",
    "segue dalla prima",
    "segue dalla prima pagina",
    "suite de la une",
    "suite de la première page",
    "viene de la portada",
    "viene de portada",
    "fortsetzung von der ersten seite",
    "vervolg van de voorpagina",
    "vervolg voorpagina",
];

pub(in crate::blocks) static JUMPED: &[&[&str]] = &[JUMPS, FOREIGN_JUMPS, CATCHWORD_JUMPS, TURNS, NEXT_PAGE];

/// Whether the line sends the reader to the next page, which needs no number.
pub(super) fn is_next_page(line: &str) -> bool {
    let line = line.trim_end_matches(['.', ' ', '»', '>', '▶', '►', '→']);
    line.len() <= LONGEST && NEXT_PAGE.iter().any(|jump| after(line, jump).is_some_and(str::is_empty))
}

/// Whether the line says on which page the article goes on, or from which it comes.
pub(in crate::blocks) fn is_jump(line: &str) -> bool {
    if line.len() > LONGEST {
        return false;
    }
    let in_brackets = line.starts_with('[');
    let is_marked = line.starts_with(['»', '►', '▶', '→']) || line.starts_with(">>");
    let line =
        line.trim_matches(['(', ')', '[', ']', '.', '*', '•', '●', '■', '>', '»', '▶', '►', '→', ' ', '—', '–', '-']);
    // `► Seite 4`: the mark says the rest.
    if comes_from(line, in_brackets, is_marked) || is_marked && is_page(line) {
        return true;
    }
    if !Beginnings::of(line).may_be(Beginnings::JUMP) {
        return false;
    }
    let behind = |jump: &&str| after(line, jump).and_then(|rest| rest.strip_prefix(' '));
    if let Some(rest) = FOREIGN_JUMPS.iter().find_map(behind) {
        return is_page(rest);
    }
    let sends = |rest: &str| is_page(rest) || is_code(rest.trim());
    if JUMPS.iter().find_map(behind).is_some_and(sends) {
        return true;
    }
    let turn = TURNS.iter().find_map(behind);
    let is_sure = in_brackets || turn.is_some();
    turn.or_else(|| CATCHWORD_JUMPS.iter().find_map(behind)).is_some_and(|rest| {
        let short = |word: &str| is_catchword(word) || is_sure && word.starts_with(char::is_uppercase);
        let parted = rest
            .split_once([',', ';', ':', '/'])
            .or_else(|| rest.split_once(" on "))
            .or_else(|| rest.split_once(" ON "));
        let catchword = parted.filter(|(word, _)| short(word.trim()));
        // `SEE HARBOUR B4`: nothing between, where all of it is in capitals.
        let bare = || rest.rsplit_once(' ').is_some_and(|(word, page)| is_catchword(word) && is_code(page));
        sends(catchword.map_or(rest, |(_, page)| page)) || line.starts_with("SEE ") && bare()
    })
}

/// Whether the text is a page with a word for it, or two (`PAGES 4&5`), and nothing else.
fn is_page(text: &str) -> bool {
    let second = |rest: &str| {
        let number = rest.trim_start().strip_prefix(['&', '-', '–', '/']).map_or("", str::trim);
        (1..=3).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit())
    };
    page(text.trim_start()).is_some_and(|rest| rest.trim_matches(['.', ' ']).is_empty() || second(rest))
}

/// `FERRY, from page A1`, `FERRY FROM A1`, `FERRY, Page A6`, `Ferry from Page A1`, `Leading Article: Page 9`, `» FERRY, A6`,
/// `FERRY continued on A6`: the catchword first. A newspaper with its page is a source.
fn comes_from(line: &str, in_brackets: bool, is_marked: bool) -> bool {
    const CATCHWORD: usize = 30;
    // A page ends in a figure, or in the letter of its section behind one.
    let numbered = match line.as_bytes() {
        [.., last] if last.is_ascii_digit() => true,
        [.., before, b'A'..=b'Z'] => before.is_ascii_digit(),
        _ => false,
    };
    if !numbered || !line.as_bytes()[0].is_ascii_uppercase() || line.len() > 2 * CATCHWORD {
        return false;
    }
    let parted = |mark: &str| line.split_once(mark);
    let from = [" continued on ", " Continued on ", " CONTINUED ON ", " from ", " From ", " FROM "]
        .into_iter()
        .find_map(parted);
    let named = |word: &str| !has_newspaper_word(word) && word.split(' ').count() <= 2;
    let in_capitals = |word: &str| is_catchword(word.trim_end_matches(','));
    let titled = |word: &str, page: &str| {
        (in_brackets || page.starts_with("Page "))
            && !TAKEN.contains(&word)
            && word.split(' ').all(|word| word.starts_with(char::is_uppercase))
    };
    from.is_some_and(|(word, rest)| {
        named(word)
            && (in_capitals(word) || titled(word.trim_end_matches(','), rest))
            && (is_page(rest) || is_code(rest))
    }) || parted(", ")
        .is_some_and(|(word, rest)| named(word) && in_capitals(word) && (is_page(rest) || is_marked && is_code(rest)))
        || parted(": ").is_some_and(|(word, rest)| {
            let full = || {
                ["FULL STORY", "FULL STORIES", "FULL REPORT", "Full story", "Full report"]
                    .iter()
                    .any(|story| word.starts_with(story))
            };
            (named(word) && titled(word, rest) || full()) && is_page(rest)
        })
        || [" – ", " - ", " — "]
            .into_iter()
            .find_map(parted)
            .is_some_and(|(word, rest)| named(word) && titled(word, rest) && is_page(rest))
}

/// What is said of a quotation or a picture with its source, in place of a catchword.
const TAKEN: &[&str] = &[
    "Adapted",
    "Excerpt",
    "Excerpted",
    "Excerpts",
    "Extract",
    "Photo",
    "Picture",
    "Quote",
    "Quoted",
    "Reprinted",
    "Source",
    "Taken",
];

/// Two or three words in capitals, the short title that the article has on the other page.
fn is_catchword(word: &str) -> bool {
    word.len() <= 30 && word.chars().any(char::is_alphabetic) && !word.chars().any(char::is_lowercase)
}
