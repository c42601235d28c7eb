//! The language of a text, from its function words: just enough to gate the rules.
//!
//! A handful of very frequent words per language are counted in a sample. The answer is *unknown* unless one language is clearly ahead,
//! because a wrong language lets rules loose on text they were not made for.

mod counter;

use serde::Serialize;

use crate::names::UnknownName;
use counter::Counts;

/// A language that the rules know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum Language {
    /// English.
    #[serde(rename = "en")]
    English,
    /// German.
    #[serde(rename = "de")]
    German,
    /// Dutch.
    #[serde(rename = "nl")]
    Dutch,
    /// Spanish.
    #[serde(rename = "es")]
    Spanish,
    /// Portuguese.
    #[serde(rename = "pt")]
    Portuguese,
    /// French.
    #[serde(rename = "fr")]
    French,
}

impl Language {
    /// Every language, in order.
    pub const ALL: &[Self] = &[Self::English, Self::German, Self::Dutch, Self::Spanish, Self::Portuguese, Self::French];

    /// Its ISO 639-1 code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
            Self::Dutch => "nl",
            Self::Spanish => "es",
            Self::Portuguese => "pt",
            Self::French => "fr",
        }
    }

    /// The language with this ISO 639-1 code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|language| language.code() == code)
    }

    /// The language with this ISO 639-1 code, or an error that names those that there are.
    ///
    /// # Errors
    /// [`UnknownName`] if no language has the code.
    pub fn find(code: &str) -> Result<Self, UnknownName> {
        let known = Self::ALL.iter().map(|language| language.code());
        Self::from_code(code).ok_or_else(|| UnknownName::new("language", code, known))
    }

    /// Very frequent words that few of the other languages share. Words that two of them have (`de`, `en`, `la`) are given to both: they
    /// then cannot decide between the two, but still tell them from a third.
    const fn function_words(self) -> &'static [&'static str] {
        match self {
            Self::English => &[
                "the", "of", "and", "to", "that", "is", "was", "for", "with", "has", "have", "be", "are", "by", "from",
                "at", "his", "it", "this", "were", "had", "said", "which", "their", "they", "who", "been", "not",
                "but", "will", "would", "an", "on", "as", "in", "he", "you", "we", "or", "its", "after", "more",
            ],
            Self::German => &[
                "der", "die", "und", "den", "das", "von", "mit", "sich", "des", "dem", "nicht", "ein", "eine", "ist",
                "auf", "im", "auch", "als", "wird", "sind", "bei", "nach", "zu", "für", "einen", "hat", "werden",
                "aus", "wie", "zum", "zur", "er", "in", "war", "noch", "über",
            ],
            Self::Dutch => &[
                "het", "een", "van", "en", "de", "dat", "is", "op", "te", "zijn", "met", "voor", "niet", "aan", "er",
                "ook", "als", "bij", "door", "maar", "naar", "heeft", "om", "over", "uit", "wordt", "nog", "in", "hij",
                "die", "was", "ze", "wel",
            ],
            Self::Spanish => &[
                "el", "los", "las", "que", "de", "la", "y", "en", "un", "una", "por", "con", "para", "su", "se", "del",
                "al", "es", "como", "más", "pero", "sus", "le", "ha", "este", "lo", "sobre", "fue", "no", "entre",
                "ya",
            ],
            Self::Portuguese => &[
                "o", "os", "que", "de", "do", "da", "dos", "das", "em", "um", "uma", "não", "para", "com", "por", "no",
                "na", "ao", "se", "foi", "mais", "são", "à", "pelo", "pela", "seu", "sua", "é", "ele", "a", "e", "nos",
            ],
            Self::French => &[
                "le", "les", "des", "et", "est", "du", "de", "la", "que", "une", "un", "dans", "pour", "qui", "sur",
                "par", "au", "avec", "pas", "plus", "ne", "ce", "il", "son", "sont", "aux", "en", "a", "été", "cette",
                "mais",
            ],
        }
    }
}

/// How much of the text is read: three windows of this many bytes. Cover pages and footers in another language do not decide alone.
const WINDOW: usize = 700;
/// The least number of function words that an answer needs.
const ENOUGH: u32 = 3;

/// The language of `text`, where its function words say so clearly.
pub(crate) fn detect(text: &str) -> Option<Language> {
    let bytes = text.as_bytes();
    if bytes.len() <= 3 * WINDOW {
        return detect_all(bytes);
    }
    let mut counts = Counts::default();
    for start in [0, bytes.len() / 2 - WINDOW / 2, bytes.len() - WINDOW] {
        counts.add(&bytes[start..start + WINDOW]);
    }
    decide(counts).or_else(|| detect_inside(bytes))
}

/// The language of the running text of a page: its menu and its footer are lists of titles and names, and fill two of the three windows.
///
/// Five windows are looked at, each alone. One that is running text says so by many more function words than the sum needs; where two
/// languages are told, the answer is neither.
fn detect_inside(bytes: &[u8]) -> Option<Language> {
    let mut found = None;
    for quarter in 0..=4 {
        let start = (bytes.len() - WINDOW) / 4 * quarter;
        let mut counts = Counts::default();
        counts.add(&bytes[start..start + WINDOW]);
        let Some(language) = decide_alone(&counts) else { continue };
        if found.is_some_and(|before| before != language) {
            return None;
        }
        found = Some(language);
    }
    found
}

/// The same for a short passage, all of it.
pub(crate) fn detect_all(bytes: &[u8]) -> Option<Language> {
    let mut counts = Counts::default();
    counts.add(bytes);
    decide(counts)
}

/// The language with the most function words, how many it has, and how many the one after it.
fn best_two(counts: &Counts) -> Option<(usize, u32, u32)> {
    let counts = &counts.languages;
    let best = (0..counts.len()).max_by_key(|&i| counts[i])?;
    let second = (0..counts.len()).filter(|&i| i != best).map(|i| counts[i]).max()?;
    Some((best, counts[best], second))
}

fn decide(counts: Counts) -> Option<Language> {
    let (best, most, second) = best_two(&counts)?;
    // Running text in any of the six has a function word in every three to four words; a list of names, a table or a seventh language
    // has far fewer.
    let clear = most >= ENOUGH && most * 4 >= second * 5 + 4 && most * 8 >= counts.words;
    clear.then_some(Language::ALL[best])
}

/// The same for one window by itself, which must be clearer: twice as many as the next language, and one word in six.
fn decide_alone(counts: &Counts) -> Option<Language> {
    const ENOUGH_ALONE: u32 = 12;
    let (best, most, second) = best_two(counts)?;
    let clear = most >= ENOUGH_ALONE && most >= second * 2 && most * 6 >= counts.words;
    clear.then_some(Language::ALL[best])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_unknown_where_it_is() {
        assert_eq!(detect(""), None);
        assert_eq!(detect("Milan 3, Roma 1; Lazio 2, Napoli 2"), None);
        assert_eq!(detect("Kwa mujibu wa taarifa hiyo, wananchi walikusanyika mapema asubuhi"), None);
        assert_eq!(detect("市長は会見で計画を発表した。"), None);
    }

    #[test]
    fn reads_the_body_of_a_page_between_its_menu_and_its_footer() {
        let menu =
            "Home News Sport Business Weather Travel Puzzles Jobs Homes Motors Obituaries Video Galleries ".repeat(9);
        let body = "The mayor said that the harbour would be closed for the week after the storm. It was the third time \
                    in a year that the ferry had to stay in, and the owner of the boat yard has asked for help. ";
        let of = |body: &str| detect(&format!("{menu}{body}{menu}")).map(Language::code);
        assert_eq!(of(&body.repeat(6)), Some("en"));
        let swahili =
            "Meya alisema kwamba bandari itafungwa kwa wiki moja baada ya dhoruba iliyopiga visiwa vya kusini. ";
        assert_eq!(of(&swahili.repeat(12)), None);
        assert_eq!(of(&menu), None);
        let german =
            "Der Hafen wird nach dem Sturm für eine Woche geschlossen, und die Fähre ist auch nicht zu haben. ";
        assert_eq!(of(&format!("{}{}", body.repeat(8), german.repeat(15))), None);
    }

    #[test]
    fn tells_the_six_apart() {
        for (code, text) in [
            ("en", "The mayor said that the harbour would be closed for the week after the storm."),
            ("de", "Der Bürgermeister sagte, dass der Hafen nach dem Sturm für eine Woche geschlossen wird."),
            ("nl", "De burgemeester zei dat de haven na de storm een week lang niet open is voor het verkeer."),
            ("es", "El alcalde dijo que el puerto se cierra por una semana a causa de la tormenta en las islas."),
            (
                "pt",
                "O prefeito disse que o porto não abre por uma semana por causa da tempestade que atingiu os bairros do sul.",
            ),
            (
                "fr",
                "Le maire a annoncé que le port est fermé pour une semaine dans les quartiers qui bordent le fleuve.",
            ),
        ] {
            assert_eq!(detect(text).map(Language::code), Some(code), "{text}");
        }
    }
}
