//! Spec pages: prose with examples that are tests. `tests/spec/README.md` says how they are written.

mod checks;
mod page;
mod run;
mod show;

use std::fmt;
use std::path::PathBuf;

use anyhow::Result;

use crate::tree;

pub use page::{Block, BlockKind, Example, Page, Setup};

/// Something that is not as its page says.
#[derive(Clone, Debug)]
pub struct Failure {
    /// The page, from the repository's root.
    pub page: String,
    /// The line of the example's heading.
    pub line: usize,
    /// The example's heading; empty for what stands outside any.
    pub heading: String,
    /// What is wrong, in lines.
    pub what: String,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}:{}: {}", self.page, self.line, self.heading)?;
        self.what.lines().try_for_each(|line| writeln!(f, "    {line}"))
    }
}

/// What came of running pages.
#[derive(Debug, Default)]
pub struct Report {
    /// How many pages were run.
    pub pages: usize,
    /// How many examples they have.
    pub examples: usize,
    /// How many of these are known failures that fail, as they must.
    pub known: usize,
    /// What is not as the pages say.
    pub failures: Vec<Failure>,
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.failures.iter().try_for_each(|failure| writeln!(f, "{failure}"))?;
        let Self { pages, examples, known, failures } = self;
        write!(f, "{pages} pages, {examples} examples ({known} known failures), {} failures", failures.len())
    }
}

/// Every spec page, in order.
///
/// # Errors
/// If the folder cannot be listed.
pub fn pages() -> Result<Vec<PathBuf>> {
    let mut pages = tree::files(&tree::root().join("tests/spec"), "md")?;
    pages.retain(|page| page.file_name().is_some_and(|name| name != "README.md"));
    Ok(pages)
}

/// Runs every example of these pages.
///
/// # Errors
/// If a page cannot be read.
pub fn run(paths: &[PathBuf]) -> Result<Report> {
    let mut report = Report::default();
    for path in paths {
        let page = Page::read(path)?;
        report.pages += 1;
        report.examples += page.examples.len();
        report.failures.extend(page.malformed.iter().cloned());
        for example in &page.examples {
            let found = run::example(example);
            let mut fail = |what: String| {
                let (page, heading) = (page.name.clone(), example.heading.clone());
                report.failures.push(Failure { page, line: example.line, heading, what });
            };
            match (example.known_failure(), found.is_empty()) {
                (true, true) => fail("passes: take `Known failure:` away from its heading".to_owned()),
                (true, false) => report.known += 1,
                (false, true) => {}
                (false, false) => fail(found.join("\n")),
            }
        }
    }
    Ok(report)
}
