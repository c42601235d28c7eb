//! The head of a printed page: the newspaper above its date, the section.

use super::super::datelines::{REGIONS, TOWNS};
use super::super::opening_words::SECTION_LABELS;
use super::super::title_shape::{Case, End, TitleShape, is_title_like};
use super::super::wordlist::has;
use super::super::{Role, Sheet};
use super::{claim, has_newspaper_word, is_headline, is_section};
use crate::keys::Key;
use crate::language::Language;

/// Rows from the top among which a headline stands.
const TOP: usize = 8;

/// Labels the newspaper and the section where nothing tells which row is the headline.
pub(super) fn label(sheet: &mut Sheet<'_>) {
    let Some(first) = sheet.of_article().next().filter(|&first| sheet.is_open(first)) else { return };
    if !is_newspaper(sheet, first) {
        return;
    }
    claim(sheet, first, Role::Publication);
    let below = |row: &usize| !matches!(sheet.rows[*row].role, Some(Role::Date | Role::Page | Role::Publication));
    let section = sheet.of_article().take(TOP).find(below).filter(|&row| sheet.is_open(row));
    if let Some(section) = section.filter(|&row| is_section(sheet.content(row))) {
        claim(sheet, section, Role::Section);
    }
}

/// Whether the first row is the newspaper's name: a few words with the date right below, and a headline further down. The row may also be
/// the headline, unless the page, a newspaper's word or capitals that no headline has in its language show that it is not.
pub(super) fn is_newspaper(sheet: &Sheet<'_>, row: usize) -> bool {
    const WORDS: usize = 5;
    const LONGEST: usize = 50;
    let content = sheet.content(row);
    if sheet.of_article().next() != Some(row) || content.len() > LONGEST || !is_dated(sheet, row) {
        return false;
    }
    let TitleShape { words, case, end } = TitleShape::of(content);
    let titled = || matches!(case, Case::Title | Case::Capitals) || is_title_with_small_words(content);
    let has_title_case = || {
        let plain = matches!(
            sheet.language,
            Some(Language::Dutch | Language::French | Language::Italian | Language::Portuguese | Language::Spanish)
        );
        // Who died has capitals too (`Muere Ana Ruiz`), and no article.
        plain && words >= 2 && begins_with_article(content) && is_title_like(content) && !has_inner_article(content)
    };
    let is_one = || {
        titled() && (has_newspaper_word(content) || heads_page(sheet, row, words) || is_catalogued(sheet, row))
            || has_title_case()
    };
    let headed = || {
        let below = sheet.of_article().skip(1).take(TOP).filter(|&row| sheet.is_open(row));
        below.into_iter().any(|row| is_headline(sheet.content(row)))
    };
    end == End::Open && words <= WORDS && is_one() && headed()
}

/// Whether a row below the headline is the newspaper's name: it has a newspaper's word or is catalogued, and the date right below it.
pub(super) fn is_newspaper_below(sheet: &Sheet<'_>, row: usize) -> bool {
    const WORDS: usize = 5;
    let content = sheet.content(row);
    let TitleShape { words, case, end } = TitleShape::of(content);
    words <= WORDS
        && end == End::Open
        && matches!(case, Case::Title | Case::Capitals)
        && is_dated(sheet, row)
        && (has_newspaper_word(content) || is_catalogued(sheet, row))
}

/// `Metro (UK)`, `Coast Sun (CA)`: a newspaper as catalogues list it, with the letters of its country or state in brackets. A film or an
/// opera has a country's full name there, and Italian papers have the letters of a province: `CASTELLO (CO)`.
pub(super) fn is_catalogued(sheet: &Sheet<'_>, row: usize) -> bool {
    let content = sheet.content(row);
    if sheet.language != Some(Language::English) {
        return false;
    }
    let parted = content.strip_suffix(')').and_then(|content| content.rsplit_once(" ("));
    parted.is_some_and(|(name, place)| {
        is_title_like(name)
            && !has(TOWNS, name)
            && place.bytes().all(|byte| byte.is_ascii_uppercase())
            && has(REGIONS, place)
    })
}

/// `La Voz del Puerto`, `Il Secolo di Levante`, `L'Écho du Port`.
fn begins_with_article(content: &str) -> bool {
    const ARTICLES: [&str; 12] = ["De ", "El ", "Het ", "Il ", "L'", "L’", "La ", "Las ", "Le ", "Les ", "Los ", "O "];
    ARTICLES.iter().any(|article| content.starts_with(article))
}

/// `El Puerto Gana La Copa`: the article of the object has a capital, as in a headline in title case. A newspaper's name has such an
/// article only behind a small word (`El Correo De La Ribera`).
fn has_inner_article(content: &str) -> bool {
    const ARTICLES: [&str; 9] = ["El", "Il", "La", "Las", "Le", "Les", "Los", "Un", "Una"];
    const SMALL: [&str; 4] = ["de", "del", "e", "y"];
    let mut words = content.split(' ');
    let mut before = words.next().unwrap_or_default();
    words.any(|word| {
        let inner = ARTICLES.contains(&word) && !SMALL.iter().any(|small| small.eq_ignore_ascii_case(before));
        before = word;
        inner
    })
}

/// Whether the date stands right below.
fn is_dated(sheet: &Sheet<'_>, row: usize) -> bool {
    sheet.next(row).is_some_and(|next| sheet.rows[next].role == Some(Role::Date))
}

/// `Section: Local`, `Rubrik: Lokales`: the section that a database's label names.
pub(super) fn labelled_section(content: &str) -> Option<&str> {
    const LONGEST: usize = 40;
    let (label, section) = content.split_once(':').filter(|_| content.len() <= LONGEST)?;
    let section = section.trim();
    (SECTION_LABELS.find(Key::of_any(label.trim())).is_some() && !section.is_empty()).then_some(section)
}

/// `Corriere della Marca`: small words may be longer than in English.
pub(super) fn is_title_with_small_words(content: &str) -> bool {
    const SMALL: &[&str] = &["dell'", "dell’", "della", "delle", "dello"];
    content.split(' ').all(|word| word.starts_with(char::is_uppercase) || SMALL.contains(&word))
}

/// Whether a few words that are no headline come first, with the date or the page right below, and below that a headline with its byline.
/// They are the newspaper's name, a place or a section.
pub(super) fn is_of_page(sheet: &Sheet<'_>, row: usize, below: &[usize]) -> bool {
    let role = |row: usize| sheet.rows[row].role;
    let dated = sheet.next(row).is_some_and(|next| matches!(role(next), Some(Role::Date | Role::Page)));
    let signed = |&headline: &usize| {
        let next = sheet.next(headline).is_some_and(|next| role(next) == Some(Role::Byline));
        next && is_headline(sheet.content(headline))
    };
    let next = below.iter().find(|&&below| !is_section(sheet.content(below)));
    dated
        && sheet.of_article().next() == Some(row)
        && labelled_section(sheet.content(row)).is_none()
        && !is_headline(sheet.content(row))
        && !has_newspaper_word(sheet.content(row))
        && !is_catalogued(sheet, row)
        && !heads_page(sheet, row, TitleShape::of(sheet.content(row)).words)
        && next.is_some_and(signed)
}

/// Whether a few words stand where a printed page has the newspaper's name: first, with the date and the page below them.
pub(super) fn heads_page(sheet: &Sheet<'_>, row: usize, words: usize) -> bool {
    const NAME: usize = 4;
    const BELOW: usize = 4;
    let has = |role: Role| sheet.of_article().skip(1).take(BELOW).any(|below| sheet.rows[below].role == Some(role));
    // The page may stand beside the date.
    let has_page = || has(Role::Page) || sheet.fields.page.is_some() && is_dated(sheet, row);
    words <= NAME && sheet.of_article().next() == Some(row) && has(Role::Date) && has_page()
}
