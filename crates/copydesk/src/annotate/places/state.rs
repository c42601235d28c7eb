//! The letters of a state after a town, `Elkford, MD`, and what else they may be after a person: a degree, `Jane Doe, MD`, a rank at the
//! bar, or a word.

use super::around::{self, Beside, Word};
use super::words;

/// Capitals before the comma that are read: a town's name has no more.
const TOWN: usize = 4;

/// Whether a town and a comma stand before an abbreviation: `Elkford, Ind.` Before letters that are something else as well it must be plain
/// that it is a town.
pub(super) fn is_after_town(content: &str, start: usize, letters: &str, before: &Beside<'_>) -> bool {
    if *before != Beside::Comma {
        return false;
    }
    let town = around::word_ending(content, start - ", ".len());
    let Some(town) = town.filter(|town| town.is_capital() && !town.is_all_capitals()) else { return false };
    let (is_degree, is_word) = (matches!(letters, "MA" | "MD" | "PA" | "SC"), is_word(letters));
    !is_degree && !is_word || is_town(content, town, is_degree)
}

/// Whether the letters are a word in capitals as well: `Look, OK?`.
fn is_word(letters: &str) -> bool {
    matches!(letters, "HI" | "IN" | "LA" | "ME" | "OK" | "OR")
}

/// Whether the name that ends with `last` is a town's. It is after *in*, or if it has two words as towns' names do, `New Elkford`, or if it
/// is a single word after *of*. Before a degree, any single word inside a clause is a town, because whoever has a degree is named in full.
fn is_town(content: &str, last: Word<'_>, is_degree: bool) -> bool {
    // `PhD`, `MSc`
    let mut letters = last.text.chars();
    if letters.nth(1).is_some_and(char::is_uppercase) || letters.next_back().is_some_and(char::is_uppercase) {
        return false;
    }
    let (mut first, mut count) = (last, 1);
    let before = loop {
        match around::before(content, first.start) {
            Beside::Word(word) if word.is_capital() && count < TOWN => (first, count) = (word, count + 1),
            before => break before,
        }
    };
    let is_formed = count > 1 && (words::begins_town(first.text) || words::ends_town(last.text));
    match before {
        Beside::Word(word) if word.is_capital() => false,
        Beside::Word(word) if words::is_where(word.text) => true,
        Beside::Word(word) if count == 1 => is_degree || matches!(word.text, "at" | "from" | "of" | "to"),
        Beside::Comma if count == 1 => is_degree,
        _ => is_formed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_state(text: &str) -> bool {
        let start = text.rfind(", ").unwrap() + 2;
        is_after_town(text, start, &text[start..], &around::before(text, start))
    }

    #[test]
    fn a_degree_or_a_word_is_no_state() {
        for text in [
            "born in Elkford, MD",
            "in New Elkford, PA",
            "at a bank, New Elkford, MA",
            "born in Elk Springs, MD",
            "and Elkford, MA",
            "a man from Elkford, OK",
            "near Elk Hill, OR",
            "Jane Doe, Elkford, OH",
        ] {
            assert!(is_state(text), "{text}");
        }
        for text in [
            "said Jane Doe, MD",
            "and Jane Doe, SC",
            "Jane Doe, PhD, MD",
            "by Jane Doe, PA",
            "Jane Doe, MSc, MA",
            "Look, OK",
            "the bridge, OR",
            "Muslims like Doe, OK",
            "the Federal Reserve, OK",
            "“Doe, MA",
        ] {
            assert!(!is_state(text), "{text}");
        }
    }
}
