//! # crossheads
//!
//! Headings inside the body.

use super::{Family, Sheet};

pub(super) static FAMILY: Family = Family { name: "crossheads", page: include_str!("crossheads.rs"), label };

fn label(_sheet: &mut Sheet<'_>) {}
