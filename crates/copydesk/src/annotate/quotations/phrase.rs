//! The noun phrases around a verb, found by their edges: who does it.

use std::ops::Range;

use super::aside::{aside, is_apposed, narrowed, past_bracket};
use super::shape;
use super::subject::clause_subject;
use super::tokens::Token;
use super::traits::Traits;
use super::words::{Class, Form, Tag, Verb};

/// Tokens of a noun phrase, at most.
const PHRASE: usize = 14;

/// Bytes of a nickname with its marks, at most.
const NICKNAME: usize = 32;

/// Tokens of an aside between commas, at most.
pub(super) const ASIDE: usize = 30;

/// Whether a token can stand inside a noun phrase.
fn is_noun(token: &Token) -> bool {
    match token.tag {
        Tag::Word | Tag::Number => true,
        // `Will`, `Grant`, `Price`: a function word or a verb with a capital inside a sentence is a name. The caller sees to the first word.
        Tag::Verb(_) | Tag::Auxiliary => token.is_capital(),
        _ => false,
    }
}

/// Whether the token at `at` stands as a noun: also `judge` in `the judge said`, which is a verb elsewhere.
pub(super) fn is_noun_at(list: &[Token], at: usize) -> bool {
    let token = &list[at];
    if is_noun(token) {
        return true;
    }
    let Tag::Verb(Verb { form: Form::Noun | Form::Base, .. }) = token.tag else { return false };
    if shape::is_of_state(list, at) {
        return true;
    }
    let Some(before) = at.checked_sub(1).map(|before| &list[before]) else { return false };
    // `the secretary of state`.
    let bound = before.is(Traits::OF) && matches!(token.tag, Tag::Verb(Verb { form: Form::Noun, .. }));
    bound
        || before.tag == Tag::Determiner
        || before.is_possessive()
        || before.tag == Tag::Word
            && list.get(at + 1).is_some_and(|next| matches!(next.tag, Tag::Verb(_) | Tag::Auxiliary | Tag::Be))
        || is_between(list, at)
}

/// Whether a form that may be a noun stands between nouns, and no plural before it could do it: `Norland state media`.
fn is_between(list: &[Token], at: usize) -> bool {
    let (token, before) = (&list[at], &list[at - 1]);
    matches!(token.tag, Tag::Verb(Verb { form: Form::Noun, .. }))
        && !token.is(Traits::PLURAL)
        && before.tag == Tag::Word
        && !before.is(Traits::PLURAL)
        && list.get(at + 1).is_some_and(|next| next.tag == Tag::Word && !next.is_capital())
}

/// Whether the token at `at` is a name by its capital: not the first word of a sentence that is something else.
pub(super) fn is_name(list: &[Token], at: usize) -> bool {
    list.get(at)
        .is_some_and(|token| token.is_capital() && matches!(token.tag, Tag::Word | Tag::Verb(_) | Tag::Auxiliary))
}

fn is_first(list: &[Token], at: usize) -> bool {
    at == 0 || matches!(list[at - 1].tag, Tag::Stop | Tag::Quote | Tag::Colon)
}

fn binds(list: &[Token], at: usize) -> bool {
    // `the head of the agency`, `a spokesman for the ministry`; but `a day after the mayor`.
    matches!(list[at].tag, Tag::Preposition | Tag::To) && !list[at].is(Traits::WHEN)
}

/// The noun phrase that ends before `end`.
pub(super) fn ending(list: &[Token], end: usize) -> Option<Range<usize>> {
    let mut start = end;
    while start > 0 && end - start < PHRASE {
        let before = &list[start - 1];
        let first = is_first(list, start - 1);
        let inner = start >= 2;
        // The first word of a sentence has its capital anyway.
        let noun = !first || matches!(before.tag, Tag::Word | Tag::Number) || start >= end || list[start].is_capital();
        if start < end && (end - start > 1 || list[start].is_capital()) && shape::is_of_date(list, start - 1) {
            break;
        }
        if noun && is_noun_at(list, start - 1) {
            // A verb that the list does not know: `The crowd cheered Doe said`.
            if before.tag == Tag::Word
                && !before.is_capital()
                && is_past(list, start - 1)
                && start < end
                && list[start].is_capital()
            {
                break;
            }
            start -= 1;
            if shape::begins_with_state(list, start) {
                break;
            }
        } else if before.tag == Tag::Determiner {
            start -= 1;
            if start >= 2 && binds(list, start - 1) && is_noun(&list[start - 2]) {
                start -= 1;
                continue;
            }
            if start >= 1 && list[start - 1].tag == Tag::Determiner {
                start -= 1;
            }
            break;
        } else if inner && start < end && is_link(list, start) {
            start -= 1;
        } else {
            break;
        }
    }
    tidy(list, start..end)
}

/// Whether the token before `start` links what stands before it to the phrase: `head of`, `Jane Doe and`, `Jane “Jo”`.
fn is_link(list: &[Token], start: usize) -> bool {
    let (left, right) = (&list[start - 2], &list[start]);
    let names = left.is_capital() && right.is_capital();
    match list[start - 1].tag {
        Tag::And => names && is_noun(left),
        // A nickname.
        Tag::Quote => names && list[start - 1].end - list[start - 1].start <= NICKNAME,
        // `Doe took on the council` is no phrase.
        _ => binds(list, start - 1) && is_noun(left) && !left.is(Traits::DEED),
    }
}

/// Whether a word looks like a verb of the past that is no adjective before a noun.
fn is_past(list: &[Token], at: usize) -> bool {
    let token = &list[at];
    token.is(Traits::PAST)
        && !list.get(at.wrapping_sub(1)).is_some_and(|before| before.tag == Tag::Determiner || before.is_possessive())
}

/// Takes off what says when or where, and what cannot begin or end a phrase. `None` where nothing is left.
fn tidy(list: &[Token], mut range: Range<usize>) -> Option<Range<usize>> {
    let binding = |token: &Token| matches!(token.tag, Tag::Preposition | Tag::And | Tag::To);
    while range.start < range.end && (binding(&list[range.start]) || list[range.start].tag == Tag::Weekday) {
        range.start += 1;
    }
    while range.start < range.end
        && (binding(&list[range.end - 1])
            || matches!(list[range.end - 1].tag, Tag::Weekday | Tag::Determiner) && range.len() > 1)
    {
        range.end -= 1;
    }
    if range.is_empty() {
        return None;
    }
    // `Doe on Monday`: a name does not need the phrase that says where it was.
    if let Some(at) = range.clone().find(|&at| matches!(list[at].tag, Tag::Preposition | Tag::To))
        && at > range.start
        && list[at - 1].is_capital()
        && list[range.start].tag != Tag::Determiner
        && !list[at].is(Traits::OF)
    {
        range.end = at;
    }
    // `Jane Doe of the University of Norhaven`: the name is that of a person, and what she is of is none of it.
    let mut ofs = range.clone().skip(2).filter(|&at| list[at].is(Traits::OF) && list[at].end - list[at].start == 2);
    if list[range.start].tag != Tag::Determiner
        && let Some(at) = ofs.find(|&at| !list[at - 1].is(Traits::BODY))
        && list[at - 2..at].iter().all(|token| token.is_capital() && token.tag != Tag::Determiner)
    {
        range.end = at;
    }
    // One lower word that is no plural is no subject: `had struck alleged targets`.
    let first = &list[range.start];
    let bare = first.tag == Tag::Word && !first.is_capital() && !first.is(Traits::PLURAL);
    if range.len() == 1 && (first.tag == Tag::Number || bare || first.is(Traits::ARTICLE.with(Traits::OWNER))) {
        return None;
    }
    // `a source familiar with the plan`: what stands behind the noun is none of it without the rest.
    let postposed = |last: &Token| last.is(Traits::POSTPOSED) && !last.is_capital();
    range.end -= usize::from(range.len() > 1 && postposed(&list[range.end - 1]));
    let last = &list[range.end - 1];
    // `A 2014` report: a year is nobody. `Making serious` demands: what is done is nobody either.
    let year =
        range.len() == 2 && first.tag == Tag::Determiner && last.tag == Tag::Number && last.end - last.start == 4;
    // A marketing chief and an acting mayor are somebody, and have a name.
    let office = last.is_capital() && list[range.clone()].iter().all(is_noun);
    let deed = bare && first.is(Traits::GERUND) && !last.is(Traits::PLURAL) && !office;
    (!year && !deed).then_some(range)
}

/// The noun phrase that begins at `start`, without what is set off from it.
pub(super) fn beginning(list: &[Token], start: usize) -> Option<Range<usize>> {
    let is_date = list.get(start + 1).is_some_and(Token::is_capital) && shape::is_of_date(list, start);
    let start = start + usize::from(is_date);
    let first = list.get(start)?;
    if first.tag == Tag::Pronoun {
        return Some(start..start + 1);
    }
    let mut end = start;
    while end < list.len() && matches!(list[end].tag, Tag::Determiner) && end < start + 3 {
        end += 1;
    }
    let head = end;
    // `said parking director Jane Doe` is an office.
    let deed = list.get(head).is_some_and(|token| token.is(Traits::GERUND) && !token.is_capital() && head == start);
    if deed && !name_follows(list, head) {
        return None;
    }
    while end < list.len() && end - start < PHRASE {
        let token = &list[end];
        let capital_before = end > head && list[end - 1].is_capital();
        if is_noun_at(list, end)
            && !(!matches!(token.tag, Tag::Word | Tag::Number) && end == start && is_first(list, end))
            || end == start && shape::is_of_state(list, end)
        {
            // `Doe used the yard`, not `the Norland built yards`, nor `a visibly moved Doe`.
            let noun = || list.get(end + 1).is_some_and(|next| next.tag == Tag::Word && !next.is_capital());
            let done = || token.is(Traits::PAST) || token.is(Traits::DEED) && capital_before && !noun();
            let moved = || list[end - 1].tag == Tag::Adverb && is_name(list, end + 1);
            if end > head && !list[end - 1].is_possessive() && !token.is_capital() && done() && !moved() {
                break;
            }
            // A lower word after a name: only if a name follows, as in `Doe spokesman Jo Roe`.
            if head == start
                && capital_before
                && !token.is_capital()
                && !list[end - 1].is_possessive()
                && token.tag == Tag::Word
                && !name_follows(list, end)
                && !is_apposed(list, end + 1)
            {
                break;
            }
            end += 1;
        } else if end == head
            && end > start
            && matches!(token.tag, Tag::Weekday | Tag::Adverb)
            && list.get(end + 1).is_some_and(|next| next.tag == Tag::Word)
        {
            // `A Wednesday editorial`, `the recently opened letter`.
            end += 1;
        } else if end > head && is_noun_of_article(list, start, end) || is_of_two_offices(list, start, end) {
            end += 1;
        } else if end > start && list[end].is(Traits::OF) {
            let mut next = end + 1;
            while next < list.len() && list[next].tag == Tag::Determiner {
                next += 1;
            }
            if next < list.len() && is_noun(&list[next]) {
                end = next + 1;
            } else {
                break;
            }
        } else if end > head
            && (token.tag == Tag::And || token.tag == Tag::Quote && token.end - token.start <= NICKNAME)
            && capital_before
            && is_name(list, end + 1)
        {
            end += 1;
        } else {
            break;
        }
    }
    if end == start {
        return None;
    }
    tidy(list, start..end)
}

/// The phrase that begins at `start`, behind the verb or the preposition that it belongs to: many behind a name do nothing there, `according to
/// Norland officials`.
pub(super) fn behind(list: &[Token], start: usize) -> Option<Range<usize>> {
    let range = past_bracket(list, beginning(list, start)?);
    let ends = |next: &Token| {
        matches!(next.tag, Tag::Comma | Tag::Stop | Tag::Preposition | Tag::And | Tag::Weekday | Tag::Quote | Tag::Who)
    };
    let many = |token: &Token| {
        token.tag == Tag::Word && token.is(Traits::PLURAL) && !token.is_capital() && !token.is_possessive()
    };
    let named = list[range.clone()].iter().all(|token| token.is_capital() && !token.is_possessive());
    let more = named && list.get(range.end).is_some_and(many) && list.get(range.end + 1).is_none_or(ends);
    Some(range.start..range.end + usize::from(more))
}

/// Whether a form that may be a noun is one: nobody who is one does what it says without its ending. `An annual report by the port`.
fn is_noun_of_article(list: &[Token], start: usize, at: usize) -> bool {
    let token = &list[at];
    let object = |next: &Token| matches!(next.tag, Tag::That | Tag::Determiner | Tag::Pronoun | Tag::Quote | Tag::Word);
    // `A police report`: those who are many have another article.
    let one = list[start].is(Traits::ARTICLE) && list[start].end - list[start].start < "the".len();
    // `The statement read`.
    let read = token.is(Traits::AT_ONCE) && !token.is(Traits::CITING);
    matches!(token.tag, Tag::Verb(Verb { form: Form::Noun, .. }))
        && !token.is(Traits::PLURAL)
        && !read
        && (list[start].is(Traits::ARTICLE) || list[start].is_possessive())
        && list[start + 1..at]
            .iter()
            .all(|word| word.tag == Tag::Word && !word.is_capital() && (!word.is(Traits::PLURAL) || one))
        && !list.get(at + 1).is_some_and(object)
}

/// Whether somebody's second office follows the first, and then the name: `lawyer and children’s advocate Jane Doe`.
fn is_of_two_offices(list: &[Token], start: usize, at: usize) -> bool {
    let office = |token: &Token| token.tag == Tag::Word && !token.is_capital();
    list[at].tag == Tag::And && at > start && list[start..at].iter().all(office) && name_follows(list, at)
}

/// Whether a name comes within two lower words, with nothing else between.
pub(super) fn name_follows(list: &[Token], at: usize) -> bool {
    (at + 1..list.len().min(at + 4))
        .find(|&next| list[next].tag != Tag::Word || list[next].is_capital())
        .is_some_and(|next| is_name(list, next))
}

/// The subject of the verb at `verb`, looked for before it.
pub(super) fn subject_before(list: &[Token], verb: usize) -> Option<Range<usize>> {
    let mut at = verb;
    let gerund = matches!(list[verb].tag, Tag::Verb(Verb { form: Form::Gerund, .. }));
    let speech = matches!(list[verb].tag, Tag::Verb(Verb { class: Class::Speech, .. }));
    while at > 0 && matches!(list[at - 1].tag, Tag::Adverb | Tag::Auxiliary | Tag::Be) && !is_name(list, at - 1)
        || at > 0 && list[at - 1].tag == Tag::Weekday
    {
        at -= 1;
    }
    // `Doe last week said`.
    if at > 0 && at < verb && list[at].tag == Tag::Weekday && list[at - 1].tag == Tag::Determiner {
        at -= 1;
    }
    let before = list.get(at.checked_sub(1)?)?;
    match before.tag {
        Tag::Pronoun => Some(at - 1..at),
        // `Another said`.
        Tag::Determiner if before.is_capital() && before.end - before.start == "Another".len() => Some(at - 1..at),
        Tag::That if !speech => None,
        Tag::Who | Tag::That => {
            let mut end = at - 1;
            if end > 0 && list[end - 1].tag == Tag::Comma {
                end -= 1;
            }
            ending(list, end)
        }
        // `Doe was at home when Roe rang and said`: which of the two did.
        Tag::And if has_clause(list, at - 1) => None,
        Tag::And => joined(list, at - 1),
        Tag::To => clause_subject(list, at - 1)
            .filter(|range| !is_abstract(list, range, at - 1))
            .map(|range| without_verb(list, range, at - 1)),
        Tag::Comma if gerund => joined(list, at - 1),
        Tag::Comma => aside(list, at - 1).or_else(|| joined(list, at - 1)),
        Tag::Dash => aside(list, at - 1),
        Tag::Close => {
            let open = (at.saturating_sub(ASIDE)..at).rev().find(|&place| list[place].tag == Tag::Open)?;
            ending(list, open)
        }
        // `a clip of him talking`, `a note reading`: who it is that the clause is about says nothing.
        _ if gerund && (before.is(Traits::OBJECT) && !before.is_capital() || before.is(Traits::OWNER)) => None,
        Tag::Word if gerund && at == verb && list[verb].is(Traits::AT_ONCE) => accompanying(list, at),
        _ if gerund => accompanying(list, at).or_else(|| {
            clause_subject(list, at).filter(|range| speech && !shape::has_other_clause(&list[range.end..at]))
        }),
        _ if is_noun_at(list, at - 1) => {
            let range = ending(list, at)?;
            // `Jane Doe of the University of Norhaven (UN) Business School`: the rest of what the bracket cuts.
            let closed = range.start.checked_sub(1).filter(|&close| list[close].tag == Tag::Close);
            if let Some(close) = closed
                && list[range.end - 1].is(Traits::BODY)
                && list[range.clone()].iter().all(Token::is_capital)
                && let Some(open) =
                    (close.saturating_sub(ASIDE)..close).rev().find(|&place| list[place].tag == Tag::Open)
            {
                return ending(list, open);
            }
            if !is_object(list, &range) {
                return Some(narrowed(list, range, verb));
            }
            // `A report issued by the agency said`.
            let made = range.start >= 2 && list[range.start - 1].is(Traits::BY) && is_made(&list[range.start - 2]);
            let finite = matches!(list[verb].tag, Tag::Verb(Verb { form: Form::Past | Form::Present, .. }));
            (speech && finite && made).then(|| clause_subject(list, at))?
        }
        _ => None,
    }
}

pub(super) fn is_doing(token: &Token) -> bool {
    token.is(Traits::GERUND) && !token.is_capital()
}

/// Whether a clause of its own subject stands between what the sentence is about and the `and` at `end`: `when Roe rang`.
fn has_clause(list: &[Token], end: usize) -> bool {
    let floor = end.saturating_sub(ASIDE);
    let edge = |tag: Tag| matches!(tag, Tag::Comma | Tag::Dash | Tag::Stop | Tag::Quote | Tag::Semicolon | Tag::Colon);
    let Some(at) = (floor..end)
        .rev()
        .take_while(|&at| !edge(list[at].tag))
        .find(|&at| list[at].tag == Tag::Subordinator && list[at].end - list[at].start >= "when".len())
    else {
        return false;
    };
    at > 1
        && !edge(list[at - 1].tag)
        && list
            .get(at + 1)
            .is_some_and(|next| next.tag == Tag::Determiner || next.tag == Tag::Word && next.is_capital())
}

/// Whether nobody does what the infinitive behind `to` says: `it is unfair to tell`, `the reaction was to call`.
fn is_abstract(list: &[Token], range: &Range<usize>, to: usize) -> bool {
    let is_be = |at: usize| list.get(at).is_some_and(|token| token.tag == Tag::Be);
    let subject = &list[range.start];
    let somebody = subject.tag == Tag::Pronoun || list[range.end - 1].is_capital();
    subject.is(Traits::IT) && is_be(range.end) || is_be(to - 1) && !somebody
}

/// The phrase without a verb that the lists do not know, which looks like a plural before `to`: `The government refuses to`.
fn without_verb(list: &[Token], range: Range<usize>, to: usize) -> Range<usize> {
    let last = &list[range.end - 1];
    let verb = range.end == to
        && range.len() > 1
        && last.tag == Tag::Word
        && last.is(Traits::PLURAL)
        && !last.is_capital()
        && !list[range.end - 2].is_possessive()
        && list[range.end - 2].tag == Tag::Word
        && !list[range.end - 2].is_capital()
        && !list[range.end - 2].is(Traits::PLURAL);
    if verb { range.start..range.end - 1 } else { range }
}

/// The phrase behind `, with`, up to `end`: `, with one witness calling it`. A note or a statement is none.
fn accompanying(list: &[Token], end: usize) -> Option<Range<usize>> {
    let with = list[..end].iter().rposition(|token| token.is(Traits::WITH))?;
    let set_off = with == 0 || matches!(list[with - 1].tag, Tag::Comma | Tag::Dash | Tag::Quote);
    let first = &list[with + 1];
    let thing = first.tag == Tag::Determiner && first.end - first.start <= 2;
    let range = if set_off && !thing { beginning(list, with + 1) } else { None };
    range.filter(|range| range.end == end)
}

/// Whether a token can be the participle before `by`.
pub(super) fn is_made(token: &Token) -> bool {
    token.is(Traits::PAST) || matches!(token.tag, Tag::Verb(Verb { form: Form::Past | Form::Participle, .. }))
}

/// Whether the phrase is the object of a preposition at the sentence's beginning, or of a verb: `After the vote said`.
fn is_object(list: &[Token], range: &Range<usize>) -> bool {
    range.start > 0
        && matches!(list[range.start - 1].tag, Tag::Preposition)
        && list[range.start].tag != Tag::Pronoun
        && {
            // `a woman in the crowd said` was taken in as a whole, so that here nothing nominal stands before the preposition.
            range.start < 2 || !is_noun(&list[range.start - 2])
        }
}

/// The subject of a verb that `and`, or a comma, joins to an earlier one.
fn joined(list: &[Token], at: usize) -> Option<Range<usize>> {
    // `At the rally Doe criticised Roe and claimed`, `It will rain, Doe said, adding`: what the verb before has for a subject.
    let finite = |token: &Token| {
        matches!(token.tag, Tag::Verb(Verb { form: Form::Past | Form::Present, .. })) && !token.is_capital()
    };
    let before = list[..at].iter().rposition(|token| finite(token) || matches!(token.tag, Tag::Semicolon | Tag::Quote));
    let verb = before.filter(|&verb| finite(&list[verb]) && verb > 0);
    let subject = verb.and_then(|verb| match list[verb - 1].tag {
        Tag::Pronoun => Some(verb - 1..verb),
        _ if is_noun_at(list, verb - 1) => ending(list, verb),
        _ => None,
    });
    subject.or_else(|| clause_subject(list, at))
}
