//! # pressreader
//!
//! An article of the PressReader newsstand, flattened to text.
//!
//! TODO grammar

use super::{Envelope, whole};

/// An article of the PressReader newsstand.
pub static ENVELOPE: Envelope = Envelope {
    name: "pressreader",
    page: include_str!("pressreader.rs"),
    recognise: |_| false,
    split: whole,
    label: |_| {},
};
