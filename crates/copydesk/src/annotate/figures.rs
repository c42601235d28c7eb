//! # figures
//!
//! Numbers of the running text as data: amounts of money, percentages, quantities with a unit, counts, ordinals.
//!
//! **A row** is one figure: the number with its magnitude, and its currency or unit. A range is one row.
//!
//! - `kind` is `money`, `percent`, `quantity`, `count` or `ordinal`. Spans of time and ages with a unit are quantities (`72-year`).
//! - `value` is an exact decimal with the magnitude applied; `value_max` is the upper end of a range. A fraction that is no exact decimal
//!   is rounded at 15 digits. The magnitude after a range's second amount also applies to the first (`$2 to $3 million`), unless that has
//!   cents or would be greater. Old fractions and pounds are read, too (`2 1-2 miles`, `£2 10s. 6d.`).
//! - `currency` is the ISO 4217 code, or none if the text leaves it open. A plain `$` is the American dollar unless the article sets `US$`
//!   apart from it; in Spanish, only if the text speaks of dollars; in French, not if it speaks of Canada. In a paper of a country with its
//!   own dollar (`Toronto Star`), `$` may be either and is left open. `Rs` are rupees of the country that the article names, else of India.
//! - `unit` is the unit's name in the singular (`square kilometre`). For a count it is the counted noun as written; of two plurals, the
//!   second (`seven police officers`). For money and rates it also says what it is per (`per share`, `barrel per day`). Percentages have no
//!   unit, but `percentage point` and `basis point` are units.
//! - `bounds` is what `about`, `more than`, `up to` make of the figure (in a row `over £2m`, it is no bound).
//! - `change` is `up` or `down` if the figure is itself the change (`up 44 percent`, `fell 6 cents, or 2 percent`), not the level
//!   (`rose to $5`, `fell below $5`). `basis` is what the change is measured against.
//! - `period` is the year, month or quarter that the same clause names (`2020`, `2020-05`, `2020-Q1`, `XXXX-Q1` without a year).
//!
//! **Leaves alone**
//!
//! - years, also before a firm's yearly amount (`2009 sales`), or with a unit or a currency after them (`fell in 2007 to 16.15 million`,
//!   `in 2008 dollars`, `2012 year-on-year`);
//! - dates, lists of days, times, quarters and centuries;
//! - scores, ages without a unit (also `adults over 65`, `two boys, 13 and 15,`), and page, telephone and list numbers;
//! - names with a number in them (`Boeing 737`, `iPhone 15`, `Group of Seven`, `S&P 500`);
//! - `one`, unless something shows that it counts, and what is no number (`dozens`, `a few hundred`);
//! - a number before `m`, unless its neighbours show whether that is metres or millions;
//! - both parts of a number that a space has cut at its point or comma (`£2. 3 billion`, `rose 3. 5 percent`).
//!
//! Numbers in words and counts of things are read in English only. Other languages have amounts of money, percentages and units, with the
//! names of some currencies, magnitudes and units. German, Dutch, French, Spanish, Portuguese and Italian also have ranges and the words
//! before a figure that say how exact it is (`rund`, `meer dan`, `cerca de`).

mod amount;
mod bounds;
mod calendar;
mod change;
mod currencies;
mod cut;
mod decimal;
mod dialled;
mod dollars;
mod figure;
mod friends;
mod nouns;
mod numbers;
mod numerals;
mod period;
mod phrases;
mod practice;
mod ranges;
mod reading;
mod scan;
mod text;
mod units;
mod word;
mod words;

use crate::blocks::Role;
use crate::language::Language;
use crate::letters::ceil_char_boundary;
use crate::span::TextSpan;

use super::beginnings::{Of, Walk};
use super::{Annotated, Layer, Record, Table, Written};
use amount::What;
pub use bounds::Bounds;
pub use change::Change;
use decimal::Decimal;
use figure::Found;
pub(super) use numbers::put_beginnings;
use period::Period;
use practice::Practice;
use scan::Place;
use text::Text;

/// Numbers of the running text as data.
pub static LAYER: Layer =
    Layer { name: Figure::NAME, page: include_str!("figures.rs"), columns: Figure::COLUMNS, annotate };

crate::category! {
    /// The kind of a figure.
    pub enum FigureKind {
        /// An amount of money.
        Money = "money",
        /// A percentage, or percentage points.
        Percent = "percent",
        /// A quantity with a unit.
        Quantity = "quantity",
        /// A number of things.
        Count = "count",
        /// A position in an order.
        Ordinal = "ordinal",
    }
}

crate::record! {
    /// A figure in the running text.
    pub struct Figure as "figures" {
        /// The kind of figure.
        pub kind: FigureKind,
        /// The value, an exact decimal; for a range, its lower end.
        pub value: String,
        /// The upper end of a range.
        pub value_max: Option<String>,
        /// The unit, or the counted noun; for money, what it is per.
        pub unit: Option<String>,
        /// The ISO 4217 code of the currency.
        pub currency: Option<String>,
        /// How exact it is.
        pub bounds: Option<Bounds>,
        /// The direction of a change.
        pub change: Option<Change>,
        /// What the change is measured against: `year-on-year`.
        pub basis: Option<String>,
        /// The period it applies to: `2020`, `2020-Q1`.
        pub period: Option<String>,
        /// The number of its block.
        pub block: u32,
    }
}

impl crate::Document {
    /// The figures of the running text. Empty if the layer was not requested.
    pub fn figures(&self) -> impl Iterator<Item = Figure> + '_ {
        self.layer()
    }
}

/// A block has room for so many figures: most have no more.
const FIGURES: usize = 16;

fn annotate(annotated: &Annotated<'_>) -> Table {
    let mut table = Table::of::<Figure>();
    let mut practice = Practice::of(annotated.text, annotated.language, annotated.publication);
    let mut found: Vec<Found<'_>> = Vec::with_capacity(FIGURES);
    let language = annotated.language;
    for (number, (block, role, span, content)) in annotated.blocks().enumerate() {
        let is_heading = matches!(role, Role::Headline | Role::Crosshead);
        let is_title = is_heading && is_set_as_title(content) || is_in_capitals(content);
        let text = Text::new(content, language, is_title);
        found.clear();
        let beginnings = annotated.beginnings.walk(number, text.bytes, Of::Figure);
        let periods = read(&text, beginnings, &mut practice, &mut found);
        let mut of = period::Assigned::new(&text, &found, &periods);
        for (index, figure) in found.iter().enumerate() {
            put(&mut table, figure, &mut practice, span.start(), block, of.period(index));
        }
    }
    table
}

/// Reads the figures of a block, and the periods in it.
fn read<'t>(
    text: &Text<'t>,
    mut beginnings: Walk<'_>,
    practice: &mut Practice<'_>,
    found: &mut Vec<Found<'t>>,
) -> Vec<Period> {
    let mut periods = Vec::new();
    let (mut at, mut free) = (0, 0);
    while let Some(place) = scan::next(text, &mut beginnings, at) {
        if text.language == Some(Language::English) {
            periods.extend(match place {
                Place::Digits(at) => period::year(text, at),
                Place::Word(at) => period::part(text, at),
            });
        }
        let (Place::Digits(start) | Place::Word(start)) = place;
        match figure::read(text, place, free, practice) {
            Ok(mut figure) => {
                if let Some(last) = found.last()
                    && figure::is_said_again(text, last, &figure)
                {
                    (figure.change, figure.basis) = (last.change, last.basis);
                }
                free = figure.end;
                at = figure.end.max(start + 1);
                found.push(figure);
            }
            Err(end) => at = end.max(start + 1),
        }
        at = ceil_char_boundary(text.content, at);
        beginnings.skip_to(at);
    }
    periods
}

/// Puts a figure into the table as a [`Figure`].
fn put(
    table: &mut Table,
    figure: &Found<'_>,
    practice: &mut Practice<'_>,
    base: u32,
    block: u32,
    period: Option<&str>,
) {
    let (kind, unit, currency) = match figure.what {
        What::Money(name) => (FigureKind::Money, None, practice.settle(name)),
        What::Percent(unit) => (FigureKind::Percent, unit, None),
        What::Unit(unit) => (FigureKind::Quantity, Some(unit), None),
        What::Ordinal => (FigureKind::Ordinal, None, None),
        What::Bare => (FigureKind::Count, figure.noun, None),
    };
    let unit = (unit.is_some() || figure.per.is_some()).then_some(Written(|text: &mut String| {
        text.push_str(unit.unwrap_or(""));
        if let Some(per) = figure.per {
            text.push_str(if unit.is_some() { " per " } else { "per " });
            text.push_str(per);
        }
    }));
    let decimal = |value: Decimal| Written(move |text: &mut String| value.write(text));
    table
        .begin(TextSpan::new(base + figure.start as u32, base + figure.end as u32))
        .put(kind)
        .put(decimal(figure.value))
        .put(figure.max.map(decimal))
        .put(unit)
        .put(currency)
        .put(figure.bounds)
        .put(figure.change)
        .put(figure.basis)
        .put(period)
        .put(block);
}

/// Whether most words of a headline have a capital.
fn is_set_as_title(content: &str) -> bool {
    let long =
        content.split_ascii_whitespace().filter(|word| word.len() > 3 && word.as_bytes()[0].is_ascii_alphabetic());
    let (mut words, mut capitals) = (0, 0);
    for word in long {
        words += 1;
        capitals += usize::from(word.as_bytes()[0].is_ascii_uppercase());
    }
    2 * capitals > words
}

/// Whether a block is all in capitals.
fn is_in_capitals(content: &str) -> bool {
    !content.bytes().any(|byte| byte.is_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, Source};

    fn figures(text: &str) -> Vec<Figure> {
        let source = Source::new(text.as_bytes().to_vec()).unwrap();
        let document = Options::new().language(Language::English).layers(&[&LAYER]).parse(&source);
        assert_eq!(document.check(), Ok(()));
        document.figures().collect()
    }

    /// Texts on which a look that goes too far, or cuts a character, would show.
    #[test]
    fn no_text_is_too_strange() {
        let pieces = [
            "1", "12", "1,", "1.", "1-", "1 ", "1/", "1:", "$", "$1", "-", "−", "–", "€", "£1", "½", "1½", "one ",
            "one-", "one, ", "million ", "and ", "a ", "half ", "third ", "first ", "to ", "of ", "é", "ß1", "1é",
            "“1", "1”", "%", "°", "km", "in ", "May ", "No. ", "Rs", "US$ ", "x10^", "e5", "1e-", "+/-", "up ", "by ",
            "than ", "more ", "year ", "2020 ", "In ", "万", "🦀", "\u{a0}", "\n", "\n\n", ".", "point ", "dozen ",
        ];
        for one in pieces {
            for two in pieces {
                figures(&[one, two, one].concat());
                figures(&[two, two, one, "1 ", two].concat());
            }
            figures(&one.repeat(500));
        }
    }

    /// A number of 200 KB, and 200 KB of numbers: a search back over all that comes before would take minutes.
    #[test]
    fn a_piece_repeated_is_read_to_its_end() {
        for piece in
            ["1", "1 ", "1-", "1,111,", "one ", "two-", "$1 ", "million ", "1 to ", "(1", "a half and ", "in 2020 1 "]
        {
            figures(&piece.repeat(200_000 / piece.len()));
        }
    }
}
