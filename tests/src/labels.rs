//! Blocks of real articles labelled by hand, and how well the parser agrees.
//!
//! `tests/labels/roles.jsonl` has one article per line: the collection and record it is from (for an export, the file, the start and the
//! length in bytes), the byte ranges of its lines with their roles, and those of the authors' names. The text itself is not in the project.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use anyhow::{Context, Result, bail};
use copydesk::{Document, FurnitureKind, Role, Source};
use serde::Deserialize;

use crate::corpus;

/// One labelled article.
#[derive(Debug, Deserialize)]
pub struct Labelled {
    /// The collection, or `exports`.
    pub collection: String,
    /// The record, or the export's file.
    pub id: String,
    /// Where the article starts in the file, in bytes.
    pub start: usize,
    /// Its length in bytes.
    pub len: usize,
    /// `tune` or `report`: rules are made on the one and measured on the other.
    pub half: String,
    /// `named`, `none` or `unknown`.
    pub byline: String,
    /// The authors' names.
    pub authors: Vec<(usize, usize)>,
    /// The lines that are not blank, each with its role and, for furniture, its kind.
    pub lines: Vec<Line>,
}

/// One labelled line.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub enum Line {
    /// A piece of furniture.
    Furniture(usize, usize, String, String),
    /// Any other role.
    Role(usize, usize, String),
}

impl Line {
    /// Start, end and the name of the role.
    #[must_use]
    pub fn parts(&self) -> (usize, usize, &str) {
        match self {
            Self::Furniture(start, end, role, _) | Self::Role(start, end, role) => (*start, *end, role),
        }
    }
}

/// Every labelled article with its bytes.
///
/// # Errors
/// If the labels or a labelled record cannot be read.
pub fn load(folder: &Path) -> Result<Vec<(Labelled, Vec<u8>)>> {
    let labels = include_str!("../labels/roles.jsonl");
    let mut collections: HashMap<String, HashMap<String, String>> = HashMap::new();
    let mut loaded = Vec::new();
    for line in labels.lines() {
        let labelled: Labelled = serde_json::from_str(line)?;
        let bytes = if labelled.collection == "exports" {
            let path = folder.join("exports").join(&labelled.id);
            let file = std::fs::read(&path).with_context(|| path.display().to_string())?;
            file[labelled.start..labelled.start + labelled.len].to_vec()
        } else {
            if !collections.contains_key(&labelled.collection) {
                let records = corpus::records(folder, &labelled.collection)?;
                let by_id = records.into_iter().map(|record| (record.id, record.text)).collect();
                collections.insert(labelled.collection.clone(), by_id);
            }
            let Some(text) = collections[&labelled.collection].get(&labelled.id) else {
                bail!("no record {}", labelled.id)
            };
            text.clone().into_bytes()
        };
        loaded.push((labelled, bytes));
    }
    Ok(loaded)
}

/// How the parser's roles agree with the labels.
#[derive(Debug, Default)]
pub struct Agreement {
    /// Lines by labelled role and found role.
    pub lines: BTreeMap<(String, &'static str), usize>,
    /// Articles looked at.
    pub articles: usize,
    /// Articles whose headline was found where none of the labelled lines is one.
    pub wrong_headline: Vec<String>,
    /// Articles with a headline label, and how many of them had it found.
    pub headline: (usize, usize),
    /// Articles with an author who is not labelled.
    pub wrong_author: Vec<String>,
    /// Labelled authors, and how many of them were found.
    pub authors: (usize, usize),
    /// Lines where the two differ: article, line, labelled role, found role and text.
    pub differences: Vec<String>,
}

impl Agreement {
    /// Parses the article and counts.
    ///
    /// # Errors
    /// If the article is too long to be a source.
    pub fn add(&mut self, labelled: &Labelled, bytes: &[u8]) -> Result<()> {
        let name = format!("{}/{}@{}", labelled.collection, labelled.id, labelled.start);
        let source = Source::new(bytes.to_vec())?;
        let document = copydesk::parse(&source);
        let blocks: Vec<_> = document.blocks().collect();
        self.articles += 1;
        for (number, line) in labelled.lines.iter().enumerate() {
            let (start, end, role) = line.parts();
            let middle = (start + (end - start) / 2) as u32;
            let index = blocks.partition_point(|block| block.source().start() <= middle) - 1;
            let found = blocks[index].role();
            *self.lines.entry((role.to_owned(), found.name())).or_default() += 1;
            if role != found.name() {
                let kind = blocks[index].kind().map_or("", FurnitureKind::name);
                let text: String = String::from_utf8_lossy(&bytes[start..end]).chars().take(140).collect();
                self.differences.push(format!("{name} {number}\t{role} -> {found} {kind}\t{text}"));
            }
        }
        self.add_headline(labelled, &document, &name);
        self.add_authors(labelled, bytes, &document, &name);
        Ok(())
    }

    fn add_headline(&mut self, labelled: &Labelled, document: &Document, name: &str) {
        let labelled: Vec<_> =
            labelled.lines.iter().map(Line::parts).filter(|(_, _, role)| *role == "headline").collect();
        let found = document.blocks().find(|block| block.role() == Role::Headline);
        self.headline.0 += usize::from(!labelled.is_empty());
        if let Some(found) = found {
            let span = found.source();
            let hit = labelled.iter().any(|(start, end, _)| (*start as u32) < span.end() && span.start() < *end as u32);
            self.headline.1 += usize::from(hit);
            if !hit {
                self.wrong_headline.push(format!("{name}\t{}", found.content()));
            }
        }
    }

    fn add_authors(&mut self, labelled: &Labelled, bytes: &[u8], document: &Document, name: &str) {
        let expected: Vec<_> =
            labelled.authors.iter().map(|&(start, end)| String::from_utf8_lossy(&bytes[start..end])).collect();
        let byline = document.byline();
        let found: Vec<_> = byline.authors.iter().map(|author| author.name).collect();
        self.authors.0 += expected.len();
        self.authors.1 += expected.iter().filter(|name| found.contains(&&***name)).count();
        if let Some(wrong) = found.iter().find(|found| !expected.iter().any(|name| name == *found)) {
            self.wrong_author.push(format!("{name}\t{wrong}"));
        }
    }

    /// Of the lines labelled with a role, the share that was found so; and of those found so, the share that is labelled so.
    #[must_use]
    pub fn recall_precision(&self, role: &str) -> (usize, usize, usize) {
        let labelled = self.lines.iter().filter(|((label, _), _)| label == role).map(|(_, count)| count).sum();
        let found = self.lines.iter().filter(|((_, found), _)| *found == role).map(|(_, count)| count).sum();
        let both = self
            .lines
            .iter()
            .filter(|((label, found), _)| label == role && *found == role)
            .map(|(_, count)| count)
            .sum();
        (labelled, found, both)
    }
}
