//! The form without codes, in which position identifies a field: section, headline, author, words, date, source, …

use memchr::memmem;

use crate::blocks::bylines::{self, PlaceReading};
use crate::blocks::{FurnitureKind, Role, Sheet};
use crate::decode::{Decoded, Mark};
use crate::header::FieldKind;
use crate::phrase::Phrase;

use super::super::edges::Edges;
use super::super::fields::{self, Labelled, Target};
use super::super::values;
use super::lines;

/// Filled lines among which the number of words stands.
const TOP: usize = 24;
/// Filled lines from the number of words to the language.
const HEADER: usize = 9;
/// Rows at the end among which the number of the document stands.
const END: usize = 6;
/// Bytes at the end of a text that are looked at for a number of a document in another language.
const TAIL: usize = 4096;
/// A line of so many words or bytes is a headline, and neither a section nor a name.
const HEADLINE_WORDS: usize = 4;
const HEADLINE_LENGTH: usize = 32;
/// What a credit begins with.
const CREDIT: &str = "Special to ";
/// What stands before an author's name in the text.
const SIGNS: &[&str] = &["By ", "Von ", "Par ", "Por ", "Door ", "Di "];

/// The word before the number of a document.
static DOCUMENT: Phrase = Phrase::new("Document ", 0);

/// Whether the text is of this form: it has the number of a document, or a whole header.
pub(super) fn recognise(text: &str, edges: &Edges<'_>) -> bool {
    accessions(text).next().is_some()
        || edges.last_within(TAIL).any(|line| lines::accession(line).is_some())
        || has_header(edges.first())
}

/// Where the lines after each number of a document begin.
fn accessions(text: &str) -> impl Iterator<Item = usize> + '_ {
    DOCUMENT.places(text.as_bytes()).filter_map(move |at| {
        let before = text[..at].bytes().next_back();
        let line = line(text, at);
        let starts = matches!(before, None | Some(b'\n' | b'\r' | b' ' | b'\t'));
        (starts && lines::accession(line.trim_end()).is_some()).then(|| next_line(text, at + line.len()))
    })
}

/// The rest of the line at `at`, as far as a number of a document goes.
fn line(text: &str, at: usize) -> &str {
    let rest = &text.as_bytes()[at..];
    let end = rest.iter().take(80).position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(rest.len().min(80));
    text.get(at..at + end).unwrap_or("")
}

fn next_line(text: &str, at: usize) -> usize {
    match text.as_bytes()[at..] {
        [b'\r', b'\n', ..] => at + 2,
        [b'\r' | b'\n', ..] => at + 1,
        _ => at,
    }
}

/// Whether the first lines are a header: words, date, and then a language and a copyright.
fn has_header(first: &[&str]) -> bool {
    let top = &first[..first.len().min(TOP + HEADER)];
    let Some(at) = words(top) else { return false };
    let below = &top[at + 2..top.len().min(at + 2 + HEADER)];
    below.windows(2).any(|pair| values::language_code(pair[0]).is_some() && lines::is_copyright(pair[1]))
}

/// The line of the words, which a date follows.
fn words(top: &[&str]) -> Option<usize> {
    top.windows(2).take(TOP).position(|pair| lines::is_words(pair[0]) && lines::is_date(pair[1]))
}

/// Where the articles start, and where the last one ends.
pub(super) fn starts(decoded: &Decoded<'_>) -> (Vec<usize>, Option<usize>) {
    let marked = |mark| decoded.marks.iter().filter(move |found| found.1 == mark).map(|found| found.0 as usize);
    let starts: Vec<usize> = marked(Mark::Article).collect();
    if let Some(&last) = starts.last() {
        return (starts, marked(Mark::ArticleEnd).next_back().filter(|&end| end > last));
    }
    let text = &*decoded.text;
    let ends: Vec<usize> = accessions(text).collect();
    let mut starts = vec![without_service(text)];
    let filled = text.trim_end().len();
    starts.extend(ends.iter().copied().filter(|&end| end < filled));
    // What is below the last number is an article only if it has a header.
    match starts.last() {
        Some(&last) if starts.len() > 1 && ends.last() == Some(&last) && !begins_article(&text[last..]) => {
            starts.pop();
            (starts, Some(last))
        }
        _ => (starts, None),
    }
}

fn begins_article(text: &str) -> bool {
    let top: Vec<&str> = crate::lines::of(text).map(str::trim).filter(|line| !line.is_empty()).take(TOP).collect();
    words(&top).is_some()
}

/// The first line that is not the service's own.
fn without_service(text: &str) -> usize {
    let first =
        crate::lines::of(text).take(TOP).find(|line| !line.trim().is_empty() && !lines::is_service(line.trim()));
    first.map_or(0, |line| line.as_ptr() as usize - text.as_ptr() as usize)
}

/// Labels the header and the end of an article.
pub(super) fn label(sheet: &mut Sheet<'_>, rows: &[usize]) {
    let top: Vec<&str> = rows.iter().take(TOP + HEADER).map(|&row| sheet.content(row)).collect();
    if let Some(at) = words(&top) {
        let marked = rows[..at].iter().position(|&row| sheet.is_marked(row, Mark::Headline));
        match marked {
            Some(headline) => above_as_marked(sheet, &rows[..at], headline),
            None => above_as_it_reads(sheet, &rows[..at]),
        }
        below(sheet, &rows[at..rows.len().min(at + HEADER + 2)]);
    }
    end(sheet, rows);
}

/// A field that is told by its place.
fn read(sheet: &mut Sheet<'_>, row: usize, target: Target) {
    let value = sheet.content(row);
    fields::read(sheet, row, Labelled { name: &value[..0], value, target, terms: None });
}

/// The rows above the number of words, where markup says which is the headline.
fn above_as_marked(sheet: &mut Sheet<'_>, rows: &[usize], headline: usize) {
    if let Some((&section, columns)) = rows[..headline].split_last() {
        for &row in columns {
            read(sheet, row, Target::Extra(None));
        }
        read(sheet, section, Target::Section);
    }
    read(sheet, rows[headline], Target::Headline);
    for &row in &rows[headline + 1..] {
        let author = sheet.is_marked(row, Mark::Author);
        read(sheet, row, if author { Target::Byline } else { Target::Extra(Some(FieldKind::Credit)) });
    }
}

/// The rows above the number of words, as far as their look says what they are. The last is an author only if it or the text says so, or
/// if it is names and cannot be the headline: two words may be a headline, and a section a name. What is not told is no part of the body.
fn above_as_it_reads(sheet: &mut Sheet<'_>, rows: &[usize]) {
    let rows: Vec<usize> = rows.iter().copied().filter(|&row| !lines::is_service(sheet.content(row))).collect();
    let mut above = &rows[..];
    let mut pinned = false;
    // What is below the headline, from the last on: a credit, an author.
    for credit in [true, false] {
        let [before @ .., row] = above else { break };
        let Some(headline) = before.last().map(|&row| sheet.content(row)) else { break };
        let line = sheet.content(*row);
        let clear = is_clear(headline) && !is_desk(headline);
        let signed = |line| bylines::place_reading(line, sheet.language) == PlaceReading::Signed;
        let target = if credit {
            let credited = line.starts_with(CREDIT) && (clear || signed(headline));
            credited.then_some(Target::Extra(Some(FieldKind::Credit)))
        } else {
            let author = match bylines::place_reading(line, sheet.language) {
                PlaceReading::Signed => true,
                PlaceReading::Names => clear || is_signed_below(sheet, *row),
                PlaceReading::Other => false,
            };
            author.then_some(Target::Byline)
        };
        if let Some(target) = target {
            read(sheet, *row, target);
            above = before;
            pinned = true;
        }
    }
    if let [sections @ .., headline] = above
        && sections.len() <= 2
        && sections.iter().all(|&row| is_short(sheet.content(row)) || is_desk(sheet.content(row)))
        && (pinned || sections.is_empty() || is_headline(sheet, sections, *headline))
    {
        if let [columns @ .., section] = sections {
            for &column in columns {
                read(sheet, column, Target::Extra(None));
            }
            read(sheet, *section, Target::Section);
        }
        read(sheet, *headline, Target::Headline);
    }
    for row in rows {
        sheet.label(row, Role::Unknown);
    }
}

/// Whether the row is a headline below sections, rather than what follows one.
fn is_headline(sheet: &Sheet<'_>, sections: &[usize], row: usize) -> bool {
    let line = sheet.content(row);
    let words = |row: &usize| sheet.content(*row).split_whitespace().count();
    let after_words = sections.iter().all(|section| words(section) == 1) && words(&row) > 1;
    let begins = !line.starts_with(char::is_lowercase) && !is_desk(line) && !line.starts_with(CREDIT);
    (is_clear(line) || after_words) && begins && bylines::place_reading(line, sheet.language) == PlaceReading::Other
}

/// Whether the text below says that it is by somebody of this name.
fn is_signed_below(sheet: &Sheet<'_>, row: usize) -> bool {
    let name = sheet.content(row);
    let below = &sheet.text[sheet.rows[row].content.end() as usize..];
    memmem::find_iter(below.as_bytes(), name).any(|at| SIGNS.iter().any(|sign| below[..at].ends_with(sign)))
}

fn is_clear(line: &str) -> bool {
    line.split_whitespace().count() >= HEADLINE_WORDS || line.len() > HEADLINE_LENGTH
}

/// `Section 1; Foreign Desk`, `Business Desk; SECTC`: a section of many words.
fn is_desk(line: &str) -> bool {
    ["Desk", "DESK", "SECT", "Section"].iter().any(|word| line.contains(word))
}

/// A line that may be a section.
fn is_short(line: &str) -> bool {
    line.split_whitespace().count() < HEADLINE_WORDS
        && line.len() <= HEADLINE_LENGTH
        && !line.ends_with(['.', '?', '!'])
}

/// The rows from the number of words to the copyright.
fn below(sheet: &mut Sheet<'_>, rows: &[usize]) {
    let content: Vec<&str> = rows.iter().map(|&row| sheet.content(row)).collect();
    read(sheet, rows[0], Target::Extra(Some(FieldKind::Length)));
    read(sheet, rows[1], Target::Date);
    let mut at = 2;
    if content.get(at).is_some_and(|line| lines::is_time(line)) {
        read(sheet, rows[at], Target::Extra(Some(FieldKind::Time)));
        at += 1;
    }
    // Between the source and the language stand what need not be there; without an end to them none of them can be told.
    let is_end = |line: &&str| values::language_code(line).is_some() || lines::is_copyright(line);
    let Some(end) = content.iter().skip(at + 1).position(is_end).map(|end| end + at + 1) else { return };
    if rows[at..=end].iter().any(|&row| sheet.is_marked(row, Mark::Paragraph)) {
        return;
    }
    read(sheet, rows[at], Target::Publication);
    at += 1;
    if lines::is_code(content[at]) && at < end {
        read(sheet, rows[at], Target::Extra(Some(FieldKind::PublicationCode)));
        at += 1;
    }
    for index in at..end {
        let target = match content[index] {
            line if lines::is_page(line) && sheet.fields.page.is_none() => Target::Page,
            line if line.starts_with(|c: char| c.is_ascii_digit()) || sheet.fields.edition.is_some() => {
                Target::Extra(None)
            }
            _ if sheet.fields.page.is_some() => Target::Extra(None),
            _ => Target::Edition,
        };
        read(sheet, rows[index], target);
    }
    let mut at = end;
    if !lines::is_copyright(content[at]) {
        read(sheet, rows[at], Target::Extra(Some(FieldKind::Language)));
        at += 1;
    }
    let Some(&row) = rows.get(at).filter(|&&row| !sheet.is_marked(row, Mark::Paragraph)) else { return };
    if lines::is_copyright(content[at]) || sheet.is_marked(rows[0], Mark::Article) {
        read(sheet, row, Target::Extra(Some(FieldKind::Copyright)));
    }
}

/// The number of the document, the publisher above it, and what else stands below the body.
fn end(sheet: &mut Sheet<'_>, rows: &[usize]) {
    let last = rows.iter().rev().take(END).find_map(|&row| Some((row, lines::accession(sheet.content(row))?)));
    let Some((row, number)) = last else { return };
    let content = sheet.content(row);
    let word = content[..content.len() - number.len()].trim_end();
    let mut notes = Vec::new();
    let mut above = row;
    while let Some(before) = sheet.previous(above).filter(|&before| sheet.is_open(before)) {
        // Markup says that it is no paragraph of the body.
        let marked = sheet.is_marked(before, Mark::Classification);
        let house =
            notes.is_empty() && lines::is_house(sheet.content(before)) && !sheet.is_marked(before, Mark::Paragraph);
        if !marked && !house || notes.len() == END {
            break;
        }
        notes.push(before);
        above = before;
        if !marked {
            break;
        }
    }
    let publisher = notes.first().copied();
    for note in notes.into_iter().rev() {
        let kind = (Some(note) == publisher).then_some(FieldKind::Publisher);
        read(sheet, note, Target::Extra(kind));
    }
    let target = Target::Extra(Some(FieldKind::Identifier));
    fields::read(sheet, row, Labelled { name: word, value: number, target, terms: None });
}

/// Labels what the service wrote at the foot of each of its pages.
pub(super) fn label_service(sheet: &mut Sheet<'_>) {
    for row in 0..sheet.rows.len() {
        if sheet.is_open(row) && sheet.content(row).contains("Factiva, Inc") && lines::is_service(sheet.content(row)) {
            sheet.label_furniture(row, FurnitureKind::Navigation);
        }
    }
}
