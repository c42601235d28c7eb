//! # plain
//!
//! An article of unknown origin: a text file, a row of a web corpus. It has no grammar of its own. The headline is found where the evidence
//! allows; otherwise it is unknown.
//!
//! **Evidence**: none. It takes whatever no other envelope recognises.

use super::Envelope;
use crate::repair::Wrapping;

/// An article of unknown origin.
pub static ENVELOPE: Envelope = Envelope {
    name: "plain",
    wrapping: Wrapping::Unknown,
    page: include_str!("plain.rs"),
    recognise: |_, _| true,
    split: None,
    label: |_| {},
};
