//! A file of records: one JSON object per line, read one line at a time.

use std::io::{self, BufRead, BufReader, Read, Seek as _, SeekFrom};

use crate::reading::Reading;
use crate::record::{Place, Record, Unreadable};

use super::field::fields;
use super::opened::{Opened, Start};
use super::{FileForm, Records, UTF16, broken_off, is_utf16, too_long};

pub(super) static JSONL: FileForm = FileForm { name: "jsonl", ends: &[".jsonl", ".ndjson"], open };

/// What is read of a file at once.
const BUFFER: usize = 1 << 17;
/// The memory that is kept from one line to the next.
const KEPT: usize = 1 << 20;

fn open(opened: &mut Opened, reading: &Reading) -> Records {
    let last = go_on(opened);
    let (offset, number) = last.unwrap_or_default();
    let mut lines = Lines {
        file: opened.file.clone(),
        reader: BufReader::with_capacity(BUFFER, opened.stream()),
        reading: reading.clone(),
        number,
        offset,
        line: Vec::new(),
        failed: false,
    };
    // Where it goes on, the last record that was had comes again.
    if last.is_some() {
        lines.next();
    }
    Box::new(lines)
}

/// Goes to the last record that was had of the file, if it is one in which that can be done: where it begins, and the number of the line
/// before it.
fn go_on(opened: &mut Opened) -> Option<(u64, u64)> {
    let Start { record: Some(record), offset: Some(offset), .. } = opened.start? else { return None };
    opened.unpacked_file()?.seek(SeekFrom::Start(offset)).ok()?;
    opened.start = None;
    Some((offset, record.saturating_sub(1)))
}

/// The records of one file.
struct Lines {
    file: String,
    reader: BufReader<Box<dyn Read + Send>>,
    reading: Reading,
    /// The number of the line read last, from 1.
    number: u64,
    /// Where the next line begins.
    offset: u64,
    line: Vec<u8>,
    failed: bool,
}

impl Lines {
    /// Reads the next line into `line`; none at the end of the file. Of a line that is too long nothing is kept, so that a file without line
    /// ends cannot take all memory.
    fn read_line(&mut self) -> io::Result<Option<LineLength>> {
        let limit = self.reading.record_limit;
        let read = self.reader.by_ref().take(limit.saturating_add(1)).read_until(b'\n', &mut self.line)? as u64;
        self.offset += read;
        if read > limit && self.line.last() != Some(&b'\n') {
            self.offset += self.reader.skip_until(b'\n')? as u64;
            return Ok(Some(LineLength::OverLimit));
        }
        Ok((read > 0).then_some(LineLength::Within))
    }

    /// Makes room for the next line. One huge line does not keep its memory, neither while it is parsed nor for all lines after it.
    fn clear(&mut self) {
        self.line.clear();
        self.line.shrink_to(KEPT);
    }

    fn record(&self, place: Place) -> Result<Record, Unreadable> {
        match fields(&self.line, &self.reading) {
            Ok(found) => found.record(place),
            Err(reason) => Err(place.error(reason)),
        }
    }
}

enum LineLength {
    Within,
    OverLimit,
}

impl Iterator for Lines {
    type Item = Result<Record, Unreadable>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.failed {
            self.number += 1;
            let place = Place { file: self.file.clone(), record: Some(self.number), offset: Some(self.offset) };
            match self.read_line() {
                Ok(None) => return None,
                Ok(Some(LineLength::OverLimit)) => {
                    self.clear();
                    return Some(Err(place.error(too_long(self.reading.record_limit))));
                }
                // An empty line, as at the end of many files, is no record.
                Ok(Some(LineLength::Within)) if self.line.trim_ascii().is_empty() => self.clear(),
                // Its line ends are no line ends here, and each stretch between them would be an error.
                Ok(Some(LineLength::Within)) if self.number == 1 && is_utf16(&self.line) => {
                    self.failed = true;
                    return Some(Err(place.error(broken_off(UTF16))));
                }
                Ok(Some(LineLength::Within)) => {
                    let record = self.record(place);
                    self.clear();
                    return Some(record);
                }
                Err(error) => {
                    self.failed = true;
                    return Some(Err(place.error(broken_off(error))));
                }
            }
        }
        None
    }
}
