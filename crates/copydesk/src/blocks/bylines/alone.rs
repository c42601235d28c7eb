//! Names without `By`: what is beside or below them shows that they are a byline.

use memchr::{memchr, memchr2};

use super::super::title_shape::{DECK, is_title_like};
use super::super::{Role, Sheet, datelines, dates, opening};
use super::authors::{self, is_known_person};
use super::intros::after_intro;
use super::{LONGEST_BARE, With, addresses, is_byline, phrases};

/// The last row of a byline that is names alone, with or without `From`. The next line says what they are (`Health Correspondent`) or has a
/// dateline, or is a town in capitals; below the name of one person, it may be a house or the article's date as well. Names that are known
/// also stand alone between headline and text.
pub(super) fn last(sheet: &Sheet<'_>, index: usize) -> Option<usize> {
    let line = sheet.content(index);
    if names_house(line) {
        return is_byline(line, sheet.language, With::By).then_some(index);
    }
    let names = after_intro(line, "from").unwrap_or(line);
    let Some(next) = sheet.next(index).filter(|&next| sheet.is_open(next)) else {
        return signs_text(sheet, index).then_some(index);
    };
    let below = sheet.content(next);
    // Two names below each other, and where both are.
    let in_capitals = |name: &str| !name.contains(char::is_lowercase) && authors::is_person(name);
    let place = || sheet.next(next).filter(|&place| sheet.is_open(place) && phrases::is_in_place(sheet.content(place)));
    if in_capitals(below)
        && in_capitals(line)
        && let Some(place) = place()
    {
        return Some(place);
    }
    let about = below.len() <= LONGEST_BARE
        && (phrases::is_role_phrase(below) && below.contains(' ')
            || phrases::is_in_place(below)
            || phrases::is_special(below)
            || phrases::is_mail(below) && addresses::is_of_one(names, below)
            || (is_house(below) || phrases::ends_as_role(below)) && is_known_person(names));
    let is_header = || {
        datelines::starts_with_dateline(below, sheet.language)
            || is_known_person(names) && is_date(sheet, next)
            || datelines::is_town_alone(below) && !datelines::is_town_alone(line)
    };
    // Whom the press may ask stands above an address, too.
    if about && phrases::is_mail(below) && stands_below_contact(sheet, index) {
        return None;
    }
    if !about && !is_header() {
        return signs_text(sheet, index).then_some(index);
    }
    is_byline(names, sheet.language, With::By).then(|| if about { with_address(sheet, next) } else { index })
}

/// Whether the row above says that this is the person to ask: `Media contact`, `Kontakt:`.
fn stands_below_contact(sheet: &Sheet<'_>, index: usize) -> bool {
    const LONGEST: usize = 40;
    const WORDS: [&str; 8] =
        ["contact", "contacto", "contacts", "contatti", "enquiries", "inquiries", "kontakt", "pressekontakt"];
    let above = sheet.previous(index).map(|above| sheet.content(above)).filter(|above| above.len() <= LONGEST);
    above.is_some_and(|above| {
        let mut words = above.split([' ', ':']);
        words.any(|word| WORDS.iter().any(|known| known.eq_ignore_ascii_case(word)))
    })
}

/// The row, or the next where that is an address alone: `STAFF WRITER` above `aruiz@example.com`.
fn with_address(sheet: &Sheet<'_>, row: usize) -> usize {
    let next = sheet.next(row).filter(|&next| sheet.is_open(next) && sheet.content(next).len() <= LONGEST_BARE);
    next.filter(|&next| phrases::is_address(sheet.content(next))).unwrap_or(row)
}

/// `Ana Ruiz | Harbour Gazette`.
fn names_house(line: &str) -> bool {
    line.split_once(" | ").is_some_and(|(name, house)| is_house(house) && is_known_person(name))
}

/// A newspaper or an agency, and nothing else.
fn is_house(text: &str) -> bool {
    phrases::is_house(text) && is_title_like(text) && !text.contains('|')
}

/// Whether a row is a date with its year.
pub(super) fn is_date(sheet: &Sheet<'_>, row: usize) -> bool {
    dates::read_line(sheet.content(row), sheet.language).is_some_and(|date| date.has_year())
}

/// Whether the line is known names between a headline and the text or its date. A title above a name may also be a book's. If the text
/// below speaks of the person, the name is its subject's.
fn signs_text(sheet: &Sheet<'_>, index: usize) -> bool {
    /// What a page has between name and text: share buttons.
    const BUTTONS: usize = 6;
    let line = sheet.content(index);
    // Most lines begin with no name.
    let house = || memchr2(b'|', b'/', line.as_bytes()).map_or(line, |mark| line[..mark].trim_end());
    let noted = || super::names::is_name(line) && is_noted(sheet, line);
    let named = authors::begins_as_name(line)
        || authors::begins_with_initial(line)
        || phrases::is_agency(house())
        || is_in_capitals_with_town(line)
        || noted();
    // The date of the article may stand between, unless the headline speaks of the one who is named below it.
    let heads = |above: usize| {
        let over_date = || sheet.previous(above).filter(|_| is_date(sheet, above));
        let family = line.rsplit(' ').next().unwrap_or(line);
        let tells = |above: usize| {
            let headline = sheet.content(above);
            says_what_is_done(headline, line) || says_what_is_done(headline, family)
        };
        let heads_date = |above: usize| heads_text(sheet, above) && !tells(above);
        heads_text(sheet, above) || over_date().is_some_and(heads_date)
    };
    if !named || !sheet.previous(index).is_some_and(heads) {
        return false;
    }
    let button = |row: usize| sheet.rows[row].role == Some(Role::Furniture);
    let mut below = sheet.next(index);
    for _ in 0..BUTTONS {
        below = below.and_then(|row| if button(row) { sheet.next(row) } else { Some(row) });
    }
    let Some(below) = below.filter(|&below| sheet.is_open(below)) else { return false };
    let is_text = |row: usize| sheet.is_open(row) && opening::is_running(sheet.content(row));
    let text = if is_place(sheet.content(below)) { sheet.next(below) } else { Some(below) };
    let Some(text) = text.filter(|&text| is_text(text) || phrases::is_agency(line) && is_date(sheet, text)) else {
        return false;
    };
    let reading = authors::read(line, sheet.language);
    let is_known = |author: &authors::Author<'_>| {
        is_known_person(author.name)
            || authors::begins_with_initial(author.name)
            || is_noted(sheet, author.name)
            || author.place.is_some() && is_in_capitals_with_town(line)
    };
    // Of several, the first, which is known, tells that all are people.
    let several = reading.authors.len() > 1 && reading.authors.iter().any(is_known);
    let is_person = |name: &str| authors::is_person(name) || super::names::has_small_family(name);
    let is_signed = |author: &authors::Author<'_>| {
        phrases::is_agency(author.name)
            || is_noted(sheet, author.name)
            || (is_known(author) || several && is_person(author.name)) && !speaks_of(sheet, text, author.name)
    };
    reading.whole && !reading.authors.is_empty() && reading.authors.iter().all(is_signed)
}

/// `Nora Hale wins the cup`: a word in small letters behind the name, other than what authors do: `Nora Hale on the price of a cup`.
fn says_what_is_done(headline: &str, name: &str) -> bool {
    const OF_AUTHORS: [&str; 6] = ["argues", "asks", "explains", "on", "reports", "writes"];
    let behind = headline.split_once(name).and_then(|(_, behind)| behind.strip_prefix(' '));
    behind.is_some_and(|behind| {
        let word = behind.split(' ').next().unwrap_or_default();
        word.starts_with(char::is_lowercase) && !OF_AUTHORS.contains(&word)
    })
}

/// `CLAUDI PEREDA, Bruselas`: a name in capitals, and behind the comma a town that is known and not in capitals.
fn is_in_capitals_with_town(line: &str) -> bool {
    let parted = memchr(b',', line.as_bytes()).and_then(|_| line.rsplit_once(", "));
    parted.is_some_and(|(name, town)| {
        datelines::is_town(town)
            && town.contains(char::is_lowercase)
            && !name.contains(char::is_lowercase)
            && authors::is_person(name)
    })
}

/// Whether one of the last rows says who the person of this name is, or is their address.
fn is_noted(sheet: &Sheet<'_>, name: &str) -> bool {
    const ROWS: usize = 4;
    let says = |row: usize| {
        let line = sheet.content(row);
        let told = line.get(..name.len()).is_some_and(|begun| super::names::is_same(begun, name))
            && ["is", "was", "writes", "ist", "lebt", "es", "è", "é", "est"]
                .iter()
                .any(|verb| after_intro(line[name.len()..].trim_start_matches([',', ' ']), verb).is_some());
        told || phrases::is_mail(line) && addresses::is_of_one(name, line)
    };
    sheet.of_article().rev().take(ROWS).any(says)
}

/// What may be the place where somebody wrote it: a word with a capital, or a few words in capitals.
pub(super) fn is_place(line: &str) -> bool {
    const LONGEST: usize = 30;
    const WORDS: usize = 3;
    // `PONTA ALTA (PR)`: the state beside the town, as Brazilian papers have it.
    let line = line.strip_suffix(')').and_then(|line| line.rsplit_once(" (")).map_or(line, |(town, _)| town);
    let letters = line.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '/' | '.'));
    let in_capitals = || !line.contains(char::is_lowercase) && line.split(' ').count() <= WORDS;
    line.len() <= LONGEST && letters && line.starts_with(char::is_uppercase) && (!line.contains(' ') || in_capitals())
}

/// Whether the row is the article's headline, or a deck right below it: of several titles, each with a name below, none is.
pub(super) fn heads_text(sheet: &Sheet<'_>, row: usize) -> bool {
    let is_known = |row: usize| sheet.rows[row].role == Some(Role::Headline);
    // What stands at the head of a page looks like a title as well.
    let is_headline = |&row: &usize| {
        let line = sheet.content(row);
        let of_page = || opening::has_newspaper_word(line) || dates::read_line(line, sheet.language).is_some();
        is_known(row) || sheet.is_open(row) && opening::is_headline(line) && !of_page()
    };
    // What an export says between the two is no row of the page.
    let is_field = |row: &usize| {
        matches!(sheet.rows[*row].role, Some(Role::Field | Role::Copyright | Role::Publication | Role::Date))
    };
    let above = std::iter::successors(sheet.previous(row), |&row| sheet.previous(row)).find(|row| !is_field(row));
    // Of two decks the first stands right below the headline that an export names.
    let is_first_deck = |deck: usize| {
        let above = sheet.previous(deck).and_then(|above| {
            std::iter::successors(Some(above), |&row| sheet.previous(row)).find(|row| !is_field(row))
        });
        sheet.is_open(deck) && DECK.contains(&sheet.content(deck).len()) && above.is_some_and(is_known)
    };
    let below_known = above.is_some_and(|above| is_known(above) || is_first_deck(above));
    let is_deck = || match sheet.rows[row].role {
        None if opening::is_rider(sheet.content(row)) => true,
        // A title below what only looks like a headline may be the next of several.
        None => DECK.contains(&sheet.content(row).len()) && (below_known || !opening::is_titled(sheet.content(row))),
        Some(role) => role == Role::Deck,
    };
    let mut headlines = sheet.of_article().take_while(|&above| above <= row).filter(is_headline);
    // A few words with the date right below may be the newspaper's name, if another row looks like the headline.
    let is_dated = |row: usize| {
        let line = sheet.content(row);
        sheet.of_article().next() == Some(row)
            && is_title_like(line)
            && sheet.next(row).is_some_and(|next| is_date(sheet, next))
    };
    let first = headlines.next();
    let first = first.filter(|&row| is_dated(row)).and_then(|_| headlines.next()).or(first);
    is_known(row) || first == Some(row) || (below_known || above.is_some() && first == above) && is_deck()
}

/// Whether one of the first rows of the text has the last word of a person's name in it.
fn speaks_of(sheet: &Sheet<'_>, text: usize, name: &str) -> bool {
    const ROWS: usize = 3;
    let word = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let last = word(name.rsplit(' ').next().unwrap_or_default());
    let said = |row: usize| sheet.content(row).split([' ', '\'', '’']).any(|said| word(said) == last);
    (text..sheet.rows.len()).filter(|&row| sheet.is_open(row)).take(ROWS).any(said)
}
