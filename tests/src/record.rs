//! What measures have on record, in `tests/records/`: a later version may do better, not worse.

use std::path::PathBuf;

use anyhow::{Context, Result};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::tree;

/// The record of this name.
///
/// # Errors
/// If there is none, or it cannot be read.
pub fn load<T: DeserializeOwned>(name: &str) -> Result<T> {
    let path = path(name);
    let text = std::fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    serde_json::from_str(&text).with_context(|| path.display().to_string())
}

/// Writes the record of this name, in place of the one that there is.
///
/// # Errors
/// If it cannot be written.
pub fn save<T: Serialize + ?Sized>(name: &str, record: &T) -> Result<()> {
    write(name, &(serde_json::to_string_pretty(record)? + "\n"))
}

/// The same for a record that has a layout of its own.
///
/// # Errors
/// If it cannot be written.
pub fn write(name: &str, json: &str) -> Result<()> {
    let path = path(name);
    std::fs::write(&path, json).with_context(|| path.display().to_string())
}

fn path(name: &str) -> PathBuf {
    tree::root().join("tests/records").join(format!("{name}.json"))
}
