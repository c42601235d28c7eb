//! The sentences of one block: mark after mark, each looked at once.

use memchr::memchr2;

use crate::language::Language;

use super::around::{Run, skip_space};
use super::boundary::Place;
use super::lists;
use super::marks::{Kinds, Mark, Marks};
use super::words::Lists;

/// Where the sentences of one block's content end, each behind the marks that close it; the next one begins behind the white space that
/// follows. The last end is that of the content. What was in `out` before is gone.
pub(crate) fn ends(content: &str, language: Option<Language>, out: &mut Vec<u32>) {
    ends_of(content, language, Kinds::of(content), out);
}

/// The same, where it is known what kinds of marks the text has that the block is a part of.
pub(super) fn ends_of(content: &str, language: Option<Language>, kinds: Kinds, out: &mut Vec<u32>) {
    out.clear();
    let whole = content.trim_end().len();
    let lists = Lists::of(language);
    // The first quotation mark of the sentence; most have none.
    let next_quote =
        |from: usize| memchr2(b'"', 0x9c, &content.as_bytes()[from..]).map_or(content.len(), |at| from + at);
    let mut quote = if kinds.quotes { next_quote(0) } else { content.len() };
    let mut start = skip_space(content, 0);
    let mut item = lists::next_item(content, start);
    let mut marks = Marks::of(content, kinds);
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
        if quote < start {
            quote = next_quote(start);
        }
        let place = Place { content, start, lists, language, quotes: quote < at };
        let found = match mark {
            Mark::Full(len) => {
                from = at + len;
                place.full(from)
            }
            Mark::Line => {
                from = skip_space(content, at);
                place.line(at)
            }
            Mark::Stop if place.is_inside(at) => {
                from = at + 1;
                None
            }
            Mark::Stop => {
                from = at + 1;
                place.plain_end(at).or_else(|| {
                    let run = Run::at(content, at);
                    from = run.end;
                    place.end(run)
                })
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

/// Where the sentence ends that the mark at `at` ends, and where the next one begins; none if the sentence goes on. `start` is where it
/// begins, or where that part of it does that is looked at.
pub(in crate::annotate) fn end_at(
    content: &str,
    start: usize,
    at: usize,
    language: Option<Language>,
) -> Option<(usize, usize)> {
    Place { content, start, lists: Lists::of(language), language, quotes: true }.end(Run::at(content, at))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentences(content: &str, language: Option<Language>) -> Vec<&str> {
        let mut found = vec![7];
        ends(content, language, &mut found);
        let mut start = 0;
        let mut cut = |end: u32| content[std::mem::replace(&mut start, end as usize)..end as usize].trim_start();
        found.into_iter().map(&mut cut).collect()
    }

    #[test]
    fn the_last_end_is_that_of_the_content() {
        let english = Some(Language::English);
        assert_eq!(sentences(" One here. And two \n", english), ["One here.", "And two"]);
        assert_eq!(sentences("No stop", english), ["No stop"]);
        assert_eq!(sentences("", english), [""; 0]);
        assert_eq!(sentences(" \n ", english), [""; 0]);
        assert_eq!(sentences("...", english), ["..."]);
    }

    #[test]
    fn a_mark_ends_the_same_sentence_when_it_is_asked_for_alone() {
        let content = "Mr. Harl paid $1.5 to Plume Inc. The rest was left. Why? Nobody knows.";
        let english = Some(Language::English);
        let mut all = Vec::new();
        ends(content, english, &mut all);
        all.pop();
        let marks = content.match_indices(['.', '?']).map(|(at, _)| at);
        let one = marks.filter_map(|at| end_at(content, 0, at, english)).map(|(end, _)| end as u32);
        assert_eq!(one.collect::<Vec<_>>(), all);
    }

    #[test]
    fn line_ends_inside_a_block() {
        let wrapped = "The nets were carried down to the quay and laid out in the sun of\nNorhaven. Then it\nrained.";
        let sun = "The nets were carried down to the quay and laid out in the sun of\nNorhaven.";
        assert_eq!(sentences(wrapped, None), [sun, "Then it\nrained."]);
        let list = "What they took\n1. Rope\n2. Tar\n\nand nothing else";
        assert_eq!(sentences(list, None), ["What they took", "1. Rope", "2. Tar", "and nothing else"]);
    }

    #[test]
    fn languages_without_a_list_have_no_words_of_english() {
        let swedish = Some(Language::Swedish);
        assert_eq!(sentences("Hon bor i U.S.A. The Hague", swedish).len(), 1);
        assert_eq!(sentences("Hon bor i U.S.A. The Hague", Some(Language::English)).len(), 2);
    }

    #[test]
    fn marks_of_other_scripts_are_found_in_any_language() {
        assert_eq!(sentences("船は遅れた。雨。", Some(Language::English)), ["船は遅れた。", "雨。"]);
        assert_eq!(sentences("जहाज़ देर से आया। क्यों?", None), ["जहाज़ देर से आया।", "क्यों?"]);
    }
}
