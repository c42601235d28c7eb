//! Reporting clauses behind a quotation: right behind it, or later in its sentence.

use std::ops::Range;

use super::aside;
use super::cited;
use super::phrase;
use super::shape;
use super::tokens::Token;
use super::traits::Traits;
use super::words::{Class, Form, Tag, Verb};

/// Who reports, as a range of tokens, and the place of the verb.
pub(super) type Clause = (Range<usize>, Option<usize>);

/// How many asides may stand between a phrase and its verb.
const ASIDES: usize = 5;

/// How many tokens of a relative clause are searched for its verb of speech: `the diver who found it said`.
const RELATIVE: usize = 12;

/// Whether a clause can report the quotation behind its sentence, although that is a sentence of its own: `Doe said the boat was lost. “It
/// is gone.”` It must have a verb of speech, and say what was said.
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

/// The reporting clause right behind a quotation. `comma` says that the quotation did not end its sentence, so that even an unknown verb
/// may report it.
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
    // `“…,” May said`: inside a sentence, any word with a capital is a name.
    let named = || {
        let told = first.is_capital() && list.get(at + 1).is_some_and(|verb| is_told(verb) && !verb.is_capital());
        (comma && told).then_some((at..at + 1, Some(at + 1)))
    };
    let (range, verb) = forward(list, at, comma).or_else(named)?;
    Some((verb.map_or(range.clone(), |verb| named_behind(list, range, verb)), verb))
}

/// The phrase of a clause, or the name of whom it quotes: `according to the paper, quoting Roe`.
fn named_behind(list: &[Token], range: Range<usize>, verb: usize) -> Range<usize> {
    cited::behind(list, &range, range.end.max(verb + 1)).unwrap_or(range)
}

/// The phrase after a verb: `said Jane Doe`.
pub(super) fn inverted(list: &[Token], verb: usize) -> Option<Range<usize>> {
    let mut at = verb + 1;
    while list.get(at).is_some_and(|token| token.tag == Tag::Adverb) {
        at += 1;
    }
    let first = list.get(at)?;
    // In `said last week` a time follows the verb, and not the speaker.
    let timed = || list.get(at + 1).is_some_and(|day| day.tag == Tag::Weekday);
    let noun = || list.get(at + 2).is_some_and(|next| next.tag == Tag::Word);
    if list[verb].is(Traits::TELLING)
        || matches!(first.tag, Tag::Weekday | Tag::Number)
        || first.tag == Tag::Determiner && timed() && !noun()
    {
        return None;
    }
    let range = phrase::behind(list, at)?;
    // In `said Norhaven, NO resident Jane Doe` the phrase is only where she lives.
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
    // In `said he was` the phrase begins what was said.
    let next = list.get(range.end);
    let goes_on = next.is_some_and(|next| {
        matches!(next.tag, Tag::Be | Tag::Auxiliary)
            || first.tag == Tag::Pronoun && (next.is(Traits::PAST) || is_finite(next))
    });
    (!goes_on).then_some(range)
}

/// A phrase and its verb, with asides between: `Doe, the mayor, said`. Behind a comma (`comma`), verbs that are no verbs of speech count too.
fn forward(list: &[Token], start: usize, comma: bool) -> Option<Clause> {
    if list.get(start).is_some_and(|token| matches!(token.tag, Tag::Verb(_)) && !token.is_capital())
        && !phrase::is_noun_at(list, start)
    {
        return None;
    }
    let range = aside::past_bracket(list, phrase::beginning(list, start)?);
    // In `a source close to the port said` the phrase goes on behind its noun.
    let mut at = range.end + usize::from(list.get(range.end).is_some_and(|next| next.is(Traits::POSTPOSED)));
    for _ in 0..ASIDES {
        let verb = past_helpers(list, at);
        let token = list.get(verb)?;
        if list[at..verb].iter().any(|token| token.is(Traits::NEGATING)) {
            return None;
        }
        if matches!(token.tag, Tag::Verb(Verb { form, .. }) if form != Form::Gerund) {
            // `North Korean state media`, `the half-hour phone call`: here the word is a noun.
            if verb == range.end && is_singular_noun(list, &range) {
                return None;
            }
            // In `Roe was sworn in` nobody speaks. But `Roe was quoted as saying` names who did.
            if list[at..verb].iter().any(|token| token.tag == Tag::Be) && !token.is(Traits::CITING) {
                return None;
            }
            if is_speech(token) || comma {
                // In `Doe quotes Roe as saying` it is Roe who spoke.
                let (range, verb) = cited::by(list, verb).unwrap_or((range, verb));
                return Some((range, Some(verb)));
            }
        }
        // A verb that is in no list, right behind the phrase: `she deadpanned`.
        if comma && verb == range.end && token.is(Traits::PAST) && token.tag == Tag::Word {
            return (!is_participle(list, verb)).then_some((range, Some(verb)));
        }
        at = match token.tag {
            Tag::Comma => {
                if comma && let Some(clause) = with_open_aside(list, &range, verb) {
                    return Some(clause);
                }
                past_commas(list, verb)?
            }
            Tag::Dash => {
                let close = list[verb + 1..].iter().take(phrase::ASIDE).position(|token| token.tag == Tag::Dash)?;
                verb + close + 2
            }
            Tag::Open => list[verb..].iter().position(|token| token.tag == Tag::Close).map(|close| verb + close + 1)?,
            Tag::Preposition | Tag::And | Tag::To => phrase::beginning(list, verb + 1)?.end,
            // `a plan that Norland announced`: the plan does not speak, whoever announced it.
            Tag::That if list.get(verb + 1).is_some_and(|next| next.is_capital() || next.tag == Tag::Determiner) => {
                return None;
            }
            Tag::Who | Tag::That => list[verb..].iter().take(RELATIVE).position(is_speech).map(|next| verb + next)?,
            _ => return None,
        };
    }
    None
}

/// The first token from `at` on that does not merely help a verb, as in `has also now said`.
fn past_helpers(list: &[Token], at: usize) -> usize {
    let helps =
        |token: &Token| matches!(token.tag, Tag::Adverb | Tag::Auxiliary | Tag::Be | Tag::Weekday) || is_then(token);
    let mut verb = at;
    while list.get(verb).is_some_and(helps) {
        verb += 1;
    }
    verb
}

/// Whether a word in `-ed` behind a noun says what was done to it: `a project created by Doe`, `a project created to help`. But in `he mouthed
/// to Doe` it is a verb.
fn is_participle(list: &[Token], verb: usize) -> bool {
    let is_deed = || list.get(verb + 2).is_none_or(|next| next.tag != Tag::Determiner && !next.is_capital());
    list.get(verb + 1).is_some_and(|next| next.is(Traits::BY) || next.tag == Tag::To && is_deed())
}

/// The clause of a phrase and its verb where the comma at `comma` begins an aside that no second comma ends.
fn with_open_aside(list: &[Token], range: &Range<usize>, comma: usize) -> Option<Clause> {
    let is_name =
        |range: &Range<usize>| list[range.clone()].iter().all(|token| token.tag == Tag::Word && token.is_capital());
    let second = phrase::beginning(list, comma + 1)?;
    list.get(second.end).filter(|told| is_told(told) && !told.is_capital())?;
    let told = Some(second.end);
    // `the head of the yard, Jane Doe told the paper`: the name is the aside.
    if !list[range.start].is_capital() && is_name(&second) {
        return Some((second, told));
    }
    // `Jane Doe, head of the yard said`: the office is the aside.
    let office = &list[second.start];
    (range.len() > 1 && is_name(range) && office.tag == Tag::Word && !office.is_capital())
        .then(|| (range.clone(), told))
}

/// The first token behind an aside that begins with the comma at `comma`: behind its other comma, or behind an age that follows that, as in
/// `the skipper, Jane Doe, 54, said`.
fn past_commas(list: &[Token], comma: usize) -> Option<usize> {
    let next = list[comma + 1..].iter().take(phrase::ASIDE).position(|token| token.tag == Tag::Comma)? + comma + 2;
    let aged =
        matches!(list.get(next..next + 2), Some([age, comma]) if age.tag == Tag::Number && comma.tag == Tag::Comma);
    Some(if aged { next + 2 } else { next })
}

/// Whether the token is `then`. It is the only word of its tag that has four letters.
fn is_then(token: &Token) -> bool {
    token.tag == Tag::And && token.end - token.start == "then".len()
}

/// Whether a form that may be a noun is one, behind a phrase in which nobody is many: `state` in `Norland state media`, `call` in
/// `half-hour phone call`. In `the letter read` it is a verb.
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

/// The reporting clause behind a quotation that ends with a full stop. It must be the whole of its sentence, or have its verb first, and
/// lie within the first `most` tokens.
pub(super) fn after_stop(list: &[Token], most: usize) -> Option<Clause> {
    // In `“….” According to Doe, it sank` another sentence begins.
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

/// A reporting clause later in the sentence, between commas: `It was “grim” for the town, Doe said.`
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
