//! What text and the markup between come to: line ends, labels, spaces, or nothing.

use std::ops::Range;

use super::super::markup::RULE;
use super::super::{Mark, entities};
use super::page::Page;

/// The longest tag whose brackets are references, without them.
const BREAK: usize = 8;
/// The longest label.
const LABEL: usize = 80;

/// What markup and white space between two stretches of text come to.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Between {
    Nothing,
    Space,
    Comma,
    Cell,
    Line,
}

/// A run of markup and white space.
pub(super) struct Run {
    pub(super) start: usize,
    /// Where the last tag of it begins from which the next line is to be read.
    pub(super) cut: Option<usize>,
    pub(super) between: Between,
    /// How many cells begin in it.
    pub(super) cells: usize,
    /// The label of the line that follows, where an attribute is the line.
    pub(super) label: Option<String>,
}

/// Cells without words are kept, so many in a row.
const TABS: &str = "\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t";

impl Page<'_> {
    /// The run that goes on or begins at `at`.
    pub(super) fn run(&mut self, at: usize) -> &mut Run {
        self.run.get_or_insert(Run { start: at, cut: None, between: Between::Nothing, cells: 0, label: None })
    }

    /// A line ends, and the next may begin at `cut`.
    pub(super) fn line_end(&mut self, from: usize, cut: usize) -> &mut Run {
        let run = self.run(from);
        (run.between, run.cut, run.cells, run.label) = (Between::Line, Some(cut), 0, None);
        run
    }

    /// Text, in which a section of characters may end.
    pub(super) fn characters(&mut self, range: Range<usize>) {
        let found =
            self.characters.then(|| memchr::memmem::find(self.text[range.clone()].as_bytes(), b"]]>")).flatten();
        let Some(end) = found.map(|at| range.start + at) else { return self.words(range) };
        self.words(range.start..end);
        self.characters = false;
        _ = self.run(end);
        self.words(end + 3..range.end);
    }

    /// Text between tags.
    fn words(&mut self, range: Range<usize>) {
        let text = &self.text[range.clone()];
        if !self.open.keeps() || self.run.is_some() && is_blank(text) {
            return self.collapsed(range, self.open.holds_lines());
        }
        let begins = self.step.text.is_empty() || self.run.as_ref().is_some_and(|run| run.between == Between::Line);
        let space = text.len() - text.trim_ascii_start().len();
        let taken = if begins { text[..space].rfind('\n').map_or(0, |at| at + 1) } else { 0 };
        if taken > 0 {
            _ = self.run(range.start);
        }
        let mut at = range.start + taken;
        while at < range.end {
            let rest = &self.text[at..range.end];
            let read = entities::read(rest);
            if let Some((length, _)) = read.filter(|(_, found)| is_sign(*found)) {
                _ = self.run(at);
                at += length;
                continue;
            }
            self.flush(at);
            if let Some((length, found)) = read {
                self.edit(at..at + length, found.encode_utf8(&mut [0; 4]));
                at += length;
                continue;
            }
            let length = memchr::memchr(b'&', &rest.as_bytes()[1..]).map_or(rest.len(), |length| length + 1);
            self.step.text.push_str(&rest[..length]);
            at += length;
        }
    }

    /// Text in which white space is one space; where there are no other paragraphs, a blank line ends one.
    pub(super) fn collapsed(&mut self, range: Range<usize>, parted: bool) {
        let bytes = self.text.as_bytes();
        let mut at = range.start;
        while at < range.end {
            let space = bytes[at..range.end].iter().take_while(|byte| byte.is_ascii_whitespace()).count();
            if space > 0 {
                if parted && memchr::memchr_iter(b'\n', &bytes[at..at + space]).count() > 1 {
                    self.line_end(at, at);
                } else {
                    let run = self.run(at);
                    run.between = run.between.max(Between::Space);
                }
                at += space;
                continue;
            }
            let rest = &self.text[at..range.end];
            if let Some(length) = parted.then(|| escaped_break(rest)).flatten() {
                self.line_end(at, at);
                at += length;
                continue;
            }
            if let Some((length, found)) = entities::read(rest) {
                if found.is_ascii_whitespace() {
                    let run = self.run(at);
                    run.between = run.between.max(Between::Space);
                } else if is_sign(found) {
                    _ = self.run(at);
                } else {
                    self.flush(at);
                    self.edit(at..at + length, found.encode_utf8(&mut [0; 4]));
                }
                at += length;
                continue;
            }
            // A sign that begins no reference is a character like others.
            let ends = |byte: &u8| *byte == b'&' || byte.is_ascii_whitespace();
            let length = rest.as_bytes()[1..].iter().position(ends).map_or(rest.len(), |length| length + 1);
            self.flush(at);
            self.step.text.push_str(&rest[..length]);
            at += length;
        }
    }

    /// Ends the run of markup before `at`, where text begins.
    pub(super) fn flush(&mut self, at: usize) {
        let first = self.step.text.is_empty();
        let Some(run) = self.run.take() else {
            if first {
                self.begin_line(None, at..at, 0);
            }
            return;
        };
        let lined = self.step.text.len() == self.line;
        if first || run.between == Between::Line {
            let cut = run.cut.unwrap_or(at).max(run.start);
            // The line end and the label are of the tag where there is nothing else.
            let cut = if cut == run.start && !lined { (cut + 1).min(at) } else { cut };
            if first || lined && self.step.text.ends_with('\n') {
                self.edit(run.start..cut, "");
            } else {
                self.join(run.start..cut, "\n");
            }
            self.begin_line(run.label, cut..at, run.cells.saturating_sub(1));
            return;
        }
        let between = match run.between {
            Between::Cell => &TABS[..run.cells.clamp(1, TABS.len())],
            Between::Comma | Between::Space | Between::Nothing if self.coded => " : ",
            Between::Comma if !lined && !self.step.text.ends_with([',', ' ']) => ", ",
            Between::Comma | Between::Space if !lined => " ",
            _ => "",
        };
        self.coded = false;
        self.join(run.start..at, between);
    }

    /// Puts `between` for a run. White space that is as it should be stays.
    pub(super) fn join(&mut self, run: Range<usize>, between: &str) {
        let whole = &self.text[run.clone()];
        if between.len() == 1 && whole.ends_with(between) {
            self.edit(run.start..run.end - 1, "");
            self.step.text.push_str(between);
        } else if between == " " && whole.starts_with(between) {
            self.step.text.push_str(between);
            self.edit(run.start + 1..run.end, "");
        } else {
            self.edit(run, between);
        }
    }

    /// Begins a line with its mark and its label, or with cells that have no words, which stand for the tags in `range`.
    fn begin_line(&mut self, label: Option<String>, range: Range<usize>, cells: usize) {
        let (mark, label) = match label {
            Some(label) => (Mark::Field, Some(label)),
            None => {
                let (mark, label) = self.open.current();
                (mark, label.map(ToOwned::to_owned))
            }
        };
        self.step.marks.push((self.step.text.len() as u32, mark));
        match label.filter(|_| !range.is_empty()) {
            Some(label) => {
                let signs = |c: char| if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') { ' ' } else { c };
                let mut label: String = label.chars().take(LABEL).map(signs).collect();
                label.push_str(": ");
                self.edit(range, &label);
            }
            None => self.edit(range, &TABS[..cells.min(TABS.len())]),
        }
        (self.line, self.coded) = (self.step.text.len(), false);
    }

    /// Ends the file.
    pub(super) fn finish(&mut self) {
        let Some(run) = self.run.take() else { return };
        let ends = run.between == Between::Line && self.step.text.len() > self.line;
        self.join(run.start..self.text.len(), if ends { "\n" } else { "" });
    }

    pub(super) fn edit(&mut self, source: Range<usize>, text: &str) {
        self.step.edit(source, text, &RULE);
    }
}

/// Whether a text has no words: white space, and the signs that wires put around a text.
fn is_blank(text: &str) -> bool {
    let is_sign =
        |word: &str| entities::read(word).is_some_and(|(length, found)| length == word.len() && is_sign(found));
    text.split_ascii_whitespace().all(is_sign)
}

/// A sign of the wire, as `&#2;` before a text.
fn is_sign(found: char) -> bool {
    found.is_control() && !found.is_ascii_whitespace()
}

/// The tag of a paragraph whose brackets are written as references, as some agencies put a whole text into one element: its length.
fn escaped_break(text: &str) -> Option<usize> {
    let inner = text.strip_prefix("&lt;")?;
    let end = inner.as_bytes().iter().take(BREAK).position(|byte| *byte == b'&')?;
    let name = inner[..end].trim_start_matches('/').trim_end_matches(['/', ' ']);
    let known = ["br", "div", "p"].iter().any(|known| name.eq_ignore_ascii_case(known));
    (known && inner[end..].starts_with("&gt;")).then_some("&lt;".len() + end + "&gt;".len())
}
