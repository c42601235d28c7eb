//! The line ends of newspaper columns.
//!
//! A column is narrow and set in letters of different widths, and what is above it on the page (newspaper, date, headline) keeps to no
//! margin. So the margin is read from the lines that must continue below: a small letter follows, or the line breaks a word. A paragraph's
//! short last line does not count against the column.

use crate::header::is_by;
use crate::lines::Lines;

use super::line::{Line, Measure, each_line};
use super::{BROKEN, LEAST, LONE, LineEnd, MARGIN, NARROW, PAST_MARGINS, ends_paragraph, line_end, may_go_on, reaches};

/// Bytes per line, at most, of a text that is looked at: two for a letter, as some scripts have.
const MEAN: usize = 2 * *NARROW.end();
/// How far apart the widths of full lines are.
const SLACK: usize = 6;
/// So many lines that go on below are needed near a margin, and one in so many of them.
const AT_MARGIN: usize = 3;
const SHARE: usize = 8;
/// Verse and lists look like a column too: so many line ends are asked for.
const ENOUGH: usize = 10;
/// So many of fewer line ends must be such as prose alone has.
const OF_PROSE: usize = 3;

/// What sentences end with. Those of a newspaper take less than so many lines; a poem may have none.
const STOPS: [char; 6] = ['.', '!', '?', '”', '"', '»'];
const LINES_OF_SENTENCE: usize = 16;

/// The line ends of a text that is set in a column; none if it is not.
pub(super) fn ends(text: &str, lines: &Lines, least: usize) -> Vec<LineEnd> {
    if text.len() > lines.filled.len() * MEAN {
        return Vec::new();
    }
    let Some(margin) = margin(text, lines) else { return Vec::new() };
    let mut ends = Vec::new();
    // Line ends that a column would not have, those before lower case, those of prose alone, the words broken; lines with a stop.
    let (mut odd, mut lower, mut prose, mut broken, mut stops) = (0_usize, 0_usize, 0, 0, 0);
    // Paragraphs that begin behind a blank line, and short lines behind which one ends without.
    let (mut parted, mut closed) = (0, 0);
    // What stands above the first line that must go on is the head of the page, but for the line right above, if it begins a paragraph.
    let (mut head, mut begun) = (true, None);
    let (mut paragraph, mut grown) = (0, false);
    let mut above: Option<Line<'_>> = None;
    let mut begins = false;
    for line in each_line(text, lines, Measure::Lines) {
        stops += usize::from(line.content.ends_with(STOPS) || ends_sentence_inside(line.content));
        let before = above.replace(line).filter(|above| line.is_below(above) && !line.is_blank() && may_go_on(&line));
        let Some(before) = before else {
            paragraph = line.width;
            begins = line.number > 0 && !line.is_blank();
            parted += usize::from(!head && begins);
            continue;
        };
        let goes_on = must_go_on(&before, &line);
        let is_first = head && (goes_on || ends_sentence_inside(before.content));
        head &= !is_first;
        let is_wide = before.width > margin + SLACK;
        let full = !is_wide && reaches(&before, &line, margin, SLACK);
        let begins_paragraph = std::mem::take(&mut begins);
        if head || !full {
            paragraph = line.width;
            begun = (head && full && begins_paragraph).then(|| line_end(&before, &line));
            if ends_paragraph(&before, &line) {
                closed += usize::from(!head);
            } else {
                odd += usize::from(!head && (goes_on || !is_wide));
            }
            continue;
        }
        ends.extend(begun.take().filter(|_| is_first));
        lower += usize::from(!line.content.starts_with(char::is_uppercase));
        prose += usize::from(is_of_prose(&before));
        broken += usize::from(breaks_word(&before));
        paragraph += line.width + 1;
        grown |= paragraph > *MARGIN.end();
        ends.push(line_end(&before, &line));
    }
    let few = ends.len() < ENOUGH;
    let enough = match () {
        () if broken >= BROKEN => ends.len() >= least,
        () if few => ends.len() >= LEAST && odd == 0 && prose >= OF_PROSE && lower * 4 >= ends.len() * 3,
        () => true,
    };
    // Unless a paragraph has grown past the margin, the unwrapped text would still look wrapped.
    let inside = ends.len() + odd + closed.saturating_sub(ends.len());
    if !enough
        || !grown
        || stops * LINES_OF_SENTENCE < ends.len()
        || ends.len() * 10 < inside * 8
        || lower * 2 < ends.len()
    {
        return Vec::new();
    }
    if closed > 0 && closed >= parted {
        ends.retain(|end| !end.may_end_paragraph);
    }
    ends
}

/// The widest line that others reach; `None` if there is no column, or a line of prose goes beyond every margin.
fn margin(text: &str, lines: &Lines) -> Option<usize> {
    const WIDEST: usize = *NARROW.end();
    let mut widths = [0_usize; WIDEST + 1];
    let (mut all, mut lone) = (0, 0);
    let mut above: Option<Line<'_>> = None;
    for line in each_line(text, lines, Measure::Lines) {
        lone += usize::from(line.is_too_long());
        if lone > LONE || line.longest > PAST_MARGINS && line.is_too_long() {
            return None;
        }
        let Some(above) = above.replace(line).filter(|above| !line.is_blank() && line.is_below(above)) else {
            continue;
        };
        if must_go_on(&above, &line)
            && let Some(count) = widths.get_mut(above.width)
        {
            *count += 1;
            all += 1;
        }
    }
    let needed = AT_MARGIN.max(all / SHARE);
    let near = |width: &usize| widths[width.saturating_sub(SLACK)..=*width].iter().sum::<usize>() >= needed;
    NARROW.rev().find(|width| widths[*width] > 0 && near(width))
}

/// Whether the line goes on below, whatever its width: a word is broken, or a small letter follows. That may begin a byline too, and follow
/// a heading in capitals.
fn must_go_on(line: &Line<'_>, next: &Line<'_>) -> bool {
    next.content.starts_with(char::is_lowercase) && line.content.contains(char::is_lowercase) && !is_byline(next)
        || breaks_word(line)
}

/// `di Ana Ruiz`: all but the first word begin with a capital.
fn is_byline(line: &Line<'_>) -> bool {
    const WORDS: std::ops::RangeInclusive<usize> = 3..=5;
    let mut words = line.content.split(' ');
    WORDS.contains(&line.content.split(' ').count())
        && words.next().is_some_and(is_by)
        && words.all(|word| word.starts_with(char::is_uppercase))
}

fn breaks_word(line: &Line<'_>) -> bool {
    line.content.strip_suffix('-').is_some_and(|stem| stem.ends_with(char::is_alphabetic))
}

/// Whether a line ends as one of verse or of a list hardly does: a word is broken, a small word stands last, or a sentence has ended before.
fn is_of_prose(line: &Line<'_>) -> bool {
    const SMALL: usize = 3;
    let last = line.content.rsplit(' ').next().unwrap_or_default();
    let small = last.chars().count() <= SMALL && last.chars().all(char::is_lowercase);
    small || breaks_word(line) || ends_sentence_inside(line.content)
}

/// Whether a sentence ends inside a line, and another begins: `had gone. The ferry`, not `8. Februar` or `Mr. Hale`.
fn ends_sentence_inside(line: &str) -> bool {
    const SHORTEST: usize = 4;
    let mut stops = line.match_indices(". ").filter(|(at, _)| line[at + 2..].starts_with(char::is_uppercase));
    stops.any(|(at, _)| {
        let word = line[..at].rsplit(' ').next().unwrap_or_default();
        word.chars().count() >= SHORTEST && word.chars().skip(1).all(char::is_lowercase)
    })
}

#[cfg(test)]
mod tests {
    use super::super::{Wrapping, unwrap};
    use super::*;
    use crate::decode::as_it_is;
    use crate::language::Language;
    use crate::options::Repairs;

    fn unwrapped(text: &str, language: Language) -> String {
        let decoded = as_it_is(text, Vec::new());
        let lines = Lines::of(text);
        unwrap(decoded, &lines, Some(language), Wrapping::Unknown, &Repairs::default()).0.text.into_owned()
    }

    #[test]
    fn the_head_of_a_page_keeps_to_no_column() {
        let page = "Harbour Gazette\nTuesday, 14 March 2023\nFerry firm told to pay for school trips that never sailed\nBy Ana Ruiz\n\
                    The ferry firm has been told to\npay for nine trips of schools\nwhose pupils were left on the quay\n\
                    last October.\nThe office said on Monday that\nthe firm had known by eight that\n\
                    no boat would sail, but did not\nsay so until the last of the\nbuses had come to the harbour.\n\
                    The firm accepts what was found,\nand will write to each school.\n";
        let expected = "Harbour Gazette\nTuesday, 14 March 2023\nFerry firm told to pay for school trips that never sailed\nBy Ana Ruiz\n\
                        The ferry firm has been told to pay for nine trips of schools whose pupils were left on the quay last \
                        October.\nThe office said on Monday that the firm had known by eight that no boat would sail, \
                        but did not say so until the last of the buses had come to the harbour.\nThe firm accepts what was found, and \
                        will write to each school.\n";
        assert_eq!(unwrapped(page, Language::English), expected);
        assert_eq!(unwrapped(expected, Language::English), expected);
    }

    #[test]
    fn a_few_lines_are_enough_where_all_are_full() {
        let brief = "Two hurt at the dock\nTwo men were hurt when a crane\nfell at the dock on Monday. The\n\
                     fire crews took an hour to get\nthem out of the hold, and one\nof them is still in hospital,\n\
                     where he is said to be awake, if\nnot yet able to say how it fell.\n";
        let joined = unwrapped(brief, Language::English);
        assert!(
            joined.starts_with("Two hurt at the dock\nTwo men were hurt when a crane fell at the dock"),
            "{joined}"
        );
        // One line that goes on and is not full.
        let broken = brief.replace("them out of the hold, and one\n", "them\nout of the hold, and one\n");
        assert_eq!(unwrapped(&broken, Language::English), broken);
    }

    #[test]
    fn verse_without_a_stop_and_lists_stay() {
        let verse = "the boats go out before the day is born\nand no one waves them off along the quay\n\
                     the lamps are lit in houses by the corn\nand women count the hours by the sea\n\
                     a bell is rung for those who will not come\nthe nets are hung to dry along the wall\n\
                     and children beat the morning like a drum\nwhile gulls go up and settle and then fall\n\
                     the tide takes back the letters from the sand\nand leaves a ring of salt around the stone\n\
                     we held the rope and never saw the land\nand each of us was hauling it alone\n";
        let list = "salt\nflour, two cups of it\na spoon of sugar\nbutter, as cold as can be\none egg, beaten\na little milk.\n\
                    zest of a lemon\ncinnamon, if you like it\nraisins, soaked in rum\nalmonds, cut into slivers\ncream, to serve\n\
                    brown sugar for the top\nvanilla, half a pod\n";
        for text in [verse, list] {
            assert_eq!(unwrapped(text, Language::English), text);
        }
    }

    #[test]
    fn words_of_other_languages_are_put_together_and_keep_their_own_hyphen() {
        let column = "El ferry volvió el lunes al puer-\nto, un año después de haber sali-\ndo hacia el dique, y medio pue-\n\
                      blo estaba en el muelle para ver-\nlo llegar. La capitanía dice que\nhará cuatro viajes al día, y el ex-\n\
                      alcalde lo celebró.\n";
        let expected = "El ferry volvió el lunes al puerto, un año después de haber salido hacia el dique, y medio pueblo estaba en \
                        el muelle para verlo llegar. La capitanía dice que hará cuatro viajes al día, y el ex-alcalde lo celebró.\n";
        assert_eq!(unwrapped(column, Language::Spanish), expected);
        // One alone may be a compound that nobody knows.
        let one =
            column.replace("puer-\nto", "puerto\n").replace("sali-\ndo", "salido\n").replace("pue-\nblo", "pueblo\n");
        assert!(!unwrapped(&one, Language::Spanish).contains("verlo"));
    }
}
