//! Abbreviations against gold: definitions that others marked (`COPYDESK_CORPUS`/gold/abbreviations), and bracketed initialisms of wire text
//! that were drawn and labelled for this (`tests/labels/abbreviations.jsonl`).

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Context, Result};
use copydesk::abbreviations::{AbbreviationKind, LAYER};
use copydesk::{Document, Options, Source, TextSpan};
use serde::{Deserialize, Serialize};

use crate::{corpus, record, tree};

/// What was found of what is marked, and what else was.
#[derive(Clone, Debug, Default)]
pub struct Score {
    /// Found and marked.
    pub right: usize,
    /// Found and not marked, or with another long form.
    pub wrong: Vec<String>,
    /// Marked and not found.
    pub missed: Vec<String>,
}

impl Score {
    /// The share of what was found that is right.
    #[must_use]
    pub fn precision(&self) -> f64 {
        share(self.right, self.right + self.wrong.len())
    }

    /// The share of what is marked that was found.
    #[must_use]
    pub fn recall(&self) -> f64 {
        share(self.right, self.right + self.missed.len())
    }

    /// Their harmonic mean.
    #[must_use]
    pub fn f1(&self) -> f64 {
        share(2 * self.right, 2 * self.right + self.wrong.len() + self.missed.len())
    }
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 1.0 } else { part as f64 / whole as f64 }
}

/// A definition that was found, as spans of the text.
#[derive(Clone, Copy, Debug)]
pub struct Pair {
    /// The short form.
    pub short: TextSpan,
    /// The long form.
    pub long: TextSpan,
}

/// Parses a text with the layer.
///
/// # Errors
/// If it is too long to be a source.
pub fn parse(text: &str) -> Result<Document> {
    Ok(Options::new().layers(&[&LAYER]).parse(&Source::new(text.as_bytes().to_vec())?))
}

/// The definitions of a document.
#[must_use]
pub fn pairs(document: &Document) -> Vec<Pair> {
    let rows = document.abbreviations().filter(|row| row.kind != AbbreviationKind::Used);
    rows.map(|row| Pair { short: row.short, long: row.long }).collect()
}

/// An abstract of MED1250, and the pairs marked in it.
#[derive(Clone, Debug, Default)]
pub struct Abstract {
    /// Its number.
    pub id: String,
    /// Title and abstract.
    pub text: String,
    /// Short form and long form.
    pub pairs: BTreeSet<(String, String)>,
}

/// The abstracts of MED1250; none where the folder has no such file.
///
/// # Errors
/// If the file cannot be read.
pub fn abstracts(folder: &Path) -> Result<Option<Vec<Abstract>>> {
    let path = folder.join("gold/abbreviations/MED1250_labeled");
    if !path.is_file() {
        return Ok(None);
    }
    let mut abstracts: Vec<Abstract> = Vec::new();
    // A few letters are no UTF-8.
    for line in String::from_utf8_lossy(&std::fs::read(&path)?).lines() {
        if !line.starts_with(' ') && !line.is_empty() && line.trim().bytes().all(|byte| byte.is_ascii_digit()) {
            abstracts.push(Abstract { id: line.to_owned(), ..Abstract::default() });
            continue;
        }
        let Some(last) = abstracts.last_mut() else { continue };
        if let Some((short, long)) = line.strip_prefix("  ").and_then(|pair| pair.split_once('|')) {
            last.pairs.insert((short.trim().to_owned(), long.trim().to_owned()));
        } else if !line.trim().is_empty() {
            let blank = if last.text.is_empty() { "" } else { "\n\n" };
            last.text.push_str(blank);
            last.text.push_str(line);
        }
    }
    Ok(Some(abstracts))
}

/// Scores pairs by their words, each once an abstract.
///
/// # Errors
/// If an abstract is too long to be a source.
pub fn score_abstracts(abstracts: &[Abstract]) -> Result<Score> {
    let mut score = Score::default();
    for one in abstracts {
        let document = parse(&one.text)?;
        let pairs = pairs(&document).into_iter();
        let words = |span| document.slice(span).to_owned();
        let found: BTreeSet<_> = pairs.map(|pair| (words(pair.short), words(pair.long))).collect();
        score.right += found.intersection(&one.pairs).count();
        let line = |(short, long): &(String, String)| format!("{}\t{short}\t{long}", one.id);
        score.wrong.extend(found.difference(&one.pairs).map(line));
        score.missed.extend(one.pairs.difference(&found).map(line));
    }
    Ok(score)
}

/// A passage of a document of the United Nations, with its short and long forms in code points.
#[derive(Clone, Debug, Deserialize)]
pub struct Passage {
    /// Its number.
    #[serde(rename = "ID")]
    pub id: String,
    text: String,
    acronyms: Vec<(usize, usize)>,
    #[serde(rename = "long-forms")]
    long_forms: Vec<(usize, usize)>,
}

/// Which long forms count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marked {
    /// All of them, however the short form is given; some are far from it.
    All,
    /// Those with the short form in brackets behind or before them, or an equals sign between.
    Beside,
}

/// The passages; none where the folder has no such file.
///
/// # Errors
/// If the file cannot be read.
pub fn passages(folder: &Path) -> Result<Option<Vec<Passage>>> {
    let path = folder.join("gold/abbreviations/un-legal-train.json");
    if !path.is_file() {
        return Ok(None);
    }
    let text = std::fs::read_to_string(&path)?;
    Ok(Some(serde_json::from_str(&text).with_context(|| path.display().to_string())?))
}

/// Scores pairs by their places: a pair is right if its short form is a marked one and its long form too. Every long form is to be found.
///
/// # Errors
/// If a passage is too long to be a source.
pub fn score_passages(passages: &[Passage], marked: Marked) -> Result<Score> {
    let mut score = Score::default();
    for passage in passages {
        let document = parse(&passage.text)?;
        let bytes: Vec<usize> = passage.text.char_indices().map(|(at, _)| at).chain([passage.text.len()]).collect();
        let in_bytes = |&(start, end): &(usize, usize)| Some((*bytes.get(start)?, *bytes.get(end)?));
        let shorts: BTreeSet<_> = passage.acronyms.iter().filter_map(in_bytes).collect();
        let longs: BTreeSet<_> = passage.long_forms.iter().filter_map(in_bytes).collect();
        let mut hit = BTreeSet::new();
        for pair in pairs(&document) {
            let place = |span| {
                let source = document.to_source(span);
                (source.start() as usize, source.end() as usize)
            };
            let (short, long) = (place(pair.short), place(pair.long));
            if shorts.contains(&short) && longs.contains(&long) {
                score.right += 1;
                hit.insert(long);
            } else {
                let line = format!("{}\t{}\t{}", passage.id, document.slice(pair.short), document.slice(pair.long));
                score.wrong.push(line);
            }
        }
        let counts = |long: &(usize, usize)| marked == Marked::All || is_beside(&passage.text, &shorts, *long);
        let missed = longs.difference(&hit).filter(|long| counts(long));
        score.missed.extend(missed.map(|&(start, end)| format!("{}\t\t{}", passage.id, &passage.text[start..end])));
    }
    Ok(score)
}

fn is_beside(text: &str, shorts: &BTreeSet<(usize, usize)>, (start, end): (usize, usize)) -> bool {
    /// The most bytes of brackets, quotation marks and spaces between the two.
    const GAP: usize = 8;
    shorts.iter().any(|&(from, to)| {
        let gap = if from >= end && from - end <= GAP {
            &text[end..from]
        } else if start >= to && start - to <= GAP {
            &text[to..start]
        } else {
            return false;
        };
        gap.contains(['(', '=']) && !gap.contains(char::is_alphanumeric)
    })
}

/// What a reader says of a bracketed initialism.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Label {
    /// Its long form stands before it.
    Defined,
    /// What stands before it has other initials: another language's, or other words.
    Unmatched,
    /// It is no short form of anything before it.
    None,
}

/// A bracketed initialism that was labelled, in bytes of its record.
#[derive(Clone, Debug, Deserialize)]
pub struct Labelled {
    collection: String,
    id: String,
    /// `tune` or `report`.
    pub half: String,
    short: (u32, u32),
    label: Label,
    long: Option<(u32, u32)>,
}

/// The labels.
///
/// # Errors
/// If the file cannot be read.
pub fn labels() -> Result<Vec<Labelled>> {
    let path = tree::root().join("tests/labels/abbreviations.jsonl");
    let text = std::fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    text.lines().map(|line| Ok(serde_json::from_str(line)?)).collect()
}

/// Scores the labelled initialisms of each half; none where the records are not there.
///
/// # Errors
/// If the records cannot be read.
pub fn score_labels(folder: &Path) -> Result<Option<BTreeMap<String, Score>>> {
    let labels = labels()?;
    let mut scores: BTreeMap<String, Score> = BTreeMap::new();
    let collections: BTreeSet<_> = labels.iter().map(|label| label.collection.clone()).collect();
    for collection in collections {
        if !folder.join("corpora").join(format!("{collection}.jsonl.gz")).is_file() {
            return Ok(None);
        }
        let mut by_record: BTreeMap<&str, Vec<&Labelled>> = BTreeMap::new();
        for label in labels.iter().filter(|label| label.collection == collection) {
            by_record.entry(&label.id).or_default().push(label);
        }
        for record in corpus::records(folder, &collection)? {
            let Some(labels) = by_record.get(&*record.id) else { continue };
            let document = parse(&record.text)?;
            let pairs = pairs(&document);
            for label in labels {
                let score = scores.entry(label.half.clone()).or_default();
                let place = |span| {
                    let source = document.to_source(span);
                    (source.start(), source.end())
                };
                let found = pairs.iter().find(|pair| {
                    let (start, end) = place(pair.short);
                    start < label.short.1 && label.short.0 < end
                });
                let short = &record.text[label.short.0 as usize..label.short.1 as usize];
                let line = |long: &str| format!("{}@{}\t{short}\t{long}", record.id, label.short.0);
                let right = found.is_some_and(|pair| Some(place(pair.long)) == label.long);
                match found {
                    Some(_) if right => score.right += 1,
                    Some(pair) => score.wrong.push(line(document.slice(pair.long))),
                    None => {}
                }
                if label.label == Label::Defined && !right {
                    let (start, end) = label.long.unwrap_or_default();
                    score.missed.push(line(&record.text[start as usize..end as usize]));
                }
            }
        }
    }
    Ok(Some(scores))
}

/// The scores of every set that is there, by its name.
///
/// # Errors
/// If a set cannot be read.
pub fn scores(folder: &Path) -> Result<Vec<(String, Score)>> {
    let mut scores: Vec<(String, Score)> = Vec::new();
    if let Some(abstracts) = abstracts(folder)? {
        scores.push(("MED1250".to_owned(), score_abstracts(&abstracts)?));
    }
    if let Some(passages) = passages(folder)? {
        scores.push(("un-legal-train, all".to_owned(), score_passages(&passages, Marked::All)?));
        scores.push(("un-legal-train, beside".to_owned(), score_passages(&passages, Marked::Beside)?));
    }
    if let Some(halves) = score_labels(folder)? {
        let mut all = Score::default();
        for (half, score) in halves {
            all.right += score.right;
            all.wrong.extend_from_slice(&score.wrong);
            all.missed.extend_from_slice(&score.missed);
            scores.push((format!("wire initialisms, {half}"), score));
        }
        scores.push(("wire initialisms".to_owned(), all));
    }
    Ok(scores)
}

/// What is recorded of a set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recorded {
    /// Found and marked.
    pub right: usize,
    /// Found and not marked.
    pub wrong: usize,
    /// Marked and not found.
    pub missed: usize,
}

impl Recorded {
    /// Of a score.
    #[must_use]
    pub fn of(score: &Score) -> Self {
        Self { right: score.right, wrong: score.wrong.len(), missed: score.missed.len() }
    }
}

/// How to record anew, for messages.
pub const HOW: &str = "cargo run -p copydesk-tests --bin gold-abbreviations -- --record";

/// The recorded scores.
///
/// # Errors
/// If they cannot be read.
pub fn recorded() -> Result<BTreeMap<String, Recorded>> {
    record::load("abbreviations")
}

/// Writes scores down in place of those that are recorded.
///
/// # Errors
/// If they cannot be written.
pub fn record(scores: &[(String, Score)]) -> Result<()> {
    let scores: BTreeMap<_, _> = scores.iter().map(|(name, score)| (name, Recorded::of(score))).collect();
    record::save("abbreviations", &scores)
}
