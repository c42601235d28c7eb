//! Each stage alone, and each way to parse with a parser that is kept.

use std::hint::black_box;

use anyhow::{Context, Result};
use copydesk::{Document, LAYERS, Layer, Options, Parser};
use copydesk_benches::batch::Batches;
use copydesk_benches::fixture::{Fixture, Stage};

use crate::Texts;
use crate::plan::{Number, Plan};

/// The layers of ordinary work on articles.
const SOME: &str = "sentences,quotations,abbreviations,figures";

/// The layer that others make too.
pub(crate) const SENTENCES: &str = "sentences";

/// What others are held against: the parse of the clean texts.
pub(crate) struct Clean {
    /// All of them, structure and repair.
    pub(crate) whole: Number,
    /// A part of them, with all layers.
    pub(crate) layers: Number,
    /// The sentences of that part, of documents that were parsed before.
    pub(crate) sentences: Number,
}

/// Adds them for each corpus, of which the first has the clean texts.
pub(crate) fn add<'a>(plan: &mut Plan<'a>, texts: &'a [Texts]) -> Result<Clean> {
    let stages: Vec<(&str, Vec<Number>)> =
        Stage::all().map(|stage| (stage.name(), alone(plan, texts, stage))).collect();
    let sentences = stages.iter().find(|(name, _)| *name == SENTENCES).context("sentences are a stage")?.1[0];
    let some = Options::new().layers(&Layer::choose(SOME)?);
    let all = Options::new().layers(LAYERS);
    let whole: Vec<Number> = texts.iter().map(|texts| parser(plan, &texts.whole, "parser", Options::new())).collect();
    for texts in texts {
        let document = |document: &Document| {
            black_box(document.text());
        };
        parse(plan, &texts.whole, "parser, text made", Options::new(), document);
    }
    for texts in texts {
        parser(plan, &texts.part, "parser, four layers", some.clone());
    }
    let layers: Vec<Number> =
        texts.iter().map(|texts| parser(plan, &texts.part, "parser, all layers", all.clone())).collect();
    for texts in texts {
        let fixture = &texts.whole;
        let mut batches = Batches::over(fixture.corpus.shared());
        plan.over(fixture, "batch of rows", fixture.count(Stage::Parse), move || batches.run(fixture.sources()));
    }
    Ok(Clean { whole: whole[0], layers: layers[0], sentences })
}

/// Adds one stage, over each corpus.
fn alone<'a>(plan: &mut Plan<'a>, texts: &'a [Texts], stage: Stage) -> Vec<Number> {
    let of = |texts: &'a Texts| {
        let fixture = if stage.is_of_layers() { &texts.part } else { &texts.whole };
        plan.over(fixture, stage.name(), fixture.count(stage), move || fixture.run(stage))
    };
    texts.iter().map(of).collect()
}

/// Adds the parse with these options by a parser that is kept: counts the blocks.
pub(crate) fn parser<'a>(plan: &mut Plan<'a>, fixture: &'a Fixture, name: &str, options: Options) -> Number {
    parse(plan, fixture, name, options, |_| {})
}

fn parse<'a>(
    plan: &mut Plan<'a>,
    fixture: &'a Fixture,
    name: &str,
    options: Options,
    with: impl Fn(&Document) + 'a,
) -> Number {
    let mut parser = Parser::new(options);
    plan.over(fixture, name, fixture.count(Stage::Parse), move || {
        let blocks = fixture.sources().map(|source| {
            let document = parser.parse(black_box(source));
            with(&document);
            black_box(document).blocks().len()
        });
        blocks.sum()
    })
}
