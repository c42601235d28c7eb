//! How rows become the bytes of a file.
//!
//! A packed file is one gzip member or one frame of Zstandard, since several programs read no further than the first.

use std::io::{self, Write};

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::run::Rows;

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
pub enum Encoder<W: Write + Send> {
    /// As they are.
    Plain(W),
    /// Packed with gzip.
    Gzip(GzEncoder<W>),
    /// Packed with Zstandard.
    Zstd(zstd::stream::write::Encoder<'static, W>),
    /// As Parquet.
    #[cfg(feature = "parquet")]
    Parquet(Box<super::parquet::ParquetFile<W>>),
}

impl<W: Write + Send> Encoder<W> {
    /// Packs bytes so.
    ///
    /// # Errors
    /// If there is no memory for it.
    pub fn packed(out: W, pack: Pack) -> io::Result<Self> {
        Ok(match pack {
            Pack::Plain => Self::Plain(out),
            Pack::Gzip => Self::Gzip(GzEncoder::new(out, Compression::default())),
            Pack::Zstd => {
                let mut encoder = zstd::stream::write::Encoder::new(out, zstd::DEFAULT_COMPRESSION_LEVEL)?;
                encoder.include_checksum(true)?;
                Self::Zstd(encoder)
            }
        })
    }

    /// Writes rows of Arrow as Parquet.
    ///
    /// # Errors
    /// If the head of the file cannot be written.
    #[cfg(feature = "parquet")]
    pub fn parquet(out: W) -> io::Result<Self> {
        Ok(Self::Parquet(Box::new(super::parquet::ParquetFile::new(out)?)))
    }

    /// Writes rows.
    ///
    /// # Errors
    /// If they cannot be written, or are not of the kind that this takes.
    pub fn rows(&mut self, rows: &Rows) -> io::Result<()> {
        match (self, rows) {
            #[cfg(feature = "parquet")]
            (Self::Parquet(file), Rows::Arrow(batches)) => file.rows(batches),
            #[cfg(feature = "parquet")]
            (Self::Parquet(_), Rows::Written(_)) | (_, Rows::Arrow(_)) => {
                Err(io::Error::other("only rows of Arrow can be written as Parquet, and only as that"))
            }
            (encoder, Rows::Written(bytes)) => encoder.bytes(bytes),
        }
    }

    /// Writes bytes.
    ///
    /// # Errors
    /// If they cannot be written.
    pub fn bytes(&mut self, bytes: &[u8]) -> io::Result<()> {
        match self {
            Self::Plain(out) => out.write_all(bytes),
            Self::Gzip(out) => out.write_all(bytes),
            Self::Zstd(out) => out.write_all(bytes),
            #[cfg(feature = "parquet")]
            Self::Parquet(_) if bytes.is_empty() => Ok(()),
            #[cfg(feature = "parquet")]
            Self::Parquet(_) => Err(io::Error::other("a Parquet file takes no bytes")),
        }
    }

    /// Hands on what is there already, as far as the form allows.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Plain(out) => out.flush(),
            _ => Ok(()),
        }
    }

    /// Writes the end.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn finish(self) -> io::Result<W> {
        let mut out = match self {
            Self::Plain(out) => out,
            Self::Gzip(out) => out.finish()?,
            Self::Zstd(out) => out.finish()?,
            #[cfg(feature = "parquet")]
            Self::Parquet(file) => file.finish()?,
        };
        out.flush()?;
        Ok(out)
    }
}
