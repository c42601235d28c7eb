//! The sentences around a quotation, as tokens.
//!
//! A block is read once, and only as far as its quotations need it: the sentence of each, and the sentence before if somebody asks for it.

use crate::letters::ceil_char_boundary;
use std::ops::Range;

use memchr::memrchr3;

use super::marks::Stretch;
use super::tokens::{self, Token};
use super::words::{self, Tag};

/// How many bytes before a quotation are read for the sentence that it stands in.
const BEFORE: usize = 600;

/// How many tokens after a quotation are read first. Most reporting clauses are no longer than that.
pub(super) const FEW: usize = 12;

/// How many tokens after a quotation are read at most.
pub(super) const AFTER: usize = 60;

/// If no more bytes than this stand between two quotations, all are read, without looking for where the second one's sentence begins.
const NEAR: usize = 160;

/// Room for this many tokens and quotations. Most blocks need no more.
const TOKENS: usize = 128;
const QUOTES: usize = 8;

/// How a quotation ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    Comma,
    /// A question mark, an exclamation mark, a dash or dots: the sentence may go on behind them.
    Open,
    Stop,
    None,
}

pub(super) fn end_of(content: &str, stretch: &Stretch) -> End {
    if content.as_bytes().get(stretch.end) == Some(&b',') {
        return End::Comma;
    }
    let inside = stretch.inside(content);
    match inside.as_bytes().last() {
        Some(b',') => End::Comma,
        Some(b'a'..=b'z' | b'A'..=b'Z') => End::None,
        _ => {
            let inside = inside.trim_end_matches(['\'', '’', ' ', ')', '”', '"', ']']);
            match inside.chars().next_back() {
                Some(',') => End::Comma,
                Some('?' | '!' | '—' | '–' | '-' | '…') => End::Open,
                Some('.') if inside.ends_with("..") => End::Open,
                Some('.') => End::Stop,
                _ => End::None,
            }
        }
    }
}

/// Whether a new sentence begins at a place. An empty rest counts as one.
pub(super) fn is_new_sentence(content: &str, at: usize) -> bool {
    let rest = content[at..].trim_start();
    rest.is_empty() || rest.starts_with(|c: char| !c.is_lowercase() && !matches!(c, ',' | ';' | ':' | '-' | '–' | '—'))
}

/// What stands around a quotation.
pub(super) struct Around<'l> {
    /// Its sentence, up to the quotation.
    pub(super) head: &'l [Token],
    /// The rest of its sentence, as far as it was read.
    pub(super) tail: &'l [Token],
    /// Whether the sentence may go on behind what was read.
    pub(super) goes_on: bool,
}

/// The sentences of a block, as far as they were read. The lists are used again for each block.
#[derive(Default)]
pub(super) struct Sentences {
    /// Words and marks. Each quotation is one token.
    list: Vec<Token>,
    /// Where the quotations stand in the list.
    quotes: Vec<usize>,
    /// The byte up to which the block was read.
    end: usize,
    /// The range of bytes that was left out last.
    left_out: (usize, usize),
    /// A sentence that was left out at first, and read after all.
    earlier: Vec<Token>,
}

impl Sentences {
    /// Begins a new block.
    pub(super) fn begin(&mut self) {
        self.list.clear();
        self.quotes.clear();
        self.list.reserve(TOKENS);
        self.quotes.reserve(QUOTES);
        self.end = 0;
        self.left_out = (0, 0);
    }

    /// The sentence of the quotation at `at`, up to the quotation. Quotations must be asked for in order.
    #[inline]
    pub(super) fn up_to(&mut self, content: &str, outer: &[Stretch], at: usize) -> &[Token] {
        while self.quotes.len() <= at {
            self.read_to(content, outer[self.quotes.len()].start);
            self.take_quote(content, outer);
        }
        let quote = self.quotes[at];
        &self.list[self.head(quote, outer[at].start)..quote]
    }

    /// What stands around the quotation at `at`, with at most `limit` tokens after it. Quotations must be asked for in order.
    pub(super) fn around(&mut self, content: &str, outer: &[Stretch], at: usize, limit: usize) -> Around<'_> {
        let head = self.up_to(content, outer, at).len();
        let quote = self.quotes[at];
        let tail = self.read_tail(content, outer, quote, limit);
        let goes_on = limit < AFTER && tail.len() == limit && self.list[tail.end - 1].tag != Tag::Stop;
        Around { head: &self.list[quote - head..quote], tail: &self.list[tail], goes_on }
    }

    /// The sentence before the one of the quotation at `at`. It must be the quotation that was asked for last.
    pub(super) fn earlier(&mut self, content: &str, outer: &[Stretch], at: usize) -> &[Token] {
        self.before(content, self.quotes[at], outer[at].start)
    }

    /// The last sentence of a block. If the block ends in a quotation that ends its sentence, it is the sentence before that.
    pub(super) fn last(&mut self, content: &str, outer: &[Stretch]) -> &[Token] {
        self.begin();
        while self.quotes.len() < outer.len() {
            self.read_to(content, outer[self.quotes.len()].start);
            self.take_quote(content, outer);
        }
        self.read_to(content, content.len());
        let end = self.list.len();
        let head = self.head(end, content.len());
        if head < end { &self.list[head..] } else { self.before(content, end, content.len()) }
    }

    /// Where in the list the sentence begins that ends before the token `end`. It has only so many bytes before `start`.
    fn head(&self, end: usize, start: usize) -> usize {
        begin(&self.list[..end], start.saturating_sub(BEFORE))
    }

    /// The sentence before the one that ends before the token `end`.
    fn before(&mut self, content: &str, end: usize, start: usize) -> &[Token] {
        let floor = start.saturating_sub(BEFORE);
        let Some(stop) = self.head(end, start).checked_sub(1) else { return &[] };
        let (left, from) = self.left_out;
        if self.list[stop].tag == Tag::Stop && self.list[stop].end == from && from > left {
            self.earlier.clear();
            if from <= floor {
                // It ends further back than is read.
                return &[];
            }
            let mut at = match plain_start(content.as_bytes(), left, from - 1) {
                Some(begin) => word_from(content, begin.max(floor), from),
                None if floor > left => word_from(content, floor, from),
                // The sentence may have begun before what was left out.
                None => {
                    self.earlier.extend_from_slice(&self.list[begin(&self.list[..stop], floor)..stop]);
                    left
                }
            };
            while at < from {
                at = tokens::read(content, at, from, usize::MAX, &mut self.earlier);
            }
            return ended(&self.earlier, floor);
        }
        ended(&self.list[..=stop], floor)
    }

    /// Reads on to a place. No other quotation stands before it.
    fn read_to(&mut self, content: &str, end: usize) {
        if end - self.end > NEAR {
            self.skip(content, end);
        }
        while self.end < end {
            self.end = tokens::read(content, self.end, end, usize::MAX, &mut self.list);
        }
    }

    /// Leaves out what stands before the sentence that goes on at `end`, and puts the end of a sentence in its place.
    fn skip(&mut self, content: &str, end: usize) {
        let own = plain_start(content.as_bytes(), self.end, end).unwrap_or(0);
        let from = own.max(word_from(content, end.saturating_sub(BEFORE), end));
        if from > self.end {
            self.list.push(Token::mark(from, from, Tag::Stop));
            self.left_out = (self.end, from);
            self.end = from;
        }
    }

    /// Adds the next quotation, as one token. If it ends its sentence inside its marks, the outer sentence ends there too.
    fn take_quote(&mut self, content: &str, outer: &[Stretch]) {
        let stretch = &outer[self.quotes.len()];
        self.quotes.push(self.list.len());
        self.list.push(Token::mark(stretch.start, stretch.end, Tag::Quote));
        if matches!(end_of(content, stretch), End::Stop | End::Open) && is_new_sentence(content, stretch.end) {
            self.list.push(Token::mark(stretch.end, stretch.end, Tag::Stop));
        }
        self.end = stretch.end;
    }

    /// Reads up to `limit` tokens of the sentence behind a quotation, and says where they stand in the list.
    fn read_tail(&mut self, content: &str, outer: &[Stretch], quote: usize, limit: usize) -> Range<usize> {
        let end = self.list[quote].end;
        let ends = self.list.get(quote + 1).is_some_and(|next| next.tag == Tag::Stop && next.end == end);
        let start = quote + 1 + usize::from(ends);
        let mut seen = start;
        loop {
            if let Some(stop) = self.list[seen..].iter().position(|token| token.tag == Tag::Stop) {
                return start..(start + limit).min(seen + stop + 1);
            }
            seen = self.list.len();
            if seen >= start + limit {
                return start..start + limit;
            }
            let next = outer.get(self.quotes.len());
            let end = next.map_or(content.len(), |stretch| stretch.start);
            if self.end < end {
                self.end = tokens::read(content, self.end, end, start + limit - seen, &mut self.list);
            } else if next.is_some() {
                self.take_quote(content, outer);
            } else {
                return start..seen;
            }
        }
    }
}

/// Where in the list its last sentence begins. Tokens that end before the byte `floor` do not belong to it.
fn begin(list: &[Token], floor: usize) -> usize {
    list.len() - list.iter().rev().take_while(|token| token.tag != Tag::Stop && token.end > floor).count()
}

/// The last sentence of a list that ends with the end of a sentence, without that end.
fn ended(list: &[Token], floor: usize) -> &[Token] {
    let Some(stop) = list.len().checked_sub(1).filter(|&last| list[last].tag == Tag::Stop) else { return &[] };
    let first = begin(&list[..stop], floor);
    // A mark alone, such as dots, is no sentence.
    let first = if first == stop { begin(&list[..stop.saturating_sub(1)], floor) } else { first };
    &list[first..stop]
}

/// Where the last sentence before `end` begins: behind a full stop that follows a word in lower case, so that it is sure to end a sentence.
/// The search goes back.
fn plain_start(bytes: &[u8], begin: usize, end: usize) -> Option<usize> {
    let floor = begin.max(end.saturating_sub(BEFORE)) + STEM;
    let mut last = end;
    while let Some(stop) = bytes.get(floor..last).and_then(|text| memrchr3(b'.', b'!', b'?', text)) {
        last = floor + stop;
        let stem = &bytes[last - STEM..last];
        let plain = bytes[last] != b'.' || stem.iter().all(u8::is_ascii_lowercase) && !is_shortened(&bytes[..last]);
        let capital = last + 2 >= end || bytes[last + 2].is_ascii_uppercase();
        if plain && capital && bytes.get(last + 1) == Some(&b' ') {
            return Some(last + 1);
        }
    }
    None
}

/// Whether the full stop that stands here belongs to the word before it: `Calif.`
fn is_shortened(before: &[u8]) -> bool {
    let letters = before.iter().rev().take(words::SHORTENED_LETTERS + 1).take_while(|byte| byte.is_ascii_alphabetic());
    let word = &before[before.len() - letters.count()..];
    std::str::from_utf8(word).is_ok_and(words::is_shortened)
}

/// So many lower-case letters before a full stop show that it ends a sentence.
const STEM: usize = 4;

/// The first place from `at` on where a word begins, up to `end`. In a script without spaces, the first place where a character begins.
fn word_from(content: &str, at: usize, end: usize) -> usize {
    if at == 0 {
        return 0;
    }
    let space = content.as_bytes()[at..end].iter().position(|byte| *byte == b' ').map(|space| at + space);
    space.unwrap_or_else(|| ceil_char_boundary(content, at).min(end))
}

#[cfg(test)]
mod tests {
    use crate::{LAYERS, Options, Source};

    #[test]
    fn a_sentence_that_ends_further_back_than_is_read_is_none() {
        let text = "harbour harbour lighthouses lighthouses. he boat net boat ox ox island ox net boat ferry-ferry harbour' harbour, \
                    ferry net boat lanterns fisherman net ferry boat. \"ferry boat lanterns lanterns ferry fisherman' shipbuilding net \
                    ferry-ox lanterns net boat fisherman ferry ox harbour net shipbuilding net waterproofing ox net harbour,\" said ox, \
                    lighthouse net boat boat net ferry-ferry island island fisherman lanterns, net net net ferry-ferry island lighthouses \
                    ferry boat ox boat shipbuilding. island boat ferry net island ferry'ox harbour harbour harbour, ox lanterns the \
                    lighthouses of lanterns ferry and lighthouse harbour and shipbuilding, and the ferry lanterns of lanterns \"boat \
                    island\" harbour. ferry and ferry were ferry the ferry to boat \"boat island\" and \"ferry ferry\" ferry-ox, he said,";
        let document = Options::new().layers(LAYERS).parse(&Source::new(text).unwrap());
        assert_eq!(document.quotations().count(), 4);
    }
}
