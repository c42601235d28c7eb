//! The lines of Factiva, each recognised on its own.

use crate::blocks::dates;

use super::super::values;
use crate::data::{Entry, data};

/// The words of the exports, by section.
const WORDS: &[Entry] = data!("../../../data/factiva.toml");

/// The longest number of a document with its word, or of words.
const SHORT: usize = 60;
/// The longest name of a house.
const HOUSE: usize = 90;

/// The entries of one section.
pub(super) fn section(section: &str) -> impl Iterator<Item = &'static Entry> {
    WORDS.iter().filter(move |entry| entry.section == section)
}

/// Whether the section has this entry.
fn has(name: &str, entry: &str) -> bool {
    section(name).any(|known| known.name == entry)
}

/// `355 words`, `1,645 Wörter`, `1 645 mots`, `820 字`.
pub(super) fn is_words(line: &str) -> bool {
    let is_number = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.' | '’' | '\'') || c.is_whitespace();
    line.len() <= SHORT
        && line.starts_with(|c: char| c.is_ascii_digit())
        && has("words", line.trim_start_matches(is_number))
}

/// `2 June 2006`, `2 giugno 2006`, `2018 年 10 月 7 日 17:04`: the date that follows the words, in whatever language the service was used.
pub(super) fn is_date(line: &str) -> bool {
    if line.len() > SHORT {
        return false;
    }
    if values::date(line, None).is_some()
        || dates::read(line, None).is_some_and(|reading| reading.is_line() && reading.has_year())
    {
        return true;
    }
    let mut words = line.split_whitespace();
    let (day, month, year) = (words.next().unwrap_or(""), words.next().unwrap_or(""), words.next().unwrap_or(""));
    let is_number =
        |word: &str, most| (1..=most).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit());
    is_number(day.trim_end_matches('.'), 2)
        && month.chars().all(|c| c.is_alphabetic() || c == '.')
        && year.len() == 4
        && is_number(year, 4)
        && words.next().is_none()
}

/// `21:13`.
pub(super) fn is_time(line: &str) -> bool {
    let clock = line.split_once(':');
    clock.is_some_and(|(hour, minute)| {
        let number = |part: &str| part.len() <= 2 && !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        number(hour) && number(minute)
    })
}

/// `SUDO`, `NYTF`: what the service calls a publication.
pub(super) fn is_code(line: &str) -> bool {
    (2..=8).contains(&line.len())
        && line.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
        && line.bytes().any(|byte| byte.is_ascii_uppercase())
}

/// `26`, `A12`, `22, 23, 24`, `S. 7`.
pub(super) fn is_page(line: &str) -> bool {
    let plain = line.split(',').all(|page| values::bare_page(page).is_some() && page.trim().len() <= 5);
    plain || dates::page_reference(line).is_some_and(|(reference, _)| reference.len() == line.len())
}

/// `© 2006 …`, `(c) 2002 …`, `Copyright …`.
pub(super) fn is_copyright(line: &str) -> bool {
    let start = |sign: &str| line.get(..sign.len()).is_some_and(|start| start.eq_ignore_ascii_case(sign));
    line.starts_with(['©', 'Ⓒ']) || start("(c)") || start("copyright")
}

/// The number of a document, if the line is one: `Document SUDO000020060602e26200001`.
pub(super) fn accession(line: &str) -> Option<&str> {
    if line.len() > SHORT {
        return None;
    }
    let (word, number) = line.split_once([' ', '\u{a0}', '\t']).map(|(word, number)| (word, number.trim()))?;
    (is_number(number) && has("document", word)).then_some(number)
}

/// The code of the publication, filled up with zeros to eight places, the day as `20060602`, and a serial.
fn is_number(number: &str) -> bool {
    let bytes = number.as_bytes();
    let day = bytes.get(8..16).unwrap_or(&[]);
    (21..=32).contains(&bytes.len())
        && bytes.iter().all(u8::is_ascii_alphanumeric)
        && bytes[..8].iter().any(u8::is_ascii_alphabetic)
        && day.iter().all(u8::is_ascii_digit)
        && matches!(day, [b'1', b'9', ..] | [b'2', b'0', ..])
}

/// `Harbour Press AG`, `Coast Lantern Newspapers, Inc.`: a house, by the legal form that its name ends with.
pub(super) fn is_house(line: &str) -> bool {
    let last = line.rsplit([' ', '\u{a0}']).next().unwrap_or("");
    line.len() <= HOUSE
        && last.len() < line.len()
        && line.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        && has("house", last)
}

/// What the service puts around the articles, and at the foot of its pages.
pub(super) fn is_service(line: &str) -> bool {
    let foot =
        || line.len() <= 120 && line.contains("Factiva, Inc") && (line.starts_with("Page ") || is_copyright(line));
    has("service", line.trim()) || line.split('\t').all(|cell| has("service", cell.trim())) || foot()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_is_told_by_itself() {
        for line in ["1 words", "355 words", "1,645 Wörter", "1\u{a0}645 mots", "820 字", "820字"] {
            assert!(is_words(line), "{line}");
        }
        for line in ["words", "355", "355 words later", "The 355 words", "12 wagons"] {
            assert!(!is_words(line), "{line}");
        }
        for line in ["2 June 2006", "9 Januar 1993", "2 giugno 2006", "2018 年 10 月 7 日 17:04", "3. März 2011"] {
            assert!(is_date(line), "{line}");
        }
        for line in ["21:13", "June", "9 ferries 200", "2 of the 2006"] {
            assert!(!is_date(line), "{line}");
        }
        assert!(is_page("26") && is_page("22, 23, 24") && is_page("A12") && is_page("S. 7"));
        assert!(!is_page("WWO") && !is_page("Late Edition") && !is_page("1; National Desk"));
        assert!(is_house("Harbour Press AG") && !is_house("Ana Ruiz") && !is_house("AG"));
        assert!(
            is_service("Factiva\tDow Jones") && is_service("Page 1 of 3 © 2015 Factiva, Inc. All rights reserved.")
        );
    }

    #[test]
    fn a_document_has_its_number() {
        assert_eq!(accession("Document HARBG00020240517ek5h0001v"), Some("HARBG00020240517ek5h0001v"));
        assert_eq!(accession("Dokument harbg00020020605dy52006xr"), Some("harbg00020020605dy52006xr"));
        for line in ["Document 12", "Document HARBG000", "Document ID: 0FB1234567890ABCDEFG12", "Documents"] {
            assert_eq!(accession(line), None, "{line}");
        }
    }
}
