//! How captions without a label end, and how reports end that look like them.

use memchr::memrchr_iter;

use super::bylines;
use crate::letters::ceil_char_boundary;

/// How much of a line's end is read.
const END: usize = 80;

/// The bytes of `©`, and the Dutch word for a picture.
const SIGN: [u8; 2] = [0xc2, 0xa9];
const WORD: &str = "Beeld ";

/// Whether a credit has only agencies and writers' signs, as the sign of a report has: `AFP/dpa`, `dpa/lnw`, `mit APA/Reuters`. A picture's
/// credit has a maker, or a picture agency.
pub(super) fn is_sign_of_report(credit: &str) -> bool {
    const WITH: &[&str] = &["avec ", "com ", "con ", "met ", "mit ", "with "];
    let mut wires = 0;
    let known = credit.split(['/', ',']).all(|part| {
        let part = part.trim();
        let part = WITH.iter().find_map(|with| part.strip_prefix(with)).unwrap_or(part);
        let is_wire = bylines::is_agency(part);
        wires += usize::from(is_wire);
        is_wire || is_sign(part)
    });
    known && wires > 0
}

/// `lnw`, `jW`, `tmn`, `red`: two to four letters, the first small.
fn is_sign(part: &str) -> bool {
    (2..=4).contains(&part.len())
        && part.starts_with(|c: char| c.is_ascii_lowercase())
        && part.bytes().all(|byte| byte.is_ascii_alphabetic())
        // `via AFP`, `foto`
        && !matches!(part, "ap" | "pool" | "file" | "foto" | "bild")
}

/// Whether it ends with whose the picture is: `… à Rennes. © Maxppp - Franck Kobi`, `… coronacrisis. — © BELGA`, and in Dutch
/// `… in zijn kantoor. Beeld Ana Silva`.
pub(super) fn ends_with_holder(content: &str) -> bool {
    // Prose ends with a stop or a quotation mark, and a holder's name with a letter.
    let is_last = |byte: &u8| byte.is_ascii_alphabetic() || *byte == b')' || !byte.is_ascii();
    if !content.as_bytes().last().is_some_and(is_last) || content.ends_with('”') {
        return false;
    }
    let from = ceil_char_boundary(content, content.len().saturating_sub(END));
    let end = &content[from..];
    // Both are told by a byte, which few lines have near their end.
    let bytes = end.as_bytes();
    let is_sign = |at: &usize| bytes[*at] == SIGN[0];
    let sign = memrchr_iter(SIGN[1], bytes).filter_map(|at| at.checked_sub(1)).find(is_sign);
    let word = || memrchr_iter(WORD.as_bytes()[0], bytes).find(|&at| bytes[at..].starts_with(WORD.as_bytes()));
    let (at, is_sign) = match sign {
        Some(at) => (at, true),
        None => match word() {
            Some(at) => (at, false),
            None => return false,
        },
    };
    let holder = &end[at + if is_sign { SIGN.len() } else { WORD.len() }..];
    let before = content[..from + at].trim_end();
    let is_dashed = before.ends_with(['—', '–']) || before.ends_with(" -");
    let before = before.trim_end_matches(['—', '–', '-', '(', ' ']);
    let is_stopped = before.ends_with(['.', '!', '?', '"', '”', '’', ')', '\'']);
    let holder = holder.trim().trim_end_matches(')');
    has_form_of_holders(holder)
        && before.split(' ').nth(3).is_some()
        && match is_sign {
            // `…, said the minister. © AFP`, `… – © The Times, London` below what another newspaper has written.
            true if is_dashed => !holder.starts_with("The "),
            true => has_agency(holder) && !(is_stopped && is_sign_of_report(holder)),
            false => is_stopped,
        }
}

/// Whether the text has the form of a picture's holders: one to six words, each with a capital or a particle, without a digit. A holder may be
/// one person, an agency, or both with a mark between, so that the tests for a person's name in the family `bylines` do not fit.
fn has_form_of_holders(holder: &str) -> bool {
    let words = || holder.split([' ', '/']).filter(|word| !matches!(*word, "" | "-" | "–" | "|"));
    let small = |word: &str| matches!(word, "de" | "van" | "von" | "der" | "den" | "du" | "di" | "la" | "le" | "dpa");
    (1..=6).contains(&words().count())
        && words().all(|word| small(word) || word.starts_with(char::is_uppercase))
        && !holder.ends_with('.')
        && !holder.bytes().any(|byte| byte.is_ascii_digit())
}

/// Whether an agency is among the names.
fn has_agency(holder: &str) -> bool {
    const HOUSES: &[&str] = &["Getty", "Keystone", "Maxppp", "MAXPPP", "SIPA", "Sipa", "imago", "Imago"];
    holder.split([' ', '/']).any(|word| bylines::is_agency(word) || HOUSES.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reports_are_signed_by_agencies_alone() {
        for sign in ["AFP/dpa", "dpa/lnw", "mit APA/Reuters", "red, APA/dpa", "EFE/Europa Press"] {
            assert!(is_sign_of_report(sign), "{sign}");
        }
        for credit in ["Ana Silva/dpa", "AFP/Getty Images", "Silva/AP", "lnw/red", "Ana Silva", "foto/dpa"] {
            assert!(!is_sign_of_report(credit), "{credit}");
        }
    }

    #[test]
    fn pictures_have_a_holder() {
        for caption in [
            "Le bac devant le quai nord. © Maxppp - Ana Silva",
            "De veerboot aan de noordkade. — © BELGA",
            "De burgemeester in haar kantoor. Beeld Ana Silva",
            "De burgemeester in haar kantoor.Beeld ANP",
            "De burgemeester in haar kantoor. Beeld Ana Bos",
            "Le bac devant le quai nord. — © Amédé Silva",
        ] {
            assert!(ends_with_holder(caption), "{caption}");
        }
        for other in [
            "Il traghetto è partito alle otto. © Riproduzione riservata",
            "Le bac est parti à huit heures. © Le Courrier du Quai",
            "Le bac est parti à huit heures. © AFP",
            "The ferry left at eight, he said. – © The Times, London",
            "The ferry left at eight. © 2024 Harbour Gazette",
            "Dat is een deel van het grote Beeld en van het Geluid",
            "De kijkers zagen Beeld Ana Silva",
            "© BELGA",
        ] {
            assert!(!ends_with_holder(other), "{other}");
        }
    }
}
