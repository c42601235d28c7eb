//! How files are taken apart into records.

use crate::read::{AUTO, FileForm};

/// How many bytes a record may have unless a reading says another number. No article is nearly so long; what is has lost its line ends, or a
/// quotation mark. While it is worked on, a record takes some five times its size in memory, with every layer twenty times, and each thread may have one.
pub const RECORD_LIMIT: u64 = 1 << 27;

/// How files are taken apart into records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// What the files hold.
    pub form: &'static FileForm,
    /// The field of a record that holds the text.
    pub text_field: String,
    /// The field of a record that holds its id. A record without it is called `PATH#NUMBER`; one of a WARC file has its own.
    pub id_field: String,
    /// What becomes of the other fields of a record.
    pub other_fields: OtherFields,
    /// How many bytes a record may have as it stands in a file of records; one that is longer is an error. A file that is one text may have
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

/// What becomes of the fields of a record that are neither its text nor its id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OtherFields {
    /// They are passed through: [`Record::fields`](crate::Record::fields).
    Keep,
    /// They are passed over.
    Drop,
}

/// Whether directories are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Directories {
    /// Every file below them, in order. Hidden files and directories (`.name`), symbolic links to directories and special files are left out.
    Read,
    /// A directory among the paths cannot be read.
    Refuse,
}
