//! What a command reads: files, standard input and directories, taken apart into records one at a time.

mod field;
mod lines;
mod walk;

use std::fmt;
use std::fs::File;
use std::io::{self, IsTerminal as _, Read};
use std::path::{Path, PathBuf};

use anyhow::bail;
use copydesk::{SOURCE_LIMIT, Source, SourceTooLong};
use flate2::read::MultiGzDecoder;

use crate::arguments::{FileForm, RecordArguments};
use crate::printable::printable;
use lines::Lines;

/// One source to parse: a file, or a record of one.
#[derive(Debug)]
pub(crate) struct Record {
    pub(crate) id: String,
    pub(crate) place: Place,
    pub(crate) source: Source,
}

/// Where a record stands.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub(crate) struct Place {
    /// The path as given; `-` for standard input.
    pub(crate) file: String,
    /// The number of the line, from 1, in a file of records.
    pub(crate) record: Option<u64>,
}

/// A file or record that could not be read or parsed.
#[derive(Debug)]
pub(crate) struct Unreadable {
    pub(crate) id: String,
    pub(crate) place: Place,
    pub(crate) reason: String,
}

impl Place {
    pub(crate) fn id(&self) -> String {
        match self.record {
            Some(record) => format!("{}#{record}", self.file),
            None => self.file.clone(),
        }
    }

    fn error(self, reason: impl ToString) -> Unreadable {
        Unreadable { id: self.id(), place: self, reason: reason.to_string() }
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Place { file, record } = &self.place;
        f.write_str(&printable(file))?;
        if let Some(record) = record {
            write!(f, ", record {record}")?;
        }
        write!(f, ": {}", printable(&self.reason))
    }
}

/// Whether a command reads directories.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Directories {
    Read,
    Refuse,
}

/// The records of all paths, in order, one at a time.
pub(crate) struct Inputs<'a> {
    arguments: &'a RecordArguments,
    directories: Directories,
    /// The paths to come, the next one last.
    paths: Vec<PathBuf>,
    /// The file of records that is being read.
    lines: Option<Lines<'a>>,
    stdin_read: bool,
}

impl<'a> Inputs<'a> {
    /// The inputs of a command; no path at all is standard input, unless a person sits there.
    pub(crate) fn new(
        paths: &[PathBuf],
        arguments: &'a RecordArguments,
        directories: Directories,
    ) -> anyhow::Result<Self> {
        let mut paths = paths.to_vec();
        if paths.is_empty() {
            if io::stdin().is_terminal() {
                bail!("nothing to read: name a file, or `-` for standard input (see --help)");
            }
            paths.push("-".into());
        }
        paths.reverse();
        Ok(Self { arguments, directories, paths, lines: None, stdin_read: false })
    }

    /// Takes the next path: a whole file gives its record, a file of records or a directory gives its own one by one.
    fn open(&mut self, path: &Path) -> Result<Option<Record>, Unreadable> {
        let place = Place { file: path.to_string_lossy().into_owned(), record: None };
        let (reader, size): (Box<dyn Read>, u64) = if path == Path::new("-") {
            if std::mem::replace(&mut self.stdin_read, true) {
                return Err(place.error("standard input can be read once only"));
            }
            (Box::new(io::stdin()), 0)
        } else {
            match File::open(path).and_then(|file| Ok((file.metadata()?, file))) {
                Err(error) => return Err(place.error(format!("cannot be opened: {error}"))),
                Ok((metadata, _)) if metadata.is_dir() => {
                    self.open_directory(path).map_err(|reason| place.error(reason))?;
                    return Ok(None);
                }
                Ok((metadata, file)) => (Box::new(file), metadata.len()),
            }
        };
        let name = path.as_os_str().as_encoded_bytes();
        let (name, reader, size): (_, Box<dyn Read>, _) = match name.strip_suffix(b".gz") {
            Some(name) => (name, Box::new(MultiGzDecoder::new(reader)), 0),
            None => (name, reader, size),
        };
        let holds_records = match self.arguments.from {
            FileForm::Auto => name.ends_with(b".jsonl") || name.ends_with(b".ndjson"),
            FileForm::Text => false,
            FileForm::Jsonl => true,
        };
        if holds_records {
            self.lines = Some(Lines::new(place.file, reader, self.arguments));
            return Ok(None);
        }
        let source = read_whole(reader, size).map_err(|reason| place.clone().error(reason))?;
        Ok(Some(Record { id: place.id(), place, source }))
    }

    fn open_directory(&mut self, path: &Path) -> Result<(), String> {
        if self.directories == Directories::Refuse {
            return Err("is a directory; name the files in it (`copydesk verify` reads directories)".into());
        }
        let entries = walk::entries(path).map_err(|error| format!("cannot be listed: {error}"))?;
        self.paths.extend(entries.into_iter().rev());
        Ok(())
    }
}

impl Iterator for Inputs<'_> {
    type Item = Result<Record, Unreadable>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(lines) = &mut self.lines {
                match lines.next() {
                    Some(record) => return Some(record),
                    None => self.lines = None,
                }
            }
            let path = self.paths.pop()?;
            if let Some(record) = self.open(&path).transpose() {
                return Some(record);
            }
        }
    }
}

/// All bytes of a file. `size` is what the file says of itself: one that is too long is not read at all.
fn read_whole(reader: impl Read, size: u64) -> Result<Source, String> {
    let too_long = |bytes: u64| SourceTooLong { bytes: usize::try_from(bytes).unwrap_or(usize::MAX) }.to_string();
    if size > SOURCE_LIMIT as u64 {
        return Err(too_long(size));
    }
    let mut bytes = Vec::with_capacity(size as usize);
    let read = reader.take(SOURCE_LIMIT as u64 + 1).read_to_end(&mut bytes);
    read.map_err(|error| format!("cannot be read: {error}"))?;
    if bytes.len() > SOURCE_LIMIT {
        return Err(format!("the source has more bytes than the limit of {SOURCE_LIMIT} (1 GiB)"));
    }
    Source::new(bytes).map_err(|error| error.to_string())
}
