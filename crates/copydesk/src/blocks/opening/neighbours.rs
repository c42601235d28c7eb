//! What the rows around a headline are told by: its own second line, the deck below, the word above.

use super::super::title_shape::{self, Case, DECK, End, TitleShape};
use super::super::{Role, Sheet, bylines};
use crate::header::is_by;
use crate::language::Language;

use super::{
    BULLETS, KICKER_WORDS, is_address, is_cut, is_dateline, is_headline, is_label, is_page_line, is_quotation,
};

/// How many lines a headline may take.
const LINES: usize = 3;

/// Whether a row is the rest of a headline that began in the row right above: nothing else in its place begins with a small letter, but for a
/// byline whose names are not understood.
pub(super) fn goes_over(sheet: &Sheet<'_>, headline: usize, row: usize) -> bool {
    const LINE: usize = 80;
    let content = sheet.content(row);
    let by = || content.split(' ').next().is_some_and(is_by);
    if !content.starts_with(char::is_lowercase) || by() {
        return false;
    }
    let above = sheet.content(row - 1);
    row - headline < LINES
        && (headline..row).all(|above| sheet.is_open(above))
        && above.len() <= LINE
        && content.len() <= LINE
        && title_shape::end(content) == End::Open
        && matches!(title_shape::end(above), End::Open | End::Pause)
        && !is_address(content)
}

/// Whether the byline stands right below a row, the date at most between.
fn is_signed(sheet: &Sheet<'_>, row: usize) -> bool {
    let role = |row: usize| sheet.rows[row].role;
    let next = sheet.next(row);
    let below = next.filter(|&next| role(next) == Some(Role::Date)).and_then(|date| sheet.next(date)).or(next);
    below.is_some_and(|below| role(below) == Some(Role::Byline))
}

/// `‘The harbour will be quiet for good’`: a headline that is what somebody said, with the byline right below, or below the deck.
pub(super) fn is_signed_quotation(sheet: &Sheet<'_>, row: usize) -> bool {
    let content = sheet.content(row);
    let said = || content.trim_matches(['"', '“', '”', '«', '»', '„', '‘', '’', '\'']);
    let over_deck = || {
        sheet.next(row).is_some_and(|deck| {
            let shape = TitleShape::of(sheet.content(deck));
            sheet.is_open(deck)
                && DECK.contains(&sheet.content(deck).len())
                && (shape.case == Case::Sentence && shape.end == End::Open || shape.end == End::Stop)
                && is_signed(sheet, deck)
        })
    };
    is_quotation(content) && is_headline(said()) && (is_signed(sheet, row) || over_deck())
}

/// Whether the byline stands right below a row, and the headline right above.
pub(super) fn stands_over_byline(sheet: &Sheet<'_>, row: usize) -> bool {
    is_signed(sheet, row) && sheet.previous(row).is_some_and(|above| sheet.is_open(above))
}

/// Whether a row between headline and byline is a deck. A picture's words end with a stop, and name who is seen.
pub(super) fn is_standfirst(content: &str) -> bool {
    let shape = TitleShape::of(content);
    DECK.contains(&content.len())
        && shape.case == Case::Sentence
        && match shape.end {
            End::Open | End::Question => true,
            End::Stop => !bylines::names_somebody(content),
            _ => false,
        }
        && content.starts_with(|c: char| {
            c.is_alphanumeric() || BULLETS.contains(&c) || matches!(c, '‘' | '“' | '\'' | '"' | '«' | '„' | '¿')
        })
        && !is_quotation(content)
        && !is_something_else(content)
}

/// Whether what may stand in a deck's place is something else: a label, an address, a page's line, a dateline, the beginning of what is cut.
fn is_something_else(content: &str) -> bool {
    is_label(content) || is_address(content) || is_page_line(content) || is_dateline(content) || is_cut(content)
}

/// A deck is told by the body's dateline right below it; without one, what stands there is a picture's words as often.
pub(super) fn is_deck(deck: &str, body: &str) -> bool {
    const SHORTEST: usize = 40;
    if deck.len() < SHORTEST || !DECK.contains(&deck.len()) || !is_dateline(body) || is_something_else(deck) {
        return false;
    }
    let shape = TitleShape::of(deck);
    shape.case == Case::Sentence
        && matches!(shape.end, End::Open | End::Stop)
        && deck.starts_with(char::is_alphanumeric)
}

/// `Kommunalfinanzen`: one word above a headline that is a sentence of its own, with the byline below it or below its deck.
pub(super) fn heads_headline(sheet: &Sheet<'_>, word: &str, headline: usize) -> bool {
    const SHORTEST: usize = 4;
    const WORDS: usize = 5;
    let below = sheet.content(headline);
    let shape = TitleShape::of(below);
    let signed = |row: usize| sheet.rows[row].role == Some(Role::Byline);
    let next = sheet.next(headline);
    word.len() >= SHORTEST
        && word.chars().all(|c| c.is_alphabetic() || c == '-')
        && shape.case != Case::Capitals
        && shape.words >= WORDS
        && [next, next.and_then(|next| sheet.next(next))].into_iter().flatten().any(signed)
        && is_headline(below)
}

/// `Nach dem Brand` above `Die Feuerwehr sucht dringend Freiwillige`: a few words without a verb, as German shows by its capitals, over a headline of
/// more that is followed by a longer deck and the byline. Without the deck, the few words may be the headline.
pub(super) fn heads_headline_with_deck(sheet: &Sheet<'_>, kicker: &str, headline: usize) -> bool {
    const WORDS: usize = 5;
    #[rustfmt::skip]
    const SMALL: &[&str] = &[
        "am", "an", "auf", "aus", "bei", "das", "dem", "den", "der", "des", "die", "eine", "einem", "einer", "eines", "für", "gegen", "im", "in", "mit",
        "nach", "ohne", "trotz", "um", "und", "unter", "vom", "von", "vor", "zu", "zum", "zur", "über",
    ];
    let is_noun_or_small = |word: &str| word.starts_with(char::is_uppercase) || SMALL.contains(&word);
    if sheet.language != Some(Language::German) || !kicker.split(' ').all(is_noun_or_small) {
        return false;
    }
    let content = sheet.content(headline);
    if !is_headline(content) || TitleShape::of(content).words < WORDS {
        return false;
    }
    let deck = sheet.next(headline).filter(|&deck| sheet.is_open(deck));
    deck.is_some_and(|deck| {
        let below = sheet.content(deck);
        DECK.contains(&below.len())
            && below.len() > content.len()
            && TitleShape::of(below).case == Case::Sentence
            && sheet.next(deck).is_some_and(|next| sheet.rows[next].role == Some(Role::Byline))
    })
}

/// `Tod im Hafen von Oslo` above `Warum niemand die Fähre anhielt`: a few words above a row that may be the headline.
pub(super) fn may_be_kicker(headline: &str, below: &str) -> bool {
    TitleShape::of(headline).words < KICKER_WORDS && is_headline(below)
}
