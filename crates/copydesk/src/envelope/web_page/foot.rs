//! What is below the article of a page: other articles, comments, the site's own links and rights.

use crate::blocks::{FurnitureKind, Sheet};

use super::Page;
use super::lines::{Line, is_long, line};

/// Lines that are looked at from the end on.
const LINES: usize = 80;
/// A foot by which a page is known has so many lines of furniture, of so many kinds, with so many of the site's own ways.
const KNOWN: usize = 6;
const KINDS: usize = 3;
const WAYS: usize = 2;

/// How far the end of a text looks like that of a page.
#[derive(Default)]
pub(super) struct Foot {
    /// A bit for each kind; the last for a claim of rights.
    kinds: u16,
    known: usize,
    ways: usize,
}

impl Foot {
    /// Reads the lines from the last one on, up to what may be the article's. So few that no foot has are not read: every document is
    /// looked at, and nearly all end with a long line, which is running text.
    pub(super) fn of(lines: &[&str]) -> Self {
        let mut foot = Self::default();
        let short = lines.iter().take(LINES).take_while(|line| !is_long(line));
        if lines.len() < KNOWN || short.clone().take(KNOWN).count() < KNOWN {
            return foot;
        }
        for content in short {
            let line = line(content);
            if may_be_article(line, content) {
                break;
            }
            foot.add(line);
            if foot.is_foot() {
                break;
            }
        }
        foot
    }

    fn add(&mut self, line: Line) {
        match line {
            Line::Page(kind) => {
                self.kinds |= 1 << kind as u16;
                self.ways += usize::from(kind == FurnitureKind::Navigation);
                self.known += 1;
            }
            Line::Rights => {
                self.kinds |= 1 << 15;
                self.known += 1;
            }
            Line::Crumbs | Line::Short | Line::Running | Line::Other => {}
        }
    }

    pub(super) fn is_foot(&self) -> bool {
        self.known >= KNOWN && self.kinds.count_ones() as usize >= KINDS && self.ways >= WAYS
    }
}

/// The longest title of another article.
const TITLE: usize = 160;

/// Whether a line may be the article's: running text, a sentence, or what is set as a note or an item.
fn may_be_article(line: Line, content: &str) -> bool {
    match line {
        Line::Page(_) | Line::Rights | Line::Crumbs => false,
        Line::Running => true,
        Line::Short | Line::Other => {
            let words = content.split_whitespace().count();
            content.len() > TITLE
                || content.ends_with('.') && words > SENTENCE
                || content.starts_with(['(', '[', '-', '–', '—', '*', '•'])
                || content.ends_with(['"', '”'])
        }
    }
}

/// A line of so many words that ends in a full stop is a sentence.
const SENTENCE: usize = 3;

/// Whether a line of furniture ends the article: an advertisement and a link to more stand between paragraphs too.
fn ends_article(line: Line, content: &str) -> bool {
    match line {
        Line::Page(FurnitureKind::Advertisement) => false,
        Line::Page(FurnitureKind::Related) => HEADINGS.iter().any(|heading| starts_with(content, heading)),
        Line::Page(_) | Line::Rights => true,
        _ => false,
    }
}

/// How a heading begins that lists of other articles stand below.
const HEADINGS: &[&str] = &[
    "also in",
    "around the web",
    "artículos relacionados",
    "das könnte",
    "editor",
    "from around",
    "from the web",
    "gerelateerd",
    "latest",
    "les plus lus",
    "lo más",
    "mais lidas",
    "mais lidos",
    "mehr zum thema",
    "meest gelezen",
    "meistgelesen",
    "more from",
    "more headlines",
    "more news",
    "more on",
    "more stories",
    "most ",
    "más ",
    "next article",
    "noticias relacionadas",
    "notícias relacionadas",
    "popular",
    "previous article",
    "promoted",
    "recommended",
    "related",
    "top stories",
    "trending",
    "you may",
    "you might",
];

fn starts_with(content: &str, heading: &str) -> bool {
    content.get(..heading.len()).is_some_and(|head| head.to_lowercase() == heading)
}

/// Labels the foot; gives the place of its first line. `body` is where the running text of the article begins.
pub(super) fn label(sheet: &mut Sheet<'_>, page: &Page<'_>, body: usize) -> usize {
    let count = page.rows.len();
    let start = (body..count).rev().take_while(|&at| !may_be_article(page.lines[at], page.contents[at])).last();
    let Some(end) = start.and_then(|start| (start..count).find(|&at| ends_article(page.lines[at], page.contents[at])))
    else {
        return count;
    };
    let mut foot = Foot::default();
    page.lines[end..].iter().for_each(|line| foot.add(*line));
    // One or two lines of furniture are told by their own words; what stands between them may be a list that ends the article.
    let sure = foot.known > 3 && foot.kinds.count_ones() > 1;
    let mut kind = FurnitureKind::Navigation;
    for at in end..count {
        match page.lines[at] {
            Line::Page(own) => {
                kind = if own == FurnitureKind::Related { own } else { FurnitureKind::Navigation };
                sheet.label_furniture(page.rows[at], own);
            }
            Line::Rights => {}
            _ if sure => sheet.label_furniture(page.rows[at], kind),
            _ => {}
        }
    }
    if sure { end } else { count }
}
