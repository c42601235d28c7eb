//! What is neither a record nor an error.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// What was met and passed over, by what it is: a record of a web archive that holds no text, an empty file. It is shared by all that read.
#[derive(Clone, Debug, Default)]
pub struct PassedOver(Arc<Mutex<BTreeMap<&'static str, u64>>>);

impl PassedOver {
    pub(crate) fn count(&self, what: &'static str) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner).entry(what).or_default() += 1;
    }

    /// The counts so far, by name.
    #[must_use]
    pub fn counts(&self) -> Vec<(&'static str, u64)> {
        let counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        counts.iter().map(|(what, count)| (*what, *count)).collect()
    }
}
