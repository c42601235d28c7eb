//! The marks that run together with one, and what closes after them.

use memchr::memrchr2_iter;

use crate::language::Language;

/// Marks that stand together: `.`, `?!`, `. . .`
#[derive(Clone, Copy, Debug)]
pub(super) struct Run {
    pub(super) start: usize,
    pub(super) end: usize,
    /// How many full stops; an ellipsis is three.
    pub(super) dots: usize,
    /// Whether there is a `?` or a `!`.
    pub(super) strong: bool,
    /// Whether three or more dots stand apart from a stop that the word has: `pilings. . . . Yet`.
    pub(super) omission: bool,
}

impl Run {
    pub(super) fn at(content: &str, start: usize) -> Self {
        let bytes = content.as_bytes();
        let mut run = Self { start, end: start, dots: 0, strong: false, omission: false };
        let mut apart = false;
        loop {
            match bytes.get(run.end) {
                Some(b'.') => run.dots += 1,
                Some(b'!' | b'?') => run.strong = true,
                Some(0xe2) if bytes[run.end..].starts_with("…".as_bytes()) => {
                    run.dots += 3;
                    run.end += 2;
                }
                Some(b' ') if run.goes_on(bytes) => apart |= run.dots == 1 && !run.strong,
                _ => break,
            }
            run.end += 1;
        }
        let glued = start > 0 && !bytes[start - 1].is_ascii_whitespace();
        run.omission = apart && glued && run.dots >= 4;
        run
    }

    /// Whether behind a space more of the same marks follow: dots that stand apart, or `? ? ?`.
    fn goes_on(&self, bytes: &[u8]) -> bool {
        match (bytes.get(self.end + 1), bytes.get(self.end + 2)) {
            (Some(b'.'), after) => !after.is_some_and(u8::is_ascii_alphanumeric),
            (Some(b'?' | b'!'), after) => self.strong && after.is_none_or(|after| !after.is_ascii_alphanumeric()),
            _ => false,
        }
    }
}

/// What closes behind a mark: quotation marks, brackets, references to notes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Closers {
    pub(super) end: usize,
    pub(super) quote: bool,
    pub(super) bracket: bool,
}

impl Closers {
    pub(super) fn after(content: &str, end: usize, language: Option<Language>) -> Self {
        let mut closers = Self { end, quote: false, bracket: false };
        while let Some((quote, len)) = closer_at(content, closers.end, language) {
            closers.quote |= quote;
            closers.bracket |= !quote;
            closers.end += len;
        }
        closers
    }
}

/// What closes at a place: a mark right there, or behind a space. A guillemet behind a space is an arrow where none was opened: `more. » Next`.
/// In French it may close what was opened in a paragraph before.
fn closer_at(content: &str, at: usize, language: Option<Language>) -> Option<(bool, usize)> {
    let rest = content.as_bytes().get(at..)?;
    let arrows = !matches!(language, None | Some(Language::French));
    let apart =
        || apart(rest).filter(|&(_, len)| !content[..at + len].ends_with('»') || !arrows || is_open(content, at));
    closer(rest).or_else(apart)
}

/// How far back the guillemet is looked for that opened a quotation.
const QUOTED: usize = 2048;

/// Whether the last guillemet before a place is one that opens.
fn is_open(content: &str, at: usize) -> bool {
    let bytes = &content.as_bytes()[at.saturating_sub(QUOTED)..at];
    let mut marks = memrchr2_iter(0xab, 0xbb, bytes).filter(|&mark| mark > 0 && bytes[mark - 1] == 0xc2);
    marks.next().is_some_and(|mark| bytes[mark] == 0xab)
}

/// Whether a closing mark stands first, whether it is a quotation mark, and its length. Right behind a stop every quotation mark closes,
/// whichever way it is turned: languages differ.
fn closer(bytes: &[u8]) -> Option<(bool, usize)> {
    match bytes {
        [b'"' | b'\'', ..] => Some((true, 1)),
        [b')' | b']' | b'}', ..] => Some((false, 1)),
        [b'*' | b'_', ..] => Some((false, 1)),
        [0xe2, 0x80, 0x98..=0x9f | 0xb9 | 0xba, ..] => Some((true, 3)),
        [0xc2, 0xab | 0xbb, ..] => Some((true, 2)),
        [0xe3, 0x80, 0x8b | 0x8d | 0x8f | 0x91 | 0x95, ..] => Some((true, 3)),
        [0xef, 0xbc, 0x89, ..] => Some((false, 3)),
        _ => None,
    }
}

/// The same for one with a space before it, which can only close.
fn apart(bytes: &[u8]) -> Option<(bool, usize)> {
    match bytes {
        [b' ', b')' | b']'] | [b' ', b')' | b']', b' ' | b'.' | b',', ..] => Some((false, 2)),
        [b' ', 0xe2, 0x80, 0x9d, b' ', ..] => Some((true, 4)),
        // French sets its marks apart, often by a space that does not break.
        [b' ', 0xc2, 0xbb] | [b' ', 0xc2, 0xbb, b' ' | b'.' | b',', ..] => Some((true, 3)),
        [0xc2, 0xa0, 0xc2, 0xbb, ..] => Some((true, 4)),
        [0xe2, 0x80, 0xaf, 0xc2, 0xbb, ..] => Some((true, 5)),
        _ => None,
    }
}

/// How many references to notes are taken to a sentence, and how many digits each has.
const REFERENCES: usize = 8;
const REFERENCE: usize = 4;

/// The longest remark of an editor: `[emphasis in the original]`.
const REMARK: usize = 32;

/// Where the references to notes and the remarks of editors end that follow a sentence: `[17]`, ` [17] [15]`, ` [sic]`.
pub(super) fn references(content: &str, mut end: usize) -> usize {
    let bytes = content.as_bytes();
    for _ in 0..REFERENCES {
        let at = end + usize::from(bytes.get(end) == Some(&b' '));
        if bytes.get(at) != Some(&b'[') {
            break;
        }
        let inside = bytes[at + 1..].iter().take(REMARK + 1).take_while(|&&byte| byte != b']').count();
        let close = at + 1 + inside;
        if inside == 0 || bytes.get(close) != Some(&b']') {
            break;
        }
        let text = &bytes[at + 1..close];
        let number = inside <= REFERENCE && text.iter().all(u8::is_ascii_digit);
        let small = |byte: &u8| byte.is_ascii_lowercase() || *byte == b' ';
        // Where the sentence goes on in small letters, the remark stands for its beginning: `[the mayor] said`.
        let behind = content[close + 1..].trim_start().chars().next();
        let remark =
            text.iter().all(small) && !behind.is_some_and(|c| c.is_lowercase() || matches!(c, ',' | '.' | ';'));
        if !number && !remark {
            break;
        }
        end = close + 1;
    }
    end
}

/// Where the numbers of notes end that lost their raised type: `of the north quay.11 12 Since`.
pub(super) fn raised(content: &str, end: usize) -> Option<usize> {
    let bytes = content.as_bytes();
    let mut at = end;
    for _ in 0..REFERENCES {
        let digits = bytes[at..].iter().take(4).take_while(|byte| byte.is_ascii_digit()).count();
        if digits == 0 || digits > 3 || bytes.get(at + digits) != Some(&b' ') {
            return None;
        }
        at += digits;
        if !bytes.get(at + 1).is_some_and(u8::is_ascii_digit) {
            return Some(at);
        }
        at += 1;
    }
    None
}

/// Where white space ends.
pub(super) fn skip_space(content: &str, at: usize) -> usize {
    match content.as_bytes().get(at..) {
        Some([b'!'..=b'~', ..]) => at,
        Some([b' ', b'!'..=b'~', ..]) => at + 1,
        _ => content.len() - content[at..].trim_start().len(),
    }
}

/// Where a smiley ends that stands behind a sentence; it belongs to it.
pub(super) fn smiley(content: &str, end: usize) -> usize {
    const SMILEYS: [&str; 6] = [" :)", " :-)", " ;)", " ;-)", " :D", " :("];
    if !matches!(content.as_bytes().get(end..), Some([b' ', b':' | b';', ..])) {
        return end;
    }
    let found = SMILEYS.iter().find(|smiley| content[end..].starts_with(**smiley));
    end + found.map_or(0, |smiley| smiley.len())
}
