//! Places of real articles that were labelled by hand (`tests/labels/places.jsonl`), and how far the layer agrees.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use anyhow::{Context, Result};
use copydesk::places::{LAYER, PlaceKind};
use copydesk::{Category, Options, Source};
use serde::{Deserialize, Serialize};

use crate::{corpus, record};

/// The collections that are drawn from, the same number from each.
pub const COLLECTIONS: [&str; 5] = ["reuters", "horne", "cnn-fox-bbc", "chinadaily", "newspaper3k"];
/// How many articles of each a row is drawn from.
const ARTICLES: usize = 60;
/// The draw whose articles are labelled from their beginnings on, every place of them.
pub const WHOLE: &str = "articles";

/// A place of an article, in bytes of its record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Where it starts.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// Its kind.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// Its code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// Whether it is part of a longer name.
    #[serde(default)]
    pub within: bool,
}

/// A label.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Label {
    /// The draw: a number, or [`WHOLE`].
    pub draw: String,
    /// The collection.
    pub collection: String,
    /// The record.
    pub id: String,
    /// Up to which byte an article is labelled; then there is no place here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub upto: Option<usize>,
    /// What stands there; absent where there is no place, or for the line that says how far an article is labelled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Row>,
    /// The span of what is no place, though a name of one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub none: Option<(usize, usize)>,
}

/// What came of the labels of a draw.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Score {
    /// Places that are labelled, without parts of longer names.
    pub labelled: usize,
    /// Labelled places, parts of longer names and names that are none, where the layer has a row.
    pub found: usize,
    /// Rows with the labelled kind and code, and a part where one is labelled.
    pub right: usize,
    /// Rows that leave the kind or the code open where there is one, and are else right.
    pub open: usize,
    /// Of the labelled places, those with a row that is right or open.
    pub recalled: usize,
}

impl Score {
    /// Of the rows, those that are not wrong.
    #[must_use]
    pub fn precision(&self) -> f64 {
        (self.right + self.open) as f64 / self.found.max(1) as f64
    }

    /// Of the labelled places, those that were found.
    #[must_use]
    pub fn recall(&self) -> f64 {
        self.recalled as f64 / self.labelled.max(1) as f64
    }
}

/// The rows of an article.
///
/// # Errors
/// If it is too long to be a source.
pub fn rows(text: &str) -> Result<Vec<Row>> {
    let document = Options::new().layers(&[&LAYER]).parse(&Source::new(text.as_bytes().to_vec())?);
    let row = |place: copydesk::places::Place| {
        let source = document.to_source(place.text);
        Row {
            start: source.start() as usize,
            end: source.end() as usize,
            kind: place.kind.map(|kind| PlaceKind::WORDS[usize::from(kind.index())].to_owned()),
            code: place.code,
            within: place.within.is_some(),
        }
    };
    Ok(document.places().map(row).collect())
}

/// Draws rows at random: the collection, the record with its text, and the row.
///
/// # Errors
/// If a collection cannot be read.
pub fn draw(folder: &Path, seed: u64, count: usize) -> Result<Vec<(String, corpus::Record, Row)>> {
    let mut drawn = Vec::new();
    for collection in COLLECTIONS {
        let mut ranked = Vec::new();
        for record in articles(folder, collection, seed)?.into_iter().take(ARTICLES) {
            for row in rows(&record.text)? {
                let rank = corpus::fnv(&format!("{seed} {} {}", record.id, row.start));
                ranked.push((rank, (collection.to_owned(), record.clone(), row)));
            }
        }
        ranked.sort_by_key(|(rank, _)| *rank);
        drawn.extend(ranked.into_iter().take(count / COLLECTIONS.len()).map(|(_, row)| row));
    }
    Ok(drawn)
}

/// The records of a collection in a random order.
///
/// # Errors
/// If it cannot be read.
pub fn articles(folder: &Path, collection: &str, seed: u64) -> Result<Vec<corpus::Record>> {
    let mut records = corpus::records(folder, collection)?;
    records.sort_by_cached_key(|record| corpus::fnv(&format!("{seed} {}", record.id)));
    Ok(records)
}

/// The labels.
///
/// # Errors
/// If a line is none.
pub fn labels() -> Result<Vec<Label>> {
    let lines = include_str!("../../labels/places.jsonl").lines();
    Ok(lines.map(serde_json::from_str).collect::<Result<_, _>>()?)
}

/// The scores by draw, and what differs, in words.
pub type Scored = (BTreeMap<String, Score>, Vec<String>);

/// How well the labelled places are found; none where the folder has not all collections.
///
/// # Errors
/// If the labels or the records cannot be read.
pub fn score(folder: &Path) -> Result<Option<Scored>> {
    let mut texts: HashMap<(&str, String), String> = HashMap::new();
    for collection in COLLECTIONS {
        if !folder.join("corpora").join(format!("{collection}.jsonl.gz")).is_file() {
            return Ok(None);
        }
        let records = corpus::records(folder, collection)?.into_iter();
        texts.extend(records.map(|record| ((collection, record.id), record.text)));
    }
    let labels = labels()?;
    let mut by_article: BTreeMap<(&str, &str, &str), Vec<&Label>> = BTreeMap::new();
    for label in &labels {
        by_article.entry((&label.draw, &label.collection, &label.id)).or_default().push(label);
    }
    let (mut scores, mut differ) = (BTreeMap::<String, Score>::new(), Vec::new());
    for ((draw, collection, id), labels) in by_article {
        let text = texts.get(&(collection, id.to_owned())).with_context(|| format!("no record {id}"))?;
        let score = scores.entry(draw.to_owned()).or_default();
        one(text, &labels, score, |what, start, end| {
            let from = (start.saturating_sub(50)..=start).find(|at| text.is_char_boundary(*at)).unwrap_or(start);
            let to = (end..=text.len().min(end + 50)).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(end);
            let shown = format!("{}⟦{}⟧{}", &text[from..start], &text[start..end], &text[end..to]);
            differ.push(format!("{draw} {what} | {}", shown.replace('\n', " ")));
        });
    }
    Ok(Some((scores, differ)))
}

fn one(text: &str, labels: &[&Label], score: &mut Score, mut differ: impl FnMut(String, usize, usize)) -> Option<()> {
    let found = rows(text).ok()?;
    let upto = labels.iter().find_map(|label| label.upto);
    for label in labels {
        let Some((start, end)) = label.place.as_ref().map(|place| (place.start, place.end)).or(label.none) else {
            continue;
        };
        let row = found.iter().find(|row| row.start == start && row.end == end);
        let is_place = label.place.as_ref().is_some_and(|place| !place.within);
        score.labelled += usize::from(is_place);
        let Some(row) = row else {
            if is_place {
                differ("not found".to_owned(), start, end);
            }
            continue;
        };
        score.found += 1;
        let is_right = label.place.as_ref() == Some(row);
        let is_open = label.place.as_ref().is_some_and(|place| {
            place.within == row.within
                && (row.kind.is_none() || row.kind == place.kind)
                && (row.code.is_none() || row.code == place.code || row.kind.is_none())
        });
        score.right += usize::from(is_right);
        score.open += usize::from(is_open && !is_right);
        score.recalled += usize::from(is_place && (is_right || is_open));
        if !is_right {
            differ(format!("{:?} and not {row:?}", label.place), start, end);
        }
    }
    if let Some(upto) = upto {
        let is_labelled = |row: &Row| {
            labels.iter().any(|label| {
                label.place.as_ref().map(|place| (place.start, place.end)).or(label.none) == Some((row.start, row.end))
            })
        };
        for row in found.iter().filter(|row| row.start < upto && !is_labelled(row)) {
            score.found += 1;
            differ(format!("none and not {row:?}"), row.start, row.end);
        }
    }
    Some(())
}

/// The recorded scores.
///
/// # Errors
/// If they cannot be read.
pub fn recorded() -> Result<BTreeMap<String, Score>> {
    record::load("places")
}

/// Writes scores down in place of those that are recorded.
///
/// # Errors
/// If they cannot be written.
pub fn record(scores: &BTreeMap<String, Score>) -> Result<()> {
    record::save("places", scores)
}
