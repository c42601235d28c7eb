//! Laws over bytes that nobody chose: what each fuzz target holds, as a plain function.
//!
//! A fuzzer calls it with bytes that it makes up (`tests/fuzz`), and an ordinary test with the corpus that is kept
//! (`tests/tests/fuzz.rs`). A new target is a new file, three lines here, and a file in `tests/fuzz/fuzz_targets`.

mod containers;
mod documents;
mod envelopes;
mod growth;
mod input;
mod json;
mod masks;
mod offsets;
mod parse;
mod rules;
mod seeds;

use std::path::PathBuf;

use crate::tree;

pub use containers::CONTAINERS;
pub use documents::DOCUMENTS;
pub use envelopes::ENVELOPES;
pub use growth::{GROWTH, literals};
pub use json::JSON;
pub use masks::MASKS;
pub use offsets::OFFSETS;
pub use parse::PARSE;
pub use rules::RULES;
pub use seeds::seeds;

/// One thing that must hold whatever the bytes.
pub struct Target {
    /// Its name, that of its folder in the corpus.
    pub name: &'static str,
    /// What it holds, in a line.
    pub about: &'static str,
    /// Gives what is broken, in words.
    pub run: fn(&[u8]) -> Result<(), String>,
}

/// Every target.
pub static TARGETS: &[&Target] =
    &[&PARSE, &ENVELOPES, &DOCUMENTS, &RULES, &MASKS, &OFFSETS, &CONTAINERS, &JSON, &GROWTH];

impl Target {
    /// The target of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Self> {
        TARGETS.iter().copied().find(|target| target.name == name)
    }

    /// Its corpus: inputs that reach what no other does, and those that once broke something.
    #[must_use]
    pub fn corpus(&self) -> PathBuf {
        tree::root().join("tests/fuzz/corpus").join(self.name)
    }

    /// What its binary calls, which names the target itself: one that looked it up would have the code of all others in it, and a fuzzer
    /// looks through the counters of all its code after each of a million executions.
    ///
    /// # Panics
    /// If something is broken: that is how a fuzzer learns of it.
    pub fn hold(&self, bytes: &[u8]) {
        if let Err(broken) = (self.run)(bytes) {
            panic!("{}: {broken}", self.name);
        }
    }
}

fn broken(so: bool, what: impl FnOnce() -> String) -> Result<(), String> {
    if so { Err(what()) } else { Ok(()) }
}
