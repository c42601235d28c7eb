//! What the tests of copydesk share.

pub mod articles;
pub mod corpus;
pub mod damage;
pub mod fragments;
pub mod fuzz;
pub mod gold;
pub mod labels;
pub mod laws;
pub mod modules;
pub mod mutants;
pub mod record;
pub mod roles;
pub mod spec;
pub mod texts;
pub mod tree;

/// The README's Rust is compiled and run with the doc tests.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
pub struct Readme;
