//! What keeps the project in order and no compiler checks: registries and their pages, spec pages, the order of modules, purity of the
//! core, the length of files.
//!
//! # The order of modules
//!
//! A stage reads only what earlier stages wrote, so a module imports only from modules before it in [`ORDER`]. Where the code needs to
//! look the other way, the pair stands in [`UPWARD`] with its reason; every such pair is a cycle, and the fewer there are the better.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use anyhow::Result;
use copydesk::{ENVELOPES, FAMILIES, LAYERS, RULES, write::WRITERS};
use copydesk_tests::spec::{Example, Page};
use copydesk_tests::{modules, tree};

/// The modules of the core, each reading only those before it.
const ORDER: &[&str] = &[
    "registry", "names", "few", "reuse", "data", "span", "offsets", "source", "note", "masks", "letters", "phrase",
    "keys", "split", "language", "lines", "scan", "header", "repair", "decode", "pieces", "compose", "blocks",
    "envelope", "annotate", "document", "check", "options", "parse", "parser", "reparse", "stages", "write", "explain",
];

/// Who reads a later module, which, and why it must.
const UPWARD: &[(&str, &str, &str)] = &[
    ("repair", "decode", "the registry of rules lists `encoding`, which lies with the stage that applies it"),
    ("repair", "options", "what a parse allows is said in its options"),
    ("blocks", "envelope", "the envelope's grammar labels first, then the families"),
    ("annotate", "document", "a layer reads the blocks' cut points, and adds its accessor to the document"),
    ("options", "parse", "options are where a parse is started"),
];

/// What the core does not name: input and output, threads, globals, the surroundings.
const IMPURE: &[&str] = &[
    "std::fs",
    "std::thread",
    "std::env",
    "std::process",
    "std::net",
    "std::io",
    "std::time",
    "static mut",
    "thread_local!",
    "Mutex",
    "RwLock",
    "LazyLock",
    "LazyCell",
    "OnceCell",
    "OnceLock",
    "Atomic",
    "println!",
    "eprintln!",
    "print!",
    "dbg!",
];

/// The one thing with interior mutability: a document's text, made when it is first asked for.
const ALLOWED: &[(&str, &str)] = &[("document.rs", "OnceLock"), ("parse.rs", "OnceLock")];

/// The most lines that a file has; past that it is doing two jobs.
const LINES: usize = 500;

/// A list of registered things, the folder that they lie in, and what their pages have.
struct Registry {
    folder: &'static str,
    /// The type of their statics.
    kind: &'static str,
    /// Name and page of each.
    members: Vec<(&'static str, String)>,
    /// The heads of a page; of each group one.
    heads: &'static [&'static [&'static str]],
}

fn registries() -> [Registry; 5] {
    [
        Registry {
            folder: "repair",
            kind: "Rule",
            members: RULES.iter().map(|rule| (rule.name(), rule.page())).collect(),
            heads: &[&["Sees"], &["Does"], &["Leaves alone"], &["Evidence"]],
        },
        Registry {
            folder: "blocks",
            kind: "Family",
            members: FAMILIES.iter().map(|family| (family.name(), family.page())).collect(),
            heads: &[&["Grammar", "Forms", "Sees"], &["False friends", "Leaves alone"]],
        },
        Registry {
            folder: "envelope",
            kind: "Envelope",
            members: ENVELOPES.iter().map(|envelope| (envelope.name(), envelope.page())).collect(),
            heads: &[&["Evidence"]],
        },
        Registry {
            folder: "annotate",
            kind: "Layer",
            members: LAYERS.iter().map(|layer| (layer.name(), layer.page())).collect(),
            heads: &[&["A row"], &["Leaves alone"]],
        },
        Registry {
            folder: "write",
            kind: "Writer",
            members: WRITERS.iter().map(|writer| (writer.name(), writer.page())).collect(),
            heads: &[],
        },
    ]
}

fn report(wrong: &[String]) {
    assert!(wrong.is_empty(), "{} things are out of order:\n{}", wrong.len(), wrong.join("\n"));
}

/// A file's name, or its folder's if it is the folder's `mod.rs`, with hyphens.
fn kebab(file: &Path) -> String {
    let named = if file.ends_with("mod.rs") { file.parent().unwrap_or(file) } else { file };
    named.file_stem().unwrap_or_default().to_string_lossy().replace('_', "-")
}

#[test]
fn what_lies_in_a_registry_s_folder_is_registered() -> Result<()> {
    let mut wrong = Vec::new();
    for registry in registries() {
        let folder = modules::core().join(registry.folder);
        let names: BTreeSet<&str> = registry.members.iter().map(|(name, _)| *name).collect();
        if names.len() != registry.members.len() {
            wrong.push(format!("{}: a name is registered twice", registry.folder));
        }
        for file in tree::files(&folder, "rs")? {
            if file == folder.join("mod.rs") {
                continue;
            }
            let text = std::fs::read_to_string(&file)?;
            // A member shows itself by its static or by its page's heading; what has neither supports the members.
            let page = text.lines().next().and_then(|line| line.strip_prefix("//! # "));
            let member = modules::code(&text).contains(&format!(": {} =", registry.kind));
            if (member || page.is_some()) && !(names.contains(&*kebab(&file)) && page == Some(&kebab(&file)) && member)
            {
                let (file, name, kind) = (tree::relative(&file), kebab(&file), registry.kind);
                wrong.push(format!("{file}: needs a `{kind}` that is registered as `{name}`, and the page `# {name}`"));
            }
        }
    }
    report(&wrong);
    Ok(())
}

#[test]
fn every_registered_thing_has_its_page() {
    let mut wrong = Vec::new();
    for registry in registries() {
        for (name, page) in &registry.members {
            let fail = |what: &str| format!("{} {name}: {what}", registry.kind);
            let (heading, body) = page.split_once('\n').unwrap_or((page, ""));
            // `jsonl` is described with `json`.
            let title = heading.strip_prefix("# ").unwrap_or("");
            if title != *name && !registry.members.iter().any(|(other, _)| *other == title) {
                wrong.push(fail(&format!("its page begins with {heading:?}")));
            }
            if body.trim().len() < 80 || body.contains("TODO") {
                wrong.push(fail("its page says too little"));
            }
            for heads in registry.heads {
                if !heads.iter().any(|head| body.contains(&format!("**{head}"))) {
                    wrong.push(fail(&format!("its page has no head **{}**", heads.join("** or **"))));
                }
            }
        }
    }
    report(&wrong);
}

#[test]
fn every_registered_thing_has_its_spec_page() -> Result<()> {
    let mut wrong = Vec::new();
    for registry in registries().iter().filter(|registry| registry.kind != "Writer") {
        let mut expected: BTreeSet<PathBuf> = BTreeSet::new();
        for (name, _) in &registry.members {
            let folder = registry.folder;
            let path = tree::root().join("tests/spec").join(folder).join(format!("{name}.md"));
            let fail = |what: &str| format!("tests/spec/{folder}/{name}.md {what}");
            match path.is_file().then(|| Page::read(&path)).transpose()? {
                None => wrong.push(fail("is missing")),
                Some(page) if page.examples.is_empty() => wrong.push(fail("has no examples")),
                Some(page) if registry.kind == "Rule" => {
                    if !page.examples.iter().any(Example::is_positive) {
                        wrong.push(fail("has no example in which something is repaired"));
                    }
                    if !page.examples.iter().any(Example::is_negative) {
                        wrong.push(fail("has no `unchanged` example"));
                    }
                }
                Some(_) => {}
            }
            expected.insert(path);
        }
        for path in tree::files(&tree::root().join("tests/spec").join(registry.folder), "md")? {
            if !expected.contains(&path) {
                wrong.push(format!("{} is the page of nothing that is registered", tree::relative(&path)));
            }
        }
    }
    report(&wrong);
    Ok(())
}

#[test]
fn modules_read_only_those_before_them() -> Result<()> {
    let graph = modules::graph()?;
    let place: BTreeMap<&str, usize> = ORDER.iter().enumerate().map(|(place, module)| (*module, place)).collect();
    let mut wrong = Vec::new();
    for (from, targets) in &graph {
        let Some(own) = place.get(from.as_str()) else {
            wrong.push(format!("the module `{from}` has no place in ORDER"));
            continue;
        };
        for (to, line) in targets {
            let known = UPWARD.iter().any(|(one, other, _)| one == from && other == to);
            if !known && place.get(to.as_str()).is_none_or(|place| place >= own) {
                let back = modules::way(&graph, to, from);
                let cycle =
                    if back.is_empty() { String::new() } else { format!("; a cycle: {from} > {}", back.join(" > ")) };
                wrong.push(format!("{line}: `{from}` reads `{to}`, which comes later{cycle}"));
            }
        }
    }
    for (from, to, _) in UPWARD {
        if !graph.get(*from).is_some_and(|targets| targets.contains_key(*to)) || place[from] > place[to] {
            wrong.push(format!("`{from}` need not read `{to}` any more: take the pair out of UPWARD"));
        }
    }
    wrong.extend(
        ORDER.iter().filter(|module| !graph.contains_key(**module)).map(|module| format!("there is no `{module}`")),
    );
    report(&wrong);
    Ok(())
}

#[test]
fn the_core_is_pure_and_does_not_panic_by_habit() -> Result<()> {
    let mut wrong = Vec::new();
    for file in tree::files(&modules::core(), "rs")?.iter().filter(|file| !file.ends_with("tests.rs")) {
        let text = std::fs::read_to_string(file)?;
        for (number, line) in modules::code(&text).lines().enumerate() {
            let allowed = |word: &str| {
                ALLOWED.iter().any(|(name, allowed)| *allowed == word && *file == modules::core().join(name))
            };
            let impure = IMPURE.iter().filter(|word| line.contains(**word) && !allowed(word));
            let habits = [".unwrap()", "todo!", "unimplemented!"];
            for word in impure.chain(habits.iter().filter(|word| line.contains(**word))) {
                wrong.push(format!("{}:{}: `{word}`", tree::relative(file), number + 1));
            }
        }
    }
    report(&wrong);
    Ok(())
}

#[test]
fn no_file_does_two_jobs() -> Result<()> {
    let mut wrong = Vec::new();
    for file in tree::tracked()?.iter().filter(|file| file.extension().is_some_and(|extension| extension == "rs")) {
        let lines = std::fs::read_to_string(file)?.lines().count();
        if lines > LINES {
            wrong.push(format!("{} has {lines} lines; past {LINES} a file is doing two jobs", tree::relative(file)));
        }
    }
    report(&wrong);
    Ok(())
}

#[test]
fn the_project_speaks_of_nothing_outside_it() -> Result<()> {
    // Put together here so that this file is not one of those that it finds.
    let private = [concat!("/wo", "rk/"), concat!("../sha", "red/"), concat!("issue", " #")];
    let excepted = ["tests/src/corpus.rs", "tests/labels/draw.py"];
    let mut wrong = Vec::new();
    for file in tree::tracked()? {
        let name = tree::relative(&file);
        let text = String::from_utf8_lossy(&std::fs::read(&file)?).to_lowercase();
        for (number, line) in text.lines().enumerate() {
            if let Some(word) = private.iter().find(|word| line.contains(**word))
                && !excepted.contains(&&*name)
            {
                wrong.push(format!("{name}:{}: {word:?}", number + 1));
            }
        }
    }
    report(&wrong);
    Ok(())
}
