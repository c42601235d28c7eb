//! # lists
//!
//! List items, rows of tables, and the questions and answers of an interview.
//!
//! **Forms**
//! - *list-item*: two or more rows on end that begin with the same bullet (`•`, `●`, `■`, `▪`, `◦`, `·`, `*`), or that count up (`1.`, `2)`, `3 –`, `(a)`);
//!   three or more with the same dash (`-`, `--`, `–`, `—`), most of which end no sentence; three or more short rows that end no
//!   sentence below a row that ends in a colon.
//! - *table*: three or more rows on end with the same number of tabs, bars or semicolons between their cells, or short ones that end in a figure:
//!   results, prices, scores, votes.
//! - *question*, *answer*: rows marked `Q:` and `A:` (`Q.`, `Q -`, `Question:`; German `F:`, Spanish and Portuguese `P:` and `R:`), where both are met.
//!
//! **Leaves alone** one marked row on its own; lines of dialogue (`– Non, dit-elle.`), a signature (`— Name (@name)`) and a source line
//! (`-- The Gazette`), which begin with a dash too; numbered paragraphs with others between them; verse below a colon; a
//! first word that is a year or a figure; the question and answer of named speakers.

use super::list_marks::{Mark, mark};
use super::title_shape::{self, End};
use super::{Family, Role, Sheet};

pub(super) static FAMILY: Family = Family { name: "lists", page: include_str!("lists.rs"), label };

fn label(sheet: &mut Sheet<'_>) {
    let filled: Vec<usize> = sheet.filled().collect();
    label_interview(sheet, &filled);
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

fn label_runs(sheet: &mut Sheet<'_>, rows: &[usize]) {
    let mut at = 0;
    while at < rows.len() {
        let rest = &rows[at..];
        let (len, role) = match () {
            () if marked_run(sheet, rest) > 0 => (marked_run(sheet, rest), Role::ListItem),
            () if table_run(sheet, rest) > 0 => (table_run(sheet, rest), Role::Table),
            () if at > 0 && plain_run(sheet, rows[at - 1], rest) > 0 => {
                (plain_run(sheet, rows[at - 1], rest), Role::ListItem)
            }
            () => (0, Role::Paragraph),
        };
        for &row in &rest[..len] {
            sheet.label(row, role);
        }
        at += len.max(1);
    }
}

/// How many rows from the first on are items with marks of one kind; 0 if too few.
fn marked_run(sheet: &Sheet<'_>, rows: &[usize]) -> usize {
    let Some(first) = mark(sheet.content(rows[0])) else { return 0 };
    let mut last = first;
    let mut len = 1;
    for &row in &rows[1..] {
        match mark(sheet.content(row)) {
            Some(next) if last.is_followed_by(next) => last = next,
            _ => break,
        }
        len += 1;
    }
    match first {
        Mark::Dash(_) if len < 3 || !is_dash_list(sheet, &rows[..len]) => 0,
        _ if len < 2 => 0,
        _ => len,
    }
}

/// Dialogue begins with dashes too, and ends its sentences; items of a list mostly do not.
fn is_dash_list(sheet: &Sheet<'_>, rows: &[usize]) -> bool {
    let ended = rows.iter().filter(|&&row| title_shape::end(sheet.content(row)).ends_sentence()).count();
    ended * 2 <= rows.len()
}

/// The longest row of a table that is told by the figure at its end, and of an unmarked list.
const SHORT: usize = 80;
/// The fewest rows of a table or of an unmarked list.
const RUN: usize = 3;

/// How many rows from the first on are rows of one table; 0 if too few.
fn table_run(sheet: &Sheet<'_>, rows: &[usize]) -> usize {
    let celled = |row: &usize| cells(sheet.content(*row));
    let len = match celled(&rows[0]) {
        Some(first) => rows.iter().take_while(|row| celled(row) == Some(first)).count(),
        None => rows.iter().take_while(|&&row| ends_in_figure(sheet.content(row))).count(),
    };
    if len >= RUN { len } else { 0 }
}

/// The sign between the cells of a row and how many there are, for a row of three cells or more.
fn cells(content: &str) -> Option<(u8, usize)> {
    const LONGEST: usize = 300;
    const CELL: usize = 40;
    if content.len() > LONGEST {
        return None;
    }
    [b'\t', b'|', b';'].into_iter().find_map(|sign| {
        let count = content.bytes().filter(|&byte| byte == sign).count();
        let short = content.split(char::from(sign)).all(|cell| cell.len() <= CELL);
        (count >= 2 && short).then_some((sign, count))
    })
}

/// `Northport 3, Southbay 1`, `Clear Creek at I-45 49.40`: a name first, a figure last, no sentence.
fn ends_in_figure(content: &str) -> bool {
    if content.len() > SHORT || !content.starts_with(char::is_alphabetic) {
        return false;
    }
    let last = content.rsplit(' ').next().unwrap_or("");
    let figure = last.trim_end_matches(['%', ')', '*']).trim_start_matches(['$', '£', '€', '+', '-', '–', '(']);
    let digits = figure.bytes().filter(u8::is_ascii_digit).count();
    let plain = figure.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b',' | b'-' | b':' | b'/'));
    digits > 0 && plain && !figure.ends_with(['.', ',', ':']) && last.len() < content.len()
}

/// How many rows below a colon are items without a mark; 0 if too few.
fn plain_run(sheet: &Sheet<'_>, above: usize, rows: &[usize]) -> usize {
    let above = sheet.content(above);
    if !above.ends_with(':') || above.len() < RUN {
        return 0;
    }
    let mut len = 0;
    for &row in rows {
        let content = sheet.content(row);
        let verse = content.ends_with([',', ';', '—', '–', '-']);
        if content.len() > SHORT || verse {
            return 0;
        }
        if title_shape::end(content) != End::Open || content.starts_with(['"', '“', '\'', '‘', '«', '@', '#']) {
            break;
        }
        len += 1;
    }
    if len >= RUN { len } else { 0 }
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

/// Labels the rows with the marks of the first pair of which both are met, the question first.
fn label_interview(sheet: &mut Sheet<'_>, filled: &[usize]) {
    let open = |sheet: &Sheet<'_>, marks: &[&str]| -> Vec<usize> {
        let marked = |&row: &usize| sheet.is_open(row) && marks.iter().any(|mark| is_marked(sheet.content(row), mark));
        filled.iter().copied().filter(marked).collect()
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
        return;
    }
}

/// A mark with white space behind it; `A. Lee` has none that is followed by a sentence, but needs a question above it all the same.
fn is_marked(content: &str, mark: &str) -> bool {
    content.strip_prefix(mark).is_some_and(|rest| rest.starts_with(char::is_whitespace) || rest.is_empty())
}
