//! The lines of a story between its codes and its stamp: those that begin with `^`, and table rows.

use crate::blocks::{Role, Sheet, bylines};
use crate::header::{BylineStatus, FieldKind};

use super::super::fields::{self, Labelled, Target};
use super::super::wire::{self, TEXT};
use super::{ROW, TEXT_END};

/// What begins a line that names pictures, drawings or films.
const PICTURES: &[&str] = &["AP Photo", "AP Graphic", "AP Video", "AP Audio", "Photo", "Graphic"];
/// What begins a note to editors, with its mark.
const NOTES: &[&str] = &["Eds:", "EDS:", "EDITOR'S NOTE", "EDITORS' NOTE", "EDITORS:", "Editors:"];
/// A line of so many bytes that ends as a sentence does is a summary.
const SUMMARY: usize = 100;

/// Labels the rows from the start of the text on.
pub(super) fn label(sheet: &mut Sheet<'_>, text: usize, tabular: bool) {
    let mut header = true;
    let mut row = text;
    // A row that is cut in two makes one more.
    while row < sheet.rows.len() && !sheet.content(row).starts_with(TEXT_END) {
        let content = sheet.content(row);
        if content.starts_with(ROW) || is_row(content, tabular) {
            sheet.label(row, Role::Table);
            header = false;
        } else if content.trim_start_matches(TEXT).starts_with('^') {
            if header {
                cut_fields(sheet, row);
                header_line(sheet, row);
            } else {
                let end = bare(sheet.content(row)) == "END";
                sheet.label(row, if end { Role::EndMark } else { Role::Crosshead });
            }
        } else if !content.is_empty() {
            header = false;
        }
        row += 1;
    }
}

/// `Northport;42;50;rn;0.08<`: a row whose form has no marks of its own, in a story of tables.
fn is_row(content: &str, tabular: bool) -> bool {
    tabular && content.matches(';').count() >= 2 && !content.contains("; ")
}

/// `^*9006< ^AP-Top-Headlines,0176<`: two fields on one line.
fn cut_fields(sheet: &mut Sheet<'_>, row: usize) {
    wire::cut_at_lines(sheet, row);
    let content = sheet.content(row);
    if let Some(at) = content.find("< ^").filter(|_| content.len() <= 200) {
        sheet.cut(row, sheet.rows[row].content.start() + at as u32 + 1);
    }
}

/// A line without the marks around it.
fn bare(line: &str) -> &str {
    let line = line.trim_start_matches([TEXT, '^', ' ']).trim_end();
    line.strip_suffix(['<', '=']).unwrap_or(line).trim()
}

/// Labels one line of the header, by how it begins, else by its place.
fn header_line(sheet: &mut Sheet<'_>, row: usize) {
    let line = sheet.content(row);
    let value = bare(line);
    let slugged = sheet.fields.extras.iter().filter(|extra| extra.kind == Some(FieldKind::Slug)).count() > 1;
    let note = value.trim_start_matches('(');
    let signed = sheet.fields.byline.status != BylineStatus::Unknown;
    if value.is_empty() || value.starts_with('*') && wire::is_number(&value[1..]) {
        sheet.label(row, Role::Field);
        wire::extra(sheet, value, None);
    } else if let Some(name) = NOTES.iter().find(|name| note.starts_with(**name)) {
        let (name, rest) = note.split_at(name.len());
        sheet.label(row, Role::Field);
        let rest = rest.trim_start_matches([' ', '_', '-', ':']);
        let rest = if value.starts_with('(') { rest.trim_end_matches(')') } else { rest };
        wire::labelled(sheet, name.trim_end_matches(':'), rest, Some(FieldKind::EditorNote));
    } else if let Some(name) = PICTURES.iter().find(|name| is_list(value, name)) {
        let (name, rest) = value.split_at(name.len());
        sheet.label(row, Role::Field);
        wire::labelled(sheet, name, rest, Some(FieldKind::Graphic));
    } else if !slugged && is_slug(value) {
        sheet.label(row, Role::Field);
        slug(sheet, value);
    } else if !signed && value.starts_with("By ") && line.ends_with('=') {
        let field = Labelled { name: &value[..0], value, target: Target::Byline, terms: None };
        fields::read(sheet, row, field);
        about(sheet, row);
    } else if sheet.fields.headline.is_none() {
        sheet.label(row, Role::Headline);
        sheet.fields.headline = Some(sheet.span_of(value));
    } else if !signed && value.len() >= SUMMARY && value.ends_with(['.', '\'']) {
        sheet.label(row, Role::Field);
        wire::extra(sheet, value, Some(FieldKind::Abstract));
    } else if line.ends_with(['<', '=']) {
        sheet.label(row, Role::Crosshead);
    } else {
        sheet.label(row, Role::ListItem);
    }
}

/// The line below the byline, if it says who they are.
fn about(sheet: &mut Sheet<'_>, byline: usize) {
    let Some(next) = sheet.next(byline).filter(|&next| sheet.content(next).starts_with('^')) else { return };
    let line = bare(sheet.content(next));
    let mut read = sheet.fields.byline.clone();
    if bylines::read_about(sheet, &mut read, line) {
        sheet.fields.byline = read;
        sheet.label(next, Role::Byline);
    }
}

/// `AP Photo XNP101, XNP102`: the name, then numbers.
fn is_list(value: &str, name: &str) -> bool {
    value.strip_prefix(name).is_some_and(|rest| {
        let rest = rest.trim_start_matches('s').trim_start_matches(':');
        rest.starts_with(' ') && rest.split([',', ' ']).all(|word| !word.chars().any(char::is_lowercase))
    })
}

/// `BC-PORT--Ferries Return, 1st Ld-Writethru,466`: hyphens, and a number of words or a cycle.
fn is_slug(value: &str) -> bool {
    let cycle = ["AP-", "AM-", "BC-", "PM-"].iter().any(|cycle| value.starts_with(cycle));
    let counted = value.rsplit_once(',').is_some_and(|(_, words)| words.is_empty() || wire::is_number(words.trim()));
    cycle || counted && value.contains("--")
}

fn slug(sheet: &mut Sheet<'_>, value: &str) {
    let (before, words) =
        value.rsplit_once(',').filter(|(_, words)| wire::is_number(words.trim())).unwrap_or((value, ""));
    let (name, version) = before.split_once(',').unwrap_or((before, ""));
    wire::extra(sheet, name, Some(FieldKind::Slug));
    wire::extra(sheet, version, Some(FieldKind::Version));
    wire::extra(sheet, words, Some(FieldKind::Length));
}
