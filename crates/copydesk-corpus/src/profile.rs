//! Profiles in files: TOML, with lists of words.

use std::collections::BTreeMap;
use std::path::Path;

use copydesk::{FurnitureKind, Profile};
use serde::Deserialize;
use toml::Spanned;

/// A profile that cannot be read: which file, which line, and why.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}{}: {reason}", line.map_or(String::new(), |line| format!(", line {line}")))]
pub struct InvalidProfile {
    /// The file as you named it.
    pub file: String,
    /// The line that is wrong, from 1; `None` if the file cannot be opened.
    pub line: Option<usize>,
    /// What is wrong with it.
    pub reason: String,
}

/// What a file says.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    mastheads: Vec<String>,
    #[serde(default)]
    labels: BTreeMap<String, Spanned<String>>,
    #[serde(default)]
    furniture: BTreeMap<Spanned<String>, Vec<String>>,
}

/// Reads the profile in a file.
///
/// ```toml
/// mastheads = ["Norhaven Messenger"]
///
/// [labels]
/// "VERFASST VON" = "byline"
///
/// [furniture]
/// share = ["Weitersagen", "Artikel versenden"]
/// navigation = ["Zur Startseite"]
/// ```
///
/// # Errors
/// [`InvalidProfile`] if the file cannot be opened, is not TOML, or names an unknown field or kind of furniture.
pub fn profile(path: &Path) -> Result<Profile, InvalidProfile> {
    let file = path.to_string_lossy();
    match std::fs::read_to_string(path) {
        Ok(text) => profile_of(&text, &file),
        Err(error) => {
            Err(InvalidProfile { file: file.into_owned(), line: None, reason: format!("cannot be read: {error}") })
        }
    }
}

/// Reads a profile from text. Errors name it as `file`.
///
/// # Errors
/// As [`profile`].
pub fn profile_of(text: &str, file: &str) -> Result<Profile, InvalidProfile> {
    let invalid = |at: Option<usize>, reason: String| InvalidProfile {
        file: file.to_owned(),
        line: at.map(|at| text[..at.min(text.len())].matches('\n').count() + 1),
        reason,
    };
    let read: File = toml::from_str(text)
        .map_err(|error| invalid(error.span().map(|span| span.start), error.message().to_owned()))?;
    let mut profile = Profile::new();
    for name in &read.mastheads {
        profile.masthead(name);
    }
    for (label, field) in &read.labels {
        let named = profile.label(label, field.get_ref());
        named.map_err(|unknown| invalid(Some(field.span().start), unknown.to_string()))?;
    }
    for (name, lines) in &read.furniture {
        let kind = FurnitureKind::ALL.iter().copied().find(|kind| kind.name() == name.get_ref());
        let kind = kind.ok_or_else(|| {
            let known: Vec<&str> = FurnitureKind::ALL.iter().map(|kind| kind.name()).collect();
            let reason = format!("no kind of furniture is called `{}`; there are {}", name.get_ref(), known.join(", "));
            invalid(Some(name.span().start), reason)
        })?;
        for line in lines {
            profile.furniture(kind, line);
        }
    }
    Ok(profile)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrong(text: &str) -> String {
        profile_of(text, "own.toml").unwrap_err().to_string()
    }

    #[test]
    fn a_file_gives_a_profile() {
        let text = "mastheads = ['Norhaven Messenger']\n[labels]\n'VERFASST VON' = 'byline'\n[furniture]\nshare = ['Weitersagen']\n";
        let mut expected = Profile::new();
        expected.masthead("Norhaven Messenger");
        expected.label("VERFASST VON", "byline").unwrap();
        expected.furniture(FurnitureKind::Share, "Weitersagen");
        assert_eq!(profile_of(text, "own.toml"), Ok(expected));
        assert_eq!(profile_of("", "own.toml"), Ok(Profile::new()));
    }

    #[test]
    fn what_is_wrong_is_said_with_its_line() {
        assert!(wrong("mastheads = [\n'A'\n").starts_with("own.toml, line "), "{}", wrong("mastheads = [\n'A'\n"));
        assert!(wrong("\nmasthead = ['A']").starts_with("own.toml, line 2: unknown field `masthead`"));
        assert!(wrong("[labels]\n'A' = 'author'").starts_with("own.toml, line 2: no field is called `author`"));
        assert!(
            wrong("[furniture]\n\nads = ['A']").starts_with("own.toml, line 3: no kind of furniture is called `ads`")
        );
        let error = profile(Path::new("no-such-profile.toml")).unwrap_err();
        assert!(error.line.is_none() && error.reason.starts_with("cannot be read: "), "{error}");
    }
}
