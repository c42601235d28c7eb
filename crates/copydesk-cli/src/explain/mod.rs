//! `copydesk explain`: the pages of everything that has a name.

use std::io::{self, Write as _};

use crate::arguments::ExplainArguments;
use crate::outcome::Outcome;

/// The page of the one form that the command has and the library has not.
const PARQUET: (&str, &str) = ("parquet", include_str!("parquet.md"));

pub(crate) fn run(arguments: &ExplainArguments) -> anyhow::Result<Outcome> {
    let text = match arguments.name.as_deref() {
        None => overview()?,
        Some(name) if name == PARQUET.0 => PARQUET.1.to_owned(),
        Some(name) => copydesk::explain(Some(name))?,
    };
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()?;
    Ok(Outcome::Done)
}

/// Every name that has a page.
pub(crate) fn names() -> Vec<&'static str> {
    let rules = copydesk::RULES.iter().map(|rule| rule.name());
    let families = copydesk::FAMILIES.iter().map(|family| family.name());
    let envelopes = copydesk::ENVELOPES.iter().map(|envelope| envelope.name());
    let layers = copydesk::LAYERS.iter().map(|layer| layer.name());
    let writers = copydesk::write::WRITERS.iter().map(|writer| writer.name());
    let mut names: Vec<&str> =
        rules.chain(families).chain(envelopes).chain(layers).chain(writers).chain([PARQUET.0]).collect();
    // A layer and a role family may share a name.
    names.sort_unstable();
    names.dedup();
    names
}

/// The lists, and how to get from there to a page.
fn overview() -> anyhow::Result<String> {
    let lists = copydesk::explain(None)?;
    let (name, page) = PARQUET;
    let summary = page.lines().nth(2).unwrap_or_default();
    Ok(format!(
        "{lists}\nForms of the command\n  {name}  {summary}\n\ncopydesk explain NAME prints the page of one of them.\n"
    ))
}
