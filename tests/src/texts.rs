//! Every text of the project: articles, clean and damaged, exports, sentences made to mislead, the examples of the spec pages.

use anyhow::{Context, Result};
use copydesk::write::Writer;
use copydesk::{LAYERS, Options, Source};
use copydesk_corpus::{Parts, documents};

use crate::spec::{self, Page};
use crate::tree;

/// The folders whose files of text are read, from the root of the project.
const FOLDERS: &[&str] = &["tests/articles", "tests/harm", "examples"];

/// The bytes of each, in the same order every time.
///
/// # Errors
/// If one cannot be read.
pub fn all() -> Result<Vec<Vec<u8>>> {
    let mut texts = Vec::new();
    for folder in FOLDERS {
        for path in tree::files(&tree::root().join(folder), "txt")? {
            texts.push(std::fs::read(path)?);
        }
    }
    for page in spec::pages()? {
        texts.extend(Page::read(&page)?.examples.into_iter().map(|example| example.source));
    }
    Ok(texts)
}

/// Texts as JSON lines, numbered, with every layer and every part: each parsed by itself.
///
/// # Errors
/// If one is too long for a source.
pub fn written(texts: impl IntoIterator<Item = Vec<u8>>) -> Result<Vec<u8>> {
    let writer = Writer::named("jsonl").context("a registered writer")?;
    let options = Options::new().layers(LAYERS);
    let mut written = Vec::new();
    for (number, text) in texts.into_iter().enumerate() {
        let source = Source::new(text)?;
        for (id, document) in documents(&source, &number.to_string(), &options, Parts::All) {
            written.extend(writer.write(&document, &id).into_bytes());
        }
    }
    Ok(written)
}
