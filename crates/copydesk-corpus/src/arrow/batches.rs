//! Rows, in as many batches as needed.

use arrow_array::RecordBatch;
use arrow_schema::ArrowError;

use super::rows::{NoRoom, Rows};

/// Collects rows where more may come than one batch can hold: a batch without room for the next row is finished, and another one begun.
#[derive(Default)]
pub struct RowBatches {
    rows: Rows,
    full: Vec<RecordBatch>,
}

impl RowBatches {
    /// Adds the row that `row` puts in; it is called again where the batch had no room.
    ///
    /// # Errors
    /// As [`Rows::finish`], and where an empty batch has no room for the row, either of which would be a mistake of this module.
    pub fn push(&mut self, row: impl Fn(&mut Rows) -> Result<(), NoRoom>) -> Result<(), ArrowError> {
        if row(&mut self.rows).is_ok() {
            return Ok(());
        }
        self.close()?;
        row(&mut self.rows).map_err(|error| ArrowError::ExternalError(Box::new(error)))
    }

    /// The batches, in order. None are left then, and what has been learnt of the rows' size is kept for those that come.
    ///
    /// # Errors
    /// As [`Rows::finish`].
    pub fn finish(&mut self) -> Result<Vec<RecordBatch>, ArrowError> {
        self.close()?;
        Ok(std::mem::take(&mut self.full))
    }

    fn close(&mut self) -> Result<(), ArrowError> {
        if !self.rows.is_empty() {
            self.full.push(self.rows.finish()?);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_batch_without_room_is_followed_by_another() {
        let mut batches = RowBatches { rows: Rows::with_limit(25), full: Vec::new() };
        for id in ["one", "two", "three", "four", "five"] {
            batches.push(|rows| rows.null(Some(id))).unwrap();
        }
        let lengths = |batches: &mut RowBatches| -> Vec<usize> {
            batches.finish().unwrap().iter().map(RecordBatch::num_rows).collect()
        };
        assert_eq!(lengths(&mut batches), [2, 2, 1]);
        assert_eq!(lengths(&mut batches), [0; 0]);
        batches.push(|rows| rows.null(None)).unwrap();
        assert_eq!(lengths(&mut batches), [1]);
        let error = batches.push(|_| Err(NoRoom)).unwrap_err();
        assert!(error.to_string().contains("no room"), "{error}");
    }
}
