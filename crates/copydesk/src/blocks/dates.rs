//! # dates
//!
//! Lines that are a date or a page reference, and jump lines.

use super::{Family, Sheet};

pub(super) static FAMILY: Family = Family { name: "dates", page: include_str!("dates.rs"), label };

fn label(_sheet: &mut Sheet<'_>) {}
