//! What is told of a run: on what, over what, how fast, and beside what.

use copydesk_benches::MEGABYTE;
use copydesk_benches::fixture::{Fixture, Stage};
use copydesk_benches::machine::Machine;
use copydesk_benches::stopwatch::{Figure, Task};

use crate::asked::Asked;
use crate::markdown::table;
use crate::plan::{Plan, Ratio, Section};
use crate::{PART, Texts};

/// The whole page.
pub(crate) fn render(machine: &Machine, asked: &Asked, texts: &[Texts], plan: &Plan<'_>) -> String {
    let sections = [
        "# Ratios\n\nWhat `make bench` measured and wrote here. What the figures mean: [the benchmarks](../README.md).\n".to_owned(),
        run(machine, asked),
        corpora(texts),
        format!(
            "## Rates\n\n*MB*: how much was read. What is slow has a part of the texts, at most {} MB.\n\n{}",
            megabytes(asked.megabytes * MEGABYTE / PART),
            rates(plan)
        ),
        format!("## Beside each other\n\nHow many times as fast, the median round of each; least and most.\n\n{}", pairs(plan)),
        format!("## Hostile texts\n\n{}", hostile(plan)),
    ];
    sections.join("\n")
}

fn run(machine: &Machine, asked: &Asked) -> String {
    let unknown = || "unknown".to_owned();
    let rows = [
        ("date", machine.date.clone()),
        ("processor", machine.processor.clone().unwrap_or_else(unknown)),
        ("cores", machine.cores.to_string()),
        ("system", machine.system.clone()),
        ("compiler", machine.compiler.clone()),
        ("load before the run", machine.load.clone().unwrap_or_else(unknown)),
        ("megabytes", asked.megabytes.to_string()),
        ("rounds", asked.rounds.to_string()),
    ];
    table(["run", ""], 2, &rows.map(|(name, value)| [name.to_owned(), value]))
}

fn corpora(texts: &[Texts]) -> String {
    let row = |fixture: &Fixture| {
        let count = |stage| fixture.count(stage).to_string();
        let damage = fixture.corpus.truth.map_or("unknown".to_owned(), |truth| truth.damage().to_string());
        let (name, documents) = (fixture.corpus.name.to_owned(), fixture.corpus.len().to_string());
        let repairs = fixture.repairs.to_string();
        [name, megabytes(fixture.bytes()), documents, count(Stage::Lines), count(Stage::Blocks), repairs, damage]
    };
    let rows: Vec<_> = texts.iter().map(|texts| row(&texts.whole)).collect();
    table(["texts", "MB", "documents", "lines", "blocks", "repairs", "damages"], 1, &rows)
}

fn rates(plan: &Plan<'_>) -> String {
    let memcpy = plan.tasks[0].rate().median;
    let row = |(section, task): (Section, &Task<'_>)| {
        let Section::Rates(text) = section else { return None };
        let rate = task.rate();
        // Faster than memory: it did not read the text. It has no figure, however fine it would look.
        let [speed, of, spread] = if rate.median > 2.0 * memcpy {
            ["no work", "", ""].map(str::to_owned)
        } else {
            [speed(rate), format!("{:.1} %", rate.median / memcpy * 100.0), format!("{:.0} %", rate.spread())]
        };
        Some([task.name.clone(), text.to_owned(), megabytes(task.bytes), speed, of, spread])
    };
    let rows: Vec<_> = plan.rows().filter_map(row).collect();
    table(["work", "texts", "MB", "MB/s", "of memcpy", "spread"], 2, &rows)
}

fn pairs(plan: &Plan<'_>) -> String {
    let row = |pair: &crate::plan::Pair| {
        let Figure { least, median, most } = plan.figure(pair.ratio);
        let shown = [median, least, most].map(|figure| match pair.ratio {
            Ratio::Percent(..) => format!("{figure:.1} %"),
            _ => format!("{figure:.2}"),
        });
        let [median, least, most] = shown;
        [pair.work.to_owned(), pair.beside.to_owned(), median, least, most]
    };
    let rows: Vec<_> = plan.pairs.iter().map(row).collect();
    table(["work", "beside", "ratio", "least", "most"], 2, &rows)
}

fn hostile(plan: &Plan<'_>) -> String {
    let Some(ordinary) = plan.ordinary else { return String::new() };
    let row = |(section, task): (Section, &Task<'_>)| {
        let of = Figure::of(task.ratios(plan.task(ordinary))).median;
        let rate = task.rate();
        let cells = [megabytes(task.bytes), speed(rate), format!("{of:.2}"), format!("{:.0} %", rate.spread())];
        let [bytes, rate, of, spread] = cells;
        (section == Section::Hostile).then(|| [task.name.clone(), bytes, rate, of, spread])
    };
    let rows: Vec<_> = plan.rows().filter_map(row).collect();
    table(["kind", "MB", "MB/s", "of the clean rate", "spread"], 1, &rows)
}

fn megabytes(bytes: usize) -> String {
    format!("{:.1}", bytes as f64 / MEGABYTE as f64)
}

fn speed(rate: Figure) -> String {
    let speed = rate.median / MEGABYTE as f64;
    if speed < 10.0 { format!("{speed:.1}") } else { format!("{speed:.0}") }
}
