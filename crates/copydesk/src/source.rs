//! The bytes as they were given: shared, never copied, never changed.

use bytes::Bytes;

use crate::span::SourceSpan;

/// The most bytes that one source may have: 1 GiB.
///
/// Offsets are `u32`. Decoding can make text longer than its source (one invalid byte becomes the three of U+FFFD), and three times
/// this limit still fits.
pub const SOURCE_LIMIT: usize = 1 << 30;

/// The bytes of one file or record, as given.
///
/// Cheap to clone. It can be backed by anything that [`Bytes`] can be: a vector, a static slice, a mapped file, a foreign buffer.
#[derive(Clone, PartialEq, Eq)]
pub struct Source(Bytes);

/// The source has more bytes than copydesk can count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the source has {bytes} bytes; the limit is {SOURCE_LIMIT} (1 GiB)")]
pub struct SourceTooLong {
    /// How many bytes it has.
    pub bytes: usize,
}

impl Source {
    /// Takes the bytes as they are.
    ///
    /// # Errors
    /// [`SourceTooLong`] over [`SOURCE_LIMIT`]. It is the one fallible step of the whole parse.
    pub fn new(bytes: impl Into<Bytes>) -> Result<Self, SourceTooLong> {
        let bytes = bytes.into();
        if bytes.len() > SOURCE_LIMIT {
            return Err(SourceTooLong { bytes: bytes.len() });
        }
        Ok(Self(bytes))
    }

    /// The text of a document as a source. It can be longer than the limit, by as much as decoding makes text longer.
    pub(crate) fn of_text(text: impl Into<Bytes>) -> Self {
        Self(text.into())
    }

    /// All bytes.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// The number of bytes.
    #[must_use]
    pub fn len(&self) -> u32 {
        self.0.len() as u32
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The span of the whole source.
    #[must_use]
    pub fn span(&self) -> SourceSpan {
        SourceSpan::new(0, self.len())
    }

    /// The bytes of `span`.
    ///
    /// # Panics
    /// If the span reaches past the end.
    #[must_use]
    pub fn slice(&self, span: SourceSpan) -> &[u8] {
        &self.0[span.range()]
    }

    /// The bytes of `span`, sharing this source's memory.
    pub(crate) fn share(&self, span: SourceSpan) -> Bytes {
        self.0.slice(span.range())
    }
}

impl std::fmt::Debug for Source {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Source({} bytes)", self.0.len())
    }
}
