//! The stages of a parse one by one, for the benchmarks and the fuzz targets. Not part of the interface: it may change in any version.

use std::borrow::Cow;

use fearless_simd::{Level, Simd, dispatch};

use crate::annotate::sentences;
use crate::blocks::{self, Sheet, SheetSpace};
use crate::decode;
use crate::envelope::{self, EdgeSpace, Envelope};
use crate::language::{self, Language};
use crate::masks;
use crate::options::Repairs;
use crate::repair::{self, RepairSpace};
use crate::scan::Scan;

pub use crate::lines::Lines;

/// The decoded text.
#[must_use]
pub fn decode(bytes: &[u8]) -> Cow<'_, str> {
    decode::look(bytes).1.text
}

/// The lines.
#[must_use]
pub fn lines(text: &str) -> Lines {
    Lines::of(text)
}

/// The envelope.
#[must_use]
pub fn envelope(text: &str) -> &'static Envelope {
    envelope::recognise(&decode::as_it_is(text, Vec::new()), &Lines::of(text), &mut EdgeSpace::default())
}

/// The language.
#[must_use]
pub fn language(text: &str) -> Option<Language> {
    language::detect(text)
}

/// How many repairs the default options make.
#[must_use]
pub fn repairs(text: &str, lines: &Lines, language: Option<Language>) -> usize {
    let mut space = RepairSpace::default();
    repair::decide(text, lines, &Scan::of(text).suspects, language, &Repairs::default(), &mut space);
    space.decisions.edits.len()
}

/// How many blocks the repaired text has, once each has its role.
#[must_use]
pub fn blocks(text: &str, envelope: &'static Envelope, language: Option<Language>) -> usize {
    let scan = Scan::of(text);
    let mut sheet = Sheet::new(text, &scan, language, [], &mut SheetSpace::default());
    blocks::label(&mut sheet, envelope);
    sheet.rows.len()
}

/// Where the sentences of a text end that is one block.
pub fn sentences(text: &str, language: Option<Language>, ends: &mut Vec<u32>) {
    sentences::ends(text, language, ends);
}

/// For each 64 bytes of a text, its last ones filled up, the answers to every question that a mask answers: which bytes are `one`, are either,
/// are `one` as far as the bits of `other` go, come after `one`, stand between the two, are letters, are beyond ASCII. First as every
/// processor gives them, then as this one does.
#[must_use]
pub fn masks(text: &[u8], one: u8, other: u8, filling: u8) -> [Vec<[u64; 7]>; 2] {
    let questions = Questions { one, other };
    let best = dispatch!(Level::new(), simd => questions.ask(masks::blocks_by(simd, text, filling)));
    [questions.ask(masks::blocks(text, filling)), best]
}

#[derive(Clone, Copy)]
struct Questions {
    one: u8,
    other: u8,
}

impl Questions {
    #[inline(always)]
    fn ask<S: Simd>(self, blocks: masks::Blocks<'_, S>) -> Vec<[u64; 7]> {
        let Self { one, other } = self;
        let mut answers = Vec::new();
        // No closure, so that all of it is what the processor can.
        for (_, block) in blocks {
            answers.push([
                block.are(one),
                block.are_either(one, other),
                block.are_like(one & other, other),
                block.are_past(one.min(u8::MAX - 1)),
                block.are_between(one, other),
                block.are_letters(),
                block.are_beyond(),
            ]);
        }
        answers
    }
}
