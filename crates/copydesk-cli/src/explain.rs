//! `copydesk explain`: the pages of everything that has a name.

use std::fmt::Write as _;
use std::io::{self, Write as _};

use anyhow::anyhow;
use copydesk::write::WRITERS;
use copydesk::{ENVELOPES, FAMILIES, LAYERS, RULES};

use crate::arguments::ExplainArguments;
use crate::outcome::Outcome;

/// One registry: what its entries are called, and the entries with their pages.
struct List {
    title: &'static str,
    entries: Vec<(&'static str, String)>,
}

pub(crate) fn run(arguments: &ExplainArguments) -> anyhow::Result<Outcome> {
    let lists = lists();
    let text = match &arguments.name {
        None => overview(&lists),
        Some(name) => pages(&lists, name).ok_or_else(|| {
            anyhow!("nothing is called `{name}`; these are the names\n\n{}", overview(&lists).trim_end())
        })?,
    };
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()?;
    Ok(Outcome::Done)
}

fn lists() -> [List; 5] {
    [
        List {
            title: "Repair rules (--repairs)",
            entries: RULES.iter().map(|rule| (rule.name(), rule.page())).collect(),
        },
        List {
            title: "Role families, in the order in which they look",
            entries: FAMILIES.iter().map(|family| (family.name(), family.page())).collect(),
        },
        List {
            title: "Envelopes (--envelope)",
            entries: ENVELOPES.iter().map(|envelope| (envelope.name(), envelope.page())).collect(),
        },
        List { title: "Layers (--layers)", entries: LAYERS.iter().map(|layer| (layer.name(), layer.page())).collect() },
        List {
            title: "Writers (--to)",
            entries: WRITERS.iter().map(|writer| (writer.name(), writer.page())).collect(),
        },
    ]
}

/// Every page of this name: a layer and a role family may share one.
fn pages(lists: &[List], name: &str) -> Option<String> {
    let entries = lists.iter().flat_map(|list| &list.entries).filter(|(entry, _)| *entry == name);
    let pages: Vec<&str> = entries.map(|(_, page)| page.as_str()).collect();
    (!pages.is_empty()).then(|| pages.join("\n"))
}

fn overview(lists: &[List]) -> String {
    let names = lists.iter().flat_map(|list| &list.entries).map(|(name, _)| name.len());
    let width = names.max().unwrap_or(0);
    let mut text = String::new();
    for list in lists {
        let _ = writeln!(text, "{}", list.title);
        for (name, page) in &list.entries {
            let line = format!("  {name:width$}  {}", summary(page));
            let _ = writeln!(text, "{}", line.trim_end());
        }
        text.push('\n');
    }
    text.push_str("copydesk explain NAME prints the page of one of them.\n");
    text
}

/// The first sentence of a page, without the marks of its heads.
fn summary(page: &str) -> String {
    let body = page.lines().skip_while(|line| line.is_empty() || line.starts_with('#'));
    let paragraph = body.take_while(|line| !line.is_empty()).collect::<Vec<_>>().join(" ").replace("**", "");
    match paragraph.find(". ") {
        Some(end) => paragraph[..=end].to_owned(),
        None => paragraph,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_sentence_sums_a_page_up() {
        assert_eq!(summary("# name\n\n**Sees** one thing\nor two. And more.\n\nElse.\n"), "Sees one thing or two.");
        assert_eq!(summary("# name\n"), "");
    }
}
