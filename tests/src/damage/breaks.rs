//! Where a column break cuts a paragraph: at a word, a blank line in its place; inside a word; with something of the page in between.
//! And the letter with which a text begins, set on its own.

use super::columns::syllable;
use super::spaces::{is_address, words};
use super::{Kind, Spot};

/// What stands between the halves where a page ends in mid-sentence.
const BETWEEN: [&str; 3] = ["\n\nPhoto: Ana Ruiz\n\n", "\n\nPage 7\n\n", "\n\nAdvertisement\n\n"];

/// What an extractor makes of the end of a drop cap.
const DROPPED: [&str; 3] = [" ", "\n", "\n\n"];

/// Shorter paragraphs are not cut.
const PARAGRAPH: usize = 200;

/// What is left on either side.
const HALF: usize = 60;

/// Adds the spots of a paragraph that starts at `offset` of `text`.
pub fn spots(text: &str, paragraph: &str, offset: usize, number: usize, spots: &mut Vec<Spot>) {
    if paragraph.len() < PARAGRAPH {
        return;
    }
    let words: Vec<(usize, &str)> = words(paragraph).collect();
    for (index, pair) in words.windows(2).enumerate() {
        let [(left_at, left), (right_at, right)] = *pair else { continue };
        if is_address(left) || is_address(right) {
            continue;
        }
        let mut push_with = |kind, start: usize, end: usize, with: &'static str| {
            if start >= HALF && paragraph.len() - end >= HALF {
                spots.push(Spot::one(kind, number, offset + start, offset + end, with));
            }
        };
        if let Some(cut) = syllable(left) {
            // With the hyphen of the line or without, as real text has both.
            let with = if left_at % 2 == 0 { "-\n\n" } else { "\n\n" };
            push_with(Kind::BreakWord, left_at + cut, left_at + cut, with);
        }
        let mut push = |kind, start: usize, end: usize| {
            push_with(kind, start, end, "\n\n");
            if kind == Kind::BreakLower {
                push_with(Kind::BreakBetween, start, end, BETWEEN[start % BETWEEN.len()]);
            }
        };
        if let Some(hyphen) = lower_compound(left) {
            push(Kind::BreakHyphen, left_at + hyphen + 1, left_at + hyphen + 1);
        }
        // One space between the words, or the clean text could not be got back.
        if right_at != left_at + left.len() + 1 || !runs_on(left) {
            continue;
        }
        let first = right.chars().next().unwrap_or(' ');
        if first.is_lowercase() {
            push(Kind::BreakLower, right_at - 1, right_at);
        } else if first.is_uppercase() {
            let opens = index == 0 || ends_sentence(words[index - 1].1) || left.starts_with(['"', '“', '\'', '‘', '(']);
            let kind = if stands_elsewhere(text, offset + left_at, left, right) {
                if opens { continue } else { Kind::BreakPhrase }
            } else {
                Kind::BreakCapital
            };
            push(kind, right_at - 1, right_at);
        }
    }
}

/// The letter with which the text of an article begins, of a word that has more than one.
pub fn drop_cap(paragraph: &str, offset: usize, number: usize) -> Option<Spot> {
    let first = paragraph.chars().next().filter(|first| first.is_uppercase())?;
    let lower = paragraph[first.len_utf8()..].chars().take_while(|mark| mark.is_lowercase()).count();
    let at = offset + first.len_utf8();
    let with = DROPPED[paragraph.len() % DROPPED.len()];
    (lower >= 2).then(|| Spot::one(Kind::DropCap, number, at, at, with))
}

/// Whether the sentence runs on after the word: it ends in a letter, a digit, a comma or a semicolon.
fn runs_on(word: &str) -> bool {
    word.chars().next_back().is_some_and(|last| last.is_alphanumeric() || matches!(last, ',' | ';'))
}

fn ends_sentence(word: &str) -> bool {
    word.trim_end_matches(['"', '”', '\'', '’', ')']).ends_with(['.', '!', '?', ':', '…'])
}

/// The hyphen of a compound of two words in lower case.
fn lower_compound(word: &str) -> Option<usize> {
    let (left, right) = word.split_once('-')?;
    let right = right.trim_end_matches([',', '.', ';']);
    let lower = |part: &str| part.chars().count() >= 2 && part.chars().all(char::is_lowercase);
    (lower(left) && lower(right)).then_some(left.len())
}

/// Whether the name that holds the two words stands whole at another place: `Central Asia` in `China-Central Asia gas pipeline`.
fn stands_elsewhere(text: &str, at: usize, left: &str, right: &str) -> bool {
    let left = left.rsplit('-').next().unwrap_or(left);
    let right = right.trim_end_matches(|mark: char| !mark.is_alphanumeric());
    let right = right.strip_suffix("'s").or_else(|| right.strip_suffix("’s")).unwrap_or(right);
    if !left.chars().next().is_some_and(char::is_uppercase) || !left.chars().all(char::is_alphanumeric) {
        return false;
    }
    let name = format!("{left} {right}");
    let edge = |mark: Option<char>| !mark.is_some_and(char::is_alphanumeric);
    text.match_indices(&name).any(|(found, _)| {
        let here = (at..=at + 60).contains(&found);
        !here && edge(text[..found].chars().next_back()) && edge(text[found + name.len()..].chars().next())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paragraph_is_cut_in_mid_sentence() {
        let half = "The harbour board of Port Ellis said on Monday that it would not reopen the long-closed quay. ";
        let text = format!("{half}{half}{half}");
        let text = text.trim_end();
        let mut found = Vec::new();
        spots(text, text, 0, 0, &mut found);
        for spot in &found {
            let (start, end, with) = spot.changes[0].clone();
            assert!(start >= HALF && text.len() - end >= HALF && with.ends_with("\n\n"));
            if spot.kind == Kind::BreakWord {
                continue;
            }
            assert!(!text[..start].ends_with('.'));
            let right = text[end..].split(' ').next().unwrap();
            match spot.kind {
                Kind::BreakPhrase => assert_eq!(right, "Ellis"),
                Kind::BreakHyphen => assert_eq!(right, "closed"),
                Kind::BreakCapital => assert!(matches!(right, "Port" | "Monday"), "{right}"),
                _ => assert!(right.starts_with(char::is_lowercase), "{right}"),
            }
        }
        assert!(found.iter().filter(|spot| spot.kind == Kind::BreakPhrase).count() == 2);
    }
}
