//! What of the specification is no business of the layer.

use super::Case;

/// Why a sentence of the specification is left out, if it is: it marks what news does not write, or what another layer's business is.
#[must_use]
pub fn left_out(case: &Case) -> Option<&'static str> {
    let text = case.text.to_lowercase();
    let words = || text.split(|c: char| !c.is_alphanumeric() && c != '\'');
    let has = |list: &[&str]| words().any(|word| list.contains(&word));
    let marked = || case.marked.iter().map(|marked| (text.get(marked.start..marked.end).unwrap_or(""), &*marked.value));
    if has(&["thousand", "nineteen", "seventeen"]) || text.contains(" p m") || text.contains(" a m") {
        Some("years and times as they are spoken, in words")
    } else if has(&["lunch", "dinner", "breakfast", "lunchtime", "dinnertime"]) {
        Some("meals as times of day")
    } else if has(&FEASTS) {
        Some("feasts")
    } else if text.contains('=') || has(&CHAT) {
        Some("marks and abbreviations of chat")
    } else if text.contains("1990 s") || text.contains("90 s") || text.contains("p . m") {
        Some("white space inside a word")
    } else if marked().any(|(text, _)| without_year(text)) {
        Some("days in figures without a year (`5/12`), which are fractions and scores in news")
    } else if marked().any(|(text, value)| bare_hours(text, value)) {
        Some("hours without a word or a colon that says so (`Monday 12-4`, `friday at 4`)")
    } else {
        None
    }
}

const FEASTS: [&str; 14] = [
    "easter",
    "thanksgiving",
    "halloween",
    "juneteenth",
    "eid",
    "patrick",
    "earth",
    "workers'",
    "labor",
    "independence",
    "black",
    "new",
    "christmas",
    "jubilee",
];
const CHAT: [&str; 22] = [
    "tmrw", "eod", "eoy", "otd", "sy18", "cy18", "sy", "cy", "w", "noonish", "11ish", "7ampm", "9p", "9a", "7p", "00a",
    "45a", "10d", "3y", "2w", "tonite", "3h",
];

/// `5/12`, `7-6`, `5.12` as a word of its own, or joined to another.
fn without_year(text: &str) -> bool {
    text.split([' ', ',', '(', ')']).any(|word| {
        let parts: Vec<&str> = word.split(['/', '-', '.']).collect();
        let is_short = |part: &&str| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        parts.len() >= 2 && parts[..2].iter().all(is_short) && parts.len() != 3
    })
}

/// Whether a value has a time that the text has no mark of.
fn bare_hours(text: &str, value: &str) -> bool {
    let time = value.contains("T0") || value.contains("T1") || value.contains("T2");
    let marks = [
        "am",
        "pm",
        ":",
        "a.m",
        "p.m",
        "clock",
        "noon",
        "midnight",
        "morning",
        "afternoon",
        "evening",
        "past",
        "end of",
        "hour",
        "min",
    ];
    time && !value.starts_with("PT") && !marks.iter().any(|mark| text.contains(mark))
}
