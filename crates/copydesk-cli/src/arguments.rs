//! The command line: what can be asked for, checked against the registries before any work starts.

use std::path::{Path, PathBuf};

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};
use copydesk::write::{WRITERS, Writer};
use copydesk::{ENVELOPES, Envelope, Language, Layer, Options, Profile, Repairs, UnknownName};
use copydesk_corpus::{FileForm, InvalidProfile, OtherFields, Parts, Reading};

/// Reads newspaper articles as they really arrive, and gives back typed documents: every piece of text has a role, every repair is on
/// record, and the source can always be had back.
#[derive(Debug, Parser)]
#[command(name = "copydesk", version, max_term_width = 100, arg_required_else_help = true)]
#[command(after_help = "Results go to standard output, everything else to standard error.\n\
    Exit status 0: all done; 1: some record had an error; 2: could not start.")]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Parses articles, and writes them as JSON, text, Markdown or HTML
    Parse(ParseArguments),
    /// Shows an article in the terminal: roles in the margin, repairs and notes marked
    View(ViewArguments),
    /// Shows what the repairs change, as a word diff: the words around, the rule, the risk, the evidence
    Diff(DiffArguments),
    /// Checks every invariant on your own files, document by document
    Verify(VerifyArguments),
    /// Counts what files hold: envelopes, roles, header fields, repairs, notes
    Stats(StatsArguments),
    /// Prints the page of a rule, role family, envelope, layer or writer; without a name, the lists
    Explain(ExplainArguments),
    /// Prints the JSON Schema of the JSON form
    Schema,
}

#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  copydesk parse article.txt                        one JSON document on one line
  copydesk parse *.txt --to markdown -o all.md      the articles to read
  copydesk parse corpus.jsonl.gz --text-field body --id-field url > documents.jsonl
  pbpaste | copydesk parse --to text                what one reads of the clipboard

A record that cannot be read is never dropped: its row has an `error` in place of the document, and the status is 1.")]
pub(crate) struct ParseArguments {
    /// Files to read, `-` for standard input: plain text, .docx, or .jsonl, .jsonl.gz with one record per line
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// The form to write
    #[arg(long, value_name = "FORM", default_value = "jsonl", value_parser = writer_parser())]
    pub(crate) to: &'static Writer,
    /// The file to write to, in place of standard output
    #[arg(short, long, value_name = "OUT")]
    pub(crate) output: Option<PathBuf>,
    /// Whether to write what stands around the articles of an export as well: its cover, its footer
    #[arg(long, value_name = "WHICH", default_value = "article", value_parser = parts_parser())]
    pub(crate) parts: Parts,
    /// Layers of annotations to make: all, none, or names
    #[arg(long, value_name = "all|none|NAME,…", default_value = "none", value_parser = layers_parser)]
    pub(crate) layers: LayerChoice,
    #[command(flatten)]
    pub(crate) reading: ReadingArguments,
    #[command(flatten)]
    pub(crate) records: RecordArguments,
}

#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  copydesk view article.txt
  copydesk view article.txt --repairs all           what the risky repairs would do
  copydesk view article.txt --layers quotations,figures
  copydesk view article.txt --color always | less -R

A repair is shown where it was made, [-what was there-]{+what is there now+}, in colours where the terminal has them. A note is a \
number, [^1], and is listed below.")]
pub(crate) struct ViewArguments {
    /// The file to show, `-` for standard input
    #[arg(value_name = "PATH")]
    pub(crate) path: Option<PathBuf>,
    /// Layers of annotations to list below each block: all, none, or names
    #[arg(long, value_name = "all|none|NAME,…", default_value = "none", value_parser = layers_parser)]
    pub(crate) layers: LayerChoice,
    /// Whether to use colours
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    pub(crate) color: ColorWhen,
    #[command(flatten)]
    pub(crate) reading: ReadingArguments,
    #[command(flatten)]
    pub(crate) records: RecordArguments,
}

#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  copydesk diff article.txt
  copydesk diff corpus/ --repairs likely,-lost-break
  copydesk diff article.txt --repairs none --notes  what was seen and left
  copydesk diff export.txt --color always | less -R

A repair is shown as [-what was there-]{+what is there now+}, in colours where the terminal has them; a note marks {?what it is about?}. \
A space there is ␣, a line end ⏎, another character that cannot be seen U+00AD. Articles of which nothing is changed are left out. What \
decoding changes (encoding, markup, quoting) is not shown: no option switches it off.

Directories are read through; symbolic links to directories and special files in them are left out.")]
pub(crate) struct DiffArguments {
    /// Files and directories to read, `-` for standard input
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
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
    pub(crate) reading: ReadingArguments,
    #[command(flatten)]
    pub(crate) records: RecordArguments,
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
  copydesk verify corpus/                           every file below, in order
  copydesk verify -v dump.jsonl.gz
  head -c 1000000 /dev/urandom | copydesk verify -

Checked are: every byte of the source belongs to one piece, and comes back from text and repairs; the parts of a file cover it; \
the repaired text needs no further repair and keeps its roles; two parses give the same document; without repairs the text is the \
decoded source. A failure is a defect of copydesk: please report it.

Directories are read through; symbolic links to directories and special files in them are left out.")]
pub(crate) struct VerifyArguments {
    /// Files and directories to read, `-` for standard input
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// Say a line for every document, not only for those that fail
    #[arg(short, long)]
    pub(crate) verbose: bool,
    /// Layers of annotations to make and check: all, none, or names
    #[arg(long, value_name = "all|none|NAME,…", default_value = "all", value_parser = layers_parser)]
    pub(crate) layers: LayerChoice,
    #[command(flatten)]
    pub(crate) reading: ReadingArguments,
    #[command(flatten)]
    pub(crate) records: RecordArguments,
}

#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  copydesk stats corpus/
  copydesk stats export.txt --to json

Directories are read through; symbolic links to directories and special files in them are left out. A record that cannot be read is \
said on standard error, and the status is 1.")]
pub(crate) struct StatsArguments {
    /// Files and directories to read, `-` for standard input
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// The form to write
    #[arg(long, value_name = "FORM", default_value = "text")]
    pub(crate) to: StatsForm,
    #[command(flatten)]
    pub(crate) reading: ReadingArguments,
    #[command(flatten)]
    pub(crate) records: RecordArguments,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum StatsForm {
    /// Tables to read
    Text,
    /// One JSON object on one line
    Json,
}

#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  copydesk explain                                  everything that has a page, one line each
  copydesk explain spaced-hyphen")]
pub(crate) struct ExplainArguments {
    /// The name of a rule, role family, envelope, layer or writer
    #[arg(value_name = "NAME")]
    pub(crate) name: Option<String>,
}

/// How articles are parsed.
#[derive(Args, Debug)]
#[command(next_help_heading = "How articles are read")]
pub(crate) struct ReadingArguments {
    /// The envelope that the articles came in, instead of recognising it
    #[arg(long, value_name = "NAME", value_parser = envelope_parser())]
    pub(crate) envelope: Option<&'static Envelope>,
    /// The repairs to make: up to a risk (none, safe, likely, all); only the rules named, up to `safe` or to the risk before them (`likely,RULE`); all but those named with `-` (`safe,-RULE`)
    #[arg(long, value_name = "RISK,RULE,-RULE,…", default_value = "safe", allow_hyphen_values = true)]
    pub(crate) repairs: Repairs,
    /// The language of the articles, instead of reading it off them
    #[arg(long, value_name = "CODE", value_parser = language_parser())]
    pub(crate) language: Option<Language>,
    /// A file of your own words, added to those that are built in: mastheads, labels of fields, lines of furniture (TOML; see the README)
    #[arg(long, value_name = "FILE", value_parser = profile_parser)]
    pub(crate) profile: Option<Profile>,
}

impl ReadingArguments {
    pub(crate) fn options(&self, layers: &LayerChoice) -> Options {
        Options::new()
            .envelope(self.envelope)
            .language(self.language)
            .repairs(self.repairs)
            .layers(&layers.0)
            .profile(self.profile.clone().unwrap_or_default())
    }
}

/// How files are taken apart into records.
#[derive(Args, Debug)]
#[command(next_help_heading = "How files are read")]
pub(crate) struct RecordArguments {
    /// What the files hold: what their names say (see the README), one text, or records in one of these forms
    #[arg(long, value_name = "FORM", default_value = "auto", value_parser = form_parser())]
    pub(crate) from: &'static FileForm,
    /// The field of a record that holds the text
    #[arg(long, value_name = "FIELD", default_value = "text")]
    pub(crate) text_field: String,
    /// The field of a record that holds its id; without it, a record is called PATH#LINE
    #[arg(long, value_name = "FIELD", default_value = "id")]
    pub(crate) id_field: String,
}

impl RecordArguments {
    pub(crate) fn reading(&self) -> Reading {
        Reading {
            form: self.from,
            text_field: self.text_field.clone(),
            id_field: self.id_field.clone(),
            other_fields: OtherFields::Drop,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ColorWhen {
    Auto,
    Always,
    Never,
}

/// The layers asked for.
#[derive(Clone, Debug)]
pub(crate) struct LayerChoice(pub(crate) Vec<&'static Layer>);

fn writer_parser() -> impl TypedValueParser<Value = &'static Writer> {
    PossibleValuesParser::new(WRITERS.iter().map(|writer| writer.name()))
        .map(|name| Writer::named(&name).expect("only names of writers are possible"))
}

fn envelope_parser() -> impl TypedValueParser<Value = &'static Envelope> {
    PossibleValuesParser::new(ENVELOPES.iter().map(|envelope| envelope.name()))
        .map(|name| Envelope::named(&name).expect("only names of envelopes are possible"))
}

fn language_parser() -> impl TypedValueParser<Value = Language> {
    PossibleValuesParser::new(Language::ALL.iter().map(|language| language.code()))
        .map(|code| Language::from_code(&code).expect("only codes of languages are possible"))
}

fn form_parser() -> impl TypedValueParser<Value = &'static FileForm> {
    PossibleValuesParser::new(FileForm::ALL.iter().map(|form| form.name()))
        .map(|name| FileForm::named(&name).expect("only names of forms are possible"))
}

fn parts_parser() -> impl TypedValueParser<Value = Parts> {
    PossibleValuesParser::new(Parts::ALL.iter().map(|parts| parts.name()))
        .map(|name| Parts::named(&name).expect("only names of parts are possible"))
}

fn profile_parser(path: &str) -> Result<Profile, InvalidProfile> {
    copydesk_corpus::profile(Path::new(path))
}

fn layers_parser(names: &str) -> Result<LayerChoice, UnknownName> {
    Layer::choose(names).map(LayerChoice)
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
