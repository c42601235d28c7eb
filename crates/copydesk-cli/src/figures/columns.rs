//! The columns of the table, and a document's figures as rows of it.
//!
//! What the layer says of a figure has the layer's names, in its order; a column that the layer gets is a column here.

use std::borrow::Cow;

use copydesk::{ColumnType, Document, TextSpan, Value, figures, sentences};

use super::excerpt::{excerpt, opening};

/// A column of the table.
pub(super) struct Column {
    pub(super) name: &'static str,
    pub(super) kind: Kind,
}

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    /// An exact decimal, as text.
    Decimal,
    /// A whole number: an offset, or the number of a row.
    Number,
}

/// A cell of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Cell<'d> {
    None,
    Text(Cow<'d, str>),
    Number(u32),
}

/// What is said of the article, of the place in it, and what stands there.
const BEFORE: [(&str, Kind); 8] = [
    ("id", Kind::Text),
    ("publication", Kind::Text),
    ("date", Kind::Text),
    ("date_value", Kind::Text),
    ("headline", Kind::Text),
    ("sentence_number", Kind::Number),
    ("sentence", Kind::Text),
    ("content", Kind::Text),
];

/// Which of the layer's columns are exact decimals.
const DECIMALS: [&str; 2] = ["value", "value_max"];

/// What is said of the block, and the offsets in bytes, as everywhere.
const BEHIND: [(&str, Kind); 5] = [
    ("role", Kind::Text),
    ("text_start", Kind::Number),
    ("text_end", Kind::Number),
    ("source_start", Kind::Number),
    ("source_end", Kind::Number),
];

/// The columns, in order.
pub(super) fn columns() -> Vec<Column> {
    let layer = figures::LAYER.columns().iter().filter_map(|column| {
        let name: &str = &column.name;
        let kind = if DECIMALS.contains(&name) { Kind::Decimal } else { kind(&column.kind)? };
        Some((name, kind))
    });
    let columns = BEFORE.into_iter().chain(layer).chain(BEHIND);
    columns.map(|(name, kind)| Column { name, kind }).collect()
}

/// What a column of the layer is in the table; a span has no cell that it would fit into.
fn kind(kind: &ColumnType) -> Option<Kind> {
    match kind {
        ColumnType::String | ColumnType::Category(_) => Some(Kind::Text),
        ColumnType::Index => Some(Kind::Number),
        _ => None,
    }
}

/// The rows of a document.
pub(super) struct Rows<'d> {
    document: &'d Document,
    /// What is said of the article, the same in every row.
    article: [Cell<'d>; 5],
    sentences: Vec<TextSpan>,
    /// The number of the figure to come.
    next: usize,
}

impl<'d> Rows<'d> {
    pub(super) fn of(id: &'d str, document: &'d Document) -> Self {
        let date = document.date();
        let text = |text: Option<&'d str>| text.map_or(Cell::None, |text| Cell::Text(opening(text)));
        let value = date.and_then(|date| date.value).map(|value| value.to_string());
        let article = [
            Cell::Text(id.into()),
            text(document.publication()),
            text(date.map(|date| date.text)),
            value.map_or(Cell::None, |value| Cell::Text(value.into())),
            text(document.headline()),
        ];
        let sentences = document.layers().get(sentences::LAYER.name());
        let sentences = sentences.into_iter().flat_map(copydesk::Table::rows).map(|row| row.text()).collect();
        Self { document, article, sentences, next: 0 }
    }

    /// The sentence that a figure begins in: its number, and its text.
    fn sentence(&self, figure: TextSpan) -> [Cell<'d>; 2] {
        let begun = self.sentences.partition_point(|sentence| sentence.start() <= figure.start());
        let sentence = begun.checked_sub(1).filter(|&number| figure.start() < self.sentences[number].end());
        let Some(number) = sentence else { return [Cell::None, Cell::None] };
        let span = self.sentences[number];
        let place = (figure.start() - span.start()) as usize..(figure.end().min(span.end()) - span.start()) as usize;
        [Cell::Number(number as u32), Cell::Text(excerpt(self.document.slice(span), place))]
    }
}

impl<'d> Iterator for Rows<'d> {
    type Item = Vec<Cell<'d>>;

    fn next(&mut self) -> Option<Self::Item> {
        let figure = self.document.layers().get(figures::LAYER.name())?.row(self.next)?;
        self.next += 1;
        let text = figure.text();
        let source = self.document.to_source(text);
        let mut row = self.article.to_vec();
        row.extend(self.sentence(text));
        row.push(Cell::Text(self.document.slice(text).into()));
        let known = figures::LAYER.columns().iter().zip(figure.values());
        row.extend(known.filter(|(column, _)| kind(&column.kind).is_some()).map(|(_, value)| cell(&value)));
        let block = figure.get("block").and_then(|block| match block {
            Value::Index(block) => self.document.block(block as usize),
            _ => None,
        });
        row.push(block.map_or(Cell::None, |block| Cell::Text(block.role().name().into())));
        row.extend([text.start(), text.end(), source.start(), source.end()].map(Cell::Number));
        Some(row)
    }
}

fn cell<'d>(value: &Value<'d>) -> Cell<'d> {
    match *value {
        Value::String(text) => Cell::Text(text.into()),
        Value::Category(word) => Cell::Text(word.into()),
        Value::Index(number) => Cell::Number(number),
        _ => Cell::None,
    }
}

#[cfg(test)]
mod tests {
    use copydesk::{Options, Source};

    use super::*;

    #[test]
    fn a_row_has_a_cell_for_each_column() {
        let source = Source::new("The ferry cost $ 5 million in 2019. It sank in 2020 with 40 sheep.").unwrap();
        let document = Options::new().layers(&[&sentences::LAYER, &figures::LAYER]).parse(&source);
        let (columns, rows) = (columns(), Rows::of("a", &document).collect::<Vec<_>>());
        assert_eq!(rows.len(), 2);
        for row in rows {
            assert_eq!(row.len(), columns.len());
            for (column, cell) in columns.iter().zip(&row) {
                let fits = match cell {
                    Cell::None => true,
                    Cell::Text(_) => column.kind != Kind::Number,
                    Cell::Number(_) => column.kind == Kind::Number,
                };
                assert!(fits, "{}: {cell:?}", column.name);
            }
        }
    }

    #[test]
    fn the_layer_has_the_columns_that_are_named_here() {
        let known = columns();
        for name in DECIMALS.into_iter().chain(["block"]) {
            assert!(known.iter().any(|column| column.name == name), "{name}");
        }
    }
}
