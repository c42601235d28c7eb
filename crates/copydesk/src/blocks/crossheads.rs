//! # crossheads
//!
//! Headings inside the body.
//!
//! **Forms** a short row that ends no sentence, between running text that has come to its end and running text that begins anew:
//! - in capitals (`WHAT THE COUNCIL SAYS`), or capitalised as a title (`A Harbour Without Boats`), up to twelve words;
//! - in sentence case, up to six words (`Setting out again`), or any of them as a question (`Who pays for it?`).
//!
//! **Leaves alone** one-line quotations, signatures and names of the social networks, labels (`Source: …`), rows with links, dates and
//! figures, what stands next to a picture's words or furniture, rows in a run of short ones (lists, verse, transcripts, menus),
//! and every row that ends with a stop: ordinary short paragraphs do. In a text half of whose rows are short, a short row says nothing.

use super::title_shape::{self, Case, End, TitleShape};
use super::{Family, Role, Sheet};

pub(super) static FAMILY: Family = Family { name: "crossheads", page: include_str!("crossheads.rs"), label };

/// The longest crosshead in bytes, and the most words of one in title case and in sentence case.
const LONGEST: usize = 70;
const TITLE_WORDS: usize = 12;
const SENTENCE_WORDS: usize = 6;

fn label(sheet: &mut Sheet<'_>) {
    let filled: Vec<usize> = sheet.filled().collect();
    let (short, running) = tally(sheet, &filled);
    // Where short rows are as frequent as running ones, they are what the text is made of.
    if short * 2 > running {
        return;
    }
    for at in 1..filled.len().saturating_sub(1) {
        let [above, row, below] = [filled[at - 1], filled[at], filled[at + 1]];
        if sheet.is_open(row)
            && is_crosshead(sheet.content(row))
            && ends_before(sheet, above)
            && begins_after(sheet, below)
        {
            sheet.label(row, Role::Crosshead);
        }
    }
}

/// How many unclaimed rows are short and end no sentence, and how many are running text.
fn tally(sheet: &Sheet<'_>, filled: &[usize]) -> (usize, usize) {
    let (mut short, mut running) = (0, 0);
    for &row in filled.iter().filter(|&&row| sheet.is_open(row)) {
        let content = sheet.content(row);
        if content.len() > LONGEST || title_shape::end(content).ends_sentence() {
            running += 1;
        } else {
            short += 1;
        }
    }
    (short, running)
}

fn is_crosshead(content: &str) -> bool {
    const SHORTEST: usize = 4;
    if content.len() > LONGEST || content.len() < SHORTEST || is_marked(content) {
        return false;
    }
    let shape = TitleShape::of(content);
    let ended = matches!(shape.end, End::Open | End::Question);
    let words = match shape.case {
        Case::Title => TITLE_WORDS,
        Case::Capitals => TITLE_WORDS,
        Case::Sentence => SENTENCE_WORDS,
        Case::Lower => 0,
    };
    ended && (1..=words).contains(&shape.words)
}

/// Signs that a short row is something else: a quotation, a label, an address, a credit, a figure.
fn is_marked(content: &str) -> bool {
    let starts = content.starts_with(|c: char| c.is_alphabetic() || c.is_ascii_digit() || matches!(c, '¿' | '‘' | '“'));
    let signs = ['@', '#', '/', '|', '[', '{', '<', '=', '_', '\\', '©', '®', '™', '"', '\t', '*', '…', '»', '>', '~'];
    let quoted = content.starts_with(['“', '‘']) && content.ends_with(['”', '’']);
    let digits = content.bytes().filter(u8::is_ascii_digit).count();
    !starts
        || quoted
        || content.contains(signs)
        || content.contains(": ")
        || content.ends_with(')')
        || digits * 4 >= content.len()
        || content.contains("www.")
        || content.contains("--")
}

/// Whether running text has come to its end above.
fn ends_before(sheet: &Sheet<'_>, row: usize) -> bool {
    let content = sheet.content(row);
    match sheet.rows[row].role {
        None => title_shape::end(content).ends_sentence(),
        Some(Role::ListItem | Role::Answer | Role::Table) => true,
        _ => false,
    }
}

/// Whether running text begins below: longer than a crosshead, and as a sentence begins.
fn begins_after(sheet: &Sheet<'_>, row: usize) -> bool {
    const RUNNING: usize = 80;
    let content = sheet.content(row);
    let begins = content.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| !c.is_lowercase());
    match sheet.rows[row].role {
        None => {
            content.len() >= RUNNING
                && begins
                && content.starts_with(|c: char| c.is_alphanumeric() || "\"“‘«'".contains(c))
        }
        Some(Role::ListItem) => true,
        _ => false,
    }
}
