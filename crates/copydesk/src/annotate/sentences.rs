//! # sentences
//!
//! The sentences of the running text.
//!
//! **A row** is one sentence, with the marks that close it. `block` is the number of its block. No sentence crosses a block, and a headline
//! needs no stop. If a sentence goes on in another block (after a jump line, a picture, or a line end in its middle), `continues` is the
//! number of the row that it continues.
//!
//! - A full stop ends a sentence unless the word before it is a title (`Dr.`), goes with a number (`No. 10`) or is an initial. After
//!   another abbreviation it does so only before a word that begins sentences (`Plume Inc. The`). An elided article before the abbreviation
//!   changes nothing (`l'art. 3`). The initials that Spanish doubles stay together (`EE. UU.`), and so do
//!   shillings and pence (`7s. 6d.`).
//! - A question mark or exclamation mark ends one unless the sentence goes on: `“Is it?” he asked`, `“Is it?” I said.`, `Yahoo! said`.
//! - An ellipsis ends one before upper case.
//! - Closing quotation marks, brackets and references to notes belong to the sentence before them. A place with its stop and dash belongs
//!   to the one after it (`Glarus. – Der Landrat …`).
//! - Sentences in a quotation are rows of their own, unless the quotation is part of a sentence that goes on after it.
//! - Where the space between two sentences is lost, the next one begins right after the stop.
//!
//! The word lists are those of the text's language: English, German, French, Spanish, Portuguese, Italian or Dutch. In any other language
//! no word begins sentences, so an abbreviation never ends one. If the language is unknown, all seven lists count.
//!
//! **Leaves alone** what is not running text: bylines, tables, furniture, and lines that only divide (`* * *`, `xxxx`). A colon, a
//! semicolon or a dash ends nothing. Nor does the end of a line in a block without a stop, unless the line is short. Nor does an
//! abbreviation before a name, though sometimes it should (`bought Plume Inc. Harl said`): the words do not show which it is.

mod around;
mod before;
mod boundary;
mod joined;
mod lists;
mod marks;
mod next;
mod quoted;
mod split;
mod words;

use crate::blocks::Role;
use crate::letters;
use crate::span::TextSpan;

use super::{Annotated, Layer, Record, Table};
use marks::Found;
use words::Lists;

pub(super) use split::end_at;
pub(crate) use split::ends;
pub(super) use words::begins_sentences;

/// The sentences of the running text.
pub static LAYER: Layer =
    Layer { name: Sentence::NAME, page: include_str!("sentences.rs"), columns: Sentence::COLUMNS, annotate };

crate::record! {
    /// A sentence.
    pub struct Sentence as "sentences" {
        /// The number of its block.
        pub block: u32,
        /// The number of the row that it continues, if something stands between its parts.
        pub continues: Option<u32>,
    }
}

impl crate::Document {
    /// The sentences. Empty if the layer was not requested.
    pub fn sentences(&self) -> impl Iterator<Item = Sentence> + '_ {
        self.layer()
    }
}

fn annotate(annotated: &Annotated<'_>) -> Table {
    let mut table = Table::of::<Sentence>();
    let found = Found::of(annotated.text);
    let mut marks = found.marks();
    table.reserve(annotated.text.len() / SENTENCE);
    let lists = Lists::of(annotated.language);
    for (block, _, span, content) in annotated.blocks() {
        let mut continues = goes_on_from(annotated, block, content).and_then(|from| last_of(&table, from));
        marks.enter(span.start() as usize, content);
        split::each(&mut marks, annotated.language, lists, |start, end| {
            if !is_filler(content, start, end) {
                let text = TextSpan::new(span.start() + start as u32, span.start() + end as u32);
                table.push(Sentence { text, block, continues: continues.take() });
            }
        });
    }
    table
}

/// The last row of a block, if it has one; rows come in order of their blocks.
fn last_of(table: &Table, block: u32) -> Option<u32> {
    let block_of = |row: usize| table.row(row).map(|row| Sentence::load(&row).block);
    let (mut behind, mut end) = (0, table.len());
    while behind < end {
        let middle = behind + (end - behind) / 2;
        if block_of(middle) <= Some(block) { behind = middle + 1 } else { end = middle }
    }
    behind.checked_sub(1).filter(|&last| block_of(last) == Some(block)).map(|last| last as u32)
}

/// Whether a stretch says nothing: it has no letter or digit, or no letter other than the `x` that fills a line.
#[inline]
fn is_filler(content: &str, start: usize, end: usize) -> bool {
    // Most sentences begin with a letter, and no more of them is looked at.
    let first = content.as_bytes()[start];
    (!first.is_ascii_alphanumeric() || first.eq_ignore_ascii_case(&b'x')) && says_nothing(&content[start..end])
}

fn says_nothing(text: &str) -> bool {
    const FILLED: usize = 4;
    match text.trim_start_matches(|c: char| !letters::is_alphanumeric(c)).as_bytes() {
        [] => true,
        [b'x' | b'X', ..] => {
            let filled = text.bytes().filter(|byte| byte.eq_ignore_ascii_case(&b'x')).count();
            filled >= FILLED && text.chars().all(|c| matches!(c, 'x' | 'X') || !c.is_alphanumeric())
        }
        _ => false,
    }
}

/// How long a sentence is, or a little less: so many bytes of text have room for one.
const SENTENCE: usize = 96;

/// A line of fewer words that no mark ends is the item of a list more often than the beginning of a sentence.
const WORDS: usize = 3;

/// The block whose last sentence this one continues: the block it is known to continue, or else the line above, if an unexplained line end
/// is inside a sentence.
fn goes_on_from(annotated: &Annotated<'_>, block: u32, content: &str) -> Option<u32> {
    let blocks = annotated.blocks;
    let text = |block: u32| &annotated.text[blocks.at(block as usize).content.range()];
    let known = blocks.at(block as usize).continues;
    let from = known.or_else(|| {
        let above = block.checked_sub(1)?;
        let prose = [above, block].iter().all(|&block| blocks.at(block as usize).role == Role::Paragraph);
        let wrapped =
            || content.starts_with(char::is_lowercase) && text(above).split_whitespace().nth(WORDS - 1).is_some();
        (prose && wrapped()).then_some(above)
    })?;
    (!is_finished(text(from))).then_some(from)
}

/// Whether the text ends with the end of a sentence.
fn is_finished(text: &str) -> bool {
    text.trim_end_matches(['"', '\'', '”', '’', '»', ')', ']'])
        .ends_with(['.', '?', '!', '…', ':', '。', '．', '｡', '！', '？', '।', '॥', '؟', '۔'])
}
