//! How a command ended: its exit status, and what is said on standard error.

use std::io::{self, Write as _};
use std::process::ExitCode;

use copydesk_corpus::Unreadable;

use crate::printable::printable;

/// How the work went, once it had started.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Everything was done.
    Done,
    /// Everything was gone through, and some record had an error.
    SomeErrors,
    /// It was asked to end, by this signal, and did so in good order.
    Ended(i32),
}

impl Outcome {
    /// `SomeErrors` unless `errors` is 0.
    pub(crate) fn of(errors: u64) -> Self {
        if errors == 0 { Self::Done } else { Self::SomeErrors }
    }
}

/// The exit status of a command; an error is said on standard error.
pub(crate) fn conclude(result: anyhow::Result<Outcome>) -> ExitCode {
    match result {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::SomeErrors) => ExitCode::from(1),
        Ok(Outcome::Ended(signal)) => ExitCode::from(u8::try_from(128 + signal).unwrap_or(u8::MAX)),
        // The reader has what it wanted (`| head`): nothing went wrong.
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            say(&format!("{error:#}"));
            ExitCode::from(2)
        }
    }
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| cause.downcast_ref::<io::Error>().is_some_and(|e| e.kind() == io::ErrorKind::BrokenPipe))
}

/// Says something on standard error. That nobody listens there is no reason to stop.
pub(crate) fn say(message: &str) {
    let mut err = io::stderr().lock();
    for (index, line) in message.lines().enumerate() {
        let name = if index == 0 { "copydesk: " } else { "" };
        let _ = writeln!(err, "{name}{}", printable(line));
    }
}

/// Says what could not be read, and why, on one line.
pub(crate) fn say_unreadable(unreadable: &Unreadable) {
    say(&printable(&unreadable.to_string()));
}

/// Says what was met and passed over, a line for each kind.
pub(crate) fn say_passed_over(counts: &[(&str, u64)]) {
    counts.iter().for_each(|(what, count)| say(&passed_over(what, *count)));
}

/// What was passed over, of one kind, in words.
pub(crate) fn passed_over(what: &str, count: u64) -> String {
    format!("passed over: {what} ({count})")
}

/// A number of things in words: `1 document`, `2 documents`.
pub(crate) fn counted(count: u64, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}
