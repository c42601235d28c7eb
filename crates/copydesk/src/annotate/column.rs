//! What a layer's rows are made of: columns, their types, and the values in them.

use std::borrow::Cow;

use crate::span::TextSpan;

/// One column of a layer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name, as in the JSON output.
    pub name: Cow<'static, str>,
    /// The type of its values.
    pub kind: ColumnType,
    /// Whether a row may have none.
    pub nullable: bool,
    /// What it says, with its unit.
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
    /// A span of the text and the name of what it speaks of.
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
    /// A span, and the name of what it speaks of.
    Mention(TextSpan, &'t str),
}

/// Where a person, an organisation or another thing is spoken of, and its name as the text has it elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The place in the text.
    pub text: TextSpan,
    /// The name: what stands there, or the fullest form of it in the text.
    pub name: String,
}

/// A type that a record's field can have.
pub trait Cell: Sized {
    /// The column type that holds it.
    const TYPE: ColumnType;
    /// Whether it may be absent.
    const NULLABLE: bool = false;
    /// Puts it into a column of its type.
    fn store(self, column: &mut super::table::ColumnData);
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

/// What can be put into a column: a value that a record's field can have, or one that is only borrowed or written there.
pub(crate) trait Put {
    /// Puts it into a column of its type.
    fn put(self, column: &mut ColumnData);
}

impl<C: Cell> Put for C {
    fn put(self, column: &mut ColumnData) {
        self.store(column);
    }
}

impl Put for &str {
    fn put(self, column: &mut ColumnData) {
        Written(|text: &mut String| text.push_str(self)).put(column);
    }
}

impl Put for Option<&str> {
    fn put(self, column: &mut ColumnData) {
        match self {
            Some(string) => string.put(column),
            None => column.push_null(),
        }
    }
}

/// A string that this appends to those of the column.
pub(crate) struct Written<W>(pub(crate) W);

impl<W: FnOnce(&mut String)> Put for Written<W> {
    fn put(self, column: &mut ColumnData) {
        let ColumnData::String(strings) = column else { unreachable!("{MISMATCH}") };
        strings.push_with(self.0);
    }
}

impl<W: FnOnce(&mut String)> Put for Option<Written<W>> {
    fn put(self, column: &mut ColumnData) {
        match self {
            Some(written) => written.put(column),
            None => column.push_null(),
        }
    }
}

use super::table::ColumnData;

const MISMATCH: &str = "a value goes into the column that was made for its type";

fn store_or_null<C: Cell>(value: Option<C>, column: &mut ColumnData) {
    match value {
        Some(value) => value.store(column),
        None => column.push_null(),
    }
}

fn load_unless_null<C: Cell>(value: Value<'_>) -> Option<C> {
    (value != Value::Null).then(|| C::load(value))
}

macro_rules! cell {
    ($type:ty, $variant:ident, |$value:ident| $in:expr, $out:pat => $load:expr) => {
        impl Cell for $type {
            const TYPE: ColumnType = ColumnType::$variant;

            fn store(self, column: &mut ColumnData) {
                let $value = self;
                let ColumnData::$variant(values) = column else { unreachable!("{MISMATCH}") };
                values.push($in);
            }

            fn load(value: Value<'_>) -> Self {
                let $out = value else { unreachable!("{MISMATCH}") };
                $load
            }
        }

        impl Cell for Option<$type> {
            const TYPE: ColumnType = ColumnType::$variant;
            const NULLABLE: bool = true;

            fn store(self, column: &mut ColumnData) {
                store_or_null(self, column);
            }

            fn load(value: Value<'_>) -> Self {
                load_unless_null(value)
            }
        }
    };
}

cell!(u32, Index, |value| Some(value), Value::Index(index) => index);

impl Cell for String {
    const TYPE: ColumnType = ColumnType::String;

    fn store(self, column: &mut ColumnData) {
        self.as_str().put(column);
    }

    fn load(value: Value<'_>) -> Self {
        let Value::String(string) = value else { unreachable!("{MISMATCH}") };
        string.to_owned()
    }
}

impl Cell for Option<String> {
    const TYPE: ColumnType = ColumnType::String;
    const NULLABLE: bool = true;

    fn store(self, column: &mut ColumnData) {
        self.as_deref().put(column);
    }

    fn load(value: Value<'_>) -> Self {
        load_unless_null(value)
    }
}
cell!(TextSpan, Span, |value| Some(value), Value::Span(span) => span);
cell!(Vec<TextSpan>, Spans, |value| Some(value), Value::Spans(spans) => spans.to_vec());
cell!(Mention, Mention, |value| Some(value), Value::Mention(text, name) => Mention { text, name: name.to_owned() });

impl<C: Category> Cell for C {
    const TYPE: ColumnType = ColumnType::Category(Cow::Borrowed(C::WORDS));

    fn store(self, column: &mut ColumnData) {
        let ColumnData::Category { values, .. } = column else { unreachable!("{MISMATCH}") };
        values.push(Some(self.index()));
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

    fn store(self, column: &mut ColumnData) {
        store_or_null(self, column);
    }

    fn load(value: Value<'_>) -> Self {
        load_unless_null(value)
    }
}
