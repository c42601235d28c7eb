//! Texts that nobody prints, beside those that somebody does.

use std::hint::black_box;

use anyhow::Result;
use copydesk::{Parser, Source};
use copydesk_benches::MEGABYTE;
use copydesk_benches::hostile::{Hostile, KINDS};
use copydesk_benches::stopwatch::Task;

use crate::plan::{Number, Plan, Section};

/// How long each is, or a quarter of what the corpora have, if that is less.
const SIZE: usize = 4 * MEGABYTE;

/// A text of each kind.
pub(crate) fn sources(size: usize) -> Result<Vec<(&'static Hostile, Source)>> {
    let size = SIZE.min(size / 4);
    KINDS.iter().map(|kind| Ok((kind, Source::new(kind.bytes(size))?))).collect()
}

/// Adds the parse of each kind, to be held against that of ordinary texts.
pub(crate) fn add<'a>(plan: &mut Plan<'a>, sources: &'a [(&'static Hostile, Source)], ordinary: Number) {
    plan.ordinary = Some(ordinary);
    for (kind, source) in sources {
        let mut parser = Parser::default();
        let mut run = move || black_box(parser.parse(source)).blocks().len();
        let task = Task::new(kind.name, source.as_bytes().len(), run(), run);
        plan.add(Section::Hostile, task);
    }
}
