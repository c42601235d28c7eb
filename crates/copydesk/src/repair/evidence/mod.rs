//! What the rules decide by: the words around a place, the reading they allow, and what all places of a document show together.

pub(crate) mod closed;
mod common;
pub(crate) mod compound;
pub(crate) mod halves;
mod lexicon;
pub(crate) mod listed;
mod passage;
mod spot;
mod tally;
pub(crate) mod vocabulary;
pub(crate) mod words;

pub(crate) use passage::Passages;
pub(crate) use spot::{Family, Finding, Reading, Spot};
pub(crate) use tally::Tally;
