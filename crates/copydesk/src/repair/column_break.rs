//! # column-break
//!
//! **Sees** two blocks separated by blank lines, where the first stops in mid-sentence and the second continues it: a paragraph that a
//! newspaper column cut in two.
//!
//! **Does**: replaces the blank lines with one space, so that the two become one block. The forms are:
//!
//! - *attested*: the words on both sides of the break stand next to each other elsewhere in the document
//!   (`China- Central ¶ Asia gas pipeline`, with `Central Asia` in another paragraph);
//! - *clause*: the first half ends without a stop, and the second begins in lower case;
//! - *compound*: the break follows the hyphen of a compound, which is closed (`long- ¶ term`);
//! - *word*: the break is inside a word, after a hyphen that goes too (`al- ¶ legedly`) or without one (`Spee ¶ d`), and the halves are one
//!   known word, not two;
//! - *suspended*: the break follows a suspended hyphen.
//!
//! Both halves are running text: long enough, and no address, label or list item. What remains after the join is a sentence. The join is
//! `safe` if the document has other cut paragraphs (three in all, two of them clear), or the spaces after `-` and `(` that the same kind of
//! extraction inserts.
//!
//! **Leaves alone** a second half that begins in upper case without attestation. Of nine such places read in each of eight sets of
//! articles, at most two were cut paragraphs. The rest were headings, captions, signatures and *missing* text, which a join would hide. It
//! also leaves a first half that ends in a possessive, or in a preposition before a verb or another preposition: a linked name is missing
//! there. It leaves verse, hard-wrapped text, and documents in which many paragraphs begin in lower case, because their layout puts phrases
//! on lines of their own.
//!
//! **Evidence**: in e-paper text, 24 of 28 lower-case continuations read were cut paragraphs. In BBC pages, 50 of 63 were lost names.

mod cut;
mod paragraph;

use memchr::memmem;

use crate::language::Language;
use crate::note::NoteKind;

use super::words::{self, starts_lower, starts_upper};
use super::{Article, Family, Finding, Outcome, Reading, Risk, Rule, RuleKind, Spot, Tally};

/// The rule `column-break`.
pub(crate) static RULE: Rule = Rule {
    name: "column-break",
    page: include_str!("column_break.rs"),
    kind: RuleKind::Repair { family: Family::Breaks, find, decide },
};

const fn finding(name: &'static str, reading: Reading, message: &'static str) -> Finding {
    Finding { name, reading, replacement: " ", note: NoteKind::AmbiguousBreak, message }
}

static ATTESTED: Finding =
    finding("attested", Reading::Clear, "a break inside a phrase that the document has whole elsewhere");
static CLAUSE: Finding =
    finding("clause", Reading::Clear, "a paragraph that stops in mid-sentence before one in lower case");
static LOST: Finding =
    finding("clause", Reading::Doubtful, "a paragraph that stops in mid-sentence: a cut, or text that is missing");

use paragraph::{Block, Blocks, begins_name, ends_open, ends_sentence, hides_loss, is_running, stops_in_sentence};

pub(crate) use paragraph::goes_on;

/// Halves shorter than this are headings, captions, verse or table cells as often as halves of a paragraph, in bytes.
const FIRST_HALF: usize = 60;
const SECOND_HALF: usize = 30;
/// From this length on a second half is running text however it ends, in bytes.
const RUNNING: usize = 120;
/// A document in which more than one in this many blocks begins in lower case sets phrases on lines of their own: even where every
/// paragraph is cut in two, half of the blocks begin one.
const PHRASE_LAYOUT: usize = 2;
/// The longest line of hard-wrapped text, in bytes, and how many breaks before such lines make a text hard-wrapped.
const WRAP: usize = 84;
const WRAPPED: usize = 3;
/// How many breaks are looked up in the whole text: each look-up reads all of it.
const LOOKUPS: usize = 16;

fn find(article: &Article<'_>, spots: &mut Vec<Spot>) {
    if !article.has_rules() || article.lines.count() < 3 {
        return;
    }
    let blocks = Blocks { text: article.text, lines: article.lines };
    let first_spot = spots.len();
    let (mut count, mut small, mut lookups) = (0, 0, 0);
    let mut wrapped = Wrapped::default();
    let mut last: Option<Block<'_>> = None;
    for mut block in blocks.iter() {
        count += 1;
        small += usize::from(starts_lower(block.content));
        if let Some(last) = last
            && last.end < block.start
            && block.after_blank
            && let Some(finding) = read(article, &last, &block, &mut lookups)
        {
            // A hyphen that the break put in goes with it.
            let start = last.end - u32::from(std::ptr::eq(finding, &raw const cut::WORD));
            spots.push(Spot { start, end: block.start, rule: &RULE, finding });
            wrapped.push(&last, &block);
            // A paragraph may be cut twice: once joined, the two halves are the first half of the next break.
            if finding.reading == Reading::Clear {
                block.head = last.head;
            }
        }
        last = Some(block);
    }
    let spots = &mut spots[first_spot..];
    let phrases = small * PHRASE_LAYOUT > count;
    let wrapped = wrapped.lines();
    for (index, spot) in spots.iter_mut().enumerate() {
        if spot.finding.reading == Reading::Clear && (phrases || wrapped.get(index) == Some(&true)) {
            spot.finding = &LOST;
        }
    }
}

/// Breaks before short lines: a mail that is hard-wrapped and has a blank line after each. Only the second half is measured, and what
/// goes on from it counts with it: a join makes the first half longer, and must not change the verdict on the next break.
#[derive(Default)]
struct Wrapped {
    /// For each break whether the second line is short, and whether the first line is the second one of the break before.
    breaks: Vec<(bool, bool)>,
    count: usize,
    last_start: u32,
}

impl Wrapped {
    fn push(&mut self, first: &Block<'_>, second: &Block<'_>) {
        let short = second.content.len() <= WRAP;
        self.count += usize::from(short);
        self.breaks.push((short, first.start == self.last_start));
        self.last_start = second.start;
    }

    /// Which of the breaks are line ends of hard-wrapped text; empty if the text is not wrapped.
    fn lines(self) -> Vec<bool> {
        if self.count < WRAPPED {
            return Vec::new();
        }
        let mut line = false;
        let breaks = self.breaks.into_iter().map(|(short, follows)| {
            line = short || follows && line;
            line
        });
        breaks.collect()
    }
}

fn decide(spot: &Spot, tally: &Tally) -> Outcome {
    let vouched = tally.breaks_are_damage()
        || tally.spaces_are_damage()
        || std::ptr::eq(spot.finding, &raw const ATTESTED) && tally.spaces_vouch();
    match spot.finding.reading {
        Reading::Clear if vouched => Outcome::Repair(Risk::Safe),
        Reading::Clear if cut::is_certain(spot.finding) => Outcome::Repair(Risk::Likely),
        Reading::Clear => Outcome::Repair(Risk::All),
        _ => Outcome::Note,
    }
}

fn read(article: &Article<'_>, first: &Block<'_>, second: &Block<'_>, lookups: &mut usize) -> Option<&'static Finding> {
    let hyphen = cut::hyphen(first.content);
    if !hyphen && !stops_in_sentence(first.content)
        || first.head.len().max(first.content.len()) < FIRST_HALF
        || !second.content.starts_with(char::is_alphabetic)
    {
        return None;
    }
    let left = words::word_before(first.content, first.content.len() - usize::from(hyphen));
    let right = words::word_after(second.content, 0);
    if left.is_empty() && !first.content.ends_with([',', ';']) || !is_running(first.head, first.content) {
        return None;
    }
    // A second half that does not end a sentence may be cut again itself.
    let cut_again = second.content.len() >= FIRST_HALF && stops_in_sentence(second.content);
    let ends = ends_sentence(second.content) || second.content.len() >= RUNNING;
    let continues = second.content.len() >= SECOND_HALF && (ends || cut_again);
    if hyphen {
        let sound = continues && !words::in_address(second.content, 0, right.len());
        return sound.then(|| cut::read_hyphen(article, first, second, lookups)).flatten();
    }
    if starts_lower(second.content) {
        if !continues
            || starts_lower(first.head)
            || words::in_address(second.content, 0, right.len())
            || begins_name(second.content, right)
        {
            return None;
        }
        if article.is_english() && cut::is_split_word(left, right) {
            return Some(&cut::SPLIT);
        }
        let listed = first.content.ends_with(';');
        let clause = !listed && (article.language == Some(Language::English) || ends_open(article.language, left));
        return Some(if clause && !hides_loss(left, right) { &CLAUSE } else { &LOST });
    }
    if starts_upper(left) && continues && *lookups < LOOKUPS {
        *lookups += 1;
        if stands_together(article.text, left, " ", right, first.end as usize) {
            return Some(&ATTESTED);
        }
    }
    // `leaving people there with ¶ Earlier on Monday`: a phrase that cannot end so.
    (article.is_english() && continues && words::NEVER_FIRST.has(left)).then_some(&LOST)
}

/// Whether the two words stand somewhere else in the text, with this between.
fn stands_together(text: &str, left: &str, joint: &str, right: &str, not_at: usize) -> bool {
    let bytes = text.as_bytes();
    memmem::find_iter(bytes, left.as_bytes()).any(|at| {
        let end = at + left.len();
        let rest = &text[end..];
        end != not_at
            && !text[..at].ends_with(char::is_alphanumeric)
            && rest
                .strip_prefix(joint)
                .and_then(|rest| rest.strip_prefix(right))
                .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    })
}
