//! Figures against gold: two sets of short texts that others labelled (`COPYDESK_CORPUS`/gold/figures), and places in real articles labelled
//! by hand (`tests/labels/figures.jsonl`).
//!
//! *Recognizers*: a file for each kind of figure. What a file asks for that is no figure here is left out, by a rule on what is asked for or by
//! the number of the case with a reason ([`LEFT_OUT`]). *Quantulum*: cases with the values in each; years are left out.

mod labelled;

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};
use copydesk::figures::{Figure, FigureKind};
use copydesk::{Language, Options, PLAIN, Repairs, Source, figures};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::record;
pub use labelled::{Label, against, labels};

/// What one file of the first set asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Amounts of money.
    Currency,
    /// Percentages.
    Percent,
    /// Quantities that are neither temperatures nor spans of time.
    Dimension,
    /// Temperatures.
    Temperature,
    /// Numbers of nothing that is said.
    Number,
    /// Ordinals.
    Ordinal,
}

impl Asked {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Currency, Self::Percent, Self::Dimension, Self::Temperature, Self::Number, Self::Ordinal];

    /// The file's name without its ending.
    #[must_use]
    pub const fn file(self) -> &'static str {
        match self {
            Self::Currency => "CurrencyModel",
            Self::Percent => "PercentModel",
            Self::Dimension => "DimensionModel",
            Self::Temperature => "TemperatureModel",
            Self::Number => "NumberModel",
            Self::Ordinal => "OrdinalModel",
        }
    }

    /// Whether the file asks for such a row.
    #[must_use]
    pub fn takes(self, row: &Figure) -> bool {
        let unit = row.unit.as_deref().unwrap_or("");
        let time = ["second", "minute", "hour", "day", "week", "month", "year", "decade", "century"].contains(&unit);
        let temperature = unit.starts_with("degree");
        match (self, row.kind) {
            (Self::Currency, FigureKind::Money)
            | (Self::Percent, FigureKind::Percent)
            | (Self::Number, FigureKind::Count)
            | (Self::Ordinal, FigureKind::Ordinal) => true,
            (Self::Dimension, FigureKind::Quantity) => !time && !temperature,
            (Self::Temperature, FigureKind::Quantity) => temperature,
            _ => false,
        }
    }
}

/// The cases that ask for something else than the file's name says, or than a figure is here, with the reason.
pub const LEFT_OUT: &[(Asked, &[usize], &str)] = &[
    (Asked::Percent, &[9, 10, 11, 12], "`percent of 10` read as 10 %"),
    (Asked::Percent, &[17, 18, 19], "a percentage without a number"),
    (Asked::Dimension, &[88, 89, 91, 92], "angles and turns"),
    (Asked::Number, &[1], "an address of the net"),
    (Asked::Number, &[143, 144], "a date and a telephone number"),
    (Asked::Number, &[147, 162, 163, 165, 171, 172], "the number in an amount of money"),
    (Asked::Number, &[58, 79, 80, 81, 82, 83, 84], "powers of a number"),
    (Asked::Number, &[111, 112, 113, 114, 115, 116, 117, 118, 119, 120, 127, 164], "a division, `one over three`"),
    (Asked::Number, &[134, 135, 176, 177, 178, 214, 215], "a ratio, `one out of three`: two counts"),
    (Asked::Number, &[189, 224], "a name or a version with a number in it"),
    (Asked::Number, &[198, 199], "the numbers of exercises"),
    (Asked::Number, &[40, 193], "`G` for a thousand million"),
    (Asked::Ordinal, &[51, 52], "`forty-two and a third` as 42 and the third"),
];

/// One labelled figure of a case.
#[derive(Clone, Debug, PartialEq)]
pub struct Expected {
    /// Where it stands, in bytes.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// Its value.
    pub value: f64,
    /// The currency's code, where the case says it.
    pub code: Option<String>,
}

/// A text with its figures.
#[derive(Clone, Debug)]
pub struct Case {
    /// Its number in the file.
    pub index: usize,
    /// The text.
    pub text: String,
    /// What is asked for.
    pub figures: Vec<Expected>,
}

/// The cases of a file that are in scope; none where there is no such file.
///
/// # Errors
/// If the file cannot be read.
pub fn recognizers(folder: &Path, asked: Asked) -> Result<Option<Vec<Case>>> {
    let path = folder.join("gold/figures/recognizers-text").join(format!("{}.json", asked.file()));
    if !path.is_file() {
        return Ok(None);
    }
    let text = std::fs::read_to_string(&path)?;
    let cases: Vec<Value> =
        serde_json::from_str(text.trim_start_matches('\u{feff}')).with_context(|| path.display().to_string())?;
    let left_out = |index: usize| LEFT_OUT.iter().any(|(file, cases, _)| *file == asked && cases.contains(&index));
    let kept = cases.iter().enumerate().filter(|(index, _)| !left_out(*index));
    Ok(Some(kept.map(|(index, case)| read(index, case)).collect()))
}

fn read(index: usize, case: &Value) -> Case {
    let text = case["Input"].as_str().unwrap_or_default().to_owned();
    let mut figures = Vec::new();
    for result in case["Results"].as_array().into_iter().flatten() {
        let resolution = &result["Resolution"];
        // A unit without a number, and an ordinal without a place (`the next one`), are no figures.
        let Some(value) = resolution["value"].as_str().and_then(|value| value.trim_end_matches('%').parse().ok())
        else {
            continue;
        };
        let (Some(start), Some(end)) = (result["Start"].as_u64(), result["End"].as_u64()) else { continue };
        let byte = |at: u64| utf16(&text, at as usize);
        let unit = resolution["unit"].as_str().unwrap_or_default();
        let minor = matches!(unit, "Cent" | "Pence" | "Penny");
        let code = resolution["isoCurrency"].as_str().map(str::to_owned);
        let parts = if minor {
            0.01
        } else if unit == "Satoshi" {
            1e-8
        } else {
            1.0
        };
        let value: f64 = value;
        let value = value * parts;
        figures.push(Expected { start: byte(start), end: byte(end + 1), value, code });
    }
    Case { index, text, figures }
}

/// The byte of a UTF-16 offset.
fn utf16(text: &str, at: usize) -> usize {
    let mut units = 0;
    for (byte, c) in text.char_indices() {
        if units >= at {
            return byte;
        }
        units += c.len_utf16();
    }
    text.len()
}

/// What came of a set.
#[derive(Clone, Debug, Default)]
pub struct Score {
    /// Figures labelled.
    pub labelled: usize,
    /// Rows found.
    pub found: usize,
    /// Rows whose span is a labelled one.
    pub spans: usize,
    /// Of these, with the right value, and the right currency where it is labelled.
    pub values: usize,
    /// What is wrong, for reading.
    pub wrong: Vec<String>,
}

impl Score {
    /// The F1 of the spans.
    #[must_use]
    pub fn f1(&self) -> f64 {
        if self.labelled + self.found == 0 {
            1.0
        } else {
            2.0 * self.spans as f64 / (self.labelled + self.found) as f64
        }
    }

    /// Of the spans found, the share with the right value.
    #[must_use]
    pub fn accuracy(&self) -> f64 {
        if self.spans == 0 { 1.0 } else { self.values as f64 / self.spans as f64 }
    }
}

/// The rows of a text, with their places in it.
///
/// # Errors
/// If the text is too long to be a source.
pub fn rows(text: &str, options: &Options) -> Result<Vec<(usize, usize, Figure)>> {
    let source = Source::new(text.as_bytes().to_vec())?;
    let document = options.clone().layers(&[&figures::LAYER]).parse(&source);
    let place = |row: Figure| {
        let span = document.to_source(row.text);
        (span.start() as usize, span.end() as usize, row)
    };
    Ok(document.figures().map(place).collect())
}

/// How a single sentence is parsed: as it is, in English.
#[must_use]
pub fn sentence() -> Options {
    Options::new().language(Language::English).repairs(Repairs::NONE).envelope(&PLAIN)
}

/// How the cases of a file are read.
///
/// # Errors
/// If a text is too long to be a source.
pub fn score(asked: Asked, cases: &[Case]) -> Result<Score> {
    let mut score = Score::default();
    for case in cases {
        let rows: Vec<_> = rows(&case.text, &sentence())?.into_iter().filter(|(_, _, row)| asked.takes(row)).collect();
        score.labelled += case.figures.len();
        score.found += rows.len();
        let mut seen = 0;
        for expected in &case.figures {
            let Some((_, _, row)) =
                rows.iter().find(|(start, end, _)| (*start, *end) == (expected.start, expected.end))
            else {
                score.wrong.push(format!(
                    "{} missed ⟦{}⟧ {}",
                    case.index,
                    &case.text[expected.start..expected.end],
                    case.text
                ));
                continue;
            };
            seen += 1;
            let value = is_same(&row.value, expected.value);
            let code = expected.code.is_none() || expected.code == row.currency;
            score.values += usize::from(value && code);
            if !value || !code {
                let (was, code) = (&row.value, &row.currency);
                score.wrong.push(format!("{} value {was} {code:?} for {expected:?}: {}", case.index, case.text));
            }
        }
        score.spans += seen;
        for (start, end, row) in &rows {
            if !case.figures.iter().any(|expected| (expected.start, expected.end) == (*start, *end)) {
                score.wrong.push(format!(
                    "{} too much ⟦{}⟧={} {}",
                    case.index,
                    &case.text[*start..*end],
                    row.value,
                    case.text
                ));
            }
        }
    }
    Ok(score)
}

/// Whether an exact decimal is a number that was written down with 15 digits or fewer.
fn is_same(value: &str, expected: f64) -> bool {
    value.parse().is_ok_and(|value: f64| (value - expected).abs() <= 1e-9 * expected.abs().max(1e-9))
}

/// A case of the second set.
#[derive(Clone, Debug, Deserialize)]
pub struct Quantities {
    /// The text.
    pub req: String,
    /// Its values.
    pub res: Vec<Quantity>,
}

/// A value of the second set: of a range the middle, with its distance from the ends.
#[derive(Clone, Debug, Deserialize)]
pub struct Quantity {
    /// The value.
    pub value: f64,
    /// Its unit.
    pub unit: String,
    /// What stands there.
    pub surface: String,
    /// The distance from the ends.
    pub uncertainty: Option<f64>,
}

impl Quantity {
    /// Whether it is a year, which is no figure here.
    fn is_year(&self) -> bool {
        let digits = self.surface.len() == 4 && self.surface.bytes().all(|byte| byte.is_ascii_digit());
        self.unit == "dimensionless" && digits && (1400.0..2100.0).contains(&self.value)
    }

    /// The values that say it: one, or the two ends. A dozen is twelve, and a hundred cents are one.
    fn values(&self) -> Vec<f64> {
        let times = match self.unit.as_str() {
            "dozen" => 12.0,
            "cent" | "penny" => 0.01,
            "dime" => 0.1,
            _ => 1.0,
        };
        match self.uncertainty {
            Some(distance) if self.value.abs() > 100.0 * distance.abs() => vec![self.value * times],
            Some(distance) => vec![(self.value - distance) * times, (self.value + distance) * times],
            None => vec![self.value * times],
        }
    }
}

/// The cases of the second set; none where there is no such file.
///
/// # Errors
/// If the file cannot be read.
pub fn quantities(folder: &Path) -> Result<Option<Vec<Quantities>>> {
    let path = folder.join("gold/figures/quantulum3/quantities.json");
    if !path.is_file() {
        return Ok(None);
    }
    Ok(Some(serde_json::from_str(&std::fs::read_to_string(path)?)?))
}

/// The cases whose values, and no others, were found; those that were not.
///
/// # Errors
/// If a text is too long to be a source.
pub fn right(cases: &[Quantities]) -> Result<(usize, Vec<String>)> {
    let (mut right, mut wrong) = (0, Vec::new());
    for (index, case) in cases.iter().enumerate() {
        let expected: Vec<f64> = case.res.iter().filter(|value| !value.is_year()).flat_map(Quantity::values).collect();
        let mut found: Vec<String> = Vec::new();
        for (_, _, row) in rows(&case.req, &sentence())? {
            if row.kind != FigureKind::Ordinal {
                found.push(row.value);
                found.extend(row.value_max);
            }
        }
        let mut left = found.clone();
        let all = expected.iter().all(|value| {
            let place = left.iter().position(|found| is_same(found, *value));
            place.is_some_and(|place| left.remove(place) != "\0")
        });
        if all && left.is_empty() {
            right += 1;
        } else {
            wrong.push(format!("{index} expected {expected:?}, found {found:?}: {}", case.req));
        }
    }
    Ok((right, wrong))
}

/// What is recorded of a set: what later versions must not fall below.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    /// Figures labelled, or cases.
    pub labelled: usize,
    /// Rows found; of cases those that are right.
    pub found: usize,
    /// Rows whose span is a labelled one.
    pub spans: usize,
    /// Of these, with the right value.
    pub values: usize,
}

/// How to record anew, for messages.
pub const HOW: &str = "cargo run -p copydesk-tests --bin gold-figures -- --record";

/// Every set that is there, with what came of it.
///
/// # Errors
/// If a file cannot be read.
pub fn scores(folder: &Path) -> Result<Vec<(String, Score)>> {
    let mut scores = Vec::new();
    for asked in Asked::ALL {
        if let Some(cases) = recognizers(folder, asked)? {
            scores.push((asked.file().to_owned(), score(asked, &cases)?));
        }
    }
    let labels = labels()?;
    for draw in [1, 2] {
        let drawn: Vec<_> = labels.iter().filter(|label| label.draw == draw).cloned().collect();
        scores.push((format!("labelled places, draw {draw}"), against(folder, &drawn)?));
    }
    if let Some(cases) = quantities(folder)? {
        let (right, wrong) = right(&cases)?;
        let score = Score { labelled: cases.len(), found: right, spans: right, values: right, wrong };
        scores.push((QUANTULUM.to_owned(), score));
    }
    Ok(scores)
}

/// The name of the second set: of its cases, those are found whose values, and no others, are.
pub const QUANTULUM: &str = "quantulum3, cases";

impl Score {
    /// Its numbers.
    #[must_use]
    pub fn count(&self) -> Count {
        let Self { labelled, found, spans, values, .. } = *self;
        Count { labelled, found, spans, values }
    }
}

/// The recorded numbers.
///
/// # Errors
/// If they cannot be read.
pub fn recorded() -> Result<BTreeMap<String, Count>> {
    record::load("figures")
}

/// Writes numbers down in place of those that are recorded.
///
/// # Errors
/// If they cannot be written.
pub fn record(scores: &[(String, Score)]) -> Result<()> {
    let counts: BTreeMap<&str, Count> = scores.iter().map(|(name, score)| (name.as_str(), score.count())).collect();
    record::save("figures", &counts)
}
