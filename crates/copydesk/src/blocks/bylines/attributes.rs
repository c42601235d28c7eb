//! What a byline says about its authors: their role, the house they write for, the place they wrote from.

use super::super::datelines::{REGIONS, TOWNS};
use super::super::dates;
use super::super::title_shape::{is_capitalised, is_title_like};
use super::super::wordlist::has;
use super::names;
use super::phrases::{after_word, is_house, is_in_place, is_plain_role, is_role_phrase, split_role};
use super::reader::Reader;
use super::segments::Mark;
use crate::language::Language;

impl<'t> Reader<'t> {
    /// Reads what a stretch says about the authors before it. Says whether it was understood.
    pub(super) fn attribute(&mut self, text: &'t str, mark: Mark) -> bool {
        if let Some(place) = after_word(text, &["in", "aus", "à", "em", "at", "a"]) {
            return self.place(place);
        }
        if let Some((_, place)) = text.split_once(' ').filter(|_| is_in_place(text)) {
            return self.place(place);
        }
        if let Some(house) =
            after_word(text, &["for", "of", "via", "from", "special to", "special for", "bei", "für", "with"])
        {
            return is_capitalised(house) && {
                self.affiliation(house);
                true
            };
        }
        self.region(text) || self.role_or_house(text, mark)
    }

    /// The rest of `attribute`: a role, a house, both, or a town without a preposition.
    fn role_or_house(&mut self, text: &'t str, mark: Mark) -> bool {
        if is_role_phrase(text) || is_bureau_chief(text) {
            self.role(text);
            return true;
        }
        // `Jon Hale, Berlin`, `Ana Ruiz / Madrid`, as German and Spanish papers have it.
        if matches!(mark, Mark::Comma | Mark::Slash | Mark::Bar) && has(TOWNS, text) {
            return self.place(text);
        }
        if let Some((role, house)) = split_role(text) {
            self.role(role);
            self.affiliation(house);
            return true;
        }
        if is_desk_and_role(text, mark) || mark == Mark::Bar && is_plain_role(text) {
            self.role(text);
            return true;
        }
        let house_and_role = text.rsplit_once(' ').filter(|(house, role)| names::is_role(role) && is_house(house));
        if house_and_role.is_some_and(|(house, _)| is_title_like(house)) {
            self.house_and_role(text);
            return true;
        }
        // `ANA RUIZ / ALCOCER`: in Spanish papers, one word behind the slash is where the author is.
        if mark == Mark::Slash && self.language == Some(Language::Spanish) && is_word_of_place(text) && !is_house(text)
        {
            return self.place(text);
        }
        let house = is_house(text) || matches!(mark, Mark::Slash | Mark::Bar | Mark::Dash) && is_capitalised(text);
        if house && is_title_like(text) {
            self.affiliation(text);
            return true;
        }
        false
    }

    /// Reads a house with a role behind it: `Palm Coast Post Staff Writer`.
    pub(super) fn house_and_role(&mut self, text: &'t str) {
        let role = text
            .char_indices()
            .filter(|&(_, c)| c == ' ')
            .map(|(at, _)| at)
            .find(|&at| is_role_phrase(&text[at + 1..]))
            .unwrap_or_default();
        self.role(text[role..].trim_start());
        if is_house(&text[..role]) || names::is_role(text[role..].trim_start()) {
            self.affiliation(&text[..role]);
        }
    }

    /// Gives a role to the authors of the run that have none.
    fn role(&mut self, role: &'t str) {
        self.reading.attributes += 1;
        let run = self.run;
        self.reading.authors[run..].iter_mut().for_each(|author| author.role = author.role.or(Some(role)));
    }

    /// Gives a house to the authors of the run that have none. A text with a month in it is a date.
    pub(super) fn affiliation(&mut self, house: &'t str) {
        let house = without_date(house.trim(), self.language);
        if house.is_empty() || house.split(' ').any(|word| dates::is_month(word) && word.len() > 3) {
            return;
        }
        let run = self.run;
        self.reading.authors[run..]
            .iter_mut()
            .for_each(|author| author.affiliation = author.affiliation.or(Some(house)));
    }

    /// Gives the last author a place. Says whether the text can be one.
    fn place(&mut self, place: &'t str) -> bool {
        let Some(author) = self.reading.authors.last_mut() else { return false };
        let known = is_capitalised(place) && place.split(' ').count() <= 4;
        if known {
            author.place = Some(place);
        }
        known
    }

    /// Reads the region behind a place, which then is both: `S.C.` behind `in Charleston`.
    fn region(&mut self, text: &'t str) -> bool {
        let whole = self.text;
        let offset = |part: &str| part.as_ptr() as usize - whole.as_ptr() as usize;
        let author = self.reading.authors.last_mut();
        let Some((author, place)) = author.and_then(|author| author.place.map(|place| (author, place))) else {
            return false;
        };
        let known = has(REGIONS, text);
        if known {
            author.place = Some(&whole[offset(place)..offset(text) + text.len()]);
        }
        known
    }
}

/// A bureau writes, its chief is a person: `Harbour Bureau Chief`.
fn is_bureau_chief(text: &str) -> bool {
    text.to_ascii_lowercase().ends_with("bureau chief") && is_title_like(text)
}

/// `Ana Ruiz, Courts Reporter`: whatever the desk is, the mark and the role tell.
fn is_desk_and_role(text: &str, mark: Mark) -> bool {
    matches!(mark, Mark::Comma | Mark::Bar | Mark::Semicolon | Mark::Dash)
        && text.rsplit_once(' ').is_some_and(|(desk, role)| names::is_role(role) && !is_house(desk))
        && is_title_like(text)
        && text.split(' ').count() <= 5
        && !names::is_role(text.split(' ').next().unwrap_or_default())
}

/// Whether the text is one word with a capital, longer than the initials of a house.
fn is_word_of_place(text: &str) -> bool {
    const SHORTEST: usize = 4;
    text.len() >= SHORTEST && text.starts_with(char::is_uppercase) && text.chars().all(char::is_alphabetic)
}

/// The house without a date that follows it without a mark: `Coast Tribune November 15`.
fn without_date(house: &str, language: Option<Language>) -> &str {
    let starts_date = |&at: &usize| {
        let word = house[at + 1..].split(' ').next().unwrap_or_default();
        dates::is_month(word) && dates::read(&house[at + 1..], language).is_some()
    };
    let cut = house.match_indices(' ').map(|(at, _)| at).find(starts_date);
    cut.map_or(house, |at| house[..at].trim_end())
}
