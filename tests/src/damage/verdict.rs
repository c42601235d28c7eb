//! Verdicts on repairs in real articles, and which repairs still wait for one.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use anyhow::{Context, Result};
use copydesk::{Options, Source};
use serde::{Deserialize, Serialize};

use super::harm::ALONE;
use super::splitmix::SplitMix;
use crate::corpus;

/// The collections in which every repair is read.
pub const READ_WHOLE: [&str; 4] = ["horne", "ptc", "fnc", "newspaper3k"];

/// How many repairs are read of all that are made elsewhere.
pub const ELSEWHERE: usize = 200;

/// The name under which the files of the exports stand in verdicts.
pub const EXPORTS: &str = "exports";

/// A verdict on one change, read by hand.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Verdict {
    /// The collection.
    pub collection: String,
    /// The record.
    pub id: String,
    /// Where, in bytes of the record as it is.
    pub offset: usize,
    /// The rule.
    pub rule: String,
    /// The variant in which it was first seen. The verdict holds for the place, however it is read.
    pub variant: String,
    /// `right` or `wrong`.
    pub verdict: String,
    /// Who says so.
    pub by: String,
}

/// Verdicts by collection, record, offset and rule.
pub type Verdicts = HashMap<(String, String, usize, String), String>;

/// The verdicts of `tests/labels/harm.jsonl`.
///
/// # Errors
/// If a line is no verdict.
pub fn verdicts() -> Result<Verdicts> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("labels/harm.jsonl");
    let text = std::fs::read_to_string(&path).unwrap_or_default();
    let mut verdicts = Verdicts::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let verdict: Verdict = serde_json::from_str(line).with_context(|| line.to_owned())?;
        verdicts.insert((verdict.collection, verdict.id, verdict.offset, verdict.rule), verdict.verdict);
    }
    Ok(verdicts)
}

/// A repair in a real article, as it stands.
#[derive(Clone, Debug)]
pub struct Place {
    /// What is to be said of it; `unread` as long as nobody has.
    pub verdict: Verdict,
    /// What stands there, for the terminal only, never stored.
    pub context: String,
    /// What is put in its place.
    pub after: String,
}

/// The repairs of one collection at `safe`, in order, and the words that were read.
#[derive(Clone, Debug, Default)]
pub struct Listing {
    /// The repairs.
    pub places: Vec<Place>,
    /// The words.
    pub words: usize,
}

/// Every repair that is made at `safe` in a collection, or in the files of the exports, as they are.
///
/// What decoding does (`encoding`, `markup`, `quoting`) is not asked for by a risk, and is left out.
///
/// # Errors
/// If the collection cannot be read.
pub fn listing(folder: &Path, collection: &str, verdicts: &Verdicts) -> Result<Listing> {
    let mut listing = Listing::default();
    if collection == EXPORTS {
        for file in corpus::exports(folder)? {
            let bytes = std::fs::read(folder.join(EXPORTS).join(&file))?;
            listing.add(collection, &file.display().to_string(), bytes, verdicts)?;
        }
    } else {
        for record in corpus::records(folder, collection)? {
            listing.add(collection, &record.id, record.text.into_bytes(), verdicts)?;
        }
    }
    Ok(listing)
}

impl Listing {
    fn add(&mut self, collection: &str, id: &str, bytes: Vec<u8>, verdicts: &Verdicts) -> Result<()> {
        let source = Source::new(bytes)?;
        for document in Options::new().parts(&source) {
            self.words += document.text().split_whitespace().count();
            for repair in document.repairs() {
                let rule = repair.rules().names().collect::<Vec<_>>().join("+");
                if rule.split('+').any(|name| matches!(name, "encoding" | "markup" | "quoting")) {
                    continue;
                }
                let (start, end) = (repair.source().start() as usize, repair.source().end() as usize);
                let key = (collection.to_owned(), id.to_owned(), start, rule.clone());
                let verdict = verdicts.get(&key).map_or("unread", String::as_str).to_owned();
                let (collection, id, offset, _) = key;
                let (variant, by) = (ALONE.to_owned(), "hand".to_owned());
                let context = around(source.as_bytes(), start, end);
                let verdict = Verdict { collection, id, offset, rule, variant, verdict, by };
                self.places.push(Place { verdict, context, after: repair.after().to_owned() });
            }
        }
        Ok(())
    }

    /// How many of the repairs were called so.
    #[must_use]
    pub fn said(&self, verdict: &str) -> usize {
        self.places.iter().filter(|place| place.verdict.verdict == verdict).count()
    }

    /// The repairs by rule: all, right, wrong, unread.
    #[must_use]
    pub fn by_rule(&self) -> BTreeMap<&str, [usize; 4]> {
        let mut rules: BTreeMap<&str, [usize; 4]> = BTreeMap::new();
        for place in &self.places {
            let counts = rules.entry(&place.verdict.rule).or_default();
            counts[0] += 1;
            match &*place.verdict.verdict {
                "right" => counts[1] += 1,
                "wrong" => counts[2] += 1,
                _ => counts[3] += 1,
            }
        }
        rules
    }
}

/// How many places are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Draw {
    /// So many in all. Every rule has the same number, as far as it made so many: one that does nine of ten repairs would else be nine of
    /// ten places to read.
    InAll(usize),
    /// So many of each rule.
    Each(usize),
}

/// Some of the places, at random and the same every time, in order of rule and place.
///
/// A place keeps its rank whatever else is repaired, so that the next version has few new ones to read.
#[must_use]
pub fn draw(places: Vec<Place>, draw: Draw) -> Vec<Place> {
    let mut rules: BTreeMap<String, Vec<(usize, Place)>> = BTreeMap::new();
    for place in places {
        let Verdict { collection, id, offset, rule, .. } = &place.verdict;
        let rank = SplitMix::new(&format!("{collection} {id} {offset} {rule}"), 2026).below(usize::MAX);
        rules.entry(rule.clone()).or_default().push((rank, place));
    }
    let each = match draw {
        Draw::Each(count) => count,
        Draw::InAll(count) => {
            let drawn = |each: usize| rules.values().map(|places| places.len().min(each)).sum::<usize>();
            (0..=count).rev().find(|&each| drawn(each) <= count).unwrap_or(0)
        }
    };
    let mut drawn = Vec::new();
    for mut places in rules.into_values() {
        places.sort_by_key(|(rank, _)| *rank);
        let mut places: Vec<Place> = places.into_iter().take(each).map(|(_, place)| place).collect();
        places.sort_by(|a, b| {
            let key = |place: &Place| (place.verdict.collection.clone(), place.verdict.id.clone());
            (key(a), a.verdict.offset).cmp(&(key(b), b.verdict.offset))
        });
        drawn.extend(places);
    }
    drawn
}

/// What stands at `start..end` with what stands around it, on one line.
fn around(bytes: &[u8], start: usize, end: usize) -> String {
    const WIDTH: usize = 60;
    let [before, here, after] = [start.saturating_sub(WIDTH)..start, start..end, end..(end + WIDTH).min(bytes.len())]
        .map(|range| String::from_utf8_lossy(&bytes[range]).replace(['\n', '\r'], "¶"));
    format!("{before}⟦{here}⟧{after}")
}
