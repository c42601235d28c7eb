//! Whose dollar, rupee or cent it is: what a document's text says about the currencies that a sign or a word leaves open.

use memchr::memmem;

use crate::language::Language;

use super::dollars;

/// What a document's text says of the currencies that a sign or a word leaves open; each is settled once.
pub(super) struct Practice<'t> {
    text: &'t str,
    language: Option<Language>,
    publication: Option<&'t str>,
    settled: Vec<(&'static str, Option<&'static str>)>,
}

/// Of a currency that several countries have, what names one of them in the text.
const NAMED: &[(&str, &[(&str, &str)])] = &[
    (
        "crown",
        &[
            ("Swedish", "SEK"),
            ("Sweden", "SEK"),
            ("Norwegian", "NOK"),
            ("Norway", "NOK"),
            ("Danish", "DKK"),
            ("Czech", "CZK"),
        ],
    ),
    (
        "dirham",
        &[
            ("UAE", "AED"),
            ("Emirates", "AED"),
            ("Dubai", "AED"),
            ("Abu Dhabi", "AED"),
            ("Morocc", "MAD"),
            ("Maroc", "MAD"),
        ],
    ),
    (
        "dinar",
        &[
            ("Kuwait", "KWD"),
            ("Jordan", "JOD"),
            ("Iraq", "IQD"),
            ("Algeria", "DZD"),
            ("Algérie", "DZD"),
            ("Tunisi", "TND"),
            ("Bahrain", "BHD"),
            ("Libya", "LYD"),
            ("Serbia", "RSD"),
        ],
    ),
    ("franc", &[("Swiss", "CHF"), ("Switzerland", "CHF"), ("French franc", "FRF")]),
    ("krone", &[("Norw", "NOK"), ("Danish", "DKK"), ("Denmark", "DKK")]),
    ("krona", &[("Swed", "SEK"), ("Iceland", "ISK")]),
    ("kwacha", &[("Zambia", "ZMW"), ("Malawi", "MWK")]),
    ("K", &[("Zambia", "ZMW"), ("Malawi", "MWK"), ("Papua", "PGK"), ("PNG", "PGK"), ("Myanmar", "MMK")]),
    ("P", &[("Philippine", "PHP"), ("Filipin", "PHP"), ("Manila", "PHP"), ("Botswana", "BWP"), ("Gaborone", "BWP")]),
    (
        "peso",
        &[
            ("Mexic", "MXN"),
            ("México", "MXN"),
            ("Argentin", "ARS"),
            ("Chile", "CLP"),
            ("Colombia", "COP"),
            ("Philippine", "PHP"),
            ("Manila", "PHP"),
            ("Urugua", "UYU"),
            ("Cuba", "CUP"),
            ("Dominican", "DOP"),
        ],
    ),
    (
        "cfa",
        &[
            ("Senegal", "XOF"),
            ("Sénégal", "XOF"),
            ("Ivory Coast", "XOF"),
            ("Ivoire", "XOF"),
            ("Burkina", "XOF"),
            ("Benin", "XOF"),
            ("Bénin", "XOF"),
            ("Togo", "XOF"),
            ("Camero", "XAF"),
            ("Gabon", "XAF"),
            ("Tchad", "XAF"),
            ("Brazzaville", "XAF"),
        ],
    ),
    ("rial", &[("Iran", "IRR"), ("Oman", "OMR"), ("Yemen", "YER")]),
    ("riyal", &[("Saudi", "SAR"), ("Qatar", "QAR"), ("Oman", "OMR")]),
    ("rupee", &[("India", "INR"), ("Pakistan", "PKR"), ("Sri Lanka", "LKR"), ("Nepal", "NPR"), ("Mauriti", "MUR")]),
    // Where no country is named.
    (
        "rupee in a city",
        &[
            ("Delhi", "INR"),
            ("Karachi", "PKR"),
            ("Lahore", "PKR"),
            ("Islamabad", "PKR"),
            ("Sindh", "PKR"),
            ("Colombo", "LKR"),
            ("Kathmandu", "NPR"),
        ],
    ),
    ("shilling", &[("Kenya", "KES"), ("Uganda", "UGX"), ("Tanzania", "TZS"), ("Somali", "SOS")]),
];

impl<'t> Practice<'t> {
    pub(super) const fn of(text: &'t str, language: Option<Language>, publication: Option<&'t str>) -> Self {
        Self { text, language, publication, settled: Vec::new() }
    }

    /// The code of a currency; none where the document leaves it open.
    pub(super) fn settle(&mut self, name: &'static str) -> Option<&'static str> {
        if name.len() == 3 && name.bytes().all(|byte| byte.is_ascii_uppercase()) {
            return Some(name);
        }
        if let Some((_, code)) = self.settled.iter().find(|(known, _)| *known == name) {
            return *code;
        }
        let is_dollar = matches!(name, "$" | "cent");
        let code = match self.publication {
            Some(publication) if is_dollar && dollars::may_be_own(publication) => None,
            _ => settle(self.text, self.language, name),
        };
        self.settled.push((name, code));
        code
    }
}

/// Whose a plain `$` is in Spanish: a peso in most countries that write so, but the American dollar if the text speaks of dollars and not
/// of pesos.
fn peso_or_dollar(text: &str) -> Option<&'static str> {
    if has(text, "peso") {
        return named(text, "peso");
    }
    dollar(text).filter(|_| has(text, "dólares") || has(text, "US$"))
}

fn has(text: &str, word: &str) -> bool {
    memmem::find(text.as_bytes(), word.as_bytes()).is_some()
}

fn settle(text: &str, language: Option<Language>, name: &str) -> Option<&'static str> {
    let has = |word: &str| has(text, word);
    match name {
        "$" if language == Some(Language::Spanish) => peso_or_dollar(text),
        "$" if language == Some(Language::French) && is_of_canada(text) => None,
        "$" => dollar(text),
        "cent" if matches!(language, Some(Language::German | Language::Dutch)) => cent_abroad(text),
        "cent" if !has("$") && (has("€") || has("euro")) => Some("EUR"),
        "cent" if is_of_another(text) => None,
        "cent" => dollar(text),
        "¥" if (has("yuan") || has("renminbi") || has("RMB")) && !has("yen") => Some("CNY"),
        "¥" => Some("JPY"),
        "pence" => ["£", "pence", "sterling", "Britain", "British"].iter().any(|word| has(word)).then_some("GBP"),
        "rupee" => rupee(text),
        _ => named(text, name),
    }
}

/// Whether a text in French speaks of Canada, whose papers call their own dollar so.
fn is_of_canada(text: &str) -> bool {
    ["Québec", "Montréal", "Canada", "Ottawa"].iter().any(|word| has(text, word))
}

/// Whose rupees: those of the one country that the text names, or whose city it names; India's if it names none, or counts in lakhs and
/// crores.
fn rupee(text: &str) -> Option<&'static str> {
    let is_of_india = || has(text, "India") && ["₹", "crore", "lakh"].iter().any(|word| has(text, word));
    let named = match countries(text, "rupee") {
        (None, _) => countries(text, "rupee in a city"),
        named => named,
    };
    match named {
        (None, _) => Some("INR"),
        (one, false) => one,
        (_, true) => is_of_india().then_some("INR"),
    }
}

/// Whose cents in German and Dutch: a euro's, but of a dollar where the text speaks of dollars and of no euros.
fn cent_abroad(text: &str) -> Option<&'static str> {
    let has = |words: [&str; 3]| words.iter().any(|word| has(text, word));
    match (has(["Dollar", "dollar", "$"]), has(["Euro", "euro", "€"])) {
        (false, _) => Some("EUR"),
        (true, false) => dollar(text),
        (true, true) => None,
    }
}

/// Whether the cents of a text belong to a currency other than the American dollar: all its dollars do, or it has none and comes from a
/// country that counts in rand or shillings.
fn is_of_another(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut signs = memchr::memchr_iter(b'$', bytes).peekable();
    if signs.peek().is_none() {
        return ["Johannesburg", "South Africa", "JSE", "Kenya"].iter().any(|word| has(text, word));
    }
    signs.all(|sign| {
        let before = &bytes[..sign];
        before.last().is_some_and(u8::is_ascii_uppercase) && !before.ends_with(b"US")
    })
}

/// The one country that the text names, of those that have the currency; none where it names two.
fn named(text: &str, name: &str) -> Option<&'static str> {
    let (one, has_another) = countries(text, name);
    one.filter(|_| !has_another)
}

/// The first country that the text names of those that have the currency, and whether it names another.
fn countries(text: &str, name: &str) -> (Option<&'static str>, bool) {
    let known = NAMED.iter().find(|(known, _)| *known == name).map_or(&[][..], |(_, countries)| countries);
    let mut found = None;
    for (word, code) in known {
        if found != Some(*code) && has(text, word) {
            if found.is_some() {
                return (found, true);
            }
            found = Some(*code);
        }
    }
    (found, false)
}

/// How far from an amount its conversion in brackets stands.
const CONVERTED: usize = 32;

/// Whose dollar a plain `$` is: the American one, unless the text sets `US$` apart from it. If `US$` comes first, a later `$` is short for
/// it.
fn dollar(text: &str) -> Option<&'static str> {
    let bytes = text.as_bytes();
    let mut plain = None;
    for sign in memchr::memchr_iter(b'$', bytes) {
        let before = &bytes[..sign];
        if before.ends_with(b"US") || before.ends_with(b"U.S.") {
            return plain.is_none().then_some("USD");
        }
        let letters = before.iter().rev().take(2).take_while(|byte| byte.is_ascii_uppercase()).count();
        // `$40 (C$52)`: what is converted into another dollar is the American one.
        if letters > 0 && before[..sign - letters].ends_with(b"(") && plain.is_some_and(|last| sign - last <= CONVERTED)
        {
            return Some("USD");
        }
        if !before.last().is_some_and(u8::is_ascii_alphabetic) {
            plain = Some(sign);
        }
    }
    Some("USD")
}
