//! What the benchmarks of copydesk share: corpora that are made on the spot, rulers to hold a result against, and a stopwatch.
//!
//! Everything here is deterministic: the same kind and size give the same bytes on every machine.

pub mod batch;
pub mod corpus;
mod dice;
pub mod fixture;
pub mod hostile;
pub mod machine;
pub mod memory;
mod prose;
pub mod real;
pub mod ruler;
pub mod stopwatch;
mod words;

/// How many bytes a megabyte has, here and in every table that is printed.
pub const MEGABYTE: usize = 1_000_000;
