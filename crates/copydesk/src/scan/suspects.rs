//! One search for every rule that needs a space beside a mark, or a missing one.
//!
//! A rule of its own for each mark would read the text a dozen times. Here the masks of the one pass show what the rules look for, 64 bytes
//! at a time; clean text has next to none of these places. What they leave is looked at again, and each rule also reads its places.

use super::Look;
use crate::masks::places;

/// Where the rules have something to look at, each list in order.
#[derive(Debug, Default)]
pub(crate) struct Suspects {
    /// A mark with a space too many or too few beside it, as far as four bytes show. The place is the mark's first byte; for a quotation
    /// mark that only the next bytes reveal, its last.
    pub(crate) gaps: Vec<u32>,
    /// A hyphen before a space.
    pub(crate) hyphens: Vec<u32>,
    /// A stop with no space behind it, and a capital or what may be one.
    pub(crate) stops: Vec<u32>,
    /// The last byte of what may be a currency sign before a space and a figure.
    pub(crate) signs: Vec<u32>,
    /// An opening bracket before a space.
    pub(crate) brackets: Vec<u32>,
    /// The space before an `n` that stands before an apostrophe: `did n't`.
    pub(crate) cut: Vec<u32>,
}

impl Suspects {
    #[cfg(test)]
    fn of(text: &str) -> Self {
        super::Scan::of(text).suspects
    }

    pub(crate) fn is_empty(&self) -> bool {
        let Self { gaps, hyphens, stops, signs, brackets, cut } = self;
        [gaps, hyphens, stops, signs, brackets, cut].into_iter().all(Vec::is_empty)
    }

    pub(crate) fn clear(&mut self) {
        let Self { gaps, hyphens, stops, signs, brackets, cut } = self;
        [gaps, hyphens, stops, signs, brackets, cut].into_iter().for_each(Vec::clear);
    }

    /// Looks at a block. A space stands before the text and behind it, as far as this goes.
    #[inline(always)]
    pub(crate) fn look(&mut self, bytes: &[u8], look: &Look<'_>) {
        let odd = odd_marks(look);
        let first = self.gaps.len();
        if odd != 0 {
            places(look.start, odd).for_each(|behind| self.add(bytes, behind - 1));
        }
        let alone = look.behind(|kinds| kinds.ns, 1) & look.behind(|kinds| kinds.spaces, 2);
        let cut = alone & (look.here.apostrophes | look.here.beyond);
        if cut != 0 {
            let cut = places(look.start, cut).map(|mark| mark.wrapping_sub(2)).filter(|&at| is_cut(bytes, at));
            self.cut.extend(cut.map(|at| at as u32));
        }
        if look.here.beyond | look.before.beyond != 0 {
            self.look_beyond_ascii(bytes, look);
            self.gaps[first..].sort_unstable();
        }
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

    /// Looks for the quotation marks and currency signs that are not ASCII, each at the last byte that identifies it.
    fn look_beyond_ascii(&mut self, bytes: &[u8], look: &Look<'_>) {
        let Look { start, here, .. } = *look;
        let closing = here.curly & look.behind(|kinds| kinds.spaces, 3);
        let beside = look.behind(|kinds| kinds.curly, 1) & (here.spaces | here.words);
        let gaps = places(start, closing).map(|last| last - 2).chain(places(start, beside).map(|behind| behind - 1));
        self.gaps.extend(gaps.filter(|&at| is_gap(bytes, at)).map(|at| at as u32));
        let signs = look.behind(|kinds| kinds.beyond, 2) & look.behind(|kinds| kinds.spaces, 1) & here.figures;
        self.signs.extend(places(start, signs).map(|figure| figure as u32 - 2));
    }
}

/// Whether a space stands at `at`, and behind it an `n` with an apostrophe.
fn is_cut(bytes: &[u8], at: usize) -> bool {
    bytes.get(at..).is_some_and(|rest| rest.starts_with(b" n'") || rest.starts_with(" n’".as_bytes()))
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

/// The bytes behind marks that do not stand as nearly all do: behind a space with none behind them, or the other way round.
#[inline(always)]
fn odd_marks(look: &Look<'_>) -> u64 {
    let here = look.here;
    let points_between = look.behind(|kinds| kinds.points, 1) & look.behind(|kinds| kinds.figures, 2);
    let before_space = look.behind(|kinds| kinds.joining, 1) | points_between;
    let behind_space =
        look.behind(|kinds| kinds.marks, 1) & here.below_figures | look.behind(|kinds| kinds.tight, 1) & here.words;
    before_space & here.spaces
        | behind_space & look.behind(|kinds| kinds.spaces, 2)
        | look.behind(|kinds| kinds.parting, 1) & here.words
        | look.behind(|kinds| kinds.stops, 1) & (here.capitals | here.beyond)
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

    #[test]
    fn a_cut_n_is_seen() {
        for shift in (0..BLOCK + 9).map(|length| "x".repeat(length)) {
            let text = format!("{shift} did n't and had n’t, a n or n'");
            let places: Vec<u32> = text.match_indices(" n").map(|(at, _)| at as u32).collect();
            assert_eq!(Suspects::of(&text).cut, [places[0], places[1], places[3]], "{text}");
        }
        assert!(Suspects::of("n't").cut.is_empty());
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
        let Suspects { gaps, hyphens, stops, signs, brackets, cut } = &suspects;
        let lists = [gaps, hyphens, stops, signs, brackets, cut];
        assert!(lists.into_iter().all(Vec::is_empty), "{suspects:?}");
        assert!(Suspects::of("It’s “so” at the U.S. quay, a 5% rise.").gaps.is_empty());
    }
}
