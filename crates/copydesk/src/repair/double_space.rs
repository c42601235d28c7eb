//! # double-space
//!
//! **Sees** two spaces between two words of one clause.
//!
//! **Does** make them one, at the risk `all` alone: with any other risk nothing is changed and nothing noted. Squeezing spaces hides what
//! they may be the only trace of.
//!
//! **Leaves alone**, whatever the risk: two spaces after a full stop, a colon or a quotation, which are a typist's style; two before a
//! capital, where the dash of a dateline or the break of a paragraph may be lost; two before a mark, and after an article or a preposition,
//! where a name or a link is lost (`lost-text` notes those); three and more; lines with a tab, a bar, or a second gap of three spaces, which
//! are tables; the indent of a line; addresses.
//!
//! **Evidence** two thirds of the articles of one database have double spaces, and four of five of a collection of Brazil. In a third of the articles of
//! one agency two stand inside a clause with nothing lost, because a link was between them that is still there; in half of the articles of
//! another source a link was between them that is gone. The place does not tell which.

use crate::letters::floor_char_boundary;
use memchr::memmem;

use super::characters::{Becomes, Case, Unseen, is_unseen, is_white};
use super::words::{in_address, word_before};
use super::{Characters, Outcome, Pass, Place, Reading, Risk, Rule, RuleKind};

/// The rule `double-space`.
pub(crate) static RULE: Rule = Rule {
    name: "double-space",
    page: include_str!("double_space.rs"),
    kind: RuleKind::Characters { pass: Pass::Shapes, find, decide: |_, _| Outcome::Repair(Risk::All) },
};

static IN_CLAUSE: Case = Case { name: "in-clause", reading: Reading::Style, message: None };

/// How far the edges of a line are looked for: a longer one is no row of a table.
const LINE: usize = 240;

/// After these something may be lost.
const LEADING: &[&str] =
    &["a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "said", "that", "the", "to", "with"];

fn find(characters: &Characters<'_>, places: &mut Vec<Place>) {
    if !characters.allowed.allow(&RULE, Risk::All) {
        return;
    }
    let text = characters.text;
    let mut unseen = Unseen::new(text);
    let mut after = 0;
    for start in memmem::find_iter(text.as_bytes(), b"  ") {
        // A wide gap is met once.
        if start < after {
            continue;
        }
        let end = text.len() - text[start..].trim_start_matches(is_white).len();
        after = end;
        if end == start + 2 && is_in_clause(text, start, unseen.beside(start, end)) {
            places.push(Place { start, end, rule: &RULE, case: &IN_CLAUSE, becomes: Becomes::Text(" ") });
        }
    }
}

fn is_in_clause(text: &str, start: usize, (left, right): (Option<char>, Option<char>)) -> bool {
    let goes_on = left.is_some_and(|c| c.is_lowercase() || c == ',') && right.is_some_and(char::is_lowercase);
    goes_on
        && !super::words::has(LEADING, word_before(text, text[..start].trim_end_matches(is_unseen).len()))
        && !in_address(text, start, start + 2)
        && !is_table(text, start)
}

fn is_table(text: &str, at: usize) -> bool {
    let from = floor_char_boundary(text, at.saturating_sub(LINE));
    let to = floor_char_boundary(text, at + LINE);
    let start = text[from..at].rfind('\n').map_or(from, |end| from + end + 1);
    let end = text[at..to].find('\n').map_or(to, |end| at + end);
    let line = &text.as_bytes()[start..end];
    memchr::memchr2(b'\t', b'|', line).is_some() || memmem::find(line, b"   ").is_some()
}
