//! The table as JSON, an object on a line for each row.

use std::io::Write as _;

use anyhow::Context as _;

use crate::output::Output;

use super::columns::{Cell, Column};

pub(super) struct Jsonl {
    out: Output,
    columns: Vec<Column>,
    /// The row being written: an object is written whole or not at all.
    line: Vec<u8>,
}

impl Jsonl {
    pub(super) fn new(out: Output, columns: Vec<Column>) -> Self {
        Self { out, columns, line: Vec::new() }
    }

    pub(super) fn row(&mut self, row: &[Cell<'_>]) -> anyhow::Result<()> {
        self.line.clear();
        for (column, cell) in self.columns.iter().zip(row) {
            self.line.push(if self.line.is_empty() { b'{' } else { b',' });
            serde_json::to_writer(&mut self.line, column.name)?;
            self.line.push(b':');
            match cell {
                Cell::None => self.line.extend_from_slice(b"null"),
                Cell::Text(text) => serde_json::to_writer(&mut self.line, text)?,
                Cell::Number(number) => serde_json::to_writer(&mut self.line, number)?,
            }
        }
        self.line.extend_from_slice(b"}\n");
        self.out.write_all(&self.line).context("the output cannot be written")
    }

    pub(super) fn finish(self) -> Output {
        self.out
    }
}
