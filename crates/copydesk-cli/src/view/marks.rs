//! The content of a block with its repairs and notes marked where they are.

use anstyle::Style;
use copydesk::{Block, Document, Repair, SourceSpan, TextSpan};

use crate::paint::{ADDED, NOTE, Paint, REMOVED};
use crate::visible::{visible, visible_bytes};

use super::wrap::{Breaks, Wrap};

/// Something to mark, and where it begins in the text.
struct Mark<'d> {
    at: u32,
    what: What<'d>,
}

enum What<'d> {
    Repair(Repair<'d>),
    /// The number of the note that ends here.
    Note(usize),
}

/// The repairs of a document, handed out to its blocks in order.
pub(super) struct Marker<'d> {
    document: &'d Document,
    paint: Paint,
    repairs: Vec<Repair<'d>>,
    /// The notes by the end of their place, each with its number.
    notes: Vec<(u32, usize)>,
}

impl<'d> Marker<'d> {
    pub(super) fn new(document: &'d Document, paint: Paint) -> Self {
        let placed = document.notes().iter().enumerate().filter(|(_, note)| !note.kind.is_limit());
        let mut notes: Vec<_> = placed.map(|(index, note)| (note.source.end(), index + 1)).collect();
        notes.sort_unstable();
        Self { document, paint, repairs: document.repairs().collect(), notes }
    }

    /// Appends the block's content, and the marks of everything that lies in the block.
    pub(super) fn push(&self, block: Block<'d>, wrap: &mut Wrap) {
        let content = block.text();
        let mut at = content.start();
        for mark in self.marks(block.source()) {
            let until = mark.at.clamp(at, content.end().max(at));
            self.push_text(at, until, wrap);
            at = until;
            match mark.what {
                What::Repair(repair) => {
                    self.push_repair(&repair, wrap);
                    at = at.max(repair.text().end());
                }
                What::Note(number) => wrap.push(&format!("[^{number}]"), self.style(NOTE), Breaks::Nowhere),
            }
        }
        self.push_text(at, content.end().max(at), wrap);
    }

    /// What is to be marked in this part of the source, in order of its place in the text.
    fn marks(&self, block: SourceSpan) -> Vec<Mark<'d>> {
        let from = self.repairs.partition_point(|repair| repair.source().start() < block.start());
        let repairs = self.repairs[from..].iter().take_while(|repair| repair.source().start() < block.end());
        let repairs = repairs.map(|&repair| Mark { at: repair.text().start(), what: What::Repair(repair) });
        let from = self.notes.partition_point(|&(end, _)| end <= block.start());
        let notes = self.notes[from..].iter().take_while(|&&(end, _)| end <= block.end());
        let notes = notes.map(|&(end, number)| Mark { at: self.document.mark_after(end), what: What::Note(number) });
        let mut marks: Vec<_> = repairs.chain(notes).collect();
        marks.sort_by_key(|mark| (mark.at, matches!(mark.what, What::Note(_))));
        marks
    }

    fn push_text(&self, start: u32, end: u32, wrap: &mut Wrap) {
        wrap.push(self.document.slice(TextSpan::new(start, end)), Style::new(), Breaks::AtSpaces);
    }

    /// What was there and what is there now. A mark is kept in one piece: white space in it is what it is about.
    fn push_repair(&self, repair: &Repair<'_>, wrap: &mut Wrap) {
        let (before, after) = (visible_bytes(repair.before()), visible(repair.after()));
        match self.paint {
            Paint::Plain => {
                wrap.push(&format!("[-{before}-]"), Style::new(), Breaks::Nowhere);
                if !after.is_empty() {
                    wrap.push(&format!("{{+{after}+}}"), Style::new(), Breaks::Nowhere);
                }
            }
            Paint::Colors => {
                wrap.push(&before, REMOVED, Breaks::Nowhere);
                wrap.push(&after, ADDED, Breaks::Nowhere);
            }
        }
    }

    fn style(&self, style: Style) -> Style {
        self.paint.style(style)
    }
}
