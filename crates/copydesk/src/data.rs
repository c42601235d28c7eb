//! Data files: words by language, compiled in. They are TOML, of which a subset is read at compile time.
//!
//! A file has sections (`[en]`) of entries (`"length" = "length"`), one on a line, with comments (`# …`). Anything else does not compile.

/// One entry: the section it stands in, its name, and what it stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) section: &'static str,
    pub(crate) name: &'static str,
    pub(crate) value: &'static str,
}

const NONE: Entry = Entry { section: "", name: "", value: "" };

/// How many entries the file has, of this value if one is named.
pub(crate) const fn count(file: &'static str, value: Option<&str>) -> usize {
    let bytes = file.as_bytes();
    let (mut entries, mut at) = (0, 0);
    while at < bytes.len() {
        if let Some((entry, end)) = entry(file, at) {
            entries += is_wanted(&entry, value) as usize;
            at = end;
        }
        at = line_end(bytes, at) + 1;
    }
    entries
}

/// The entries of the file in order, of this value if one is named.
pub(crate) const fn entries<const N: usize>(file: &'static str, value: Option<&str>) -> [Entry; N] {
    let bytes = file.as_bytes();
    let mut entries = [NONE; N];
    let (mut found, mut at, mut section) = (0, 0, "");
    while at < bytes.len() {
        if let Some((entry, end)) = entry(file, at) {
            if is_wanted(&entry, value) {
                entries[found] = Entry { section, ..entry };
                found += 1;
            }
            assert!(end == bytes.len() || bytes[end] == b'\n', "an entry is alone on its line");
            at = end + 1;
            continue;
        }
        let end = line_end(bytes, at);
        if end > at && bytes[at] == b'[' {
            section = slice(file, at + 1, end - 1);
        } else {
            assert!(end == at || bytes[at] == b'#', "a line of a data file is a section, an entry, a comment or blank");
        }
        at = end + 1;
    }
    entries
}

/// The entries in the order of their names. Each section is in that order already.
pub(crate) const fn in_order<const N: usize>(entries: &[Entry; N]) -> [Entry; N] {
    /// More languages than there are.
    const SECTIONS: usize = 16;
    // The next entry of each section, and where the section ends.
    let (mut next, mut ends) = ([0; SECTIONS], [0; SECTIONS]);
    let (mut sections, mut at) = (0, 0);
    while at < N {
        if at == 0 || !is_same(entries[at].section, entries[at - 1].section) {
            next[sections] = at;
            sections += 1;
        } else {
            assert!(is_less(entries[at - 1].name, entries[at].name), "a section of a data file is in order");
        }
        ends[sections - 1] = at + 1;
        at += 1;
    }
    let mut ordered = [NONE; N];
    let mut taken = 0;
    while taken < N {
        let (mut least, mut section) = (SECTIONS, 0);
        while section < sections {
            let first = next[section];
            if first < ends[section] && (least == SECTIONS || is_less(entries[first].name, entries[next[least]].name)) {
                least = section;
            }
            section += 1;
        }
        ordered[taken] = entries[next[least]];
        next[least] += 1;
        taken += 1;
    }
    ordered
}

/// Whether the entry has the value that is asked for, if one is.
const fn is_wanted(entry: &Entry, value: Option<&str>) -> bool {
    match value {
        Some(value) => is_same(entry.value, value),
        None => true,
    }
}

/// The entry on the line that begins at `at`, its section not yet known, and where it ends. Every byte is read once: compile-time
/// evaluation takes its time for each.
const fn entry(file: &'static str, at: usize) -> Option<(Entry, usize)> {
    let bytes = file.as_bytes();
    if !matches!(bytes[at], b'"' | b'\'') {
        return None;
    }
    let name_end = quote(bytes, at + 1, bytes[at]);
    let mut value = name_end + 1;
    while bytes[value] == b' ' || bytes[value] == b'=' {
        value += 1;
    }
    assert!(bytes[value] == b'"', "an entry is \"name\" = \"value\"");
    let value_end = quote(bytes, value + 1, b'"');
    Some((
        Entry { section: "", name: slice(file, at + 1, name_end), value: slice(file, value + 1, value_end) },
        value_end + 1,
    ))
}

const fn line_end(bytes: &[u8], mut at: usize) -> usize {
    while at < bytes.len() && bytes[at] != b'\n' {
        at += 1;
    }
    at
}

const fn quote(bytes: &[u8], mut at: usize, mark: u8) -> usize {
    while bytes[at] != mark {
        assert!(
            bytes[at] != b'\\' && bytes[at] != b'\n',
            "a name is on one line, and has no escapes: what has one kind of quotes stands in the other"
        );
        at += 1;
    }
    at
}

const fn slice(file: &'static str, start: usize, end: usize) -> &'static str {
    file.split_at(end).0.split_at(start).1
}

/// The hash of no letters, from which [`hashed_with`] goes on (FNV-1a).
pub(crate) const NO_HASH: u32 = 0x811c_9dc5;

/// The hash of a word with one more letter.
pub(crate) const fn hashed_with(hash: u32, letter: u8) -> u32 {
    (hash ^ letter as u32).wrapping_mul(0x0100_0193)
}

/// The slot of a hash in a table of so many. The upper bits are mixed in, because the lower ones alone depend too little on the last
/// letters.
pub(crate) const fn slot(hash: u32, slots: usize) -> usize {
    (hash ^ hash >> 15) as usize % slots
}

/// Whether two words are the same.
pub(crate) const fn is_same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len() != other.len() {
        return false;
    }
    let mut at = 0;
    while at < one.len() {
        if one[at] != other[at] {
            return false;
        }
        at += 1;
    }
    true
}

const fn is_less(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let mut at = 0;
    while at < one.len() && at < other.len() {
        if one[at] != other[at] {
            return one[at] < other[at];
        }
        at += 1;
    }
    one.len() < other.len()
}

/// The entries of a data file; with a value after it, those of this value.
macro_rules! data {
    ($file:literal) => {{
        const FILE: &str = include_str!($file);
        const ENTRIES: [$crate::data::Entry; $crate::data::count(FILE, None)] = $crate::data::entries(FILE, None);
        &ENTRIES
    }};
    ($file:literal, $value:literal) => {{
        const FILE: &str = include_str!($file);
        const ENTRIES: [$crate::data::Entry; $crate::data::count(FILE, Some($value))] =
            $crate::data::entries(FILE, Some($value));
        &ENTRIES
    }};
}
pub(crate) use data;

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "# Words.\n\n[en]\n\"a\" = \"x\"\n\"c \" = \"y\"\n\n[de]\n'b \"' = \"x\"\n";

    #[test]
    fn a_file_is_read_at_compile_time() {
        const ENTRIES: [Entry; count(FILE, None)] = entries(FILE, None);
        let entry = |section, name, value| Entry { section, name, value };
        assert_eq!(ENTRIES, [entry("en", "a", "x"), entry("en", "c ", "y"), entry("de", "b \"", "x")]);
        assert_eq!(in_order(&ENTRIES).map(|entry| entry.name), ["a", "b \"", "c "]);
        assert_eq!(count(FILE, Some("x")), 2);
        const SOME: [Entry; 2] = entries(FILE, Some("x"));
        assert_eq!(SOME.map(|entry| entry.name), ["a", "b \""]);
    }
}
