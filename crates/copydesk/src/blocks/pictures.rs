//! # pictures
//!
//! Captions and credits.

use super::{Family, Sheet};

pub(super) static FAMILY: Family = Family { name: "pictures", page: include_str!("pictures.rs"), label };

fn label(_sheet: &mut Sheet<'_>) {}
