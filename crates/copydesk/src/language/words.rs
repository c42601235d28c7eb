//! The function words that identify languages.
//!
//! Very frequent words that few of the other languages share. A word of two languages (`de`, `en`, `la`) counts for both: it cannot decide
//! between the two, but still tells them from a third. None has more than [`LONGEST`] bytes.

use super::Language;

/// The languages that are told by their words; all others are told by their script.
pub(super) const WORDED: [Language; 11] = [
    Language::English,
    Language::German,
    Language::Dutch,
    Language::Spanish,
    Language::Portuguese,
    Language::French,
    Language::Italian,
    Language::Swedish,
    Language::Danish,
    Language::Norwegian,
    Language::Finnish,
];

/// The most bytes of a word.
pub(super) const LONGEST: usize = 6;

/// Words of neighbours of the languages of [`WORDED`], in which a text would pass for one of them: Estonian for Finnish, Icelandic and
/// Faroese for Norwegian. Where these are ahead, the language is unknown.
pub(super) const NEIGHBOURS: &[&str] = &[
    "ja", "on", "ei", "see", "kui", "mis", "ka", "kes", "ning", "või", "ole", "selle", "tema", "oma", "aga", "nende",
    "kõik", "iga", "tal", "og", "er", "til", "um", "í", "að", "sem", "ekki", "sum", "ið", "hevur", "fyri", "ella",
    "við", "eru",
];

/// The words of a language of [`WORDED`].
pub(super) const fn function_words(language: Language) -> &'static [&'static str] {
    match language {
        Language::English => &[
            "the", "of", "and", "to", "that", "is", "was", "for", "with", "has", "have", "be", "are", "by", "from",
            "at", "his", "it", "this", "were", "had", "said", "which", "their", "they", "who", "been", "not", "but",
            "will", "would", "an", "on", "as", "in", "he", "you", "we", "or", "its", "after", "more",
        ],
        Language::German => &[
            "der", "die", "und", "den", "das", "von", "mit", "sich", "des", "dem", "nicht", "ein", "eine", "ist",
            "auf", "im", "auch", "als", "wird", "sind", "bei", "nach", "zu", "für", "einen", "hat", "werden", "aus",
            "wie", "zum", "zur", "er", "in", "war", "noch", "über",
        ],
        Language::Dutch => &[
            "het", "een", "van", "en", "de", "dat", "is", "op", "te", "zijn", "met", "voor", "niet", "aan", "er",
            "ook", "als", "bij", "door", "maar", "naar", "heeft", "om", "over", "uit", "wordt", "nog", "in", "hij",
            "die", "was", "ze", "wel",
        ],
        Language::Spanish => &[
            "el", "los", "las", "que", "de", "la", "y", "en", "un", "una", "por", "con", "para", "su", "se", "del",
            "al", "es", "como", "más", "pero", "sus", "le", "ha", "este", "lo", "sobre", "fue", "no", "entre", "ya",
        ],
        Language::Portuguese => &[
            "o", "os", "que", "de", "do", "da", "dos", "das", "em", "um", "uma", "não", "para", "com", "por", "no",
            "na", "ao", "se", "foi", "mais", "são", "à", "pelo", "pela", "seu", "sua", "é", "ele", "a", "e", "nos",
        ],
        Language::French => &[
            "le", "les", "des", "et", "est", "du", "de", "la", "que", "une", "un", "dans", "pour", "qui", "sur", "par",
            "au", "avec", "pas", "plus", "ne", "ce", "il", "son", "sont", "aux", "en", "a", "été", "cette", "mais",
        ],
        Language::Italian => &[
            "di", "e", "che", "il", "non", "per", "è", "i", "si", "della", "sono", "ma", "come", "più", "dei", "nel",
            "alla", "anche", "gli", "delle", "dal", "nella", "cui", "era", "tra", "ed", "dalla", "degli", "sul",
            "alle", "dopo", "stato", "hanno", "in", "le", "questo", "questa", "sua", "suo", "loro", "quando", "sulla",
            "nei", "sia", "fra", "essere", "ogni", "la", "un", "una", "del", "da", "ha", "con", "al", "lo",
        ],
        Language::Swedish => &[
            "och", "att", "det", "som", "är", "på", "för", "med", "av", "ett", "har", "inte", "till", "om", "han",
            "var", "från", "vid", "i", "sig", "jag", "men", "kan", "så", "ska", "när", "efter", "eller", "hade",
            "blir", "också", "under", "över", "mot", "hon", "där", "här", "vara", "enligt", "detta", "dessa", "andra",
            "utan", "sina", "genom",
        ],
        Language::Danish => &[
            "og", "i", "af", "det", "er", "til", "på", "har", "med", "ikke", "som", "var", "fra", "kan", "om", "han",
            "jeg", "så", "men", "skal", "ved", "vil", "også", "være", "hvor", "nu", "sig", "efter", "blev", "eller",
            "hun", "hvad", "ud", "meget", "mere", "når", "bliver", "mod", "havde", "nogle", "mellem", "deres", "noget",
            "nogen", "uden", "blive", "sagde", "siger", "mig",
        ],
        Language::Norwegian => &[
            "og", "i", "av", "det", "er", "til", "på", "har", "med", "ikke", "å", "som", "var", "fra", "kan", "om",
            "han", "jeg", "så", "men", "skal", "ved", "vil", "også", "være", "hvor", "nå", "seg", "etter", "ble",
            "eller", "hun", "hva", "ut", "mye", "mer", "når", "blir", "mot", "hadde", "noen", "mellom", "deres", "noe",
            "vært", "uten", "bli", "sier", "enn", "inn", "opp", "meg", "annet", "ikkje", "frå", "eit", "dei", "vart",
            "meir", "noko",
        ],
        Language::Finnish => &[
            "ja", "on", "ei", "että", "oli", "mutta", "ole", "kun", "niin", "myös", "hän", "jos", "ovat", "voi", "nyt",
            "sen", "kuin", "tai", "joka", "olla", "sitä", "mitä", "vain", "jo", "tämä", "sitten", "olisi", "ollut",
            "vielä", "sekä", "mukaan", "koska", "hänen", "eivät", "koko", "jotka", "jossa", "noin", "eli", "ettei",
            "olen", "ennen", "kanssa", "yli",
        ],
        _ => &[],
    }
}
