//! Where an extractor puts a space too many: after the hyphen of a compound, after a currency sign, after an opening bracket.

use super::{Kind, Spot};

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
pub fn spots(paragraph: &str, offset: usize, number: usize, spots: &mut Vec<Spot>) {
    for (at, word) in words(paragraph).filter(|(_, word)| !is_address(word)) {
        if let Some(hyphens) = compound(word) {
            let changes =
                hyphens.iter().map(|hyphen| (offset + at + hyphen + 1, offset + at + hyphen + 1, " ")).collect();
            spots.push(Spot { kind: Kind::Hyphen, paragraph: number, changes });
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
        spots.push(Spot { kind, paragraph: number, changes: vec![(offset + after, offset + after, " ")] });
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
        spots(text, 0, 0, &mut found);
        super::super::Damaged::new(text, &found).text
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
