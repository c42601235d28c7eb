//! Bytes on their way to a file, counted and checksummed.

use std::io::{self, Write};

use crc32fast::Hasher;

/// Counts and sums what is written.
pub(super) struct Summed<W> {
    out: W,
    bytes: u64,
    hasher: Hasher,
}

impl<W> Summed<W> {
    pub(super) fn new(out: W) -> Self {
        Self { out, bytes: 0, hasher: Hasher::new() }
    }

    /// What it was written to, the number of bytes, and their CRC-32.
    pub(super) fn into_parts(self) -> (W, u64, u32) {
        (self.out, self.bytes, self.hasher.finalize())
    }
}

impl<W: Write> Write for Summed<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.out.write(bytes)?;
        self.bytes += written as u64;
        self.hasher.update(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
