//! Data files: words by language, compiled in, in a part of TOML that is read at compile time.
//!
//! A file has sections (`[en]`) of entries (`"LENGTH" = "length"`), one on a line, with comments (`# …`). The same files, written by a
//! user, are read at run time as a profile.

/// One entry: the section it stands in, its name, and what it stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) section: &'static str,
    pub(crate) name: &'static str,
    pub(crate) value: &'static str,
}

/// How many entries the file has.
pub(crate) const fn count(file: &'static str) -> usize {
    let bytes = file.as_bytes();
    let (mut entries, mut at) = (0, 0);
    while at < bytes.len() {
        let end = line_end(bytes, at);
        if bytes[at] == b'"' {
            entries += 1;
        }
        at = end + 1;
    }
    entries
}

/// The entries of the file. What is neither a section, an entry, a comment nor blank does not compile.
pub(crate) const fn entries<const N: usize>(file: &'static str) -> [Entry; N] {
    let bytes = file.as_bytes();
    let mut entries = [Entry { section: "", name: "", value: "" }; N];
    let (mut found, mut at, mut section) = (0, 0, "");
    while at < bytes.len() {
        let end = line_end(bytes, at);
        match bytes[at] {
            b'"' => {
                let name_end = quote(bytes, at + 1);
                let mut value = name_end + 1;
                while bytes[value] == b' ' || bytes[value] == b'=' {
                    value += 1;
                }
                assert!(bytes[value] == b'"', "an entry is \"name\" = \"value\"");
                let value_end = quote(bytes, value + 1);
                assert!(value_end < end, "an entry stands on one line");
                entries[found] =
                    Entry { section, name: slice(file, at + 1, name_end), value: slice(file, value + 1, value_end) };
                found += 1;
            }
            b'[' => section = slice(file, at + 1, end - 1),
            b'#' | b'\n' => {}
            _ => panic!("a line of a data file is a section, an entry, a comment or blank"),
        }
        at = end + 1;
    }
    entries
}

const fn line_end(bytes: &[u8], mut at: usize) -> usize {
    while at < bytes.len() && bytes[at] != b'\n' {
        at += 1;
    }
    at
}

const fn quote(bytes: &[u8], mut at: usize) -> usize {
    while bytes[at] != b'"' {
        at += 1;
    }
    at
}

const fn slice(file: &'static str, start: usize, end: usize) -> &'static str {
    file.split_at(end).0.split_at(start).1
}

/// The entries of a data file.
macro_rules! data {
    ($file:literal) => {{
        const FILE: &str = include_str!($file);
        const ENTRIES: [$crate::envelope::data::Entry; $crate::envelope::data::count(FILE)] =
            $crate::envelope::data::entries(FILE);
        &ENTRIES
    }};
}
pub(crate) use data;
