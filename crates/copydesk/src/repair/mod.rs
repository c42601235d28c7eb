//! Stage 3: repairs. Each rule finds *spots*, and the document's own evidence decides what becomes of them.
//!
//! A rule is data and two functions. `find` looks at the decoded text and says, for each suspicious place, which reading its neighbours
//! allow ([`Finding`]). `decide` turns that reading and the document's [`Tally`] into an [`Outcome`]. Between the two, everything that all
//! rules found is counted once. No rule sees another's decision. If two repairs would change the same bytes, the one that begins first is
//! made, or the shorter of two that begin together. The other becomes a note.

mod characters;
mod column_break;
mod control;
mod double_space;
mod drop_cap;
mod entity;
mod evidence;
mod hard_wrap;
mod hyphen_space;
mod ligature;
mod line_end_hyphen;
mod lost_break;
mod missing_space;
mod no_break_space;
mod rule_set;
mod soft_hyphen;
mod spaced_apostrophe;
mod spaced_bracket;
mod spaced_currency;
mod spaced_digits;
mod spaced_hyphen;
mod spaced_punctuation;
mod spaced_quote;

use std::cell::Cell;

use serde::Serialize;

use crate::decode;
use crate::language::Language;
use crate::lines::Lines;
use crate::note::NoteKind;
use crate::registry::registered;
use crate::scan::Suspects;

pub(crate) use characters::{Characters, Cleaned, Pass, Place, clean, is_noncharacter};
pub(crate) use column_break::goes_on;
pub(crate) use control::is_framed;
pub(crate) use evidence::{
    Family, Finding, Passages, Reading, Spot, Tally, closed, compound, halves, listed, vocabulary, words,
};
pub(crate) use hard_wrap::{RULE as HARD_WRAP, Wrapping, unwrap};
pub(crate) use line_end_hyphen::{RULE as LINE_END_HYPHEN, rejoin};
pub use rule_set::RuleSet;
pub(crate) use spaced_punctuation::RULE as SPACED_PUNCTUATION;

/// Every rule, in the order of [`RuleSet`]'s bits. A new rule goes to the end.
pub static RULES: &[&Rule] = &[
    &decode::ENCODING,
    &spaced_hyphen::RULE,
    &spaced_currency::RULE,
    &spaced_bracket::RULE,
    &column_break::RULE,
    &decode::MARKUP,
    &decode::QUOTING,
    &hard_wrap::RULE,
    &lost_break::RULE,
    &line_end_hyphen::RULE,
    &drop_cap::RULE,
    &hyphen_space::RULE,
    &spaced_punctuation::RULE,
    &spaced_apostrophe::RULE,
    &spaced_quote::RULE,
    &spaced_digits::RULE,
    &missing_space::RULE,
    &entity::RULE,
    &control::RULE,
    &soft_hyphen::RULE,
    &no_break_space::RULE,
    &ligature::RULE,
    &double_space::RULE,
];

/// A repair rule: a kind of damage, and what to do about it.
pub struct Rule {
    pub(crate) name: &'static str,
    /// The file that holds the rule; its module doc is the rule's page.
    pub(crate) page: &'static str,
    pub(crate) kind: RuleKind,
}

pub(crate) enum RuleKind {
    /// Applied while decoding, whatever the options say.
    Decode,
    /// Applied to the characters of the decoded text before every other rule, which then read clean ones.
    Characters {
        pass: Pass,
        find: fn(&Characters<'_>, &mut Vec<Place>),
        decide: fn(&Place, &characters::Counts) -> Outcome,
    },
    /// Applied to the text after that, before every other rule, which then read whole paragraphs.
    Unwrap,
    /// Applied to the text after that, as far as the options allow its risk.
    Repair { family: Family, find: fn(&Article<'_>, &mut Vec<Spot>), decide: fn(&Spot, &Tally) -> Outcome },
}

registered! {
    Rule in RULES: "rule",
    name: "Its name, for the defect that it repairs: `spaced-hyphen`.",
    page: "Its page: what it sees, does and leaves alone, and the evidence. Markdown.",
}

impl Rule {
    /// Whether it is a decoding rule, which every parse applies whatever its options.
    #[must_use]
    pub fn is_decoding(&self) -> bool {
        matches!(self.kind, RuleKind::Decode)
    }

    /// Its place in [`RULES`].
    pub(crate) fn index(&self) -> usize {
        RULES.iter().position(|&rule| std::ptr::eq(rule, self)).expect("every rule is registered")
    }
}

/// What a rule may look at: the decoded text before any repair.
pub(crate) struct Article<'t> {
    pub(crate) text: &'t str,
    pub(crate) lines: &'t Lines,
    pub(crate) language: Option<Language>,
    /// The breaks at which a paragraph may have been cut, each from the end of one line to the start of the next, in order.
    pub(crate) breaks: &'t [(u32, u32)],
    /// Where the rules have something to look at.
    pub(crate) suspects: &'t Suspects,
    /// What `spaced-hyphen` lists its places in.
    hyphens: &'t Cell<Vec<spaced_hyphen::Place<'static>>>,
}

impl Article<'_> {
    pub(crate) fn is_english(&self) -> bool {
        self.language == Some(Language::English)
    }

    /// Whether it is in a language that more rules were made for than those on characters. That a language is known is not enough.
    pub(crate) fn has_rules(&self) -> bool {
        self.language.is_some_and(Language::has_rules)
    }
}

/// How likely a repair is to be wrong. A parse makes repairs up to the risk that its options allow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Risk {
    /// There is evidence of both kinds: the neighbours, and other damage in the same document. On by default.
    Safe,
    /// The neighbours allow no other reading, but the document shows too little other damage of this kind.
    Likely,
    /// The text may be correct as it stands, or something may be missing that a repair would hide.
    All,
}

impl Risk {
    /// Every risk, from the least.
    pub const ALL: [Self; 3] = [Self::Safe, Self::Likely, Self::All];

    /// Its name, as on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Safe => "safe",
            Self::Likely => "likely",
            Self::All => "all",
        }
    }
}

/// One reason for a repair: what the neighbours show, or how much of the same damage the rest of the document shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Evidence {
    /// What the neighbours show, in a word: `compound`, `unit`, `attested`.
    Local(&'static str),
    /// The number of other spots in the document that support this one: clear damage of the same family and, if no dash is typed that
    /// way, possible damage. For a cut paragraph, spaces added by the same extraction count too.
    Document(u32),
}

impl std::fmt::Display for Evidence {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Local(word) => f.write_str(word),
            Self::Document(count) => write!(f, "document:{count}"),
        }
    }
}

/// What becomes of a spot.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Outcome {
    /// Repair it where this risk is allowed, else leave it and note it.
    Repair(Risk),
    /// Leave it, and say why it is in doubt.
    Note,
    /// Leave it: it is as it should be.
    Leave,
}

/// One change to the decoded text.
#[derive(Clone, Debug)]
pub(crate) struct Edit {
    pub(crate) start: u32,
    pub(crate) end: u32,
    pub(crate) text: &'static str,
    pub(crate) rules: RuleSet,
    pub(crate) risk: Risk,
    pub(crate) evidence: [Evidence; 2],
}

/// A place that was left as it is, with the doubt about it.
#[derive(Clone, Debug)]
pub(crate) struct Doubt {
    pub(crate) start: u32,
    pub(crate) end: u32,
    pub(crate) kind: NoteKind,
    pub(crate) message: &'static str,
}

/// What the repair stage decided, in order of place.
#[derive(Debug, Default)]
pub(crate) struct Decisions {
    pub(crate) edits: Vec<Edit>,
    pub(crate) doubts: Vec<Doubt>,
}

/// What the stage works in, and for the next text again.
#[derive(Default)]
pub(crate) struct RepairSpace {
    spots: Vec<Spot>,
    breaks: Vec<(u32, u32)>,
    hyphens: Vec<spaced_hyphen::Place<'static>>,
    /// What was decided of the last text.
    pub(crate) decisions: Decisions,
}

impl RepairSpace {
    /// Forgets what was decided.
    pub(crate) fn clear(&mut self) {
        self.decisions.edits.clear();
        self.decisions.doubts.clear();
    }
}

/// All spots of all rules, in order of place.
///
/// The breaks come first: a line that may go on from the one above is no line start to the other rules, whatever becomes of the break.
fn find(article: Article<'_>, spots: &mut Vec<Spot>, breaks: &mut Vec<(u32, u32)>) {
    spots.clear();
    let run = |wanted: Family, article: &Article<'_>, spots: &mut Vec<Spot>| {
        for rule in RULES {
            match rule.kind {
                RuleKind::Repair { family, find, .. } if family == wanted => find(article, spots),
                _ => {}
            }
        }
    };
    run(Family::Breaks, &article, spots);
    breaks.clear();
    breaks.extend(spots.iter().map(|spot| (spot.start, spot.end)));
    breaks.sort_unstable();
    let article = Article { breaks, ..article };
    // The others look where the one pass over the text has seen something.
    if !article.suspects.is_empty() {
        for family in [Family::Spaces, Family::Marks, Family::Digits, Family::Glued, Family::Stops] {
            run(family, &article, spots);
        }
    }
    if spots.is_empty() {
        return;
    }
    spots.sort_by_key(|spot| (spot.start, spot.end));
    let mut passages = Passages::new(&article);
    spots.retain(|spot| !passages.is_foreign(spot.start));
}

/// Finds all spots, counts the evidence, decides each. The decisions are left in `space`.
pub(crate) fn decide(
    text: &str,
    lines: &Lines,
    suspects: &Suspects,
    language: Option<Language>,
    allowed: &crate::options::Repairs,
    space: &mut RepairSpace,
) {
    space.clear();
    let RepairSpace { spots, breaks, hyphens, decisions } = space;
    let places = Cell::new(std::mem::take(hyphens));
    find(Article { text, lines, language, breaks: &[], suspects, hyphens: &places }, spots, breaks);
    *hyphens = places.into_inner();
    if spots.is_empty() {
        return;
    }
    let tally = Tally::of(spots);
    let mut free_from = 0;
    for spot in &*spots {
        let RuleKind::Repair { decide, .. } = spot.rule.kind else { continue };
        let outcome = decide(spot, &tally);
        match outcome {
            Outcome::Repair(risk) if allowed.allow(spot.rule, risk) && spot.start >= free_from => {
                free_from = spot.end;
                decisions.edits.push(Edit {
                    start: spot.start,
                    end: spot.end,
                    text: spot.finding.replacement,
                    rules: RuleSet::of(spot.rule),
                    risk,
                    evidence: [Evidence::Local(spot.finding.name), Evidence::Document(tally.others(spot))],
                });
            }
            Outcome::Repair(_) | Outcome::Note => decisions.doubts.push(Doubt {
                start: spot.start,
                end: spot.end,
                kind: spot.finding.note,
                message: spot.finding.message,
            }),
            Outcome::Leave => {}
        }
    }
}
