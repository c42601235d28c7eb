//! What follows the body: pictures, notes, index terms, the load date, the last line. Also the vendor's own lines inside the body.

use crate::blocks::{FurnitureKind, Role, Sheet};
use crate::decode::Mark;
use crate::header::FieldKind;

use super::super::fields::{self, Labelled, Target};
use super::labels::{self, Head};

/// How many rows below the body's last may be captions or notes: a head that more follows is a line of the body.
const SECTION: usize = 24;

/// What a vendor puts at the end of a paragraph.
const REPRINTS: &str = "For Reprint Rights: timescontent.com";
/// The line that leads from a copy to the original.
const ORIGINAL: &str = "Link to the original story.";

/// Labels the rows from `first` on: those below the body's head, or, where there is none, below the header.
pub(super) fn label(sheet: &mut Sheet<'_>, first: usize, has_body: bool) {
    let end =
        sheet.filled().next_back().filter(|&row| row >= first && labels::head(sheet.content(row)) == Some(Head::End));
    if let Some(end) = end {
        sheet.label(end, Role::EndMark);
    }
    let rows: Vec<usize> = sheet.filled().filter(|&row| row >= first && Some(row) != end).collect();
    let tail = tail_start(sheet, &rows, has_body);
    label_tail(sheet, &rows[tail..]);
    label_body(sheet, &rows[..tail]);
}

/// Where the tail begins among the rows.
fn tail_start(sheet: &Sheet<'_>, rows: &[usize], has_body: bool) -> usize {
    // The first row of a body opens no tail.
    let may_open = |place: usize| place > 0 || !has_body;
    let from = rows.len().saturating_sub(SECTION);
    let opens = |&(place, &row): &(usize, &usize)| {
        let content = sheet.content(row);
        let set_off = row == 0 || sheet.content(row - 1).is_empty();
        match labels::head(content) {
            Some(Head::Classification) => set_off || sheet.is_marked(row, Mark::Classification),
            Some(Head::Graphic | Head::Notes) => set_off && may_open(place),
            _ => is_tail_field(content, set_off),
        }
    };
    let marked = rows.iter().position(|&row| sheet.is_marked(row, Mark::Classification));
    let found = rows.iter().enumerate().skip(from).find(opens).map(|(place, _)| place);
    let tail = marked.into_iter().chain(found).min().unwrap_or(rows.len());
    // Captions stand before the index terms.
    let above = rows[..tail].iter().enumerate().rev().take(SECTION);
    let graphic = above.into_iter().find(|&(place, &row)| {
        may_open(place) && labels::head(sheet.content(row)) == Some(Head::Graphic) && sheet.content(row - 1).is_empty()
    });
    graphic.map_or(tail, |(place, _)| place)
}

/// Whether the line is a field of the tail: with the form's own space, or set off and one that no sentence is.
fn is_tail_field(line: &str, set_off: bool) -> bool {
    let header_only = |target| matches!(target, Target::Byline | Target::Section | Target::Deck | Target::Dateline);
    labels::field(line)
        .is_some_and(|(field, own_space)| !header_only(field.target) && (own_space || set_off && is_load_date(&field)))
}

/// Whether it says when the article was loaded, with the date.
fn is_load_date(field: &Labelled<'_>) -> bool {
    field.target == Target::Extra(Some(FieldKind::LoadDate)) && field.value.ends_with(|c: char| c.is_ascii_digit())
}

fn label_tail(sheet: &mut Sheet<'_>, rows: &[usize]) {
    // The head that was met last, and the captions below it.
    let (mut section, mut captions): (Option<(Head, usize)>, Vec<usize>) = (None, Vec::new());
    for &row in rows {
        let content = sheet.content(row);
        let head = labels::head(content).filter(|head| *head != Head::Body);
        // A caption may begin as a field does, but for the date of loading.
        let field = labels::field(content)
            .filter(|(field, own_space)| *own_space || !is(section, Head::Graphic) || is_load_date(field));
        if (head.is_some() || field.is_some())
            && let Some((_, head)) = section.filter(|_| !captions.is_empty())
        {
            place_graphic(sheet, head, &captions);
            captions.clear();
        }
        if let Some(head) = head {
            sheet.label(row, Role::Field);
            section = Some((head, row));
        } else if let Some((field, _)) = field {
            fields::read(sheet, row, of_tail(field));
            section = section.filter(|_| is(section, Head::Classification));
        } else if is(section, Head::Graphic) {
            sheet.label(row, Role::Caption);
            captions.push(row);
        } else if !is(section, Head::Notes) {
            sheet.label(row, Role::Unknown);
        }
        // What notes say is told by itself.
    }
    if let Some((_, head)) = section {
        place_graphic(sheet, head, &captions);
    }
}

fn is(section: Option<(Head, usize)>, wanted: Head) -> bool {
    section.is_some_and(|(head, _)| head == wanted)
}

/// What is said of the pictures, as one field.
fn place_graphic(sheet: &mut Sheet<'_>, head: usize, captions: &[usize]) {
    if let (Some(&first), Some(&last)) = (captions.first(), captions.last()) {
        let span = sheet.rows[first].content.start() as usize..sheet.rows[last].content.end() as usize;
        let (name, value) = (sheet.content(head), &sheet.text[span]);
        fields::place(sheet, Labelled { name, value, target: Target::Extra(Some(FieldKind::Graphic)), terms: None });
    }
}

/// A field of the header's that stands in the tail belongs to the database: it says nothing of the article's own header.
fn of_tail(field: Labelled<'_>) -> Labelled<'_> {
    match field.target {
        Target::Extra(_) => field,
        _ => Labelled { target: Target::Extra(None), ..field },
    }
}

/// The vendor's lines among those of the body.
fn label_body(sheet: &mut Sheet<'_>, rows: &[usize]) {
    if let Some(&row) = rows.first()
        && is_delivery(sheet.content(row))
    {
        sheet.label(row, Role::Publication);
    }
    // The last rows first: a cut moves those below it.
    if let Some(&row) = rows.last() {
        let content = sheet.content(row);
        if content == ORIGINAL {
            sheet.label_furniture(row, FurnitureKind::Navigation);
        } else if content == REPRINTS {
            sheet.label_furniture(row, FurnitureKind::Other);
        } else if let Some(before) =
            content.strip_suffix(REPRINTS).filter(|before| before.ends_with(char::is_whitespace))
        {
            let at = sheet.rows[row].content.start() + before.len() as u32;
            sheet.cut(row, at);
            sheet.label_furniture(row + 1, FurnitureKind::Other);
        }
    }
}

/// `October 30th, 2023 ( Harbour Wire  — Delivered by  Newstex )`
fn is_delivery(line: &str) -> bool {
    line.len() <= 160
        && line.ends_with(')')
        && line.contains('(')
        && line.contains("Delivered by")
        && line.contains("Newstex")
}
