//! What a command reads.

use std::io::{self, IsTerminal as _};
use std::path::PathBuf;

use anyhow::bail;
use copydesk_corpus::{Directories, Inputs};

use crate::arguments::InputArguments;

/// The inputs of a command.
pub(crate) fn inputs(arguments: &InputArguments) -> anyhow::Result<Inputs> {
    Ok(Inputs::new(paths(arguments.paths.clone())?, arguments.records.reading(), Directories::Read))
}

/// The paths of a command; none at all is standard input, unless a person sits there.
pub(crate) fn paths(mut named: Vec<PathBuf>) -> anyhow::Result<Vec<PathBuf>> {
    if named.is_empty() {
        if io::stdin().is_terminal() {
            bail!("nothing to read: name a file, or `-` for standard input (see --help)");
        }
        named.push("-".into());
    }
    Ok(named)
}
