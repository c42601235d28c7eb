//! What is above the article of a page: the menu and the breadcrumbs.

use crate::blocks::{FurnitureKind, is_headline};

use super::Page;
use super::lines::{Line, crumbs, glance, is_long};

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
    pub(super) fn of(lines: &[&'t str]) -> Self {
        let lines = &lines[..lines.len().min(LINES)];
        let mut top = Self::default();
        // An article has neither so many short lines nor any with the signs of crumbs: it is not looked at line by line.
        let has_short = || {
            lines.len() >= SHORT && above_text(lines).iter().filter(|line| !is_long(line)).take(SHORT).count() == SHORT
        };
        if !has_short() && !lines.iter().any(|line| crumbs(line).is_some()) {
            return top;
        }
        let mut notices = 0;
        for &content in lines {
            match glance(content) {
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

/// The lines above the first long one that is no notice: behind it nothing is a menu.
fn above_text<'l, 't>(lines: &'l [&'t str]) -> &'l [&'t str] {
    let mut long = (0..lines.len()).filter(|&at| is_long(lines[at]));
    long.nth(NOTICES).map_or(lines, |at| &lines[..at])
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
    // One or two notices may stand above the menu, but no more of the text.
    let running = (0..page.lines.len()).filter(|&at| page.lines[at] == Line::Running);
    let body = running.take(NOTICES + 1).last().unwrap_or(page.lines.len());
    // Crumbs end what is above the article, whatever comes before them.
    if let Some(crumbs) = (0..body.min(LINES)).rfind(|&at| page.lines[at] == Line::Crumbs) {
        return crumbs + 1;
    }
    let mut words: Vec<usize> = Vec::new();
    for at in 0..body {
        match page.lines[at] {
            Line::Page(kind) if is_menu_word(kind, page.contents[at]) => {
                if words.last().is_some_and(|&last| at - last > GAP) {
                    break;
                }
                words.push(at);
            }
            // What is running text below a menu is not a notice above it.
            Line::Running if words.len() >= WORDS => break,
            Line::Running => words.clear(),
            _ => {}
        }
    }
    let (Some(&first), Some(&last)) = (words.first(), words.last()) else { return 0 };
    if first > GAP || words.len() < WORDS {
        return 0;
    }
    let from = words[words.len() - LAST];
    (from..last).find(|&at| is_headline(page.contents[at])).unwrap_or(last + 1)
}
