//! Files, standard input and directories, taken apart into records one at a time.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use copydesk::{SOURCE_LIMIT, Source, SourceTooLong};
use flate2::read::MultiGzDecoder;

use crate::docx;
use crate::lines::Lines;
use crate::reading::{Directories, FileForm, Reading};
use crate::record::{Place, Record, Unreadable};
use crate::walk;

/// The ends of names of files whose bytes are no text, and would come out as an article of noise.
const PACKED: &[&str] = &[".zst", ".xz", ".bz2", ".lz4", ".br", ".zip", ".7z"];

/// The records of all paths, in order, one at a time.
///
/// It holds no more than one record at a time, and no more than one file open.
pub struct Inputs {
    reading: Reading,
    directories: Directories,
    /// The paths to come, the next one last.
    paths: Vec<PathBuf>,
    /// The file of records that is being read.
    lines: Option<Lines>,
    stdin_read: bool,
}

impl Inputs {
    /// The records of these paths; `-` is standard input. Nothing is opened before its turn comes, and what cannot be opened is an item.
    #[must_use]
    pub fn new(mut paths: Vec<PathBuf>, reading: Reading, directories: Directories) -> Self {
        paths.reverse();
        Self { reading, directories, paths, lines: None, stdin_read: false }
    }

    /// Takes the next path: a whole file gives its record, a file of records or a directory gives its own one by one.
    fn open(&mut self, path: &Path) -> Result<Option<Record>, Unreadable> {
        let place = Place { file: path.to_string_lossy().into_owned(), record: None };
        let (reader, size): (Box<dyn Read + Send>, u64) = if path == Path::new("-") {
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
        let as_text = self.reading.form == FileForm::Text;
        if let Some(packed) = PACKED.iter().find(|packed| name.ends_with(packed.as_bytes()) && !as_text) {
            return Err(
                place.error(format!("is packed in a way that is not read ({packed}); .gz is, and what is not packed"))
            );
        }
        let (name, reader, size): (_, Box<dyn Read + Send>, _) = match name.strip_suffix(b".gz") {
            Some(name) => (name, Box::new(MultiGzDecoder::new(reader)), 0),
            None => (name, reader, size),
        };
        let holds_records = match self.reading.form {
            FileForm::Auto => name.ends_with(b".jsonl") || name.ends_with(b".ndjson"),
            FileForm::Text => false,
            FileForm::Jsonl => true,
        };
        if holds_records {
            self.lines = Some(Lines::new(place.file, reader, self.reading.clone()));
            return Ok(None);
        }
        let source = read_whole(reader, size).map_err(|reason| place.clone().error(reason))?;
        let unpacked = if name.ends_with(b".docx") && !as_text { docx::unpacked_by_name } else { docx::unpacked };
        let source = unpacked(source).map_err(|error| place.clone().error(error))?;
        Ok(Some(Record { id: place.id(), place, source }))
    }

    fn open_directory(&mut self, path: &Path) -> Result<(), String> {
        if self.directories == Directories::Refuse {
            return Err("is a directory; name the files in it".into());
        }
        let entries = walk::entries(path).map_err(|error| format!("cannot be listed: {error}"))?;
        self.paths.extend(entries.into_iter().rev());
        Ok(())
    }
}

impl Iterator for Inputs {
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

#[cfg(test)]
mod tests {
    use super::*;

    /// The ids of the records, or what was wrong in their place.
    fn read(paths: &[&Path], reading: Reading, directories: Directories) -> Vec<Result<String, String>> {
        let inputs = Inputs::new(paths.iter().map(PathBuf::from).collect(), reading, directories);
        inputs.map(|record| record.map(|record| record.id).map_err(|unreadable| unreadable.reason)).collect()
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

        let as_text = Reading { form: FileForm::Text, ..Reading::default() };
        assert_eq!(read(&[&records, &text], as_text, Directories::Refuse), [Ok(records_id), Ok(text_id.clone())]);
        let as_records = Reading { form: FileForm::Jsonl, ..Reading::default() };
        assert_eq!(read(&[&text], as_records, Directories::Refuse), [Err("has no field `text`".into())]);

        let refused = read(&[folder.path(), &text], Reading::default(), Directories::Refuse);
        assert!(refused[0].as_ref().is_err_and(|reason| reason.starts_with("is a directory")), "{refused:?}");
        assert_eq!(refused[1..], [Ok(text_id)]);
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
        let as_text = Reading { form: FileForm::Text, ..Reading::default() };
        assert!(read(&[&path], as_text, Directories::Refuse).remove(0).is_ok());
    }

    #[test]
    fn a_file_that_is_packed_otherwise_is_no_article() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("corpus.jsonl.zst");
        std::fs::write(&path, b"\x28\xb5\x2f\xfd").unwrap();
        let reason = read(&[&path], Reading::default(), Directories::Refuse).remove(0).unwrap_err();
        assert!(reason.starts_with("is packed in a way that is not read (.zst)"), "{reason}");
        let as_text = Reading { form: FileForm::Text, ..Reading::default() };
        assert!(read(&[&path], as_text, Directories::Refuse).remove(0).is_ok());
    }
}
