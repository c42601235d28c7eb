//! An article in blocks: the runs of rows between blank lines, in which this form puts its fields, headlines and notices.

use std::ops::Range;

use crate::blocks::{Role, Sheet};
use crate::envelope::fields::{self, Labelled, Target};
use crate::header::FieldKind;

use super::labels;

/// The columns by which a line is centred.
const CENTRED: u32 = 4;
/// The width of a centred line that may go on below: these are broken at 80 columns, and a word may be long.
pub(super) const FULL: usize = 66;

/// A sheet, its blocks, and the cuts that are to be made in it: made at once they would move the rows.
pub(super) struct Blocks<'s, 't> {
    pub(super) sheet: &'s mut Sheet<'t>,
    blocks: Vec<Range<usize>>,
    /// Row, place, and the role of what follows the place; in order.
    cuts: Vec<(usize, u32, Option<Role>)>,
}

impl<'s, 't> Blocks<'s, 't> {
    pub(super) fn of(sheet: &'s mut Sheet<'t>) -> Self {
        let mut blocks: Vec<Range<usize>> = Vec::new();
        for row in sheet.filled() {
            match blocks.last_mut() {
                Some(last) if last.end == row => last.end = row + 1,
                _ => blocks.push(row..row + 1),
            }
        }
        Self { sheet, blocks, cuts: Vec::new() }
    }

    pub(super) fn len(&self) -> usize {
        self.blocks.len()
    }

    /// The rows of a block.
    pub(super) fn rows(&self, block: usize) -> Range<usize> {
        self.blocks.get(block).cloned().unwrap_or_default()
    }

    pub(super) fn line(&self, row: usize) -> &'t str {
        self.sheet.content(row)
    }

    /// The first row of a block.
    pub(super) fn first(&self, block: usize) -> &'t str {
        self.blocks.get(block).map_or("", |rows| self.sheet.content(rows.start))
    }

    /// The field that the block begins with.
    pub(super) fn field(&self, block: usize) -> Option<Labelled<'t>> {
        labels::field(self.first(block))
    }

    /// Whether a row stands in the middle of the page.
    pub(super) fn is_centred(&self, row: usize) -> bool {
        let row = &self.sheet.rows[row];
        row.content.start() - row.start >= CENTRED
    }

    /// The text from the start of `from`, a slice of the text, to the end of a row.
    pub(super) fn until(&self, from: &str, last: usize) -> &'t str {
        let start = from.as_ptr() as usize - self.sheet.text.as_ptr() as usize;
        let end = self.sheet.rows[last].content.end() as usize;
        self.sheet.text.get(start..end).unwrap_or_default().trim_end()
    }

    /// Reads rows as one field, told by its place or by the label that its first row begins with.
    pub(super) fn place(&mut self, rows: Range<usize>, field: Labelled<'_>) {
        if rows.is_empty() {
            return;
        }
        fields::read(self.sheet, rows.start, field);
        let role = self.sheet.rows[rows.start].role.unwrap_or(Role::Field);
        rows.skip(1).for_each(|row| self.sheet.label(row, role));
    }

    /// Reads rows as a field that has no label.
    pub(super) fn place_unlabelled(&mut self, rows: Range<usize>, target: Target) {
        if rows.is_empty() {
            return;
        }
        let line = self.line(rows.start);
        let value = self.until(line, rows.end - 1);
        self.place(rows, Labelled { name: &line[..0], value, target, terms: None });
    }

    /// Reads rows as a field of a kind that has no place of its own, without a label.
    pub(super) fn place_extra(&mut self, rows: Range<usize>, kind: Option<FieldKind>) {
        self.place_unlabelled(rows, Target::Extra(kind));
    }

    /// Reads rows from `value` on as a headline, and as a deck what follows a semicolon that ends a line.
    pub(super) fn place_headline(&mut self, rows: Range<usize>, name: &'t str, value: &'t str) {
        let value = self.until(value, rows.end - 1);
        let indent = value.as_ptr() as usize - self.line(rows.start).as_ptr() as usize;
        let (headline, deck) = decks(value, indent);
        let field = |value, target| Labelled { name, value, target, terms: None };
        fields::place(self.sheet, field(headline, Target::Headline));
        if !deck.is_empty() {
            fields::place(self.sheet, field(deck, Target::Deck));
        }
        self.label_from(rows, value, Role::Headline, deck);
    }

    /// Gives the rows the role from `value` on, and from `deck` on, if that says something, the role of a deck. What stands before the
    /// value in its row is its label.
    pub(super) fn label_from(&mut self, rows: Range<usize>, value: &str, role: Role, deck: &str) {
        let value = self.sheet.span_of(value);
        let deck = (!deck.is_empty()).then(|| self.sheet.span_of(deck).start());
        for row in rows {
            let content = self.sheet.rows[row].content;
            let role = if deck.is_some_and(|deck| deck <= content.start()) { Role::Deck } else { role };
            if content.contains(value.start()) && content.start() < value.start() {
                self.sheet.label(row, Role::Field);
                self.cuts.push((row, value.start(), Some(role)));
            } else {
                let before = content.end() <= value.start();
                self.sheet.label(row, if before { Role::Field } else { role });
            }
            if let Some(deck) = deck.filter(|&deck| content.contains(deck) && content.start() < deck) {
                self.cuts.push((row, deck, Some(Role::Deck)));
            }
        }
    }

    /// Cuts off what follows a label on its line, without giving it a role.
    pub(super) fn cut(&mut self, row: usize, value: &str) {
        let at = self.sheet.span_of(value).start();
        self.cuts.push((row, at, None));
    }

    /// Makes the cuts.
    pub(super) fn finish(self) {
        for (row, at, role) in self.cuts.into_iter().rev() {
            self.sheet.cut(row, at);
            if let Some(role) = role {
                self.sheet.label(row + 1, role);
            }
        }
    }
}

/// The width at which the database breaks lines, in characters.
const WIDTH: usize = 80;

/// A headline and its deck: the database puts a semicolon and a line end between them. A line end at the margin may have become a space
/// since; `indent` is the width of the label before the headline.
fn decks(value: &str, indent: usize) -> (&str, &str) {
    let ends_line = |&(at, _): &(usize, &str)| {
        let rest = value[at + 1..].trim_start_matches([' ', '\t']);
        rest.starts_with(['\n', '\r'])
    };
    let found = value.match_indices(';').find(ends_line).map(|(at, _)| at).or_else(|| at_margin(value, indent));
    let (headline, deck) = found.map_or((value, ""), |at| (&value[..at], value[at + 1..].trim()));
    if headline.trim().is_empty() { (value, "") } else { (headline.trim_end_matches([';', ' ']), deck) }
}

/// The semicolon in one long line after which the line would have been broken.
fn at_margin(value: &str, indent: usize) -> Option<usize> {
    if value.len() + indent <= WIDTH || value.contains(['\n', '\r']) || !value.contains("; ") {
        return None;
    }
    let mut column = indent;
    let mut before = 0;
    for word in value.split(' ') {
        let width = word.chars().count();
        let start = word.as_ptr() as usize - value.as_ptr() as usize;
        if column + width > WIDTH && start > 0 {
            if value[..start].ends_with("; ") {
                return Some(before);
            }
            column = 0;
        }
        column += width + 1;
        before = (start + word.len()).saturating_sub(1);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::decks;

    #[test]
    fn a_deck_follows_a_semicolon_and_a_line_end() {
        let deck = |value| decks(value, 0);
        assert_eq!(deck("Ferry returns;\r\nTown on the quay;\r\nso"), ("Ferry returns", "Town on the quay;\r\nso"));
        assert_eq!(deck("Ferry returns; town waits\nin rain"), ("Ferry returns; town waits\nin rain", ""));
        assert_eq!(deck("Ferry returns;"), ("Ferry returns", ""));
        assert_eq!(deck(";\nso"), (";\nso", ""));
    }

    #[test]
    fn a_line_end_at_the_margin_may_be_a_space_now() {
        let line = "The ferry returns to the north quay a year after it had left it for the dock;";
        let joined = format!("{line} half of the town was there");
        assert_eq!(decks(&joined, 0), (line.trim_end_matches(';'), "half of the town was there"));
        assert_eq!(decks(&joined, 20), (&*joined, ""));
        let short = "The ferry returns; half of the town was there, a year after it had left it for the dock";
        assert_eq!(decks(short, 0), (short, ""));
    }
}
