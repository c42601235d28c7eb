//! Quoted words that are no speech, by their shape: titles, nicknames, names that are given.

use super::phrase;
use super::tokens::Token;
use super::words::{Class, Tag, Verb, tag};

/// Words of a title, at most.
const TITLE: usize = 12;

/// Whether the words are set like a title: `The Long Way Home`.
pub(super) fn is_title(inside: &str) -> bool {
    let inside = inside.trim_matches(|c: char| !c.is_alphanumeric());
    if inside.len() > TITLE * 12 || inside.contains([',', ';']) && inside.len() > 60 {
        return false;
    }
    let (mut words, mut capitals) = (0, 0);
    let mut last = false;
    for word in inside.split_whitespace() {
        words += 1;
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        let Some(first) = word.chars().next() else { continue };
        last = first.is_uppercase() || first.is_numeric();
        if last {
            capitals += 1;
        } else if words == 1 || !matches!(tag(word), Tag::Preposition | Tag::Determiner | Tag::And | Tag::To | Tag::As)
        {
            return false;
        }
    }
    last && capitals >= 2 && words <= TITLE
}

/// Whether the words stand inside a name: `John “Jack” Roe`.
pub(super) fn is_nickname(head: &[Token], tail: &[Token], inside: &str) -> bool {
    let name = |token: Option<&Token>| {
        token.is_some_and(|token| token.is_capital() && token.tag == Tag::Word && !token.is_possessive())
    };
    name(head.last()) && name(tail.first()) && inside.split_whitespace().count() <= 3
}

/// Whether the verb at `at` gives a thing its name in what follows: `a plan called “…”`, `the town, dubbed the “…”`.
pub(super) fn is_name_given(list: &[Token], at: usize) -> bool {
    let Tag::Verb(Verb { class: Class::Naming, .. }) = list[at].tag else { return false };
    let follows = list[at + 1..].iter().all(|token| matches!(token.tag, Tag::Determiner | Tag::As));
    let thing = match at.checked_sub(1).map(|before| &list[before]) {
        Some(before) => {
            matches!(before.tag, Tag::Comma | Tag::Adverb) || before.tag == Tag::Word && !phrase::is_name(list, at - 1)
        }
        None => true,
    };
    follows && thing
}
