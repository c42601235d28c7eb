//! What came out, held against what went in.

use std::io::BufRead;

use anyhow::{Context, Result, ensure};
use serde_json::Value as Json;

use super::lines::{Told, id};
use crate::laws;

/// What a check met.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Checked {
    /// Records, each of which came out once: as its documents or as an error.
    pub records: u64,
    /// Documents, all parts of a record counted.
    pub documents: u64,
    /// Errors.
    pub errors: u64,
}

/// Rows one by one, of which the next can be looked at.
struct Rows<R> {
    lines: std::io::Lines<R>,
    next: Option<Json>,
}

impl<R: BufRead> Rows<R> {
    fn peek(&mut self) -> Result<Option<&Json>> {
        if self.next.is_none() {
            let line = self.lines.next().transpose()?;
            self.next = line.map(|line| serde_json::from_str(&line).with_context(|| line)).transpose()?;
        }
        Ok(self.next.as_ref())
    }

    fn take(&mut self) -> Result<Json> {
        self.peek()?;
        self.next.take().context("rows are missing at the end")
    }
}

/// Holds the rows of a run over records from `first` on, all parts of each, against what is known of the records.
///
/// # Errors
/// The first thing that is lost, comes twice, or is another.
pub fn check(rows: impl BufRead, first: u64, told: impl Iterator<Item = Told>) -> Result<Checked> {
    let mut rows = Rows { lines: rows.lines(), next: None };
    let mut checked = Checked::default();
    for (number, told) in (first..).zip(told) {
        let place = checked.records + 1;
        checked.records += 1;
        record(&mut rows, number, place, &told, &mut checked).with_context(|| format!("record {number}"))?;
    }
    let over = rows.peek()?;
    ensure!(over.is_none(), "rows of no record at the end: {over:?}");
    Ok(checked)
}

fn record(rows: &mut Rows<impl BufRead>, number: u64, place: u64, told: &Told, checked: &mut Checked) -> Result<()> {
    let row = rows.take()?;
    if row.get("error").is_some() {
        ensure!(row["error"]["record"] == place, "the error is of record {}, not of {place}", row["error"]["record"]);
        ensure!(*told == Told::Anything, "a good record is an error: {row}");
        checked.errors += 1;
        return Ok(());
    }
    // A damaged line can have another id, or none; parts of it are told by theirs.
    let found = row["id"].as_str().context("a row has an id")?.to_owned();
    let own = match told {
        Told::Text(_) => id(number),
        Told::Anything => whole(&found).to_owned(),
    };
    let is_own = |id: &str| id == own || id.strip_prefix(&*own).is_some_and(|rest| rest.starts_with('#'));
    ensure!(is_own(&found), "a row is called {found}, not {own}");
    let mut source = laws::recovered(&row).context("a row gives no source back")?;
    checked.documents += 1;
    while rows.peek()?.is_some_and(|row| row.get("error").is_none() && row["id"].as_str().is_some_and(is_own)) {
        source.extend(laws::recovered(&rows.take()?).context("a row gives no source back")?);
        checked.documents += 1;
    }
    if let Told::Text(text) = told {
        ensure!(source == *text, "it comes back as {:?}, not {:?}", lossy(&source), lossy(text));
    }
    Ok(())
}

/// The id of a record by that of its first part. What has no id is called by its line, as `-#5`, which is no part.
fn whole(id: &str) -> &str {
    let parted = id.rsplit_once('#').filter(|(_, part)| ["cover", "separator1", "1", "footer"].contains(part));
    parted.map_or(id, |(whole, _)| whole)
}

fn lossy(bytes: &[u8]) -> std::borrow::Cow<'_, str> {
    String::from_utf8_lossy(bytes)
}
