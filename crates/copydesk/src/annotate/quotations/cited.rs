//! Whom somebody else quotes. In `Doe quotes Roe as saying`, `Doe remembers Roe telling her` and `Doe attacked Roe for saying`, Roe speaks.

use std::ops::Range;

use super::phrase;
use super::tokens::Token;
use super::traits::Traits;
use super::words::{Class, Form, Tag, Verb};

/// How many tokens may stand between the verb of whoever quotes and that of whoever is quoted.
const BETWEEN: usize = 24;

/// Who spoke, according to the verb at `verb` (`quotes`), and the place of their own verb (`saying`). A pronoun stays one.
pub(super) fn by(list: &[Token], verb: usize) -> Option<(Range<usize>, usize)> {
    let token = &list[verb];
    let cites = token.is(Traits::CITING);
    let judges = matches!(token.tag, Tag::Verb(Verb { class: Class::Stance, .. }));
    if !cites && !judges || is_passive(list, verb) || is_noun(list, verb) {
        return None;
    }
    let is_whom = |token: &Token| token.tag == Tag::Word || token.is(Traits::OWNER);
    let alone = || is_whom(list.get(verb + 1)?).then_some(verb + 1..verb + 2);
    // `quoted him`: a single word that could be no subject.
    let who = phrase::beginning(list, verb + 1).or_else(alone)?;
    let next = list.get(who.end)?;
    // `described Roe as saying`, `attacked Roe for saying`, `heard Roe saying`
    let blamed = judges && next.is(Traits::OF) && next.end - next.start == "for".len();
    let told = who.end + usize::from(next.tag == Tag::As || blamed);
    let joined = told > who.end || cites;
    if joined && is_told(list, told) {
        return Some((who, told));
    }
    // `quoted Roe, the mayor, as saying`, `quoted Roe on Monday as saying`
    let rest = &list[who.end..list.len().min(who.end + BETWEEN)];
    let told = rest.iter().take_while(|token| !ends(token)).position(|token| token.tag == Tag::As)? + who.end + 1;
    (cites && is_told(list, told)).then_some((who, told))
}

/// The same, searched from the verb of whoever is quoted (`saying`).
pub(super) fn to(list: &[Token], told: usize) -> Option<Range<usize>> {
    if !is_told(list, told) {
        return None;
    }
    let floor = told.saturating_sub(BETWEEN);
    let verbs = (floor..told).rev().take_while(|&at| !ends(&list[at]));
    verbs.filter_map(|verb| by(list, verb)).find_map(|(who, at)| (at == told).then_some(who))
}

/// Whom the source of a clause quotes, if that is a name: `according to the paper, quoting Roe`.
pub(super) fn behind(list: &[Token], clause: &Range<usize>, end: usize) -> Option<Range<usize>> {
    let [comma, quoting, first, ..] = list.get(end..)? else { return None };
    let quotes = comma.tag == Tag::Comma && quoting.is(Traits::QUOTING);
    (quotes && first.is_capital() && list[clause.start].tag != Tag::Pronoun)
        .then(|| phrase::beginning(list, end + 2))?
}

/// Whether no clause goes on behind the token.
fn ends(token: &Token) -> bool {
    matches!(token.tag, Tag::Stop | Tag::Quote | Tag::Colon | Tag::Semicolon)
}

/// Whether the verb is `saying` or its like.
fn is_told(list: &[Token], at: usize) -> bool {
    let speech = |token: &Token| matches!(token.tag, Tag::Verb(Verb { class: Class::Speech, form: Form::Gerund }));
    list.get(at).is_some_and(speech)
}

/// Whether the verb is in the passive: `was widely quoted`.
fn is_passive(list: &[Token], verb: usize) -> bool {
    list[..verb].iter().rfind(|token| token.tag != Tag::Adverb).is_some_and(|before| before.tag == Tag::Be)
}

/// Whether the form is a noun: `the quotes`, `his report`.
fn is_noun(list: &[Token], verb: usize) -> bool {
    let before = verb.checked_sub(1).map(|before| &list[before]);
    before.is_some_and(|before| matches!(before.tag, Tag::Determiner | Tag::Preposition) || before.is_possessive())
}
