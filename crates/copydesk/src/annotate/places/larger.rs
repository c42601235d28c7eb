//! Whether a name is part of a longer one: a person's, `Jack London`, or an institution's, `Bank of China`.
//!
//! In running text, a capital directly before or after a name belongs to it. Exceptions are a capital that begins a sentence, titles, days
//! and points of the compass. Where all words have capitals, as in a title, a common word does not belong to it.

use std::ops::Range;

use super::around::{self, Beside, Word};
use super::gazetteer::{Case, Gazetteer, Kind, Name};
use super::words;

/// How many words of a longer name are read to either side.
const WORDS: usize = 6;
/// Among how many words after a name one that names an institution is looked for.
const NEAR: usize = 4;

/// What the neighbours make of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// It stands alone.
    None,
    /// A part of the name that stands in this range.
    Of(Range<usize>),
    /// A part of a person's name, or of something of which nothing is noted.
    Other,
}

/// A name in a block, and what stands on both sides.
pub(super) struct Place<'t> {
    pub(super) gazetteer: &'t Gazetteer,
    pub(super) content: &'t str,
    pub(super) span: Range<usize>,
    pub(super) name: Name,
    pub(super) before: Beside<'t>,
    pub(super) after: Beside<'t>,
    /// Whether the name of another place ends directly before it.
    pub(super) has_place_before: bool,
    /// Where the name of another place ends that begins directly after it.
    pub(super) place_after: Option<usize>,
}

impl Place<'_> {
    /// What longer name it is a part of.
    pub(super) fn part(&self) -> Part {
        let is_demonym = self.name.is_only(Kind::Demonym);
        let left = match self.before {
            Beside::Word(word) if !self.has_place_before && (!is_demonym || self.name.is_persons()) => self.left(word),
            // `the Economic Community of West African States`
            Beside::Word(word)
                if !word.is_capital() && matches!(self.after, Beside::Word(after) if after.is_capital()) =>
            {
                self.left(word)
            }
            _ => Left::None,
        };
        // `The Jordan family`
        if self.name.is_persons() && matches!(self.after, Beside::Word(word) if words::is_family(word.text)) {
            return Part::Other;
        }
        let right = match self.after {
            Beside::Word(word) if self.goes_on(&word) => Some(word),
            _ => None,
        };
        let left = if left == Left::Trade && right.is_some() { Left::None } else { left };
        // `American Apparel said`, and `Russian Orthodox`: it cannot be told. So it is where all words have capitals, with an institution
        // further on.
        let is_doubtful = match (right, self.after) {
            (Some(word), _) => is_demonym && left != Left::Of && !self.is_institution(word),
            (None, Beside::Word(word)) => self.place_after.is_none() && is_of_name(&word) && self.is_institution(word),
            _ => false,
        };
        if is_doubtful || self.is_only_city() && matches!(self.after, Beside::Word(word) if words::is_county(word.text))
        {
            return Part::Other;
        }
        match (left, right) {
            (Left::None, None) => Part::None,
            (Left::Person | Left::Trade, _) => Part::Other,
            (Left::Agency(start), None) => Part::Of(start..self.span.end),
            (Left::Word, _) | (_, Some(_)) if self.is_person(right) => Part::Other,
            // `Chen Meng Macao will …`, with a full stop lost between, and `Boeing France`: it cannot be told.
            (Left::Word, None) if !self.has_institution(None) => Part::Other,
            // A town with a capital beside it is as often a club, a given name, a street.
            (_, right) if self.is_only_city() && !self.has_institution(right) => Part::Other,
            // `in Xinjiang Highlights of …`, with a full stop lost between, and `China Mobile said`: it cannot be told.
            (Left::None, Some(word)) if word.is_common() && !self.is_institution(word) && !self.has_more(&word) => {
                Part::Other
            }
            (left, right) => {
                let start = if left == Left::None { self.span.start } else { self.start(self.span.start) };
                let end = right.map_or(self.span.end, |word| self.end(word));
                Part::Of(start..end)
            }
        }
    }

    /// Whether capitals beside it make it a person's name: it is one elsewhere, and none of them names an institution.
    fn is_person(&self, right: Option<Word<'_>>) -> bool {
        self.name.is_persons() && !right.is_some_and(|word| self.is_institution(word))
    }

    /// Whether a word after it goes on with its name. A title does only before an institution: `the Russian Foreign Ministry`.
    fn goes_on(&self, word: &Word<'_>) -> bool {
        if !word.is_capital() {
            return false;
        }
        if let Some(end) = self.place_after {
            return matches!(around::after(self.content, end), Beside::Word(next) if next.is_capital() && self.is_institution(next));
        }
        if words::is_title(word.text) {
            return next_word(self.content, word).is_some_and(|next| next.is_capital() && self.is_institution(next));
        }
        is_of_name(word)
            && (words::is_institution(word.text)
                || !(word.is_common() && around::is_title_case(self.content, self.span.start, self.span.end)))
    }

    /// Whether the word after one has a capital too.
    fn has_more(&self, word: &Word<'_>) -> bool {
        next_word(self.content, word).is_some_and(|next| next.is_capital())
    }

    fn is_only_city(&self) -> bool {
        self.name.is_only(Kind::City)
    }

    /// Whether a word of the longer name names an institution.
    fn has_institution(&self, right: Option<Word<'_>>) -> bool {
        let left = || match self.before {
            Beside::Word(word) if word.is_capital() => words::is_institution(word.text),
            Beside::Word(_) => true,
            _ => false,
        };
        right.is_some_and(|word| self.is_institution(word)) || right.is_none() && left()
    }

    fn left(&self, word: Word<'_>) -> Left {
        if !word.is_capital() {
            if words::is_trade(word.text) && !self.name.may_be(Kind::Country) && !self.name.may_be(Kind::Demonym) {
                return Left::Trade;
            }
            // `Islamic State in Iraq`
            const ARMED: &str = "Islamic State ";
            if matches!(word.text, "of" | "in") && self.content[..word.start].ends_with(ARMED) {
                return Left::Agency(word.start - ARMED.len());
            }
            return match self.head(word) {
                // `critics in Congress of the Israeli war`: the parliaments of countries are no heads.
                Some(head) if matches!(head.text, "Congress" | "Senate") => Left::None,
                Some(head) if words::is_institution(head.text) || words::is_head(head.text) => Left::Of,
                _ => Left::None,
            };
        }
        if words::is_task(word.text) && self.is_agency(&word) {
            return Left::Agency(self.agency_start(word));
        }
        // `Port Washington`: a place of its own.
        if matches!(word.text, "Port" | "Fort" | "Mount" | "Lake" | "Cape" | "Point") {
            return Left::Person;
        }
        if words::is_honorific(word.text) && self.name.is_persons() {
            return Left::Person;
        }
        let is_initial = word.text.len() == 2 && word.text.ends_with('.');
        if is_initial {
            return if self.name.is_persons() { Left::Word } else { Left::None };
        }
        let is_none = words::is_function(word.text)
            || word.text.ends_with(['s', 'S']) && word.text.contains(['\'', '’'])
            || word.text.split('-').skip(1).any(|part| part.starts_with(|letter: char| letter.is_lowercase()))
            || words::is_title(word.text)
            || words::is_part(word.text)
            || words::is_date(word.text)
            || words::is_where(word.text)
            || word.is_common() && !words::is_institution(word.text) && !self.is_given(&word);
        if is_none { Left::None } else { Left::Word }
    }

    /// Whether a word for what an agency deals with makes the agency's name with the country: `the board of Health Canada`.
    fn is_agency(&self, word: &Word<'_>) -> bool {
        self.name.is_only(Kind::Country)
            && matches!(self.after, Beside::Edge | Beside::Comma | Beside::Word(_))
            && !self.begins_sentence(word)
            && !around::is_title_case(self.content, self.span.start, self.span.end)
    }

    /// Where the name of an agency begins: `Clean Energy Canada`.
    fn agency_start(&self, task: Word<'_>) -> usize {
        let mut start = task.start;
        for _ in 0..WORDS {
            match around::before(self.content, start) {
                Beside::Word(word) if is_of_name(&word) && !word.text.ends_with('.') => start = word.start,
                _ => break,
            }
        }
        start
    }

    /// Whether a common word can be a given name here: `Mark Cuban`.
    fn is_given(&self, word: &Word<'_>) -> bool {
        self.name.is_persons()
            && !self.begins_sentence(word)
            && !around::is_title_case(self.content, self.span.start, self.span.end)
    }

    /// The word that *of* or *at* belongs to: `Bank` of `Bank of China`.
    fn head(&self, word: Word<'_>) -> Option<Word<'_>> {
        let mut link = word;
        if link.text == "the" {
            link = match around::before(self.content, link.start) {
                Beside::Word(word) => word,
                _ => return None,
            };
        }
        if !matches!(link.text, "of" | "at" | "de") {
            return None;
        }
        match around::before(self.content, link.start) {
            Beside::Word(head) if link.text != "at" || head.text == "University" => Some(head),
            _ => None,
        }
    }

    fn begins_sentence(&self, word: &Word<'_>) -> bool {
        !matches!(around::before(self.content, word.start), Beside::Word(_) | Beside::Comma | Beside::Joined)
    }

    /// Whether a common word after *and* is what a ministry deals with as well, and not the first of another institution's name.
    fn is_in_ministry(&self, word: &Word<'_>) -> bool {
        let place = || self.gazetteer.longest(self.content.as_bytes(), word.start, word.end(), Case::AsListed);
        word.is_common() && !self.is_institution(*word) && place().is_none()
    }

    /// Whether one of the words from here on makes it an institution's name.
    fn is_institution(&self, word: Word<'_>) -> bool {
        let mut next = Some(word);
        for _ in 0..NEAR {
            match next {
                Some(word) if words::is_institution(word.text) => return true,
                Some(word) if word.is_capital() => next = next_word(self.content, &word),
                _ => return false,
            }
        }
        false
    }

    /// Whether a title is what an institution of that name deals with: `North American Free [Trade] Agreement`.
    fn is_task_of_institution(&self, word: &Word<'_>) -> bool {
        words::is_title(word.text)
            && !word.text.ends_with('.')
            && next_word(self.content, word).is_some_and(|next| words::is_institution(next.text))
    }

    /// Where the longer name begins.
    fn start(&self, from: usize) -> usize {
        let (mut start, mut at) = (from, from);
        for _ in 0..WORDS {
            let Beside::Word(word) = around::before(self.content, at) else { break };
            at = word.start;
            if word.is_capital() {
                let is_sentence = self.begins_sentence(&word) && !words::is_institution(word.text) && word.is_common();
                if words::is_date(word.text) || words::is_function(word.text) || is_sentence {
                    break;
                }
                start = at;
            } else if !matches!(word.text, "of" | "for" | "the") {
                break;
            }
        }
        start
    }

    /// Where the longer name ends. After *and* it goes on only with a word that names an institution, or, in what a ministry is *of*, with
    /// common words.
    fn end(&self, first: Word<'_>) -> usize {
        let (mut end, mut next) = (first.end(), next_word(self.content, &first));
        let (mut is_open, mut has_and, mut is_ministry) = (false, false, words::is_ministry(first.text));
        for _ in 0..WORDS {
            let Some(word) = next else { break };
            match word.text {
                "of" | "for" => is_open = true,
                "and" | "&" => has_and = true,
                _ if word.is_capital()
                    && (is_open
                        || is_of_name(&word)
                        || is_ministry && words::is_task(word.text)
                        || self.is_task_of_institution(&word)) =>
                {
                    is_ministry |= words::is_ministry(word.text);
                    is_open = false;
                    if has_and && !words::is_institution(word.text) && !(is_ministry && self.is_in_ministry(&word)) {
                        break;
                    }
                    (end, has_and) = (word.end(), false);
                }
                _ => break,
            }
            next = next_word(self.content, &word);
        }
        end
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Left {
    None,
    /// A word of the same name: `Air China`.
    Word,
    /// What a name is *of*.
    Of,
    /// A title that only a person has, or a word that makes another place of it.
    Person,
    /// What a company is: `the insurer Zurich`.
    Trade,
    /// What an agency deals with, where that begins: `Health Canada`.
    Agency(usize),
}

/// Whether a word goes on with the name before it.
fn is_of_name(word: &Word<'_>) -> bool {
    // `Chinese CEOs`, `the U.S. EPA`: an abbreviation is a name of its own.
    let is_abbreviation = word.text.bytes().take(2).all(|byte| byte.is_ascii_uppercase()) && word.text.len() > 1;
    word.is_capital()
        && !is_abbreviation
        && !words::is_designator(word.text)
        && !words::is_function(word.text)
        && !words::is_title(word.text)
        && !words::is_date(word.text)
}

/// The word after this one, with a space between.
fn next_word<'t>(content: &'t str, word: &Word<'_>) -> Option<Word<'t>> {
    // `the Irish Farmers' Association`
    let rest = &content[word.end()..];
    let genitive = ["' ", "’ ", "'s ", "’s "].into_iter().find(|genitive| rest.starts_with(genitive));
    if let Some(genitive) = genitive {
        return around::word_at(content, word.end() + genitive.len());
    }
    match around::after(content, word.end()) {
        Beside::Word(word) => Some(word),
        _ => None,
    }
}
