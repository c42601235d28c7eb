//! The counts as tables to read.

use std::io::{self, Write};

use crate::outcome::counted;
use crate::printable::printable;

use super::counts::Counts;
use super::sources::Sources;

/// How many sources are named; the other forms name more.
const SOURCES: usize = 20;

pub(super) fn write(counts: &Counts, seconds: f64, out: &mut impl Write) -> io::Result<()> {
    let Counts { records, bytes, unreadable, articles, .. } = counts;
    let megabytes = *bytes as f64 / 1e6;
    let (articles_in, records) = (counted(*articles, "article"), counted(*records, "record"));
    writeln!(out, "{articles_in} in {records}, {unreadable} unreadable")?;
    writeln!(out, "{megabytes:.1} MB in {seconds:.1} s, {:.1} MB/s", megabytes / seconds.max(1e-9))?;
    for filled in counts.tables() {
        writeln!(out, "\n{} ({})", filled.table.name(), filled.table.unit())?;
        for (name, count) in filled.rows {
            writeln!(out, "{count:>10}  {name}")?;
        }
    }
    if *articles > 0 {
        writeln!(out, "\nlengths (articles by the characters of their bodies)")?;
        for (from, below, count) in counts.lengths.steps() {
            let to = below.map_or("more".to_owned(), |below| (below - 1).to_string());
            writeln!(out, "{count:>10}  {from} to {to}")?;
        }
        sources("publications", &counts.publications, out)?;
        sources("inputs", &counts.inputs, out)?;
    }
    Ok(())
}

fn sources(title: &str, sources: &Sources, out: &mut impl Write) -> io::Result<()> {
    let rows = sources.rows();
    writeln!(out, "\n{title} (articles)")?;
    for (name, source) in rows.iter().take(SOURCES) {
        writeln!(out, "{:>10}  {}", source.articles, printable(name))?;
    }
    if let Some(rest) = rows.get(SOURCES..).filter(|rest| !rest.is_empty()) {
        let articles: u64 = rest.iter().map(|(_, source)| source.articles).sum();
        writeln!(out, "{articles:>10}  in {} more", rest.len())?;
    }
    Ok(())
}
