//! The options of a parse.

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

/// The options of a parse. The default detects the envelope and the language, makes the `safe` repairs, and runs no layers.
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

    /// Uses this envelope instead of detecting one. `None` detects it.
    #[must_use]
    pub fn envelope(mut self, envelope: impl Into<Option<&'static Envelope>>) -> Self {
        self.envelope = envelope.into();
        self
    }

    /// Uses this language instead of detecting one. `None` detects it.
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

    /// Splits off the layers: returns the options without them, and the layers. Use it to run the layers over many documents at once
    /// with [`Document::annotate_all`](crate::Document::annotate_all).
    #[must_use]
    pub fn without_layers(mut self) -> (Self, Vec<&'static Layer>) {
        let layers = std::mem::take(&mut self.layers);
        (self, layers)
    }

    /// Uses this decoding instead of detecting one. `None` detects it.
    #[must_use]
    pub fn decoding(mut self, decoding: impl Into<Option<Decoding>>) -> Self {
        self.decoding = decoding.into();
        self
    }

    /// Adds a [`Profile`] of your own mastheads, labels and furniture to the built-in ones.
    #[must_use]
    pub fn profile(mut self, profile: Profile) -> Self {
        self.profile = (!profile.is_empty()).then(|| Arc::new(profile));
        self
    }

    /// Treats the source as this part of its file. The default is an article.
    #[must_use]
    pub fn part(mut self, part: Part) -> Self {
        self.part = part;
        self
    }

    /// Parses the whole source as one article, or as the [`part`](Self::part) that you set.
    ///
    /// To parse many sources one after another, use a [`Parser`](crate::Parser), which reuses its memory.
    #[must_use]
    pub fn parse(&self, source: &Source) -> Document {
        parse::parse(source, source.span(), self.into(), self, &mut Scratch::default())
    }

    /// Every article of the source, in order.
    ///
    /// This leaves out what surrounds the articles of an export (a cover, a footer). [`Options::parts`] includes it.
    pub fn documents(&self, source: &Source) -> impl Iterator<Item = Document> + use<> {
        self.parts(source).filter(|document| document.part() == Part::Article)
    }

    /// Every part of the source, in order. Together the parts cover it.
    pub fn parts(&self, source: &Source) -> impl Iterator<Item = Document> + use<> {
        Parts::of(source, self.clone(), Scratch::default())
    }
}
