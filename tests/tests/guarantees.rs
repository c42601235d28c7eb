//! Every promise of `docs/guarantees.md` names tests that are there.

use std::collections::BTreeSet;

use anyhow::{Context, Result, ensure};
use copydesk_tests::tree;

/// The rows of the tables: a promise, and the tests that hold it as they are written there.
fn promises(page: &str) -> Vec<(&str, Vec<&str>)> {
    let rows = page.lines().filter_map(|line| line.strip_prefix("| ")?.strip_suffix(" |")?.rsplit_once(" | "));
    let rows = rows.filter(|(promise, _)| *promise != "promise");
    rows.map(|(promise, tests)| (promise, tests.split(", ").map(|test| test.trim_matches('`')).collect())).collect()
}

/// Whether a file has the test: a function of this name, with Rust's attribute or as pytest knows it.
fn is_there(test: &str) -> Result<bool> {
    let (file, name) = test.split_once("::").with_context(|| format!("`{test}` is no file::function"))?;
    let path = tree::root().join(file);
    let code = std::fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    if file.ends_with(".py") {
        return Ok(name.starts_with("test_") && code.contains(&format!("def {name}(")));
    }
    let at = code.find(&format!("fn {name}("));
    Ok(at.is_some_and(|at| code[..at].rsplit("\n\n").next().is_some_and(|head| head.contains("#[test]"))))
}

#[test]
fn every_promise_has_its_test() -> Result<()> {
    let path = tree::root().join("docs/guarantees.md");
    let page = std::fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    let promises = promises(&page);
    // As many as the tables have rows: a row that is written otherwise would be passed over.
    let rows = page.lines().filter(|line| line.starts_with('|')).count();
    let heads = page.lines().filter(|line| line.starts_with("|--")).count();
    ensure!(promises.len() == rows - 2 * heads, "a row of {} is no promise with its tests", path.display());
    for (promise, tests) in &promises {
        ensure!(!tests.is_empty(), "{promise}: no test");
        for test in tests {
            ensure!(is_there(test).context(promise.to_string())?, "{promise}: there is no test {test}");
        }
    }
    let distinct: BTreeSet<&str> = promises.iter().map(|(promise, _)| *promise).collect();
    ensure!(distinct.len() == promises.len(), "a promise is given twice");
    Ok(())
}

#[test]
fn a_test_that_is_not_there_is_seen() -> Result<()> {
    assert!(is_there("tests/tests/guarantees.rs::every_promise_has_its_test")?);
    assert!(!is_there("tests/tests/guarantees.rs::promises")?);
    assert!(!is_there("tests/tests/guarantees.rs::nothing_of_this_name")?);
    assert!(is_there("tests/tests/no_file.rs::promises").is_err());
    assert!(is_there("promises").is_err());
    Ok(())
}
