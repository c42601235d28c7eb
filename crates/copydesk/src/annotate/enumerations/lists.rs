//! Consecutive list items, one in each block.

use crate::blocks::{Role, bullet};
use crate::span::TextSpan;

use super::super::Annotated;
use super::{Enumeration, EnumerationKind};

/// What an item of a list begins with: two items with the same sort are of one list.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Bullet([u8; 4]),
    Number,
    Letter,
    Bare,
}

/// An item, and the number of its block.
struct Item {
    block: u32,
    sort: Sort,
    marker: TextSpan,
    item: TextSpan,
}

/// Joins the list items that stand on end.
pub(super) fn find(annotated: &Annotated<'_>, series: &mut Vec<Enumeration>) {
    let mut run: Vec<Item> = Vec::new();
    for (number, block) in annotated.blocks.iter().enumerate() {
        match block.role {
            Role::Blank => {}
            Role::ListItem => {
                let content = &annotated.text[block.content.range()];
                let item = item(number as u32, block.content, content);
                let restarts = item.sort == Sort::Number && is_one(content);
                if run.last().is_some_and(|last| last.sort != item.sort || restarts) {
                    finish(annotated.text, &mut run, series);
                }
                run.push(item);
            }
            _ if run.is_empty() => {}
            _ => finish(annotated.text, &mut run, series),
        }
    }
    finish(annotated.text, &mut run, series);
}

fn finish(text: &str, run: &mut Vec<Item>, series: &mut Vec<Enumeration>) {
    // Rows that nothing marks are a list only where none is a label or a heading: not the head of a letter, not the credits of a film.
    let bare = run.first().is_some_and(|item| item.sort == Sort::Bare);
    let says = |item: &Item| {
        let item = &text[item.item.range()];
        !item.contains(':') && item.bytes().any(|byte| byte.is_ascii_lowercase() || byte >= 0x80)
    };
    if bare && !run.iter().all(says) {
        run.clear();
    }
    if let [first, .., last] = &run[..] {
        series.push(Enumeration {
            text: TextSpan::new(first.marker.start(), last.item.end()),
            kind: EnumerationKind::List,
            items: run.iter().map(|item| item.item).collect(),
            markers: run.iter().map(|item| item.marker).collect(),
            block: first.block,
            last: last.block,
        });
    }
    run.clear();
}

fn item(block: u32, span: TextSpan, content: &str) -> Item {
    let (sort, length) = sort(content);
    let space = content[length..].len() - content[length..].trim_start().len();
    let at = |offset: usize| span.start() + offset as u32;
    Item { block, sort, marker: TextSpan::new(at(0), at(length)), item: TextSpan::new(at(length + space), span.end()) }
}

/// What an item begins with, and how many bytes that has.
fn sort(content: &str) -> (Sort, usize) {
    if let Some(bullet) = bullet(content) {
        let mut bytes = [0; 4];
        let length = bullet.len().min(4);
        bytes[..length].copy_from_slice(&bullet.as_bytes()[..length]);
        return (Sort::Bullet(bytes), bullet.len());
    }
    let bytes = content.as_bytes();
    let digits = bytes.iter().take(4).take_while(|byte| byte.is_ascii_digit()).count();
    let rest = &content[digits..];
    if (1..=3).contains(&digits) {
        let spaced = rest.trim_start_matches(' ');
        if let Some(sign) = spaced.chars().next().filter(|sign| ".):-–—".contains(*sign)) {
            return (Sort::Number, content.len() - spaced.len() + sign.len_utf8());
        }
    }
    match bytes {
        [b'(', letter, b')', ..] if letter.is_ascii_alphabetic() => (Sort::Letter, 3),
        [letter, b')', ..] if letter.is_ascii_alphabetic() => (Sort::Letter, 2),
        _ => (Sort::Bare, 0),
    }
}

fn is_one(content: &str) -> bool {
    matches!(content.as_bytes(), [b'1', next, ..] if !next.is_ascii_digit())
}
