//! Quotations against gold: US news articles whose quoted stretches others labelled with their sources, where they are
//! (`COPYDESK_CORPUS`/gold/quotations).
//!
//! The articles are read in two halves, every other one: the rules were made with the first half before one's eyes, and the second says
//! whether they hold.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

use anyhow::{Context, Result};
use copydesk::quotations::{LAYER, QuotationKind};
use copydesk::{Language, Options, Repairs, Source};
use flate2::read::MultiGzDecoder;
use serde::{Deserialize, Serialize};

use crate::damage::tally::share;
use crate::record;

/// A labelled article. Offsets count code points.
#[derive(Clone, Debug, Deserialize)]
pub struct Article {
    /// Its identifier.
    pub id: String,
    /// Its text.
    pub text: String,
    /// What is quoted in it.
    pub quotations: Vec<Labelled>,
}

/// A labelled stretch.
#[derive(Clone, Debug, Deserialize)]
pub struct Labelled {
    /// Where it starts.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// How many words it has.
    pub words: usize,
    /// Whether it is said to be somebody's.
    pub attributed: bool,
    /// Where its source stands.
    pub speaker: Option<Vec<(usize, usize)>>,
}

/// A stretch as a reader found it.
#[derive(Clone, Debug, Deserialize)]
pub struct Read {
    /// Where it starts.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// Where its speaker stands.
    pub speaker: Option<(usize, usize)>,
    /// Whether it is taken for words at a distance, where the reader says so.
    #[serde(default)]
    pub scare: Option<bool>,
}

/// The labelled articles; none where there is no such file.
///
/// # Errors
/// If the file cannot be read.
pub fn articles(folder: &Path) -> Result<Option<Vec<Article>>> {
    let path = folder.join("gold/quotations/us-news-2016.jsonl.gz");
    if !path.is_file() {
        return Ok(None);
    }
    let lines = BufReader::new(MultiGzDecoder::new(File::open(&path)?)).lines();
    let read = |line: std::io::Result<String>| Ok(serde_json::from_str(&line?)?);
    lines.map(read).collect::<Result<_>>().map(Some).with_context(|| path.display().to_string())
}

/// What copydesk finds in an article. Nothing is repaired, so that offsets are those of the labels.
///
/// # Errors
/// If the article is too long to be a source.
pub fn copydesk(article: &Article) -> Result<Vec<Read>> {
    let options = Options::new().repairs(Repairs::NONE).language(Some(Language::English)).layers(&[&LAYER]);
    let document = options.parse(&Source::new(article.text.clone().into_bytes())?);
    let text = document.text();
    let mut points = vec![0; text.len() + 1];
    text.char_indices().enumerate().for_each(|(point, (at, _))| points[at] = point);
    points[text.len()] = text.chars().count();
    let place = |span: copydesk::TextSpan| (points[span.start() as usize], points[span.end() as usize]);
    let read = |row: copydesk::quotations::Quotation| {
        let (start, end) = place(row.text);
        let speaker = row.speaker.map(|speaker| place(speaker.text));
        Read { start, end, speaker, scare: Some(row.kind == QuotationKind::Scare) }
    };
    Ok(document.quotations().map(read).collect())
}

/// What a peer found, by article: lines of `{"id": …, "quotations": […]}`.
///
/// # Errors
/// If the file cannot be read.
pub fn peer(path: &Path) -> Result<BTreeMap<String, Vec<Read>>> {
    #[derive(Deserialize)]
    struct Line {
        id: String,
        quotations: Vec<Read>,
    }
    let text = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
    let line = |line: &str| serde_json::from_str(line).map(|Line { id, quotations }| (id, quotations));
    text.lines().map(line).collect::<Result<_, _>>().with_context(|| path.display().to_string())
}

/// From this many words on, a stretch is a quotation rather than a name or a word kept at a distance.
pub const LONG: usize = 5;

/// The figures of a half.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Score {
    /// Articles.
    pub articles: usize,
    /// Stretches of five words or more.
    pub long: usize,
    /// Of these, found from mark to mark.
    pub exact: usize,
    /// Of these, touched by what was found.
    pub touched: usize,
    /// Long stretches that are somebody's.
    pub attributed: usize,
    /// Long stretches that were given a speaker.
    pub given: usize,
    /// Of these, whose speaker overlaps the labelled source.
    pub right: usize,
    /// Shorter stretches that were found and told apart.
    pub short: usize,
    /// Of these, nobody's.
    pub scare: usize,
    /// Taken for nobody's.
    pub taken: usize,
    /// Both.
    pub both: usize,
}

impl Score {
    /// Adds an article, with what was found in it. `wrong` hears of each long stretch that is not as labelled.
    pub fn add(&mut self, article: &Article, found: &[Read], mut wrong: impl FnMut(&str, &Labelled, Option<&Read>)) {
        self.articles += 1;
        for labelled in &article.quotations {
            let near = |one: usize, other: usize| one.abs_diff(other) <= 1;
            let exact = found.iter().find(|read| near(read.start, labelled.start) && near(read.end, labelled.end));
            let common = |read: &&Read| read.end.min(labelled.end).saturating_sub(read.start.max(labelled.start));
            let read = exact.or_else(|| found.iter().filter(|read| common(read) > 0).max_by_key(common));
            if labelled.words < LONG {
                if let Some(taken) = read.and_then(|read| read.scare) {
                    self.short += 1;
                    self.scare += usize::from(!labelled.attributed);
                    self.taken += usize::from(taken);
                    self.both += usize::from(taken && !labelled.attributed);
                }
                continue;
            }
            self.long += 1;
            self.exact += usize::from(exact.is_some());
            self.touched += usize::from(read.is_some());
            self.attributed += usize::from(labelled.attributed);
            if exact.is_none() {
                wrong("stretch", labelled, read);
            }
            match read.and_then(|read| read.speaker) {
                Some((start, end)) => {
                    self.given += 1;
                    let source = labelled.speaker.as_deref().unwrap_or_default();
                    let right = source.iter().any(|&(from, to)| start < to && from < end);
                    self.right += usize::from(right);
                    if !right {
                        wrong("speaker", labelled, read);
                    }
                }
                None if labelled.attributed => wrong("none", labelled, read),
                None => {}
            }
        }
    }

    /// The shares, by name: found, touched, recall and precision of speakers, precision and recall of words at a distance.
    #[must_use]
    pub fn shares(&self) -> [(&'static str, f64); 6] {
        [
            ("found", share(self.exact, self.long)),
            ("touched", share(self.touched, self.long)),
            ("speakers", share(self.right, self.attributed)),
            ("of those given", share(self.right, self.given)),
            ("scare precision", share(self.both, self.taken)),
            ("scare recall", share(self.both, self.scare)),
        ]
    }
}

/// The halves: every other article.
pub const HALVES: [&str; 2] = ["seen", "held out"];

/// The scores of both halves, by what a reader finds.
///
/// # Errors
/// If the reader fails.
pub fn scores(articles: &[Article], mut reader: impl FnMut(&Article) -> Result<Vec<Read>>) -> Result<[Score; 2]> {
    let mut scores = [Score::default(); 2];
    for (number, article) in articles.iter().enumerate() {
        scores[number % 2].add(article, &reader(article)?, |_, _, _| {});
    }
    Ok(scores)
}

/// The recorded scores of both halves.
///
/// # Errors
/// If they cannot be read.
pub fn recorded() -> Result<[Score; 2]> {
    record::load("quotations")
}

/// Writes scores of both halves down in place of those that are recorded.
///
/// # Errors
/// If they cannot be written.
pub fn record(scores: &[Score; 2]) -> Result<()> {
    record::save("quotations", scores)
}
