//! What a command reads.

use std::io::{self, IsTerminal as _};
use std::path::PathBuf;

use anyhow::bail;
use copydesk_corpus::{Directories, Inputs};

use crate::arguments::RecordArguments;

/// The inputs of a command; no path at all is standard input, unless a person sits there.
pub(crate) fn inputs(mut paths: Vec<PathBuf>, arguments: &RecordArguments) -> anyhow::Result<Inputs> {
    if paths.is_empty() {
        if io::stdin().is_terminal() {
            bail!("nothing to read: name a file, or `-` for standard input (see --help)");
        }
        paths.push("-".into());
    }
    Ok(Inputs::new(paths, arguments.reading(), Directories::Read))
}
