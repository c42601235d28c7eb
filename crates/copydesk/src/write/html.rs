//! # html
//!
//! The article as a self-contained page for a browser: the header, every block with its role in the margin, repairs and notes in place,
//! and layers.
//!
//! A repair shows the old text struck out (`<del>`), then the new text (`<ins>`), with its rules, risk and evidence in the title. White
//! space in it is visible (`␣`, `↵`), and bytes that are not UTF-8 appear as `\xff`. A note is a number, and is listed below. Text under
//! rows of layers has the class `layer-NAME` of each, and their columns in the title. A row without visible text is a thin bar. Blank
//! blocks without marks are left out, and furniture is faint. Invisible characters are escaped as `\u{1b}`. If there are several
//! documents, each is its own page, one after another, and browsers show them as one.

mod content;
mod escape;
mod rows;

use std::fmt::Write as _;

use crate::blocks::Role;
use crate::document::{Block, Document};
use crate::letters::floor_char_boundary;
use crate::span::TextSpan;

use super::{Writer, header_rows};
use content::Marker;
use escape::{class_name, push_line, push_text};

pub use escape::{is_unprintable, push_line as push_html_line};

pub(super) static WRITER: Writer =
    Writer { name: "html", page: include_str!("html.rs"), ends: &["html", "htm"], shows_layers: true, write };

/// What it looks like. Every selector is under `.copydesk`, so that a notebook's own things stay as they are.
const STYLE: &str = include_str!("html/style.css");

fn write(document: &Document, id: &str) -> String {
    let mut out = String::from("<!doctype html>\n<html");
    if let Some(language) = document.language() {
        let _ = write!(out, " lang=\"{}\"", language.code());
    }
    out.push_str(
        ">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>",
    );
    push_line(document.headline().unwrap_or(id), &mut out);
    out.push_str("</title>\n</head>\n<body>\n");
    Article { document, limit: usize::MAX, out: &mut out }.push(Some(id));
    out.push_str("</body>\n</html>\n");
    out
}

/// The article as the format `html` shows it, as one `<article class="copydesk">` with its own style, for a notebook or your own page.
///
/// Blocks are shown until their text has `limit` bytes; then a line says how many more there are. `usize::MAX` shows all. A single block
/// longer than `limit` is cut, and a line says so. The header fields have the same limit again.
///
/// ```
/// let source = copydesk::Source::new("The fee is $5 & rising.")?;
/// let html = copydesk::write::html_fragment(&copydesk::parse(&source), 10_000);
/// assert!(html.starts_with("<article class=\"copydesk\">") && html.contains("The fee is $5 &amp; rising."));
/// # Ok::<(), copydesk::SourceTooLong>(())
/// ```
#[must_use]
pub fn html_fragment(document: &Document, limit: usize) -> String {
    let mut out = String::new();
    Article { document, limit, out: &mut out }.push(None);
    out
}

/// One document on its way to HTML.
struct Article<'d, 'o> {
    document: &'d Document,
    limit: usize,
    out: &'o mut String,
}

impl<'d> Article<'d, '_> {
    fn push(&mut self, id: Option<&str>) {
        self.out.push_str("<article class=\"copydesk\">\n");
        self.push_style();
        self.push_summary(id);
        self.push_fields();
        let shown = self.push_blocks();
        self.push_notes(shown);
        self.out.push_str("</article>\n");
    }

    /// The style, and a colour for each layer.
    fn push_style(&mut self) {
        self.out.push_str("<style>\n");
        self.out.push_str(STYLE);
        for (index, table) in self.document.layers().iter().enumerate() {
            // Steps of the golden angle: however many layers there are, no two neighbours look alike.
            let hue = (210 + index * 137) % 360;
            let _ = writeln!(self.out, ".copydesk .{} {{ --hue: {hue}; }}", class_name(table.name()));
        }
        self.out.push_str("</style>\n");
    }

    fn push_summary(&mut self, id: Option<&str>) {
        let document = self.document;
        self.out.push_str("<p class=\"summary\">");
        if let Some(id) = id {
            self.out.push_str("<b>");
            push_line(id, self.out);
            self.out.push_str("</b> · ");
        }
        let language = document.language().map_or("language unknown", |language| language.code());
        let _ = write!(self.out, "{} · {language} · ", document.envelope().name());
        let (repairs, notes) = (document.repairs().count(), document.notes().len());
        let _ = write!(self.out, "{} · {}", counted(repairs, "repair"), counted(notes, "note"));
        for table in document.layers().iter() {
            let _ = write!(self.out, " · <span class=\"layer {}\">", class_name(table.name()));
            push_line(table.name(), self.out);
            let _ = write!(self.out, "</span> {}", counted(table.len(), "row"));
        }
        self.out.push_str("</p>\n");
    }

    fn push_fields(&mut self) {
        let mut fields = header_rows(self.document).peekable();
        if fields.peek().is_none() {
            return;
        }
        self.out.push_str("<dl>\n");
        let mut left = self.limit;
        while let Some((name, value)) = fields.next_if(|_| left > 0) {
            let shown = floor_char_boundary(&value, left);
            left -= shown;
            self.out.push_str("<div><dt>");
            push_line(name, self.out);
            self.out.push_str("</dt><dd>");
            push_text(&value[..shown], self.out);
            if shown < value.len() {
                let more = counted(value.len() - shown, "more byte");
                let _ = write!(self.out, "<span class=\"more\">… {more}</span>");
                left = 0;
            }
            self.out.push_str("</dd></div>\n");
        }
        self.out.push_str("</dl>\n");
        self.push_more(fields.count(), "field", " of the header");
    }

    /// The blocks up to the limit; where they end in the source, if they are not all.
    fn push_blocks(&mut self) -> Option<u32> {
        let mut marker = Marker::new(self.document);
        let mut left = self.limit;
        let mut blocks = self.document.blocks();
        while let Some(block) = blocks.next() {
            if block.role() == Role::Blank && !marker.has_marks(block) {
                continue;
            }
            let content = block.content();
            if content.len() <= left {
                left -= content.len();
                self.push_block(block, content.len(), &mut marker);
                continue;
            }
            // A block that would fit into a limit of its own is left for the count; one that never fits is begun.
            let whole = |block: &Block<'_>| block.role() != Role::Blank;
            let mut more = blocks.filter(whole).count();
            let mut end = block.source().start();
            if content.len() > self.limit && left > 0 {
                let shown = floor_char_boundary(content, left);
                self.push_block(block, shown, &mut marker);
                let cut = block.text().start() + shown as u32;
                end = self.document.to_source(TextSpan::new(block.text().start(), cut)).end();
                self.push_more(content.len() - shown, "byte", " of this block");
            } else {
                more += 1;
            }
            self.push_more(more, "block", "");
            return Some(end);
        }
        // Rows in white space after the last block that is shown, or in a document without text.
        let rest = marker.rest();
        if !rest.is_empty() {
            let _ = writeln!(self.out, "<div class=\"block\"><div></div><div class=\"content\">{rest}</div></div>");
        }
        None
    }

    /// One block, the first `shown` bytes of its content.
    fn push_block(&mut self, block: Block<'d>, shown: usize, marker: &mut Marker<'d>) {
        let _ = write!(self.out, "<div class=\"block role-{}\"><div class=\"margin\">{}", block.role(), block.role());
        if let Some(kind) = block.kind() {
            let _ = write!(self.out, " ({kind})");
        }
        let _ = write!(self.out, " <span class=\"number\">{}</span></div><div class=\"content\">", block.index());
        if let Some(continues) = block.continues() {
            let _ = write!(self.out, "<span class=\"continues\">(continues {continues})</span> ");
        }
        marker.push(block, shown, self.out);
        self.out.push_str("</div></div>\n");
    }

    /// The notes that begin before `end`, and how many others there are.
    fn push_notes(&mut self, end: Option<u32>) {
        let notes = self.document.notes().iter().enumerate();
        let mut shown = notes.filter(|(_, note)| end.is_none_or(|end| note.source.start() < end)).peekable();
        let mut listed = 0;
        if shown.peek().is_some() {
            self.out.push_str("<ul class=\"notes\">\n");
            for (index, note) in shown {
                listed += 1;
                let (start, end) = (note.source.start(), note.source.end());
                let kind = note.kind.name();
                let _ = write!(self.out, "<li><sup>{}</sup> {kind}, bytes {start}..{end}: ", index + 1);
                push_line(&note.message, self.out);
                self.out.push_str("</li>\n");
            }
            self.out.push_str("</ul>\n");
        }
        self.push_more(self.document.notes().len() - listed, "note", "");
    }

    /// Says how much is not shown, if it is anything.
    fn push_more(&mut self, count: usize, what: &str, of: &str) {
        if count > 0 {
            let _ = writeln!(self.out, "<p class=\"more\">… {}{of}</p>", counted(count, &format!("more {what}")));
        }
    }
}

fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests;
