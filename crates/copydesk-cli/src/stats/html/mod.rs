//! The counts as a page for a browser that needs nothing else: no network, no script.
//!
//! Each count is a section: what it is, a chart, and beside it a table with the same numbers, for those who do not see the chart and for
//! those who copy from it. Colours follow the browser's wish for light or dark.

mod chart;
mod numbers;
mod sources;

use std::fmt::Write as _;

use copydesk::write::push_html_line;

use super::counts::Counts;
use super::table::{Filled, Table};
use chart::bars;
use numbers::{grouped, percent};

const STYLE: &str = include_str!("style.css");

/// Sections of tables of names, in order: what each is called, and what it says.
type Sections = &'static [(Table, &'static str, &'static str)];

/// What is asked most.
const FIRST: Sections = &[
    (Table::Roles, "Roles", "What the blocks of text are."),
    (Table::Repairs, "Repairs by rule", "What was changed, by the rule that changed it."),
    (
        Table::Risks,
        "Repairs by risk",
        "How sure the repairs are: a safe one has two kinds of evidence, a likely one its neighbours alone.",
    ),
    (Table::RuleRisks, "Repairs by rule and risk", "Which rules make sure repairs, and which make others."),
    (Table::Notes, "Notes by kind", "What looks damaged or doubtful and was left as it is."),
];

/// What comes behind lengths and sources.
const REST: Sections = &[
    (Table::Fields, "Header fields", "How many articles have the field; `body` is text that one reads."),
    (
        Table::Bylines,
        "Bylines",
        "Whether a byline names somebody, whether the source says that there is none, or whether it is unknown.",
    ),
    (Table::Envelopes, "Envelopes", "The channels that the articles came through."),
    (Table::Languages, "Languages", "As they are told by their words or letters; unknown where they are not."),
    (Table::Decodings, "Decodings", "What stood between the bytes and the text: encoding, markup, quoting."),
    (Table::Extras, "Other labelled fields", "Fields of exports that have no place of their own in the header."),
    (Table::Parts, "Parts of files", "Articles, and what stands around them in exports."),
    (Table::PassedOver, "Passed over", "What holds no text to read."),
];

/// The page of these counts; `named` is what they are of.
pub(super) fn page(counts: &Counts, seconds: f64, named: &str) -> String {
    let mut out = String::from(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<title>",
    );
    push_html_line(named, &mut out);
    let _ = write!(out, " – copydesk stats</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>");
    push_html_line(named, &mut out);
    out.push_str("</h1>\n");
    push_summary(counts, seconds, &mut out);
    let filled: Vec<Filled> = counts.tables().collect();
    let push = |sections: Sections, out: &mut String| {
        for (table, title, about) in sections {
            if let Some(filled) = filled.iter().find(|filled| filled.table == *table) {
                push_names(counts, filled, title, about, out);
            }
        }
    };
    push(FIRST, &mut out);
    push_lengths(counts, &mut out);
    sources::push("publications", "Publications", &counts.publications, &mut out);
    sources::push("inputs", "Inputs", &counts.inputs, &mut out);
    push(REST, &mut out);
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

fn push_summary(counts: &Counts, seconds: f64, out: &mut String) {
    let Counts { records, bytes, unreadable, articles, .. } = counts;
    let megabytes = *bytes as f64 / 1e6;
    let _ = writeln!(
        out,
        "<p class=\"summary\"><b>{}</b> articles in {} records, {} unreadable · {megabytes:.1} MB in {seconds:.1} s, {:.1} MB/s · copydesk {}</p>",
        grouped(*articles),
        grouped(*records),
        grouped(*unreadable),
        megabytes / seconds.max(1e-9),
        env!("CARGO_PKG_VERSION"),
    );
}

/// A section for a table of names.
fn push_names(counts: &Counts, filled: &Filled, title: &str, about: &str, out: &mut String) {
    let sum: u64 = filled.rows.iter().map(|(_, count)| count).sum();
    // An article has many fields, so that their shares are of the articles.
    let whole = if filled.table == Table::Fields { counts.articles } else { sum };
    push_section(filled.table.name(), title, about, filled.table.unit(), &filled.rows, whole, out);
}

fn push_lengths(counts: &Counts, out: &mut String) {
    let rows = counts.lengths.steps().map(|(from, below, articles)| {
        let name = match below {
            Some(below) if below == from + 1 => grouped(from),
            Some(below) => format!("{} – {}", grouped(from), grouped(below - 1)),
            None => format!("{} and more", grouped(from)),
        };
        (name, articles)
    });
    let about = "Articles by the characters of what one reads of them: the body, without head and furniture.";
    push_section("lengths", "Lengths", about, "articles", &rows.collect::<Vec<_>>(), counts.articles, out);
}

/// A section: what it says, its chart, its table.
fn push_section(id: &str, title: &str, about: &str, unit: &str, rows: &[(String, u64)], whole: u64, out: &mut String) {
    if rows.is_empty() {
        return;
    }
    let _ = write!(
        out,
        "<section aria-labelledby=\"{id}\">\n<h2 id=\"{id}\">{title}</h2>\n<p>{about}</p>\n<div class=\"pair\">\n"
    );
    bars(id, title, unit, rows, out);
    let _ = write!(
        out,
        "<table>\n<caption>{title}, in {unit}</caption>\n<thead><tr><th scope=\"col\">Name</th><th scope=\"col\">Count</th>\
         <th scope=\"col\">Share</th></tr></thead>\n<tbody>\n"
    );
    for (name, count) in rows {
        out.push_str("<tr><th scope=\"row\">");
        push_html_line(name, out);
        let _ = writeln!(out, "</th><td>{}</td><td>{}</td></tr>", grouped(*count), percent(*count, whole));
    }
    out.push_str("</tbody>\n</table>\n</div>\n</section>\n");
}
