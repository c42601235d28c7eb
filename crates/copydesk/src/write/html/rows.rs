//! The rows of all layers in order of place, and those over the place that is being written.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::iter::Peekable;

use crate::annotate::{RowView, Table, Value};
use crate::document::Document;
use crate::letters::{ceil_char_boundary, floor_char_boundary};
use crate::span::TextSpan;

use super::escape::{class_name, push_line};

/// How many rows a title describes; it says how many more there are. Rows that all lie in each other would be told without end.
const ROWS_IN_TITLE: usize = 16;
/// How many characters of a span's text a title quotes.
const QUOTED: usize = 40;

/// A row, with the number of its layer, and its place on characters' edges.
#[derive(Clone, Copy)]
pub(super) struct Row<'d> {
    layer: usize,
    view: RowView<'d>,
    start: u32,
    end: u32,
}

pub(super) struct Rows<'d> {
    document: &'d Document,
    layers: Vec<Layer<'d>>,
    /// Rows that began in white space after a block, and go on after it.
    held: Vec<Row<'d>>,
    /// The rows over the place, by their end; the second number tells those apart that end together.
    open: BTreeMap<(u32, usize), Row<'d>>,
    opened: usize,
}

struct Layer<'d> {
    table: &'d Table,
    class: String,
    waiting: Peekable<Box<dyn Iterator<Item = RowView<'d>> + 'd>>,
    /// How many of its rows are open.
    open: usize,
}

impl<'d> Rows<'d> {
    pub(super) fn new(document: &'d Document) -> Self {
        let layer = |table: &'d Table| {
            let rows: Box<dyn Iterator<Item = RowView<'d>>> = Box::new(table.rows());
            Layer { table, class: class_name(table.name()), waiting: rows.peekable(), open: 0 }
        };
        let layers = document.layers().iter().map(layer).collect();
        Self { document, layers, held: Vec::new(), open: BTreeMap::new(), opened: 0 }
    }

    /// Opens what begins up to `at`, and closes what ends there. Rows that would open and close are written as points.
    pub(super) fn move_to(&mut self, at: u32, out: &mut String) {
        self.close(at);
        for row in std::mem::take(&mut self.held) {
            self.open_or_point(row, at, out);
        }
        while let Some(row) = self.next(|start| start <= at) {
            self.open_or_point(row, at, out);
        }
    }

    /// Closes what ends up to `at`.
    pub(super) fn close(&mut self, at: u32) {
        while let Some(entry) = self.open.first_entry().filter(|entry| entry.key().0 <= at) {
            self.layers[entry.remove().layer].open -= 1;
        }
    }

    /// Writes as points what lies wholly in the white space that ends at `end`.
    pub(super) fn pass(&mut self, end: u32, out: &mut String) {
        while let Some(row) = self.next(|start| start < end) {
            if row.end <= end { self.push_point(row, out) } else { self.held.push(row) }
        }
    }

    /// Writes as points all that is left.
    pub(super) fn finish(&mut self, out: &mut String) {
        for row in std::mem::take(&mut self.held) {
            self.push_point(row, out);
        }
        while let Some(row) = self.next(|_| true) {
            self.push_point(row, out);
        }
    }

    /// The next place after `at` at which a row begins or ends.
    pub(super) fn next_edge(&mut self) -> Option<u32> {
        let text = self.document.text();
        let starts = self.layers.iter_mut().filter_map(|layer| Some(start(layer.waiting.peek()?, text)));
        let start = starts.min();
        let end = self.open.keys().next().map(|&(end, _)| end);
        start.into_iter().chain(end).min()
    }

    /// The classes of the open rows' layers and their titles, a line each; whether there are any.
    pub(super) fn open_rows(&self, classes: &mut String, titles: &mut Vec<String>) {
        if self.open.is_empty() {
            return;
        }
        classes.push_str(if self.open.len() > 1 { "layer overlap" } else { "layer" });
        for layer in self.layers.iter().filter(|layer| layer.open > 0) {
            let _ = write!(classes, " {}", layer.class);
        }
        let mut told: Vec<_> = self.open.iter().take(ROWS_IN_TITLE).map(|((_, opened), row)| (*opened, row)).collect();
        told.sort_unstable_by_key(|(opened, _)| *opened);
        titles.extend(told.into_iter().map(|(_, row)| self.title(row)));
        if self.open.len() > ROWS_IN_TITLE {
            titles.push(format!("and {} more", self.open.len() - ROWS_IN_TITLE));
        }
    }

    fn open_or_point(&mut self, row: Row<'d>, at: u32, out: &mut String) {
        if row.end <= at {
            return self.push_point(row, out);
        }
        self.layers[row.layer].open += 1;
        self.open.insert((row.end, self.opened), row);
        self.opened += 1;
    }

    /// The first row that has not been handed out, if `wanted` has its start.
    fn next(&mut self, wanted: impl Fn(u32) -> bool) -> Option<Row<'d>> {
        let text = self.document.text();
        let starts = self.layers.iter_mut().enumerate();
        let starts = starts.filter_map(|(index, layer)| Some((start(layer.waiting.peek()?, text), index)));
        let (start, layer) = starts.min().filter(|(start, _)| wanted(*start))?;
        let view = self.layers[layer].waiting.next()?;
        Some(Row { layer, view, start, end: ceil_char_boundary(text, view.text().end() as usize) as u32 })
    }

    /// A row without text to show it on.
    fn push_point(&self, row: Row<'d>, out: &mut String) {
        let class = &self.layers[row.layer].class;
        let _ = write!(out, "<span class=\"layer {class} point\" title=\"{}\"></span>", self.title(&row));
    }

    /// `NAME: column=value, …`, escaped.
    fn title(&self, row: &Row<'d>) -> String {
        let table = self.layers[row.layer].table;
        let mut line = table.name().to_owned();
        if row.start == row.end {
            let _ = write!(line, " at {}", row.start);
        }
        let values = table.columns().iter().zip(row.view.values()).filter(|(_, value)| *value != Value::Null);
        for (index, (column, value)) in values.enumerate() {
            let _ = write!(line, "{} {}=", if index == 0 { ":" } else { "," }, column.name);
            match value {
                Value::Null => {}
                Value::Index(index) => line.push_str(&index.to_string()),
                Value::String(string) => line.push_str(string),
                Value::Category(word) => line.push_str(word),
                Value::Span(span) => self.push_span(span, &mut line),
                Value::Mention(span, name) => {
                    let _ = write!(line, "{name} ");
                    self.push_span(span, &mut line);
                }
                Value::Spans(spans) => {
                    for (index, span) in spans.iter().enumerate() {
                        line.push_str(if index == 0 { "" } else { " " });
                        self.push_span(*span, &mut line);
                    }
                }
            }
        }
        let mut title = String::with_capacity(line.len());
        push_line(&line, &mut title);
        title
    }

    /// A span's place and the beginning of its text.
    fn push_span(&self, span: TextSpan, line: &mut String) {
        let _ = write!(line, "{span:?}");
        if let Some(text) = self.document.text().get(span.range()).filter(|text| !text.is_empty()) {
            let mut chars = text.chars();
            let quoted: String = chars.by_ref().take(QUOTED).collect();
            let _ = write!(line, " “{quoted}{}”", if chars.next().is_some() { "…" } else { "" });
        }
    }
}

fn start(view: &RowView<'_>, text: &str) -> u32 {
    floor_char_boundary(text, view.text().start() as usize) as u32
}
