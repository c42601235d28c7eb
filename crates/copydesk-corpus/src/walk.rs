//! The entries of a directory, and the files that match a pattern, in order.

use std::io;
use std::path::{Path, PathBuf};

/// The files and directories in `path`, by name. Those with a dot before their name are left out: what lies there belongs to a program,
/// and is no article (`.git`, `.DS_Store`). Symbolic links to directories are left out, because they can lead in circles; so are
/// pipes and devices, which can wait for ever.
pub(crate) fn entries(path: &Path) -> io::Result<Vec<PathBuf>> {
    let mut entries = Vec::new();
    for entry in std::fs::read_dir(path)? {
        let entry = entry?;
        if entry.file_name().as_encoded_bytes().starts_with(b".") {
            continue;
        }
        let kind = entry.file_type()?;
        let linked_file = || kind.is_symlink() && entry.path().metadata().map_or(true, |target| target.is_file());
        if kind.is_dir() || kind.is_file() || linked_file() {
            entries.push(entry.path());
        }
    }
    entries.sort_unstable();
    Ok(entries)
}

/// Whether a path has what patterns are made of.
pub(crate) fn is_pattern(path: &str) -> bool {
    path.contains(['*', '?', '['])
}

/// What matches a pattern, by name. A dot before a name must stand in the pattern too: hidden files are left out here as in directories.
pub(crate) fn matches(pattern: &str) -> Result<Vec<PathBuf>, String> {
    let options = glob::MatchOptions { require_literal_leading_dot: true, ..glob::MatchOptions::new() };
    let found = glob::glob_with(pattern, options)
        .map_err(|error| format!("cannot be opened: no file is called so, and it is no pattern: {error}"))?;
    let mut found: Vec<PathBuf> = found.filter_map(Result::ok).collect();
    found.sort_unstable();
    if found.is_empty() {
        Err("cannot be opened: no file is called so, and none matches it as a pattern".into())
    } else {
        Ok(found)
    }
}
