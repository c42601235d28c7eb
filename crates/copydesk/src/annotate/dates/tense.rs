//! Whether what happens on a weekday or in a month is past or to come. The nearest word that says so decides.

use crate::keys::{Words, one_of, words};

use super::quoted;
use super::tokens::{word_before, word_end};
use crate::language::Language;

/// Whether something lies before the article's date or after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    Past,
    Future,
}

/// How many bytes are searched for a word that says so: before the expression, and behind it.
const BACK: usize = 120;
const ON: usize = 80;

/// Words that speak of what is to come.
#[rustfmt::skip]
static FUTURE: Words<()> = words!(64, [
    "will",
    "would",
    "shall",
    "scheduled",
    "slated",
    "planned",
    "plans",
    "planning",
    "upcoming",
    "hopes",
    "intends",
    "ahead",
    "until",
    "expects",
]);

/// Forms of the past that do not end in `ed`, and other words of the past.
#[rustfmt::skip]
static PAST: Words<()> = words!(256, [
    "was", "were", "had", "said", "did", "told", "made", "came", "went", "took", "began", "fell", "rose", "held",
    "met", "lost", "left", "got", "gave", "found", "saw", "led", "sent", "spoke", "wrote", "struck", "became", "ran",
    "paid", "sold", "bought", "kept", "brought", "broke", "drew", "grew", "knew", "stood", "sat", "shot", "built",
    "heard", "hit", "hung", "laid", "lay", "meant", "put", "quit", "since", "sank", "slid", "sought", "spent", "swept",
    "thought", "threw", "tore", "wore", "woke", "felt", "flew", "fought", "drove", "died", "chose", "caught", "beat",
    "been", "cut", "dropped",
]);

/// Verbs of the past that speak of what is to come if `to` and another verb follow: `agreed to meet in December`.
#[rustfmt::skip]
static INTENT: Words<()> = words!(64, [
    "agreed", "asked", "decided", "invited", "ordered", "planned", "pledged", "promised", "told", "urged", "vowed",
]);

/// Words in `ed` that are no form of the past.
#[rustfmt::skip]
static NO_PAST: Words<()> = words!(64, [
    "bleed", "breed", "creed", "exceed", "feed", "greed", "indeed", "need", "proceed", "seed", "speed", "succeed",
    "weed", "united",
]);

/// The direction that the words around `start..end` give. The nearest such word before the expression decides, or else the nearest one
/// behind it, both within the sentence.
pub(super) fn direction(content: &str, start: usize, end: usize, language: Option<Language>) -> Option<Direction> {
    if language != Some(Language::English) {
        return None;
    }
    let unless_planned =
        |direction| Some(direction).filter(|_| direction == Direction::Future || !is_plan(content, start));
    let bytes = content.as_bytes();
    // In a quotation, words outside of it do not count.
    let opening = quoted::opening(bytes, start);
    let first = opening.unwrap_or(0);
    let is_quoted = opening.is_some();
    let mut at = start;
    while at > first && start - at < BACK {
        let last = at;
        while at > first && start - at < BACK && bytes[at - 1].is_ascii_alphabetic() {
            at -= 1;
        }
        if at == last {
            if ends_sentence(bytes, at - 1) {
                break;
            }
            at -= 1;
        } else if let Some(direction) = of_word(&content[at..last], &bytes[..at], &bytes[last..], is_quoted) {
            if direction == Direction::Past && is_after_deed(bytes, at, last, start) {
                return None;
            }
            return unless_planned(direction);
        }
    }
    // `Before the end of May` is more often to come, whatever the verb behind it says of another thing.
    if one_of!(word_before(content, start), ["by", "before", "until", "till"]) {
        return None;
    }
    let mut at = end;
    while at < bytes.len() && at < end + ON {
        let next = word_end(bytes, at);
        if next == at {
            if ends_sentence(bytes, at) || is_quoted && quoted::closes(bytes, at) {
                break;
            }
            at += 1;
            continue;
        }
        let direction = content.get(at..next).and_then(|word| of_word(word, &bytes[..at], &bytes[next..], is_quoted));
        if let Some(direction) = direction {
            return unless_planned(direction);
        }
        at = next;
    }
    None
}

/// Whether a deed right before a day follows something that is to come: `will return after resting on Sunday`. Then the deed may be to come
/// as well. A deed with an object is mostly past: `will be sentenced after pleading guilty on Monday`.
fn is_after_deed(bytes: &[u8], word: usize, end: usize, start: usize) -> bool {
    if !bytes[..word].ends_with(b" after ") || !matches!(bytes[end..start], [b' '] | [b' ', b'o', b'n', b' ']) {
        return false;
    }
    let head = &bytes[word.saturating_sub(BACK)..word];
    let head = head.rsplit(|byte| matches!(byte, b'.' | b'!' | b'?' | b';' | b'"')).next().unwrap_or(head);
    let mut words = head.split(|byte| !byte.is_ascii_alphabetic());
    words.any(|word| std::str::from_utf8(word).is_ok_and(|word| FUTURE.has(word)))
}

/// Verbs of the present. A day right behind one is not past, whenever somebody said so.
#[rustfmt::skip]
static PRESENT: Words<()> = words!(64, [
    "airs", "are", "arrives", "begins", "closes", "ends", "expires", "is", "meets", "opens", "premieres", "resumes", "starts",
]);

/// Whether the day is that of a plan: `the park opens on Saturday, officials said`, `the rules take effect Friday`.
fn is_plan(content: &str, start: usize) -> bool {
    let word = |end: usize| {
        let word = word_before(content, end);
        (word, content[..end].trim_end().len() - word.len())
    };
    let (mut last, mut at) = word(start);
    if last == "on" {
        (last, at) = word(at);
    }
    PRESENT.has(last) || one_of!(last, ["effect", "place"]) && one_of!(word(at).0, ["take", "takes"])
}

fn ends_sentence(bytes: &[u8], at: usize) -> bool {
    match bytes[at] {
        b'!' | b'?' | b';' => true,
        b'.' => at > 2 && bytes[at - 2].is_ascii_alphabetic() && closes(&bytes[at + 1..]),
        b'\n' => bytes.get(at + 1).is_some_and(|&byte| matches!(byte, b'\n' | b'\r')),
        _ => false,
    }
}

/// Whether white space follows a full stop, with or without a closing quotation mark between: `He left.” On Monday`.
fn closes(rest: &[u8]) -> bool {
    let rest = match rest {
        [b'"', rest @ ..] | [0xe2, 0x80, 0x9d, rest @ ..] => rest,
        _ => rest,
    };
    rest.first().is_none_or(u8::is_ascii_whitespace)
}

fn of_word(word: &str, before: &[u8], after: &[u8], is_quoted: bool) -> Option<Direction> {
    match word {
        // `Expected to open`, but not `more than expected`. `Due on Monday`, but not `due to`. `Won't`, but not `won`.
        "expected" => return after.starts_with(b" to ").then_some(Direction::Future),
        "due" => return (!after.starts_with(b" to ") || takes_verb(&after[4..])).then_some(Direction::Future),
        "hope" | "set" if after.starts_with(b" to ") => return Some(Direction::Future),
        "going" if after.starts_with(b" to ") && follows_present(before) => return Some(Direction::Future),
        "ll" if before.ends_with(b"'") || before.ends_with("’".as_bytes()) => return Some(Direction::Future),
        "won" if after.starts_with(b"'t") || after.starts_with("’t".as_bytes()) => return Some(Direction::Future),
        "won" => return Some(Direction::Past),
        _ => {}
    }
    if FUTURE.has(word) || INTENT.has(word) && after.starts_with(b" to ") {
        return Some(Direction::Future);
    }
    // `We're playing Leeds on Saturday`, as people say it, is to come. In a report, `are looking into` goes on now.
    if is_quoted && word.len() > 4 && word.ends_with("ing") && follows_present(before) {
        return Some(Direction::Future);
    }
    // `Will be sentenced on Friday after pleading guilty on Monday`.
    if word.len() > 4 && word.ends_with("ing") && before.ends_with(b" after ") {
        return Some(Direction::Past);
    }
    let past = word.len() > 3
        && word.ends_with("ed")
        && word.starts_with(|c: char| c.is_ascii_lowercase())
        && !NO_PAST.has(word);
    // `Will be required`, `to be held`.
    if (past || word == "held") && before.ends_with(b" be ") {
        return Some(Direction::Future);
    }
    (past || PAST.has(word)).then_some(Direction::Past)
}

/// Whether `am`, `are` or `is` stands before, whole or shortened. `'s` counts only behind a pronoun, because other words own something with
/// it.
fn follows_present(before: &[u8]) -> bool {
    let Some(before) = before.strip_suffix(b" ") else { return false };
    let before = before.strip_suffix(b" not").unwrap_or(before);
    let before = &before[before.len().saturating_sub(12)..];
    let is = |ending: &str| before.ends_with(ending.as_bytes());
    [" am", " are", " is", "'m", "’m", "'re", "’re", "he's", "he’s", "He's", "He’s", "it's", "it’s", "It's", "It’s"]
        .into_iter()
        .any(is)
}

/// Whether a verb follows `due to`, which more often gives a cause.
fn takes_verb(after: &[u8]) -> bool {
    let verb = after.iter().take_while(|byte| byte.is_ascii_lowercase()).count();
    let known: [&[u8]; 12] = [
        b"be", b"begin", b"start", b"open", b"meet", b"take", b"appear", b"arrive", b"play", b"return", b"hold", b"go",
    ];
    known.contains(&&after[..verb])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str, word: &str) -> Option<Direction> {
        let start = text.find(word).unwrap();
        direction(text, start, start + word.len(), Some(Language::English))
    }

    #[test]
    fn the_nearest_word_decides() {
        assert_eq!(of("The mayor said on Monday it will snow.", "Monday"), Some(Direction::Past));
        assert_eq!(of("The mayor said the ferry will sail on Monday.", "Monday"), Some(Direction::Future));
        assert_eq!(of("On Monday the harbour closed.", "Monday"), Some(Direction::Past));
        assert_eq!(of("It rained. Monday is dry.", "Monday"), None);
        assert_eq!(of("The two agreed to meet in December.", "December"), Some(Direction::Future));
        assert_eq!(of("The two agreed in December.", "December"), Some(Direction::Past));
        assert_eq!(of("The bridge will close before opening on Monday.", "Monday"), Some(Direction::Future));
    }
    #[test]
    fn a_plan_is_not_past_whoever_told_it() {
        for open in [
            "The park opens Saturday, officials said.",
            "Officials said the park opens on Saturday.",
            "The rules take effect Saturday, the mayor told reporters.",
            "The vote is Saturday, the mayor said.",
        ] {
            assert_eq!(of(open, "Saturday"), None, "{open}");
        }
        for future in ["It will rain when the park opens Saturday.", "The vote is on Saturday and will be close."] {
            assert_eq!(of(future, "Saturday"), Some(Direction::Future), "{future}");
        }
        for past in
            ["The park opened Saturday, officials said.", "Stocks Saturday fell.", "On Saturday, officials said so."]
        {
            assert_eq!(of(past, "Saturday"), Some(Direction::Past), "{past}");
        }
    }
    #[test]
    fn in_a_quotation_only_its_own_verbs_count() {
        for future in [
            "\"They'll decide on Monday,\" he said.",
            "He said: “They’ll decide on Monday.”",
            "\"I'm going home on Monday,\" she said.",
            "“We’re playing Leeds on Monday,” the coach said.",
            "\"I hope to play on Monday,\" he said.",
            "“It’s going to rain on Monday,” he said.",
            "The trial is due to start on Monday.",
        ] {
            assert_eq!(of(future, "Monday"), Some(Direction::Future), "{future}");
        }
        for past in [
            "\"We lost on Monday,\" he will say.",
            "\"They'll decide soon,\" he said on Monday.",
            "The road closed due to snow on Monday.",
            "Police are looking for a man who fled after a shot was heard on Monday.",
            "The clerk will be sentenced after pleading guilty on Monday.",
        ] {
            assert_eq!(of(past, "Monday"), Some(Direction::Past), "{past}");
        }
        assert_eq!(of("The striker will return after resting on Monday.", "Monday"), None);
        assert_eq!(of("The striker returned after resting on Monday.", "Monday"), Some(Direction::Past));
        assert_eq!(of("\"It is on Monday,\" he said.", "Monday"), None);
        assert_eq!(of("The club's training on Monday.", "Monday"), None);
    }
}
