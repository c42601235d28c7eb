//! Speakers whose clause is inside the marks. French sets it between commas (`« Non, explique Jane Doe, c’est fini. »`). French, Italian,
//! Portuguese and Spanish set it between dashes (`«No – dice Jane Doe – è finita»`).

use super::lexicon::Kind;
use super::words::{Gap, Words};
use super::{BEHIND, Clause, addressee, beginning, behind, span};
use crate::annotate::quotations::marks::Stretch;
use crate::annotate::quotations::speakers::is_long;
use crate::language::Language;

/// How far into the quotation the clause may begin, in bytes, and how many marks are tried.
const WITHIN: usize = 320;
const MARKS: usize = 6;

/// The clause inside a quotation: `« Non, explique Jane Doe, c’est fini. »`
pub(super) fn clause(content: &str, stretch: &Stretch, language: Language) -> Option<Clause> {
    let commas = language == Language::French;
    let dashes = commas || matches!(language, Language::Italian | Language::Portuguese | Language::Spanish);
    let inside = stretch.inside(content);
    if !dashes || !is_long(inside) {
        return None;
    }
    let start = content[..stretch.end].len() - stretch.close - inside.len();
    let marks = inside.char_indices().take_while(|&(at, _)| at < WITHIN);
    let marks = marks.filter(|&(at, c)| match c {
        ',' => commas,
        '-' | '–' | '—' => inside[..at].ends_with([' ', '\u{a0}']),
        _ => false,
    });
    marks.take(MARKS).find_map(|(at, mark)| {
        let text = &inside[at + mark.len_utf8()..];
        let spaced = text.starts_with([' ', '\u{a0}']);
        let text = text.trim_start();
        if mark == ',' && !spaced || !text.starts_with(char::is_lowercase) {
            return None;
        }
        let from = start + inside.len() - text.len();
        said(addressee::without_pronoun(text, language), from + inside_pronoun(text, language), language)
    })
}

/// How many bytes the pronoun before the verb has, which says to whom it is said.
fn inside_pronoun(text: &str, language: Language) -> usize {
    text.len() - addressee::without_pronoun(text, language).len()
}

/// A verb of speech and its subject, with a mark behind. The text begins at `from`.
fn said(text: &str, from: usize, language: Language) -> Option<Clause> {
    let words = Words::of(beginning(text, BEHIND), language);
    let list = words.list();
    let (verb, _) = match words.opening(language, &[Kind::Verb]) {
        Some(verb) => verb,
        None if language == Language::French => return behind::compound(&words, from),
        None => return None,
    };
    list.get(verb).filter(|word| word.gap == Gap::Space)?;
    let done = words.phrase(verb)?;
    // In `disait ma mère` the speaker of the quotation quotes somebody.
    let told = words.text(0..verb).ends_with("ait");
    let rest = text[list[done - 1].end..].trim_start();
    let closed = rest.is_empty() || rest.starts_with([',', '.', ';', '-', '–', '—', '(']);
    let (speaker, verb) = (span(&list[verb..done], from), span(&list[..verb], from));
    (!told && closed).then_some(Clause { speaker, verb, whole: true })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotate::quotations::marks::Shape;

    fn inside(text: &str, language: Language) -> Option<&str> {
        let (open, close) = (text.find('«')?, text.find('»')?);
        let stretch = Stretch { start: open, end: close + 2, open: 2, close: 2, shape: Shape::Angle, nested: false };
        clause(text, &stretch, language).map(|clause| &text[clause.speaker.0..clause.speaker.1])
    }

    #[test]
    fn the_clause_stands_between_commas_or_dashes() {
        let french = |text| inside(text, Language::French);
        assert_eq!(french("« J’ai vu la mer, raconte Ana Roe, une voisine. Et puis rien. »"), Some("Ana Roe"));
        assert_eq!(french("« C’est fini, explique-t-elle, et pour de bon. »"), Some("elle"));
        assert_eq!(french("« C’est fini, a déclaré le maire. Nous partons. »"), Some("le maire"));
        assert_eq!(french("« C’est fini, disait ma mère, et pour de bon. »"), None);
        assert_eq!(french("« C’est fini, dit le maire de la ville à sa femme. »"), None);
        let italian = |text| inside(text, Language::Italian);
        assert_eq!(italian("«La barca – racconta Ana Roe – era nuova»"), Some("Ana Roe"));
        assert_eq!(italian("«La barca – bella, dice Ana – era nuova»"), None);
    }
}
