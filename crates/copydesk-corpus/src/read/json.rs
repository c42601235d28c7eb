//! A JSON file: either records, as the objects of an array or one after another, or a single object.
//!
//! A single object with the text field is a record. Any other is read as plain text, and so is a file that is JSON only by its name.
//!
//! An object ends with its closing bracket. A damaged one may lack a bracket or a quotation mark, and would take in the objects after it.
//! So it is cut where another object begins with the same key as itself, or as the first undamaged object.

mod values;

use std::collections::VecDeque;
use std::io::{self, BufReader};

use copydesk::Source;
use memchr::{memchr, memmem};

use crate::reading::Reading;
use crate::record::{Place, Record, Unreadable};

use super::field::{Fields, fields};
use super::opened::Opened;
use super::packing::Stream;
use super::text::TEXT;
use super::{FileForm, Records, UTF16, broken_off, is_utf16, only, too_long, written};
use values::{Extent, Values};

pub(super) static JSON: FileForm = FileForm { name: "json", ends: &[".json"], open };

/// What is read of a file at once.
const BUFFER: usize = 1 << 17;
/// How many bytes a key may have by which objects are told that begin alike.
const KEY: usize = 64;

fn open(opened: &mut Opened, reading: &Reading) -> Records {
    let mut values = Values::new(BufReader::with_capacity(BUFFER, opened.stream()), reading.record_limit);
    match alone(&mut values, opened.place(), reading) {
        Err(error) => only(opened.place().error(broken_off(error))),
        Ok(Alone::Record(record)) => Box::new(std::iter::once(record)),
        Ok(Alone::Text) => {
            opened.give_back(Box::new(values.into_whole()));
            (TEXT.open)(opened, reading)
        }
        Ok(Alone::No(first)) => {
            values.release();
            let (file, reading) = (opened.file.clone(), reading.clone());
            Box::new(Objects {
                file,
                values,
                first,
                reading,
                number: 0,
                cut: VecDeque::new(),
                opening: Vec::new(),
                failed: false,
            })
        }
    }
}

/// Whether a file holds one object, and no records.
enum Alone {
    Record(Result<Record, Unreadable>),
    Text,
    /// The first value, if there is any.
    No(Option<values::Place>),
}

/// Reads the first value.
fn alone(values: &mut Values<BufReader<Stream>>, place: Place, reading: &Reading) -> io::Result<Alone> {
    let Some(first) = values.next()? else { return Ok(Alone::No(None)) };
    if is_utf16(values.value()) {
        return Ok(Alone::Record(Err(place.error(format!("cannot be read: {UTF16}")))));
    }
    let is_object = values.value().starts_with(b"{");
    if written::is_documents(values.value()) || !is_object && !first.in_array {
        return Ok(Alone::Text);
    }
    if first.in_array || values.skip()?.is_some() {
        return Ok(Alone::No(Some(first)));
    }
    Ok(match fields(values.value(), reading) {
        Ok(found) if found.text.is_ok() => Alone::Record(record(place, found)),
        Ok(_) => Alone::Text,
        Err(_) => Alone::No(Some(first)),
    })
}

/// The records of one file.
struct Objects {
    file: String,
    values: Values<BufReader<Stream>>,
    /// The first value, which was read to see what the file holds.
    first: Option<values::Place>,
    reading: Reading,
    /// The number of the record read last, from 1.
    number: u64,
    /// What a damaged one was cut into, each with where it begins.
    cut: VecDeque<(u64, Vec<u8>)>,
    /// What the first one begins with that is not damaged.
    opening: Vec<u8>,
    failed: bool,
}

impl Objects {
    fn read(&mut self) -> io::Result<Option<Result<Record, Unreadable>>> {
        if let Some((offset, part)) = self.cut.pop_front() {
            let part = part.trim_ascii_end();
            let found = fields(part.strip_suffix(b",").unwrap_or(part), &self.reading);
            return Ok(Some(self.record(offset, found)));
        }
        let first = self.first.take();
        let Some(place) = first.map_or_else(|| self.values.next(), |first| Ok(Some(first)))? else { return Ok(None) };
        let value = self.values.value();
        let found = fields(value, &self.reading);
        let starts = if found.is_ok() { Vec::new() } else { starts(value, &self.opening) };
        if found.is_ok() && self.opening.is_empty() {
            self.opening.extend_from_slice(opening(value).unwrap_or_default());
        }
        if let Some(&last) = starts.last() {
            let bounds = std::iter::once(0).chain(starts.iter().copied()).zip(&starts);
            self.cut = bounds.map(|(from, &to)| (place.offset + from as u64, value[from..to].to_vec())).collect();
            self.values.put_back(last);
            return self.read();
        }
        if place.extent == Extent::OverLimit {
            self.values.pass_over()?;
            return Ok(Some(self.record(place.offset, Err(too_long(self.reading.record_limit)))));
        }
        Ok(Some(self.record(place.offset, found)))
    }

    fn record(&mut self, offset: u64, found: Result<Fields, String>) -> Result<Record, Unreadable> {
        self.number += 1;
        let place = Place { file: self.file.clone(), record: Some(self.number), offset: Some(offset) };
        match found {
            Ok(found) => record(place, found),
            Err(reason) => Err(place.error(reason)),
        }
    }
}

impl Iterator for Objects {
    type Item = Result<Record, Unreadable>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.failed {
            return None;
        }
        self.read().unwrap_or_else(|error| {
            self.failed = true;
            Some(self.record(self.values.offset(), Err(broken_off(error))))
        })
    }
}

/// What stands in a file in the place of an object with these fields.
fn record(place: Place, found: Fields) -> Result<Record, Unreadable> {
    let id = found.id.unwrap_or_else(|| place.id());
    // A line end in what is JSON stands in no string, where it would be an escape.
    let fields = found.others.map(|others| others.replace(['\n', '\r'], " ").into_boxed_str());
    match found.text.and_then(|text| Source::new(text).map_err(|error| error.to_string())) {
        Ok(source) => Ok(Record { id, place, source, fields }),
        Err(reason) => Err(Unreadable { id, place, reason, fields }),
    }
}

/// Where in a damaged object others begin: as it does itself, or else with this opening; and behind a bracket, a comma or a line end.
fn starts(value: &[u8], opening_of_others: &[u8]) -> Vec<usize> {
    let is_start = |&at: &usize| {
        let before = value[..at].trim_ascii_end();
        matches!(before.last(), Some(b',' | b'}')) || value[before.len()..at].contains(&b'\n')
    };
    let begin_with = |opening: &[u8]| -> Vec<usize> {
        if opening.is_empty() {
            return Vec::new();
        }
        memmem::find_iter(value, opening).filter(|&at| at > 0).filter(is_start).collect()
    };
    let own = begin_with(opening(value).unwrap_or_default());
    if own.is_empty() { begin_with(opening_of_others) } else { own }
}

/// The bracket and the key that an object begins with.
fn opening(value: &[u8]) -> Option<&[u8]> {
    let head = &value[..value.len().min(KEY)];
    let key = memchr(b'"', head)? + 1;
    let end = key + memchr(b'"', &head[key..])? + 1;
    let before = head[..key - 1].strip_prefix(b"{")?;
    before.trim_ascii().is_empty().then_some(&head[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn objects_that_begin_alike_are_told_apart() {
        let value = b"{\"id\": 1, \"text\": \"He said \"no\", \"a\": {\"id\": 2}}, {\"id\": 3,\n{\"id\": 4";
        assert_eq!(starts(value, b""), [memmem::find(value, b"{\"id\": 3").unwrap(), value.len() - 8]);
        assert_eq!(starts(b"{id\": 1, {\"id\": 2", b"{\"id\""), [9]);
        assert_eq!(opening(b"{\n  \"id\" : 1"), Some(&b"{\n  \"id\""[..]));
        for other in ["{1: \"a\"}", "{", "{\"a", "\"a\": 1}", ""] {
            assert_eq!(opening(other.as_bytes()), None, "{other}");
        }
    }
}
