//! The items that files give: records, and what could not be read.

use std::fmt;

use copydesk::Source;

/// One source to parse: a file, or a record of one.
#[derive(Clone, Debug)]
pub struct Record {
    /// The id that it has in its file, or else the one that its place gives it.
    pub id: String,
    /// Where it stands.
    pub place: Place,
    /// Its text.
    pub source: Source,
    /// The other fields of the record, as a JSON object on one line; `None` if there were none, or they were dropped.
    pub fields: Option<Box<str>>,
}

/// Where a record stands.
///
/// It displays as `FILE` or `FILE, record N`, with the raw file name: escape it before you write it to a terminal.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Place {
    /// The path as given; `-` for standard input. A member of an archive is `ARCHIVE/MEMBER`.
    pub file: String,
    /// The number of the record, from 1, in a file of records; for lines, the line number.
    pub record: Option<u64>,
    /// The byte at which the record begins in the uncompressed file, if the container tells.
    pub offset: Option<u64>,
}

/// A file or record that could not be read or parsed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {reason}")]
pub struct Unreadable {
    /// The id that it has in its file, or else the one that its place gives it.
    pub id: String,
    /// Where it stands.
    pub place: Place,
    /// What is wrong with it.
    pub reason: String,
    /// The other fields of the record, as far as they could be read: [`Record::fields`].
    pub fields: Option<Box<str>>,
}

impl Record {
    /// What stands in place of the record's document if it cannot be parsed.
    #[must_use]
    pub fn unreadable(&self, reason: String) -> Unreadable {
        Unreadable { id: self.id.clone(), place: self.place.clone(), reason, fields: self.fields.clone() }
    }
}

impl Place {
    /// A whole file.
    pub(crate) fn file(file: &str) -> Self {
        Self { file: file.to_owned(), record: None, offset: None }
    }

    /// What a record is called that has no id of its own: `FILE`, or `FILE#N`.
    pub(crate) fn id(&self) -> String {
        match self.record {
            Some(record) => format!("{}#{record}", self.file),
            None => self.file.clone(),
        }
    }

    pub(crate) fn error(self, reason: impl ToString) -> Unreadable {
        Unreadable { id: self.id(), place: self, reason: reason.to_string(), fields: None }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        self.record.map_or(Ok(()), |record| write!(f, ", record {record}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_read_says_where() {
        let place = |record| Place { file: "a.jsonl".into(), record, offset: None };
        assert_eq!(place(Some(3)).error("is torn").to_string(), "a.jsonl, record 3: is torn");
        assert_eq!(place(None).error("is torn").to_string(), "a.jsonl: is torn");
        assert_eq!((place(Some(3)).id(), place(None).id()), ("a.jsonl#3".into(), "a.jsonl".into()));
    }
}
