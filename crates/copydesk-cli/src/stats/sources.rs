//! Counts by source: the publications that articles name, and the inputs that they lie in.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;

use copydesk::{BylineStatus, Document};
use copydesk_corpus::Place;
use serde_json::{Value, json};

use super::lengths::characters;

/// How many sources are told apart. What is met later is counted together: a corpus can have as many names as articles.
const LIMIT: usize = 10_000;

/// No publication is called longer than this, in bytes; what is says no more by its end.
const NAME: usize = 200;

/// What articles without one are counted under.
const UNKNOWN: &str = "unknown";
/// What all that are met past the limit are counted under.
const OTHERS: &str = "others";

/// What was counted of each source.
#[derive(Clone, Debug, Default)]
pub(super) struct Sources {
    named: BTreeMap<String, Source>,
    others: Source,
}

/// What was counted of one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Source {
    pub(super) articles: u64,
    /// The characters of their bodies.
    pub(super) characters: u64,
    /// How many have a headline.
    pub(super) headlines: u64,
    /// How many name an author.
    pub(super) bylines: u64,
    pub(super) repairs: u64,
    pub(super) notes: u64,
}

impl Source {
    /// What one article adds.
    pub(super) fn of(article: &Document) -> Self {
        Self {
            articles: 1,
            characters: characters(article),
            headlines: article.headline().map_or(0, |_| 1),
            bylines: if article.byline().status == BylineStatus::Named { 1 } else { 0 },
            repairs: article.repairs().count() as u64,
            notes: article.notes().len() as u64,
        }
    }

    fn add(&mut self, other: &Self) {
        self.articles += other.articles;
        self.characters += other.characters;
        self.headlines += other.headlines;
        self.bylines += other.bylines;
        self.repairs += other.repairs;
        self.notes += other.notes;
    }

    fn json(&self, name: &str) -> Value {
        let Self { articles, characters, headlines, bylines, repairs, notes } = self;
        json!({
            "name": name, "articles": articles, "characters": characters, "headlines": headlines, "bylines": bylines,
            "repairs": repairs, "notes": notes,
        })
    }
}

impl Sources {
    pub(super) fn add(&mut self, name: Option<&str>, source: &Source) {
        let name = name.map_or(UNKNOWN, cut);
        let is_full = self.named.len() >= LIMIT;
        match self.named.get_mut(name) {
            Some(own) => own.add(source),
            None if is_full => self.others.add(source),
            None => drop(self.named.insert(name.to_owned(), *source)),
        }
    }

    pub(super) fn merge(&mut self, other: &Self) {
        other.named.iter().for_each(|(name, source)| self.add(Some(name), source));
        self.others.add(&other.others);
    }

    /// Those with most articles first; what was not told apart last.
    pub(super) fn rows(&self) -> Vec<(&str, Source)> {
        let mut rows: Vec<(&str, Source)> = self.named.iter().map(|(name, source)| (&**name, *source)).collect();
        rows.sort_by_key(|(name, source)| (std::cmp::Reverse(source.articles), *name));
        rows.extend((self.others.articles > 0).then_some((OTHERS, self.others)));
        rows
    }

    pub(super) fn json(&self) -> Value {
        self.rows().iter().map(|(name, source)| source.json(name)).collect()
    }
}

/// A name, no longer than names are.
fn cut(name: &str) -> &str {
    let mut end = name.len().min(NAME);
    while !name.is_char_boundary(end) {
        end -= 1;
    }
    &name[..end]
}

/// The input that a record lies in: the file of records, or else the folder or archive of the text.
pub(super) fn input(place: &Place) -> Cow<'_, str> {
    let folder = || Path::new(&place.file).parent().map(Path::to_string_lossy);
    match place.record {
        None if place.file != "-" => match folder() {
            Some(folder) if !folder.is_empty() => folder,
            _ => ".".into(),
        },
        _ => Cow::Borrowed(&place.file),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn article() -> Source {
        Source { articles: 1, characters: 10, ..Source::default() }
    }

    #[test]
    fn no_more_sources_are_told_apart_than_the_limit() {
        let mut sources = Sources::default();
        sources.add(None, &article());
        for number in 0..LIMIT + 4 {
            sources.add(Some(&format!("The {number}")), &article());
        }
        let mut twice = sources.clone();
        twice.merge(&sources);
        assert_eq!(twice.named.len(), LIMIT);
        assert_eq!(twice.rows().last().map(|(name, source)| (*name, source.articles)), Some((OTHERS, 10)));
        assert_eq!(twice.rows()[0].1.articles, 2);
        sources.add(Some(&"é".repeat(5000)), &article());
        assert!(sources.named.keys().all(|name| name.len() <= NAME));
    }

    #[test]
    fn a_text_lies_in_its_folder_and_a_record_in_its_file() {
        let place = |file: &str, record| Place { file: file.into(), record, offset: None };
        assert_eq!(input(&place("c/a.txt", None)), "c");
        assert_eq!(input(&place("a.txt", None)), ".");
        assert_eq!(input(&place("c/a.zip/b.txt", None)), "c/a.zip");
        assert_eq!(input(&place("c/a.jsonl", Some(7))), "c/a.jsonl");
        assert_eq!(input(&place("-", None)), "-");
    }
}
