//! One pass over a text for all that a few bytes show: where its lines start, what characters it may have, and where repair rules and role
//! families have something to look at.
//!
//! Each of them once had its own pass, with its own masks for spaces, marks and letters. The masks cost most of a pass, and most were the
//! same. Here they are made once for each block, and each search combines them.

mod kinds;
mod losses;
mod seen;
mod suspects;

use fearless_simd::{Level, Simd, dispatch};

use crate::lines::{self, Lines};
use crate::masks::{blocks_by, places};

pub(crate) use kinds::{Kinds, Look};
pub(crate) use losses::Losses;
pub(crate) use seen::Seen;
pub(crate) use suspects::Suspects;

/// What the pass found.
#[derive(Debug, Default)]
pub(crate) struct Scan {
    /// The lines.
    pub(crate) lines: Lines,
    /// What characters the text may have.
    pub(crate) seen: Seen,
    /// Where the rules of repair have something to look at.
    pub(crate) suspects: Suspects,
    /// Where the families of lost things have.
    pub(crate) losses: Losses,
}

impl Scan {
    pub(crate) fn of(text: &str) -> Self {
        let mut scan = Self::default();
        scan.look(text);
        scan
    }

    /// Looks at another text, in the same memory.
    pub(crate) fn look(&mut self, text: &str) {
        self.look_at(Level::new(), text);
    }

    /// The same by no more than this of what the processor can.
    fn look_at(&mut self, level: Level, text: &str) {
        dispatch!(level, simd => self.look_by(simd, text.as_bytes()));
    }

    #[inline(always)]
    fn look_by<S: Simd>(&mut self, simd: S, bytes: &[u8]) {
        let Self { lines, seen, suspects, losses } = self;
        *seen = Seen::default();
        suspects.clear();
        losses.clear();
        lines.begin(bytes);
        let (mut codes, mut deletes) = (0, 0);
        let mut before = Kinds::before_text();
        for (start, block) in blocks_by(simd, bytes, b' ') {
            let here = Kinds::of(&block);
            codes |= here.codes;
            deletes |= here.deletes;
            if here.low != 0 {
                for at in places(start, here.low) {
                    match bytes[at] {
                        b'\n' | b'\r' if lines::is_end(bytes, at) => lines.add(bytes, at + 1),
                        b'\t' | b'\r' => {}
                        _ => seen.controls = true,
                    }
                }
            }
            let look = Look { start, before: &before, here: &here };
            suspects.look(bytes, &look);
            losses.look(bytes, &look);
            if here.beyond != 0 {
                seen.look_beyond_ascii(bytes, start, &block);
            }
            before = here;
        }
        seen.codes = codes != 0;
        seen.controls |= deletes != 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::masks::{BLOCK, LEVELS};

    #[test]
    fn lines_start_where_they_do_elsewhere() {
        for text in ["", "\n", "one", "one\ntwo", "one\r\n\r\ntwo\r", "one\rtwo\n\rthree\n", "\r", "a\tb\u{1}\n"] {
            for shift in (0..BLOCK + 2).map(|length| "x".repeat(length)) {
                let text = format!("{shift}{text}");
                assert_eq!(Scan::of(&text).lines, Lines::of(&text), "{text:?}");
            }
        }
    }

    /// Whatever the processor can, and whatever the text.
    #[test]
    fn every_level_finds_the_same() {
        let texts = [
            "a , b\n\n( c) s t & \u{1}d?\u{e9} \u{201c}\u{201d} \"\" twoyearold 19thcentury ".repeat(9),
            ('\0'..='\u{3fff}').collect(),
            (0..9_999_u32).map(|at| char::from((at.wrapping_mul(at) >> 5) as u8)).collect(),
        ];
        for text in &texts {
            let found = LEVELS.map(|of| {
                let mut scan = Scan::default();
                scan.look_at(of(Level::new())?, text);
                Some(format!("{scan:?}"))
            });
            let found: Vec<String> = found.into_iter().flatten().collect();
            assert!(found.len() > 1 || cfg!(not(any(target_arch = "x86", target_arch = "x86_64"))));
            assert!(found.windows(2).all(|pair| pair[0] == pair[1]));
            assert_eq!(found.first(), Some(&format!("{:?}", Scan::of(text))));
        }
    }

    #[test]
    fn the_memory_of_one_text_serves_the_next() {
        let mut scan = Scan::of("a , b\n\n( c) s t & \u{1}d?\u{e9} \u{201c}\u{201d} \"\" twoyearold 19thcentury");
        scan.look("Nothing here.");
        assert_eq!(format!("{scan:?}"), format!("{:?}", Scan::of("Nothing here.")));
    }

    #[test]
    fn what_may_be_lost_is_seen_wherever_it_stands() {
        let text = "a  b , c ( d () A( )da s e \u{201c} \u{201d} f? twoyearold 21stcentury \" \" g";
        for shift in 0..BLOCK + 9 {
            let text = format!("{}{text}", "x".repeat(shift));
            let place = |mark: &str| text.find(mark).unwrap() as u32;
            let Losses { pairs, curly, straight, letters, questions, ages, centuries } = Scan::of(&text).losses;
            assert_eq!(pairs, [place("  b"), place(" ,"), place("()"), place(" )")], "{text}");
            assert_eq!((curly, straight), (vec![place("\u{201c}") + 2], true), "{text}");
            assert_eq!((letters, questions), (vec![place(" s ")], vec![place("?")]), "{text}");
            assert_eq!((ages, centuries), (vec![place("yearold")], vec![place("century")]), "{text}");
        }
        let Losses { pairs, curly, straight, letters, questions, ages, centuries } =
            Scan::of("It was, in 1990s terms (the early ones), a year-old \u{201c}quay\u{201d}.").losses;
        assert!([pairs, letters, questions, ages, centuries].iter().all(Vec::is_empty) && !straight);
        assert_eq!(curly.len(), 1);
        for end in ["a ", "a (", "a s", "y", "5", "?"] {
            assert!(Scan::of(end).losses.pairs.is_empty(), "{end}");
        }
    }
}
