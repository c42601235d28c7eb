//! Quoted words whose form or place shows that they are no speech: titles, nicknames, names given to things.

use super::marks::Stretch;
use super::phrase;
use super::tokens::Token;
use super::traits::Traits;
use super::words::{Class, Tag, Verb, tag};

/// How many words a title may have.
const TITLE: usize = 12;

/// Whether the words are set like a title: `The Long Way Home`.
pub(super) fn is_title(inside: &str) -> bool {
    let inside = inside.trim_end_matches(|c: char| !c.is_alphanumeric());
    // What is no title mostly shows it by its last word, so that is asked first.
    if !inside.rsplit(char::is_whitespace).next().is_some_and(is_raised) {
        return false;
    }
    let inside = inside.trim_start_matches(|c: char| !c.is_alphanumeric());
    if inside.len() > TITLE * 12 || inside.contains([',', ';']) && inside.len() > 60 {
        return false;
    }
    let (mut words, mut capitals) = (0, 0);
    for word in inside.split_whitespace() {
        words += 1;
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        if word.is_empty() {
            continue;
        }
        if is_raised(word) {
            capitals += 1;
        } else if words == 1 || !matches!(tag(word), Tag::Preposition | Tag::Determiner | Tag::And | Tag::To | Tag::As)
        {
            return false;
        }
    }
    capitals >= 2 && words <= TITLE
}

/// Whether the first letter or digit of a word is a capital or a digit.
fn is_raised(word: &str) -> bool {
    word.chars().find(|c| c.is_alphanumeric()).is_some_and(|first| first.is_uppercase() || first.is_numeric())
}

/// Whether the number at `at` belongs to a date: `On April 5, 2018 Mayor Roe said`, `in an April 16 letter`.
pub(super) fn is_of_date(list: &[Token], at: usize) -> bool {
    let is = |at: usize, tag: Tag| list.get(at).is_some_and(|token| token.tag == tag);
    let is_day = |day: usize| is(day, Tag::Number) && day > 0 && is(day - 1, Tag::Weekday);
    // `in 2014 Roe said`
    let is_year = at > 0 && is(at - 1, Tag::Preposition) && list[at].is(Traits::YEAR);
    is_day(at) || is_year || is(at, Tag::Number) && at > 2 && is(at - 1, Tag::Comma) && is_day(at - 2)
}

/// Whether the words stand inside a name: `John “Jack” Roe`, `Jane (“Jo”) de Roe`.
pub(super) fn is_nickname(head: &[Token], tail: &[Token], inside: &str) -> bool {
    let (head, tail) = match (head, tail) {
        ([head @ .., open], [close, tail @ ..]) if open.tag == Tag::Open && close.tag == Tag::Close => (head, tail),
        both => both,
    };
    let name = |list: &[Token], at: usize| phrase::is_name(list, at) && !list[at].is_possessive();
    let particle = tail.first().is_some_and(|first| !first.is_capital() && first.end - first.start <= 3);
    let before = head.len().checked_sub(1).is_some_and(|last| name(head, last));
    before && name(tail, usize::from(particle)) && inside.split_whitespace().count() <= 3
}

/// Whether the word before says that the quotation is what others call something: `the so-called “water taxi”`.
pub(super) fn is_so_called(content: &str, stretch: &Stretch) -> bool {
    const WORDS: &[&str] =
        &["so-called", "sogenannte", "sogenannten", "sogenannter", "zogenaamde", "zogeheten", "soi-disant"];
    let before = content[..stretch.start].trim_end();
    let word = before.rsplit(char::is_whitespace).next().unwrap_or(before);
    WORDS.iter().any(|known| known.eq_ignore_ascii_case(word))
}

/// Whether the words are the title of a thing that stands before them: `a book entitled “…”`, `the film “…”`. A title begins with a
/// capital.
pub(super) fn is_titled(head: &[Token], inside: &str) -> bool {
    if !inside.starts_with(|c: char| c.is_uppercase() || c.is_numeric()) {
        return false;
    }
    let set_off = head.last().is_some_and(|last| matches!(last.tag, Tag::Comma | Tag::Colon));
    let head = if set_off { &head[..head.len() - 1] } else { head };
    let Some(last) = head.last() else { return false };
    if last.is(Traits::TITLING) || set_off {
        return last.is(Traits::TITLING);
    }
    let named = is_name_given(head, head.len() - 1);
    // In `Doe wrote in the book “We …”` it may be a sentence from the book.
    let is_told = |token: &Token| matches!(token.tag, Tag::Verb(Verb { class: Class::Speech, .. }));
    named || last.is(Traits::WORK) && !last.is_capital() && !head.iter().any(is_told)
}

/// Whether the words are the title of a thing behind them: `on the “Early Tide” show`. In `the “clever” show` they are none.
pub(super) fn is_title_of(head: &[Token], tail: &[Token], inside: &str) -> bool {
    let [.., before] = head else { return false };
    let named = before.tag == Tag::Determiner || before.is_possessive();
    named
        && tail.first().is_some_and(|work| work.is(Traits::WORK) && !work.is_capital())
        && !tail.get(1).is_some_and(|next| matches!(next.tag, Tag::Determiner | Tag::Pronoun | Tag::That))
        && inside.starts_with(char::is_uppercase)
}

/// Whether the words are a title of which somebody says something, or which somebody sings: `Doe said “Tides” was her first film`, `called
/// “Tides” a triumph`, `sang “Early Tide”`.
pub(super) fn is_title_spoken_of(content: &str, head: &[Token], tail: &[Token], inside: &str) -> bool {
    let is_word =
        || inside.len() > 1 && inside.starts_with(char::is_uppercase) && inside.chars().all(char::is_alphabetic);
    let Some(verb) = head.last().filter(|_| is_word() || is_title(inside)) else { return false };
    let Tag::Verb(Verb { class, .. }) = verb.tag else { return false };
    let first = tail.first().map(|first| first.tag);
    match class {
        Class::Speech if matches!(&content[verb.start..verb.end], "sang" | "sing" | "singing" | "sings") => true,
        Class::Speech => matches!(first, Some(Tag::Be | Tag::Auxiliary)),
        Class::Naming => first == Some(Tag::Determiner),
        _ => false,
    }
}

/// Whether the verb at `at` gives a thing the name that follows: `a plan called “…”`, `the town, dubbed the “…”`.
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

/// Whether somebody else acts in the rest of a sentence: `The vote came after hundreds marched chanting`.
pub(super) fn has_other_clause(rest: &[Token]) -> bool {
    let begins = |token: &Token| token.is(Traits::WHEN) || token.tag == Tag::Subordinator;
    let acts = |token: &Token| {
        token.is(Traits::PAST.with(Traits::DEED)) || matches!(token.tag, Tag::Verb(_) | Tag::Be | Tag::Auxiliary)
    };
    // In `after being accused` and `before posting` it is not somebody else, who would have a noun.
    let named = |next: &Token| !acts(next) && !next.is(Traits::GERUND) && next.tag != Tag::Adverb;
    rest.iter()
        .position(begins)
        .is_some_and(|when| rest.get(when + 1).is_some_and(named) && rest[when + 1..].iter().any(acts))
}

/// Whether a phrase begins with a `state` that says whose a body is: `the account given by state officials`. In `Norland state officials`
/// it stands inside the phrase.
pub(super) fn begins_with_state(list: &[Token], at: usize) -> bool {
    let of_state = matches!(list[at].tag, Tag::Verb(_)) && !list[at].is_capital() && is_of_state(list, at);
    let named = |before: &Token| before.is_capital() || before.tag == Tag::Determiner;
    of_state && at.checked_sub(1).is_some_and(|before| !named(&list[before]))
}

/// Whether `state` says whose a body is: `state media`, `Norland state TV`. As a verb it would end in `-s`, except behind `they` and
/// plurals.
pub(super) fn is_of_state(list: &[Token], at: usize) -> bool {
    let token = &list[at];
    let many = |before: &Token| before.tag == Tag::Pronoun || before.is(Traits::PLURAL);
    token.is(Traits::BODY)
        && !token.is(Traits::PLURAL)
        && list.get(at + 1).is_some_and(|next| next.tag == Tag::Word)
        && at.checked_sub(1).is_none_or(|before| !many(&list[before]))
}
