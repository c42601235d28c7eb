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

/// Parses newspaper articles as they really arrive into typed documents: every piece of text has a role, every repair is on record, and
/// the source can always be rebuilt.
#[derive(Debug, Parser)]
#[command(name = "copydesk", version, max_term_width = 100, arg_required_else_help = true)]
#[command(after_help = "Results go to standard output, everything else to standard error.\n\
    Exit status 0: success; 1: some record had an error; 2: could not start or continue; 130, 143: asked to stop.")]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Parses articles and writes them as JSON, text, Markdown, HTML or Parquet
    Parse(ParseArguments),
    /// Shows articles in the terminal: roles in the margin, repairs and notes marked
    View(ViewArguments),
    /// Shows what the repairs change, as a word diff with context, rule, risk and evidence
    Diff(DiffArguments),
    /// Lists the figures of articles as a table, one row each, for a spreadsheet or a data frame
    Figures(FiguresArguments),
    /// Checks every invariant on your own files, document by document
    Verify(VerifyArguments),
    /// Counts what files hold: envelopes, roles, header fields, repairs, notes, lengths, sources
    Stats(StatsArguments),
    /// Prints the page of a rule, role family, envelope, layer or output format; without a name, lists them
    Explain(ExplainArguments),
    /// Prints the JSON Schema of the JSON form
    Schema,
}

#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  copydesk view article.txt
  copydesk view article.txt --repairs all           what risky repairs would do
  copydesk view article.txt --layers quotations,figures
  copydesk view corpus/ | less                      all articles, one after another
  copydesk view article.txt --color always | less -R

A repair is shown in place as [-what was there-]{+what is there now+}, in colour if the terminal has it. In repairs, a space is \
shown as ␣, a line end as ↵, and any other invisible character by its code point, such as U+00AD. A note is shown as a number, [^1], and \
listed below.")]
pub(crate) struct ViewArguments {
    /// Layers of annotations to list below each block: all, none, or names separated by commas
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
  copydesk diff article.txt --repairs none --notes  what was noticed and left alone
  copydesk diff export.txt --color always | less -R

A repair is shown as [-what was there-]{+what is there now+}, in colour if the terminal has it. A note marks {?what it is about?}. \
A space is shown as ␣, a line end as ↵, and any other invisible character by its code point, such as U+00AD. Articles without changes are \
left out. Changes made by decoding (encoding, markup, quoting) are not shown; no option switches them off.")]
pub(crate) struct DiffArguments {
    /// The output format
    #[arg(long, value_name = "FORM", default_value = "text")]
    pub(crate) to: DiffForm,
    /// Also show the notes: doubtful places that were left as they are
    #[arg(long)]
    pub(crate) notes: bool,
    /// The number of words to show on each side of a change
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
    /// One JSON object for each change, one per line
    Json,
}

#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  copydesk figures article.txt                      to read yourself
  copydesk figures corpus/ -o figures.csv           for a spreadsheet
  copydesk figures corpus.jsonl.gz --text-field body --id-field url -o figures.parquet
  copydesk figures *.txt --to jsonl | jq -r 'select(.kind == \"money\") | .content'

Each row has the article (id, publication, date, date_value, headline), the sentence (its number in the layer `sentences`, its text), the \
figure as it stands (content), the columns that `copydesk explain figures` describes (kind, value, value_max, unit, currency, bounds, change, \
basis, period, block), the role of its block, and its place, in bytes of the text and of the source. Articles without figures have no row. \
A sentence of more than 2000 bytes is cut around the figure, with … for the omitted parts.

Values are exact decimals. JSON and Parquet store them as text; Parquet also has value_float and value_max_float, the nearest floats. In CSV, \
a text cell that a spreadsheet would run as a formula (it begins with =, +, - or @ and is not a number) gets an apostrophe before it; JSON and \
Parquet keep the text as it is.

An unreadable record is reported on standard error, the others are still processed, and the exit status is 1.")]
pub(crate) struct FiguresArguments {
    /// The output format; by default, the name of the output decides, otherwise csv
    #[arg(long, value_name = "FORM")]
    to: Option<TableForm>,
    /// The file to write to, instead of standard output
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
    /// Comma-separated values with a header line
    Csv,
    /// Parquet, compressed with zstd
    Parquet,
    /// One JSON object for each figure, one per line
    Jsonl,
}

#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  copydesk verify corpus/                           every file below it, in order
  copydesk verify -v dump.jsonl.gz
  head -c 1000000 /dev/urandom | copydesk verify -

It checks that every byte of the source belongs to one piece and can be rebuilt from the text and the repairs; that the parts of a file \
cover it; that the repaired text needs no further repair and keeps its roles; that two parses give the same document; and that without \
repairs the text is the decoded source. A failure is a bug in copydesk: please report it.")]
pub(crate) struct VerifyArguments {
    /// Print a line for every document, not only for failures
    #[arg(short, long)]
    pub(crate) verbose: bool,
    /// Layers of annotations to make and check: all, none, or names separated by commas
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

The HTML page has a chart and a table for each count. It needs no network and no script. Lengths are in characters of the body. An input is a \
file of records, an archive, or a folder of texts.

An unreadable record is reported on standard error, and the exit status is 1.")]
pub(crate) struct StatsArguments {
    /// The output format; by default, the name of the output decides, otherwise text
    #[arg(long, value_name = "FORM")]
    to: Option<StatsForm>,
    /// The file to write to, instead of standard output
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
    /// The name of a rule, role family, envelope, layer or output format
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
