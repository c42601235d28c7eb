//! What the words beside a figure say about how exact it is: `about`, `more than`, `up to`, `or more`.

mod abroad;

use crate::keys::{Words, one_of, words};
use crate::language::Language;

use super::nouns;
use super::text::Text;
use super::word::Word;

crate::category! {
    /// How exact a figure is.
    pub enum Bounds {
        /// It is near this.
        About = "about",
        /// It is more.
        Over = "over",
        /// It is less.
        Under = "under",
        /// It is this or more.
        AtLeast = "at-least",
        /// It is this or less.
        AtMost = "at-most",
        /// It is from `value` to `value_max`.
        Between = "between",
    }
}

/// What is over something, not over an amount: a row over $84,000.
static CAUSED: Words<()> = words!(
    128,
    [
        "anger",
        "battle",
        "clash",
        "clashes",
        "concern",
        "concerned",
        "concerns",
        "controversy",
        "criticism",
        "dispute",
        "disputes",
        "doubt",
        "doubts",
        "fears",
        "feud",
        "fight",
        "fury",
        "inquiry",
        "jailed",
        "lawsuit",
        "lawsuits",
        "litigation",
        "outcry",
        "outrage",
        "probe",
        "probes",
        "protest",
        "protests",
        "questions",
        "resignation",
        "resigned",
        "resigns",
        "row",
        "rows",
        "scandal",
        "spat",
        "strike",
        "strikes",
        "sue",
        "sued",
        "sues",
        "suing",
        "talks",
        "uproar",
        "wrangled",
    ]
);

/// What is about something, not about an amount: details about 12 employees.
static TOPICS: Words<()> = words!(
    64,
    [
        "book",
        "complaints",
        "concerns",
        "details",
        "documentary",
        "drama",
        "facts",
        "film",
        "films",
        "hearing",
        "information",
        "movie",
        "news",
        "novel",
        "question",
        "questions",
        "rumors",
        "rumours",
        "stories",
        "story",
    ]
);

/// The bounds that the words before a figure give, and where they begin; the figure's own start where there are none.
pub(super) fn before(text: &Text<'_>, start: usize) -> (Option<Bounds>, usize) {
    let (at, word) = text.last_word(start);
    let sign = match text.before(text.before_gap(start)) {
        b'~' => Some(Bounds::About),
        b'>' => Some(Bounds::Over),
        b'<' => Some(Bounds::Under),
        _ => None,
    };
    if sign.is_some() {
        return (sign, text.before_gap(start) - 1);
    }
    if word.is_empty() || !text.is_english() {
        return if is_between(text, word) { (Some(Bounds::Between), at) } else { abroad::before(text, start) };
    }
    let last = |at| text.last_word(at);
    if one_of!(word, ["a", "an"]) {
        // `nearly a 5 percent stake`; but a row `over a 5 percent stake` is one about it.
        let (bounds, from) = before_word(text, at);
        let about = one_of!(text.last_word(at).1, ["over", "under"]) && !is_round(text, start);
        return if bounds.is_some() && !about { (bounds, from) } else { (None, start) };
    }
    if one_of!(word, ["estimated", "reported"]) {
        let (article, before) = last(at);
        let hedged = one_of!(before, ["an", "a"]);
        // `The firm reported 300 jobs`: a verb, which says nothing of how exact it is.
        if word.eq_ignore_ascii_case("reported") && !hedged {
            return (None, start);
        }
        return (Some(Bounds::About), if hedged { article } else { at });
    }
    before_word(text, start)
}

/// `over a 1,000 points`, `over a 100 of them`: a round number with the article of its word, and what is counted behind it.
fn is_round(text: &Text<'_>, start: usize) -> bool {
    let Some(number) = ["100", "1,000", "1000"].into_iter().find(|round| text.starts(start, round)) else {
        return false;
    };
    let end = start + number.len();
    let next = text.next_word(end).1;
    text.is_edge(end)
        && text.byte(end) == b' '
        && (one_of!(next, ["of"]) || nouns::counted(text, end).is_some_and(nouns::is_plural))
}

/// `between` in other languages.
fn is_between(text: &Text<'_>, word: Word<'_>) -> bool {
    match text.language {
        Some(Language::German) => one_of!(word, ["zwischen"]),
        Some(Language::Dutch) => one_of!(word, ["tussen"]),
        Some(Language::French | Language::Spanish | Language::Portuguese) => one_of!(word, ["entre"]),
        Some(Language::Italian) => one_of!(word, ["tra", "fra"]),
        _ => false,
    }
}

fn before_word(text: &Text<'_>, start: usize) -> (Option<Bounds>, usize) {
    let (at, word) = text.last_word(start);
    let last = |at| text.last_word(at);
    let found = match word.len() {
        2 if one_of!(word, ["to"]) => {
            let (from, before) = last(at);
            if one_of!(before, ["up"]) {
                (!is_level(text, last(from).1, start)).then_some((Bounds::AtMost, from))
            } else if one_of!(before, ["close", "closer", "near"]) {
                Some((Bounds::About, from))
            } else {
                None
            }
        }
        2 if one_of!(word, ["as"]) => {
            let (from, before) = last(at);
            let (first, as_) = last(from);
            if !one_of!(as_, ["as"]) {
                None
            } else if one_of!(before, ["many", "much", "high", "long", "far", "late", "large"]) {
                Some((Bounds::AtMost, first))
            } else if one_of!(before, ["few", "little", "low", "early", "short"]) {
                Some((Bounds::AtLeast, first))
            } else {
                None
            }
        }
        2 if one_of!(word, ["of"]) => {
            let (from, before) = last(at);
            if one_of!(before, ["excess", "upwards", "upward", "north"]) {
                let (first, in_) = last(from);
                Some((Bounds::Over, if one_of!(in_, ["in"]) { first } else { from }))
            } else if one_of!(before, ["minimum"]) {
                Some((Bounds::AtLeast, from))
            } else if one_of!(before, ["maximum"]) {
                Some((Bounds::AtMost, from))
            } else {
                None
            }
        }
        4 if one_of!(word, ["than"]) => than(text, at),
        4 if one_of!(word, ["over"]) && !takes_over(last(at).1) && !CAUSED.has(last(at).1) => Some((Bounds::Over, at)),
        4 if one_of!(word, ["some", "near"]) => Some((Bounds::About, at)),
        4 if one_of!(word, ["most"]) && one_of!(last(at).1, ["at"]) => Some((Bounds::AtMost, last(at).0)),
        5 if one_of!(word, ["least"]) && one_of!(last(at).1, ["at"]) => Some((Bounds::AtLeast, last(at).0)),
        5 if one_of!(word, ["about", "circa"]) && !TOPICS.has(last(at).1) => Some((Bounds::About, at)),
        5 if one_of!(word, ["above"]) => Some((Bounds::Over, at)),
        5 if one_of!(word, ["under", "below"]) => Some((Bounds::Under, at)),
        6 if one_of!(word, ["around", "nearly", "almost", "approx"]) => Some((Bounds::About, at)),
        7 if one_of!(word, ["roughly"]) => Some((Bounds::About, at)),
        7 if one_of!(word, ["between"]) => Some((Bounds::Between, at)),
        9.. if one_of!(word, ["approximately", "virtually"]) => Some((Bounds::About, at)),
        9.. if one_of!(word, ["exceeding", "surpassing"]) => Some((Bounds::Over, at)),
        _ => None,
    };
    match found {
        // `a two-over 73`: a word with its number, and no bound of the next.
        Some((_, from)) if text.before(from) == b'-' => (None, start),
        Some((bounds, from)) => {
            // `well over`, `just under`.
            let (degree, word) = last(from);
            let from = if one_of!(word, ["well", "just", "slightly", "only"]) { degree } else { from };
            (Some(bounds), from)
        }
        None => (None, start),
    }
}

/// Whether `up to` says where something has moved, and how far is no bound: `edged up to 51.9`; `were up to $16.07`, as a price is quoted.
fn is_level(text: &Text<'_>, verb: Word<'_>, start: usize) -> bool {
    let moved =
        one_of!(verb, ["climbed", "crept", "edged", "inched", "jumped", "moved", "rose", "shot", "ticked", "went"]);
    moved || one_of!(verb, ["was", "were"]) && has_point(text, start)
}

/// Whether the number of the amount that begins here has a point in it.
fn has_point(text: &Text<'_>, start: usize) -> bool {
    const LONGEST: usize = 12;
    let amount = text.bytes[start.min(text.bytes.len())..].iter().take(LONGEST);
    let mut number = amount.skip_while(|byte| !byte.is_ascii_digit()).skip_while(|byte| byte.is_ascii_digit());
    number.next() == Some(&b'.') && number.next().is_some_and(u8::is_ascii_digit)
}

/// Whether `over` belongs to the verb before it: `handed over $30,000`. All nine such places before an amount in eight collections are so.
/// `Won over 300 seats` and `signed over 20 players` may be either, and more often are a bound.
fn takes_over(verb: Word<'_>) -> bool {
    one_of!(
        verb,
        ["hand", "handed", "handing", "hands", "roll", "rolled", "rolling", "turn", "turned", "turning", "turns"]
    )
}

/// `more than`, `no fewer than`.
fn than(text: &Text<'_>, at: usize) -> Option<(Bounds, usize)> {
    let (from, word) = text.last_word(at);
    let more = one_of!(word, ["more", "greater", "higher", "larger", "bigger", "longer", "better", "older"]);
    let less = one_of!(word, ["less", "fewer", "lower", "smaller", "shorter", "younger"]);
    if !more && !less {
        return None;
    }
    let (first, not) = text.last_word(from);
    let negated = one_of!(not, ["no", "not"]);
    let bounds = match (more, negated) {
        (true, false) => Bounds::Over,
        (true, true) => Bounds::AtMost,
        (false, false) => Bounds::Under,
        (false, true) => Bounds::AtLeast,
    };
    Some((bounds, if negated { first } else { from }))
}

/// The bounds that the words after a figure give: `or more`, `or less`, `-plus`, `+`.
pub(super) fn after(text: &Text<'_>, end: usize) -> Option<Bounds> {
    if text.byte(end) == b'+' || text.starts(end, "-plus") {
        return Some(Bounds::AtLeast);
    }
    let (at, word) = text.next_word(end);
    if !text.is_english() || !one_of!(word, ["or", "and"]) {
        return None;
    }
    let next = text.next_word(at + word.len()).1;
    if one_of!(next, ["more", "higher", "greater", "above", "over"]) {
        Some(Bounds::AtLeast)
    } else if one_of!(next, ["less", "fewer", "lower", "under", "below"]) {
        Some(Bounds::AtMost)
    } else if one_of!(word, ["or"]) && one_of!(next, ["so"]) {
        Some(Bounds::About)
    } else {
        None
    }
}
