//! What a run over a corpus was asked to do, by name, so that another one can tell whether it was asked the same.

use std::collections::BTreeMap;

use copydesk::Envelope;
use copydesk_corpus::output::Pack;
use copydesk_corpus::run::RowForm;

use crate::arguments::{InputArguments, ParseArguments};

/// The settings that the output depends on. Where to find things, and how fast, are none.
pub(super) fn settings(
    arguments: &ParseArguments,
    form: RowForm,
    pack: Pack,
) -> serde_json::Result<BTreeMap<String, String>> {
    let ParseArguments { input: InputArguments { reading, records, .. }, layers, parts, .. } = arguments;
    let layers: Vec<&str> = layers.0.iter().map(|layer| layer.name()).collect();
    let settings = [
        ("to", form.name().to_owned()),
        ("pack", pack.name().to_owned()),
        ("parts", parts.name().to_owned()),
        ("layers", layers.join(",")),
        ("repairs", reading.repairs.to_string()),
        ("envelope", reading.envelope.map_or("auto", Envelope::name).to_owned()),
        ("language", reading.language.map_or("auto", |language| language.code()).to_owned()),
        ("profile", reading.profile.as_ref().map_or(Ok("none".to_owned()), serde_json::to_string)?),
        ("from", records.from.name().to_owned()),
        ("text-field", records.text_field.clone()),
        ("id-field", records.id_field.clone()),
        ("record-limit", records.record_limit.to_string()),
        ("drop-fields", arguments.drop_fields.to_string()),
        ("batch", arguments.corpus.batch.to_string()),
        ("shard-records", arguments.corpus.shard_records().to_string()),
    ];
    Ok(settings.map(|(name, value)| (name.to_owned(), value)).into())
}
