//! # control
//!
//! **Sees** control characters other than tabs and line ends (U+0000 to U+001F, U+007F to U+009F), Unicode noncharacters (U+FFFE and its
//! like), and line separators that no current program writes (U+000B, U+000C, U+0085, U+2028, U+2029).
//!
//! **Does**: replaces a code with the character that Windows-1252 has for it: `it\u{92}s` becomes `it’s`, `\u{93}yes\u{94}` becomes
//! `“yes”`. This is `safe` if the text has three such characters; otherwise it is `likely`, and the place is noted (`stray-character`). A
//! code for a letter (`œ`, `š`) is at most `likely`, because other Windows code pages have other letters there. The lower half of a UTF-16
//! character (`it\u{19}s`) is `likely`. A control character beside white space or the edge of the text does nothing, and is removed.
//!
//! **Leaves alone**
//!
//! - controls that may be bytes of UTF-8 (`â`, U+0080, U+0099), which `mojibake` notes;
//! - controls inside words, and a line separator between two words: these are noted;
//! - all codes of a text that has those of Mac Roman (`Coatl\u{87}n`);
//! - line separators beside a line end or a space, which are white space like any other: a form feed there marks the end of a page;
//! - all controls of a text that has wire framing codes (U+0001 to U+0004), which are the wire's grammar.
//!
//! **Evidence**: 102 of 1,351 articles from Brazil and from mixed sites had 345 of the codes U+0080 to U+009F. Every one was a Windows-1252
//! quotation mark, dash or ellipsis, left by a page that declared no encoding. In another collection, 326 in 19 articles were bytes of
//! UTF-8.

use memchr::{memchr, memchr3};

use crate::decode::code_point;

use super::characters::{
    Becomes, Case, Counts, TOGETHER, Unseen, decide as decide_all, is_first_byte, is_noncharacter, is_unseen,
};
use super::{Characters, Outcome, Pass, Place, Reading, Risk, Rule, RuleKind};

/// The rule `control`.
pub(crate) static RULE: Rule = Rule {
    name: "control",
    page: include_str!("control.rs"),
    kind: RuleKind::Characters { pass: Pass::Codes, find, decide },
};

static SIGN: Case = Case {
    name: "windows-1252",
    reading: Reading::Clear,
    message: Some("a control character where Windows-1252 has a mark of punctuation"),
};
/// A quotation mark that opens at the end of a word, or closes at its beginning; an ellipsis, whose code is a line end elsewhere.
static TURNED: Case = Case {
    name: "windows-1252",
    reading: Reading::Ambiguous,
    message: Some("a control character where Windows-1252 has a mark of punctuation, which may be another one here"),
};
static LETTER: Case = Case {
    name: "windows-1252",
    reading: Reading::Style,
    message: Some("a control character where Windows-1252 has a letter or a sign, and other code pages have others"),
};
static HALF: Case = Case {
    name: "utf-16",
    reading: Reading::Style,
    message: Some("a control character that is half of a mark of punctuation in UTF-16"),
};
static IDLE: Case =
    Case { name: "idle", reading: Reading::Clear, message: Some("a control character beside white space") };
static INSIDE: Case = Case {
    name: "inside",
    reading: Reading::Doubtful,
    message: Some("a control character, where a letter may be lost"),
};
static SEPARATOR: Case = Case {
    name: "separator",
    reading: Reading::Doubtful,
    message: Some("a separator of lines that no line ends with: a line end, or nothing"),
};

fn find(characters: &Characters<'_>, places: &mut Vec<Place>) {
    if !characters.seen.controls {
        return;
    }
    let text = characters.text;
    let framed = is_framed(text);
    let mut unseen = Unseen::new(text);
    let found = places.len();
    let mut macintosh = false;
    let mut after = 0;
    for (start, first) in text.char_indices() {
        if start < after || !is_control(first) {
            continue;
        }
        let end = text.len() - text[start..].trim_start_matches(is_control).len();
        after = end;
        if framed && first.is_ascii() {
            continue;
        }
        let (before, behind) = unseen.around(start, end);
        if text[..before].ends_with(is_control) || text[behind..].starts_with(is_control) {
            // Controls with nothing between that is seen: what became of one would change the reading of the other.
            continue;
        }
        if !may_be_bytes(&text[..before], &text[start..]) {
            macintosh |= is_letter_of_macintosh(&text[..before], first, &text[behind..]);
            read_run(&text[..before], &text[start..end], &text[behind..], start, places);
        }
    }
    if macintosh {
        let code = |place: &&mut Place| text[place.start..].starts_with(|c| ('\u{80}'..='\u{9f}').contains(&c));
        places[found..].iter_mut().filter(code).for_each(|place| place.case = &INSIDE);
    }
}

/// Whether the code stands for `á` or `é` in Mac Roman: between small letters, Windows-1252 has nothing to say there.
fn is_letter_of_macintosh(before: &str, code: char, behind: &str) -> bool {
    matches!(code, '\u{87}' | '\u{8e}')
        && before.ends_with(char::is_lowercase)
        && behind.starts_with(char::is_lowercase)
}

/// Whether the text has the codes with which a wire frames its messages.
pub(crate) fn is_framed(text: &str) -> bool {
    memchr3(1, 2, 3, text.as_bytes()).is_some() || memchr(4, text.as_bytes()).is_some()
}

/// Whether it is one of the characters that the rule looks at.
pub(crate) fn is_control(c: char) -> bool {
    matches!(c, '\u{2028}' | '\u{2029}') || is_noncharacter(c) || c.is_control() && !matches!(c, '\t' | '\n' | '\r')
}

/// Whether a letter and the codes behind it may be the bytes of one character in UTF-8. What is between may have been repaired before.
fn may_be_bytes(before: &str, from: &str) -> bool {
    let tail = |c: char| matches!(c, '\u{80}'..='\u{bf}' | '€' | '“' | '”' | '™' | '˜' | '…');
    let codes = from.chars().take_while(|&c| tail(c)).take(3).count();
    let seen = || before.chars().rev().filter(|&c| !is_unseen(c));
    let between = seen().take(3).take_while(|&c| tail(c)).count();
    let lead = seen().nth(between);
    match lead {
        Some(lead) if is_first_byte(lead) => codes > 0 && between == 0,
        Some('\u{e0}'..='\u{ef}') => codes + between >= 2 && between < 2,
        Some('\u{f0}'..='\u{f4}') => codes + between >= 3 && between < 3,
        _ => false,
    }
}

/// Places of one run of control characters, between what is seen on both sides.
fn read_run(before: &str, run: &str, behind: &str, start: usize, places: &mut Vec<Place>) {
    let is_white = |c: char| c.is_whitespace() && !is_control(c);
    let edge_before = before.chars().next_back().is_none_or(is_white);
    let edge_behind = behind.chars().next().is_none_or(is_white);
    let codes: Vec<(usize, char)> = run.char_indices().collect();
    if !edge_before && !edge_behind && codes.len() > 2 && run.is_ascii() {
        // No text any more, which is noted as such.
        return;
    }
    // Neither a separator nor anything that becomes a mark.
    let is_noise = |c: char| !c.is_whitespace() && !('\u{80}'..='\u{9f}').contains(&c) && half(c).is_none();
    let noise = codes.iter().any(|&(_, c)| is_noise(c));
    for (index, &(at, c)) in codes.iter().enumerate() {
        let (start, end) = (start + at, start + at + c.len_utf8());
        let place = |case, becomes| Place { start, end, rule: &RULE, case, becomes };
        // What is in the run counts as a mark.
        let free_before = if index == 0 { before.chars().next_back() } else { Some('.') };
        let free_behind = if index + 1 == codes.len() { behind.chars().next() } else { Some('.') };
        match c {
            '\u{85}' if !is_ellipsis(free_before, free_behind) => {}
            '\u{b}' | '\u{c}' | '\u{2028}' | '\u{2029}' => {}
            '\u{80}'..='\u{9f}' => {
                let sign = code_point(u32::from(c)).filter(|sign| !sign.is_control());
                let beside = |is: fn(char) -> bool| [free_before, free_behind].into_iter().flatten().any(is);
                let case = match sign {
                    Some('ˆ' | '˜') | None => &INSIDE,
                    Some('€' | '‰') if !beside(char::is_numeric) => &INSIDE,
                    Some(sign) if sign.is_alphabetic() || matches!(sign, '€' | '‰') => &LETTER,
                    Some('…') if c == '\u{85}' => &TURNED,
                    Some(sign) if fits(sign, free_before, free_behind) => &SIGN,
                    Some(_) => &TURNED,
                };
                places.push(place(case, sign.map_or(Becomes::Text(""), Becomes::Character)));
                continue;
            }
            _ if half(c).is_some() => {
                let fit = half(c).filter(|&sign| fits(sign, free_before, free_behind));
                let case = if fit.is_some() { &HALF } else { &INSIDE };
                places.push(place(case, fit.map_or(Becomes::Text(""), Becomes::Character)));
                continue;
            }
            _ if edge_before || edge_behind => {
                // A torn disk leaves a megabyte of them. The first stand for themselves: so many show that they are damage.
                match places.last_chunk_mut::<{ TOGETHER as usize }>().filter(|last| are_run(&last[..], start)) {
                    Some([.., last]) => last.end = end,
                    None => places.push(place(&IDLE, Becomes::Text(""))),
                }
                continue;
            }
            _ => {
                places.push(place(&INSIDE, Becomes::Text("")));
                continue;
            }
        }
        // A separator of lines, if nothing beside it is noise. Next to white space it is white space.
        let white = |c: Option<char>| c.is_none_or(char::is_whitespace);
        if !noise && !white(free_before) && !white(free_behind) {
            places.push(place(&SEPARATOR, Becomes::Text("")));
        }
    }
}

/// Whether these stand side by side, do nothing, and end at `end`.
fn are_run(places: &[Place], end: usize) -> bool {
    let ends = places.iter().skip(1).map(|next| next.start).chain([end]);
    places.iter().zip(ends).all(|(place, end)| place.end == end && std::ptr::eq(place.case, &IDLE))
}

/// Whether U+0085 is an ellipsis of Windows-1252, and no line end: it ends or begins what is said.
fn is_ellipsis(before: Option<char>, behind: Option<char>) -> bool {
    let attached = before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '(' | '[' | ',' | '"'));
    let ends = behind.is_some_and(|c| c == ' ' || !c.is_alphanumeric() && !c.is_whitespace());
    attached && ends
}

/// Whether a mark can stand there: one that opens before what is quoted, one that closes behind it.
fn fits(sign: char, before: Option<char>, behind: Option<char>) -> bool {
    let white = |c: Option<char>| c.is_none_or(char::is_whitespace);
    match sign {
        '“' | '‘' | '‚' | '„' | '‹' => !white(behind),
        '”' | '’' | '›' => !white(before),
        _ => true,
    }
}

/// The mark of punctuation whose lower half in UTF-16 this is.
fn half(c: char) -> Option<char> {
    matches!(c, '\u{13}' | '\u{14}' | '\u{18}' | '\u{19}' | '\u{1c}' | '\u{1d}')
        .then(|| char::from_u32(0x2000 + u32::from(c)))
        .flatten()
}

fn decide(place: &Place, counts: &Counts) -> Outcome {
    match place.case.reading {
        Reading::Ambiguous if counts.own_are_damage(&RULE) => Outcome::Repair(Risk::Safe),
        Reading::Ambiguous => Outcome::Note,
        Reading::Style => Outcome::Repair(Risk::Likely),
        _ => decide_all(place, counts),
    }
}
