//! Who holds the office that a speaker is called by: `dijo el ministro del Interior, Pablo Roa.`, `a dit le maire, Anne Roe, mardi`.

use crate::blocks::bylines::begins_as_name;
use crate::keys::{Words as Table, words as word_table};
use crate::language::Language;

use super::lexicon::{self, Kind};
use super::words::Words;
use super::{BEHIND, Span, beginning};

/// How many bytes a party in brackets may have: `(PS)`.
const PARTY: usize = 16;

/// The full name behind the comma of an office. It must begin with a known given name, and end there. A source may have no name, and
/// another person follow: `segundo a polícia, Ana Roa, de 30 anos, fugiu`.
pub(super) fn name(content: &str, speaker: Span, verb: Span, language: Language) -> Option<Span> {
    let office = &content[speaker.0..speaker.1];
    let behind = &content[speaker.1..];
    // `la maire (PS), Anne Roe,`
    let bracket = behind.strip_prefix(" (").and_then(|inner| inner.find(')')).filter(|&length| length <= PARTY);
    let from = speaker.1 + bracket.map_or(0, |length| length + " ()".len()) + ", ".len();
    let rest = content.get(from..).filter(|rest| content[..from].ends_with(", ") && begins_as_name(rest))?;
    let first = office.split(' ').next()?;
    // `os procuradores Ana Roa, Pablo Roa e …`: there are several, and more names.
    let is_many = ["as", "des", "gli", "i", "las", "les", "los", "os", "umas", "unas", "unos", "uns"].contains(&first);
    // In `la mère de la victime, Anne Roe` either may have the name.
    let last = office.rsplit([' ', '\'', '’']).next()?;
    let is_either = || {
        let near = office.split([' ', '\'', '’']).nth(1).is_some_and(|near| NEAR.has(near));
        let of = || OF.iter().any(|of| office.contains(of));
        last.starts_with(char::is_lowercase) && (near || BEARERS.has(last)) && of()
    };
    let is_office = lexicon::kind(language, first) == Some(Kind::Article) && !is_many;
    if !is_office || is_either() || lexicon::kind(language, &content[verb.0..verb.1]) == Some(Kind::According) {
        return None;
    }
    let words = Words::of(beginning(rest, BEHIND), language);
    let end = words.list().get(words.phrase(0)?.checked_sub(1).filter(|&last| last > 0)?)?.end;
    let done = rest[end..].is_empty()
        || rest[end..].starts_with([',', '.', ';', ':', '!', '?'])
        || rest[end..].starts_with(" (");
    done.then_some((from, from + end))
}

/// Words that say whose somebody is.
const OF: &[&str] = &[" d'", " d’", " da ", " de ", " del ", " dell", " des ", " di ", " do ", " du ", " van "];

/// People who are somebody's, so that either may have the name: kin, friends and lawyers.
#[rustfmt::skip]
static NEAR: Table<()> = word_table!(256, [
    "abogada", "abogado", "advogada", "advogado", "ami", "amica", "amico", "amie", "amiga", "amigo", "avocat", "avocate", "avvocato", "compagna",
    "compagne", "compagno", "compagnon", "esposa", "esposo", "femme", "figlia", "figlio", "filha", "filho", "fille", "fils", "fratello", "frère",
    "hermana", "hermano", "hija", "hijo", "irmã", "irmão", "legale", "madre", "mari", "marido", "marito", "moglie", "mujer", "mulher", "mãe", "mère",
    "padre", "pai", "père", "sorella", "sœur", "vedova", "veuve", "viuda", "viudo", "viúva", "viúvo", "épouse",
]);

/// People that others belong to, who may have the name themselves: `el secretario del presidente, Pablo Roa`.
#[rustfmt::skip]
static BEARERS: Table<()> = word_table!(128, [
    "acusada", "acusado", "accusé", "alcalde", "alcaldesa", "boss", "detenida", "detenido", "governador", "gobernador", "maire", "minister",
    "ministra", "ministre", "ministro", "prefeita", "prefeito", "premier", "president", "presidenta", "presidente", "président", "sindaco",
    "slachtoffer", "verdachte", "victime", "vittima", "víctima", "vítima",
]);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_follows_an_office_and_a_comma() {
        let name = |text: &str, language| {
            let speaker = text.find(['|']).unwrap();
            let content = text.replace('|', "");
            let found = name(&content, ("dijo ".len(), speaker), (0, "dijo".len()), language)?;
            Some(content[found.0..found.1].to_owned())
        };
        let spanish = |text| name(text, Language::Spanish);
        assert_eq!(spanish("dijo el ministro del Interior|, Pablo Roa.").as_deref(), Some("Pablo Roa"));
        assert_eq!(spanish("dijo el ministro|, Pablo de la Roa, ayer").as_deref(), Some("Pablo de la Roa"));
        assert_eq!(spanish("dijo el ministro|, Pablo Roa (PX)").as_deref(), Some("Pablo Roa"));
        assert_eq!(spanish("dijo el ministro|, Pablo Roa lloró"), None);
        assert_eq!(spanish("dijo el alcalde de Norhaven|, Nueva Norlandia."), None);
        assert_eq!(spanish("dijo Ana Roa|, Pablo Roa."), None);
        assert_eq!(spanish("dijo la madre de la víctima|, Ana Roa."), None);
        assert_eq!(spanish("dijo el primer ministro|, Juan Roa.").as_deref(), Some("Juan Roa"));
        assert_eq!(spanish("dijo el abogado de Pablo Roa|, Juan Roa.").as_deref(), Some("Juan Roa"));
    }
}
