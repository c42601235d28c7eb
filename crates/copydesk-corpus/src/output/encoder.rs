//! How rows become the bytes of a file.
//!
//! A compressed file is one gzip member or one Zstandard frame, because several programs read only the first.

use std::io::{self, Write};

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::run::{RowForm, Rows};

use super::frame::Frame;

/// How a file is packed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Pack {
    /// Not at all. Parquet packs its columns itself.
    #[default]
    Plain,
    /// gzip.
    Gzip,
    /// Zstandard.
    Zstd,
}

impl Pack {
    /// Every way, in order.
    pub const ALL: &[Self] = &[Self::Plain, Self::Gzip, Self::Zstd];

    /// Its name, as on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Plain => "none",
            Self::Gzip => "gz",
            Self::Zstd => "zst",
        }
    }

    /// The way of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|pack| pack.name() == name)
    }

    /// How the names of files end that are packed so.
    #[must_use]
    pub const fn end(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Gzip => ".gz",
            Self::Zstd => ".zst",
        }
    }

    /// How a file is packed by its name.
    #[must_use]
    pub fn of_file(name: &str) -> Self {
        let packed = |pack: &&Self| **pack != Self::Plain && name.ends_with(pack.end());
        Self::ALL.iter().find(packed).copied().unwrap_or_default()
    }
}

/// Rows on their way to a file.
pub struct Encoder<W: Write + Send> {
    packed: Packed<W>,
    frame: Frame,
}

enum Packed<W: Write + Send> {
    Plain(W),
    Gzip(GzEncoder<W>),
    Zstd(zstd::stream::write::Encoder<'static, W>),
    #[cfg(feature = "parquet")]
    Parquet(Box<super::parquet::ParquetFile<W>>),
}

impl<W: Write + Send> Encoder<W> {
    /// Writes rows of this form, packed so; Parquet packs its columns itself.
    ///
    /// # Errors
    /// If there is no memory for it, or the head of the file cannot be written.
    pub fn new(out: W, form: RowForm, pack: Pack) -> io::Result<Self> {
        let packed = match (form, pack) {
            #[cfg(feature = "parquet")]
            (RowForm::Parquet, _) => return Self::parquet(out, crate::arrow::schema()),
            (_, Pack::Plain) => Packed::Plain(out),
            (_, Pack::Gzip) => Packed::Gzip(GzEncoder::new(out, Compression::default())),
            (_, Pack::Zstd) => {
                let mut encoder = zstd::stream::write::Encoder::new(out, zstd::DEFAULT_COMPRESSION_LEVEL)?;
                encoder.include_checksum(true)?;
                Packed::Zstd(encoder)
            }
        };
        Ok(Self { packed, frame: Frame::of(form) })
    }

    /// Writes rows of Arrow of this schema as Parquet.
    ///
    /// # Errors
    /// If the schema is nothing that Parquet has, or the head of the file cannot be written.
    #[cfg(feature = "parquet")]
    pub fn parquet(out: W, schema: arrow_schema::SchemaRef) -> io::Result<Self> {
        let packed = Packed::Parquet(Box::new(super::parquet::ParquetFile::new(out, schema)?));
        Ok(Self { packed, frame: Frame::of(RowForm::Parquet) })
    }

    /// Writes rows.
    ///
    /// # Errors
    /// If they cannot be written, or are not of the kind that this takes.
    pub fn rows(&mut self, rows: &Rows) -> io::Result<()> {
        match (&mut self.packed, rows) {
            #[cfg(feature = "parquet")]
            (Packed::Parquet(file), Rows::Arrow(batches)) => file.rows(batches),
            #[cfg(feature = "parquet")]
            (Packed::Parquet(_), Rows::Written { .. }) | (_, Rows::Arrow(_)) => {
                Err(io::Error::other("only rows of Arrow can be written as Parquet, and only as that"))
            }
            (packed, Rows::Written { bytes, count }) => self.frame.rows(bytes, *count, |bytes| packed.bytes(bytes)),
        }
    }

    /// Hands on what is there already, as far as the form allows.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn flush(&mut self) -> io::Result<()> {
        match &mut self.packed {
            Packed::Plain(out) => out.flush(),
            _ => Ok(()),
        }
    }

    /// Writes the end.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn finish(mut self) -> io::Result<W> {
        self.frame.finish(|bytes| self.packed.bytes(bytes))?;
        let mut out = match self.packed {
            Packed::Plain(out) => out,
            Packed::Gzip(out) => out.finish()?,
            Packed::Zstd(out) => out.finish()?,
            #[cfg(feature = "parquet")]
            Packed::Parquet(file) => file.finish()?,
        };
        out.flush()?;
        Ok(out)
    }
}

impl<W: Write + Send> Packed<W> {
    fn bytes(&mut self, bytes: &[u8]) -> io::Result<()> {
        match self {
            Self::Plain(out) => out.write_all(bytes),
            Self::Gzip(out) => out.write_all(bytes),
            Self::Zstd(out) => out.write_all(bytes),
            #[cfg(feature = "parquet")]
            Self::Parquet(_) => Err(io::Error::other("a Parquet file takes no bytes")),
        }
    }
}
