//! The authors of a byline, read from its stretches one after the other.
//!
//! A stretch is an author, or says something about the authors before it. What it can be depends on the mark before it and on the words in it.
//! The tests stand in a fixed order, from the plainest to the most doubtful, and the first that fits decides.

use super::super::datelines::{REGIONS, TOWNS};
use super::super::dates;
use super::super::title_shape::{is_capitalised, is_title_like};
use super::super::wordlist::has;
use super::addresses;
use super::authors::{Author, Reading, before_agency, begins_as_name, is_known_person, is_person};
use super::bodies::is_body;
use super::names;
use super::phrases::{
    is_address, is_agency, is_collective, is_house, is_in_place, is_role_phrase, split_address, starts_small,
    without_label,
};
use super::segments::{Mark, Segment};
use super::words::{DESKS, OWN, PICTURES, SUFFIXES, TITLES};
use super::work::{Work, is_of_pictures, work};
use crate::language::Language;

/// A house behind *and* seldom has more words than this.
const LONGEST_HOUSE: usize = 3;

/// What was read of a byline so far.
pub(super) struct Reader<'t> {
    /// The whole byline.
    pub(super) text: &'t str,
    pub(super) reading: Reading<'t>,
    /// The first of the authors that the next role or affiliation is about: in `A and B, Staff Writers` it is about both.
    pub(super) run: usize,
    pub(super) language: Option<Language>,
    /// Whether the byline is a list of names, so that every stretch is a person.
    listed: bool,
}

impl<'t> Reader<'t> {
    pub(super) fn new(text: &'t str, reading: Reading<'t>, language: Option<Language>, listed: bool) -> Self {
        Self { text, reading, run: 0, language, listed }
    }

    /// Reads one stretch. Says whether it was understood.
    pub(super) fn segment(&mut self, segments: &[Segment<'t>], index: usize) -> bool {
        let Segment { text, mark } = segments[index];
        let text = without_label(text);
        if text.is_empty() {
            return true;
        }
        // `Rob Hale*`: a note below says more about him.
        let text = text.trim_end_matches(['*', '†']).trim_end();
        let first = self.reading.authors.is_empty();
        let text = match work(text) {
            Some((who, Work::Text)) => who,
            // Whoever made the pictures is no author.
            Some((who, Work::Pictures)) => return names::is_name(who),
            None if !first && is_of_pictures(text) => return true,
            None => text,
        };
        if text.split([' ', '.']).any(|word| has(PICTURES, word)) {
            return false;
        }
        if let Some((before, email)) = split_address(text) {
            return self.address(before, email, mark);
        }
        if !first && (has(SUFFIXES, text) || self.is_time(text)) {
            return true;
        }
        if is_agency(text) || first && is_agency(text.trim_start_matches("The ")) {
            if first || mark == Mark::And {
                self.add(Author { name: text, ..Author::default() }, mark);
            } else {
                self.affiliation(text);
            }
            return true;
        }
        // `Von unserem Redaktionsmitglied`, `Van onze verslaggever`, with the name on the next line.
        if first
            && (has(OWN, text) || names::is_role(text))
            && segments.get(index + 1).is_some_and(|next| next.mark == Mark::Bar)
        {
            return true;
        }
        let desk = mark == Mark::And && text.rsplit(' ').next().is_some_and(|word| word.eq_ignore_ascii_case("desk"));
        if desk || (first || mark == Mark::And) && (is_collective(text) || is_body(text)) {
            self.reading.collective = true;
            return true;
        }
        if !first && !is_another(segments, index, text) && self.attribute(text, mark) {
            return true;
        }
        if self.author(segments, index, text) {
            return true;
        }
        // `Jon Hale, Ana Ruiz`, `Jon Hale, Coast Lantern`: nobody can tell if this is a second author or a house.
        let last = index + 1 == segments.len();
        last && !first && mark == Mark::Comma && is_capitalised(text) && text.split(' ').count() <= 4
    }

    /// Reads an address, and what stands before it in its stretch.
    fn address(&mut self, before: &'t str, email: &'t str, mark: Mark) -> bool {
        let before = before.trim_matches([' ', '(', '<', ',', ':']);
        let known = before.is_empty() || self.segment(&[Segment { text: before, mark }], 0);
        if known && email.contains('.') && !self.reading.authors.is_empty() {
            if !email.starts_with('@')
                && let Some(author) = addresses::owner(&mut self.reading.authors, email)
            {
                author.email = Some(email);
            }
            self.reading.attributes += 1;
        }
        known && !self.reading.authors.is_empty()
    }

    /// Reads an author, if one can stand there: a name alone, or a name with what runs on from it.
    fn author(&mut self, segments: &[Segment<'t>], index: usize, text: &'t str) -> bool {
        let mark = segments[index].mark;
        let may_be_name = self.reading.authors.is_empty()
            || self.listed
            || matches!(mark, Mark::And | Mark::Semicolon | Mark::Bar)
            || mark == Mark::Comma && is_known_person(text)
            || mark == Mark::Comma && segments[index..].iter().any(|segment| segment.mark == Mark::And);
        let is_own = text.split(' ').next().is_some_and(|first| has(OWN, first));
        if may_be_name && !is_own && names::is_name(text) && !self.is_unclear(text) {
            self.add(Author { name: text, ..Author::default() }, mark);
            return true;
        }
        if may_be_name && self.name_and_more(text, mark) {
            return true;
        }
        // `Jon Hale, Ana ruiz`: the software of some pages leaves the family name of the second without its capital.
        let known = || self.reading.authors.iter().all(|author| is_known_person(author.name));
        if mark == Mark::Comma && names::has_small_family(text) && known() {
            self.add(Author { name: text, ..Author::default() }, mark);
            return true;
        }
        false
    }

    /// Adds an author. A new run begins if the author before is described already, or if the name stands on a line of its own.
    fn add(&mut self, author: Author<'t>, mark: Mark) {
        // `A and B, Staff Writers` is about both authors. In `A, Editor; B, Writer` each has a role of their own.
        let described =
            self.reading.authors.last().is_some_and(|last| last.role.is_some() || last.affiliation.is_some());
        if self.reading.authors.is_empty() || described || mark == Mark::Bar {
            self.run = self.reading.authors.len();
        }
        self.reading.authors.push(author);
    }

    /// Reads a name that runs on into something else: `Lena Ohlsson Staff Writer`, `MARIA LINDQVIST World Staff Writer`, `Robert Hale in
    /// Oslo`, `Ana Ruiz for The Star`.
    fn name_and_more(&mut self, text: &'t str, mark: Mark) -> bool {
        // `Pfarrer Jon Hale`: the role stands before the name.
        if let Some((role, name)) = text.split_once(' ').filter(|(role, _)| names::is_role(role) || has(OWN, role))
            && is_person(name)
        {
            self.add(Author { name, role: Some(role), ..Author::default() }, mark);
            self.reading.attributes += 1;
            return true;
        }
        let parted = names::in_capitals(text).or_else(|| before_agency(text)).or_else(|| self.split_name(text));
        let Some((name, rest)) = parted else { return false };
        if rest.is_empty() || is_address(rest) {
            return false;
        }
        self.add(Author { name, ..Author::default() }, mark);
        let house_and_role =
            rest.rsplit_once(' ').is_some_and(|(house, role)| names::is_role(role) && is_title_like(house));
        // `Harbour Gazette Staff`: what looks like a person's name is a house's, and nobody is named.
        if rest.eq_ignore_ascii_case("staff") {
            self.reading.authors.pop();
            self.reading.collective = true;
            return self.reading.authors.is_empty();
        }
        let understood = self.attribute(rest, Mark::Slash)
            && (is_role_phrase(rest) || is_house(rest) || starts_small(rest))
            || house_and_role && {
                self.house_and_role(rest);
                true
            };
        if !understood {
            self.reading.authors.pop();
        }
        understood
    }

    /// The name, and the role or the preposition into which it runs on.
    fn split_name(&self, text: &'t str) -> Option<(&'t str, &'t str)> {
        let (name, rest) = names::leading(text)?;
        // `Severin Hall Scotland editor`: the third word is a place or a desk, and no part of the name.
        let desk = name.char_indices().filter(|&(_, c)| c == ' ').map(|(at, _)| at).find(|&at| {
            let word = name[at + 1..].split(' ').next().unwrap_or_default();
            let place = has(REGIONS, word) && word.len() > 3 || has(TOWNS, word);
            (has(DESKS, word) || place) && names::is_name(&name[..at])
        });
        let ends_name = |word: &str| names::is_role(word) || has(TITLES, word);
        if let Some(at) = desk.filter(|_| rest.split(' ').next().is_some_and(ends_name)) {
            return Some((&name[..at], text[at..].trim_start()));
        }
        // Of three full words before a role or a house, the third may belong to either. Nobody can tell.
        let open = !starts_small(rest) && names::full_words(name) > 2;
        (!open).then_some((name, rest))
    }

    /// Whether a text may be more or less than one name. The last of three words may be a desk. Four words are two names in most languages.
    /// In German, two letters and a word are a correspondent's sign and a town, even if the town is not known.
    fn is_unclear(&self, text: &str) -> bool {
        if self.language == Some(Language::German) && names::is_sign_and_word(text) {
            return true;
        }
        let long = match self.language {
            Some(Language::Spanish | Language::Portuguese) => 5,
            _ => 3,
        };
        let words = names::full_words(text);
        words > long || words > 2 && text.rsplit(' ').next().is_some_and(|word| has(DESKS, word))
    }

    /// Whether the text is a date behind the names, or `5 days ago`.
    fn is_time(&self, text: &str) -> bool {
        let ago = text.starts_with(|c: char| c.is_ascii_digit()) && text.ends_with(" ago");
        ago || dates::read(text.trim_start_matches("on "), self.language).is_some()
    }
}

/// Whether a stretch is a further author, and says nothing about those before.
fn is_another(segments: &[Segment<'_>], index: usize, text: &str) -> bool {
    let mark = segments[index].mark;
    // `Jon Hale and Ana Ruiz Coast Tribune` are two authors, and the second name runs on into the house.
    let second = mark == Mark::And && (begins_as_name(text) || text.split(' ').count() > LONGEST_HOUSE);
    // Two names in capitals below each other, and below them where both are.
    let below = || {
        mark == Mark::Bar
            && segments.get(index + 1).is_some_and(|next| is_in_place(next.text))
            && is_person(text)
            && !text.contains(char::is_lowercase)
    };
    second || below()
}
