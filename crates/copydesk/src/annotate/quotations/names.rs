//! Names: the fullest form of one in the text, and whom a pronoun stands for.

use memchr::memmem;

use crate::blocks::bylines::{NAMES_IN_ING, begins_as_name};
use crate::keys::{Words, words as word_table};
use crate::language::Language;
use crate::letters::floor_char_boundary;

use super::gender::Gender;
use super::phrase;
use super::tokens::Token;
use super::traits::Traits;
use super::words::{self, Tag};

/// How many bytes of the text are searched for the fullest form of a name. Articles are shorter. A file that was wrongly taken for one
/// article is not.
const SEARCHED: usize = 64 * 1024;

/// How many names of a document are looked for, and remembered.
const REMEMBERED: usize = 64;

/// How many words a full name may have.
pub(super) const WORDS: usize = 4;

/// The names of one document, as far as they were asked for.
pub(super) struct Names<'t> {
    /// The last word of a name, whether `the` stands before it, and its fullest form.
    known: Vec<(&'t str, bool, Fullest<'t>)>,
    language: Option<Language>,
}

/// The fullest form of a name.
#[derive(Clone, Copy)]
struct Fullest<'t> {
    name: Option<&'t str>,
    /// Whether a man and a woman share the surname: `Mr Doe` and `Mrs Doe`.
    shared: bool,
}

impl<'t> Fullest<'t> {
    /// The fullest form of a mention, if both can be the same person: `Mrs Doe` is not John Doe.
    fn of(self, mention: &'t str) -> &'t str {
        let Some(name) = self.name else { return mention };
        let gender = mention.split_once(is_space).and_then(|(title, _)| Gender::of_title(title));
        let same = match Gender::of_name(name) {
            _ if gender.is_none() => true,
            None => !self.shared,
            of_name => of_name == gender,
        };
        if same { name } else { mention }
    }
}

impl<'t> Names<'t> {
    pub(super) fn of(language: Option<Language>) -> Self {
        Self { known: Vec::new(), language }
    }

    /// The name of a mention: its fullest form in the text, if the text has only one.
    pub(super) fn name(&mut self, text: &'t str, mention: &'t str) -> &'t str {
        let last = mention.rsplit(is_space).next().unwrap_or(mention);
        // `Doe`, `Mr Doe`. What has a first name needs no fuller form.
        let titles =
            mention[..mention.len() - last.len()].split(is_space).all(|word| word.is_empty() || is_title(word));
        // `Pope Leo`, `Queen Joan`: they have no other name.
        let alone = mention.split_once(is_space).is_some_and(|(first, _)| ALONE.contains(&first));
        if !titles || alone || !last.starts_with(char::is_uppercase) || last.len() < 3 || words::tag(last) != Tag::Word
        {
            return mention;
        }
        let article = mention.starts_with("the ") || mention.starts_with("The ");
        if let Some((.., full)) = self.known.iter().find(|known| (known.0, known.1) == (last, article)) {
            return full.of(mention);
        }
        if self.known.len() == REMEMBERED {
            return mention;
        }
        let full = fullest(text, last, article, self.language);
        self.known.push((last, article, full));
        full.of(mention)
    }
}

/// Titles that stand before a first name alone.
const ALONE: [&str; 11] =
    ["Emperor", "King", "Pope", "Prince", "Princess", "Queen", "Saint", "Sister", "St", "St.", "Sultan"];

/// The only form of the name that has a first name before it, as the text first has it. If the name stands with `the` (`article`), so must the
/// full form (`the Courier`, `the Norhaven Courier`).
fn fullest<'t>(text: &'t str, name: &str, article: bool, language: Option<Language>) -> Fullest<'t> {
    const NONE: Fullest<'_> = Fullest { name: None, shared: false };
    let text = &text[..floor_char_boundary(text, SEARCHED)];
    let (mut his, mut hers) = (false, false);
    let (mut found, mut articled): (Option<&str>, bool) = (None, false);
    for at in memmem::find_iter(text.as_bytes(), name) {
        let end = at + name.len();
        let inside = text[..at].ends_with(|c: char| !c.is_whitespace())
            || text[end..].starts_with(|c: char| c.is_alphanumeric() || c == '-');
        if inside {
            continue;
        }
        // `Norhaven-based Brook` is a firm, whoever else has the name.
        let Some((start, title)) = first_names(text, at) else { return NONE };
        (his, hers) = (his || title == Some(Gender::He), hers || title == Some(Gender::She));
        let Some(start) = past_opening(text, start, at, language) else { continue };
        let full = without_office(text, start, end, language);
        // An initial alone, as in `J. Doe`, is no first name.
        if start == at || full.len() - name.len() <= 3 {
            continue;
        }
        articled |= text[..start].ends_with("the ") || text[..start].ends_with("The ");
        match found {
            Some(known) if known.ends_with(full) => {}
            Some(known) if full.ends_with(known) => found = Some(full),
            Some(known) if is_same_but_initials(known, full) => found = Some(better(known, full)),
            Some(_) => return NONE,
            None => found = Some(full),
        }
    }
    Fullest { name: found.filter(|_| articled || !article), shared: his && hers }
}

/// Where the first names before the name at `at` begin (at `at` itself if there are none), and the gender of a title right before it. `None` if
/// the name is a firm's.
fn first_names(text: &str, at: usize) -> Option<(usize, Option<Gender>)> {
    let (mut start, mut title) = (at, None);
    for _ in 1..WORDS {
        let Some(before) = text[..start].strip_suffix(is_space) else { break };
        let from = before
            .rfind(|c: char| c.is_whitespace() || matches!(c, '"' | '“' | '(' | '—' | '–'))
            .map_or(0, |space| space + before[space..].chars().next().map_or(1, char::len_utf8));
        let word = &before[from..];
        let initial = word.len() == 2 && word.ends_with('.');
        let plain = word.chars().all(|c| c.is_alphabetic() || c == '-' || c == '’' || c == '\'');
        let first = word.starts_with(char::is_uppercase) && (initial || plain && words::tag(word) == Tag::Word);
        if start == at {
            if first && is_compound(word, FIRMS) {
                return None;
            }
            title = Gender::of_title(word);
        }
        if first && is_lead_in(word, &text[..from]) {
            start = from;
            break;
        }
        if !first
            || start < at && is_of_office(word)
            || is_title(word)
            || is_no_name(word, &text[..from])
            || word.ends_with(['\'', '’'])
            || word.ends_with("'s")
            || word.ends_with("’s")
            || word.chars().all(char::is_uppercase) && !initial
        {
            break;
        }
        start = from;
    }
    Some((start, title))
}

/// Where the first names begin that reach from `start` to the name at `at`, if the first word of a sentence may be among them. Only English has
/// lists that tell such a word from a name. In languages whose names have two words, the word behind it is the first name. In the others
/// nobody can tell: `None`.
fn past_opening(text: &str, start: usize, at: usize, language: Option<Language>) -> Option<usize> {
    if language == Some(Language::English) || start == at || !is_opening(&text[..start]) {
        return Some(start);
    }
    let next = text[start..at].find(is_space).map(|space| start + space + 1)?;
    (next < at && text.is_char_boundary(next) && is_of_two(language)).then_some(next)
}

/// Whether a word is a first name in the capitals with which some papers begin a text: `JANE Doe has`.
fn is_lead_in(word: &str, before: &str) -> bool {
    let leads = word.len() > 2 && word.bytes().all(|byte| byte.is_ascii_uppercase());
    leads && (before.is_empty() || before.ends_with('\n')) && begins_as_name(word)
}

/// Whether a word before a first name ends the name of what the person works for: `president of the Central Bank Jane Doe`, `minister for
/// Economic Affairs Jane Doe`.
fn is_of_office(word: &str) -> bool {
    BODIES.has(word) || ["Affairs", "Asia", "East", "Markets", "Nations", "Policy", "Presidency"].contains(&word)
}

/// Whether most names in the language have one first name and one surname.
fn is_of_two(language: Option<Language>) -> bool {
    matches!(language, Some(Language::German | Language::Dutch))
}

/// Whether a sentence begins right behind the text.
fn is_opening(before: &str) -> bool {
    let text = before.trim_end();
    let bare = text.trim_end_matches(['"', '”', '“', '»', '«', '’', '\'']);
    before[text.len()..].contains('\n') || bare.is_empty() || bare.ends_with(['.', '!', '?'])
}

/// Whether a word with a capital is no first name, by its form or its place: `Forcing Doe to`, `Reportedly Doe`, `Norhaven-based Doe`.
fn is_no_name(word: &str, before: &str) -> bool {
    let formed = word.len() > 5 && word.ends_with("ing") && !NAMES_IN_ING.contains(&word);
    is_compound(word, PEOPLE)
        || is_compound(word, FIRMS)
        || NO_NAMES.has(word)
        || words::is_opening_adverb(word.as_bytes())
        || formed && is_opening(before)
}

/// Whether a hyphen joins a word to one of these: `Norhaven-based`.
fn is_compound(word: &str, seconds: &[&str]) -> bool {
    word.rsplit_once('-').is_some_and(|(_, second)| seconds.iter().any(|known| known.eq_ignore_ascii_case(second)))
}

/// What is said of firms before their names, and what is said of people.
const FIRMS: &[&str] = &["backed", "based", "listed", "run"];
const PEOPLE: &[&str] = &["born", "elect", "founder", "general", "old", "president"];

/// Words that stand before names in captions and headlines, or begin a sentence, and are no first names.
static NO_NAMES: Words<()> = word_table!(
    64,
    [
        "detectives",
        "follow",
        "getty",
        "image",
        "images",
        "joins",
        "more",
        "photo",
        "photos",
        "possible",
        "related",
        "video",
        "watch",
        "well",
        "woman"
    ]
);

/// The name without the end of the office before it: `Secretary of State Jane Doe`, `o presidente da Câmara Ana Roa`.
fn without_office(text: &str, start: usize, end: usize, language: Option<Language>) -> &str {
    let full = &text[start..end];
    let office = text[..start].strip_suffix(" of ").and_then(|before| before.rsplit(char::is_whitespace).next());
    let words = full.split(is_space).count();
    if words < 3 || full.contains(". ") {
        return full;
    }
    // Behind `da` and `do` stands a noun, and no first name.
    let of = [" da ", " do "].iter().any(|of| text[..start].ends_with(of));
    if language == Some(Language::Portuguese) && of {
        return full.split_once(is_space).map_or(full, |(_, name)| name);
    }
    if !office.is_some_and(is_title) {
        return full;
    }
    full.match_indices(is_space).nth(words - 3).map_or(full, |(space, mark)| &full[space + mark.len()..])
}

/// Whether a character is a space. The one at which no line breaks may hold a name together.
pub(super) fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}')
}

/// Whether two names differ only in initials and capitals: `Jane Doe`, `Jane A. Doe`, `JANE Doe`.
fn is_same_but_initials(one: &str, other: &str) -> bool {
    fn words(name: &str) -> impl Iterator<Item = &str> {
        name.split(is_space).filter(|word| !word.ends_with('.'))
    }
    let (mut one, mut other) = (words(one), words(other));
    loop {
        match (one.next(), other.next()) {
            (None, None) => return true,
            (Some(word), Some(same)) if word.eq_ignore_ascii_case(same) => {}
            _ => return false,
        }
    }
}

/// The better of two forms of one name: the one that does not begin in capitals, or else the longer one.
fn better<'t>(one: &'t str, other: &'t str) -> &'t str {
    let shouts = |name: &str| name.as_bytes().get(1).is_some_and(u8::is_ascii_uppercase);
    match (shouts(one), shouts(other)) {
        (true, false) => other,
        (false, true) => one,
        _ if other.len() > one.len() => other,
        _ => one,
    }
}

/// Titles and offices that stand before a name.
#[rustfmt::skip]
static TITLES: Words<()> = word_table!(
    512,
    [
        "activist", "actor", "actress", "admiral", "adviser", "advisor", "agent", "ambassador", "analyst", "archbishop", "attorney", "author", "baroness", "bishop",
        "brother", "candidate", "captain", "cardinal", "chair", "chairman", "chairwoman", "chancellor", "chief", "coach", "colonel",
        "columnist", "comedian", "commander", "comptroller", "commissioner", "congressman", "congresswoman", "constable", "correspondent", "councillor",
        "councilman", "councilwoman", "counsel", "critic", "dame", "democrat", "democratic", "deputy", "detective", "director", "doctor",
        "duke", "earl", "economist", "editor", "emperor", "envoy", "executive", "expert", "farmer", "former", "founder",
        "frau", "general", "goalkeeper", "governor", "herr", "historian", "inspector", "journalist", "judge", "justice", "king", "lawyer",
        "leader", "lieutenant", "lord", "madam", "madame", "major", "manager", "marshal", "mayor", "midfielder", "minister", "miss", "mister",
        "monsieur", "nurse", "officer", "owner", "pastor", "pope", "premier", "presenter", "president", "prince", "princess", "principal", "professor",
        "prosecutor", "queen", "rabbi", "reporter", "representative", "republican", "researcher", "reverend", "scientist", "secretary",
        "senator", "sergeant", "sheikh", "sheriff", "singer", "sir", "sister", "speaker", "spokesman", "spokesperson", "spokeswoman",
        "striker", "student", "sultan", "superintendent", "teacher", "the", "treasurer", "trooper", "vicar", "vice", "writer",
    ]
);

pub(super) fn is_title(word: &str) -> bool {
    let word = word.trim_end_matches('.');
    TITLES.has(word) || word.len() > 1 && words::is_shortened(word)
}

/// Last words in the names of organisations and the like, which are nobody's surname.
#[rustfmt::skip]
static BODIES: Words<()> = word_table!(
    256,
    [
        "advisers", "advisors", "agency", "air", "airlines", "airways", "association", "authority", "bank", "business", "capital", "city", "co",
        "college", "commission", "committee", "company", "corp", "council", "creative", "department", "economics", "electronics", "energy", "exchange",
        "express", "federation", "financial", "forces", "forum", "foundation", "fund", "group", "herald", "holdings", "inc", "insider",
        "institute", "international", "ltd", "mail", "media", "ministry", "motors", "network", "news", "partners", "party", "plan", "plc",
        "police", "radio", "securities", "security", "services", "society", "street", "television", "times", "today", "trust", "union",
        "university",
    ]
);

/// Whether a name is an organisation's or a place's, by its last word or the first of two: `Norhaven Media`, `West Norland`.
pub(super) fn is_body(name: &str) -> bool {
    let name = name.strip_suffix("'s").or_else(|| name.strip_suffix("’s")).unwrap_or(name);
    let mut words = name.split(is_space);
    let (first, last) = (words.next().unwrap_or(name), words.next_back().unwrap_or(name));
    BODIES.has(last.trim_end_matches('.'))
        || words.next().is_none() && matches!(first, "East" | "New" | "North" | "South" | "West")
}

/// Whether a pronoun can stand for the bearer of a name. `she` cannot stand for Mr Doe.
pub(super) fn suits(pronoun: &str, name: &str) -> bool {
    let (of_pronoun, of_name) = (Gender::of_pronoun(pronoun), Gender::of_name(name));
    of_pronoun.is_none() || of_name.is_none() || of_pronoun == of_name
}

/// The one person that a sentence names, to whom a pronoun in the next sentence points. `None` if there are two, or if it may be no person.
pub(super) fn person(content: &str, sentence: &[Token]) -> Option<(usize, usize)> {
    let mut only = None;
    let mut at = 0;
    while at < sentence.len() {
        if !phrase::is_name(sentence, at) {
            at += 1;
            continue;
        }
        let start = at;
        while phrase::is_name(sentence, at) {
            at += 1;
            if sentence[at - 1].is_possessive() {
                break;
            }
        }
        let (first, last) = (sentence[start].start, sentence[at - 1].end);
        let before = start.checked_sub(1).map(|before| sentence[before].tag);
        let words = &content[first..last];
        // Names in such places are towns or organisations: `in Norhaven`, `the Senate`, `NHA`, `Norhaven Television`.
        let thing = matches!(before, Some(Tag::Preposition | Tag::Determiner | Tag::To)) && at - start == 1
            || before == Some(Tag::Determiner)
            || at - start > 1 && is_body(words)
            || words.len() <= 5 && words.chars().all(|c| c.is_uppercase() || c == '.');
        if thing {
            continue;
        }
        if only.is_some() {
            return None;
        }
        // The person must do something (`Doe won`) or have an aside (`Jane Doe, the mayor`). A word before the name makes it part of
        // something else, and the first word of a sentence has its capital anyway.
        let acts = match sentence.get(at) {
            Some(next) if next.tag == Tag::Word && !next.is_capital() && start == 0 && at > 1 => true,
            Some(next) => {
                matches!(next.tag, Tag::Verb(_) | Tag::Be | Tag::Auxiliary | Tag::Adverb) || next.is(Traits::PAST)
            }
            None => false,
        };
        let aside = sentence.get(at).is_some_and(|next| next.tag == Tag::Comma) && at - start > 1;
        let free = before != Some(Tag::Word) || at - start > 1;
        let sure =
            start > 0 || at - start > 1 || !sentence[start].is(Traits::PLURAL) && !sentence[start].is(Traits::GERUND);
        only = Some(((first, last), free && sure && (acts || aside)));
    }
    let ((start, end), sure) = only?;
    let owner = content[start..end].strip_suffix("'s").or_else(|| content[start..end].strip_suffix("’s"));
    sure.then_some((start, owner.map_or(end, |owner| start + owner.len())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fullest_form_must_be_the_only_one() {
        let name = |text, mention| Names::of(Some(Language::English)).name(text, mention);
        assert_eq!(name("Mayor Jane Doe spoke. Mr Doe left.", "Doe"), "Jane Doe");
        assert_eq!(name("Mayor Jane Doe spoke. So did John Doe.", "Doe"), "Doe");
        assert_eq!(name("Mayor Jane Doe spoke. Doe left.", "Mayor Doe"), "Jane Doe");
        assert_eq!(name("Mayor Doe spoke.", "Doe"), "Doe");
        assert_eq!(name("Jane Doe spoke. So did Jane A. Doe and Cardinal Doe.", "Doe"), "Jane A. Doe");
        let german = |text, mention| Names::of(Some(Language::German)).name(text, mention);
        assert_eq!(german("Die Fahrt\nHätte Jon Doe es gesehen, sagte Doe.", "Doe"), "Jon Doe");
        assert_eq!(german("Die Fahrt\nAuch Doe ging. Doe sprach.", "Doe"), "Doe");
        assert_eq!(german("„Nein.“ Für Jon Doe war es aus. Doe ging.", "Doe"), "Jon Doe");
        assert_eq!(name("The mayors\u{2019} Doe left. Jon\u{a0}Doe spoke.", "Mr\u{a0}Doe"), "Jon\u{a0}Doe");
    }

    #[test]
    fn organisations_and_the_other_gender_are_no_person_of_a_pronoun() {
        assert!(["Norhaven Media", "West Norland", "Norland Television's", "Doe Inc."].into_iter().all(is_body));
        assert!(
            ["Jane Doe", "Kane West", "New Norland Jane", "Norhaven Mayor Jane Doe"]
                .into_iter()
                .all(|name| !is_body(name))
        );
        assert!(
            suits("she", "Ms Doe")
                && suits("She", "Jane Doe")
                && suits("she", "King")
                && suits("she", "First Lady Jane Doe")
        );
        assert!(
            !suits("he", "Jane Doe")
                && !suits("She", "Mr Doe")
                && !suits("she", "Sir Jon Doe")
                && !suits("he", "Mrs. Doe")
        );
    }

    #[test]
    fn words_that_only_stand_before_a_name_are_none_of_it() {
        let name = |text, mention| Names::of(Some(Language::English)).name(text, mention);
        for (text, mention, is) in [
            ("Apparently Doe left. Doe spoke.", "Doe", "Doe"),
            ("Sally Doe left. Doe spoke.", "Doe", "Sally Doe"),
            ("Photo: Getty Images Doe left. Doe spoke.", "Doe", "Doe"),
            ("Forcing Brook to pay is wrong. Irving Brook paid.", "Brook", "Irving Brook"),
            ("Aisling Brook paid. Brook left.", "Brook", "Aisling Brook"),
            ("Norhaven-based Brook closed. Jane Brook wept.", "Brook", "Brook"),
            ("Norhaven-born Jane Doe spoke.", "Doe", "Jane Doe"),
            ("The secretary of State Jane Doe spoke.", "Doe", "Jane Doe"),
            ("The mother of Mary Jane Doe spoke.", "Doe", "Mary Jane Doe"),
            // With an article before it, the full form must have one, too.
            ("The site Tiny Courier has it.", "the Courier", "the Courier"),
            ("The Norhaven Courier has it.", "the Courier", "Norhaven Courier"),
            ("Tiny Courier has it.", "Courier", "Tiny Courier"),
        ] {
            assert_eq!(name(text, mention), is, "{text}");
        }
    }
}
