//! # notes
//!
//! Who the author is, and who else worked on the article.

use super::{Family, Sheet};

pub(super) static FAMILY: Family = Family { name: "notes", page: include_str!("notes.rs"), label };

fn label(_sheet: &mut Sheet<'_>) {}
