//! How files are taken apart into records.

/// How files are taken apart into records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// What the files hold.
    pub form: FileForm,
    /// The field of a record that holds the text.
    pub text_field: String,
    /// The field of a record that holds its id. A record without it is called `PATH#LINE`.
    pub id_field: String,
}

impl Default for Reading {
    fn default() -> Self {
        Self { form: FileForm::Auto, text_field: "text".into(), id_field: "id".into() }
    }
}

/// What a file holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FileForm {
    /// What its name says: `.jsonl`, `.ndjson` and these with `.gz` hold records, all others a text.
    #[default]
    Auto,
    /// One text.
    Text,
    /// Records, one JSON object per line.
    Jsonl,
}

impl FileForm {
    /// Every form, in order.
    pub const ALL: &[Self] = &[Self::Auto, Self::Text, Self::Jsonl];

    /// Its name, as on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Text => "text",
            Self::Jsonl => "jsonl",
        }
    }

    /// The form of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|form| form.name() == name)
    }
}

/// Whether directories are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Directories {
    /// Every file below them, in order. Hidden files and directories (`.name`), symbolic links to directories and special files are left out.
    Read,
    /// A directory among the paths cannot be read.
    Refuse,
}
