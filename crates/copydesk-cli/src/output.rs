//! Where results go: standard output, or a file.

use std::fs::File;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};

/// Opens the file, or standard output where none or `-` is named. A file that is read, or that lies in a directory that is, is not
/// written over: the one would lose what it holds, the other would be read in its turn.
pub(crate) fn create(output: Option<&Path>, inputs: &[PathBuf]) -> anyhow::Result<Box<dyn Write + Send>> {
    let Some(path) = output.filter(|path| *path != Path::new("-")) else {
        return Ok(Box::new(io::stdout()));
    };
    refuse_inputs(path, inputs)?;
    Ok(Box::new(File::create(path).with_context(|| format!("{} cannot be created", path.display()))?))
}

/// Refuses to write over what is read.
pub(crate) fn refuse_inputs(path: &Path, inputs: &[PathBuf]) -> anyhow::Result<()> {
    if let Some(input) = inputs.iter().find(|input| holds(input, path)) {
        if input.is_dir() {
            bail!("{} lies in {}, which is read: write it elsewhere", path.display(), input.display());
        }
        bail!("{} would be written over while it is read", path.display());
    }
    Ok(())
}

/// Whether an input is this file, or a directory above it.
fn holds(input: &Path, file: &Path) -> bool {
    let whole = match file.canonicalize() {
        Ok(whole) => whole,
        // It is not there yet; the directory that it will lie in is.
        Err(_) => {
            let folder = file.parent().filter(|folder| *folder != Path::new("")).unwrap_or(Path::new("."));
            match (folder.canonicalize(), file.file_name()) {
                (Ok(folder), Some(name)) => folder.join(name),
                _ => return false,
            }
        }
    };
    match input.canonicalize() {
        Ok(input) if input.is_dir() => whole.starts_with(input),
        // A device, such as the null device, can be read and written at once.
        Ok(input) => input.is_file() && input == whole,
        Err(_) => false,
    }
}
