//! Asides between a name and its verb: what its bearer is, between commas or dashes.

use std::ops::Range;

use super::phrase::{ASIDE, ending, is_doing};
use super::tokens::Token;
use super::traits::Traits;
use super::words::Tag;

/// What a bearer of a name is said to be, one behind the other, at most.
const CHAIN: usize = 3;

/// Words of a name, at most.
const NAME: usize = 5;

/// The phrase before an aside that ends at the comma `comma`: `Doe, the mayor, said`.
pub(super) fn aside(list: &[Token], comma: usize) -> Option<Range<usize>> {
    let edge = if list[comma].tag == Tag::Dash { Tag::Dash } else { Tag::Comma };
    let floor = comma.saturating_sub(ASIDE);
    let mut best: Option<Range<usize>> = None;
    let mut place = comma;
    while place > floor {
        place -= 1;
        match list[place].tag {
            Tag::Stop | Tag::Semicolon => break,
            tag if tag == edge => {
                if let Some(range) = ending(list, place) {
                    let name = list[range.clone()].iter().any(Token::is_capital);
                    let after = &list[place + 1];
                    // `a day after Doe, the mayor, said`: a clause of its own, where it does not begin the sentence.
                    let has_clause = range.start > 1
                        && list[range.start - 1].is(Traits::WHEN)
                        && list[range.start - 2].tag == Tag::Word
                        && (name || list[range.start].tag == Tag::Determiner && !list[range.start].is(Traits::ARTICLE));
                    // `Speaking to the paper, Doe, the mayor, said`, `Such being the case, Doe, the mayor, said`.
                    let introduces = range.start > 0
                        && (matches!(
                            list[range.start - 1].tag,
                            Tag::Preposition | Tag::Subordinator | Tag::As | Tag::To
                        ) || is_deed(list, range.start))
                        && !has_clause;
                    let plain = matches!(
                        after.tag,
                        Tag::Determiner
                            | Tag::Who
                            | Tag::Number
                            | Tag::Preposition
                            | Tag::Word
                            | Tag::Verb(_)
                            | Tag::Adverb
                            | Tag::As
                            | Tag::Quote
                    );
                    if introduces || !plain {
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

/// Whether the phrase that begins at `start` is what somebody does something to: `a man driving the car`, not `Norland’s ruling party`.
fn is_deed(list: &[Token], start: usize) -> bool {
    start > 1
        && is_doing(&list[start - 1])
        && list[start - 2].tag != Tag::Determiner
        && !list[start - 2].is_possessive()
}

/// The full name at the sentence's beginning of whoever is what a phrase before the verb at `verb` says: `Jane Doe, a diver in Norhaven, the
/// port of the north, said`, `Jane Doe, spokesman for the port said`.
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
            // `Jane Doe, the judge said, was ill`: a clause of its own, which an article and a noun may be.
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
