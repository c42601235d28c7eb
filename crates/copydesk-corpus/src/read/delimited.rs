//! Files of fields separated by commas or tabs, whose first line names the fields.
//!
//! Where the comma is the decimal mark, spreadsheets separate fields by semicolons in files of the same name. A file is read this way if
//! its first line has semicolons and no comma.
//!
//! Both are quoted as spreadsheets and data frames quote: a field in `"` can hold separators, line ends and doubled `"`. A field that
//! nothing closes takes in the rest of the file: the file was cut off there, or has a `"` that is not doubled. To detect this, a mark is
//! appended to every file. It is a row of its own, or the end of such a field.

use std::io::{self, BufRead as _, BufReader, Read};

use copydesk::Source;
use csv::{ByteRecord, ErrorKind, ReaderBuilder};

use crate::reading::{OtherFields, Reading};
use crate::record::{Place, Record, Unreadable};

use super::field::Object;
use super::opened::Opened;
use super::{FileForm, Records, UTF16, broken_off, is_utf16, only, there_are, too_long};

pub(super) static CSV: FileForm =
    FileForm { name: "csv", ends: &[".csv"], open: |opened, reading| open(opened, reading, b',') };
pub(super) static TSV: FileForm =
    FileForm { name: "tsv", ends: &[".tsv", ".tab"], open: |opened, reading| open(opened, reading, b'\t') };

/// What is read of a file at once.
const BUFFER: usize = 1 << 17;

/// How much of the first line is looked at.
const FIRST_LINE: u64 = 1 << 16;

/// What is put behind the end of a file, and what of it is a row. No text has it.
const END: &[u8] = b"\n\0\x04\0\n";
const END_ROW: &[u8] = b"\0\x04\0";

const UNCLOSED: &str = "a quotation mark in it is not closed before the file ends";

fn open(opened: &mut Opened, reading: &Reading, delimiter: u8) -> Records {
    let limit = reading.record_limit;
    let (reader, delimiter) = match first_line(opened.stream(), delimiter) {
        Ok(found) => found,
        Err(error) => return only(opened.place().error(broken_off(error))),
    };
    let limited = Limited { reader, limit, left: limit, end: END };
    let mut reader = ReaderBuilder::new().delimiter(delimiter).buffer_capacity(BUFFER).from_reader(limited);
    let header = match reader.byte_headers() {
        Ok(header) => header,
        Err(error) => return only(opened.place().error(broken_off(error))),
    };
    if is_end(header) {
        return Box::new(std::iter::empty());
    }
    if is_unclosed(header) {
        return only(opened.place().error(broken_off(UNCLOSED)));
    }
    if header.get(0).is_some_and(is_utf16) {
        return only(opened.place().error(format!("cannot be read: {UTF16}")));
    }
    let names: Vec<String> = header.iter().map(|name| String::from_utf8_lossy(name).into_owned()).collect();
    let column = |wanted: &str| names.iter().position(|name| name == wanted);
    let Some(text) = column(&reading.text_field) else {
        let known: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
        let reason = format!("its first line names no field `{}`{}", reading.text_field, there_are(&known));
        return only(opened.place().error(reason));
    };
    let (id, other_fields) = (column(&reading.id_field), reading.other_fields);
    Box::new(Rows { file: opened.file.clone(), reader, names, text, id, other_fields, number: 0 })
}

/// Looks at the first line, as far as it is not too long, for what sets its fields apart.
fn first_line(reader: Box<dyn Read + Send>, delimiter: u8) -> io::Result<(Box<dyn Read + Send>, u8)> {
    if delimiter != b',' {
        return Ok((reader, delimiter));
    }
    let mut reader = BufReader::new(reader);
    let mut line = Vec::new();
    reader.by_ref().take(FIRST_LINE).read_until(b'\n', &mut line)?;
    let semicolons = line.contains(&b';') && !line.contains(&b',');
    Ok((Box::new(io::Cursor::new(line).chain(reader)), if semicolons { b';' } else { delimiter }))
}

/// The records of one file.
struct Rows {
    file: String,
    reader: csv::Reader<Limited>,
    names: Vec<String>,
    /// Which column holds the text, and which the id.
    text: usize,
    id: Option<usize>,
    other_fields: OtherFields,
    /// The number of the record read last, from 1.
    number: u64,
}

/// Whether a row is what was put behind the end of the file.
fn is_end(row: &ByteRecord) -> bool {
    row.len() == 1 && &row[0] == END_ROW
}

/// Whether the last field of a row has taken in the end of the file.
fn is_unclosed(row: &ByteRecord) -> bool {
    row.iter().next_back().is_some_and(|field| field.ends_with(END))
}

impl Rows {
    fn record(&self, row: &ByteRecord, place: Place) -> Result<Record, Unreadable> {
        let id = self.id.map(|id| String::from_utf8_lossy(&row[id]).into_owned()).filter(|id| !id.is_empty());
        let (id, fields) = (id.unwrap_or_else(|| place.id()), self.others(row));
        match Source::new(row[self.text].to_vec()) {
            Ok(source) => Ok(Record { id, place, source, fields }),
            Err(error) => Err(Unreadable { id, place, reason: error.to_string(), fields }),
        }
    }

    fn others(&self, row: &ByteRecord) -> Option<Box<str>> {
        if self.other_fields == OtherFields::Drop {
            return None;
        }
        let mut others = Object::default();
        for (column, (name, value)) in self.names.iter().zip(row).enumerate() {
            if column != self.text && Some(column) != self.id {
                others.push_text(name, &String::from_utf8_lossy(value));
            }
        }
        others.finish()
    }
}

impl Iterator for Rows {
    type Item = Result<Record, Unreadable>;

    fn next(&mut self) -> Option<Self::Item> {
        self.reader.get_mut().begin();
        let mut row = ByteRecord::new();
        let read = self.reader.read_byte_record(&mut row);
        self.number += 1;
        let place = |offset| Place { file: self.file.clone(), record: Some(self.number), offset };
        let offset = row.position().map(csv::Position::byte);
        match read {
            Ok(false) => None,
            Ok(true) | Err(_) if is_end(&row) => None,
            Ok(true) | Err(_) if is_unclosed(&row) => Some(Err(place(offset).error(broken_off(UNCLOSED)))),
            Ok(true) => Some(self.record(&row, place(offset))),
            Err(error) => Some(Err(match error.kind() {
                ErrorKind::UnequalLengths { expected_len, len, .. } => place(offset).error(format!(
                    "has {len} {}, where the first line names {expected_len}",
                    if *len == 1 { "field" } else { "fields" }
                )),
                ErrorKind::Io(error) => place(None).error(broken_off(error)),
                _ => place(None).error(error),
            })),
        }
    }
}

/// Reads no more than a record may have: a quotation mark that nothing closes takes in the rest of the file, which must not take all memory.
struct Limited {
    reader: Box<dyn Read + Send>,
    limit: u64,
    left: u64,
    /// What is left to be put behind the end.
    end: &'static [u8],
}

impl Limited {
    /// The next record begins.
    fn begin(&mut self) {
        self.left = self.limit;
    }
}

impl Read for Limited {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.left == 0 {
            return Err(io::Error::other(format!("the record {}", too_long(self.limit))));
        }
        let room = into.len().min(usize::try_from(self.left).unwrap_or(usize::MAX));
        let read = self.reader.read(&mut into[..room])?;
        self.left -= read as u64;
        if read > 0 { Ok(read) } else { self.end.read(&mut into[..room]) }
    }
}
