//! The rows of the layers, listed below the block that they begin in.

use std::fmt::Write as _;

use copydesk::{Block, Document, RowView, Table, TextSpan, Value};

/// How much of a row's text is shown, in characters.
const SHOWN: usize = 60;

/// The rows of all layers of a document, each with its layer.
pub(super) struct Rows<'d> {
    document: &'d Document,
    /// In order of place; of those that begin together the longer one first.
    rows: Vec<(TextSpan, &'d Table, RowView<'d>)>,
}

impl<'d> Rows<'d> {
    pub(super) fn of(document: &'d Document) -> Self {
        let tables = document.layers().iter();
        let mut rows: Vec<_> = tables.flat_map(|table| table.rows().map(move |row| (row.text(), table, row))).collect();
        rows.sort_by_key(|(text, ..)| (text.start(), std::cmp::Reverse(text.end())));
        Self { document, rows }
    }

    /// The width of the longest name of a layer that has rows.
    pub(super) fn width(&self) -> usize {
        self.rows.iter().map(|(_, table, _)| table.name().len()).max().unwrap_or(0)
    }

    /// The rows that begin in the block: the layer's name, and the row on a line.
    pub(super) fn of_block(&self, block: Block<'d>) -> impl Iterator<Item = (&'d str, String)> + '_ {
        let span = block.text();
        let from = self.rows.partition_point(|(text, ..)| text.start() < span.start());
        let rows = self.rows[from..].iter().take_while(move |(text, ..)| text.start() < span.end());
        rows.map(|(_, table, row)| (table.name(), self.line(table, row)))
    }

    /// What stands there, and each column that has a value; the block's number is in the margin already.
    fn line(&self, table: &Table, row: &RowView<'d>) -> String {
        let mut line = self.shown(row.text());
        for (column, value) in table.columns().iter().zip(row.values()) {
            let value = match value {
                Value::Index(_) if column.name == "block" => continue,
                Value::Index(index) => index.to_string(),
                Value::String(string) => string.to_owned(),
                Value::Category(word) => word.to_owned(),
                Value::Span(span) => self.shown(span),
                Value::Spans(spans) => spans.iter().map(|&span| self.shown(span)).collect::<Vec<_>>().join(" "),
                Value::Mention(_, name) => name.to_owned(),
                _ => continue,
            };
            let _ = write!(line, " · {} {value}", column.name);
        }
        line
    }

    /// The text of a place between brackets, cut where it is long.
    fn shown(&self, span: TextSpan) -> String {
        let mut characters = self.document.slice(span).chars().map(|c| if c.is_whitespace() { ' ' } else { c });
        let shown: String = characters.by_ref().take(SHOWN).collect();
        format!("[{shown}{}]", if characters.next().is_some() { "…" } else { "" })
    }
}
