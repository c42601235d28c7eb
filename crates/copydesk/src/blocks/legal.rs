//! # legal
//!
//! Copyright, disclaimer and correction lines.

use super::{Family, Sheet};

pub(super) static FAMILY: Family = Family { name: "legal", page: include_str!("legal.rs"), label };

fn label(_sheet: &mut Sheet<'_>) {}
