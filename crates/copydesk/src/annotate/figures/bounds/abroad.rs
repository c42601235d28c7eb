//! The bounds before a figure in languages other than English.
//!
//! Words that as often say something else are left out: German `über` (`verfügt über 20 Millionen`, `ein Kredit über 20 Millionen`), Dutch
//! `over`, and Spanish `hasta` and Italian `fino a`, which say how long something lasts or where it has moved to.

use crate::annotate::figures::text::Text;
use crate::language::Language;

use super::Bounds;

/// Words before a figure, the first of them or the only one, and what they say of it.
type Phrases = &'static [(&'static str, &'static str, Bounds)];

const GERMAN: Phrases = &[
    ("", "rund", Bounds::About),
    ("", "etwa", Bounds::About),
    ("", "ungefähr", Bounds::About),
    ("", "circa", Bounds::About),
    ("", "zirka", Bounds::About),
    ("", "knapp", Bounds::About),
    ("", "fast", Bounds::About),
    ("", "beinahe", Bounds::About),
    ("mehr", "als", Bounds::Over),
    ("weniger", "als", Bounds::Under),
    ("", "mindestens", Bounds::AtLeast),
    ("", "wenigstens", Bounds::AtLeast),
    ("", "höchstens", Bounds::AtMost),
    ("", "maximal", Bounds::AtMost),
    ("bis", "zu", Bounds::AtMost),
];

const DUTCH: Phrases = &[
    ("", "ongeveer", Bounds::About),
    ("", "circa", Bounds::About),
    ("", "zowat", Bounds::About),
    ("", "bijna", Bounds::About),
    ("meer", "dan", Bounds::Over),
    ("minder", "dan", Bounds::Under),
    ("", "minstens", Bounds::AtLeast),
    ("ten", "minste", Bounds::AtLeast),
    ("", "minimaal", Bounds::AtLeast),
    ("", "hoogstens", Bounds::AtMost),
    ("", "maximaal", Bounds::AtMost),
];

const FRENCH: Phrases = &[
    ("", "environ", Bounds::About),
    ("", "quelque", Bounds::About),
    ("", "presque", Bounds::About),
    ("près", "de", Bounds::About),
    ("plus", "de", Bounds::Over),
    ("moins", "de", Bounds::Under),
    ("au", "moins", Bounds::AtLeast),
    ("au", "plus", Bounds::AtMost),
    ("au", "maximum", Bounds::AtMost),
];

const SPANISH: Phrases = &[
    ("", "unos", Bounds::About),
    ("", "unas", Bounds::About),
    ("", "casi", Bounds::About),
    ("", "aproximadamente", Bounds::About),
    ("cerca", "de", Bounds::About),
    ("alrededor", "de", Bounds::About),
    ("más", "de", Bounds::Over),
    ("menos", "de", Bounds::Under),
    ("al", "menos", Bounds::AtLeast),
    ("lo", "menos", Bounds::AtLeast),
];

const PORTUGUESE: Phrases = &[
    ("", "aproximadamente", Bounds::About),
    ("", "quase", Bounds::About),
    ("cerca", "de", Bounds::About),
    ("perto", "de", Bounds::About),
    ("torno", "de", Bounds::About),
    ("mais", "de", Bounds::Over),
    ("menos", "de", Bounds::Under),
    ("pelo", "menos", Bounds::AtLeast),
    ("ao", "menos", Bounds::AtLeast),
    ("no", "máximo", Bounds::AtMost),
];

const ITALIAN: Phrases = &[
    ("", "circa", Bounds::About),
    ("", "quasi", Bounds::About),
    ("più", "di", Bounds::Over),
    ("", "oltre", Bounds::Over),
    ("meno", "di", Bounds::Under),
    ("", "almeno", Bounds::AtLeast),
    ("al", "massimo", Bounds::AtMost),
];

/// The bounds that the words before a figure give, and where they begin; the figure's own start where there are none.
pub(super) fn before(text: &Text<'_>, start: usize) -> (Option<Bounds>, usize) {
    let phrases = match text.language {
        Some(Language::German) => GERMAN,
        Some(Language::Dutch) => DUTCH,
        Some(Language::French) => FRENCH,
        Some(Language::Spanish) => SPANISH,
        Some(Language::Portuguese) => PORTUGUESE,
        Some(Language::Italian) => ITALIAN,
        _ => return (None, start),
    };
    let gap = text.before_gap(start);
    // `ca. 20 Prozent`; `env. 20 %`.
    let (at, last) = text.word_before(gap - usize::from(text.before(gap) == b'.'));
    if text.before(gap) == b'.' {
        let short = matches!(last.as_str(), "ca" | "Ca" | "env");
        return if short { (Some(Bounds::About), at) } else { (None, start) };
    }
    let (from, first) = text.last_word(at);
    let here = |(one, two, _): &&(&str, &str, _)| {
        last.eq_ignore_ascii_case(two) && (one.is_empty() || first.eq_ignore_ascii_case(one))
    };
    match phrases.iter().find(here) {
        Some(&(one, _, bounds)) => (Some(bounds), if one.is_empty() { at } else { from }),
        None => (None, start),
    }
}
