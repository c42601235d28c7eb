//! # datelines
//!
//! The dateline at the start of the first paragraph.

use super::{Family, Sheet};

pub(super) static FAMILY: Family = Family { name: "datelines", page: include_str!("datelines.rs"), label };

fn label(_sheet: &mut Sheet<'_>) {}
