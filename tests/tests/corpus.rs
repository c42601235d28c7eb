//! Invariants and stability on real articles, where they are.

use std::time::Instant;

use anyhow::Result;
use copydesk::{LAYERS, Options, Source};
use copydesk_tests::{corpus, laws};

/// The most failures that are listed.
const LISTED: usize = 20;

#[test]
fn real_articles_keep_the_invariants() -> Result<()> {
    let Some(folder) = corpus::folder_or_skip() else { return Ok(()) };
    let start = Instant::now();
    let mut looked = Looked::default();
    for collection in corpus::collections(&folder)? {
        for record in corpus::records(&folder, &collection)? {
            looked.at(&format!("{collection}/{}", record.id), record.text.into_bytes())?;
        }
    }
    for file in corpus::exports(&folder)? {
        looked.at(&file.display().to_string(), std::fs::read(folder.join("exports").join(&file))?)?;
    }
    let Looked { documents, bytes, failures } = looked;
    println!("{documents} documents, {bytes} bytes, {:.1} s", start.elapsed().as_secs_f64());
    let listed: Vec<_> = failures.iter().take(LISTED).map(String::as_str).collect();
    assert!(failures.is_empty(), "{} failures of {documents}:\n{}", failures.len(), listed.join("\n"));
    Ok(())
}

#[derive(Default)]
struct Looked {
    documents: usize,
    bytes: usize,
    failures: Vec<String>,
}

impl Looked {
    fn at(&mut self, name: &str, bytes: Vec<u8>) -> Result<()> {
        let options = Options::new().layers(LAYERS);
        let source = Source::new(bytes)?;
        self.bytes += source.len() as usize;
        let mut end = 0;
        for document in options.parts(&source) {
            self.documents += 1;
            let result = laws::check(&document).and_then(|()| laws::stable(&document, &options));
            self.failures.extend(result.err().map(|broken| format!("{name}@{}: {broken}", document.range().start())));
            end = document.range().end();
        }
        if end != source.len() {
            self.failures.push(format!("{name}: the parts end at {end} of {}", source.len()));
        }
        Ok(())
    }
}
