//! Quotation marks, and the stretches between them.
//!
//! One pass reads the bytes with which a mark can begin; a block without any is not looked at. The characters on both sides show whether a
//! mark opens or closes. If they do not, its shape decides; if it has no shape, what decides is whether one is open. Marks are then paired
//! with a stack of at most [`DEPTH`]. An opening mark that is never closed, and a closing one that was never opened, pair with nothing.
//! Single marks are also apostrophes, and count as marks only where they look like marks.

use std::ops::Range;

use crate::annotate::seen::Seen;
use crate::masks::Block;

/// A quoted stretch of a block, with its marks. Offsets are bytes of the block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stretch {
    pub(super) start: usize,
    pub(super) end: usize,
    /// The length of the opening mark.
    pub(super) open: usize,
    /// The length of the closing mark; none where it is missing.
    pub(super) close: usize,
    pub(super) shape: Shape,
    /// Whether it stands inside another.
    pub(super) nested: bool,
}

impl Stretch {
    /// What stands between the marks.
    pub(super) fn inside<'t>(&self, content: &'t str) -> &'t str {
        &content[self.start + self.open..self.end - self.close]
    }
}

/// A kind of mark; a stretch begins and ends with marks of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// `"`, `“ ”`, `„ “`, ` `` '' `.
    Double,
    /// `« »`, `» «`.
    Angle,
    /// `'`, `‘ ’`, `‚ ‘`, `‹ ›`.
    Single,
}

/// What a block has at its beginning, for the block before it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Edges {
    /// A closing mark that nothing opened, before any other of its kind: where it ends, and its length.
    pub(super) closes: Option<(usize, usize, Shape)>,
}

/// How deep quotations may be nested. Text goes no deeper than three. The limit is for an attack, a megabyte of opening marks.
const DEPTH: usize = 6;

/// A quotation in single marks that is longer than this, in bytes, and has two quotations inside it was never closed.
const LOST: usize = 600;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Opens,
    Closes,
    /// It may do either.
    Either,
}

#[derive(Clone, Copy)]
struct Mark {
    at: usize,
    len: usize,
    shape: Shape,
    /// What its own form says: `“` opens.
    form: Side,
    /// Whether it opens the value of an attribute in stray markup: `<a href="…">`.
    attribute: bool,
}

#[derive(Clone, Copy)]
struct Opened {
    mark: Mark,
    /// How many stretches had been found before it.
    before: usize,
}

/// The state of the pass over a block.
struct Pairing<'t> {
    content: &'t str,
    stack: Vec<Opened>,
    /// A single mark that opens, and a weak one that may close it. A weak mark is more likely an apostrophe: `the workers’ rights`.
    single: Option<(Mark, Option<Mark>)>,
    found: Vec<Stretch>,
    edges: Edges,
    seen_double: bool,
}

/// The places of a text at which a mark can begin, in order.
pub(super) struct Places<'t> {
    marks: Seen<'t>,
    /// Memory that is used again for each block.
    stack: Vec<Opened>,
}

impl<'t> Places<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        Self { marks: Seen::of(text.as_bytes(), beginnings), stack: Vec::new() }
    }

    /// The first place in a range of the text. What stands before it is passed over.
    fn first_in(&mut self, range: Range<usize>) -> Option<usize> {
        self.marks.skip_to(range.start);
        self.marks.first().filter(|&at| at < range.end)
    }

    /// Whether there is a place in a range of the text. No place of the range may have been passed over before.
    pub(super) fn is_any_in(&mut self, range: Range<usize>) -> bool {
        self.first_in(range).is_some()
    }

    /// Puts the stretches of the block that begins at `start` of the text into `found`, in order of their starts.
    pub(super) fn stretches(&mut self, start: usize, content: &str, found: &mut Vec<Stretch>) -> Edges {
        found.clear();
        let bytes = content.as_bytes();
        let mut pairing = Pairing {
            content,
            stack: std::mem::take(&mut self.stack),
            single: None,
            found: std::mem::take(found),
            edges: Edges::default(),
            seen_double: false,
        };
        let mut from = start;
        while let Some(at) = self.first_in(from..start + content.len()) {
            from = at + 1;
            let at = at - start;
            if is_apostrophe(bytes, at) {
                continue;
            }
            if let Some(mark) = mark(bytes, at) {
                from += mark.len - 1;
                pairing.take(mark);
            }
        }
        pairing.finish();
        let edges = pairing.edges;
        *found = pairing.found;
        self.stack = pairing.stack;
        self.stack.clear();
        found.sort_unstable_by_key(|stretch| (stretch.start, std::cmp::Reverse(stretch.end)));
        let mut end = 0;
        for stretch in found.iter_mut() {
            stretch.nested = stretch.start < end;
            end = end.max(stretch.end);
        }
        edges
    }
}

/// A bit for each byte with which a mark can begin.
fn beginnings(block: &Block, _behind: u8) -> u64 {
    block.are_one_of([b'"', b'\'', b'`', 0xc2, 0xe2])
}

/// Whether a mark stands between two ASCII letters, as nearly all apostrophes do. They are told here, at the least cost.
fn is_apostrophe(bytes: &[u8], at: usize) -> bool {
    let len = match bytes[at] {
        b'\'' => 1,
        0xe2 if bytes[at..].starts_with("’".as_bytes()) => 3,
        _ => return false,
    };
    let letter = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphabetic);
    at > 0 && letter(bytes.get(at - 1)) && letter(bytes.get(at + len))
}

/// The mark that begins at a byte, if one does.
fn mark(bytes: &[u8], at: usize) -> Option<Mark> {
    use Shape::{Angle, Double, Single};
    use Side::{Closes, Either, Opens};
    let twice = |mark: &[u8]| bytes[at..].starts_with(mark) && bytes[at + mark.len()..].starts_with(mark);
    let (len, shape, form) = match bytes[at] {
        b'"' => (1, Double, Either),
        b'`' if twice(b"`") => (2, Double, Opens),
        b'\'' if twice(b"'") => (2, Double, Closes),
        b'\'' => (1, Single, Either),
        b'`' => (1, Single, Opens),
        0xc2 => match bytes.get(at + 1) {
            Some(0xab) => (2, Angle, Opens),
            Some(0xbb) => (2, Angle, Closes),
            _ => return None,
        },
        0xe2 if bytes.get(at + 1) == Some(&0x80) => match bytes.get(at + 2) {
            Some(0x98) if twice("‘".as_bytes()) => (6, Double, Opens),
            Some(0x99) if twice("’".as_bytes()) => (6, Double, Closes),
            Some(0x98) => (3, Single, Opens),
            Some(0x99) => (3, Single, Closes),
            Some(0x9a) => (3, Single, Opens),
            Some(0x9c | 0x9f) => (3, Double, Opens),
            Some(0x9d) => (3, Double, Closes),
            Some(0x9e) => (3, Double, Opens),
            Some(0xb9) => (3, Single, Opens),
            Some(0xba) => (3, Single, Closes),
            _ => return None,
        },
        _ => return None,
    };
    Some(Mark { at, len, shape, form, attribute: false })
}

/// What stands beside a mark.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Beside {
    Space,
    Letter,
    Digit,
    /// A bracket or a mark that opens.
    Opening,
    Dash,
    /// A full stop, a comma, a bracket that closes.
    Closing,
    /// A quotation mark, of either kind.
    Mark,
    Other,
}

fn beside(c: Option<char>) -> Beside {
    match c {
        None | Some(' ') => Beside::Space,
        Some('a'..='z' | 'A'..='Z') => Beside::Letter,
        Some('(' | '[' | '{' | '¿' | '¡') => Beside::Opening,
        Some('-' | '–' | '—' | '/' | '―') => Beside::Dash,
        Some('.' | ',' | ';' | ':' | '!' | '?' | ')' | ']' | '}' | '…') => Beside::Closing,
        Some('"' | '\'' | '“' | '”' | '‘' | '’' | '„' | '«' | '»' | '`') => Beside::Mark,
        Some(c) if c.is_ascii_digit() => Beside::Digit,
        Some(c) if c.is_alphabetic() => Beside::Letter,
        Some(c) if c.is_whitespace() => Beside::Space,
        Some(_) => Beside::Other,
    }
}

/// What the characters around a mark say: with a space before it and none after it, it opens. With a space on each side, or before a comma,
/// it may do either: `« Le pont », a dit`.
fn side(before: Beside, after: Beside) -> Side {
    match (before, after) {
        (Beside::Space, Beside::Space | Beside::Closing) => Side::Either,
        (Beside::Space, _) | (Beside::Opening, _) => Side::Opens,
        (_, Beside::Space) | (_, Beside::Closing) => Side::Closes,
        _ => Side::Either,
    }
}

impl Pairing<'_> {
    fn take(&mut self, mut mark: Mark) {
        let before = self.content[..mark.at].chars().next_back();
        let after = self.content[mark.at + mark.len..].chars().next();
        let (left, right) = (beside(before), beside(after));
        // In `d’« une honte »` the mark opens, although no space stands before it.
        let elided = mark.shape == Shape::Angle && matches!(before, Some('\'' | '’'));
        let left = if elided { Beside::Opening } else { left };
        let around = side(left, right);
        if mark.shape == Shape::Single {
            return self.take_single(mark, before, around, left, right);
        }
        // The sign for inches behind one for feet is no mark: `6'2"`.
        if mark.len == 1 && left == Beside::Digit && is_after_feet(&self.content[..mark.at]) {
            return;
        }
        mark.attribute = before == Some('=');
        let open = self.is_open(mark.shape);
        if mark.attribute && !open {
            return self.open(mark);
        }
        let side = match (around, mark.form) {
            // In `„ “` the low mark opens, and the mark that opens in English closes.
            (_, _) if self.is_low(&mark) => Side::Opens,
            (Side::Either, Side::Opens) if open && self.opened_low() => Side::Closes,
            (Side::Either, Side::Either) if open => Side::Closes,
            (Side::Either, Side::Either) => Side::Opens,
            (Side::Either, form) => form,
            // Beside another mark or a dash, a mark may look either way. Its form is the better witness.
            (_, Side::Opens) if right != Beside::Space && right != Beside::Closing && !open => Side::Opens,
            (_, Side::Closes) if left != Beside::Space && open => Side::Closes,
            (around, _) => around,
        };
        match side {
            Side::Opens => self.open(mark),
            _ => self.close(mark),
        }
        self.seen_double = true;
    }

    fn is_low(&self, mark: &Mark) -> bool {
        self.content[mark.at..].starts_with('„')
    }

    fn opened_low(&self) -> bool {
        self.stack.last().is_some_and(|opened| self.is_low(&opened.mark))
    }

    fn is_open(&self, shape: Shape) -> bool {
        self.stack.iter().any(|opened| opened.mark.shape == shape)
    }

    fn open(&mut self, mark: Mark) {
        // A mark of the same shape that opens behind the end of a sentence begins a new quotation. So the one before was not closed.
        if let Some(last) = self.stack.last().filter(|last| last.mark.shape == mark.shape)
            && ends_sentence(&self.content[last.mark.at + last.mark.len..mark.at])
        {
            self.stack.pop();
        }
        if self.stack.len() == DEPTH {
            self.stack.remove(0);
        }
        self.stack.push(Opened { mark, before: self.found.len() });
    }

    fn close(&mut self, mark: Mark) {
        let Some(place) = self.stack.iter().rposition(|opened| opened.mark.shape == mark.shape) else {
            return self.close_again(mark);
        };
        let opened = self.stack[place];
        self.stack.truncate(place);
        self.end_single(opened.mark.at);
        self.push(opened.mark, mark);
    }

    /// A closing mark that nothing opened.
    fn close_again(&mut self, mark: Mark) {
        if !self.seen_double {
            self.edges.closes = Some((mark.at + mark.len, mark.len, mark.shape));
        }
    }

    fn push(&mut self, open: Mark, close: Mark) {
        let inside = &self.content[open.at + open.len..close.at];
        if open.attribute || inside.bytes().all(|byte| byte.is_ascii_whitespace()) {
            return;
        }
        self.found.push(Stretch {
            start: open.at,
            end: close.at + close.len,
            open: open.len,
            close: close.len,
            shape: open.shape,
            nested: false,
        });
    }

    fn take_single(&mut self, mark: Mark, before: Option<char>, around: Side, left: Beside, right: Beside) {
        let opens = match left {
            Beside::Space | Beside::Opening => right != Beside::Space && right != Beside::Closing,
            Beside::Mark => !before.is_some_and(|c| matches!(c, '”' | '’')) && around != Side::Closes,
            Beside::Dash => matches!(right, Beside::Letter) && mark.form == Side::Opens,
            _ => false,
        };
        if opens && mark.form != Side::Closes && !is_elision(&self.content[mark.at + mark.len..]) {
            self.end_single(0);
            self.single = Some((mark, None));
            return;
        }
        let closes = !matches!(left, Beside::Space | Beside::Opening)
            && !matches!(right, Beside::Letter | Beside::Digit)
            && mark.form != Side::Opens;
        let Some((open, weak)) = self.single.filter(|_| closes) else { return };
        let rest = &self.content[mark.at + mark.len..];
        let next = rest.trim_start_matches(' ').chars().next();
        let goes_on = rest.starts_with(' ') && next.is_some_and(char::is_lowercase);
        // `the workers’ rights`, `nothin’ else`, `5'`: more likely an apostrophe, or a sign for feet.
        let is_weak = left == Beside::Digit && mark.form == Side::Either
            || goes_on && matches!(before, Some('s' | 'S'))
            || goes_on && self.content[..mark.at].ends_with("in");
        if is_weak {
            self.single = Some((open, weak.or(Some(mark))));
        } else {
            self.single = None;
            self.push_single(open, mark);
        }
    }

    /// Adds a quotation in single marks, unless so much is quoted inside it that its own closing mark must have been lost.
    fn push_single(&mut self, open: Mark, close: Mark) {
        let inner = self.found.iter().rev().take_while(|found| found.start > open.at);
        let lost = close.at - open.at > LOST && inner.filter(|found| found.shape != Shape::Single).count() > 1;
        if !lost {
            self.push(open, close);
        }
    }

    /// Ends the quotation in single marks that is open, if it began at `from` or after: with the weak mark, if there is one.
    fn end_single(&mut self, from: usize) {
        let Some((open, weak)) = self.single.filter(|(open, _)| open.at >= from) else { return };
        self.single = None;
        if let Some(weak) = weak {
            self.push_single(open, weak);
        }
    }

    /// The end of the block for a single mark that is still open. It must be the first thing in the block, have the form that opens, and
    /// nothing else may be quoted after it.
    fn finish_single(&mut self) {
        if let Some((mark, None)) = self.single
            && self.stack.is_empty()
            && self.found.is_empty()
            && self.content[mark.at..].starts_with('‘')
            && self.content[..mark.at].trim_start().is_empty()
            && self.content[mark.at + mark.len..].starts_with(char::is_uppercase)
        {
            self.push_unclosed(mark);
        }
        self.end_single(0);
    }

    /// The end of the block for a double mark that is still open. If it plainly begins speech and nothing was opened inside it, the
    /// quotation reaches to the end of the block.
    fn finish(&mut self) {
        self.finish_single();
        let Some(opened) = self.stack.first().copied() else { return };
        let mark = opened.mark;
        let inside = &self.content[mark.at + mark.len..];
        let before = self.content[..mark.at].trim_end();
        let speech =
            before.is_empty() || before.ends_with([':', ',', '.', '!', '?', '…']) || before.ends_with(['”', '"', '»']);
        let capital = inside.trim_start().chars().next().is_some_and(|c| !c.is_lowercase());
        let alone = self.stack.len() == 1 && self.found[opened.before..].iter().all(|found| found.shape != mark.shape);
        if mark.form != Side::Closes && !mark.attribute && speech && capital && alone {
            self.push_unclosed(mark);
        }
    }

    /// Adds a stretch that nothing closes, up to the end of the block.
    fn push_unclosed(&mut self, mark: Mark) {
        let end = self.content.trim_end().len();
        self.found.push(Stretch { start: mark.at, end, open: mark.len, close: 0, shape: mark.shape, nested: false });
    }
}

/// Whether the text ends with the end of a sentence and white space.
fn ends_sentence(text: &str) -> bool {
    let trimmed = text.trim_end();
    trimmed.len() < text.len() && trimmed.ends_with(['.', '!', '?', '…'])
}

/// Whether the digits at the text's end stand behind a sign for feet: `6'2`.
fn is_after_feet(text: &str) -> bool {
    let rest = text.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ' || c == '½');
    let rest = rest.strip_suffix(['\'', '’', '′']);
    rest.is_some_and(|rest| rest.ends_with(|c: char| c.is_ascii_digit()))
}

/// Words that begin with an apostrophe: `’twas`, `’em`. Decades are tested for their digits.
const ELISIONS: &[&str] =
    &["em", "til", "till", "tis", "twas", "cause", "n", "bout", "round", "s", "re", "ve", "ll", "d"];

fn is_elision(rest: &str) -> bool {
    let word = rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    word.bytes().next().is_some_and(|byte| byte.is_ascii_digit()) && word.len() <= 3
        || ELISIONS.iter().any(|known| word.eq_ignore_ascii_case(known))
}
