//! The headline of a page, if it comes twice.

use crate::blocks::{FurnitureKind, dates, has_newspaper_word, is_headline};

use super::Page;
use super::lines::{Line, crumbs};

/// Lines from the top on in which a title may come twice.
const TOP: usize = 400;
/// Lengths of a title, in bytes.
const LENGTH: std::ops::RangeInclusive<usize> = 12..=260;
/// Its words, where the site's name or the crumbs vouch for it.
const WORDS: usize = 3;
/// The page's title stands among so many first lines.
const TITLES: usize = 4;
/// So many lines of running text may stand between the two: notices about cookies.
const NOTICES: usize = 2;
/// The body begins within so many lines below the headline.
const BELOW: usize = 14;
/// Two titles that come twice and stand so near are a headline and a deck, or two of a list: nobody can tell.
const NEAR: usize = 4;

/// What stands between a title and the site's name.
pub(in crate::envelope) const SITE_MARKS: &[&str] = &[" - ", " | ", " – ", " — ", " :: ", " · ", " » "];

pub(super) struct Title<'t> {
    /// The place of the headline.
    pub(super) at: usize,
    /// The headline alone.
    pub(super) text: &'t str,
    /// The site's name, from where the title has it.
    site: Option<&'t str>,
}

/// A title, or what a line would be as one.
#[derive(Clone, Copy)]
struct Candidate<'t> {
    text: &'t str,
    at: usize,
    /// It is all of its line.
    whole: bool,
    /// What stands around it vouches for it: a site's name behind it, or crumbs before it.
    vouched: bool,
    site: Option<&'t str>,
}

impl<'t> Title<'t> {
    pub(super) fn find(page: &Page<'t>) -> Option<Self> {
        let mut candidates = Vec::new();
        for at in 0..page.rows.len().min(TOP) {
            add_candidates(page, at, &mut candidates);
        }
        candidates.sort_by_key(|candidate| (candidate.text, candidate.at));
        let groups = || candidates.chunk_by(|one, other| one.text == other.text);
        let found: Vec<(bool, Self)> = groups().filter_map(|group| Self::of_group(page, group)).collect();
        let vouched = found.iter().any(|(vouched, _)| *vouched);
        let own = found.into_iter().filter(|(own, _)| *own == vouched).map(|(_, title)| title);
        let last = own.max_by_key(|title| title.at)?;
        let is_near = |one: &Candidate<'_>| one.whole && one.text != last.text && one.at.abs_diff(last.at) < NEAR;
        let is_double = |group: &[Candidate<'_>]| group.iter().filter(|one| one.whole).count() > 1;
        let doubtful =
            groups().any(|group| is_headline(group[0].text) && is_double(group) && group.iter().any(is_near));
        (vouched || !doubtful).then_some(last)
    }

    /// A title that comes twice or more, and whether the site's name or the crumbs vouch for it.
    fn of_group(page: &Page<'t>, group: &[Candidate<'t>]) -> Option<(bool, Self)> {
        let first = group.first()?;
        let running =
            |from: usize, to: usize| page.lines[from..to].iter().filter(|line| **line == Line::Running).count();
        let is_near_body = |at: usize| page.lines[at + 1..].iter().take(BELOW).any(|line| *line == Line::Running);
        let last = group.iter().rev().find(|last| {
            last.whole && last.at > first.at && running(first.at, last.at) <= NOTICES && is_near_body(last.at)
        })?;
        // Where byline and date stand between two, the upper one is the headline; where a menu does, the lower.
        let has_menu = |from: usize| page.lines[from..last.at].contains(&Line::Page(FurnitureKind::Navigation));
        let headline = group.iter().find(|one| one.whole && !has_menu(one.at) && running(one.at, last.at) == 0)?;
        let vouched = group.iter().any(|candidate| candidate.vouched && candidate.at < last.at);
        let fits = if vouched {
            first.text.split(' ').count() >= WORDS && !first.text.ends_with(['.', ',', ':'])
        } else {
            // A title of another article may come twice above the headline, which then stands between it and the body.
            let body = page.running_from(last.at).unwrap_or(last.at);
            let rival = (last.at + 1..body).any(|at| page.lines[at] == Line::Other && is_headline(page.contents[at]));
            is_headline(first.text) && !rival
        };
        let site = group.iter().find_map(|candidate| candidate.site);
        fits.then_some((vouched, Self { at: headline.at, text: headline.text, site }))
    }

    /// Whether a line is the headline again, with or without the site's name.
    pub(super) fn is_repeated_by(&self, content: &str) -> bool {
        content.strip_prefix(self.text).is_some_and(|rest| {
            rest.is_empty() || SITE_MARKS.iter().any(|mark| rest.starts_with(mark)) && rest.len() <= 80
        })
    }

    /// The site's name, if it is a newspaper's: by a word in it, or because the line of rights has it too.
    pub(super) fn publication(&self, page: &Page<'t>) -> Option<&'t str> {
        let site = self.site.filter(|site| site.len() <= 60 && site.starts_with(char::is_uppercase))?;
        let name = SITE_MARKS.iter().filter_map(|mark| site.rsplit_once(mark)).map(|(_, name)| name);
        let name = name.min_by_key(|name| name.len()).unwrap_or(site);
        let rights = || {
            let lines = page.lines.iter().zip(&page.contents);
            lines.filter(|(line, _)| **line == Line::Rights).any(|(_, content)| content.contains(name))
        };
        (name.split(' ').count() <= 6 && (has_newspaper_word(name) || name.len() >= 5 && rights())).then_some(name)
    }

    /// The line below the headline, where it says what the article is about, and a byline or a date stands below it.
    pub(super) fn deck(&self, page: &Page<'t>) -> Option<usize> {
        const DECK: std::ops::RangeInclusive<usize> = 40..=300;
        const PICTURES: &[&str] = &["Photo", "photo", "Picture", "Image", "©", "Foto", "Getty", "Reuters)", "AP)"];
        let at = self.at + 1;
        let deck = page.contents.get(at)?;
        let next = page.contents.get(at + 1)?;
        let fits = matches!(page.lines[at], Line::Running | Line::Other)
            && DECK.contains(&deck.len())
            && deck.starts_with(|c: char| c.is_uppercase() || c.is_numeric())
            && !deck.ends_with([')', ']'])
            && !PICTURES.iter().any(|word| deck.contains(word))
            && !starts_byline(deck);
        let signed = next.len() <= 100 && !next.ends_with('.') && starts_byline(next)
            || dates::read(next, None).is_some_and(|date| date.is_line() && date.has_year());
        (fits && signed).then_some(at)
    }
}

fn starts_byline(line: &str) -> bool {
    const BY: &[&str] = &["By ", "BY ", "Von ", "Por ", "Par ", "Door "];
    BY.iter().any(|by| line.strip_prefix(by).is_some_and(|name| name.starts_with(char::is_uppercase)))
}

/// Whether the first line is a title with the site's name behind it that comes again right below.
pub(super) fn is_titled(lines: &[&str]) -> bool {
    const SITE: usize = 60;
    let Some((first, below)) = lines.split_first().filter(|(first, _)| first.len() <= *LENGTH.end() + SITE) else {
        return false;
    };
    // Each of the marks has one of these signs in it, or one beyond ASCII.
    let may_be = memchr::memchr3(b'-', b'|', b':', first.as_bytes()).is_some() || !first.is_ascii();
    may_be
        && SITE_MARKS.iter().any(|mark| first.contains(mark))
        && below.iter().take(BELOW).any(|line| {
            let rest = first.strip_prefix(*line).filter(|_| LENGTH.contains(&line.len()));
            let site = rest.and_then(|rest| SITE_MARKS.iter().find_map(|mark| rest.strip_prefix(mark)));
            line.split(' ').count() >= WORDS && site.is_some_and(|site| site.len() <= SITE)
        })
}

/// Adds what a line would be as a title: all of it, and what stands before the site's name; of crumbs, the last step.
fn add_candidates<'t>(page: &Page<'t>, at: usize, candidates: &mut Vec<Candidate<'t>>) {
    let content = page.contents[at];
    let mut add = |text: &'t str, whole: bool, vouched: bool, site: Option<&'t str>| {
        if LENGTH.contains(&text.len()) {
            candidates.push(Candidate { text, at, whole, vouched, site });
        }
    };
    match page.lines[at] {
        Line::Crumbs => {
            if let Some(last) = crumbs(content) {
                add(last, false, true, None);
            }
        }
        Line::Short | Line::Other => {
            add(content, true, false, None);
            if content.len() <= *LENGTH.end() + 60 {
                for mark in SITE_MARKS {
                    for (place, _) in content.match_indices(mark).take(3) {
                        let site = content[place + mark.len()..].trim();
                        // The page's own title stands first; further down, `Ferry returns - video` is a link.
                        let vouched = at < TITLES;
                        add(content[..place].trim_end(), false, vouched, Some(site).filter(|_| vouched));
                    }
                }
            }
        }
        Line::Page(_) | Line::Rights | Line::Running => {}
    }
}
