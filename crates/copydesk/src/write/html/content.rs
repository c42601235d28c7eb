//! The content of a block, with its repairs, notes and layers marked.
//!
//! Rows of layers overlap each other and repairs, but HTML elements cannot overlap. So the text is cut wherever something begins or ends,
//! and each stretch is one element that carries everything over it.

use std::fmt::Write as _;
use std::iter::Peekable;

use crate::document::{Block, Document, Repair};
use crate::span::{SourceSpan, TextSpan};

use super::escape::{push_line, push_text, push_visible, push_visible_bytes};
use super::rows::Rows;

/// Repairs, notes and rows of a document, handed out to its blocks in order.
pub(super) struct Marker<'d> {
    document: &'d Document,
    repairs: Peekable<Box<dyn Iterator<Item = Repair<'d>> + 'd>>,
    /// The notes by the end of their place in the source, each with its index.
    notes: Peekable<std::vec::IntoIter<(u32, usize)>>,
    rows: Rows<'d>,
    /// Up to where the text has been written.
    at: u32,
}

/// Something to mark, and where it begins in the text.
struct Mark<'d> {
    at: u32,
    /// Where it is in the source: what lies at one place of the text has this order.
    source: u32,
    what: What<'d>,
}

enum What<'d> {
    /// The index of the note that ends here.
    Note(usize),
    Repair(Repair<'d>),
}

impl<'d> Marker<'d> {
    pub(super) fn new(document: &'d Document) -> Self {
        let repairs: Box<dyn Iterator<Item = Repair<'d>>> = Box::new(document.repairs());
        let placed = document.notes().iter().enumerate().filter(|(_, note)| !note.kind.is_limit());
        let mut notes: Vec<_> = placed.map(|(index, note)| (note.source.end(), index)).collect();
        notes.sort_unstable();
        let notes = notes.into_iter().peekable();
        Self { document, repairs: repairs.peekable(), notes, rows: Rows::new(document), at: 0 }
    }

    /// Whether a repair or a note lies in this block, which is the next.
    pub(super) fn has_marks(&mut self, block: Block<'d>) -> bool {
        let end = block.source().end();
        self.repairs.peek().is_some_and(|repair| repair.source().start() < end)
            || self.notes.peek().is_some_and(|&(note, _)| note <= end)
    }

    /// Appends the first `shown` bytes of the block's content, and the marks of everything that lies in the block and before their end.
    pub(super) fn push(&mut self, block: Block<'d>, shown: usize, out: &mut String) {
        let content = block.text();
        let end = content.start() + shown as u32;
        let cut = end < content.end();
        self.at = content.start();
        for mark in self.marks(block.source()) {
            if cut && mark.at >= end {
                break;
            }
            self.push_text(mark.at.min(end), None, out);
            match mark.what {
                What::Repair(repair) => self.push_repair(repair, end, out),
                What::Note(index) => self.push_note(index, out),
            }
        }
        self.push_text(end, None, out);
        if !cut {
            self.rows.pass(self.document.to_text(block.source()).end(), out);
        }
    }

    /// The marks of rows that lie after all blocks that have been written.
    pub(super) fn rest(&mut self) -> String {
        let mut out = String::new();
        self.rows.finish(&mut out);
        out
    }

    /// What is to be marked in this part of the source, in order of its place in the text.
    fn marks(&mut self, block: SourceSpan) -> Vec<Mark<'d>> {
        let mut marks = Vec::new();
        while let Some((source, index)) = self.notes.next_if(|&(end, _)| end <= block.end()) {
            marks.push(Mark { at: self.document.mark_after(source), source, what: What::Note(index) });
        }
        while let Some(repair) = self.repairs.next_if(|repair| repair.source().start() < block.end()) {
            let (at, source) = (repair.text().start(), repair.source().start());
            marks.push(Mark { at, source, what: What::Repair(repair) });
        }
        // The sort is stable: a note that ends where a repair begins stays before it.
        marks.sort_by_key(|mark| (mark.at, mark.source));
        marks
    }

    /// Appends the text up to `end`, cut where rows begin and end; as what a repair put there, if it is that.
    fn push_text(&mut self, end: u32, repair: Option<&Repair<'_>>, out: &mut String) {
        while self.at < end {
            self.rows.move_to(self.at, out);
            let next = self.rows.next_edge().map_or(end, |edge| edge.min(end));
            let text = self.document.slice(TextSpan::new(self.at, next));
            match repair {
                Some(repair) => self.push_element("ins", Some(repair), |out| push_visible(text, out), out),
                None => self.push_element("span", None, |out| push_text(text, out), out),
            }
            self.at = next;
        }
    }

    /// What was there, and what is there now.
    fn push_repair(&mut self, repair: Repair<'d>, end: u32, out: &mut String) {
        let text = repair.text();
        let inside = self.at == text.start() && text.end() <= end;
        if inside && !text.is_empty() {
            self.rows.move_to(self.at, out);
        } else {
            self.rows.close(self.at);
        }
        self.push_element("del", Some(&repair), |out| push_visible_bytes(repair.before(), out), out);
        if inside {
            self.push_text(text.end(), Some(&repair), out);
        } else {
            // It lies in the white space around the content, or across its edge.
            if !repair.after().is_empty() {
                self.push_element("ins", Some(&repair), |out| push_visible(repair.after(), out), out);
            }
            self.at = self.at.max(text.end().min(end));
        }
    }

    fn push_note(&self, index: usize, out: &mut String) {
        let note = &self.document.notes()[index];
        let _ = write!(out, "<sup title=\"{}: ", note.kind.name());
        push_line(&note.message, out);
        let _ = write!(out, "\">{}</sup>", index + 1);
    }

    /// One element with everything that lies over it; none where that is nothing.
    fn push_element(&self, tag: &str, repair: Option<&Repair<'_>>, push: impl FnOnce(&mut String), out: &mut String) {
        let (mut classes, mut titles) = (String::new(), Vec::new());
        titles.extend(repair.map(repair_title));
        self.rows.open_rows(&mut classes, &mut titles);
        if titles.is_empty() {
            return push(out);
        }
        let _ = write!(out, "<{tag}");
        if !classes.is_empty() {
            let _ = write!(out, " class=\"{classes}\"");
        }
        let _ = write!(out, " title=\"{}\">", titles.join("&#10;"));
        push(out);
        let _ = write!(out, "</{tag}>");
    }
}

/// `RULES · RISK · EVIDENCE`; names all of them, so that nothing is to be escaped.
fn repair_title(repair: &Repair<'_>) -> String {
    let rules: Vec<_> = repair.rules().names().collect();
    let evidence: Vec<_> = repair.evidence().iter().map(ToString::to_string).collect();
    let mut title = format!("{} · {}", rules.join(", "), repair.risk().name());
    if !evidence.is_empty() {
        let _ = write!(title, " · {}", evidence.join(", "));
    }
    title
}
