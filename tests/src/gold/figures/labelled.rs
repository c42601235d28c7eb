//! Places in real articles, labelled by hand.

use std::collections::HashMap;
use std::path::Path;

use anyhow::{Context, Result};
use copydesk::Options;
use serde::Deserialize;

use super::{Score, rows};
use crate::corpus;

/// A place with digits or a number word, labelled by hand.
#[derive(Clone, Debug, Deserialize)]
pub struct Label {
    /// Which draw: the first was looked at while the layer was made, the second was labelled and measured before.
    pub draw: u32,
    /// The collection.
    pub collection: String,
    /// The record.
    pub id: String,
    /// The place, in bytes of the record.
    pub at: (usize, usize),
    /// The figure that it belongs to, in bytes of the record; none where it is no figure.
    pub figure: Option<(usize, usize)>,
    /// Its kind.
    pub kind: Option<String>,
    /// Its value.
    pub value: Option<String>,
    /// Of a range the upper end.
    pub max: Option<String>,
    /// Its unit or currency; none where it has none or the reader could not tell.
    pub unit: Option<String>,
}

/// The labels.
///
/// # Errors
/// If a line is no label.
pub fn labels() -> Result<Vec<Label>> {
    include_str!("../../../labels/figures.jsonl").lines().map(|line| Ok(serde_json::from_str(line)?)).collect()
}

/// How the layer reads the labelled places, in whole articles and with the default options.
///
/// # Errors
/// If a record cannot be read.
pub fn against(folder: &Path, labels: &[Label]) -> Result<Score> {
    let mut records: HashMap<&str, HashMap<String, String>> = HashMap::new();
    let mut score = Score::default();
    for label in labels {
        if !records.contains_key(label.collection.as_str()) {
            let read = corpus::records(folder, &label.collection)?.into_iter();
            records.insert(&label.collection, read.map(|record| (record.id, record.text)).collect());
        }
        let text =
            records[label.collection.as_str()].get(&label.id).with_context(|| format!("no record {}", label.id))?;
        let rows = rows(text, &Options::new())?;
        let row = rows.iter().find(|(start, end, _)| *start < label.at.1 && label.at.0 < *end);
        score.labelled += usize::from(label.figure.is_some());
        score.found += usize::from(row.is_some());
        let around = |start: usize, end: usize| {
            let before: Vec<char> = text[..start].chars().rev().take(70).collect();
            let before: String = before.into_iter().rev().collect();
            let after: String = text[end..].chars().take(50).collect();
            format!("{before}⟦{}⟧{after}", &text[start..end]).replace('\n', "¶")
        };
        match (label.figure, row) {
            (None, None) => {}
            (None, Some((start, end, _))) => score.wrong.push(format!("too much {}", around(*start, *end))),
            (Some((start, end)), None) => score.wrong.push(format!("missed {}", around(start, end))),
            (Some(span), Some((start, end, row))) => {
                let same = span == (*start, *end);
                score.spans += usize::from(same);
                let unit = row.currency.as_ref().or(row.unit.as_ref());
                let unit = label.unit.is_none() || unit == label.unit.as_ref();
                let kind =
                    label.kind.as_deref().is_none_or(|kind| format!("{:?}", row.kind).eq_ignore_ascii_case(kind));
                let value = Some(&row.value) == label.value.as_ref() && row.value_max == label.max;
                score.values += usize::from(same && value && unit && kind);
                if !same {
                    score.wrong.push(format!("span {} for {}", around(*start, *end), &text[span.0..span.1]));
                } else if !(value && unit && kind) {
                    let found = (row.kind, &row.value, &row.value_max, &row.unit, &row.currency);
                    score.wrong.push(format!("value {found:?} {}", around(*start, *end)));
                }
            }
        }
    }
    Ok(score)
}
