//! What an export holds: whether it is one, and where its cover and its articles begin.

use crate::decode::{Decoded, Mark};
use crate::letters::ceil_char_boundary;
use crate::lines::Lines;
use crate::phrase::Phrase;

use super::super::edges::Edges;
use super::super::{Part, values};
use super::labels::{self, Head};

/// How many lines that may be the head of a body are looked at.
const CANDIDATES: usize = 4;
/// How far above the body the length stands, in lines and in bytes: below it are byline, dateline and a deck.
const ABOVE: usize = 16;
const ABOVE_BYTES: usize = 4096;
/// How many lines an article's header has above its length, blank ones apart.
const HEADER: usize = 12;
/// So many lines before the first article are a cover, whatever they say.
const COVER: usize = 8;

/// How the line begins that says where the body does, and the end of the line before it.
static BODY: Phrase = Phrase::new("\nBody", 1);

/// Whether the text is an export, or one article of one.
pub(super) fn recognise(decoded: &Decoded<'_>, edges: &Edges<'_>) -> bool {
    let marked = |wanted| decoded.marks.iter().any(|&(_, mark)| mark == wanted);
    let text = &*decoded.text;
    let bodies = || BODY.places(text.as_bytes()).take(CANDIDATES).map(|at| at + 1);
    marked(Mark::Article) && marked(Mark::Body)
        || edges.may_begin_with("Body")
            && bodies().any(|at| labels::head(line_at(text, at)) == Some(Head::Body) && has_length_above(text, at))
        || ends_as_document(text, edges)
}

/// Whether a length stands in the lines above.
fn has_length_above(text: &str, at: usize) -> bool {
    text[ceil_char_boundary(text, at.saturating_sub(ABOVE_BYTES))..at]
        .rsplit(['\n', '\r'])
        .take(2 * ABOVE)
        .any(labels::is_length)
}

/// An article that has no head above its body, or none at all: its length stands near the top, and its end is said.
fn ends_as_document(text: &str, edges: &Edges<'_>) -> bool {
    edges.last().first().is_some_and(|last| labels::head(last) == Some(Head::End))
        && crate::lines::of(text).take(2 * ABOVE).any(labels::is_length)
}

/// The line that begins at `at`.
fn line_at(text: &str, at: usize) -> &str {
    let rest = &text[at..];
    &rest[..memchr::memchr2(b'\n', b'\r', rest.as_bytes()).unwrap_or(rest.len())]
}

/// One line while parts are looked for.
struct Line<'t> {
    at: u32,
    text: &'t str,
}

fn lines(text: &str) -> Vec<Line<'_>> {
    let starts = Lines::of(text).starts;
    let line = |&at: &u32| Line { at, text: line_at(text, at as usize).trim() };
    starts.iter().map(line).collect()
}

/// Where the parts begin: the cover, if there is one, and the articles, each of which ends with its last line.
pub(super) fn split(decoded: &Decoded<'_>) -> Vec<(Part, u32)> {
    let lines = lines(&decoded.text);
    let mut starts = after_ends(&lines);
    let marked: Vec<u32> = decoded.marks.iter().filter(|(_, mark)| *mark == Mark::Article).map(|&(at, _)| at).collect();
    let first = marked.first().map(|&at| lines.partition_point(|line| line.at <= at).saturating_sub(1));
    // Articles that lack their last line still have their bookmark.
    if marked.len() > starts.len() {
        starts = marked.iter().map(|&at| lines.partition_point(|line| line.at <= at).saturating_sub(1)).collect();
    }
    let first = first.or_else(|| after_cover(&lines));
    let mut parts = Vec::with_capacity(starts.len() + 2);
    let at = |index: usize| lines.get(index).map_or(0, |line| line.at);
    match first.filter(|&first| lines[..first].iter().any(|line| !line.text.is_empty())) {
        Some(first) => parts.extend([(Part::Cover, 0), (Part::Article, at(first))]),
        None => parts.push((Part::Article, 0)),
    }
    let begun = first.unwrap_or_default();
    parts.extend(starts.iter().filter(|&&start| start > begun).map(|&start| (Part::Article, at(start))));
    // What follows the last article, and is none.
    if let Some(&last) = starts.last()
        && last > begun
        && !lines[last..].iter().any(|line| labels::is_length(line.text) || labels::head(line.text) == Some(Head::Body))
    {
        parts.pop();
        if lines[last..].iter().any(|line| !line.text.is_empty()) {
            parts.push((Part::Footer, at(last)));
        }
    }
    parts
}

/// The first line of the text, and the lines after those that end an article. A line of the body that says so ends none: between two ends
/// an article has its length or its body.
fn after_ends(lines: &[Line<'_>]) -> Vec<usize> {
    let mut starts = vec![0];
    let mut is_article = false;
    for (index, line) in lines.iter().enumerate() {
        match labels::head(line.text) {
            Some(Head::End) => {
                // What was between goes on from the article before.
                if !is_article && starts.len() > 1 {
                    starts.pop();
                }
                starts.push(index + 1);
                is_article = false;
            }
            head => is_article |= head == Some(Head::Body) || labels::is_length(line.text),
        }
    }
    starts.retain(|&start| start < lines.len());
    starts
}

/// The first line of the first article, where a cover stands before it: an article's first lines, down to its date, have no blank line
/// between them.
fn after_cover(lines: &[Line<'_>]) -> Option<usize> {
    let length = lines.iter().position(|line| labels::is_length(line.text))?;
    let above = (0..length).rev().filter(|&index| !lines[index].text.is_empty()).take(HEADER);
    let date = above.into_iter().find(|&index| {
        lines[index].text.bytes().any(|byte| byte.is_ascii_digit())
            && values::date_and_rest(lines[index].text, None).is_some()
    })?;
    let is_break = |line: &Line<'_>| line.text.is_empty() || is_rule(line.text);
    let first = lines[..date].iter().rposition(is_break).map_or(0, |end| end + 1);
    let cover = lines[..first].iter().filter(|line| !line.text.is_empty());
    let is_cover = cover.clone().count() >= COVER || cover.take(COVER).any(|line| labels::cover(line.text).is_some());
    (first + 2 <= date && is_cover).then_some(first)
}

/// A line of hyphens, which a conversion puts below the cover.
fn is_rule(line: &str) -> bool {
    line.len() >= 20 && line.bytes().all(|byte| byte == b'-')
}
