//! # opening
//!
//! The lines at the top of an article that their position and look identify: publication, edition, section, kicker, headline, deck.
//!
//! **Forms** among the first unclaimed lines, down to the first running text: at most six, four of them from the headline down. Below the
//! first line, sentences behind a bullet do not count. They are a summary that a page has above its text.
//!
//! - *headline*: one line of four words or more that ends no sentence and is no label, date, dateline, address or list item. It has running
//!   text below it that continues as such; a little is enough if the byline is right below the headline.
//!   - `?` and `!` may end it if it is capitalised as a title. A site's suffix (`… - The Gazette`) stays in it. A line right below that
//!     begins with a small letter is the rest of it.
//!   - It may be a quotation, if the byline is right below it or its deck.
//!   - Right above the byline or an agency's text, it may be a question, or three words in sentence case.
//!   - A brief of a few hundred bytes must repeat words of it.
//! - *page*: a number of up to three figures right below the section, above a headline.
//! - *publication*: a few capitalised words above a headline, with a newspaper's word (`Gazette`, `Tribune`), the letters of its country or
//!   state in brackets (`Metro (UK)`), or the date and the page below them. As the first line, right above the date, it is found even if
//!   two lines may be the headline. There it may also be words with an article that are capitalised as no headline is in a Romance language
//!   or Dutch.
//! - *edition*: a few words that end in `Edition` (or the French, German, Spanish, Portuguese or Dutch word), above a headline.
//! - *section*: a newspaper's usual section (`Opinion`, `Sport`), alone on its line, above a headline; `Section: Local`, as databases have
//!   it.
//! - a head of three or more labelled lines (`Title: …`, `Paper: …`, `Date: …`), with the title and the date.
//! - *kicker*: one to four words in capitals above a headline that is not in capitals; one word above a headline of five words or more,
//!   with the byline below it or its deck; in German, up to four words without a verb above a headline with a longer deck and the byline
//!   below.
//! - *deck*: one line in sentence case between headline and body. Right below it is the body's dateline or the byline, with at most the
//!   date between. If it ends with a full stop it names nobody, because a picture's words do.
//!
//! **Leaves alone** whatever is in doubt, because a wrong headline is worse than none:
//!
//! - two lines of which either may be the headline (some papers put the deck or a kicker first);
//! - a first paragraph that lost its full stop;
//! - a crosshead that opens an article without headline;
//! - the first line of a poem, a list, a table, a form or a letter;
//! - a quotation; a sentence about the reporter; the whole article on one line;
//! - topic codes of a wire, and what it says about its changes (`Corrects …`).

mod labelled;
mod neighbours;
mod others;
mod page;

use crate::span::TextSpan;

use super::dates::ends_with_page;
use super::opening_words::{EDITIONS, NEWSPAPERS, SECTIONS};
use super::title_shape::{self, Case, End, TitleShape, is_title_like};
use super::{Family, Role, Sheet, datelines, list_marks, lists};
pub(super) use neighbours::is_rider;
use neighbours::{
    echoes, goes_over, heads_headline, heads_headline_with_deck, is_deck, is_signed_quotation, is_standfirst,
    is_told_by_place, may_be_kicker, stands_over_byline,
};
use others::{
    has_two_sentences, is_address, is_codes, is_cut, is_dateline, is_label, is_mostly_digits, is_page_line,
    is_page_number, is_quotation, is_reporter_line, is_revision,
};
use page::{heads_page, is_catalogued, is_of_page, is_title_with_small_words};

pub(super) static FAMILY: Family = Family { name: "opening", page: include_str!("opening.rs"), label };

/// What Nigerian and other papers begin each part of a deck with.
const BULLETS: [char; 3] = ['•', '●', '■'];

/// How many unclaimed rows may stand above the body.
const ABOVE: usize = 6;
/// How many of them may be headline and below.
const BELOW: usize = 4;
/// How many rows from the top are looked at, claimed ones among them: bylines, dates, share buttons.
const TOP: usize = 16;
/// How many rows of the body must look like running text.
const BODY: usize = 12;

/// Lengths of a headline in bytes, and the words it needs.
const HEADLINE: std::ops::RangeInclusive<usize> = 15..=200;
const HEADLINE_WORDS: usize = 4;
/// The longest headline in sentence case: a longer row of that look is a picture's words or a paragraph without its stop.
const SENTENCE_CASE: usize = 120;
/// A first row of so few words may be a kicker, if the next could be a headline too.
const KICKER_WORDS: usize = 5;

fn label(sheet: &mut Sheet<'_>) {
    // The head of the page may have named the newspaper; a row of its own, or an envelope's field, has said what the headline is too.
    let in_folio = |publication: TextSpan| {
        let holds = |row: &usize| sheet.rows[*row].content.range().contains(&(publication.start() as usize));
        sheet.of_article().take(TOP).find(holds).is_some_and(|row| sheet.rows[row].role == Some(Role::Date))
    };
    let claimed = sheet.fields.headline.is_some() || sheet.fields.publication.is_some_and(|found| !in_folio(found));
    if claimed
        || sheet.rows[sheet.article.clone()]
            .iter()
            .take(2 * TOP)
            .any(|row| matches!(row.role, Some(Role::Headline | Role::Field)))
    {
        return;
    }
    if !labelled::label(sheet) && !label_top(sheet) {
        page::label(sheet);
    }
}

/// Labels the rows above the body, if they tell which of them is the headline.
fn label_top(sheet: &mut Sheet<'_>) -> bool {
    let Some(top) = Top::of(sheet) else { return false };
    let mut above = top.above();
    let mut found = Found::default();
    if let [first, rest @ ..] = above
        && is_of_page(sheet, *first, rest)
    {
        above = rest;
    }
    while let [first, rest @ ..] = above
        && !rest.is_empty()
        && let Some(role) = small_role(sheet, *first, rest[0])
    {
        found.push(*first, role);
        above = rest;
    }
    let [headline, below @ ..] = above else { return false };
    if above.len() > BELOW {
        return false;
    }
    let (last, decks) = below.split_at(below.iter().take_while(|&&row| goes_over(sheet, *headline, row)).count());
    let whole = TextSpan::new(
        sheet.rows[*headline].content.start(),
        sheet.rows[*last.last().unwrap_or(headline)].content.end(),
    );
    let quoted = !is_headline(sheet.slice(whole));
    let told_by_place = || is_signed_quotation(sheet, *headline) || is_told_by_place(sheet, *headline);
    if quoted && !(last.is_empty() && told_by_place()) {
        return false;
    }
    // A newsstand has the newspaper and its date below the headline.
    let decks = match decks {
        [name, rest @ ..] if page::is_newspaper_below(sheet, *name) => {
            found.push(*name, Role::Publication);
            rest
        }
        decks => decks,
    };
    match decks {
        [] if stands_over_byline(sheet, top.body) && is_standfirst(sheet.content(top.body)) => {
            claim(sheet, top.body, Role::Deck);
        }
        [] => {}
        [deck]
            if stands_over_byline(sheet, *deck)
                && is_standfirst(sheet.content(*deck))
                && (quoted || !may_be_kicker(sheet.content(*headline), sheet.content(*deck))) =>
        {
            found.push(*deck, Role::Deck);
        }
        [rider] if is_rider(sheet.content(*rider)) => found.push(*rider, Role::Deck),
        [deck] if is_deck(sheet.content(*deck), sheet.content(top.body), sheet.language) => {
            found.push(*deck, Role::Deck);
        }
        // A picture's words, a credit, a quotation below it: it is still the headline, unless one of them might be.
        others => {
            let first = TitleShape::of(sheet.content(*headline));
            let doubtful = |row: &&usize| {
                let content = sheet.content(**row);
                is_headline(content)
                    && (first.words <= KICKER_WORDS
                        || first.case == Case::Sentence && TitleShape::of(content).case != Case::Sentence)
            };
            let rivals = others.iter().filter(|&&row| is_headline(sheet.content(row))).count();
            if rivals > 1 || others.iter().any(|row| doubtful(&row)) {
                return false;
            }
            let sections = others.iter().filter(|&&row| page::labelled_section(sheet.content(row)).is_some());
            sections.for_each(|&row| found.push(row, Role::Section));
        }
    }
    sheet.fields.headline = Some(whole);
    found.push(*headline, Role::Headline);
    last.iter().for_each(|&row| found.push(row, Role::Headline));
    for &(row, role) in found.rows.iter().flatten() {
        claim(sheet, row, role);
    }
    true
}

/// Rows with what they are: as many as may stand above the body.
#[derive(Default)]
struct Found {
    rows: [Option<(usize, Role)>; ABOVE],
}

impl Found {
    fn push(&mut self, row: usize, role: Role) {
        let free = self.rows.iter_mut().find(|place| place.is_none());
        *free.expect("each row above the body is found once") = Some((row, role));
    }
}

/// The unclaimed rows above the body, and the body's first.
struct Top {
    rows: [usize; ABOVE],
    count: usize,
    body: usize,
}

impl Top {
    fn above(&self) -> &[usize] {
        &self.rows[..self.count]
    }

    fn of(sheet: &Sheet<'_>) -> Option<Self> {
        let (mut rows, mut count) = ([0; ABOVE], 0);
        let mut is_signed = false;
        for row in sheet.of_article().take(TOP) {
            let content = sheet.content(row);
            // What stands below the byline of a headline is no headline: a score, a picture's words.
            is_signed |= sheet.rows[row].role == Some(Role::Byline)
                && rows[..count]
                    .iter()
                    .any(|&above| is_headline(sheet.content(above)) && !page::is_newspaper(sheet, above));
            if !sheet.is_open(row) || is_label(content) || is_revision(content) || is_codes(content) {
                continue;
            }
            // What a page has at a glance above its text, and a deck whose parts are sentences.
            if is_running(content) && count > 0 && content.starts_with(BULLETS) {
                continue;
            }
            if is_running(content) {
                let enough = rows[..count].last().map(|&last| enough_below(sheet, last, row))?;
                let runs_on = starts_sentence(content) && goes_on(sheet, row, enough);
                return runs_on.then_some(Self { rows, count, body: row });
            }
            if !is_signed {
                *rows.get_mut(count)? = row;
                count += 1;
            }
        }
        None
    }
}

/// Whether a row is running text: it is long, or ends a sentence of some length.
pub(crate) fn is_running(content: &str) -> bool {
    const LONG: usize = 200;
    const SENTENCE: usize = 40;
    let end = title_shape::end(content);
    content.len() > LONG || content.len() >= SENTENCE && end == End::Stop
}

/// Whether a row starts as a sentence does, not as the rest of one that a lost link has cut.
fn starts_sentence(content: &str) -> bool {
    content.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| !c.is_lowercase())
        && !content.starts_with(['.', ',', ';', ':', '-', '–', '—', '*', '•', '●'])
}

/// Whether most of the text from the body's first row on is running text, unlike forms, verse and transcripts. List items inside it count
/// for neither side.
fn goes_on(sheet: &Sheet<'_>, body: usize, enough: usize) -> bool {
    const LONG: usize = 100;
    let (mut running, mut bytes, mut listed) = (0, 0, 0);
    for row in (body..sheet.rows.len()).filter(|&row| sheet.is_open(row)).take(BODY) {
        let content = sheet.content(row);
        if list_marks::mark(content).is_none() {
            let sentence = content.len() > LONG || title_shape::end(content).ends_sentence();
            // Results and prices below the text are no text that is cut.
            if !sentence && lists::ends_in_figure(content) {
                listed += content.len();
            } else if sentence || !is_mostly_digits(content) {
                bytes += content.len();
            }
            running += if sentence { content.len() } else { 0 };
        }
    }
    running * 5 >= bytes * 4 && bytes + listed >= enough
}

/// How many bytes of text a headline needs below it: few, where the byline below, or below the date, or the text's dateline says that an
/// article begins here; a brief is told by the headline's words, which its text says again.
fn enough_below(sheet: &Sheet<'_>, last: usize, body: usize) -> usize {
    const ENOUGH: usize = 300;
    const SIGNED: usize = 80;
    const BRIEF: usize = 100;
    let content = sheet.content(body);
    // The first row has enough for either, as most have.
    if content.len() >= ENOUGH && list_marks::mark(content).is_none() {
        return ENOUGH;
    }
    let role = |row: usize| sheet.rows[row].role;
    let next = sheet.next(last);
    let below = next.filter(|&next| role(next) == Some(Role::Date)).and_then(|date| sheet.next(date));
    let deck = || stands_over_byline(sheet, body) && is_standfirst(content);
    let signed = [next, below].into_iter().flatten().any(|row| role(row) == Some(Role::Byline));
    let filed = || datelines::starts_with_dateline(content, sheet.language);
    match () {
        () if signed || filed() || deck() => SIGNED,
        () if echoes(sheet.content(last), content) => BRIEF,
        () => ENOUGH,
    }
}

/// The role of a row above a headline, if its look says which.
fn small_role(sheet: &Sheet<'_>, row: usize, below: usize) -> Option<Role> {
    const LONGEST: usize = 60;
    let content = sheet.content(row);
    if content.len() > LONGEST || !starts_sentence(content) {
        return None;
    }
    if is_page_number(content) && sheet.previous(row).is_some_and(|above| is_section(sheet.content(above))) {
        return Some(Role::Page);
    }
    if page::labelled_section(content).is_some() {
        return Some(Role::Section);
    }
    let shape = TitleShape::of(content);
    if shape.end != End::Open || shape.words == 0 || shape.words > 6 {
        return None;
    }
    let titled = matches!(shape.case, Case::Title | Case::Capitals) || is_title_with_small_words(content);
    let last = content.rsplit(' ').next().unwrap_or(content);
    match () {
        () if content.split(" / ").flat_map(|part| part.split(" | ")).all(is_section) => Some(Role::Section),
        () if is_among(EDITIONS, last) => Some(Role::Edition),
        () if titled && (has_newspaper_word(content) || heads_page(sheet, row, shape.words)) => Some(Role::Publication),
        () if titled && sheet.of_article().next() == Some(row) && is_catalogued(sheet, row) => Some(Role::Publication),
        () if page::is_newspaper(sheet, row) => Some(Role::Publication),
        () if shape.words <= 4 && shape.case == Case::Capitals => {
            let below = sheet.content(below);
            let plain = below.len() <= *HEADLINE.end() && TitleShape::of(below).case != Case::Capitals;
            plain.then_some(Role::Kicker)
        }
        () if shape.words == 1 && heads_headline(sheet, content, below) => Some(Role::Kicker),
        // The first words of all may be a newspaper's name that no list knows.
        () if (2..=4).contains(&shape.words)
            && (sheet.previous(row).is_some() || !is_title_like(content))
            && heads_headline_with_deck(sheet, content, below) =>
        {
            Some(Role::Kicker)
        }
        () => None,
    }
}

/// Whether a list of words in lower case, in order, has this one, in any case and whatever marks stand around it.
fn is_among(words: &[&str], word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    if !word.is_ascii() {
        return words.binary_search(&word.to_lowercase().as_str()).is_ok();
    }
    let lower = || word.bytes().map(|byte| byte.to_ascii_lowercase());
    words.binary_search_by(|known| known.bytes().cmp(lower())).is_ok()
}

/// Whether the line is one of the sections that newspapers commonly have, and nothing else.
pub(crate) fn is_section(line: &str) -> bool {
    const LONGEST: usize = 40;
    line.len() <= LONGEST && is_among(SECTIONS, line)
}

/// Whether one of the words is one that newspapers call themselves by.
pub(crate) fn has_newspaper_word(name: &str) -> bool {
    name.split([' ', '-']).any(|word| is_among(NEWSPAPERS, word))
}

/// Whether the words of a row are capitalised as in a title.
pub(crate) fn is_titled(content: &str) -> bool {
    matches!(TitleShape::of(content).case, Case::Title | Case::Capitals)
}

/// Whether a row looks as a headline does.
pub(crate) fn is_headline(content: &str) -> bool {
    if !HEADLINE.contains(&content.len()) || is_label(content) || is_address(content) || is_quotation(content) {
        return false;
    }
    let shape = TitleShape::of(content);
    let titled = matches!(shape.case, Case::Title | Case::Capitals);
    let ended = match shape.end {
        End::Open => true,
        End::Question | End::Exclamation | End::Ellipsis => titled,
        End::Stop | End::Pause => false,
    };
    let opener =
        content.trim_start_matches(['"', '\'', '“', '‘', '«', '„', '‚', '[', '(', '¿', '¡', '$', '£', '€', '#']);
    ended
        && (titled || content.len() <= SENTENCE_CASE && !has_two_sentences(content))
        && shape.words >= HEADLINE_WORDS
        && shape.case != Case::Lower
        && opener.starts_with(char::is_alphanumeric)
        && !is_page_line(content)
        && !is_mostly_digits(content)
        && !ends_with_page(content)
        && !is_dateline(content)
        && !is_cut(content)
        && !is_reporter_line(content)
}

fn claim(sheet: &mut Sheet<'_>, row: usize, role: Role) {
    sheet.label(row, role);
    let content = sheet.rows[row].content;
    if role == Role::Page {
        sheet.fields.page = sheet.fields.page.or(Some((content, Some(content))));
        return;
    }
    let value = match role {
        Role::Section => page::labelled_section(sheet.content(row)),
        Role::Deck => Some(sheet.content(row).trim_start_matches(BULLETS).trim_start()),
        _ => None,
    };
    let content = value.map_or(content, |value| sheet.span_of(value));
    let field: &mut Option<TextSpan> = match role {
        Role::Publication => &mut sheet.fields.publication,
        Role::Edition => &mut sheet.fields.edition,
        Role::Section => &mut sheet.fields.section,
        Role::Kicker => &mut sheet.fields.kicker,
        Role::Deck => &mut sheet.fields.deck,
        _ => &mut sheet.fields.headline,
    };
    field.get_or_insert(content);
}
