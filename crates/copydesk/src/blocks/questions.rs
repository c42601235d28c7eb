//! Interview questions without a mark. Print sets them in bold, which a flattened page loses.

use super::title_shape::{self, End};
use super::{Role, Sheet};
use crate::keys::{Words, words};
use crate::split::at_spaces;

/// The longest question, and the shortest answer.
const LONGEST: usize = 300;
const ANSWER: usize = 20;
/// A question of this many bytes is put to somebody; a heading is shorter.
const LONG: usize = 50;

/// Words by which somebody is spoken to.
#[rustfmt::skip]
static ADDRESS: Words<()> = words!(64, [
    "you", "your", "sie", "ihnen", "ihr", "ihre", "ihren", "ihrer", "du", "dir", "dich", "u", "uw", "je", "jij", "jullie", "vous", "votre", "vos", "tu", "usted",
    "ustedes", "lei", "seu", "sua", "você", "vocês", "senhor", "senhora",
]);

/// Labels the questions of an interview: three or more, each with an answer below. They are a fifth of the text from the first on, or a
/// quarter if there are three. Half of them are long or have a word for the person asked. In addition, a third have that word, or half of
/// the answers show that they are speech. Headings that ask are short and address nobody.
pub(super) fn label(sheet: &mut Sheet<'_>, filled: &[usize]) {
    let asks = |row: usize| sheet.is_open(row) && is_question(sheet.content(row));
    let answers = |row: usize| sheet.is_open(row) && !asks(row) && sheet.content(row).len() >= ANSWER;
    let mut questions = filled.windows(2).filter(|rows| asks(rows[0]) && answers(rows[1])).map(|rows| rows[0]);
    let (Some(first), Some(second), Some(third)) = (questions.next(), questions.next(), questions.next()) else {
        return;
    };
    let questions: Vec<usize> = [first, second, third].into_iter().chain(questions).collect();
    let text = filled.iter().filter(|&&row| row >= first && sheet.is_open(row)).count();
    let share = if questions.len() == 3 { 4 } else { 5 };
    let count = |is: &dyn Fn(usize) -> bool| questions.iter().filter(|&&row| is(row)).count();
    let spoken = count(&|row| speaks_to_somebody(sheet.content(row)));
    let long = count(&|row| sheet.content(row).len() > LONG && !speaks_to_somebody(sheet.content(row)));
    let said = count(&|row| sheet.next(row).is_some_and(|answer| is_said(sheet.content(answer))));
    let addressed = ADDRESSED.iter().any(|title| sheet.content(first).starts_with(title));
    let half = |some: usize| some * 2 >= questions.len();
    let is_interview = match questions.len() {
        // A column asks itself as often.
        3 => half(spoken) && !questions.iter().any(|&row| asks_oneself(sheet.content(row))),
        _ => half(spoken + long) && (addressed || spoken * 3 >= questions.len() || half(said)),
    };
    if questions.len() * share >= text && is_interview {
        questions.into_iter().for_each(|row| sheet.label(row, Role::Question));
    }
}

/// How the first question begins that is put to somebody with a title.
const ADDRESSED: [&str; 8] = ["Frau ", "Herr ", "Madame ", "Meneer ", "Mevrouw ", "Minister ", "Monsieur ", "Señor"];

fn is_question(content: &str) -> bool {
    content.ends_with('?')
        && content.len() <= LONGEST
        && content.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '«' | '„' | '¿'))
        && title_shape::end(content) == End::Question
}

fn speaks_to_somebody(content: &str) -> bool {
    at_spaces(content).any(|word| ADDRESS.has(word.trim_matches([',', '?', '.', '¿'])))
}

/// Whether the writer speaks of himself: `What did I do?`. An interviewer does so to be let ask: `May I ask …`.
fn asks_oneself(content: &str) -> bool {
    const SELF: [&str; 10] = ["I", "me", "my", "ich", "mich", "mir", "ik", "mij", "moi", "yo"];
    const MAY: [&str; 6] = ["ask", "Can", "Darf", "Kann", "Mag", "May"];
    let has = |words: &[&str]| at_spaces(content).any(|word| words.contains(&word.trim_end_matches([',', '?'])));
    has(&SELF) && !has(&MAY)
}

/// Whether an answer is what somebody said, by its signs or the speaker's name: `"No, never."`, `Hale: No.`
fn is_said(answer: &str) -> bool {
    const NAME: usize = 40;
    let speaker = || {
        answer.bytes().take(NAME).position(|byte| byte == b':').filter(|&colon| answer[..colon].split(' ').count() <= 4)
    };
    answer.starts_with(['"', '“', '«', '„', '\'', '‘']) || speaker().is_some()
}
