//! Places of real articles that were labelled by hand (`tests/labels/dates.jsonl`), and how far the layer agrees.

use std::collections::HashMap;
use std::path::Path;

use anyhow::{Context, Result};
use copydesk::dates;
use copydesk::{Language, Options, PLAIN, Source, SourceSpan};
use serde::Deserialize;

use super::{Score, day_in_words, kind_name};
use crate::corpus;

/// The halves of the labelled places.
pub const HALVES: [&str; 2] = ["tune", "report"];

/// A place of a real article that may be an expression of time.
#[derive(Clone, Debug, Deserialize)]
pub struct Label {
    /// The collection.
    pub collection: String,
    /// The record.
    pub id: String,
    /// `tune` or `report`: the one was looked at whenever rules were mended, the other once.
    pub half: String,
    /// The word that was drawn, in bytes of the record.
    pub offset: usize,
    /// The expression that it is part of, if it is part of one.
    pub start: Option<usize>,
    /// Where that ends.
    pub end: Option<usize>,
    /// Its kind.
    pub kind: Option<String>,
    /// What the text alone says of its value.
    pub value: Option<String>,
    /// What the text and the day of publication say, where the record's identifier has that day.
    pub resolved: Option<String>,
}

/// What came of the labelled places.
#[derive(Clone, Debug, Default)]
pub struct Labelled {
    /// Spans and values by what the text alone says.
    pub score: Score,
    /// Of the places with a known day, the same with the day given.
    pub resolved: Score,
    /// Places outside the blocks that layers run over.
    pub outside: usize,
    /// What differs, in words.
    pub differ: Vec<String>,
}

/// Reads the articles of the labelled places of a half; none where the folder has no such articles.
///
/// # Errors
/// If the labels or the records cannot be read.
pub fn labelled(folder: &Path, half: &str) -> Result<Option<Labelled>> {
    let labels: Vec<Label> =
        include_str!("../../../labels/dates.jsonl").lines().map(serde_json::from_str).collect::<Result<_, _>>()?;
    let mut texts: HashMap<(&str, String), String> = HashMap::new();
    for collection in ["reuters", "horne", "cnn-fox-bbc"] {
        if !folder.join("corpora").join(format!("{collection}.jsonl.gz")).is_file() {
            return Ok(None);
        }
        let records = corpus::records(folder, collection)?.into_iter();
        texts.extend(records.map(|record| ((collection, record.id), record.text)));
    }
    let mut result = Labelled::default();
    for label in labels.iter().filter(|label| label.half == half) {
        let key = (&*label.collection, label.id.clone());
        let text = texts.get(&key).with_context(|| format!("no record {}", label.id))?;
        one(label, text, None, &mut result)?;
        if label.resolved.is_some() {
            let day = label.id.split('/').nth(1).filter(|day| day.len() == 8).context("a day in the identifier")?;
            one(label, text, Some(day), &mut result)?;
        }
    }
    Ok(Some(result))
}

fn one(label: &Label, text: &str, day: Option<&str>, result: &mut Labelled) -> Result<()> {
    // The day stands below the headline, as in a paper.
    let (text, at, shift) = match day {
        None => (text.to_owned(), 0, 0),
        Some(day) => {
            let at = text.find('\n').unwrap_or(text.len());
            let written = format!("{}-{}-{}", &day[..4], &day[4..6], &day[6..]);
            let line = format!("\n\n{}", day_in_words(&written));
            (format!("{}{line}{}", &text[..at], &text[at..]), at, line.len())
        }
    };
    let moved = |offset: usize| offset + if offset >= at { shift } else { 0 };
    let options = Options::new().envelope(&PLAIN).language(Language::English).layers(&[&dates::LAYER]);
    let document = options.parse(&Source::new(text.clone().into_bytes())?);
    let placed = |start: usize, end: usize| {
        let span = document.to_text(SourceSpan::new(moved(start) as u32, moved(end) as u32));
        (span.start() as usize, span.end() as usize)
    };
    let (offset, _) = placed(label.offset, label.offset + 1);
    let text = document.text();
    let annotated = |block: copydesk::Block<'_>| {
        let span = block.text();
        (span.start() as usize..span.end() as usize).contains(&offset) && block.role().is_annotated()
    };
    let score = if day.is_some() { &mut result.resolved } else { &mut result.score };
    if !document.blocks().any(annotated) {
        if day.is_none() {
            result.outside += 1;
        }
        return Ok(());
    }
    let found =
        document.dates().find(|mention| (mention.text.start() as usize..mention.text.end() as usize).contains(&offset));
    let expected = label.start.zip(label.end).map(|(start, end)| placed(start, end));
    let value = if day.is_some() { &label.resolved } else { &label.value };
    score.marked += usize::from(expected.is_some());
    score.found += usize::from(found.is_some());
    let span = found.as_ref().map(|mention| (mention.text.start() as usize, mention.text.end() as usize));
    let same = expected.is_some() && span == expected;
    score.both += usize::from(same);
    let valued = same && found.as_ref().is_some_and(|mention| Some(&mention.value) == value.as_ref());
    let kinds =
        same && found.as_ref().is_some_and(|mention| kind_name(mention.kind) == label.kind.as_deref().unwrap_or(""));
    score.compared += usize::from(same);
    score.valued += usize::from(valued && kinds);
    let open = same
        && !valued
        && kinds
        && day.is_some()
        && found.as_ref().is_some_and(|mention| Some(&mention.value) == label.value.as_ref());
    score.open += usize::from(open);
    if span != expected || same && !(valued && kinds) {
        let show = |span: Option<(usize, usize)>| span.map_or("-", |(start, end)| &text[start..end]);
        let said = found.as_ref().map(|mention| mention.value.clone());
        let (expected, span) = (show(expected), show(span));
        result.differ.push(format!(
            "{}@{} {day:?}: {expected:?} {value:?} {:?}, found {span:?} {said:?} {:?}",
            label.id,
            label.offset,
            label.kind,
            found.map(|mention| mention.kind)
        ));
    }
    Ok(())
}
