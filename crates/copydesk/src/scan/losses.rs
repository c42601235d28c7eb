//! Places where something may be lost, as far as two or three bytes show. The families of lost things look at them again.

use crate::masks::places;

use super::kinds::Look;

/// Where the families of lost things have something to look at, each list in order.
#[derive(Debug, Default)]
pub(crate) struct Losses {
    /// The first of two spaces; a space before a comma or a point; or a space or an opening bracket before a closing one.
    pub(crate) pairs: Vec<u32>,
    /// The last byte of what may be a curly quotation mark that opens.
    pub(crate) curly: Vec<u32>,
    /// Whether a straight quotation mark stands within five bytes of another one.
    pub(crate) straight: bool,
    /// The space before an `s` or a `t` that stands between two spaces.
    pub(crate) letters: Vec<u32>,
    /// Question marks.
    pub(crate) questions: Vec<u32>,
    /// The start of `yearold`.
    pub(crate) ages: Vec<u32>,
    /// The start of `century`, with an ordinal before it.
    pub(crate) centuries: Vec<u32>,
}

impl Losses {
    pub(super) fn clear(&mut self) {
        let Self { pairs, curly, straight, letters, questions, ages, centuries } = self;
        [pairs, curly, letters, questions, ages, centuries].into_iter().for_each(Vec::clear);
        *straight = false;
    }

    #[inline(always)]
    pub(super) fn look(&mut self, bytes: &[u8], look: &Look<'_>) {
        let Look { start, here, .. } = *look;
        let space = look.behind(|kinds| kinds.spaces, 1);
        let opened = look.behind(|kinds| kinds.brackets & kinds.joining, 1);
        let closing = here.brackets & here.parting;
        let pairs = space & (here.spaces | here.points | closing) | opened & closing;
        let letters = here.spaces & look.behind(|kinds| kinds.s_or_t, 1) & look.behind(|kinds| kinds.spaces, 2);
        // The space that stands before every text is none of it.
        let inside = if start == 0 { !0b11 } else { u64::MAX };
        let (pairs, letters) = (pairs & (inside | 0b10), letters & inside);
        let glued = here.es & look.behind(|kinds| kinds.ys, 1) | here.s_or_t & look.behind(|kinds| kinds.figures, 1);
        // One branch for most blocks.
        if pairs | letters | glued | here.questions != 0 {
            // What is told by the filling behind a text is not told by its bytes.
            let firsts = places(start, pairs).map(|second| second - 1).filter(|&first| first + 1 < bytes.len());
            self.pairs.extend(firsts.map(|first| first as u32));
            let free = places(start, letters).map(|space| space - 2);
            self.letters.extend(free.filter(|&at| is_free(bytes, at)).map(|at| at as u32));
            places(start, glued).for_each(|at| self.add_glued(bytes, at - 1));
            self.questions.extend(places(start, here.questions).map(|at| at as u32));
        }
        if here.straight != 0 {
            let near = |by| here.straight & look.behind(|kinds| kinds.straight, by);
            self.straight |= near(1) | near(2) | near(3) | near(4) | near(5) != 0;
        }
        if here.curly != 0 {
            let opening = places(start, here.curly).filter(|&last| bytes[last] == "“".as_bytes()[2]);
            self.curly.extend(opening.map(|last| last as u32));
        }
    }

    /// Adds what is glued to the `y` or the figure at `at`, if it is one of the words.
    fn add_glued(&mut self, bytes: &[u8], at: usize) {
        let rest = &bytes[at..];
        if rest.starts_with(b"yearold") {
            self.ages.push(at as u32);
        } else if rest[1..].starts_with(b"stcentury") || rest[1..].starts_with(b"thcentury") {
            self.centuries.push(at as u32 + 3);
        }
    }
}

/// Whether the letter after the space at `at` is one that an apostrophe cuts off, followed by a space.
fn is_free(bytes: &[u8], at: usize) -> bool {
    matches!(bytes[at..], [b' ', b's' | b't', b' ', ..])
}
