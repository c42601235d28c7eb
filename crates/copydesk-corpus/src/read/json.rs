//! A JSON file: either records, as the objects of an array or one after another, or a single object.
//!
//! A single object with the text field is a record. Any other is read as plain text, and so is a file that is JSON only by its name.
//!
//! An object ends with its closing bracket. A damaged one may lack a bracket or a quotation mark, and would take in the objects after it.
//! So it is cut where another object begins with the same key as itself, or as the first undamaged object.

mod values;

use std::io::{self, BufReader};

use memchr::{memchr, memmem};

use crate::reading::Reading;
use crate::record::{Place, Record, Unreadable};

use super::field::{Fields, fields};
use super::opened::Opened;
use super::packing::Stream;
use super::text::TEXT;
use super::{FileForm, Records, UTF16, broken_off, only, too_long, written};
use values::{Brackets, Extent, Found, Values};

pub(super) static JSON: FileForm = FileForm { name: "json", ends: &[".json"], open };

/// What is read of a file at once.
const BUFFER: usize = 1 << 17;
/// How many bytes a key may have by which objects are told that begin alike.
const KEY: usize = 64;
/// How often a file may be read again behind damaged objects, in limits of a record. Damage that needs more would take time by the square.
const AGAIN: u64 = 8;

const DAMAGED: &str = "too many objects are damaged in a way that hides where they end";

fn open(opened: &mut Opened, reading: &Reading) -> Records {
    let mut values = Values::new(BufReader::with_capacity(BUFFER, opened.stream()), reading.record_limit);
    match beginning(&mut values, opened.place(), reading) {
        Err(error) => only(opened.place().error(broken_off(error))),
        Ok(Beginning::Record(record)) => Box::new(std::iter::once(record)),
        Ok(Beginning::Text) => {
            opened.give_back(Box::new(values.into_whole()));
            (TEXT.open)(opened, reading)
        }
        Ok(Beginning::Records(first)) => {
            values.release();
            let (file, reading) = (opened.file.clone(), reading.clone());
            let left = reading.record_limit.saturating_mul(AGAIN);
            Box::new(Objects { file, values, first, reading, number: 0, opening: Vec::new(), left, failed: false })
        }
    }
}

/// What a file turns out to hold.
enum Beginning {
    /// One object, which is a record.
    Record(Result<Record, Unreadable>),
    /// One text.
    Text,
    /// Records. The first value has been read, if there is any.
    Records(Option<Found>),
}

/// Reads as much of a file as tells what it holds.
fn beginning(values: &mut Values<BufReader<Stream>>, place: Place, reading: &Reading) -> io::Result<Beginning> {
    if values.begin_in_utf16()? {
        return Ok(Beginning::Record(Err(place.error(format!("cannot be read: {UTF16}")))));
    }
    if values.skip()?.is_some_and(|first| first != b'{') && !values.are_in_array() {
        return Ok(Beginning::Text);
    }
    let Some(first) = values.next()? else { return Ok(Beginning::Records(None)) };
    if written::is_documents(values.value()) {
        return Ok(Beginning::Text);
    }
    if first.in_array || first.extent == Extent::OverLimit || values.skip()?.is_some() {
        return Ok(Beginning::Records(Some(first)));
    }
    Ok(match fields(values.value(), reading) {
        Ok(found) if found.has_text => Beginning::Record(record(place, found)),
        Ok(_) => Beginning::Text,
        Err(_) => Beginning::Records(Some(first)),
    })
}

/// The records of one file.
struct Objects {
    file: String,
    values: Values<BufReader<Stream>>,
    /// The first value, which was read to see what the file holds.
    first: Option<Found>,
    reading: Reading,
    /// The number of the record read last, from 1.
    number: u64,
    /// What the first undamaged object begins with, of those read so far.
    opening: Vec<u8>,
    /// How many more bytes may be read again.
    left: u64,
    failed: bool,
}

impl Objects {
    fn read(&mut self) -> io::Result<Option<Result<Record, Unreadable>>> {
        let first = self.first.take();
        let Some(place) = first.map_or_else(|| self.values.next(), |first| Ok(Some(first)))? else { return Ok(None) };
        let value = self.values.value();
        let mut found = fields(value, &self.reading);
        if found.is_ok() && self.opening.is_empty() {
            self.opening.extend_from_slice(opening(value).unwrap_or_default());
        }
        let next = if found.is_ok() { None } else { next_start(value, &self.opening) };
        if let Some(next) = next {
            let part = value[..next].trim_ascii_end();
            found = fields(part.strip_suffix(b",").unwrap_or(part), &self.reading);
            let again = (value.len() - next) as u64;
            self.left = self.left.checked_sub(again).ok_or_else(|| io::Error::other(DAMAGED))?;
            self.values.put_back(next);
        } else if place.extent == Extent::OverLimit {
            self.values.pass_over()?;
            found = Err(too_long(self.reading.record_limit));
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
    // A line end in what is JSON stands in no string, where it would be an escape.
    let others = found.others.map(|others| others.replace(['\n', '\r'], " ").into_boxed_str());
    Fields { others, ..found }.record(place)
}

/// Where in a damaged object the next one begins: with the key that this one begins with, or else with the opening of others.
fn next_start(value: &[u8], opening_of_others: &[u8]) -> Option<usize> {
    let own = opening(value).unwrap_or_default();
    start_of(value, own).or_else(|| start_of(value, opening_of_others))
}

/// Where in a damaged object one with this opening begins: behind a bracket, a comma or a line end, and not as an item of a list, unless a
/// quotation mark is missing before it.
fn start_of(value: &[u8], opening: &[u8]) -> Option<usize> {
    if opening.is_empty() {
        return None;
    }
    let (mut brackets, mut at) = (Brackets::default(), 0);
    // For each bracket that is open, whether it is that of a list.
    let mut open = Vec::new();
    memmem::find_iter(value, opening).filter(|&start| start > 0).find(|&start| {
        while at < start {
            match value[at] {
                _ if brackets.are_in_string() => {}
                bracket @ (b'{' | b'[') => open.push(bracket == b'['),
                b'}' | b']' => _ = open.pop(),
                _ => {}
            }
            at += brackets.pass(&value[at..start]);
        }
        let before = value[..start].trim_ascii_end();
        let is_apart = matches!(before.last(), Some(b',' | b'}')) || value[before.len()..start].contains(&b'\n');
        is_apart && (brackets.are_in_string() || open.last() != Some(&true))
    })
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
        let start = |value: &'static str| next_start(value.as_bytes(), b"{\"id\"").map(|at| &value[at..]);
        let torn = "{\"id\": 1, \"text\": \"He said no, \"a\": {\"id\": 2}}, {\"id\": 3}";
        assert_eq!(start(torn), Some("{\"id\": 3}"));
        assert_eq!(start("{\"id\": 1,\n{\"id\": 3}"), Some("{\"id\": 3}"));
        assert_eq!(start("{id\": 1, {\"id\": 3}"), Some("{\"id\": 3}"));
        // What stands in a list of the object is of it.
        assert_eq!(start("{\"id\": 1, \"a\": [{\"id\": 2}, {\"id\": 3}], \"text\": no}"), None);
        assert_eq!(opening(b"{\n  \"id\" : 1"), Some(&b"{\n  \"id\""[..]));
        for other in ["{1: \"a\"}", "{", "{\"a", "\"a\": 1}", ""] {
            assert_eq!(opening(other.as_bytes()), None, "{other}");
        }
    }
}
