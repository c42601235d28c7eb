//! The core as a process that runs when it is told to: what the benchmarks of the bindings are held against, in one run with them.
//!
//! `core articles COUNT clean|damaged` writes articles, each a JSON string on a line of its own. `core run FILE [LAYERS]` reads such a file; then,
//! for each line `drop FROM TO` or `keep FROM TO` on standard input, it parses the articles of these numbers once and answers with the
//! nanoseconds that it took and the number of blocks. With `drop` a document is dropped when it is parsed; with `keep` all are kept until
//! the last one is, as a list of documents keeps them.

use std::fs::File;
use std::hint::black_box;
use std::io::{self, BufRead as _, BufReader, BufWriter, Write as _};
use std::time::Instant;

use anyhow::{Context as _, Result, bail};
use bytes::Bytes;
use copydesk::{Document, Layer, Options, Source};
use copydesk_benches::corpus::Corpus;

/// More than an article has in bytes, so that so many bytes hold so many articles.
const ARTICLE: usize = 6000;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["articles", count, state] => write_articles(count.parse()?, state),
        ["run", file] => run(file, "none"),
        ["run", file, layers] => run(file, layers),
        _ => bail!("core articles COUNT clean|damaged, or core run FILE [LAYERS]"),
    }
}

fn write_articles(count: usize, state: &str) -> Result<()> {
    let size = count * ARTICLE;
    let corpus = if state == "damaged" { Corpus::damaged(size) } else { Corpus::clean(size) };
    let mut out = BufWriter::new(io::stdout().lock());
    for text in corpus.texts().take(count) {
        serde_json::to_writer(&mut out, &*text)?;
        out.write_all(b"\n")?;
    }
    Ok(out.flush()?)
}

fn run(file: &str, layers: &str) -> Result<()> {
    let lines = BufReader::new(File::open(file).with_context(|| format!("{file} cannot be opened"))?).lines();
    let texts =
        lines.map(|line| Ok(Bytes::from(serde_json::from_str::<String>(&line?)?))).collect::<Result<Vec<_>>>()?;
    let options = Options::new().layers(&Layer::choose(layers)?);
    let parse = |text: &Bytes| -> Result<Document> { Ok(options.parse(&Source::new(text.clone())?)) };
    let mut out = io::stdout().lock();
    for line in io::stdin().lock().lines() {
        let line = line?;
        let [how, from, to] = line.split(' ').collect::<Vec<_>>()[..] else { bail!("`{line}` is no run") };
        let texts = &texts[from.parse()?..to.parse()?];
        let start = Instant::now();
        let blocks: usize = match how {
            "keep" => {
                let documents = texts.iter().map(parse).collect::<Result<Vec<_>>>()?;
                black_box(&documents).iter().map(|document| document.blocks().len()).sum()
            }
            _ => {
                let blocks = texts.iter().map(|text| Ok(black_box(parse(text)?).blocks().len()));
                blocks.sum::<Result<usize>>()?
            }
        };
        writeln!(out, "{} {blocks}", start.elapsed().as_nanos())?;
        out.flush()?;
    }
    Ok(())
}
