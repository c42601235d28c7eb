//! The table in the form that was asked for.

use std::io::{self, BufWriter, IsTerminal as _};
use std::path::Path;

use anyhow::bail;

use crate::arguments::{FiguresArguments, TableForm};
use crate::output;

use super::columns::{Cell, columns};
use super::csv::Csv;
use super::jsonl::Jsonl;
use super::parquet::Parquet;

pub(super) enum Table {
    Csv(Box<Csv>),
    Jsonl(Jsonl),
    Parquet(Box<Parquet>),
}

impl Table {
    /// Opens the output and begins the table.
    pub(super) fn create(arguments: &FiguresArguments) -> anyhow::Result<Self> {
        let output = arguments.output.as_deref();
        let to_stdout = output.is_none_or(|path| path == Path::new("-"));
        if arguments.to == TableForm::Parquet && to_stdout && io::stdout().is_terminal() {
            bail!("Parquet is nothing that a terminal shows: name a file with -o");
        }
        let out = BufWriter::with_capacity(1 << 16, output::create(output, &arguments.input.paths)?);
        Ok(match arguments.to {
            TableForm::Csv => Self::Csv(Box::new(Csv::new(out, &columns())?)),
            TableForm::Jsonl => Self::Jsonl(Jsonl::new(out, columns())),
            TableForm::Parquet => Self::Parquet(Box::new(Parquet::new(out, &columns())?)),
        })
    }

    pub(super) fn row(&mut self, row: &[Cell<'_>]) -> anyhow::Result<()> {
        match self {
            Self::Csv(table) => table.row(row),
            Self::Jsonl(table) => table.row(row),
            Self::Parquet(table) => table.row(row),
        }
    }

    pub(super) fn finish(self) -> anyhow::Result<()> {
        match self {
            Self::Csv(table) => table.finish(),
            Self::Jsonl(table) => table.finish(),
            Self::Parquet(table) => table.finish(),
        }
    }
}
