//! Numbers to call: emergency numbers, and what follows a word for calling.

use crate::keys::one_of;

use super::nouns;
use super::numerals::Shape;
use super::reading::Number;
use super::text::Text;
use super::word::Word;

/// `call 911`, `a 999 caller`, `tell police on 101`: the number of an emergency, or one that is called.
pub(super) fn is_dialled(text: &Text<'_>, number: &Number) -> bool {
    let Shape::Bare(3..=6) = number.shape else { return false };
    let last = text.last_word(number.start).1;
    let may_call = matches!(last.as_bytes().first(), Some(b'C' | b'D' | b'P' | b'R' | b'c' | b'd' | b'p' | b'r'));
    if may_call && is_call(last) && !nouns::counted(text, number.end).is_some_and(nouns::is_plural) {
        return true;
    }
    let digits = &text.content[number.start..number.end];
    // `contact police on 101`, `the police via 105`.
    if matches!(digits, "101" | "105" | "111" | "112" | "911" | "999") && one_of!(last, ["on", "via"]) {
        let (at, _) = text.last_word(number.start);
        let whom = text.last_word(at).1;
        return one_of!(whom, ["police", "officers", "us", "nhs", "detectives", "force", "service", "services"]);
    }
    matches!(digits, "911" | "999" | "112" | "111")
        && one_of!(
            text.next_word(number.end).1,
            [
                "call",
                "caller",
                "callers",
                "calls",
                "dispatch",
                "dispatcher",
                "dispatchers",
                "emergency",
                "hang",
                "operator"
            ]
        )
}

fn is_call(word: Word<'_>) -> bool {
    one_of!(
        word,
        [
            "call", "called", "calling", "calls", "dial", "dialed", "dialing", "dialled", "dialling", "phone",
            "phoned", "phoning", "rang", "ring", "ringing"
        ]
    )
}
