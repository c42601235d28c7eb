//! A document laid out as a page: the header, the blocks with their roles in the margin, the notes.

use std::fmt::Write as _;

use anstyle::Style;
use copydesk::write::header_rows;
use copydesk::{Block, Document, Role};

use crate::outcome::counted;
use crate::paint::{FAINT, HEADING, LABEL, NOTE, Paint};
use crate::printable::printable;

use super::marks::Marker;
use super::rows::Rows;
use super::wrap::{Breaks, Wrap};

/// The least width that content is wrapped to, however narrow the terminal.
const LEAST_WIDTH: usize = 20;

/// One document on its way to the terminal.
pub(super) struct Page<'d> {
    document: &'d Document,
    paint: Paint,
    width: usize,
    /// The widths of the margin's columns: block number, role.
    number_width: usize,
    role_width: usize,
    rows: Rows<'d>,
    out: String,
}

impl<'d> Page<'d> {
    pub(super) fn new(document: &'d Document, paint: Paint, width: usize) -> Self {
        let number_width = document.blocks().len().saturating_sub(1).to_string().len();
        // As wide as the header's labels at least, so that most articles share one margin.
        let role_width = document.blocks().map(|block| label(block).len()).max().unwrap_or(0).max("publication".len());
        let rows = Rows::of(document);
        let role_width = role_width.max(rows.width());
        Self { document, paint, width, number_width, role_width, rows, out: String::new() }
    }

    pub(super) fn print(mut self, id: &str) -> String {
        self.print_summary(id);
        self.print_header();
        self.print_blocks();
        self.print_notes();
        self.out
    }

    fn print_summary(&mut self, id: &str) {
        let document = self.document;
        let language = document.language().map_or("language unknown", |language| language.code());
        let repairs = counted(document.repairs().count() as u64, "repair");
        let notes = counted(document.notes().len() as u64, "note");
        let facts = format!(" · {} · {language} · {repairs} · {notes}", document.envelope().name());
        let title = self.paint.paint(&printable(id), HEADING);
        let _ = writeln!(self.out, "{title}{}\n", self.paint.paint(&facts, FAINT));
    }

    fn print_header(&mut self) {
        for (name, value) in header_rows(self.document) {
            self.print_field(name, &value);
        }
        if self.document.fields().next().is_some() {
            self.out.push('\n');
        }
    }

    fn print_field(&mut self, name: &str, value: &str) {
        let mut wrap = self.wrap();
        wrap.push(value, Style::new(), Breaks::AtSpaces);
        self.print_lines(&printable(name), "", wrap.finish());
    }

    fn print_blocks(&mut self) {
        let marker = Marker::new(self.document, self.paint);
        for block in self.document.blocks() {
            let mut wrap = self.wrap();
            if let Some(continues) = block.continues() {
                let words = format!("(continues {continues}) ");
                wrap.push(&words, self.paint.style(FAINT), Breaks::AtSpaces);
            }
            marker.push(block, &mut wrap);
            let lines = wrap.finish();
            let number = block.index().to_string();
            match block.role() {
                // White space is white space here too, unless something was changed in it.
                Role::Blank if lines.is_empty() => self.out.push('\n'),
                Role::Blank => self.print_lines("", &number, lines),
                _ => self.print_lines(&label(block), &number, lines),
            }
            self.print_rows(block);
        }
    }

    fn print_rows(&mut self, block: Block<'d>) {
        for (layer, row) in self.rows.of_block(block).collect::<Vec<_>>() {
            let mut wrap = self.wrap();
            wrap.push(&printable(&row), self.paint.style(FAINT), Breaks::AtSpaces);
            self.print_lines(&printable(layer), "", wrap.finish());
        }
    }

    fn print_notes(&mut self) {
        if self.document.notes().is_empty() {
            return;
        }
        self.out.push('\n');
        for (index, note) in self.document.notes().iter().enumerate() {
            let mark = self.paint.paint(&format!("[^{}]", index + 1), NOTE);
            let (start, end) = (note.source.start(), note.source.end());
            let message = printable(&note.message);
            let _ = writeln!(self.out, "{mark} {}, bytes {start}..{end}: {message}", note.kind.name());
        }
    }

    /// A wrap for what stands to the right of the margin.
    fn wrap(&self) -> Wrap {
        let margin = self.number_width + 1 + self.role_width + 3;
        Wrap::new(self.width.saturating_sub(margin).max(LEAST_WIDTH))
    }

    /// Writes lines with `label` in the margin of the first.
    fn print_lines(&mut self, label: &str, number: &str, mut lines: Vec<String>) {
        if lines.is_empty() {
            lines.push(String::new());
        }
        let (number_width, role_width) = (self.number_width, self.role_width);
        for (index, line) in lines.iter().enumerate() {
            let (number, label) = if index == 0 { (number, label) } else { ("", "") };
            let number = self.paint.paint(&format!("{number:>number_width$}"), FAINT);
            let label = self.paint.paint(&format!("{label:>role_width$}"), LABEL);
            let bar = self.paint.paint("│", FAINT);
            let line = format!("{number} {label} {bar} {line}");
            let _ = writeln!(self.out, "{}", line.trim_end());
        }
    }
}

/// The role, with the kind of furniture in brackets.
fn label(block: Block<'_>) -> String {
    match block.kind() {
        Some(kind) => format!("{} ({kind})", block.role()),
        None => block.role().to_string(),
    }
}
