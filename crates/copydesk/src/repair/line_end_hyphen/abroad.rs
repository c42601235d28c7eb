//! Words of other languages that have a hyphen before or after them, and syllables that only look like them: `ex-⏎maire` and `ex-⏎plique`,
//! `fizeram-⏎no` and `pla-⏎no`. Hardly any other word of these languages has a hyphen before a small letter. So in a text whose lines were
//! hyphenated, such a hyphen belongs to the line.
//!
//! What a line breaks off begins with a consonant, or the syllable does (`cham-⏎pion`). A second half that begins with a vowel after a
//! consonant is a word of its own (`dit-⏎elle`).

use crate::language::Language;

/// Whose a hyphen at a line's end is, by the words around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Owner {
    /// The words'.
    Words,
    /// The words' or the line's.
    Either,
    /// The line's, as far as the words tell.
    Line,
}

/// Whose the hyphen between the two is.
pub(super) fn owner(language: Language, left: &str, right: &str) -> Owner {
    let whole = right;
    let (left, right) = (left.to_lowercase(), right.to_lowercase());
    let left = left.rsplit(['\'', '’']).next().unwrap_or(&left);
    let is_words = match language {
        Language::Dutch => is_dutch(left, &right),
        Language::French => is_french(left, &right),
        Language::German => is_german(left, whole),
        Language::Italian => is_italian(left, &right),
        Language::Portuguese if is_doubtful_portuguese(left, &right) => return Owner::Either,
        Language::Portuguese => is_portuguese(left, &right),
        Language::Spanish => is_spanish(left, &right),
        _ => false,
    };
    if is_words || is_first_adjective(language, left) { Owner::Words } else { Owner::Line }
}

/// `técnico-⏎administrativo`, `politico-⏎economico`: the first of two adjectives. Hardly a word is cut behind these letters, but for short
/// beginnings (`psico-⏎logia`).
fn is_first_adjective(language: Language, left: &str) -> bool {
    const SHORTEST: usize = 6;
    matches!(language, Language::Italian | Language::Portuguese | Language::Spanish)
        && left.ends_with("ico")
        && left.chars().count() >= SHORTEST
}

/// Languages in which a suspended hyphen stands before *and* and *or* alone: `puer-⏎to` is a word.
pub(in crate::repair) fn hardly_suspends(language: Language) -> bool {
    matches!(language, Language::French | Language::Italian | Language::Portuguese | Language::Spanish)
}

fn begins_with(word: &str, beginnings: &[&str]) -> bool {
    beginnings.iter().any(|beginning| word.starts_with(beginning))
}

fn ends_in(word: &str, endings: &[&str]) -> bool {
    endings.iter().any(|ending| word.ends_with(ending))
}

/// Whether the word behind `ex` is what somebody was, and not the rest of a word: `ex-⏎maire`, but `ex-⏎trême`. What the prefix of a word has
/// behind it begins with one of a few letters.
fn is_former(right: &str) -> bool {
    const OF_PREFIX: [char; 5] = ['c', 'h', 'p', 'q', 't'];
    !right.starts_with(OF_PREFIX) || begins_with(right, FORMER)
}

/// How those begin who may have been something, in letters that a word may have behind its prefix.
#[rustfmt::skip]
const FORMER: &[&str] = &[
    "camp", "cand", "cap", "champ", "chanc", "chef", "coach", "coll", "comand", "comm", "comp", "cons", "coord", "parl", "part", "patr",
    "pilot", "polic", "polit", "poliz", "prefe", "premi", "presid", "primei", "primo", "proc", "prof", "préf", "présid", "tecn", "tenis",
    "tennis", "tesor", "titul", "train", "trein", "trés", "técn",
];

fn is_dutch(left: &str, right: &str) -> bool {
    match left {
        "ex" => is_former(right),
        "niet" => right.len() > 3,
        "oud" => right.len() > 3 && !right.starts_with("ers"),
        "non" => matches!(right, "actief" | "fictie" | "profit" | "stop"),
        "adjunct" | "kandidaat" | "leerling" | "privé" | "vice" => true,
        _ => false,
    }
}

/// A prefix before a small letter is written as one with its word.
fn is_german(left: &str, right: &str) -> bool {
    match left {
        "ex" | "pro" => right.starts_with(char::is_uppercase),
        "nicht" => right.len() > 3,
        "deutsch" => !begins_with(right, &["land", "sprach", "tüm"]),
        _ => false,
    }
}

fn is_italian(left: &str, right: &str) -> bool {
    left == "ex" && is_former(right) || matches!(left, "centro" | "italo" | "vice")
}

fn is_spanish(left: &str, right: &str) -> bool {
    match left {
        "ex" => is_former(right),
        "franco" | "hispano" => !begins_with(right, &["americ", "habl", "parl"]),
        _ => false,
    }
}

#[rustfmt::skip]
fn is_french(left: &str, right: &str) -> bool {
    match left {
        "anti" => right.chars().count() > 5 && !right.starts_with("cip"),
        "au" => matches!(right, "dedans" | "dehors" | "delà" | "dessous" | "dessus" | "devant"),
        "avant" => !right.starts_with("ag"),
        "bas" => begins_with(right, &["côté", "fond", "relief", "ventre"]),
        "beau" => begins_with(right, &["fils", "frère", "parent", "père"]),
        "ci" => begins_with(right, &["après", "contre", "dess", "devant", "joint"]),
        "contre" => !begins_with(right, &[
            "balanc", "band", "bass", "di", "faç", "fort", "indic", "maît", "part", "plaqu", "poi", "sens", "temps", "ven",
        ]),
        "ex" => is_former(right),
        "mi" => begins_with(right, &[
            "août", "avril", "carême", "chemin", "clos", "course", "décembre", "février", "hauteur", "janvier", "journée", "juillet",
            "juin", "mai", "mandat", "mars", "novembre", "octobre", "parcours", "saison", "septembre", "temps", "voix",
        ]),
        "non" => !begins_with(right, &["ag", "chal", "obst"]),
        "par" => matches!(right, "ci" | "delà" | "dessous" | "dessus" | "devant" | "là"),
        "plus" => right.starts_with("val"),
        "porte" => !begins_with(right, &["feuille", "manteau"]),
        "sous" => !begins_with(right, &["cri", "tract", "traire"]),
        "après" | "arrière" | "belle" | "centre" | "chef" | "demi" | "franco" | "grand" | "grande" | "grands" | "haut" | "là" | "moins"
        | "nord" | "ouest" | "petit" | "petite" | "petits" | "peut" | "quasi" | "rendez" | "rez" | "saint" | "sainte" | "sans" | "semi"
        | "sud" | "tout" | "trois" | "vice" | "vingt" | "week" => !begins_with(right, &["ain", "ef", "eur", "ièm", "naire", "ss"]),
        _ => is_french_pronoun(left, right),
    }
}

/// What stands behind a verb or a pronoun: `dit-⏎elle`, `celui-⏎ci`, `dites-⏎le`; in `cel-⏎le` and `mer-⏎ci` it is a syllable.
fn is_french_pronoun(left: &str, right: &str) -> bool {
    match right {
        "ce" => matches!(left, "est" | "fut" | "sera" | "serait" | "soit" | "sont" | "était"),
        "ci" => matches!(left, "celle" | "celles" | "celui" | "ceux" | "fois" | "jours" | "mois" | "temps"),
        "là" => !matches!(left, "ce" | "de" | "ho" | "voi"),
        "elle" | "elles" | "en" | "il" | "ils" | "on" => left.ends_with(['d', 's', 't', 'z']),
        "la" | "le" | "les" | "leur" | "lui" | "moi" | "toi" => ends_in(left, &["tes", "z"]),
        "nous" | "vous" => left.ends_with(['s', 't', 'z']),
        "tu" => left.ends_with(['s', 'x']),
        "dessous" | "dessus" | "je" | "même" | "mêmes" => true,
        _ => false,
    }
}

fn is_portuguese(left: &str, right: &str) -> bool {
    match left {
        "além" | "luso" | "meia" | "pré" | "pró" | "pós" | "recém" | "vice" => return true,
        "ex" => return is_former(right),
        "guarda" | "não" => return right.len() > 3,
        "sem" => return begins_with(right, &["abrigo", "número", "terra", "teto", "vergonha"]),
        _ => {}
    }
    match right {
        "feira" => true,
        "as" | "os" => ends_in(left, &["eu", "iu", "ou"]),
        "la" | "las" | "lo" | "los" => left.ends_with(['á', 'ê', 'ô']),
        "lhe" | "lhes" => !matches!(left, "bai" | "co" | "deta" | "enta" | "fo" | "mo" | "ta"),
        "me" => ends_in(left, &["eu", "ez", "ia", "iu", "ou", "sse", "va"]),
        "na" | "nas" | "no" | "nos" => ends_in(left, &["m", "ão", "õe"]),
        "se" => !left.ends_with('s') && !SYLLABLES_BEFORE_SE.contains(&left),
        _ => false,
    }
}

/// `segui-⏎lo` and `esti-⏎lo`, `levara-⏎os` and `pesso-⏎as`.
fn is_doubtful_portuguese(left: &str, right: &str) -> bool {
    match right {
        "la" | "las" | "lo" | "los" => left.ends_with('i') && left.len() > 3,
        "as" | "os" => left.ends_with(['a', 'e', 'o']),
        _ => false,
    }
}

/// What is no verb before `se`: `qua-⏎se`.
#[rustfmt::skip]
const SYLLABLES_BEFORE_SE: &[&str] = &[
    "análi", "ba", "ca", "cri", "fa", "fra", "hipóte", "parali", "próte", "qua", "sínte", "te", "ênfa",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_like_a_word_may_be_a_syllable() {
        for (language, words, line) in [
            (
                Language::French,
                "ex-maire ex-préfet au-dessus par-delà mi-temps beau-père contre-attaque sous-préfet porte-parole dit-elle est-ce celui-ci \
                 lui-même avez-vous dites-le donnez-moi peut-être grand-mère là-bas",
                "ex-pliqué ex-trême au-teur par-ler mi-nistre beau-coup contre-dire sous-crire porte-feuille pro-jet cel-le poli-ce mer-ci \
                 voi-là cou-leur vil-les champi-on anti-que ver-tu avant-age",
            ),
            (
                Language::Portuguese,
                "ex-prefeito segunda-feira fizeram-no fazê-lo tornou-se trata-se disse-me disse-lhe encontrou-os além-mar sem-terra",
                "ex-plicou par-te fos-se pla-no aque-la no-me deta-lhe sem-pre qua-se fi-lha",
            ),
            (
                Language::Spanish,
                "ex-alcalde ex-presidente franco-alemán político-económico",
                "pro-grama anti-guo ex-plicó hispano-americano",
            ),
            (
                Language::German,
                "ex-Minister nicht-öffentlich deutsch-polnisch",
                "pro-testiert ex-trem deutsch-sprachig",
            ),
            (Language::Dutch, "ex-minister oud-speler niet-rokers", "ex-pert pro-bleem oud-ers west-en co-mité"),
        ] {
            for (text, owner) in [(words, Owner::Words), (line, Owner::Line)] {
                for pair in text.split_whitespace() {
                    let (left, right) = pair.split_once('-').unwrap();
                    assert_eq!(super::owner(language, left, right), owner, "{pair}");
                }
            }
        }
        assert_eq!(owner(Language::Portuguese, "esti", "lo"), Owner::Either);
    }
}
