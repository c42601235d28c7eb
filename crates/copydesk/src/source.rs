//! The bytes as given: shared, never copied, never changed.

use bytes::Bytes;

use crate::span::SourceSpan;

/// The largest source, in bytes: 1 GiB.
///
/// Offsets are `u32`. Decoding can make text longer than its source (one invalid byte becomes the three bytes of U+FFFD), and three
/// times this limit still fits.
pub const SOURCE_LIMIT: usize = 1 << 30;

/// The bytes of one file or record, as given.
///
/// Cheap to clone. It can be backed by anything that [`Bytes`] can be: a vector, a static slice, a mapped file, a foreign buffer.
///
/// A source can also be a stretch of a larger file, which you keep or send on its own ([`Source::part`]). Its spans then count from the
/// start of that file.
#[derive(Clone, PartialEq, Eq)]
pub struct Source {
    bytes: Bytes,
    /// Where the first byte lies in the file.
    base: u32,
}

/// The source is longer than [`SOURCE_LIMIT`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the source has {bytes} bytes; the limit is {SOURCE_LIMIT} (1 GiB)")]
pub struct SourceTooLong {
    /// The length of the source.
    pub bytes: usize,
}

impl Source {
    /// Wraps the bytes, without copying or changing them.
    ///
    /// # Errors
    /// [`SourceTooLong`] over [`SOURCE_LIMIT`]. This is the only fallible step of a parse.
    pub fn new(bytes: impl Into<Bytes>) -> Result<Self, SourceTooLong> {
        Self::part(bytes, 0)
    }

    /// Wraps a stretch of a larger file that begins at its byte `base`. Spans count from the start of the file.
    ///
    /// # Errors
    /// [`SourceTooLong`] if it ends past [`SOURCE_LIMIT`].
    pub fn part(bytes: impl Into<Bytes>, base: u32) -> Result<Self, SourceTooLong> {
        let bytes = bytes.into();
        match bytes.len().saturating_add(base as usize) {
            end if end > SOURCE_LIMIT => Err(SourceTooLong { bytes: end }),
            _ => Ok(Self { bytes, base }),
        }
    }

    /// The text of a document as a source. It can be longer than the limit, by as much as decoding makes text longer.
    pub(crate) fn of_text(text: impl Into<Bytes>) -> Self {
        Self { bytes: text.into(), base: 0 }
    }

    /// All bytes.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The offset of the first byte in the file: 0 except for a [`Source::part`].
    #[must_use]
    pub fn base(&self) -> u32 {
        self.base
    }

    /// The number of bytes.
    #[must_use]
    pub fn len(&self) -> u32 {
        self.bytes.len() as u32
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// The span of the whole source.
    #[must_use]
    pub fn span(&self) -> SourceSpan {
        SourceSpan::new(self.base, self.base + self.len())
    }

    /// The bytes of `span`.
    ///
    /// # Panics
    /// If the span reaches past either end.
    #[must_use]
    pub fn slice(&self, span: SourceSpan) -> &[u8] {
        &self.bytes[self.range(span)]
    }

    /// The bytes of `span`, sharing this source's memory.
    pub(crate) fn share(&self, span: SourceSpan) -> Bytes {
        self.bytes.slice(self.range(span))
    }

    fn range(&self, span: SourceSpan) -> std::ops::Range<usize> {
        let base = self.base as usize;
        span.start() as usize - base..span.end() as usize - base
    }
}

impl std::fmt::Debug for Source {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Source({} bytes)", self.bytes.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Options;

    #[test]
    fn a_part_keeps_its_place_in_the_file() {
        let file = "0123456789Ferry returns\n\nThe year- on- year fall, at $ 5, is a two- year low.\n";
        let part = Source::part(&file.as_bytes()[10..], 10).unwrap();
        let (alone, whole) = (Options::new().parse(&part), Source::new(&file.as_bytes()[10..]).unwrap());
        let moved = Options::new().parse(&whole);
        alone.check().unwrap();
        assert_eq!(alone.text(), moved.text());
        assert_eq!((alone.range().start(), alone.range().end() as usize), (10, file.len()));
        for (here, there) in alone.blocks().zip(moved.blocks()) {
            assert_eq!(part.slice(here.source()), whole.slice(there.source()));
            assert_eq!(here.source().start(), there.source().start() + 10);
        }
        assert!(alone.repairs().count() > 0);
        assert_eq!(alone.recovered_source(), &file.as_bytes()[10..]);
    }

    #[test]
    fn a_part_ends_within_the_limit() {
        assert_eq!(Source::part("ab", SOURCE_LIMIT as u32 - 1), Err(SourceTooLong { bytes: SOURCE_LIMIT + 1 }));
        assert!(Source::part("ab", SOURCE_LIMIT as u32 - 2).is_ok());
    }
}
