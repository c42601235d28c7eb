//! A word of the text with its key, because the number readers keep asking whether a neighbour is one of a few words.

use std::ops::Deref;

use crate::keys::{Key, Keyed};

/// A word of the text, and its key.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word<'t> {
    text: &'t str,
    key: Key,
}

impl<'t> Word<'t> {
    /// None at all.
    pub(super) const NONE: Self = Self { text: "", key: Key::listed("") };

    pub(super) fn of(text: &'t str) -> Self {
        Self { text, key: Key::of(text.as_bytes()) }
    }

    /// A word whose key is known.
    pub(super) const fn with_key(text: &'t str, key: Key) -> Self {
        Self { text, key }
    }

    pub(super) const fn as_str(self) -> &'t str {
        self.text
    }
}

impl Deref for Word<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        self.text
    }
}

impl PartialEq<&str> for Word<'_> {
    fn eq(&self, other: &&str) -> bool {
        self.text == *other
    }
}

impl Keyed for Word<'_> {
    fn key(&self) -> Key {
        self.key
    }
}
