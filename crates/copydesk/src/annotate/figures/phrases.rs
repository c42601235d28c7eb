//! Phrases of the data files, found at a place in the text.

use crate::data::{Entry, is_same};
use crate::keys::{Keyed, Slots, Words};

use super::text::Text;

/// Phrases in order of name, and where those with the same first word stand.
pub(super) struct Phrases {
    pub(super) entries: &'static [Entry],
    pub(super) first: Words<(u16, u16)>,
}

/// The first words of phrases that are in order of name, and from where to where the phrases that begin with them go.
pub(super) const fn first_words<const COUNT: usize>(entries: &[Entry]) -> Slots<(u16, u16), COUNT> {
    let (mut slots, mut at) = (Slots::new((0, 0)), 0);
    while at < entries.len() {
        let word = first_word(entries[at].name);
        let from = at;
        while at < entries.len() && is_same(first_word(entries[at].name), word) {
            at += 1;
        }
        slots = slots.with(word, (from as u16, at as u16));
    }
    slots
}

const fn first_word(name: &'static str) -> &'static str {
    let (bytes, mut at) = (name.as_bytes(), 0);
    while at < bytes.len() && !matches!(bytes[at], b' ' | b'.' | b'-') {
        at += 1;
    }
    name.split_at(at).0
}

impl Phrases {
    /// The longest phrase of this section that stands here: its end, and what it stands for. The first word may have the plural's `s`.
    pub(super) fn longest(&self, section: &str, text: &Text<'_>, at: usize) -> Option<(usize, &'static str)> {
        let word = text.word(at);
        let singular = word.strip_suffix(['s', 'S']).map(Keyed::key);
        let begins = |key| {
            let (from, to) = self.first.find(key)?;
            let known =
                self.entries[usize::from(from)..usize::from(to)].iter().filter(|entry| entry.section == section);
            let here = known.filter_map(|entry| Some((text.phrase(at, entry.name)?, entry.value)));
            here.rev().max_by_key(|(end, _)| *end)
        };
        let found = [Some(word.key()), singular].into_iter().flatten().filter_map(begins);
        found.max_by_key(|(end, _)| *end)
    }
}

/// Entries in order of name, and where those with the same first byte begin.
pub(super) struct Symbols {
    entries: &'static [Entry],
    starts: [u16; 257],
}

impl Symbols {
    pub(super) const fn of(entries: &'static [Entry]) -> Self {
        let (mut starts, mut at, mut byte) = ([0; 257], 0, 0);
        while byte < 256 {
            starts[byte] = at as u16;
            while at < entries.len() && entries[at].name.as_bytes()[0] as usize == byte {
                at += 1;
            }
            byte += 1;
        }
        assert!(at == entries.len(), "the entries are in order");
        starts[256] = at as u16;
        Self { entries, starts }
    }

    /// The entries that begin with this byte.
    pub(super) fn beginning(&self, byte: u8) -> &'static [Entry] {
        let byte = usize::from(byte);
        &self.entries[usize::from(self.starts[byte])..usize::from(self.starts[byte + 1])]
    }
}

/// The longest symbol that stands here as it is written, with no letter or digit after it: its end, and what it stands for.
pub(super) fn symbol(table: &Symbols, text: &Text<'_>, at: usize) -> Option<(usize, &'static str)> {
    let here = table.beginning(text.byte(at)).iter().filter(|entry| text.starts(at, entry.name));
    let longest = here.max_by_key(|entry| entry.name.len())?;
    let end = at + longest.name.len();
    text.is_edge(end).then_some((end, longest.value))
}

/// The same for a sign, after which anything may stand.
pub(super) fn symbol_of(table: &Symbols, text: &Text<'_>, at: usize) -> Option<(usize, &'static str)> {
    // Quotation marks and dashes, which stand beside numbers far more often than signs do.
    if text.bytes[at.min(text.bytes.len())..].starts_with(&[0xE2, 0x80]) {
        return None;
    }
    let entry = table.beginning(text.byte(at)).iter().find(|entry| text.starts(at, entry.name))?;
    Some((at + entry.name.len(), entry.value))
}

/// The phrases of a data file, with so many slots for their first words.
macro_rules! phrases {
    ($file:literal, $slots:literal) => {{
        const ENTRIES: &[$crate::data::Entry] = &$crate::data::in_order($crate::data::data!($file));
        const FIRST: $crate::keys::Slots<(u16, u16), $slots> = super::phrases::first_words(ENTRIES);
        super::phrases::Phrases { entries: ENTRIES, first: $crate::keys::Words { slots: &FIRST.slots } }
    }};
}
pub(super) use phrases;
