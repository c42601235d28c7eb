//! The time of a figure, if the same clause says it: `In 2020`, `in the first quarter of 2021`.

use crate::blocks::dates::english_month;
use crate::keys::one_of;
use crate::letters::leading_digits;

use super::amount::What;
use super::figure::Found;
use super::text::Text;
use super::units::is_time;

/// A year, a quarter or a half year in the text.
#[derive(Clone, Debug)]
pub(super) struct Period {
    start: usize,
    end: usize,
    value: String,
    is_stated: bool,
}

/// How far from a figure its period may stand.
const NEAR: usize = 48;

/// The year at a place, if a word before it says that something was in it.
pub(super) fn year(text: &Text<'_>, at: usize) -> Option<Period> {
    let digits = leading_digits(&text.bytes[at..]);
    let end = at + digits;
    let next = text.byte(end);
    if digits != 4 || !matches!(&text.bytes[at..at + 2], b"19" | b"20") || !text.is_edge(end) {
        return None;
    }
    if matches!(next, b'-' | b'/' | b'%')
        || matches!(next, b',' | b'.') && text.byte(end + 1).is_ascii_digit()
        || text.starts(end, "–")
    {
        return None;
    }
    let (mut start, mut word) = text.last_word(at);
    let mut value = text.content[at..end].to_owned();
    // `in Q3 2020`.
    let quarter = text.before_gap(at);
    if word.is_empty()
        && matches!(text.before(quarter), b'1'..=b'4')
        && text.before(quarter - 1) == b'Q'
        && text.is_edge_before(quarter - 2)
    {
        value = format!("{value}-{}", &text.content[quarter - 2..quarter]);
        (start, word) = text.last_word(quarter - 2);
    }
    if let Some(month) = english_month(&word) {
        value = format!("{value}-{month:02}");
        (start, word) = text.last_word(start);
    } else if one_of!(word, ["fiscal"]) {
        (start, word) = text.last_word(start);
    }
    one_of!(word, ["in", "during", "for"]).then_some(Period { start, end, value, is_stated: true })
}

/// The quarter or half year at the ordinal that begins here.
pub(super) fn part(text: &Text<'_>, at: usize) -> Option<Period> {
    let ordinal = text.word(at);
    let place = ["first", "second", "third", "fourth"].iter().position(|word| word.eq_ignore_ascii_case(&ordinal))? + 1;
    let after = at + ordinal.len();
    let joined = if text.byte(after) == b'-' { after + 1 } else { text.past_gap(after) };
    let word = text.word(joined);
    let letter = if word.eq_ignore_ascii_case("quarter") {
        'Q'
    } else if word.eq_ignore_ascii_case("half") && place < 3 {
        'H'
    } else {
        return None;
    };
    let mut end = joined + word.len();
    let (next, of) = text.next_word(end);
    let year = if one_of!(of, ["of", "in"]) { text.past_gap(next + 2) } else { next };
    let digits =
        text.bytes[year.min(text.bytes.len())..].iter().take(5).take_while(|byte| byte.is_ascii_digit()).count();
    let named = digits == 4 && matches!(&text.bytes[year..year + 2], b"19" | b"20");
    // A half of a match is one of no year.
    if letter == 'H' && !named {
        return None;
    }
    let value = if named { &text.content[year..year + 4] } else { "XXXX" };
    if named {
        end = year + 4;
    }
    let (mut start, mut last) = text.last_word(at);
    if one_of!(last, ["the", "its", "their", "fiscal"]) {
        (start, last) = text.last_word(start);
    }
    let is_stated = one_of!(last, ["in", "during", "for"]);
    let start = if is_stated { start } else { at };
    Some(Period { start, end, value: format!("{value}-{letter}{place}"), is_stated })
}

/// The periods of the figures of a block; both are in order of place.
pub(super) struct Assigned<'b, 't> {
    text: &'b Text<'t>,
    figures: &'b [Found<'t>],
    periods: &'b [Period],
    /// The first period that begins after the figure that was asked for last.
    next: usize,
}

impl<'b, 't> Assigned<'b, 't> {
    pub(super) fn new(text: &'b Text<'t>, figures: &'b [Found<'t>], periods: &'b [Period]) -> Self {
        Self { text, figures, periods, next: 0 }
    }

    /// The period of a figure. Figures are asked for in order.
    pub(super) fn period(&mut self, index: usize) -> Option<&'b str> {
        let Self { text, figures, periods, .. } = *self;
        let figure = &figures[index];
        while self.next < periods.len() && periods[self.next].start < figure.end {
            self.next += 1;
        }
        if periods.is_empty()
            || figure.what == What::Ordinal
            || matches!(figure.what, What::Unit(unit) if is_time(unit))
        {
            return None;
        }
        // `than in December 2016—a decline of 0.18%`, `£23,000 more than in 2019`: the other half of a comparison.
        let is_compared = |period: &Period| one_of!(text.last_word(period.start).1, ["from", "than", "versus"]);
        let following = periods.get(self.next).filter(|period| {
            let free = figures.get(index + 1).is_none_or(|other| other.start > period.start);
            period.is_stated
                && !is_compared(period)
                && free
                && period.start - figure.end <= NEAR
                && is_one_clause(text, figure.end, period.start)
                && !text.bytes[figure.end..period.start].contains(&b',')
        });
        let leading = || {
            let period = self.next.checked_sub(1).map(|last| &periods[last])?;
            let distance = figure.start.checked_sub(period.end)?;
            // `4 million tonnes in 2011 from 3.4 million`.
            let is_from = figure.max.is_none() && one_of!(text.last_word(figure.start).1, ["from"]);
            if is_from || is_compared(period) {
                return None;
            }
            let alone = index == 0 || figures[index - 1].end <= period.start;
            let near = alone && distance <= NEAR && !text.bytes[period.end..figure.start].contains(&b',');
            let opens = period.is_stated && opens_sentence(text, period.start);
            let is_of = distance <= 8 * NEAR && (near || opens) && is_one_clause(text, period.end, figure.start);
            (is_of && !is_of_another_time(text, figure)).then_some(period)
        };
        let found = following.or_else(leading).map(|period| &*period.value)?;
        (!found.starts_with("XXXX") || !is_of_match(figure)).then_some(found)
    }
}

/// Whether the words right after a figure say that it belongs to another time: `£2m in 2019 and £3m a year later`. After a preposition they
/// say what it is measured against, and `£3m a year` is a rate.
fn is_of_another_time(text: &Text<'_>, figure: &Found<'_>) -> bool {
    let (mut at, mut word) = text.next_word(figure.end);
    if figure.noun.is_some_and(|noun| noun == word.as_str()) {
        (at, word) = text.next_word(at + word.len());
    }
    let (next_at, next) = text.next_word(at + word.len());
    let behind = || text.next_word(next_at + next.len()).1;
    match word.as_str() {
        "a" => one_of!(next, ["month", "quarter", "year"]) && one_of!(behind(), ["ago", "before", "earlier", "later"]),
        "the" => {
            one_of!(next, ["following", "next", "previous"]) || next == "year" && one_of!(behind(), ["after", "before"])
        }
        "last" | "next" | "this" => one_of!(next, ["month", "quarter", "year"]),
        _ => false,
    }
}

/// Whether a figure is one of a match, whose quarters are none of a year: `12 points in the fourth quarter`, `a 42-yard field goal in the third`.
fn is_of_match(figure: &Found<'_>) -> bool {
    let noun = figure.noun.unwrap_or_default();
    figure.what == What::Unit("yard")
        || one_of!(
            noun,
            ["assists", "fouls", "goals", "points", "rebounds", "shots", "tackles", "touchdowns", "tries", "turnovers"]
        )
}

/// Whether nothing ends a sentence or a part of one between two places.
fn is_one_clause(text: &Text<'_>, from: usize, to: usize) -> bool {
    let between = &text.bytes[from..to];
    !between.iter().enumerate().any(|(index, byte)| match byte {
        b';' | b'!' | b'?' => true,
        b'.' => {
            let at = from + index;
            let after = text.past_gap(at + 1);
            let initial = text.word_before(at).1.len() == 1;
            // A sentence may have lost the space before it.
            let begins =
                text.byte(after).is_ascii_uppercase() && (after > at + 1 || text.byte(after + 1).is_ascii_lowercase());
            begins && !initial || after == text.bytes.len()
        }
        _ => false,
    })
}

/// Whether a sentence, or a clause after `and` or `but`, begins with what stands here.
fn opens_sentence(text: &Text<'_>, at: usize) -> bool {
    super::friends::is_sentence_start(text, at)
}
