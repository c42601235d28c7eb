//! A byline split into its authors: name, role, affiliation, place, address.
//!
//! The line is cut at its marks (`,` `;` `|` `/` ` - ` *and*), and every part must be something known. A part that is not makes the reading
//! *partial*. In running text, such a line is no byline. If an envelope says that it is one, the authors read so far stand.

use super::super::datelines::{REGIONS, TOWNS};
use super::super::dates;
use super::super::title_shape::{is_capitalised, is_title_like};
use super::super::wordlist::has;
use super::addresses;
use super::bodies::is_body;
use super::given_names::GIVEN_NAMES;
use super::names;
use super::phrases::{
    after_word, ends_as_role, is_about_author, is_address, is_agency, is_collective, is_house, is_in_place,
    is_plain_role, is_role_phrase, split_address, split_role, starts_small, without_agencies, without_label,
};
use super::segments::{Mark, Segment, Segments, segments};
use super::words::{DESKS, OWN, PICTURES, SUFFIXES, TITLES};
use super::work::{Work, is_of_pictures, work};
use crate::few::Few;
use crate::language::Language;

/// A house behind *and* has seldom more words.
const LONGEST_HOUSE: usize = 3;

/// Nobody lists more.
pub(super) const MOST: usize = 24;

/// An author as slices of the byline.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Author<'t> {
    pub(super) name: &'t str,
    pub(super) role: Option<&'t str>,
    pub(super) affiliation: Option<&'t str>,
    pub(super) place: Option<&'t str>,
    pub(super) email: Option<&'t str>,
}

/// What a byline says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Reading<'t> {
    pub(super) authors: Few<Author<'t>, 2>,
    /// Every part of it is understood.
    pub(super) whole: bool,
    /// It names people or agencies only as a body: `staff and wire reports`.
    pub(super) collective: bool,
    /// It says more than names: a role, an address. Without `By` before it, a line needs that.
    pub(super) attributes: usize,
    /// Whether the part of a field that is not understood contains a name, perhaps of another author.
    pub(super) more_names: bool,
}

/// Splits a byline, its `By` taken off.
pub(super) fn read(text: &str, language: Option<Language>) -> Reading<'_> {
    read_segments(text, language, false)
}

/// Splits the value of a field for bylines, in which names may be listed with commas alone.
pub(super) fn read_field(text: &str, language: Option<Language>) -> Reading<'_> {
    read_segments(text, language, true)
}

fn read_segments(text: &str, language: Option<Language>, known: bool) -> Reading<'_> {
    let text = without_agencies(text.trim().trim_end_matches([',', ';', '=', ':', ' ']));
    if is_collective(text) {
        return Reading { whole: true, collective: true, ..Reading::default() };
    }
    let mut segments = segments(text);
    join_double_desks(text, &mut segments);
    let listed = known && is_list_of_names(&segments);
    let reading = Reading { whole: true, ..Reading::default() };
    let mut reader = Reader { text, reading, run: 0, language, listed };
    for index in 0..segments.len() {
        if reader.reading.authors.len() == MOST || !reader.segment(&segments, index) {
            reader.reading.whole = false;
            reader.reading.more_names =
                known && segments[index..].iter().any(|rest| names::leading(rest.text).is_some());
            break;
        }
    }
    reader.reading
}

/// What a line on its own says about the authors above it, if it says nothing else: a role, a house.
pub(super) fn about(text: &str, language: Option<Language>) -> Option<Author<'_>> {
    if !(is_about_author(text) || ends_as_role(text)) {
        return None;
    }
    let reading = Reading { authors: [Author::default()].into_iter().collect(), whole: true, ..Reading::default() };
    let mut reader = Reader { text, reading, run: 0, language, listed: false };
    reader.attribute(text, Mark::Bar);
    reader.reading.authors.pop().filter(|author| author.role.is_some() || author.affiliation.is_some())
}

/// `Jon Hale, Ana Ruiz, Ivo Brandt`: of two a house or a town might be the second, of three or more all are people.
fn is_list_of_names(segments: &[Segment<'_>]) -> bool {
    segments.len() > 2
        && segments.iter().all(|segment| matches!(segment.mark, Mark::Start | Mark::Comma) && is_person(segment.text))
}

/// Whether the text is a name that no house or town has.
pub(super) fn is_person(text: &str) -> bool {
    let word_of_place = |word: &str| has(REGIONS, word) || has(TOWNS, word) || has(DESKS, word);
    names::is_name(text) && !is_house(text) && !has(TOWNS, text) && !text.split(' ').any(word_of_place)
}

/// One word with a capital, longer than a house's initials.
fn is_word_of_place(text: &str) -> bool {
    const SHORTEST: usize = 4;
    text.len() >= SHORTEST && text.starts_with(char::is_uppercase) && text.chars().all(char::is_alphabetic)
}

/// `A. N. Ruiz`: a person's name, as the initials show, unless they stand for a country or a town.
pub(super) fn begins_with_initial(text: &str) -> bool {
    const OTHERS: &[&str] = &["D.C.", "E.U.", "L.A.", "N.Y.", "U.K.", "U.N.", "U.S."];
    text.as_bytes().get(1) == Some(&b'.')
        && text.starts_with(|c: char| c.is_ascii_uppercase())
        && text.split(' ').next().is_some_and(|first| first.ends_with('.') && !OTHERS.contains(&first))
        && is_person(text)
}

/// `Ana Ruiz Associated Press`: the name before an agency that has no other mark between. Agencies of one word are names as well.
fn before_agency(text: &str) -> Option<(&str, &str)> {
    let parted = text.match_indices(' ').map(|(at, _)| (&text[..at], &text[at + 1..]));
    let is_long = |agency: &str| agency.contains(' ') && is_agency(agency);
    parted.into_iter().find(|(name, agency)| is_long(agency) && is_person(name))
}

/// Whether a given name tells the name of a person from that of a house.
pub(super) fn is_known_person(text: &str) -> bool {
    begins_as_name(text) && is_person(text)
}

/// Whether a text begins with a given name that is known.
pub(crate) fn begins_as_name(text: &str) -> bool {
    text.split([' ', '-']).next().is_some_and(|first| has(GIVEN_NAMES, first)) && text.starts_with(char::is_uppercase)
}

/// `Arts and Heritage Editor` is one stretch.
fn join_double_desks<'t>(text: &'t str, segments: &mut Segments<'t>) {
    let mut joined = 0;
    for at in 0..segments.len() {
        let segment = segments[at];
        let role = segment.mark == Mark::And && is_role_phrase(segment.text.rsplit(' ').next().unwrap_or_default());
        match segments[..joined].last_mut() {
            Some(last) if role && matches!(last.mark, Mark::Comma | Mark::Bar) && has(DESKS, last.text) => {
                let start = last.text.as_ptr() as usize - text.as_ptr() as usize;
                let end = segment.text.as_ptr() as usize - text.as_ptr() as usize + segment.text.len();
                last.text = &text[start..end];
            }
            _ => {
                segments[joined] = segment;
                joined += 1;
            }
        }
    }
    segments.truncate(joined);
}

/// `Coast Tribune November 15`: the house, where a date follows it without a mark.
fn without_date(house: &str, language: Option<Language>) -> &str {
    let starts_date = |&at: &usize| {
        let word = house[at + 1..].split(' ').next().unwrap_or_default();
        dates::is_month(word) && dates::read(&house[at + 1..], language).is_some()
    };
    let cut = house.match_indices(' ').map(|(at, _)| at).find(starts_date);
    cut.map_or(house, |at| house[..at].trim_end())
}

struct Reader<'t> {
    /// The whole byline.
    text: &'t str,
    reading: Reading<'t>,
    /// The first author that the next role or affiliation is about.
    run: usize,
    language: Option<Language>,
    /// Every stretch is a person's name.
    listed: bool,
}

impl<'t> Reader<'t> {
    /// Reads one stretch; says whether it was understood.
    fn segment(&mut self, segments: &[Segment<'t>], index: usize) -> bool {
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
            // Who made the pictures is no author.
            Some((who, Work::Pictures)) => return names::is_name(who),
            None if !first && is_of_pictures(text) => return true,
            None => text,
        };
        if text.split([' ', '.']).any(|word| has(PICTURES, word)) {
            return false;
        }
        if let Some((before, email)) = split_address(text) {
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
            return known && !self.reading.authors.is_empty();
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
        // `Von unserem Redaktionsmitglied`, `Van onze verslaggever`, and the name on the next line.
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
        // `Jon Hale and Ana Ruiz Coast Tribune` are two, and the second runs on into the house.
        let second = mark == Mark::And && (begins_as_name(text) || text.split(' ').count() > LONGEST_HOUSE);
        // Two names below each other, and where both are.
        let below = mark == Mark::Bar
            && segments.get(index + 1).is_some_and(|next| is_in_place(next.text))
            && is_person(text)
            && !text.contains(char::is_lowercase);
        if !first && !second && !below && self.attribute(text, mark) {
            return true;
        }
        let may_be_name = first
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
        let known = || self.reading.authors.iter().all(|author| is_known_person(author.name));
        if mark == Mark::Comma && names::has_small_family(text) && known() {
            self.add(Author { name: text, ..Author::default() }, mark);
            return true;
        }
        // `Jon Hale, Ana Ruiz`, `Jon Hale, Coast Lantern`: a second author or a house, nobody can tell which.
        let last = index + 1 == segments.len();
        last && !first && mark == Mark::Comma && is_capitalised(text) && text.split(' ').count() <= 4
    }

    fn add(&mut self, author: Author<'t>, mark: Mark) {
        // `A and B, Staff Writers` is about both; `A in Oslo; B` is not.
        let described =
            self.reading.authors.last().is_some_and(|last| last.role.is_some() || last.affiliation.is_some());
        if self.reading.authors.is_empty() || described || mark == Mark::Bar {
            self.run = self.reading.authors.len();
        }
        self.reading.authors.push(author);
    }

    /// What is said about the authors before: role, house, place.
    fn attribute(&mut self, text: &'t str, mark: Mark) -> bool {
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
        if self.region(text) {
            return true;
        }
        // A bureau writes, its chief does not: `Harbour Bureau Chief`.
        let chief = text.to_ascii_lowercase().ends_with("bureau chief") && is_title_like(text);
        if is_role_phrase(text) || chief {
            self.role(text);
            return true;
        }
        // `Jon Hale, Berlin`, `Ana Ruiz / Madrid`, as German and Spanish papers have it.
        let set_off = matches!(mark, Mark::Comma | Mark::Slash | Mark::Bar);
        if set_off && has(TOWNS, text) {
            return self.place(text);
        }
        if let Some((role, house)) = split_role(text) {
            self.role(role);
            self.affiliation(house);
            return true;
        }
        // `Ana Ruiz, Courts Reporter`: whatever the desk is, the comma and the role tell.
        let set_off = matches!(mark, Mark::Comma | Mark::Bar | Mark::Semicolon | Mark::Dash);
        let role = text.rsplit_once(' ').is_some_and(|(desk, role)| names::is_role(role) && !is_house(desk));
        if set_off
            && role
            && is_title_like(text)
            && text.split(' ').count() <= 5
            && !names::is_role(text.split(' ').next().unwrap_or_default())
        {
            self.role(text);
            return true;
        }
        if mark == Mark::Bar && is_plain_role(text) {
            self.role(text);
            return true;
        }
        let house_and_role = text.rsplit_once(' ').filter(|(house, role)| names::is_role(role) && is_house(house));
        if house_and_role.is_some_and(|(house, _)| is_title_like(house)) {
            self.house_and_role(text);
            return true;
        }
        // `ANA RUIZ / ALCOCER`: one word behind the slash is where a Spanish paper's author is.
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

    /// `Lena Ohlsson Staff Writer`, `MARIA LINDQVIST World Staff Writer`, `Robert Hale in Oslo`, `Ana Ruiz for The Star`.
    fn name_and_more(&mut self, text: &'t str, mark: Mark) -> bool {
        // `Pfarrer Jon Hale`: the role is before the name.
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
        // `Harbour Gazette Staff`, and what looks like a person's name and is a house's: a body without a name.
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

    /// Where a name ends that runs on into a role or a preposition.
    fn split_name(&self, text: &'t str) -> Option<(&'t str, &'t str)> {
        let (name, rest) = names::leading(text)?;
        // `Severin Hall Scotland editor`: the third word is a place or a desk.
        let desk = name.char_indices().filter(|&(_, c)| c == ' ').map(|(at, _)| at).find(|&at| {
            let word = name[at + 1..].split(' ').next().unwrap_or_default();
            let place = has(REGIONS, word) && word.len() > 3 || has(TOWNS, word);
            (has(DESKS, word) || place) && names::is_name(&name[..at])
        });
        let ends_name = |word: &str| names::is_role(word) || has(TITLES, word);
        if let Some(at) = desk.filter(|_| rest.split(' ').next().is_some_and(ends_name)) {
            return Some((&name[..at], text[at..].trim_start()));
        }
        // With three full words before a role or a house, the third may belong to what follows: unknown.
        let open = !starts_small(rest) && names::full_words(name) > 2;
        (!open).then_some((name, rest))
    }

    /// A name of three words whose last is a desk is not one; of four, in most languages it is two. In German, two letters and a word are
    /// a sign and a town, unknown as the town may be.
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

    /// `Palm Coast Post Staff Writer` into the house and the role.
    fn house_and_role(&mut self, text: &'t str) {
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

    fn role(&mut self, role: &'t str) {
        self.reading.attributes += 1;
        let run = self.run;
        self.reading.authors[run..].iter_mut().for_each(|author| author.role = author.role.or(Some(role)));
    }

    fn affiliation(&mut self, house: &'t str) {
        let house = without_date(house.trim(), self.language);
        if house.is_empty() || house.split(' ').any(|word| dates::is_month(word) && word.len() > 3) {
            return;
        }
        let run = self.run;
        self.reading.authors[run..]
            .iter_mut()
            .for_each(|author| author.affiliation = author.affiliation.or(Some(house)));
    }

    fn place(&mut self, place: &'t str) -> bool {
        let Some(author) = self.reading.authors.last_mut() else { return false };
        let known = is_capitalised(place) && place.split(' ').count() <= 4;
        if known {
            author.place = Some(place);
        }
        known
    }

    /// `S.C.` after `in Charleston`: the place is both.
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

    /// A date, or `5 days ago`, after the names.
    fn is_time(&self, text: &str) -> bool {
        let ago = text.starts_with(|c: char| c.is_ascii_digit()) && text.ends_with(" ago");
        ago || dates::read(text.trim_start_matches("on "), self.language).is_some()
    }
}
