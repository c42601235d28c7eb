//! What stands around a mark: the marks that run together with it, what closes behind it, the word before, and what comes next.

use memchr::memchr2;

/// Marks that stand together: `.`, `?!`, `. . .`
#[derive(Clone, Copy, Debug)]
pub(super) struct Run {
    pub(super) start: usize,
    pub(super) end: usize,
    /// How many full stops; an ellipsis is three.
    pub(super) dots: usize,
    /// Whether there is a `?` or a `!`.
    pub(super) strong: bool,
    /// Whether three or more dots stand apart from a stop that the word has: `compounds. . . . The`.
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
    pub(super) fn after(content: &str, end: usize) -> Self {
        let mut closers = Self { end, quote: false, bracket: false };
        while let Some((quote, len)) =
            content.as_bytes().get(closers.end..).and_then(|rest| closer(rest).or_else(|| apart(rest)))
        {
            closers.quote |= quote;
            closers.bracket |= !quote;
            closers.end += len;
        }
        closers
    }
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

/// Where the references to notes end that follow a sentence: `[17]`, ` [17] [15]`.
pub(super) fn references(content: &str, mut end: usize) -> usize {
    let bytes = content.as_bytes();
    for _ in 0..REFERENCES {
        let at = end + usize::from(bytes.get(end) == Some(&b' '));
        if bytes.get(at) != Some(&b'[') {
            break;
        }
        let digits = bytes[at + 1..].iter().take(REFERENCE + 1).take_while(|byte| byte.is_ascii_digit()).count();
        if digits == 0 || digits > REFERENCE || bytes.get(at + 1 + digits) != Some(&b']') {
            break;
        }
        end = at + digits + 2;
    }
    end
}

/// Where the numbers of notes end that lost their raised type: `in a consultation.11 12 Take`.
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
    content.len() - content[at..].trim_start().len()
}

/// The longest word that is looked at.
const LONGEST: usize = 40;

/// The word that ends at a mark, or a space or two before it, not before `floor`; empty for one that is too long. Stops and apostrophes
/// inside it belong to it; hyphens and dashes do not.
pub(super) fn word_before(content: &str, floor: usize, mark: usize) -> &str {
    let bytes = content.as_bytes();
    let mut end = mark;
    while end > floor && bytes[end - 1] == b' ' {
        end -= 1;
    }
    let mut start = end;
    while start > floor {
        let byte = bytes[start - 1];
        let inside = match byte {
            b'.' => true,
            b'\'' => start >= 2 && bytes[start - 2].is_ascii_alphabetic(),
            0..=0x7f => byte.is_ascii_alphanumeric(),
            _ => {
                let lead = lead_before(content, floor, start);
                let apostrophe = content[lead..].starts_with('’');
                if bytes[lead] == 0xe2 && !(apostrophe && lead > floor && bytes[lead - 1].is_ascii_alphabetic())
                    || content[lead..].starts_with(['\u{a0}', '«', '»'])
                {
                    break;
                }
                start = lead;
                continue;
            }
        };
        if !inside {
            break;
        }
        if end - start >= LONGEST {
            return "";
        }
        start -= 1;
    }
    if end - start >= LONGEST { "" } else { &content[start..end] }
}

fn lead_before(content: &str, floor: usize, end: usize) -> usize {
    let mut lead = end - 1;
    while lead > floor && !content.is_char_boundary(lead) {
        lead -= 1;
    }
    lead
}

/// What opens what comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opener {
    None,
    Quote,
    Bracket,
    Dash,
    /// A bullet, an asterisk, a currency sign, a handle.
    Sign,
}

/// How the first character behind it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Letter {
    Upper,
    Lower,
    Digit,
    /// A letter of a script that has one case.
    Caseless,
    None,
}

/// What comes next.
#[derive(Clone, Copy, Debug)]
pub(super) struct Next<'t> {
    pub(super) opener: Opener,
    /// Where they stand.
    pub(super) start: usize,
    pub(super) letter: Letter,
    /// The letters that stand together there.
    pub(super) word: &'t str,
    /// What stands behind them.
    pub(super) rest: &'t str,
}

/// How far a bracket may close that stands inside a sentence.
const ASIDE: usize = 200;

/// How many marks may open a sentence.
const OPENERS: usize = 6;

impl<'t> Next<'t> {
    pub(super) fn at(content: &'t str, at: usize) -> Self {
        let mut rest = &content[at..];
        let mut opener = Opener::None;
        for _ in 0..OPENERS {
            let Some(c) = rest.chars().next() else { break };
            let found = match c {
                '"' | '\'' | '“' | '”' | '„' | '‘' | '’' | '‚' | '«' | '»' | '‹' | '›' | '`' | '「' | '『' => {
                    Opener::Quote
                }
                '(' | '[' | '{' => Opener::Bracket,
                '-' | '–' | '—' => Opener::Dash,
                '*' | '#' | '@' | '$' | '£' | '€' | '•' | '¿' | '¡' | '<' | '>' | '_' | '…' | '.' | '~' | '=' | '+'
                | '&' | '/' | '|' => Opener::Sign,
                ' ' if opener == Opener::Dash => opener,
                ' ' | '\u{a0}' | '\u{202f}' if content[..content.len() - rest.len()].ends_with(['“', '«']) => opener,
                _ if !c.is_ascii() && !c.is_alphanumeric() && !c.is_whitespace() => Opener::Sign,
                _ => break,
            };
            if !matches!(opener, Opener::Quote | Opener::Bracket) {
                opener = found;
            }
            rest = &rest[c.len_utf8()..];
        }
        let start = content.len() - rest.len();
        let (word, rest) = rest.split_at(letters(rest));
        let letter = match word.chars().next().or_else(|| rest.chars().next()) {
            Some(c) if c.is_uppercase() => Letter::Upper,
            Some(c) if c.is_lowercase() => Letter::Lower,
            Some(c) if c.is_numeric() => Letter::Digit,
            Some(c) if c.is_alphabetic() => Letter::Caseless,
            _ => Letter::None,
        };
        Self { opener, start, letter, word, rest }
    }

    /// Whether it is the mark of an item: `(b)`, `(iii)`.
    pub(super) fn is_marker(&self) -> bool {
        let roman = || self.word.bytes().all(|byte| matches!(byte, b'i' | b'v' | b'x'));
        self.opener == Opener::Bracket
            && self.rest.starts_with(')')
            && (self.word.len() == 1 || self.word.len() <= 4 && roman())
    }

    /// Whether it is a bracket inside the sentence: `the musical Viva! (2004), and`.
    pub(super) fn is_aside(&self) -> bool {
        if self.opener != Opener::Bracket {
            return false;
        }
        let reach = self.rest.as_bytes();
        let Some(close) = memchr2(b')', b']', &reach[..reach.len().min(ASIDE)]) else { return false };
        let ended = close > 0 && matches!(reach[close - 1], b'.' | b'?' | b'!');
        let behind = self.rest[close + 1..].trim_start().chars().next();
        // `[W]e asked`
        let letter = close <= 1 && self.rest[close + 1..].starts_with(char::is_alphabetic);
        !ended && !letter && behind.is_some_and(|c| c.is_lowercase() || matches!(c, ',' | ';'))
    }

    /// Whether its first letter is small and another is not: `iPhone`.
    pub(super) fn is_brand(&self) -> bool {
        self.letter == Letter::Lower && self.word.chars().skip(1).take(5).any(char::is_uppercase)
    }
}

/// How many bytes of letters stand first.
fn letters(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len().min(LONGEST) {
        if bytes[at].is_ascii_alphabetic() {
            at += 1;
        } else if bytes[at] < 0x80 {
            break;
        } else {
            match text[at..].chars().next() {
                Some(c) if c.is_alphabetic() => at += c.len_utf8(),
                _ => break,
            }
        }
    }
    at
}
