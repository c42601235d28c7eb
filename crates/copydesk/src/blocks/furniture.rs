//! # furniture
//!
//! What belongs to the site, not to the article.

use super::{Family, Sheet};

pub(super) static FAMILY: Family = Family { name: "furniture", page: include_str!("furniture.rs"), label };

fn label(_sheet: &mut Sheet<'_>) {}
