//! Noun phrases, found from one of their edges. A phrase names whoever a verb is about.

use std::ops::Range;

use super::aside::{is_apposed, past_bracket};
use super::shape;
use super::tokens::Token;
use super::traits::Traits;
use super::words::{Form, Tag, Verb};

/// How many tokens a noun phrase may have.
const PHRASE: usize = 14;

/// How many determiners may stand before a noun: `all the other boats`.
const DETERMINERS: usize = 3;

/// How many bytes a nickname may have, with its marks: `“Jo”`.
const NICKNAME: usize = 32;

/// How many tokens an aside between commas may have.
pub(super) const ASIDE: usize = 30;

/// Whether a token can stand inside a noun phrase.
pub(super) fn is_noun(token: &Token) -> bool {
    match token.tag {
        Tag::Word | Tag::Number => true,
        // `Will`, `Grant`, `Price`: inside a sentence, any word with a capital is a name. The caller checks that it is not the sentence's
        // first word.
        Tag::Verb(_) | Tag::Auxiliary => token.is_capital(),
        _ => false,
    }
}

/// Whether the token at `at` is a noun where it stands. `judge` is one in `the judge said`, and a verb elsewhere.
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
    // `the secretary of state`
    let bound = before.is(Traits::OF) && matches!(token.tag, Tag::Verb(Verb { form: Form::Noun, .. }));
    bound
        || before.tag == Tag::Determiner
        || before.is_possessive()
        || before.tag == Tag::Word
            && list.get(at + 1).is_some_and(|next| matches!(next.tag, Tag::Verb(_) | Tag::Auxiliary | Tag::Be))
        || is_between(list, at)
}

/// Whether a form that may be a noun stands between two nouns, of which the first cannot be its subject: `Norland state media`.
fn is_between(list: &[Token], at: usize) -> bool {
    let (token, before) = (&list[at], &list[at - 1]);
    matches!(token.tag, Tag::Verb(Verb { form: Form::Noun, .. }))
        && !token.is(Traits::PLURAL)
        && before.tag == Tag::Word
        && !before.is(Traits::PLURAL)
        && list.get(at + 1).is_some_and(|next| next.tag == Tag::Word && !next.is_capital())
}

/// Whether the token at `at` is a name, by its capital and its tag: `On` at the beginning of a sentence has a capital and is none.
pub(super) fn is_name(list: &[Token], at: usize) -> bool {
    list.get(at)
        .is_some_and(|token| token.is_capital() && matches!(token.tag, Tag::Word | Tag::Verb(_) | Tag::Auxiliary))
}

fn is_first(list: &[Token], at: usize) -> bool {
    at == 0 || matches!(list[at - 1].tag, Tag::Stop | Tag::Quote | Tag::Colon)
}

fn binds(list: &[Token], at: usize) -> bool {
    // `the head of the agency`, `a spokesman for the ministry`. But in `a day after the mayor` the two nouns do not belong together.
    matches!(list[at].tag, Tag::Preposition | Tag::To) && !list[at].is(Traits::WHEN)
}

/// The noun phrase that ends before `end`.
pub(super) fn ending(list: &[Token], end: usize) -> Option<Range<usize>> {
    let mut start = end;
    while start > 0 && end - start < PHRASE {
        let before = &list[start - 1];
        let first = is_first(list, start - 1);
        let inner = start >= 2;
        // The capital of a sentence's first word says nothing.
        let noun = !first || matches!(before.tag, Tag::Word | Tag::Number) || start >= end || list[start].is_capital();
        if start < end && (end - start > 1 || list[start].is_capital()) && shape::is_of_date(list, start - 1) {
            break;
        }
        if noun && is_noun_at(list, start - 1) {
            // A verb that is in no list: in `The crowd cheered Doe said` the phrase is `Doe`.
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

/// Whether the token before `start` binds what stands before it to the phrase: `head of`, `Jane Doe and`, `Jane “Jo”`.
fn is_link(list: &[Token], start: usize) -> bool {
    let (left, right) = (&list[start - 2], &list[start]);
    let names = left.is_capital() && right.is_capital();
    match list[start - 1].tag {
        Tag::And => names && is_noun(left),
        // A nickname, which is one token.
        Tag::Quote => names && list[start - 1].end - list[start - 1].start <= NICKNAME,
        // `Doe took on the council` is no phrase: behind a verb, the preposition binds nothing.
        _ => binds(list, start - 1) && is_noun(left) && !left.is(Traits::DEED),
    }
}

/// Whether a word looks like a verb of the past, and is no adjective before a noun: `the moored boats`.
fn is_past(list: &[Token], at: usize) -> bool {
    let token = &list[at];
    token.is(Traits::PAST)
        && !list.get(at.wrapping_sub(1)).is_some_and(|before| before.tag == Tag::Determiner || before.is_possessive())
}

/// Takes off what says when or where, and what cannot begin or end a phrase. `None` if nothing is left, or nobody that can speak.
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
    let mut range = name_alone(list, range);
    // A single lower-case word is a subject only if it is a plural: `alleged` in `had struck alleged targets` is none.
    let first = &list[range.start];
    let bare = first.tag == Tag::Word && !first.is_capital() && !first.is(Traits::PLURAL);
    if range.len() == 1 && (first.tag == Tag::Number || bare || first.is(Traits::ARTICLE.with(Traits::OWNER))) {
        return None;
    }
    // In `a source familiar with the plan` the word behind the noun does not belong to the phrase without the rest.
    let postposed = |last: &Token| last.is(Traits::POSTPOSED) && !last.is_capital();
    range.end -= usize::from(range.len() > 1 && postposed(&list[range.end - 1]));
    let last = &list[range.end - 1];
    // `A 2014 …`: a year is nobody.
    let year =
        range.len() == 2 && first.tag == Tag::Determiner && last.tag == Tag::Number && last.end - last.start == 4;
    // `Making serious demands`: a deed is nobody either. But a marketing chief and an acting mayor are somebody, and have a name.
    let office = last.is_capital() && list[range.clone()].iter().all(is_noun);
    let deed = bare && first.is(Traits::GERUND) && !last.is(Traits::PLURAL) && !office;
    (!year && !deed).then_some(range)
}

/// A phrase that begins with a name, without where its bearer was or belongs: `Doe on Monday`, `Jane Doe of the University of Norhaven`.
fn name_alone(list: &[Token], mut range: Range<usize>) -> Range<usize> {
    if let Some(at) = range.clone().find(|&at| matches!(list[at].tag, Tag::Preposition | Tag::To))
        && at > range.start
        && list[at - 1].is_capital()
        && list[range.start].tag != Tag::Determiner
        && !list[at].is(Traits::OF)
    {
        range.end = at;
    }
    let mut ofs = range.clone().skip(2).filter(|&at| list[at].is(Traits::OF) && list[at].end - list[at].start == 2);
    if list[range.start].tag != Tag::Determiner
        && let Some(at) = ofs.find(|&at| !list[at - 1].is(Traits::BODY))
        && list[at - 2..at].iter().all(|token| token.is_capital() && token.tag != Tag::Determiner)
    {
        range.end = at;
    }
    range
}

/// The noun phrase that begins at `start`, without what is set off from it.
pub(super) fn beginning(list: &[Token], start: usize) -> Option<Range<usize>> {
    let is_date = list.get(start + 1).is_some_and(Token::is_capital) && shape::is_of_date(list, start);
    let start = start + usize::from(is_date);
    let first = list.get(start)?;
    if first.tag == Tag::Pronoun {
        return Some(start..start + 1);
    }
    let mut head = start;
    while head < list.len() && matches!(list[head].tag, Tag::Determiner) && head < start + DETERMINERS {
        head += 1;
    }
    // `making boats` is a deed. But `parking director Jane Doe` is an office.
    let deed = list.get(head).is_some_and(|token| token.is(Traits::GERUND) && !token.is_capital() && head == start);
    if deed && !name_follows(list, head) {
        return None;
    }
    let mut end = head;
    while end < list.len() && end - start < PHRASE {
        let Some(next) = extended(list, start, head, end) else { break };
        end = next;
    }
    if end == start {
        return None;
    }
    tidy(list, start..end)
}

/// Where a phrase ends that takes in the token at `end`; `None` if it ends before that. The phrase begins at `start`, and the words behind its
/// determiners at `head`.
fn extended(list: &[Token], start: usize, head: usize, end: usize) -> Option<usize> {
    let token = &list[end];
    let capital_before = end > head && list[end - 1].is_capital();
    let may_open = matches!(token.tag, Tag::Word | Tag::Number) || end != start || !is_first(list, end);
    if is_noun_at(list, end) && may_open || end == start && shape::is_of_state(list, end) {
        return (!is_cut(list, start, head, end)).then_some(end + 1);
    }
    // `A Wednesday editorial`, `the recently opened letter`
    let is_qualified = end == head
        && end > start
        && matches!(token.tag, Tag::Weekday | Tag::Adverb)
        && list.get(end + 1).is_some_and(|next| next.tag == Tag::Word);
    if is_qualified || end > head && is_noun_of_article(list, start, end) || is_of_two_offices(list, start, end) {
        return Some(end + 1);
    }
    if end > start && token.is(Traits::OF) {
        let mut next = end + 1;
        while next < list.len() && list[next].tag == Tag::Determiner {
            next += 1;
        }
        return (next < list.len() && is_noun(&list[next])).then_some(next + 1);
    }
    // `Jane Doe and Jon Roe`, `Jane “Jo” Doe`
    let joins = end > head
        && (token.tag == Tag::And || token.tag == Tag::Quote && token.end - token.start <= NICKNAME)
        && capital_before
        && is_name(list, end + 1);
    joins.then_some(end + 1)
}

/// Whether the noun at `end` belongs to what comes next, and not to the phrase before it.
fn is_cut(list: &[Token], start: usize, head: usize, end: usize) -> bool {
    let token = &list[end];
    if end == head || list[end - 1].is_possessive() || token.is_capital() {
        return false;
    }
    let capital_before = list[end - 1].is_capital();
    // `Doe used the yard`: a verb that is in no list. In `the Norland built yards` and `a visibly moved Doe` it is an adjective.
    let noun = || list.get(end + 1).is_some_and(|next| next.tag == Tag::Word && !next.is_capital());
    let done = || token.is(Traits::PAST) || token.is(Traits::DEED) && capital_before && !noun();
    let moved = || list[end - 1].tag == Tag::Adverb && is_name(list, end + 1);
    if done() && !moved() {
        return true;
    }
    // A lower-case word behind a name belongs to it only if a name follows: `Doe spokesman Jo Roe`.
    head == start && capital_before && token.tag == Tag::Word && !name_follows(list, end) && !is_apposed(list, end + 1)
}

/// The phrase that begins at `start`, behind the verb or the preposition that it belongs to. There, a plural behind a name is part of the
/// phrase: `according to Norland officials`.
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

/// Whether a form that may be a noun is one, by the singular before it, which no such verb would follow: `An annual report by the port`.
fn is_noun_of_article(list: &[Token], start: usize, at: usize) -> bool {
    let token = &list[at];
    let object = |next: &Token| matches!(next.tag, Tag::That | Tag::Determiner | Tag::Pronoun | Tag::Quote | Tag::Word);
    // `A police report`: with `a`, the word before it cannot be many.
    let one = list[start].is(Traits::ARTICLE) && list[start].end - list[start].start < "the".len();
    // In `The statement read` it is a verb.
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

/// Whether a second office follows the first, and then the name: `lawyer and children’s advocate Jane Doe`.
fn is_of_two_offices(list: &[Token], start: usize, at: usize) -> bool {
    let office = |token: &Token| token.tag == Tag::Word && !token.is_capital();
    list[at].tag == Tag::And && at > start && list[start..at].iter().all(office) && name_follows(list, at)
}

/// Whether a name comes behind one or two lower-case words, with nothing else between: `spokesman Jo Roe` at `spokesman`.
pub(super) fn name_follows(list: &[Token], at: usize) -> bool {
    (at + 1..list.len().min(at + 4))
        .find(|&next| list[next].tag != Tag::Word || list[next].is_capital())
        .is_some_and(|next| is_name(list, next))
}

/// Whether a word in small letters looks like a verb in `-ing`.
pub(super) fn is_doing(token: &Token) -> bool {
    token.is(Traits::GERUND) && !token.is_capital()
}

/// Whether a token can be a participle before `by`: `issued`.
pub(super) fn is_made(token: &Token) -> bool {
    token.is(Traits::PAST) || matches!(token.tag, Tag::Verb(Verb { form: Form::Past | Form::Participle, .. }))
}
