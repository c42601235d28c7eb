//! Rows into as many batches as they need.

use std::sync::{Mutex, PoisonError};

use arrow_array::RecordBatch;
use arrow_buffer::Buffer;
use copydesk::Document;
use copydesk_corpus::arrow::{NoRoom, RowBatches, Rows};
use copydesk_corpus::{Record, Unreadable};

use crate::errors::{Failure, Kind};

/// Batches of rows that are being made.
pub(super) struct Batches(RowBatches);

/// The builders of a call, to be used again: a builder knows how large the last batch was, and takes that much memory at once.
#[derive(Default)]
pub(super) struct Builders(Mutex<Vec<Batches>>);

impl Builders {
    pub(super) fn take(&self) -> Batches {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner).pop();
        known.unwrap_or_else(|| Batches(RowBatches::default()))
    }

    /// The batches of a builder, which goes back.
    pub(super) fn finish(&self, mut batches: Batches) -> Result<Vec<RecordBatch>, Failure> {
        let made = batches.0.finish().map_err(|error| Failure::new(Kind::Defect, error))?;
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(batches);
        Ok(made)
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
        self.0.push(row).map_err(|error| Failure::new(Kind::Defect, error))
    }
}
