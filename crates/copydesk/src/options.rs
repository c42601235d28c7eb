//! What a parse is asked to do.

use crate::annotate::Layer;
use crate::document::Document;
use crate::envelope::Envelope;
use crate::language::Language;
use crate::repair::{Risk, Rule, RuleSet};
use crate::source::Source;
use crate::{decode, envelope, parse};

/// Which repairs are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Repairs {
    risk: Option<Risk>,
    rules: RuleSet,
}

impl Repairs {
    /// None at all: the text is the decoded source.
    pub const NONE: Self = Self { risk: None, rules: RuleSet::EMPTY };

    /// Every rule, up to this risk.
    #[must_use]
    pub fn up_to(risk: Risk) -> Self {
        Self {
            risk: Some(risk),
            rules: crate::repair::RULES.iter().fold(RuleSet::EMPTY, |set, rule| set.union(RuleSet::of(rule))),
        }
    }

    /// These rules alone, up to the risk that is set; from [`Repairs::NONE`], up to [`Risk::Safe`].
    #[must_use]
    pub fn only(self, rules: RuleSet) -> Self {
        Self { risk: self.risk.or(Some(Risk::Safe)), rules }
    }

    pub(crate) fn any(&self) -> bool {
        self.risk.is_some() && !self.rules.is_empty()
    }

    pub(crate) fn allow(&self, rule: &Rule, risk: Risk) -> bool {
        self.risk.is_some_and(|most| risk <= most) && self.rules.contains(rule)
    }
}

impl Default for Repairs {
    fn default() -> Self {
        Self::up_to(Risk::Safe)
    }
}

impl From<Risk> for Repairs {
    fn from(risk: Risk) -> Self {
        Self::up_to(risk)
    }
}

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

    /// Makes these repairs: a [`Risk`], or a [`Repairs`].
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
