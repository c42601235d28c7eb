//! Changes to text that must stay: real articles, correct sentences full of false friends, the clean articles; alone, and among damage.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::Result;
use serde::{Deserialize, Serialize};

use super::Damaged;
use super::friends::{Shape, friends, shape};
use super::intruder::{Host, Place, Show, intruder};
use super::make;
use super::measure::per_million;
use super::reading::Reading;
use super::tally::context;
use super::verdict::Verdicts;
use crate::corpus;

/// The collections of articles that are read as they are.
pub const COLLECTIONS: [&str; 5] = ["horne", "ptc", "fnc", "newspaper3k", "cnn-fox-bbc"];

/// Large collections and their languages, read alone and among spaces: wire text with its template brackets, pages on one line, and
/// Portuguese with its amounts.
pub const WIDE: [(&str, &str); 3] = [("reuters", "en"), ("chinadaily", "en"), ("fakebr-pt", "pt")];

/// The languages of `tests/harm/`.
pub const LANGUAGES: [&str; 11] = ["en", "de", "nl", "es", "pt", "fr", "it", "sv", "da", "no", "fi"];

/// A way of reading a text: alone, or with something put among it.
pub type Variant = (&'static str, Option<(Show, Place)>);

/// The variant in which a text is read as it is.
pub const ALONE: &str = "alone";

/// Every variant.
pub const VARIANTS: [Variant; 7] = [
    (ALONE, None),
    ("hyphens-end", Some((Show::Hyphens, Place::End))),
    ("hyphens-middle", Some((Show::Hyphens, Place::Middle))),
    ("mix-end", Some((Show::Mix, Place::End))),
    ("mix-middle", Some((Show::Mix, Place::Middle))),
    ("breaks-end", Some((Show::Breaks, Place::End))),
    ("breaks-middle", Some((Show::Breaks, Place::Middle))),
];

/// A change to text that was there before.
#[derive(Clone, Debug)]
pub struct Change {
    /// The record.
    pub id: String,
    /// Where, in the text as it was.
    pub offset: usize,
    /// The rule that made it.
    pub rule: String,
    /// How the text was read.
    pub variant: &'static str,
    /// What stands there: for the terminal only, never stored.
    pub context: String,
    /// The false friend that it looks like.
    pub shape: Option<Shape>,
}

/// Counts of one variant.
#[derive(Clone, Copy, Debug, Default)]
pub struct Count {
    /// Documents read.
    pub documents: usize,
    /// Their words, without what was put among them.
    pub words: usize,
    /// Changes to them.
    pub changes: usize,
    /// Damages put among them.
    pub put: usize,
    /// Of these, undone: where it is 0, no harm means nothing.
    pub found: usize,
}

/// What happened to one collection.
#[derive(Clone, Debug, Default)]
pub struct Harm {
    /// By variant.
    pub counts: BTreeMap<&'static str, Count>,
    /// False friends in the texts, by shape.
    pub friends: BTreeMap<Shape, usize>,
    /// Every change, in every variant.
    pub changes: Vec<Change>,
}

impl Harm {
    /// Reads a text in these variants and counts.
    pub fn add(
        &mut self,
        (id, text): (&str, &str),
        (language, turn): (&str, usize),
        variants: &[Variant],
        read: &impl Fn(&Damaged) -> Reading,
    ) {
        for friend in friends(text) {
            *self.friends.entry(friend.shape).or_default() += 1;
        }
        let words = text.split_whitespace().count();
        for &(variant, among) in variants {
            let host = match among {
                None => Some(Host::alone(text)),
                Some((show, place)) => Host::with(text, intruder(language, show, turn), place),
            };
            let Some(host) = host else { continue };
            let count = self.counts.entry(variant).or_default();
            count.documents += 1;
            count.words += words;
            count.put += host.damaged.damages.len();
            for edit in read(&host.damaged).edits {
                let undone = host.damaged.undone(edit.start, edit.end, &edit.after).len();
                count.found += undone;
                if undone > 0 {
                    continue;
                }
                count.changes += 1;
                let (start, end) = (host.before(edit.start), host.before(edit.end));
                self.changes.push(Change {
                    id: id.to_owned(),
                    offset: start,
                    rule: edit.rule,
                    variant,
                    context: context(&host.damaged.text, edit.start, edit.end),
                    shape: space(text, start, end).and_then(|(start, end)| shape(text, start, end)),
                });
            }
        }
    }

    /// Places changed in any variant: record, offset and rule.
    #[must_use]
    pub fn places(&self) -> BTreeSet<(&str, usize, &str)> {
        self.changes.iter().map(|change| (change.id.as_str(), change.offset, change.rule.as_str())).collect()
    }

    /// False friends of a shape that were changed in any variant.
    #[must_use]
    pub fn touched(&self, shape: Option<Shape>) -> usize {
        let touched = self.changes.iter().filter(|change| change.shape == shape);
        touched.map(|change| (&change.id, change.offset)).collect::<BTreeSet<_>>().len()
    }

    /// Words read, over all variants.
    #[must_use]
    pub fn words(&self) -> usize {
        self.counts.values().map(|count| count.words).sum()
    }
}

/// The first white space that a change covers.
fn space(text: &str, start: usize, end: usize) -> Option<(usize, usize)> {
    let from = start + text.get(start..end)?.find(char::is_whitespace)?;
    let rest = &text[from..];
    Some((from, from + rest.len() - rest.trim_start().len()))
}

/// The real articles, read in every variant.
///
/// # Errors
/// If a collection cannot be read.
pub fn real(folder: &Path, read: impl Fn(&Damaged) -> Reading) -> Result<Vec<(&'static str, Harm)>> {
    let mut harms = Vec::new();
    let whole = COLLECTIONS.map(|collection| (collection, "en", &VARIANTS[..]));
    let few: Vec<Variant> = VARIANTS.into_iter().filter(|(name, _)| matches!(*name, ALONE | "mix-end")).collect();
    let wide = WIDE.map(|(collection, language)| (collection, language, &few[..]));
    for (collection, language, variants) in whole.into_iter().chain(wide) {
        let mut harm = Harm::default();
        for (turn, record) in corpus::records(folder, collection)?.iter().enumerate() {
            harm.add((&record.id, &record.text), (language, turn), variants, &read);
        }
        harms.push((collection, harm));
    }
    Ok(harms)
}

/// The correct sentences of each language: ten of them as paragraphs, and as one paragraph, in every variant.
///
/// # Errors
/// If a file cannot be read.
pub fn sentences(read: impl Fn(&Damaged) -> Reading) -> Result<Vec<(&'static str, Harm)>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("harm");
    let mut harms = Vec::new();
    for language in LANGUAGES {
        let text = std::fs::read_to_string(folder.join(format!("{language}.txt")))?;
        let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
        let mut harm = Harm::default();
        for (number, lines) in lines.chunks(10).enumerate() {
            let first = number * 10 + 1;
            harm.add((&format!("{first} apart"), &lines.join("\n\n")), (language, number), &VARIANTS, &read);
            harm.add((&format!("{first} joined"), &lines.join(" ")), (language, number), &VARIANTS, &read);
        }
        harms.push((language, harm));
    }
    Ok(harms)
}

/// The clean articles of the project, in every variant.
///
/// # Errors
/// If they cannot be read.
pub fn clean(read: impl Fn(&Damaged) -> Reading) -> Result<Harm> {
    let mut harm = Harm::default();
    for (turn, article) in make::articles()?.iter().enumerate() {
        harm.add((&article.name, &article.text), (article.language, turn), &VARIANTS, &read);
    }
    Ok(harm)
}

/// Prints the counts of one collection.
pub fn print(name: &str, harm: &Harm) {
    for (variant, _) in VARIANTS {
        let Some(count) = harm.counts.get(variant) else { continue };
        println!(
            "{name:<14}{variant:<16}{:>7}{:>10}{:>9}{:>10.1}{:>8}{:>8}",
            count.documents,
            count.words,
            count.changes,
            per_million(count.changes, count.words),
            count.put,
            count.found
        );
    }
}

/// The figures of one collection.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct HarmRecord {
    /// The collection or language.
    pub name: String,
    /// Words read, over all variants.
    pub words: usize,
    /// Changes that are right, as read by hand: places, whatever the variant.
    pub right: usize,
    /// Changes that are wrong, as read by hand.
    pub wrong: usize,
    /// Changes that nobody has read yet.
    pub unread: usize,
    /// Words of the texts as they are, with nothing put among them.
    #[serde(default)]
    pub words_alone: usize,
    /// Changes to those that are wrong.
    #[serde(default)]
    pub wrong_alone: usize,
    /// Changes to those that nobody has read yet.
    #[serde(default)]
    pub unread_alone: usize,
    /// Suspended hyphens changed.
    pub suspended: usize,
    /// Dashes changed, of any form.
    pub dashes: usize,
    /// Spaced currencies changed.
    pub currencies: usize,
    /// Brackets changed.
    pub brackets: usize,
}

impl HarmRecord {
    /// The figures, by the verdicts.
    #[must_use]
    pub fn new(name: &str, harm: &Harm, verdicts: &Verdicts) -> Self {
        let verdict = |(id, offset, rule): &(&str, usize, &str)| {
            verdicts.get(&(name.to_owned(), (*id).to_owned(), *offset, (*rule).to_owned())).map(String::as_str)
        };
        let places = harm.places();
        let said = |word| places.iter().filter(|place| verdict(place) == Some(word)).count();
        let (right, wrong) = (said("right"), said("wrong"));
        let touched = |shape| harm.touched(Some(shape));
        let alone: BTreeSet<_> = harm
            .changes
            .iter()
            .filter(|change| change.variant == ALONE)
            .map(|change| (change.id.as_str(), change.offset, change.rule.as_str()))
            .collect();
        let alone_and = |word: Option<&str>| alone.iter().filter(|place| verdict(place) == word).count();
        Self {
            name: name.to_owned(),
            words: harm.words(),
            right,
            wrong,
            unread: places.len() - right - wrong,
            words_alone: harm.counts.get(ALONE).map_or(0, |count| count.words),
            wrong_alone: alone_and(Some("wrong")),
            unread_alone: alone_and(None),
            suspended: touched(Shape::Suspended),
            dashes: touched(Shape::Dash) + touched(Shape::SpaceHyphen) + touched(Shape::HyphenSpace),
            currencies: touched(Shape::CurrencySpace),
            brackets: touched(Shape::BracketSpace),
        }
    }

    /// What is worse than in the record.
    #[must_use]
    pub fn falls(&self, recorded: &Self) -> Vec<String> {
        // A change that a verdict calls right may be a dash or a currency by its shape: only what is not right can be a fall.
        let now = [("wrong", self.wrong), ("wrong or unread", self.wrong + self.unread), ("suspended", self.suspended)];
        let then = [recorded.wrong, recorded.wrong + recorded.unread, recorded.suspended];
        let worse = now.into_iter().zip(then).filter(|((_, now), then)| now > then);
        worse.map(|((what, now), then)| format!("{} {what}: {now}, was to be {then} or fewer", self.name)).collect()
    }
}
