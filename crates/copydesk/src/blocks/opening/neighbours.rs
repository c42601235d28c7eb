//! The rows around a headline: its own second line, the deck below, the word above.

use super::super::title_shape::{self, Case, DECK, End, TitleShape};
use super::super::{Role, Sheet, bylines, datelines};
use crate::header::is_by;
use crate::language::Language;
use crate::letters::floor_char_boundary;

use super::{
    BULLETS, KICKER_WORDS, SENTENCE_CASE, ends_with_page, has_newspaper_word, is_address, is_cut, is_dateline,
    is_headline, is_label, is_mostly_digits, is_page_line, is_quotation, is_reporter_line, is_section,
};

/// How many lines a headline may take.
const LINES: usize = 3;

/// Whether a row is the rest of a headline that began in the row right above. Nothing else in that position begins with a small letter,
/// except a byline whose names are not understood.
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

/// `Ferry line net down`, `Where does the money go?`, `What the quay is for`: a headline with fewer words than others, or another ending.
/// The byline right below, or a text that an agency filed, shows that an article begins there.
pub(super) fn is_told_by_place(sheet: &Sheet<'_>, row: usize) -> bool {
    const SHORTEST: usize = 12;
    const WORDS: usize = 3;
    let content = sheet.content(row);
    let begins_article = |below: usize| {
        sheet.rows[below].role == Some(Role::Byline)
            || sheet.is_open(below)
                && (datelines::is_filed(sheet.content(below), sheet.language)
                    || sheet.of_article().next() == Some(row)
                        && datelines::starts_with_dateline(sheet.content(below), sheet.language))
    };
    if !(SHORTEST..=SENTENCE_CASE).contains(&content.len())
        || !content.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '‘' | '“' | '\'' | '"' | '«' | '„' | '¿'))
        || !sheet.next(row).is_some_and(begins_article)
    {
        return false;
    }
    let shape = TitleShape::of(content);
    let few = shape.words == WORDS && shape.case == Case::Sentence && !joins_two(content);
    (few || shape.words > WORDS && shape.case != Case::Lower)
        && matches!(shape.end, End::Open | End::Question)
        && !(is_label(content) || is_address(content) || is_page_line(content) || is_quotation(content))
        && !datelines::starts_with_dateline(content, sheet.language)
        && !is_mostly_digits(content)
        && !is_reporter_line(content)
        && !ends_with_page(content)
        && !has_newspaper_word(content)
        && !is_section(content)
}

/// `Arts and culture`: a section, whatever it is called.
fn joins_two(content: &str) -> bool {
    content.split(' ').nth(1).is_some_and(|word| matches!(word, "&" | "and" | "e" | "en" | "et" | "und" | "y" | "to"))
}

/// Whether a text says two long words of a headline again, or words that begin as they do.
pub(super) fn echoes(headline: &str, text: &str) -> bool {
    const LONG: usize = 4;
    const SAME: usize = 6;
    // A brief is short, and so is its headline.
    const MOST: usize = 100;
    const TEXT: usize = 400;
    let text = &text[..floor_char_boundary(text, TEXT)];
    let starts = |word: &str, begin: &str| word.get(..begin.len()).is_some_and(|word| word.eq_ignore_ascii_case(begin));
    let said = |word: &&str| {
        let end = word.char_indices().nth(SAME).map_or(word.len(), |(at, _)| at);
        text.split(|c: char| !c.is_alphanumeric()).any(|other| starts(other, &word[..end]))
    };
    headline.len() <= MOST
        && headline
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| word.len() >= LONG)
            .filter(said)
            .nth(1)
            .is_some()
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

/// `…as builders hail the move`: what Nigerian papers add to the headline, right below it.
pub(in crate::blocks) fn is_rider(content: &str) -> bool {
    const LONGEST: usize = 100;
    let rest = content.strip_prefix('…').or_else(|| content.strip_prefix("..."));
    let small = rest.is_some_and(|rest| rest.trim_start().starts_with(char::is_lowercase));
    small && content.len() <= LONGEST && title_shape::end(content) == End::Open
}

/// Whether what may stand in a deck's place is something else: a label, an address, a page's line, a dateline, the beginning of what is
/// cut.
fn is_something_else(content: &str) -> bool {
    is_label(content) || is_address(content) || is_page_line(content) || is_dateline(content) || is_cut(content)
}

/// A deck is told by the body's dateline right below it; without one, what stands there is a picture's words as often.
pub(super) fn is_deck(deck: &str, body: &str, language: Option<Language>) -> bool {
    const SHORTEST: usize = 40;
    let is_dated = || is_dateline(body) || datelines::starts_with_dateline(body, language);
    if deck.len() < SHORTEST || !DECK.contains(&deck.len()) || is_something_else(deck) || !is_dated() {
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
        && word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’'))
        && shape.case != Case::Capitals
        && shape.words >= WORDS
        && [next, next.and_then(|next| sheet.next(next))].into_iter().flatten().any(signed)
        && is_headline(below)
}

/// `Nach dem Brand` above `Die Feuerwehr sucht dringend Freiwillige`: a few words without a verb, as capitals show in German, above a
/// headline of more words with a longer deck and the byline below. Without the deck, the few words may be the headline.
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
