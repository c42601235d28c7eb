//! The strings of a table, one after the other in one text: a row's string needs no allocation of its own.

/// Strings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Strings {
    text: String,
    /// Where each ends; it begins where the one before does.
    ends: Vec<usize>,
}

/// What has any strings has room for so many: most articles have no more.
const STRINGS: usize = 32;
/// Most strings are no longer.
const LENGTH: usize = 12;

impl Strings {
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// Puts in a string that `write` appends.
    pub(super) fn push_with(&mut self, write: impl FnOnce(&mut String)) {
        if self.ends.is_empty() {
            self.text.reserve(STRINGS * LENGTH);
            self.ends.reserve(STRINGS);
        }
        write(&mut self.text);
        self.ends.push(self.text.len());
    }

    pub(super) fn get(&self, number: usize) -> &str {
        let start = number.checked_sub(1).map_or(0, |last| self.ends[last]);
        &self.text[start..self.ends[number]]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_string_is_given_back() {
        let mut strings = Strings::default();
        strings.push_with(|text| text.push_str("quay"));
        strings.push_with(|_| {});
        strings.push_with(|text| text.extend(["é", "té"]));
        let all: Vec<_> = (0..strings.len()).map(|number| strings.get(number)).collect();
        assert_eq!(all, ["quay", "", "été"]);
    }
}
