//! The subject of a sentence or of a clause in it: the phrase at its beginning, after what introduces it.

use std::ops::Range;

use super::phrase::{beginning, ending, is_name};
use super::tokens::Token;
use super::traits::Traits;
use super::words::{Class, Form, Tag, Verb};

/// The subject of the clause that the token at `at` stands in: the pronoun that the last `and` brings in, or what the sentence begins with.
pub(super) fn clause_subject(list: &[Token], at: usize) -> Option<Range<usize>> {
    let closed = list.get(at).is_some_and(|token| token.tag == Tag::Comma);
    let list = &list[..at];
    if let Some(of_relative) = relative_subject(list).filter(|_| !closed) {
        return of_relative;
    }
    let last = list.windows(2).rposition(|pair| pair[0].tag == Tag::And && pair[1].tag == Tag::Pronoun);
    match last {
        Some(and) if list.get(and + 2).is_some_and(|next| next.tag != Tag::Comma) => Some(and + 1..and + 2),
        // `It was not until May that`: nobody.
        _ => main_subject(list).filter(|range| {
            !(list[range.start].is(Traits::IT) && list.get(range.end).is_some_and(|next| next.tag == Tag::Be))
        }),
    }
}

/// Whom the relative clause is about that the list ends in, where it ends in one: `the mayor, who wept and`, `a board on which he drew and`.
/// Nobody, where its own subject is no pronoun.
fn relative_subject(list: &[Token]) -> Option<Option<Range<usize>>> {
    let ends = |token: &Token| {
        matches!(token.tag, Tag::Comma | Tag::Dash | Tag::Quote | Tag::Stop | Tag::Semicolon | Tag::Colon | Tag::Close)
    };
    let who = list.iter().rposition(|token| token.tag == Tag::Who || ends(token))?;
    let next = list.get(who + 1).filter(|_| list[who].tag == Tag::Who)?;
    let mut end = who;
    while end > 0 && matches!(list[end - 1].tag, Tag::Comma | Tag::Preposition) {
        end -= 1;
    }
    let mut head = ending(list, end)?;
    // `a plan drawn up by Doe, who`, `Added Jane Doe, who`.
    if let Some(by) = head.clone().rfind(|&at| list[at].is(Traits::BY)) {
        head.start = by + 1;
    }
    let is_verb = matches!(list[head.start].tag, Tag::Verb(Verb { class: Class::Speech, .. }));
    head.start += usize::from(is_verb && is_name(list, head.start + 1) && head.start == 0);
    // `a turn in the life of the diver, who`: whose clause it is stands at either end.
    let ends_in_another = !head.is_empty()
        && !list[head.start].is_capital()
        && head.clone().skip(1).any(|at| {
            let next = list.get(at + 1).filter(|_| at + 1 < head.end);
            list[at].tag == Tag::Preposition
                && next.is_some_and(|next| next.tag == Tag::Determiner || next.is_capital())
        });
    Some(match next.tag {
        Tag::Pronoun => Some(who + 1..who + 2),
        _ if next.is_capital() || next.is(Traits::ARTICLE) => None,
        // `those who`
        _ => {
            Some(head).filter(|head| !head.is_empty() && list[head.end - 1].tag != Tag::Determiner && !ends_in_another)
        }
    })
}

/// The subject of a sentence: the phrase that it begins with, after what introduces it.
pub(super) fn main_subject(list: &[Token]) -> Option<Range<usize>> {
    let mut at = after_heading(list, after_dateline(list));
    // Each turn goes on past one introduction.
    for _ in 0..4 {
        let introduces = |at: usize| {
            matches!(
                list[at].tag,
                Tag::And | Tag::Adverb | Tag::Comma | Tag::Dash | Tag::Close | Tag::Weekday | Tag::Quote
            )
        };
        while at < list.len() && (introduces(at) || is_of_time(list, at)) {
            at += 1;
        }
        let token = list.get(at)?;
        // `“…,” said Doe, adding`.
        if at > 0
            && list[at - 1].tag == Tag::Quote
            && matches!(token.tag, Tag::Verb(Verb { form: Form::Past | Form::Present, .. }))
            && !token.is_capital()
        {
            return beginning(list, at + 1);
        }
        let introduces = matches!(token.tag, Tag::Preposition | Tag::Subordinator | Tag::As | Tag::To | Tag::According)
            || matches!(token.tag, Tag::Verb(Verb { form: Form::Gerund | Form::Participle | Form::Past, .. }))
                && at == 0
            || token.is(Traits::GERUND) && token.tag == Tag::Word
            || token.is(Traits::PAST) && token.tag == Tag::Word && !list.get(at + 1).is_some_and(Token::is_capital);
        if !introduces {
            let mut range = beginning(list, at)?;
            // `The mayor won applause for saying`.
            let deed = |at: &usize| list[*at].is(Traits::DEED) && !list[*at].is_capital();
            range.end = range.clone().skip(1).find(deed).unwrap_or(range.end);
            range.end -= usize::from(ends_in_verb(list, &range));
            // `Hours later, Doe`.
            let mut after = range.end;
            while list.get(after).is_some_and(|token| token.tag == Tag::Adverb) {
                after += 1;
            }
            if list.get(after).is_some_and(|token| token.tag == Tag::Comma)
                && !list[range.clone()].iter().any(Token::is_capital)
                && list[range.start].tag == Tag::Word
                && is_name(list, after + 1)
            {
                at = after + 1;
                continue;
            }
            // There must be something that it does.
            return (range.end < list.len() || range.len() <= 5).then_some(range);
        }
        at = list[at..].iter().position(|token| token.tag == Tag::Comma).map(|comma| at + comma + 1)?;
        // `in Aspen, Colo., the mayor`.
        if list
            .get(at)
            .is_some_and(|token| token.is(Traits::SHORTENED) || token.is_capital() && token.end - token.start == 2)
            && list.get(at + 1).is_some_and(|token| token.tag == Tag::Comma)
        {
            at += 2;
        }
    }
    None
}

/// Whether a phrase ends in a verb that the list does not know, before its object: `The talk marks a turn`, `The judge hearing the case`, `The
/// Bank of Norland left its rate`.
fn ends_in_verb(list: &[Token], range: &Range<usize>) -> bool {
    let [article, .., noun, verb] = &list[range.clone()] else { return false };
    let is_small = |token: &Token| token.tag == Tag::Word && !token.is_capital() && !token.is_possessive();
    let Some(next) = list.get(range.end).filter(|_| article.tag == Tag::Determiner && is_small(verb)) else {
        return false;
    };
    let formed = verb.is(Traits::PLURAL) && !noun.is(Traits::PLURAL) || verb.is(Traits::GERUND);
    if formed {
        return next.tag == Tag::Determiner && is_small(noun);
    }
    // `The council set a budget`, but not `The council a day later`: no noun stands before an article.
    let timed = list.get(range.end + 1).is_none_or(|next| matches!(next.tag, Tag::Weekday | Tag::Number));
    let length = next.end - next.start;
    let indefinite = next.is(Traits::ARTICLE) && length < "the".len();
    let its = next.tag == Tag::Determiner && !next.is(Traits::ARTICLE.with(Traits::OWNER)) && length == "its".len();
    // `The young man the police arrested and charged`: a clause of its own, without `whom`.
    let is_deed = |token: &Token| {
        token.is(Traits::PAST.with(Traits::DEED)) || matches!(token.tag, Tag::Verb(Verb { form: Form::Past, .. }))
    };
    let owned = next.is(Traits::ARTICLE.with(Traits::OWNER)) && !list[range.end..].iter().any(is_deed);
    let has_object = (indefinite || its || owned) && !timed || next.is(Traits::OBJECT);
    !verb.is(Traits::BODY.with(Traits::PLURAL)) && !noun.is_possessive() && has_object
}

/// Whether two words say when, and the subject follows: `Last week the union`, not `the Friday meeting`.
fn is_of_time(list: &[Token], at: usize) -> bool {
    let Some([last, week, next, ..]) = list.get(at..) else { return false };
    last.tag == Tag::Determiner
        && week.tag == Tag::Weekday
        && !week.is_possessive()
        && (next.is_capital() || matches!(next.tag, Tag::Determiner | Tag::Pronoun | Tag::Comma))
}

/// The first token after a heading from `start` on that a colon ends, if the sentence goes on behind it: `NORHAVEN: The mayor`, `Watch: Doe`.
fn after_heading(list: &[Token], start: usize) -> usize {
    let heads = |token: &&Token| {
        matches!(token.tag, Tag::Word | Tag::Adverb | Tag::Determiner | Tag::Preposition | Tag::Number)
    };
    let words = list[start..].iter().take(HEADING).take_while(heads).count();
    let sentence = |next: &Token| next.tag != Tag::Pronoun && (next.is_capital() || next.tag == Tag::Determiner);
    match list.get(start + words..start + words + 2) {
        Some([colon, next]) if colon.tag == Tag::Colon && words > 0 && sentence(next) => start + words + 1,
        _ => start,
    }
}

/// Words of a heading, at most.
const HEADING: usize = 6;

/// The first token after a dateline: `NORHAVEN, Friday – The mayor`.
fn after_dateline(list: &[Token]) -> usize {
    let place = |token: &Token| {
        token.is_capital()
            || matches!(token.tag, Tag::Comma | Tag::Weekday | Tag::Number | Tag::Open | Tag::Close | Tag::Word)
    };
    let dash = list.iter().take(10).take_while(|token| place(token)).count();
    match list.get(dash) {
        Some(token) if token.tag == Tag::Dash && list[0].is_capital() && dash > 0 => dash + 1,
        // `New Norland, Feb 12 (NPA): The court`.
        Some(token)
            if token.tag == Tag::Colon
                && list[0].is_capital()
                && dash > 1
                && matches!(list[dash - 1].tag, Tag::Close | Tag::Number | Tag::Weekday) =>
        {
            dash + 1
        }
        _ => 0,
    }
}
