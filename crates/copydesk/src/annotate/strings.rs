//! The strings of a column, one after the other in one text: a row's string costs no allocation of its own.

/// Strings, some of which are missing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Strings {
    text: String,
    /// Where each ends, and whether it is missing; it begins where the one before ends.
    ends: Vec<usize>,
}

/// The bit of an end that says that the string is missing. No text is so long that it has it.
const MISSING: usize = 1 << (usize::BITS - 1);

impl Strings {
    /// Makes room for so many more.
    pub(super) fn reserve(&mut self, rows: usize) {
        /// Most strings are no longer.
        const LENGTH: usize = 8;
        self.text.reserve(rows * LENGTH);
        self.ends.reserve(rows);
    }

    /// Puts in a string that `write` appends.
    pub(super) fn push_with(&mut self, write: impl FnOnce(&mut String)) {
        write(&mut self.text);
        self.ends.push(self.text.len());
    }

    pub(super) fn push(&mut self, string: &str) {
        self.push_with(|text| text.push_str(string));
    }

    pub(super) fn push_missing(&mut self) {
        self.ends.push(self.text.len() | MISSING);
    }

    pub(super) fn get(&self, row: usize) -> Option<&str> {
        let end = self.ends[row];
        let start = row.checked_sub(1).map_or(0, |last| self.ends[last] & !MISSING);
        (end & MISSING == 0).then(|| &self.text[start..end])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_string_is_given_back() {
        let mut strings = Strings::default();
        strings.push("quay");
        strings.push_missing();
        strings.push("");
        strings.push_with(|text| text.extend(["é", "té"]));
        let all: Vec<_> = (0..4).map(|row| strings.get(row)).collect();
        assert_eq!(all, [Some("quay"), None, Some(""), Some("été")]);
    }
}
