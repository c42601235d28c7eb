//! One article as a word diff to read.

use std::fmt::Write as _;

use copydesk::{Document, TextSpan};
use copydesk_corpus::Record;

use crate::outcome::counted;
use crate::paint::{ADDED, FAINT, HEADING, LABEL, NOTE, Paint, REMOVED};
use crate::printable::printable;

use super::hunks::{Change, Hunk, What, hunks};
use crate::visible::{shown, visible, visible_bytes};

/// Longer changes are cut in the middle, in characters: a page of markup may stand in one.
const LONGEST: usize = 120;

pub(super) fn print(
    record: &Record,
    id: &str,
    document: &Document,
    changes: &[Change<'_>],
    words: usize,
    paint: Paint,
) -> String {
    let mut out = String::new();
    let _ =
        writeln!(out, "{}{}", paint.paint(&printable(&title(record, id)), HEADING), facts(document, changes, paint));
    for hunk in hunks(document, changes, words) {
        print_reasons(hunk.changes, paint, &mut out);
        print_hunk(document, &hunk, paint, &mut out);
    }
    out
}

/// What the article is called, and where it stands if that does not say it.
fn title(record: &Record, id: &str) -> String {
    if id.starts_with(&record.place.file) { id.to_owned() } else { format!("{id} ({})", record.place) }
}

fn facts(document: &Document, changes: &[Change<'_>], paint: Paint) -> String {
    let language = document.language().map_or("language unknown", |language| language.code());
    let notes = changes.iter().filter(|change| matches!(change.what, What::Note(_))).count();
    let repairs = changes.len() - notes;
    let mut facts = format!(" · {} · {language} · {}", document.envelope().name(), counted(repairs as u64, "repair"));
    if notes > 0 {
        let _ = write!(facts, " · {}", counted(notes as u64, "note"));
    }
    paint.paint(&facts, FAINT)
}

/// A line for every change: its place, its rule, its risk, its evidence. Neighbours of which all but the place is the same share one.
fn print_reasons(changes: &[Change<'_>], paint: Paint, out: &mut String) {
    let mut rest = changes;
    while let Some(first) = rest.first() {
        let reason = reason(first);
        let same = rest.iter().take_while(|change| self::reason(change) == reason).count();
        let (lines, last) = (first.line, rest[same - 1].line);
        let place = if lines == last { format!("line {lines}") } else { format!("lines {lines}–{last}") };
        let times = if same == 1 { String::new() } else { format!(" ×{same}") };
        let (name, why) = reason;
        let _ = writeln!(out, "{}: {name}{times}{}", paint.paint(&place, LABEL), paint.paint(&why, FAINT));
        rest = &rest[same..];
    }
}

/// What is done or noted, and why.
fn reason(change: &Change<'_>) -> (String, String) {
    match &change.what {
        What::Repair(repair) => {
            let rules: Vec<_> = repair.rules().names().collect();
            let evidence: Vec<_> = repair.evidence().iter().map(ToString::to_string).collect();
            let evidence = if evidence.is_empty() { String::new() } else { format!(" ({})", evidence.join(", ")) };
            (rules.join("+"), format!(", {}{evidence}", repair.risk().name()))
        }
        What::Note(note) => (format!("note {}", note.kind.name()), format!(": {}", printable(&note.message))),
    }
}

fn print_hunk(document: &Document, hunk: &Hunk<'_, '_>, paint: Paint, out: &mut String) {
    let text = document.text();
    let slice = |start: u32, end: u32| shown(document.slice(TextSpan::new(start, end)));
    out.push_str("    ");
    if !text[..hunk.text.start() as usize].ends_with('\n') && hunk.text.start() > 0 {
        out.push_str("… ");
    }
    let mut at = hunk.text.start();
    for change in hunk.changes {
        out.push_str(&slice(at, change.text.start()));
        out.push_str(&mark(document, change, paint));
        at = change.text.end();
    }
    out.push_str(&slice(at, hunk.text.end()));
    let rest = &text[hunk.text.end() as usize..];
    if !rest.is_empty() && !rest.starts_with(['\n', '\r']) {
        out.push_str(" …");
    }
    out.push('\n');
}

/// `[-what was there-]{+what is there now+}`, `{?what a note is about?}`; with colours these say it.
fn mark(document: &Document, change: &Change<'_>, paint: Paint) -> String {
    let marked = |open: &str, text: &str, close: &str, style| match paint {
        _ if text.is_empty() && close != "?}" => String::new(),
        Paint::Plain => format!("{open}{text}{close}"),
        Paint::Colors => paint.paint(text, style),
    };
    match &change.what {
        What::Repair(repair) => {
            let (before, after) = (shortened(visible_bytes(repair.before())), shortened(visible(repair.after())));
            marked("[-", &before, "-]", REMOVED) + &marked("{+", &after, "+}", ADDED)
        }
        What::Note(_) => marked("{?", &shortened(visible(document.slice(change.text))), "?}", NOTE),
    }
}

fn shortened(text: String) -> String {
    let count = text.chars().count();
    if count <= LONGEST {
        return text;
    }
    let head: String = text.chars().take(LONGEST / 2).collect();
    let tail: String = text.chars().skip(count - LONGEST / 2).collect();
    format!("{head}…{tail}")
}
