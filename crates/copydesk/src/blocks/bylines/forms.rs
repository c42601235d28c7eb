//! What envelopes with forms ask about authors: names as in an index, a line below the byline.

use super::{LONGEST, after_intro, authors, is_mail, named, names, without_any_intro};
use crate::blocks::Sheet;
use crate::blocks::datelines::TOWNS;
use crate::blocks::title_shape::is_capitalised;
use crate::blocks::wordlist::has;
use crate::few::Few;
use crate::header::{BylineFields, BylineStatus};
use crate::language::Language;
use crate::span::TextSpan;

/// Whether every part of the text can be read as part of a byline. In a field that may also hold something else, a part that cannot may be
/// the name of somebody else.
pub(crate) fn is_clear(sheet: &Sheet<'_>, span: TextSpan) -> bool {
    let text = sheet.slice(span);
    text.len() <= LONGEST && authors::read(without_any_intro(text), sheet.language).whole
}

/// Whether the text is only agencies and people whose given names are known.
pub(crate) fn names_people(text: &str, language: Option<Language>) -> bool {
    let reading = authors::read(text, language);
    let is_one = |name: &str| super::is_agency(name) || authors::is_known_person(name);
    reading.whole && !reading.authors.is_empty() && reading.authors.iter().all(|author| is_one(author.name))
}

/// Whether a line is people, or somebody and a town: `Ana Ruiz`, `Ana Ruiz, Oslo`, `A. R., Oslo`.
pub(crate) fn is_signature(line: &str, language: Option<Language>) -> bool {
    // A look at the first words saves most lines the reading.
    let first = line.split([',', '/', '|', '(']).next().unwrap_or_default().trim_end();
    let may_name = authors::begins_as_name(line) || super::is_agency(first);
    let in_town = || line.rsplit_once(", ").is_some_and(|(names, town)| has(TOWNS, town) && is_capitalised(names));
    may_name && names_people(line, language) || in_town()
}

/// Whether a line begins as a byline does, with somebody whose given name is known, or names only a body.
pub(crate) fn says_who_wrote(line: &str) -> bool {
    super::without_intro_of_any(line).is_some_and(authors::begins_as_name) || super::is_collective_line(line)
}

/// Whether a sentence has a known given name in it, with a word with a capital behind it.
pub(crate) fn names_somebody(text: &str) -> bool {
    let known = |at: usize| {
        let family = || text[at..].split(' ').nth(1).is_some_and(|word| word.starts_with(char::is_uppercase));
        authors::begins_as_name(&text[at..]) && family()
    };
    std::iter::once(0).chain(text.match_indices(' ').map(|(at, _)| at + 1)).any(known)
}

/// Whether a line says how somebody can be reached: `Contact Ana Ruiz at 555-0142 or aruiz@example.com`, `Reach the reporter at 555-0142`.
pub(crate) fn names_contact(line: &str) -> bool {
    const DIGITS: usize = 7;
    const WRITERS: &[&str] = &["the author ", "the reporter ", "the writer "];
    fn behind(rest: &str) -> Option<&str> {
        let nameless = || WRITERS.iter().find_map(|writer| rest.strip_prefix(writer));
        names::leading(rest).map(|(_, rest)| rest).or_else(nameless)
    }
    let rest = line.split_once(' ').and_then(|(_, rest)| behind(rest));
    rest.and_then(|rest| rest.trim_start_matches(',').trim_start().strip_prefix("at ")).is_some_and(|at| {
        at.split(' ').any(|word| is_mail(word.trim_end_matches(['.', ','])))
            || at.bytes().filter(u8::is_ascii_digit).count() >= DIGITS
    })
}

/// Reads names as an index has them, the family name first: `Hale, Jon; Ruiz, Ana Maria`. `None` if any part is not such a name.
pub(crate) fn read_index(sheet: &Sheet<'_>, span: TextSpan) -> Option<BylineFields<TextSpan>> {
    let parts = sheet.slice(span).split(';').map(str::trim).filter(|part| !part.is_empty());
    let read = parts.map(|part| {
        let (family, given) = part.split_once(',')?;
        let name = format!("{} {}", given.trim(), family.trim());
        let whole = !given.trim().is_empty() && !family.trim().is_empty() && !given.contains(',');
        (whole && names::is_name(&name)).then(|| authors::Author { name: part, ..Default::default() })
    });
    let authors: Vec<_> = read.collect::<Option<_>>()?;
    (!authors.is_empty()).then(|| named(sheet, span, &authors))
}

/// Reads the line below a byline as what its authors are, or for whom they write: `Associated Press`. Says whether it is that.
pub(crate) fn read_about(sheet: &Sheet<'_>, byline: &mut BylineFields<TextSpan>, about: &str) -> bool {
    let Some(about) = authors::about(about, sheet.language) else { return false };
    for author in byline.authors.iter_mut() {
        author.role = author.role.or_else(|| about.role.map(|role| sheet.span_of(role)));
        author.affiliation = author.affiliation.or_else(|| about.affiliation.map(|house| sheet.span_of(house)));
    }
    !byline.authors.is_empty()
}

/// Where the first word ends that runs into the next one: `Ana RuizOslo`.
pub(crate) fn glued_at(text: &str) -> Option<usize> {
    let word = text.split(' ').find(|word| names::has_glued_name(word.trim_end_matches([':', ','])))?;
    let (mut chars, start) = (word.char_indices().peekable(), word.as_ptr() as usize - text.as_ptr() as usize);
    while let Some((at, c)) = chars.next() {
        if c.is_lowercase() && chars.peek().is_some_and(|(_, next)| next.is_uppercase()) {
            return Some(start + at + c.len_utf8());
        }
    }
    None
}

/// Reads a byline in which only names stand between the commas, because the form has another field for the house.
pub(crate) fn read_names(sheet: &Sheet<'_>, span: TextSpan) -> BylineFields<TextSpan> {
    let text = sheet.slice(span);
    let list = after_intro(text, "by").unwrap_or(text);
    let listed: Vec<&str> = list.split(',').flat_map(|part| part.split(" and ")).map(str::trim).collect();
    if !listed.iter().all(|name| names::is_listed_name(name)) {
        return BylineFields { status: BylineStatus::Unknown, text: Some(span), authors: Few::new() };
    }
    let authors = listed.into_iter().map(|name| authors::Author { name, ..Default::default() });
    named(sheet, span, &authors.collect::<Vec<_>>())
}
