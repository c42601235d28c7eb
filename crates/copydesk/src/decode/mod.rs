//! Stage 0: from bytes to characters.
//!
//! Where the bytes are what they seem, the decoded text *is* the source. Where they are not, each change is an edit of its own, and
//! [`compose`](crate::compose) folds it into the one partition of the source. Decoding is never switched off.

mod utf8;

use std::borrow::Cow;
use std::ops::Range;

use crate::repair::{Rule, RuleKind};

pub(crate) use utf8::decode;

/// The rule that names every change of this stage.
pub(crate) static ENCODING: Rule = Rule { name: "encoding", page: include_str!("utf8.rs"), kind: RuleKind::Decode };

/// The characters of a source, and how they came about.
pub(crate) struct Decoded<'s> {
    pub(crate) text: Cow<'s, str>,
    pub(crate) edits: Vec<DecodeEdit>,
}

/// These bytes of the source were decoded to these bytes of text. What lies between two edits is the same in both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DecodeEdit {
    /// In the bytes that were decoded.
    pub(crate) source: Range<u32>,
    /// In the decoded text.
    pub(crate) text: Range<u32>,
}
