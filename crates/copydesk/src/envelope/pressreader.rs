//! # pressreader
//!
//! An article of the PressReader newsstand, flattened to text: the newspaper, the headline, the byline, the body, and the newsstand's
//! own ways to other papers below it. It is met in three line orders.
//!
//! **Grammar**
//!
//! | order | lines |
//! |---|---|
//! | article | newspaper · date, section or page, if any · headline · `●` deck, if any · byline, or `-` for none · body · `Newspapers in LANGUAGE` · `Newspapers from COUNTRY` |
//! | masthead line | headline · `●` deck, if any · `Newspaper - - SECTION - By NAME` · body · the same two, if any |
//! | index | newspaper · `Saturday - 3rd May, 2025` · `Cover of NEWSPAPER` · then for each article: headline · lead · `Read Full Story (Page 1)` |
//!
//! One, both or neither of the newsstand's lines may be there, in either order. The empty field of a masthead line may be missing too, if section
//! and byline are both there. A lone `-` says that there is no byline, which is more than not knowing.
//! A masthead line is one block, a byline; publication and section are read from inside it.
//!
//! **Evidence** of the decoded text alone. Both newsstand lines as the last two; or one of them as the last, with a line
//! like a newspaper's name and one like a headline at the top; or neither, with those two and a lone `-` below them; or a masthead line
//! among the first few; or the dated head of an index.
//!
//! **Leaves alone** the body, whose rows the role families read. An article that begins with a short line, or that speaks of newspapers in
//! a country or in education inside a paragraph, is not of this form.

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

/// How many lines from the top a header may take: headline, two lines of deck and the masthead line, or newspaper, date, section, headline,
/// deck, byline.
const TOP: usize = 7;

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
    /// Newspaper, then headline, which is the line of this number.
    Full { headline: usize },
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
        if tail == 0 && !edges.lines.contains(&"-") {
            return None;
        }
        // The last filled line is the tail, or body: there must be a body between it and the head.
        let lone_dash =
            |headline: &usize| edges.top(headline + 1) == "-" && newsstand::is_running(edges.top(headline + 2));
        let headline = headline_at(edges).filter(|headline| tail > 0 || lone_dash(headline));
        let head = match tail {
            _ if let Some(headline) = headline => Head::Full { headline },
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

/// The masthead line and its place: below the headline, with nothing but decks between.
fn masthead_line<'t>(edges: &Ends<'t>) -> Option<(usize, Masthead<'t>)> {
    let at = (1..edges.count).find(|&at| !newsstand::is_deck(edges.top(at)))?;
    let masthead = Masthead::read(edges.top(at))?;
    (newsstand::is_headline(edges.top(0)) && at + 1 < edges.count).then_some((at, masthead))
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
            label_headline(sheet, filled[0]);
            label_decks(sheet, &filled[1..at]);
            label_masthead(sheet, filled[at], &masthead);
        }
        Form::Article { head: Head::Full { headline } } => {
            sheet.label(filled[0], Role::Publication);
            sheet.fields.publication = Some(sheet.rows[filled[0]].content);
            // The date and the page are read where those of any article are.
            if let Some(&section) = filled[1..headline].iter().find(|&&row| is_section(sheet.content(row))) {
                sheet.label(section, Role::Section);
                sheet.fields.section = Some(sheet.rows[section].content);
            }
            label_headline(sheet, filled[headline]);
            let below = &filled[headline + 1..];
            let decks = below.iter().take_while(|&&row| newsstand::is_deck(sheet.content(row))).count();
            label_decks(sheet, &below[..decks]);
            if let Some(&row) = below.get(decks) {
                label_byline(sheet, row);
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

/// Reads who wrote it from a text that stands where the form has its byline.
fn read_byline(sheet: &mut Sheet<'_>, byline: &str) {
    let read = bylines::read(sheet, sheet.span_of(byline));
    if read.status == BylineStatus::None || !read.authors.is_empty() {
        sheet.fields.byline = read;
    }
}
