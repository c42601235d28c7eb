//! Every clean article, damaged in every mode, read and counted; and read as it is.

use std::collections::BTreeMap;

use anyhow::Result;
use copydesk::Risk;

use super::Damaged;
use super::form::Form;
use super::friends::friends;
use super::make::{self, Mode};
use super::reading::{self, Reading};
use super::tally::Tally;

/// How the documents are made.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    /// Spots of each kind in one document, where it has them.
    pub count: usize,
    /// The seed.
    pub seed: u64,
    /// Of how many articles one is read.
    pub every: usize,
}

impl Default for Plan {
    fn default() -> Self {
        Self { count: 3, seed: 2024, every: 1 }
    }
}

/// The counts of one reader.
#[derive(Clone, Debug, Default)]
pub struct Measure {
    /// All damaged documents, with the lines of what was missed and what is wrong.
    pub damaged: Tally,
    /// All clean documents: every repair there that undoes no line end of the channel is a false one.
    pub clean: Tally,
    /// The damaged documents by language.
    pub languages: BTreeMap<&'static str, Tally>,
    /// The clean documents by language.
    pub clean_languages: BTreeMap<&'static str, Tally>,
    /// The damaged English documents by mode.
    pub modes: Vec<(Mode, Tally)>,
    /// The damaged English documents by form.
    pub forms: Vec<(Form, Tally)>,
}

/// The language by which goals are set: the others have a few articles each, and gate most rules.
pub const ENGLISH: &str = "en";

/// Reads every document with `read` and counts.
///
/// Each article takes each mode in one form, the next mode in the next form, and is read clean in every form.
///
/// # Errors
/// If the articles cannot be read.
pub fn measure(plan: Plan, read: impl Fn(&Damaged) -> Reading) -> Result<Measure> {
    let mut measure = Measure {
        modes: Mode::ALL.into_iter().map(|mode| (mode, Tally::default())).collect(),
        forms: Form::ALL.into_iter().map(|form| (form, Tally::default())).collect(),
        ..Measure::default()
    };
    for (turn, article) in make::articles()?.iter().enumerate().step_by(plan.every) {
        let english = article.language == ENGLISH;
        for (number, form) in Form::ALL.into_iter().enumerate() {
            let dressed = form.dress(&article.text);
            let friends = friends(&dressed.text);
            let spots = make::spots(&dressed);
            let name = format!("{}/{}", article.name, form.name());
            let clean = make::clean(&dressed, form);
            let tally = Tally::of(&format!("{name}/clean"), &clean, &read(&clean), &friends);
            measure.clean.add(&tally);
            measure.clean_languages.entry(article.language).or_default().add(&tally);
            measure.clean.wrong.extend(tally.wrong);
            for (mode_number, mode) in Mode::ALL.into_iter().enumerate() {
                if mode.form(mode_number + turn) != form {
                    continue;
                }
                let damaged = make::damage(&name, &dressed, form, mode, &spots, (plan.count, plan.seed));
                let tally = Tally::of(&format!("{name}/{}", mode.name()), &damaged, &read(&damaged), &friends);
                measure.damaged.add(&tally);
                measure.languages.entry(article.language).or_default().add(&tally);
                if english {
                    measure.modes[mode_number].1.add(&tally);
                    measure.forms[number].1.add(&tally);
                }
                measure.damaged.missed.extend(tally.missed);
                measure.damaged.wrong.extend(tally.wrong);
            }
        }
    }
    Ok(measure)
}

/// The counts of copydesk with the repairs up to each risk.
///
/// # Errors
/// If the articles cannot be read.
pub fn at_every_risk(plan: Plan) -> Result<Vec<(Risk, Measure)>> {
    Risk::ALL.into_iter().map(|risk| Ok((risk, measure(plan, reading::copydesk_up_to(risk))?))).collect()
}

impl Measure {
    /// The damaged English documents of a mode.
    ///
    /// # Panics
    /// If there is no such mode.
    #[must_use]
    pub fn mode(&self, mode: Mode) -> &Tally {
        &self.modes.iter().find(|(other, _)| *other == mode).expect("every mode is counted").1
    }
}

/// So many per million words.
#[must_use]
pub fn per_million(count: usize, words: usize) -> f64 {
    count as f64 * 1e6 / words.max(1) as f64
}
