//! # opening
//!
//! Publication, section, kicker, headline and deck, told by their place.

use super::{Family, Sheet};

pub(super) static FAMILY: Family = Family { name: "opening", page: include_str!("opening.rs"), label };

fn label(_sheet: &mut Sheet<'_>) {}
