//! Which letters and signs a short row has. One that it lacks often answers what a family asks of the row.

/// Letters and signs: a bit for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Signs(u32);

impl Signs {
    /// Of a longer row nothing is known, for it has nearly all of the letters.
    const LONGEST: usize = 128;
    pub(super) const UNKNOWN: Self = Self(u32::MAX);

    pub(super) const DIGIT: Self = Self(1 << 26);
    /// A character that is not ASCII.
    pub(super) const BEYOND: Self = Self(1 << 27);
    pub(super) const COLON: Self = Self(1 << 28);
    /// A slash or a bar.
    pub(super) const SLASH: Self = Self(1 << 29);
    /// What stands between the cells of a table: a tab, a bar or a semicolon.
    pub(super) const CELLS: Self = Self(1 << 30);

    pub(super) fn of(row: &str) -> Self {
        if row.len() > Self::LONGEST {
            return Self::UNKNOWN;
        }
        Self(row.bytes().fold(0, |signs, byte| signs | SIGNS[byte as usize]))
    }

    /// The letters of a word.
    pub(super) const fn of_word(word: &str) -> Self {
        let (mut signs, mut at) = (0, 0);
        while at < word.len() {
            signs |= SIGNS[word.as_bytes()[at] as usize];
            at += 1;
        }
        Self(signs)
    }

    /// Whether the row may have all of these.
    pub(super) const fn may_have(self, all: Self) -> bool {
        self.0 & all.0 == all.0
    }

    /// Whether the row may have one of these.
    pub(super) fn may_have_any(self, ones: &[Self]) -> bool {
        ones.iter().any(|&all| self.may_have(all))
    }
}

/// What each byte says.
static SIGNS: [u32; 256] = {
    let (mut signs, mut byte) = ([0; 256], 0);
    while byte < 256 {
        signs[byte] = match byte as u8 {
            letter @ (b'a'..=b'z' | b'A'..=b'Z') => 1 << ((letter | 0x20) - b'a'),
            b'0'..=b'9' => Signs::DIGIT.0,
            b':' => Signs::COLON.0,
            b'/' => Signs::SLASH.0,
            b'|' => Signs::SLASH.0 | Signs::CELLS.0,
            b'\t' | b';' => Signs::CELLS.0,
            // Two characters become letters of ASCII in small letters: the sign of Kelvin and the capital I with a dot.
            0xe2 => Signs::BEYOND.0 | 1 << (b'k' - b'a'),
            0xc4 => Signs::BEYOND.0 | 1 << (b'i' - b'a'),
            0x80.. => Signs::BEYOND.0,
            _ => 0,
        };
        byte += 1;
    }
    signs
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_has_its_letters() {
        let signs = Signs::of("Click 5/6: é");
        for has in [Signs::of_word("lick"), Signs::DIGIT, Signs::BEYOND, Signs::COLON, Signs::SLASH] {
            assert!(signs.may_have(has), "{has:?}");
        }
        assert!(!signs.may_have(Signs::of_word("clicks")) && !signs.may_have(Signs::CELLS));
        assert!(signs.may_have_any(&[Signs::CELLS, Signs::DIGIT]) && !signs.may_have_any(&[Signs::CELLS]));
        assert!(Signs::of(&"a".repeat(200)).may_have(Signs::of_word("xyz")));
    }

    #[test]
    fn what_becomes_ascii_in_small_letters_is_known() {
        for c in ('\u{80}'..=char::MAX).filter(|c| c.to_lowercase().any(|c| c.is_ascii())) {
            let lower: String = c.to_lowercase().filter(char::is_ascii).collect();
            assert!(Signs::of(&c.to_string()).may_have(Signs::of_word(&lower)), "{c:?}");
        }
    }
}
