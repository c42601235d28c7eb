//! Whole files: whether one is of this form, and where its covers and articles start.

use crate::decode::Decoded;
use crate::envelope::edges::{Edges, backwards, forwards};
use crate::envelope::{Part, marked};
use crate::lines::Lines;

use super::labels;

/// Filled lines at the top, among which a cover or the number of an article begins a file.
const TOP: usize = 6;
/// Filled lines at the top, among which an article without number has its first labels.
const HEAD: usize = 24;
/// Filled lines at the end, among which it has its last ones: lists of index terms take a dozen lines each.
const TAIL: usize = 60;
/// Bytes at either end that are looked at.
const EDGE: usize = 8192;

/// Whether the text has a cover or a number at its top, or the labels of the database above and below a body, or two below it.
pub(super) fn recognise(_: &Decoded<'_>, edges: &Edges<'_>) -> bool {
    let begins = |line: &str| labels::is_number(line) || labels::is_request(line);
    if edges.first_within(EDGE).take(TOP).any(begins) {
        return true;
    }
    // The last lines are either the owner's notice, or values of fields.
    let mut below: Option<&str> = None;
    for line in edges.last_within(EDGE).take(TAIL) {
        let Some(field) = labels::field(line).filter(labels::is_of_database) else { continue };
        match below {
            None => below = Some(field.name),
            Some(name) if name != field.name => return true,
            Some(_) => {}
        }
    }
    let above =
        || edges.first_within(EDGE).take(HEAD).filter_map(labels::field).any(|field| labels::is_of_head(&field));
    below.is_some() && above()
}

/// The columns by which a line is centred, at the least.
const CENTRED: usize = 10;

/// Where the parts start: a cover at its first line, an article at its number, or at its anchor in a page. A file without either holds one
/// article.
pub(super) fn split(decoded: &Decoded<'_>) -> Vec<(Part, u32)> {
    let text = &*decoded.text;
    if let Some(parts) = marked::parts(decoded) {
        return parts;
    }
    let starts = Lines::of(text).starts;
    let line = |index: usize| {
        let end = starts.get(index + 1).map_or(text.len(), |&next| next as usize);
        starts.get(index).map_or("", |&start| &text[start as usize..end])
    };
    let is_blank = |index: usize| line(index).trim().is_empty();
    let mut parts: Vec<(Part, u32)> = Vec::new();
    for (index, &start) in starts.iter().enumerate() {
        let content = line(index);
        // Most lines end after this look.
        if content.len() > 2 * EDGE || !content.bytes().any(|byte| byte.is_ascii_digit()) {
            continue;
        }
        let set_off = (index == 0 || is_blank(index - 1)) && is_blank(index + 1);
        let indent = content.len() - content.trim_start().len();
        if labels::is_number(content) && (set_off || indent >= CENTRED || content.starts_with("\t\t")) {
            parts.push((Part::Article, start));
        } else if (index == 0 || is_blank(index - 1)) && labels::is_request(content.trim()) {
            parts.push((Part::Cover, start));
        }
    }
    let Some(&(first, at)) = parts.first() else { return vec![(Part::Article, 0)] };
    if !text[..at as usize].trim().is_empty() {
        // A cover without a line that is known, or an article that has lost its number.
        let above = &text[..at as usize];
        let offset = |line: &str| line.as_ptr() as usize - text.as_ptr() as usize;
        let top = forwards(above).take_while(|line| offset(line) <= EDGE);
        let end = backwards(above).take_while(|line| above.len() - offset(line) - line.len() <= EDGE);
        let labelled = top.chain(end);
        let article = labelled.filter_map(labels::field).any(|field| labels::is_of_database(&field));
        parts.insert(0, (if article { Part::Article } else { Part::Cover }, 0));
    } else if first == Part::Article {
        parts[0].1 = 0;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decode::as_it_is;

    fn parts(text: &str) -> Vec<(Part, u32)> {
        split(&as_it_is(text, Vec::new()))
    }

    #[test]
    fn a_number_starts_an_article() {
        let text = "\n\nDownload Request: All Documents: 1-2\n\nTerms: ferry\n\n          1 of 2 DOCUMENTS\n\nA\n\n  Copyright 2010 A\n          2 of 2 DOCUMENTS\nB\n";
        let starts: Vec<(Part, &str)> =
            parts(text).iter().map(|&(part, at)| (part, text[at as usize..].trim_start())).collect();
        assert_eq!(starts.len(), 3);
        assert!(starts[0].0 == Part::Cover && starts[0].1.starts_with("Download"));
        assert!(starts[1].0 == Part::Article && starts[1].1.starts_with("1 of 2"));
        assert!(starts[2].0 == Part::Article && starts[2].1.starts_with("2 of 2"));
    }

    #[test]
    fn a_number_in_a_paragraph_does_not() {
        assert_eq!(parts("The file held\n1 of 2 DOCUMENTS\nthat were lost.\n"), [(Part::Article, 0)]);
        assert_eq!(parts("\n 1 of 1 DOCUMENT\n\nA\n"), [(Part::Article, 0)]);
    }
}
