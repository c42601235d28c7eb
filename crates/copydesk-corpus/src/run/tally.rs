//! Counts of what a run has done.

use std::collections::BTreeMap;
use std::time::Duration;

use copydesk::Document;

/// Counts of records and of what came of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Records, those that could not be read among them.
    pub records: u64,
    /// The bytes of their texts.
    pub bytes: u64,
    /// Documents made.
    pub documents: u64,
    /// Records that could not be read or parsed.
    pub errors: u64,
    /// Repairs by rule.
    pub repairs: BTreeMap<&'static str, u64>,
    /// The time that parsing took, on all threads together.
    pub parsing: Duration,
    /// The time that making rows of documents took, on all threads together.
    pub rows: Duration,
}

impl Tally {
    pub(super) fn document(&mut self, document: &Document) {
        self.documents += 1;
        for repair in document.repairs() {
            for rule in repair.rules().names() {
                *self.repairs.entry(rule).or_default() += 1;
            }
        }
    }

    /// Adds what another has counted.
    pub fn add(&mut self, other: &Self) {
        self.records += other.records;
        self.bytes += other.bytes;
        self.documents += other.documents;
        self.errors += other.errors;
        for (rule, count) in &other.repairs {
            *self.repairs.entry(rule).or_default() += count;
        }
        self.parsing += other.parsing;
        self.rows += other.rows;
    }
}
