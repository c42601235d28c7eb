//! The parts of a layer's rows: columns, their types, and the values in them.

use std::borrow::Cow;

use crate::span::TextSpan;

use super::cells::Cells;

/// One column of a layer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name, as in the JSON output.
    pub name: Cow<'static, str>,
    /// The type of its values.
    pub kind: ColumnType,
    /// Whether a row may have no value.
    pub nullable: bool,
    /// What it means, with its unit.
    pub doc: Cow<'static, str>,
}

/// The type of a column's values.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ColumnType {
    /// A number of a block or of a row, from 0.
    Index,
    /// A string.
    String,
    /// One of these words.
    Category(Cow<'static, [&'static str]>),
    /// A span of the text.
    Span,
    /// Several spans of the text.
    Spans,
    /// A span of the text, and the name of the thing it mentions.
    Mention,
}

/// A value of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Value<'t> {
    /// None.
    Null,
    /// A number of a block or of a row.
    Index(u32),
    /// A string.
    String(&'t str),
    /// A word of a category.
    Category(&'static str),
    /// A span.
    Span(TextSpan),
    /// Several spans.
    Spans(&'t [TextSpan]),
    /// A span, and the name of the thing it mentions.
    Mention(TextSpan, &'t str),
}

/// A mention of a person, an organisation or another thing, with its fullest name in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The place in the text.
    pub text: TextSpan,
    /// The name: as it stands there, or its fullest form in the text.
    pub name: String,
}

/// A type that a record field can have.
pub trait Cell: Sized {
    /// The column type that holds it.
    const TYPE: ColumnType;
    /// Whether it may be absent.
    const NULLABLE: bool = false;
    /// Puts it behind the other values of its row.
    fn store(self, cells: &mut Cells);
    /// Takes it out of a row again.
    fn load(value: Value<'_>) -> Self;
}

/// A closed set of words, as a type: see [`category!`](crate::category).
pub trait Category: Copy + 'static {
    /// The words.
    const WORDS: &'static [&'static str];
    /// Its place among the words.
    fn index(self) -> u8;
    /// The one at this place.
    fn from_index(index: u8) -> Self;
}

/// What can be put into a row: a value that a record's field can have, or one that is only borrowed or written there.
pub(crate) trait Put {
    /// The type of the column that holds it.
    const COLUMN: ColumnType;
    /// Puts it behind the other values of its row.
    fn put(self, cells: &mut Cells);
}

impl<C: Cell> Put for C {
    const COLUMN: ColumnType = C::TYPE;

    fn put(self, cells: &mut Cells) {
        self.store(cells);
    }
}

impl Put for &str {
    const COLUMN: ColumnType = ColumnType::String;

    fn put(self, cells: &mut Cells) {
        cells.push_string(|text| text.push_str(self));
    }
}

impl Put for Option<&str> {
    const COLUMN: ColumnType = ColumnType::String;

    fn put(self, cells: &mut Cells) {
        match self {
            Some(string) => string.put(cells),
            None => cells.push_null(),
        }
    }
}

/// A string that this appends to those of the table.
pub(crate) struct Written<W>(pub(crate) W);

impl<W: FnOnce(&mut String)> Put for Written<W> {
    const COLUMN: ColumnType = ColumnType::String;

    fn put(self, cells: &mut Cells) {
        cells.push_string(self.0);
    }
}

impl<W: FnOnce(&mut String)> Put for Option<Written<W>> {
    const COLUMN: ColumnType = ColumnType::String;

    fn put(self, cells: &mut Cells) {
        match self {
            Some(written) => written.put(cells),
            None => cells.push_null(),
        }
    }
}

/// A mention whose name is only borrowed.
pub(crate) struct Named<'t>(pub(crate) TextSpan, pub(crate) &'t str);

impl Put for Option<Named<'_>> {
    const COLUMN: ColumnType = ColumnType::Mention;

    fn put(self, cells: &mut Cells) {
        match self {
            Some(Named(text, name)) => cells.push_mention(text, name),
            None => cells.push_null(),
        }
    }
}

const MISMATCH: &str = "a value is taken out of a column that was made for its type";

fn store_or_null<C: Cell>(value: Option<C>, cells: &mut Cells) {
    match value {
        Some(value) => value.store(cells),
        None => cells.push_null(),
    }
}

fn load_unless_null<C: Cell>(value: Value<'_>) -> Option<C> {
    (value != Value::Null).then(|| C::load(value))
}

macro_rules! cell {
    ($type:ty, $variant:ident, |$value:ident, $cells:ident| $store:expr, $out:pat => $load:expr) => {
        impl Cell for $type {
            const TYPE: ColumnType = ColumnType::$variant;

            fn store(self, $cells: &mut Cells) {
                let $value = self;
                $store;
            }

            fn load(value: Value<'_>) -> Self {
                let $out = value else { unreachable!("{MISMATCH}") };
                $load
            }
        }

        impl Cell for Option<$type> {
            const TYPE: ColumnType = ColumnType::$variant;
            const NULLABLE: bool = true;

            fn store(self, cells: &mut Cells) {
                store_or_null(self, cells);
            }

            fn load(value: Value<'_>) -> Self {
                load_unless_null(value)
            }
        }
    };
}

cell!(u32, Index, |index, cells| cells.push_number(index), Value::Index(index) => index);
cell!(
    String, String, |string, cells| cells.push_string(|text| text.push_str(&string)),
    Value::String(string) => string.to_owned()
);
cell!(TextSpan, Span, |span, cells| cells.push_span(span), Value::Span(span) => span);
cell!(Vec<TextSpan>, Spans, |spans, cells| cells.push_spans(&spans), Value::Spans(spans) => spans.to_vec());
cell!(
    Mention, Mention, |mention, cells| cells.push_mention(mention.text, &mention.name),
    Value::Mention(text, name) => Mention { text, name: name.to_owned() }
);

impl<C: Category> Cell for C {
    const TYPE: ColumnType = ColumnType::Category(Cow::Borrowed(C::WORDS));

    fn store(self, cells: &mut Cells) {
        cells.push_number(u32::from(self.index()));
    }

    fn load(value: Value<'_>) -> Self {
        let Value::Category(word) = value else { unreachable!("{MISMATCH}") };
        let index = C::WORDS.iter().position(|known| *known == word);
        Self::from_index(index.expect("a word of the category") as u8)
    }
}

impl<C: Category> Cell for Option<C> {
    const TYPE: ColumnType = C::TYPE;
    const NULLABLE: bool = true;

    fn store(self, cells: &mut Cells) {
        store_or_null(self, cells);
    }

    fn load(value: Value<'_>) -> Self {
        load_unless_null(value)
    }
}
