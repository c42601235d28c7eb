//! The table as CSV, for a spreadsheet.
//!
//! As RFC 4180 has it, in UTF-8: a line of names, commas, quotation marks around a cell that needs them, doubled inside; a line end in a
//! sentence stays, inside its quotation marks. Lines end with a line feed.
//!
//! A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula, and news is text from outside: such a cell gets an
//! apostrophe before it, unless it is a number. One that begins so behind apostrophes of its own gets one more, so that taking one away
//! gives every cell back.

use std::borrow::Cow;

use anyhow::{Context as _, anyhow};
use csv::{ErrorKind, Writer};

use crate::output::Output;

use super::columns::{Cell, Column};

/// What begins a formula, or is passed over before one; the wide forms are taken for the plain ones where text is Chinese or Japanese.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

pub(super) struct Csv(Writer<Output>);

impl Csv {
    pub(super) fn new(out: Output, columns: &[Column]) -> anyhow::Result<Self> {
        let mut writer = Writer::from_writer(out);
        writer.write_record(columns.iter().map(|column| column.name)).map_err(unwritten)?;
        Ok(Self(writer))
    }

    pub(super) fn row(&mut self, row: &[Cell<'_>]) -> anyhow::Result<()> {
        let cells = row.iter().map(|cell| match cell {
            Cell::None => Cow::Borrowed(""),
            Cell::Text(text) => guarded(text),
            Cell::Number(number) => Cow::Owned(number.to_string()),
        });
        self.0.write_record(cells.map(Bytes)).map_err(unwritten)
    }

    pub(super) fn finish(self) -> anyhow::Result<Output> {
        let out = self.0.into_inner().map_err(csv::IntoInnerError::into_error);
        out.context("the output cannot be written")
    }
}

struct Bytes<'c>(Cow<'c, str>);

impl AsRef<[u8]> for Bytes<'_> {
    fn as_ref(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

/// The text as no spreadsheet runs it.
fn guarded(text: &str) -> Cow<'_, str> {
    // What stands behind apostrophes of its own decides, so that a guard can be told from them.
    let is_formula = is_formula(text.trim_start_matches('\''));
    if is_formula { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// Whether a spreadsheet might take it for a formula: a mark alone is none, and a decimal is read as a number with its sign.
fn is_formula(text: &str) -> bool {
    text.starts_with(FORMULA) && text.chars().nth(1).is_some() && !is_number(text)
}

fn is_number(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    unsigned.split_once('.').map_or_else(|| digits(unsigned), |(whole, rest)| digits(whole) && digits(rest))
}

/// The cause itself, so that a pipe that was closed can be told.
fn unwritten(error: csv::Error) -> anyhow::Error {
    let error = match error.into_kind() {
        ErrorKind::Io(error) => anyhow::Error::from(error),
        kind => anyhow!("{kind:?}"),
    };
    error.context("the output cannot be written")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        for text in ["=HYPERLINK(\"x\")", "+1 555 0100", "-5 percent", "@mayor", "\t=1", "- said so", "＝1", "-1-1"] {
            assert_eq!(guarded(text), format!("'{text}"));
            // With an apostrophe of its own it gets another, and both come back.
            assert_eq!(guarded(&format!("'{text}")), format!("''{text}"));
        }
    }

    #[test]
    fn everything_else_is_as_it_stands() {
        for text in [
            "",
            "21400000",
            "-5",
            "+3",
            "-0.25",
            "5-1",
            "-",
            "'-",
            "'-5",
            "'We waited,' he said.",
            "a = b",
            "'",
            "''",
            "“-",
        ] {
            assert_eq!(guarded(text), text);
        }
    }
}
