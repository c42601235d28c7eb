//! The subject of a verb before a quotation, and the subject of a sentence: the phrase at its beginning, behind what introduces it.

use std::ops::Range;

use super::aside::{aside, narrowed};
use super::phrase::{ASIDE, beginning, ending, is_made, is_name, is_noun, is_noun_at};
use super::shape;
use super::tokens::Token;
use super::traits::Traits;
use super::words::{Class, Form, Tag, Verb};

/// The subject of the verb at `verb`, if it stands before it. The token right before the verb decides what is looked for.
pub(super) fn subject_before(list: &[Token], verb: usize) -> Option<Range<usize>> {
    let mut at = verb;
    let gerund = matches!(list[verb].tag, Tag::Verb(Verb { form: Form::Gerund, .. }));
    let speech = matches!(list[verb].tag, Tag::Verb(Verb { class: Class::Speech, .. }));
    while at > 0 && matches!(list[at - 1].tag, Tag::Adverb | Tag::Auxiliary | Tag::Be) && !is_name(list, at - 1)
        || at > 0 && list[at - 1].tag == Tag::Weekday
    {
        at -= 1;
    }
    // `Doe last week said`
    if at > 0 && at < verb && list[at].tag == Tag::Weekday && list[at - 1].tag == Tag::Determiner {
        at -= 1;
    }
    let before = list.get(at.checked_sub(1)?)?;
    match before.tag {
        Tag::Pronoun => Some(at - 1..at),
        // `Another said`
        Tag::Determiner if before.is_capital() && before.end - before.start == "Another".len() => Some(at - 1..at),
        Tag::That if !speech => None,
        Tag::Who | Tag::That => {
            let mut end = at - 1;
            if end > 0 && list[end - 1].tag == Tag::Comma {
                end -= 1;
            }
            ending(list, end)
        }
        // In `Doe was at home when Roe rang and said` either may have spoken.
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
        // In `a clip of him talking` the sentence is about the clip, which does not speak.
        _ if gerund && (before.is(Traits::OBJECT) && !before.is_capital() || before.is(Traits::OWNER)) => None,
        Tag::Word if gerund && at == verb && list[verb].is(Traits::AT_ONCE) => accompanying(list, at),
        _ if gerund => accompanying(list, at).or_else(|| {
            clause_subject(list, at).filter(|range| speech && !shape::has_other_clause(&list[range.end..at]))
        }),
        _ if is_noun_at(list, at - 1) => noun_before(list, at, verb),
        _ => None,
    }
}

/// The noun phrase that ends before `at`, if it does what the verb at `verb` says.
fn noun_before(list: &[Token], at: usize, verb: usize) -> Option<Range<usize>> {
    let range = ending(list, at)?;
    // `Jane Doe of the University of Norhaven (UN) Business School`: the bracket cuts the name of the school in two.
    let closed = range.start.checked_sub(1).filter(|&close| list[close].tag == Tag::Close);
    if let Some(close) = closed
        && list[range.end - 1].is(Traits::BODY)
        && list[range.clone()].iter().all(Token::is_capital)
        && let Some(open) = (close.saturating_sub(ASIDE)..close).rev().find(|&place| list[place].tag == Tag::Open)
    {
        return ending(list, open);
    }
    if !is_object(list, &range) {
        return Some(narrowed(list, range, verb));
    }
    // `A report issued by the agency said`: the report does.
    let made = range.start >= 2 && list[range.start - 1].is(Traits::BY) && is_made(&list[range.start - 2]);
    let speaks = matches!(list[verb].tag, Tag::Verb(Verb { class: Class::Speech, form: Form::Past | Form::Present }));
    (speaks && made).then(|| clause_subject(list, at))?
}

/// Whether a clause with a subject of its own stands before the `and` at `end`, such as `when Roe rang`.
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

/// The phrase without its last word, if that is a verb that is in no list. Before `to` it looks like a plural: `The government refuses to`.
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

/// The phrase between `, with` and `end`: `, with one witness calling it`. With `a`, as in `with a note reading`, it is a thing that does
/// not speak.
fn accompanying(list: &[Token], end: usize) -> Option<Range<usize>> {
    let with = list[..end].iter().rposition(|token| token.is(Traits::WITH))?;
    let set_off = with == 0 || matches!(list[with - 1].tag, Tag::Comma | Tag::Dash | Tag::Quote);
    let first = &list[with + 1];
    let thing = first.tag == Tag::Determiner && first.end - first.start <= 2;
    let range = if set_off && !thing { beginning(list, with + 1) } else { None };
    range.filter(|range| range.end == end)
}

/// Whether the phrase only belongs to a preposition: `After the vote said`.
fn is_object(list: &[Token], range: &Range<usize>) -> bool {
    range.start > 0
        && matches!(list[range.start - 1].tag, Tag::Preposition)
        && list[range.start].tag != Tag::Pronoun
        && {
            // A phrase such as `a woman in the crowd` was taken in as a whole, so no noun stands before a preposition that is left here.
            range.start < 2 || !is_noun(&list[range.start - 2])
        }
}

/// The subject of a verb that `and` or a comma joins to an earlier one.
fn joined(list: &[Token], at: usize) -> Option<Range<usize>> {
    // The earlier verb has the same subject: `At the rally Doe criticised Roe and claimed`, `It will rain, Doe said, adding`.
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

/// The subject of the clause that the token at `at` stands in. It is a pronoun behind the last `and`, or else what the sentence begins
/// with.
pub(super) fn clause_subject(list: &[Token], at: usize) -> Option<Range<usize>> {
    let closed = list.get(at).is_some_and(|token| token.tag == Tag::Comma);
    let list = &list[..at];
    if let Some(of_relative) = relative_subject(list).filter(|_| !closed) {
        return of_relative;
    }
    let last = list.windows(2).rposition(|pair| pair[0].tag == Tag::And && pair[1].tag == Tag::Pronoun);
    match last {
        Some(and) if list.get(and + 2).is_some_and(|next| next.tag != Tag::Comma) => Some(and + 1..and + 2),
        // In `It was not until May that` the pronoun is nobody.
        _ => main_subject(list).filter(|range| {
            !(list[range.start].is(Traits::IT) && list.get(range.end).is_some_and(|next| next.tag == Tag::Be))
        }),
    }
}

/// If the list ends in a relative clause: whom that is about (`the mayor, who wept and`, `a board on which he drew and`), or `None` inside
/// if its own subject is not a pronoun, so that nobody can tell.
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
    // In `a plan drawn up by Doe, who` and `Added Jane Doe, who` only the name is meant.
    if let Some(by) = head.clone().rfind(|&at| list[at].is(Traits::BY)) {
        head.start = by + 1;
    }
    let is_verb = matches!(list[head.start].tag, Tag::Verb(Verb { class: Class::Speech, .. }));
    head.start += usize::from(is_verb && is_name(list, head.start + 1) && head.start == 0);
    // In `a turn in the life of the diver, who` the clause may be about either end of the phrase.
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

/// The subject of a sentence: the phrase that it begins with, behind what introduces it (`After the vote, Doe`).
pub(super) fn main_subject(list: &[Token]) -> Option<Range<usize>> {
    let mut at = after_heading(list, after_dateline(list));
    for _ in 0..INTRODUCTIONS {
        at = past_joints(list, at);
        let token = list.get(at)?;
        // In `“…,” said Doe, adding` the subject stands behind its verb.
        if at > 0
            && list[at - 1].tag == Tag::Quote
            && matches!(token.tag, Tag::Verb(Verb { form: Form::Past | Form::Present, .. }))
            && !token.is_capital()
        {
            return beginning(list, at + 1);
        }
        if introduces(list, at) {
            at = list[at..].iter().position(|token| token.tag == Tag::Comma).map(|comma| at + comma + 1)?;
            // `in Aspen, Colo., the mayor`: the state has a comma of its own.
            if list
                .get(at)
                .is_some_and(|token| token.is(Traits::SHORTENED) || token.is_capital() && token.end - token.start == 2)
                && list.get(at + 1).is_some_and(|token| token.tag == Tag::Comma)
            {
                at += 2;
            }
            continue;
        }
        let mut range = beginning(list, at)?;
        // In `The mayor won applause for saying` the phrase ends before its verb.
        let deed = |at: &usize| list[*at].is(Traits::DEED) && !list[*at].is_capital();
        range.end = range.clone().skip(1).find(deed).unwrap_or(range.end);
        range.end -= usize::from(ends_in_verb(list, &range));
        // `Hours later, Doe`: the first phrase says when.
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
        // Something must follow that the subject does. A whole long sentence without a verb has none.
        return (range.end < list.len() || range.len() <= 5).then_some(range);
    }
    None
}

/// How many introductions a sentence may have, one behind the other.
const INTRODUCTIONS: usize = 4;

/// The first token from `at` on that is no mark, adverb or time between an introduction and the subject.
fn past_joints(list: &[Token], mut at: usize) -> usize {
    let joins = |at: usize| {
        matches!(list[at].tag, Tag::And | Tag::Adverb | Tag::Comma | Tag::Dash | Tag::Close | Tag::Weekday | Tag::Quote)
    };
    while at < list.len() && (joins(at) || is_of_time(list, at)) {
        at += 1;
    }
    at
}

/// Whether the token at `at` begins an introduction, which goes up to its comma: `After the vote,`, `Speaking in Norhaven,`, `Asked why,`.
fn introduces(list: &[Token], at: usize) -> bool {
    let token = &list[at];
    matches!(token.tag, Tag::Preposition | Tag::Subordinator | Tag::As | Tag::To | Tag::According)
        || matches!(token.tag, Tag::Verb(Verb { form: Form::Gerund | Form::Participle | Form::Past, .. })) && at == 0
        || token.is(Traits::GERUND) && token.tag == Tag::Word
        || token.is(Traits::PAST) && token.tag == Tag::Word && !list.get(at + 1).is_some_and(Token::is_capital)
}

/// Whether the phrase has taken in a verb that is in no list, before the verb's object: `The talk marks a turn`, `The judge hearing the
/// case`, `The Bank of Norland left its rate`.
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
    // `The council set a budget`. In `The council a day later` the article begins a time, and no noun is a verb before that.
    let timed = list.get(range.end + 1).is_none_or(|next| matches!(next.tag, Tag::Weekday | Tag::Number));
    let length = next.end - next.start;
    let indefinite = next.is(Traits::ARTICLE) && length < "the".len();
    let its = next.tag == Tag::Determiner && !next.is(Traits::ARTICLE.with(Traits::OWNER)) && length == "its".len();
    // `The young man the police arrested and charged`: here the second noun begins a clause without `whom`.
    let is_deed = |token: &Token| {
        token.is(Traits::PAST.with(Traits::DEED)) || matches!(token.tag, Tag::Verb(Verb { form: Form::Past, .. }))
    };
    let owned = next.is(Traits::ARTICLE.with(Traits::OWNER)) && !list[range.end..].iter().any(is_deed);
    let has_object = (indefinite || its || owned) && !timed || next.is(Traits::OBJECT);
    !verb.is(Traits::BODY.with(Traits::PLURAL)) && !noun.is_possessive() && has_object
}

/// Whether two words say when, and the subject follows them: `Last week the union`. In `the Friday meeting` they do not.
fn is_of_time(list: &[Token], at: usize) -> bool {
    let Some([last, week, next, ..]) = list.get(at..) else { return false };
    last.tag == Tag::Determiner
        && week.tag == Tag::Weekday
        && !week.is_possessive()
        && (next.is_capital() || matches!(next.tag, Tag::Determiner | Tag::Pronoun | Tag::Comma))
}

/// The first token behind a heading that ends with a colon, from `start` on. The sentence must go on behind it: `NORHAVEN: The mayor`,
/// `Watch: Doe`.
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

/// How many words a heading may have.
const HEADING: usize = 6;

/// The first token behind a dateline: `NORHAVEN, Friday – The mayor`.
fn after_dateline(list: &[Token]) -> usize {
    let place = |token: &Token| {
        token.is_capital()
            || matches!(token.tag, Tag::Comma | Tag::Weekday | Tag::Number | Tag::Open | Tag::Close | Tag::Word)
    };
    let dash = list.iter().take(10).take_while(|token| place(token)).count();
    match list.get(dash) {
        Some(token) if token.tag == Tag::Dash && list[0].is_capital() && dash > 0 => dash + 1,
        // `New Norland, Feb 12 (NPA): The court`
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
