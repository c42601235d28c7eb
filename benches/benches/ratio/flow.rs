//! Each stage alone, and each way to parse with a parser that is kept.

use std::hint::black_box;

use anyhow::Result;
use copydesk::{Document, LAYERS, Layer, Options, Parser};
use copydesk_benches::batch::Batches;
use copydesk_benches::fixture::{Fixture, Stage};

use crate::Texts;
use crate::plan::{Number, Plan};

/// The layers of ordinary work on articles.
const SOME: &str = "sentences,quotations,abbreviations,figures";

/// What others are held against: the parse of the clean texts.
pub(crate) struct Clean {
    /// All of them, structure and repair.
    pub(crate) whole: Number,
    /// A part of them, with all layers.
    pub(crate) layers: Number,
}

/// Adds them for each corpus, of which the first has the clean texts.
pub(crate) fn add<'a>(plan: &mut Plan<'a>, texts: &'a [Texts]) -> Result<Clean> {
    for stage in Stage::all() {
        for texts in texts {
            let fixture = if stage.is_of_layers() { &texts.part } else { &texts.whole };
            plan.over(fixture, stage.name(), fixture.count(stage), move || fixture.run(stage));
        }
    }
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
    Ok(Clean { whole: whole[0], layers: layers[0] })
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
