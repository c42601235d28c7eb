//! # marks
//!
//! Marks that end an article.

use super::{Family, Sheet};

pub(super) static FAMILY: Family = Family { name: "marks", page: include_str!("marks.rs"), label };

fn label(_sheet: &mut Sheet<'_>) {}
