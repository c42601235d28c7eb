//! The sections of sources: how many articles each has, and how they are.

use std::fmt::Write as _;

use copydesk::write::push_html_line;

use super::super::sources::{Source, Sources};
use super::chart::bars;
use super::numbers::{grouped, mean, percent};

/// How many rows a table has; what is behind them is one row more.
const ROWS: usize = 100;

/// A section of sources; nothing where there is none.
pub(super) fn push(id: &str, title: &str, sources: &Sources, out: &mut String) {
    let rows = sources.rows();
    if rows.is_empty() {
        return;
    }
    let _ = write!(
        out,
        "<section aria-labelledby=\"{id}\">\n<h2 id=\"{id}\">{title}</h2>\n<p>Articles by where they come from: how long they are, what is \
         known of their heads, and how much was repaired or noted.</p>\n<div class=\"pair wide\">\n"
    );
    let counts: Vec<(String, u64)> = rows.iter().map(|(name, source)| ((*name).to_owned(), source.articles)).collect();
    bars(id, title, "articles", &counts, out);
    let _ = write!(out, "<table>\n<caption>{title}, by the number of their articles</caption>\n<thead><tr>");
    for head in ["Name", "Articles", "Characters, mean", "Headline", "Author", "Repairs, mean", "Notes, mean"] {
        let _ = write!(out, "<th scope=\"col\">{head}</th>");
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for (name, source) in rows.iter().take(ROWS) {
        push_row(name, source, out);
    }
    out.push_str("</tbody>\n</table>\n</div>\n");
    if rows.len() > ROWS {
        let rest = &rows[ROWS..];
        let articles: u64 = rest.iter().map(|(_, source)| source.articles).sum();
        let _ = writeln!(out, "<p>{} more have {} articles; the form json has all.</p>", rest.len(), grouped(articles));
    }
    out.push_str("</section>\n");
}

fn push_row(name: &str, source: &Source, out: &mut String) {
    out.push_str("<tr><th scope=\"row\">");
    push_html_line(name, out);
    let Source { articles, characters, headlines, bylines, repairs, notes } = *source;
    let _ = writeln!(
        out,
        "</th><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>",
        grouped(articles),
        grouped(characters / articles.max(1)),
        percent(headlines, articles),
        percent(bylines, articles),
        mean(repairs, articles),
        mean(notes, articles),
    );
}
