//! The document's own words: what stands in it joined, or with a hyphen.
//!
//! Only the words that are in question are looked for: their hashes are sorted, and the text is read once. No word of the document is kept.

use super::words;

/// Hashes of words, sorted.
#[derive(Default)]
pub(crate) struct Vocabulary(Vec<u64>);

impl Vocabulary {
    /// Those of the wanted words that stand in the text as words.
    pub(crate) fn of(text: &str, mut wanted: Vec<u64>) -> Self {
        wanted.sort_unstable();
        wanted.dedup();
        if wanted.is_empty() {
            return Self::default();
        }
        let mut found = vec![false; wanted.len()];
        let mut begins = [false; 256];
        wanted.iter().for_each(|word| begins[(word & 0xff) as usize] = true);
        each_word(text, &begins, |word| {
            if let Ok(at) = wanted.binary_search(&hash(word.bytes())) {
                found[at] = true;
            }
        });
        let mut found = found.into_iter();
        wanted.retain(|_| found.next() == Some(true));
        Self(wanted)
    }

    /// Adds a word.
    pub(crate) fn extend(&mut self, words: impl Iterator<Item = u64>) {
        self.0.extend(words);
        self.0.sort_unstable();
    }

    pub(crate) fn has(&self, word: u64) -> bool {
        self.0.binary_search(&word).is_ok()
    }

    /// Whether the joined word stands there, alone or in the other number.
    pub(crate) fn has_joined(&self, left: &str, right: &str) -> bool {
        joined(left, right).into_iter().flatten().any(|word| self.has(word))
    }
}

/// Calls with each word of three bytes and more that begins with one of these.
///
/// Every byte is read once: a run of letters and of what is beyond ASCII is left behind whole, whatever stands in it.
fn each_word(text: &str, begins: &[bool; 256], mut with: impl FnMut(&str)) {
    let bytes = text.as_bytes();
    let begins = |word: &str| word.len() > 2 && begins[usize::from(word.as_bytes()[0].to_ascii_lowercase())];
    let mut at = 0;
    while at < bytes.len() {
        let len = bytes[at..].iter().take_while(|&&byte| byte.is_ascii_alphabetic() || byte >= 0x80).count();
        let run = &text[at..at + len];
        if run.is_ascii() {
            if begins(run) {
                with(run);
            }
        } else {
            // Beyond ASCII stand letters and marks: a word may begin behind either.
            run.split(|c: char| !c.is_alphabetic()).filter(|word| begins(word)).for_each(&mut with);
        }
        at += len + 1;
    }
}

/// The word that two halves make, and the same in the other number.
pub(crate) fn joined(left: &str, right: &str) -> [Option<u64>; 2] {
    let right = words::without_possessive(right);
    let letters = |half: &str| !half.is_empty() && half.chars().all(char::is_alphabetic);
    if !letters(left) || !letters(right) || left.len() + right.len() < 5 {
        return [None; 2];
    }
    let all = || left.bytes().chain(right.bytes());
    let other = match right.strip_suffix('s') {
        Some(one) => hash(left.bytes().chain(one.bytes())),
        None => hash(all().chain(*b"s")),
    };
    [Some(hash(all())), Some(other)]
}

/// The words on both sides of a hyphen, as a compound, whatever their case.
pub(crate) fn pair(text: &str, left_end: usize, right_start: usize) -> Option<u64> {
    let left = words::word_before(text, left_end).rsplit('-').next()?;
    let right = words::word_after(text, right_start).split('-').next()?;
    (!left.is_empty() && !right.is_empty()).then(|| hash(left.bytes().chain(*b"-").chain(right.bytes())))
}

/// A word's hash, with its first byte as the last: one look at that spares most words the rest.
fn hash(bytes: impl Iterator<Item = u8>) -> u64 {
    let mut bytes = bytes.map(|byte| byte.to_ascii_lowercase()).peekable();
    let first = bytes.peek().copied().unwrap_or_default();
    let hash =
        bytes.fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    hash << 8 | u64::from(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_words_stand_there() {
        let foreign =
            Vocabulary::of("l’élection, der Überfall", joined("élec", "tion").into_iter().flatten().collect());
        assert!(foreign.has_joined("élec", "tion") && !foreign.has_joined("fall", "s"));
        let text = "The discussions were long. Underwater, the keeper’s wall.";
        let wanted = || joined("discus", "sion").into_iter().chain(joined("water", "wall")).flatten().collect();
        let vocabulary = Vocabulary::of(text, wanted());
        assert!(vocabulary.has_joined("discus", "sion") && vocabulary.has_joined("dis", "cussions’"));
        assert!(!vocabulary.has_joined("un", "der") && !vocabulary.has_joined("wat", "er"));
    }
}
