//! The `copydesk` command: parses newspaper articles into typed documents.
//!
//! Results go to standard output, everything else to standard error. Exit status 0: success; 1: some record had an error; 2: could not
//! start or continue; 130 and 143: it was asked to stop.

mod arguments;
mod diff;
mod explain;
mod figures;
mod inputs;
mod outcome;
mod output;
mod over;
mod paint;
mod parse;
mod printable;
mod progress;
mod schema;
mod signals;
mod stats;
mod verify;
mod view;
mod visible;

use std::path::Path;
use std::process::ExitCode;

use clap::Parser as _;
use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::arguments::{Arguments, Command};
use crate::outcome::conclude;
use crate::printable::printable;

fn main() -> ExitCode {
    conclude(match arguments().command {
        Command::Parse(arguments) => parse::run(&arguments),
        Command::View(arguments) => view::run(&arguments),
        Command::Diff(arguments) => diff::run(&arguments),
        Command::Figures(arguments) => figures::run(&arguments),
        Command::Verify(arguments) => verify::run(&arguments),
        Command::Stats(arguments) => stats::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Schema => schema::run(),
    })
}

/// The command line, or the end.
fn arguments() -> Arguments {
    Arguments::try_parse().unwrap_or_else(|mut error| {
        // A mistyped option is no file of that name: how to name such a file is not what to say.
        if error.kind() == ErrorKind::UnknownArgument {
            error.remove(ContextKind::Suggested);
        }
        hint_at_file(&mut error);
        error.exit()
    })
}

/// Where a file stands in the place of a command, says which commands take one.
fn hint_at_file(error: &mut clap::Error) {
    let Some(ContextValue::String(name)) = error.get(ContextKind::InvalidSubcommand) else { return };
    if !(name == "-" || name.contains(['/', '.']) || Path::new(name).exists()) {
        return;
    }
    let name = printable(name);
    let hints = [format!("to look at it: copydesk view {name}"), format!("to parse it: copydesk parse {name}")];
    error.remove(ContextKind::SuggestedSubcommand);
    error.insert(ContextKind::Suggested, ContextValue::StyledStrs(hints.map(StyledStr::from).into()));
}
