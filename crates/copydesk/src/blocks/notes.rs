//! # notes
//!
//! Who the author is, and who else worked on the article.
//!
//! **Forms**
//!
//! - `(Reporting by Ana Silva; Editing by Omar Haddad)`, on a line of its own or at the end of one of the last paragraphs;
//!   `- Editing by: …`, `Additional reporting by …`, `With files from …`, `With inputs from agencies`.
//! - `Ana Silva contributed to this report.`
//! - `About the author: …`, `Editor's note: Ana Silva is a … The opinions expressed …`.
//! - After the last paragraph: `Ana Silva is a staff writer …`, `Ana Silva covers …` with a way to reach her;
//!   `Contact Ana Silva at 555-0142`; `The writer is …`; `with Ana Silva`.
//! - Right below the last paragraph: `ana.silva@harbourgazette.com`.
//!
//! **False friends**
//!
//! `Ana Silva is a reporter …` inside the article: someone in the story. `He contributed to this report on …`. `The author is …` in a
//! review, unless it stands after the last paragraph.

use memchr::{memchr2, memrchr2};

use super::beginnings::Beginnings;
use super::role::Role;
use super::signs::Signs;
use super::wording::Wording;
use super::{Family, Sheet, bylines, title_shape};
use crate::keys::{Words, words};
use crate::masks::{blocks, moved, places};
use crate::split::{self, Between};

pub(super) static FAMILY: Family = Family { name: "notes", page: include_str!("notes.rs"), label };

/// What a line has at least that says who worked on it behind their names: `X contributed from`.
const WORK_SHORTEST: usize = 17;
/// What a list of those who worked on it may have.
const WORK_LONGEST: usize = 420;
/// So far from its end the words stand that say so.
const WORK_TAIL: usize = 120;
/// What a line that says where it was reported from may have.
const FILING_LONGEST: usize = 120;
/// What a note about the author may have.
const AUTHOR_LONGEST: usize = 900;
/// A longer line that is no note ends the search from below.
const RUNNING: usize = 70;
/// Short lines after the last paragraph that may stand below a note.
const SHORT_LINES: usize = 4;

fn label(sheet: &mut Sheet<'_>) {
    let filled = sheet.filled_rows();
    if filled.len() < 2 {
        return;
    }
    cut_credit(sheet, &filled);
    // Where rows were cut, they are collected again in the same memory, which nobody may hold then.
    drop(filled);
    let filled = sheet.filled_rows();
    for &index in filled.iter() {
        let content = sheet.content(index);
        if content.len() <= AUTHOR_LONGEST
            && sheet.is_open(index)
            && is_note_anywhere(content, sheet.begins(index), sheet.signs(index))
        {
            sheet.label(index, Role::AuthorNote);
        }
    }
    label_end(sheet, &filled);
}

/// Paragraphs from the last one upwards that may end with a note in brackets.
const LAST: usize = 3;

/// Cuts `(Reporting by Ana Silva; Editing by Omar Haddad)` off the end of a paragraph: what is in the brackets is all of it, and the
/// text before has its stop.
fn cut_credit(sheet: &mut Sheet<'_>, filled: &[usize]) {
    // What stands below the text of an export has roles already.
    let mut left = LAST;
    for &index in filled.iter().rev() {
        if !sheet.is_open(index) {
            continue;
        }
        if left == 0 {
            return;
        }
        left -= 1;
        let content = sheet.content(index);
        let inner = content.strip_suffix([')', ']']);
        let Some(at) = inner.and_then(|inner| memrchr2(b'(', b'[', inner.as_bytes())) else { continue };
        let (before, note) = (content[..at].trim_end(), &content[at..]);
        let stopped = before.ends_with(['.', '!', '?', '"', '”', '’', '\'', ')']);
        let words = note[1..].trim_start();
        if !stopped || !Beginnings::of(words).may_be(Beginnings::NOTE) || !begins_as_note(note, words) {
            continue;
        }
        sheet.cut(index, sheet.span_of(note).start());
        sheet.label(index + 1, Role::AuthorNote);
        return;
    }
}

/// Who worked on it, in words that are used for nothing else.
#[rustfmt::skip]
static WORK: &[&str] = &[
    "additional reporting and", "additional reporting by", "additional reporting from", "additional reporting:", "additional writing by", "bearbeitet von", "compiled by", "compiled from", "contributed by", "contributing:", "edited by", "editing by", "mit material von", "redactie:",
    "reporting and editing by", "reporting and writing by", "reporting was contributed by", "reporting by", "reporting contributed by", "reporting for this", "reporting from", "research by", "this report was compiled", "video by", "with additional reporting", "with a file from", "with a report from", "with contributions from", "with files from",
    "with information from", "with input from", "with inputs from", "with reporting by", "with reporting from", "with reports by", "with reports from", "writing and editing by", "writing and reporting by", "writing by", "written by", "con información de", "com informações da", "com informações de", "com informações do", "colaborou", "colaboraram", "colaboró", "colaboraron", "avec afp", "avec agences", "met medewerking van", "mitarbeit:", "redaktion:", "(avec afp",
    "reportage de", "reportagem de", "edição de", "editado por", "edición de", "reporte de", "compiled and edited by", "production by", "produced by", "photo editing by", "graphics by", "graphic by", "translated by", "translation by", "(con información de", "fact checking by", "(mit material von",
];
static CONTRIBUTED: &[&str] = &[
    "contributed additional reporting",
    "contributed reporting",
    "contributed to reporting",
    "contributed to this article",
    "contributed to this column",
    "contributed to this dispatch",
    "contributed to this piece",
    "contributed to this post",
    "contributed to this report",
    "contributed to this story",
    "contributed to this update",
    "contributed from",
    "contributed information",
    "contributed research",
    "contributed to the article",
    "contributed to the report",
    "contributed to the reporting",
    "contributed to the research",
    "contributed to the story",
    "helped with this report",
    "helped with this story",
    "provided additional reporting",
];
/// So many of them name this report, and need no more than a name.
const THIS: usize = 11;
static ABOUT: &[&str] = &[
    "about the author",
    "about the authors",
    "about the writer",
    "about the writers",
    "over de auteur",
    "über den autor",
    "über die autorin",
    "sobre el autor",
    "sobre la autora",
    "sobre o autor",
    "sobre a autora",
    "à propos de l'auteur",
    "with agency inputs",
    "with inputs from agencies",
    "with inputs from agency",
];

/// What a line may say of who worked on the article behind their names, by a part of the words. One look at a line tells of most that it
/// says nothing of the sort.
#[derive(Default)]
struct Said {
    work: bool,
    filing: bool,
}

impl Said {
    /// The letters of its words.
    const TOLD_BY: &[Signs] = &[
        Signs::of_word("contributed"),
        Signs::of_word("reporting"),
        Signs::of_word("reported from"),
        Signs::of_word("helped with this"),
    ];

    fn of(line: &[u8]) -> Self {
        let mut said = Self::default();
        let mut before = 0;
        for (start, block) in blocks(line, 0) {
            // `ib` of *contributed*, `ep` of *reporting* and *reported*, `lp` of *helped*: letters that stand side by side in few words. The
            // first is asked for together with a few others.
            let first = block.are_like(b'`', 0xf2);
            let found = block.are_either(b'b', b'p') & moved(first, before, 1);
            before = first;
            for at in places(start, found) {
                let stands = |word: &[u8], place: usize| at >= place && line[at - place..].starts_with(word);
                match (line[at - 1], line[at]) {
                    (b'i', b'b') => said.work |= stands(b"ontributed", 5),
                    (b'e', b'p') => {
                        said.work |= stands(b"reporting", 2);
                        said.filing |= stands(b"reported from", 2);
                    }
                    (b'l', b'p') => said.work |= stands(b"elped with this", 2),
                    _ => {}
                }
            }
        }
        said
    }
}

/// Whether a sentence says who worked on the article: `Ana Silva contributed to this report.`
pub(crate) fn says_who_worked(sentence: &str) -> bool {
    sentence.len() <= WORK_LONGEST && is_note_anywhere(sentence, Beginnings::of_row(sentence), Signs::of(sentence))
}

/// How a note begins that is told by its beginning.
pub(super) static BEGINNINGS: &[&[&str]] = &[WORK, ABOUT, EDITORS];
static EDITORS: &[&str] = &["editor's note:", "editor's note -"];

fn is_note_anywhere(content: &str, begins: Beginnings, signs: Signs) -> bool {
    let words = || content.trim_start_matches(['(', '[', '-', '–', '—', '*', '•', ' ', '\t']);
    begins.may_be(Beginnings::NOTE) && begins_as_note(content, words())
        || (WORK_SHORTEST..=WORK_LONGEST).contains(&content.len())
            && signs.may_have_any(Said::TOLD_BY)
            && names_stand_before(content)
}

/// Whether who worked on it is named before the words that say so.
fn names_stand_before(content: &str) -> bool {
    /// What says so stands at the end, with more white space than it needs.
    const REACH: usize = WORK_TAIL + 40;
    let bytes = content.as_bytes();
    let said = Said::of(&bytes[bytes.len().saturating_sub(REACH)..]);
    if said.work {
        is_contribution(content, &Wording::of(content))
    } else {
        content.len() <= FILING_LONGEST && said.filing && is_filing(content, &Wording::of(content))
    }
}

/// The same for a note that is told by its beginning: `words` are those of the line.
fn begins_as_note(content: &str, words: &str) -> bool {
    let inner = Wording::of_beginning(words, 64);
    if content.len() <= WORK_LONGEST {
        let named = |begin: &&&str| {
            // The names follow at once: `Edited by Ana Silva`, not `Edited by hand, the pages …`.
            let rest = words.get(begin.len()..).unwrap_or("").trim_start_matches([':', ' ']);
            let is_short = content.len() <= 160 || content.starts_with(['(', '[']);
            rest.starts_with(|c: char| c.is_uppercase() || c == '@') && is_short && is_list_of_names(rest)
        };
        if WORK.iter().filter(|begin| inner.begins(begin)).any(|begin| named(&begin)) {
            return true;
        }
    }
    if content.len() <= 60 && ABOUT.iter().any(|about| inner.begins(about)) {
        return true;
    }
    if !EDITORS.iter().any(|begin| inner.begins(begin)) {
        return false;
    }
    let wording = Wording::of(content);
    wording.has_any(&["is a", "is an", "is the", "is author", "is professor", "are the", "served as"])
        && wording.has_any(&[
            "opinions expressed",
            "views expressed",
            "the author",
            "columnist",
            "contributor",
            "journalist",
            "professor",
            "writer",
            "analyst",
            "fellow",
        ])
        && content
            .split_whitespace()
            .nth(2)
            .is_some_and(|word| word.starts_with(char::is_uppercase) && !matches!(word, "This" | "The" | "A" | "In"))
}

/// Whether there is a name in it and hardly a word of a sentence: `Ana Silva in Lisbon; Editing by Omar Haddad`.
fn is_list_of_names(words: &str) -> bool {
    let (names, plain) = count_words(words);
    names >= 1 && plain * 4 <= names
}

/// Words with a capital, and words without that no list of names has.
fn count_words(words: &str) -> (usize, usize) {
    #[rustfmt::skip]
    static BETWEEN: Words<()> = words!(128, [
        "and", "in", "by", "at", "for", "the", "of", "from", "with", "additional", "reporting", "editing", "writing", "contributed",
        "to", "this", "story", "report", "also", "by:", "via", "und", "y", "e", "et", "en", "de", "da", "do", "van", "von", "der", "al",
        "bin", "el", "la", "newsroom", "desk", "bureau", "staff", "editor", "reporter", "graphics", "on", "as", "well",
    ]);
    static MARKS: Between = Between::white_and(b";,()/");
    let (mut names, mut plain) = (0, 0);
    for word in split::words(words, &MARKS) {
        let word = word.trim_end_matches('.');
        if word.starts_with(char::is_uppercase) {
            names += 1;
        } else if word.starts_with(char::is_lowercase)
            && !BETWEEN.has(word)
            && memchr2(b'.', b'@', word.as_bytes()).is_none()
        {
            plain += 1;
        }
    }
    (names, plain)
}

/// `Ana Silva and the Associated Press contributed to this report.`
fn is_contribution(content: &str, wording: &Wording) -> bool {
    let Some(place) = CONTRIBUTED.iter().find_map(|words| wording.place(words)) else { return false };
    if *wording.bytes().last().unwrap_or(&b' ') == b'?' || place == 0 {
        return false;
    }
    let names = &content[..content.char_indices().map(|(at, _)| at).take_while(|&at| at <= place).last().unwrap_or(0)];
    let after = wording.bytes().len() - place;
    let starts_as_name =
        content.trim_start_matches(['(', '[', '*', '—', '–', '-', ' ']).starts_with(char::is_uppercase);
    let pronoun = ["he ", "she ", "it ", "they ", "i ", "we "]
        .iter()
        .any(|pronoun| wording.begins(pronoun.trim_end()) && place < 8);
    let this = wording.has_any(&CONTRIBUTED[..THIS]);
    starts_as_name
        && !pronoun
        && after <= WORK_TAIL
        && (is_list_of_names(names) || this && content.len() <= 220 && count_words(names).1 <= 8)
}

/// `Silva reported from Lisbon, Haddad from Beirut.`: a short line of names and places.
fn is_filing(content: &str, wording: &Wording) -> bool {
    let Some(at) = wording.place("reported from") else { return false };
    let rest = content.get(at + "reported from ".len()..).unwrap_or("");
    content.len() <= FILING_LONGEST
        && (4..=50).contains(&at)
        && content.starts_with(char::is_uppercase)
        && rest.starts_with(char::is_uppercase)
        && is_list_of_names(rest)
        && !rest.contains("'s ")
        && !rest.contains("’s ")
        && content.get(..at).is_some_and(|names| names.split_whitespace().count() <= 5)
}

/// What authors are.
#[rustfmt::skip]
static JOBS: &[&str] = &[
    "analyst", "author of", "author", "blogger", "book critic", "broadcaster", "bureau chief", "cartoonist", "co-host", "columnist", "commentator", "contributing writer", "contributor", "correspondent", "critic", "editor", "fellow", "film critic", "freelance", "freelancer", "host of", "intern",
    "journalist", "newspaperman", "opinion writer", "photographer", "podcaster", "producer", "reporter", "reporters", "journalists", "columnists", "editors", "scholar", "staff writer", "staff writers", "writer", "writers", "redakteur", "redakteurin", "journalistin", "korrespondent", "korrespondentin", "journaliste", "periodista", "columnista", "jornalista", "colunista", "redacteur", "correspondente", "correspondant",
];
/// Ways to reach an author.
#[rustfmt::skip]
static REACH: &[&str] = &[
    "can be reached at", "can be reached by", "can be contacted at", "contact her at", "contact him at", "email her at", "email him at", "e-mail her at", "e-mail him at", "follow her", "follow him", "follow them on", "follow her on twitter", "follow him on twitter", "on twitter @", "on twitter at", "on twitter:", "reach her at", "reach him at", "reach them at", "send tips to", "story tips can be sent", "tips can be sent", "tweets at", "write to her at", "write to him at", "can be followed",
];
/// How a note begins that asks the reader to write to somebody. Sorted.
static CONTACT: &[&str] = &["contact", "email", "follow", "reach"];
/// How a note begins that does not begin with a name.
pub(super) static NAMELESS: &[&[&str]] = &[THE_AUTHOR, CONTACT];
/// What is said of authors.
pub(super) static SAID_OF_AUTHORS: &[&[&str]] = &[JOBS, REACH];
static THE_AUTHOR: &[&str] = &[
    "the author is",
    "the author was",
    "the authors are",
    "the columnist is",
    "the writer is",
    "the writer was",
    "the writers are",
    "this author is",
    "the reviewer is",
    "der autor ist",
    "die autorin ist",
    "de auteur is",
    "el autor es",
    "la autora es",
    "o autor é",
    "a autora é",
    "l'auteur est",
];

/// Notes below the last paragraph, from the end upwards.
fn label_end(sheet: &mut Sheet<'_>, filled: &[usize]) {
    let mut short_lines = 0;
    for &index in filled.iter().skip(1).rev() {
        if !sheet.is_open(index) {
            if sheet.rows[index].role == Some(Role::Paragraph) {
                return;
            }
            continue;
        }
        let content = sheet.content(index);
        let is_note = content.len() <= AUTHOR_LONGEST
            && (is_note_at_end(sheet, content) || is_address_below_text(sheet, index, content));
        if is_note {
            sheet.label(index, Role::AuthorNote);
        } else if content.len() >= RUNNING || short_lines == SHORT_LINES {
            return;
        } else {
            short_lines += 1;
        }
    }
}

/// `ana.silva@harbourgazette.com` right below the last paragraph: the author's address, as many newspapers print it. Further down the page,
/// it is the newspaper's.
fn is_address_below_text(sheet: &Sheet<'_>, index: usize, content: &str) -> bool {
    const LONGEST: usize = 70;
    content.len() <= LONGEST
        && bylines::is_mail(content)
        && sheet.previous(index).is_some_and(|above| {
            let above_is_text =
                matches!(sheet.rows[above].role, None | Some(Role::Paragraph | Role::AuthorNote | Role::Correction));
            above_is_text && title_shape::end(sheet.content(above)).ends_sentence()
        })
}

fn is_note_at_end(sheet: &Sheet<'_>, content: &str) -> bool {
    if content.starts_with(['"', '“', '‘']) {
        return false;
    }
    // `with Ana Silva`, `With AP`: who helped, where nobody else is named so.
    const HELPERS: usize = 60;
    let helpers = content.strip_prefix("with ").or_else(|| content.strip_prefix("With "));
    if helpers.is_some_and(|helpers| helpers.len() <= HELPERS && bylines::names_people(helpers, sheet.language)) {
        return true;
    }
    if Beginnings::of(content).may_be(Beginnings::NAMELESS) {
        let wording = Wording::of(content);
        let reaches = || {
            let told = || says_how_to_reach(&wording) || bylines::names_contact(content);
            content.len() <= 160 && wording.opens_with(CONTACT) && told()
        };
        if THE_AUTHOR.iter().any(|begin| wording.begins(begin)) || reaches() {
            return true;
        }
    }
    let words = content.trim_start_matches(['*', '—', '–', '-', '•', '(', '[', ' ']);
    let Some(verb_at) = name_end(words) else { return false };
    let said = Wording::of(&words[verb_at..]);
    let is_one = ["is", "are", "was", "has been", "has worked", "worked as", "ist", "is", "es", "é", "est"]
        .iter()
        .any(|verb| said.begins(verb));
    let works = ["covers", "writes", "reports", "blogs", "tweets", "can be", "contributes", "edits", "hosts"]
        .iter()
        .any(|verb| said.begins(verb));
    if !is_one && !works {
        return false;
    }
    let by_author = sheet.fields.byline.authors.iter().any(|author| {
        let author = sheet.slice(author.name);
        author.len() >= 5 && words.starts_with(author)
    });
    let near = Wording::of_beginning(&words[verb_at..], 110);
    let reached = says_how_to_reach(&Wording::of(words));
    (is_one && (Beginnings::has_any(&near, Beginnings::AUTHOR, JOBS) || by_author || reached))
        || (works && (by_author || reached || is_present_work(&said)))
}

fn says_how_to_reach(wording: &Wording) -> bool {
    Beginnings::has_any(wording, Beginnings::AUTHOR, REACH)
}

/// `covers politics for`, `writes about food for`.
fn is_present_work(said: &Wording) -> bool {
    said.bytes().len() <= 160 && said.has_any(&["for the", "for this newspaper", "for this paper"])
}

/// Where the name ends that the line begins with: two to four names of capital letters, particles, an age or a handle between commas or
/// brackets; several of them joined by `and`.
fn name_end(words: &str) -> Option<usize> {
    let mut names = 0;
    let mut at = 0;
    let mut bracket = false;
    for word in words.split(' ').take(16) {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '@');
        if word.starts_with('(') {
            bracket = true;
        }
        let particle = matches!(
            bare,
            "de" | "van"
                | "von"
                | "der"
                | "al"
                | "bin"
                | "la"
                | "el"
                | "da"
                | "di"
                | "du"
                | "and"
                | "und"
                | "y"
                | "e"
                | "et"
                | "en"
        );
        if bracket || particle || bare.starts_with('@') || bare.is_empty() {
            bracket &= !word.ends_with([')', ',']);
        } else if bare.starts_with(char::is_uppercase)
            && !matches!(bare, "The" | "This" | "It" | "He" | "She" | "There" | "That" | "In" | "A" | "But" | "And")
        {
            names += 1;
            // `Dr.`, `T.` go on; the end of a sentence does not.
            if word.ends_with('.') && bare.chars().count() > 3 {
                return None;
            }
        } else {
            return (2..=10).contains(&names).then_some(at);
        }
        at += word.len() + 1;
    }
    None
}
