//! What `parse` takes.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum, value_parser};
use copydesk::write::{WRITERS, Writer};
use copydesk_corpus::Parts;
use copydesk_corpus::output::Pack;
use copydesk_corpus::run::RowForm;

use super::layers::layers_parser;
use super::output;
use super::{InputArguments, LayerChoice, ThreadArguments};

/// The form that is written if nothing says another.
const DEFAULT: &str = "jsonl";
const PARQUET: &str = "parquet";
const SHARD_RECORDS: u64 = 50_000;

#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  copydesk parse article.txt                        one JSON document on one line
  copydesk parse corpus/ -o all.md                  the articles, to read yourself
  copydesk parse corpus.jsonl.gz --text-field body --id-field url > documents.jsonl
  copydesk parse 'crawl/*.warc.wet.gz' --layers all --pack zst -o documents/
  copydesk parse 'crawl/*.warc.wet.gz' --layers all --pack zst -o documents/ --resume
  pbpaste | copydesk parse --to text                the article on the clipboard, as text

An unreadable record is never dropped: it is reported on standard error, its row in JSON and Parquet has an `error` instead of the \
document, and the exit status is 1. The other fields of a record are in the row's `input`. Text and Markdown have no place for layers.

jsonl has one document per line. json is one JSON document: the article, or an array if there are several.

A file appears under its name only when it is complete. In a directory, rows are written to shards, and manifest.jsonl lists the complete \
ones. After an interruption of any kind, --resume continues behind them, and the result has the same bytes.")]
pub(crate) struct ParseArguments {
    /// The output format; by default, the name of the output decides (.md, .html, .parquet, …), otherwise jsonl
    #[arg(long, value_name = "FORM", value_parser = form_parser())]
    to: Option<RowForm>,
    /// The file to write to, instead of standard output; .gz and .zst compress it. A directory (an existing one, or a name that ends in `/`) gets shards
    #[arg(short, long, value_name = "OUT")]
    pub(crate) output: Option<PathBuf>,
    /// Whether to write only the articles of an export, or also what surrounds them (cover, footer)
    #[arg(long, value_name = "WHICH", default_value = "article", value_parser = parts_parser())]
    pub(crate) parts: Parts,
    /// Layers of annotations to make: all, none, or names separated by commas
    #[arg(long, value_name = "NAME,…", default_value = "none", value_parser = layers_parser())]
    pub(crate) layers: LayerChoice,
    /// Leave out the fields of a record other than its text and its id
    #[arg(long)]
    pub(crate) drop_fields: bool,
    #[command(flatten)]
    pub(crate) corpus: CorpusArguments,
    #[command(flatten)]
    pub(crate) input: InputArguments,
}

/// How a run over a corpus goes.
#[derive(Args, Debug)]
#[command(next_help_heading = "How a corpus is processed")]
pub(crate) struct CorpusArguments {
    #[command(flatten)]
    pub(crate) threads: ThreadArguments,
    /// The number of records a thread takes at once. At most two batches for each thread are in memory
    #[arg(long, value_name = "N", default_value = "256", value_parser = value_parser!(u64).range(1..))]
    pub(crate) batch: u64,
    /// How to compress the output, if its name does not say
    #[arg(long, value_name = "HOW", value_parser = pack_parser())]
    pub(crate) pack: Option<Pack>,
    /// The number of records in a shard [default: 50000]
    #[arg(long, value_name = "N", value_parser = value_parser!(u64).range(1..))]
    shard_records: Option<u64>,
    /// Continue the shards of an interrupted run
    #[arg(long)]
    pub(crate) resume: bool,
    /// Whether to print a summary at the end; auto: on a terminal, after a long run
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    pub(crate) summary: SummaryWhen,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum SummaryWhen {
    Auto,
    Always,
    Never,
}

impl ParseArguments {
    /// The form to write.
    pub(crate) fn form(&self) -> RowForm {
        self.to.unwrap_or_else(|| {
            let end = output::end(self.output.as_deref());
            let writer = WRITERS.iter().find(|writer| writer.ends().contains(&&*end));
            let named = writer.map_or(DEFAULT, |writer| writer.name());
            form(if output::PARQUET.contains(&&*end) { PARQUET } else { named })
        })
    }
}

impl CorpusArguments {
    /// Whether the output is to be in shards, whatever it is called.
    pub(crate) fn wants_shards(&self) -> bool {
        self.resume || self.shard_records.is_some()
    }

    pub(crate) fn shard_records(&self) -> u64 {
        self.shard_records.unwrap_or(SHARD_RECORDS)
    }
}

fn form_parser() -> impl TypedValueParser<Value = RowForm> {
    let names = WRITERS.iter().map(|writer| writer.name()).chain([PARQUET]);
    PossibleValuesParser::new(names).map(|name| form(&name))
}

fn form(name: &str) -> RowForm {
    Writer::named(name).map_or(RowForm::Parquet, RowForm::Written)
}

fn pack_parser() -> impl TypedValueParser<Value = Pack> {
    PossibleValuesParser::new(Pack::ALL.iter().map(|pack| pack.name()))
        .map(|name| Pack::named(&name).expect("only names of ways to pack are possible"))
}

fn parts_parser() -> impl TypedValueParser<Value = Parts> {
    PossibleValuesParser::new(Parts::ALL.iter().map(|parts| parts.name()))
        .map(|name| Parts::named(&name).expect("only names of parts are possible"))
}
