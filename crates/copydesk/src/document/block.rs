//! A block, as callers see it.

use crate::blocks::{FurnitureKind, Role};
use crate::span::{SourceSpan, TextSpan};

use super::{BlockCut, Document};

/// One block of a document.
#[derive(Clone, Copy, Debug)]
pub struct Block<'d> {
    pub(super) document: &'d Document,
    pub(super) index: usize,
}

impl<'d> Block<'d> {
    fn cut(&self) -> BlockCut {
        self.document.cuts().at(self.index)
    }

    /// Its number, from 0.
    #[must_use]
    pub fn index(&self) -> usize {
        self.index
    }

    /// Its role.
    #[must_use]
    pub fn role(&self) -> Role {
        self.cut().role
    }

    /// The purpose of a furniture block.
    #[must_use]
    pub fn kind(&self) -> Option<FurnitureKind> {
        self.cut().kind
    }

    /// The bytes of the source that it covers, white space and line ends included.
    #[must_use]
    pub fn source(&self) -> SourceSpan {
        let next = self.document.cuts().get(self.index + 1);
        let end = next.map_or(self.document.0.range.end(), |next| next.source);
        SourceSpan::new(self.cut().source, end)
    }

    /// Its content in the text, without white space at either end; empty for a blank block.
    #[must_use]
    pub fn text(&self) -> TextSpan {
        self.cut().content
    }

    /// The number of the block that it continues, if something stands between the two.
    #[must_use]
    pub fn continues(&self) -> Option<usize> {
        self.cut().continues.map(|index| index as usize)
    }

    /// Its content, as a string.
    #[must_use]
    pub fn content(&self) -> &'d str {
        self.document.slice(self.text())
    }
}
