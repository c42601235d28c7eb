//! The names of places, compiled in: `data/places/names.txt` in English, and the names of countries in six other languages.
//!
//! `names.txt` has 5,380 names in 95 kB; the other files have some 260 each, in 6 kB. `data/places/generate.py` makes them and says where
//! they come from. A name is found by the first eight bytes of its first word, in a table made at compile time. The lines with the same
//! first word are together, the longest first, and the first letter of the second word rules most of them out.

use crate::keys::{first_eight, spread};
use crate::language::Language;
use crate::letters;

pub(super) use super::name::{COUNTRIES, Kind, Name, Sense};
use super::name::{Line, end_of};
use super::scan::Names;

/// How the letters of a name are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    AsListed,
    AllCapitals,
}

/// A list of names and where to look for each.
pub(super) struct Gazetteer {
    file: &'static str,
    /// The lines of the file, in order.
    lines: &'static [Line],
    /// The number of the first line whose first word has this key, at the slot of the key or the next free one after it. The bits above the
    /// [`NUMBER`] lowest are some of the key's hash: they reject most unlisted words without a look at the lines.
    slots: &'static [u32],
    /// The first words of the names: nearly all other words are told by these.
    pub(super) first: &'static Names,
}

const FREE: u32 = u32::MAX;
const NUMBER: u32 = 14;

const fn slot(key: u64, slots: usize) -> usize {
    (spread(key) >> 40) as usize & (slots - 1)
}

/// The bits of a hash that stand above a number.
const fn tag(key: u64) -> u32 {
    (spread(key) >> 24) as u32 & u32::MAX << NUMBER
}

/// Whether a byte belongs to a word: an ASCII letter or a part of a longer one, except the marks that UTF-8 begins with 0xe2 and the signs
/// that it begins with 0xc2.
pub(super) const fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || byte >= 0x80 && byte != 0xe2 && byte != 0xc2
}

/// Where the word ends that begins at `start`.
pub(super) fn word_end(bytes: &[u8], start: usize) -> usize {
    let mut end = start;
    loop {
        end += letters::leading_run(&bytes[end..]);
        match bytes.get(end) {
            Some(&byte) if is_letter(byte) => end += 1,
            _ => return end,
        }
    }
}

/// How many lines a file has, but for the comments.
const fn count(file: &str) -> usize {
    let (bytes, mut count, mut start) = (file.as_bytes(), 0, 0);
    while start < bytes.len() {
        count += (bytes[start] != b'#') as usize;
        start = end_of(bytes, start, b'\n') + 1;
    }
    count
}

const fn lines<const N: usize>(file: &str) -> [Line; N] {
    let (bytes, mut lines, mut count, mut start) = (file.as_bytes(), [Line::NONE; N], 0, 0);
    while start < bytes.len() {
        if bytes[start] != b'#' {
            lines[count] = Line::of(bytes, start);
            count += 1;
        }
        start = end_of(bytes, start, b'\n') + 1;
    }
    lines
}

const fn slots<const N: usize>(lines: &[Line]) -> [u32; N] {
    assert!(N.is_power_of_two() && lines.len() < 1 << NUMBER, "the number of a line fits");
    let (mut slots, mut last, mut number) = ([FREE; N], 0, 0);
    while number < lines.len() {
        let key = lines[number].key;
        if key != last {
            let mut slot = slot(key, N);
            while slots[slot] != FREE {
                slot = (slot + 1) & (N - 1);
            }
            slots[slot] = number as u32 | tag(key);
            last = key;
        }
        number += 1;
    }
    slots
}

const fn first_words(lines: &[Line]) -> Names {
    let (mut first, mut number) = (Names::new(), 0);
    while number < lines.len() {
        first.put(lines[number].key);
        number += 1;
    }
    first
}

macro_rules! gazetteer {
    ($file:literal, $slots:literal) => {{
        const FILE: &str = include_str!(concat!("../../../data/places/", $file));
        static LINES: [Line; count(FILE)] = lines(FILE);
        static SLOTS: [u32; $slots] = slots(&LINES);
        static FIRST: Names = first_words(&LINES);
        Gazetteer { file: FILE, lines: &LINES, slots: &SLOTS, first: &FIRST }
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
        let key = first_eight(&bytes[start..word_end]);
        let key = match case {
            Case::AsListed => key,
            Case::AllCapitals => letters::lowered(key) & !0xff | key & 0xff,
        };
        let first = self.first_line(key)?;
        let second = bytes.get(word_end + 1).copied().unwrap_or(0);
        // What the key tells is known.
        let known = (word_end - start).min(8);
        for line in self.lines[first..].iter().take_while(|line| line.key == key) {
            // Whatever the case of the letter.
            let is_other = line.second != 0 && (line.second ^ second) & !0x20 != 0;
            if is_other {
                continue;
            }
            let name = Name { file: self.file, line };
            if let Some(end) = matched(&name.text().as_bytes()[known..], bytes, start + known, case) {
                return Some((name, end));
            }
        }
        None
    }

    /// The number of the first line whose first word has this key.
    fn first_line(&self, key: u64) -> Option<usize> {
        let (mut slot, tag) = (slot(key, self.slots.len()), tag(key));
        loop {
            let entry = self.slots[slot];
            if entry == FREE {
                return None;
            }
            let number = (entry & ((1 << NUMBER) - 1)) as usize;
            if entry & u32::MAX << NUMBER == tag && self.lines[number].key == key {
                return Some(number);
            }
            slot = (slot + 1) & (self.slots.len() - 1);
        }
    }
}

/// Where a name ends in the text whose rest stands at `at`, if it stands there and no letter or digit follows.
fn matched(rest: &[u8], bytes: &[u8], mut at: usize, case: Case) -> Option<usize> {
    for &letter in rest {
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

    fn names(gazetteer: &Gazetteer) -> impl Iterator<Item = Name> {
        gazetteer.lines.iter().map(|line| Name { file: gazetteer.file, line })
    }

    #[test]
    fn every_name_is_found_and_the_lines_of_a_first_word_stand_together() {
        for gazetteer in ALL {
            let mut seen = std::collections::BTreeSet::new();
            let mut last = 0;
            for name in names(gazetteer) {
                let bytes = name.text().as_bytes();
                let key = name.line.key;
                assert!(key == last || seen.insert(key), "{name:?} stands apart");
                last = key;
                let found = gazetteer.longest(bytes, 0, word_end(bytes, 0), Case::AsListed);
                assert_eq!(found, Some((name, bytes.len())), "{name:?}");
            }
        }
    }

    #[test]
    fn senses_have_a_kind_and_a_code() {
        for gazetteer in ALL {
            for name in names(gazetteer) {
                for sense in name.senses() {
                    assert!(sense.code.is_empty() || sense.country().is_some(), "{name:?}");
                    assert!(sense.kind != Kind::Country || sense.code.len() == 2, "{name:?}");
                }
            }
        }
    }
}
