//! Containers: the formats of files, one file each.
//!
//! A format is a plain struct with a function that opens a file and gives its records one by one. A new one is a new file and two lines
//! here.

mod counted;
mod delimited;
pub(crate) mod docx;
#[cfg(test)]
mod faults;
mod field;
mod foreign;
mod json;
mod jsonl;
mod opened;
mod packing;
#[cfg(feature = "parquet")]
mod parquet;
mod passed_over;
mod ratio;
mod text;
mod warc;
mod written;
mod zip;

use crate::reading::Reading;
use crate::record::{Record, Unreadable};

pub(crate) use opened::{Opened, Start};
pub use passed_over::PassedOver;

/// The records of one file, in order.
pub(crate) type Records = Box<dyn Iterator<Item = Result<Record, Unreadable>> + Send>;

/// What a file holds.
pub struct FileForm {
    name: &'static str,
    /// How the names of such files end, in small letters, once that of their packing is taken off.
    ends: &'static [&'static str],
    open: fn(&mut Opened, &Reading) -> Records,
}

/// What its name says.
pub(crate) static AUTO: FileForm = FileForm { name: "auto", ends: &[], open: open_by_name };

/// The ends of names of files whose bytes are no text, and would come out as an article of noise.
const NOT_READ: &[&str] = &[".xz", ".bz2", ".lz4", ".br", ".7z", ".rar", ".tar", ".parquet"];

impl FileForm {
    /// Every form, in order. The first, `auto`, is the one that a file's name says; the second, `text`, is that of every other name.
    pub const ALL: &'static [&'static Self] = &[
        &AUTO,
        &text::TEXT,
        &jsonl::JSONL,
        &json::JSON,
        &delimited::CSV,
        &delimited::TSV,
        #[cfg(feature = "parquet")]
        &parquet::PARQUET,
        &warc::WARC,
        &zip::ZIP,
    ];

    /// Its name, as on the command line.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// How the names of such files end, before the `.gz` or `.zst` of their packing.
    #[must_use]
    pub const fn ends(&self) -> &'static [&'static str] {
        self.ends
    }

    /// The form of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Self> {
        Self::ALL.iter().copied().find(|form| form.name == name)
    }

    /// The form that the name of a file says, without the end of its packing; none if it says that it is nothing that is read.
    pub(crate) fn of_file(name: &str) -> Result<&'static Self, &'static str> {
        let is_one = |ends: &'static [&'static str]| ends.iter().copied().find(|end| has_end(name, end));
        if let Some(form) = Self::ALL.iter().find(|form| is_one(form.ends).is_some()) {
            return Ok(form);
        }
        is_one(NOT_READ).map_or(Ok(&text::TEXT), Err)
    }

    /// The records of an opened file.
    pub(crate) fn open(&self, opened: &mut Opened, reading: &Reading) -> Records {
        (self.open)(opened, reading)
    }
}

impl PartialEq for FileForm {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for FileForm {}

impl std::fmt::Debug for FileForm {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("FileForm").field(&self.name).finish()
    }
}

fn open_by_name(opened: &mut Opened, reading: &Reading) -> Records {
    match FileForm::of_file(&opened.name) {
        Ok(form) => form.open(opened, reading),
        Err(end) => {
            let reason =
                format!("is packed in a way that is not read ({end}); .gz, .zst and .zip are, and what is not packed");
            only(opened.place().error(reason))
        }
    }
}

/// Whether a name ends so, in letters of any case.
fn has_end(name: &str, end: &str) -> bool {
    let from = name.len().saturating_sub(end.len());
    name.as_bytes()[from..].eq_ignore_ascii_case(end.as_bytes())
}

/// What a file gives that cannot be read at all.
pub(crate) fn only(unreadable: Unreadable) -> Records {
    Box::new(std::iter::once(Err(unreadable)))
}

/// What is said of a record that is longer than it may be.
fn too_long(limit: u64) -> String {
    format!("has more than {limit} bytes, the limit of a record")
}

/// What is said of the fields that there are, where the one that is looked for is not: its text may have another name.
fn there_are(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => format!("; there is {one}"),
        several => format!("; there are {}", several.join(", ")),
    }
}

/// What is said of a file of records that begins as [`is_utf16`] says.
const UTF16: &str = "the file is in UTF-16, and records are read in UTF-8";

/// Whether a file begins with the mark of UTF-16, as what spreadsheets and consoles of Windows write does.
fn is_utf16(start: &[u8]) -> bool {
    start.starts_with(b"\xff\xfe") || start.starts_with(b"\xfe\xff")
}

/// What is said of a file that could be read up to some place.
fn broken_off(error: impl std::fmt::Display) -> String {
    format!("cannot be read, nor anything after it: {error}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_says_what_a_file_holds() {
        let form = |name| FileForm::of_file(name).map(FileForm::name);
        assert_eq!(form("a.jsonl"), Ok("jsonl"));
        assert_eq!(form("A.NDJSON"), Ok("jsonl"));
        assert_eq!(form("a.json"), Ok("json"));
        assert_eq!(form("CC-MAIN-1.warc.wet"), Ok("warc"));
        assert_eq!(form("a.tsv"), Ok("tsv"));
        assert_eq!(form("jsonl"), Ok("text"));
        for tagged in ["a.xml", "a.nitf", "a.sgm", "a.SGML"] {
            assert_eq!(form(tagged), Ok("text"));
        }
        assert_eq!(form("ä"), Ok("text"));
        assert_eq!(form("a.tar"), Err(".tar"));
        for form in FileForm::ALL {
            assert_eq!(FileForm::named(form.name()), Some(*form));
        }
    }
}
