//! A file of records: one JSON object per line, read one line at a time.

use std::io::{self, BufRead, BufReader, Read};

use copydesk::Source;

use crate::field::fields;
use crate::reading::Reading;
use crate::record::{Place, Record, Unreadable};

/// The longest line that is read: the text of a source at its limit, with room for its escapes. What a longer line holds is passed over
/// without being kept, so that a file without line ends cannot take all memory.
const LINE_LIMIT: u64 = 2 * copydesk::SOURCE_LIMIT as u64;

/// The records of one file.
pub(crate) struct Lines {
    file: String,
    reader: BufReader<Box<dyn Read + Send>>,
    reading: Reading,
    /// The number of the line read last, from 1.
    number: u64,
    line: Vec<u8>,
    failed: bool,
}

impl Lines {
    pub(crate) fn new(file: String, reader: Box<dyn Read + Send>, reading: Reading) -> Self {
        Self { file, reader: BufReader::new(reader), reading, number: 0, line: Vec::new(), failed: false }
    }

    /// Reads the next line into `line`; none at the end of the file.
    fn read_line(&mut self) -> io::Result<Option<LineLength>> {
        self.line.clear();
        // One huge line should not hold its memory for all lines after it.
        self.line.shrink_to(1 << 20);
        let read = self.reader.by_ref().take(LINE_LIMIT).read_until(b'\n', &mut self.line)? as u64;
        if read == LINE_LIMIT && self.line.last() != Some(&b'\n') {
            self.line = Vec::new();
            self.reader.skip_until(b'\n')?;
            return Ok(Some(LineLength::OverLimit));
        }
        Ok((read > 0).then_some(LineLength::Within))
    }

    fn record(&self, place: Place) -> Result<Record, Unreadable> {
        let fields = match fields(&self.line, &self.reading.text_field, &self.reading.id_field) {
            Ok(fields) => fields,
            Err(reason) => return Err(place.error(reason)),
        };
        let id = fields.id.unwrap_or_else(|| place.id());
        match fields.text.and_then(|text| Source::new(text).map_err(|error| error.to_string())) {
            Ok(source) => Ok(Record { id, place, source }),
            Err(reason) => Err(Unreadable { id, place, reason }),
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
            let place = Place { file: self.file.clone(), record: Some(self.number) };
            match self.read_line() {
                Ok(None) => return None,
                Ok(Some(LineLength::OverLimit)) => {
                    return Some(Err(place.error(format!("the line has more than {LINE_LIMIT} bytes"))));
                }
                // An empty line, as at the end of many files, is no record.
                Ok(Some(LineLength::Within)) if self.line.trim_ascii().is_empty() => {}
                Ok(Some(LineLength::Within)) => return Some(self.record(place)),
                Err(error) => {
                    self.failed = true;
                    return Some(Err(place.error(format!("cannot be read, nor anything after it: {error}"))));
                }
            }
        }
        None
    }
}
