//! What a result is held against: work that nobody does faster, on the same bytes in the same run.
//!
//! Megabytes per second say as much about the machine as about the code. A ratio to copying memory says more, and travels.

use std::hint::black_box;

/// Copies bytes to a place that has been touched before, so that no page fault is measured.
pub struct Copier {
    to: Vec<u8>,
}

impl Copier {
    /// Room for `size` bytes, every page of it written to.
    #[must_use]
    pub fn new(size: usize) -> Self {
        // Not zeros: the system hands those out without giving memory.
        Self { to: vec![0xa5; size] }
    }

    /// Copies `from`; returns how many bytes it has.
    ///
    /// # Panics
    /// If there is no room for it.
    pub fn copy(&mut self, from: &[u8]) -> usize {
        self.to[..from.len()].copy_from_slice(from);
        black_box(&self.to);
        from.len()
    }
}

/// Whether the bytes are UTF-8, by `simdutf8`: returns how many there are.
///
/// # Panics
/// If they are not.
#[must_use]
pub fn validate(bytes: &[u8]) -> usize {
    simdutf8::basic::from_utf8(bytes).expect("a corpus is UTF-8").len()
}

/// How many bytes are line feeds, by `memchr`.
#[must_use]
pub fn newlines(bytes: &[u8]) -> usize {
    memchr::memchr_iter(b'\n', bytes).count()
}
