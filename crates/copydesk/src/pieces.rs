//! The partition of the source that the text is derived from.
//!
//! A document keeps *cut points*: from here on, the source became this text, for this cause. Gaps, overlaps and changes without a cause
//! cannot be represented. Text editors use the same structure, a piece table.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::repair::{Evidence, Risk, RuleSet};
use crate::reuse::kept;
use crate::span::{SourceSpan, TextSpan};

/// Why a piece's text differs from its source, and what it became.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Cause {
    pub(crate) rules: RuleSet,
    pub(crate) risk: Risk,
    /// There are never more.
    evidence: [Evidence; 2],
    /// So many there are.
    reasons: u8,
    pub(crate) text: Cow<'static, str>,
}

impl Cause {
    fn new(change: Change<'_>) -> Self {
        let Change { rules, risk, evidence: found, text } = change;
        debug_assert!(found.len() <= 2, "a change has one reason or two");
        let mut evidence = [Evidence::Document(0); 2];
        evidence.iter_mut().zip(found).for_each(|(place, &reason)| *place = reason);
        Self { rules, risk, evidence, reasons: found.len().min(2) as u8, text }
    }

    pub(crate) fn evidence(&self) -> &[Evidence] {
        &self.evidence[..usize::from(self.reasons)]
    }
}

/// A cause not yet known to be new: most are not, and need no memory of their own.
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
            && self.evidence == cause.evidence()
            && self.text == cause.text
    }
}

/// The index of a [`Cause`]; `KEPT` for a piece that is as it was.
type CauseIndex = u32;
const KEPT: CauseIndex = u32::MAX;

/// Where a piece starts in the source and in the text, and its cause, as numbers: a document keeps them with its other tables.
pub(crate) type Cells = [u32; 3];

#[derive(Clone, Copy)]
struct Cut {
    source: u32,
    text: u32,
    cause: CauseIndex,
}

impl From<Cells> for Cut {
    fn from([source, text, cause]: Cells) -> Self {
        Self { source, text, cause }
    }
}

impl From<Cut> for Cells {
    fn from(Cut { source, text, cause }: Cut) -> Self {
        [source, text, cause]
    }
}

/// One piece: this stretch of the source became this stretch of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Its place in the source.
    pub source: SourceSpan,
    /// Its place in the text.
    pub text: TextSpan,
    /// The rules that changed it; empty if it was kept.
    pub rules: RuleSet,
}

/// All pieces of a document, in order.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pieces<'p> {
    pub(crate) cuts: &'p [Cells],
    /// Distinct causes: a document has few, however many repairs.
    pub(crate) causes: &'p [Cause],
    pub(crate) source: SourceSpan,
    pub(crate) text_len: u32,
}

impl<'p> Pieces<'p> {
    pub(crate) fn len(&self) -> usize {
        self.cuts.len()
    }

    /// Whether anything was changed.
    pub(crate) fn changed(&self) -> bool {
        !self.causes.is_empty()
    }

    pub(crate) fn get(&self, index: usize) -> Piece {
        let cut = Cut::from(self.cuts[index]);
        let (source_end, text_end) = match self.cuts.get(index + 1) {
            Some(&[source, text, _]) => (source, text),
            None => (self.source.end(), self.text_len),
        };
        Piece {
            source: SourceSpan::new(cut.source, source_end),
            text: TextSpan::new(cut.text, text_end),
            rules: self.cause(index).map_or(RuleSet::EMPTY, |cause| cause.rules),
        }
    }

    pub(crate) fn cause(&self, index: usize) -> Option<&'p Cause> {
        match Cut::from(self.cuts[index]).cause {
            KEPT => None,
            cause => Some(&self.causes[cause as usize]),
        }
    }

    pub(crate) fn iter(self) -> impl ExactSizeIterator<Item = Piece> + use<'p> {
        (0..self.cuts.len()).map(move |index| self.get(index))
    }

    /// The indices of the repairs.
    pub(crate) fn repairs(self) -> impl Iterator<Item = usize> + use<'p> {
        (0..self.cuts.len()).filter(move |&index| Cut::from(self.cuts[index]).cause != KEPT)
    }

    /// Where a source offset lies in the text: exact in a kept piece, at an edge in a repair.
    pub(crate) fn to_text(self, span: SourceSpan) -> TextSpan {
        let start = self.text_offset(span.start(), Edge::Start);
        let end = if span.is_empty() { start } else { self.text_offset(span.end(), Edge::End) };
        TextSpan::new(start, end.max(start))
    }

    /// Where a text offset came from: exact in a kept piece, at an edge in a repair.
    pub(crate) fn to_source(self, span: TextSpan) -> SourceSpan {
        let start = self.source_offset(span.start(), Edge::Start);
        let end = if span.is_empty() { start } else { self.source_offset(span.end(), Edge::End) };
        SourceSpan::new(start, end.max(start))
    }

    fn text_offset(&self, offset: u32, edge: Edge) -> u32 {
        let after = self.cuts.partition_point(|&[source, ..]| edge.precedes(source, offset));
        let Some(index) = after.checked_sub(1) else { return 0 };
        let piece = self.get(index);
        match (piece.rules.is_empty(), edge) {
            (true, _) => piece.text.start() + (offset - piece.source.start()).min(piece.text.len()),
            (false, Edge::Start) if offset < piece.source.end() => piece.text.start(),
            (false, _) => piece.text.end(),
        }
    }

    fn source_offset(&self, offset: u32, edge: Edge) -> u32 {
        let after = self.cuts.partition_point(|&[_, text, _]| edge.precedes(text, offset));
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

/// Pieces while they are made, in memory that the next text's are made in.
#[derive(Debug, Default)]
pub(crate) struct PieceTable {
    cuts: Vec<Cells>,
    causes: Vec<Cause>,
    source: SourceSpan,
    text_len: u32,
    /// The last cause of each text, once there are more than [`FEW`]: a source in UTF-16 has as many as it has different words.
    by_text: BTreeMap<Cow<'static, str>, usize>,
    /// The cuts, including those at the edges of blocks, while these are inserted.
    split: Vec<Cells>,
}

/// So many causes are looked through one by one.
const FEW: usize = 32;

impl PieceTable {
    /// Begins with the pieces of a source.
    pub(crate) fn begin(&mut self, source: SourceSpan) -> PieceBuilder<'_> {
        self.cuts.clear();
        self.causes.clear();
        self.by_text.clear();
        (self.source, self.text_len) = (source, 0);
        PieceBuilder { at: source.start(), table: self }
    }

    /// What was made.
    pub(crate) fn pieces(&self) -> Pieces<'_> {
        Pieces { cuts: &self.cuts, causes: &self.causes, source: self.source, text_len: self.text_len }
    }

    /// The causes, for a document to keep.
    pub(crate) fn take_causes(&mut self) -> impl ExactSizeIterator<Item = Cause> {
        self.causes.drain(..)
    }

    /// Cuts kept pieces at the given source offsets (in order), so that no piece crosses a block's edge.
    pub(crate) fn split_at(&mut self, offsets: impl Iterator<Item = u32>) {
        let Self { cuts, split, source: whole, .. } = self;
        split.clear();
        split.reserve(cuts.len() + offsets.size_hint().0);
        let mut old = cuts.iter().copied().peekable();
        for offset in offsets {
            while let Some(cut) = old.next_if(|&[source, ..]| source <= offset) {
                split.push(cut);
            }
            if let Some(&[source, text, KEPT]) = split.last()
                && source < offset
                && offset < whole.end()
            {
                split.push([offset, text + (offset - source), KEPT]);
            }
        }
        split.extend(old);
        std::mem::swap(cuts, split);
        *split = kept(std::mem::take(split));
    }
}

/// Writes pieces in order of source.
pub(crate) struct PieceBuilder<'t> {
    table: &'t mut PieceTable,
    at: u32,
}

impl PieceBuilder<'_> {
    /// Keeps the source as it is up to `end`.
    pub(crate) fn keep_to(&mut self, end: u32) {
        if end > self.at {
            self.cut(KEPT);
            self.table.text_len += end - self.at;
            self.at = end;
        }
    }

    /// Lets the source up to `end` become the change's text.
    pub(crate) fn change_to(&mut self, end: u32, change: Change<'_>) {
        debug_assert!(end > self.at, "a piece covers at least one byte");
        let len = change.text.len() as u32;
        let index = self.cause(change);
        self.cut(index as CauseIndex);
        self.table.text_len += len;
        self.at = end;
    }

    /// The number of the change's cause, an old one where there is one.
    fn cause(&mut self, change: Change<'_>) -> usize {
        let PieceTable { causes, by_text, .. } = &mut *self.table;
        // Runs of one defect have one cause, so the last one is nearly always the one looked for.
        let recent = causes.iter().rev().take(FEW).position(|known| change.is(known));
        if let Some(back) = recent {
            return causes.len() - 1 - back;
        }
        if let Some(&known) = by_text.get(&change.text)
            && change.is(&causes[known])
        {
            return known;
        }
        if causes.len() >= FEW {
            by_text.insert(change.text.clone(), causes.len());
        }
        causes.push(Cause::new(change));
        causes.len() - 1
    }

    fn cut(&mut self, cause: CauseIndex) {
        let cut = Cut { source: self.at, text: self.table.text_len, cause };
        self.table.cuts.push(cut.into());
    }

    pub(crate) fn finish(mut self) {
        self.keep_to(self.table.source.end());
    }
}
