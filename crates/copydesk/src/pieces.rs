//! The partition of the source that the text is derived from.
//!
//! A document keeps *cut points*: from here on, the source became this text, for this cause. Gaps and overlaps cannot be written down,
//! and a change without a cause cannot be expressed. It is a piece table, the structure that text editors use.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::repair::{Evidence, Risk, RuleSet};
use crate::span::{SourceSpan, TextSpan};

/// Why a piece's text differs from its source, and what it became.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Cause {
    pub(crate) rules: RuleSet,
    pub(crate) risk: Risk,
    pub(crate) evidence: Vec<Evidence>,
    pub(crate) text: Cow<'static, str>,
}

/// A cause before it is known to be a new one: most are not, and need no memory of their own.
pub(crate) struct Change<'e> {
    pub(crate) rules: RuleSet,
    pub(crate) risk: Risk,
    pub(crate) evidence: &'e [Evidence],
    pub(crate) text: Cow<'static, str>,
}

impl Change<'_> {
    fn is(&self, cause: &Cause) -> bool {
        self.rules == cause.rules
            && self.risk == cause.risk
            && self.evidence == cause.evidence
            && self.text == cause.text
    }
}

/// The index of a [`Cause`]; `KEPT` for a piece that is as it was.
type CauseIndex = u32;
const KEPT: CauseIndex = u32::MAX;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Cut {
    source: u32,
    text: u32,
    cause: CauseIndex,
}

/// One piece: this part of the source became this part of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Where it came from.
    pub source: SourceSpan,
    /// What it became.
    pub text: TextSpan,
    /// The rules that changed it; empty if it was kept.
    pub rules: RuleSet,
}

/// All pieces of a document, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Pieces {
    cuts: Vec<Cut>,
    /// Distinct causes: a document has few, however many repairs.
    causes: Vec<Cause>,
    source: SourceSpan,
    text_len: u32,
}

impl Pieces {
    pub(crate) fn len(&self) -> usize {
        self.cuts.len()
    }

    /// The length of the text in bytes.
    pub(crate) fn text_len(&self) -> u32 {
        self.text_len
    }

    /// Whether anything was changed.
    pub(crate) fn changed(&self) -> bool {
        !self.causes.is_empty()
    }

    pub(crate) fn get(&self, index: usize) -> Piece {
        let cut = self.cuts[index];
        let (source_end, text_end) = match self.cuts.get(index + 1) {
            Some(next) => (next.source, next.text),
            None => (self.source.end(), self.text_len),
        };
        Piece {
            source: SourceSpan::new(cut.source, source_end),
            text: TextSpan::new(cut.text, text_end),
            rules: self.cause(index).map_or(RuleSet::EMPTY, |cause| cause.rules),
        }
    }

    pub(crate) fn cause(&self, index: usize) -> Option<&Cause> {
        match self.cuts[index].cause {
            KEPT => None,
            cause => Some(&self.causes[cause as usize]),
        }
    }

    pub(crate) fn iter(&self) -> impl ExactSizeIterator<Item = Piece> + '_ {
        (0..self.cuts.len()).map(|index| self.get(index))
    }

    /// The indices of the repairs.
    pub(crate) fn repairs(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.cuts.len()).filter(|&index| self.cuts[index].cause != KEPT)
    }

    /// Where a source offset lies in the text: exact in a kept piece, at an edge in a repair.
    pub(crate) fn to_text(&self, span: SourceSpan) -> TextSpan {
        let start = self.text_offset(span.start(), Edge::Start);
        let end = if span.is_empty() { start } else { self.text_offset(span.end(), Edge::End) };
        TextSpan::new(start, end.max(start))
    }

    /// Where a text offset came from: exact in a kept piece, at an edge in a repair.
    pub(crate) fn to_source(&self, span: TextSpan) -> SourceSpan {
        let start = self.source_offset(span.start(), Edge::Start);
        let end = if span.is_empty() { start } else { self.source_offset(span.end(), Edge::End) };
        SourceSpan::new(start, end.max(start))
    }

    fn text_offset(&self, offset: u32, edge: Edge) -> u32 {
        let after = self.cuts.partition_point(|cut| edge.precedes(cut.source, offset));
        let Some(index) = after.checked_sub(1) else { return 0 };
        let piece = self.get(index);
        match (piece.rules.is_empty(), edge) {
            (true, _) => piece.text.start() + (offset - piece.source.start()).min(piece.text.len()),
            (false, Edge::Start) if offset < piece.source.end() => piece.text.start(),
            (false, _) => piece.text.end(),
        }
    }

    fn source_offset(&self, offset: u32, edge: Edge) -> u32 {
        let after = self.cuts.partition_point(|cut| edge.precedes(cut.text, offset));
        let Some(index) = after.checked_sub(1) else { return self.source.start() };
        let piece = self.get(index);
        match (piece.rules.is_empty(), edge) {
            (true, _) => piece.source.start() + (offset - piece.text.start()).min(piece.source.len()),
            (false, Edge::Start) if offset < piece.text.end() => piece.source.start(),
            (false, _) => piece.source.end(),
        }
    }
}

#[derive(Clone, Copy)]
enum Edge {
    Start,
    End,
}

impl Edge {
    /// Whether the piece that begins at `cut` may hold `offset`: a span starts in the piece that begins at its start, and ends in the
    /// piece before.
    fn precedes(self, cut: u32, offset: u32) -> bool {
        match self {
            Self::Start => cut <= offset,
            Self::End => cut < offset,
        }
    }
}

/// Writes pieces in order of source.
pub(crate) struct PieceBuilder {
    pieces: Pieces,
    at: u32,
    /// The last cause of each text, once there are more than a [`FEW`]: a source in UTF-16 has as many as it has different words.
    by_text: BTreeMap<Cow<'static, str>, usize>,
}

/// So many causes are looked through one by one.
const FEW: usize = 32;

impl PieceBuilder {
    pub(crate) fn new(source: SourceSpan) -> Self {
        Self {
            pieces: Pieces { cuts: Vec::new(), causes: Vec::new(), source, text_len: 0 },
            at: source.start(),
            by_text: BTreeMap::new(),
        }
    }

    /// Keeps the source as it is up to `end`.
    pub(crate) fn keep_to(&mut self, end: u32) {
        if end > self.at {
            self.cut(KEPT);
            self.pieces.text_len += end - self.at;
            self.at = end;
        }
    }

    /// Lets the source up to `end` become the change's text.
    pub(crate) fn change_to(&mut self, end: u32, change: Change<'_>) {
        debug_assert!(end > self.at, "a piece covers at least one byte");
        let len = change.text.len() as u32;
        let index = self.cause(change);
        self.cut(index as CauseIndex);
        self.pieces.text_len += len;
        self.at = end;
    }

    /// The number of the change's cause, an old one where there is one.
    fn cause(&mut self, change: Change<'_>) -> usize {
        // Runs of one defect have one cause, so the last one is nearly always the one looked for.
        let recent = self.pieces.causes.iter().rev().take(FEW).position(|known| change.is(known));
        if let Some(back) = recent {
            return self.pieces.causes.len() - 1 - back;
        }
        if let Some(&known) = self.by_text.get(&change.text)
            && change.is(&self.pieces.causes[known])
        {
            return known;
        }
        let Change { rules, risk, evidence, text } = change;
        if self.pieces.causes.len() >= FEW {
            self.by_text.insert(text.clone(), self.pieces.causes.len());
        }
        self.pieces.causes.push(Cause { rules, risk, evidence: evidence.to_vec(), text });
        self.pieces.causes.len() - 1
    }

    fn cut(&mut self, cause: CauseIndex) {
        self.pieces.cuts.push(Cut { source: self.at, text: self.pieces.text_len, cause });
    }

    pub(crate) fn finish(mut self) -> Pieces {
        self.keep_to(self.pieces.source.end());
        self.pieces
    }
}

impl Pieces {
    /// Cuts kept pieces at the given source offsets (in order), so that no piece crosses a block's edge.
    pub(crate) fn split_at(&mut self, offsets: impl Iterator<Item = u32>) {
        let mut cuts = Vec::with_capacity(self.cuts.len() + offsets.size_hint().0);
        let mut old = self.cuts.iter().copied().peekable();
        for offset in offsets {
            while let Some(cut) = old.next_if(|cut| cut.source <= offset) {
                cuts.push(cut);
            }
            if let Some(&Cut { source, text, cause: KEPT }) = cuts.last()
                && source < offset
                && offset < self.source.end()
            {
                cuts.push(Cut { source: offset, text: text + (offset - source), cause: KEPT });
            }
        }
        cuts.extend(old);
        self.cuts = cuts;
    }
}
