//! # web-page
//!
//! A page of a newspaper's website, flattened to lines: its menu, the breadcrumbs, the article, other articles, and the site's own lines
//! below. Half of such a text is not part of the article.
//!
//! **Grammar**
//!
//! | part | lines |
//! |---|---|
//! | the page's title | `Ferry returns to the north quay - Harbour Gazette` |
//! | menu | many short lines: `Home`, `News`, `Sport`, `Log in`, `Subscribe`; cookie notices |
//! | breadcrumbs | `Home > News > Local`, also with `»`, `›`, `/` |
//! | article | headline, deck, byline, date, share buttons, body |
//! | foot | `Related articles` and titles, `Most read`, comments, `About us`, `Privacy policy`, `© 2025 Harbour Gazette` |
//!
//! A title that comes twice above the body (once with the site's name, or as the last of the breadcrumbs) is the headline. The one next to
//! the body keeps the role, and the others are furniture. What is above the headline is furniture too. Without such a title, only the menu
//! is, down to its last word, and the headline is looked for below it as in any text. The foot begins below the last line that may belong
//! to the article, at a line that no article has. The site's name is the publication if it contains a word that newspapers' names have, or
//! if the line of rights has it too.
//!
//! **Evidence**, any of:
//!
//! - above the text, a menu (six short lines, four of them different menu words) or breadcrumbs;
//! - a title with the site's name as the first line, and the same title without it a few lines below;
//! - below the text, a foot of six lines of three kinds, with two of the site's own links.
//!
//! **Leaves alone** every line that may belong to the article: running text above a headline that is not certain, a sentence among the
//! titles below the body, an article that merely ends with a plea or a line of share buttons. Furniture that stays in is better than a lost
//! paragraph. A list of results or names at the top is not a menu; `Home | Away` above a table is not a breadcrumb trail.

mod foot;
mod lines;
mod title;
mod top;

use crate::blocks::{FurnitureKind, Role, Sheet};

use self::foot::Foot;
use self::lines::{Line, line};
use self::title::Title;
use self::top::Top;
use super::Envelope;
use super::edges::Edges;

pub(super) use self::lines::is_step_sign;
pub(super) use self::title::SITE_MARKS;

/// A page of a newspaper's site.
pub static ENVELOPE: Envelope = Envelope {
    name: "web-page",
    wrapping: crate::repair::Wrapping::Unknown,
    page: include_str!("web_page.rs"),
    recognise: |_, edges| is_page(edges),
    split: None,
    label,
};

fn is_page(edges: &Edges<'_>) -> bool {
    title::is_titled(edges.first()) || Top::of(edges.first()).is_menu() || Foot::of(edges.last()).is_foot()
}

/// The rows of a page that are not blank, and what each is by itself.
struct Page<'t> {
    rows: Vec<usize>,
    contents: Vec<&'t str>,
    lines: Vec<Line>,
}

impl<'t> Page<'t> {
    fn of(sheet: &Sheet<'t>) -> Self {
        let rows: Vec<usize> = sheet.filled().collect();
        let contents: Vec<&str> = rows.iter().map(|&row| sheet.content(row)).collect();
        let lines = contents.iter().map(|content| line(content)).collect();
        Self { rows, contents, lines }
    }

    /// The first line of running text from `at` on.
    fn running_from(&self, at: usize) -> Option<usize> {
        (at..self.lines.len()).find(|&at| self.lines[at] == Line::Running)
    }
}

fn label(sheet: &mut Sheet<'_>) {
    let page = Page::of(sheet);
    let title = Title::find(&page);
    let begin = match &title {
        Some(title) => {
            label_above(sheet, &page, title);
            title.at
        }
        None => label_menu(sheet, &page),
    };
    let body = page.running_from(begin).unwrap_or(page.rows.len());
    let end = foot::label(sheet, &page, body);
    if let Some(title) = &title {
        label_title(sheet, &page, title);
    }
    let row = |at: usize| page.rows.get(at).copied().unwrap_or(sheet.rows.len());
    sheet.article = row(begin)..row(end);
}

/// How much running text a page may have above a headline that is sure: notices, and the beginnings of other articles.
const NOTICES: usize = 3;
const NOTICE_LONGEST: usize = 700;

/// What stands above the headline belongs to the page.
fn label_above(sheet: &mut Sheet<'_>, page: &Page<'_>, title: &Title<'_>) {
    let above = &page.lines[..title.at];
    let notices = above.iter().filter(|line| **line == Line::Running).count() <= NOTICES;
    for (at, line) in above.iter().enumerate() {
        let content = page.contents[at];
        let kind = match line {
            Line::Page(kind) => *kind,
            Line::Crumbs | Line::Short => FurnitureKind::Navigation,
            // The family `legal` knows it.
            Line::Rights => continue,
            Line::Running if !notices || content.len() > NOTICE_LONGEST => continue,
            Line::Running | Line::Other => FurnitureKind::Other,
        };
        sheet.label_furniture(page.rows[at], kind);
    }
}

/// Labels the menu of a page whose headline is not sure; gives the place of the first line after it.
fn label_menu(sheet: &mut Sheet<'_>, page: &Page<'_>) -> usize {
    let end = top::menu_end(page);
    let to_crumbs = end.checked_sub(1).is_some_and(|last| page.lines[last] == Line::Crumbs);
    for at in 0..end {
        let kind = match page.lines[at] {
            Line::Page(kind) => kind,
            Line::Crumbs | Line::Short => FurnitureKind::Navigation,
            // No article stands above the way to it.
            Line::Running if to_crumbs && page.contents[at].len() <= NOTICE_LONGEST => FurnitureKind::Other,
            Line::Rights | Line::Running | Line::Other => continue,
        };
        sheet.label_furniture(page.rows[at], kind);
    }
    end
}

/// Labels the headline, and wherever it comes again.
fn label_title(sheet: &mut Sheet<'_>, page: &Page<'_>, title: &Title<'_>) {
    let row = page.rows[title.at];
    sheet.label(row, Role::Headline);
    sheet.fields.headline = Some(sheet.span_of(title.text));
    sheet.fields.publication = title.publication(page).map(|site| sheet.span_of(site));
    for at in title.at + 1..page.rows.len() {
        if title.is_repeated_by(page.contents[at]) {
            sheet.label_furniture(page.rows[at], FurnitureKind::Other);
        }
    }
    if let Some(at) = title.deck(page) {
        sheet.label(page.rows[at], Role::Deck);
        sheet.fields.deck = Some(sheet.rows[page.rows[at]].content);
    }
}
