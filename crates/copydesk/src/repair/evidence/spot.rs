//! A place that a rule found, and the reading that its neighbours allow.

use crate::note::NoteKind;

use super::super::{Rule, RuleKind};

/// What a place looks like from its neighbours alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reading {
    /// Damage: no reading of correct text explains it. Counts as evidence for the others of its family.
    Clear,
    /// Damage of a kind that is no evidence, not even as a third, because outlets exist that write so throughout.
    Style,
    /// Damage unless the document shows that it types its dashes so.
    Ambiguous,
    /// A reading of correct text is at least as good.
    Doubtful,
    /// A dash, typed with one space: takes the evidence away from what is ambiguous.
    Dash,
    /// Correct as it stands.
    Correct,
}

/// What one and the same kind of extraction does: damage of a family vouches for more of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Family {
    /// A space put after a mark that joins: `-`, `(`, `$`.
    Spaces,
    /// A space put before a mark that belongs to the word before it, or inside quotation marks: tokens, or links, set apart.
    Marks,
    /// A space put inside a number.
    Digits,
    /// A space lost after a mark.
    Glued,
    /// A paragraph cut in two.
    Breaks,
    /// Two sentences run together.
    Stops,
}

/// One of the cases that a rule distinguishes.
#[derive(Debug)]
pub(crate) struct Finding {
    /// The case in a word, as the repair's evidence gives it.
    pub(crate) name: &'static str,
    pub(crate) reading: Reading,
    /// What the spot becomes if it is repaired.
    pub(crate) replacement: &'static str,
    /// The kind of the note if it is left in doubt.
    pub(crate) note: NoteKind,
    /// The note.
    pub(crate) message: &'static str,
}

/// A place that a rule found, in the decoded text: the smallest stretch that would change.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Spot {
    pub(crate) start: u32,
    pub(crate) end: u32,
    pub(crate) rule: &'static Rule,
    pub(crate) finding: &'static Finding,
}

impl Spot {
    /// The family of the rule that found it.
    pub(crate) fn family(&self) -> Option<Family> {
        match self.rule.kind {
            RuleKind::Repair { family, .. } => Some(family),
            RuleKind::Decode | RuleKind::Characters { .. } | RuleKind::Unwrap => None,
        }
    }
}
