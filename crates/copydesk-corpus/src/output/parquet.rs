//! Rows as a Parquet file.

use std::io::{self, Write};

use arrow_array::RecordBatch;
use arrow_schema::SchemaRef;
use parquet::arrow::ArrowWriter;
use parquet::basic::{Compression, ZstdLevel};
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;

/// A row group is closed with the batch that makes it so large, in rows or in bytes: it is kept in memory until then.
const GROUP_ROWS: usize = 1 << 14;
const GROUP_BYTES: usize = 1 << 26;

/// A file that is being written.
pub(super) struct ParquetFile<W: Write + Send>(ArrowWriter<W>);

impl<W: Write + Send> ParquetFile<W> {
    pub(super) fn new(out: W, schema: SchemaRef) -> io::Result<Self> {
        // Arrow's own schema is in the file too; these are for programs that do not know it.
        let mut metadata: Vec<KeyValue> =
            schema.metadata().iter().map(|(key, value)| KeyValue::new(key.clone(), value.clone())).collect();
        metadata.sort_by(|one, other| one.key.cmp(&other.key));
        let properties = WriterProperties::builder()
            .set_compression(Compression::ZSTD(ZstdLevel::default()))
            .set_max_row_group_row_count(None)
            .set_key_value_metadata(Some(metadata))
            .build();
        ArrowWriter::try_new(out, schema, Some(properties)).map(Self).map_err(io::Error::other)
    }

    pub(super) fn rows(&mut self, batches: &[RecordBatch]) -> io::Result<()> {
        for batch in batches {
            self.0.write(batch).map_err(io::Error::other)?;
            if self.0.in_progress_rows() >= GROUP_ROWS || self.0.in_progress_size() >= GROUP_BYTES {
                self.0.flush().map_err(io::Error::other)?;
            }
        }
        Ok(())
    }

    pub(super) fn finish(self) -> io::Result<W> {
        self.0.into_inner().map_err(io::Error::other)
    }
}
