//! How files are split into records.

use crate::read::{AUTO, FileForm};

/// The default limit of a record, in bytes. No article is nearly that long; a longer record has lost its line ends or a quotation mark. A
/// record being processed takes about five times its size in memory, twenty times with every layer, and each thread may have one.
pub const RECORD_LIMIT: u64 = 1 << 27;

/// How to split files into records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The format of the files.
    pub form: &'static FileForm,
    /// The field of a record that holds the text.
    pub text_field: String,
    /// The field of a record that holds its id. A record without it is named `PATH#NUMBER`; a record of a WARC file has its own id.
    pub id_field: String,
    /// Whether to keep the other fields of a record.
    pub other_fields: OtherFields,
    /// The most bytes that a record in a file of records may have; a longer one is an error. A file that is one text may have
    /// [`SOURCE_LIMIT`](copydesk::SOURCE_LIMIT).
    pub record_limit: u64,
}

impl Default for Reading {
    fn default() -> Self {
        Self {
            form: &AUTO,
            text_field: "text".into(),
            id_field: "id".into(),
            other_fields: OtherFields::Keep,
            record_limit: RECORD_LIMIT,
        }
    }
}

/// Whether to keep the fields of a record that are neither its text nor its id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OtherFields {
    /// Keep them: [`Record::fields`](crate::Record::fields).
    Keep,
    /// Drop them.
    Drop,
}

/// Whether to read directories.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Directories {
    /// Read every file below them, in order. Hidden files and directories (`.name`), symbolic links to directories and special files are skipped.
    Read,
    /// A directory among the paths is an error.
    Refuse,
}
