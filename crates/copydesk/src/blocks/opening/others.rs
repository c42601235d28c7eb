//! What is at the top but is no headline: labels, addresses, quotations, a wire's codes and notes, datelines, cut sentences.

use memchr::{memchr, memchr_iter, memchr2_iter, memchr3, memchr3_iter};

use super::super::opening_words::LABELS;
use super::super::title_shape::{Case, TitleShape};
use super::HEADLINE;
use crate::keys::{Key, Words, words};
use crate::letters::floor_char_boundary;
use crate::split::{at_spaces, first_word, last_of_any};

/// `Photo: …`, `Posted: …`: what a page says about itself. A name or a place before a colon is a common way to begin a headline.
pub(super) fn is_label(content: &str) -> bool {
    const LABEL: usize = 24;
    let head = &content.as_bytes()[..content.len().min(LABEL)];
    let Some(colon) = memchr(b':', head) else { return false };
    LABELS.find(Key::of_any(content[..colon].trim())).is_some()
}

/// Whether a row has a link, an address, a name of the social networks, or is a way through a site (`Home » News » …`).
pub(super) fn is_address(content: &str) -> bool {
    // One byte of each of the signs, which hardly any row has.
    let bytes = content.as_bytes();
    let is_link = |at: usize| match bytes[at] {
        b':' => bytes[..at].ends_with(b"http") || bytes[..at].ends_with(b"https"),
        b'.' => bytes[..at].ends_with(b"www") || bytes[..at].ends_with(b"pic") && bytes[at..].starts_with(b".twitter"),
        _ => true,
    };
    let is_way = || [" | ", " / ", " » ", " > "].iter().any(|sign| content.matches(sign).count() > 1);
    memchr3_iter(b':', b'.', b'@', bytes).any(is_link)
        || (memchr3(b'|', b'/', b'>', bytes).is_some() || memchr("»".as_bytes()[1], bytes).is_some()) && is_way()
}

/// A row that is one quotation from its first sign to its last.
pub(super) fn is_quotation(content: &str) -> bool {
    const PAIRS: &[(char, char)] =
        &[('"', '"'), ('“', '”'), ('“', '“'), ('«', '»'), ('„', '“'), ('‘', '’'), ('\'', '\'')];
    let plain = content.as_bytes().first().is_some_and(u8::is_ascii_alphanumeric);
    !plain
        && PAIRS.iter().any(|&(open, close)| {
            content
                .strip_prefix(open)
                .and_then(|rest| rest.strip_suffix(close))
                .is_some_and(|inside| !inside.contains(close))
        })
}

/// A row in which a wire says what it changed: `Corrects sales in paragraph 4`.
pub(super) fn is_revision(content: &str) -> bool {
    #[rustfmt::skip]
    let verb = || matches!(
        first_word(content),
        "Adds" | "Clarifies" | "Corrects" | "Deletes" | "Recasts" | "Refiles" | "Removes" | "Repeats" | "Rewrites" | "Updates"
    );
    content.len() <= *HEADLINE.end() && verb() && TitleShape::of(content).case == Case::Sentence
}

/// A row that begins as a byline or a date of the page does, whether or not their readers took it.
pub(super) fn is_page_line(content: &str) -> bool {
    matches!(first_word(content), "BY" | "By" | "Posted" | "Published" | "Subscribe" | "Updated" | "by")
}

/// Topic codes of an agency's wire (`XQRTZT BND FUND`): words in capitals, half of which nobody could pronounce; its slug (`BC-NY--Ferry
/// Strike,1st Ld,310`), its number (`BOM41`).
pub(super) fn is_codes(content: &str) -> bool {
    const LONGEST: usize = 60;
    const RUN: usize = 4;
    if content.len() > LONGEST {
        return false;
    }
    if is_slug(content.as_bytes()) {
        return true;
    }
    let (mut words, mut codes) = (0, 0);
    for word in at_spaces(content) {
        if !word.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit()) {
            return false;
        }
        let vowel = |byte: &u8| b"AEIOUY".contains(byte);
        let unspoken =
            word.as_bytes().split(vowel).any(|run| run.len() >= RUN) || !word.bytes().any(|byte| vowel(&byte));
        words += 1;
        codes += usize::from(unspoken && word.len() > 2);
    }
    words > 1 && codes > 0 && codes * 2 >= words
}

/// `BC-NY--Ferry Strike,1st Ld-Writethru,310`, `BOM41`: how an agency names what it sends.
fn is_slug(content: &[u8]) -> bool {
    match content {
        [b'A' | b'B' | b'P', b'C' | b'M', b'-', rest @ ..] => {
            let words = rest.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
            (2..=4).contains(&words) && rest[..rest.len() - words].ends_with(b",")
        }
        [letters @ .., b'0'..=b'9', b'0'..=b'9'] => {
            (2..=3).contains(&letters.len()) && letters.iter().all(u8::is_ascii_uppercase)
        }
        _ => false,
    }
}

/// `Ana Ruiz reports from the harbour`: a sentence about the reporter, where the page has a film.
pub(super) fn is_reporter_line(content: &str) -> bool {
    let mut names = 0;
    let mut words = at_spaces(content);
    let told = words.by_ref().find(|word| {
        names += usize::from(word.starts_with(char::is_uppercase));
        !word.starts_with(char::is_uppercase)
    });
    let next = words.next().unwrap_or("");
    (2..=4).contains(&names) && matches!(told, Some("reports" | "reporting")) && matches!(next, "from" | "live")
}

/// A page's number and nothing else.
pub(super) fn is_page_number(content: &str) -> bool {
    content.len() <= 3 && content.bytes().all(|byte| byte.is_ascii_digit())
}

/// A score, a table row, a telephone number, a date.
pub(super) fn is_mostly_digits(content: &str) -> bool {
    let digits = content.bytes().filter(u8::is_ascii_digit).count();
    digits * 4 >= content.len()
}

/// `GREENPORT, Wis. — …`, `HARBIN (Agency) - …`: capitals up to a dash or to a bracket with a dash behind it, then words in small letters.
pub(super) fn is_dateline(content: &str) -> bool {
    const LONGEST: usize = 80;
    let head = &content[..floor_char_boundary(content, LONGEST)];
    // A hyphen, or the first byte of a dash, behind a space or a bracket.
    let mut dashes = memchr2_iter(b'-', "–".as_bytes()[0], head.as_bytes()).filter_map(|at| at.checked_sub(1));
    let is_dash = |at: &usize| {
        [" - ", " -- ", " – ", " — ", ")—", ")–"].iter().any(|dash| head.as_bytes()[*at..].starts_with(dash.as_bytes()))
    };
    let Some(dash) = dashes.find(is_dash) else {
        return ["–", "—", "--"].iter().any(|dash| content.trim_end().ends_with(dash));
    };
    let place = head[..dash].split(['(', ',', '/']).next().unwrap_or("").trim();
    let capitals = place.chars().any(char::is_alphabetic) && !place.chars().any(char::is_lowercase);
    let rest = content[dash..].trim_start_matches([' ', '-', '–', '—', ')']);
    let agency = head[..dash].ends_with(')') || head[dash..].starts_with(')');
    (capitals || agency) && rest.chars().take(LONGEST).any(char::is_lowercase)
}

/// Words that no heading ends with: the sentence goes on in text that is lost or stands in the next row.
static UNFINISHED: Words<()> = words!(
    64,
    ["a", "an", "and", "at", "by", "for", "from", "his", "of", "or", "than", "that", "the", "their", "to", "with"]
);

pub(super) fn is_cut(content: &str) -> bool {
    let last = last_of_any(content);
    last.bytes().all(|byte| byte.is_ascii_lowercase()) && UNFINISHED.has(last)
}

/// Whether a sentence ends and another begins inside. Headlines in sentence case have one sentence; a picture's words often two.
pub(super) fn has_two_sentences(content: &str) -> bool {
    let mut stops = memchr_iter(b'.', content.as_bytes()).filter(|&at| content[at + 1..].starts_with(' '));
    stops.any(|at| {
        let word = content[..at].rsplit(' ').next().unwrap_or("");
        word.chars().count() > 3 && word.chars().skip(1).all(char::is_lowercase) && !is_shortened(word)
    })
}

/// Words that headlines shorten, of four letters and more.
fn is_shortened(word: &str) -> bool {
    #[rustfmt::skip]
    let is_one = matches!(
        word,
        "Ariz" | "Assn" | "Bros" | "Calif" | "Capt" | "Cllr" | "Colo" | "Conn" | "Corp" | "Dept" | "Govt" | "Mass" | "Mich" | "Minn" | "Okla" | "Prof"
            | "Sept" | "Supt" | "Tenn" | "Univ" | "Wash"
    );
    is_one
}
