//! The values in a table's rows: a number for each, row after row. A table costs few allocations, however many columns it has.

use crate::span::TextSpan;

use super::column::{ColumnType, Value};
use super::strings::Strings;

/// The values of rows, in the order of the columns, row after row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[doc(hidden)]
pub struct Cells {
    numbers: Vec<u64>,
    /// Those of all columns, which their numbers count.
    strings: Strings,
    /// The spans of lists and mentions, the same.
    spans: Vec<TextSpan>,
}

/// The number that says that there is no value. No span is so far on that it has it.
const NONE: u64 = u64::MAX;

const fn pair(first: u32, second: u32) -> u64 {
    (first as u64) << 32 | second as u64
}

const fn parts(pair: u64) -> (u32, u32) {
    ((pair >> 32) as u32, pair as u32)
}

impl Cells {
    /// Makes room for so many more.
    pub(super) fn reserve(&mut self, cells: usize) {
        self.numbers.reserve(cells);
    }

    pub(super) fn push_null(&mut self) {
        self.numbers.push(NONE);
    }

    pub(super) fn push_number(&mut self, number: u32) {
        self.numbers.push(u64::from(number));
    }

    pub(super) fn push_span(&mut self, span: TextSpan) {
        self.numbers.push(pair(span.start(), span.end()));
    }

    pub(super) fn push_spans(&mut self, spans: &[TextSpan]) {
        let start = self.spans.len();
        self.spans.extend_from_slice(spans);
        self.numbers.push(pair(start as u32, self.spans.len() as u32));
    }

    /// Puts in a string that `write` appends.
    pub(super) fn push_string(&mut self, write: impl FnOnce(&mut String)) {
        self.numbers.push(self.strings.len() as u64);
        self.strings.push_with(write);
    }

    pub(super) fn push_mention(&mut self, text: TextSpan, name: &str) {
        self.numbers.push(pair(self.spans.len() as u32, self.strings.len() as u32));
        self.spans.push(text);
        self.strings.push_with(|strings| strings.push_str(name));
    }

    /// The value in the cell of this number, in a column of this type.
    pub(super) fn get(&self, cell: usize, kind: &ColumnType) -> Value<'_> {
        let number = self.numbers[cell];
        if number == NONE {
            return Value::Null;
        }
        let (first, second) = parts(number);
        match kind {
            ColumnType::Index => Value::Index(second),
            ColumnType::String => Value::String(self.strings.get(number as usize)),
            ColumnType::Category(words) => Value::Category(words[second as usize]),
            ColumnType::Span => Value::Span(TextSpan::new(first, second)),
            ColumnType::Spans => Value::Spans(&self.spans[first as usize..second as usize]),
            ColumnType::Mention => Value::Mention(self.spans[first as usize], self.strings.get(second as usize)),
        }
    }
}
