//! The table in the form that was asked for.

use anyhow::Context as _;

use crate::arguments::{FiguresArguments, TableForm};
use crate::output::{Legible, Output, refuse_packed};

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
        let form = arguments.form();
        refuse_packed(arguments.output.as_deref())?;
        let legible = if form == TableForm::Parquet { Legible::No("Parquet") } else { Legible::Yes };
        let out = Output::create(arguments.output.as_deref(), &arguments.input.paths, legible)?;
        Ok(match form {
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

    /// Writes the end.
    pub(super) fn finish(self) -> anyhow::Result<()> {
        let out = match self {
            Self::Csv(table) => table.finish()?,
            Self::Jsonl(table) => table.finish(),
            Self::Parquet(table) => table.finish()?,
        };
        out.keep().context("the output cannot be written")
    }
}
