//! Web archives: WARC files, and the WET files of texts made from them.
//!
//! A record is a line `WARC/1.0`, lines `Name: value`, an empty line, as many bytes as `Content-Length` says, and two line ends. Text is in
//! records of type `conversion`, and in those of type `resource` and `response` whose content is `text/plain`. All others are passed over.
//! Where the grammar is broken, reading continues at the next line that begins like a record.

use std::io::{self, BufRead, BufReader, Read};

use copydesk::Source;

use crate::reading::{OtherFields, Reading};
use crate::record::{Place, Record, Unreadable};

use super::field::Object;
use super::opened::Opened;
use super::passed_over::PassedOver;
use super::{FileForm, Records, broken_off, too_long};

pub(super) static WARC: FileForm = FileForm { name: "warc", ends: &[".warc", ".wet"], open };

/// How every record begins.
const START: &[u8] = b"WARC/";
/// The longest line, and the longest head, that is read as one.
const LINE_LIMIT: u64 = 1 << 16;
const HEAD_LIMIT: usize = 1 << 20;

const OTHER_RECORD: &str = "records of web archives that hold no text";
const CODED_RESPONSE: &str = "responses in web archives that are packed or sent in chunks";

fn open(opened: &mut Opened, reading: &Reading) -> Records {
    Box::new(Archive {
        file: opened.file.clone(),
        reader: BufReader::with_capacity(1 << 17, opened.stream()),
        id_field: reading.id_field.clone(),
        other_fields: reading.other_fields,
        limit: reading.record_limit,
        passed_over: opened.passed_over.clone(),
        number: 0,
        offset: 0,
        line: Vec::new(),
        state: State::Between,
    })
}

/// The records of one file.
struct Archive {
    file: String,
    reader: BufReader<Box<dyn Read + Send>>,
    id_field: String,
    other_fields: OtherFields,
    /// How many bytes a record may have.
    limit: u64,
    passed_over: PassedOver,
    /// The number of the record read last, from 1.
    number: u64,
    /// How many bytes have been read.
    offset: u64,
    line: Vec<u8>,
    state: State,
}

#[derive(PartialEq, Eq)]
enum State {
    /// The next line begins a record, or is one of the line ends after the last.
    Between,
    /// What was read is not as it should be: everything up to the next record is passed over.
    Lost,
    /// Nothing more can be read.
    Failed,
}

/// The lines of a head, in order.
struct Head(Vec<(String, String)>);

impl Head {
    fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(other, _)| other.eq_ignore_ascii_case(name)).map(|(_, value)| &**value)
    }

    fn length(&self) -> Result<u64, String> {
        let length = self.get("Content-Length").ok_or("its head has no Content-Length")?;
        length.parse().map_err(|_| format!("its Content-Length is no number: {length}"))
    }

    fn is_plain_text(&self) -> bool {
        let kind = self.get("Content-Type").unwrap_or_default();
        kind.split(';').next().is_some_and(|kind| kind.trim().eq_ignore_ascii_case("text/plain"))
    }

    /// The fields that are no id and do not only say how the record is stored.
    fn others(&self, id_field: &str) -> Option<Box<str>> {
        let mut others = Object::default();
        for (name, value) in &self.0 {
            let told =
                [id_field, "WARC-Record-ID", "Content-Length"].iter().any(|told| name.eq_ignore_ascii_case(told));
            if !told {
                others.push_text(name, value);
            }
        }
        others.finish()
    }
}

/// What a record holds.
enum Content {
    Text,
    /// An answer of a server, whose own head comes first.
    Response,
    Other,
}

impl Content {
    fn of(head: &Head) -> Self {
        match head.get("WARC-Type").map(str::to_ascii_lowercase).as_deref() {
            Some("conversion") if head.get("Content-Type").is_none() || head.is_plain_text() => Self::Text,
            Some("resource") if head.is_plain_text() => Self::Text,
            Some("response") => Self::Response,
            _ => Self::Other,
        }
    }
}

impl Archive {
    /// Reads a line, or as much of it as a line may have; whether there was any.
    fn read_line(&mut self) -> io::Result<bool> {
        self.line.clear();
        let read = self.reader.by_ref().take(LINE_LIMIT).read_until(b'\n', &mut self.line)?;
        self.offset += read as u64;
        Ok(read > 0)
    }

    /// Goes to the next line that begins a record: where it stands. An error is what stands there in place of one.
    fn find(&mut self) -> io::Result<Option<Result<u64, u64>>> {
        loop {
            let at = self.offset;
            if !self.read_line()? {
                return Ok(None);
            }
            if self.line.starts_with(START) {
                self.state = State::Between;
                return Ok(Some(Ok(at)));
            }
            if self.state == State::Between && !self.line.trim_ascii().is_empty() {
                self.state = State::Lost;
                return Ok(Some(Err(at)));
            }
        }
    }

    fn head(&mut self) -> io::Result<Result<Head, String>> {
        let mut head = Head(Vec::new());
        let mut bytes = 0;
        loop {
            let read = self.read_line()?;
            let line = String::from_utf8_lossy(self.line.trim_ascii_end());
            bytes += line.len();
            if !read || bytes > HEAD_LIMIT {
                return Ok(Err("its head has no end".into()));
            }
            if line.is_empty() {
                return Ok(Ok(head));
            }
            match (line.strip_prefix([' ', '\t']), head.0.last_mut(), line.split_once(':')) {
                // A line that is set in goes on with the one before it.
                (Some(more), Some((_, value)), _) => *value = format!("{value} {}", more.trim()),
                (_, _, Some((name, value))) => head.0.push((name.trim().to_owned(), value.trim().to_owned())),
                _ => return Ok(Err(format!("its head has a line without a name: {line}"))),
            }
        }
    }

    /// Reads what a record holds.
    fn content(&mut self, length: u64) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        self.reader.by_ref().take(length).read_to_end(&mut bytes)?;
        self.pass(length - bytes.len() as u64)?;
        self.offset += bytes.len() as u64;
        Ok(bytes)
    }

    fn pass(&mut self, length: u64) -> io::Result<()> {
        let passed = io::copy(&mut self.reader.by_ref().take(length), &mut io::sink())?;
        self.offset += passed;
        if passed < length {
            return Err(io::Error::new(io::ErrorKind::UnexpectedEof, "the file ends inside the record"));
        }
        Ok(())
    }

    /// Reads on behind the first line of a record; none if it holds no text.
    fn record(&mut self, place: &Place) -> io::Result<Option<Result<Record, Unreadable>>> {
        let head = self.head()?.and_then(|head| Ok((head.length()?, head)));
        let (length, head) = match head {
            Ok(head) => head,
            Err(reason) => {
                self.state = State::Lost;
                return Ok(Some(Err(place.clone().error(reason))));
            }
        };
        let content = Content::of(&head);
        if matches!(content, Content::Other) {
            self.pass(length)?;
            self.passed_over.count(OTHER_RECORD);
            return Ok(None);
        }
        if length > self.limit {
            self.pass(length)?;
            return Ok(Some(Err(place.clone().error(too_long(self.limit)))));
        }
        let mut bytes = self.content(length)?;
        if matches!(content, Content::Response) {
            match payload(&bytes) {
                Ok(start) => drop(bytes.drain(..start)),
                Err(what) => {
                    self.passed_over.count(what);
                    return Ok(None);
                }
            }
        }
        let id = [&*self.id_field, "WARC-Record-ID", "WARC-Target-URI"].iter().find_map(|name| head.get(name));
        let id = id.map_or_else(|| place.id(), str::to_owned);
        let fields = (self.other_fields == OtherFields::Keep).then(|| head.others(&self.id_field)).flatten();
        let place = place.clone();
        Ok(Some(match Source::new(bytes) {
            Ok(source) => Ok(Record { id, place, source, fields }),
            Err(error) => Err(Unreadable { id, place, reason: error.to_string(), fields }),
        }))
    }
}

/// Where the text of a server's answer begins, or as what it is passed over.
fn payload(bytes: &[u8]) -> Result<usize, &'static str> {
    let end = memchr::memmem::find(bytes, b"\r\n\r\n").ok_or(OTHER_RECORD)?;
    let lines = String::from_utf8_lossy(&bytes[..end]);
    let lines = lines.lines().filter_map(|line| line.split_once(':'));
    let head = Head(lines.map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned())).collect());
    if !head.is_plain_text() {
        return Err(OTHER_RECORD);
    }
    let is_plain = |coding: Option<&str>| coding.is_none_or(|coding| coding.eq_ignore_ascii_case("identity"));
    if !is_plain(head.get("Content-Encoding")) || !is_plain(head.get("Transfer-Encoding")) {
        return Err(CODED_RESPONSE);
    }
    Ok(end + 4)
}

impl Iterator for Archive {
    type Item = Result<Record, Unreadable>;

    fn next(&mut self) -> Option<Self::Item> {
        while self.state != State::Failed {
            let place = |archive: &Self, offset| Place {
                file: archive.file.clone(),
                record: Some(archive.number),
                offset: Some(offset),
            };
            let found = self.find();
            self.number += 1;
            let at = self.offset;
            let read = match found {
                Ok(None) => return None,
                Ok(Some(Err(at))) => {
                    let reason =
                        "no record of a web archive begins here; what stands before the next one is passed over";
                    return Some(Err(place(self, at).error(reason)));
                }
                Ok(Some(Ok(at))) => self.record(&place(self, at)).map_err(|error| (at, error)),
                Err(error) => Err((at, error)),
            };
            match read {
                Ok(Some(record)) => return Some(record),
                Ok(None) => {}
                Err((at, error)) => {
                    self.state = State::Failed;
                    return Some(Err(place(self, at).error(broken_off(error))));
                }
            }
        }
        None
    }
}
