//! # abbreviations
//!
//! Short forms that the article explains, what they stand for, and where they are used.
//!
//! **A row** is one occurrence of a short form. `kind` says which:
//!
//! - *defined*: beside its long form: `Norhaven Harbour Board (NHB)`, `(the “NHB”)`, `NHB (Norhaven Harbour Board)`,
//!   `the Norhaven Harbour Board, or NHB,`, `NHB = Norhaven Harbour Board`;
//! - *implied*: the first occurrence of one whose long form is elsewhere in the article, if the initials are the same and only one name has
//!   them: `Belt and Road Initiative … BRI`;
//! - *used*: any other occurrence: the same word in the same letters, or its plural.
//!
//! `short` and `long` are the two forms at the definition, so every row can be read alone. `definition` is the number of the row that a use
//! points to: the last definition before it, or else the first. `block` is the number of its block.
//!
//! To find a definition, copydesk aligns the letters of the short form with the words beside it, the first with the beginning of a word.
//! Letters in the middle of words and words without a letter each have a cost; a reading that costs too much is no definition. An elided
//! article before the long form is not part of it: `l'Office maritime (OM)`.
//!
//! **Leaves alone**
//!
//! - short forms that nothing in the article explains, or that are made of another language's words (`Social Democrats (SPD)`);
//! - a name that by chance has the initials of something everybody knows (`CIA`);
//! - a party and state (`R-Ohio`), codes of shares (`F.N`, `NYSE: F`), agencies of datelines, years, ages and words in brackets;
//! - initials of two letters without brackets.

mod align;
mod beside;
mod brackets;
mod implied;
mod initialisms;
mod legends;
mod long_form;
mod parts;
mod region;
mod short;

use std::ops::Range;

use memchr::{memchr, memmem};

use crate::blocks::Role;
use crate::span::TextSpan;

use super::{Annotated, Layer, Record, Table};
use align::Aligner;
use implied::Wanted;
use region::Region;

/// Short forms and what they stand for.
pub static LAYER: Layer = Layer {
    name: Abbreviation::NAME,
    page: include_str!("abbreviations.rs"),
    columns: Abbreviation::COLUMNS,
    annotate,
};

crate::category! {
    /// The kind of an occurrence of a short form.
    pub enum AbbreviationKind {
        /// It stands beside its long form.
        Defined = "defined",
        /// Its long form stands elsewhere in the article, without an explicit definition.
        Implied = "implied",
        /// It is used here and explained elsewhere.
        Used = "used",
    }
}

crate::record! {
    /// A short form and its long form.
    pub struct Abbreviation as "abbreviations" {
        /// The short form, at its definition.
        pub short: TextSpan,
        /// The long form, at the definition.
        pub long: TextSpan,
        /// Whether this is the definition or a use.
        pub kind: AbbreviationKind,
        /// For a use, the number of the row of its definition.
        pub definition: Option<u32>,
        /// The number of its block.
        pub block: u32,
    }
}

impl crate::Document {
    /// The short forms that the article explains. Empty if the layer was not requested.
    pub fn abbreviations(&self) -> impl Iterator<Item = Abbreviation> + '_ {
        self.layer()
    }
}

/// A definition in a block, in bytes of its content.
struct Found {
    short: Range<usize>,
    long: Range<usize>,
}

/// A row before it has a number.
struct Row {
    text: TextSpan,
    block: u32,
    /// The definition it is, or points to.
    definition: usize,
    kind: AbbreviationKind,
}

/// A definition of the article.
struct Definition<'t> {
    name: &'t str,
    short: TextSpan,
    long: TextSpan,
}

/// The most short forms whose uses are looked for one by one, because two capitals on end do not show them: `PwC`, `H5N1`.
const ODD: usize = 32;

/// Room for so many words with two capitals on end: most articles have no more.
const WORDS: usize = 16;

fn annotate(annotated: &Annotated<'_>) -> Table {
    let language = annotated.language;
    let (mut regions, mut words) = (Vec::with_capacity(annotated.blocks.len()), Vec::with_capacity(WORDS));
    let mut all_words = initialisms::Words::of(annotated.text);
    for (block, role, span, content) in annotated.blocks() {
        let start = span.range().start;
        while let Some(word) = all_words.next_in(span.range()) {
            words.push((regions.len(), word.start - start..word.end - start));
        }
        let title = matches!(role, Role::Headline | Role::Deck | Role::Crosshead);
        regions.push(Region { content, offset: span.start(), block, language, title });
    }
    let mut article = Article { text: annotated.text, regions, words, definitions: Vec::new(), rows: Vec::new() };
    article.define();
    article.imply();
    article.use_odd();
    article.table()
}

/// What is known of an article.
struct Article<'t> {
    text: &'t str,
    regions: Vec<Region<'t>>,
    /// The words with two capitals on end, each with the number of its region.
    words: Vec<(usize, Range<usize>)>,
    definitions: Vec<Definition<'t>>,
    rows: Vec<Row>,
}

impl<'t> Article<'t> {
    /// Finds the definitions.
    fn define(&mut self) {
        let mut aligner = Aligner::default();
        let signs = memchr(b'=', self.text.as_bytes()).is_some();
        let mut opening = brackets::Opening::of(self.text);
        let mut found: Vec<Found> = Vec::new();
        let mut from = 0;
        for index in 0..self.regions.len() {
            let region = &self.regions[index];
            brackets::find(region, &mut opening, &mut aligner, &mut found);
            if signs {
                legends::find(region, &mut aligner, &mut found);
            }
            let words = self.words[from..].iter().take_while(|(place, _)| *place == index).map(|(_, word)| word);
            from += words.clone().count();
            if region.is_english() {
                found.extend(words.filter_map(|word| beside::definition(region, word, &mut aligner)));
            }
            found.sort_by_key(|found| (found.short.start, found.short.end));
            let mut end = 0;
            for Found { short, long } in found.drain(..) {
                let region = &self.regions[index];
                if short.start >= end {
                    end = short.end;
                    let (short_span, long) = (region.span(&short), region.span(&long));
                    self.add(AbbreviationKind::Defined, (index, short), short_span, long);
                }
            }
        }
    }

    fn add(&mut self, kind: AbbreviationKind, (region, word): (usize, Range<usize>), short: TextSpan, long: TextSpan) {
        let region = &self.regions[region];
        self.rows.push(Row { text: region.span(&word), block: region.block, definition: self.definitions.len(), kind });
        self.definitions.push(Definition { name: &region.content[word], short, long });
    }

    /// Finds the uses of what is defined, and the definitions of what is used, among the words with two capitals on end.
    fn imply(&mut self) {
        let names = Names::of(&self.definitions);
        let mut wanted: Vec<Wanted<'t>> = Vec::new();
        let mut open: Vec<(usize, usize, Range<usize>)> = Vec::new();
        for (index, word) in std::mem::take(&mut self.words) {
            let region = &self.regions[index];
            let content: &'t str = region.content;
            if initialisms::is_code(content, &word) {
                continue;
            }
            if let Some(definitions) = names.get(&content[word.clone()]) {
                let text = region.span(&word);
                let definition = self.nearest(definitions, text);
                self.rows.push(Row { text, block: region.block, definition, kind: AbbreviationKind::Used });
            } else if let Some(new) = Wanted::of(content, &word) {
                let known = wanted.iter().position(|known| known.letters == new.letters);
                let place = known.or_else(|| (wanted.len() < implied::WANTED).then_some(wanted.len()));
                if known.is_none() && place.is_some() {
                    wanted.push(new);
                }
                open.extend(place.map(|place| (place, index, word)));
            }
        }
        if wanted.is_empty() {
            return;
        }
        implied::find(&self.regions, &mut wanted);
        for (place, wanted) in wanted.iter().enumerate() {
            let Some((region, range)) = wanted.name() else { continue };
            let long = self.regions[*region].span(range);
            let definition = self.definitions.len();
            let mut occurrences = open.iter().filter(|(known, ..)| *known == place);
            let Some((_, region, word)) = occurrences.next() else { continue };
            let short = self.regions[*region].span(word);
            self.add(AbbreviationKind::Implied, (*region, word.clone()), short, long);
            for (_, region, word) in occurrences {
                let region = &self.regions[*region];
                let text = region.span(word);
                self.rows.push(Row { text, block: region.block, definition, kind: AbbreviationKind::Used });
            }
        }
    }

    /// The last definition before a use, or else the first. They are in order of place.
    fn nearest(&self, definitions: &[(&str, usize)], text: TextSpan) -> usize {
        let before = definitions.partition_point(|(_, index)| self.definitions[*index].short.start() <= text.start());
        definitions[before.saturating_sub(1)].1
    }

    /// Finds the uses of short forms that do not show by two capitals on end.
    fn use_odd(&mut self) {
        let mut odd: Vec<(&str, usize)> = Vec::new();
        for (index, definition) in self.definitions.iter().enumerate() {
            let name = definition.name;
            let shows = initialisms::words(name).next() == Some(0..name.len());
            if !shows && short::is_telling(name) && odd.len() < ODD && odd.iter().all(|(known, _)| *known != name) {
                odd.push((name, index));
            }
        }
        for (name, definition) in odd {
            for region in &self.regions {
                for at in memmem::find_iter(region.content.as_bytes(), name.as_bytes()) {
                    let word = at..at + name.len();
                    if stands_alone(region.content, &word) {
                        let text = region.span(&word);
                        self.rows.push(Row { text, block: region.block, definition, kind: AbbreviationKind::Used });
                    }
                }
            }
        }
    }

    /// The rows in order, each with the number of its definition.
    fn table(mut self) -> Table {
        // At one place a definition goes before a use, and the longer word before the shorter.
        self.rows.sort_by_key(|row| (row.text.start(), row.kind as u8, std::cmp::Reverse(row.text.end())));
        let mut rows: Vec<Row> = Vec::with_capacity(self.rows.len());
        for row in self.rows {
            let within = |last: &Row| row.text.start() < last.text.end();
            // Where two overlap the first stays, but a definition that others point to goes before a use.
            if row.kind != AbbreviationKind::Used
                && rows.last().is_some_and(|last| within(last) && last.kind == AbbreviationKind::Used)
            {
                rows.pop();
            }
            if !rows.last().is_some_and(within) {
                rows.push(row);
            }
        }
        // What is defined inside another definition has no row, and nothing points to it.
        let mut defined = vec![false; self.definitions.len()];
        let definitions = rows.iter().filter(|row| row.kind != AbbreviationKind::Used);
        definitions.for_each(|row| defined[row.definition] = true);
        rows.retain(|row| defined[row.definition]);
        let mut numbers = vec![None; self.definitions.len()];
        for (number, row) in rows.iter().enumerate() {
            if row.kind != AbbreviationKind::Used {
                numbers[row.definition] = Some(number as u32);
            }
        }
        let mut table = Table::of::<Abbreviation>();
        debug_assert!(rows.iter().all(|row| row.text.end() as usize <= self.text.len()));
        for Row { text, block, definition, kind } in rows {
            let Definition { short, long, .. } = self.definitions[definition];
            let definition = if kind == AbbreviationKind::Used { numbers[definition] } else { None };
            table.push(Abbreviation { text, short, long, kind, definition, block });
        }
        table
    }
}

/// The short forms that are defined, in order, so that a word is found among many.
struct Names<'t>(Vec<(&'t str, usize)>);

impl<'t> Names<'t> {
    fn of(definitions: &[Definition<'t>]) -> Self {
        let telling = definitions.iter().enumerate().filter(|(_, definition)| short::is_telling(definition.name));
        let mut names: Vec<_> =
            telling.map(|(index, definition)| (initialisms::singular(definition.name), index)).collect();
        names.sort_unstable();
        Self(names)
    }

    /// The definitions of a word.
    fn get(&self, word: &str) -> Option<&[(&'t str, usize)]> {
        let word = initialisms::singular(word);
        let from = self.0.partition_point(|(name, _)| *name < word);
        let to = from + self.0[from..].partition_point(|(name, _)| *name == word);
        (from < to).then(|| &self.0[from..to])
    }
}

/// Whether no letter, digit or hyphen with one stands on either side.
fn stands_alone(content: &str, word: &Range<usize>) -> bool {
    let before = content[..word.start].chars().next_back();
    let rest = &content[word.end..];
    let after = rest.strip_prefix('s').unwrap_or(rest).chars().next();
    !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
}
