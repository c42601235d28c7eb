//! Laws over bytes that nobody chose: what each fuzz target holds, as a plain function.
//!
//! A fuzzer calls it with bytes that it makes up (`tests/fuzz`), and an ordinary test with the corpus that is kept
//! (`tests/tests/fuzz.rs`). A new target is a new file, two lines here, and a file in `tests/fuzz/fuzz_targets`.

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

pub use growth::literals;
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
pub static TARGETS: &[&Target] = &[
    &parse::PARSE,
    &envelopes::ENVELOPES,
    &documents::DOCUMENTS,
    &rules::RULES,
    &masks::MASKS,
    &offsets::OFFSETS,
    &containers::CONTAINERS,
    &json::JSON,
    &growth::GROWTH,
];

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
}

/// What a fuzz target calls.
///
/// # Panics
/// If something is broken: that is how a fuzzer learns of it.
pub fn hold(name: &str, bytes: &[u8]) {
    let target = Target::named(name).expect("a fuzz target is named as one");
    if let Err(broken) = (target.run)(bytes) {
        panic!("{name}: {broken}");
    }
}

fn broken(so: bool, what: impl FnOnce() -> String) -> Result<(), String> {
    if so { Err(what()) } else { Ok(()) }
}
