//! Whole articles with the document that is expected of each: `tests/articles/<envelope>/<name>.txt` and `<name>.json` beside it.

use std::path::PathBuf;

use anyhow::{Context, Result};
use copydesk::write::Writer;
use copydesk::{LAYERS, Options, Source};

use crate::tree;

/// An article.
#[derive(Clone, Debug)]
pub struct Article {
    /// Where it is.
    pub path: PathBuf,
    /// The name of the folder that it is in.
    pub envelope: String,
}

/// Every article, in order; those of `clean/` are something else.
///
/// # Errors
/// If a folder cannot be listed.
pub fn all() -> Result<Vec<Article>> {
    let mut articles = Vec::new();
    for path in tree::files(&tree::root().join("tests/articles"), "txt")? {
        let folder = path.parent().and_then(|folder| folder.file_name()).context("an article lies in a folder")?;
        let envelope = folder.to_string_lossy().into_owned();
        if envelope != "clean" {
            articles.push(Article { path, envelope });
        }
    }
    Ok(articles)
}

impl Article {
    /// Where its expected document is.
    #[must_use]
    pub fn expected_path(&self) -> PathBuf {
        self.path.with_extension("json")
    }

    /// The document as the `json` writer has it.
    ///
    /// # Errors
    /// If the article cannot be read.
    pub fn found(&self) -> Result<String> {
        let source = Source::new(std::fs::read(&self.path)?)?;
        let document = Options::new().layers(LAYERS).parse(&source);
        let id = self.path.file_name().context("a file has a name")?.to_string_lossy();
        Ok(Writer::named("json").context("a registered writer")?.write(&document, &id))
    }
}
