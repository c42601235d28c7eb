//! The layers that a command is asked for.

use clap::builder::TypedValueParser;
use copydesk::{LAYERS, Layer, UnknownName};

use super::words::Words;

/// The layers asked for.
#[derive(Clone, Debug)]
pub(crate) struct LayerChoice(pub(crate) Vec<&'static Layer>);

pub(super) fn layers_parser() -> impl TypedValueParser<Value = LayerChoice> {
    let listed = ["all", "none"].into_iter().chain(LAYERS.iter().map(|layer| layer.name()));
    Words { read: layers, unknown: |error: &UnknownName| Some(error), listed: listed.collect() }
}

fn layers(names: &str) -> Result<LayerChoice, UnknownName> {
    Layer::choose(names).map(LayerChoice)
}
