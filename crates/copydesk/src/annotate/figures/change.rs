//! Whether a figure is a rise or a fall, and against what: `up 44 percent year-on-year`, `fell by a third`, `a 5 percent increase`.

use crate::keys::{Slots, Words, one_of, words};

use super::text::{Text, is_capital};
use super::word::Word;

crate::category! {
    /// Which way something moved by a figure.
    pub enum Change {
        /// It is that much more.
        Up = "up",
        /// It is that much less.
        Down = "down",
    }
}

/// Verbs and adverbs before a figure, in order.
static VERBS: Words<Change> = Words {
    slots: &Slots::<_, 256>::new(Change::Up)
        .with_all(
            &[
                "added",
                "adding",
                "adds",
                "advanced",
                "advancing",
                "climb",
                "climbed",
                "climbing",
                "climbs",
                "expand",
                "expanded",
                "expands",
                "firmed",
                "gain",
                "gained",
                "gaining",
                "gains",
                "grew",
                "grow",
                "growing",
                "grown",
                "grows",
                "increase",
                "increased",
                "increases",
                "increasing",
                "jump",
                "jumped",
                "jumping",
                "jumps",
                "leapt",
                "rallied",
                "rebounded",
                "rise",
                "risen",
                "rises",
                "rising",
                "rocketed",
                "rose",
                "soar",
                "soared",
                "soaring",
                "surge",
                "surged",
                "surging",
                "swelled",
                "up",
            ],
            Change::Up,
        )
        .with_all(
            &[
                "contract",
                "contracted",
                "contracting",
                "crashed",
                "cut",
                "cutting",
                "decline",
                "declined",
                "declines",
                "declining",
                "decrease",
                "decreased",
                "decreasing",
                "dip",
                "dipped",
                "down",
                "drop",
                "dropped",
                "dropping",
                "drops",
                "eased",
                "fall",
                "fallen",
                "falling",
                "falls",
                "fell",
                "plummeted",
                "plunge",
                "plunged",
                "plunging",
                "retreated",
                "sank",
                "shed",
                "shrank",
                "shrink",
                "shrunk",
                "sink",
                "slid",
                "slide",
                "slipped",
                "slips",
                "slumped",
                "slump",
                "sunk",
                "tumble",
                "tumbled",
                "weakened",
            ],
            Change::Down,
        )
        .slots,
};

/// Nouns for a change, with `of` before the figure or after it.
static NOUNS: Words<Change> = Words {
    slots: &Slots::<_, 128>::new(Change::Up)
        .with_all(
            &[
                "advance",
                "boost",
                "climb",
                "gain",
                "gains",
                "growth",
                "hike",
                "improvement",
                "increase",
                "increases",
                "jump",
                "leap",
                "rally",
                "rebound",
                "rise",
                "rises",
                "spike",
                "surge",
                "uptick",
            ],
            Change::Up,
        )
        .with_all(
            &[
                "contraction",
                "cut",
                "cuts",
                "decline",
                "declines",
                "decrease",
                "dip",
                "downturn",
                "drop",
                "drops",
                "fall",
                "falls",
                "plunge",
                "reduction",
                "reductions",
                "retreat",
                "slide",
                "slump",
                "tumble",
            ],
            Change::Down,
        )
        .slots,
};

/// Verbs that move things only where `by` says how far.
static MOVES: Words<Change> = Words {
    slots: &Slots::<_, 64>::new(Change::Up)
        .with_all(
            &["boost", "boosted", "higher", "lift", "lifted", "push", "raise", "raised", "raising", "up"],
            Change::Up,
        )
        .with_all(
            &[
                "lower", "lowered", "lowering", "reduce", "reduced", "reduces", "reducing", "scale", "slash",
                "slashed", "trim", "trimmed",
            ],
            Change::Down,
        )
        .slots,
};

/// How many words back from `by` the verb may stand.
const BACK: usize = 6;

/// What kind of figure it is: of a number of things `up` and `cut` say less than of a percentage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Of {
    /// Money, per cent, a measure.
    Measure,
    /// A number of things.
    Things,
    /// A span of time: it changes by a figure, and is none.
    Time,
}

/// Whether a number of things behind such a verb is a part of others, and no change: `dropped two of the three counts`, `it added 37 of them
/// were hurt`, `risen 23 of the past 26 days`, but `shed 50 of its 300 jobs`.
pub(super) fn is_of_some(text: &Text<'_>, start: usize, end: usize) -> bool {
    let (at, of) = text.next_word(end);
    of == "of"
        && one_of!(
            text.last_word(start).1,
            [
                "add", "added", "adding", "adds", "drop", "dropped", "dropping", "drops", "fallen", "fell", "risen",
                "rose"
            ]
        )
        && {
            let of_what = text.next_word(at + of.len()).1;
            one_of!(of_what, ["the", "its", "his", "her", "their", "them", "those", "these", "my", "our"])
        }
}

/// What stands before `up` where that is a direction, and not a part of a verb (`called up two brigades`).
static BEFORE_UP: Words<()> = words!(
    64,
    [
        "are", "be", "been", "closed", "edged", "ended", "finished", "is", "moved", "opened", "points", "shares",
        "traded", "trading", "was", "were",
    ]
);

/// The change that the words before a figure say; `from` is where its bounds begin.
pub(super) fn before(text: &Text<'_>, from: usize, of: Of) -> Option<Change> {
    let (mut at, mut word) = text.last_word(from);
    if one_of!(word, ["a", "an", "another", "further"]) {
        (at, word) = text.last_word(at);
    }
    if one_of!(word, ["by"]) {
        for _ in 0..BACK {
            (at, word) = text.last_word(at);
            if word.is_empty() {
                return None;
            }
            let found = verb(text, at, word).or_else(|| noun(word)).or_else(|| MOVES.get(word));
            if found.is_some() {
                // `advancers outnumbered declining shares by 5 to 1`: which shares, and nothing that declines by five.
                let is_of_those = one_of!(text.last_word(at).1, ["beat", "led", "outnumber", "outnumbered"]);
                return found.filter(|_| !is_of_those);
            }
        }
        return None;
    }
    if one_of!(word, ["of"]) {
        return noun(text.last_word(at).1);
    }
    // `rose sharply 5 percent`, `edged up 0.1 percent`.
    if word.len() > 4 && word.ends_with("ly") {
        (at, word) = text.last_word(at);
    }
    if of == Of::Time {
        return None;
    }
    if of == Of::Things && one_of!(word, ["up", "down"]) {
        let last = text.last_word(at).1;
        let closed = last.is_empty() || text.before(text.before_gap(at)) == b',' || is_capital(last);
        return (closed || BEFORE_UP.has(last)).then(|| verb(text, at, word)).flatten();
    }
    verb(text, at, word)
}

/// Verbs that `up` and `down` are a part of: `makes up 45 percent`, `paid down $2 billion`.
static PHRASAL: Words<()> = words!(
    256,
    [
        "back", "backed", "bought", "build", "built", "buy", "call", "called", "came", "clean", "come", "cough",
        "coughed", "cover", "eat", "eats", "free", "freed", "freeing", "gave", "give", "given", "gives", "giving",
        "held", "hold", "laid", "lay", "line", "lined", "made", "make", "makes", "making", "open", "opened", "paid",
        "pay", "paying", "pick", "picked", "pony", "put", "putting", "rack", "racked", "sell", "set", "sets", "shut",
        "sign", "signed", "snap", "snapped", "soak", "soaked", "sum", "take", "taken", "takes", "taking", "tie",
        "tied", "took", "turn", "turned", "use", "used", "wind", "write", "writing", "written", "wrote",
    ]
);

fn verb(text: &Text<'_>, at: usize, word: Word<'_>) -> Option<Change> {
    let change = VERBS.get(word)?;
    let last = text.last_word(at).1;
    // `the cut`, `a fall`: nouns, which need `of`.
    let is_noun = change == Change::Down && one_of!(last, ["the", "a"]);
    let is_phrasal = one_of!(word, ["up", "down"]) && PHRASAL.has(last);
    (!is_noun && !is_phrasal).then_some(change)
}

fn noun(word: Word<'_>) -> Option<Change> {
    NOUNS.get(word)
}

/// The change that the words after a figure say: `5 percent increase`, `a 3 percent pay rise`, `20 percent higher`.
pub(super) fn after(text: &Text<'_>, end: usize, of: Of) -> Option<Change> {
    let (at, word) = text.next_word(end);
    if of != Of::Measure {
        return None;
    }
    // `at $40 up $3`: the change is the next figure, and this is what came of it.
    let next = text.past_gap(at + word.len());
    let is_level = text.bytes.get(next).is_some_and(u8::is_ascii_digit)
        || ["$", "£", "€", "¥"].iter().any(|sign| text.starts(next, sign));
    let moved = match word {
        word if one_of!(word, ["higher", "up"]) => Some(Change::Up),
        word if one_of!(word, ["lower", "down"]) => Some(Change::Down),
        _ => None,
    };
    if moved.is_some() {
        return moved.filter(|_| !is_level);
    }
    if word.is_empty() {
        return None;
    }
    noun(word).or_else(|| {
        let next = text.next_word(at + word.len()).1;
        let between = word.len() > 2
            && !one_of!(word, ["and", "the", "from", "after", "before", "for", "with", "but", "its", "stake"]);
        between.then(|| noun(next)).flatten().filter(|_| word.as_bytes()[0].is_ascii_lowercase())
    })
}

/// How far after a figure its basis may stand.
const WINDOW: usize = 72;

/// What a change is measured against, where the words after the figure, or right before its noun, say so.
pub(super) fn basis(text: &Text<'_>, end: usize) -> Option<&'static str> {
    let mut at = end;
    let limit = (end + WINDOW).min(text.bytes.len());
    while at < limit {
        let byte = text.bytes[at];
        // The sentence's end, or the next figure.
        if matches!(byte, b';' | b'\n' | b'$' | b'0'..=b'9') || byte == b'.' && text.past_gap(at + 1) > at + 1 {
            return None;
        }
        if !byte.is_ascii_alphabetic() {
            at += 1;
            continue;
        }
        let word = text.word(at);
        if word.is_empty() {
            at += 1;
            continue;
        }
        if let Some(found) = basis_at(text, at, word) {
            return Some(found);
        }
        at += word.len();
    }
    None
}

/// The spans of time that changes are measured over, and what a basis is called by them.
const BASES: [(&str, &str); 4] = [
    ("year", "year-on-year"),
    ("month", "month-on-month"),
    ("quarter", "quarter-on-quarter"),
    ("week", "week-on-week"),
];

fn basis_at(text: &Text<'_>, at: usize, word: Word<'_>) -> Option<&'static str> {
    let [(_, yearly), ..] = BASES;
    if word.eq_ignore_ascii_case("yoy") {
        return Some(yearly);
    }
    let word_span = if word.eq_ignore_ascii_case("yearly") { "year" } else { word.as_str() };
    let (span, name) = BASES.into_iter().find(|(span, _)| word_span.eq_ignore_ascii_case(span))?;
    for between in ["on", "over", "to"] {
        let mut phrase = [0_u8; 24];
        let parts = [span, " ", between, " ", span];
        let mut length = 0;
        for part in parts {
            phrase[length..length + part.len()].copy_from_slice(part.as_bytes());
            length += part.len();
        }
        let phrase = std::str::from_utf8(&phrase[..length]).unwrap_or(span);
        if text.phrase(at, phrase).is_some() {
            return Some(name);
        }
    }
    let after = text.next_word(at + word.len()).1;
    let (before, last) = text.last_word(at);
    let (_, first) = text.last_word(before);
    // `from a year earlier`, `compared with a year ago`, `from the previous month`, `on the year`.
    let earlier = one_of!(last, ["a", "the"]) && one_of!(after, ["earlier", "ago", "before"]);
    let previous = one_of!(last, ["previous", "preceding", "prior"]);
    let on = one_of!(last, ["on"]) || one_of!(last, ["the"]) && one_of!(first, ["on"]);
    // `from the same period last year`.
    let same = span == "year"
        && one_of!(last, ["last", "previous", "prior"])
        && one_of!(first, ["period", "quarter", "month", "time", "half"]);
    let last_one = one_of!(last, ["last"]) && one_of!(first, ["from", "on", "than", "with"]) && span == "year";
    (earlier || previous || on || same || last_one).then_some(name)
}

/// The basis right before the noun of a change: `a year-on-year rise of 5 percent`.
pub(super) fn basis_before(text: &Text<'_>, from: usize) -> Option<&'static str> {
    let (mut at, _) = text.last_word(from);
    for _ in 0..BACK {
        let (start, word) = text.last_word(at);
        if word.is_empty() {
            return None;
        }
        if text.before(start) == b'-'
            && let Some((_, name)) = BASES.into_iter().find(|(span, _)| *span == word.as_str())
        {
            let (middle, on) = text.word_before(start - 1);
            let first = text.before(middle) == b'-' && text.word_before(middle - 1).1 == word.as_str();
            return (matches!(on.as_str(), "on" | "over" | "to") && first).then_some(name);
        }
        at = start;
    }
    None
}
