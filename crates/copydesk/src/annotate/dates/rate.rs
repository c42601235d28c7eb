//! What `a day` is if it is no length: a rate behind an amount (`300 barrels a day`), or how far an event lies from what the text just said
//! (`fell to $8.50, a day after the results`).

use crate::keys::one_of;
use crate::letters::ceil_char_boundary;

use super::tokens::Run;

/// How many bytes before `a day` are searched for an amount.
const FAR: usize = 40;

/// What `a day` is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    Rate,
    /// How far away something else lies.
    Distance,
    Unsure,
}

/// The reading of `a day` between `at` and `end`. No preposition stands before it.
pub(super) fn reading(run: &Run<'_>, at: usize, end: usize) -> Reading {
    let start = run.tokens[at].start;
    let is_event = one_of!(run.after(end), ["after", "before", "ahead"]);
    if !is_rate(run.content, start) {
        let follows = is_event || one_of!(run.after(end), ["since", "into", "to"]);
        return if follows { Reading::Distance } else { Reading::Unsure };
    }
    if !is_event {
        return Reading::Rate;
    }
    if !follows_counted(run.content, start) {
        return Reading::Distance;
    }
    // `He earned $60,000 a year after 14 years` and `before tax` are rates; `fell to $8.50 a day after its results` is a distance.
    let event = run.after_next(end);
    if event.starts_with(|c: char| c.is_ascii_digit()) || one_of!(event, ["tax", "taxes"]) {
        return Reading::Rate;
    }
    let determined = one_of!(event, ["the", "its", "his", "her", "their", "a", "an", "it", "he", "she", "they"]);
    if determined && follows_price(run.content, start) { Reading::Distance } else { Reading::Unsure }
}

/// The clause before `a day`, as far as it is searched: behind the last mark that ends a clause. The point of a decimal does not.
fn clause(content: &str, at: usize) -> &str {
    let start = ceil_char_boundary(content, at.saturating_sub(FAR));
    let before = &content[start..at];
    before
        .char_indices()
        .rev()
        .find(|&(at, mark)| {
            let decimal = mark == '.' && before[at + 1..].starts_with(|c: char| c.is_ascii_digit());
            matches!(mark, '.' | ';' | '"' | '”' | '“' | '(') && !decimal
        })
        .map_or(before, |(at, mark)| &before[at + mark.len_utf8()..])
}

fn words(clause: &str) -> impl DoubleEndedIterator<Item = &str> {
    clause.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty())
}

fn is_amount(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
        || one_of!(word, ["once", "twice", "times", "million", "billion", "percent", "hundred", "thousand", "dozen"])
}

/// Whether an amount stands before `a day`, with no mark between that ends it: `300 barrels a day`, `twice a year`.
fn is_rate(content: &str, at: usize) -> bool {
    let clause = clause(content, at);
    // `A $3 billion-a-year drug`: a hyphen joins, a dash parts.
    if clause.trim_end().ends_with([',', '–', '—']) || clause.ends_with("- ") {
        return false;
    }
    let is_speed =
        words(clause).next_back().is_some_and(|word| one_of!(word, ["miles", "kilometers", "kilometres", "km"]));
    words(clause).rev().take(5).any(is_amount) && !is_speed
}

/// Whether what may be counted by the day stands right before `a day`: a number, or things in the plural behind one.
pub(super) fn follows_counted(content: &str, at: usize) -> bool {
    let mut last = words(clause(content, at)).rev();
    let (last, before) = (last.next().unwrap_or_default(), last.next().unwrap_or_default());
    let is_counted = is_amount(last) || is_amount(before) || last.ends_with('s') || last == "people";
    is_counted && is_rate(content, at)
}

/// Whether a price with its cents stands right before: `$8.50`.
fn follows_price(content: &str, at: usize) -> bool {
    let before = content[..at].trim_end().as_bytes();
    matches!(before, [.., b'.', tens, ones] if tens.is_ascii_digit() && ones.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_rate_before(text: &str) -> bool {
        is_rate(text, text.len())
    }

    #[test]
    fn an_amount_makes_a_rate_unless_a_mark_ends_it() {
        for rate in ["they sell 300 barrels ", "twice ", "it costs $8.50 ", "some 12 million ", "a $3 billion-"] {
            assert!(is_rate_before(rate), "{rate}");
        }
        for none in
            ["on May 3, ", "it fell to $8.50 – ", "in 2013 -- ", "it was 2013. He fled ", "60 miles ", "he left "]
        {
            assert!(!is_rate_before(none), "{none}");
        }
    }
}
