//! How articles and files are read: what all commands that read take.

use std::path::{Path, PathBuf};

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use copydesk::{ENVELOPES, Envelope, InvalidRepairs, Language, Options, Profile, Repairs};
use copydesk_corpus::{FileForm, InvalidProfile, OtherFields, RECORD_LIMIT, Reading};

use super::layers::LayerChoice;
use super::words::Words;

/// What the paths of a command are.
const PATHS: &str = "Files to read; directories, for every file below them, in name order; patterns such as `corpus/*.jsonl`; `-` for \
    standard input. The name decides how a file is read: as records (.jsonl, .json, .csv, .tsv, .parquet, .warc, .wet), as an archive of files \
    (.zip), or else as one text (.docx included); .gz and .zst are unpacked. Hidden files, links to directories and special files in a \
    directory are skipped";

/// What a command reads, and how: what all that read take.
#[derive(Args, Debug)]
pub(crate) struct InputArguments {
    // Not under the heading of what a command lists before.
    #[arg(value_name = "PATH", help = PATHS, help_heading = None::<&'static str>)]
    pub(crate) paths: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) reading: ReadingArguments,
    #[command(flatten)]
    pub(crate) records: RecordArguments,
}

/// How articles are parsed.
#[derive(Args, Debug)]
#[command(next_help_heading = "How articles are read")]
pub(crate) struct ReadingArguments {
    /// The envelope (delivery format) of the articles, instead of detecting it
    #[arg(long, value_name = "NAME", value_parser = envelope_parser())]
    pub(crate) envelope: Option<&'static Envelope>,
    /// The repairs to make: up to a risk (none, safe, likely, all); only the named rules, up to `safe` or to the risk named with them (`likely,RULE`); all rules but some (`safe,-RULE`)
    #[arg(long, value_name = "RISK,RULE,-RULE,…", default_value = "safe", value_parser = repairs_parser(), allow_hyphen_values = true)]
    pub(crate) repairs: Repairs,
    /// The language of the articles, instead of detecting it
    #[arg(long, value_name = "CODE", value_parser = language_parser())]
    pub(crate) language: Option<Language>,
    /// A TOML file that adds your own mastheads, field labels and lines of furniture to the built-in ones (see the README)
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
    /// The format of the files; auto: their names decide
    #[arg(long, value_name = "FORM", default_value = "auto", value_parser = form_parser())]
    pub(crate) from: &'static FileForm,
    /// The field or column of a record that holds the text
    #[arg(long, value_name = "FIELD", default_value = "text")]
    pub(crate) text_field: String,
    /// The field or column of a record that holds its id; a record without one is named PATH#NUMBER, or by the id in its archive
    #[arg(long, value_name = "FIELD", default_value = "id")]
    pub(crate) id_field: String,
    /// The most bytes that a record in a file of records may have; a longer one is an error and is not kept in memory
    #[arg(long, value_name = "BYTES", default_value_t = RECORD_LIMIT)]
    pub(crate) record_limit: u64,
}

impl RecordArguments {
    pub(crate) fn reading(&self) -> Reading {
        Reading {
            form: self.from,
            text_field: self.text_field.clone(),
            id_field: self.id_field.clone(),
            other_fields: OtherFields::Drop,
            record_limit: self.record_limit,
        }
    }
}

fn repairs_parser() -> impl TypedValueParser<Value = Repairs> {
    // The rules are many; `copydesk explain` lists them.
    Words { read: str::parse, unknown: InvalidRepairs::unknown_rule, listed: Vec::new() }
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

fn profile_parser(path: &str) -> Result<Profile, InvalidProfile> {
    copydesk_corpus::profile(Path::new(path))
}
