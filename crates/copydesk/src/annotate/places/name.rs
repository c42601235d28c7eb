//! A name of the gazetteer: a line of its file, parsed at compile time.

use crate::keys::first_eight;

use super::gazetteer::is_letter;

/// What a name can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Country,
    Demonym,
    Region,
    City,
}

impl Kind {
    /// By the letter of the files.
    const fn of(letter: u8) -> Self {
        match letter {
            b'c' => Self::Country,
            b'd' => Self::Demonym,
            b'r' => Self::Region,
            _ => Self::City,
        }
    }

    const fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// One of the things that a name can be.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sense {
    pub(super) kind: Kind,
    /// Its code in ISO 3166-1 or 3166-2; empty where it has none.
    pub(super) code: &'static str,
    /// Codes of other places that speak for it, with a `+` before each.
    supports: &'static str,
}

impl Sense {
    /// As the files have it: the letter of the kind, the code, and what speaks for it.
    fn of(written: &'static str) -> Option<Self> {
        let written = written.strip_prefix('!').unwrap_or(written);
        let kind = Kind::of(*written.as_bytes().first()?);
        let (code, supports) = cut(&written[1..], b'+');
        Some(Self { kind, code, supports: supports.unwrap_or("") })
    }

    /// The country it lies in, as a number below [`COUNTRIES`]; `None` where it lies in no one country.
    pub(super) fn country(&self) -> Option<usize> {
        country(self.code)
    }

    /// The countries that speak for it, its own among them.
    pub(super) fn supporters(&self) -> impl Iterator<Item = usize> + '_ {
        self.country().into_iter().chain(self.supports.split('+').filter_map(country))
    }
}

/// As many as there are pairs of letters.
pub(super) const COUNTRIES: usize = 26 * 26;

fn country(code: &str) -> Option<usize> {
    match code.as_bytes() {
        [first @ b'A'..=b'Z', second @ b'A'..=b'Z', ..] => {
            Some(usize::from(first - b'A') * 26 + usize::from(second - b'A'))
        }
        _ => None,
    }
}

/// A line of a file, taken apart at compile time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// The first eight bytes of the name's first word.
    pub(super) key: u64,
    /// Where the line begins, and with it the name.
    start: u32,
    /// How many bytes the name has.
    name: u8,
    /// Where its senses lie on the line.
    senses: (u8, u8),
    /// Where the name lies that the place goes by.
    canonical: (u8, u8),
    marks: u8,
    /// The kinds of its senses, a bit for each.
    kinds: u8,
    /// Whether one of several senses is meant where nothing says otherwise, or there is but one.
    is_plain: bool,
    /// The letter that the second word begins with; 0 where there is none after a space. By it most lines of one first word are told.
    pub(super) second: u8,
}

const PERSONS: u8 = 1;
const WORD: u8 = 2;
const DOUBTED: u8 = 4;
const ABBREVIATION: u8 = 8;

impl Line {
    /// None of any file.
    pub(super) const NONE: Self = Self {
        key: 0,
        start: 0,
        name: 0,
        senses: (0, 0),
        canonical: (0, 0),
        marks: 0,
        kinds: 0,
        is_plain: false,
        second: 0,
    };

    pub(super) const fn of(file: &[u8], start: usize) -> Self {
        let end = end_of(file, start, b'\n');
        let (line, _) = file.split_at(end);
        let name = end_of(line, start, b'\t');
        let senses = (after(line, name), end_of(line, after(line, name), b'\t'));
        let marks = (after(line, senses.1), end_of(line, after(line, senses.1), b'\t'));
        let canonical = (after(line, marks.1), end_of(line, after(line, marks.1), b'\t'));
        let canonical = if canonical.0 == canonical.1 { (start, name) } else { canonical };
        let mut made = Self {
            key: key_at(line, start),
            start: start as u32,
            name: (name - start) as u8,
            senses: ((senses.0 - start) as u8, (senses.1 - start) as u8),
            canonical: ((canonical.0 - start) as u8, (canonical.1 - start) as u8),
            second: second(line, start, name),
            ..Self::NONE
        };
        assert!(end - start <= u8::MAX as usize, "a line is short");
        let mut at = marks.0;
        while at < marks.1 {
            made.marks |= match line[at] {
                b'p' => PERSONS,
                b'w' => WORD,
                b'd' => DOUBTED,
                _ => ABBREVIATION,
            };
            at += 1;
        }
        let (mut count, mut begins) = (0, true);
        at = senses.0;
        while at < senses.1 {
            if begins && line[at] != b'!' {
                made.kinds |= Kind::of(line[at]).bit();
                count += 1;
            }
            begins = line[at] == b',' || begins && line[at] == b'!';
            at += 1;
        }
        made.is_plain = count == 1 || count > 0 && line[senses.0] == b'!';
        made
    }
}

const fn listed_word_end(bytes: &[u8], start: usize) -> usize {
    let mut end = start;
    while end < bytes.len() && is_letter(bytes[end]) {
        end += 1;
    }
    end
}

const fn key_at(bytes: &[u8], start: usize) -> u64 {
    let end = listed_word_end(bytes, start);
    first_eight(bytes.split_at(end).0.split_at(start).1)
}

/// Where a byte stands next, or the end.
pub(super) const fn end_of(bytes: &[u8], mut at: usize, byte: u8) -> usize {
    while at < bytes.len() && bytes[at] != byte {
        at += 1;
    }
    at
}

/// Past a tab, if there is one.
const fn after(line: &[u8], tab: usize) -> usize {
    if tab < line.len() { tab + 1 } else { tab }
}

/// The letter that the second word of a name begins with, if a space stands between. An apostrophe has two forms, and is none.
const fn second(line: &[u8], start: usize, end: usize) -> u8 {
    let space = listed_word_end(line, start);
    if space + 1 < end && line[space] == b' ' && line[space + 1] != b'\'' { line[space + 1] } else { 0 }
}

/// A name of the gazetteer: a line of its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) file: &'static str,
    pub(super) line: &'static Line,
}

impl Name {
    fn field(self, (start, end): (u8, u8)) -> &'static str {
        let line = self.line.start as usize;
        &self.file[line + usize::from(start)..line + usize::from(end)]
    }

    /// The name itself.
    pub(super) fn text(self) -> &'static str {
        self.field((0, self.line.name))
    }

    /// What it can be; nothing for what only begins like a place, or holds one.
    pub(super) fn senses(self) -> impl Iterator<Item = Sense> {
        let mut rest = Some(self.field(self.line.senses));
        std::iter::from_fn(move || {
            let (sense, after) = cut(rest?, b',');
            rest = after;
            Some(sense)
        })
        .filter_map(Sense::of)
    }

    /// Whether it can be nothing but of this kind.
    pub(super) fn is_only(self, kind: Kind) -> bool {
        self.line.kinds & !kind.bit() == 0
    }

    /// Whether it can be of this kind.
    pub(super) fn may_be(self, kind: Kind) -> bool {
        self.line.kinds & kind.bit() != 0
    }

    /// Whether it is no place at all.
    pub(super) fn is_nothing(self) -> bool {
        self.line.kinds == 0
    }

    /// The only thing it can be, or the one that is meant where nothing says otherwise.
    pub(super) fn usual(self) -> Option<Sense> {
        if self.line.is_plain { self.senses().next() } else { None }
    }

    /// Whether it is also a person's name.
    pub(super) fn is_persons(self) -> bool {
        self.line.marks & PERSONS != 0
    }

    /// Whether it is also a word, so that a capital must say that it is a name.
    pub(super) fn is_word(self) -> bool {
        self.line.marks & WORD != 0
    }

    /// Whether only strong evidence makes it a place.
    pub(super) fn is_doubted(self) -> bool {
        self.line.marks & DOUBTED != 0
    }

    /// Whether it is an abbreviation that stands after a city and a comma.
    pub(super) fn is_abbreviation(self) -> bool {
        self.line.marks & ABBREVIATION != 0
    }

    /// Whether it is an abbreviation that a full stop shows to be one: `Pa.`, and not `LA`.
    pub(super) fn is_short(self) -> bool {
        self.is_abbreviation() && self.text().ends_with('.')
    }

    /// The name that the place goes by in English.
    pub(super) fn canonical(self) -> &'static str {
        self.field(self.line.canonical)
    }

    /// What tells it from every other: where its line lies.
    pub(super) fn id(self) -> usize {
        std::ptr::from_ref(self.line) as usize
    }
}

/// What stands before a byte, and what after it, if it is there.
fn cut(text: &'static str, byte: u8) -> (&'static str, Option<&'static str>) {
    let at = text.bytes().position(|found| found == byte);
    at.map_or((text, None), |at| (&text[..at], Some(&text[at + 1..])))
}
