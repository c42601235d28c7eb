//! Where results go: standard output, or a file.

use std::fs::File;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use copydesk_corpus::output::{NewFile, Pack};

/// What is handed to the system at once.
const BUFFER: usize = 1 << 16;

/// Where results go.
pub(crate) enum Output {
    /// What takes bytes as they come: standard output, a pipe, a device.
    Stream(BufWriter<Box<dyn Write + Send>>),
    /// A file, which has its name once it is whole.
    File(Box<NewFile>),
}

/// What the results are, for a person who looks at them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Legible {
    Yes,
    /// They are what this word says, and would only upset a terminal.
    No(&'static str),
}

impl Output {
    /// Opens the file, or standard output where none or `-` is named. A file that is read, or that lies in a directory that is, is not
    /// written over: the one would lose what it holds, the other would be read in its turn.
    pub(crate) fn create(output: Option<&Path>, inputs: &[PathBuf], legible: Legible) -> anyhow::Result<Self> {
        let Some(path) = output.filter(|path| *path != Path::new("-")) else {
            let stdout = io::stdout();
            refuse_terminal(&stdout, legible)?;
            return Ok(Self::stream(stdout));
        };
        refuse_inputs(path, inputs)?;
        let cannot = || format!("{} cannot be created", path.display());
        // A link leads to what is meant; what is no file, such as a pipe, takes the rows as they come.
        let there = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        if there.metadata().is_ok_and(|metadata| !metadata.is_file()) {
            let file = File::create(&there).with_context(cannot)?;
            refuse_terminal(&file, legible)?;
            return Ok(Self::stream(file));
        }
        Ok(Self::File(Box::new(NewFile::create(&there).with_context(cannot)?)))
    }

    fn stream(out: impl Write + Send + 'static) -> Self {
        Self::Stream(BufWriter::with_capacity(BUFFER, Box::new(out)))
    }

    /// Ends it: a file is on the disk then, and has its name.
    pub(crate) fn keep(self) -> io::Result<()> {
        match self {
            Self::Stream(mut out) => out.flush(),
            Self::File(file) => file.keep().map(drop),
        }
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Stream(out) => out.write(bytes),
            Self::File(file) => file.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Stream(out) => out.flush(),
            Self::File(file) => file.flush(),
        }
    }
}

fn refuse_terminal(out: &impl IsTerminal, legible: Legible) -> anyhow::Result<()> {
    match legible {
        Legible::No(what) if out.is_terminal() => bail!("{what} is nothing that a terminal shows: name a file with -o"),
        _ => Ok(()),
    }
}

/// Refuses a name that says that the output is packed, for what writes it as it is.
pub(crate) fn refuse_packed(output: Option<&Path>) -> anyhow::Result<()> {
    let Some(path) = output else { return Ok(()) };
    match Pack::of_file(&path.to_string_lossy()) {
        Pack::Plain => Ok(()),
        pack => bail!("{} would not be packed: take {} off its name", path.display(), pack.end()),
    }
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
