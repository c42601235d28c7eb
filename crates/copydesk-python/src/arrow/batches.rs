//! Rows into as many batches as they need.

use std::sync::{Mutex, PoisonError};

use arrow_array::RecordBatch;
use arrow_buffer::Buffer;
use copydesk::Document;
use copydesk_corpus::arrow::{NoRoom, Rows};
use copydesk_corpus::{Record, Unreadable};

use crate::errors::{Failure, Kind};

/// Collects rows; a batch that has no more room is closed, and the next one begun.
pub(super) struct Batches {
    rows: Rows,
    made: Vec<RecordBatch>,
}

/// The builders of a call, to be used again: a builder knows how large the last batch was, and takes that much memory at once.
#[derive(Default)]
pub(super) struct Builders(Mutex<Vec<Rows>>);

impl Builders {
    pub(super) fn take(&self) -> Batches {
        let rows = self.0.lock().unwrap_or_else(PoisonError::into_inner).pop();
        Batches { rows: rows.unwrap_or_default(), made: Vec::new() }
    }

    /// The batches of a builder, which goes back.
    pub(super) fn finish(&self, mut batches: Batches) -> Result<Vec<RecordBatch>, Failure> {
        batches.close()?;
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(batches.rows);
        Ok(batches.made)
    }
}

impl Batches {
    /// Adds a document, whose source may lie in a buffer of Arrow's.
    pub(super) fn document(
        &mut self,
        id: Option<&str>,
        document: &Document,
        buffer: Option<&Buffer>,
    ) -> Result<(), Failure> {
        self.push(|rows| match buffer {
            Some(buffer) => rows.document_in(id, document, buffer),
            None => rows.document(id, document),
        })
    }

    /// Adds a document of a record, with what else the record held.
    pub(super) fn document_of(&mut self, record: &Record, id: &str, document: &Document) -> Result<(), Failure> {
        self.push(|rows| rows.document_of(record, id, document))
    }

    /// Adds what could not be read.
    pub(super) fn unreadable(&mut self, unreadable: &Unreadable) -> Result<(), Failure> {
        self.push(|rows| rows.unreadable(unreadable))
    }

    pub(super) fn error(
        &mut self,
        id: Option<&str>,
        file: Option<&str>,
        record: Option<u64>,
        reason: &str,
    ) -> Result<(), Failure> {
        self.push(|rows| rows.error(id, file, record, reason))
    }

    pub(super) fn null(&mut self, id: Option<&str>) -> Result<(), Failure> {
        self.push(|rows| rows.null(id))
    }

    fn push(&mut self, row: impl Fn(&mut Rows) -> Result<(), NoRoom>) -> Result<(), Failure> {
        if row(&mut self.rows).is_ok() {
            return Ok(());
        }
        self.close()?;
        row(&mut self.rows).map_err(|error| Failure::new(Kind::Defect, error))
    }

    fn close(&mut self) -> Result<(), Failure> {
        if !self.rows.is_empty() {
            self.made.push(self.rows.finish().map_err(|error| Failure::new(Kind::Defect, error))?);
        }
        Ok(())
    }
}
