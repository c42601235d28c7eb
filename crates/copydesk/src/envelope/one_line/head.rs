//! The page above an article, where all of it is on one line: title, menu, crumbs, headline, source and date.

use memchr::memmem;

use crate::blocks::{FurnitureKind, bylines, has_newspaper_word, page_words};

use super::super::web_page::{SITE_MARKS, is_step_sign};
use super::{Part, What, leading_date};

/// How far into the line the headline may stand.
const REACH: usize = 4000;
/// Lengths of a title, in bytes.
const TITLE: std::ops::RangeInclusive<usize> = 12..=260;
/// Its words.
const WORDS: usize = 3;
/// The longest names and source between headline and date.
const NAMES: usize = 140;
const SOURCE: usize = 60;

/// What stands above the body.
#[derive(Default)]
pub(super) struct Head<'t> {
    pub(super) parts: Vec<Part<'t>>,
    /// Where the body starts.
    pub(super) end: usize,
    /// The site's name.
    pub(super) publication: Option<&'t str>,
}

pub(super) fn read(line: &str) -> Head<'_> {
    let Some((start, end)) = headline(line) else { return Head::default() };
    let mut parts = vec![
        Part { text: &line[..start], what: What::Furniture(FurnitureKind::Navigation) },
        Part { text: &line[start..end], what: What::Headline },
    ];
    let below = below_headline(&line[end..]);
    let mut at = end;
    for (length, what) in [(below.byline, What::Byline), (below.date, What::Date)] {
        if length > 0 {
            parts.push(Part { text: &line[at..at + length], what });
            at += length;
        }
    }
    let publication = site(line, &line[start..end]);
    Head { parts, end: at, publication }
}

/// Where the headline stands that is sure.
fn headline(line: &str) -> Option<(usize, usize)> {
    let region = &line[..floor(line, REACH)];
    let first = &region[..floor(region, *TITLE.end() + 8)];
    // The longest title that comes again: `Ferry returns - again` may be one.
    let mut ends: Vec<usize> = SITE_MARKS.iter().flat_map(|mark| first.match_indices(mark).map(|(at, _)| at)).collect();
    ends.sort_unstable_by(|one, other| other.cmp(one));
    for end in ends {
        let title = region[..end].trim();
        if !TITLE.contains(&title.len()) || title.split(' ').count() < WORDS || title.ends_with(['.', ',']) {
            continue;
        }
        let again =
            memmem::find_iter(&region.as_bytes()[end..], title.as_bytes()).map(|at| (end + at, end + at + title.len()));
        let sure = |&(start, end): &(usize, usize)| {
            let between = |c: char| !c.is_alphanumeric();
            let alone = line[..start].ends_with(between) && line[end..].starts_with(between);
            alone && (has_step_before(&line[..start]) || below_headline(&line[end..]).date > 0)
        };
        // The one that stands right above the body.
        if let Some(found) = again.filter(sure).last() {
            return Some(found);
        }
    }
    after_crumbs(region, line)
}

/// `Home News >> HEADLINE ( Source ) 14:20, November 18, 2020`: without a title to compare, the source and the date end it.
fn after_crumbs(region: &str, line: &str) -> Option<(usize, usize)> {
    let sign = [">>", "&gt;&gt;"].iter().find_map(|sign| region.find(sign).map(|at| (at, at + sign.len())))?;
    let (menu, start) = (&region[..sign.0], sign.1);
    let start = start + (line[start..].len() - line[start..].trim_start().len());
    let rest = &line[start..];
    let open = rest[..floor(rest, *TITLE.end() + 8)].find(" (")?;
    let title = rest[..open].trim_end();
    let words = menu.split(' ').filter(|word| page_words(word) == Some(FurnitureKind::Navigation)).count();
    let sure = TITLE.contains(&title.len())
        && title.split(' ').count() >= WORDS
        && words >= 4
        && below_headline(&rest[title.len()..]).date > 0;
    sure.then_some((start, start + title.len()))
}

/// Whether what stands before the headline ends with a sign of crumbs.
fn has_step_before(before: &str) -> bool {
    let before = before.trim_end();
    before.ends_with(is_step_sign) || ["&gt;", "&raquo;", "&rsaquo;"].iter().any(|sign| before.ends_with(sign))
}

/// Lengths of what stands below a headline: who wrote it, with the white space before it, and the source and the date.
#[derive(Clone, Copy, Default)]
struct Below {
    byline: usize,
    date: usize,
}

fn below_headline(text: &str) -> Below {
    let start = text.len() - text.trim_start().len();
    let rest = &text[start..];
    let (mut byline, mut at) = (0, 0);
    if rest.starts_with("By ") {
        let Some(open) = rest[..floor(rest, NAMES)].find(" (") else { return Below::default() };
        at = open + 1;
    }
    if rest[at..].starts_with('(') {
        let inside = &rest[at..];
        let Some(close) = inside[..floor(inside, SOURCE)].find(')') else { return Below::default() };
        // Names with their paper behind them, or an agency; a paper alone stands with the date.
        if at > 0 || bylines::is_agency(inside[1..close].trim()) {
            byline = at + close + 1;
        }
        at += close + 1;
    }
    let gap = rest[at..].len() - rest[at..].trim_start().len();
    let Some(date) = leading_date(rest[at + gap..].get(..floor(&rest[at + gap..], 60)).unwrap_or("")) else {
        return Below::default();
    };
    let end = start + at + gap + date.len();
    let timed = date.contains(':');
    if !timed && at == 0 {
        return Below::default();
    }
    let byline = if byline > 0 { start + byline } else { 0 };
    Below { byline, date: end - byline }
}

/// The site's name behind the title at the start: all of it, where the line's last words are its rights; else none.
fn site<'t>(line: &'t str, title: &str) -> Option<&'t str> {
    let rest = line.trim_start().strip_prefix(title)?;
    let site = SITE_MARKS.iter().find_map(|mark| rest.strip_prefix(mark))?;
    let holder = line[floor(line, line.len().saturating_sub(80))..].rsplit_once('©')?.1.trim();
    let holder = holder.trim_end_matches('.').trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
    let named = holder.len() >= 5 && site.starts_with(holder) && holder.starts_with(char::is_uppercase);
    let word = || holder.split(' ').count() > 1 || has_newspaper_word(holder);
    (named && word()).then(|| &site[..holder.len()])
}

/// The last place before `most` where a character begins.
fn floor(text: &str, most: usize) -> usize {
    let mut at = most.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
