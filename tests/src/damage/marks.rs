//! Where an extractor puts a space beside a mark, or leaves one out.

use super::spaces::{is_address, words};
use super::{Kind, Spot};

/// Adds the spots of a paragraph that starts at `offset` of the text.
pub fn spots(paragraph: &str, offset: usize, number: usize, spots: &mut Vec<Spot>) {
    quotations(paragraph, offset, number, spots);
    for (at, word) in words(paragraph).filter(|(_, word)| !is_address(word)) {
        let mut put = |kind, at: usize| spots.push(Spot::one(kind, number, offset + at, offset + at, " "));
        let stem = word.trim_end_matches([',', ';', '.', '!', '?']);
        // One mark after a plain word, and no stop that may be that of an abbreviation.
        let plain = stem.chars().count() >= 4 && stem.chars().all(char::is_alphabetic);
        if plain && word.len() == stem.len() + 1 {
            put(Kind::Punctuation, at + stem.len());
        }
        for mark in ["'s", "’s"] {
            let owner = word.trim_end_matches([',', '.', ';']).strip_suffix(mark);
            if let Some(owner) = owner.filter(|owner| owner.chars().all(char::is_alphabetic) && owner.len() >= 3) {
                put(Kind::Apostrophe, at + owner.len());
            }
        }
        if let Some(mark) = inner_mark(word) {
            let amount = word.trim_start_matches('(').starts_with(['$', '£', '€']);
            put(if amount { Kind::Digits } else { Kind::DigitsBare }, at + mark + 1);
        }
    }
    let mut before = "";
    for (at, word) in words(paragraph) {
        // The space that is left out stands between two plain words, one of them with a comma or a stop.
        let end = before.trim_end_matches([',', '.']);
        let plain = |word: &str| word.chars().count() >= 4 && word.chars().all(char::is_alphabetic);
        let stops = before.ends_with('.') && word.starts_with(char::is_uppercase);
        let listed = before.ends_with(',');
        if before.len() == end.len() + 1 && plain(end) && plain(word.trim_end_matches([',', '.'])) && (stops || listed)
        {
            let at = offset + at;
            let kind = if listed { Kind::MissingSpace } else { Kind::MissingStop };
            spots.push(Spot::one(kind, number, at - 1, at, ""));
        }
        before = if paragraph[..at].ends_with("  ") { "" } else { word };
    }
}

/// The spaces inside a pair of quotation marks that opens before a word and closes after one, in one paragraph.
fn quotations(paragraph: &str, offset: usize, number: usize, spots: &mut Vec<Spot>) {
    for (open, close) in [('"', '"'), ('“', '”')] {
        let mut marks = paragraph.match_indices([open, close]);
        while let Some((start, _)) = marks.next().filter(|(at, mark)| {
            mark.starts_with(open) && paragraph[..*at].chars().next_back().is_none_or(char::is_whitespace)
        }) {
            let Some((end, _)) = marks.next().filter(|(_, mark)| mark.starts_with(close)) else { break };
            let (after, until) = (offset + start + open.len_utf8(), offset + end);
            let inner = &paragraph[start + open.len_utf8()..end];
            let opens = inner.starts_with(char::is_alphanumeric);
            if opens && inner.ends_with(|last: char| last.is_alphanumeric() || matches!(last, ',' | '.')) {
                let changes = vec![(after, after, " ".into()), (until, until, " ".into())];
                spots.push(Spot { kind: Kind::Quote, paragraph: number, changes });
            }
        }
    }
}

/// The mark inside a figure, after which a space is put: the comma of thousands, or the point of decimals.
fn inner_mark(word: &str) -> Option<usize> {
    let figure = word.trim_start_matches(['$', '£', '€', '(']).trim_end_matches([',', '.', ')']);
    let marks: Vec<usize> = figure.match_indices([',', '.']).map(|(at, _)| at).collect();
    let [mark] = marks[..] else { return None };
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let (left, right) = (&figure[..mark], &figure[mark + 1..]);
    let fits = if figure[mark..].starts_with(',') { right.len() == 3 } else { right.len() <= 2 };
    (digits(left) && digits(right) && fits).then(|| word.find(figure).unwrap_or(0) + mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn damaged(text: &str, kind: Kind) -> String {
        let mut found = Vec::new();
        spots(text, 0, 0, &mut found);
        found.retain(|spot| spot.kind == kind);
        super::super::Damaged::new(text, &found).text
    }

    #[test]
    fn spaces_go_beside_marks() {
        let text = "The mayor’s “word of honour” cost $30,000, or 1.55 each, said Maria.";
        assert_eq!(damaged(text, Kind::Quote), text.replace("“word of honour”", "“ word of honour ”"));
        assert_eq!(damaged(text, Kind::Apostrophe), text.replace("mayor’s", "mayor ’s"));
        assert_eq!(damaged(text, Kind::Digits), text.replace("30,000", "30, 000"));
        assert_eq!(damaged(text, Kind::DigitsBare), text.replace("1.55", "1. 55"));
        assert_eq!(damaged(text, Kind::Punctuation), text.replace("each,", "each ,").replace("Maria.", "Maria ."));
        assert_eq!(damaged(text, Kind::MissingSpace), text.replace("each, said", "each,said"));
    }

    #[test]
    fn no_spaces_where_none_are_put() {
        for text in ["at the U.S. base, p.m. or 1,55,280.25", "it's \" not ' so \" www.a.example, x"] {
            for kind in [Kind::Quote, Kind::Apostrophe, Kind::DigitsBare, Kind::MissingSpace, Kind::MissingStop] {
                assert_eq!(damaged(text, kind), text);
            }
        }
    }
}
