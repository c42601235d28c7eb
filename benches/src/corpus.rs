//! Many documents in one piece of memory, as a run over a corpus would hold them.

use std::ops::Range;

use bytes::Bytes;
use bytestring::ByteString;

pub use crate::prose::Truth;
use crate::prose::{self, State};

/// Documents, one after the other in one buffer.
pub struct Corpus {
    /// What it is called in the tables.
    pub name: &'static str,
    /// What is known of all documents together; only of text that was made here.
    pub truth: Option<Truth>,
    bytes: Bytes,
    documents: Vec<Range<usize>>,
}

impl Corpus {
    /// Articles without damage, of about 4 KB each, at least `size` bytes together.
    #[must_use]
    pub fn clean(size: usize) -> Self {
        Self::made("clean", size, State::Clean)
    }

    /// The same articles with spaces after hyphens, currency signs and opening brackets, and with paragraphs cut in two.
    #[must_use]
    pub fn damaged(size: usize) -> Self {
        Self::made("damaged", size, State::Damaged)
    }

    fn made(name: &'static str, size: usize, state: State) -> Self {
        let mut text = String::with_capacity(size + 16_384);
        let mut documents = Vec::new();
        let mut truth = Truth::default();
        while text.len() < size {
            let start = text.len();
            truth.add(prose::article(&mut text, documents.len() as u64, state));
            documents.push(start..text.len());
        }
        Self { name, truth: Some(truth), bytes: text.into(), documents }
    }

    /// Texts from somewhere else, of which nothing is known.
    #[must_use]
    pub fn of(name: &'static str, texts: &[String]) -> Self {
        Self::gathered(name, texts.iter().map(String::as_bytes))
    }

    fn gathered<'a>(name: &'static str, texts: impl Iterator<Item = &'a [u8]> + Clone) -> Self {
        let mut bytes = Vec::with_capacity(texts.clone().map(<[u8]>::len).sum());
        let mut documents = Vec::new();
        for text in texts {
            let start = bytes.len();
            bytes.extend_from_slice(text);
            documents.push(start..bytes.len());
        }
        Self { name, truth: None, bytes: bytes.into(), documents }
    }

    /// Documents at equal distances, about `size` bytes of them, in memory of their own; all of them, if they have no more.
    #[must_use]
    pub fn part(&self, size: usize) -> Self {
        let step = ((self.bytes.len() + size / 2) / size.max(1)).max(1);
        Self::gathered(self.name, self.documents.iter().step_by(step).map(|range| &self.bytes[range.clone()]))
    }

    /// All bytes of all documents.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The same as an owner of the memory.
    #[must_use]
    pub fn shared(&self) -> Bytes {
        self.bytes.clone()
    }

    /// How many documents there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.documents.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.documents.is_empty()
    }

    /// The text of each document, which shares the corpus's memory.
    pub fn texts(&self) -> impl Iterator<Item = ByteString> + '_ {
        self.documents.iter().map(|range| {
            ByteString::try_from(self.bytes.slice(range.clone())).expect("a document of a corpus is UTF-8")
        })
    }
}
