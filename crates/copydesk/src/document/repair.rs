//! A repair, as callers see it.

use crate::pieces::{Cause, Piece};
use crate::repair::{Evidence, Risk, RuleSet};
use crate::span::{SourceSpan, TextSpan};

use super::Document;

/// One change between the source and the text.
#[derive(Clone, Copy, Debug)]
pub struct Repair<'d> {
    pub(super) document: &'d Document,
    pub(super) index: usize,
}

impl<'d> Repair<'d> {
    /// The number of its piece: see [`Document::repair`].
    #[must_use]
    pub fn index(&self) -> usize {
        self.index
    }

    fn piece(&self) -> Piece {
        self.document.0.pieces().get(self.index)
    }

    fn cause(&self) -> &'d Cause {
        self.document.0.pieces().cause(self.index).expect("a repair has a cause")
    }

    /// The rules that made it.
    #[must_use]
    pub fn rules(&self) -> RuleSet {
        self.cause().rules
    }

    /// How likely it is to be wrong.
    #[must_use]
    pub fn risk(&self) -> Risk {
        self.cause().risk
    }

    /// Why it was made.
    #[must_use]
    pub fn evidence(&self) -> &'d [Evidence] {
        self.cause().evidence()
    }

    /// The place of the replaced bytes.
    #[must_use]
    pub fn source(&self) -> SourceSpan {
        self.piece().source
    }

    /// The place of the replacement in the text.
    #[must_use]
    pub fn text(&self) -> TextSpan {
        self.piece().text
    }

    /// The replaced bytes themselves.
    #[must_use]
    pub fn before(&self) -> &'d [u8] {
        self.document.source().slice(self.source())
    }

    /// The replacement, as a string.
    #[must_use]
    pub fn after(&self) -> &'d str {
        &self.cause().text
    }
}
