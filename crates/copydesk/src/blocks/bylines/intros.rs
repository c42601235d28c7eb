//! What a line has before the names: `By`, `Von`, `Written by`.

use super::super::beginnings::Beginnings;
use super::super::wordlist::has;
use super::names;
use super::words::OWN;
use crate::language::Language;

/// What stands before the names, in English and in labels of any language.
pub(super) const INTROS: &[&str] = &[
    "by",
    "by:",
    "byline:",
    "byline",
    "author:",
    "authors:",
    "authored by",
    "written by",
    "words by",
    "story by",
    "story:",
    "reported by",
    "report by",
    "article by",
    "commentary by",
    "opinion by",
    "analysis by",
    "review by",
    "guest post by",
    "exclusive by",
    "exclusive: by",
    "interview by",
    "interviewed by",
];
pub(super) const GERMAN_INTROS: &[&str] = &[
    "von",
    "von:",
    "kolumne von",
    "kommentar von",
    "ein kommentar von",
    "analyse von",
    "eine analyse von",
    "interview von",
    "interview:",
    "das interview führte",
    "das gespräch führte",
    "die fragen stellte",
    "gesprächsleitung:",
    "aufgezeichnet von",
    "autor:",
    "text:",
    "text und bild:",
    "text und foto:",
    "text und fotos:",
    "text & bild:",
    "text & fotos:",
];
pub(super) const SPANISH_INTROS: &[&str] = &["por", "por:", "autor:", "escrito por", "texto:"];
pub(super) const FRENCH_INTROS: &[&str] = &["par", "par:", "auteur:", "propos recueillis par"];
pub(super) const DUTCH_INTROS: &[&str] = &["door", "door:", "auteur:"];
pub(super) const ITALIAN_INTROS: &[&str] =
    &["di", "di:", "intervista di", "dal nostro inviato", "dalla nostra inviata"];
/// What stands before a member of the house, whose role comes first and who may have no name: `Door onze redacteur Jan Smit`, `From our
/// sports staff`.
#[rustfmt::skip]
pub(super) const OURS: &[&str] = &[
    "by our", "from our", "door onze", "van onze", "von unserem", "von unserer", "par notre", "de notre", "por nuestro", "por nuestra",
    "de nuestro", "de nuestra",
];

/// The names behind `By` or another intro. They are empty if there is only the intro.
pub(super) fn without_intro(line: &str, language: Option<Language>) -> Option<&str> {
    let line = without_signs(line);
    may_begin(line).then(|| behind_intro(line, language)).flatten()
}

fn without_signs(line: &str) -> &str {
    let line = line.trim_start_matches('^').trim();
    // A newsstand writes a dash, which stands alone if there is no byline. Some newspapers have a bullet before their authors.
    line.strip_prefix("- ").or_else(|| line.strip_prefix("• ")).unwrap_or(line)
}

/// Whether there may be an intro. A German form and a line that lost the space behind `by` begin otherwise than the rest.
fn may_begin(line: &str) -> bool {
    Beginnings::of(line).may_be(Beginnings::BYLINE) || line.starts_with("by") || line.starts_with(INTERVIEW)
}

fn behind_intro(line: &str, language: Option<Language>) -> Option<&str> {
    // The longest intro that fits counts: `By:` before `By`.
    let more: &[&str] = match language {
        Some(Language::German) => GERMAN_INTROS,
        Some(Language::Spanish | Language::Portuguese) => SPANISH_INTROS,
        Some(Language::French) => FRENCH_INTROS,
        Some(Language::Dutch) => DUTCH_INTROS,
        Some(Language::Italian) => ITALIAN_INTROS,
        _ => &[],
    };
    let plain = INTROS.iter().chain(more).filter_map(|intro| after_intro(line, intro));
    let ours = OURS.iter().filter_map(|intro| after_intro(line, intro));
    let is_ours = |rest: &&str| {
        let first = rest.split(char::is_whitespace).next().unwrap_or_default();
        names::is_role(first) || has(OWN, first)
    };
    let fits = plain.chain(ours.filter(is_ours));
    let names = fits.min_by_key(|rest| rest.len());
    let names = names.or_else(|| (language == Some(Language::German)).then(|| interviewers(line)).flatten());
    // `Byline: By Ana Ruiz`: the label of an export, then the newspaper's own word.
    let names = names.map(|names| after_intro(names, "by").unwrap_or(names));
    names.or_else(|| {
        // `byLena Ohlsson`: the space was lost.
        let rest = line.strip_prefix("by")?;
        let mut letters = rest.chars();
        (letters.next()?.is_uppercase() && letters.next()?.is_lowercase()).then_some(rest)
    })
}

const INTERVIEW: &str = "Mit ";

/// Who asked in an interview: Jon Hale in `Mit Ana Ruiz sprach Jon Hale`.
fn interviewers(line: &str) -> Option<&str> {
    let rest = line.strip_prefix(INTERVIEW)?;
    let spoke = [" sprach ", " sprachen "].into_iter().find_map(|spoke| rest.split_once(spoke));
    spoke.filter(|(asked, _)| names::is_name(asked)).map(|(_, names)| names)
}

/// What follows an intro, which is given in lower case. A word must end with it.
pub(super) fn after_intro<'t>(line: &'t str, intro: &str) -> Option<&'t str> {
    // The first letter decides nearly always.
    let start = line.get(..intro.len()).filter(|start| start.as_bytes()[0] | 0x20 == intro.as_bytes()[0])?;
    let rest = &line[intro.len()..];
    let ends = rest.is_empty() || rest.starts_with(char::is_whitespace) || intro.ends_with(':');
    (start.eq_ignore_ascii_case(intro) && ends).then(|| rest.trim_start())
}

/// The names of a text that is known to be a byline, so that `Por` needs no Spanish text around it.
pub(super) fn without_any_intro(text: &str) -> &str {
    without_intro_of_any(text).unwrap_or(text)
}

/// The names behind an intro of any language that has intros of its own.
pub(super) fn without_intro_of_any(text: &str) -> Option<&str> {
    let line = without_signs(text);
    if !may_begin(line) {
        return None;
    }
    let languages = Language::ALL.iter().copied().filter(|language| language.has_rules());
    languages.filter_map(|language| behind_intro(line, Some(language))).min_by_key(|names| names.len())
}
