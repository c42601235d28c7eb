//! Sentences against gold: paragraphs whose sentences others marked, where they are (`COPYDESK_CORPUS`/gold/sentences).
//!
//! A boundary is counted by how many characters that are not white space stand before it, so that what a splitter does to white space does
//! not count. The end of a paragraph is given, and no boundary. A paragraph whose gold sentences have not the characters of its text is
//! left out.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

use anyhow::{Context, Result};
use copydesk::{Language, Options, Repairs, Source, sentences};
use flate2::read::MultiGzDecoder;
use serde::{Deserialize, Serialize};

use crate::record;

/// The sets, in order.
pub const SETS: [&str; 5] =
    ["golden-rules-en", "pragmatic-en", "sentencex-en", "ud-ewt-dev", "gum-interview-bio-voyage"];

/// A paragraph and its sentences.
#[derive(Clone, Debug, Deserialize)]
pub struct Paragraph {
    /// Its identifier.
    pub id: String,
    /// Its text.
    pub text: String,
    /// Its sentences.
    pub sentences: Vec<String>,
}

/// Boundaries inside a paragraph.
pub type Boundaries = BTreeSet<usize>;

impl Paragraph {
    /// The boundaries that the gold has.
    #[must_use]
    pub fn boundaries(&self) -> Boundaries {
        let mut place = 0;
        let mut ends: Boundaries = BTreeSet::new();
        for sentence in &self.sentences {
            place += characters(sentence);
            ends.insert(place);
        }
        inside(ends, &self.text)
    }

    /// Whether the sentences have the characters of the text.
    #[must_use]
    pub fn is_lossless(&self) -> bool {
        let bare = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        bare(&self.text) == bare(&self.sentences.concat())
    }
}

/// How many characters are not white space.
fn characters(text: &str) -> usize {
    text.chars().filter(|c| !c.is_whitespace()).count()
}

fn inside(mut ends: Boundaries, text: &str) -> Boundaries {
    ends.remove(&characters(text));
    ends.remove(&0);
    ends
}

/// The paragraphs of a set that are lossless; none where the folder has no such set.
///
/// # Errors
/// If the file cannot be read.
pub fn paragraphs(folder: &Path, set: &str) -> Result<Option<Vec<Paragraph>>> {
    let path = folder.join("gold/sentences").join(format!("{set}.jsonl.gz"));
    if !path.is_file() {
        return Ok(None);
    }
    let lines = BufReader::new(MultiGzDecoder::new(File::open(&path)?)).lines();
    let paragraph = |line: std::io::Result<String>| Ok(serde_json::from_str::<Paragraph>(&line?)?);
    let all: Vec<Paragraph> =
        lines.map(paragraph).collect::<Result<_>>().with_context(|| path.display().to_string())?;
    Ok(Some(all.into_iter().filter(Paragraph::is_lossless).collect()))
}

/// How copydesk is given a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// As one block, which is how its peers read it, and the language said.
    Block,
    /// As a document whose language is said. A line is a block then.
    Document,
    /// As a document whose language is read off the text.
    Unsaid,
}

/// All of them.
pub const READINGS: [Reading; 3] = [Reading::Block, Reading::Document, Reading::Unsaid];

impl Reading {
    /// Its name in tables.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Block => "block",
            Self::Document => "document",
            Self::Unsaid => "document, language not said",
        }
    }

    /// The boundaries of a text.
    ///
    /// # Errors
    /// If it is too long to be a source.
    pub fn read(self, text: &str) -> Result<Boundaries> {
        match self {
            Self::Block => Ok(of_block(text, Some(Language::English))),
            Self::Document => of_document(text, Some(Language::English)),
            Self::Unsaid => of_document(text, None),
        }
    }
}

/// The boundaries of a paragraph that is one block.
#[must_use]
pub fn of_block(text: &str, language: Option<Language>) -> Boundaries {
    let mut ends = Vec::new();
    copydesk::stages::sentences(text, language, &mut ends);
    inside(ends.into_iter().map(|end| characters(&text[..end as usize])).collect(), text)
}

/// The boundaries that a document has, without repairs: the ends of its sentences, but for those that go on in another
/// block, and of the blocks that no layer runs over.
fn of_document(text: &str, language: Option<Language>) -> Result<Boundaries> {
    let source = Source::new(text.as_bytes().to_vec())?;
    let layers = [&sentences::LAYER];
    let document = Options::new().repairs(Repairs::NONE).language(language).layers(&layers).parse(&source);
    let text = document.text();
    let rows: Vec<_> = document.sentences().collect();
    let place = |end: u32| characters(&text[..end as usize]);
    let blocks = document.blocks().map(|block| block.text().end());
    let mut ends: Boundaries = rows.iter().map(|row| row.text.end()).chain(blocks).map(place).collect();
    for row in rows.iter().filter_map(|row| row.continues) {
        ends.remove(&place(rows[row as usize].text.end()));
    }
    Ok(inside(ends, text))
}

/// How two sets of boundaries agree, over the paragraphs of a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Score {
    /// Paragraphs.
    pub paragraphs: usize,
    /// Of these, with all boundaries right and no other.
    pub exact: usize,
    /// Boundaries of the gold.
    pub gold: usize,
    /// Boundaries found.
    pub found: usize,
    /// Both.
    pub both: usize,
}

impl Score {
    /// Adds a paragraph.
    pub fn add(&mut self, gold: &Boundaries, found: &Boundaries) {
        self.paragraphs += 1;
        self.exact += usize::from(gold == found);
        self.gold += gold.len();
        self.found += found.len();
        self.both += gold.intersection(found).count();
    }

    /// The harmonic mean of precision and recall.
    #[must_use]
    pub fn f1(&self) -> f64 {
        2.0 * self.both as f64 / (self.gold + self.found).max(1) as f64
    }

    /// The score on a set of what finds boundaries.
    ///
    /// # Errors
    /// What that brings.
    pub fn of(paragraphs: &[Paragraph], find: impl Fn(&str) -> Result<Boundaries>) -> Result<Self> {
        let mut score = Self::default();
        for paragraph in paragraphs {
            score.add(&paragraph.boundaries(), &find(&paragraph.text)?);
        }
        Ok(score)
    }
}

/// How to record anew, for messages.
pub const HOW: &str = "cargo run -p copydesk-tests --bin gold-sentences -- --record";

/// Recorded scores, by set and reading: what later versions must not fall below.
pub type Scores = BTreeMap<String, Score>;

/// The name of a score among the recorded ones.
#[must_use]
pub fn name(set: &str, reading: Reading) -> String {
    format!("{set}, {}", reading.name())
}

/// The recorded scores.
///
/// # Errors
/// If they cannot be read.
pub fn recorded() -> Result<Scores> {
    record::load("sentences")
}

/// Writes scores down in place of those that are recorded.
///
/// # Errors
/// If they cannot be written.
pub fn record(scores: &Scores) -> Result<()> {
    record::save("sentences", scores)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boundaries_are_counted_in_characters_that_are_not_white_space() {
        let sentences = ["It rained.", "We left."].map(str::to_owned).to_vec();
        let paragraph = Paragraph { id: "1".into(), text: "It  rained. We\nleft.".into(), sentences };
        assert!(paragraph.is_lossless());
        assert_eq!(paragraph.boundaries(), [9].into());
        let mut score = Score::default();
        score.add(&[9, 20].into(), &[9].into());
        assert_eq!((score.exact, score.both), (0, 1));
        assert!((score.f1() - 2.0 / 3.0).abs() < 1e-9);
    }
}
