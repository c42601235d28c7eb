//! # quoting
//!
//! **Sees** the mark that mail programs put before every line of a forwarded message: `> `, or `> > ` for one forwarded twice.
//!
//! **Does**: removes the marks, each as a piece of its own, so that the article is read as usual. The first lines of the mail, which say
//! who forwarded it, have no mark and stay as they are.
//!
//! **Leaves alone** a text in which only some lines begin this way: somebody is quoted there, or a breadcrumb trail begins with `>`.
//!
//! **Evidence**: nine of ten lines that are not blank, and at least six, begin with the mark. One collection of 326 print articles came in
//! this form, by mail from a database.

use super::DecodeEdit;
use super::chain::Step;
use crate::repair::{Rule, RuleKind};

/// The rule that names every mark that is taken away.
pub(crate) static RULE: Rule = Rule { name: "quoting", page: include_str!("quoting.rs"), kind: RuleKind::Decode };

/// So many lines must be quoted.
const LEAST: usize = 6;
/// How deep quotes of quotes go: what begins with more marks is art.
const DEPTH: usize = 6;

/// Whether every line of the text, but for the first ones, is quoted.
pub(super) fn is_quoted(text: &str) -> bool {
    if memchr::memchr(b'>', text.as_bytes()).is_none() {
        return false;
    }
    let (mut quoted, mut plain) = (0, 0);
    for line in crate::lines::of(text) {
        if marks(line) > 0 {
            quoted += 1;
        } else if !line.trim().is_empty() {
            plain += 1;
            if plain > LEAST && plain > quoted {
                return false;
            }
        }
    }
    quoted >= LEAST && quoted >= 9 * plain
}

/// The length of the marks that the line begins with.
fn marks(line: &str) -> usize {
    let bytes = line.as_bytes();
    let mut at = 0;
    for _ in 0..DEPTH {
        if bytes.get(at) != Some(&b'>') {
            break;
        }
        at += 1;
        if bytes.get(at) == Some(&b' ') {
            at += 1;
        }
    }
    at
}

/// Takes the marks away.
pub(super) fn remove(text: &str) -> Step {
    let mut step = Step { text: String::with_capacity(text.len()), edits: Vec::new(), marks: Vec::new() };
    for line in crate::lines::inclusive(text) {
        let length = marks(line);
        if length > 0 {
            let at = (line.as_ptr() as usize - text.as_ptr() as usize) as u32;
            let end = step.text.len() as u32;
            step.edits.push(DecodeEdit::new(at..at + length as u32, end..end, &RULE));
        }
        step.text.push_str(&line[length..]);
    }
    step
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_taken_from_every_line() {
        let mail =
            "From: the desk\n> Ferry returns\n>\n> > It is back.\r\n> And\n> so\n> on\n> it goes\n> a\n> b\n> c\n";
        assert!(is_quoted(mail));
        assert_eq!(
            remove(mail).text,
            "From: the desk\nFerry returns\n\nIt is back.\r\nAnd\nso\non\nit goes\na\nb\nc\n"
        );
        assert!(!is_quoted("> Home\n> News\nThe ferry is back.\nIt sails.\n"));
        assert!(!is_quoted("a > b\n"));
    }
}
