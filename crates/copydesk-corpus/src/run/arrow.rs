//! Rows of Arrow, in as many batches as they need.

use arrow_array::RecordBatch;

use crate::arrow::{NoRoom, Rows};

/// Rows that are being made, and batches that are full.
#[derive(Default)]
pub(super) struct ArrowRows {
    rows: Rows,
    full: Vec<RecordBatch>,
}

impl ArrowRows {
    pub(super) fn push(&mut self, row: impl Fn(&mut Rows) -> Result<(), NoRoom>) {
        if row(&mut self.rows).is_err() {
            self.close();
            row(&mut self.rows).expect("an empty batch takes every row");
        }
    }

    fn close(&mut self) {
        if !self.rows.is_empty() {
            self.full.push(self.rows.finish().expect("columns that are filled together fit together"));
        }
    }

    pub(super) fn finish(mut self) -> Vec<RecordBatch> {
        self.close();
        self.full
    }
}
