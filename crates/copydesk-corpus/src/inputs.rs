//! Files, standard input and directories, split into records one at a time.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::read::{AUTO, FileForm, Opened, PassedOver, Records, Start, only};
use crate::reading::{Directories, Reading};
use crate::record::{Place, Record, Unreadable};
use crate::walk;

const EMPTY_FILE: &str = "empty files";

/// The records of all paths, in order, one at a time.
///
/// It holds one record in memory and one file open at a time.
pub struct Inputs {
    reading: Reading,
    directories: Directories,
    /// The paths to come, the next one last.
    paths: Vec<PathBuf>,
    /// The file that is being read.
    current: Option<Current>,
    stdin_read: bool,
    /// How many paths have been taken.
    taken: u64,
    /// Where the first file to come is read from.
    start: Option<Start>,
    /// Where the last item stands.
    last: Start,
    passed_over: PassedOver,
    progress: Arc<AtomicU64>,
}

/// A file that is being read.
struct Current {
    records: Records,
    /// How much of all files has been read once this one has.
    progress: Option<u64>,
}

/// A position in the inputs, after a record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Deserialize, serde::Serialize)]
pub struct Position {
    /// How many paths lie before the one of the record.
    pub path: u64,
    /// How many records, and errors in the place of one, that path has given.
    pub items: u64,
    /// The number of the record in its file.
    pub record: Option<u64>,
    /// The byte at which it begins there.
    pub offset: Option<u64>,
}

impl Inputs {
    /// The records of these paths; `-` is standard input. Nothing is opened before its turn comes, and what cannot be opened is an item. A
    /// path that is no file may be a pattern, `corpus/*.jsonl`.
    #[must_use]
    pub fn new(paths: Vec<PathBuf>, reading: Reading, directories: Directories) -> Self {
        Self::from_position(paths, reading, directories, Position::default())
    }

    /// The records behind a position. The paths are those of [`files`], by which the position counts.
    #[must_use]
    pub fn from_position(
        mut paths: Vec<PathBuf>,
        reading: Reading,
        directories: Directories,
        position: Position,
    ) -> Self {
        let Position { path, items, record, offset } = position;
        paths.drain(..usize::try_from(path).unwrap_or(usize::MAX).min(paths.len()));
        paths.reverse();
        let last = Start { items, record, offset };
        Self {
            reading,
            directories,
            paths,
            current: None,
            stdin_read: false,
            taken: path,
            start: (items > 0).then_some(last),
            last,
            passed_over: PassedOver::default(),
            progress: Arc::default(),
        }
    }

    /// Where these inputs are, if their paths are those of [`files`].
    #[must_use]
    pub fn position(&self) -> Position {
        let Start { items, record, offset } = self.last;
        Position { path: self.taken.saturating_sub(1), items, record, offset }
    }

    /// What has been passed over so far, shared with these inputs.
    #[must_use]
    pub fn passed_over(&self) -> PassedOver {
        self.passed_over.clone()
    }

    /// How many bytes of the files, packed as they are, have been read so far, shared with these inputs.
    #[must_use]
    pub fn progress(&self) -> Arc<AtomicU64> {
        self.progress.clone()
    }

    /// Takes the next path: a directory or a pattern gives more paths, everything else a file to read.
    fn take(&mut self, path: &Path) {
        let before = self.progress.load(Ordering::Relaxed);
        let start = self.start.take();
        let (mut records, progress, left) = match self.open(path) {
            Ok(None) => return,
            Ok(Some((mut opened, size))) => {
                opened.start = start;
                let records = self.reading.form.open(&mut opened, &self.reading);
                (records, size.map(|size| before + size), opened.start)
            }
            Err(unreadable) => (only(unreadable), None, start),
        };
        // What the form could not go past by itself is read over.
        for _ in 0..left.map_or(0, |start| start.items) {
            records.next();
        }
        self.last.items = start.map_or(0, |start| start.items);
        self.current = Some(Current { records, progress });
    }

    /// Opens a file, of which the size may be known.
    fn open(&mut self, path: &Path) -> Result<Option<(Opened, Option<u64>)>, Unreadable> {
        let named = path.to_string_lossy();
        let place = Place::file(&named);
        let opened = if path == Path::new("-") {
            if std::mem::replace(&mut self.stdin_read, true) {
                return Err(place.error("standard input can be read once only"));
            }
            Opened::stdin(self.passed_over.clone(), &self.progress).map(|opened| (opened, None))
        } else {
            match File::open(path).and_then(|file| Ok((file.metadata()?, file))) {
                Err(error) if error.kind() == io::ErrorKind::NotFound && walk::is_pattern(&named) => {
                    let matched = walk::matches(&named).map_err(|reason| place.error(reason))?;
                    self.paths.extend(matched.into_iter().rev());
                    return Ok(None);
                }
                Err(error) => return Err(place.error(format!("cannot be opened: {error}"))),
                Ok((metadata, _)) if metadata.is_dir() => {
                    self.open_directory(path).map_err(|reason| place.error(reason))?;
                    return Ok(None);
                }
                Ok((metadata, file)) => {
                    let size = metadata.is_file().then_some(metadata.len());
                    let opened = Opened::file(&named, file, self.passed_over.clone(), &self.progress);
                    if size == Some(0) && opened.as_ref().is_ok_and(|opened| !self.is_text(&opened.name)) {
                        self.passed_over.count(EMPTY_FILE);
                    }
                    opened.map(|opened| (opened, size))
                }
            }
        };
        opened.map(Some).map_err(|error| place.error(format!("cannot be read: {error}")))
    }

    fn open_directory(&mut self, path: &Path) -> Result<(), String> {
        if self.directories == Directories::Refuse {
            return Err("is a directory; name the files in it".into());
        }
        let entries = walk::entries(path).map_err(|error| format!("cannot be listed: {error}"))?;
        self.paths.extend(entries.into_iter().rev());
        Ok(())
    }

    /// Whether a file of this name is read as one text, of which an empty one is an empty document.
    fn is_text(&self, name: &str) -> bool {
        let form = if self.reading.form == &AUTO { FileForm::of_file(name).ok() } else { Some(self.reading.form) };
        form == FileForm::named("text")
    }
}

impl Iterator for Inputs {
    type Item = Result<Record, Unreadable>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(current) = &mut self.current {
                if let Some(item) = current.records.next() {
                    let place = item.as_ref().map_or_else(|unreadable| &unreadable.place, |record| &record.place);
                    self.last = Start { items: self.last.items + 1, record: place.record, offset: place.offset };
                    return Some(item);
                }
                if let Some(progress) = current.progress {
                    self.progress.store(progress, Ordering::Relaxed);
                }
                self.current = None;
            }
            let path = self.paths.pop()?;
            self.taken += 1;
            self.take(&path);
        }
    }
}

impl std::fmt::Debug for Inputs {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Inputs").field("position", &self.position()).finish_non_exhaustive()
    }
}

/// The files that these paths name: directories and patterns taken apart, in order. What cannot be taken apart stays as it is, to be an
/// error when it is opened.
#[must_use]
pub fn files(paths: Vec<PathBuf>, directories: Directories) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut paths: Vec<PathBuf> = paths.into_iter().rev().collect();
    while let Some(path) = paths.pop() {
        let named = path.to_string_lossy();
        let inner = match path.metadata() {
            Ok(metadata) if metadata.is_dir() && directories == Directories::Read => walk::entries(&path).ok(),
            Err(error) if error.kind() == io::ErrorKind::NotFound && walk::is_pattern(&named) => {
                walk::matches(&named).ok()
            }
            _ => None,
        };
        match inner {
            Some(inner) => paths.extend(inner.into_iter().rev()),
            None => files.push(path),
        }
    }
    files
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The ids of the records, or what was wrong in their place.
    fn read(paths: &[&Path], reading: Reading, directories: Directories) -> Vec<Result<String, String>> {
        let inputs = Inputs::new(paths.iter().map(PathBuf::from).collect(), reading, directories);
        inputs.map(|record| record.map(|record| record.id).map_err(|unreadable| unreadable.reason)).collect()
    }

    fn form(name: &str) -> Reading {
        Reading { form: FileForm::named(name).unwrap(), ..Reading::default() }
    }

    #[test]
    fn files_give_their_records_in_order() {
        let folder = tempfile::tempdir().unwrap();
        let (text, records) = (folder.path().join("b.txt"), folder.path().join("a.jsonl"));
        std::fs::write(&text, "{}").unwrap();
        std::fs::write(&records, "{\"text\":\"A\",\"id\":\"one\"}\n\n{\"text\":\"B\"}\n").unwrap();
        let (text_id, records_id) = (text.display().to_string(), records.display().to_string());
        let all = [Ok("one".into()), Ok(format!("{records_id}#3")), Ok(text_id.clone())];
        assert_eq!(read(&[&records, &text], Reading::default(), Directories::Refuse), all);
        assert_eq!(read(&[folder.path()], Reading::default(), Directories::Read), all);

        assert_eq!(read(&[&records, &text], form("text"), Directories::Refuse), [Ok(records_id), Ok(text_id.clone())]);
        assert_eq!(read(&[&text], form("jsonl"), Directories::Refuse), [Err("has no field `text`".into())]);

        let refused = read(&[folder.path(), &text], Reading::default(), Directories::Refuse);
        assert!(refused[0].as_ref().is_err_and(|reason| reason.starts_with("is a directory")), "{refused:?}");
        assert_eq!(refused[1..], [Ok(text_id)]);
    }

    #[test]
    fn a_pattern_gives_the_files_that_match_it() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["b.txt", "a.txt", "c.md", ".hidden.txt"] {
            std::fs::write(folder.path().join(name), "A").unwrap();
        }
        let ids = read(&[&folder.path().join("*.txt")], Reading::default(), Directories::Refuse);
        let expected = ["a.txt", "b.txt"].map(|name| Ok(folder.path().join(name).display().to_string()));
        assert_eq!(ids, expected);
        assert_eq!(read(&[&folder.path().join(".*.txt")], Reading::default(), Directories::Refuse).len(), 1);
        let none = read(&[&folder.path().join("*.csv")], Reading::default(), Directories::Refuse);
        assert_eq!(none, [Err("cannot be opened: no file is called so, and none matches it as a pattern".into())]);
        // A file whose name looks like a pattern is a file.
        std::fs::write(folder.path().join("[a].txt"), "A").unwrap();
        assert!(read(&[&folder.path().join("[a].txt")], Reading::default(), Directories::Refuse)[0].is_ok());
    }

    #[test]
    fn inputs_can_be_read_on_another_thread() {
        fn is_sendable<T: Send + 'static>() {}
        is_sendable::<Inputs>();
        is_sendable::<Record>();
        is_sendable::<Unreadable>();
    }

    #[test]
    fn a_docx_file_that_cannot_be_read_is_an_item_with_its_name() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("export.docx");
        std::fs::write(&path, "The ferry is back.").unwrap();
        let mut inputs = Inputs::new(vec![path.clone()], Reading::default(), Directories::Refuse);
        let unreadable = inputs.next().unwrap().unwrap_err();
        let reason = "is named as a DOCX file and is none: it is no ZIP archive";
        assert_eq!(unreadable.to_string(), format!("{}: {reason}", path.display()));
        // As a text it is what it is.
        assert!(read(&[&path], form("text"), Directories::Refuse).remove(0).is_ok());
    }

    #[test]
    fn a_file_of_another_program_is_no_article() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("export.txt");
        std::fs::write(&path, b"{\\rtf1\\ansi Ferry returns\\par}").unwrap();
        let reason = read(&[&path], Reading::default(), Directories::Refuse).remove(0).unwrap_err();
        assert!(reason.starts_with("is an RTF file"), "{reason}");
        assert!(read(&[&path], form("text"), Directories::Refuse).remove(0).is_ok());
    }

    #[test]
    fn a_file_that_is_packed_otherwise_is_no_article() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("corpus.jsonl.xz");
        std::fs::write(&path, b"\xfd7zXZ\0").unwrap();
        let reason = read(&[&path], Reading::default(), Directories::Refuse).remove(0).unwrap_err();
        assert!(reason.starts_with("is packed in a way that is not read (.xz)"), "{reason}");
        assert!(read(&[&path], form("text"), Directories::Refuse).remove(0).is_ok());
    }
}
