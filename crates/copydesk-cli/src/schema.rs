//! `copydesk schema`: the JSON Schema of the JSON form.

use std::io::{self, Write as _};

use crate::outcome::Outcome;

pub(crate) fn run() -> anyhow::Result<Outcome> {
    let mut out = io::stdout().lock();
    writeln!(out, "{:#}", copydesk::write::json_schema())?;
    out.flush()?;
    Ok(Outcome::Done)
}
