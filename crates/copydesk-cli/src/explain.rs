//! `copydesk explain`: the pages of everything that has a name.

use std::io::{self, Write as _};

use anyhow::anyhow;

use crate::arguments::ExplainArguments;
use crate::outcome::Outcome;

pub(crate) fn run(arguments: &ExplainArguments) -> anyhow::Result<Outcome> {
    let text = match &arguments.name {
        None => overview()?,
        Some(name) => match copydesk::explain(Some(name)) {
            Ok(pages) => pages,
            Err(_) => {
                let overview = overview()?;
                return Err(anyhow!("nothing is called `{name}`; these are the names\n\n{}", overview.trim_end()));
            }
        },
    };
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()?;
    Ok(Outcome::Done)
}

/// The lists, and how to get from there to a page.
fn overview() -> anyhow::Result<String> {
    Ok(format!("{}\ncopydesk explain NAME prints the page of one of them.\n", copydesk::explain(None)?))
}
