//! The builder of rows.

use arrow_array::builder::StringBuilder;
use arrow_array::{ArrayRef, RecordBatch};
use arrow_buffer::Buffer;
use arrow_schema::{ArrowError, SchemaRef};
use copydesk::Document;

use crate::record::{Record, Unreadable};

use super::blocks::Blocks;
use super::byline::{Bylines, Datelines};
use super::column;
use super::demand::Demand;
use super::error::Errors;
use super::extras::{Extras, Notes};
use super::fields::HeaderFields;
use super::head::Head;
use super::layers::LayerColumns;
use super::repairs::Repairs;
use super::texts::Texts;

/// The most bytes that one column of strings has, and the most items that one column of lists has.
///
/// Their offsets have 32 bits and a sign: the form that every engine reads.
pub const COLUMN_LIMIT: usize = i32::MAX as usize;

/// The batch has no room for the row: [`finish`](Rows::finish) it, and give the row again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the batch has no room for this row: finish it, and give the row again")]
pub struct NoRoom;

/// Collects documents, and errors in place of documents, as rows of record batches of [`schema`](super::schema).
pub struct Rows {
    schema: SchemaRef,
    limit: usize,
    len: usize,
    /// The room that is taken, at most, in any column.
    taken: usize,
    text_bytes: usize,
    head: Head,
    bylines: Bylines,
    datelines: Datelines,
    parts: StringBuilder,
    extras: Extras,
    fields: HeaderFields,
    texts: Texts,
    blocks: Blocks,
    repairs: Repairs,
    notes: Notes,
    layers: LayerColumns,
    errors: Errors,
    inputs: StringBuilder,
}

impl Rows {
    /// No rows yet.
    #[must_use]
    pub fn new() -> Self {
        Self::with_capacity(0, 0)
    }

    /// No rows yet, and memory for so many, whose texts have so many bytes together.
    #[must_use]
    pub fn with_capacity(rows: usize, text_bytes: usize) -> Self {
        Self {
            schema: super::schema(),
            limit: COLUMN_LIMIT,
            len: 0,
            taken: 0,
            text_bytes: 0,
            head: Head::default(),
            bylines: Bylines::default(),
            datelines: Datelines::default(),
            parts: StringBuilder::default(),
            extras: Extras::default(),
            fields: HeaderFields::default(),
            texts: Texts::with_capacity(rows, text_bytes),
            blocks: Blocks::default(),
            repairs: Repairs::default(),
            notes: Notes::default(),
            layers: LayerColumns::default(),
            errors: Errors::default(),
            inputs: StringBuilder::default(),
        }
    }

    /// The same with another limit than [`COLUMN_LIMIT`], which is too large to be reached in a test.
    #[cfg(test)]
    pub(super) fn with_limit(limit: usize) -> Self {
        Self { limit, ..Self::new() }
    }

    /// Adds a document. One that no batch could hold, since its text or what is known of it is longer than a column can be, becomes an
    /// error that says so.
    ///
    /// # Errors
    /// [`NoRoom`] if it does not fit beside the rows that are there. An empty batch takes every document.
    pub fn document(&mut self, id: Option<&str>, document: &Document) -> Result<(), NoRoom> {
        self.push(id, document, None, None)
    }

    /// Adds a document of a record, with what else the record held.
    ///
    /// # Errors
    /// As [`document`](Self::document).
    pub fn document_of(&mut self, record: &Record, id: &str, document: &Document) -> Result<(), NoRoom> {
        self.push(Some(id), document, None, record.fields.as_deref())
    }

    /// Adds a document whose source may lie in `buffer`, as that of a text of a column does. If it does, and was not changed, the row shares
    /// it.
    ///
    /// # Errors
    /// As [`document`](Self::document).
    pub fn document_in(&mut self, id: Option<&str>, document: &Document, buffer: &Buffer) -> Result<(), NoRoom> {
        self.push(id, document, Some(buffer), None)
    }

    fn push(
        &mut self,
        id: Option<&str>,
        document: &Document,
        buffer: Option<&Buffer>,
        input: Option<&str>,
    ) -> Result<(), NoRoom> {
        let demand = Demand::of(id, document, self.limit);
        if demand.room > self.limit {
            return self.error(id, None, None, &demand.refusal(self.limit));
        }
        let room = demand.room.max(self.input(input).map_or(0, str::len));
        if self.taken + room > self.limit {
            return Err(NoRoom);
        }
        self.take(room);
        self.inputs.append_option(self.input(input));
        self.text_bytes += document.text().len();
        self.head.push(id, document);
        self.bylines.push(document);
        self.datelines.push(document.dateline());
        self.parts.append_value(document.part().name());
        self.extras.push(document.extras());
        self.fields.push(document);
        self.texts.push(document, buffer, self.limit);
        self.blocks.push(document);
        self.repairs.push(document);
        self.notes.push(document.notes());
        self.layers.push(document.layers());
        self.errors.none();
        Ok(())
    }

    /// Adds an error in place of a document: the file as it was named, the number of the record in it, from 1, and why there is none.
    ///
    /// # Errors
    /// [`NoRoom`] if it does not fit beside the rows that are there. An empty batch takes every error; what is longer than a column can be
    /// is cut.
    pub fn error(
        &mut self,
        id: Option<&str>,
        file: Option<&str>,
        record: Option<u64>,
        reason: &str,
    ) -> Result<(), NoRoom> {
        self.fault(id, file, (record, None), reason, None)
    }

    /// Adds what could not be read, with its place and with what else the record held.
    ///
    /// # Errors
    /// As [`error`](Self::error).
    pub fn unreadable(&mut self, unreadable: &Unreadable) -> Result<(), NoRoom> {
        let Unreadable { id, place, reason, fields } = unreadable;
        self.fault(Some(id), Some(&place.file), (place.record, place.offset), reason, fields.as_deref())
    }

    fn fault(
        &mut self,
        id: Option<&str>,
        file: Option<&str>,
        (record, offset): (Option<u64>, Option<u64>),
        reason: &str,
        input: Option<&str>,
    ) -> Result<(), NoRoom> {
        let (id, file) = (id.map(|id| self.cut(id)), file.map(|file| self.cut(file)));
        let (reason, input) = (self.cut(reason), self.input(input));
        self.absent(id, Demand::of_error(id, file, reason).max(input.map_or(0, str::len)), input)?;
        self.errors.push(file, record, offset, reason);
        Ok(())
    }

    /// Adds a row without a document and without an error, for an input that has nothing where its text would be.
    ///
    /// # Errors
    /// [`NoRoom`] if it does not fit beside the rows that are there. An empty batch takes every row.
    pub fn null(&mut self, id: Option<&str>) -> Result<(), NoRoom> {
        let id = id.map(|id| self.cut(id));
        self.absent(id, Demand::of_error(id, None, ""), None)?;
        self.errors.none();
        Ok(())
    }

    /// Null in every column of a document, if there is `room`.
    fn absent(&mut self, id: Option<&str>, room: usize, input: Option<&str>) -> Result<(), NoRoom> {
        if self.len > 0 && self.taken + room > self.limit {
            return Err(NoRoom);
        }
        self.take(room);
        self.inputs.append_option(input);
        self.head.none(id);
        self.bylines.none();
        self.datelines.push(None);
        self.parts.append_null();
        self.extras.none();
        self.fields.none();
        self.texts.none();
        self.blocks.none();
        self.repairs.none();
        self.notes.none();
        self.layers.none();
        Ok(())
    }

    fn take(&mut self, room: usize) {
        self.len += 1;
        self.taken += room;
    }

    /// What else a record held, if a column can hold it.
    fn input<'s>(&self, input: Option<&'s str>) -> Option<&'s str> {
        input.filter(|input| input.len() <= self.limit)
    }

    fn cut<'s>(&self, string: &'s str) -> &'s str {
        let mut end = string.len().min(self.limit);
        while !string.is_char_boundary(end) {
            end -= 1;
        }
        &string[..end]
    }

    /// The number of rows.
    #[must_use]
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The bytes of the texts of the rows, to decide by when a batch is large enough.
    #[must_use]
    pub fn text_bytes(&self) -> usize {
        self.text_bytes
    }

    /// The rows as a batch. The builder is empty then, and ready for the next one.
    ///
    /// # Errors
    /// If the columns do not fit together, which would be a mistake of this module.
    pub fn finish(&mut self) -> Result<RecordBatch, ArrowError> {
        let batch = self.batch();
        if batch.is_err() {
            // What is left in some of the columns must not get into the next batch.
            *self = Self { limit: self.limit, ..Self::new() };
        }
        (self.len, self.taken, self.text_bytes) = (0, 0, 0);
        batch
    }

    fn batch(&mut self) -> Result<RecordBatch, ArrowError> {
        let mut columns: Vec<ArrayRef> = self.head.finish().collect();
        let [texts, bodies] = self.texts.finish()?;
        columns.extend([
            self.bylines.finish()?,
            self.datelines.finish()?,
            column::strings(&mut self.parts),
            self.extras.finish()?,
            self.fields.finish()?,
            texts,
            bodies,
            self.blocks.finish()?,
            self.repairs.finish()?,
            self.notes.finish()?,
            self.layers.finish()?,
            self.errors.finish()?,
            column::strings(&mut self.inputs),
        ]);
        RecordBatch::try_new(self.schema.clone(), columns)
    }
}

impl Default for Rows {
    fn default() -> Self {
        Self::new()
    }
}

impl std::fmt::Debug for Rows {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Rows").field("len", &self.len).field("text_bytes", &self.text_bytes).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
