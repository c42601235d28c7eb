//! Where a long form may begin and where it ends: the clause before a bracket.

use crate::annotate::elision;
use crate::annotate::sentences::end_at;
use crate::language::Language;
use crate::letters::ceil_char_boundary;

/// The most bytes before a bracket that are looked at.
const WINDOW: usize = 240;

/// Marks that open.
pub(super) const OPENING: [char; 11] = ['"', '“', '”', '‘', '\'', '«', '»', '„', '(', '[', '`'];
/// Marks that close, and those that a clause ends with.
pub(super) const CLOSING: [char; 11] = ['"', '“', '”', '’', '\'', '«', '»', ')', ']', ',', ':'];

/// The clause that ends where the long form must end.
pub(super) struct Window {
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Window {
    /// The clause before a place; none if nothing stands there.
    pub(super) fn before(content: &str, place: usize, language: Option<Language>) -> Option<Self> {
        let before = content[..place].trim_end();
        let before = before.trim_end_matches(['"', '“', '”', '’', '\'', '«', '»', ',']);
        let before = without_genitive(before);
        let start = start(content, before.len(), language);
        let end = start + without_time(&content[start..before.len()]).len();
        (start < end).then_some(Self { start, end })
    }

    pub(super) fn text<'t>(&self, content: &'t str) -> &'t str {
        &content[self.start..self.end]
    }
}

/// Without the `s` of a genitive.
pub(super) fn without_genitive(text: &str) -> &str {
    text.strip_suffix("'s").or_else(|| text.strip_suffix("’s")).unwrap_or(text)
}

/// Without a year at the end that tells when: `New Agenda for the Coast in the 1990s`.
fn without_time(text: &str) -> &str {
    let years = text.trim_end_matches('s');
    let rest = years.trim_end_matches(|c: char| c.is_ascii_digit());
    if years.len() - rest.len() != 4 {
        return text;
    }
    rest.strip_suffix(" in the ").or_else(|| rest.strip_suffix(" in ")).unwrap_or(text)
}

/// Where the clause begins that ends at `end`.
fn start(content: &str, end: usize, language: Option<Language>) -> usize {
    let bytes = content.as_bytes();
    let from = ceil_char_boundary(content, end.saturating_sub(WINDOW));
    let mut at = end;
    while at > from {
        at -= 1;
        match bytes[at] {
            b'\n' => return at + 1,
            b';' | b':' if is_space(bytes, at + 1) => return at + 1,
            // Another bracket ends a clause, unless it is part of a word: `2-(chloro)phenol`.
            b')' if is_space(bytes, at + 1) || bytes.get(at + 1) == Some(&b',') => return at + 1,
            b'(' if at > 0 && is_space(bytes, at - 1) => return at + 1,
            b'.' | b'!' | b'?' => {
                let next = end_at(content, from, at, language).map(|(_, next)| next);
                if let Some(next) = next.filter(|next| *next < end) {
                    return next;
                }
            }
            _ => {}
        }
    }
    from
}

fn is_space(bytes: &[u8], at: usize) -> bool {
    bytes.get(at).is_some_and(u8::is_ascii_whitespace)
}

/// The most bytes of a word.
const WORD: usize = 40;

/// The last stretch without white space, as far as it is looked at.
pub(super) fn last_word(text: &str) -> &str {
    let tail = &text[ceil_char_boundary(text, text.len().saturating_sub(WORD))..];
    let start =
        tail.rfind(char::is_whitespace).map_or(0, |at| at + tail[at..].chars().next().map_or(1, char::len_utf8));
    &tail[start..]
}

/// The beginning of a long form whose first letter is at `letter` in the window: its whole word, without what a slash, a dash or a prefix
/// puts before it.
pub(super) fn begin(content: &str, window: &Window, letter: usize) -> usize {
    let text = window.text(content);
    let word = elision::without(last_word(&text[..letter]));
    let mut start = window.start + letter;
    // A sentence end that lost its space: `on Tuesday.Norhaven Harbour Board`.
    let glued = word.ends_with('.') && word.len() > 3 && text[letter..].starts_with(char::is_uppercase);
    if !word.is_empty() && !glued && !word.ends_with("--") && !word.ends_with(['/', '(', '—', '–']) && !is_prefix(word)
    {
        let cut = word.rfind(['/', '—', '–']).map_or(0, |at| at + word[at..].chars().next().map_or(1, char::len_utf8));
        let cut = word.rfind("--").map_or(cut, |at| cut.max(at + 2));
        start -= word.len() - cut;
    }
    let end = window.end;
    let mut long = &content[start..end];
    long = long.trim_start_matches(['"', '“', '‘', '\'', '«', '„', '[', '`']);
    if let Some(rest) = long.strip_prefix('(').filter(|rest| !rest.contains(')')) {
        long = rest;
    }
    end - long.len()
}

/// What comes before a hyphen and is not part of the name: `anti-`, and a number of things, `579-megawatt`. The places of a chemical name
/// are part of it: `2,6-`.
fn is_prefix(word: &str) -> bool {
    let Some(prefix) = word.strip_suffix('-') else { return false };
    let digits = !prefix.is_empty() && prefix.bytes().all(|byte| byte.is_ascii_digit() || byte == b',' || byte == b'.');
    let places = prefix.len() == 1 || prefix.contains(',') && prefix.split(',').all(|place| place.len() <= 2);
    digits && !places || PREFIXES.iter().any(|known| known.eq_ignore_ascii_case(prefix))
}

const PREFIXES: [&str; 8] = ["non", "anti", "pre", "post", "pro", "ex", "pan", "pseudo"];
