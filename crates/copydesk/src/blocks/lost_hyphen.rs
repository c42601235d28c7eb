//! # lost-hyphen
//!
//! Compounds that lost their hyphen, as some newsstands deliver them. The family gives no role and repairs nothing: it notes
//! (`lost-hyphen`).
//!
//! **Sees** `16-yearold`, `twoyearold`, `21stcentury`, `19thcentury`, where the glued word can be nothing else.
//!
//! **Leaves alone** every other glued pair (`longanticipated`, `fiveyear`, `lithiumion`). To tell it from a rare word would take a
//! dictionary, and a look at each word.

use crate::note::NoteKind;
use crate::span::TextSpan;

use super::{Family, Sheet};

pub(super) static FAMILY: Family = Family { name: "lost-hyphen", page: include_str!("lost_hyphen.rs"), label };

const MESSAGE: &str = "a compound without its hyphen";

fn label(sheet: &mut Sheet<'_>) {
    let (text, losses) = (sheet.text, &sheet.scan.losses);
    let ages = losses.ages.iter().map(|&at| at as usize).filter(|&at| is_age(text, at)).map(|at| (at, at + 7));
    let centuries = losses.centuries.iter().map(|&at| at as usize);
    let centuries = centuries.filter_map(|at| ordinal(text, at).map(|start| (start, at + 7)));
    let ends = |end: usize| text[end..].trim_start_matches('s').chars().next().is_none_or(|c| !c.is_alphanumeric());
    let places: Vec<(usize, usize)> = ages.chain(centuries).filter(|&(_, end)| ends(end)).collect();
    for (start, end) in places {
        sheet.note(NoteKind::LostHyphen, TextSpan::new(start as u32, end as u32), MESSAGE);
    }
}

/// Whether a number or its word stands before: `16-`, `16`, `two`.
fn is_age(text: &str, at: usize) -> bool {
    const NUMBERS: [&str; 12] =
        ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "one"];
    let before = text[..at].strip_suffix('-').unwrap_or(&text[..at]);
    before.ends_with(|c: char| c.is_ascii_digit()) || NUMBERS.iter().any(|number| before.ends_with(number))
}

/// Where the ordinal starts that ends at `at`: `21st`.
fn ordinal(text: &str, at: usize) -> Option<usize> {
    let before = &text[..at];
    let ending = ["st", "th"].into_iter().find(|ending| before.ends_with(ending))?;
    let number = &before[..before.len() - ending.len()];
    let digits = number.bytes().rev().take_while(u8::is_ascii_digit).count();
    (1..=2).contains(&digits).then(|| number.len() - digits)
}
