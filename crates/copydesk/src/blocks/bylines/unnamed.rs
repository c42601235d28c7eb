//! Lines that say who wrote the article but name nobody: `From wire reports`, `By our sports staff`, `STAFF REPORTER` below a headline.

use super::authors::is_person;
use super::intros::{OURS, after_intro};
use super::words::OWN;
use super::{LONGEST_BARE, names, phrases};
use crate::blocks::beginnings::Beginnings;
use crate::blocks::wordlist::has;
use crate::blocks::{Role, Sheet, datelines, opening};

/// What stands before a body without a name.
pub(super) const COLLECTIVE_INTROS: &[&str] = &["from", "by", "compiled from", "items compiled from", "compiled by"];

/// What may follow `our`, besides people.
const OUR_HOUSES: &[&str] = &[
    "bureau",
    "desk",
    "newsroom",
    "office",
    "redactie",
    "redaktion",
    "redaktionsmitglied",
    "verslaggeefster",
    "verslaggevers",
];

/// Bodies that a line may name and nothing else, in lower case. Newspapers of South Asia, the Gulf and southern Africa print them where
/// others have a name. Elsewhere the same words are a role, a button or an item of a menu, so they count only below a headline or above a
/// dateline.
const HOUSES: &[&str] = &[
    "agencias",
    "agencies",
    "agency reporter",
    "bureau report",
    "city correspondent",
    "la redazione",
    "local democracy reporting service",
    "monitoring desk",
    "news desk",
    "our bureau",
    "our correspondent",
    "our own correspondent",
    "our reporter",
    "our special correspondent",
    "our staff correspondent",
    "our staff reporter",
    "own correspondent",
    "redacción",
    "redação",
    "redazione",
    "special correspondent",
    "sports correspondent",
    "sports desk",
    "sports reporter",
    "staff correspondent",
    "staff reporter",
    "staff writer",
    "the newspaper’s correspondent",
    "the newspaper’s staff reporter",
    "web desk",
];

/// Whether the row is such a body, or the newspaper's own, with a headline right above it or a dateline of its own right below.
pub(super) fn is_body_of_article(sheet: &Sheet<'_>, index: usize) -> bool {
    const LONGEST: usize = 40;
    let line = sheet.content(index);
    let is_among = |list: &[&str], words: &str| list.contains(&words.to_lowercase().as_str());
    let is_one = || {
        // `Redacción | Alcocer`, `Agencias / Madrid`: the body and its place.
        let body = line.split_once(" | ").or_else(|| line.split_once(" / ")).map_or(line, |(body, _)| body);
        is_among(HOUSES, body) || is_of_house(sheet, line)
    };
    // If the headline is lost, a place and a day below tell.
    let over_dateline = || {
        let below = sheet.next(index).filter(|&below| sheet.is_open(below)).map(|below| sheet.content(below));
        below.is_some_and(|below| datelines::is_place_and_date(below, sheet.language))
    };
    let below_headline = || {
        let above = sheet.previous(index);
        let dated = above.filter(|&above| sheet.is_open(above) && super::alone::is_date(sheet, above));
        dated.and_then(|date| sheet.previous(date)).or(above).is_some_and(|above| match sheet.rows[above].role {
            None => opening::is_headline(sheet.content(above)),
            Some(role) => matches!(role, Role::Headline | Role::Deck),
        })
    };
    line.len() <= LONGEST && (below_headline() || over_dateline()) && is_one()
}

/// Whether the line is the house's initials or name, and what its people are: `HG REPORTER`, `GAZETTE REPORTER` in the Harbour Gazette,
/// `Harbour News Service`, `The Gazette Bureau`.
fn is_of_house(sheet: &Sheet<'_>, line: &str) -> bool {
    const PEOPLE: &[&str] = &["reporter", "reporters", "correspondent", "correspondents", "bureau"];
    const SERVICES: &[&str] = &["news service", "news network", "news bureau"];
    let is_among = |list: &[&str], words: &str| list.iter().any(|known| known.eq_ignore_ascii_case(words));
    let mut words = line.split(' ');
    let (Some(first), Some(second)) = (words.next(), words.next()) else { return false };
    let Some(third) = words.next() else {
        let initials = (2..=4).contains(&first.len()) && first.bytes().all(|byte| byte.is_ascii_uppercase());
        let own = || {
            let name = sheet.fields.publication.map_or("", |name| sheet.slice(name));
            name.split(' ').any(|word| word.eq_ignore_ascii_case(first)) && !first.eq_ignore_ascii_case("the")
        };
        return is_among(PEOPLE, second) && (initials || own());
    };
    let service = line.get(first.len() + 1..).unwrap_or_default();
    let is_bureau = || first.eq_ignore_ascii_case("the") && third.eq_ignore_ascii_case("bureau");
    words.next().is_none()
        && !third.is_empty()
        && first.starts_with(char::is_uppercase)
        && (is_among(SERVICES, service) || is_bureau())
}

/// Bodies that may be a whole line.
#[rustfmt::skip]
pub(super) const BODIES: &[&str] = &[
    "staff report", "staff reports", "staff and wire reports", "wire reports", "staff and agencies", "wire report",
    "da redação", "par la rédaction", "por la redacción", "por redacción", "van de redactie", "von der redaktion",
];

/// The last row of such a byline. `Von unserem Redaktionsmitglied` may have the name on the next row.
pub(super) fn with_name(sheet: &Sheet<'_>, index: usize) -> usize {
    let line = sheet.content(index);
    let own = OURS.iter().find_map(|ours| after_intro(line, ours)).filter(|own| has(OWN, own) || names::is_role(own));
    let named = own.and_then(|_| sheet.next(index)).filter(|&next| {
        // The place may stand below the name.
        let below = sheet.next(next);
        let place = below.filter(|&below| sheet.is_open(below) && super::alone::is_place(sheet.content(below)));
        let below = place.and_then(|place| sheet.next(place)).or(below);
        sheet.is_open(next)
            && sheet.content(next).len() <= LONGEST_BARE
            && is_person(sheet.content(next))
            && below.is_some_and(|below| sheet.is_open(below) && opening::is_running(sheet.content(below)))
    });
    named.unwrap_or(index)
}

/// Whether a member of the house is named: `Redaktionsmitglied Jon Hale`.
fn is_named(ours: &str) -> bool {
    ours.split_once(' ').is_some_and(|(role, name)| (names::is_role(role) || has(OWN, role)) && is_person(name))
}

/// Whether a line names only a body: `From staff and wire reports`, `Staff report`, `Items compiled from Tribune news services`.
pub(super) fn is_collective_line(line: &str) -> bool {
    if line.len() > LONGEST_BARE || !Beginnings::of(line).may_be(Beginnings::BYLINE) {
        return false;
    }
    let named_house = |text: &str| {
        // The first word may be the newspaper's own name.
        let body =
            text.split_once(' ').filter(|(house, _)| house.starts_with(char::is_uppercase)).map(|(_, body)| body);
        phrases::is_collective(text) || body.is_some_and(phrases::is_collective)
    };
    let line = line.trim_end_matches('.');
    // `From our Agriculture Correspondent`, `By our sports staff`: nobody is named.
    if let Some(ours) = OURS.iter().find_map(|ours| after_intro(line, ours)) {
        let few = ours.split(' ').count() <= 6;
        return few
            && !is_named(ours)
            && ours
                .split([' ', ','])
                .any(|word| names::is_role(word) || OUR_HOUSES.iter().any(|house| house.eq_ignore_ascii_case(word)));
    }
    // `Par Le Phare avec AFP`: the newspaper, with what an agency sent.
    let with_agency = |house: &str| {
        let parted = house.rsplit_once(" avec ");
        parted.is_some_and(|(_, agency)| agency == "agences" || phrases::is_agency(agency))
    };
    if after_intro(line, "par").is_some_and(with_agency) {
        return true;
    }
    let after = COLLECTIVE_INTROS.iter().find_map(|intro| after_intro(line, intro));
    match after {
        Some(body) => named_house(body) && body.contains(' '),
        None => BODIES.contains(&line.to_lowercase().as_str()),
    }
}
