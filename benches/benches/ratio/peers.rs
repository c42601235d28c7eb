//! What others do with the same texts: sentences, and the events of a parser of another line-bound form.

use std::hint::black_box;

use anyhow::Result;
use copydesk::{Document, Layer, Options, Parser, Table};
use copydesk_benches::fixture::{Fixture, Stage};
use icu_segmenter::SentenceSegmenter;
use icu_segmenter::options::SentenceBreakInvariantOptions;

use crate::flow::SENTENCES;
use crate::plan::{Number, Plan, Ratio};

/// Adds each peer; `parser` is the parse of the same texts, structure and repair, and `alone` their sentences, without the parse.
pub(crate) fn add<'a>(plan: &mut Plan<'a>, fixture: &'a Fixture, parser: Number, alone: Number) -> Result<()> {
    let peer = other(plan, fixture, "pulldown-cmark", |text| pulldown_cmark::Parser::new(text).map(black_box).count());
    plan.pair("parser", "pulldown-cmark", Ratio::Times(parser, peer));
    let sentences = sentences(plan, fixture)?;
    let beside = |plan: &mut Plan<'a>, name: &'static str, peer: Number| {
        plan.pair("parser, sentences", name, Ratio::Times(sentences, peer));
        plan.pair(SENTENCES, name, Ratio::Times(alone, peer));
    };
    #[cfg(feature = "sentencex")]
    {
        let peer = other(plan, fixture, "sentencex", |text| sentencex::segment("en", text).len());
        beside(plan, "sentencex", peer);
    }
    let segmenter = SentenceSegmenter::new(SentenceBreakInvariantOptions::default());
    let peer = other(plan, fixture, "icu_segmenter", move |text| segmenter.segment_str(text).count());
    beside(plan, "icu_segmenter", peer);
    Ok(())
}

/// The parse with the one layer: counts the sentences.
fn sentences<'a>(plan: &mut Plan<'a>, fixture: &'a Fixture) -> Result<Number> {
    let [layer] = Layer::choose(SENTENCES)?[..] else { unreachable!("one name is one layer") };
    let mut parser = Parser::new(Options::new().layers(&[layer]));
    let count = fixture.count(Stage::Layer(layer));
    Ok(plan.over(fixture, "parser, sentences", count, move || {
        let found = |document: Document| document.layers().get(layer.name()).map_or(0, Table::len);
        fixture.sources().map(|source| found(black_box(parser.parse(source)))).sum()
    }))
}

/// What a peer counts, nobody knows before it has counted it once.
fn other<'a>(plan: &mut Plan<'a>, fixture: &'a Fixture, name: &str, count: impl Fn(&str) -> usize + 'a) -> Number {
    let run = move || fixture.corpus.texts().map(|text| count(black_box(&*text))).sum::<usize>();
    plan.over(fixture, name, run(), run)
}
