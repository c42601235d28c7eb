//! What files give: records, and what could not be read.

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
}

/// Where a record stands.
///
/// It is shown as `FILE` or `FILE, record N`, with the file's name as it is: what is written to a terminal must be escaped first.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    /// The path as given; `-` for standard input.
    pub file: String,
    /// The number of the line, from 1, in a file of records.
    pub record: Option<u64>,
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
}

impl Place {
    /// What a record is called that has no id of its own: `FILE`, or `FILE#N`.
    pub(crate) fn id(&self) -> String {
        match self.record {
            Some(record) => format!("{}#{record}", self.file),
            None => self.file.clone(),
        }
    }

    pub(crate) fn error(self, reason: impl ToString) -> Unreadable {
        Unreadable { id: self.id(), place: self, reason: reason.to_string() }
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
        let place = |record| Place { file: "a.jsonl".into(), record };
        assert_eq!(place(Some(3)).error("is torn").to_string(), "a.jsonl, record 3: is torn");
        assert_eq!(place(None).error("is torn").to_string(), "a.jsonl: is torn");
        assert_eq!((place(Some(3)).id(), place(None).id()), ("a.jsonl#3".into(), "a.jsonl".into()));
    }
}
