//! # hard-wrap
//!
//! **Sees** line ends that a database or a wire puts into a paragraph, at the last space before column 80 (or 69, or 72), and those of
//! newspaper columns, which are narrower.
//!
//! **Does**: replaces each such line end with one space, so that the paragraph is one line. After a hyphen or dash that has no space before
//! it, the line end is simply removed. If so many lines end in a hyphen that the typesetter must have hyphenated them, `line-end-hyphen`
//! separates the lines' hyphens from the words' own. Hyphens that it cannot decide are kept and noted (`ambiguous-hyphen`).
//!
//! **Leaves alone**
//!
//! - a line end if the next word would still have fitted on the line;
//! - a line that is indented, or marked as an item, or that an element of a tagged news file begins;
//! - verse, lists and tables, whose lines begin in upper case or end anywhere;
//! - a text with a line of prose longer than a wrapped line can be, except for a headline and one more such line between blank lines. If
//!   someone replaced paragraph ends with two spaces, a line of prose is what stands between them;
//! - every line end after a sentence, if most paragraphs end without a blank line: it may end a paragraph too.
//!
//! **Evidence** of the place: the next word would have crossed the right margin. Of the document: seven of ten line ends inside its
//! paragraphs are like this, at least six (two if the channel wraps its lines), and a third of them are before lower case.
//!
//! Columns need more, because verse and lists look more like them: eight of ten, and half before lower case. At least ten are needed, or
//! six if three of them break a word, or if all are full, three end as only prose does and three quarters are before lower case. A
//! paragraph's short last line does not count against a column. The margin comes from the lines that must continue below. Nothing above the
//! first of these is joined: the newspaper's name, the headline and the byline keep to no column.
//!
//! Every text of one database is wrapped (161 of 161 documents), and four of five in another. Of 6,549 articles of an agency, 91 are
//! wrapped at column 64 and have two spaces for most paragraph ends.

mod columns;
mod line;

use crate::decode::{DecodeEdit, Decoded, Mark, Step, begins_line, chain};
use crate::language::Language;
use crate::lines::Lines;
use crate::note::NoteKind;
use crate::options::Repairs;

use super::halves::joined_is_known;
use super::line_end_hyphen::{self, Asked, Hyphen, Verdict};
use super::{Doubt, Risk, Rule, RuleKind, RuleSet, words};
use line::{INDENT, Line, Measure, PARAGRAPH_END, each_line};

/// The rule `hard-wrap`.
pub(crate) static RULE: Rule = Rule { name: "hard-wrap", page: include_str!("hard_wrap.rs"), kind: RuleKind::Unwrap };

/// The right margins that are met, in characters.
const MARGIN: std::ops::RangeInclusive<usize> = 60..=84;
/// Those of a newspaper's columns.
const NARROW: std::ops::RangeInclusive<usize> = 24..=59;
/// Of ten line ends inside paragraphs, how many stand behind a full line, and of how many of those one stands before lower case.
const FULL: usize = 7;
const LOWER: usize = 3;
/// So many hyphens at line ends, with a letter on either side, are words that were broken.
const BROKEN: usize = 3;
/// The same in a language whose words are not known, where one line end in so many is such.
const BROKEN_SHARE: usize = 10;
/// A text with fewer wrapped lines is left alone, unless its channel wraps.
const LEAST: usize = 6;
/// The same where the channel wraps.
const LEAST_EXPECTED: usize = 2;
/// A first word that is longer says nothing of where the line above would have ended.
const LONG_WORD: usize = 24;
/// Some count the line end, or a space that they then drop, or the mark of a quotation as two.
const SLACK: usize = 3;
/// Databases break at spaces: of so many lines one ends in a hyphen, that of a compound. Where more do, the lines were hyphenated.
const HYPHENS: usize = 20;
/// Some wrap all but a headline, or leave a caption or an address as it is: so many lines between blank ones may be longer than any margin,
/// and that long in characters. Unwrapped paragraphs are longer, or more than these: a second look leaves them as they are.
const LONE: usize = 2;
const PAST_MARGINS: usize = 2 * *MARGIN.end();
/// Bytes per line, at most, of a text that is looked at: most articles have longer ones on the average, and need no look at each.
const MEAN: usize = 2 * *MARGIN.end();

/// What the channel says of the lines of its texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wrapping {
    /// Nothing.
    Unknown,
    /// It breaks them.
    Expected,
}

/// The text with its paragraphs on one line each, and the doubts about that, in offsets of that text.
pub(crate) fn unwrap<'s>(
    decoded: Decoded<'s>,
    lines: &Lines,
    language: Option<Language>,
    wrapping: Wrapping,
    allowed: &Repairs,
) -> (Decoded<'s>, Vec<Doubt>) {
    if !allowed.allow(&RULE, Risk::Safe) {
        return (decoded, Vec::new());
    }
    let mut ends = line_ends(&decoded.text, &decoded.marks, lines, wrapping);
    if ends.is_empty() {
        return (decoded, Vec::new());
    }
    let hyphens = ends.iter().filter(|end| end.hyphen).count();
    let hyphenated = hyphens * HYPHENS > ends.len();
    if hyphens > 0 && allowed.allow(&line_end_hyphen::RULE, Risk::Safe) {
        judge(&decoded.text, language, &mut ends);
    }
    let mut doubts = Vec::new();
    let marks = decoded.marks.clone();
    let mut unwrapped = chain(decoded, |text| {
        let mut step = Step { text: String::with_capacity(text.len()), edits: Vec::new(), marks: Vec::new() };
        let mut at = 0;
        for end in &ends {
            step.text.push_str(&text[at..end.start as usize]);
            let start = step.text.len() as u32;
            if end.hyphen && hyphenated && end.verdict == Verdict::Doubt {
                doubts.push(Doubt {
                    start: start - 1,
                    end: start,
                    kind: NoteKind::AmbiguousHyphen,
                    message: "a hyphen at the end of a line: of the word, or of the line",
                });
            }
            step.text.push_str(end.becomes);
            step.edits.push(DecodeEdit {
                source: end.start..end.end,
                text: start..step.text.len() as u32,
                rules: end.rules(),
                why: None,
            });
            at = end.end as usize;
        }
        step.text.push_str(&text[at..]);
        step
    });
    unwrapped.marks = moved(marks, &ends);
    (unwrapped, doubts)
}

/// Tells the hyphens of lines from those of words.
fn judge(text: &str, language: Option<Language>, ends: &mut [LineEnd]) {
    let cut = ends.iter().filter(|end| end.hyphen && text[end.end as usize..].starts_with(char::is_lowercase)).count();
    let asked = if cut >= BROKEN && cut * BROKEN_SHARE >= ends.len() { Asked::Hyphenated } else { Asked::One };
    if asked == Asked::Hyphenated && language.is_some_and(line_end_hyphen::hardly_suspends) {
        ends.iter_mut().for_each(|end| end.tie(text));
    }
    let hyphens = ends.iter().filter(|end| end.hyphen);
    let hyphens: Vec<Hyphen<'_>> =
        hyphens.map(|end| Hyphen::between(text, end.start as usize - 1, end.end as usize)).collect();
    let verdicts = line_end_hyphen::judge(text, language, &hyphens, asked);
    for (end, verdict) in ends.iter_mut().filter(|end| end.hyphen).zip(verdicts) {
        end.verdict = verdict;
        // The hyphen is the last byte of the line.
        end.start -= u32::from(verdict == Verdict::Join);
    }
}

/// The places that markup spoke of, in the unwrapped text.
fn moved(marks: Vec<(u32, crate::decode::Mark)>, ends: &[LineEnd]) -> Vec<(u32, crate::decode::Mark)> {
    let mut ends = ends.iter().peekable();
    let mut gone = 0;
    let marks = marks.into_iter().map(|(at, mark)| {
        while let Some(end) = ends.next_if(|end| end.end <= at) {
            gone += end.end - end.start - end.becomes.len() as u32;
        }
        (at - gone, mark)
    });
    marks.collect()
}

/// A line end inside a paragraph, with the white space around it.
struct LineEnd {
    start: u32,
    end: u32,
    becomes: &'static str,
    /// Whether a hyphen stands before it, of the word or of the line.
    hyphen: bool,
    /// What becomes of that hyphen.
    verdict: Verdict,
    /// Whether a sentence ends before it, and one begins behind it.
    may_end_paragraph: bool,
}

impl LineEnd {
    /// Takes a hyphen that seemed suspended for one of the line, unless *and* or *or* follows.
    fn tie(&mut self, text: &str) {
        let right = words::word_after(text, self.end as usize);
        let stem = text[..self.start as usize].strip_suffix('-');
        let between_letters = stem.is_some_and(|stem| stem.ends_with(char::is_alphabetic)) && !right.is_empty();
        if between_letters && !matches!(right, "e" | "et" | "o" | "ou" | "u" | "y") {
            (self.becomes, self.hyphen) = ("", true);
        }
    }

    fn rules(&self) -> RuleSet {
        let hyphen = if self.verdict == Verdict::Join { RuleSet::of(&line_end_hyphen::RULE) } else { RuleSet::EMPTY };
        RuleSet::of(&RULE).union(hyphen)
    }
}

/// The line ends that wrapping put in; none if the text is not wrapped.
fn line_ends(text: &str, marks: &[(u32, Mark)], lines: &Lines, wrapping: Wrapping) -> Vec<LineEnd> {
    let least = if wrapping == Wrapping::Expected { LEAST_EXPECTED } else { LEAST };
    if lines.filled.len() <= least || text.len() > lines.count() * MEAN {
        return Vec::new();
    }
    let mut ends = Vec::new();
    // A text of shorter lines has no margin but that of a column.
    if lines.longest(text) >= *MARGIN.start() {
        ends = ends_by(Measure::Lines, text, marks, lines, least);
        if ends.is_empty() {
            ends = ends_by(Measure::Parts, text, marks, lines, least);
        }
    }
    if ends.is_empty() {
        ends = columns::ends(text, lines, least);
        ends.retain(|end| !begins_line(marks, end.start, end.end));
    }
    ends
}

/// The line ends of a text that is wrapped, measured so.
fn ends_by(measure: Measure, text: &str, marks: &[(u32, Mark)], lines: &Lines, least: usize) -> Vec<LineEnd> {
    let Some(margin) = margin(text, marks, lines, measure) else { return Vec::new() };
    let mut ends = Vec::new();
    // Line ends inside paragraphs, how many of the wrapped ones stand before lower case, and whether a paragraph gets longer than a line.
    let (mut inside, mut lower, mut grown) = (0_usize, 0_usize, false);
    // Paragraphs that begin behind a blank line, and short lines behind which one ends without.
    let (mut parted, mut closed) = (0, 0);
    let mut above: Option<Line<'_>> = None;
    let mut paragraph = 0;
    for mut line in each_line(text, lines, measure) {
        line.width += usize::from(measure == Measure::Parts && begins_paragraph(above.as_ref(), &line)) * INDENT;
        let before = above.replace(line).filter(|above| {
            let below = line.is_below(above) && !line.is_blank() && may_go_on(&line);
            below && !begins_line(marks, above.end, line.start)
        });
        let Some(before) = before else {
            paragraph = line.width;
            parted += 1;
            continue;
        };
        inside += 1;
        if !reaches(&before, &line, margin, SLACK) {
            paragraph = line.width;
            closed += usize::from(ends_paragraph(&before, &line));
            continue;
        }
        lower += usize::from(!line.content.starts_with(char::is_uppercase));
        paragraph += line.longest + 1;
        grown |= paragraph > *MARGIN.end();
        ends.push(line_end(&before, &line));
    }
    // Unless a paragraph has grown past the margin, the unwrapped text would still look wrapped.
    let wrapped = ends.len() >= least && ends.len() * 10 >= inside * FULL && lower * LOWER >= ends.len() && grown;
    if !wrapped {
        return Vec::new();
    }
    if closed > parted {
        ends.retain(|end| !end.may_end_paragraph);
    }
    ends
}

/// The width of the widest line that has one below it; `None` if that is no margin, or a line of prose goes beyond every margin.
fn margin(text: &str, marks: &[(u32, Mark)], lines: &Lines, measure: Measure) -> Option<usize> {
    let (mut margin, mut lone) = (0, 0);
    let mut above: Option<Line<'_>> = None;
    for line in each_line(text, lines, measure) {
        lone += usize::from(line.is_too_long());
        if lone > LONE || line.longest > PAST_MARGINS && line.is_too_long() {
            return None;
        }
        let below = |above: &Line<'_>| !line.is_blank() && line.is_below(above);
        let Some(above) =
            above.replace(line).filter(|above| below(above) && !begins_line(marks, above.end, line.start))
        else {
            continue;
        };
        if above.is_too_long() || line.is_too_long() {
            return None;
        }
        if above.width <= *MARGIN.end() {
            margin = margin.max(above.width);
        }
    }
    MARGIN.contains(&margin).then_some(margin)
}

/// Whether a line may go on from the one above it: it is neither indented nor marked as the start of something.
fn may_go_on(line: &Line<'_>) -> bool {
    line.indent < 2 && !line.content.starts_with(['*', '|', '#', '>', '•', '●', '■', '_', '='])
}

/// Whether the last part of a line is the first line of a paragraph.
fn begins_paragraph(above: Option<&Line<'_>>, line: &Line<'_>) -> bool {
    line.content.contains(PARAGRAPH_END) || above.is_none_or(|above| !line.is_below(above))
}

/// Whether a sentence ends with this line, and the next begins one.
fn ends_paragraph(line: &Line<'_>, next: &Line<'_>) -> bool {
    let end = line.content.trim_end_matches(['"', '”', '’', '\'', '»', ')']);
    let opens = next.content.trim_start_matches(['"', '“', '‘', '\'', '«', '„', '(']);
    end.ends_with(['.', '!', '?']) && opens.starts_with(|c: char| c.is_uppercase() || c.is_numeric())
}

/// Whether the first word of the next line would have gone past the margin.
fn reaches(line: &Line<'_>, next: &Line<'_>, margin: usize, slack: usize) -> bool {
    let first = next.content.split(char::is_whitespace).next().unwrap_or("").chars().count();
    line.width + 1 + first.min(LONG_WORD) + slack > margin
}

fn line_end(line: &Line<'_>, next: &Line<'_>) -> LineEnd {
    let stem = line.content.trim_end_matches(['-', '–', '—']);
    let dash = stem.len() < line.content.len() && !stem.ends_with(char::is_whitespace) && !stem.is_empty();
    // `mi-⏎nor` is one word, though `nor` follows suspended hyphens.
    let suspended = || {
        let (left, right) = (words::word_before(stem, stem.len()), words::word_after(next.content, 0));
        words::SUSPENDING.has(right) && !joined_is_known(left, right)
    };
    let between_letters =
        stem.ends_with(char::is_alphabetic) && line.content.len() == stem.len() + 1 && line.content.ends_with('-');
    let joins = dash && !(between_letters && suspended());
    LineEnd {
        start: line.end,
        end: next.start,
        becomes: if joins { "" } else { " " },
        hyphen: joins && between_letters && next.content.starts_with(char::is_alphabetic),
        verdict: Verdict::Doubt,
        may_end_paragraph: ends_paragraph(line, next),
    }
}

#[cfg(test)]
mod tests {
    use super::line::width_of;
    use super::*;
    use crate::decode::as_it_is;

    const PROSE: &str = "The ferry that crosses the strait came back on Monday, a full year after it had\n\
                         left for the dock, and half of the town stood on the quay to see it in. The\n\
                         harbour office says that it will sail four times a day from the first of May,\n\
                         and that the winter timetable, which has two crossings, will go on for as long\n\
                         as the ice holds.\n";

    fn unwrapped(text: &str, wrapping: Wrapping) -> String {
        let decoded = as_it_is(text, Vec::new());
        unwrap(decoded, &Lines::of(text), Some(Language::English), wrapping, &Repairs::default()).0.text.into_owned()
    }

    #[test]
    fn paragraphs_become_one_line() {
        let one_line = PROSE.replace('\n', " ");
        let twice = format!("{PROSE}\n   {PROSE}");
        assert_eq!(
            unwrapped(&twice, Wrapping::Unknown),
            format!("{}\n\n   {}\n", one_line.trim_end(), one_line.trim_end())
        );
        // These line ends are too few, unless the channel wraps.
        assert_eq!(unwrapped(PROSE, Wrapping::Unknown), PROSE);
        assert_eq!(unwrapped(PROSE, Wrapping::Expected), format!("{}\n", one_line.trim_end()));
        let windows = twice.replace('\n', "\r\n");
        assert!(unwrapped(&windows, Wrapping::Unknown).contains("a full year after it had left for"));
    }

    #[test]
    fn a_line_of_prose_past_every_margin_says_no() {
        let long = format!("{PROSE}\n{PROSE}\n{}", PROSE.replace('\n', " "));
        assert_eq!(unwrapped(&long, Wrapping::Expected), long);
    }

    #[test]
    fn a_headline_may_be_longer_than_a_line() {
        let headline =
            "Harbour board says that the ferry which had left for the dock a year ago will sail again from May";
        let caption =
            "The ferry at the quay, which half of the town had come to see on a cold and clear Monday in March";
        let whole = PROSE.replace('\n', " ");
        let whole = whole.trim_end();
        let text = format!("{headline}\n\n{PROSE}\n{PROSE}\n{caption}\n");
        let expected = format!("{headline}\n\n{whole}\n\n{whole}\n\n{caption}\n");
        assert_eq!(unwrapped(&text, Wrapping::Unknown), expected);
        assert_eq!(unwrapped(&expected, Wrapping::Unknown), expected);
        for text in [format!("{text}\n{headline}\n"), format!("{headline}\n{PROSE}\n{PROSE}")] {
            assert_eq!(unwrapped(&text, Wrapping::Unknown), text);
        }
    }

    /// Paragraphs broken at a column, with an indent, and then put together.
    fn wrapped(paragraphs: &[&str], column: usize) -> String {
        let wrap = |paragraph: &&str| {
            let (mut text, mut width) = (String::new(), INDENT);
            for word in paragraph.split(' ') {
                let fits = width + 1 + word.len() <= column;
                text += if text.is_empty() { "" } else { ["\n", " "][usize::from(fits)] };
                width = if fits { width + 1 + word.len() } else { word.len() };
                text += word;
            }
            text
        };
        paragraphs.iter().map(wrap).collect::<Vec<_>>().join(PARAGRAPH_END)
    }

    #[test]
    fn two_spaces_may_stand_for_the_end_of_a_paragraph() {
        let paragraphs = [
            "Half of the town stood on the quay to see it in, though the office had said nothing of when it would be.",
            "It will sail four times a day from the first of May, and the winter timetable has two crossings.",
            "Those go on for as long as the ice holds, which nobody could say for any of the last few years.",
            "The fares stay as they were before, the master told the board, and no place can be booked ahead by those who \
             have none of the cards that the office sells.",
        ];
        let twice = [paragraphs, paragraphs].concat();
        let head = "Ferry is back at the quay\n\n";
        let text = format!("{head}{}\n", wrapped(&twice, 64));
        let expected = format!("{head}{}\n", twice.join(PARAGRAPH_END));
        assert!(text.lines().any(|line| width_of(line) > *MARGIN.end()));
        assert_eq!(unwrapped(&text, Wrapping::Unknown), expected);
        assert_eq!(unwrapped(&expected, Wrapping::Unknown), expected);
        // Lines of that form that nobody has wrapped.
        let lines = paragraphs.map(|paragraph| format!("{paragraph}  And more of it.\n")).concat().repeat(3);
        assert_eq!(unwrapped(&lines, Wrapping::Unknown), lines);
    }

    #[test]
    fn narrow_columns_are_unwrapped() {
        let paragraphs = [
            "Half of the town stood on the quay to see it in, though the office had said nothing of when it would be.",
            "It will sail four times a day from the first of May, and the winter timetable has two crossings.",
            "Those go on for as long as the ice holds, which nobody could say for any of the last few years.",
        ];
        let paragraphs = [paragraphs, paragraphs].concat();
        let lines: Vec<String> = paragraphs.iter().map(|paragraph| wrapped(&[paragraph], 36)).collect();
        assert_eq!(unwrapped(&lines.join("\n\n"), Wrapping::Unknown), paragraphs.join("\n\n"));
        // Where a paragraph ends is told by its last line; a full one may end it as well.
        let together = unwrapped(&lines.join("\n"), Wrapping::Unknown);
        assert!(paragraphs.iter().all(|paragraph| together.lines().any(|line| line == *paragraph)), "{together}");
        let verse = "so the boats went out\nand the boats came in\nat the end of a day\nwith no wind at all in the sails they had set\n\
                     for the isles\nand the men\nsaid that nothing had moved but the gulls\non the wall\n"
            .repeat(4);
        assert_eq!(unwrapped(&verse, Wrapping::Unknown), verse);
    }

    #[test]
    fn verse_and_lists_stay() {
        let verse = "The harbour lights went out before the ferry came to land that night in May\n\
                     And nobody who stood along the quay could say what they had come to see today\n"
            .repeat(8);
        assert_eq!(unwrapped(&verse, Wrapping::Expected), verse);
    }
}
