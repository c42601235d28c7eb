//! # dates
//!
//! Dates, times of day, lengths of time and recurring times, as values that a program can read: `May 3, 2020`, `last Tuesday`,
//! `the past three decades`, `8 p.m. on Friday`, `every Monday`.
//!
//! **A row** is one expression. `kind` is `date` (a day, or a longer stretch of the calendar), `time` (within a day), `duration` (a length
//! of time) or `set` (a recurring time). `value` is in ISO 8601 if the text, or the text with the article's date, says it all: `2020`,
//! `2020-05`, `2020-05-03`, `2020-05-03T20:00`, `P3D`, `PT1H30M`, `2020-W21` for a week; a range is an interval, `2010/2014`. If ISO 8601
//! has no form for it, the value has that of TIMEX3:
//!
//! - `2020-Q1`, `2020-H2`, `FY2020`;
//! - `2020-SP` `-SU` `-FA` `-WI` for the seasons, `2020-W21-WE` for a weekend;
//! - `TMO` `TAF` `TEV` `TNI` for the parts of a day;
//! - `199` for a decade, `19` for the twentieth century;
//! - `PAST_REF` and `PRESENT_REF` for *recently* and *now*.
//!
//! **What is open stays open.** An `X` stands for what nothing says: `XXXX-05-03` for a day without a year, `XXXX-WXX-2` for a Tuesday,
//! `XXXX-WXX` for some week, `PXY` for some years. With the article's date, a weekday or a month is resolved only if the nearest verb says
//! whether it is past or to come. In a quotation, only a verb inside it counts. These stay open even so:
//!
//! - a month or a day in a sentence that has named a year before the article's;
//! - a weekday that is one of many (`on a Friday`, `the Monday after the vote`, `Monday to Friday, 9 a.m.-5 p.m.`);
//! - a day of a plan (`the park opens Saturday, officials said`), if nothing else says that it is to come;
//! - `Next Friday` on a Monday, which may be either.
//!
//! `relative` says how far an expression lies from the article's date, if its words say so: `P0D` for *today*, `-P1W` for *last week*,
//! `-P2Y` for *two years ago*, `P5Y` for *the next five years*. It is there with and without that date, so whoever knows the date can
//! resolve what was left open. `a year earlier`, `the next day he left` and `the last hour of the trial` are relative to something in the
//! text, and have no `relative`.
//!
//! **The span** is that of TimeML:
//!
//! - Outside are a preposition (`over [the weekend]`) and a possessive `'s`.
//! - Inside are an article (`[the past three decades]`), *early*, *late* and *the end of*, *about* and *more than* before a length, *ago*
//!   and *later* after it, and a time zone.
//! - A day and its time are one expression, with or without `on` between them.
//! - A range is one row if a hyphen joins it or one side cannot stand alone (`May 3-5`, `3 to 5 p.m.`, `two to three years`,
//!   `9 bis 17 Uhr`, `du 12 au 15 juin`). Two dates with a word between them are two rows.
//! - The half of the day after the second hour applies to both: `Friday, 5:30-8 p.m.`
//!
//! **Leaves alone**
//!
//! - ages (`25-year-old`, `11-year-olds`), fractions and scores (`5/12`, `4:3`);
//! - the fourth of something (`a quarter of the votes`, `by a quarter point`), `a quarter to nine`, `the last day of the trial`;
//! - rates after *per*, and a rate that may be a distance in time (`12 boats a year after the flood`);
//! - a bare `10:30`, unless a word before it says that it is a time;
//! - `may` and `march`, `sun` and `second` and `fall` as other words;
//! - given names (`April Moss`), surnames (`Kim Jun.`), titles with a date in them (`the Today programme`) and names with a weekday or a
//!   month (`The Sunday Times`, `Black Friday`, `Easter Monday`, `Black September`, `Plácido Domingo`);
//! - what its sentence shows to be no date (`highs in the 80s`, `a touchdown in the second quarter`, `player of the year`,
//!   `everyday life`, a century of runs), and days of no calendar (`von heute auf morgen`).
//!
//! A time without a half of the day stays as written: `three o'clock` is `T03:00`.
//!
//! All this is for English. German, Dutch, French, Spanish, Portuguese and Italian have days, months, weekdays, years and times of day
//! (`20.15 Uhr`, `às 16h10`), seasons with their year and decades (`été 2019`, `jaren negentig`). A text of unknown language has only dates
//! in numbers that can be read one way.

// The way of an expression: `scan` finds an anchor, `tokens` reads the run of words around it, `english` or `continental` reads the longest
// expression that begins at a token, as a `value::Meaning`, and `resolve` writes that. What the article's date adds is in `article`, `tense`
// and `given`. Each of the other modules knows one form of expressions.

mod abroad;
mod article;
mod calendar;
mod clock;
mod continental;
mod count;
mod digits;
mod duration;
mod english;
mod given;
mod hours;
mod left_out;
mod near;
mod neighbours;
mod opening;
mod period;
mod quarter;
mod quoted;
mod rate;
mod resolve;
mod scan;
mod senses;
mod set;
mod tense;
mod tokens;
mod topic;
mod value;
mod vocabulary;
mod weekdays;
mod year;

use crate::language::Language;
use crate::span::TextSpan;

use super::beginnings::{Of, Walk};
use super::{Annotated, Layer, Record, Table, Written};
use article::Article;
use given::Given;
use tokens::{Dots, Run};
use value::Meaning;
use vocabulary::Vocabulary;
pub(super) use vocabulary::put_beginnings;

/// Dates, times, lengths of time.
pub static LAYER: Layer =
    Layer { name: DateMention::NAME, page: include_str!("dates.rs"), columns: DateMention::COLUMNS, annotate };

crate::category! {
    /// The kind of a time expression.
    pub enum DateKind {
        /// A day, or a longer period of the calendar.
        Date = "date",
        /// A time within a day.
        Time = "time",
        /// A length of time.
        Duration = "duration",
        /// A recurring time.
        Set = "set",
    }
}

crate::record! {
    /// A time expression.
    pub struct DateMention as "dates" {
        /// The kind of time expression.
        pub kind: DateKind,
        /// The value in ISO 8601 or, if that has no form for it, TIMEX3; an `X` stands for an unknown part.
        pub value: String,
        /// Its stated distance from the article's date, as an ISO 8601 duration; negative if before it.
        pub relative: Option<String>,
        /// The number of its block.
        pub block: u32,
    }
}

impl crate::Document {
    /// The time expressions. Empty if the layer was not requested.
    pub fn dates(&self) -> impl Iterator<Item = DateMention> + '_ {
        self.layer()
    }
}

fn annotate(annotated: &Annotated<'_>) -> Table {
    let mut table = Table::of::<DateMention>();
    let known = vocabulary::of(annotated.language);
    // A language without a list of words is read as if it were unknown.
    let language = known.and(annotated.language);
    let vocabulary = known.unwrap_or(&vocabulary::NO_WORDS);
    let dots = if language == Some(Language::English) { Dots::Ends } else { Dots::Ordinals };
    let mut run = Run::new(vocabulary, dots);
    for (number, (block, _, span, content)) in annotated.blocks().enumerate() {
        run.content = content;
        let beginnings = annotated.beginnings.walk(number, content.as_bytes(), Of::Date);
        let mut given = Given::default();
        expressions(&mut run, content, beginnings, vocabulary, language, |start, end, meaning| {
            let meaning = match annotated.date.filter(|_| language == Some(Language::English)) {
                Some(date) => given.applied(meaning, content, start, end, date),
                None => meaning,
            };
            let direction = (annotated.date.is_some() && resolve::asks_direction(&meaning))
                .then(|| tense::direction(content, start, end, language));
            let article = Article { date: annotated.date, direction: direction.flatten() };
            table
                .begin(TextSpan::new(span.start() + start as u32, span.start() + end as u32))
                .put(resolve::kind(&meaning))
                .put(Written(|text: &mut String| resolve::write(&meaning, article, text)))
                .put(resolve::relative(&meaning).map(|away| Written(move |text: &mut String| away.write(text))))
                .put(block);
        });
    }
    table
}

/// Finds the expressions of a block, in order. A word or a number that an expression can be built on (an anchor) is looked for first, then
/// the run of words around it is read. No run is read twice.
fn expressions(
    run: &mut Run<'_>,
    content: &str,
    mut beginnings: Walk<'_>,
    vocabulary: &'static Vocabulary,
    language: Option<Language>,
    mut found: impl FnMut(usize, usize, Meaning),
) {
    let bytes = content.as_bytes();
    let (mut from, mut free) = (0, 0);
    while let Some((anchor, anchor_end)) = scan::next(bytes, &mut beginnings, from, vocabulary) {
        let end = run.read(free, anchor);
        from = end.max(anchor_end);
        let mut at = 0;
        while at < run.tokens.len() {
            let start = run.tokens[at].start;
            let read = match language {
                Some(Language::English) => english::expression(run, at),
                Some(_) => continental::expression(run, at).map(|(end, meaning)| (end, Some(meaning))),
                // `4/5/2020` can be read only if the country is known.
                None => continental::numeric(run, at)
                    .filter(|_| run.value(at) > 0)
                    .map(|(end, date)| (end, Some(Meaning::Date(date)))),
            };
            let Some((next, meaning)) = read else {
                at += 1;
                continue;
            };
            at = next.max(at + 1);
            let end = run.tokens[at.min(run.tokens.len()) - 1].end;
            if let Some(meaning) = meaning {
                let (start, meaning) = english::widened(content, start, meaning);
                if start >= free && !left_out::is_left_out(content, start, end, &meaning) {
                    found(start, end, meaning);
                }
            }
            free = end;
            from = from.max(end);
        }
        free = free.max(from);
        beginnings.skip_to(from);
    }
}
