//! The data files of the core are TOML, as they say, and not only the part of it that the compiler reads.

use anyhow::{Context, Result};
use copydesk_tests::{modules, tree};

#[test]
fn data_files_are_toml() -> Result<()> {
    let files = tree::files(&modules::core().join("../data"), "toml")?;
    assert!(files.len() > 5, "{files:?}");
    for file in files {
        let text = std::fs::read_to_string(&file)?;
        let table: toml::Table = toml::from_str(&text).with_context(|| file.display().to_string())?;
        let entries = entries(&table);
        let lines = text.lines().filter(|line| line.starts_with(['"', '\''])).count();
        assert_eq!(entries, lines, "{}: an entry stands on one line, and once", file.display());
    }
    Ok(())
}

/// How many words stand in the sections, and the sections inside them.
fn entries(table: &toml::Table) -> usize {
    table.values().map(|value| value.as_table().map_or(usize::from(value.is_str()), entries)).sum()
}
