//! The language of a text, from its function words or its letters: just enough to decide which rules run.
//!
//! A handful of very frequent words per language are counted in a sample. If there are none, the letters decide. The answer is *unknown*
//! unless one language is clearly ahead: a wrong language would apply rules to text they were not made for.

mod counter;
mod script;
mod words;

use serde::Serialize;

use crate::names::UnknownName;
use counter::Counts;
use words::WORDED;

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
    /// Italian.
    #[serde(rename = "it")]
    Italian,
    /// Swedish.
    #[serde(rename = "sv")]
    Swedish,
    /// Danish.
    #[serde(rename = "da")]
    Danish,
    /// Norwegian, in either of its written forms, where it can be told apart.
    #[serde(rename = "no")]
    Norwegian,
    /// Finnish.
    #[serde(rename = "fi")]
    Finnish,
    /// Japanese.
    #[serde(rename = "ja")]
    Japanese,
    /// Chinese.
    #[serde(rename = "zh")]
    Chinese,
    /// Korean.
    #[serde(rename = "ko")]
    Korean,
    /// Arabic.
    #[serde(rename = "ar")]
    Arabic,
    /// Hebrew.
    #[serde(rename = "he")]
    Hebrew,
    /// Urdu.
    #[serde(rename = "ur")]
    Urdu,
    /// Bengali.
    #[serde(rename = "bn")]
    Bengali,
    /// Russian.
    #[serde(rename = "ru")]
    Russian,
}

impl Language {
    /// Every language, in order.
    pub const ALL: &[Self] = &[
        Self::English,
        Self::German,
        Self::Dutch,
        Self::Spanish,
        Self::Portuguese,
        Self::French,
        Self::Italian,
        Self::Swedish,
        Self::Danish,
        Self::Norwegian,
        Self::Finnish,
        Self::Japanese,
        Self::Chinese,
        Self::Korean,
        Self::Arabic,
        Self::Hebrew,
        Self::Urdu,
        Self::Bengali,
        Self::Russian,
    ];

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
            Self::Italian => "it",
            Self::Swedish => "sv",
            Self::Danish => "da",
            Self::Norwegian => "no",
            Self::Finnish => "fi",
            Self::Japanese => "ja",
            Self::Chinese => "zh",
            Self::Korean => "ko",
            Self::Arabic => "ar",
            Self::Hebrew => "he",
            Self::Urdu => "ur",
            Self::Bengali => "bn",
            Self::Russian => "ru",
        }
    }

    /// The language with this ISO 639-1 code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|language| language.code() == code)
    }

    /// The language with this ISO 639-1 code, or an error that lists the known codes.
    ///
    /// # Errors
    /// [`UnknownName`] if no language has the code.
    pub fn find(code: &str) -> Result<Self, UnknownName> {
        let known = Self::ALL.iter().map(|language| language.code());
        Self::from_code(code).ok_or_else(|| UnknownName::new("language", code, known))
    }

    /// Whether rules were made for it beyond those on characters, and read on real text in it. The others are known so that no rule takes
    /// them for one of these.
    pub(crate) const fn has_rules(self) -> bool {
        matches!(self, Self::English | Self::German | Self::Dutch | Self::Spanish | Self::Portuguese | Self::French)
    }

    /// Whether it writes the day before the month where a date is all figures, always. In English it depends on the country; Chinese,
    /// Japanese and Korean begin with the year.
    pub(crate) const fn writes_day_first(self) -> bool {
        !matches!(self, Self::English | Self::Chinese | Self::Japanese | Self::Korean)
    }
}

/// How much of the text is read: three windows of this many bytes. Cover pages and footers in another language do not decide alone.
const WINDOW: usize = 700;
/// The least number of function words that an answer needs.
const ENOUGH: u32 = 3;

/// The language of `text`, where its function words or its letters say so clearly.
pub(crate) fn detect(text: &str) -> Option<Language> {
    let bytes = text.as_bytes();
    if bytes.len() >= 2 * PROBES * PROBE
        && let Some(language) = probe(bytes)
    {
        return Some(language);
    }
    if bytes.len() <= 3 * WINDOW {
        return detect_all(bytes);
    }
    let sample = [0, bytes.len() / 2 - WINDOW / 2, bytes.len() - WINDOW].map(|start| &bytes[start..start + WINDOW]);
    let mut counts = Counts::default();
    sample.iter().for_each(|window| counts.add(window));
    decide(&counts).or_else(|| script::detect(sample)).or_else(|| detect_inside(bytes))
}

/// How many places are probed, and how many bytes at each.
const PROBES: usize = 4;
const PROBE: usize = 96;

/// The language of an article that is running text in one language from end to end, as most are: a few lines from four places tell it
/// so clearly that nothing else needs to be read, or those from four more between them. One that is in two languages, or half a menu, is
/// not clear.
fn probe(bytes: &[u8]) -> Option<Language> {
    const ENOUGH_IN_PROBES: u32 = 12;
    let mut counts = Counts::default();
    (0..2).find_map(|round| {
        for place in 0..PROBES {
            let start = (bytes.len() - PROBE) * (2 * place + 1 - round) / (2 * PROBES);
            counts.add(&bytes[start..start + PROBE]);
        }
        let Lead { language, most, second } = lead(&counts)?;
        let clear = most >= ENOUGH_IN_PROBES && most >= second * 2 && most * 6 >= counts.words;
        clear.then_some(language)
    })
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
    decide(&counts).or_else(|| script::detect([bytes]))
}

/// The language that the annotations of a short text may read it in, where it has too few words for [`detect`] to say: English, if it has
/// English function words and more of them than of any other language. Nothing is repaired on so little, but a sentence alone has a right to
/// its figures.
pub(crate) fn of_short(text: &str) -> Option<Language> {
    const SHORT: usize = 400;
    let foreign = |c: char| !c.is_ascii() && c.is_alphabetic();
    if text.len() > SHORT || !text.is_ascii() && text.contains(foreign) {
        return None;
    }
    let mut counts = Counts::default();
    counts.add(text.as_bytes());
    let Lead { language, most, second } = lead(&counts)?;
    let clear = most > second && most * 8 >= counts.words;
    (language == Language::English && clear).then_some(language)
}

/// Whether a passage is in this language, as far as its beginning tells: running text does so within a line or two.
pub(crate) fn begins_in(passage: &[u8], language: Language) -> bool {
    const BEGINNING: usize = 160;
    const ENOUGH_IN_BEGINNING: u32 = 4;
    let mut counts = Counts::default();
    counts.add(&passage[..passage.len().min(BEGINNING)]);
    lead(&counts).is_some_and(|lead| {
        lead.language == language
            && lead.most >= ENOUGH_IN_BEGINNING
            && lead.most >= lead.second * 2
            && lead.most * 6 >= counts.words
    })
}

/// How far ahead the language with the most function words is.
struct Lead {
    language: Language,
    most: u32,
    /// How many the next has that is no kin of it.
    second: u32,
}

/// The leading language; none where it is not clear which of several kin it is.
///
/// Danish, Norwegian and Swedish have most of their function words in common, so that one is never far ahead of the others: there it
/// is the difference that must be enough, not the ratio.
fn lead(counts: &Counts) -> Option<Lead> {
    const ENOUGH_APART: u32 = 3;
    const IN_COMMON: u32 = 12;
    let (place, &most) = counts.languages.iter().enumerate().max_by_key(|&(_, count)| *count)?;
    // The neighbours come last, and are no language to be named.
    let language = *WORDED.get(place)?;
    let (mut kin, mut second) = (0, 0);
    for (other, &count) in counts.languages.iter().enumerate().filter(|&(other, _)| other != place) {
        let is_kin = WORDED.get(other).is_some_and(|&other| are_kin(language, other));
        let most = if is_kin { &mut kin } else { &mut second };
        *most = count.max(*most);
    }
    let apart = kin == 0 || most - kin >= ENOUGH_APART && (most - kin) * IN_COMMON >= most;
    apart.then_some(Lead { language, most, second })
}

/// Whether two languages share most of their function words.
fn are_kin(one: Language, other: Language) -> bool {
    let northern = |language| matches!(language, Language::Danish | Language::Norwegian | Language::Swedish);
    northern(one) && northern(other)
}

fn decide(counts: &Counts) -> Option<Language> {
    let Lead { language, most, second } = lead(counts)?;
    // Running text has a function word in every three to four words; a list of names, a table or another language has far fewer. Finnish
    // has endings where the others have words.
    let one_in = if language == Language::Finnish { 10 } else { 8 };
    let clear = most >= ENOUGH && most * 4 >= second * 5 + 4 && most * one_in >= counts.words;
    clear.then_some(language)
}

/// The same for one window by itself, which must be clearer: twice as many as the next language, and one word in six.
fn decide_alone(counts: &Counts) -> Option<Language> {
    const ENOUGH_ALONE: u32 = 12;
    let Lead { language, most, second } = lead(counts)?;
    let clear = most >= ENOUGH_ALONE && most >= second * 2 && most * 6 >= counts.words;
    clear.then_some(language)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_unknown_where_it_is() {
        assert_eq!(detect(""), None);
        assert_eq!(detect("Milan 3, Roma 1; Lazio 2, Napoli 2"), None);
        assert_eq!(detect("Kwa mujibu wa taarifa hiyo, wananchi walikusanyika mapema asubuhi"), None);
    }

    #[test]
    fn a_sentence_alone_may_be_english() {
        for text in ["It cost $5 million.", "The level fell to -5 degrees.", "“We lost £3m,” he said."] {
            assert_eq!((detect(text), of_short(text)), (None, Some(Language::English)), "{text}");
        }
        for text in ["", "Milan 3, Roma 1", "Ha costado $5 millones.", "Es kostete 5 Millionen.", "Það kostar 5 að"]
        {
            assert_eq!(of_short(text), None, "{text}");
        }
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
    fn tells_them_by_their_words() {
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
            (
                "it",
                "Il sindaco ha detto che il porto resta chiuso per una settimana dopo la tempesta, e non è la prima volta.",
            ),
            (
                "sv",
                "Borgmästaren säger att hamnen är stängd i en vecka efter stormen, och det är inte första gången för staden.",
            ),
            (
                "da",
                "Borgmesteren siger, at havnen er lukket i en uge efter stormen, og at det ikke bliver sidste gang, som \
                 nogle af fiskerne havde håbet.",
            ),
            (
                "no",
                "Ordføreren sier at havnen er stengt i en uke etter stormen, og at det ikke blir den siste gangen, slik \
                 noen av fiskerne hadde håpet.",
            ),
            (
                "fi",
                "Kaupunginjohtaja sanoi, että satama on kiinni viikon ja myös lautta seisoo, mutta vain jos myrsky ei \
                 ole ohi.",
            ),
        ] {
            assert_eq!(detect(text).map(Language::code), Some(code), "{text}");
        }
    }

    #[test]
    fn one_of_several_kin_or_none() {
        let either = "Havnen er lukket, og det er ikke godt for dem som har båd på øen, men de kan se, hvor det går.";
        assert_eq!(detect(either), None);
        for text in [
            "Linnapea ütles, et sadam on nädala suletud ja ka praam ei sõida, kui torm ei ole selleks ajaks möödas ning lained vaiki.",
            "Borgarstjórinn sagði að höfnin væri lokuð í viku og að það sé ekki í fyrsta sinn sem skip liggja við bryggju.",
            "Borgarstjórin segði, at havnin er stongd í eina viku, og at hetta er ikki fyrstu ferð, sum báturin ikki siglir við fólki.",
        ] {
            assert_eq!(detect(text), None, "{text}");
        }
    }

    #[test]
    fn tells_them_by_their_letters() {
        for (code, text) in [
            ("ja", "市長は会見で計画を発表した。港は一週間閉鎖される。"),
            ("zh", "市长在会上说，暴风雨过后港口将关闭一周，渡轮停航。"),
            ("ko", "시장은 폭풍이 지난 뒤 항구를 일주일 동안 닫는다고 말했다."),
            ("ar", "قال رئيس البلدية إن الميناء سيبقى مغلقا لمدة أسبوع بعد العاصفة."),
            ("he", "ראש העיר אמר כי הנמל ייסגר לשבוע אחרי הסערה."),
            ("ur", "میئر نے کہا کہ طوفان کے بعد بندرگاہ ایک ہفتے تک بند رہے گی اور کشتیاں نہیں چلیں گی۔"),
            ("bn", "মেয়র বলেছেন, ঝড়ের পরে বন্দর এক সপ্তাহ বন্ধ থাকবে।"),
            ("ru", "Мэр заявил, что после бури порт будет закрыт на неделю, а паромы выйдут позже."),
        ] {
            assert_eq!(detect(text).map(Language::code), Some(code), "{text}");
        }
    }

    #[test]
    fn another_language_of_the_same_script_is_unknown() {
        for text in [
            // Ukrainian, Bulgarian, Serbian.
            "Мер заявив, що після бурі порт буде закрито на тиждень, а пороми вийдуть пізніше.",
            "Кметът заяви, че след бурята пристанището ще бъде затворено за една седмица.",
            "Градоначелник је рекао да ће лука бити затворена недељу дана после олује.",
            // Persian, Pashto.
            "شهردار گفت که پس از توفان بندر یک هفته بسته می‌ماند و کشتی‌ها حرکت نمی‌کنند.",
            "ښاروال وویل چې له توپان وروسته به بندر یوه اونۍ تړلی وي.",
            // Yiddish, Assamese, Greek, Thai.
            "דער בירגערמײַסטער האָט געזאָגט אַז דער פּאָרט װעט זײַן פֿאַרמאַכט אַ װאָך.",
            "মেয়ৰে কৈছে যে ধুমুহাৰ পিছত বন্দৰ এসপ্তাহ বন্ধ থাকিব।",
            "Ο δήμαρχος είπε ότι το λιμάνι θα μείνει κλειστό για μία εβδομάδα.",
            "นายกเทศมนตรีกล่าวว่าท่าเรือจะปิดหนึ่งสัปดาห์หลังพายุ",
        ] {
            assert_eq!(detect(text), None, "{text}");
        }
        assert_eq!(detect("Team 東京, 3 : Team 大阪, 2, and so on"), None);
    }

    #[test]
    fn what_is_clear_in_four_places_is_not_read_whole() {
        let english = "The mayor said that the harbour would be closed for the week after the storm. ";
        let german = "Der Hafen wird nach dem Sturm für eine Woche geschlossen, und die Fähre ist auch nicht da. ";
        assert_eq!(detect(&english.repeat(40)), Some(Language::English));
        assert_eq!(detect(&format!("{}{}", english.repeat(20), german.repeat(18))), None);
    }
}
