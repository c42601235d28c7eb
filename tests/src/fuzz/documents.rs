//! A file taken apart: its parts are what they are alone, together they are the file, and each has an id of its own.

use std::collections::BTreeSet;

use copydesk_corpus::{Parts, documents};

use super::input::Input;
use super::{Target, broken};
use crate::laws;

/// A file split and put together again.
pub static DOCUMENTS: Target = Target { name: "documents", about: "a file split and put together again", run };

fn run(bytes: &[u8]) -> Result<(), String> {
    let input = Input::of(bytes);
    let (source, options) = (input.source(), input.options());
    laws::moved(&source, &options)?;

    let (mut ids, mut whole) = (BTreeSet::new(), Vec::new());
    for (id, document) in documents(&source, "file", &options, Parts::All) {
        whole.extend(document.recovered_source());
        broken(ids.contains(&id), || format!("two parts are called {id}"))?;
        ids.insert(id);
    }
    broken(whole != input.text, || "the parts together are not the file".into())?;
    let articles: Vec<String> = documents(&source, "file", &options, Parts::Article).map(|(id, _)| id).collect();
    broken(!articles.iter().all(|id| ids.contains(id)), || format!("articles have other ids: {articles:?}"))
}
