//! What a parse is asked to do.

mod repairs;

use std::sync::Arc;

use crate::annotate::Layer;
use crate::decode::Decoding;
use crate::document::Document;
use crate::envelope::{Envelope, Part, Profile};
use crate::language::Language;
use crate::parse::{self, Parts, Scratch};
use crate::source::Source;

pub use repairs::{InvalidRepairs, Repairs};

/// What a parse is asked to do. The default recognises the envelope and the language, makes the `safe` repairs, and runs no layer.
#[derive(Clone, Debug, Default)]
pub struct Options {
    pub(crate) envelope: Option<&'static Envelope>,
    pub(crate) language: Option<Language>,
    pub(crate) repairs: Repairs,
    pub(crate) layers: Vec<&'static Layer>,
    pub(crate) decoding: Option<Decoding>,
    pub(crate) part: Part,
    pub(crate) profile: Option<Arc<Profile>>,
}

impl Options {
    /// The defaults.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes this envelope instead of recognising one. `None` recognises it.
    #[must_use]
    pub fn envelope(mut self, envelope: impl Into<Option<&'static Envelope>>) -> Self {
        self.envelope = envelope.into();
        self
    }

    /// Takes this language instead of reading it off the text. `None` reads it off.
    #[must_use]
    pub fn language(mut self, language: impl Into<Option<Language>>) -> Self {
        self.language = language.into();
        self
    }

    /// Makes these repairs: a [`Risk`](crate::Risk), or a [`Repairs`].
    #[must_use]
    pub fn repairs(mut self, repairs: impl Into<Repairs>) -> Self {
        self.repairs = repairs.into();
        self
    }

    /// Runs these layers.
    #[must_use]
    pub fn layers(mut self, layers: &[&'static Layer]) -> Self {
        self.layers = layers.to_vec();
        self
    }

    /// The same without layers, and the layers: for who runs them over many documents at once
    /// ([`Document::annotate_all`](crate::Document::annotate_all)).
    #[must_use]
    pub fn without_layers(mut self) -> (Self, Vec<&'static Layer>) {
        let layers = std::mem::take(&mut self.layers);
        (self, layers)
    }

    /// Decodes the bytes so, instead of looking at them. `None` looks at them.
    #[must_use]
    pub fn decoding(mut self, decoding: impl Into<Option<Decoding>>) -> Self {
        self.decoding = decoding.into();
        self
    }

    /// Adds what the user knows of their papers and exports to what is compiled in.
    #[must_use]
    pub fn profile(mut self, profile: Profile) -> Self {
        self.profile = (!profile.is_empty()).then(|| Arc::new(profile));
        self
    }

    /// Takes the source as this part of its file: an article, unless it is said.
    #[must_use]
    pub fn part(mut self, part: Part) -> Self {
        self.part = part;
        self
    }

    /// Parses the whole source as one article, or as the part of a file that it is said to be.
    ///
    /// Who parses many sources, one after the other, spares some of the memory's handling with a [`Parser`](crate::Parser).
    #[must_use]
    pub fn parse(&self, source: &Source) -> Document {
        parse::parse(source, source.span(), self.into(), self, &mut Scratch::default())
    }

    /// Every article of the source, in order.
    ///
    /// What stands around the articles of an export (a cover, a footer) is not among them: see [`Options::parts`].
    pub fn documents(&self, source: &Source) -> impl Iterator<Item = Document> + use<> {
        self.parts(source).filter(|document| document.part() == Part::Article)
    }

    /// Every part of the source, in order; together they cover it.
    pub fn parts(&self, source: &Source) -> impl Iterator<Item = Document> + use<> {
        Parts::of(source, self.clone(), Scratch::default())
    }
}
