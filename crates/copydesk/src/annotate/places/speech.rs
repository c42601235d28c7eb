//! Who said something: `“…,” said Quay, who won.` After a quotation and a verb of speech comes a person, even if a place has the name.

use super::around::Beside;
use super::gazetteer::Kind;
use super::larger::Place;
use super::words;

/// Whether a name is that of whoever said what is quoted before it. Of countries only those that are persons' names: `said Moscow` is rare,
/// `said China` is not.
pub(super) fn is_speaker(place: &Place<'_>) -> bool {
    let Beside::Word(verb) = place.before else { return false };
    if !words::is_speech(verb.text) {
        return false;
    }
    let (content, name, end) = (place.content, place.name, place.span.end);
    let is_one = !content[place.span.clone()].contains(' ');
    let is_land = name.may_be(Kind::Country) || name.may_be(Kind::Demonym);
    let is_behind = content[..verb.start].trim_end().ends_with(['"', '”', '’', '»']);
    is_one && is_behind && (name.is_persons() || !is_land) && ends_name(content, end, &place.after)
}

/// Whether the name is over, and no state or country behind it: `said Quay, 45, a clerk`, but `said Quay, Ohio, resident Jane Doe`.
fn ends_name(content: &str, end: usize, after: &Beside<'_>) -> bool {
    let rest = &content[end..];
    match after {
        Beside::Comma => !rest[", ".len()..].starts_with(char::is_uppercase),
        Beside::Edge => rest.is_empty() || rest.starts_with(['.', ';', ':', ',', '!', '?', '\n']),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::around;
    use super::*;

    #[test]
    fn a_name_ends_at_a_mark() {
        let ends = |text: &str, end: usize| ends_name(text, end, &around::after(text, end));
        for text in ["Quay, 45, a clerk", "Quay, who won", "Quay.", "Quay"] {
            assert!(ends(text, 4), "{text}");
        }
        for text in ["Quay, Ohio, resident", "Quay's mayor", "Quay-based Jane Doe", "Quay was ready", "Quay’s mayor"]
        {
            assert!(!ends(text, 4), "{text}");
        }
    }
}
