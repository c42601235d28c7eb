//! The command line: what can be asked for, checked against the registries before any work starts.

mod layers;
mod output;
mod parse;
mod reading;
mod threads;
mod words;

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::explain;

use layers::layers_parser;

pub(crate) use layers::LayerChoice;
pub(crate) use parse::{ParseArguments, SummaryWhen};
pub(crate) use reading::InputArguments;
pub(crate) use threads::ThreadArguments;

/// Reads newspaper articles as they really arrive, and gives back typed documents: every piece of text has a role, every repair is on
/// record, and the source can always be had back.
#[derive(Debug, Parser)]
#[command(name = "copydesk", version, max_term_width = 100, arg_required_else_help = true)]
#[command(after_help = "Results go to standard output, everything else to standard error.\n\
    Exit status 0: all done; 1: some record had an error; 2: could not start, or not go on; 130, 143: asked to end.")]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Parses articles, and writes them as JSON, text, Markdown, HTML or Parquet
    Parse(ParseArguments),
    /// Shows articles in the terminal: roles in the margin, repairs and notes marked
    View(ViewArguments),
    /// Shows what the repairs change, as a word diff: the words around, the rule, the risk, the evidence
    Diff(DiffArguments),
    /// Lists the figures of articles as a table, one row for each: for a spreadsheet, or a data frame
    Figures(FiguresArguments),
    /// Checks every invariant on your own files, document by document
    Verify(VerifyArguments),
    /// Counts what files hold: envelopes, roles, header fields, repairs, notes, lengths, sources
    Stats(StatsArguments),
    /// Prints the page of a rule, role family, envelope, layer or form; without a name, the lists
    Explain(ExplainArguments),
    /// Prints the JSON Schema of the JSON form
    Schema,
}

#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  copydesk view article.txt
  copydesk view article.txt --repairs all           what the risky repairs would do
  copydesk view article.txt --layers quotations,figures
  copydesk view corpus/ | less                      one article after the other
  copydesk view article.txt --color always | less -R

A repair is shown where it was made, [-what was there-]{+what is there now+}, in colours where the terminal has them. A space \
there is ␣, a line end ↵, another character that cannot be seen U+00AD. A note is a number, [^1], and is listed below.")]
pub(crate) struct ViewArguments {
    /// Layers of annotations to list below each block – all, none, or names with commas between
    #[arg(long, value_name = "NAME,…", default_value = "none", value_parser = layers_parser())]
    pub(crate) layers: LayerChoice,
    /// Whether to use colours
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    pub(crate) color: ColorWhen,
    #[command(flatten)]
    pub(crate) input: InputArguments,
}

#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  copydesk diff article.txt
  copydesk diff corpus/ --repairs likely,-lost-break
  copydesk diff article.txt --repairs none --notes  what was seen and left
  copydesk diff export.txt --color always | less -R

A repair is shown as [-what was there-]{+what is there now+}, in colours where the terminal has them; a note marks {?what it is about?}. \
A space there is ␣, a line end ↵, another character that cannot be seen U+00AD. Articles of which nothing is changed are left out. What \
decoding changes (encoding, markup, quoting) is not shown: no option switches it off.")]
pub(crate) struct DiffArguments {
    /// The form to write
    #[arg(long, value_name = "FORM", default_value = "text")]
    pub(crate) to: DiffForm,
    /// Show the notes too: what was seen and left as it is
    #[arg(long)]
    pub(crate) notes: bool,
    /// How many words to show on either side of a change
    #[arg(long, value_name = "WORDS", default_value = "5")]
    pub(crate) context: usize,
    /// Whether to use colours
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    pub(crate) color: ColorWhen,
    #[command(flatten)]
    pub(crate) input: InputArguments,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum DiffForm {
    /// A word diff to read
    Text,
    /// One JSON object for each change, on a line of its own
    Json,
}

#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  copydesk figures article.txt                      to read
  copydesk figures corpus/ -o figures.csv           for a spreadsheet
  copydesk figures corpus.jsonl.gz --text-field body --id-field url -o figures.parquet
  copydesk figures *.txt --to jsonl | jq -r 'select(.kind == \"money\") | .content'

A row has the article (id, publication, date, date_value, headline), the sentence (its number in the layer `sentences`, its text), the \
figure as it stands (content), what `copydesk explain figures` tells of it (kind, value, value_max, unit, currency, bounds, change, \
basis, period, block), the role of its block, and where it stands, in bytes of the text and of the source. Articles without figures \
have no row. A sentence of more than 2000 bytes is cut around the figure, with … for what is left out.

Values are exact decimals: text in JSON and Parquet, where value_float and value_max_float are the nearest floats. In CSV, a cell of text \
that a spreadsheet would take for a formula (=, +, -, @ before what is no number) has an apostrophe before it; JSON and Parquet have the \
text as it is.

A record that cannot be read is said on standard error, the rest comes out, and the status is 1.")]
pub(crate) struct FiguresArguments {
    /// The form to write; without it, what the name of the output says, or else csv
    #[arg(long, value_name = "FORM")]
    to: Option<TableForm>,
    /// The file to write to, in place of standard output
    #[arg(short, long, value_name = "OUT")]
    pub(crate) output: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) threads: ThreadArguments,
    #[command(flatten)]
    pub(crate) input: InputArguments,
}

impl FiguresArguments {
    /// The form to write.
    pub(crate) fn form(&self) -> TableForm {
        self.to.unwrap_or_else(|| match &*output::end(self.output.as_deref()) {
            "jsonl" | "ndjson" => TableForm::Jsonl,
            end if output::PARQUET.contains(&end) => TableForm::Parquet,
            _ => TableForm::Csv,
        })
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum TableForm {
    /// Comma-separated values, with a line of names
    Csv,
    /// Parquet, compressed with zstd
    Parquet,
    /// One JSON object for each figure, on a line of its own
    Jsonl,
}

#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  copydesk verify corpus/                           every file below, in order
  copydesk verify -v dump.jsonl.gz
  head -c 1000000 /dev/urandom | copydesk verify -

Checked are: every byte of the source belongs to one piece, and comes back from text and repairs; the parts of a file cover it; \
the repaired text needs no further repair and keeps its roles; two parses give the same document; without repairs the text is the \
decoded source. A failure is a defect of copydesk: please report it.")]
pub(crate) struct VerifyArguments {
    /// Say a line for every document, not only for those that fail
    #[arg(short, long)]
    pub(crate) verbose: bool,
    /// Layers of annotations to make and check – all, none, or names with commas between
    #[arg(long, value_name = "NAME,…", default_value = "all", value_parser = layers_parser())]
    pub(crate) layers: LayerChoice,
    #[command(flatten)]
    pub(crate) threads: ThreadArguments,
    #[command(flatten)]
    pub(crate) input: InputArguments,
}

#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  copydesk stats corpus/
  copydesk stats export.txt --to json
  copydesk stats 'crawl/*.warc.wet.gz' -o report.html

The page of HTML has a chart and a table for each count, and needs nothing else: no network, no script. Lengths are in characters of what \
one reads (the body). An input is a file of records, an archive, or a folder of texts.

A record that cannot be read is said on standard error, and the status is 1.")]
pub(crate) struct StatsArguments {
    /// The form to write; without it, what the name of the output says, or else text
    #[arg(long, value_name = "FORM")]
    to: Option<StatsForm>,
    /// The file to write to, in place of standard output
    #[arg(short, long, value_name = "OUT")]
    pub(crate) output: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) threads: ThreadArguments,
    #[command(flatten)]
    pub(crate) input: InputArguments,
}

impl StatsArguments {
    /// The form to write.
    pub(crate) fn form(&self) -> StatsForm {
        self.to.unwrap_or_else(|| match &*output::end(self.output.as_deref()) {
            "json" => StatsForm::Json,
            "html" | "htm" => StatsForm::Html,
            _ => StatsForm::Text,
        })
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum StatsForm {
    /// Tables to read
    Text,
    /// One JSON object on one line
    Json,
    /// A page with charts, for a browser
    Html,
}

#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  copydesk explain                                  everything that has a page, one line each
  copydesk explain spaced-hyphen")]
pub(crate) struct ExplainArguments {
    /// The name of a rule, role family, envelope, layer or form
    #[arg(value_name = "NAME", value_parser = PossibleValuesParser::new(explain::names()), hide_possible_values = true)]
    pub(crate) name: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ColorWhen {
    Auto,
    Always,
    Never,
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory as _;

    #[test]
    fn the_command_line_is_sound() {
        Arguments::command().debug_assert();
    }
}
