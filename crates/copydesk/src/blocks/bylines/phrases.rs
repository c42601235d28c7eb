//! The parts of a byline that are not names: roles, houses, addresses, bodies.

use super::super::datelines::{REGIONS, TOWNS};
use super::super::title_shape::{is_capitalised, is_title_like};
use super::super::wordlist::has;
use super::names;
use super::words::{AGENCIES, DESKS, ROLES, TITLES};

/// Whether the text is a known agency.
pub(crate) fn is_agency(text: &str) -> bool {
    has(AGENCIES, text)
}

/// Whether a line is an agency and a town, as Spanish papers begin what an agency sent from there: `EFE / Madrid`. A person behind the mark
/// made a picture.
pub(crate) fn is_agency_in_town(line: &str) -> bool {
    let parted = line.split_once(['/', '|']);
    parted.is_some_and(|(agency, town)| is_agency(agency.trim_end()) && has(TOWNS, town.trim_start()))
}

/// Whether the text names only a body: `staff and wire reports`, `Staff Report`.
pub(super) fn is_collective(text: &str) -> bool {
    let mut body = false;
    for word in text.split([' ', ',', '/', '-']).filter(|word| !word.is_empty()) {
        let lower = [
            "staff",
            "wire",
            "reports",
            "report",
            "services",
            "service",
            "agencies",
            "newsroom",
            "correspondents",
            "reporters",
            "writers",
            "writer",
            "reporter",
            "correspondent",
        ];
        let small = [
            "and", "news", "our", "the", "from", "local", "other", "media", "online", "web", "desk", "press", "special",
        ];
        if lower.iter().any(|entry| entry.eq_ignore_ascii_case(word)) {
            body = true;
        } else if !small.iter().any(|entry| entry.eq_ignore_ascii_case(word)) && !has(AGENCIES, word) {
            return false;
        }
    }
    body
}

/// The names without the agencies whose reports were used: `Jean Morel (avec AFP)`.
pub(super) fn without_agencies(text: &str) -> &str {
    const WITH: &[&str] = &["with", "avec", "mit", "met", "con", "com"];
    let used = |word: &str| {
        ["agencies", "wires", "agences", "agencias", "agências", "agenturen", "and", "et", "und", "en", "y", "e", "&"]
            .iter()
            .any(|known| known.eq_ignore_ascii_case(word))
            || is_agency(word)
    };
    let cut = text.strip_suffix(')').and_then(|text| text.rsplit_once(" ("));
    let agencies = cut.and_then(|(_, inside)| after_word(inside, WITH));
    let known = agencies.is_some_and(|agencies| {
        is_agency(agencies) || agencies.split([' ', ',', '/']).filter(|word| !word.is_empty()).all(used)
    });
    cut.filter(|_| known).map_or(text, |(names, _)| names.trim_end())
}

/// The text without the label of a section behind a name (`Ana Ruiz OPINION`), or without one before a handle (`Twitter: @ana`).
pub(super) fn without_label(text: &str) -> &str {
    let mut text = text;
    while let Some(last) = text.rsplit(' ').next()
        && ["opinion", "analysis", "commentary", "twitter", "follow", "email", "e-mail"]
            .iter()
            .any(|label| label.eq_ignore_ascii_case(last))
        && !last.starts_with(char::is_lowercase)
    {
        text = text[..text.len() - last.len()].trim_end();
    }
    text
}

/// What stands before the address at the end of the text, and the address.
pub(super) fn split_address(text: &str) -> Option<(&str, &str)> {
    let last = text.rsplit(' ').next()?;
    let bare = last.trim_matches(['(', ')', '<', '>', '[', ']']);
    is_address(bare).then(|| (text[..text.len() - last.len()].trim_end(), bare))
}

/// Whether the text is an address or a handle: `anna.berg@example.com`, `@annaberg`.
pub(super) fn is_address(text: &str) -> bool {
    let allowed = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '+' | '@');
    text.matches('@').count() == 1
        && text.chars().all(allowed)
        && text.split('@').nth(1).is_some_and(|host| host.len() > 2 && !host.ends_with('.'))
}

/// Whether the text is an address that mail can be sent to. A handle is not.
pub(crate) fn is_mail(text: &str) -> bool {
    is_address(text) && !text.starts_with('@') && text.rsplit('@').next().is_some_and(|host| host.contains('.'))
}

pub(super) fn after_word<'t>(text: &'t str, words: &[&str]) -> Option<&'t str> {
    words.iter().find_map(|word| {
        let start = text.get(..word.len())?;
        let rest = text[word.len()..].strip_prefix(' ')?;
        start.eq_ignore_ascii_case(word).then(|| rest.trim_start())
    })
}

pub(super) fn starts_small(text: &str) -> bool {
    text.chars().next().is_some_and(char::is_lowercase)
}

/// Whether the text is a role with desks that are known: `Staff Writer`, `Scotland editor`, `Chief Political Correspondent`, `Staff`.
pub(super) fn is_role_phrase(text: &str) -> bool {
    let mut words = text.split(' ').rev();
    words.next().is_some_and(names::is_role)
        && words.all(|word| {
            has(DESKS, word) || has(ROLES, word) || has(REGIONS, word) || word == "-" || word == "&" || word == "and"
        })
}

/// A role and its house: `Guest writer for Wake Up Coast`, `Editor of The Star`.
pub(super) fn split_role(text: &str) -> Option<(&str, &str)> {
    for joint in [" for ", " of ", " at ", " with "] {
        if let Some((role, house)) = text.split_once(joint)
            && is_role_phrase(role)
            && is_capitalised(house)
        {
            return Some((role, house));
        }
    }
    None
}

/// Whether the text has a word that newspapers have in their names, is a domain, or is an agency.
pub(super) fn is_house(text: &str) -> bool {
    let domain = |word: &str| {
        let end = word.rsplit('.').next().unwrap_or_default();
        word.len() > end.len() + 1
            && matches!(
                end.to_ascii_lowercase().as_str(),
                "com" | "org" | "net" | "info" | "co" | "uk" | "de" | "ca" | "tv"
            )
    };
    is_agency(text) || text.split([' ', '-']).any(|word| has(TITLES, word) || domain(word))
}

/// Whether a line is a few words with capitals of which the last is a role, whatever the desk: `TRANSPORTATION REPORTER`.
pub(super) fn ends_as_role(line: &str) -> bool {
    is_title_like(line) && line.rsplit(' ').next().is_some_and(names::is_role)
}

/// Whether a line is a role in small letters with desks that are known, as British sites have it below the name: `Local democracy
/// reporter`, `Deputy political editor`.
pub(super) fn is_plain_role(line: &str) -> bool {
    const WORDS: usize = 4;
    const BEFORE: &[&str] = &[
        "affairs",
        "and",
        "democracy",
        "deputy",
        "digital",
        "live",
        "local",
        "senior",
        "social",
        "special",
        "trainee",
    ];
    let is_desk = |word: &str| {
        BEFORE.iter().any(|before| before.eq_ignore_ascii_case(word))
            || has(DESKS, word)
            || has(ROLES, word)
            || has(REGIONS, word)
    };
    let mut words = line.split(' ').rev();
    line.starts_with(char::is_uppercase)
        && words.clone().count() <= WORDS
        && words.next().is_some_and(|role| starts_small(role) && names::is_role(role))
        && words.all(is_desk)
}

/// Whether a line says where the author of the line above was: `in Oslo`. Brazilian papers have `DE SÃO PAULO`, `DO RIO`, in capitals as
/// the name is.
pub(super) fn is_in_place(line: &str) -> bool {
    const WORDS: usize = 3;
    let Some((word, place)) = line.split_once(' ') else { return false };
    let letters = || place.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '’' | '\''));
    match word {
        "in" => {
            letters()
                && place.split(' ').count() <= WORDS
                && place.split(' ').all(|word| word.starts_with(char::is_uppercase))
        }
        "DE" | "DO" | "EM" | "NO" => !place.contains(char::is_lowercase) && has(TOWNS, place),
        _ => false,
    }
}

/// Whether a line says for whom somebody from outside wrote the article: `Special to The Gazette`.
pub(super) fn is_special(line: &str) -> bool {
    after_word(line, &["special to", "special for"]).is_some_and(is_title_like)
}

/// Whether a line of its own says something about the author in the line above: a role, a house, an address.
pub(super) fn is_about_author(line: &str) -> bool {
    is_address(line)
        || is_in_place(line)
        || is_special(line)
        || is_agency(line)
        || is_role_phrase(line)
        || split_role(line).is_some()
        || {
            let named_role = line.rsplit_once(", ").or_else(|| line.split_once(", "));
            named_role.is_some_and(|(role, house)| is_role_phrase(role) && is_title_like(house))
        }
        || line
            .rsplit_once(' ')
            .is_some_and(|(house, role)| names::is_role(role) && is_house(house) && is_title_like(house))
}
