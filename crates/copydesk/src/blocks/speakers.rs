//! The questions and answers of an interview whose speakers are named: `TW: How …?`, `Hale: No.`
//!
//! If there are three speakers, as in a court's record or a play, none of their rows is labelled.

use memchr::memchr;

use super::title_shape::{self, End};
use super::{Role, Sheet};

/// The fewest rows of a speaker.
const ROWS: usize = 3;
/// The longest question without a name.
const LONGEST: usize = 300;

/// How many rows have a speaker: of most articles none, or a few.
pub(super) fn rows(sheet: &Sheet<'_>, filled: &[usize]) -> usize {
    filled.iter().filter(|&&row| speaker(sheet, row).is_some()).count()
}

/// Labels the rows of two speakers who take turns: one asks in half of what he says, the other in hardly any. Says whether there are any.
/// So many rows are `named`.
pub(super) fn label_two(sheet: &mut Sheet<'_>, filled: &[usize], named: usize) -> bool {
    if named < 2 * ROWS {
        return false;
    }
    let said = || filled.iter().filter_map(|&row| Some((row, speaker(sheet, row)?)));
    let Some((_, first)) = said().next() else { return false };
    let Some((_, other)) = said().find(|&(_, name)| name != first) else { return false };
    let (mut counts, mut asked, mut turns, mut last) = ([0; 2], [0; 2], 0, other);
    for (row, name) in said() {
        if name != first && name != other {
            return false;
        }
        let who = usize::from(name == other);
        counts[who] += 1;
        asked[who] += usize::from(asks(sheet.content(row)));
        turns += usize::from(name != last);
        last = name;
    }
    let is_asker = |who: usize| asked[who] * 2 >= counts[who] && asked[1 - who] * 4 <= counts[1 - who];
    let takes_turns = turns * 4 >= (counts[0] + counts[1]) * 3;
    if counts.into_iter().any(|count| count < ROWS) || !takes_turns || !(is_asker(0) || is_asker(1)) {
        return false;
    }
    let asker = if is_asker(0) { first } else { other };
    for &row in filled {
        if let Some(name) = speaker(sheet, row) {
            sheet.label(row, if name == asker { Role::Question } else { Role::Answer });
        }
    }
    true
}

/// Labels the rows of the one speaker who answers each time what stands right above, most of which asks.
pub(super) fn label_one(sheet: &mut Sheet<'_>, filled: &[usize], named: usize) {
    if named < ROWS {
        return;
    }
    let said = || filled.iter().enumerate().filter_map(|(at, &row)| Some((at, speaker(sheet, row)?)));
    // What asks has its role now.
    let Some((_, first)) = said().next().filter(|_| said().nth(ROWS - 1).is_some()) else { return };
    let (mut count, mut asked) = (0, 0);
    for (at, name) in said() {
        let Some(above) = at.checked_sub(1).map(|at| filled[at]).filter(|_| name == first) else { return };
        let question = sheet.content(above);
        let is_asked = sheet.rows[above].role == Some(Role::Question);
        if !is_asked && (!sheet.is_open(above) || question.len() > LONGEST) {
            return;
        }
        count += 1;
        asked += usize::from(is_asked || asks(question));
    }
    if asked * 3 < count * 2 {
        return;
    }
    for (at, &row) in filled.iter().enumerate() {
        if speaker(sheet, row).is_some() {
            sheet.label(filled[at - 1], Role::Question);
            sheet.label(row, Role::Answer);
        }
    }
}

/// The speaker of an open row, `TW`, `Hale`, `Harbour Gazette`: one to three words with capitals before a colon.
fn speaker<'t>(sheet: &Sheet<'t>, row: usize) -> Option<&'t str> {
    const NAME: usize = 24;
    const WORDS: usize = 3;
    let content = sheet.content(row);
    let bytes = content.as_bytes();
    if !sheet.is_open(row) || !bytes.first()?.is_ascii_uppercase() {
        return None;
    }
    let colon = memchr(b':', &bytes[..NAME.min(bytes.len())])?;
    let name = &content[..colon];
    let is_name = content[colon + 1..].starts_with(' ')
        && name.split(' ').count() <= WORDS
        && name.split(' ').all(|word| word.starts_with(char::is_uppercase))
        && name.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '.' | '’' | '\''));
    is_name.then_some(name)
}

fn asks(content: &str) -> bool {
    title_shape::end(content) == End::Question
}
