//! To which of several authors an address behind them belongs.

use super::authors::Author;
use super::words::SUFFIXES;
use crate::blocks::wordlist::has;

/// A part of a name that is shorter than this may stand in anybody's address.
const SHORTEST: usize = 3;

/// The author whose address it is: the only one who has none yet, or else the only one whose first or last name is in it.
pub(super) fn owner<'a, 't>(authors: &'a mut [Author<'t>], email: &str) -> Option<&'a mut Author<'t>> {
    let open = authors.iter().filter(|author| author.email.is_none()).count();
    let local = email.split('@').next().unwrap_or_default();
    let fits = |author: &Author<'_>| open == 1 || is_named(author.name, local);
    let mut owners = authors.iter_mut().filter(|author| author.email.is_none() && fits(author));
    let owner = owners.next()?;
    owners.next().is_none().then_some(owner)
}

/// Whether the address belongs to one of the people named in a line. It must have one part of the name and the initial of the other,
/// because `enquiries` has a word of `General Enquiries`.
pub(super) fn is_of_one(names: &str, email: &str) -> bool {
    let local = email.split('@').next().unwrap_or_default().to_lowercase();
    let is_of = |name: &str| {
        let name = name.to_lowercase();
        let mut parts = name.split(' ').map(|part| part.trim_matches(|c: char| !c.is_alphanumeric()));
        let (Some(first), Some(last)) = (parts.next(), parts.next_back()) else { return false };
        let with_initial = |part: &str, other: &str| {
            let initial = other.chars().next();
            part.len() >= SHORTEST
                && local.split_once(part).is_some_and(|(before, behind)| {
                    initial.is_some_and(|initial| before.starts_with(initial) || behind.ends_with(initial))
                        || before.contains(other)
                        || behind.contains(other)
                        || behind.trim_start_matches(['.', '_', '-']).chars().next() == initial
                })
        };
        with_initial(last, first) || with_initial(first, last)
    };
    names.split([',', '&']).flat_map(|part| part.split(" and ")).any(|name| is_of(name.trim()))
}

/// Whether the first or the last part of a name stands before the `@`: `lehn` of `Marta Lehn` in `mlehn`.
fn is_named(name: &str, local: &str) -> bool {
    let stands = |part: &str| {
        part.len() >= SHORTEST
            && local.as_bytes().windows(part.len()).any(|found| found.eq_ignore_ascii_case(part.as_bytes()))
    };
    let mut parts = name.split(' ').filter(|part| !has(SUFFIXES, part));
    parts.next().is_some_and(stands) || parts.next_back().is_some_and(stands)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(names: &[&str], email: &str) -> Option<String> {
        let mut authors: Vec<_> = names.iter().map(|&name| Author { name, ..Author::default() }).collect();
        owner(&mut authors, email).map(|author| author.name.to_owned())
    }

    #[test]
    fn the_name_in_the_address_says_whose_it_is() {
        let two = ["Marta Lehn", "Ivo Brandt Jr."];
        assert_eq!(of(&two, "mlehn@example.com").as_deref(), Some("Marta Lehn"));
        assert_eq!(of(&two, "i.brandt@example.com").as_deref(), Some("Ivo Brandt Jr."));
        assert_eq!(of(&two, "IVO@example.com").as_deref(), Some("Ivo Brandt Jr."));
        assert_eq!(of(&two, "news@lehn.example.com"), None);
        assert_eq!(of(&["Marta Brandt", "Ivo Brandt"], "brandt@example.com"), None);
        assert_eq!(of(&["Marta Lehn"], "news@example.com").as_deref(), Some("Marta Lehn"));
    }

    #[test]
    fn an_address_of_a_name_has_both_parts_of_it() {
        for address in ["ana.ruiz@example.com", "aruiz@example.com", "ruiz.ana@example.com", "anar@example.com"] {
            assert!(is_of_one("ANA RUIZ", address), "{address}");
        }
        assert!(is_of_one("Jon Hale and Ana Maria Ruiz", "aruiz@example.com"));
        assert!(is_of_one("ONYANGO OCHIENG’", "oochieng@example.com"));
        for (name, address) in [
            ("General Enquiries", "enquiries@example.com"),
            ("Ana Ruiz", "news@example.com"),
            ("Ana", "ana@example.com"),
            ("Ana Ruiz", "ruiz@example.com"),
        ] {
            assert!(!is_of_one(name, address), "{name}");
        }
    }

    #[test]
    fn the_only_one_without_an_address_has_it() {
        let known = Author { name: "Marta Lehn", email: Some("ml@example.com"), ..Author::default() };
        let mut authors = [known, Author { name: "Ivo Brandt", ..Author::default() }];
        assert_eq!(owner(&mut authors, "ib@example.com").map(|author| author.name), Some("Ivo Brandt"));
    }
}
