//! How files are taken apart into records.

use crate::read::{AUTO, FileForm};

/// How files are taken apart into records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// What the files hold.
    pub form: &'static FileForm,
    /// The field of a record that holds the text.
    pub text_field: String,
    /// The field of a record that holds its id. A record without it is called `PATH#LINE`; one of a WARC file has its own.
    pub id_field: String,
    /// What becomes of the other fields of a record.
    pub other_fields: OtherFields,
}

impl Default for Reading {
    fn default() -> Self {
        Self { form: &AUTO, text_field: "text".into(), id_field: "id".into(), other_fields: OtherFields::Keep }
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
