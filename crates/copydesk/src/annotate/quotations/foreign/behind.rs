//! The clause behind a quotation: `, sagte Jane Doe`, `, wie Jane Doe sagte`, `, dit-elle`, `, segundo Jane Doe`.

use super::lexicon::{self, Kind};
use super::words::{Gap, Word, Words};
use super::{BEHIND, Clause, addressee, beginning, span, subject};
use crate::annotate::quotations::marks::Stretch;
use crate::annotate::quotations::shape;
use crate::annotate::quotations::speakers::is_long;
use crate::language::Language;

/// The clause behind a quotation, which ends before `end`: `, sagte Jane Doe`, `, segundo Jane Doe`, `, ela disse.` `whole` says that
/// nothing of the sentence stands before the quotation. Otherwise the verb may have its subject there, and only its object here: `Diretora
/// de “…”, defende o cinema`.
pub(super) fn clause(content: &str, stretch: &Stretch, end: usize, language: Language, whole: bool) -> Option<Clause> {
    let rest = &content[stretch.end..end];
    let text = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '–' | '—' | '-'));
    let set_off = rest[..rest.len() - text.len()].contains([',', '–', '—', '-']);
    let inside = stretch.inside(content);
    let spoken = set_off || inside.ends_with([',', '.', '!', '?', '…']) || is_long(inside);
    // In `“The Bridge” conta a história` the title is the subject. Without a comma, a word with a capital begins another sentence.
    let may_be_spoken = spoken || whole && !shape::is_title(inside);
    if !may_be_spoken || !text.starts_with(|c: char| c.is_alphanumeric() && (set_off || !c.is_uppercase())) {
        return None;
    }
    // `le dijo Jane Doe a su madre`
    let text = addressee::without_pronoun(text, language);
    let from = end - text.len();
    let words = Words::of(beginning(text, BEHIND), language);
    let list = words.list();
    let kinds: &[Kind] =
        if spoken { &[Kind::Verb, Kind::According, Kind::Echo] } else { &[Kind::Verb, Kind::According] };
    if let Some((verb, kind)) = words.opening(language, kinds) {
        let according = kind == Kind::According;
        // `lança “Brisa do Mar”, segundo disco da cantora`: a title is according to nobody.
        let fits = if according {
            !shape::is_title(inside)
        } else {
            whole || lexicon::is_saying(&text[list[0].start..list[verb - 1].end])
        };
        // `„…“, so Jane Doe`. In `„…“, so der Titel` it is a thing.
        let is_thing =
            || language == Language::German && list.get(verb).is_some_and(|word| word.kind == Some(Kind::Article));
        if !fits || according && is_thing() {
            return None;
        }
        let is_adverb = |word: &&Word| word.gap == Gap::Space && word.kind == Some(Kind::Adverb);
        let name = verb + list[verb..].iter().take_while(is_adverb).count();
        let name = if according { name } else { addressee::past(&words, name, language) };
        list.get(name).filter(|word| word.gap == Gap::Space)?;
        let done = words.phrase(name)?;
        let whole = whole || !according;
        return Some(Clause { speaker: span(&list[name..done], from), verb: span(&list[..verb], from), whole });
    }
    if language == Language::German
        && set_off
        && let Some(rest) = text.strip_prefix("wie ")
    {
        return as_said(content, rest, end - rest.len(), whole);
    }
    if language == Language::French
        && let Some(clause) = compound(&words, from)
    {
        return Some(clause);
    }
    // In `No jornal “…”, Jane Doe disse` the quotation is not hers.
    let name = words.phrase(0).filter(|_| set_off && whole)?;
    let verb = list.get(name).filter(|word| word.gap == Gap::Space && word.kind == Some(Kind::Verb))?;
    let behind = &content[from + verb.end..];
    let done = behind.is_empty() || behind.starts_with(['.', ',', ';']);
    done.then(|| Clause { speaker: span(&list[..name], from), verb: (from + verb.start, from + verb.end), whole: true })
}

/// The clause `, wie Jane Doe sagte.` The text begins behind *wie*, at `from`.
fn as_said(content: &str, text: &str, from: usize, whole: bool) -> Option<Clause> {
    let words = Words::of(beginning(text, BEHIND), Language::German);
    let list = words.list();
    let verb = list.iter().position(|word| word.kind == Some(Kind::Verb))?;
    let is_one = list[..=verb].iter().all(|word| word.gap == Gap::Space);
    let subject = subject(&words, verb, false).filter(|_| is_one)?;
    let behind = &content[from + list[verb].end..];
    let done = behind.is_empty() || behind.starts_with(['.', ',', ';', ':']);
    done.then(|| Clause { speaker: span(&list[subject], from), verb: span(&list[verb..=verb], from), whole })
}

/// The clause of a French verb of two words: `, a-t-il dit`.
pub(super) fn compound(words: &Words<'_>, from: usize) -> Option<Clause> {
    let [auxiliary, pronoun, participle, ..] = words.list() else { return None };
    let is_joined = pronoun.kind == Some(Kind::Pronoun) && pronoun.start - auxiliary.end <= "-t-".len();
    if !is_joined || participle.gap != Gap::Space || !matches!(words.text(0..1), "a" | "ont" | "avait" | "avaient") {
        return None;
    }
    let said = ["a ", words.text(2..3)].concat();
    let is_said = lexicon::kind(Language::French, &said) == Some(Kind::Verb);
    is_said.then(|| Clause {
        speaker: (from + pronoun.start, from + pronoun.end),
        verb: (from + participle.start, from + participle.end),
        whole: true,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotate::quotations::marks::Shape;

    fn behind(text: &str, language: Language) -> Option<(&str, &str)> {
        let (open, close) = (text.find('«')?, text.find('»')?);
        let stretch = Stretch { start: open, end: close + 2, open: 2, close: 2, shape: Shape::Angle, nested: false };
        let clause = clause(text, &stretch, text.len(), language, true)?;
        Some((&text[clause.speaker.0..clause.speaker.1], &text[clause.verb.0..clause.verb.1]))
    }

    #[test]
    fn clauses_have_their_forms() {
        let german = |text| behind(text, Language::German);
        assert_eq!(german("«Nein», wie Jane Doe gestern sagte."), Some(("Jane Doe", "sagte")));
        assert_eq!(german("«Nein», wie Jane Doe sagte, die ging."), Some(("Jane Doe", "sagte")));
        assert_eq!(german("«Nein», wie Jane Doe sagte und ging."), None);
        assert_eq!(german("«Nein», wie Jane Doe sagte."), Some(("Jane Doe", "sagte")));
        assert_eq!(german("«Nein», wie es heute heißt."), None);
        assert_eq!(german("«Nein», so Doe."), Some(("Doe", "so")));
        assert_eq!(german("«Nein», so das Motto."), None);
        let french = |text| behind(text, Language::French);
        assert_eq!(french("«Non», a-t-elle ajouté."), Some(("elle", "ajouté")));
        assert_eq!(french("«Non», a-t-elle sauté."), None);
        assert_eq!(french("«Non», dit-on."), None);
    }
}
