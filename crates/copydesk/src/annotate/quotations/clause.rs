//! Reporting clauses: after a quotation, before it, later in its sentence.

use std::ops::Range;

use super::aside;
use super::cited;
use super::doubt;
use super::phrase;
use super::shape;
use super::tokens::Token;
use super::traits::Traits;
use super::words::{Class, Form, Tag, Verb};

/// Who reports, as tokens of a list, and the verb.
pub(super) type Clause = (Range<usize>, Option<usize>);

/// Whether the quotation before which a clause stands can be what it reports, although it is a sentence of its own: a verb of speech, and
/// what was said after it.
pub(super) fn tells(list: &[Token], (_, verb): &Clause) -> bool {
    let Some(verb) = *verb else { return false };
    let said = list.get(verb + 1).is_some_and(|next| {
        matches!(
            next.tag,
            Tag::That | Tag::Pronoun | Tag::Determiner | Tag::Word | Tag::Weekday | Tag::Number | Tag::Quote
        )
    });
    is_told(&list[verb]) && said
}

fn is_finite(token: &Token) -> bool {
    matches!(token.tag, Tag::Verb(Verb { form: Form::Past | Form::Present | Form::Base | Form::Noun, .. }))
}

pub(super) fn is_told(token: &Token) -> bool {
    matches!(token.tag, Tag::Verb(Verb { class: Class::Speech, form: Form::Past | Form::Present }))
}

pub(super) fn is_speech(token: &Token) -> bool {
    matches!(token.tag, Tag::Verb(Verb { class: Class::Speech, .. }))
}

/// The reporting clause that a quotation is followed by.
pub(super) fn after(list: &[Token], comma: bool) -> Option<Clause> {
    let mut at = 0;
    while list.get(at).is_some_and(|token| matches!(token.tag, Tag::Comma | Tag::Dash)) {
        at += 1;
    }
    let first = list.get(at)?;
    if first.tag == Tag::According && list.get(at + 1).is_some_and(|token| token.tag == Tag::To) {
        return phrase::behind(list, at + 2).map(|range| (named_behind(list, range, at), Some(at)));
    }
    if first.tag == Tag::As || first.tag == Tag::Adverb {
        at += 1;
    }
    let first = list.get(at)?;
    if is_finite(first) && is_speech(first) && !first.is_capital() && !shape::is_of_state(list, at) {
        return inverted(list, at).map(|range| (range, Some(at)));
    }
    // `“…,” May said`: inside a sentence a capital makes a name of any word.
    let named = || {
        let told = first.is_capital() && list.get(at + 1).is_some_and(|verb| is_told(verb) && !verb.is_capital());
        (comma && told).then_some((at..at + 1, Some(at + 1)))
    };
    let (range, verb) = forward(list, at, comma).or_else(named)?;
    Some((verb.map_or(range.clone(), |verb| named_behind(list, range, verb)), verb))
}

/// The phrase of a clause, or the name behind it of whom that quotes.
fn named_behind(list: &[Token], range: Range<usize>, verb: usize) -> Range<usize> {
    cited::behind(list, &range, range.end.max(verb + 1)).unwrap_or(range)
}

/// The phrase after a verb: `said Jane Doe`.
fn inverted(list: &[Token], verb: usize) -> Option<Range<usize>> {
    let mut at = verb + 1;
    while list.get(at).is_some_and(|token| token.tag == Tag::Adverb) {
        at += 1;
    }
    let first = list.get(at)?;
    // `said last week`
    let timed = || list.get(at + 1).is_some_and(|day| day.tag == Tag::Weekday);
    let noun = || list.get(at + 2).is_some_and(|next| next.tag == Tag::Word);
    if list[verb].is(Traits::TELLING)
        || matches!(first.tag, Tag::Weekday | Tag::Number)
        || first.tag == Tag::Determiner && timed() && !noun()
    {
        return None;
    }
    let range = phrase::behind(list, at)?;
    // `said Norhaven, NO resident Jane Doe`.
    if let Some([comma, state, noun]) = list.get(range.end..range.end + 3)
        && comma.tag == Tag::Comma
        && state.is_capital()
        && state.end - state.start == 2
        && noun.tag == Tag::Word
        && !noun.is_capital()
        && phrase::name_follows(list, range.end + 2)
    {
        return None;
    }
    // `said he was`: what was said, not who said it.
    let next = list.get(range.end);
    let goes_on = next.is_some_and(|next| {
        matches!(next.tag, Tag::Be | Tag::Auxiliary)
            || first.tag == Tag::Pronoun && (next.is(Traits::PAST) || is_finite(next))
    });
    (!goes_on).then_some(range)
}

/// A phrase and its verb, with asides between: `Doe, the mayor, said`.
fn forward(list: &[Token], start: usize, comma: bool) -> Option<Clause> {
    if list.get(start).is_some_and(|token| matches!(token.tag, Tag::Verb(_)) && !token.is_capital())
        && !phrase::is_noun_at(list, start)
    {
        return None;
    }
    let range = aside::past_bracket(list, phrase::beginning(list, start)?);
    // `a source close to the port said`
    let mut at = range.end + usize::from(list.get(range.end).is_some_and(|next| next.is(Traits::POSTPOSED)));
    for _ in 0..5 {
        let mut verb = at;
        while list.get(verb).is_some_and(|token| {
            matches!(token.tag, Tag::Adverb | Tag::Auxiliary | Tag::Be | Tag::Weekday) || is_then(token)
        }) {
            verb += 1;
        }
        let token = list.get(verb)?;
        if list[at..verb].iter().any(|token| token.is(Traits::NEGATING)) {
            return None;
        }
        if matches!(token.tag, Tag::Verb(Verb { form, .. }) if form != Form::Gerund) {
            // `North Korean state media`, `the half-hour phone call`.
            if verb == range.end && is_singular_noun(list, &range) {
                return None;
            }
            // `Roe was sworn in`: to whom it was done says nothing. `Roe was quoted as saying` is another thing.
            if list[at..verb].iter().any(|token| token.tag == Tag::Be) && !token.is(Traits::CITING) {
                return None;
            }
            if is_speech(token) || comma {
                // `Doe quotes Roe as saying`.
                let (range, verb) = cited::by(list, verb).unwrap_or((range, verb));
                return Some((range, Some(verb)));
            }
        }
        // A verb that the list does not know, right after the phrase: `she deadpanned`.
        if comma && verb == range.end && token.is(Traits::PAST) && token.tag == Tag::Word {
            // `a project created by Doe`, `a project created to help`, but `he mouthed to Doe`.
            let deed = || list.get(verb + 2).is_none_or(|next| next.tag != Tag::Determiner && !next.is_capital());
            let done = list.get(verb + 1).is_some_and(|next| next.is(Traits::BY) || next.tag == Tag::To && deed());
            return (!done).then_some((range, Some(verb)));
        }
        at = match token.tag {
            Tag::Comma => {
                // `the head of the yard, Jane Doe told the paper`: a name that no comma follows.
                if let Some(named) = phrase::beginning(list, verb + 1).filter(|_| comma)
                    && !list[range.start].is_capital()
                    && list[named.clone()].iter().all(|token| token.tag == Tag::Word && token.is_capital())
                    && list.get(named.end).is_some_and(|told| is_told(told) && !told.is_capital())
                {
                    let told = named.end;
                    return Some((named, Some(told)));
                }
                // `Jane Doe, head of the yard said`: an aside that no comma ends.
                if let Some(office) = phrase::beginning(list, verb + 1).filter(|_| comma)
                    && range.len() > 1
                    && list[range.clone()].iter().all(|token| token.tag == Tag::Word && token.is_capital())
                    && list[office.start].tag == Tag::Word
                    && !list[office.start].is_capital()
                    && list.get(office.end).is_some_and(|told| is_told(told) && !told.is_capital())
                {
                    return Some((range, Some(office.end)));
                }
                let next = list[verb + 1..].iter().take(30).position(|token| token.tag == Tag::Comma)? + verb + 2;
                // `the skipper, Jane Doe, 54, said`.
                let aged = matches!(list.get(next..next + 2), Some([age, comma]) if age.tag == Tag::Number && comma.tag == Tag::Comma);
                next + if aged { 2 } else { 0 }
            }
            Tag::Dash => list[verb + 1..]
                .iter()
                .take(30)
                .position(|token| token.tag == Tag::Dash)
                .map(|next| verb + 1 + next + 1)?,
            Tag::Open => list[verb..].iter().position(|token| token.tag == Tag::Close).map(|close| verb + close + 1)?,
            Tag::Preposition | Tag::And | Tag::To => phrase::beginning(list, verb + 1)?.end,
            // `a plan that Norland announced`: whose plan it is says nothing.
            Tag::That if list.get(verb + 1).is_some_and(|next| next.is_capital() || next.tag == Tag::Determiner) => {
                return None;
            }
            Tag::Who | Tag::That => list[verb..].iter().take(12).position(is_speech).map(|next| verb + next)?,
            _ => return None,
        };
    }
    None
}

/// `then`, the only word of its kind that has four letters.
fn is_then(token: &Token) -> bool {
    token.tag == Tag::And && token.end - token.start == "then".len()
}

/// Whether a form that may be a noun is one behind a phrase in which nobody is many: `state` in `Norland state media`, `call` in `half-hour
/// phone call`. In `the letter read` it is none.
fn is_singular_noun(list: &[Token], range: &Range<usize>) -> bool {
    let (phrase, token) = (&list[range.clone()], &list[range.end]);
    let many = |token: &Token| token.is(Traits::PLURAL) || matches!(token.tag, Tag::Pronoun | Tag::And);
    let named = |token: &Token| token.tag == Tag::Determiner || token.is_capital();
    matches!(token.tag, Tag::Verb(Verb { form: Form::Noun, .. }))
        && !token.is(Traits::PLURAL)
        && !phrase.iter().any(many)
        && (!phrase.iter().any(named)
            || list.get(range.end + 1).is_some_and(|next| next.tag == Tag::Word && !next.is_capital()))
}

/// A reporting clause after a quotation that ends with a full stop, in the first tokens: it must be nothing else.
pub(super) fn after_stop(list: &[Token], most: usize) -> Option<Clause> {
    // `“….” According to Doe, it sank`: another sentence.
    if list.first().is_some_and(|first| first.tag == Tag::According) {
        return None;
    }
    let (range, verb) = after(&list[..list.len().min(most)], false)?;
    let place = verb?;
    let last = range.end.max(place + 1);
    let inverted = place < range.start;
    let ends = list[last.min(list.len())..]
        .iter()
        .find(|token| token.tag != Tag::Weekday)
        .is_none_or(|token| matches!(token.tag, Tag::Stop | Tag::Quote));
    (inverted || ends).then_some((range, verb))
}

/// The reporting clause before a quotation: the nearest verb that has a subject.
pub(super) fn before(list: &[Token], long: bool) -> Option<Clause> {
    search(list, long, true)
}

/// Whether a clause before a quotation may report it, in whatever doubt that is.
pub(super) fn may_report(list: &[Token]) -> bool {
    search(list, true, false).is_some()
}

/// The clause that `before` gives; where not `strict`, also one of a verb that reports at times.
fn search(list: &[Token], long: bool, strict: bool) -> Option<Clause> {
    let mut inner: Option<Clause> = None;
    let (mut doubtful, mut other) = (false, false);
    for at in (0..list.len()).rev() {
        let token = &list[at];
        if let Some((_, Some(verb))) = &inner
            && (verb - at > CONTENT
                || matches!(token.tag, Tag::Comma | Tag::Who | Tag::Quote | Tag::Semicolon | Tag::Colon | Tag::Dash))
        {
            break;
        }
        if token.tag == Tag::According
            && list.get(at + 1).is_some_and(|token| token.tag == Tag::To)
            && let Some(range) = phrase::behind(list, at + 2)
        {
            return Some((range, Some(at)));
        }
        let Tag::Verb(verb) = token.tag else { continue };
        if token.is_capital() && at > 0
            || inner.is_some() && (verb.class != Class::Speech || matches!(verb.form, Form::Noun | Form::Base))
        {
            continue;
        }
        if inner.is_none() && (shape::is_name_given(list, at) || strict && doubt::is_of_namers(list, at)) {
            return None;
        }
        // `Norland’s reported loss was “…”`: the loss has it, and nobody speaks.
        if token.is(Traits::PAST)
            && at.checked_sub(1).is_some_and(|owner| list[owner].is_possessive())
            && list.get(at + 1).is_some_and(|noun| noun.tag == Tag::Word && !noun.is_capital())
            && list[at + 1..].iter().any(|token| matches!(token.tag, Tag::Be | Tag::Comma))
        {
            continue;
        }
        // `the wall that she called for might`.
        if verb.class == Class::Naming
            && let Some([behind, next]) = list.get(at + 1..at + 3)
            && behind.is(Traits::OF)
            && matches!(next.tag, Tag::Auxiliary | Tag::Be)
        {
            continue;
        }
        if strict && inner.is_none() && is_speech(token) && doubt::is_of_sign(list, at) {
            return None;
        }
        let denied = verb.class != Class::Weak && doubt::is_denied(list, at);
        if strict && (denied || token.is(Traits::AT_ONCE) && !doubt::is_followed(list, at)) {
            continue;
        }
        // `continues to voice`: what goes on is not said.
        if list.get(at + 1).is_some_and(|next| next.tag == Tag::To) && token.is(Traits::CONTINUING) {
            continue;
        }
        let weak = verb.class == Class::Weak;
        if strict && (other && verb.class != Class::Speech || doubt::is_of_other(list, at, verb)) {
            other = true;
            continue;
        }
        // `few said “…”`: nobody who is known, nor whoever spoke before.
        if inner.is_none() && is_told(token) && is_of_some(list, at) {
            return None;
        }
        if let Some(range) = subject(list, at, verb).filter(|range| !weak || is_somebody(&list[range.clone()])) {
            // `Doe said she admired`: what Doe said, not what she admired.
            let pronoun = list[range.start].tag == Tag::Pronoun && verb.form != Form::Gerund || verb.form == Form::Base;
            // `Doe said the plan suggested`: what Doe said of a thing.
            let thing = token.is(Traits::IMPLYING) && !is_somebody(&list[range.clone()]);
            // `…, however unlikely the polls suggest it is, “…”`: what a thing says between commas.
            if strict && thing && list[at + 1..].iter().any(|token| token.tag == Tag::Comma) {
                continue;
            }
            if verb.class == Class::Speech && verb.form != Form::Noun && !pronoun && !thing || inner.is_some() {
                return Some((range, Some(at)));
            }
            if (is_calling(list, at, verb) || at + 1 == list.len() && verb.class == Class::Naming)
                && inner.is_none()
                && list[range.start..range.end].iter().all(|token| token.tag == Tag::Word && token.is_capital())
            {
                return Some((range, Some(at)));
            }
            doubtful |= weak && !long;
            inner = Some((range, Some(at)));
        }
    }
    if doubtful { None } else { inner.or_else(|| named(list)) }
}

/// Whether some who have no name are said to have said what follows: `while some said “…”`.
pub(super) fn is_said_by_some(head: &[Token]) -> bool {
    let last = head.iter().rposition(|token| !matches!(token.tag, Tag::Comma | Tag::Colon | Tag::That));
    last.is_some_and(|last| is_told(&head[last]) && is_of_some(head, last))
}

/// Whether the subject of the verb at `at` is a determiner alone, in small letters: `while some said`.
fn is_of_some(list: &[Token], at: usize) -> bool {
    let abuts = list[at + 1..].iter().all(|token| matches!(token.tag, Tag::Comma | Tag::Colon | Tag::That));
    // `, but another said it was “…”`.
    let begins = at > 1 && matches!(list[at - 2].tag, Tag::And | Tag::Subordinator | Tag::Comma | Tag::Semicolon);
    at.checked_sub(1).map(|before| &list[before]).is_some_and(|before| {
        (abuts || begins)
            && before.tag == Tag::Determiner
            && !before.is_capital()
            && !before.is(Traits::ARTICLE.with(Traits::OWNER))
    })
}

/// Whether a verb says what somebody called somebody, right before the quotation: `Doe told the court that Roe called her “…”`, which is what
/// Roe said.
fn is_calling(list: &[Token], at: usize, verb: Verb) -> bool {
    let is_called = |token: &Token| {
        token.tag == Tag::Pronoun || token.is(Traits::OWNER) || token.tag == Tag::Word && !token.is_capital()
    };
    verb.class == Class::Naming
        && verb.form == Form::Past
        && at + 2 == list.len()
        && list.get(at + 1).is_some_and(is_called)
}

/// A name and a colon: `Doe: “…”`.
fn named(list: &[Token]) -> Option<Clause> {
    let colon = list.len().checked_sub(1).filter(|&last| list[last].tag == Tag::Colon)?;
    let mut end = colon;
    if end > 0 && list[end - 1].tag == Tag::Close {
        end = (0..end).rev().find(|&at| list[at].tag == Tag::Open)?;
    }
    let range = phrase::ending(list, end)?;
    let heading = range.len() == 1 && list[range.start].is(Traits::HEADING);
    let first = !heading && (range.start == 0 || list[range.start - 1].tag == Tag::Dash);
    (first && list[range.clone()].iter().all(|token| token.is_capital() || token.tag == Tag::Determiner))
        .then_some((range, None))
}

/// Whether a verb of speech stands right before the quotation.
pub(super) fn abuts(head: &[Token]) -> bool {
    head.iter().rev().find(|token| !matches!(token.tag, Tag::Comma | Tag::Colon | Tag::That)).is_some_and(is_speech)
}

/// Tokens between a verb and the one in whose content it stands, at most.
const CONTENT: usize = 16;

fn subject(list: &[Token], at: usize, verb: Verb) -> Option<Range<usize>> {
    if let Some(who) = cited::to(list, at) {
        return Some(who);
    }
    let before = at.checked_sub(1).map(|before| &list[before]);
    if matches!(verb.form, Form::Base | Form::Present | Form::Noun)
        && let Some(before) = before
    {
        // `his claim that`, `Doe’s remark:`: a noun, which has a speaker where what was said follows.
        let owned = before.is_possessive() || before.is(Traits::OWNER);
        if owned || matches!(before.tag, Tag::Determiner | Tag::Preposition | Tag::Number) {
            let follows = verb.class == Class::Speech
                && verb.form == Form::Noun
                && list.get(at + 1).is_some_and(|next| matches!(next.tag, Tag::That | Tag::Colon | Tag::Comma));
            return match before.is(Traits::OWNER) {
                _ if !owned || !follows => None,
                true => Some(at - 1..at),
                false => phrase::ending(list, at),
            };
        }
        // `Doe claims`, `Democrats claim`; in `the Norhaven state parks` it is no verb.
        let agrees = list[at].is(Traits::PLURAL) || before.is(Traits::PLURAL) || verb.form == Form::Present;
        let doer = before.tag == Tag::Pronoun
            || phrase::is_name(list, at - 1) && agrees
            || before.tag == Tag::Who
            || before.tag == Tag::Adverb;
        let helped = matches!(before.tag, Tag::Auxiliary | Tag::To);
        // `The club calls the plan`.
        let has_object = list[at].is(Traits::PLURAL)
            && before.tag == Tag::Word
            && list.get(at + 1).is_some_and(|next| matches!(next.tag, Tag::Determiner | Tag::Pronoun | Tag::That));
        if verb.form == Form::Noun && !doer && !helped && !has_object && !before.is(Traits::PLURAL) {
            return None;
        }
        if verb.form == Form::Base && !doer && !helped && !before.is(Traits::PLURAL) && before.tag != Tag::And {
            return None;
        }
    }
    // `was called`: whoever did it stands after it, or nowhere.
    if matches!(verb.form, Form::Past | Form::Participle) {
        let be = list[..at]
            .iter()
            .rposition(|token| token.tag != Tag::Adverb)
            .is_some_and(|place| list[place].tag == Tag::Be);
        if be {
            let by = list[at..].iter().take(8).position(|token| token.is(Traits::BY))?;
            return phrase::beginning(list, at + by + 1);
        }
    }
    // `The plan, described by Doe as`: whoever did it stands after it too. `The plan, ordered by Doe, is`: somebody else says that. `Doe
    // began by saying` is neither.
    if matches!(verb.form, Form::Past | Form::Participle)
        && list.get(at + 1).is_some_and(|next| next.is(Traits::BY))
        && list.get(at + 2).is_none_or(|next| !next.is(Traits::GERUND))
    {
        let doer = phrase::beginning(list, at + 2)?;
        let said = list.get(doer.end).is_none_or(|next| matches!(next.tag, Tag::As | Tag::Colon));
        return said.then_some(doer);
    }
    let turned = || {
        let range = inverted(list, at)
            .filter(|_| matches!(verb.form, Form::Past | Form::Present) && verb.class == Class::Speech)?;
        list.get(range.end).is_none_or(|next| !matches!(next.tag, Tag::Verb(_))).then_some(range)
    };
    match before.map(|before| before.tag) {
        // `Related article Norhaven`: a heading.
        None => turned().filter(|range| {
            let first = &list[range.start];
            !list[at].is(Traits::AT_ONCE) || first.is_capital() || first.tag != Tag::Word
        }),
        // `Doe, the author of “…,” told`.
        Some(Tag::Quote) => turned().or_else(|| aside::aside(list, at - 1)),
        // `The result, said Mr Hill, was`: the clause that stands between commas has its own.
        Some(Tag::Comma) if let Some(range) = turned().filter(|range| is_parenthesis(list, at, range)) => Some(range),
        Some(Tag::Comma) => phrase::subject_before(list, at).or_else(turned),
        _ => phrase::subject_before(list, at),
    }
}

/// Whether the clause of the verb at `verb` and the phrase behind it stands between commas: with a name, where no name and an aside stand
/// before it, or the sentence's own verb behind it.
fn is_parenthesis(list: &[Token], verb: usize, phrase: &Range<usize>) -> bool {
    let comma = list.get(phrase.end).is_some_and(|next| next.tag == Tag::Comma);
    let goes_on = || list.get(phrase.end + 1).is_some_and(|next| matches!(next.tag, Tag::Be | Tag::Auxiliary));
    // `Jane Doe, a clerk, said Roe, who was late, “…”`.
    let named = || aside::aside(list, verb - 1).is_some_and(|own| list[own].iter().all(Token::is_capital));
    comma && (goes_on() || phrase::is_name(list, phrase.start) && !named())
}

/// A reporting clause that the sentence goes on with, between commas: `It was “grim” for the town, Doe said.`
pub(super) fn later(list: &[Token]) -> Option<Clause> {
    for at in 0..list.len() {
        let token = &list[at];
        if token.tag == Tag::According && list.get(at + 1).is_some_and(|token| token.tag == Tag::To) {
            return phrase::behind(list, at + 2).map(|range| (range, Some(at)));
        }
        let comma = token.tag == Tag::Comma || token.tag == Tag::Quote;
        if comma
            && let Some((range, Some(verb))) = forward(list, at + 1, false)
            && list
                .get(verb + 1)
                .is_none_or(|next| matches!(next.tag, Tag::Comma | Tag::Stop | Tag::Weekday | Tag::Preposition))
            && verb - range.end <= 2
        {
            return Some((range, Some(verb)));
        }
    }
    None
}

/// A pronoun or a name, and no thing.
fn is_somebody(phrase: &[Token]) -> bool {
    phrase.iter().any(|token| token.tag == Tag::Pronoun || token.is_capital())
}
