//! What a command reads.

use std::fs::Metadata;
use std::io::{self, IsTerminal as _};
use std::path::{Path, PathBuf};

use anyhow::bail;
use copydesk_corpus::{Directories, Inputs, files};

use crate::arguments::InputArguments;
use crate::outcome::say;

/// The files that a command reads, and the records in them.
pub(crate) fn inputs(arguments: &InputArguments) -> anyhow::Result<(Vec<PathBuf>, Inputs)> {
    let files = found(arguments)?;
    let inputs = Inputs::new(files.clone(), arguments.records.reading(), Directories::Read);
    Ok((files, inputs))
}

/// The files that a command reads. That there are none is said: an empty directory is seldom what was meant.
pub(crate) fn found(arguments: &InputArguments) -> anyhow::Result<Vec<PathBuf>> {
    let named = paths(arguments.paths.clone())?;
    let mut found = files(named.clone(), Directories::Read);
    leave_out_output(&mut found);
    if found.is_empty() {
        let named: Vec<_> = named.iter().map(|path| path.to_string_lossy()).collect();
        say(&format!("no file to read in {} (hidden files are left out)", named.join(", ")));
    }
    Ok(found)
}

/// The bytes of files, as far as they are known.
pub(crate) fn size(files: &[PathBuf]) -> u64 {
    files.iter().map(|path| path.metadata().map_or(0, |metadata| metadata.len())).sum()
}

/// The paths of a command; none at all is standard input, unless a person sits there.
fn paths(mut named: Vec<PathBuf>) -> anyhow::Result<Vec<PathBuf>> {
    if named.is_empty() {
        if io::stdin().is_terminal() {
            bail!("nothing to read: name a file, or `-` for standard input (see --help)");
        }
        named.push("-".into());
    }
    Ok(named)
}

/// Leaves out the file that standard output goes to, as in `copydesk parse . > all.jsonl`: what is read of it would be written to it, and
/// read again, until the disk is full.
fn leave_out_output(files: &mut Vec<PathBuf>) {
    let Some(output) = standard_output() else { return };
    files.retain(|path| {
        let is_output = path != Path::new("-") && path.metadata().is_ok_and(|file| is_same(&file, &output));
        if is_output {
            say(&format!("{} is what is written to, and is not read", path.display()));
        }
        !is_output
    });
}

/// The file that standard output goes to, if it is one.
#[cfg(unix)]
fn standard_output() -> Option<Metadata> {
    use std::os::fd::AsFd as _;
    let output = io::stdout().as_fd().try_clone_to_owned().ok()?;
    std::fs::File::from(output).metadata().ok().filter(Metadata::is_file)
}

#[cfg(not(unix))]
fn standard_output() -> Option<Metadata> {
    None
}

#[cfg(unix)]
fn is_same(one: &Metadata, other: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    (one.dev(), one.ino()) == (other.dev(), other.ino())
}

#[cfg(not(unix))]
fn is_same(_: &Metadata, _: &Metadata) -> bool {
    false
}
