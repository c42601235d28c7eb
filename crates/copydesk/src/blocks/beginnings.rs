//! How a line begins. For nearly every line, the first letters show that it begins with no phrase of any table.
//!
//! Half a dozen families compare every line with some thousand phrases. The line's first letters and its first word, hashed, answer for all
//! tables at once: each slot of the hash has a bit for each group of tables. A table itself is read only for the lines that pass. The hash
//! is made from the tables at compile time, so the two cannot differ. A line that begins with no phrase may pass; one that begins with a
//! phrase always does.

use super::wording::{Wording, begins, is_unseen};
use super::{bylines, dates, furniture, furniture_pleas, legal, marks, notes, pictures};
use crate::keys::{first_eight, spread};
use crate::letters;
use crate::masks::{blocks, moved, places};

/// The groups of tables that a line may begin with a phrase of: a bit for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Beginnings(u16);

impl Beginnings {
    const NONE: Self = Self(0);
    /// Of a line that was not looked at.
    pub(super) const ALL: Self = Self(u16::MAX);

    pub(super) const LEGAL: Self = Self(1);
    /// Furniture that is all of a line.
    pub(super) const WHOLE: Self = Self(1 << 1);
    /// Furniture that is told by the beginning of a line, whatever follows.
    pub(super) const OPENED: Self = Self(1 << 2);
    /// Furniture of a fixed form.
    pub(super) const FORM: Self = Self(1 << 3);
    /// A request to the reader.
    pub(super) const REQUEST: Self = Self(1 << 4);
    pub(super) const SIGN_UP: Self = Self(1 << 5);
    /// What a request is about; it stands inside.
    pub(super) const OBJECT: Self = Self(1 << 6);
    pub(super) const CAPTION: Self = Self(1 << 7);
    /// The credit of a picture, on a line of its own.
    pub(super) const CREDIT_LINE: Self = Self(1 << 8);
    /// Words of such a credit; they stand inside.
    pub(super) const CREDIT: Self = Self(1 << 9);
    pub(super) const NOTE: Self = Self(1 << 10);
    /// A note about an author who is not named.
    pub(super) const NAMELESS: Self = Self(1 << 11);
    /// What an author is, and ways to reach him; both stand inside.
    pub(super) const AUTHOR: Self = Self(1 << 12);
    pub(super) const BYLINE: Self = Self(1 << 13);
    pub(super) const JUMP: Self = Self(1 << 14);
    pub(super) const END_MARK: Self = Self(1 << 15);

    /// Those for which what stands before the first word does not count.
    const BARE: Self = Self::WHOLE
        .or(Self::OPENED)
        .or(Self::FORM)
        .or(Self::REQUEST)
        .or(Self::SIGN_UP)
        .or(Self::NOTE)
        .or(Self::END_MARK);

    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the line may begin with a phrase of one of these groups.
    pub(super) const fn may_be(self, groups: Self) -> bool {
        self.0 & groups.0 != 0
    }

    /// Of a line as it stands.
    pub(super) fn of(line: &str) -> Self {
        const GLANCE: usize = 32;
        if let Some(head) = plain_head(line.as_bytes()) {
            return SIEVE.groups(head);
        }
        let wording = Wording::of_beginning(line, GLANCE);
        if wording.bytes().len() < LETTERS && line.len() > GLANCE {
            // The first letters are not known.
            return Self::ALL;
        }
        Self::worded(wording.bytes())
    }

    /// Of a line, set aside what stands before its first word where that does not count.
    pub(super) fn of_row(line: &str) -> Self {
        match line.chars().next() {
            Some(first) if !letters::is_alphanumeric(first) => {
                let whole = if may_begin_phrase(first) { Self::of(line) } else { Self::NONE };
                let bare = Self::of(without_signs(line));
                Self(whole.0 & !Self::BARE.0 | bare.0 & Self::BARE.or(Self::LEGAL).0)
            }
            _ => Self::of(line),
        }
    }

    /// Of words in the spelling of `wording`.
    pub(super) fn worded(words: &[u8]) -> Self {
        SIEVE.groups(first_eight(words))
    }

    /// Whether a phrase of the group, each of which begins with an ASCII letter, may stand somewhere in a line as it is written.
    pub(super) fn may_stand_in(line: &str, group: Self) -> bool {
        let bytes = line.as_bytes();
        let mut before = 0;
        blocks(bytes, 0).any(|(start, block)| {
            let words = block.are_letters() | block.are_between(b'0', b'9');
            let starts = words & !moved(words, before, 1);
            before = words;
            // Where the first letters are not their own wording anything may stand.
            places(start, starts).any(|at| plain_head(&bytes[at..]).is_none_or(|head| SIEVE.groups(head).may_be(group)))
        })
    }

    /// Where a phrase of the group, each of which begins with a letter, may stand in a line as words of its own.
    pub(super) fn places(wording: &Wording, group: Self) -> impl Iterator<Item = usize> {
        let bytes = wording.bytes();
        let mut before = 0;
        let starts = blocks(bytes, 0).flat_map(move |(start, block)| {
            let words = block.are_between(b'a', b'z') | block.are_between(b'0', b'9') | block.are_beyond();
            let starts = words & !moved(words, before, 1);
            before = words;
            places(start, starts)
        });
        starts.filter(move |&at| Self::worded(&bytes[at..]).may_be(group))
    }

    /// Whether one of these phrases, which are of the group and each of which begins with a letter, stands somewhere in the line as words
    /// of its own.
    pub(super) fn has_any(wording: &Wording, group: Self, phrases: &[&str]) -> bool {
        let stands = |at: usize| phrases.iter().any(|phrase| begins(&wording.bytes()[at..], phrase));
        Self::places(wording, group).any(stands)
    }
}

/// Signs beyond ASCII that may stand before a phrase; each takes long to be told from a letter.
const SIGNS: usize = 64;

/// The line from its first letter or digit on. Most signs are of ASCII, and passed over as bytes.
fn without_signs(line: &str) -> &str {
    let is_plain_sign = |byte: &u8| byte.is_ascii() && !byte.is_ascii_alphanumeric();
    let plain = line.bytes().take_while(is_plain_sign).count();
    let rest = &line[plain..];
    let first = rest.char_indices().take(SIGNS).find(|(_, c)| letters::is_alphanumeric(*c));
    first.map_or("", |(at, _)| &rest[at..])
}

/// Whether a phrase may begin with a sign: no phrase does with a bullet or a curly quotation mark.
const fn may_begin_phrase(sign: char) -> bool {
    sign.is_ascii() || sign == '©' || is_unseen(sign)
}

/// The first eight bytes of a line in small letters, and zeros behind its end, where they are their own wording but for their case.
fn plain_head(line: &[u8]) -> Option<u64> {
    const FILL: u64 = u64::from_le_bytes([b'a'; 8]);
    let kept = u64::MAX.checked_shr(64 - 8 * line.len().min(8) as u32)?;
    let head = first_eight(line) | FILL & !kept;
    letters::plain_lower(head.to_le_bytes(), true).map(|lower| u64::from_le_bytes(lower) & kept)
}

/// A phrase is held by this many of its first letters, and a shorter one by its first word.
const LETTERS: usize = 8;
/// Places for them, a third of which is taken.
const BITS: u32 = 13;
const PLACES: usize = 1 << BITS;

/// The groups of all phrases, by how they begin.
struct Sieve {
    /// The first letters of long phrases, all eight of them, and the first words of short ones; two bytes where those begin with no letter
    /// of ASCII.
    keys: [u64; PLACES],
    groups: [u16; PLACES],
    taken: usize,
    /// A bit for what each key is spread to: most lines are told by it to begin with no phrase.
    seen: [u64; SEEN / 64],
}

const SEEN: usize = 1 << 15;

static SIEVE: Sieve = Sieve { keys: [0; PLACES], groups: [0; PLACES], taken: 0, seen: [0; SEEN / 64] }
    .with_tables(Beginnings::LEGAL, legal::TABLES)
    .with_keys(Beginnings::WHOLE, furniture::WHOLE)
    .with_keys(Beginnings::OPENED, furniture::OPENED)
    .with_tables(Beginnings::FORM, furniture::FORMS)
    .with(Beginnings::REQUEST, furniture_pleas::REQUESTS)
    .with(Beginnings::SIGN_UP, furniture_pleas::SIGN_UP)
    .with_keys(Beginnings::OBJECT, &[furniture_pleas::OBJECTS])
    .with_tables(Beginnings::CAPTION, pictures::BEGINNINGS)
    .with_tables(Beginnings::CREDIT_LINE, pictures::LINES)
    .with_tables(Beginnings::CREDIT, pictures::WORDS)
    .with_tables(Beginnings::NOTE, notes::BEGINNINGS)
    .with_tables(Beginnings::NAMELESS, notes::NAMELESS)
    .with_tables(Beginnings::AUTHOR, notes::SAID_OF_AUTHORS)
    .with_tables(Beginnings::BYLINE, bylines::BEGINNINGS)
    .with_tables(Beginnings::JUMP, dates::JUMPED)
    .with_tables(Beginnings::END_MARK, marks::TABLES);

impl Sieve {
    const fn with_tables(mut self, group: Beginnings, tables: &[&[&str]]) -> Self {
        let mut at = 0;
        while at < tables.len() {
            self = self.with(group, tables[at]);
            at += 1;
        }
        self
    }

    const fn with(mut self, group: Beginnings, phrases: &[&str]) -> Self {
        let mut at = 0;
        while at < phrases.len() {
            self.add(group, phrases[at].as_bytes());
            at += 1;
        }
        self
    }

    /// The same for tables that say something for each phrase.
    const fn with_keys<T: Copy>(mut self, group: Beginnings, tables: &[&[(&str, T)]]) -> Self {
        let mut table = 0;
        while table < tables.len() {
            let mut at = 0;
            while at < tables[table].len() {
                self.add(group, tables[table][at].0.as_bytes());
                at += 1;
            }
            table += 1;
        }
        self
    }

    const fn add(&mut self, group: Beginnings, phrase: &[u8]) {
        self.add_as_it_is(group, phrase);
        let mut bare = phrase;
        while let [first, rest @ ..] = bare
            && first.is_ascii()
            && !first.is_ascii_alphanumeric()
        {
            bare = rest;
        }
        if Beginnings::BARE.may_be(group) && !bare.is_empty() {
            self.add_as_it_is(group, bare);
        }
    }

    const fn add_as_it_is(&mut self, group: Beginnings, phrase: &[u8]) {
        let head = first_eight(phrase);
        assert!(phrase.len() > 1 || phrase[0].is_ascii_alphabetic(), "a sign alone says nothing");
        let key = if phrase.len() >= LETTERS { head } else { first_word(head) };
        let at = self.place(key);
        self.taken += (self.keys[at] == 0) as usize;
        assert!(2 * self.taken < PLACES, "what is no phrase is soon seen to be none");
        self.keys[at] = key;
        self.groups[at] |= group.0;
        let bit = seen_bit(key);
        self.seen[bit / 64] |= 1 << (bit % 64);
    }

    /// The place of a key, or the free one where it would be.
    const fn place(&self, key: u64) -> usize {
        let mut at = (spread(key) >> (64 - BITS)) as usize;
        while self.keys[at] != key && self.keys[at] != 0 {
            at = (at + 1) & (PLACES - 1);
        }
        at
    }

    /// The groups of a line that begins with these eight bytes.
    fn groups(&self, head: u64) -> Beginnings {
        self.of_key(head).or(self.of_key(first_word(head)))
    }

    #[inline]
    fn of_key(&self, key: u64) -> Beginnings {
        let bit = seen_bit(key);
        if self.seen[bit / 64] >> (bit % 64) & 1 == 0 {
            return Beginnings::NONE;
        }
        Beginnings(self.groups[self.place(key)])
    }
}

/// The bit of a key.
const fn seen_bit(key: u64) -> usize {
    (spread(key) >> 49) as usize
}

/// The ASCII letters that eight bytes begin with, or two bytes where there are none.
const fn first_word(head: u64) -> u64 {
    match letters::leading_bits(head) {
        0 => head & 0xffff,
        64 => head,
        bits => head & !(u64::MAX << bits),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tables() -> impl Iterator<Item = (Beginnings, &'static str)> {
        let tables = [
            (Beginnings::LEGAL, legal::TABLES),
            (Beginnings::FORM, furniture::FORMS),
            (Beginnings::CAPTION, pictures::BEGINNINGS),
            (Beginnings::CREDIT_LINE, pictures::LINES),
            (Beginnings::NOTE, notes::BEGINNINGS),
            (Beginnings::NAMELESS, notes::NAMELESS),
            (Beginnings::BYLINE, bylines::BEGINNINGS),
            (Beginnings::JUMP, dates::JUMPED),
            (Beginnings::END_MARK, marks::TABLES),
        ];
        let plain = tables.into_iter().flat_map(|(group, tables)| {
            tables.iter().flat_map(move |table| table.iter().map(move |phrase| (group, *phrase)))
        });
        let keyed = [(Beginnings::WHOLE, furniture::WHOLE), (Beginnings::OPENED, furniture::OPENED)];
        let keyed = keyed.into_iter().flat_map(|(group, tables)| {
            tables.iter().flat_map(move |table| table.iter().map(move |(phrase, _)| (group, *phrase)))
        });
        plain.chain(keyed)
    }

    #[test]
    fn lets_every_phrase_pass_in_every_spelling() {
        for (group, phrase) in tables() {
            let more = format!("{phrase} and more");
            for line in [
                phrase.to_owned(),
                phrase.replace('ß', "ẞ").to_uppercase(),
                format!("{phrase}\u{2026}"),
                format!("\u{200b}{more}"),
                more.replace(' ', "\u{a0}"),
                more,
            ] {
                assert!(Beginnings::of_row(&line).may_be(group), "{line:?}");
            }
            if Beginnings::BARE.may_be(group) {
                assert!(Beginnings::of_row(&format!("» * {phrase}")).may_be(group), "{phrase}");
            }
        }
    }

    #[test]
    fn no_phrase_begins_with_another_sign() {
        for (_, phrase) in tables() {
            assert!(phrase.starts_with(|c: char| c.is_alphanumeric() || may_begin_phrase(c)), "{phrase}");
        }
    }

    #[test]
    fn finds_phrases_inside() {
        let finds = |line: &str| Beginnings::places(&Wording::of(line), Beginnings::OBJECT).next().is_some();
        assert!(finds("Please click here.") && finds("A NEWSLETTER") && finds("(our app)"));
        assert!(!finds("A number of clicked heels") && !finds(""));
        let any =
            |line: &str| Beginnings::has_any(&Wording::of(line), Beginnings::OBJECT, &["newsletter", "click here"]);
        assert!(
            any("Please click here.") && any("A NEWSLETTER") && !any("(our app)") && !any("Clicking a newsletters")
        );
    }

    #[test]
    fn holds_other_lines_back() {
        for line in ["The mayor said", "Clicked", "On Monday", "“We are", "Todays", ""] {
            assert_eq!(Beginnings::of_row(line), Beginnings::NONE, "{line}");
        }
    }
}
