//! Times of day as German, Dutch, French, Spanish, Portuguese and Italian write them: `20.15 Uhr`, `om 14.30 uur`, `à 16h10`, `alle 16.10`.
//!
//! *Uhr* makes a time of any number. Otherwise a word before the number must say that it is a time, because `2h30` is as often a length,
//! and `16.10` a price.

use super::calendar::Found;
use super::clock::{clock, pointed, seconds};
use super::senses::Hyphen;
use super::tokens::Run;
use super::value::{Precision, Time};
use super::vocabulary::Kind;

/// Words behind which a number with a full stop or a colon is a time.
const POINTED: &[&str] = &["om", "alle", "dalle", "ore", "las", "às"];
/// Words behind which a number with `h`, or a number before *horas*, is a time.
const LETTERED: &[&str] = &[
    "às", "das", "à", "vers", "dès", "até as", "entre as", "om", "tot", "vanaf", "rond", "las", "alle", "dalle", "um",
];

/// `16h10`, `16h`: the second of the day, as `16:10` would have it.
pub(super) fn read(bytes: &[u8], at: usize) -> Option<(usize, Kind, i32)> {
    let digits = |at: usize| bytes[at..].iter().take(3).take_while(|byte| byte.is_ascii_digit()).count();
    let value =
        |at: usize, count: usize| bytes[at..at + count].iter().fold(0, |sum, byte| sum * 10 + i32::from(byte - b'0'));
    let count = digits(at);
    let mark = at + count;
    let before = at.checked_sub(1).map_or(b' ', |before| bytes[before]);
    if count > 2 || bytes.get(mark) != Some(&b'h') || !matches!(before, b' ' | b'\n' | b'(' | b'/' | b'-') {
        return None;
    }
    let minutes = digits(mark + 1);
    let end = mark + 1 + minutes;
    let (hour, minute) = (value(at, count), value(mark + 1, minutes));
    let is_written = matches!(minutes, 0 | 2) && !bytes.get(end).is_some_and(u8::is_ascii_alphanumeric);
    (is_written && hour < 24 && minute < 60).then_some((end, Kind::Time, seconds(hour, minute)))
}

/// Whether a word before a number with a full stop in it says that it may be a time. This is asked at every such number.
pub(super) fn follows_cue(bytes: &[u8], start: usize) -> bool {
    let [.., word, b' '] = bytes[..start] else { return false };
    // The letter before nearly all numbers is another one.
    matches!(word, b'm' | b'e' | b's' | b't')
        && [" at", " om", "alle", "ore", "las", "às"].iter().any(|cue| bytes[..start - 1].ends_with(cue.as_bytes()))
}

/// Two times of one day: `9 bis 17 Uhr`, `10-14 Uhr`, `van 14 tot 16 uur`, `de 10h à 18h`.
pub(super) fn times(run: &Run<'_>, at: usize) -> Found<(Time, Time)> {
    let (first, last) = (number(run, at)?, number(run, at + 2)?);
    let before = run.before(at);
    let is_hyphen = run.take(at + 1, Kind::Hyphen).is_some_and(|mark| mark < Hyphen::SLASH);
    let is_joined = match (run.text(at + 1), run.take(at + 3, Kind::OClock)) {
        // In `Halle 4 bis 20 Uhr` the first number is the hall's.
        (joint, Some(0)) if is_hyphen || joint == "bis" => {
            let is_name = before.starts_with(|c: char| c.is_ascii_uppercase()) && before != "Von";
            !is_name || is_hyphen || before.ends_with("tags") || follows_day(run, at)
        }
        // `Van 2 tot 3 uur` is as often a length.
        ("tot", Some(_)) => before.eq_ignore_ascii_case("van") && first >= seconds(EARLY, 0),
        ("à", None) => {
            let is_lettered = [at, at + 2].iter().all(|&at| run.kind(at) == Kind::Time && run.text(at).contains('h'));
            is_lettered && before.eq_ignore_ascii_case("de")
        }
        _ => false,
    };
    let end = at + 3 + usize::from(run.kind(at + 3) == Kind::OClock);
    let of = |of_day| clock(of_day, Precision::Minute);
    (is_joined && first < last && last <= seconds(24, 0)).then(|| (end, (of(first), of(last))))
}

/// Nothing opens earlier than at this hour.
const EARLY: i32 = 7;

/// Whether a weekday stands right before.
fn follows_day(run: &Run<'_>, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|last| run.kind(last) == Kind::Weekday)
}

/// The second of the day, if a number may be a time.
fn number(run: &Run<'_>, at: usize) -> Option<i32> {
    match run.kind(at) {
        Kind::Time => Some(run.value(at)).filter(|&of_day| of_day < 100_000),
        Kind::Decimal => pointed(run, at),
        Kind::Digits if run.text(at).len() <= 2 => Some(seconds(run.value(at), 0)),
        _ => None,
    }
}

/// A time of day.
pub(super) fn time(run: &Run<'_>, at: usize) -> Found<Time> {
    let (of_day, is_pointed) = match run.kind(at) {
        Kind::Time => (run.value(at), !run.text(at).contains('h')),
        Kind::Decimal => (pointed(run, at)?, true),
        Kind::Digits if run.text(at).len() <= 2 => (seconds(run.value(at), 0), false),
        _ => return None,
    };
    let oclock = run.take(at + 1, Kind::OClock);
    let end = at + 1 + usize::from(oclock.is_some());
    let text = run.content[..run.tokens[at].start].trim_end();
    let is_cued = || {
        let cues = if is_pointed { POINTED } else { LETTERED };
        // `à 2h de Norhaven` is a distance.
        let is_way = || text.ends_with('à') && matches!(run.after(end), "de" | "du");
        cues.iter().any(|cue| ends_with_word(text, cue)) && !is_way()
    };
    let is_time = match (run.kind(at), oclock) {
        (_, Some(0)) => true,
        // `3,5 uur` is a length, and so is `2 uur`.
        (Kind::Decimal | Kind::Time, Some(_)) if is_pointed => true,
        (Kind::Digits, None) => false,
        // `Het duurt 2 tot 3 uur`, `dure de 2 à 3 heures`: lengths.
        _ if is_second_length(text) => false,
        _ => is_cued(),
    };
    (is_time && of_day < seconds(24, 0)).then(|| (end, clock(of_day, Precision::Minute)))
}

/// Whether the text ends with a number and what joins it to a second one.
fn is_second_length(text: &str) -> bool {
    ["tot", "à"].into_iter().any(|joint| {
        let first = text.strip_suffix(joint).and_then(|head| head.strip_suffix(' '));
        first.is_some_and(|head| head.ends_with(|c: char| c.is_ascii_digit()))
    })
}

/// Whether the text ends with the word, in small letters or with a capital.
fn ends_with_word(text: &str, word: &str) -> bool {
    let Some(start) = text.len().checked_sub(word.len()).filter(|&start| text.is_char_boundary(start)) else {
        return false;
    };
    let (before, last) = text.split_at(start);
    let is_word = last == word || last.chars().flat_map(char::to_lowercase).eq(word.chars());
    is_word && !before.ends_with(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_written_with_a_letter() {
        let of = |text: &str| read(text.as_bytes(), 0).map(|(end, _, value)| (end, value / 60));
        assert_eq!((of("16h10,"), of("16h "), of("0h30")), (Some((5, 970)), Some((3, 960)), Some((4, 30))));
        for none in ["16h1", "16hs", "16 h", "160h", "24h", "16h75", "16"] {
            assert_eq!(of(none), None, "{none}");
        }
    }

    #[test]
    fn the_second_of_two_numbers_is_told_by_what_joins_them() {
        assert!(is_second_length("dure de 2 à") && is_second_length("duurt 2 tot"));
        assert!(!is_second_length("ouvert de 9h à") && !is_second_length("open tot") && !is_second_length("à"));
    }

    #[test]
    fn words_before_a_number_are_whole() {
        assert!(ends_with_word("Perto das", "das") && ends_with_word("Às", "às") && ends_with_word("a las", "las"));
        assert!(!ends_with_word("fadas", "das") && !ends_with_word("é", "às"));
        assert!(
            follows_cue(b"at 14.30", 3).eq(&false) && follows_cue(b"open at 14.30", 8) && !follows_cue(b"of 14.30", 3)
        );
    }
}
