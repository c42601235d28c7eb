//! Who holds the office that a phrase names. The name may stand behind its comma (`the mayor, Jane Doe, said`), before it (`Jane Doe,
//! Deputy Mayor, Trade, said`) or behind `than` (`no less a figure than Jane Doe`).

use std::ops::Range;

use crate::blocks::bylines::begins_as_name;
use crate::keys::{Words, words as word_table};

use super::names::{WORDS, is_body, is_title};
use super::tokens::Token;
use super::traits::Traits;
use super::words::Tag;

/// The full name behind the comma of a phrase for one person, if it is a person's: `the opposition leader, Jane Doe, said`, `her neighbour,
/// Jane Doe, said`. In `the leader, Norhaven Bank, said` it is not.
pub(super) fn name(content: &str, list: &[Token], phrase: &Range<usize>) -> Option<(usize, usize)> {
    let text = |token: &Token| &content[token.start..token.end];
    let office = &list[phrase.end - 1];
    let end = phrase.end + bracket(&list[phrase.end..]);
    let comma = list.get(end).is_some_and(|next| next.tag == Tag::Comma);
    // `the fund manager, Roe Doe`: a firm may be a fund manager, too.
    let firm = matches!(text(office), "agent" | "manager" | "owner");
    let is_person = |token: &Token| {
        token.tag == Tag::Word
            && !token.is_capital()
            && !matches!(text(token), "democratic" | "former" | "general" | "major" | "republican" | "vice")
            && (is_title(text(token)) || PERSONS.has(text(token)))
    };
    if !comma || phrase.len() < 2 {
        return None;
    }
    let behind = &list[end + 1..];
    // `the Minister of Mines, Mr Doe`: behind such a title stands a person, however the office is written.
    let titled = behind.first().is_some_and(|title| title.is_capital() && is_of_person(text(title)));
    let is_office = |token: &Token| is_person(token) || titled && token.is_capital() && is_title(text(token));
    // In `the mother of the victim, Jane Doe` either may have the name.
    let bound = list[phrase.clone()].iter().rposition(|token| token.tag == Tag::Preposition);
    let before = bound.map_or(&[][..], |bound| &list[phrase.start..phrase.start + bound]);
    let either = is_person(office) && before.iter().any(is_person);
    // `the head of the fund, Jane Doe`. In `the head of the fund, Norland Oil` the fund has the name; only a known given name tells.
    let known = || behind.first().is_some_and(|first| begins_as_name(text(first)));
    if either || bound.is_some() && OF_A_NAME.has(text(office)) && !titled && !known() {
        return None;
    }
    // `the head of the fund, Jane Doe`. In `the sister of Roe, Jane Doe` the last word is a name already.
    let person = (titled || !office.is_capital()) && list[phrase.clone()].iter().any(is_office);
    let many = office.is(Traits::PLURAL) && !is_person(office) && !(titled && office.is_capital());
    if !person || many || firm && !titled {
        return None;
    }
    let is_name = |token: &&Token| {
        token.tag == Tag::Word && token.is_capital() && !token.is_possessive() && !is_title(text(token))
    };
    let title = usize::from(titled);
    let words = behind.iter().skip(title).take(WORDS).take_while(is_name).count() + title;
    let done = matches!(behind.get(words)?.tag, Tag::Comma | Tag::Stop | Tag::Quote | Tag::Preposition | Tag::Dash);
    let (first, last) = (behind.first()?, behind.get(words.checked_sub(1)?)?);
    (done && words > 1 && !is_body(&content[first.start..last.end])).then_some((first.start, last.end))
}

/// How many tokens a bracket right behind an office has, with its marks: `the chairman of the Port Commission (PC), Jane Doe,`. 0 if there
/// is none.
fn bracket(behind: &[Token]) -> usize {
    const MOST: usize = 6;
    let opens = behind.first().is_some_and(|first| first.tag == Tag::Open);
    let close = behind.iter().take(MOST).position(|token| token.tag == Tag::Close).filter(|_| opens);
    close.map_or(0, |close| close + 1)
}

/// Whether only persons have this title.
fn is_of_person(word: &str) -> bool {
    #[rustfmt::skip]
    const TITLES: [&str; 23] = [
        "Capt", "Chief", "Cllr", "Col", "Dame", "Dr", "Gen", "Gov", "Hon", "Lady", "Lord", "Lt", "Maj", "Miss", "Mr", "Mrs", "Ms", "Prof",
        "Professor", "Rep", "Rev", "Sen", "Sir",
    ];
    TITLES.contains(&word.trim_end_matches('.'))
}

/// The phrase with what the office is in and the name behind that: `Minister in the Presidency Jane Doe said`. Without an office the phrase
/// ends before the preposition: `Doe in New York said`.
pub(super) fn whole_office(content: &str, list: &[Token], phrase: &Range<usize>, verb: Option<usize>) -> Range<usize> {
    let office = &list[phrase.end - 1];
    let Some(rest) = verb.and_then(|verb| list.get(phrase.end..verb)) else { return phrase.clone() };
    let [place, .., first, last] = rest else { return phrase.clone() };
    let is_named = |token: &Token| token.tag == Tag::Word && token.is_capital() && !token.is_possessive();
    let inside = |token: &Token| is_named(token) || matches!(token.tag, Tag::Determiner | Tag::Preposition);
    let whole = place.tag == Tag::Preposition
        && &content[office.start..office.end] == "Minister"
        && rest.len() <= OFFICE
        && rest.iter().all(inside)
        && is_named(first)
        && is_named(last);
    phrase.start..if whole { phrase.end + rest.len() } else { phrase.end }
}

/// How many tokens may say what an office is in, with the name behind them.
const OFFICE: usize = 8;

/// The full name that a sentence begins with, if the phrase is the office of its bearer and more of the office follows: `Jane Doe, Deputy
/// Commissioner of Police, North, said`.
pub(super) fn holder(content: &str, list: &[Token], phrase: Range<usize>) -> Range<usize> {
    let text = |token: &Token| &content[token.start..token.end];
    let is_named = |token: &Token| token.tag == Tag::Word && token.is_capital() && !token.is_possessive();
    let comma = |at: usize| list.get(at).is_some_and(|token| token.tag == Tag::Comma);
    let Some(end) = phrase.start.checked_sub(1).filter(|&end| comma(end)) else { return phrase };
    let of = list[phrase.clone()].iter().position(|token| token.tag == Tag::Preposition);
    let (office, of_what) = list[phrase.clone()].split_at(of.unwrap_or(phrase.len()));
    // `Minister of Mines Jane Doe` has a name of its own.
    let is_office = office.iter().all(is_named)
        && office.last().is_some_and(|last| is_title(text(last)))
        && of_what.iter().filter(|token| is_named(token)).count() < 2;
    if !is_office || !comma(phrase.end + bracket(&list[phrase.end..])) {
        return phrase;
    }
    let words = list[..end].iter().rev().take(WORDS).take_while(|token| is_named(token)).count();
    let start = end - words;
    let begins =
        start.checked_sub(1).is_none_or(|before| matches!(list[before].tag, Tag::Stop | Tag::Quote | Tag::Dash));
    if words < 2 || !begins || is_title(text(&list[end - 1])) || is_body(&content[list[start].start..list[end - 1].end])
    {
        return phrase;
    }
    start..end
}

/// The name with its title that a phrase ends in, without what stands before it and is nobody: `in what may have been a light moment Judge Doe
/// said`, `after two men failed to turn up in Norhaven Judge Doe said`.
pub(super) fn from_title(content: &str, list: &[Token], phrase: Range<usize>) -> Range<usize> {
    let text = |token: &Token| &content[token.start..token.end];
    let is_named = |token: &Token| token.is_capital() && !token.is_possessive();
    let is_one = |token: &Token| {
        is_named(token) && (is_of_person(text(token)) || matches!(text(token), "Judge" | "Justice" | "Magistrate"))
    };
    // Two words before the title, the title and a name. Most speakers have fewer.
    if phrase.len() < 4 {
        return phrase;
    }
    let Some(title) = phrase.clone().skip(2).find(|&at| is_one(&list[at])) else { return phrase };
    let (before, name) = (&list[phrase.start..title], &list[title + 1..phrase.end]);
    let failed_to = |pair: &[Token]| pair[0].is(Traits::PAST) && !pair[0].is_capital() && pair[1].tag == Tag::To;
    let is_thing = |token: &Token| {
        token.tag == Tag::Word && !token.is_capital() && !is_title(text(token)) && !PERSONS.has(text(token))
    };
    let of_thing = !before.iter().any(Token::is_capital)
        && matches!(text(&before[0]), "a" | "an")
        && before.last().is_some_and(is_thing);
    let cuts = !name.is_empty() && name.iter().all(is_named) && (of_thing || before.windows(2).any(failed_to));
    if cuts { title..phrase.end } else { phrase }
}

/// Where a speaker's phrase begins: behind `than`, if that says that it is nobody less, as in `no less a figure than Jane Doe`. `More than
/// Doe said` is something else.
pub(super) fn past_than(content: &str, list: &[Token], range: &Range<usize>) -> usize {
    let text = |at: usize| &content[list[at].start..list[at].end];
    let compared = !matches!(text(range.start), "More" | "more" | "Fewer" | "fewer" | "Less" | "less" | "Rather");
    let named = |&at: &usize| text(at) == "than" && (list[at + 1].is_capital() || list[at + 1].tag == Tag::Determiner);
    let than = range.clone().take(range.len() - 1).find(named).filter(|_| compared);
    list[than.map_or(range.start, |than| than + 1)].start
}

/// Things that have a name themselves, which may stand behind their comma: `the head of the fund, Norland Oil`.
#[rustfmt::skip]
static OF_A_NAME: Words<()> = word_table!(
    128,
    [
        "agency", "airline", "band", "bank", "board", "boat", "brand", "broadcaster", "car", "carrier", "chain", "channel", "charity", "club",
        "company", "firm", "fund", "group", "hospital", "magazine", "maker", "museum", "network", "newspaper", "operator", "paper", "party",
        "publisher", "retailer", "school", "ship", "side", "station", "studio", "team", "theater", "theatre", "union", "university", "vessel",
    ]
);

/// What people are besides their office.
#[rustfmt::skip]
static PERSONS: Words<()> = word_table!(
    128,
    [
        "aide", "aunt", "boss", "boyfriend", "colleague", "cousin", "daughter", "designer", "diplomat", "driver", "employee", "father", "friend",
        "girlfriend", "grandfather", "grandmother", "head", "husband", "lawmaker", "member", "mother", "neighbor", "neighbour", "nephew", "niece",
        "official", "passenger", "patient", "photographer", "policymaker", "resident", "shopkeeper", "son", "stepfather", "stepmother", "strategist", "survivor",
        "teammate", "uncle", "victim", "volunteer", "widow", "widower", "wife", "witness",
    ]
);
