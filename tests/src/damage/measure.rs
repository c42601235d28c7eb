//! Every clean article, damaged in every mode and form, read and counted; and read as it is.

use anyhow::Result;

use super::friends::friends;
use super::make::{self, Form, Mode};
use super::reading::Reading;
use super::tally::{Found, Tally, share};
use super::{Damaged, Kind, RULES};

/// How the documents are made.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    /// Spots of each rule in one document, where it has them.
    pub count: usize,
    /// The seed.
    pub seed: u64,
}

impl Default for Plan {
    fn default() -> Self {
        Self { count: 3, seed: 2024 }
    }
}

/// The counts over damaged documents, by mode and form too, and over clean ones.
#[derive(Clone, Debug, Default)]
pub struct Measure {
    /// All damaged documents.
    pub damaged: Tally,
    /// The damaged documents of each mode and form.
    pub parts: Vec<(Mode, Form, Tally)>,
    /// The clean documents: every repair there is a false one.
    pub clean: Tally,
}

/// Reads every document with `read` and counts.
///
/// # Errors
/// If the articles cannot be read.
pub fn measure(plan: Plan, read: impl Fn(&Damaged) -> Reading) -> Result<Measure> {
    let articles = make::articles()?;
    let mut measure = Measure::default();
    for form in Form::ALL {
        let mut parts: Vec<Tally> = vec![Tally::default(); Mode::ALL.len()];
        for article in &articles {
            let clean = form.dress(&article.text);
            let friends = friends(&clean);
            let untouched = Damaged::none(&clean);
            let name = format!("{}/{}", article.name, form.name());
            measure.clean.add(&format!("{name}/clean"), &untouched, &read(&untouched), &friends);
            for (mode, part) in Mode::ALL.into_iter().zip(&mut parts) {
                let damaged = make::damage(&name, &clean, mode, plan.count, plan.seed);
                let reading = read(&damaged);
                let name = format!("{name}/{}", mode.name());
                part.add(&name, &damaged, &reading, &friends);
                measure.damaged.add(&name, &damaged, &reading, &friends);
            }
        }
        measure.parts.extend(Mode::ALL.into_iter().zip(parts).map(|(mode, part)| (mode, form, part)));
    }
    Ok(measure)
}

impl Measure {
    /// Prints the tables.
    pub fn print(&self) {
        let all = &self.damaged;
        println!(
            "{} damaged documents, {} words; a rule's recall is of what a reader can know",
            all.documents, all.words
        );
        println!(
            "{:<18}{:>8}{:>8}{:>8}{:>10}{:>8}{:>8}{:>8}{:>8}{:>11}",
            "", "shown", "found", "recall", "anywhere", "found", "recall", "right", "wrong", "precision"
        );
        for rule in RULES {
            let made = all.made_by(rule);
            let precision = share(made.right, made.right + made.wrong);
            println!("{}{:>8}{:>8}{precision:>11.4}", found_columns(rule, all.of_rule(rule)), made.right, made.wrong);
        }
        let made = all.made_in_all();
        let precision = share(made.right, made.right + made.wrong);
        println!("{}{:>8}{:>8}{precision:>11.4}", found_columns("all", all.in_all()), made.right, made.wrong);
        println!("\nkinds (the last two are not expected and not in the recall above)");
        for kind in Kind::ALL {
            println!("{}", found_columns(kind.name(), all.found.get(&kind).copied().unwrap_or_default()));
        }
        println!("\nmodes");
        for (mode, form, part) in &self.parts {
            let made = part.made_in_all();
            let name = format!("{} {}", mode.name(), &form.name()[..5]);
            let notes = part.notes as f64 / part.documents.max(1) as f64;
            println!(
                "{}{:>8}{:>8}{:>11.4}  {notes:.2} notes a document",
                found_columns(&name, part.in_all()),
                made.right,
                made.wrong,
                share(made.right, made.right + made.wrong)
            );
        }
        println!("\nkinds in mixed documents, where each rule's damage stands among the others'");
        for kind in Kind::ALL {
            let mixed = self.parts.iter().filter(|(mode, ..)| *mode == Mode::Mixed);
            let found = mixed.map(|(.., part)| part.found.get(&kind).copied().unwrap_or_default()).sum();
            println!("{}", found_columns(kind.name(), found));
        }
        println!("\nfalse friends{:>18}{:>10}{:>14}{:>10}", "in clean", "changed", "in damaged", "changed");
        for (shape, &(seen, changed)) in &self.clean.friends {
            let (again, among) = all.friends.get(shape).copied().unwrap_or_default();
            println!("  {:<19}{seen:>10}{changed:>10}{again:>14}{among:>10}", shape.name());
        }
        let ((seen, changed), (again, among)) = (self.clean.friends_in_all(), all.friends_in_all());
        println!("  {:<19}{seen:>10}{changed:>10}{again:>14}{among:>10}", "all");
        let false_repairs = self.clean.made_in_all().wrong;
        println!(
            "\nclean: {} documents, {} words, {false_repairs} false repairs, {:.1} per million words, {:.2} notes a document",
            self.clean.documents,
            self.clean.words,
            per_million(false_repairs, self.clean.words),
            self.clean.notes as f64 / self.clean.documents.max(1) as f64
        );
        println!(
            "damaged: {} false repairs, {:.1} per million words, {:.2} notes a document",
            made.wrong,
            per_million(made.wrong, all.words),
            all.notes as f64 / all.documents.max(1) as f64
        );
    }
}

fn found_columns(name: &str, found: Found) -> String {
    let Found { put, found: hit, put_all, found_all } = found;
    let (recall, recall_all) = (share(hit, put), share(found_all, put_all));
    format!("{name:<18}{put:>8}{hit:>8}{recall:>8.4}{put_all:>10}{found_all:>8}{recall_all:>8.4}")
}

/// So many per million words.
#[must_use]
pub fn per_million(count: usize, words: usize) -> f64 {
    count as f64 * 1e6 / words.max(1) as f64
}
