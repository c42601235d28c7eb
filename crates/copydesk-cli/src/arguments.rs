//! The command line: what can be asked for, checked against the registries before any work starts.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};
use copydesk::write::{WRITERS, Writer};
use copydesk::{ENVELOPES, Envelope, LAYERS, Language, Layer, Options, RULES, Repairs, Risk, Rule, RuleSet};

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
    /// Checks every invariant on your own files, document by document
    Verify(VerifyArguments),
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
    /// Files to read, `-` for standard input: plain text, or .jsonl, .jsonl.gz with one record per line
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// The form to write
    #[arg(long, value_name = "FORM", default_value = "jsonl", value_parser = writer_parser())]
    pub(crate) to: &'static Writer,
    /// The file to write to, in place of standard output
    #[arg(short, long, value_name = "OUT")]
    pub(crate) output: Option<PathBuf>,
    /// Whether to write what stands around the articles of an export as well: its cover, its footer
    #[arg(long, value_name = "WHICH", default_value = "article")]
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
  copydesk view article.txt --color always | less -R

A repair is shown where it was made, [-what was there-]{+what is there now+}, in colours where the terminal has them. A note is a \
number, [^1], and is listed below.")]
pub(crate) struct ViewArguments {
    /// The file to show, `-` for standard input
    #[arg(value_name = "PATH")]
    pub(crate) path: Option<PathBuf>,
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
    /// The repairs to make: none, or up to a risk (safe, likely, all), or only the rules named, which are made up to `safe`; with `likely,RULE` only this rule, up to `likely`
    #[arg(long, value_name = "none|safe|likely|all|RULE,…", default_value = "safe", value_parser = repairs_parser)]
    pub(crate) repairs: Repairs,
    /// The language of the articles, instead of reading it off them
    #[arg(long, value_name = "CODE", value_parser = language_parser())]
    pub(crate) language: Option<Language>,
}

impl ReadingArguments {
    pub(crate) fn options(&self, layers: &LayerChoice) -> Options {
        Options::new().envelope(self.envelope).language(self.language).repairs(self.repairs).layers(&layers.0)
    }
}

/// How files are taken apart into records.
#[derive(Args, Debug)]
#[command(next_help_heading = "How files are read")]
pub(crate) struct RecordArguments {
    /// What the files hold: by their names (.jsonl, .ndjson and these with .gz hold records), plain text, or records
    #[arg(long, value_name = "FORM", default_value = "auto")]
    pub(crate) from: FileForm,
    /// The field of a record that holds the text
    #[arg(long, value_name = "FIELD", default_value = "text")]
    pub(crate) text_field: String,
    /// The field of a record that holds its id; without it, a record is called PATH#LINE
    #[arg(long, value_name = "FIELD", default_value = "id")]
    pub(crate) id_field: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum FileForm {
    Auto,
    Text,
    Jsonl,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Parts {
    Article,
    All,
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

/// `none`, `all`, or names of layers.
fn layers_parser(value: &str) -> Result<LayerChoice, String> {
    match value {
        "none" => Ok(LayerChoice(Vec::new())),
        "all" => Ok(LayerChoice(LAYERS.to_vec())),
        names => names
            .split(',')
            .map(|name| Layer::named(name).ok_or_else(|| unknown_layer(name)))
            .collect::<Result<_, _>>()
            .map(LayerChoice),
    }
}

fn unknown_layer(name: &str) -> String {
    let known: Vec<&str> = LAYERS.iter().map(|layer| layer.name()).collect();
    format!("no layer is called `{name}`; there are all, none, {}", known.join(", "))
}

/// `none`, or a risk, or names of rules, or both: `likely,spaced-hyphen` is this rule up to that risk.
fn repairs_parser(value: &str) -> Result<Repairs, String> {
    if value == "none" {
        return Ok(Repairs::NONE);
    }
    let mut most = None;
    let mut rules = RuleSet::EMPTY;
    for word in value.split(',') {
        if let Some(risk) = Risk::ALL.into_iter().find(|risk| risk.name() == word) {
            if most.replace(risk).is_some() {
                return Err("there can be one risk only".into());
            }
        } else if word == "none" {
            return Err("`none` stands alone".into());
        } else if word == "encoding" {
            return Err("`encoding` is always made, and cannot be chosen: text must be characters".into());
        } else if let Some(rule) = Rule::named(word) {
            rules = rules.union(RuleSet::of(rule));
        } else {
            return Err(unknown_rule(word));
        }
    }
    let repairs = Repairs::up_to(most.unwrap_or(Risk::Safe));
    Ok(if rules.is_empty() { repairs } else { repairs.only(rules) })
}

fn unknown_rule(name: &str) -> String {
    let rules = RULES.iter().map(|rule| rule.name()).filter(|name| *name != "encoding");
    let known: Vec<&str> = ["none"].into_iter().chain(Risk::ALL.map(Risk::name)).chain(rules).collect();
    format!("no rule is called `{name}`; there are {}", known.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory as _;

    #[test]
    fn the_command_line_is_sound() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn repairs_are_a_risk_or_rules_or_both() {
        let hyphen = RuleSet::of(Rule::named("spaced-hyphen").unwrap());
        assert_eq!(repairs_parser("none"), Ok(Repairs::NONE));
        assert_eq!(repairs_parser("likely"), Ok(Repairs::up_to(Risk::Likely)));
        assert_eq!(repairs_parser("spaced-hyphen"), Ok(Repairs::up_to(Risk::Safe).only(hyphen)));
        assert_eq!(repairs_parser("spaced-hyphen,all"), Ok(Repairs::up_to(Risk::All).only(hyphen)));
        assert!(repairs_parser("safe,all").is_err());
        assert!(repairs_parser("none,safe").unwrap_err().contains("stands alone"));
        assert!(repairs_parser("encoding").unwrap_err().contains("always"));
        assert!(repairs_parser("spaced-comma").unwrap_err().contains("spaced-hyphen"));
    }
}
