//! The page above an article, when everything is on one line: title, menu, breadcrumbs, headline, source and date.

use memchr::{memchr_iter, memmem};

use crate::blocks::{FurnitureKind, bylines, has_newspaper_word, page_words};
use crate::letters::floor_char_boundary;

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
    let region = &line[..floor_char_boundary(line, REACH)];
    let Some(found) =
        repeated(region, line).or_else(|| before_source(region, line)).or_else(|| before_site(region, line))
    else {
        return Head::default();
    };
    let Found { start, end, site_end } = found;
    let menu = What::Furniture(FurnitureKind::Navigation);
    let mut parts = vec![
        Part { text: &line[..start], what: menu },
        Part { text: &line[start..end], what: What::Headline },
        Part { text: &line[end..site_end], what: menu },
    ];
    let below = below_headline(&line[site_end..]);
    let mut at = site_end;
    for (length, what) in [(below.byline, What::Byline), (below.date, What::Date)] {
        if length > 0 {
            parts.push(Part { text: &line[at..at + length], what });
            at += length;
        }
    }
    let publication = site(line, &line[start..end]).or_else(|| named_again(line, &line[end..site_end]));
    Head { parts, end: at, publication }
}

/// Where a headline stands that is sure, and where the site's name ends behind it, if it is there.
struct Found {
    start: usize,
    end: usize,
    site_end: usize,
}

/// A headline that begins the line, with the site's name behind it, and comes again above the body.
fn repeated(region: &str, line: &str) -> Option<Found> {
    let first = &region[..floor_char_boundary(region, *TITLE.end() + 8)];
    // The longest title that comes again: `Ferry returns - again` may be one.
    let is_mark = |at: &usize| SITE_MARKS.iter().any(|mark| first.as_bytes()[*at..].starts_with(mark.as_bytes()));
    // Each mark begins with a space.
    for end in memchr_iter(b' ', first.as_bytes()).rev().filter(is_mark) {
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
        if let Some((start, end)) = again.filter(sure).last() {
            return Some(Found { start, end, site_end: end });
        }
    }
    None
}

/// Where the crumbs' last sign stands, and where the text behind it starts.
fn crumbs_end(region: &str) -> Option<(usize, usize)> {
    let (at, end) = [">>", "&gt;&gt;"]
        .iter()
        .find_map(|sign| memmem::find(region.as_bytes(), sign.as_bytes()).map(|at| (at, at + sign.len())))?;
    Some((at, region.len() - region[end..].trim_start().len()))
}

/// `Home >> Business HEADLINE - Harbour Gazette 10:44, November 19, 2020`: the site's name and a date with a time end it.
fn before_site(region: &str, line: &str) -> Option<Found> {
    const SITE: usize = 60;
    let (sign, start) = crumbs_end(region)?;
    if page_words(region[..sign].rsplit(' ').find(|word| !word.is_empty())?) != Some(FurnitureKind::Navigation) {
        return None;
    }
    let rest = &line[start..];
    let (mark, end) = SITE_MARKS
        .iter()
        .find_map(|mark| rest[..floor_char_boundary(rest, *TITLE.end() + SITE)].find(mark).map(|at| (mark, at)))?;
    let is_section = |word: &str| page_words(word) == Some(FurnitureKind::Navigation);
    let mut words = rest[..end].split(' ');
    // One step may stand before the headline; of two, the second may be its first word.
    let section = words.next().filter(|word| is_section(word));
    let next = words.next()?;
    let from = section.map_or(0, |section| section.len() + 1);
    let title = rest[from..end].trim();
    let site = &rest[end + mark.len()..];
    let is_stamp = |&at: &usize| below_headline(&site[at..]).date > 0;
    let site_end = site[..floor_char_boundary(site, SITE)].match_indices(' ').map(|(at, _)| at).find(is_stamp)?;
    let named = site[..site_end].split(' ').all(|word| word.starts_with(|c: char| c.is_uppercase() || c == '&'));
    let sure = named
        && TITLE.contains(&title.len())
        && title.split(' ').count() >= WORDS
        && !(section.is_some() && is_section(next))
        && next.starts_with(char::is_alphanumeric);
    let start = start + from;
    sure.then(|| Found { start, end: start + title.len(), site_end: start - from + end + mark.len() + site_end })
}

/// The site's name behind a headline, where the end of the line has it again.
fn named_again<'t>(line: &'t str, site: &'t str) -> Option<&'t str> {
    let name = site.trim_start_matches(|c: char| !c.is_alphanumeric()).trim_end();
    let end = &line[floor_char_boundary(line, line.len().saturating_sub(160))..];
    (name.len() >= 5 && end.contains(name)).then_some(name)
}

/// `Home News >> HEADLINE ( Source ) 14:20, November 18, 2020`: without a title to compare, the source and the date end it.
fn before_source(region: &str, line: &str) -> Option<Found> {
    let (sign, start) = crumbs_end(region)?;
    let menu = &region[..sign];
    let rest = &line[start..];
    let open = rest[..floor_char_boundary(rest, *TITLE.end() + 8)].find(" (")?;
    let title = rest[..open].trim_end();
    let words = menu.split(' ').filter(|word| page_words(word) == Some(FurnitureKind::Navigation)).count();
    let sure = TITLE.contains(&title.len())
        && title.split(' ').count() >= WORDS
        && words >= 4
        && below_headline(&rest[title.len()..]).date > 0;
    sure.then(|| Found { start, end: start + title.len(), site_end: start + title.len() })
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
        let Some(open) = rest[..floor_char_boundary(rest, NAMES)].find(" (") else { return Below::default() };
        at = open + 1;
    }
    if rest[at..].starts_with('(') {
        let inside = &rest[at..];
        let Some(close) = inside[..floor_char_boundary(inside, SOURCE)].find(')') else { return Below::default() };
        // Names with their paper behind them, or an agency; a paper alone stands with the date.
        if at > 0 || bylines::is_agency(inside[1..close].trim()) {
            byline = at + close + 1;
        }
        at += close + 1;
    }
    let gap = rest[at..].len() - rest[at..].trim_start().len();
    let Some(date) = leading_date(rest[at + gap..].get(..floor_char_boundary(&rest[at + gap..], 60)).unwrap_or(""))
    else {
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
    let holder = line[floor_char_boundary(line, line.len().saturating_sub(80))..].rsplit_once('©')?.1.trim();
    let holder = holder.trim_end_matches('.').trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
    let named = holder.len() >= 5 && site.starts_with(holder) && holder.starts_with(char::is_uppercase);
    let word = || holder.split(' ').count() > 1 || has_newspaper_word(holder);
    (named && word()).then(|| &site[..holder.len()])
}
