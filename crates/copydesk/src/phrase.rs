//! A phrase to search for in many lines or texts, by the one of its bytes that is rarest in running text.
//!
//! A search for any phrase must first choose such a byte, which takes longer than the look at a line. Here it is chosen by hand.

use memchr::memchr_iter;

pub(crate) struct Phrase {
    bytes: &'static [u8],
    /// The place of its rarest byte.
    rare: usize,
}

impl Phrase {
    /// The phrase, and the place of its rarest byte.
    pub(crate) const fn new(words: &'static str, rare: usize) -> Self {
        assert!(rare < words.len(), "the byte is one of the phrase's");
        Self { bytes: words.as_bytes(), rare }
    }

    /// Where it stands, in order.
    pub(crate) fn places(&self, text: &[u8]) -> impl Iterator<Item = usize> {
        let starts = memchr_iter(self.bytes[self.rare], text).filter_map(|at| at.checked_sub(self.rare));
        starts.filter(|&start| text[start..].starts_with(self.bytes))
    }

    /// Where it stands first.
    pub(crate) fn find(&self, text: &[u8]) -> Option<usize> {
        self.places(text).next()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_is_found() {
        static PHRASE: Phrase = Phrase::new("an inbox", 7);
        let places = |text: &str| PHRASE.places(text.as_bytes()).collect::<Vec<_>>();
        assert_eq!(places("an inbox and an inbox"), [0, 13]);
        assert_eq!(places("x box, inbox, an inbo"), [0; 0]);
        assert_eq!((PHRASE.find(b"in an inbox"), PHRASE.find(b"")), (Some(3), None));
    }
}
