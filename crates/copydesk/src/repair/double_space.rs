//! # double-space
//!
//! **Sees** two spaces between two words of one clause.
//!
//! **Does**: makes them one, but only at the risk `all`. At any other risk, nothing is changed or noted. Two spaces may be the only trace
//! of something lost, and squeezing them hides it.
//!
//! **Leaves alone**, whatever the risk:
//!
//! - two spaces after a full stop, a colon or a quotation, which are a typist's style;
//! - two before a capital, where the dash of a dateline or a paragraph break may be lost;
//! - two before a mark, and after an article or a preposition, where a name or a link is lost (`lost-text` notes those);
//! - three or more;
//! - tables (lines with a tab, a bar, or a second gap of three spaces after their indent) and lines close to them;
//! - the indent of a line; addresses.
//!
//! **Evidence**: double spaces are in two thirds of the articles of one database, and in four of five of a Brazilian collection. In a third
//! of one agency's articles, two spaces are inside a clause with nothing lost, because a link was between them that is still there. In half
//! of the articles of another source, the link is gone. The place does not show which.

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

/// How far rows of a table are looked for, in bytes that are no white space.
const NEAR: usize = 200;

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

/// Whether rows of a table stand around: behind their indent they have a tab, a bar or a wide gap. Other lines count too, for what is one
/// line here may become two (`lost-break`).
fn is_table(text: &str, at: usize) -> bool {
    const WIDE: usize = 3;
    let bytes = text.as_bytes();
    let (from, to) = (at - reach(bytes[..at].iter().rev()), at + reach(bytes[at..].iter()));
    let (mut begun, mut gap) = (false, 0);
    bytes[from..to].iter().any(|byte| {
        match byte {
            b'\n' => begun = false,
            b'\t' => return begun,
            b'|' => return true,
            b' ' => {}
            _ => begun = true,
        }
        gap = if *byte == b' ' { gap + 1 } else { 0 };
        begun && gap == WIDE
    })
}

/// How many bytes hold so many that are no white space, which no repair gives a text more of.
fn reach<'b>(bytes: impl Iterator<Item = &'b u8>) -> usize {
    let mut seen = 0;
    let near = bytes.take(2 * NEAR).take_while(|byte| {
        seen += usize::from(!byte.is_ascii_whitespace());
        seen <= NEAR
    });
    near.count()
}
