//! Reporting clauses before a quotation: `Doe said it was “…”`, `according to Doe, “…”`, `Doe: “…”`.

use std::ops::Range;

use super::aside;
use super::cited;
use super::clause::{self, Clause, is_speech, is_told};
use super::doubt;
use super::phrase;
use super::shape;
use super::subject::subject_before;
use super::tokens::Token;
use super::traits::Traits;
use super::words::{Class, Form, Tag, Verb};

/// How many tokens may stand between a verb and the one in whose content it stands: `said` and `was` in `Doe said the plan that Roe made was`.
const CONTENT: usize = 16;

/// How far behind a verb its `by` is looked for: `was called by many in the town`.
const AGENT: usize = 8;

/// The reporting clause before a quotation: that of the nearest verb with a subject. `long` says whether many words are quoted, which are
/// seldom the article's own.
pub(super) fn clause(list: &[Token], long: bool) -> Option<Clause> {
    search(list, long, Strictness::Sure)
}

/// Whether some clause before a quotation might report it, however doubtful.
pub(super) fn may_report(list: &[Token]) -> bool {
    search(list, true, Strictness::Any).is_some()
}

/// Which clauses are found.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Strictness {
    /// Those that report.
    Sure,
    /// Also those of verbs that are denied, have another object, or report only at times.
    Any,
}

/// Goes back from the quotation, verb by verb. A verb of speech settles it. A weaker verb is kept as `inner`, because the article may report
/// it with a verb of speech further ahead: in `Doe said the plan called it “…”` Doe speaks.
fn search(list: &[Token], long: bool, strictness: Strictness) -> Option<Clause> {
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
        match weight(list, at, verb, strictness, inner.is_none(), other) {
            Weight::Nobody => return None,
            Weight::Nothing => continue,
            Weight::OfOther => {
                other = true;
                continue;
            }
            Weight::Reports => {}
        }
        let weak = verb.class == Class::Weak;
        let Some(range) = subject(list, at, verb).filter(|range| !weak || is_somebody(&list[range.clone()])) else {
            continue;
        };
        // In `Doe said she admired` the quoted words are what Doe said, not what she admired.
        let pronoun = list[range.start].tag == Tag::Pronoun && verb.form != Form::Gerund || verb.form == Form::Base;
        // In `Doe said the plan suggested` they are what Doe said of a thing.
        let thing = token.is(Traits::IMPLYING) && !is_somebody(&list[range.clone()]);
        // `However unlikely the polls suggest it is, “…”`: what a thing says ends at the comma.
        if strictness == Strictness::Sure && thing && list[at + 1..].iter().any(|token| token.tag == Tag::Comma) {
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
    if doubtful { None } else { inner.or_else(|| named(list)) }
}

/// What a verb before a quotation says of it, whatever its subject.
enum Weight {
    /// It may report it.
    Reports,
    /// It says nothing of it.
    Nothing,
    /// Something else is its object. Of the verbs before it, only verbs of speech may still report the quotation.
    OfOther,
    /// The words are nobody's who can be named.
    Nobody,
}

/// The weight of the verb at `at`. `nearest` says whether no verb behind it was kept, `other` whether one behind it was of something else.
fn weight(list: &[Token], at: usize, verb: Verb, strictness: Strictness, nearest: bool, other: bool) -> Weight {
    let token = &list[at];
    let sure = strictness == Strictness::Sure;
    if nearest && (shape::is_name_given(list, at) || sure && doubt::is_of_namers(list, at)) {
        return Weight::Nobody;
    }
    if is_of_owner(list, at) || is_stranded(list, at, verb) {
        return Weight::Nothing;
    }
    if sure && nearest && is_speech(token) && doubt::is_of_sign(list, at) {
        return Weight::Nobody;
    }
    let denied = verb.class != Class::Weak && doubt::is_denied(list, at);
    if sure && (denied || token.is(Traits::AT_ONCE) && !doubt::is_followed(list, at)) {
        return Weight::Nothing;
    }
    // `continues to voice`: to go on is not to say.
    if list.get(at + 1).is_some_and(|next| next.tag == Tag::To) && token.is(Traits::CONTINUING) {
        return Weight::Nothing;
    }
    if sure && (other && verb.class != Class::Speech || doubt::is_of_other(list, at, verb)) {
        return Weight::OfOther;
    }
    // `few said “…”`: they have no name, and whoever spoke before is not meant.
    if nearest && is_told(token) && is_of_some(list, at) {
        return Weight::Nobody;
    }
    Weight::Reports
}

/// Whether a form of the past describes what somebody or something has: `Norland’s reported loss was “…”`. Nobody speaks there.
fn is_of_owner(list: &[Token], at: usize) -> bool {
    list[at].is(Traits::PAST)
        && at.checked_sub(1).is_some_and(|owner| list[owner].is_possessive())
        && list.get(at + 1).is_some_and(|noun| noun.tag == Tag::Word && !noun.is_capital())
        && list[at + 1..].iter().any(|token| matches!(token.tag, Tag::Be | Tag::Comma))
}

/// Whether a verb of naming ends a relative clause, and the sentence's own verb follows: `the wall that she called for might`.
fn is_stranded(list: &[Token], at: usize, verb: Verb) -> bool {
    verb.class == Class::Naming
        && list
            .get(at + 1..at + 3)
            .is_some_and(|behind| behind[0].is(Traits::OF) && matches!(behind[1].tag, Tag::Auxiliary | Tag::Be))
}

/// Whether some who have no name are said to have said what follows: `while some said “…”`.
pub(super) fn is_said_by_some(head: &[Token]) -> bool {
    let last = head.iter().rposition(|token| !matches!(token.tag, Tag::Comma | Tag::Colon | Tag::That));
    last.is_some_and(|last| is_told(&head[last]) && is_of_some(head, last))
}

/// Whether the subject of the verb at `at` is a determiner alone, in small letters: `while some said`.
fn is_of_some(list: &[Token], at: usize) -> bool {
    let abuts = list[at + 1..].iter().all(|token| matches!(token.tag, Tag::Comma | Tag::Colon | Tag::That));
    // `, but another said it was “…”`
    let begins = at > 1 && matches!(list[at - 2].tag, Tag::And | Tag::Subordinator | Tag::Comma | Tag::Semicolon);
    at.checked_sub(1).map(|before| &list[before]).is_some_and(|before| {
        (abuts || begins)
            && before.tag == Tag::Determiner
            && !before.is_capital()
            && !before.is(Traits::ARTICLE.with(Traits::OWNER))
    })
}

/// Whether a verb says what somebody called somebody, right before the quotation. In `Doe told the court that Roe called her “…”` the words
/// are Roe's.
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

/// Who does what the verb at `at` says.
fn subject(list: &[Token], at: usize, verb: Verb) -> Option<Range<usize>> {
    if let Some(who) = cited::to(list, at) {
        return Some(who);
    }
    if matches!(verb.form, Form::Base | Form::Present | Form::Noun)
        && let Some(before) = at.checked_sub(1).map(|before| &list[before])
    {
        let owned = before.is_possessive() || before.is(Traits::OWNER);
        if owned || matches!(before.tag, Tag::Determiner | Tag::Preposition | Tag::Number) {
            return if owned { owner_of_noun(list, at, verb) } else { None };
        }
        if !is_verb(list, at, verb) {
            return None;
        }
    }
    if matches!(verb.form, Form::Past | Form::Participle) {
        // `was called`: whoever did it stands behind `by`, or is not named.
        let last = list[..at].iter().rposition(|token| token.tag != Tag::Adverb);
        if last.is_some_and(|last| list[last].tag == Tag::Be) {
            let by = list[at..].iter().take(AGENT).position(|token| token.is(Traits::BY))?;
            return phrase::beginning(list, at + by + 1);
        }
        // `The plan, described by Doe as`: whoever did it stands behind `by`, too. In `The plan, ordered by Doe, is` somebody else speaks. `Doe
        // began by saying` is neither.
        if list.get(at + 1).is_some_and(|next| next.is(Traits::BY))
            && list.get(at + 2).is_none_or(|next| !next.is(Traits::GERUND))
        {
            let doer = phrase::beginning(list, at + 2)?;
            let said = list.get(doer.end).is_none_or(|next| matches!(next.tag, Tag::As | Tag::Colon));
            return said.then_some(doer);
        }
    }
    subject_around(list, at, verb)
}

/// Whose noun it is that looks like a verb, if what was said follows it: `his claim that`, `Doe’s remark:`.
fn owner_of_noun(list: &[Token], at: usize, verb: Verb) -> Option<Range<usize>> {
    let follows = verb.class == Class::Speech
        && verb.form == Form::Noun
        && list.get(at + 1).is_some_and(|next| matches!(next.tag, Tag::That | Tag::Colon | Tag::Comma));
    if !follows {
        return None;
    }
    if list[at - 1].is(Traits::OWNER) { Some(at - 1..at) } else { phrase::ending(list, at) }
}

/// Whether a form that may also be a noun, or the base of a verb, is a verb by the words beside it: `Doe claims`, `Democrats claim`. In `the
/// Norhaven state parks` it is none.
fn is_verb(list: &[Token], at: usize, verb: Verb) -> bool {
    let before = &list[at - 1];
    let agrees = list[at].is(Traits::PLURAL) || before.is(Traits::PLURAL) || verb.form == Form::Present;
    let has_doer = before.tag == Tag::Pronoun
        || phrase::is_name(list, at - 1) && agrees
        || before.tag == Tag::Who
        || before.tag == Tag::Adverb;
    let is_sure = has_doer || matches!(before.tag, Tag::Auxiliary | Tag::To);
    let is_plural = before.is(Traits::PLURAL);
    // `The club calls the plan`
    let has_object = || {
        list[at].is(Traits::PLURAL)
            && before.tag == Tag::Word
            && list.get(at + 1).is_some_and(|next| matches!(next.tag, Tag::Determiner | Tag::Pronoun | Tag::That))
    };
    match verb.form {
        Form::Noun => is_sure || is_plural && !doubt::is_thing(list, at) || has_object(),
        Form::Base => is_sure || is_plural || before.tag == Tag::And,
        _ => true,
    }
}

/// The subject before a verb of the active voice, or right behind it: `Doe said`, `said Doe`.
fn subject_around(list: &[Token], at: usize, verb: Verb) -> Option<Range<usize>> {
    let turned = || {
        let range = clause::inverted(list, at)
            .filter(|_| matches!(verb.form, Form::Past | Form::Present) && verb.class == Class::Speech)?;
        list.get(range.end).is_none_or(|next| !matches!(next.tag, Tag::Verb(_))).then_some(range)
    };
    match at.checked_sub(1).map(|before| list[before].tag) {
        // `Related article Norhaven` is a heading.
        None => turned().filter(|range| {
            let first = &list[range.start];
            !list[at].is(Traits::AT_ONCE) || first.is_capital() || first.tag != Tag::Word
        }),
        // `Doe, the author of “…,” told`
        Some(Tag::Quote) => turned().or_else(|| aside::aside(list, at - 1)),
        // `The result, said Mr Hill, was`: the clause between the commas has its own subject.
        Some(Tag::Comma) if let Some(range) = turned().filter(|range| is_parenthesis(list, at, range)) => Some(range),
        Some(Tag::Comma) => subject_before(list, at).or_else(turned),
        _ => subject_before(list, at),
    }
}

/// Whether the verb at `verb` and the phrase behind it are a clause between commas. Either the sentence's own verb follows, or the phrase is a
/// name and no name with an aside stands before it.
fn is_parenthesis(list: &[Token], verb: usize, phrase: &Range<usize>) -> bool {
    let comma = list.get(phrase.end).is_some_and(|next| next.tag == Tag::Comma);
    let goes_on = || list.get(phrase.end + 1).is_some_and(|next| matches!(next.tag, Tag::Be | Tag::Auxiliary));
    // `Jane Doe, a clerk, said Roe, who was late, “…”`
    let named = || aside::aside(list, verb - 1).is_some_and(|own| list[own].iter().all(Token::is_capital));
    comma && (goes_on() || phrase::is_name(list, phrase.start) && !named())
}

/// Whether a phrase is a pronoun or a name, and so no thing.
fn is_somebody(phrase: &[Token]) -> bool {
    phrase.iter().any(|token| token.tag == Tag::Pronoun || token.is_capital())
}
