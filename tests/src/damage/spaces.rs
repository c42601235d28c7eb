//! Where an extractor puts a space too many: at the hyphen of a compound, at a hyphen of its own inside a word, after a currency sign,
//! after an opening bracket.

use std::collections::HashMap;

use super::columns::syllable;
use super::{Kind, Spot};

/// How often each word of a text stands there, without the marks around it.
pub(super) type Vocabulary<'t> = HashMap<&'t str, usize>;

/// The vocabulary of a text.
pub(super) fn vocabulary(text: &str) -> Vocabulary<'_> {
    let mut words = Vocabulary::new();
    for word in text.split(|mark: char| !mark.is_alphanumeric()) {
        *words.entry(word).or_default() += 1;
    }
    words
}

/// The words of a paragraph with their offsets in it.
pub(super) fn words(paragraph: &str) -> impl Iterator<Item = (usize, &str)> {
    let start = |word: &str| word.as_ptr() as usize - paragraph.as_ptr() as usize;
    paragraph.split_whitespace().map(move |word| (start(word), word))
}

/// Whether a word is an address of the web or of mail, or a path: the extractor's spaces in those are not what the rules are for.
pub(super) fn is_address(word: &str) -> bool {
    let inner_dot = word.char_indices().any(|(at, mark)| {
        mark == '.'
            && word[..at].chars().next_back().is_some_and(char::is_alphanumeric)
            && word[at + 1..].chars().next().is_some_and(char::is_lowercase)
    });
    word.contains(['@', '/', '#', '_', '=', '\\']) || inner_dot
}

/// Adds the spots of a paragraph that starts at `offset` of the text.
pub(super) fn spots(paragraph: &str, vocabulary: &Vocabulary<'_>, offset: usize, number: usize, spots: &mut Vec<Spot>) {
    for (at, word) in words(paragraph).filter(|(_, word)| !is_address(word)) {
        if let Some(hyphens) = compound(word) {
            let changes =
                hyphens.iter().map(|hyphen| offset + at + hyphen + 1).map(|at| (at, at, " ".into())).collect();
            spots.push(Spot { kind: Kind::Hyphen, paragraph: number, changes });
            let (start, end) = (offset + at + hyphens[0], offset + at + hyphens[0]);
            spots.push(Spot::one(Kind::HyphenSpace, number, start, end, " "));
        }
        let bare = word.trim_matches(|mark: char| !mark.is_alphanumeric());
        if let Some(cut) = syllable(bare) {
            let seen = vocabulary.get(bare).is_some_and(|count| *count > 1);
            let kind = if seen { Kind::JoinedSeen } else { Kind::Joined };
            let at = offset + at + word.find(bare).unwrap_or(0) + cut;
            spots.push(Spot::one(kind, number, at, at, "- "));
        }
    }
    for (at, mark) in paragraph.char_indices() {
        let after = at + mark.len_utf8();
        let before = paragraph[..at].chars().next_back();
        let rest = &paragraph[after..];
        let kind = match mark {
            '$' | '£' | '€' | '¥' | '₹' => {
                let bare = !before.is_some_and(|before| before.is_alphanumeric() || before == '$');
                let figure = rest.chars().next().is_some_and(|next| next.is_ascii_digit());
                if bare && figure { Kind::Currency } else { continue }
            }
            '(' if opens_words(before, rest) => Kind::Bracket,
            _ => continue,
        };
        spots.push(Spot::one(kind, number, offset + after, offset + after, " "));
    }
}

/// The hyphens of a compound: each between letters, or between a figure and a letter; none at an edge, none doubled.
fn compound(word: &str) -> Option<Vec<usize>> {
    let hyphens: Vec<usize> = word.match_indices('-').map(|(at, _)| at).collect();
    let joins = |&at: &usize| {
        let left = word[..at].chars().next_back();
        let right = word[at + 1..].chars().next();
        left.is_some_and(char::is_alphanumeric) && right.is_some_and(char::is_alphabetic)
    };
    // A dash of any other form inside the word makes it two words.
    let one_word = !word.contains(['–', '—', '…', '*', '<', '>', '&']);
    (!hyphens.is_empty() && one_word && hyphens.iter().all(joins)).then_some(hyphens)
}

/// Whether a bracket opens before a word and closes, tight, in the same paragraph. `print(x)` is not one, nor is `:(`.
fn opens_words(before: Option<char>, rest: &str) -> bool {
    let apart = before.is_none_or(char::is_whitespace);
    let word = rest.chars().take_while(|mark| mark.is_alphabetic()).count() >= 2;
    let Some(close) = rest.find([')', '(']) else { return false };
    let tight = rest[..close].chars().next_back().is_some_and(|last| !last.is_whitespace());
    apart && word && rest[close..].starts_with(')') && tight
}

#[cfg(test)]
mod tests {
    use super::*;

    fn damaged(text: &str) -> String {
        let mut found = Vec::new();
        spots(text, &vocabulary(text), 0, 0, &mut found);
        found.retain(|spot| matches!(spot.kind, Kind::Hyphen | Kind::Currency | Kind::Bracket));
        super::super::Damaged::new(text, &found).text
    }

    #[test]
    fn a_word_that_stands_elsewhere_is_told_from_one_that_does_not() {
        let text = "a discussion of the harbour, and no discussion of carpenters";
        let mut found = Vec::new();
        spots(text, &vocabulary(text), 0, 0, &mut found);
        let cut = |spot: &Spot| super::super::Damaged::new(text, std::slice::from_ref(spot)).text;
        let seen: Vec<String> = found.iter().filter(|spot| spot.kind == Kind::JoinedSeen).map(cut).collect();
        assert_eq!(seen.len(), 2, "{seen:?}");
        assert!(found.iter().any(|spot| spot.kind == Kind::Joined && cut(spot).contains("carpen- ters")));
    }

    #[test]
    fn spaces_go_where_an_extractor_puts_them() {
        assert_eq!(
            damaged("a 72-year-old (Ms. Reyes-Thornton) won $4 and $6-a-month"),
            "a 72- year- old ( Ms. Reyes- Thornton) won $ 4 and $ 6- a- month"
        );
    }

    #[test]
    fn no_spaces_where_none_are_put() {
        for text in [
            "short- and long ones",
            "www.island-pass.example and a-b@mail.example",
            "won 6-4, paid US$4 and R$ 309",
            "print(x) and :( and (a) and (unclosed )",
            "well--known or -reduced, F-16",
        ] {
            assert_eq!(damaged(text), text);
        }
    }
}
