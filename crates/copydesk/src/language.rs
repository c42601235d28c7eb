//! The language of a text, from its function words: just enough to gate the rules.
//!
//! A handful of very frequent words per language are counted in a sample. The answer is *unknown* unless one language is clearly ahead,
//! because a wrong language lets rules loose on text they were not made for.

use serde::Serialize;

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
    pub const ALL: [Self; 6] =
        [Self::English, Self::German, Self::Dutch, Self::Spanish, Self::Portuguese, Self::French];

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
        Self::ALL.into_iter().find(|language| language.code() == code)
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

/// A table from a word of at most eight bytes to the languages that have it, built once at compile time.
static TABLE: WordTable = WordTable::new();

const SLOTS: usize = 1024;

struct WordTable {
    keys: [u64; SLOTS],
    languages: [u8; SLOTS],
}

impl WordTable {
    const fn new() -> Self {
        let mut table = Self { keys: [0; SLOTS], languages: [0; SLOTS] };
        let mut l = 0;
        while l < Language::ALL.len() {
            let words = Language::ALL[l].function_words();
            let mut w = 0;
            while w < words.len() {
                let key = key(words[w].as_bytes());
                let mut slot = slot(key);
                while table.keys[slot] != 0 && table.keys[slot] != key {
                    slot = (slot + 1) % SLOTS;
                }
                table.keys[slot] = key;
                table.languages[slot] |= 1 << l;
                w += 1;
            }
            l += 1;
        }
        table
    }

    /// The languages that have this word, one bit each.
    fn get(&self, key: u64) -> u8 {
        let mut slot = slot(key);
        while self.keys[slot] != 0 {
            if self.keys[slot] == key {
                return self.languages[slot];
            }
            slot = (slot + 1) % SLOTS;
        }
        0
    }
}

const fn key(word: &[u8]) -> u64 {
    assert!(word.len() <= 8);
    let mut key = 0;
    let mut i = 0;
    while i < word.len() {
        key = key << 8 | word[i] as u64;
        i += 1;
    }
    key
}

const fn slot(key: u64) -> usize {
    (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 54) as usize % SLOTS
}

/// How much of the text is read: three windows of this many bytes. Cover pages and footers in another language do not decide alone.
const WINDOW: usize = 700;
/// The least number of function words that an answer needs.
const ENOUGH: u32 = 3;

/// The language of `text`, where its function words say so clearly.
pub(crate) fn detect(text: &str) -> Option<Language> {
    detect_bytes(text.as_bytes())
}

/// The same for bytes that may start and end inside a character.
pub(crate) fn detect_bytes(bytes: &[u8]) -> Option<Language> {
    let mut counts = [0_u32; Language::ALL.len()];
    let mut words = 0;
    if bytes.len() <= 3 * WINDOW {
        words += count(bytes, &mut counts);
    } else {
        for start in [0, bytes.len() / 2 - WINDOW / 2, bytes.len() - WINDOW] {
            words += count(&bytes[start..start + WINDOW], &mut counts);
        }
    }
    let best = (0..counts.len()).max_by_key(|&i| counts[i])?;
    let second = (0..counts.len()).filter(|&i| i != best).map(|i| counts[i]).max()?;
    // Running text in any of the six has a function word in every three to four words; a list of names, a table or a seventh language
    // has far fewer.
    let clear = counts[best] >= ENOUGH && counts[best] * 4 >= second * 5 + 4 && counts[best] * 8 >= words;
    clear.then_some(Language::ALL[best])
}

/// Counts function words in `bytes`, which may start and end inside a word or a character; returns the number of words.
fn count(bytes: &[u8], counts: &mut [u32; Language::ALL.len()]) -> u32 {
    let mut words = 0;
    let mut key = 0_u64;
    let mut len = 0;
    for &byte in bytes.iter().chain(b" ") {
        let letter = byte.is_ascii_alphabetic() || byte >= 0x80;
        if letter {
            // Lower case for ASCII; the other function words begin in lower case anyway in running text.
            key = key << 8 | u64::from(if byte < 0x80 { byte | 0x20 } else { byte });
            len += 1;
        } else {
            if len > 0 {
                words += 1;
                if len <= 8 {
                    let languages = TABLE.get(key);
                    if languages != 0 {
                        for (i, count) in counts.iter_mut().enumerate() {
                            *count += u32::from(languages >> i & 1);
                        }
                    }
                }
            }
            key = 0;
            len = 0;
        }
    }
    words
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
