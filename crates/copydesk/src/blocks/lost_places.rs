//! One look at the repaired text for the families that note what is lost: most texts have none of the places that they look for, and are
//! not read again.

/// Whether a text may have such places, as far as three bytes on end show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct LostPlaces {
    /// A gap: two spaces, a space before a comma, nothing between quotation marks or brackets.
    pub(super) gaps: bool,
    /// An `s` or a `t` between two spaces.
    pub(super) free_letters: bool,
}

/// How many bytes are looked at together.
const BLOCK: usize = 32;

impl LostPlaces {
    pub(super) fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let (mut gaps, mut free, mut at) = (0, 0, 0);
        while let Some(block) = bytes[at..].first_chunk::<{ BLOCK + 2 }>() {
            (gaps, free) = look(block, gaps, free);
            at += BLOCK;
        }
        // The rest, with nothing behind it.
        let mut last = [0; BLOCK + 2];
        last[..bytes.len() - at].copy_from_slice(&bytes[at..]);
        (gaps, free) = look(&last, gaps, free);
        Self { gaps: gaps != 0, free_letters: free != 0 }
    }
}

/// Without branches, so that all bytes of the block are looked at together.
fn look(block: &[u8; BLOCK + 2], mut gaps: u8, mut free: u8) -> (u8, u8) {
    // The last bytes of an opening quotation mark, and the first of a closing one.
    const OPEN: u8 = "“".as_bytes()[2];
    const CLOSE: u8 = "”".as_bytes()[0];
    for at in 0..BLOCK {
        let (a, b, c) = (block[at], block[at + 1], block[at + 2]);
        let (space, apart) = (a == b' ', b == b' ');
        let spaced = space & (apart | (b == b','));
        let straight = (a == b'"') & ((b == b'"') | apart & (c == b'"'));
        let bracket = (a == b'(') & ((b == b')') | apart & (c == b')'));
        let curled = (a == OPEN) & ((b == CLOSE) | apart & (c == CLOSE));
        gaps |= u8::from(spaced | straight | bracket | curled);
        free |= u8::from(space & ((b == b's') | (b == b't')) & (c == b' '));
    }
    (gaps, free)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_place_is_seen_wherever_it_stands() {
        for (place, gaps, free) in [
            ("  ", true, false),
            (" ,", true, false),
            ("\"\"", true, false),
            ("\" \"", true, false),
            ("()", true, false),
            ("( )", true, false),
            ("“”", true, false),
            ("“ ”", true, false),
            (" s ", false, true),
            (" t ", false, true),
            (" a ", false, false),
            ("\"a\"", false, false),
        ] {
            for shift in 0..2 * BLOCK + 4 {
                for behind in ["", "and so on, until the block is full and some more"] {
                    let text = format!("{}{place}{behind}", "x".repeat(shift));
                    assert_eq!(LostPlaces::of(&text), LostPlaces { gaps, free_letters: free }, "{text}");
                }
            }
        }
    }
}
