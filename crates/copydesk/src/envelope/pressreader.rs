//! # pressreader
//!
//! An article of the PressReader newsstand, flattened to text: the newspaper, the headline, the byline, the body, and below it the
//! newsstand's own links to other papers. It comes in three line orders.
//!
//! **Grammar**
//!
//! | order | lines |
//! |---|---|
//! | article | newspaper · date, section or page, if any · headline · deck, if any · byline, behind a dash or not, or `-` for none · body · `Newspapers in LANGUAGE` · `Newspapers from COUNTRY` |
//! | masthead line | headline · deck, if any · `Newspaper - - SECTION - By NAME` · body · the same two, if any |
//! | index | newspaper · `Saturday - 3rd May, 2025` · `Cover of NEWSPAPER` · then for each article: headline · lead · `Read Full Story (Page 1)`; for more issues, their date and cover again |
//!
//! The newsstand's two lines may come in either order, and one or both may be missing. The empty field of a masthead line may be missing
//! too, if section and byline are both there. The newsstand begins its bylines with a dash: `- By Ana Ruiz Political Editor`,
//! `- Ana Ruiz aruiz@example.com`, `- (afp)`. A lone `-` says that there is no byline, which is more than not knowing. A deck begins with
//! `●`, or with nothing if a byline with its dash or a lone `-` stands below it. A masthead line is one block, a byline; publication and
//! section are read from inside it.
//!
//! **Evidence**, in the decoded text alone, any of:
//!
//! - both newsstand lines at the end;
//! - one of them at the end, with a line like a newspaper's name and one like a headline at the top;
//! - neither, but those two at the top, a byline behind a dash or a lone `-` below them, and running text below that;
//! - a masthead line among the first few lines;
//! - the dated head of an index.
//!
//! **Leaves alone** the body, whose lines the role families read. An article that merely begins with a short line, or speaks of newspapers
//! in a country or in education inside a paragraph, does not have this form; nor does a list whose items begin with a dash.

use crate::blocks::{FurnitureKind, Role, Sheet, bylines, is_section};
use crate::header::BylineStatus;
use crate::repair::Wrapping;
use crate::span::TextSpan;

use super::Envelope;
use super::edges::Edges;
use super::newsstand::{self, Masthead};

/// An article of the PressReader newsstand.
pub static ENVELOPE: Envelope = Envelope {
    name: "pressreader",
    wrapping: Wrapping::Unknown,
    page: include_str!("pressreader.rs"),
    recognise: |_, edges| Form::of(&Ends::of_edges(edges)).is_some(),
    split: None,
    label,
};

/// How many lines from the top are looked at: newspaper, date, section, headline, two decks, byline, and the first two of the body.
const TOP: usize = 9;

/// So many decks that have no bullet may stand between headline and byline.
const DECKS: usize = 2;

/// The first and the last filled lines: all that recognition looks at.
struct Ends<'t> {
    /// The first lines; empty where the text has fewer.
    lines: [&'t str; TOP],
    /// How many there are.
    count: usize,
    /// The last line, then the one before it.
    end: [&'t str; 2],
}

impl<'t> Ends<'t> {
    fn of_edges(edges: &Edges<'t>) -> Self {
        Self::of(edges.first().iter().copied(), edges.last().iter().copied())
    }

    fn of_sheet(sheet: &Sheet<'t>) -> Self {
        let content = |index: usize| sheet.content(index);
        Self::of(sheet.filled().map(content), sheet.filled().rev().map(content))
    }

    fn of(first: impl Iterator<Item = &'t str>, mut last: impl Iterator<Item = &'t str>) -> Self {
        let (mut lines, mut count) = ([""; TOP], 0);
        for (place, line) in lines.iter_mut().zip(first) {
            *place = line;
            count += 1;
        }
        Self { lines, count, end: [last.next().unwrap_or(""), last.next().unwrap_or("")] }
    }

    fn top(&self, index: usize) -> &'t str {
        self.lines.get(index).copied().unwrap_or("")
    }
}

/// The order of the lines.
enum Form<'t> {
    Article { head: Head },
    MastheadLine { at: usize, masthead: Masthead<'t> },
    Index,
}

/// What stands above the body of an article.
enum Head {
    /// Newspaper, then headline, which is the line of this number, and the line of the byline where a dash leads it.
    Full { headline: usize, dashed: Option<usize> },
    /// Headline alone, with a lone `-` below.
    Headline,
    /// Nothing of it can be told.
    Lost,
}

impl<'t> Form<'t> {
    fn of(edges: &Ends<'t>) -> Option<Self> {
        if newsstand::is_index_date(edges.top(1)) && newsstand::is_cover(edges.top(2)) {
            return Some(Self::Index);
        }
        let tail = tail(edges);
        if let Some((at, masthead)) = masthead_line(edges) {
            return Some(Self::MastheadLine { at, masthead });
        }
        // Most texts have neither.
        if tail == 0 && !edges.lines.iter().any(|line| line.starts_with('-')) {
            return None;
        }
        // The last filled line is the tail, or body: there must be a body between it and the head.
        let lone_dash =
            |headline: usize| edges.top(headline + 1) == "-" && newsstand::is_running(edges.top(headline + 2));
        let head = headline_at(edges).map(|headline| (headline, dashed_at(edges, headline)));
        let is_told = |&(headline, dashed): &(usize, Option<usize>)| {
            tail > 0 || lone_dash(headline) || dashed.is_some_and(|at| is_over_text(edges, at))
        };
        let head = match tail {
            _ if let Some((headline, dashed)) = head.filter(is_told) => Head::Full { headline, dashed },
            0 | 1 => return None,
            _ if edges.top(1) == "-" && newsstand::is_headline(edges.top(0)) => Head::Headline,
            _ => Head::Lost,
        };
        Some(Self::Article { head })
    }
}

/// How many of the newsstand's lines the text ends with.
fn tail(edges: &Ends<'_>) -> usize {
    let [last, before] = edges.end;
    match () {
        () if newsstand::is_country_line(last) && newsstand::is_language_line(before) => 2,
        () if newsstand::is_language_line(last) && newsstand::is_country_line(before) => 2,
        () if newsstand::is_country_line(last) || newsstand::is_language_line(last) => 1,
        () => 0,
    }
}

/// Where the headline stands: below the newspaper, or below the date, the section and the page that may follow it.
fn headline_at(edges: &Ends<'_>) -> Option<usize> {
    /// So many lines may stand between the two.
    const BETWEEN: usize = 3;
    if !newsstand::is_newspaper(edges.top(0)) {
        return None;
    }
    let headline = (1..=1 + BETWEEN).find(|&at| !newsstand::is_between(edges.top(at)))?;
    newsstand::is_headline(edges.top(headline)).then_some(headline)
}

/// The line of the byline that a dash leads, or of the dash alone: below the headline, with nothing but decks between.
fn dashed_at(edges: &Ends<'_>, headline: usize) -> Option<usize> {
    let is_one = |at: &usize| edges.top(*at) == "-" || newsstand::dashed(edges.top(*at)).is_some();
    let at = (headline + 1..=headline + 1 + DECKS).find(is_one)?;
    (headline + 1..at).all(|deck| newsstand::may_be_deck(edges.top(deck))).then_some(at)
}

/// Whether a byline behind a dash stands over running text: the items of a list stand over each other.
fn is_over_text(edges: &Ends<'_>, byline: usize) -> bool {
    let below = edges.top(byline + 1);
    edges.top(byline) != "-"
        && !is_section(edges.top(0))
        && !newsstand::is_column(edges.top(0))
        && newsstand::is_running(below)
        && !below.starts_with(['-', '–', '—'])
        && !edges.top(byline + 2).starts_with("- ")
}

/// The masthead line and its place: below the headline, with nothing but decks between.
fn masthead_line<'t>(edges: &Ends<'t>) -> Option<(usize, Masthead<'t>)> {
    // The headline is lost, or stands in another field of the record.
    if newsstand::is_running(edges.top(1))
        && let Some(masthead) = Masthead::read(edges.top(0)).filter(|masthead| masthead.byline.is_some())
    {
        return Some((0, masthead));
    }
    let bullets = (1..edges.count).find(|&at| !newsstand::is_deck(edges.top(at)))?;
    let are_decks = |&at: &usize| at == bullets || newsstand::may_be_deck(edges.top(at - 1));
    let mut below_decks = (bullets..=bullets + DECKS).take_while(are_decks);
    let (at, masthead) = below_decks.find_map(|at| Some((at, Masthead::read(edges.top(at))?)))?;
    let headline = edges.top(0);
    let headed = newsstand::is_headline(headline) || masthead.is_whole && newsstand::is_headline_with_stop(headline);
    (headed && at + 1 < edges.count).then_some((at, masthead))
}

fn label(sheet: &mut Sheet<'_>) {
    let edges = Ends::of_sheet(sheet);
    let Some(form) = Form::of(&edges) else { return };
    let filled = sheet.filled_rows();
    for &row in &filled[filled.len() - tail(&edges)..] {
        sheet.label_furniture(row, FurnitureKind::Navigation);
    }
    match form {
        Form::Index => newsstand::label_index(sheet, &filled),
        Form::MastheadLine { at, masthead } => {
            if at > 0 {
                label_headline(sheet, filled[0]);
                label_decks(sheet, &filled[1..at]);
            }
            label_masthead(sheet, filled[at], &masthead);
        }
        Form::Article { head: Head::Full { headline, dashed } } => {
            sheet.label(filled[0], Role::Publication);
            sheet.fields.publication = Some(sheet.rows[filled[0]].content);
            // The date and the page are read where those of any article are.
            if let Some(&section) = filled[1..headline].iter().find(|&&row| is_section(sheet.content(row))) {
                sheet.label(section, Role::Section);
                sheet.fields.section = Some(sheet.rows[section].content);
            }
            label_headline(sheet, filled[headline]);
            let below = &filled[headline + 1..];
            let bullets = || below.iter().take_while(|&&row| newsstand::is_deck(sheet.content(row))).count();
            let decks = dashed.map_or_else(bullets, |at| at - headline - 1);
            label_decks(sheet, &below[..decks]);
            match below.get(decks) {
                Some(&row) if dashed.is_some() => label_dashed(sheet, row),
                Some(&row) => label_byline(sheet, row),
                None => {}
            }
        }
        Form::Article { head: Head::Headline } => {
            label_headline(sheet, filled[0]);
            label_byline(sheet, filled[1]);
        }
        Form::Article { head: Head::Lost } => {}
    }
}

fn label_headline(sheet: &mut Sheet<'_>, row: usize) {
    sheet.label(row, Role::Headline);
    sheet.fields.headline = Some(sheet.rows[row].content);
}

fn label_decks(sheet: &mut Sheet<'_>, rows: &[usize]) {
    for &row in rows {
        sheet.label(row, Role::Deck);
        let deck = newsstand::deck(sheet.content(row));
        sheet.fields.deck = sheet.fields.deck.or(Some(sheet.span_of(deck)));
    }
}

fn label_masthead(sheet: &mut Sheet<'_>, row: usize, masthead: &Masthead<'_>) {
    sheet.label(row, Role::Byline);
    sheet.fields.publication = Some(sheet.span_of(masthead.publication));
    sheet.fields.section = masthead.section.map(|section| sheet.span_of(section));
    if let Some(byline) = masthead.byline {
        read_byline(sheet, byline);
    }
}

/// The row in the byline's place, if it is one: a lone dash, or somebody's name.
fn label_byline(sheet: &mut Sheet<'_>, row: usize) {
    let content = sheet.content(row);
    if content.len() <= newsstand::BYLINE_LIMIT && !content.ends_with(['.', '?', '!', '”', '"', ':']) {
        read_byline(sheet, content);
        if sheet.fields.byline.status == BylineStatus::Unknown {
            return;
        }
        let named = sheet.fields.byline.status == BylineStatus::Named;
        let last = if named { bylines::with_more(sheet, row) } else { row };
        if last > row {
            let (start, end) = (sheet.rows[row].content.start(), sheet.rows[last].content.end());
            sheet.fields.byline = bylines::read(sheet, TextSpan::new(start, end));
        }
        (row..=last).for_each(|row| sheet.label(row, Role::Byline));
    }
}

/// The row that a dash leads: a byline, whether or not it is understood who it names.
fn label_dashed(sheet: &mut Sheet<'_>, row: usize) {
    let content = sheet.content(row);
    let byline = newsstand::dashed(content).unwrap_or(content);
    sheet.fields.byline = bylines::read(sheet, sheet.span_of(byline));
    let named = sheet.fields.byline.status == BylineStatus::Named;
    let last = if named { bylines::with_more(sheet, row) } else { row };
    if last > row {
        let (start, end) = (sheet.span_of(byline).start(), sheet.rows[last].content.end());
        sheet.fields.byline = bylines::read(sheet, TextSpan::new(start, end));
    }
    (row..=last).for_each(|row| sheet.label(row, Role::Byline));
}

/// Reads who wrote it from a text that stands where the form has its byline.
fn read_byline(sheet: &mut Sheet<'_>, byline: &str) {
    let read = bylines::read(sheet, sheet.span_of(byline));
    if read.status == BylineStatus::None || !read.authors.is_empty() {
        sheet.fields.byline = read;
    }
}
