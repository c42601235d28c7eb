//! The text laid out for labelling: one row per block, and the header as far as it has been read.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use crate::decode::{Mark, begins_line};
use crate::envelope::{Part, Profile};
use crate::header::Fields;
use crate::language::Language;
use crate::lines::{self, Lines};
use crate::note::NoteKind;
use crate::reuse::{emptied, kept};
use crate::scan::{Scan, Seen};
use crate::span::TextSpan;

use super::beginnings::Beginnings;
use super::role::{FurnitureKind, Role};
use super::signs::Signs;

/// One block while its role is being found.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row<'t> {
    /// Where the block starts in the text; it ends where the next one starts.
    pub(crate) start: u32,
    /// Its content, without white space at either end; empty for a blank block.
    pub(crate) content: TextSpan,
    /// What it says: the text of its content.
    said: &'t str,
    /// How its content may begin.
    begins: Beginnings,
    /// Which letters and signs it may have.
    signs: Signs,
    /// Its role, once a family has found one.
    pub(crate) role: Option<Role>,
    pub(crate) kind: Option<FurnitureKind>,
    /// The row that it goes on from, where something stands between the two.
    pub(crate) continues: Option<u32>,
}

impl<'t> Row<'t> {
    /// A row without a role; a blank one is blank.
    fn new(start: u32, content: TextSpan, said: &'t str) -> Self {
        let role = said.is_empty().then_some(Role::Blank);
        Self { start, content, said, begins: Beginnings::ALL, signs: Signs::UNKNOWN, role, kind: None, continues: None }
    }

    /// The row of a line that is nothing but its end.
    fn bare(text: &'t str, start: u32) -> Self {
        Self::new(start, TextSpan::new(start, start), &text[..0])
    }

    /// Looks at what it says, once for all families.
    fn look(&mut self) {
        (self.begins, self.signs) = (Beginnings::of_row(self.said), Signs::of(self.said));
    }

    /// The row with the lines up to `end`, which belong to it.
    pub(crate) fn stretch(&mut self, text: &'t str, end: u32) {
        self.content = TextSpan::new(self.content.start(), end);
        self.said = &text[self.content.range()];
    }
}

/// The repaired text as rows.
pub(crate) struct Sheet<'t> {
    pub(crate) text: &'t str,
    /// What the one pass over the text found.
    pub(crate) scan: &'t Scan,
    pub(crate) rows: Vec<Row<'t>>,
    /// The rows that are not blank, if they have been asked for since rows were cut or taken.
    filled: Option<Arc<Vec<usize>>>,
    is_filled: bool,
    pub(crate) fields: Fields<TextSpan>,
    pub(crate) language: Option<Language>,
    /// What the user knows of it.
    pub(crate) profile: Option<Arc<Profile>>,
    /// What the text is of its file.
    pub(crate) part: Part,
    /// The rows that the article takes; above and below stands what belongs to the page.
    pub(crate) article: Range<usize>,
    /// What the markup said of places in the text, in order.
    pub(crate) marks: Vec<(u32, Mark)>,
    /// What characters the text may have.
    pub(crate) seen: Seen,
    /// Whether decoding met bytes that are no characters.
    pub(crate) lost_bytes: bool,
    /// Doubts: kind, place, what was seen.
    pub(crate) notes: Vec<(NoteKind, TextSpan, Cow<'static, str>)>,
}

/// What a sheet is laid out in, and the next one. The memory alone is kept.
#[derive(Debug, Default)]
pub(crate) struct SheetSpace {
    rows: Vec<Row<'static>>,
    /// Shared with whoever walks the rows while they are labelled.
    filled: Option<Arc<Vec<usize>>>,
    marks: Vec<(u32, Mark)>,
    notes: Vec<(NoteKind, TextSpan, Cow<'static, str>)>,
}

impl SheetSpace {
    /// Takes the memory of a sheet back.
    pub(crate) fn put(&mut self, sheet: Sheet<'_>) {
        let Sheet { rows, filled, mut marks, mut notes, .. } = sheet;
        marks.clear();
        notes.clear();
        *self = Self { rows: emptied(kept(rows)), filled, marks, notes };
    }
}

impl<'t> Sheet<'t> {
    /// A text, with what the pass over it found and what the markup said of its places.
    pub(crate) fn new(
        text: &'t str,
        scan: &'t Scan,
        language: Option<Language>,
        said: impl IntoIterator<Item = (u32, Mark)>,
        space: &mut SheetSpace,
    ) -> Self {
        let SheetSpace { rows, filled, mut marks, notes } = std::mem::take(space);
        marks.extend(said);
        let mut rows: Vec<Row<'t>> = rows;
        let over = lay_out(text, &scan.lines, &marks, &mut rows);
        let mut sheet = Self {
            text,
            scan,
            article: 0..rows.len(),
            rows,
            filled,
            is_filled: false,
            fields: Fields::default(),
            language,
            profile: None,
            part: Part::default(),
            marks,
            seen: Seen::UNKNOWN,
            lost_bytes: false,
            notes,
        };
        if let (Some(last), 1..) = (sheet.rows.last(), over) {
            sheet.note(NoteKind::BlockLimit, last.content, format!("{over} more lines stand in the last block"));
        }
        sheet
    }

    /// The text of row `index`, trimmed.
    pub(crate) fn content(&self, index: usize) -> &'t str {
        self.rows[index].said
    }

    /// Looks at the rows without a role, for the families.
    pub(super) fn look(&mut self) {
        self.rows.iter_mut().filter(|row| row.role.is_none()).for_each(Row::look);
    }

    /// How the content of row `index` begins.
    pub(super) fn begins(&self, index: usize) -> Beginnings {
        self.rows[index].begins
    }

    /// Which letters and signs the content of row `index` has.
    pub(super) fn signs(&self, index: usize) -> Signs {
        self.rows[index].signs
    }

    pub(crate) fn slice(&self, span: TextSpan) -> &'t str {
        &self.text[span.range()]
    }

    /// The rows that are not blank, in order.
    pub(crate) fn filled(&self) -> impl DoubleEndedIterator<Item = usize> + '_ {
        (0..self.rows.len()).filter(|&index| self.rows[index].role != Some(Role::Blank))
    }

    /// The same, collected once for all who ask.
    pub(crate) fn filled_rows(&mut self) -> Arc<Vec<usize>> {
        if let (true, Some(filled)) = (self.is_filled, &self.filled) {
            return Arc::clone(filled);
        }
        let mut filled = self.filled.take().unwrap_or_default();
        // Whoever still walks what was collected before keeps that.
        let rows = Arc::make_mut(&mut filled);
        rows.clear();
        rows.reserve(self.rows.len());
        rows.extend(self.filled());
        self.is_filled = true;
        Arc::clone(self.filled.insert(filled))
    }

    /// The rows from this one on, taken off the sheet to be put back otherwise.
    pub(crate) fn take_rows(&mut self, from: usize) -> Vec<Row<'t>> {
        self.is_filled = false;
        self.rows.split_off(from.min(self.rows.len()))
    }

    /// Those of them that the article takes.
    pub(crate) fn of_article(&self) -> impl DoubleEndedIterator<Item = usize> + '_ {
        self.article.clone().filter(|&index| self.rows[index].role != Some(Role::Blank))
    }

    /// The next row after `index` that is not blank.
    pub(crate) fn next(&self, index: usize) -> Option<usize> {
        (index + 1..self.rows.len()).find(|&index| self.rows[index].role != Some(Role::Blank))
    }

    /// The last row before `index` that is not blank.
    pub(crate) fn previous(&self, index: usize) -> Option<usize> {
        (0..index).rev().find(|&index| self.rows[index].role != Some(Role::Blank))
    }

    /// Whether no family has found a role for the row yet.
    pub(crate) fn is_open(&self, index: usize) -> bool {
        self.rows[index].role.is_none()
    }

    /// Gives the row a role, unless it has one.
    pub(crate) fn label(&mut self, index: usize, role: Role) {
        self.rows[index].role.get_or_insert(role);
    }

    /// Makes the row furniture of this kind, unless it has a role.
    pub(crate) fn label_furniture(&mut self, index: usize, kind: FurnitureKind) {
        if self.is_open(index) {
            self.rows[index].role = Some(Role::Furniture);
            self.rows[index].kind = Some(kind);
        }
    }

    /// Whether the markup said this of the place where the row's content begins, or of one between it and the row before.
    pub(crate) fn is_marked(&self, index: usize, mark: Mark) -> bool {
        self.marks_of(index).any(|found| found == mark)
    }

    /// What the markup said the row's line is, where it says so of each line.
    pub(crate) fn line_mark(&self, index: usize) -> Option<Mark> {
        self.marks_of(index).filter(|mark| !matches!(mark, Mark::Tagged(_) | Mark::Article)).last()
    }

    /// What the markup said of the place where the row's content begins, and of those between it and the row before.
    fn marks_of(&self, index: usize) -> impl Iterator<Item = Mark> + '_ {
        let row = &self.rows[index];
        let from = index.checked_sub(1).map_or(0, |before| self.rows[before].content.end());
        let first = self.marks.partition_point(|&(at, _)| at < from);
        let marks = self.marks[first..].iter().take_while(|&&(at, _)| at <= row.content.start());
        marks.filter(move |&&(at, _)| at >= row.start || from > 0 || index == 0).map(|&(_, mark)| mark)
    }

    /// Cuts the row in two at `at`, an offset of the text inside its content. Both are trimmed; the new one is the next row, without a
    /// role. The first keeps its own.
    pub(crate) fn cut(&mut self, index: usize, at: u32) {
        let row = self.rows[index];
        let (first, second) = (
            &self.text[row.content.start() as usize..at as usize],
            &self.text[at as usize..row.content.end() as usize],
        );
        let (first, second) = (first.trim_end(), second.trim_start());
        debug_assert!(!first.is_empty() && !second.is_empty(), "both sides of a cut say something");
        let (content, below) = (self.span_of(first), self.span_of(second));
        let above = &mut self.rows[index];
        (above.content, above.said) = (content, first);
        self.is_filled = false;
        self.rows.insert(index + 1, Row::new(below.start(), below, second));
        let moved = |bound: usize| bound + usize::from(bound > index);
        self.article = moved(self.article.start)..moved(self.article.end);
    }

    /// Notes a doubt about a place.
    pub(crate) fn note(&mut self, kind: NoteKind, span: TextSpan, message: impl Into<Cow<'static, str>>) {
        self.notes.push((kind, span, message.into()));
    }

    /// The span of `part`, which must be a slice of the text.
    pub(crate) fn span_of(&self, part: &str) -> TextSpan {
        let start = part.as_ptr() as usize - self.text.as_ptr() as usize;
        debug_assert!(start + part.len() <= self.text.len(), "a slice of the text");
        TextSpan::new(start as u32, (start + part.len()) as u32)
    }
}

/// No article has lines, with blank ones between, that are shorter than this on the whole. A text of nothing but line ends gets no room for
/// a block each.
const SHORT_LINE: usize = 16;

/// How many blocks the lines of a text are cut into. A gigabyte of lines of one letter would otherwise take sixty; a newspaper's whole year
/// on one page has fewer. The lines past this stand in the last block.
const BLOCKS: usize = 1 << 18;

/// Cuts the text into blocks: a run of blank lines is one, and so is each other line, unless the text is hard-wrapped. Says how many lines
/// there are past the limit.
fn lay_out<'t>(text: &'t str, lines: &Lines, marks: &[(u32, Mark)], rows: &mut Vec<Row<'t>>) -> usize {
    let wrapped = is_hard_wrapped(text, lines);
    let (mut next, mut over) = (0, 0);
    rows.reserve(lines.count().min(text.len() / SHORT_LINE + 1));
    for (number, range) in lines.filled(text) {
        if next < number {
            add_blank(rows, Row::bare(text, lines.starts[next]));
        }
        next = number + 1;
        let (start, line) = (range.start as u32, &text[range]);
        let trimmed = lines::trimmed(line);
        let content_start = start + (trimmed.as_ptr() as usize - line.as_ptr() as usize) as u32;
        let content = TextSpan::new(content_start, content_start + trimmed.len() as u32);
        if trimmed.is_empty() {
            add_blank(rows, Row::new(start, content, trimmed));
            continue;
        }
        let full = rows.len() >= BLOCKS;
        let above = rows.last_mut().filter(|last| !last.content.is_empty());
        match above {
            Some(above) if full => {
                above.stretch(text, content.end());
                over += 1;
            }
            Some(above)
                if wrapped
                    && flows(text, lines.range(text, number - 1), content)
                    && !begins_line(marks, above.content.end(), content.start()) =>
            {
                above.stretch(text, content.end());
            }
            _ => rows.push(Row::new(start, content, trimmed)),
        }
    }
    if next < lines.count() {
        add_blank(rows, Row::bare(text, lines.starts[next]));
    }
    over
}

/// Adds a row that says nothing, unless the last one does not either, or is the last that there may be.
fn add_blank<'t>(rows: &mut Vec<Row<'t>>, blank: Row<'t>) {
    let full = rows.len() >= BLOCKS;
    if rows.last().is_none_or(|last| !last.content.is_empty() && !full) {
        rows.push(blank);
    }
}

/// The width range of hard-wrapped text: newspaper databases break at 70 to 80 columns, mail at 72.
const WRAP: std::ops::RangeInclusive<usize> = 60..=84;
/// Lines that a verdict needs.
const WRAP_LINES: usize = 6;

/// Whether most lines that are followed by another line end near one right margin, and hardly any goes beyond.
fn is_hard_wrapped(text: &str, lines: &Lines) -> bool {
    let bytes = text.as_bytes();
    // A text whose mean line is long cannot be wrapped; this spares most documents the look at each line.
    if lines.filled.len() < WRAP_LINES || text.len() > lines.count() * *WRAP.end() {
        return false;
    }
    let (mut full, mut followed, mut long) = (0, 0, 0);
    // The width of the line right above, and the number of the one right below it.
    let (mut above, mut below) = (0, 0);
    for (number, range) in lines.filled(text) {
        let width = bytes[range].trim_ascii_end().len();
        if above > 0 && width > 0 && below == number {
            followed += 1;
            full += usize::from(WRAP.contains(&above));
        }
        // The last line has none below, and may be of any width.
        long += usize::from(above > *WRAP.end());
        (above, below) = (width, number + 1);
    }
    if below < lines.count() {
        long += usize::from(above > *WRAP.end());
    }
    followed >= WRAP_LINES && full * 10 >= followed * 7 && long * 20 <= followed
}

/// Whether a line goes on from the line above it in hard-wrapped text: that one is full, and this one is neither indented nor marked as
/// the start of something.
fn flows(text: &str, above: Range<usize>, content: TextSpan) -> bool {
    let bytes = text.as_bytes();
    let width = bytes[above.clone()].trim_ascii_end().len();
    let indented = content.start() as usize - above.end >= 2;
    let marked = matches!(bytes[content.start() as usize], b'*' | b'|' | b'#' | b'>');
    width + 22 >= *WRAP.start() && width <= *WRAP.end() && !indented && !marked
}
