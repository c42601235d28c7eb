//! Pleas: a request to the reader together with its object.
//!
//! Neither is enough by itself: an article gives advice (`Share your worries with a friend.`), and a sentence names a newsletter.

use memchr::memchr2_iter;

use super::beginnings::Beginnings;
use super::furniture::OPENING_LONGEST;
use super::role::FurnitureKind;
use super::signs::Signs;
use super::wording::{Wording, begins as begins_with};
use crate::keys::{Slots, Words};
use crate::letters;

/// A longer line that has `click here` in it is an article's.
const CLICK_LONGEST: usize = 120;

/// How a request to the reader begins. Sorted by first letter.
#[rustfmt::skip]
pub(super) static REQUESTS: &[&str] = &[
    "are you", "be sure", "buy", "check out", "chat", "click", "connect", "contact", "do you", "don't", "donate", "discover", "download",
    "email", "enjoy", "enter", "explore", "fast", "find", "follow", "for more", "get", "give", "go to", "got", "help", "hear", "if",
    "isn't it time", "join", "keep up", "learn", "like", "listen", "look", "make sure", "never miss", "order",
    "please", "prefer", "pre-order", "purchase", "read", "receive", "register", "remember", "see", "send", "share", "sign up", "sign-up",
    "stay", "subscribe", "support", "tell us", "thank", "to", "tune in", "visit", "want", "watch", "write", "you", "your",
];

/// How a request to the reader ends.
static ENDS: &[(&str, FurnitureKind)] = &[
    ("click here", FurnitureKind::Related),
    ("click here now", FurnitureKind::Related),
    ("free sign up", FurnitureKind::Subscribe),
    ("subscribe now", FurnitureKind::Subscribe),
    ("subscribe today", FurnitureKind::Subscribe),
    ("..read more", FurnitureKind::Related),
    (".. read more", FurnitureKind::Related),
    ("… read more", FurnitureKind::Related),
    ("…read more", FurnitureKind::Related),
    ("] read more", FurnitureKind::Related),
];

/// What the reader is asked to do, in words that no article addresses to him.
pub(super) static OBJECTS: &[(&str, FurnitureKind)] = &[
    ("click here", FurnitureKind::Other),
    ("our newsletter", FurnitureKind::Subscribe),
    ("our free newsletter", FurnitureKind::Subscribe),
    ("our daily newsletter", FurnitureKind::Subscribe),
    ("our weekly newsletter", FurnitureKind::Subscribe),
    ("our email newsletter", FurnitureKind::Subscribe),
    ("our mailing list", FurnitureKind::Subscribe),
    ("our email list", FurnitureKind::Subscribe),
    ("delivered to your inbox", FurnitureKind::Subscribe),
    ("in your inbox", FurnitureKind::Subscribe),
    ("to your inbox", FurnitureKind::Subscribe),
    ("straight to your", FurnitureKind::Subscribe),
    ("our privacy policy", FurnitureKind::Subscribe),
    ("this site's privacy policy", FurnitureKind::Subscribe),
    ("our facebook page", FurnitureKind::Share),
    ("us on facebook", FurnitureKind::Share),
    ("us on instagram", FurnitureKind::Share),
    ("us on twitter", FurnitureKind::Share),
    ("us on social media", FurnitureKind::Share),
    ("us on youtube", FurnitureKind::Share),
    ("us on telegram", FurnitureKind::Share),
    ("on facebook and twitter", FurnitureKind::Share),
    ("our youtube channel", FurnitureKind::Share),
    ("our telegram channel", FurnitureKind::Share),
    ("our whatsapp channel", FurnitureKind::Share),
    ("share this article", FurnitureKind::Share),
    ("share this post", FurnitureKind::Share),
    ("share this story", FurnitureKind::Share),
    ("make a donation", FurnitureKind::Subscribe),
    ("our patreon", FurnitureKind::Subscribe),
    ("our journalism", FurnitureKind::Subscribe),
    ("your ad blocker", FurnitureKind::Advertisement),
    ("in the comments below", FurnitureKind::Other),
    ("in the comments section", FurnitureKind::Other),
    ("in the comment section", FurnitureKind::Other),
    ("guidelines on submissions", FurnitureKind::Other),
    ("scroll down to comment", FurnitureKind::Other),
    ("click below", FurnitureKind::Other),
    ("click this link", FurnitureKind::Other),
    ("clicking here", FurnitureKind::Other),
    ("consider a donation", FurnitureKind::Subscribe),
    ("consider donating", FurnitureKind::Subscribe),
    ("consider subscribing", FurnitureKind::Subscribe),
    ("consider supporting", FurnitureKind::Subscribe),
    ("to subscribe", FurnitureKind::Subscribe),
    ("subscribing now", FurnitureKind::Subscribe),
    ("subscribe to my", FurnitureKind::Subscribe),
    ("subscribe to our", FurnitureKind::Subscribe),
    ("the comments section below", FurnitureKind::Other),
    ("the free app", FurnitureKind::Subscribe),
    ("our app", FurnitureKind::Subscribe),
    ("newsletter", FurnitureKind::Subscribe),
    ("nieuwsbrief", FurnitureKind::Subscribe),
    ("boletín", FurnitureKind::Subscribe),
    ("boletim", FurnitureKind::Subscribe),
    ("infolettre", FurnitureKind::Subscribe),
];

/// Requests to subscribe, which need no address.
pub(super) static SIGN_UP: &[&str] = &[
    "abonnez-vous",
    "assine",
    "cadastre-se",
    "editor's note: sign up",
    "inscreva-se",
    "inscrivez-vous",
    "meld je aan",
    "melden sie sich",
    "receba",
    "recevez",
    "recibe",
    "regístrate",
    "schrijf je in",
    "sign up for",
    "sign up to",
    "subscribe to",
    "suscríbase",
    "suscríbete",
];

/// A request together with its object, in no one's mouth.
pub(super) fn plea(content: &str, wording: &Wording, begins: Beginnings, signs: Signs) -> Option<FurnitureKind> {
    let kind = plea_of_anyone(content, wording, begins, signs)?;
    // A look at every character, so that it comes last.
    (!content.contains(['“', '”', '"'])).then_some(kind)
}

/// The last words of a request.
pub(super) static REQUEST_ENDS: &[&str] = &["here", "more", "now", "today", "up"];
static REQUEST_LAST: Words<()> = Words { slots: &Slots::<(), 16>::new(()).with_all(REQUEST_ENDS, ()).slots };

/// Whether the last word is one that a request to the reader ends with.
pub(super) fn ends_in_request(content: &str) -> bool {
    let words = match content.as_bytes() {
        // How nearly every line ends.
        [words @ .., b'.'] if words.last().is_some_and(u8::is_ascii_alphanumeric) => words,
        _ => content.trim_end_matches(|c: char| !letters::is_alphanumeric(c)).as_bytes(),
    };
    let last = words.iter().rev().take(6).take_while(|byte| byte.is_ascii_alphabetic()).count();
    REQUEST_LAST.has(&words[words.len() - last..])
}

/// Whether `click` or `inbox` stands in the line, found by their rarest letters: they are in hardly any.
pub(super) fn asks_inside(content: &str, signs: Signs) -> bool {
    const ASKS: &[Signs] = &[Signs::of_word("inbox"), Signs::of_word("click")];
    if !signs.may_have_any(ASKS) {
        return false;
    }
    let bytes = content.as_bytes();
    let ends = |at: usize, word: &[u8]| {
        bytes[..at].len() >= word.len() && bytes[at - word.len()..at].eq_ignore_ascii_case(word)
    };
    memchr2_iter(b'x', b'X', bytes).any(|at| ends(at, b"inbo"))
        || content.len() <= CLICK_LONGEST && memchr2_iter(b'k', b'K', bytes).any(|at| ends(at, b"clic"))
}

fn plea_of_anyone(content: &str, wording: &Wording, begins: Beginnings, signs: Signs) -> Option<FurnitureKind> {
    if content.len() <= OPENING_LONGEST && ends_in_request(content) {
        let said = wording.up_to_last_word();
        if let Some((_, kind)) = ENDS.iter().find(|(end, _)| said.ends_with(end.as_bytes())) {
            return Some(*kind);
        }
    }
    let asks = asks_inside(content, signs);
    if content.len() <= CLICK_LONGEST && asks && wording.has("click here to") {
        return Some(FurnitureKind::Other);
    }
    if wording.begins("subscribe") && wording.ends("for free") {
        return Some(FurnitureKind::Subscribe);
    }
    if begins.may_be(Beginnings::SIGN_UP) && SIGN_UP.iter().any(|begin| wording.begins(begin)) {
        return object(wording, |_| true);
    }
    if asks
        && wording.has("your inbox")
        && wording.has_any(&["daily", "free", "get", "receive", "subscribing", "weekly"])
    {
        return Some(FurnitureKind::Subscribe);
    }
    if !begins.may_be(Beginnings::REQUEST) || !wording.opens_with(REQUESTS) {
        return None;
    }
    let kind = object(wording, |object| object != "newsletter")?;
    wording.has_any(&["you", "your", "us", "our", "please", "here"]).then_some(kind)
}

/// What the line wants of the reader: the first such object of the table that it has.
fn object(wording: &Wording, counts: fn(&str) -> bool) -> Option<FurnitureKind> {
    let bytes = wording.bytes();
    let here = |at: usize| OBJECTS.iter().position(|(object, _)| counts(object) && begins_with(&bytes[at..], object));
    let first = Beginnings::places(wording, Beginnings::OBJECT).filter_map(here).min()?;
    Some(OBJECTS[first].1)
}

#[cfg(test)]
mod tests {
    use super::REQUESTS;

    #[test]
    fn requests_are_sorted_by_their_first_letter() {
        assert!(REQUESTS.windows(2).all(|pair| pair[0].as_bytes()[0] <= pair[1].as_bytes()[0]));
    }
}
