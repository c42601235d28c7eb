//! The sentences of one block: mark after mark, each looked at once.

use memchr::memchr2;

use crate::language::Language;

use super::around::{Run, skip_space};
use super::boundary::Place;
use super::lists;
use super::marks::{Mark, Marks};
use super::words::Lists;

/// Where the sentences of one block's content end, each behind the marks that close it; the next one begins behind the white space that
/// follows. The last end is that of the content. What was in `out` before is gone.
pub(crate) fn ends(content: &str, language: Option<Language>, out: &mut Vec<u32>) {
    out.clear();
    let whole = content.trim_end().len();
    let lists = Lists::of(language);
    let quotes = memchr2(b'"', 0x9c, content.as_bytes()).is_some();
    let mut start = skip_space(content, 0);
    let mut item = lists::next_item(content, start);
    let mut marks = Marks::of(content);
    let mut from = start;
    let mut cut = |end: usize, next: usize, start: &mut usize, item: &mut Option<usize>| {
        out.push(end as u32);
        *start = next;
        *item = lists::next_item(content, next);
    };
    while let Some((at, mark)) = marks.next(from) {
        while let Some(next) = item.filter(|&next| next <= at) {
            cut(content[..next].trim_end().len(), next, &mut start, &mut item);
        }
        let place = Place { content, start, lists, language, quotes };
        let found = match mark {
            Mark::Full(len) => {
                from = at + len;
                place.full(from)
            }
            Mark::Line => {
                from = skip_space(content, at);
                place.line(at)
            }
            Mark::Stop => {
                let run = Run::at(content, at);
                from = run.end;
                place.end(run)
            }
        };
        if let Some((end, next)) = found {
            cut(end, next, &mut start, &mut item);
            from = from.max(next);
        }
    }
    while let Some(next) = item {
        cut(content[..next].trim_end().len(), next, &mut start, &mut item);
    }
    if start < whole {
        out.push(whole as u32);
    }
}
