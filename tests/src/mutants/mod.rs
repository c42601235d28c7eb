//! Records that went through a great deal: the project's own fixtures, cut, spliced, flipped and read in the wrong encoding.
//!
//! Record number *n* is the same for ever, so that what goes in need not be kept to be compared with what comes out.

mod change;
mod lines;
mod rows;

use anyhow::Result;

use crate::damage::splitmix::SplitMix;
use crate::texts;

pub use lines::{Form, Told};
pub use rows::{Checked, check};

/// The longest stretch of a fixture that a record is made of.
const LONGEST: usize = 700;

/// The records of one seed.
pub struct Mutants {
    seed: u64,
    fixtures: Vec<Vec<u8>>,
}

impl Mutants {
    /// Made of the project's articles, exports and examples.
    ///
    /// # Errors
    /// If a fixture cannot be read.
    pub fn new(seed: u64) -> Result<Self> {
        let mut fixtures = texts::all()?;
        fixtures.retain(|fixture| !fixture.is_empty());
        Ok(Self { seed, fixtures })
    }

    /// The text of a record, changed in up to five ways.
    #[must_use]
    pub fn text(&self, number: u64) -> Vec<u8> {
        let mut dice = self.dice("text", number);
        let mut text = self.stretch(&mut dice);
        for _ in 0..dice.below(6) {
            change::ALL[dice.below(change::ALL.len())](self, &mut dice, &mut text);
        }
        text.truncate(2 * LONGEST);
        text
    }

    fn dice(&self, name: &str, number: u64) -> SplitMix {
        SplitMix::new(name, self.seed.wrapping_mul(0x9e37_79b9).wrapping_add(number))
    }

    /// A stretch of a fixture, which often is its beginning.
    fn stretch(&self, dice: &mut SplitMix) -> Vec<u8> {
        let fixture = &self.fixtures[dice.below(self.fixtures.len())];
        let from = if dice.below(2) == 0 { 0 } else { dice.below(fixture.len()) };
        let length = 1 + dice.below(LONGEST);
        fixture[from..fixture.len().min(from + length)].to_vec()
    }
}
