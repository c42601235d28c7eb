//! The words around a quotation in other languages, and the phrases among them that name somebody.

use std::ops::Range;

use super::lexicon::{self, Kind};
use super::split;
use crate::annotate::quotations::words as english;
use crate::language::Language;

/// How many words are read on one side of a quotation.
const MOST: usize = 48;

/// How many words an office before a name may have, and how many bytes the shortest of them has.
const OFFICES: usize = 2;
const OFFICE: usize = 4;

/// How many words may describe a German noun.
const DESCRIBING: usize = 4;

/// Words between an article and an office that belong to neither: `o novo prefeito`. Sorted, for the binary search.
#[rustfmt::skip]
const QUALIFIERS: &[&str] = &[
    "actual", "actuel", "actuelle", "ancien", "ancienne", "antiga", "antigo", "antigua", "antiguo", "attuale", "atual", "ex", "huidige",
    "jeune", "jovem", "joven", "nieuwe", "nouveau", "nouvel", "nouvelle", "nova", "novo", "nueva", "nuevo", "nuova", "nuovo", "premier",
    "première", "prima", "primeira", "primeiro", "primer", "primera", "primo", "voormalige",
];

/// What stands between a word and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// Nothing but space, or a bracket: `Roa (PT-SP) disse`.
    Space,
    Comma,
    /// Anything else. The word begins another part of the sentence.
    Other,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) gap: Gap,
    pub(super) kind: Option<Kind>,
    pub(super) capital: bool,
}

/// The words beside a quotation.
pub(super) struct Words<'t> {
    text: &'t str,
    language: Language,
    list: [Word; MOST],
    len: usize,
}

impl<'t> Words<'t> {
    /// The first words of the text.
    pub(super) fn of(text: &'t str, language: Language) -> Self {
        let none = Word { start: 0, end: 0, gap: Gap::Space, kind: None, capital: false };
        let mut words = Self { text, language, list: [none; MOST], len: 0 };
        let (mut at, mut gap) = (0, Gap::Space);
        while let Some(c) = text[at..].chars().next() {
            if c.is_alphanumeric() {
                let whole = &text[at..at + word_end(&text[at..])];
                if words.len == MOST {
                    break;
                }
                let (word, join) = split::first(whole, language);
                let end = at + word.len();
                let capital = c.is_uppercase();
                // `Dr. Roa`, `J. Roa`: the full stop belongs to the word.
                let shortened = capital && (english::is_shortened(word) || word.chars().count() == 1);
                let owns =
                    shortened && text[end..].starts_with('.') && !text[end + 1..].starts_with(char::is_alphanumeric);
                let end = end + usize::from(owns);
                let kind = match lexicon::kind(language, word) {
                    // `Jon Durante`: a surname that is a preposition elsewhere.
                    Some(Kind::Preposition) if capital && words.len > 0 && gap == Gap::Space && word.len() > 3 => None,
                    None if (!capital || words.len == 0) && is_adverb(word, language) => Some(Kind::Adverb),
                    kind => kind,
                };
                words.list[words.len] = Word { start: at, end, gap, kind, capital };
                words.len += 1;
                (at, gap) = (end + join, Gap::Space);
            } else if let Some(close) = closing(c)
                && let Some(close) = text[at..].find(close)
            {
                at += close + 1;
            } else {
                gap = match c {
                    _ if c.is_whitespace() => gap,
                    ',' if gap == Gap::Space => Gap::Comma,
                    _ => Gap::Other,
                };
                at += c.len_utf8();
            }
        }
        words
    }

    pub(super) fn list(&self) -> &[Word] {
        &self.list[..self.len]
    }

    /// The text of a range of words.
    pub(super) fn text(&self, range: Range<usize>) -> &'t str {
        match self.list().get(range) {
            Some([first, .., last]) => &self.text[first.start..last.end],
            Some([only]) => &self.text[only.start..only.end],
            _ => "",
        }
    }

    /// How many of the first words are together of one of these kinds, and which. Three words and two words are tried before one.
    pub(super) fn opening(&self, language: Language, kinds: &[Kind]) -> Option<(usize, Kind)> {
        let list = self.list();
        let many = [3, 2].into_iter().find_map(|count| {
            let joined = list.len() >= count && list[1..count].iter().all(|word| word.gap == Gap::Space);
            let kind = || lexicon::kind(language, &self.text[list[0].start..list[count - 1].end]);
            Some((count, joined.then(kind)?.filter(|kind| kinds.contains(kind))?))
        });
        many.or_else(|| Some((1, list.first()?.kind.filter(|kind| kinds.contains(kind))?)))
    }

    /// The verb of speech that ends before `end`. It has one word or two: `ha dicho`.
    pub(super) fn verb_ending(&self, language: Language, end: usize) -> Option<Range<usize>> {
        let list = self.list();
        let last = end.checked_sub(1)?;
        if last > 0 && list[last].gap == Gap::Space {
            let two = &self.text[list[last - 1].start..list[last].end];
            if lexicon::kind(language, two) == Some(Kind::Verb) {
                return Some(last - 1..end);
            }
        }
        (list[last].kind == Some(Kind::Verb)).then_some(last..end)
    }

    /// Where the phrase ends that begins at `start`, if it names somebody: `o prefeito`, `Joana da Silva`, `a ministra da Cultura Ana Roa`,
    /// `ele`.
    pub(super) fn phrase(&self, start: usize) -> Option<usize> {
        let first = self.list().get(start)?;
        match first.kind {
            Some(Kind::Pronoun) => return Some(start + 1),
            Some(Kind::Article) => {}
            // `Diz`, `Segundo`: they begin no name.
            Some(_) => return None,
            None if first.capital => return self.whole_name(start),
            None => return self.bare_office(start),
        }
        self.behind_article(start + self.qualifiers(start))
    }

    /// Where a phrase ends whose article, with what describes the office, ends with the word at `start`.
    fn behind_article(&self, start: usize) -> Option<usize> {
        let list = self.list();
        let next = |at: usize| list.get(at).filter(|word| word.gap == Gap::Space);
        if self.language == Language::German
            && let Some(noun) = self.noun_behind(start)
        {
            return Some(self.name(noun));
        }
        // `o prefeito`: an office has one word at least. In `um dos prefeitos` it follows what it is of; but `der von Roe` is no office.
        let office = next(start + 1)?;
        let among = office.kind == Some(Kind::Link) && self.language != Language::German;
        if !among && office.kind.is_some() {
            return None;
        }
        if !among && office.capital {
            return self.whole_name(start + 1);
        }
        let mut at = start + 2 - usize::from(among);
        // `o deputado federal Jon Roa`
        if next(at).is_some_and(|word| word.kind.is_none() && !word.capital)
            && next(at + 1).is_some_and(|word| word.capital && word.kind.is_none())
        {
            at += 1;
        }
        at += self.adjective(at);
        // `o diretor de cinema`, `o ministro da Fazenda`, `a dona de casa`
        while next(at).is_some_and(|word| word.kind == Some(Kind::Link)) {
            let small = 1 + usize::from(next(at + 1).is_some_and(|word| word.kind == Some(Kind::Article)));
            if next(at + small).is_none_or(|word| word.kind.is_some()) {
                break;
            }
            at += small + 1;
            // `o ministro da Fazenda e do Planejamento` has two offices. In `a casa de Ana Roa` a name of two words follows.
            at = if list[at - 1].capital { self.name(at - 1) } else { at + self.adjective(at) };
        }
        // `die sonst` names nobody: a German noun has a capital somewhere, if not at its beginning (`der 28-Jährige`).
        let noun = self.language != Language::German || self.text(start + 1..at).contains(char::is_uppercase);
        if at < start + 2 || !noun {
            return None;
        }
        at += self.last_adjective(at);
        Some(if next(at).is_some_and(|word| word.capital && word.kind.is_none()) { self.name(at) } else { at })
    }

    /// 1 if an adjective stands at `at` and the phrase goes on behind it, else 0: `um membro da direção estadual do PX`.
    fn adjective(&self, at: usize) -> usize {
        let next = |at: usize| self.list().get(at).filter(|word| word.gap == Gap::Space);
        let spanish = matches!(self.language, Language::Portuguese | Language::Spanish);
        let is_adjective = || next(at).is_some_and(|word| word.kind.is_none() && !word.capital);
        usize::from(spanish && is_adjective() && next(at + 1).is_some_and(|word| word.kind == Some(Kind::Link)))
    }

    /// 1 if an adjective stands at `at` and ends the phrase, else 0. Its ending tells: `el líder socialista`, `o presidente colombiano`.
    fn last_adjective(&self, at: usize) -> usize {
        const ENDINGS: [&str; 9] = ["ista", "iste", "ano", "ana", "ense", "ino", "ina", "eño", "eña"];
        let near = |at: usize| self.list().get(at).filter(|word| word.gap == Gap::Space);
        let romance = !matches!(self.language, Language::German | Language::Dutch);
        let word = self.text(at..at + 1);
        let formed = || word.len() >= 7 && word != "mañana" && ENDINGS.iter().any(|ending| word.ends_with(ending));
        let is_adjective = || near(at).is_some_and(|word| word.kind.is_none() && !word.capital) && formed();
        usize::from(romance && near(at + 1).is_none() && is_adjective())
    }

    /// The German noun behind an article and the words that describe it: `die sonst sehr ruhige Frau`.
    fn noun_behind(&self, article: usize) -> Option<usize> {
        let list = self.list();
        let describes = |word: &Word| !word.capital && matches!(word.kind, None | Some(Kind::Adverb));
        let behind = list.get(article + 1..)?.iter().take_while(|word| word.gap == Gap::Space);
        let many = behind.take_while(|word| describes(word)).count();
        let noun = list.get(article + 1 + many).filter(|noun| noun.gap == Gap::Space)?;
        (0 < many && many <= DESCRIBING && noun.capital && noun.kind.is_none()).then_some(article + 1 + many)
    }

    /// The place of the word at `start`, or of the next one if that is *and* or *but*: `En Jan Roe zei`.
    pub(super) fn past_and(&self, start: usize) -> usize {
        let is_and = self.list().get(start).is_some_and(|word| word.capital && word.kind == Some(Kind::Stop))
            && ["Aber", "Doch", "E", "En", "Et", "Ma", "Maar", "Mais", "Mas", "Pero", "Und", "Y"]
                .contains(&self.text(start..start + 1));
        start + usize::from(is_and)
    }

    /// How many words stand between the article at `start` and an office: `o novo prefeito`, `der heute 50-jährige Jon Roe`.
    fn qualifiers(&self, start: usize) -> usize {
        let near = |at: usize| self.list().get(at).filter(|word| word.gap == Gap::Space);
        let is_before_office = || near(start + 2).is_some_and(|word| word.kind.is_none() && !word.capital);
        let is_qualifier = near(start + 1).is_some_and(|word| match word.kind {
            // `le Premier ministre`
            None if word.capital => matches!(self.text(start + 1..start + 2), "Premier" | "Première"),
            None => QUALIFIERS.binary_search(&self.text(start + 1..start + 2)).is_ok(),
            kind => kind == Some(Kind::Adverb) && self.language == Language::German,
        });
        usize::from(is_qualifier && is_before_office())
    }

    /// Where the name that begins at `start` ends. `None` if its only word is an adjective: `de Brusselse schrijver`.
    fn whole_name(&self, start: usize) -> Option<usize> {
        let end = self.name(start);
        let goes_on = || self.list().get(end).is_some_and(|next| next.gap == Gap::Space && next.kind.is_none());
        let is_adjective = self.language == Language::Dutch
            && end == start + 1
            && goes_on()
            && ["ees", "eese", "isch", "ische", "ijns", "ijnse", "sche", "sse", "lse", "nse", "rse", "tse"]
                .iter()
                .any(|ending| self.text(start..end).ends_with(ending));
        (!is_adjective).then_some(end)
    }

    /// Where a name ends whose office has no article before it, as in Dutch: `minister Jan de Roe`, `politiek redacteur Ana Roe`.
    fn bare_office(&self, start: usize) -> Option<usize> {
        let list = self.list();
        if self.language != Language::Dutch {
            return None;
        }
        let is_office = |at: usize| {
            let word = &list[at];
            !word.capital
                && word.kind.is_none()
                && word.end - word.start >= OFFICE
                && (at == start || word.gap == Gap::Space)
        };
        let name = (start..list.len()).take(OFFICES + 1).find(|&at| !is_office(at)).filter(|&at| at > start)?;
        let is_name = list[name].capital && list[name].kind.is_none() && list[name].gap == Gap::Space;
        is_name.then(|| self.name(name))
    }

    /// Where the name that begins at `start` ends: words with capitals, and what binds them.
    fn name(&self, start: usize) -> usize {
        let list = self.list();
        let is_name =
            |at: usize| list.get(at).is_some_and(|word| word.gap == Gap::Space && word.capital && word.kind.is_none());
        let is =
            |at: usize, kind: Kind| list.get(at).is_some_and(|word| word.gap == Gap::Space && word.kind == Some(kind));
        let mut end = start + 1;
        loop {
            if is_name(end) {
                end += 1;
            } else if is(end, Kind::Article)
                && (list[end].capital || self.language == Language::Dutch && self.text(end..end + 1) == "de")
                && is_name(end + 1)
            {
                // `Jane Le Doe`, `Jan de Roe`
                end += 2;
            } else if is(end, Kind::Link) && is_name(end + 1) {
                end += 2;
            } else if is(end, Kind::Link) && is(end + 1, Kind::Article) && is_name(end + 2) {
                end += 3;
            } else {
                return end;
            }
        }
    }
}

/// The mark that closes a bracket.
fn closing(c: char) -> Option<char> {
    match c {
        '(' => Some(')'),
        '[' => Some(']'),
        _ => None,
    }
}

/// Whether a word is an adverb by its ending: `simplesmente`.
fn is_adverb(word: &str, language: Language) -> bool {
    matches!(language, Language::Portuguese | Language::Spanish) && word.len() > 7 && word.ends_with("mente")
}

/// The length of the word that the text begins with.
fn word_end(text: &str) -> usize {
    let joins = |at: usize| {
        let mark = text[at..].chars().next().filter(|c| matches!(c, '-' | '’' | '\''));
        mark.is_some_and(|mark| text[at + mark.len_utf8()..].starts_with(char::is_alphanumeric))
    };
    let inside = text.char_indices().find(|&(at, c)| !(c.is_alphanumeric() || joins(at)));
    inside.map_or(text.len(), |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn phrase(text: &str) -> Option<&str> {
        let words = Words::of(text, Language::Portuguese);
        words.phrase(0).map(|end| &text[..words.list()[end - 1].end])
    }

    #[test]
    fn phrases_that_name_somebody() {
        for (text, is) in [
            ("Joana Roa ontem", "Joana Roa"),
            ("Joana da Silva, do porto", "Joana da Silva"),
            ("o prefeito ao jornal", "o prefeito"),
            ("o ministro da Fazenda, Jon Roa", "o ministro da Fazenda"),
            ("a ministra da Cultura Ana Roa.", "a ministra da Cultura Ana Roa"),
            ("o deputado federal Jon Roa (PX-SP)", "o deputado federal Jon Roa"),
            ("a dona de casa Ana Roa", "a dona de casa Ana Roa"),
            ("o Dr. Jon Roa", "o Dr. Jon Roa"),
            ("o novo prefeito da cidade", "o novo prefeito da cidade"),
            ("o novo ontem", "o novo"),
            ("ela, na porta", "ela"),
            ("a KCNA", "a KCNA"),
            ("um dos marinheiros ontem", "um dos marinheiros"),
            ("Jon Durante, que", "Jon Durante"),
            ("o deputado Jon Roa Jr. na porta", "o deputado Jon Roa Jr."),
        ] {
            assert_eq!(phrase(text), Some(is), "{text}");
        }
        for (text, is) in [
            ("minister Jan de Roe maandag", Some("minister Jan de Roe")),
            ("politiek redacteur Ana van den Roe", Some("politiek redacteur Ana van den Roe")),
            ("minister maandag", None),
            ("in Norhaven", None),
            ("het", None),
            ("Europees commissaris Jan Roe", None),
            ("de Brusselse schrijver Jan Roe", None),
            ("Jansen, die", Some("Jansen")),
        ] {
            let words = Words::of(text, Language::Dutch);
            assert_eq!(words.phrase(0).map(|end| &text[..words.list()[end - 1].end]), is, "{text}");
        }
        for (text, is) in
            [("der heute 50-jährige Jon Roe", Some("der heute 50-jährige Jon Roe")), ("der von Roe", None)]
        {
            let words = Words::of(text, Language::German);
            assert_eq!(words.phrase(0).map(|end| &text[..words.list()[end - 1].end]), is, "{text}");
        }
        for none in [
            "o que foi dito",
            "em nota",
            "Não se sabe",
            "que a ponte",
            "ponte",
            "Segundo Roa",
            "um de",
            "Finalmente Roa",
            "",
        ] {
            assert_eq!(phrase(none), None, "{none}");
        }
    }
}
