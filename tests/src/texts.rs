//! Every text of the project: articles, clean and damaged, exports, sentences made to mislead, the examples of the spec pages.

use anyhow::Result;

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
