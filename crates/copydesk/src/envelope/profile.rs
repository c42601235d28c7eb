//! A profile: what a user knows about their own papers and exports, added to the built-in lists.

use std::collections::{BTreeMap, BTreeSet};

use crate::blocks::FurnitureKind;
use crate::header::{FieldKind, HEADER_FIELDS};
use crate::names::UnknownName;

/// Your own words, added to the built-in ones: newspaper names, field labels of an export, lines of furniture.
///
/// Case, surrounding white space and the colon of a label do not matter. A profile takes precedence over the built-in words.
///
/// ```
/// use copydesk::{FurnitureKind, Options, Profile, Role, Source};
///
/// let mut profile = Profile::new();
/// profile.masthead("Norhaven Messenger");
/// profile.label("VERFASST VON", "byline")?;
/// profile.furniture(FurnitureKind::Share, "Weitersagen");
///
/// let source = Source::new("Norhaven Messenger\n\nVERFASST VON: Ana Ruiz\n\nDie Fähre ist zurück.\n\nWeitersagen\n")?;
/// let document = Options::new().profile(profile).parse(&source);
/// assert_eq!(document.publication(), Some("Norhaven Messenger"));
/// assert_eq!(document.byline().authors[0].name, "Ana Ruiz");
/// assert_eq!(document.blocks().filter(|block| block.role() == Role::Furniture).count(), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Profile {
    mastheads: BTreeSet<String>,
    labels: BTreeMap<String, String>,
    furniture: BTreeMap<String, FurnitureKind>,
}

impl Profile {
    /// A profile that adds nothing.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds the name of a newspaper, as it appears on its own line near the top.
    pub fn masthead(&mut self, name: &str) {
        self.mastheads.insert(folded(name));
    }

    /// Adds a label of an export, and the field that it stands for: a header field (`byline`, `headline`, `section`, …), a kind of
    /// labelled field (`length`, `load-date`, `subject`, …), or `other`.
    ///
    /// # Errors
    /// [`UnknownName`] if there is no such field.
    pub fn label(&mut self, label: &str, field: &str) -> Result<(), UnknownName> {
        let known = || HEADER_FIELDS.into_iter().chain(FieldKind::ALL.iter().map(|kind| kind.name())).chain(["other"]);
        let field = known().find(|known| *known == field).ok_or_else(|| UnknownName::new("field", field, known()))?;
        self.labels.insert(folded(label.trim().trim_end_matches(':')), field.to_owned());
        Ok(())
    }

    /// Adds a line that is furniture of this kind wherever it stands alone.
    pub fn furniture(&mut self, kind: FurnitureKind, line: &str) {
        self.furniture.insert(folded(line), kind);
    }

    /// Whether it adds nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.mastheads.is_empty() && self.labels.is_empty() && self.furniture.is_empty()
    }

    pub(crate) fn is_masthead(&self, line: &str) -> bool {
        !self.mastheads.is_empty() && self.mastheads.contains(&folded(line))
    }

    /// The name of the field that a label stands for.
    pub(crate) fn field(&self, label: &str) -> Option<&str> {
        if self.labels.is_empty() { None } else { self.labels.get(&folded(label)).map(String::as_str) }
    }

    pub(crate) fn furniture_kind(&self, line: &str) -> Option<FurnitureKind> {
        if self.furniture.is_empty() { None } else { self.furniture.get(&folded(line)).copied() }
    }
}

/// Without case, and with one space between words.
fn folded(words: &str) -> String {
    let mut folded = String::with_capacity(words.len());
    for word in words.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.extend(word.chars().flat_map(char::to_lowercase));
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_however_they_are_set() {
        let mut profile = Profile::new();
        assert!(profile.is_empty());
        profile.masthead(" Norhaven  Messenger ");
        profile.label("Verfasst von:", "byline").unwrap();
        profile.furniture(FurnitureKind::Share, "Weitersagen");
        assert!(profile.is_masthead("NORHAVEN MESSENGER") && !profile.is_masthead("Norhaven"));
        assert_eq!(profile.field("VERFASST VON"), Some("byline"));
        assert_eq!(profile.furniture_kind("weitersagen"), Some(FurnitureKind::Share));
        let error = profile.label("X", "author").unwrap_err();
        assert_eq!((error.kind(), error.name()), ("field", "author"));
        assert!(error.known().contains(&"load-date"));
    }
}
