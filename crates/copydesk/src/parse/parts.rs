//! The parts of a source, one after the other.

use std::borrow::{Borrow, BorrowMut};

use crate::document::Document;
use crate::envelope::Part;
use crate::options::Options;
use crate::parse::{self, Known, Looked, Scratch};
use crate::source::Source;
use crate::span::SourceSpan;

/// The documents of a source, each parsed on demand. The iterator owns or borrows the options and the working memory.
pub(crate) struct Parts<O, S> {
    source: Source,
    options: O,
    scratch: S,
    known: Known,
    parts: std::vec::IntoIter<(Part, SourceSpan)>,
    /// The one part of a source that has no others, made from the text in which parts were looked for.
    only: Option<Document>,
    /// How many more parts there would have been, if there were no limit.
    over: usize,
}

impl<O: Borrow<Options>, S: BorrowMut<Scratch>> Parts<O, S> {
    pub(crate) fn of(source: &Source, options: O, mut scratch: S) -> Self {
        let (set, space) = (options.borrow(), scratch.borrow_mut());
        let mut looked = Looked::at(source, source.span(), set.into(), space);
        let known = looked.known;
        let mut split = looked.split(source.span());
        let mut only = None;
        if let [(part, span)] = split.parts[..]
            && split.over == 0
        {
            looked.known.part = part;
            only = Some(parse::read_looked(source, span, looked, set, space));
            split.parts.clear();
        }
        let parts = split.parts.into_iter();
        Self { source: source.clone(), options, scratch, known, parts, only, over: split.over }
    }
}

impl<O: Borrow<Options>, S: BorrowMut<Scratch>> Iterator for Parts<O, S> {
    type Item = Document;

    fn next(&mut self) -> Option<Document> {
        if let Some(only) = self.only.take() {
            return Some(only);
        }
        let (part, span) = self.parts.next()?;
        let known = Known { part, ..self.known };
        let document = parse::parse(&self.source, span, known, self.options.borrow(), self.scratch.borrow_mut());
        let is_last = self.parts.len() == 0;
        Some(if self.over > 0 && is_last { document.with_parts_left(self.over) } else { document })
    }
}
