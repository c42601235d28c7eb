//! Which module of the core reads which.

use std::collections::{BTreeMap, VecDeque};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::tree;

/// The folder of the core.
#[must_use]
pub fn core() -> PathBuf {
    tree::root().join("crates/copydesk/src")
}

/// The code of a file: without comments, and without the tests at its end.
#[must_use]
pub fn code(file: &str) -> String {
    let code = file.split("#[cfg(test)]\nmod tests").next().unwrap_or("");
    let lines = code.lines().map(|line| {
        let comment = line.trim_start().starts_with("//");
        if comment { "" } else { line.split(" // ").next().unwrap_or("") }
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// The top modules of the core, each with those that it names and the first place where it does so.
///
/// # Errors
/// If a file cannot be read.
pub fn graph() -> Result<BTreeMap<String, BTreeMap<String, String>>> {
    let core = core();
    let files = tree::files(&core, "rs")?;
    let mut modules: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    for file in &files {
        modules.entry(top(&core, file)?).or_default();
    }
    modules.remove("lib");
    let exports = exports(&code(&std::fs::read_to_string(core.join("lib.rs"))?));
    for file in &files {
        let from = top(&core, file)?;
        if from == "lib" {
            continue;
        }
        for (number, line) in statements(&code(&std::fs::read_to_string(file)?)) {
            for name in names(&line) {
                let to = if modules.contains_key(&name) { Some(&name) } else { exports.get(&name) };
                let Some(to) = to.filter(|to| **to != from).cloned() else { continue };
                let place = format!("{}:{number}", tree::relative(file));
                modules.get_mut(&from).expect("listed above").entry(to).or_insert(place);
            }
        }
    }
    Ok(modules)
}

/// The shortest way from one module to another, both included; empty if there is none.
#[must_use]
pub fn way<'g>(graph: &'g BTreeMap<String, BTreeMap<String, String>>, from: &'g str, to: &str) -> Vec<&'g str> {
    let mut before: BTreeMap<&str, &str> = BTreeMap::new();
    let mut open = VecDeque::from([from]);
    while let Some(module) = open.pop_front() {
        if module == to {
            let mut way = vec![module];
            while way[way.len() - 1] != from {
                way.push(before[way[way.len() - 1]]);
            }
            way.reverse();
            return way;
        }
        for next in graph.get(module).into_iter().flat_map(BTreeMap::keys) {
            if next != from && !before.contains_key(next.as_str()) {
                before.insert(next, module);
                open.push_back(next);
            }
        }
    }
    Vec::new()
}

fn top(core: &Path, file: &Path) -> Result<String> {
    let inside = file.strip_prefix(core)?;
    let first = inside.components().next().context("a file has a name")?;
    let name = first.as_os_str().to_string_lossy().into_owned();
    Ok(name.strip_suffix(".rs").unwrap_or(&name).to_owned())
}

/// What `lib.rs` gives out under the crate's own name, with the module that it is from.
fn exports(lib: &str) -> BTreeMap<String, String> {
    let mut exports = BTreeMap::new();
    for (_, line) in statements(lib) {
        let Some(path) = line.trim().strip_prefix("pub use ") else { continue };
        let Some((module, names)) = path.split_once("::") else { continue };
        for name in names.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|name| !name.is_empty()) {
            exports.insert(name.to_owned(), module.to_owned());
        }
    }
    exports
}

/// The code as lines, a `use` that goes over several of them as one; each with its number.
fn statements(code: &str) -> Vec<(usize, String)> {
    let mut statements: Vec<(usize, String)> = Vec::new();
    let mut open = false;
    for (index, line) in code.lines().enumerate() {
        match statements.last_mut() {
            Some((_, statement)) if open => statement.push_str(line),
            _ => statements.push((index + 1, line.to_owned())),
        }
        let last = &statements.last().expect("pushed above").1;
        open = last.trim_start().trim_start_matches("pub ").starts_with("use ") && !last.contains(';');
    }
    statements
}

/// The first names after `crate::` in a line; `crate::{a::b, c}` gives `a` and `c`.
fn names(line: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, _) in line.match_indices("crate::") {
        if line[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == '$') {
            continue;
        }
        let rest = &line[at + "crate::".len()..];
        match rest.strip_prefix('{') {
            None => found.extend(name(rest)),
            Some(list) => {
                let mut depth = 0;
                for part in list.split_inclusive(['{', '}', ',']) {
                    if depth == 0 {
                        found.extend(name(part.trim_start()));
                    }
                    depth += part.matches('{').count() as i32 - part.matches('}').count() as i32;
                    if depth < 0 {
                        break;
                    }
                }
            }
        }
    }
    found
}

fn name(text: &str) -> Option<String> {
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
    (end > 0).then(|| text[..end].to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_in_every_form() {
        assert_eq!(names("use crate::{annotate::{self, Table}, lines, Note};"), ["annotate", "lines", "Note"]);
        assert_eq!(names("fn f(x: &crate::options::Repairs) -> crate::Note {"), ["options", "Note"]);
        assert_eq!(names("$crate::Record"), [""; 0]);
    }

    #[test]
    fn a_use_over_several_lines_is_one_statement() {
        let statements = statements("use crate::{\n    a,\n    b,\n};\nfn f() {}\n");
        assert_eq!(statements.iter().map(|(number, _)| *number).collect::<Vec<_>>(), [1, 5]);
    }
}
