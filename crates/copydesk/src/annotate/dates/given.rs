//! The year that a sentence has already named. A month or a day behind it belongs to that year, and not to the article's: `In 2019 he was
//! arrested in May`.

use jiff::civil::Date as Day;

use super::value::{Date, Meaning, Unit, Year};

/// How many bytes behind the year it still holds.
const FAR: usize = 300;

/// Where the last year that a block has named ends.
#[derive(Default)]
pub(super) struct Given {
    end: Option<usize>,
}

impl Given {
    /// Takes note of an expression. Leaves its year open if a year before the article's stands before it in the sentence.
    pub(super) fn applied(
        &mut self,
        meaning: Meaning,
        content: &str,
        start: usize,
        end: usize,
        article: Day,
    ) -> Meaning {
        if earlier_year(&meaning, article) {
            self.end = Some(end);
            return meaning;
        }
        let holds = self.end.is_some_and(|from| is_one_sentence(content.as_bytes(), from, start));
        if !holds {
            self.end = None;
            return meaning;
        }
        let open = |date: Date| match date {
            Date::Day(Year::Open, month, day) => Date::Day(Year::Unknown, month, day),
            Date::Month(Year::Open, month) => Date::Month(Year::Unknown, month),
            _ => date,
        };
        match meaning {
            Meaning::Date(date) => Meaning::Date(open(date)),
            Meaning::Time(Some(date), time) => Meaning::Time(Some(open(date)), time),
            Meaning::Times(Some(date), from, to) => Meaning::Times(Some(open(date)), from, to),
            Meaning::Dates(from, to) => Meaning::Dates(open(from), open(to)),
            _ => meaning,
        }
    }
}

/// Whether an expression names a year before the article's. A year to come says nothing of what has been: `the 2024 budget tabled in
/// October`.
fn earlier_year(meaning: &Meaning, article: Day) -> bool {
    let is_earlier = |date: &Date| match *date {
        Date::Year(year)
        | Date::Day(Year::Known(year), ..)
        | Date::Month(Year::Known(year), _)
        | Date::Season(Year::Known(year), _) => year < i32::from(article.year()),
        _ => false,
    };
    match meaning {
        Meaning::Date(date) | Meaning::Time(Some(date), _) => is_earlier(date),
        Meaning::Dates(_, to) => is_earlier(to),
        // `Three years earlier, in May`.
        Meaning::SpanFrom(span, _) => span.first().1 == Unit::Year,
        _ => false,
    }
}

fn is_one_sentence(bytes: &[u8], from: usize, to: usize) -> bool {
    let Some(between) = bytes.get(from..to).filter(|between| between.len() <= FAR) else { return false };
    !between
        .windows(2)
        .any(|pair| matches!(pair, [b'.' | b'!' | b'?', b' ' | b'\n' | b'\r' | b'"'] | [b'\n', b'\n' | b'\r']))
        && !between.windows(4).any(|four| matches!(four, [b'.' | b'!' | b'?', 0xe2, 0x80, 0x9d | 0x99]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_year_holds_to_the_end_of_the_sentence() {
        let one = |text: &str| is_one_sentence(text.as_bytes(), 0, text.len());
        assert!(one(", and charged on ") && one(" he joined the firm; in "));
        assert!(!one(". In ") && !one(".” In ") && !one(" it ended!\nIn "));
    }
}
