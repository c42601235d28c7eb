//! The sentences around a quotation, as tokens.

use super::marks::{Shape, Stretch};
use super::tokens::{Token, tokens};
use super::words::Tag;

/// Bytes before a quotation that are read for the sentence that it stands in.
const BEFORE: usize = 600;

/// Tokens after a quotation that are read.
pub(super) const AFTER: usize = 60;

/// Quotations of one sentence that are read together.
const TOGETHER: usize = 4;

/// How a quotation ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    Comma,
    /// A question mark, an exclamation mark, a dash or dots: the sentence may go on or not.
    Open,
    Stop,
    None,
}

pub(super) fn end_of(content: &str, stretch: &Stretch) -> End {
    let inside = stretch.inside(content).trim_end_matches(['\'', '’', ' ', ')', '”', '"', ']']);
    let after = content[stretch.end..].chars().next();
    match (inside.chars().next_back(), after) {
        (Some(','), _) | (_, Some(',')) => End::Comma,
        (Some('?' | '!' | '—' | '–' | '-' | '…'), _) => End::Open,
        (Some('.'), _) if inside.ends_with("..") => End::Open,
        (Some('.'), _) => End::Stop,
        _ => End::None,
    }
}

/// Whether what stands after a place begins a new sentence.
pub(super) fn is_new_sentence(content: &str, at: usize) -> bool {
    let rest = content[at..].trim_start();
    rest.is_empty() || rest.starts_with(|c: char| !c.is_lowercase() && !matches!(c, ',' | ';' | ':' | '-' | '–' | '—'))
}

/// The sentences around a quotation; the lists are used again and again.
#[derive(Default)]
pub(super) struct Sentences {
    /// The sentence up to the quotation.
    pub(super) head: Vec<Token>,
    /// What follows in it.
    pub(super) tail: Vec<Token>,
    /// The sentence before the one that `head` has.
    pub(super) earlier: Vec<Token>,
    /// Where that begins.
    pub(super) earlier_start: usize,
    /// Where the sentence that the quotation before stands in ends, where that was seen.
    pub(super) clause_end: Option<usize>,
}

impl Sentences {
    /// The last sentence of a block, as if a quotation came after it.
    pub(super) fn read_last(&mut self, content: &str, outer: &[Stretch]) {
        let end = content.len();
        let after = Stretch { start: end, end, open: 0, close: 0, shape: Shape::Double, nested: false };
        let mut last: Vec<Stretch> = outer[outer.len().saturating_sub(TOGETHER)..].to_vec();
        last.push(after);
        self.read_both(content, &last, last.len() - 1);
    }

    /// The sentence up to the quotation. Most begin at a plain end of a sentence close by, and nothing before it is read.
    pub(super) fn read_head(&mut self, content: &str, outer: &[Stretch], at: usize) {
        let begin = at.checked_sub(1).map_or(0, |before| outer[before].end);
        match plain_start(content.as_bytes(), begin, outer[at].start) {
            Some(start) => {
                self.head.clear();
                tokens(content, start, outer[at].start, BEFORE, &mut self.head);
                if self.head.iter().any(|token| token.tag == Tag::Stop) {
                    self.read_both(content, outer, at);
                }
            }
            None => self.read_both(content, outer, at),
        }
    }

    /// The sentence up to the quotation, and the sentence before.
    pub(super) fn read_both(&mut self, content: &str, outer: &[Stretch], at: usize) {
        let list = &mut self.head;
        list.clear();
        let floor = word_from(content, outer[at].start.saturating_sub(BEFORE), outer[at].start);
        let mut first = at;
        while first > 0 && at - first < TOGETHER && outer[first - 1].start >= floor {
            first -= 1;
        }
        let begin = if first > 0 { outer[first - 1].end } else { 0 };
        let mut from = begin.max(floor);
        if first > 0 && begin >= floor {
            // The quotation before is known by its end alone.
            list.push(Token::mark(begin, begin, Tag::Quote));
            push_stop(content, &outer[first - 1], list);
        }
        for stretch in &outer[first..at] {
            tokens(content, from, stretch.start, BEFORE, list);
            list.push(Token::mark(stretch.start, stretch.end, Tag::Quote));
            push_stop(content, stretch, list);
            from = stretch.end;
        }
        tokens(content, from, outer[at].start, BEFORE, list);
        let stop = |list: &[Token]| list.iter().rposition(|token| token.tag == Tag::Stop);
        self.earlier.clear();
        self.earlier_start = 0;
        if let Some(last) = stop(list) {
            let mut begin = stop(&list[..last]).map_or(0, |stop| stop + 1);
            // Dots or a mark alone are no sentence.
            if begin == last {
                begin = stop(&list[..last.saturating_sub(1)]).map_or(0, |stop| stop + 1);
            }
            self.earlier.extend_from_slice(&list[begin..last]);
            self.earlier_start = list[begin].start;
            list.drain(..=last);
        }
    }

    /// Where the sentence ends that `tail` has, if it has no other quotation.
    pub(super) fn tail_end(&self) -> Option<usize> {
        let (last, rest) = self.tail.split_last()?;
        (last.tag == Tag::Stop && rest.iter().all(|token| token.tag != Tag::Quote)).then_some(last.end)
    }

    /// What follows in the sentence: at most this many tokens.
    pub(super) fn read_tail(&mut self, content: &str, outer: &[Stretch], at: usize, most: usize) {
        let list = &mut self.tail;
        list.clear();
        let mut from = outer[at].end;
        for next in at + 1..=at + TOGETHER {
            let end = outer.get(next).map_or(content.len(), |stretch| stretch.start);
            let before = list.len();
            if before >= most {
                return;
            }
            tokens(content, from, end, most - before, list);
            if let Some(stop) = list[before..].iter().position(|token| token.tag == Tag::Stop) {
                list.truncate(before + stop + 1);
                return;
            }
            let Some(stretch) = outer.get(next) else { return };
            list.push(Token::mark(stretch.start, stretch.end, Tag::Quote));
            if matches!(end_of(content, stretch), End::Stop | End::Open) && is_new_sentence(content, stretch.end) {
                list.push(Token::mark(stretch.end, stretch.end, Tag::Stop));
                return;
            }
            from = stretch.end;
        }
    }
}

/// Where a sentence begins, after a word in lower case and a full stop: looked for from `end` back.
fn plain_start(bytes: &[u8], begin: usize, end: usize) -> Option<usize> {
    let floor = begin.max(end.saturating_sub(BEFORE)) + STEM + 1;
    (floor..end).rev().find(|&at| {
        let stem = &bytes[at - STEM - 1..at - 1];
        bytes[at] == b' '
            && (matches!(bytes[at - 1], b'!' | b'?')
                || bytes[at - 1] == b'.' && stem.iter().all(u8::is_ascii_lowercase))
            && (at + 1 == end || bytes[at + 1].is_ascii_uppercase())
    })
}

/// Letters before a full stop that is the end of a sentence for sure.
const STEM: usize = 4;

/// The end of a sentence inside a quotation is one outside too.
fn push_stop(content: &str, stretch: &Stretch, list: &mut Vec<Token>) {
    if matches!(end_of(content, stretch), End::Stop | End::Open) && is_new_sentence(content, stretch.end) {
        list.push(Token::mark(stretch.end, stretch.end, Tag::Stop));
    }
}

/// The first place from `at` on where a word begins, before `end`; in a script without spaces, where a character does.
fn word_from(content: &str, at: usize, end: usize) -> usize {
    if at == 0 {
        return 0;
    }
    let space = content.as_bytes()[at..end].iter().position(|byte| *byte == b' ').map(|space| at + space);
    space.unwrap_or_else(|| (at..=end).find(|&at| content.is_char_boundary(at)).unwrap_or(end))
}
