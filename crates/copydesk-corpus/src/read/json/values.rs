//! The values of a JSON file, verbatim and one after another: those of an array, or separated by white space.

use std::io::{self, BufRead, Chain, Cursor, Read as _};

use copydesk::SOURCE_LIMIT;
use memchr::{memchr, memchr2};

use crate::read::is_utf16;

/// Takes values out of a stream without building them. One that begins with `{` ends with the bracket that closes it; what is no object goes
/// as far as the next one.
pub(super) struct Values<R> {
    reader: R,
    /// What is read before the reader is, the last first.
    again: Vec<Cursor<Vec<u8>>>,
    /// How many bytes a value may have.
    limit: usize,
    /// Where the next byte stands in the file.
    offset: u64,
    in_array: bool,
    /// Everything that was read, until [`release`](Self::release).
    kept: Option<Vec<u8>>,
    value: Vec<u8>,
    /// Those of the value that was read last.
    brackets: Brackets,
}

/// Where a value stands that was read, and how far it goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// The byte in the file.
    pub(super) offset: u64,
    pub(super) in_array: bool,
    pub(super) extent: Extent,
}

/// How far a value goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Extent {
    Whole,
    /// The file ended in it.
    Torn,
    /// It is longer than the limit, and no more of it than that has been read.
    OverLimit,
}

/// The memory that is kept from one value to the next.
const KEPT: usize = 1 << 20;

/// The mark that some programs put before UTF-8.
const MARK: &[u8] = b"\xef\xbb\xbf";

impl<R: BufRead> Values<R> {
    pub(super) fn new(reader: R, limit: u64) -> Self {
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        let (again, kept, value) = (Vec::new(), Some(Vec::new()), Vec::new());
        Self { reader, again, limit, offset: 0, in_array: false, kept, value, brackets: Brackets::default() }
    }

    /// The whole file, what was read and what was not, if nothing was released.
    pub(super) fn into_whole(self) -> Chain<Cursor<Vec<u8>>, R> {
        Cursor::new(self.kept.unwrap_or_default()).chain(self.reader)
    }

    /// Where the next byte stands in the file.
    pub(super) fn offset(&self) -> u64 {
        self.offset
    }

    /// Whether the file begins with the mark of UTF-16.
    pub(super) fn begin_in_utf16(&mut self) -> io::Result<bool> {
        Ok(is_utf16(self.buffer()?))
    }

    /// Whether an array has begun, and has not ended.
    pub(super) fn are_in_array(&self) -> bool {
        self.in_array
    }

    /// Keeps no longer what was read.
    pub(super) fn release(&mut self) {
        self.kept = None;
    }

    /// The bytes of the value that was read last.
    pub(super) fn value(&self) -> &[u8] {
        &self.value
    }

    /// Reads the next value; none at the end of the file.
    pub(super) fn next(&mut self) -> io::Result<Option<Found>> {
        self.value.clear();
        self.value.shrink_to(KEPT);
        let Some(first) = self.skip()? else { return Ok(None) };
        let (offset, in_array) = (self.offset, self.in_array);
        let extent = if first == b'{' { self.object()? } else { self.other()? };
        Ok(Some(Found { offset, in_array, extent }))
    }

    /// Goes on to the end of a value that was over the limit.
    pub(super) fn pass_over(&mut self) -> io::Result<()> {
        while self.advance()? {
            self.value.clear();
        }
        Ok(())
    }

    /// Puts back the end of the value from `from` on: it is read once more.
    pub(super) fn put_back(&mut self, from: usize) {
        let end = self.value.split_off(from);
        self.offset -= end.len() as u64;
        self.again.push(Cursor::new(end));
    }

    /// Goes over what stands between values: the first byte of the next one, if there is one.
    pub(super) fn skip(&mut self) -> io::Result<Option<u8>> {
        loop {
            let Some(&byte) = self.buffer()?.first() else { return Ok(None) };
            match (byte, self.in_array) {
                // Objects on lines of their own are written with commas between them, too.
                (b' ' | b'\t' | b'\n' | b'\r' | b',', _) => {}
                // The mark of UTF-8, byte by byte.
                _ if MARK.get(self.offset as usize) == Some(&byte) => {}
                (b'[', false) => self.in_array = true,
                (b']', true) => self.in_array = false,
                _ => return Ok(Some(byte)),
            }
            self.consume(1)?;
        }
    }

    /// Reads an object to the bracket that closes it.
    fn object(&mut self) -> io::Result<Extent> {
        self.brackets = Brackets::default();
        while self.advance()? {
            if self.value.len() > self.limit {
                return Ok(Extent::OverLimit);
            }
        }
        if !self.brackets.are_closed() {
            return Ok(Extent::Torn);
        }
        Ok(if self.value.len() > self.limit { Extent::OverLimit } else { Extent::Whole })
    }

    /// Reads on in an object; whether it goes on behind that.
    fn advance(&mut self) -> io::Result<bool> {
        let mut brackets = self.brackets;
        let buffer = self.buffer()?;
        let mut used = 0;
        while used < buffer.len() && !brackets.are_closed() {
            used += brackets.pass(&buffer[used..]);
        }
        self.brackets = brackets;
        self.take(used)?;
        Ok(used > 0 && !brackets.are_closed())
    }

    /// Reads what is no object, as far as one begins or the file ends.
    fn other(&mut self) -> io::Result<Extent> {
        loop {
            let buffer = self.buffer()?;
            let object = memchr(b'{', buffer);
            let used = object.unwrap_or(buffer.len());
            self.take(used)?;
            self.value.truncate(self.limit);
            if object.is_some() || used == 0 {
                return Ok(Extent::Whole);
            }
        }
    }

    /// What comes next, as far as it is there.
    fn buffer(&mut self) -> io::Result<&[u8]> {
        while self.again.pop_if(|again| again.fill_buf().is_ok_and(<[u8]>::is_empty)).is_some() {}
        match self.again.last_mut() {
            Some(again) => again.fill_buf(),
            None => self.reader.fill_buf(),
        }
    }

    /// Goes on by so many bytes of what is there, which are of the value.
    fn take(&mut self, count: usize) -> io::Result<()> {
        let mut value = std::mem::take(&mut self.value);
        value.extend_from_slice(&self.buffer()?[..count]);
        self.value = value;
        self.consume(count)
    }

    fn consume(&mut self, count: usize) -> io::Result<()> {
        if let Some(mut kept) = self.kept.take() {
            kept.extend_from_slice(&self.buffer()?[..count]);
            // A packed file can be a thousand times as long as it is on the disk.
            if kept.len() > SOURCE_LIMIT {
                return Err(io::Error::other(format!("the file has no record among its first {SOURCE_LIMIT} bytes")));
            }
            self.kept = Some(kept);
        }
        match self.again.last_mut() {
            Some(again) => again.consume(count),
            None => self.reader.consume(count),
        }
        self.offset += count as u64;
        Ok(())
    }
}

/// The brackets of an object, as far as it has been read.
#[derive(Clone, Copy, Default)]
pub(super) struct Brackets {
    open: usize,
    any: bool,
    place: Inside,
}

/// What the next byte stands in.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Inside {
    #[default]
    Brackets,
    String,
    /// Behind a backslash in a string.
    Escape,
}

impl Brackets {
    /// Whether the next byte stands in a string.
    pub(super) fn are_in_string(&self) -> bool {
        self.place != Inside::Brackets
    }

    fn are_closed(&self) -> bool {
        self.any && self.open == 0
    }

    /// Passes over the next bytes, of which there is one at least: how many.
    pub(super) fn pass(&mut self, rest: &[u8]) -> usize {
        match self.place {
            Inside::Brackets => {
                match rest[0] {
                    b'"' => self.place = Inside::String,
                    b'{' | b'[' => (self.open, self.any) = (self.open + 1, true),
                    b'}' | b']' => self.open = self.open.saturating_sub(1),
                    _ => {}
                }
                1
            }
            Inside::Escape => {
                self.place = Inside::String;
                1
            }
            Inside::String => match memchr2(b'"', b'\\', rest) {
                Some(at) => {
                    self.place = if rest[at] == b'"' { Inside::Brackets } else { Inside::Escape };
                    at + 1
                }
                None => rest.len(),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(file: &str, limit: u64) -> Vec<(u64, bool, Extent, String)> {
        let mut values = Values::new(file.as_bytes(), limit);
        let all = std::iter::from_fn(|| {
            let Found { offset, in_array, extent } = values.next().unwrap()?;
            Some((offset, in_array, extent, String::from_utf8_lossy(values.value()).into_owned()))
        });
        all.collect()
    }

    #[test]
    fn values_of_an_array_and_of_lines() {
        let whole = |offset, in_array, text: &str| (offset, in_array, Extent::Whole, text.to_owned());
        let array = "\u{feff}[\n  {\"a\": \"}\\\"]{\", \"b\": [\n{}]},{}\n]\n";
        let expected = [whole(7, true, "{\"a\": \"}\\\"]{\", \"b\": [\n{}]}"), whole(34, true, "{}")];
        assert_eq!(values(array, 99), expected);
        assert_eq!(values("{}\n{\"a\":1},\n", 99), [whole(0, false, "{}"), whole(3, false, "{\"a\":1}")]);
        assert_eq!(values("[1, {}", 99), [whole(1, true, "1, "), whole(4, true, "{}")]);
        assert_eq!(values(" \n", 99), []);
        assert_eq!(values("[]", 99), []);
    }

    #[test]
    fn a_value_is_torn_or_too_long() {
        assert_eq!(values("{\"a\": \"b", 99), [(0, false, Extent::Torn, "{\"a\": \"b".into())]);
        let mut values = Values::new("{\"a\":12}\n{}".as_bytes(), 4);
        assert_eq!(values.next().unwrap().unwrap().extent, Extent::OverLimit);
        values.pass_over().unwrap();
        assert_eq!(values.next().unwrap(), Some(Found { offset: 9, in_array: false, extent: Extent::Whole }));
    }

    #[test]
    fn what_is_put_back_is_read_once_more() {
        let mut values = Values::new("{\"a {}\"} {}".as_bytes(), 99);
        values.next().unwrap();
        values.put_back(4);
        for (offset, value) in [(4, "{}"), (6, "\"} "), (9, "{}")] {
            assert_eq!(values.next().unwrap().unwrap().offset, offset);
            assert_eq!(values.value(), value.as_bytes());
        }
    }

    #[test]
    fn what_was_read_can_be_read_again() {
        let file = "\u{feff} {\"a\":\n1} {";
        let mut values = Values::new(file.as_bytes(), 99);
        values.next().unwrap();
        values.skip().unwrap();
        let mut all = String::new();
        values.into_whole().read_to_string(&mut all).unwrap();
        assert_eq!(all, file);
    }
}
