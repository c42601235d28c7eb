//! The author's name below the text, as some papers print it: `Denis BOUVIER`, `VON ANA RUIZ`.

use memchr::memchr;

use super::addresses::is_of_one;
use super::authors::{begins_as_name, is_person};
use super::phrases::is_mail;
use super::{LONGEST_BARE, With, byline, without_intro};
use crate::blocks::Sheet;
use crate::blocks::title_shape;
use crate::language::Language;

/// Whether the last row, right below a finished sentence, is an author's name in a form that nothing else has. That is a known given name
/// with the family name in capitals, or known names behind `Von`, `Par`, `Door`, `Di`. Behind `By`, it may be another article's.
pub(super) fn signs(sheet: &Sheet<'_>, last: usize) -> bool {
    let line = sheet.content(last);
    if !line.starts_with(char::is_uppercase) || line.contains(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let below_text = || {
        sheet
            .previous(last)
            .is_some_and(|above| sheet.is_open(above) && title_shape::end(sheet.content(above)).ends_sentence())
    };
    let has_intro = || {
        let own =
            matches!(sheet.language, Some(Language::Dutch | Language::French | Language::German | Language::Italian));
        let names = without_intro(line, sheet.language).filter(|_| own && !line.starts_with("By "));
        let reading = names.and_then(|names| byline(names, sheet.language, With::By));
        reading.is_some_and(|reading| {
            !reading.authors.is_empty() && reading.authors.iter().all(|author| begins_as_name(author.name))
        })
    };
    (is_given_and_family(line) || has_intro()) && below_text()
}

/// The row of the name above the last row, if that is its bearer's address and the text has ended above: `Ana Ruiz` over
/// `ana.ruiz@example.com`.
pub(super) fn over_address(sheet: &Sheet<'_>, last: usize) -> Option<usize> {
    let address = sheet.content(last);
    if memchr(b'@', address.as_bytes()).is_none() || !sheet.is_open(last) || !is_mail(address) {
        return None;
    }
    let name = sheet.previous(last).filter(|&row| sheet.is_open(row) && sheet.content(row).len() <= LONGEST_BARE)?;
    let above = sheet.previous(name)?;
    let ended = sheet.is_open(above) && title_shape::end(sheet.content(above)).ends_sentence();
    (ended && is_person(sheet.content(name)) && is_of_one(sheet.content(name), address)).then_some(name)
}

/// Whether a line is a given name and a family name in capitals, as French and Belgian papers sign their articles: `Denis BOUVIER`,
/// `Pierre-Yves LE GALL`.
fn is_given_and_family(line: &str) -> bool {
    const WORDS: usize = 4;
    let Some((given, family)) = line.split_once(' ') else { return false };
    let in_capitals = |word: &str| word.chars().nth(1).is_some() && !word.contains(char::is_lowercase);
    line.split(' ').count() <= WORDS
        && given.chars().skip(1).any(char::is_lowercase)
        && family.split(' ').all(in_capitals)
        && family.chars().filter(|c| c.is_alphabetic()).count() > 3
        && begins_as_name(line)
        && is_person(line)
}
