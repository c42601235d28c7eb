//! The topic of a sentence, if it makes something else of a decade or a quarter. The eighties of the weather are degrees, and the quarters
//! of a match are parts of it. The year of a `player of the year` is a prize's.

use crate::keys::{Words, words};
use crate::letters::{ceil_char_boundary, floor_char_boundary};

use super::tokens::{Run, word_before};

/// How many bytes around an expression are searched for its topic.
const FAR: usize = 120;

/// Words of the weather.
static WEATHER: Words<()> =
    words!(32, ["degrees", "highs", "lows", "temperature", "temperatures", "temps", "thermometer"]);

/// Words of matches that have four quarters, which no quarter of a year has.
#[rustfmt::skip]
static MATCH: Words<()> = words!(64, [
    "buzzer", "dunk", "dunks", "fumble", "fumbled", "halftime", "interception", "interceptions", "kickoff", "layup",
    "layups", "outscored", "pointer", "pointers", "punt", "punted", "quarterback", "rebounds", "scored", "scoreless",
    "touchdown", "touchdowns",
]);

/// Who and what is chosen at the end of a year, a month or a week.
#[rustfmt::skip]
static CHOSEN: Words<()> = words!(64, [
    "album", "artist", "athlete", "book", "car", "coach", "cricketer", "film", "footballer", "goal", "man",
    "manager", "newcomer", "person", "personality", "photographer", "player", "players", "rookie", "song", "sportsman",
    "sportswoman", "team", "truck", "woman", "word",
]);

/// Whether the decade that begins at `start` is one of degrees: `highs in the 80s`.
pub(super) fn is_of_weather(content: &str, start: usize) -> bool {
    has_any(before(content, start), &WEATHER)
}

/// Whether a quarter is one of a match: `12 points in the fourth quarter as they scored late`.
pub(super) fn is_of_match(content: &str, start: usize, end: usize) -> bool {
    has_any(before(content, start), &MATCH) || has_any(after(content, end), &MATCH)
}

/// Whether the period at `at` is that of a prize: `footballer of the year`.
pub(super) fn is_of_prize(run: &Run<'_>, at: usize) -> bool {
    let Some(token) = run.tokens.get(at) else { return false };
    let Some(head) = run.content[..token.start].trim_end().strip_suffix(" of") else { return false };
    CHOSEN.get(word_before(run.content, head.len())).is_some()
}

fn has_any(text: &str, list: &Words<()>) -> bool {
    text.split(|c: char| !c.is_ascii_alphabetic()).any(|word| !word.is_empty() && list.get(word).is_some())
}

/// The sentence before a place, as far as it is searched.
fn before(content: &str, at: usize) -> &str {
    let start = ceil_char_boundary(content, at.saturating_sub(FAR));
    let text = &content[start..at];
    text.rfind(ends).map_or(text, |last| &text[last + 1..])
}

/// The sentence behind a place, as far as it is searched.
fn after(content: &str, at: usize) -> &str {
    let text = &content[at..floor_char_boundary(content, at + FAR)];
    text.find(ends).map_or(text, |first| &text[..first])
}

fn ends(mark: char) -> bool {
    matches!(mark, '.' | '?' | '!' | '\n')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sentence_says_what_is_spoken_of() {
        let text = "Highs were in the 80s. It was so in the 80s. He scored late in the second quarter. The first quarter was dry.";
        let at = |words: &str| text.find(words).unwrap();
        assert!(is_of_weather(text, at("the 80s.")) && !is_of_weather(text, text.rfind("the 80s").unwrap()));
        let is_of_match = |words: &str| super::is_of_match(text, at(words), at(words) + words.len());
        assert!(is_of_match("the second quarter") && !is_of_match("The first quarter"));
    }

    #[test]
    fn a_window_ends_between_characters() {
        let text = format!("{}80s{}", "é".repeat(FAR), "é".repeat(FAR));
        assert!(!super::is_of_match(&text, 2 * FAR, 2 * FAR + 3) && !is_of_weather(&text, 2 * FAR));
    }
}
