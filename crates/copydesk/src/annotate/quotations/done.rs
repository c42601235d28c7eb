//! Whether a reporting clause behind a quotation ends where it should, and what its first words alone say about it.

use std::ops::Range;

use super::clause::{Clause, is_speech, is_told};
use super::phrase;
use super::tokens::Token;
use super::traits::Traits;
use super::words::{Class, Form, Tag, Verb};

/// How many tokens whoever is told something may have. It is fewer than are read behind a clause.
const WHOM: usize = 4;

/// Whether a reporting clause ends where it should. If another clause follows, that is what was said: `“No,” Doe said it was.`
pub(super) fn is_done(list: &[Token], clause: &Clause) -> bool {
    ends_well(list, clause) || is_told_to(list, clause)
}

/// Whether a clause says whom something was told to, and nothing more: `Doe told the Courier.`
fn is_told_to(list: &[Token], (range, verb): &Clause) -> bool {
    let Some(verb) = verb.filter(|&verb| verb >= range.end && list[verb].is(Traits::ADDRESSING)) else { return false };
    let whom = if is_told(&list[verb]) { phrase::beginning(list, verb + 1) } else { None };
    let over = |whom: Range<usize>| list.get(whom.end).is_none_or(|next| next.tag != Tag::Quote && is_end(next));
    whom.filter(|whom| whom.len() <= WHOM).is_some_and(over)
}

fn is_end(next: &Token) -> bool {
    matches!(next.tag, Tag::Comma | Tag::Stop | Tag::Weekday | Tag::Preposition | Tag::Quote | Tag::Adverb | Tag::Dash)
}

/// Whether a clause ends behind its phrase and its verb. Only `to` and somebody may follow.
pub(super) fn ends_well(list: &[Token], (range, verb): &Clause) -> bool {
    let last = range.end.max(verb.map_or(0, |verb| verb + 1));
    // `Doe said to the Courier`. In `Doe said to wait` a verb follows `to`.
    let to = |next: &Token| next.tag == Tag::Determiner || next.is_capital();
    let told = verb.is_some_and(|verb| is_told(&list[verb]));
    let addressed =
        told && list.get(last).is_some_and(|next| next.tag == Tag::To) && list.get(last + 1).is_some_and(to);
    verb.is_some_and(|verb| verb < range.start) || addressed || list.get(last).is_none_or(is_end)
}

/// Whether a clause behind a quotation passes on what somebody else may have said: `the Courier reported`, `according to the Courier`.
pub(super) fn is_passed_on(content: &str, list: &[Token], (_, verb): &Clause) -> bool {
    verb.is_some_and(|verb| matches!(&content[list[verb].start..list[verb].end], "reported" | "reports" | "according"))
}

/// Whether somebody speaks in a clause before a quotation: `Doe said the plan was “…,” the Courier reported`. What has no name may be a
/// thing, but not with a verb such as `said`.
pub(super) fn is_of_somebody(content: &str, list: &[Token], (range, verb): &Clause) -> bool {
    let is_name = |token: &Token| token.is_capital() && token.tag != Tag::Determiner;
    let named = list[range.clone()].iter().any(|token| token.tag == Tag::Pronoun || is_name(token));
    verb.is_some_and(|verb| {
        let said = matches!(&content[list[verb].start..list[verb].end], "called" | "said" | "says" | "told" | "tells");
        (named || said)
            && matches!(
                list[verb].tag,
                Tag::Verb(Verb {
                    class: Class::Speech | Class::Stance | Class::Naming,
                    form: Form::Past | Form::Present | Form::Participle | Form::Gerund
                })
            )
    })
}

/// Whether a clause would be found the same, whatever follows what was read. Behind a phrase and its verb, no more tokens are looked at
/// than this.
pub(super) fn is_within(list: &[Token], (range, verb): &Clause) -> bool {
    const BEHIND: usize = 6;
    let last = range.end.max(verb.map_or(0, |verb| verb + 1));
    let cites = verb.is_some_and(|verb| list[verb].is(Traits::CITING) || !is_speech(&list[verb]));
    !cites && last + BEHIND <= list.len()
}

/// Whether a quotation is the reply of somebody who is not named: `“Get out,” came the reply.`
pub(super) fn is_reply(content: &str, list: &[Token]) -> bool {
    let word = |token: &Token| &content[token.start..token.end];
    let first = list.iter().take_while(|token| matches!(token.tag, Tag::Comma | Tag::Dash)).count();
    let Some([verb, article, rest @ ..]) = list.get(first..) else { return false };
    matches!(word(verb), "came" | "comes" | "was")
        && article.tag == Tag::Determiner
        && rest.iter().take(2).any(|noun| matches!(word(noun), "answer" | "reply" | "response" | "retort"))
}

/// Whether a verb of speech follows a quotation at once, and behind it a subject that was not understood. In `said the plan was` a whole
/// phrase follows, and so what was said.
pub(super) fn is_turned(list: &[Token]) -> bool {
    let Some(first) = list.iter().position(|token| !matches!(token.tag, Tag::Comma | Tag::Dash)) else { return false };
    let Some([verb, who, ..]) = list.get(first..) else { return false };
    let somebody = matches!(who.tag, Tag::Determiner | Tag::Word) && !who.is(Traits::PLURAL);
    let turned = is_told(verb) && !verb.is_capital() && !verb.is(Traits::TELLING);
    turned && somebody && phrase::behind(list, first + 1).is_none()
}
