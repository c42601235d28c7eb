//! What a parse is asked to do.

mod repairs;

use crate::annotate::Layer;
use crate::document::Document;
use crate::envelope::Envelope;
use crate::language::Language;
use crate::source::Source;
use crate::{decode, envelope, parse};

pub use repairs::{InvalidRepairs, Repairs};

/// What a parse is asked to do. The default recognises the envelope and the language, makes the `safe` repairs, and runs no layer.
#[derive(Clone, Debug, Default)]
pub struct Options {
    pub(crate) envelope: Option<&'static Envelope>,
    pub(crate) language: Option<Language>,
    pub(crate) repairs: Repairs,
    pub(crate) layers: Vec<&'static Layer>,
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

    /// Parses the whole source as one article.
    #[must_use]
    pub fn parse(&self, source: &Source) -> Document {
        parse::parse(source, source.span(), self)
    }

    /// Every article of the source, in order.
    ///
    /// What stands around the articles of an export (a cover, a footer) is not among them: see [`Options::parts`].
    pub fn documents(&self, source: &Source) -> impl Iterator<Item = Document> + use<> {
        self.parts(source).filter(|document| document.part() == crate::Part::Article)
    }

    /// Every part of the source, in order; together they cover it.
    pub fn parts(&self, source: &Source) -> impl Iterator<Item = Document> + use<> {
        let envelope = self.envelope.unwrap_or_else(|| envelope::recognise(&decode::decode(source.as_bytes()).text));
        let options = self.clone().envelope(envelope);
        let parts = envelope.split(source);
        let source = source.clone();
        parts.into_iter().map(move |(part, span)| parse::parse(&source, span, &options).with_part(part))
    }
}
