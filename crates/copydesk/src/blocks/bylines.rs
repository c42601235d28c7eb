//! # bylines
//!
//! Who wrote it.

use super::{Family, Sheet};

pub(super) static FAMILY: Family = Family { name: "bylines", page: include_str!("bylines.rs"), label };

fn label(_sheet: &mut Sheet<'_>) {}
