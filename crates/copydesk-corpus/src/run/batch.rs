//! Records in batches.

use crate::inputs::{Inputs, Position};
use crate::record::{Record, Unreadable};

/// How much there is in something at most. It is full with the record that reaches either.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Records.
    pub records: u64,
    /// Bytes of their texts.
    pub bytes: u64,
}

impl Limits {
    /// None.
    pub const NONE: Self = Self { records: u64::MAX, bytes: u64::MAX };
}

/// Records that are parsed together.
#[derive(Debug)]
pub struct Batch {
    /// The records, and what could not be read in the place of one.
    pub items: Vec<Result<Record, Unreadable>>,
    /// The end of a shard, if this batch ends one: where the inputs are then.
    pub ends_shard: Option<Position>,
}

/// Inputs by the batch. A batch never reaches from one shard into the next, and where they end does not depend on who takes them.
#[derive(Debug)]
pub struct Batches {
    inputs: Inputs,
    batch: Limits,
    shard: Limits,
    /// What is in the shard so far.
    filled: Limits,
}

impl Batches {
    /// The records of these inputs in batches of this size. Shards have another: [`Limits::NONE`] if there are none.
    #[must_use]
    pub fn new(inputs: Inputs, batch: Limits, shard: Limits) -> Self {
        Self { inputs, batch, shard, filled: Limits { records: 0, bytes: 0 } }
    }

    /// Where the inputs are.
    #[must_use]
    pub fn position(&self) -> Position {
        self.inputs.position()
    }
}

impl Iterator for Batches {
    type Item = Batch;

    fn next(&mut self) -> Option<Batch> {
        let mut items = Vec::new();
        let mut taken = Limits { records: 0, bytes: 0 };
        while taken.records < self.batch.records && taken.bytes < self.batch.bytes {
            let Some(item) = self.inputs.next() else { break };
            let bytes = item.as_ref().map_or(0, |record| u64::from(record.source.len()));
            for limits in [&mut taken, &mut self.filled] {
                limits.records += 1;
                limits.bytes += bytes;
            }
            items.push(item);
            if self.filled.records >= self.shard.records || self.filled.bytes >= self.shard.bytes {
                self.filled = Limits { records: 0, bytes: 0 };
                return Some(Batch { items, ends_shard: Some(self.inputs.position()) });
            }
        }
        (!items.is_empty()).then_some(Batch { items, ends_shard: None })
    }
}
