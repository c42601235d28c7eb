//! Every text of the project as a line of JSON, with every layer: what two builds of the same code are held against each other by
//! (`make test-builds`).

use std::io::Write;

use anyhow::Result;
use copydesk_tests::texts;

fn main() -> Result<()> {
    Ok(std::io::stdout().write_all(&texts::written(texts::all()?)?)?)
}
