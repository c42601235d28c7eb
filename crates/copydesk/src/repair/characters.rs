//! The character rules, which run before all others. They repair what a page, a typeset file or a code page left in the text that is not
//! part of its content.
//!
//! They run in three passes, each on the result of the one before: what a character is *spelt with* (references, escapes), then the control
//! codes of a code page, then the characters themselves. In each pass every rule finds its *places*. All places are counted, and each is
//! decided by its neighbours and the count. Every change is an edit of decoding with its own risk and evidence, so later stages read clean
//! characters.
//!
//! A second parse of the text must find nothing more. So a rule looks through invisible characters ([`neighbours`]) to see what is beside a
//! place, and no repair makes a character that another place could be spelt with.

mod neighbours;

use crate::decode::{DecodeEdit, Decoded, Step, chain, moved};
use crate::language::Language;
use crate::note::NoteKind;
use crate::options::Repairs;
use crate::scan::{Scan, Seen};

use super::{Doubt, Evidence, Outcome, RULES, Reading, Risk, Rule, RuleKind, RuleSet};

pub(crate) use neighbours::{Addresses, Unseen, is_first_byte, is_noncharacter, is_unseen, is_white, may_be_spelt};

/// When a rule on characters looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pass {
    /// At what a character is spelt with: a reference, an escape.
    Spellings,
    /// At controls, which may stand for a character of a code page.
    Codes,
    /// At the characters.
    Shapes,
}

impl Pass {
    pub(crate) const ALL: [Self; 3] = [Self::Spellings, Self::Codes, Self::Shapes];
}

/// The least number of clear places that a text must show before one is repaired: the place itself and two others.
pub(super) const TOGETHER: u32 = 3;

/// One of the cases that a rule distinguishes.
#[derive(Debug)]
pub(crate) struct Case {
    /// The case in a word, as the repair's evidence gives it.
    pub(crate) name: &'static str,
    pub(crate) reading: Reading,
    /// The note if the place is left in doubt; none where so many are correct that notes would say nothing.
    pub(crate) message: Option<&'static str>,
}

/// What a place becomes.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Becomes {
    Text(&'static str),
    Character(char),
}

/// A place that a rule found.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) rule: &'static Rule,
    pub(crate) case: &'static Case,
    pub(crate) becomes: Becomes,
}

/// What the rules on characters look at.
pub(crate) struct Characters<'t> {
    pub(crate) text: &'t str,
    pub(crate) language: Option<Language>,
    pub(crate) seen: Seen,
    /// What is asked for: a rule that makes nothing but rare repairs need not look where they are not.
    pub(crate) allowed: &'t Repairs,
}

/// How many clear places a pass found.
#[derive(Debug, Default)]
pub(crate) struct Counts {
    all: u32,
    own: Vec<(&'static Rule, u32)>,
}

impl Counts {
    /// Counts go on from those of the pass before.
    fn of(places: &[Place], before: u32) -> Self {
        let mut counts = Self { all: before, own: Vec::new() };
        for place in places.iter().filter(|place| place.case.reading == Reading::Clear) {
            counts.all += 1;
            match counts.own.iter_mut().find(|(rule, _)| std::ptr::eq(*rule, place.rule)) {
                Some((_, count)) => *count += 1,
                None => counts.own.push((place.rule, 1)),
            }
        }
        counts
    }

    /// Whether such characters are this text's damage.
    pub(crate) fn are_damage(&self) -> bool {
        self.all >= TOGETHER
    }

    /// Whether those that the rule finds are.
    pub(crate) fn own_are_damage(&self, rule: &Rule) -> bool {
        self.own(rule) >= TOGETHER
    }

    /// How many clear places the rule found.
    pub(crate) fn own(&self, rule: &Rule) -> u32 {
        self.own.iter().find(|(own, _)| std::ptr::eq(*own, rule)).map_or(0, |&(_, count)| count)
    }

    fn others(&self, place: &Place) -> u32 {
        self.all - u32::from(place.case.reading == Reading::Clear)
    }
}

/// What most rules make of a place: what nothing else explains is repaired, `safe` where the text shows more of it.
pub(crate) fn decide(place: &Place, counts: &Counts) -> Outcome {
    match place.case.reading {
        Reading::Clear if counts.are_damage() => Outcome::Repair(Risk::Safe),
        Reading::Clear | Reading::Ambiguous => Outcome::Repair(Risk::Likely),
        Reading::Doubtful => Outcome::Note,
        Reading::Style | Reading::Dash | Reading::Correct => Outcome::Leave,
    }
}

/// The text after one pass.
pub(crate) struct Cleaned<'s> {
    pub(crate) decoded: Decoded<'s>,
    /// In offsets of that text.
    pub(crate) doubts: Vec<Doubt>,
    /// What the text may still have in it.
    pub(crate) seen: Seen,
    /// Whether any pass changed it.
    pub(crate) changed: bool,
    /// How many clear places were found up to here.
    clear: u32,
}

impl<'s> Cleaned<'s> {
    /// The text before the first pass, and what it may have in it.
    pub(crate) fn not(decoded: Decoded<'s>, seen: Seen) -> Self {
        Self { decoded, doubts: Vec::new(), seen, changed: false, clear: 0 }
    }
}

/// Makes the repairs of one pass.
pub(crate) fn clean<'s>(before: Cleaned<'s>, pass: Pass, language: Option<Language>, allowed: &Repairs) -> Cleaned<'s> {
    let Cleaned { decoded, seen, changed, clear, .. } = before;
    let mut places = Vec::new();
    let characters = Characters { text: &decoded.text, language, seen, allowed };
    for rule in RULES {
        match rule.kind {
            RuleKind::Characters { pass: wanted, find, .. } if wanted == pass => find(&characters, &mut places),
            _ => {}
        }
    }
    if places.is_empty() {
        return Cleaned { decoded, doubts: Vec::new(), seen, changed, clear };
    }
    places.sort_by_key(|place| (place.start, place.end));
    let counts = Counts::of(&places, clear);
    let mut doubts = Vec::new();
    let mut step = make(&decoded.text, &places, &counts, allowed, &mut doubts);
    let clear = counts.all;
    if step.edits.is_empty() {
        return Cleaned { decoded, doubts, seen, changed, clear };
    }
    step.marks = moved(decoded.marks.clone(), &step.edits);
    let decoded = chain(decoded, |_| step);
    Cleaned { seen: Scan::of(&decoded.text).seen, decoded, doubts, changed: true, clear }
}

/// The text with the repairs made, and the doubts about what was left.
fn make(text: &str, places: &[Place], counts: &Counts, allowed: &Repairs, doubts: &mut Vec<Doubt>) -> Step {
    let mut step = Step { text: String::new(), edits: Vec::new(), marks: Vec::new() };
    let mut at = 0;
    for place in places {
        let RuleKind::Characters { decide, .. } = place.rule.kind else { continue };
        // Nothing two rules find overlaps, but for what one of them leaves.
        if place.start < at {
            continue;
        }
        let outcome = decide(place, counts);
        let repaired = match outcome {
            Outcome::Repair(risk) if allowed.allow(place.rule, risk) => Some(risk),
            Outcome::Repair(_) | Outcome::Note => None,
            Outcome::Leave => continue,
        };
        step.text.push_str(&text[at..place.start]);
        let start = step.text.len() as u32;
        at = place.end;
        if let Some(risk) = repaired {
            match place.becomes {
                Becomes::Text(text) => step.text.push_str(text),
                Becomes::Character(c) => step.text.push(c),
            }
            let evidence = [Evidence::Local(place.case.name), Evidence::Document(counts.others(place))];
            step.edits.push(DecodeEdit {
                source: place.start as u32..place.end as u32,
                text: start..step.text.len() as u32,
                rules: RuleSet::of(place.rule),
                why: Some(Box::new((risk, evidence))),
            });
            continue;
        }
        step.text.push_str(&text[place.start..place.end]);
        if let Some(message) = place.case.message {
            doubts.push(Doubt { start, end: step.text.len() as u32, kind: NoteKind::StrayCharacter, message });
        }
    }
    step.text.push_str(&text[at..]);
    step
}
