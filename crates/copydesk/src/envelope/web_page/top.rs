//! What stands above the article of a page: the menu and the way to it.

use crate::blocks::{FurnitureKind, is_headline};

use super::Page;
use super::lines::{Line, line};

/// Lines that are looked at before a page has shown itself.
const LINES: usize = 60;
/// Lines of running text that may stand above a menu: notices about cookies whose words are not known.
const NOTICES: usize = 2;
/// A menu has so many short lines, and so many different words of menus.
const SHORT: usize = 6;
const WORDS: usize = 4;

/// How far the top of a text looks like that of a page.
#[derive(Default)]
pub(super) struct Top<'t> {
    words: Vec<&'t str>,
    short: usize,
    crumbs: bool,
}

impl<'t> Top<'t> {
    pub(super) fn of(lines: impl Iterator<Item = &'t str>) -> Self {
        let mut top = Self::default();
        let mut notices = 0;
        for content in lines.take(LINES) {
            match line(content) {
                Line::Running if notices == NOTICES => break,
                Line::Running => notices += 1,
                Line::Crumbs => top.crumbs = true,
                Line::Page(kind) => {
                    top.short += 1;
                    if is_menu_word(kind, content) && !top.words.iter().any(|word| word.eq_ignore_ascii_case(content)) {
                        top.words.push(content);
                    }
                }
                Line::Short => top.short += 1,
                Line::Rights | Line::Other => {}
            }
            if top.is_menu() {
                break;
            }
        }
        top
    }

    pub(super) fn is_menu(&self) -> bool {
        self.crumbs || self.words.len() >= WORDS && self.short >= SHORT
    }
}

/// Whether a line of furniture is one of those that menus are made of.
fn is_menu_word(kind: FurnitureKind, content: &str) -> bool {
    const LONGEST: usize = 36;
    content.len() <= LONGEST && matches!(kind, FurnitureKind::Navigation | FurnitureKind::Subscribe)
}

/// So many lines may stand between two words of one menu.
const GAP: usize = 10;
/// What follows so many of a menu's last words may be the article's own: a headline with its section below.
const LAST: usize = 3;

/// The place of the first line below the menu and the crumbs.
pub(super) fn menu_end(page: &Page<'_>) -> usize {
    let body = page.running_from(0).unwrap_or(page.lines.len());
    let word = |at: usize| match page.lines[at] {
        Line::Page(kind) => is_menu_word(kind, page.contents[at]),
        Line::Crumbs => true,
        _ => false,
    };
    let mut words: Vec<usize> = Vec::new();
    for at in (0..body).filter(|&at| word(at)) {
        if words.last().is_some_and(|&last| at - last > GAP) {
            break;
        }
        words.push(at);
    }
    if words.first().is_none_or(|&first| first > GAP) {
        return 0;
    }
    let Some(&last) = words.last() else { return 0 };
    // Crumbs end what is above the article, whatever comes first.
    if page.lines[last] == Line::Crumbs {
        return last + 1;
    }
    let from = words.len().checked_sub(LAST).map_or(0, |at| words[at]);
    (from..last).find(|&at| is_headline(page.contents[at])).unwrap_or(last + 1)
}
