//! A limit on what unpacks to more than a text could: files made to fill memory and disks are given up.

use std::io::{self, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use copydesk::SOURCE_LIMIT;

/// What unpacks to more than so many times its own size was made to fill memory and disks: text shrinks to a third or a tenth, the most
/// repetitive table to a hundredth. Deflate can reach 1032, Zstandard a million, and members of an archive that overlap anything.
pub(super) const RATIO_LIMIT: u64 = 250;

/// So much any archive may unpack to.
pub(super) const ARCHIVE_FLOOR: u64 = 1 << 22;

/// So much any stream may unpack to, which is read a record at a time: no more than one source may have.
const STREAM_FLOOR: u64 = SOURCE_LIMIT as u64;

/// How much what has so many bytes may unpack to.
pub(super) const fn most(packed: u64, floor: u64) -> u64 {
    let most = packed.saturating_mul(RATIO_LIMIT);
    if most < floor { floor } else { most }
}

/// What is said of what unpacks to more.
pub(super) fn over(what: &str) -> String {
    format!("{what} unpacks to more than {RATIO_LIMIT} times its size, as none of texts does")
}

/// The bytes of a packed stream, unpacked, as long as they are no more than they may be.
pub(super) struct Bounded<R> {
    reader: R,
    /// How much of the packed stream has been read.
    packed: Arc<AtomicU64>,
    floor: u64,
    unpacked: u64,
}

impl<R: Read> Bounded<R> {
    pub(super) fn new(reader: R, packed: Arc<AtomicU64>) -> Self {
        Self { reader, packed, floor: STREAM_FLOOR, unpacked: 0 }
    }
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.reader.read(into)?;
        self.unpacked += read as u64;
        if self.unpacked > most(self.packed.load(Ordering::Relaxed), self.floor) {
            return Err(io::Error::other(over("the file")));
        }
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_unpacks_to_more_than_a_text_is_given_up() {
        let read = |packed: u64, floor: u64| {
            let reader = io::repeat(b' ').take(2_000_000);
            let mut bounded = Bounded { reader, packed: Arc::new(packed.into()), floor, unpacked: 0 };
            let mut bytes = Vec::new();
            let read = bounded.read_to_end(&mut bytes);
            read.map_err(|error| (bytes.len() <= 1_000_000, error.to_string()))
        };
        let given_up = (true, "the file unpacks to more than 250 times its size, as none of texts does".to_owned());
        assert_eq!(read(4000, 1000), Err(given_up.clone()));
        assert_eq!(read(0, 1_000_000), Err(given_up));
        assert_eq!(read(8000, 1000), Ok(2_000_000));
        assert_eq!(read(0, 2_000_000), Ok(2_000_000));
    }
}
