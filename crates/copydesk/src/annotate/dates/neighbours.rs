//! What the words beside an expression say about it.

use crate::keys::{Words, one_of, words};

use super::tokens::Run;

/// Words of grammar. A period before them stands by itself; before a noun it may only describe it: `the summer sale`.
#[rustfmt::skip]
static GRAMMAR: Words<()> = words!(256, [
    "after", "also", "and", "are", "as", "at", "because", "before", "between", "but", "by", "can", "could", "did",
    "does", "for", "from", "had", "has", "have", "he", "her", "his", "i", "if", "in", "into", "is", "it", "its", "may",
    "might", "more", "nor", "not", "of", "on", "or", "our", "over", "said", "says", "she", "should", "since", "so",
    "some", "than", "that", "the", "their", "there", "they", "this", "though", "through", "to", "under", "until", "up",
    "was", "we", "were", "when", "where", "which", "while", "who", "will", "with", "without", "would", "you", "a", "an",
    "ahead", "again", "following", "alone",
]);

/// Whether what follows a bare period shows that it ends there: a mark, or a word of grammar.
pub(super) fn closes(after: &str) -> bool {
    after.is_empty() || GRAMMAR.has(after)
}

/// Whether a word with a capital stands inside a sentence, so that it is part of a name: `the Summer Palace`.
pub(super) fn is_name(run: &Run<'_>, at: usize) -> bool {
    run.is_capital(at) && run.before(at).starts_with(|c: char| c.is_ascii_lowercase())
}

/// Whether a word with a capital stands behind another one, so that it is part of a name: `USA Today`, `Peace Now`.
pub(super) fn is_after_capital(run: &Run<'_>, at: usize) -> bool {
    run.is_capital(at)
        && run.before(at).starts_with(|c: char| c.is_ascii_uppercase())
        && !run.tokens.get(at).is_some_and(|token| is_in_capitals(run.content, token.start, token.end))
}

/// Whether `today` or `tonight` is the name of a programme or a newspaper: `USA Today`, `the BBC's Today programme`, `"Today"`.
pub(super) fn is_programme(run: &Run<'_>, at: usize) -> bool {
    run.is_capital(at)
        && (is_after_capital(run, at)
            || is_name(run, at)
            || one_of!(run.after(at + 1), ["programme", "program", "show"])
            || is_in_quotes(run, at))
}

/// Whether the word stands alone in quotation marks. A comma inside them would make it somebody's speech.
fn is_in_quotes(run: &Run<'_>, at: usize) -> bool {
    run.tokens.get(at).is_some_and(|token| {
        let rest = run.content[token.end..].strip_prefix(['"', '”', '’', '\'']);
        run.content[..token.start].ends_with(['"', '“', '‘', '\''])
            && rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()))
    })
}

/// Whether the word before says which or whose: `the last day`, `his last night`. The period is then not the one next to the article's
/// date. But `its last quarter` is a company's, and is.
pub(super) fn is_owned(run: &Run<'_>, at: usize) -> bool {
    one_of!(run.before(at), ["the", "his", "her", "my", "your"])
}

/// Whether a unit of time has a capital in running text, and so is the name of a programme or a newspaper: `This Week`. Words all in
/// capitals may be a title within its line.
pub(super) fn is_title(run: &Run<'_>, at: usize) -> bool {
    run.is_capital(at)
        && run.text(at).ends_with(|c: char| c.is_ascii_lowercase())
        && run.tokens.get(at).is_some_and(|token| is_running_text(run.content, token.start, token.end))
}

/// Whether a weekday is part of a name: of a newspaper, a club, a programme, or of a day that has the name wherever it falls (`Black
/// Friday`).
pub(super) fn is_weekday_in_name(run: &Run<'_>, at: usize) -> bool {
    let capital = |word: &str| word.starts_with(|c: char| c.is_ascii_uppercase());
    let (before, after) = (run.before(at), run.after(at + 1));
    let is_paper = run.is(at, "sunday")
        && capital(after)
        && one_of!(
            after,
            ["times", "telegraph", "mirror", "express", "mail", "independent", "herald", "tribune", "star"]
        );
    let is_called = capital(before)
        && one_of!(
            before,
            [
                "black",
                "cyber",
                "giving",
                "super",
                "bloody",
                "good",
                "ash",
                "maundy",
                "shrove",
                "sheffield",
                "happy",
                "easter",
                "palm",
                "whit",
                "holy",
                "remembrance"
            ]
        );
    is_paper
        || is_called
        || is_of_programme(run, at)
        || before == "on" && run.is(at, "sunday") && is_paper_before(run, at)
}

/// `Saturday Night Live`, `Monday Night Football`. `On Saturday night` is no programme.
fn is_of_programme(run: &Run<'_>, at: usize) -> bool {
    run.after(at + 1) == "Night"
        && run.tokens.get(at + 1).is_some_and(|night| run.content[night.start..].starts_with("Night"))
        && matches!(run.after(at + 2), "Baseball" | "Fever" | "Football" | "Lights" | "Live")
}

/// `Mail on Sunday`.
fn is_paper_before(run: &Run<'_>, at: usize) -> bool {
    run.tokens.get(at).is_some_and(|token| {
        let before = &run.content[..token.start];
        ["Mail on ", "Independent on ", "Scotland on "].into_iter().any(|paper| before.ends_with(paper))
    })
}

/// Words with this many letters are written with a capital in a title.
const LONG: usize = 5;

/// Whether a long word nearby on the line is in small letters, so that a capital means something.
fn is_running_text(content: &str, start: usize, end: usize) -> bool {
    let bytes = content.as_bytes();
    let before = bytes[..start].iter().rev().take(AROUND).take_while(|byte| **byte != b'\n').count();
    let after = bytes[end..].iter().take(AROUND).take_while(|byte| **byte != b'\n').count();
    let mut words = bytes[start - before..end + after].split(|byte| !byte.is_ascii_alphabetic());
    // The first word may have been cut by the edge of the window.
    words.next();
    words.any(|word| word.len() >= LONG && word[0].is_ascii_lowercase())
}

/// How many bytes around a word are searched for small letters.
const AROUND: usize = 80;
/// A word in capitals with this many capitals around it stands in a line of capitals. Fewer may be a name.
const CAPITALS: usize = 16;

/// Whether the line around the word is all in capitals, so that a capital means nothing.
fn is_in_capitals(content: &str, start: usize, end: usize) -> bool {
    let bytes = content.as_bytes();
    let before = bytes[..start].iter().rev().take(AROUND).take_while(|byte| **byte != b'\n');
    let after = bytes[end..].iter().take(AROUND).take_while(|byte| **byte != b'\n');
    let around = || before.clone().chain(after.clone());
    let has_small = bytes[start..end].iter().chain(around()).any(u8::is_ascii_lowercase);
    !has_small && around().filter(|byte| byte.is_ascii_uppercase()).count() >= CAPITALS
}
