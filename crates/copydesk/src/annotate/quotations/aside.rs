//! Asides between a name and its verb, which say what the person is: `Doe, the mayor, said`.

use std::ops::Range;

use super::phrase::{ASIDE, ending, is_doing, is_made, is_name, is_noun_at};
use super::tokens::Token;
use super::traits::Traits;
use super::words::{Class, Form, Tag, Verb};

/// How many things a person may be said to be, one behind the other: `Jane Doe, a diver in Norhaven, the port of the north, said`.
const CHAIN: usize = 3;

/// How many words a name may have.
const NAME: usize = 5;

/// The phrase before an aside that ends at `comma`, a comma or a dash: `Doe` in `Doe, the mayor, said`. It goes back from mark to mark. A name or
/// a pronoun settles it. Any other phrase is kept as the best so far, because a name may stand before it.
pub(super) fn aside(list: &[Token], comma: usize) -> Option<Range<usize>> {
    let edge = if list[comma].tag == Tag::Dash { Tag::Dash } else { Tag::Comma };
    let floor = comma.saturating_sub(ASIDE);
    let mut best: Option<Range<usize>> = None;
    let mut place = comma;
    while place > floor {
        place -= 1;
        match list[place].tag {
            Tag::Stop | Tag::Semicolon => break,
            // `Doe (Lab, Norhaven), the mayor`: the bracket has commas of its own.
            Tag::Close => place = opening(list, place, floor),
            tag if tag == edge => {
                let end = match place.checked_sub(1) {
                    Some(close) if list[close].tag == Tag::Close => opening(list, close, floor),
                    _ => place,
                };
                // What stands before a bracket speaks only if it begins as a name does.
                let is_named = |range: &Range<usize>| end == place || list[range.start].is_capital();
                if let Some(range) = ending(list, end).filter(is_named) {
                    let name = list[range.clone()].iter().any(Token::is_capital);
                    if is_introduction(list, range.start, name) || !begins_aside(&list[place + 1]) {
                        if best.is_some() {
                            break;
                        }
                        continue;
                    }
                    let pronoun = list[range.start].tag == Tag::Pronoun;
                    best = Some(if name { bearer(list, &range, comma + 1).unwrap_or(range) } else { range });
                    if name || pronoun {
                        break;
                    }
                } else if best.is_none() && place >= 1 && list[place - 1].tag == Tag::Pronoun {
                    return Some(place - 1..place);
                }
            }
            _ => {}
        }
    }
    best
}

/// Whether the phrase that begins at `start` is part of what introduces the sentence, and so does not speak: `the paper` in `Speaking to the
/// paper, Doe, the mayor, said`, `the case` in `Such being the case, Doe said`. `name` says whether a name is in it.
fn is_introduction(list: &[Token], start: usize, name: bool) -> bool {
    // In `a day after Doe, the mayor, said` the word `after` begins a clause of Doe's own, unless it begins the sentence.
    let has_clause = || {
        start > 1
            && list[start - 1].is(Traits::WHEN)
            && list[start - 2].tag == Tag::Word
            && (name || list[start].tag == Tag::Determiner && !list[start].is(Traits::ARTICLE))
    };
    start > 0
        && (matches!(list[start - 1].tag, Tag::Preposition | Tag::Subordinator | Tag::As | Tag::To)
            || is_deed(list, start))
        && !has_clause()
}

/// Whether an aside can begin with the token: `the mayor`, `who left`, `54`, `of Norhaven`.
fn begins_aside(token: &Token) -> bool {
    matches!(
        token.tag,
        Tag::Determiner
            | Tag::Who
            | Tag::Number
            | Tag::Preposition
            | Tag::Word
            | Tag::Verb(_)
            | Tag::Adverb
            | Tag::As
            | Tag::Quote
    )
}

/// Where the bracket opens that closes at `close`, not before `floor`; `close` itself if it opens nowhere.
fn opening(list: &[Token], close: usize, floor: usize) -> usize {
    list[floor.min(close)..close].iter().rposition(|token| token.tag == Tag::Open).map_or(close, |open| floor + open)
}

/// Whether somebody does something to the phrase that begins at `start`: `a man driving the car`. In `Norland’s ruling party` nobody does.
fn is_deed(list: &[Token], start: usize) -> bool {
    start > 1
        && is_doing(&list[start - 1])
        && list[start - 2].tag != Tag::Determiner
        && !list[start - 2].is_possessive()
}

/// The full name that a sentence begins with, if a phrase before the verb at `verb` says what that person is: `Jane Doe, a diver in
/// Norhaven, the port of the north, said`, `Jane Doe, spokesman for the port said`.
pub(super) fn bearer(list: &[Token], phrase: &Range<usize>, verb: usize) -> Option<Range<usize>> {
    let mut behind = phrase.clone();
    for _ in 0..CHAIN {
        let first = &list[behind.start];
        let comma = behind.start.checked_sub(1).filter(|&comma| list[comma].tag == Tag::Comma)?;
        if first.is_capital() || !matches!(first.tag, Tag::Determiner | Tag::Word) || first.is(Traits::PLURAL) {
            return None;
        }
        let before = ending(list, comma)?;
        let is_name = |token: &Token| token.is_capital() && token.tag == Tag::Word;
        let begins =
            before.start.checked_sub(1).is_none_or(|at| matches!(list[at].tag, Tag::Stop | Tag::Quote | Tag::Dash));
        if begins && (2..=NAME).contains(&before.len()) && list[before.clone()].iter().all(is_name) {
            let last = &list[before.end - 1];
            // In `Jane Doe, the judge said, was ill` the judge speaks, in a clause of its own. An article and a noun may be one.
            let own = behind == *phrase
                && first.tag == Tag::Determiner
                && (list.get(verb + 1).is_some_and(|next| next.tag == Tag::Comma) || behind.len() <= 2);
            let set_off = list.get(phrase.end).is_some_and(|next| next.tag == Tag::Comma);
            let thing = last.is(Traits::BODY) || last.is_possessive();
            return (!thing && (set_off || !own)).then_some(before);
        }
        behind = before;
    }
    None
}

/// The phrase with the rest of a name behind a word in brackets: `Dr (Mrs) Ada Doe`, `Jon (Jack) Doe`, `Col (retd) Jon Doe`.
pub(super) fn past_bracket(list: &[Token], range: Range<usize>) -> Range<usize> {
    let Some([open, word, close]) = list.get(range.end..range.end + 3) else { return range };
    let in_brackets = open.tag == Tag::Open && word.tag == Tag::Word && close.tag == Tag::Close;
    if !in_brackets || !list[range.end - 1].is_capital() || !is_name(list, range.end + 3) {
        return range;
    }
    let name = list[range.end + 3..].iter().take(NAME).take_while(|token| token.tag == Tag::Word && token.is_capital());
    range.start..range.end + 3 + name.count()
}

/// Whether a comma and a full name follow: `Norland chief, Jane Doe, said`.
pub(super) fn is_apposed(list: &[Token], at: usize) -> bool {
    list.get(at).is_some_and(|next| next.tag == Tag::Comma) && is_name(list, at + 1) && is_name(list, at + 2)
}

/// The phrase before the verb at `verb`, made longer or shorter if it is only a part of the verb's subject, or has something else in it.
pub(super) fn narrowed(list: &[Token], range: Range<usize>, verb: usize) -> Range<usize> {
    let Some(before) = range.start.checked_sub(1).map(|before| &list[before]) else { return range };
    // In `told the court Mr Doe had shouted` the court was told, and Mr Doe shouted.
    if before.is(Traits::ADDRESSING) {
        let starts = |&at: &usize| {
            let noun = &list[at - 1];
            list[at].is_capital() && noun.tag == Tag::Word && !noun.is_capital() && !noun.is_possessive()
        };
        let start = range.clone().skip(1).rfind(starts).unwrap_or(range.start);
        return start..range.end;
    }
    // `A man accused of stealing two ponies said`, `the diver who raised the boat said`: the man and the diver speak.
    let deed = match range.start.checked_sub(3).map(|first| &list[first..range.start]) {
        Some([made, of, doing]) if of.tag == Tag::Preposition && is_doing(doing) && is_made(made) => range.start - 3,
        Some([_, who, did]) if who.tag == Tag::Who && has_done(did) => range.start - 2,
        // `the firm that owns the boats said`
        Some([_, who, does])
            if matches!(who.tag, Tag::Who | Tag::That)
                && does_now(does)
                && list[range.start].tag == Tag::Determiner =>
        {
            range.start - 2
        }
        // `a diver who lost boats said`
        _ if range.start > 1
            && list[range.start - 1].tag == Tag::Who
            && list[range.start].is(Traits::PAST.with(Traits::DEED))
            && !list[range.start].is_capital() =>
        {
            range.start - 1
        }
        // `the firm that owns Norland Boats said`
        _ if range.start > 1
            && matches!(list[range.start - 1].tag, Tag::Who | Tag::That)
            && does_now(&list[range.start])
            && list.get(range.start + 1).is_some_and(|next| next.tag == Tag::Word && next.is_capital())
            && range.len() > 1 =>
        {
            range.start - 1
        }
        _ => return bearer(list, &range, verb).unwrap_or(range),
    };
    ending(list, deed).filter(|_| is_noun_at(list, deed - 1)).unwrap_or(range)
}

/// Whether a word behind `who` says what they did: `stole`, `accused`.
fn has_done(token: &Token) -> bool {
    match token.tag {
        Tag::Word => token.is(Traits::PAST.with(Traits::DEED)),
        Tag::Verb(Verb { class, form: Form::Past }) => class != Class::Speech,
        _ => false,
    }
}

/// Whether a word behind `who` or `that` may say what they do, by its ending: `owns`.
fn does_now(token: &Token) -> bool {
    token.tag == Tag::Word && token.is(Traits::PLURAL) && !token.is(Traits::BODY) && !token.is_capital()
}
