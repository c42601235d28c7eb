//! The sentences of one block: mark after mark, each looked at once.

use crate::language::Language;

use super::around::{Run, skip_space};
use super::boundary::Place;
use super::lists;
use super::marks::{Found, Mark, Marks};
use super::words::Lists;

/// The ends of the sentences in one block's content, each after the marks that close it. The next one begins after the white space that
/// follows. The last end is that of the content. The old content of `out` is lost.
pub(crate) fn ends(content: &str, language: Option<Language>, out: &mut Vec<u32>) {
    out.clear();
    let found = Found::of(content);
    let mut marks = found.marks();
    marks.enter(0, content);
    each(&mut marks, language, Lists::of(language), |_, end| out.push(end as u32));
}

/// Hands on where each sentence of the part starts and ends that the marks have entered. The lists are those of the language.
pub(super) fn each(
    marks: &mut Marks<'_>,
    language: Option<Language>,
    lists: Lists,
    mut found: impl FnMut(usize, usize),
) {
    let content = marks.content();
    let whole = content.trim_end().len();
    let mut start = skip_space(content, 0);
    let mut item = lists::next_item(content, start);
    let mut from = start;
    let mut cut = |end: usize, next: usize, start: &mut usize, item: &mut Option<usize>| {
        found(*start, end);
        *start = next;
        *item = lists::next_item(content, next);
    };
    while let Some((at, mark)) = marks.next(from) {
        while let Some(next) = item.filter(|&next| next <= at) {
            cut(content[..next].trim_end().len(), next, &mut start, &mut item);
        }
        // The last mark of most, with nothing behind it but what closes a quotation.
        if matches!(content.as_bytes()[at + 1..], [] | [b'"'] | [0xe2, 0x80, 0x9d]) {
            break;
        }
        let place = Place { content, start, lists, language, quotes: marks.are_quotes_in(start, at) };
        let end = match mark {
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
        if let Some((end, next)) = end {
            cut(end, next, &mut start, &mut item);
            from = from.max(next);
        }
    }
    while let Some(next) = item {
        cut(content[..next].trim_end().len(), next, &mut start, &mut item);
    }
    if start < whole {
        found(start, whole);
    }
}

/// The end of the sentence that the mark at `at` ends, and the beginning of the next one; none if the sentence goes on. `start` is where
/// the sentence begins, or the part of it that is looked at.
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
