//! # lists
//!
//! List items, tables, questions and answers.

use super::{Family, Sheet};

pub(super) static FAMILY: Family = Family { name: "lists", page: include_str!("lists.rs"), label };

fn label(_sheet: &mut Sheet<'_>) {}
