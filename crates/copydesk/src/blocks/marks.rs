//! # marks
//!
//! Marks that end an article, or a part of it.
//!
//! **Forms**
//!
//! - A line of rules or stars: `___`, `* * *`, `***`, `———`, `----------`, `###`, `■`.
//! - The ends of copy: `-30-`, `(END)`, `ENDS`, `End of Document`.
//! - Below the last paragraph, an agency's sign on a line of its own: `— PTI`, `(Reuters)`, `AFP`.
//! - As the last line, the signs of those who worked on the article: `bur-lk/mz/ach`.
//!
//! **False friends**
//!
//! A lone `-` (the byline's place, left empty) or `*`; `...`; an agency's name above the text (a byline).

use super::beginnings::Beginnings;
use super::role::Role;
use super::wording::Wording;
use super::{Family, Sheet};

pub(super) static FAMILY: Family = Family { name: "marks", page: include_str!("marks.rs"), label };

/// Marks with words are short.
const LONGEST: usize = 24;
/// What counts as a paragraph above an agency's sign.
const RUNNING: usize = 60;

static ENDS: &[&str] = &[
    "-- 30 --",
    "-30-",
    "- 30 -",
    "--30--",
    "(end)",
    "(ends)",
    "- end -",
    "-end-",
    "- ends -",
    "-ends-",
    "--end--",
    "-- end --",
    "- ende -",
    "(ende)",
    "(fin)",
    "- fin -",
    "(fim)",
    "(einde)",
    "ends",
    "end of document",
    "end of article",
    "end of story",
];
#[rustfmt::skip]
static AGENCIES: &[&str] = &[
    "aap", "afp", "agencias", "agencies", "agências", "agência brasil", "anadolu", "ani", "anp", "ansa", "ap", "apa", "associated press", "bernama", "belga", "cp", "dpa", "dpa-afx", "efe", "epa", "europa press", "ians", "interfax", "itar-tass", "kna", "kyodo", "lusa",
    "nan", "pa", "pa media", "press trust of india", "pti", "reuters", "sapa", "sda", "tass", "the associated press", "the canadian press", "tns", "uni", "upi", "xinhua", "yonhap", "ats", "keystone-sda", "notimex", "télam", "estadão conteúdo", "folhapress", "sid", "epd",
];

/// How every line begins that is one and has words.
pub(super) static TABLES: &[&[&str]] = &[ENDS, AGENCIES];

fn label(sheet: &mut Sheet<'_>) {
    for index in 0..sheet.rows.len() {
        let content = sheet.content(index);
        if content.is_empty() || !sheet.is_open(index) {
            continue;
        }
        let may_end = content.len() <= LONGEST && sheet.begins(index).may_be(Beginnings::END_MARK);
        if is_rule(content) || may_end && is_end(sheet, index) {
            sheet.label(index, Role::EndMark);
        }
    }
    let last = (0..sheet.rows.len()).rev().find(|&row| sheet.is_open(row));
    if let Some(last) = last.filter(|&last| is_signs(sheet.content(last)) && stands_below_text(sheet, last)) {
        sheet.label(last, Role::EndMark);
    }
}

/// Three or more marks and nothing else, or one of the marks that do nothing but end.
fn is_rule(content: &str) -> bool {
    const MARKS: &[char] = &[
        '*', '_', '#', '=', '~', '-', '–', '—', '―', '─', '━', '■', '□', '●', '•', '+', '∎', '⁂', '◆', '◼', '▪', '※',
        '·', '\\',
    ];
    if content.as_bytes().first().is_some_and(u8::is_ascii_alphanumeric) {
        return false;
    }
    let marks = content.chars().filter(|c| !c.is_whitespace());
    let mut count = 0;
    for mark in marks {
        if !MARKS.contains(&mark) {
            return false;
        }
        count += 1;
    }
    count >= 3 || matches!(content, "■" | "∎" | "⁂" | "◼" | "##" | "__" | "◆" | "□")
}

fn is_end(sheet: &Sheet<'_>, index: usize) -> bool {
    let wording = Wording::of(sheet.content(index));
    let bytes = wording.bytes();
    if ENDS.iter().any(|end| end.as_bytes() == bytes) {
        return true;
    }
    let Ok(words) = std::str::from_utf8(bytes) else { return false };
    let sign = words.trim_matches(|c: char| "()[]-/*. ".contains(c));
    if !AGENCIES.contains(&sign) {
        return false;
    }
    // Above the text it is a byline; the sign stands below a paragraph, and none comes after it.
    stands_below_text(sheet, index) && !(index + 1..sheet.rows.len()).any(|row| is_text(sheet, row))
}

fn stands_below_text(sheet: &Sheet<'_>, index: usize) -> bool {
    sheet.previous(index).is_some_and(|above| is_text(sheet, above))
}

fn is_text(sheet: &Sheet<'_>, row: usize) -> bool {
    matches!(sheet.rows[row].role, None | Some(Role::Paragraph)) && sheet.content(row).len() >= RUNNING
}

/// `bur-lk/mz/ach`: the signs of those who worked on it, in small letters, with slashes between. `and/or` and `km/h` end no article.
fn is_signs(line: &str) -> bool {
    let signs = line.strip_prefix("burs-").or_else(|| line.strip_prefix("bur-")).unwrap_or(line);
    let sign = |sign: &str| (2..=4).contains(&sign.len()) && sign.bytes().all(|byte| byte.is_ascii_lowercase());
    line.len() <= LONGEST && signs.contains('/') && signs.split('/').all(sign)
}
