//! The measures as tables to read.

use copydesk::Risk;

use super::form::Form;
use super::measure::{ENGLISH, Measure, per_million};
use super::record::DamageRecord;
use super::tally::{Found, Made, Tally, share};
use super::{Kind, RULES};

/// Prints every table.
pub fn print(measures: &[(Risk, Measure)]) {
    let Some((_, first)) = measures.first() else { return };
    println!(
        "{} damaged documents of {} words, {} clean ones of {} words, in {} forms",
        first.damaged.documents,
        first.damaged.words,
        first.clean.documents,
        first.clean.words,
        Form::ALL.len()
    );
    println!(
        "\nEnglish, by rule: recall of what the document shows three times (or anywhere), precision; false repairs a million words"
    );
    head(measures);
    for rule in RULES {
        row(rule, measures, |measure| {
            let tally = &measure.languages[ENGLISH];
            (tally.of_rule(rule), tally.made_by(rule), tally.words)
        });
    }
    row("all", measures, |measure| whole(&measure.languages[ENGLISH]));
    println!(
        "\nEnglish, by class of damage (* is not expected of a reader without a dictionary, and not in the figures above)"
    );
    head(measures);
    for kind in Kind::ALL {
        let name = if kind.expected() { kind.name().to_owned() } else { format!("{}*", kind.name()) };
        row(&name, measures, |measure| (measure.languages[ENGLISH].of_kind(kind), Made::default(), 0));
    }
    println!("\nEnglish, by what was done to a document");
    head(measures);
    for (number, (mode, _)) in first.modes.iter().enumerate() {
        row(mode.name(), measures, |measure| whole(&measure.modes[number].1));
    }
    println!("\nEnglish, by form");
    head(measures);
    for (number, (form, _)) in first.forms.iter().enumerate() {
        row(form.name(), measures, |measure| whole(&measure.forms[number].1));
    }
    println!("\nAll classes, by language");
    head(measures);
    for language in first.languages.keys() {
        row(language, measures, |measure| whole(&measure.languages[language]));
    }
    told(measures);
    clean(measures);
    println!("\ngoals");
    for (key, goal) in DamageRecord::new(measures).goals {
        let met = if goal.value >= goal.least { "met" } else { "NOT MET" };
        println!("  {key:<52}{:>8.4} of {:.3}  {met}", goal.value, goal.least);
    }
}

/// Prints the English figures by rule as a table in Markdown.
pub fn markdown(measures: &[(Risk, Measure)]) {
    print!("| rule | damages |");
    for (risk, _) in measures {
        print!(" `{0}`: recall | anywhere | precision | false a million |", risk.name());
    }
    println!("\n|---|---:|{}", "---:|---:|---:|---:|".repeat(measures.len()));
    for rule in RULES.into_iter().map(Some).chain([None]) {
        let figures = |measure: &Measure| {
            let tally = &measure.languages[ENGLISH];
            match rule {
                Some(rule) => (tally.of_rule(rule), tally.made_by(rule), tally.words),
                None => whole(tally),
            }
        };
        let put = measures.first().map_or(0, |(_, measure)| figures(measure).0.put_all);
        print!("| {} | {put} |", rule.map_or("all".to_owned(), |rule| format!("`{rule}`")));
        for (_, measure) in measures {
            let (found, made, words) = figures(measure);
            let of = |part, whole| if whole == 0 { "–".to_owned() } else { format!("{:.3}", share(part, whole)) };
            let (recall, anywhere) = (of(found.found, found.put), of(found.found_all, found.put_all));
            let precision = of(made.right, made.right + made.wrong);
            print!(" {recall} | {anywhere} | {precision} | {:.1} |", per_million(made.wrong, words));
        }
        println!();
    }
}

fn whole(tally: &Tally) -> (Found, Made, usize) {
    (tally.in_all(), tally.made_in_all(), tally.words)
}

fn head(measures: &[(Risk, Measure)]) {
    print!("{:<22}{:>7}", "", "put");
    for (risk, _) in measures {
        print!("  | {:>6} {:>8} {:>9} {:>7}", risk.name(), "anywhere", "precision", "false");
    }
    println!();
}

fn row(name: &str, measures: &[(Risk, Measure)], figures: impl Fn(&Measure) -> (Found, Made, usize)) {
    let put = measures.first().map_or(0, |(_, measure)| figures(measure).0.put_all);
    print!("{name:<22}{put:>7}");
    for (_, measure) in measures {
        let (Found { put, found, put_all, found_all }, made, words) = figures(measure);
        let figure = |part: usize, whole: usize| {
            if whole == 0 { "-".to_owned() } else { format!("{:.4}", share(part, whole)) }
        };
        let wrong = if words == 0 { "-".to_owned() } else { format!("{:.1}", per_million(made.wrong, words)) };
        let precision = figure(made.right, made.right + made.wrong);
        print!("  | {:>6} {:>8} {precision:>9} {wrong:>7}", figure(found, put), figure(found_all, put_all));
    }
    println!();
}

fn told(measures: &[(Risk, Measure)]) {
    println!("\nhyphens that stay or go, in English: accuracy over all, and right, wrong, left");
    for (risk, measure) in measures {
        for (told, outcomes) in &measure.languages[ENGLISH].told {
            let super::tally::Outcomes { right, wrong, left } = *outcomes;
            println!(
                "  {:<8}{:<20}{:>8.4}{right:>8}{wrong:>8}{left:>8}",
                risk.name(),
                told.name(),
                outcomes.accuracy()
            );
        }
    }
}

fn clean(measures: &[(Risk, Measure)]) {
    println!(
        "\nclean documents: false repairs, and a million words; false friends changed in damaged documents; notes a document"
    );
    for (risk, measure) in measures {
        for (language, clean) in &measure.clean_languages {
            let wrong = clean.made_in_all().wrong;
            let (seen, changed) = measure.languages[language].friends_in_all();
            println!(
                "  {:<8}{language:<4}{:>9} words{wrong:>6}{:>8.1}{changed:>8} of {seen:<8}{:>6.2} clean, {:.2} damaged",
                risk.name(),
                clean.words,
                per_million(wrong, clean.words),
                clean.notes as f64 / clean.documents.max(1) as f64,
                measure.languages[language].notes as f64 / measure.languages[language].documents.max(1) as f64
            );
        }
    }
}
