//! Rows of a layer drawn at random from real articles, to be read: `COPYDESK_CORPUS=FOLDER cargo run -p copydesk-tests --bin rows -- LAYER [--number N]
//! [--seed N] [--articles N] [COLLECTION…]`.
//!
//! Articles are drawn from the collections, the same number from each; of their rows as many as asked for are printed, with what stands around them.
//! The text is for the terminal: none of it is stored.

use anyhow::{Context, Result, bail};
use copydesk::{Layer, Options, RowView, Source, Value};
use copydesk_tests::corpus;

/// How many bytes around a row are shown.
const AROUND: usize = 90;

fn main() -> Result<()> {
    let (mut number, mut seed, mut articles) = (100, 1, 200);
    let mut names = Vec::new();
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let value = || arguments.next().context("a number is missing");
        match &*argument {
            "--number" => number = { value }()?.parse()?,
            "--seed" => seed = { value }()?.parse()?,
            "--articles" => articles = { value }()?.parse()?,
            _ => names.push(argument),
        }
    }
    let Some(layer) = names.first().and_then(|name| Layer::named(name)) else { bail!("name a layer first") };
    let folder = corpus::folder().context("COPYDESK_CORPUS names no folder with corpora")?;
    let mut collections = names.split_off(1);
    if collections.is_empty() {
        collections = corpus::collections(&folder)?;
    }
    let each = articles / collections.len().max(1);
    let mut drawn = Vec::new();
    let mut read = 0;
    for collection in collections {
        let mut records = corpus::records(&folder, &collection)?;
        records.sort_by_key(|record| corpus::fnv(&format!("{seed} {}", record.id)));
        for record in records.into_iter().take(each) {
            read += 1;
            let document = Options::new().layers(&[layer]).parse(&Source::new(record.text.into_bytes())?);
            let table = document.annotate(layer);
            for row in table.rows() {
                let rank = corpus::fnv(&format!("{seed} {} {}", record.id, row.text().start()));
                drawn.push((rank, format!("{collection}/{}\n    {}", record.id, shown(document.text(), row))));
            }
        }
    }
    println!("{} rows in {read} articles", drawn.len());
    drawn.sort_unstable();
    drawn.into_iter().take(number).for_each(|(_, row)| println!("{row}"));
    Ok(())
}

/// The row in its text, and its columns.
fn shown(text: &str, row: RowView<'_>) -> String {
    let (start, end) = (row.text().start() as usize, row.text().end() as usize);
    let (mut from, mut to) = (start.saturating_sub(AROUND), text.len().min(end + AROUND));
    while !text.is_char_boundary(from) {
        from -= 1;
    }
    while !text.is_char_boundary(to) {
        to += 1;
    }
    let mut line = format!("{}⟦{}⟧{}", &text[from..start], &text[start..end], &text[end..to]).replace('\n', "¶");
    for value in row.values() {
        let slice = |span: copydesk::TextSpan| text[span.range()].replace('\n', "¶");
        let value = match value {
            Value::Span(span) => slice(span),
            Value::Spans(spans) => spans.iter().map(|span| slice(*span)).collect::<Vec<_>>().join(" | "),
            Value::Mention(span, name) => format!("{} = {name}", slice(span)),
            Value::String(string) => string.to_owned(),
            Value::Category(word) => word.to_owned(),
            Value::Index(index) => index.to_string(),
            _ => "~".to_owned(),
        };
        line.push_str("\n      · ");
        line.push_str(&value);
    }
    line
}
