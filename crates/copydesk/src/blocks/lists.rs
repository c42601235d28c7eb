//! # lists
//!
//! List items, rows of tables, and the questions and answers of an interview.
//!
//! **Forms**
//!
//! - *list-item*, any of:
//!   - two or more lines in a row with the same bullet (`•`, `●`, `■`, `▪`, `◦`, `·`, `*`, `►`, `➤`, `✓`), or that count up (`1.`, `2)`,
//!     `3 –`, `(a)`);
//!   - three or more with the same dash (`-`, `--`, `–`, `—`), at least half of which end no sentence;
//!   - three or more short lines that end no sentence, below a line that ends in a colon.
//! - *table*: three or more lines in a row with the same number of tabs, bars or semicolons between their cells, or short ones that end in
//!   a figure: results, prices, scores, votes.
//! - *question*, *answer*: lines marked `Q:` and `A:` (`Q.`, `Q -`, `Question:`; German `F:`, Spanish and Portuguese `P:` and `R:`), if
//!   both occur.
//! - *question* without marks: three or more lines that ask, each with an answer below. They are a fifth of the lines from the first on (a
//!   quarter, if only three), and half are long or address somebody (`How did you find the harbour?`).
//! - *question*, *answer* with the speakers' names (`TW: …`, `Hale: …`): two take turns and one of them asks; or one always answers the
//!   line right above, and most of those lines ask.
//!
//! **Leaves alone**
//!
//! - a single marked line;
//! - dialogue (`– Non, dit-elle.`), a signature (`— Name (@name)`) and a source line (`-- The Gazette`), which begin with a dash too;
//! - numbered paragraphs with others between them;
//! - verse below a colon;
//! - a first word that is a year or a figure;
//! - running text cut at a column's width, if its lines end in figures;
//! - three or more speakers, as in a court's record.

use super::list_marks::{Mark, mark};
use super::signs::Signs;
use super::title_shape::{self, End};
use super::{Family, Role, Sheet, questions, speakers};
use crate::split::{at_spaces, last_word};

pub(super) static FAMILY: Family = Family { name: "lists", page: include_str!("lists.rs"), label };

fn label(sheet: &mut Sheet<'_>) {
    let filled = sheet.filled_rows();
    let named = speakers::rows(sheet, &filled);
    if !label_interview(sheet, &filled) && !speakers::label_two(sheet, &filled, named) {
        questions::label(sheet, &filled);
        speakers::label_one(sheet, &filled, named);
    }
    // Runs are of unclaimed rows with nothing claimed between them.
    let mut at = 0;
    while at < filled.len() {
        let rest = &filled[at..];
        let open = rest.iter().take_while(|&&row| sheet.is_open(row)).count();
        if open > 0 {
            label_runs(sheet, &rest[..open]);
        }
        at += open.max(1);
    }
}

/// Consecutive rows that look alike, and their role; none if running text may look the same.
struct Run {
    len: usize,
    role: Option<Role>,
}

fn label_runs(sheet: &mut Sheet<'_>, rows: &[usize]) {
    let mut at = 0;
    while at < rows.len() {
        let above = at.checked_sub(1).map(|above| rows[above]);
        let run = run(sheet, above, &rows[at..]);
        if let Some(role) = run.role {
            rows[at..at + run.len].iter().for_each(|&row| sheet.label(row, role));
            if let (Role::Table, Some(above)) = (role, above)
                && is_table_head(sheet.content(above))
            {
                sheet.label(above, role);
            }
        }
        at += run.len;
    }
}

/// The run that begins with the first row.
fn run(sheet: &Sheet<'_>, above: Option<usize>, rows: &[usize]) -> Run {
    if let Some(run) = marked_run(sheet, rows) {
        return run;
    }
    let len = table_run(sheet, rows);
    if len >= RUN {
        return Run { len, role: Some(Role::Table) };
    }
    let len = above.map_or(0, |above| plain_run(sheet, above, rows));
    if len >= RUN { Run { len, role: Some(Role::ListItem) } } else { Run { len: 1, role: None } }
}

/// The rows from the first on that have marks of one kind.
fn marked_run(sheet: &Sheet<'_>, rows: &[usize]) -> Option<Run> {
    let first = mark(sheet.content(rows[0]))?;
    let mut last = first;
    let mut len = 1;
    for &row in &rows[1..] {
        match mark(sheet.content(row)) {
            Some(next) if last.is_followed_by(next) => last = next,
            _ => break,
        }
        len += 1;
    }
    let listed = match first {
        Mark::Dash(_) => len >= RUN && is_dash_list(sheet, &rows[..len]),
        _ => len >= 2,
    };
    Some(Run { len, role: listed.then_some(Role::ListItem) })
}

/// Dialogue begins with dashes too, and ends its sentences; items of a list mostly do not.
fn is_dash_list(sheet: &Sheet<'_>, rows: &[usize]) -> bool {
    let ended = rows.iter().filter(|&&row| title_shape::end(sheet.content(row)).ends_sentence()).count();
    ended * 2 <= rows.len()
}

/// `P  W  D  L  F  A  Pts`: what the columns of a table are, cut short.
fn is_table_head(content: &str) -> bool {
    const COLUMNS: usize = 4;
    const LONGEST: usize = 4;
    let words = || at_spaces(content).filter(|word| !word.is_empty());
    let is_short = |word: &str| word.len() <= LONGEST && word.starts_with(|c: char| c.is_uppercase() || c == '+');
    content.len() <= SHORT && words().nth(COLUMNS - 1).is_some() && words().all(is_short)
}

/// The longest row of a table that is told by the figure at its end, and of an unmarked list.
const SHORT: usize = 80;
/// The fewest rows of a table or of an unmarked list.
const RUN: usize = 3;

/// How many rows from the first on may be rows of one table.
fn table_run(sheet: &Sheet<'_>, rows: &[usize]) -> usize {
    let celled = |&row: &usize| sheet.signs(row).may_have(Signs::CELLS).then(|| cells(sheet.content(row))).flatten();
    match celled(&rows[0]) {
        Some(first) => rows.iter().take_while(|row| celled(row) == Some(first)).count(),
        None => rows.iter().take_while(|&&row| ends_in_figure(sheet.content(row))).count(),
    }
}

/// The sign between the cells of a row and how many there are, for a row of three cells or more.
fn cells(content: &str) -> Option<(u8, usize)> {
    const LONGEST: usize = 300;
    const CELL: usize = 40;
    // The first cell ends where any sign of them stands first, or later.
    let first = &content.as_bytes()[..content.len().min(CELL + 1)];
    if content.len() > LONGEST || memchr::memchr3(b'\t', b'|', b';', first).is_none() {
        return None;
    }
    [b'\t', b'|', b';'].into_iter().find_map(|sign| {
        let count = content.bytes().filter(|&byte| byte == sign).count();
        let short = content.split(char::from(sign)).all(|cell| cell.len() <= CELL);
        (count >= 2 && short).then_some((sign, count))
    })
}

/// `Northport 3, Southbay 1`, `Clear Creek at I-45 49.40`: a name first, a figure last, no sentence.
pub(super) fn ends_in_figure(content: &str) -> bool {
    if content.len() > SHORT || content.ends_with(char::is_alphabetic) || !content.starts_with(char::is_alphabetic) {
        return false;
    }
    let last = last_word(content);
    if !last.bytes().any(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let figure = last.trim_end_matches(['%', ')', '*', '°']).trim_start_matches(['$', '£', '€', '+', '-', '–', '(']);
    let digits = figure.bytes().filter(u8::is_ascii_digit).count();
    let plain = figure.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b',' | b'-' | b':' | b'/'));
    let year = matches!(figure.as_bytes(), [b'1', b'9', _, _] | [b'2', b'0', _, _] | [b'2', b'0', _, _, b'-', ..]);
    digits > 0
        && plain
        && !year
        && !figure.ends_with(['.', ',', ':'])
        && last.len() < content.len()
        && !is_prose(content)
}

/// Words that sentences are made of and names of teams, places and goods are not. Sorted.
#[rustfmt::skip]
const VERBAL: &[&str] = &[
    "about", "after", "although", "are", "because", "been", "but", "could", "fell", "had", "has", "have", "he", "his", "if", "is", "it", "its", "may", "rose", "said", "says", "she", "since", "than",
    "that", "their", "they", "this", "was", "we", "were", "when", "where", "which", "while", "who", "will", "would",
];
/// Small words that a name has one or two of. Sorted.
const SMALL: &[&str] =
    &["a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"];

/// A line of running text that was cut at a column's width and happens to end in a figure:
/// `late. The Clipper ( CLP.N ) sales rose about 1`.
fn is_prose(content: &str) -> bool {
    const MOST_SMALL: usize = 2;
    let (mut verbal, mut small) = (false, 0);
    for word in at_spaces(content) {
        // `St. Olaf 3`, `J. Hale 68.1` have a short word or a capital before the stop.
        let ends_sentence = word
            .strip_suffix(['.', '?', '!'])
            .is_some_and(|word| word.len() > 4 && word.chars().all(char::is_lowercase));
        let word = word.trim_end_matches([',', ';', ':']);
        verbal |= ends_sentence || VERBAL.binary_search(&word).is_ok();
        small += usize::from(SMALL.binary_search(&word).is_ok());
    }
    verbal || small > MOST_SMALL
}

/// First words of rows above links to other articles.
const LINKS: &[&str] = &["also", "links", "more", "read", "related", "see", "source", "sources", "tags", "watch"];

/// How many rows below a row that ends in a colon may be items without a mark.
fn plain_run(sheet: &Sheet<'_>, above: usize, rows: &[usize]) -> usize {
    const SIGNS: [char; 7] = ['"', '“', '\'', '‘', '«', '@', '#'];
    let above = sheet.content(above);
    if !above.ends_with(':') {
        return 0;
    }
    let first = above.split(' ').next().unwrap_or("").trim_end_matches(':');
    if LINKS.iter().any(|word| word.eq_ignore_ascii_case(first)) {
        return 0;
    }
    let small = |content: &str| content.starts_with(char::is_lowercase);
    let all_small = small(sheet.content(rows[0]));
    for (len, &row) in rows.iter().enumerate() {
        let content = sheet.content(row);
        // Lines of verse and of a sentence that was cut in two end so, and begin with small letters here and there.
        if content.ends_with([',', ';', '—', '–', '-']) || small(content) != all_small {
            return 0;
        }
        let item = content.len() <= SHORT
            && title_shape::end(content) == End::Open
            && content.chars().any(char::is_alphabetic)
            && !content.starts_with(SIGNS)
            && !content.contains("://")
            && !ends_in_figure(content);
        if !item {
            return len;
        }
    }
    rows.len()
}

/// Marks of question and answer, the pairs that go together.
const INTERVIEWS: &[(&[&str], &[&str])] = &[
    (
        &["Q:", "Q.", "Q -", "Q –", "Q —", "Question:", "QUESTION:"],
        &["A:", "A.", "A -", "A –", "A —", "Answer:", "ANSWER:"],
    ),
    (&["F:", "Frage:"], &["A:", "Antwort:"]),
    (&["P:", "P.", "Pregunta:", "Pergunta:"], &["R:", "R.", "Respuesta:", "Resposta:"]),
    (&["Q:", "Q.", "Question :"], &["R:", "R.", "Réponse :"]),
];

/// Labels the rows with the marks of the first pair of which both are met, the question first. Says whether there are any.
fn label_interview(sheet: &mut Sheet<'_>, filled: &[usize]) -> bool {
    let likely = |&row: &usize| sheet.is_open(row) && may_be_marked(sheet.content(row).as_bytes());
    let rows: Vec<usize> = filled.iter().copied().filter(likely).collect();
    // A question and an answer.
    if rows.len() < 2 {
        return false;
    }
    let open = |sheet: &Sheet<'_>, marks: &[&str]| -> Vec<usize> {
        let marked = |&row: &usize| marks.iter().any(|mark| is_marked(sheet.content(row), mark));
        rows.iter().copied().filter(marked).collect()
    };
    for (question, answer) in INTERVIEWS {
        let questions = open(sheet, question);
        let Some(first) = questions.first() else { continue };
        let answers = open(sheet, answer);
        if answers.first().is_none_or(|answer| answer < first) {
            continue;
        }
        questions.iter().for_each(|&row| sheet.label(row, Role::Question));
        answers.iter().for_each(|&row| sheet.label(row, Role::Answer));
        return true;
    }
    false
}

/// Whether a row may begin with one of the marks: with one of their letters, and with a stop, a dash or a colon where they have it.
fn may_be_marked(content: &[u8]) -> bool {
    const LONGEST: usize = 12;
    match content {
        [b'A' | b'F' | b'P' | b'Q' | b'R', b':' | b'.', ..] => true,
        [b'A' | b'Q', b' ', b'-' | 0xe2, ..] => true,
        [b'A' | b'F' | b'P' | b'Q' | b'R', ..] => content.iter().take(LONGEST).any(|&byte| byte == b':'),
        _ => false,
    }
}

/// A mark with white space behind it; `A. Lee` has none that is followed by a sentence, but needs a question above it all the same.
fn is_marked(content: &str, mark: &str) -> bool {
    content.strip_prefix(mark).is_some_and(|rest| rest.starts_with(char::is_whitespace) || rest.is_empty())
}
