//! One function per block of an example: what a document has, as lines, against the lines that are expected.

use copydesk::{Document, FieldKind, FurnitureKind, Options, Source, SourceSpan, TextSpan, Value};

use super::show::{diff, escape, quoted};

/// The most characters of a found block that are shown.
const SHOWN: usize = 60;

pub(super) fn roles(document: &Document, part: SourceSpan, expected: &str) -> Option<String> {
    let expected = lines(expected);
    let blocks = document.blocks().filter(|block| !block.text().is_empty() && part.contains(block.source().start()));
    let found: Vec<String> = blocks
        .enumerate()
        .map(|(index, block)| {
            let kind = block.kind().map_or(String::new(), |kind| format!(" {}", FurnitureKind::name(kind)));
            let continues = if block.continues().is_some() { " continues" } else { "" };
            let content = escape(block.content().as_bytes());
            let found = format!("{}{kind}{continues}: {content}", block.role());
            // A line that says how the block begins agrees with it, and stands for it in the difference.
            let begins = expected.get(index).filter(|line| line.contains(": ") && found.starts_with(line.as_str()));
            begins.cloned().unwrap_or_else(|| found.chars().take(SHOWN).collect())
        })
        .collect();
    compare(expected, found)
}

pub(super) fn repairs(document: &Document, part: SourceSpan, expected: &str) -> Option<String> {
    let repairs = document.repairs().filter(|repair| part.covers(repair.source()));
    let found = repairs.map(|repair| {
        let rules = repair.rules().names().collect::<Vec<_>>().join("+");
        let (before, after) = (quoted(repair.before()), quoted(repair.after().as_bytes()));
        format!("{rules} {} {before} -> {after}", repair.risk().name())
    });
    compare(lines(expected), found.collect())
}

pub(super) fn notes(document: &Document, part: SourceSpan, expected: &str) -> Option<String> {
    let notes = document.notes().iter().filter(|note| part.covers(note.source));
    let found = notes.map(|note| {
        let source = quoted(document.source().slice(note.source));
        format!("{} {source}", note.kind.name())
    });
    compare(lines(expected), found.collect())
}

pub(super) fn header(document: &Document, expected: &str) -> Option<String> {
    let expected = lines(expected);
    let authors = authors(document);
    let mut author_lines = 0;
    let mut found: Vec<String> = Vec::new();
    for line in &expected {
        let name = line.split_once(": ").map_or(line.as_str(), |(name, _)| name);
        if name == "author" {
            author_lines += 1;
            if author_lines == 1 {
                found.extend(authors.iter().map(|author| format!("author: {author}")));
            }
        } else {
            let value = field(document, name);
            found.push(format!(
                "{name}: {}",
                value.map_or_else(|| "(no such field)".to_owned(), |value| value.unwrap_or("~".into()))
            ));
        }
    }
    compare(expected, found)
}

/// The value of a field of the header; the outer `None` where there is no such field.
fn field(document: &Document, name: &str) -> Option<Option<String>> {
    let byline = document.byline();
    let dateline = document.dateline();
    let value = match name {
        "publication" => document.publication(),
        "edition" => document.edition(),
        "section" => document.section(),
        "page" => document.page().map(|page| page.text),
        "page.value" => document.page().and_then(|page| page.value),
        "date" => document.date().map(|date| date.text),
        "date.value" => {
            return Some(document.date().and_then(|date| date.value).map(|value| value.to_string()));
        }
        "kicker" => document.kicker(),
        "headline" => document.headline(),
        "deck" => document.deck(),
        "byline" => {
            let status = serde_json::to_value(byline.status).ok()?;
            return Some(status.as_str().map(str::to_owned));
        }
        "byline.text" => byline.text,
        "dateline" => dateline.map(|dateline| dateline.text),
        "dateline.place" => dateline.map(|dateline| dateline.place),
        "dateline.agency" => dateline.and_then(|dateline| dateline.agency),
        "dateline.date" => dateline.and_then(|dateline| dateline.date),
        _ => return None,
    };
    Some(value.map(|value| escape(value.as_bytes())))
}

/// Every part of a file: what it is, and the headline of an article or how anything else begins.
pub(super) fn parts(source: &Source, options: &Options, expected: &str) -> Option<String> {
    let found = options.parts(source).map(|document| {
        let text = document.text().trim();
        let beginning = text.lines().next().unwrap_or_default().trim_end();
        let title = document.headline().unwrap_or(beginning);
        format!("{}: {}", document.part().name(), escape(title.as_bytes()))
    });
    compare(lines(expected), found.collect())
}

/// Every field without a place of its own: label, kind, value in a standard form, value as it stands; its index terms below it.
pub(super) fn extras(document: &Document, expected: &str) -> Option<String> {
    let mut found = Vec::new();
    for extra in document.extras() {
        let [name, value] = [extra.name, extra.value].map(|text| escape(text.as_bytes()));
        let kind = extra.kind.map_or("~", FieldKind::name);
        found.push(format!("{name} | {kind} | {} | {value}", extra.parsed.unwrap_or("~")));
        for term in extra.terms {
            let code = term.code.map_or(String::new(), |code| format!(" code={}", escape(code.as_bytes())));
            let score = term.score.map_or(String::new(), |score| format!(" score={score}"));
            found.push(format!("- {}: {}{code}{score}", term.scheme, escape(term.name.as_bytes())));
        }
    }
    compare(lines(expected), found)
}

/// Every author on a line; one `~` if there are none.
fn authors(document: &Document) -> Vec<String> {
    let byline = document.byline();
    let mut lines: Vec<String> = Vec::new();
    for author in &byline.authors {
        let parts = [
            ("role", author.role),
            ("affiliation", author.affiliation),
            ("place", author.place),
            ("email", author.email),
        ];
        let mut line = escape(author.name.as_bytes());
        for (name, value) in parts {
            if let Some(value) = value {
                line.push_str(&format!(" | {name}: {}", escape(value.as_bytes())));
            }
        }
        lines.push(line);
    }
    if lines.is_empty() { vec!["~".to_owned()] } else { lines }
}

pub(super) fn layer(document: &Document, name: &str, expected: &str) -> Option<String> {
    let expected = lines(expected);
    let Some(table) = document.layers().get(name) else { return Some(format!("the layer `{name}` was not run")) };
    let rows = table.rows().enumerate().map(|(index, row)| {
        let mut line = quoted(document.slice(row.text()).as_bytes());
        // Only the columns that the expected row lists; of a row too many, all.
        let listed = expected.get(index);
        for (column, value) in table.columns().iter().zip(row.values()) {
            if listed.is_none_or(|line| line.contains(&format!(" {}=", column.name))) {
                line.push_str(&format!(" {}={}", column.name, shown(document, &value)));
            }
        }
        line
    });
    compare(expected.clone(), rows.collect())
}

fn shown(document: &Document, value: &Value<'_>) -> String {
    let slice = |span: &TextSpan| quoted(document.slice(*span).as_bytes());
    match value {
        Value::Null => "~".to_owned(),
        Value::Index(index) => index.to_string(),
        Value::String(string) => quoted(string.as_bytes()),
        Value::Category(word) => (*word).to_owned(),
        Value::Span(span) => slice(span),
        Value::Mention(span, name) => format!("{} {}", slice(span), quoted(name.as_bytes())),
        Value::Spans(spans) => format!("[{}]", spans.iter().map(slice).collect::<Vec<_>>().join(", ")),
        _ => "(a type that spec pages cannot show)".to_owned(),
    }
}

fn lines(expected: &str) -> Vec<String> {
    expected.lines().map(|line| line.trim_end().to_owned()).filter(|line| !line.is_empty()).collect()
}

fn compare(expected: Vec<String>, found: Vec<String>) -> Option<String> {
    (expected != found).then(|| diff(&expected, &found))
}
