//! Whose an address is that stands behind several authors.

use super::authors::Author;
use super::words::SUFFIXES;
use crate::blocks::wordlist::has;

/// A shorter part of a name may stand in any address.
const SHORTEST: usize = 3;

/// Of the authors, the one that the address is: the only one that has none yet, or else the one whose first or last name stands in it, if there is
/// one only.
pub(super) fn owner<'a, 't>(authors: &'a mut [Author<'t>], email: &str) -> Option<&'a mut Author<'t>> {
    let open = authors.iter().filter(|author| author.email.is_none()).count();
    let local = email.split('@').next().unwrap_or_default();
    let fits = |author: &Author<'_>| open == 1 || is_named(author.name, local);
    let mut owners = authors.iter_mut().filter(|author| author.email.is_none() && fits(author));
    let owner = owners.next()?;
    owners.next().is_none().then_some(owner)
}

/// Whether the first or the last part of a name stands in what precedes the `@`: `lehn` of `Marta Lehn` in `mlehn`.
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
    fn the_only_one_without_an_address_has_it() {
        let known = Author { name: "Marta Lehn", email: Some("ml@example.com"), ..Author::default() };
        let mut authors = [known, Author { name: "Ivo Brandt", ..Author::default() }];
        assert_eq!(owner(&mut authors, "ib@example.com").map(|author| author.name), Some("Ivo Brandt"));
    }
}
