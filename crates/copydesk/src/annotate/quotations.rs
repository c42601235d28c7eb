//! # quotations
//!
//! What stands in quotation marks, who said it, and the verb by which the article says so.
//!
//! **A row** is a quoted stretch with its marks: straight, curly or doubled backticks, `« »` and `» «`, `„ “`, and single marks where they
//! cannot be apostrophes. A stretch inside another is a row of its own, without a speaker.
//!
//! - `kind` is `direct` for speech that stands by itself or is set off by a comma or a colon (if it is only a few words, a verb of speech
//!   must follow the comma). It is `mixed` for somebody's words in a sentence of the article's, and `scare` for titles, nicknames and words
//!   from which the article distances itself.
//! - `speaker` is who said it: the place of the phrase, and the name.
//! - `antecedent` is the name that a pronoun stands for, if the sentence before names only one person, and no pronoun of the other gender
//!   stands before it in its own sentence. The speaker stays the pronoun.
//! - `verb` is the verb that reports (or `according`).
//! - `continues`: a quotation over several paragraphs is a row in each of them, and this is the number of the row that it continues.
//! - `block` is the number of the block.
//!
//! The name is the phrase itself, or its fullest form in the text if there is only one (`Doe`: `Jane Doe`, or `JANE Doe` as some papers
//! begin a text; but `Mrs Doe` is not John Doe). For an office it is the person after its comma (`the minister, Jane Doe,`). If the
//! sentence begins with a full name, that is the speaker, whatever stands between it and the verb
//! (`Jane Doe, a diver in Norhaven, the port, said`, `Jane Doe, Deputy Mayor, Trade, said`). Reports and groups are named with the words
//! before their noun (`according to an annual report`, `to Norland officials`). A description after a source is left out
//! (`a source close to the yard`).
//!
//! The speaker is found:
//!
//! - after the quotation, before it, or in the clause between its two halves;
//! - later in the sentence;
//! - with the quotation before it;
//! - in the sentence before, if that reports what was said;
//! - in the line before, if that ends with a colon.
//!
//! What a paper passes on is said by whoever says it there (`Doe said it was “grim,” the Courier reported`). What introduces a sentence is
//! no speaker: a time, a place, a heading and its colon, the line below a picture. Nor is a pronoun with an auxiliary (`I’m`, `he’d`), or
//! either of two possible subjects of a clause after `and`. If a quotation's comma is followed by a clause of its own that is not
//! understood, nobody is named, whoever spoke before.
//!
//! A mark that is never closed ends with its block if it plainly opens speech, and is no row otherwise. Nor is a single mark a row if it
//! would quote a page with quotations of its own.
//!
//! **Leaves alone** indirect speech; apostrophes, feet and inches; attribute values in stray markup. It names no speaker if in doubt:
//!
//! - for what is denied (`never said “…”`, `nobody said “…”`);
//! - for words that are spoken of (`the term “…”`, `the message “…”`) or written on a sign;
//! - for what others say (`being labelled a “…”`, `alleged “…”`);
//! - if the only candidate is told or accused (`told to “…”`, the headline `Murder accused “…”`);
//! - after a verb that reports only at times (`continued with “…”`) or has another object (`a meeting he held: “…”`);
//! - before a verb of speech whose subject was not understood;
//! - for what somebody heard (`the court heard “…”`).
//!
//! A doubtful speaker is not carried over to the next quotation either. In a relative clause that goes on with `and`, the speaker is the
//! one it is about, or nobody: never what the sentence begins with.
//!
//! Speakers need the words of a language. English has all of the above, six others a part of it, Portuguese and Spanish the most. Without a
//! known language there are only marks and kinds.

// The way of a quotation: `marks` finds its stretch, `sentence` gives the words around it as `tokens`, `setting` and `speakers` find who
// speaks, `kind` tells its kind, and `names` gives the speaker's full name. Reporting clauses are found by `clause` and `before`. They ask
// `phrase`, `subject`, `aside`, `apposed` and `cited` who it is, and `doubt`, `done` and `shape` what speaks against it. `foreign` has the
// same for other languages, in small.

mod apposed;
mod aside;
mod before;
mod cited;
mod clause;
mod done;
mod doubt;
mod foreign;
mod gender;
mod kind;
mod marks;
mod names;
mod phrase;
mod sentence;
mod setting;
mod shape;
mod speakers;
mod subject;
mod tokens;
mod traits;
mod words;

use crate::blocks::Role;
use crate::language::Language;
use crate::span::TextSpan;

use super::{Annotated, Layer, Mention, Named, Record, Table};
use marks::{Places, Stretch};
use names::Names;
use sentence::Sentences;
use speakers::Found;

/// Quotations and their speakers.
pub static LAYER: Layer =
    Layer { name: Quotation::NAME, page: include_str!("quotations.rs"), columns: Quotation::COLUMNS, annotate };

crate::category! {
    /// The kind of a quotation.
    pub enum QuotationKind {
        /// Speech, standing alone or set off by a comma or a colon.
        Direct = "direct",
        /// Somebody's words inside a sentence of the article.
        Mixed = "mixed",
        /// A title, a nickname, or words from which the article distances itself.
        Scare = "scare",
    }
}

crate::record! {
    /// A stretch in quotation marks.
    pub struct Quotation as "quotations" {
        /// Who said it; none if in doubt.
        pub speaker: Option<Mention>,
        /// The verb that reports it.
        pub verb: Option<TextSpan>,
        /// The kind of quotation.
        pub kind: QuotationKind,
        /// The number of the row that it continues, across the end of a paragraph.
        pub continues: Option<u32>,
        /// If the speaker is a pronoun: the name it stands for, if the sentence before names only one person.
        pub antecedent: Option<TextSpan>,
        /// The number of its block.
        pub block: u32,
    }
}

impl crate::Document {
    /// The quotations in the running text. Empty if the layer was not requested.
    pub fn quotations(&self) -> impl Iterator<Item = Quotation> + '_ {
        self.layer()
    }
}

/// A row that may still get the speaker of another one.
#[derive(Clone, Copy)]
struct Row<'t> {
    text: TextSpan,
    speaker: Option<(TextSpan, &'t str)>,
    verb: Option<TextSpan>,
    kind: QuotationKind,
    continues: Option<u32>,
    antecedent: Option<TextSpan>,
    block: u32,
}

/// Room for this many rows, and for the stretches of one block. Most articles have no more.
const ROWS: usize = 16;
const STRETCHES: usize = 8;

/// The block that was read last, for the one after it.
#[derive(Default)]
struct Before<'t> {
    content: &'t str,
    start: u32,
    block: u32,
    /// Its stretches that stand in no other.
    outer: Vec<Stretch>,
    /// The row of a quotation that was not closed, and the shape of its mark.
    open: Option<(u32, marks::Shape)>,
}

fn annotate(annotated: &Annotated<'_>) -> Table {
    let mut table = Table::of::<Quotation>();
    let mut places = Places::of(annotated.text);
    if !places.is_any_in(0..annotated.text.len()) {
        return table;
    }
    let mut rows: Vec<Row<'_>> = Vec::with_capacity(ROWS);
    let mut naming = Naming { annotated, sentences: Sentences::default(), names: Names::of(annotated.language) };
    let mut stretches = Vec::with_capacity(STRETCHES);
    let (mut outer, mut found) = (Vec::with_capacity(STRETCHES), Vec::with_capacity(STRETCHES));
    let mut before = Before::default();
    for (block, _, span, content) in annotated.blocks() {
        if !places.is_any_in(span.range()) {
            before.outer.clear();
            before = Before { content, start: span.start(), block, open: None, outer: before.outer };
            continue;
        }
        if !is_next(annotated, before.block, block) {
            before = Before::default();
        }
        let edges = places.stretches(span.range().start, content, &mut stretches);
        end_of_open(content, &before, &edges, &mut stretches);
        outer.clear();
        outer.extend(stretches.iter().filter(|stretch| !stretch.nested).copied());
        naming.find(content, &outer, &mut found);
        let continues = continued(content, &before, &outer);
        let mut read = found.iter();
        for stretch in &stretches {
            let top = if stretch.nested { None } else { read.next() };
            let first = outer.first().is_some_and(|first| first.start == stretch.start) && !stretch.nested;
            let mut row = Row {
                text: span_from(span.start(), (stretch.start, stretch.end)),
                speaker: None,
                verb: None,
                kind: kind::of(content, stretch, top),
                continues: continues.filter(|_| first),
                antecedent: None,
                block,
            };
            if let Some(found) = top {
                naming.attribute(&mut row, *found, first, &before, span.start());
            }
            rows.push(row);
        }
        before.open = left_open(&rows, &outer, span.start());
        (before.content, before.start, before.block) = (content, span.start(), block);
        std::mem::swap(&mut before.outer, &mut outer);
    }
    share(&mut rows);
    put(&rows, &mut table);
    table
}

/// The row that the first stretch of a block continues: the one that the block before left open, if the mark is of the same shape and nothing
/// stands before it.
fn continued(content: &str, before: &Before<'_>, outer: &[Stretch]) -> Option<u32> {
    let (open, shape) = before.open?;
    let first = outer.first().filter(|first| content[..first.start].trim().is_empty())?;
    (first.shape == shape).then_some(open)
}

/// The row of a block's last stretch, if that is not closed. `start` is where the block begins.
fn left_open(rows: &[Row<'_>], outer: &[Stretch], start: u32) -> Option<(u32, marks::Shape)> {
    let last = outer.last().filter(|last| last.close == 0)?;
    let row = rows.iter().rposition(|row| row.text.start() == start + last.start as u32)?;
    Some((row as u32, last.shape))
}

/// Writes the rows into the table.
fn put(rows: &[Row<'_>], table: &mut Table) {
    table.reserve(rows.len());
    for row in rows {
        table
            .begin(row.text)
            .put(row.speaker.map(|(text, name)| Named(text, name)))
            .put(row.verb)
            .put(row.kind)
            .put(row.continues)
            .put(row.antecedent)
            .put(row.block);
    }
}

/// Finds and names the speakers of a document, block by block.
struct Naming<'a, 't> {
    annotated: &'a Annotated<'t>,
    sentences: Sentences,
    names: Names<'t>,
}

impl<'t> Naming<'_, 't> {
    /// Finds what a block says of its stretches. A language without words shows only their shape.
    fn find(&mut self, content: &str, outer: &[Stretch], found: &mut Vec<Found>) {
        let language = self.annotated.language;
        if language == Some(Language::English) {
            speakers::read(content, outer, &mut self.sentences, found);
        } else {
            speakers::shapes(content, outer, &mut self.sentences, found);
            if let Some(language) = language {
                foreign::read(content, outer, language, found);
            }
        }
    }

    /// Gives a row its speaker, from its own block or from the line before. `first` says whether the row is the first of its block, which begins
    /// at `start`.
    fn attribute(&mut self, row: &mut Row<'t>, mut found: Found, first: bool, before: &Before<'t>, start: u32) {
        let Self { annotated, sentences, names } = self;
        let text = annotated.text;
        let mut named_from = start;
        let english = annotated.language == Some(Language::English);
        if found.speaker.is_none() && first && found.opens && english {
            // `The mayor said:` on a line of its own introduces what is quoted on the next.
            if let Some(introduced) = sentences.introduction(before.content, &before.outer) {
                found = Found { whole: true, ..introduced };
                named_from = before.start;
            }
        }
        if let Some(speaker) = found.speaker {
            let speaker = span_from(named_from, speaker);
            let named = found.apposed.map_or(speaker, |apposed| span_from(named_from, apposed));
            row.speaker = Some((speaker, names.name(text, &text[named.range()])));
            row.verb = found.verb.map(|verb| span_from(named_from, verb));
        }
        if found.points {
            let here = found.antecedent.map(|place| span_from(start, place));
            let mut above = || sentences.last_person(before.content, &before.outer);
            let name = match (here, found.opens_block) {
                (None, true) => above().map(|place| span_from(before.start, place)),
                (here, _) => here,
            };
            // A person has a full name somewhere in the text. A town or a country has not.
            let pronoun = row.speaker.map_or("", |(speaker, _)| &text[speaker.range()]);
            row.antecedent = name.filter(|name| {
                let full = names.name(text, &text[name.range()]);
                names::suits(pronoun, &text[name.range()])
                    && names::suits(pronoun, full)
                    && full.contains(names::is_space)
            });
        }
    }
}

/// A span of a block as one of the text. `start` is where the block begins.
fn span_from(start: u32, (from, to): (usize, usize)) -> TextSpan {
    TextSpan::new(start + from as u32, start + to as u32)
}

/// Whether nothing but blanks stands between two blocks.
fn is_next(annotated: &Annotated<'_>, before: u32, block: u32) -> bool {
    (before + 1..block).all(|between| annotated.blocks.at(between as usize).role == Role::Blank)
}

/// Adds the stretch that a block begins with if it goes on with a quotation of the block before, whose opening mark is not repeated. It reaches
/// up to the closing mark.
fn end_of_open(content: &str, before: &Before<'_>, edges: &marks::Edges, stretches: &mut Vec<Stretch>) {
    let Some((end, close, shape)) = edges.closes.filter(|closes| before.open.is_some_and(|open| open.1 == closes.2))
    else {
        return;
    };
    let start = content.len() - content.trim_start().len();
    if start < end - close && stretches.first().is_none_or(|first| first.start >= end) {
        stretches.insert(0, Stretch { start, end, open: 0, close, shape, nested: false });
    }
}

/// Gives all parts of a quotation the speaker that is named with any of them.
fn share(rows: &mut [Row<'_>]) {
    let give = |from: usize, to: usize, rows: &mut [Row<'_>]| {
        if rows[to].speaker.is_none() && rows[from].speaker.is_some() {
            let Row { speaker, verb, antecedent, .. } = rows[from];
            rows[to] = Row { speaker, verb, antecedent, ..rows[to] };
        }
    };
    for row in 0..rows.len() {
        if let Some(open) = rows[row].continues {
            give(open as usize, row, rows);
        }
    }
    for row in (0..rows.len()).rev() {
        if let Some(open) = rows[row].continues {
            give(row, open as usize, rows);
        }
    }
}
