//! The pages of everything that has a name, and their list.

use std::fmt::Write as _;

use crate::annotate::LAYERS;
use crate::blocks::FAMILIES;
use crate::envelope::ENVELOPES;
use crate::names::UnknownName;
use crate::repair::RULES;
use crate::write::WRITERS;

/// One registry: what its entries are called, and the entries with their pages.
struct List {
    /// One of its entries, in words.
    entry: &'static str,
    title: &'static str,
    entries: Vec<(&'static str, String)>,
}

/// The page of a rule, role family, envelope, layer or writer, as Markdown. Without a name, lists all of them, one per line.
///
/// A layer and a role family may share a name. You then get both pages, each under a heading that says which it is.
///
/// # Errors
/// [`UnknownName`] if nothing has this name.
pub fn explain(name: Option<&str>) -> Result<String, UnknownName> {
    let lists = lists();
    match name {
        None => Ok(overview(&lists)),
        Some(name) => pages(&lists, name).ok_or_else(|| {
            let mut known = Vec::new();
            for (name, _) in lists.iter().flat_map(|list| &list.entries) {
                if !known.contains(name) {
                    known.push(*name);
                }
            }
            UnknownName::new("page", name, known)
        }),
    }
}

fn lists() -> [List; 5] {
    [
        List {
            entry: "Repair rule",
            title: "Repair rules",
            entries: RULES.iter().map(|rule| (rule.name(), rule.page())).collect(),
        },
        List {
            entry: "Role family",
            title: "Role families, in the order in which they look",
            entries: FAMILIES.iter().map(|family| (family.name(), family.page())).collect(),
        },
        List {
            entry: "Envelope",
            title: "Envelopes",
            entries: ENVELOPES.iter().map(|envelope| (envelope.name(), envelope.page())).collect(),
        },
        List {
            entry: "Layer",
            title: "Layers",
            entries: LAYERS.iter().map(|layer| (layer.name(), layer.page())).collect(),
        },
        List {
            entry: "Writer",
            title: "Writers",
            entries: WRITERS.iter().map(|writer| (writer.name(), writer.page())).collect(),
        },
    ]
}

/// The page of this name; where there are several, what each is of stands above it.
fn pages(lists: &[List], name: &str) -> Option<String> {
    let of_name = |list: &List| {
        let (_, page) = list.entries.iter().find(|(entry, _)| *entry == name)?;
        Some((list.entry, page.clone()))
    };
    let mut pages: Vec<(&str, String)> = lists.iter().filter_map(of_name).collect();
    if pages.len() < 2 {
        return pages.pop().map(|(_, page)| page);
    }
    let heading = format!("# {name}\n");
    let mut all = heading.clone();
    for (entry, page) in &pages {
        let _ = write!(all, "\n## {entry} `{name}`\n{}", page.strip_prefix(&*heading).unwrap_or(page));
    }
    Some(all)
}

fn overview(lists: &[List]) -> String {
    let names = lists.iter().flat_map(|list| &list.entries).map(|(name, _)| name.len());
    let width = names.max().unwrap_or(0);
    let mut text = String::new();
    for list in lists {
        if !text.is_empty() {
            text.push('\n');
        }
        let _ = writeln!(text, "{}", list.title);
        for (name, page) in &list.entries {
            let line = format!("  {name:width$}  {}", summary(page));
            let _ = writeln!(text, "{}", line.trim_end());
        }
    }
    text
}

/// The first sentence of a page, without the marks of its heads.
fn summary(page: &str) -> String {
    let body = page.lines().skip_while(|line| line.is_empty() || line.starts_with('#'));
    let paragraph = body.take_while(|line| !line.is_empty()).collect::<Vec<_>>().join(" ").replace("**", "");
    // A stop in an example (`8 p.m. sharp`) ends nothing.
    let mut ends = paragraph.match_indices(". ").map(|(at, _)| at);
    let end = ends.find(|&at| paragraph[..at].matches('`').count().is_multiple_of(2));
    match end {
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
        assert_eq!(summary("# name\n\nTimes, `8 p.m. sharp`, of day. More.\n"), "Times, `8 p.m. sharp`, of day.");
        assert_eq!(summary("# name\n"), "");
    }

    #[test]
    fn what_has_a_name_has_a_page_and_a_line() {
        let overview = explain(None).unwrap();
        for (name, _) in lists().iter().flat_map(|list| &list.entries) {
            assert!(explain(Some(name)).unwrap().starts_with("# "), "{name}");
            assert!(overview.contains(&format!("\n  {name} ")), "{name}");
        }
        assert!(overview.ends_with(".\n") && !overview.contains("--"), "{overview}");
    }

    #[test]
    fn of_two_pages_each_says_what_it_is_of() {
        let pages = explain(Some("dates")).unwrap();
        let headings: Vec<&str> = pages.lines().filter(|line| line.starts_with('#')).collect();
        assert_eq!(headings, ["# dates", "## Role family `dates`", "## Layer `dates`"]);
        assert!(pages.contains("\n\n## Layer `dates`\n\n"), "{pages}");
    }

    #[test]
    fn an_unknown_name_is_answered_with_the_names() {
        let error = explain(Some("nonsense")).unwrap_err();
        assert_eq!((error.kind(), error.name()), ("page", "nonsense"));
        assert!(error.known().contains(&"spaced-hyphen") && error.known().contains(&"markdown"), "{error}");
    }
}
