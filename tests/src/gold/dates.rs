//! Dates against gold: the specification of Recognizers-Text (`COPYDESK_CORPUS`/gold/dates), and places of real articles labelled by hand
//! (`tests/labels/dates.jsonl`).
//!
//! The specification marks its spans by rules of its own, for commands that are spoken to a calendar. What differs is put on one footing
//! before spans are compared, and for both sides alike: words before an expression that one side counts to it and the other not (`from`,
//! `after`, `the`, `about`), and a time zone after it, are taken off. What it marks as one and TimeML as two, with a word
//! between (`from May to June`, `two days after Tuesday`), is taken as two where it is not found as one. Values are compared where there is
//! one, for ranges and times of day are written otherwise there.

mod figures;
mod labelled;
mod scope;

use std::path::Path;

use anyhow::{Context, Result};
use copydesk::dates::{self, DateMention};
use copydesk::{Document, Language, Options, PLAIN, Repairs, Source};
use serde::{Deserialize, Serialize};

use crate::corpus;

pub use figures::Figures;
pub use labelled::{HALVES, Label, Labelled, labelled};
pub use scope::left_out;

/// An expression, as byte offsets into its text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Expression {
    /// Where it starts.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// Its value.
    pub value: String,
}

/// A sentence of the specification, and what is marked in it.
#[derive(Clone, Debug)]
pub struct Case {
    /// The sentence.
    pub text: String,
    /// The day on which it is said: `2016-11-07`.
    pub day: String,
    /// What is marked.
    pub marked: Vec<Expression>,
}

#[derive(Deserialize)]
struct Spec {
    #[serde(rename = "Input")]
    input: String,
    #[serde(rename = "Context")]
    context: Option<serde_json::Value>,
    #[serde(rename = "Results")]
    results: Vec<Marked>,
}

#[derive(Deserialize)]
struct Marked {
    #[serde(rename = "Start")]
    start: usize,
    #[serde(rename = "End")]
    end: usize,
    #[serde(rename = "Resolution")]
    resolution: serde_json::Value,
}

/// The sentences of the specification; none where the folder has none.
///
/// # Errors
/// If the file cannot be read.
pub fn cases(folder: &Path) -> Result<Option<Vec<Case>>> {
    let path = folder.join("gold/dates/recognizers-text/DateTimeModel.json");
    if !path.is_file() {
        return Ok(None);
    }
    let text = std::fs::read_to_string(&path)?;
    let specs: Vec<Spec> = serde_json::from_str(text.trim_start_matches('\u{feff}')).context("the specification")?;
    Ok(Some(specs.into_iter().map(case).collect()))
}

fn case(spec: Spec) -> Case {
    let text = spec.input;
    let byte = |index: usize| text.char_indices().nth(index).map_or(text.len(), |(at, _)| at);
    let marked = spec.results.iter().map(|marked| {
        let value = marked.resolution["values"][0]["timex"].as_str().unwrap_or_default().to_owned();
        Expression { start: byte(marked.start), end: byte(marked.end + 1), value }
    });
    let day = spec.context.as_ref().and_then(|context| context["ReferenceDateTime"].as_str()).unwrap_or("2016-11-07");
    Case { marked: marked.collect(), day: day[..10].to_owned(), text }
}

/// Reads a sentence as the paragraph of an article of its day: its expressions.
///
/// # Errors
/// If it is too long to be a source.
pub fn read(case: &Case) -> Result<Vec<Expression>> {
    let head = format!("Notes of a quiet week by the harbour\n\n{}\n\n", day_in_words(&case.day));
    let text = case.text.replace('\n', " ");
    let document = parse(&format!("{head}{text}\n"))?;
    let inside = |mention: DateMention| {
        let (start, end) = (mention.text.start() as usize, mention.text.end() as usize);
        (start >= head.len()).then(|| Expression {
            start: start - head.len(),
            end: end - head.len(),
            value: mention.value,
        })
    };
    Ok(document.dates().filter_map(inside).collect())
}

/// The rows of a text in English.
///
/// # Errors
/// If it is too long to be a source.
pub fn rows_of(text: &str) -> Result<Vec<(usize, usize, &'static str, String)>> {
    let row = |row: DateMention| (row.text.start() as usize, row.text.end() as usize, kind_name(row.kind), row.value);
    Ok(parse(text)?.dates().map(row).collect())
}

/// Rows of real articles, drawn at random, to be read: the row in `⟦ ⟧` with what stands around it, and what it says.
///
/// # Errors
/// If a collection cannot be read.
pub fn rows(folder: &Path, collection: &str, seed: u64, count: usize) -> Result<Vec<String>> {
    let records = corpus::records(folder, collection)?;
    let mut state = seed;
    let mut next = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below.max(1)
    };
    let mut rows = Vec::new();
    for _ in 0..count * 20 {
        if rows.len() == count {
            break;
        }
        let text = &records[next(records.len())].text;
        let document = Options::new().layers(&[&dates::LAYER]).parse(&Source::new(text.clone().into_bytes())?);
        let mentions: Vec<DateMention> = document.dates().collect();
        if mentions.is_empty() {
            continue;
        }
        let DateMention { text: span, kind, value, relative, .. } = mentions[next(mentions.len())].clone();
        let text = document.text();
        let (start, end) = (span.start() as usize, span.end() as usize);
        let from = (start.saturating_sub(70)..=start).find(|at| text.is_char_boundary(*at)).unwrap_or(start);
        let to = (end..=text.len().min(end + 50)).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(end);
        let shown =
            format!("{}⟦{}⟧{}", &text[from..start], &text[start..end], &text[end..to]).replace(['\n', '\r'], " ");
        rows.push(format!("{} {value} {} | {shown}", kind_name(kind), relative.unwrap_or_default()));
    }
    Ok(rows)
}

fn parse(text: &str) -> Result<Document> {
    let options =
        Options::new().envelope(&PLAIN).language(Language::English).repairs(Repairs::NONE).layers(&[&dates::LAYER]);
    Ok(options.parse(&Source::new(text.as_bytes().to_vec())?))
}

/// A day in figures as a newspaper writes it: `November 7, 2016`.
fn day_in_words(day: &str) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let part = |range: std::ops::Range<usize>| day[range].parse::<usize>().unwrap_or(1);
    format!("{} {}, {}", MONTHS[(part(5..7) + 11) % 12], part(8..10), &day[..4])
}

/// What was found of what is marked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Score {
    /// Expressions that are marked.
    pub marked: usize,
    /// Expressions that were found.
    pub found: usize,
    /// Both, with the same span.
    pub both: usize,
    /// Of these, with a value to compare.
    pub compared: usize,
    /// Of these, with the same value.
    pub valued: usize,
    /// Of these, with a value that is not the same but leaves open what it does not say (`XXXX-WXX-2`).
    pub open: usize,
}

impl Score {
    /// Adds those of another sentence.
    pub fn add(&mut self, other: Self) {
        self.marked += other.marked;
        self.found += other.found;
        self.both += other.both;
        self.compared += other.compared;
        self.valued += other.valued;
        self.open += other.open;
    }

    /// The harmonic mean of precision and recall of the spans.
    #[must_use]
    pub fn f1(&self) -> f64 {
        if self.marked + self.found == 0 { 1.0 } else { 2.0 * self.both as f64 / (self.marked + self.found) as f64 }
    }
}

/// Words that one side counts to an expression and the other does not.
const BEFORE: &[&str] = &[
    "a",
    "about",
    "after",
    "any",
    "around",
    "as",
    "at",
    "before",
    "beginning",
    "between",
    "by",
    "circa",
    "during",
    "early",
    "equal",
    "for",
    "from",
    "greater",
    "in",
    "late",
    "later",
    "least",
    "less",
    "more",
    "no",
    "of",
    "on",
    "or",
    "since",
    "starting",
    "than",
    "the",
    "time",
    "until",
    "till",
    "up",
    "within",
    "year",
    "over",
];
const AFTER: &[&str] =
    &["gmt", "pst", "pt", "cst", "cet", "est", "et", "or", "later", "greater", "and", "after", ",", "in"];

/// The span without the words that only one side counts to it.
fn bare(text: &str, expression: &Expression) -> (usize, usize) {
    let (mut start, mut end) = (expression.start, expression.end);
    while let Some(word) = text[start..end].split(' ').next()
        && word.len() + 1 < end - start
        && BEFORE.contains(&&*word.to_lowercase())
    {
        start += word.len() + 1;
    }
    while let Some(word) = text[start..end].rsplit(' ').next()
        && word.len() + 1 < end - start
        && AFTER.contains(&&*word.to_lowercase())
    {
        end -= word.len() + 1;
    }
    (start, end)
}

/// The two halves of what has a word between.
fn halves(text: &str, start: usize, end: usize) -> Option<[(usize, usize); 2]> {
    [
        " to ",
        " and ",
        " until ",
        " till ",
        " through ",
        " - ",
        " ~ ",
        " between ",
        " from ",
        " before ",
        " after ",
        " starting ",
        " since ",
        " by ",
        " later than ",
    ]
    .into_iter()
    .find_map(|word| {
        let at = start + text[start..end].find(word)?;
        let expression = |start, end| bare(text, &Expression { start, end, value: String::new() });
        Some([expression(start, at), expression(at + word.len(), end)])
    })
}

/// Scores what was found in one sentence. The values of a range are not compared, for each side writes them in its own way.
#[must_use]
pub fn score(case: &Case, found: &[Expression]) -> Score {
    let text = &case.text;
    let found: Vec<((usize, usize), &str)> = found.iter().map(|one| (bare(text, one), &*one.value)).collect();
    let has = |span: (usize, usize)| found.iter().find(|(other, _)| *other == span);
    let mut score = Score { found: found.len(), ..Score::default() };
    for marked in &case.marked {
        let span = bare(text, marked);
        let split = if has(span).is_none() { halves(text, span.0, span.1) } else { None };
        match split {
            Some(halves) => {
                score.marked += 2;
                let both = halves.into_iter().filter(|half| has(*half).is_some()).count();
                score.both += both;
            }
            None => {
                score.marked += 1;
                if let Some((_, value)) = has(span) {
                    score.both += 1;
                    if is_one(&marked.value) {
                        score.compared += 1;
                        score.valued += usize::from(same(value, &marked.value));
                    }
                }
            }
        }
    }
    score
}

/// What another reader found in the sentences, as code points.
#[derive(Clone, Debug, Deserialize)]
pub struct Peer {
    /// Its name.
    pub reader: String,
    found: Vec<Vec<(usize, usize, String)>>,
}

impl Peer {
    /// Its scores in the scope, and of all sentences.
    #[must_use]
    pub fn score(&self, cases: &[Case]) -> (Score, Score) {
        let (mut total, mut all) = (Score::default(), Score::default());
        for (case, found) in cases.iter().zip(&self.found) {
            let byte = |index: usize| case.text.char_indices().nth(index).map_or(case.text.len(), |(at, _)| at);
            let found: Vec<Expression> = found
                .iter()
                .map(|(start, end, value)| Expression { start: byte(*start), end: byte(*end), value: value.clone() })
                .collect();
            let score = score(case, &found);
            all.add(score);
            if left_out(case).is_none() {
                total.add(score);
            }
        }
        (total, all)
    }
}

/// Whether a value is one that both sides could write in the same way: no range.
fn is_one(value: &str) -> bool {
    !value.is_empty()
        && !value.starts_with('(')
        && !value.contains("T0")
        && !value.contains("T1")
        && !value.contains("T2")
        && value != "P3H"
}

/// Whether two values are the same. A week of a year that is told by its number alone differs by a year's first week from ISO 8601.
fn same(one: &str, other: &str) -> bool {
    one == other
}

fn kind_name(kind: dates::DateKind) -> &'static str {
    use copydesk::Category;
    dates::DateKind::WORDS[usize::from(kind.index())]
}
