//! One pass over the text for every rule that looks at a space beside a mark, or at one that is not there.
//!
//! A rule of its own for each mark would read the text a dozen times. Here the text becomes masks, and what the rules look for is told of
//! 64 bytes at once: clean text has next to none of these places. The masks are coarse, for each question costs; what they leave is looked at
//! again, and each rule reads its places as well.

use crate::masks::{Block, blocks, moved, places};

/// Where the rules have something to look at, each list in order.
#[derive(Debug, Default)]
pub(crate) struct Suspects {
    /// A mark that has a space too many or too few beside it, as far as four bytes show. The mark's first byte is named; for a quotation
    /// mark of which only what follows it tells, its last.
    pub(crate) gaps: Vec<u32>,
    /// A hyphen before a space.
    pub(crate) hyphens: Vec<u32>,
    /// A stop with no space behind it, and a capital or what may be one.
    pub(crate) stops: Vec<u32>,
    /// The last byte of what may be a currency sign before a space and a figure.
    pub(crate) signs: Vec<u32>,
    /// An opening bracket before a space.
    pub(crate) brackets: Vec<u32>,
}

impl Suspects {
    pub(super) fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut suspects = Self::default();
        // A space stands before the text and behind it, as far as this goes.
        let mut before = Kinds { spaces: 1 << 63, ..Kinds::default() };
        for (start, block) in blocks(bytes, b' ') {
            let kinds = Kinds::of(&block);
            let odd = kinds.odd_marks(&before);
            let first = suspects.gaps.len();
            places(start, odd).for_each(|behind| suspects.add(bytes, behind - 1));
            if kinds.beyond | before.beyond != 0 {
                suspects.look_beyond_ascii(bytes, start, &before, &kinds);
                suspects.gaps[first..].sort_unstable();
            }
            before = kinds;
        }
        suspects
    }

    /// Adds a mark to the lists that it belongs to.
    fn add(&mut self, bytes: &[u8], at: usize) {
        let next = bytes.get(at + 1).copied();
        match (bytes[at], next) {
            (b'-', Some(b' ')) => self.hyphens.push(at as u32),
            (b'(' | b'[', Some(b' ')) => self.brackets.push(at as u32),
            // What a curly quotation mark begins with is the beginning of no letter.
            (b'.' | b'!' | b'?', Some(b'A'..=b'Z' | 0xc3..)) if !bytes[at + 1..].starts_with(&[0xe2, 0x80]) => {
                self.stops.push(at as u32);
            }
            (b'$', Some(b' ')) if bytes.get(at + 2).is_some_and(u8::is_ascii_digit) => self.signs.push(at as u32),
            _ => {}
        }
        if is_gap(bytes, at) {
            self.gaps.push(at as u32);
        }
    }

    /// Looks for the quotation marks and currency signs that are not ASCII, each at the last byte that tells of it.
    fn look_beyond_ascii(&mut self, bytes: &[u8], start: usize, before: &Kinds, here: &Kinds) {
        let back = |kind: fn(&Kinds) -> u64, by| moved(kind(here), kind(before), by);
        let closing = here.quotes & back(|kinds| kinds.spaces, 3);
        let beside = back(|kinds| kinds.quotes, 1) & (here.spaces | here.words);
        let gaps = places(start, closing).map(|last| last - 2).chain(places(start, beside).map(|behind| behind - 1));
        self.gaps.extend(gaps.filter(|&at| is_gap(bytes, at)).map(|at| at as u32));
        let signs = back(|kinds| kinds.beyond, 2) & back(|kinds| kinds.spaces, 1) & here.figures;
        self.signs.extend(places(start, signs).map(|figure| figure as u32 - 2));
    }
}

/// Whether the byte at `at` is a mark with a space too many or too few beside it, by the byte before it and the two behind.
fn is_gap(bytes: &[u8], at: usize) -> bool {
    let byte = |at: usize| bytes.get(at).copied().unwrap_or(b' ');
    let before = at.checked_sub(1).map_or(b' ', byte);
    let (mark, next, third) = (bytes[at], byte(at + 1), byte(at + 2));
    let word = next.is_ascii() && next > b'@';
    let figures = || before.is_ascii_digit() && next == b' ' && (third == b' ' || third.is_ascii_digit());
    let spaced = before == b' '
        && match mark {
            b'-' | b'\'' | b'%' | b'/' if word => true,
            b'!'..=b'/' | b':'..=b'?' => next < b'0',
            // `’` and `”` end in these.
            0xe2 => matches!(third, 0x99 | 0x9d),
            _ => false,
        };
    spaced
        || match mark {
            // `‘` and `“` end in these.
            0x98 | 0x9c => next == b' ',
            b')' | 0x9d => word,
            b',' => word || figures(),
            b'.' => figures(),
            _ => false,
        }
}

/// What the bytes of a block are, as coarsely as will do.
#[derive(Default)]
struct Kinds {
    spaces: u64,
    /// Marks with a code below or right above the figures, and the controls.
    marks: u64,
    /// A comma or a point.
    points: u64,
    /// A square bracket that opens.
    square: u64,
    figures: u64,
    /// Letters, and the marks among them.
    words: u64,
    beyond: u64,
    /// The last byte of a curly quotation mark.
    quotes: u64,
}

impl Kinds {
    fn of(block: &Block) -> Self {
        let (past_slash, past_nine, past_question) = (block.are_past(b'/'), block.are_past(b'9'), block.are_past(b'?'));
        let (spaces, beyond) = (block.are(b' '), block.are_beyond());
        Self {
            spaces,
            marks: !(past_slash | spaces) | past_nine & !past_question,
            points: block.are_like(b',', 0xfd),
            square: block.are(b'['),
            figures: past_slash & !past_nine,
            words: past_question & !beyond,
            beyond,
            quotes: if beyond == 0 { 0 } else { block.are_like(0x98, 0xfa) },
        }
    }

    /// The bytes behind marks that do not stand as nearly all do: tight behind a word with a space behind them, or the other way round.
    fn odd_marks(&self, before: &Self) -> u64 {
        let back = |kind: fn(&Self) -> u64, by| moved(kind(self), kind(before), by);
        let (marks, points, spaced) =
            (back(|kinds| kinds.marks, 1), back(|kinds| kinds.points, 1), back(|kinds| kinds.spaces, 2));
        let tight = !spaced & (self.words | self.beyond) | !points & self.spaces;
        let between_figures = points & back(|kinds| kinds.figures, 2);
        marks & (spaced & !self.figures | tight) | (between_figures | back(|kinds| kinds.square, 1)) & self.spaces
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::masks::BLOCK;

    #[test]
    fn what_is_seen() {
        let seen = |text: &str| Suspects::of(text).gaps.into_iter().map(|at| at as usize).collect::<Vec<_>>();
        for (text, mark) in [
            ("a yard , b", ","),
            ("a yard .", "."),
            ("the set -top box", "-"),
            ("the town 's quay", "'"),
            ("the town ’s quay", "’"),
            ("a yard ” b", "”"),
            ("a \" yard", "\""),
            ("a yard \".", "\""),
            ("a yard,which", ","),
            ("(a yard)which", ")"),
            ("for £30, 000 b", ","),
            ("for £3.  5 b", "."),
        ] {
            assert_eq!(seen(text), [text.find(mark).unwrap()], "{text}");
            // Wherever it stands in a block.
            for shift in 0..BLOCK + 9 {
                let text = format!("{}{text}", "x".repeat(shift));
                let at = text.rfind(mark).unwrap();
                assert_eq!(seen(&text), [at], "{text}");
            }
        }
        assert_eq!(seen("“ yard"), [2]);
        assert_eq!(seen("“yard”which"), [9]);
    }

    #[test]
    fn the_last_place_is_seen_whatever_the_length() {
        for length in 0..2 * BLOCK + 9 {
            let text = format!("{} .", "x".repeat(length));
            assert_eq!(seen_at(&text), [length + 1], "{length}");
        }
    }

    #[test]
    fn each_rule_has_its_places() {
        for shift in 0..BLOCK + 9 {
            let front = "x".repeat(shift);
            let text = format!("{front} a set- top box cost $ 5 and £ 7 ( or so) there.Then [ it went");
            let place = |mark: &str| vec![text.rfind(mark).unwrap() as u32];
            let Suspects { hyphens, stops, signs, brackets, .. } = Suspects::of(&text);
            assert_eq!((hyphens, stops), (place("- "), place(".T")), "{text}");
            assert_eq!(signs, [place("$ ")[0], place("£ ")[0] + 1], "{text}");
            assert_eq!(brackets, [place("( ")[0], place("[ ")[0]], "{text}");
        }
        assert!(Suspects::of("set-").hyphens.is_empty() && Suspects::of("").gaps.is_empty());
    }

    /// Whatever bytes a text begins with.
    #[test]
    fn the_start_of_a_text_is_safe() {
        for c in '\u{1}'..='\u{2fff}' {
            let alone = Suspects::of(&c.to_string()).gaps;
            assert_eq!(
                alone,
                Suspects::of(&format!("a {c}")).gaps.iter().map(|at| at - 2).collect::<Vec<_>>(),
                "{c:?}"
            );
            Suspects::of(&format!("{c}{c} {c}5"));
        }
    }

    /// Gaps of both kinds, in whatever place of a block.
    #[test]
    fn gaps_are_in_order() {
        for shift in 0..BLOCK {
            let text = format!("{}{}", "x".repeat(shift), "yard ” , ’ . “ quay".repeat(40));
            let gaps = Suspects::of(&text).gaps;
            assert!(gaps.len() == 200 && gaps.is_sorted_by(|one, next| one < next), "{gaps:?}");
        }
    }

    fn seen_at(text: &str) -> Vec<usize> {
        Suspects::of(text).gaps.into_iter().map(|at| at as usize).collect()
    }

    #[test]
    fn clean_text_has_none() {
        let text =
            "“It is,” she said, “the town’s (old) yard: well-kept, at £30,000.” A ‘quay’! Is it? \"Yes.\"\n\n(Or no.)";
        let suspects = Suspects::of(text);
        let lists = [&suspects.gaps, &suspects.hyphens, &suspects.stops, &suspects.signs, &suspects.brackets];
        assert!(lists.into_iter().all(Vec::is_empty), "{suspects:?}");
        assert!(Suspects::of("It’s “so” at the U.S. quay, a 5% rise.").gaps.is_empty());
    }
}
