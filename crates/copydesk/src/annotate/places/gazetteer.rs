//! The names of places, compiled in: `data/places/names.txt` in English, and the names of countries in six other languages.
//!
//! `names.txt` has 5,379 names in 95 kB, and each of the other files some 260 in 6 kB. They are made by `data/places/generate.py`, which
//! says where they come from. A name is found by the first eight bytes of its first word, in a table made at compile time; the lines of
//! one first word stand together, the longest first.

use crate::keys::{FirstLetters, first_eight, spread};
use crate::language::Language;

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
    fn of(letter: u8) -> Self {
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

/// A name of the gazetteer: a line of its file, read once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Name {
    text: &'static str,
    senses: &'static str,
    marks: u8,
    /// The kinds of its senses, a bit for each.
    kinds: u8,
    /// Whether one of several senses is meant where nothing says otherwise, or there is but one.
    is_plain: bool,
    canonical: &'static str,
}

const PERSONS: u8 = 1;
const WORD: u8 = 2;
const DOUBTED: u8 = 4;
const ABBREVIATION: u8 = 8;

impl Name {
    fn of(line: &'static str) -> Self {
        let mut rest = Some(line);
        let mut next = || {
            let (field, after) = rest.map_or(("", None), cut);
            rest = after;
            field
        };
        let (text, senses) = (next(), next());
        let marks = next().bytes().fold(0, |marks, mark| {
            marks
                | match mark {
                    b'p' => PERSONS,
                    b'w' => WORD,
                    b'd' => DOUBTED,
                    _ => ABBREVIATION,
                }
        });
        let canonical = match next() {
            "" => text,
            canonical => canonical,
        };
        let (mut kinds, mut count, mut begins) = (0, 0, true);
        for byte in senses.bytes() {
            if begins && byte != b'!' {
                kinds |= Kind::of(byte).bit();
                count += 1;
            }
            begins = byte == b',' || begins && byte == b'!';
        }
        let is_plain = count == 1 || senses.starts_with('!');
        Self { text, senses, marks, kinds, is_plain, canonical }
    }

    /// The name itself.
    pub(super) fn text(self) -> &'static str {
        self.text
    }

    /// What it can be; nothing for what only begins like a place, or holds one.
    pub(super) fn senses(self) -> impl Iterator<Item = Sense> {
        self.senses.split(',').filter_map(|sense| {
            let sense = sense.trim_start_matches('!');
            let kind = Kind::of(*sense.as_bytes().first()?);
            let (code, supports) = sense[1..].split_once('+').unwrap_or((&sense[1..], ""));
            Some(Sense { kind, code, supports })
        })
    }

    /// Whether it can be nothing but of this kind.
    pub(super) fn is_only(self, kind: Kind) -> bool {
        self.kinds & !kind.bit() == 0
    }

    /// Whether it can be of this kind.
    pub(super) fn may_be(self, kind: Kind) -> bool {
        self.kinds & kind.bit() != 0
    }

    /// Whether it is no place at all.
    pub(super) fn is_nothing(self) -> bool {
        self.senses.is_empty()
    }

    /// The only thing it can be, or the one that is meant where nothing says otherwise.
    pub(super) fn usual(self) -> Option<Sense> {
        self.senses().next().filter(|_| self.is_plain)
    }

    /// Whether it is also a person's name.
    pub(super) fn is_persons(self) -> bool {
        self.marks & PERSONS != 0
    }

    /// Whether it is also a word, so that a capital must say that it is a name.
    pub(super) fn is_word(self) -> bool {
        self.marks & WORD != 0
    }

    /// Whether only strong evidence makes it a place.
    pub(super) fn is_doubted(self) -> bool {
        self.marks & DOUBTED != 0
    }

    /// Whether it is an abbreviation that stands after a city and a comma.
    pub(super) fn is_abbreviation(self) -> bool {
        self.marks & ABBREVIATION != 0
    }

    /// The name that the place goes by in English.
    pub(super) fn canonical(self) -> &'static str {
        self.canonical
    }

    /// What tells it from every other: where its line lies.
    pub(super) fn id(self) -> usize {
        self.text.as_ptr() as usize
    }
}

/// A field of a line, and what stands after its tab.
fn cut(line: &'static str) -> (&'static str, Option<&'static str>) {
    let tab = line.bytes().position(|byte| byte == b'\t');
    tab.map_or((line, None), |tab| (&line[..tab], Some(&line[tab + 1..])))
}

/// How the letters of a name are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    AsListed,
    AllCapitals,
}

/// A list of names and where to look for each.
pub(super) struct Gazetteer {
    file: &'static str,
    /// Where the first line begins of those whose first word has this key, at the slot of the key or the next free one behind it; above
    /// [`OFFSET`] bits of it, some of the key's hash, so that most words that are not listed are told without a look at the file.
    slots: &'static [u32],
    /// The first letters of the names: most other words are told by these.
    pub(super) first: &'static FirstLetters,
}

const FREE: u32 = u32::MAX;
const OFFSET: u32 = 18;

const fn slot(key: u64, slots: usize) -> usize {
    (spread(key) >> 40) as usize % slots
}

/// The bits of a hash that stand above an offset.
const fn tag(key: u64) -> u32 {
    (spread(key) >> 24) as u32 & u32::MAX << OFFSET
}

/// Whether a byte is one of a word's: a letter of ASCII or a part of a longer one, except of the marks that UTF-8 begins with 0xe2 and of
/// the signs that it begins with 0xc2.
pub(super) const fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || byte >= 0x80 && byte != 0xe2 && byte != 0xc2
}

/// Where the word ends that begins at `start`.
pub(super) const fn word_end(bytes: &[u8], start: usize) -> usize {
    let mut end = start;
    while end < bytes.len() && is_letter(bytes[end]) {
        end += 1;
    }
    end
}

const fn line_end(bytes: &[u8], start: usize) -> usize {
    let mut end = start;
    while end < bytes.len() && bytes[end] != b'\n' {
        end += 1;
    }
    end
}

const fn key_at(bytes: &[u8], start: usize) -> u64 {
    let end = word_end(bytes, start);
    first_eight(bytes.split_at(end).0.split_at(start).1)
}

const fn slots<const N: usize>(file: &str) -> [u32; N] {
    let bytes = file.as_bytes();
    assert!(bytes.len() < 1 << OFFSET, "an offset fits");
    let mut slots = [FREE; N];
    // The comments at the head have no first word, and so the key 0.
    let (mut line, mut last) = (0, 0);
    while line < bytes.len() {
        let key = key_at(bytes, line);
        if key != last {
            let mut slot = slot(key, N);
            while slots[slot] != FREE {
                slot = (slot + 1) % N;
            }
            slots[slot] = line as u32 | tag(key);
            last = key;
        }
        line = line_end(bytes, line) + 1;
    }
    slots
}

const fn first_letters(file: &str) -> FirstLetters {
    let bytes = file.as_bytes();
    let (mut first, mut line) = (FirstLetters::new(), 0);
    while line < bytes.len() {
        // A line of the text may end where a name has a space, and an apostrophe has two forms.
        first = first.with_bytes(beginning(&mut [0; 3], bytes, line, b' '));
        first = first.with_bytes(beginning(&mut [0; 3], bytes, line, b'\n'));
        line = line_end(bytes, line) + 1;
    }
    first
}

/// The letters that the name on a line begins with, up to an apostrophe, with this for a space.
const fn beginning<'b>(letters: &'b mut [u8; 3], bytes: &[u8], line: usize, space: u8) -> &'b [u8] {
    let mut count = 0;
    while count < 3 && !matches!(bytes[line + count], b'\t' | b'\'') {
        let byte = bytes[line + count];
        letters[count] = if byte == b' ' { space } else { byte };
        count += 1;
    }
    letters.split_at(count).0
}

macro_rules! gazetteer {
    ($file:literal, $slots:literal) => {{
        const FILE: &str = include_str!(concat!("../../../data/places/", $file));
        static SLOTS: [u32; $slots] = slots(FILE);
        static FIRST: FirstLetters = first_letters(FILE);
        Gazetteer { file: FILE, slots: &SLOTS, first: &FIRST }
    }};
}

static ENGLISH: Gazetteer = gazetteer!("names.txt", 16384);
static GERMAN: Gazetteer = gazetteer!("de.txt", 1024);
static FRENCH: Gazetteer = gazetteer!("fr.txt", 1024);
static SPANISH: Gazetteer = gazetteer!("es.txt", 1024);
static DUTCH: Gazetteer = gazetteer!("nl.txt", 1024);
static PORTUGUESE: Gazetteer = gazetteer!("pt.txt", 1024);
static ITALIAN: Gazetteer = gazetteer!("it.txt", 1024);

/// The names that a text of this language is read with, those in English where it is not known.
pub(super) fn of(language: Option<Language>) -> Option<&'static Gazetteer> {
    match language {
        None | Some(Language::English) => Some(&ENGLISH),
        Some(Language::German) => Some(&GERMAN),
        Some(Language::French) => Some(&FRENCH),
        Some(Language::Spanish) => Some(&SPANISH),
        Some(Language::Dutch) => Some(&DUTCH),
        Some(Language::Portuguese) => Some(&PORTUGUESE),
        Some(Language::Italian) => Some(&ITALIAN),
        Some(_) => None,
    }
}

impl Gazetteer {
    /// The longest name that begins at `start`, where a word ends at `word_end`, and where it ends.
    pub(super) fn longest(&self, bytes: &[u8], start: usize, word_end: usize, case: Case) -> Option<(Name, usize)> {
        let word = &bytes[start..word_end.min(start + 8)];
        let mut folded = [0; 8];
        let word = match case {
            Case::AsListed => word,
            Case::AllCapitals => {
                folded[0] = word[0];
                for (to, from) in folded.iter_mut().zip(word).skip(1) {
                    *to = from.to_ascii_lowercase();
                }
                &folded[..word.len()]
            }
        };
        let mut line = self.first_line(word)?;
        let file = self.file.as_bytes();
        while begins_with(&file[line..], word) {
            if let Some(match_end) = matched(&file[line..], bytes, start, case) {
                let line_end = memchr::memchr(b'\n', &file[line..]).map_or(file.len(), |length| line + length);
                return Some((Name::of(&self.file[line..line_end]), match_end));
            }
            line += memchr::memchr(b'\n', &file[line..])? + 1;
        }
        None
    }

    /// Where the first line begins whose first word has these first eight bytes.
    fn first_line(&self, word: &[u8]) -> Option<usize> {
        let key = first_eight(word);
        let (mut slot, tag) = (slot(key, self.slots.len()), tag(key));
        loop {
            let entry = self.slots[slot];
            if entry == FREE {
                return None;
            }
            let line = (entry & ((1 << OFFSET) - 1)) as usize;
            if entry & u32::MAX << OFFSET == tag && begins_with(&self.file.as_bytes()[line..], word) {
                return Some(line);
            }
            slot = (slot + 1) % self.slots.len();
        }
    }
}

/// Whether the first word of a line has these first eight bytes.
fn begins_with(line: &[u8], word: &[u8]) -> bool {
    line.starts_with(word) && (word.len() == 8 || !line.get(word.len()).is_some_and(|&byte| is_letter(byte)))
}

/// Where the name on a line ends in the text, if it stands at `start` and no letter or digit follows.
fn matched(line: &[u8], bytes: &[u8], start: usize, case: Case) -> Option<usize> {
    let mut at = start;
    for &letter in line.iter().take_while(|&&letter| letter != b'\t') {
        let found = *bytes.get(at)?;
        let same = match letter {
            // A line may end within a name, and an apostrophe has two forms.
            b' ' => found == b' ' || found == b'\n',
            b'\'' if bytes[at..].starts_with("’".as_bytes()) => {
                at += '’'.len_utf8();
                continue;
            }
            _ if case == Case::AllCapitals => letter.to_ascii_uppercase() == found,
            _ => letter == found,
        };
        if !same {
            return None;
        }
        at += 1;
    }
    let goes_on = bytes.get(at).is_some_and(|&byte| is_letter(byte) || byte.is_ascii_digit());
    (!goes_on).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [&Gazetteer; 7] = [&ENGLISH, &GERMAN, &FRENCH, &SPANISH, &DUTCH, &PORTUGUESE, &ITALIAN];

    fn lines(gazetteer: &Gazetteer) -> impl Iterator<Item = &'static str> {
        gazetteer.file.lines().filter(|line| !line.starts_with('#'))
    }

    #[test]
    fn every_name_is_found_and_the_lines_of_a_first_word_stand_together() {
        for gazetteer in ALL {
            let mut seen = std::collections::BTreeSet::new();
            let mut last = 0;
            for line in lines(gazetteer) {
                let name = Name::of(line);
                let bytes = name.text().as_bytes();
                let key = key_at(bytes, 0);
                assert!(key == last || seen.insert(key), "{line} stands apart");
                last = key;
                let found = gazetteer.longest(bytes, 0, word_end(bytes, 0), Case::AsListed);
                assert_eq!(found, Some((name, bytes.len())), "{line}");
            }
        }
    }

    #[test]
    fn senses_have_a_kind_and_a_code() {
        for gazetteer in ALL {
            for name in lines(gazetteer).map(Name::of) {
                for sense in name.senses() {
                    assert!(sense.code.is_empty() || sense.country().is_some(), "{name:?}");
                    assert!(sense.kind != Kind::Country || sense.code.len() == 2, "{name:?}");
                }
            }
        }
    }
}
