//! What the bytes of a block are: the masks from which all searches of the one pass are made.

use fearless_simd::Simd;

use crate::masks::{Block, moved};

/// The kinds of the bytes of a block, as exactly as is free: each combines the bits of the bytes.
#[derive(Clone, Copy, Default)]
pub(crate) struct Kinds {
    pub(crate) spaces: u64,
    /// Line ends, tabs and what else is below the space.
    pub(crate) low: u64,
    /// What comes before the figures: controls, the space, most marks.
    pub(crate) below_figures: u64,
    /// Marks with a code below or right above the figures, and the controls.
    pub(crate) marks: u64,
    /// A comma or a point.
    pub(crate) points: u64,
    /// A round bracket.
    pub(crate) brackets: u64,
    /// A straight quotation mark.
    pub(crate) straight: u64,
    /// A straight apostrophe.
    pub(crate) apostrophes: u64,
    pub(crate) questions: u64,
    /// `-`, `$`, `(`, `[`: marks that have no space behind them.
    pub(crate) joining: u64,
    /// `-`, `'`, `%`, `/`: marks that may stand tight before a word, but not behind a space.
    pub(crate) tight: u64,
    /// `)`, `,`: marks that have a space behind them.
    pub(crate) parting: u64,
    /// `.`, `!`, `?`.
    pub(crate) stops: u64,
    pub(crate) figures: u64,
    /// Letters, and the marks among them.
    pub(crate) words: u64,
    /// Capitals, and the marks among them.
    pub(crate) capitals: u64,
    /// The letters `s` and `t`.
    pub(crate) s_or_t: u64,
    /// The letter `n`.
    pub(crate) ns: u64,
    /// The letter `y`.
    pub(crate) ys: u64,
    /// The letter `e`.
    pub(crate) es: u64,
    /// An ampersand or a backslash.
    pub(crate) codes: u64,
    /// The control that comes after all letters.
    pub(crate) deletes: u64,
    /// What belongs to characters beyond ASCII.
    pub(crate) beyond: u64,
    /// The last byte of a curly quotation mark.
    pub(crate) curly: u64,
}

impl Kinds {
    /// What stands before a text: a space.
    pub(crate) fn before_text() -> Self {
        Self { spaces: 1 << 63, ..Self::default() }
    }

    #[inline(always)]
    pub(crate) fn of<S: Simd>(block: &Block<S>) -> Self {
        Self::joined(block.planes())
    }

    /// A function of its own, for every processor. With AVX2, the compiler would gather the masks into vectors of four to combine them,
    /// which took a third of all instructions of a parse.
    #[inline(never)]
    fn joined([a, b, c, d, e, f, g, beyond]: [u64; 8]) -> Self {
        // By the upper four bits: below the space, marks, figures and what follows them, letters.
        let low = !(beyond | g | f);
        let middle = f & !(beyond | g);
        let (second, third) = (middle & !e, middle & e);
        let words = g & !beyond;
        let (capitals, small) = (words & !f, words & f);
        let (early, late) = (small & !e, small & e);
        // By the lower four.
        let (none_of_cd, none_of_bc) = (!(c | d), !(b | c));
        let (only_d, only_c) = (d & none_of_bc, c & !(b | d));
        let (not_a, c_and_d) = (!a, c & d);
        let spaces = second & none_of_cd & !(a | b);
        let past_nine = d & (b | c);
        let points = second & c_and_d & not_a;
        let brackets = second & only_d;
        let questions = third & c_and_d & a & b;
        let square = capitals & e & d & !c & b & a;
        Self {
            spaces,
            low,
            below_figures: low | second,
            marks: low | second & !spaces | third & past_nine,
            points,
            brackets,
            straight: second & none_of_cd & b & not_a,
            apostrophes: second & !d & c & b & a,
            questions,
            joining: second & (c_and_d & !b & a | only_c & not_a | only_d & not_a) | square,
            tight: second & c & a,
            parting: second & (only_d & a | c_and_d & !b & not_a),
            stops: points & b | second & none_of_cd & !b & a | questions,
            figures: third & !past_nine,
            words,
            capitals,
            s_or_t: late & !d & (!c & b & a | c & !b & not_a),
            ns: early & c_and_d & b & not_a,
            ys: late & only_d & a,
            es: early & only_c & a,
            codes: second & !d & c & b & not_a | capitals & e & c_and_d & !b & not_a,
            deletes: late & c_and_d & b & a,
            beyond,
            curly: beyond & !g & !f & e & d & !b,
        }
    }
}

/// A block between the one before it and what it says.
#[derive(Clone, Copy)]
pub(crate) struct Look<'k> {
    /// Where the block starts.
    pub(crate) start: usize,
    pub(crate) before: &'k Kinds,
    pub(crate) here: &'k Kinds,
}

impl Look<'_> {
    /// The bytes so far behind those of a kind.
    #[inline(always)]
    pub(crate) fn behind(&self, kind: impl Fn(&Kinds) -> u64, by: u32) -> u64 {
        moved(kind(self.here), kind(self.before), by)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::masks::BLOCK;

    #[test]
    fn every_byte_is_of_its_kinds() {
        for of in 0..4 {
            let bytes: [u8; BLOCK] = std::array::from_fn(|at| (of * BLOCK + at) as u8);
            let kinds = Kinds::of(&Block::of(&bytes));
            let mask =
                |is: &dyn Fn(u8) -> bool| bytes.iter().rev().fold(0_u64, |mask, &byte| mask << 1 | u64::from(is(byte)));
            let among = |set: &'static [u8]| mask(&|byte| set.contains(&byte));
            let control = |byte: u8| byte < b' ';
            let mark = |byte: u8| control(byte) || matches!(byte, b'!'..=b'/' | b':'..=b'?');
            assert_eq!((kinds.spaces, kinds.low), (among(b" "), mask(&control)));
            assert_eq!((kinds.below_figures, kinds.marks), (mask(&|byte| byte < b'0'), mask(&mark)));
            assert_eq!((kinds.points, kinds.brackets, kinds.straight), (among(b",."), among(b"()"), among(b"\"")));
            assert_eq!((kinds.apostrophes, kinds.questions), (among(b"'"), among(b"?")));
            assert_eq!((kinds.joining, kinds.tight), (among(b"-$(["), among(b"-'%/")));
            assert_eq!((kinds.parting, kinds.stops), (among(b"),"), among(b".!?")));
            assert_eq!(
                (kinds.figures, kinds.words),
                (among(b"0123456789"), mask(&|byte| (b'@'..0x80).contains(&byte)))
            );
            assert_eq!(kinds.capitals, mask(&|byte| (b'@'..b'`').contains(&byte)));
            assert_eq!(
                (kinds.s_or_t, kinds.ns, kinds.ys, kinds.es),
                (among(b"st"), among(b"n"), among(b"y"), among(b"e"))
            );
            assert_eq!((kinds.codes, kinds.deletes), (among(b"&\\"), among(b"\x7f")));
            assert_eq!((kinds.beyond, kinds.curly), (mask(&|byte| byte >= 0x80), among(b"\x98\x99\x9c\x9d")));
        }
    }
}
