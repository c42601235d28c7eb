//! Furniture that is told by what stands around it: forms, lists of titles, rows of words, titles in capitals.

use super::furniture::{WHOLE, is_sentence};
use super::furniture_words::IN_COMPANY;
use super::role::{FurnitureKind, Role};
use super::sheet::Sheet;
use super::wording::Wording;

/// Rows that a poll or a form has at most.
const FORM_ROWS: usize = 14;
/// Titles below one heading at most.
const TITLES: usize = 12;
/// Words of a menu that need no other furniture.
const MENU: usize = 4;
/// The length of a title.
const TITLE: std::ops::RangeInclusive<usize> = 20..=150;
/// What counts as running text next to a title in capitals.
const RUNNING: usize = 80;

/// Labels the groups. `first` is the first row that is not blank.
pub(super) fn label(sheet: &mut Sheet<'_>, first: usize) {
    let filled = sheet.filled_rows();
    label_forms(sheet, &filled);
    label_titles(sheet, &filled);
    label_company(sheet, &filled);
    label_capitals(sheet, &filled, first);
}

fn is_furniture(sheet: &Sheet<'_>, index: usize) -> bool {
    sheet.rows[index].role == Some(Role::Furniture)
}

/// A poll runs from its heading to the last line of its form; a sign-up form takes in the blurb above it and what is between its lines.
fn label_forms(sheet: &mut Sheet<'_>, filled: &[usize]) {
    let mut poll: Option<usize> = None;
    for (at, &index) in filled.iter().enumerate() {
        let content = sheet.content(index);
        if !is_furniture(sheet, index) && !matches!(content, "Email *" | "Name *" | "Phone *" | "Comments *") {
            continue;
        }
        let wording = Wording::of_beginning(content, 64);
        if wording.opens_with(&["personal liberty poll", "poll", "take our poll", "take our survey", "take this poll"])
        {
            poll = Some(at);
        }
        let is_part = wording.has("field is for validation")
            || wording.opens_with(&[
                "completing this poll",
                "email *",
                "view results",
                "vote now",
                "you also agree to",
            ]);
        if let (Some(start), true) = (poll, is_part)
            && at - start <= FORM_ROWS
        {
            fill(sheet, &filled[start..=at], FurnitureKind::Other);
        }
        if at > 0 && wording.opens_with(&["by clicking", "by entering your email", "by signing up", "by subscribing"]) {
            let above = filled[at - 1];
            let offer = Wording::of(sheet.content(above));
            let offers =
                ["alerts", "daily", "headlines", "inbox", "latest", "newsletter", "stories", "updates", "weekly"];
            if offer.bytes().len() <= 220 && offer.has_any(&offers) {
                sheet.label_furniture(above, FurnitureKind::Subscribe);
            }
        }
    }
}

fn fill(sheet: &mut Sheet<'_>, rows: &[usize], kind: FurnitureKind) {
    for &row in rows {
        if sheet.content(row).len() <= 200 {
            sheet.label_furniture(row, kind);
        }
    }
}

/// Headings with one title below.
static ONE: &[&str] = &["learn more", "read also", "read next", "related article", "related story", "see also"];
/// Headings with a list of titles below.
static LIST: &[&str] = &[
    "editor's picks",
    "more from",
    "more on this",
    "more stories",
    "most popular",
    "most read",
    "most viewed",
    "recommended",
    "related articles",
    "related content",
    "related coverage",
    "related links",
    "related news",
    "related posts",
    "related stories",
    "top stories",
    "trending",
    "you may also like",
    "you might also like",
];

/// The titles below a heading such as `Related articles`.
fn label_titles(sheet: &mut Sheet<'_>, filled: &[usize]) {
    for (at, &index) in filled.iter().enumerate() {
        if sheet.rows[index].kind != Some(FurnitureKind::Related) || sheet.content(index).len() > 40 {
            continue;
        }
        let wording = Wording::of(sheet.content(index));
        let most = if wording.opens_with(LIST) {
            TITLES
        } else if wording.opens_with(ONE) {
            1
        } else {
            0
        };
        for &below in filled[at + 1..].iter().take(most) {
            let enters_article = index < sheet.article.start && below >= sheet.article.start;
            if enters_article || sheet.is_open(below) && !is_title(sheet.content(below)) {
                break;
            }
            // A byline below says that this is the article's own headline.
            if sheet.next(below).is_some_and(|next| begins_byline(sheet.content(next))) {
                break;
            }
            sheet.label_furniture(below, FurnitureKind::Related);
        }
    }
}

/// Whether the line could be the title of another article: four words or more, no end of a sentence, no list item.
fn is_title(content: &str) -> bool {
    TITLE.contains(&content.len())
        && content.split_whitespace().count() >= 4
        && content.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || "'‘\"“".contains(c))
        && !is_sentence(content)
        && !content.ends_with([':', '!'])
        && !begins_byline(content)
}

fn begins_byline(content: &str) -> bool {
    ["By ", "BY "].iter().any(|by| content.strip_prefix(by).is_some_and(|name| name.starts_with(char::is_uppercase)))
}

/// Words that need company: next to furniture, or several in a row.
fn label_company(sheet: &mut Sheet<'_>, filled: &[usize]) {
    let word = |sheet: &Sheet<'_>, index: usize| {
        let content = sheet.content(index);
        let fits = sheet.is_open(index) && content.len() <= 32 && !content.ends_with('?');
        fits.then(|| Wording::of(content).alone(IN_COMPANY, &WHOLE)).flatten()
    };
    let mut at = 0;
    while at < filled.len() {
        let run = filled[at..].iter().take_while(|&&index| word(sheet, index).is_some()).count();
        if run == 0 {
            at += 1;
            continue;
        }
        let rows = &filled[at..at + run];
        let above = at > 0 && is_furniture(sheet, filled[at - 1]);
        let below = filled.get(at + run).is_some_and(|&index| is_furniture(sheet, index));
        if above || below || run >= MENU {
            for &row in rows {
                if let Some(kind) = word(sheet, row) {
                    sheet.label_furniture(row, kind);
                }
            }
        }
        at += run;
    }
}

/// Titles of other articles in capitals between two paragraphs, in an article that sets its pleas so.
fn label_capitals(sheet: &mut Sheet<'_>, filled: &[usize], first: usize) {
    let shouts = |content: &str| content.len() <= 160 && content.contains("CLICK") && in_capitals(content);
    if !filled.iter().any(|&index| is_furniture(sheet, index) && shouts(sheet.content(index))) {
        return;
    }
    for around in filled.windows(3) {
        let [above, index, below] = [around[0], around[1], around[2]];
        let content = sheet.content(index);
        let is_text = |row: usize| sheet.content(row).len() >= RUNNING || is_furniture(sheet, row);
        if index != first
            && TITLE.contains(&content.len())
            && content.split_whitespace().count() >= 4
            && in_capitals(content)
            && is_text(above)
            && is_text(below)
        {
            sheet.label_furniture(index, FurnitureKind::Related);
        }
    }
}

fn in_capitals(content: &str) -> bool {
    content.chars().any(char::is_uppercase) && !content.chars().any(char::is_lowercase)
}
