//! How a line ends. For most lines, the last letters show that the last word is in no table.

use crate::keys::spread;
use crate::letters;

/// The last letters of words, as a set of bits that is made from the words at compile time.
pub(super) struct Endings([u64; PLACES / 64]);

const BITS: u32 = 13;
const PLACES: usize = 1 << BITS;

impl Endings {
    pub(super) const fn of(words: &[&str]) -> Self {
        Self([0; PLACES / 64]).and(words)
    }

    /// The same for more words.
    pub(super) const fn and(mut self, words: &[&str]) -> Self {
        let mut at = 0;
        while at < words.len() {
            let place = place(last_letters(words[at].as_bytes()));
            self.0[place / 64] |= 1 << (place % 64);
            at += 1;
        }
        self
    }

    /// Whether the line may end in one of the words: it does not, where its last letters, before a stop, are those of none. A line that
    /// ends in any other sign may.
    pub(super) fn may_end(&self, line: &str) -> bool {
        let line = match line.as_bytes() {
            [line @ .., b'.'] => line,
            line => line,
        };
        let letters = last_letters(line);
        let place = place(letters);
        letters == 0 || self.0[place / 64] >> (place % 64) & 1 == 1
    }
}

/// The ASCII letters that a line ends with, four at most, as a number.
const fn last_letters(line: &[u8]) -> u64 {
    const MOST: u32 = 4;
    let eight = match line.last_chunk() {
        Some(eight) => *eight,
        None => {
            let (mut eight, mut at) = ([0; 8], 0);
            while at < line.len() {
                eight[8 - line.len() + at] = line[at];
                at += 1;
            }
            eight
        }
    };
    let count = letters::trailing(eight) as u32;
    let count = if count < MOST { count } else { MOST };
    match letters::lowered(u64::from_le_bytes(eight)).checked_shr(64 - 8 * count) {
        Some(letters) => letters,
        None => 0,
    }
}

const fn place(letters: u64) -> usize {
    (spread(letters) >> (64 - BITS)) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_is_held_back_that_ends_so() {
        static ENDINGS: Endings = Endings::of(&["share", "e-mail", "on"]).and(&["x"]);
        for line in ["Share", "please SHARE", "share.", "E-Mail", "x", "vk X", "move on", "share!", "5", "café", ""] {
            assert!(ENDINGS.may_end(line), "{line}");
        }
        for line in ["Shares", "The mayor said.", "mix", "iron", "son", "re"] {
            assert!(!ENDINGS.may_end(line), "{line}");
        }
    }
}
