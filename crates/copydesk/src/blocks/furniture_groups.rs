//! Furniture that its neighbours identify: forms, lists of titles, rows of words, titles in capitals.

use super::dates::is_month;
use super::furniture::{in_company, is_sentence};
use super::furniture_players;
use super::pictures::is_picture;
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
    if filled.iter().any(|&index| is_furniture(sheet, index)) {
        label_forms(sheet, &filled);
        label_titles(sheet, &filled, first);
        label_links(sheet, &filled);
    }
    furniture_players::label_boxes(sheet, &filled, first, is_title);
    furniture_players::label_titles(sheet, &filled, first);
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
        let agrees = wording.opens_with(&["by clicking", "by entering your email", "by signing up", "by subscribing"]);
        if at > 0 && (agrees || wording.bytes() == b"subscribed") {
            let above = filled[at - 1];
            let offer = Wording::of(sheet.content(above));
            let offers =
                ["alerts", "daily", "headlines", "inbox", "latest", "newsletter", "stories", "updates", "weekly"];
            let is_offer = agrees && offer.has_any(&offers) || offer.begins("get");
            if offer.bytes().len() <= 220 && is_offer {
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
/// The same in other languages, where nothing else stands on the row.
#[rustfmt::skip]
static ONE_ALONE: &[&str] = &[
    "a lire aussi", "à lire aussi", "lea también", "lee también", "lees ook", "leggi anche", "leia também", "lesen sie auch", "lire aussi",
    "veja também",
];
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

/// Those that are a section's name as well, above the article's own headline.
static SECTIONS: &[&str] = &["top stories", "trending"];

/// Headings that the article may go on right behind, with a crosshead: only long titles are taken below.
static LINKS: &[&str] = &["read more", "read more about", "read more on this", "read next", "see more"];
/// Words of a title that is no crosshead, at least.
const LONG_TITLE: usize = 6;
/// The same below a heading with one title.
const TITLE_ALONE: usize = 5;

/// Whether a row is as long as lines of running text are.
pub(super) fn is_long(sheet: &Sheet<'_>, row: usize) -> bool {
    sheet.content(row).len() >= RUNNING
}

/// The titles below a heading such as `Related articles`.
fn label_titles(sheet: &mut Sheet<'_>, filled: &[usize], first: usize) {
    for (at, &index) in filled.iter().enumerate() {
        if sheet.rows[index].kind != Some(FurnitureKind::Related) || sheet.content(index).len() > 40 {
            continue;
        }
        let wording = Wording::of(sheet.content(index));
        let links = wording.ends(":") && LINKS.iter().any(|heading| wording.up_to_last_word() == heading.as_bytes());
        let (most, words) = if wording.opens_with(LIST) {
            (TITLES, 0)
        } else if wording.opens_with(ONE) {
            (1, 0)
        } else if ONE_ALONE.iter().any(|heading| wording.up_to_last_word() == heading.as_bytes()) {
            (1, TITLE_ALONE)
        } else if links && index > first {
            (TITLES, LONG_TITLE)
        } else {
            continue;
        };
        let rows = &filled[at + 1..];
        if wording.opens_with(SECTIONS)
            && filled[..at].iter().all(|&row| !sheet.is_open(row))
            && heads_text(sheet, rows)
        {
            continue;
        }
        for (place, &below) in rows.iter().enumerate().take(most) {
            let enters_article = index < sheet.article.start && below >= sheet.article.start;
            let content = sheet.content(below);
            // `Opinion` above `The pier is no ship OCT. 7, 2016`.
            let column = || {
                let next = rows.get(place + 1).map_or("", |&next| sheet.content(next));
                is_column(content) && is_title(next) && ends_in_date(next)
            };
            let title = || is_title(content) && content.split_whitespace().count() >= words || column();
            // The last of several, with a paragraph below it, may be that paragraph's crosshead.
            let heads = || rows.get(place + 1).is_some_and(|&next| is_long(sheet, next));
            if enters_article || sheet.is_open(below) && !title() || words > 0 && place > 0 && heads() {
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

/// Whether the first of these rows alone stands over running text, with one line between them at most, which is no title.
fn heads_text(sheet: &Sheet<'_>, rows: &[usize]) -> bool {
    let [title, below, next, ..] = *rows else { return false };
    let is_text = |row: usize| is_long(sheet, row) && is_sentence(sheet.content(row));
    is_title(sheet.content(title)) && (is_text(below) || !is_title(sheet.content(below)) && is_text(next))
}

/// The title of another article between a paragraph and a lone `Read more`, behind which the text goes on.
fn label_links(sheet: &mut Sheet<'_>, filled: &[usize]) {
    for around in filled.windows(4) {
        let [above, title, button, below] = [around[0], around[1], around[2], around[3]];
        if sheet.rows[button].kind == Some(FurnitureKind::Related)
            && sheet.is_open(title)
            && sheet.content(button).eq_ignore_ascii_case("read more")
            && is_long(sheet, above)
            && is_long(sheet, below)
            && is_sentence(sheet.content(above))
            && is_title(sheet.content(title))
            && sheet.content(title).split_whitespace().count() >= LONG_TITLE
        {
            sheet.label_furniture(title, FurnitureKind::Related);
        }
    }
}

/// Whether the line could be the name of a column above a title: a few words without an end.
fn is_column(content: &str) -> bool {
    content.len() <= 40
        && content.split_whitespace().count() <= 4
        && content.starts_with(char::is_uppercase)
        && content.ends_with(char::is_alphanumeric)
        && !begins_byline(content)
}

/// `OCT. 7, 2016` behind a title.
fn ends_in_date(content: &str) -> bool {
    let mut words = content.rsplit(' ');
    let (year, day, month) = (words.next(), words.next(), words.next());
    year.is_some_and(|year| year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit()))
        && day
            .and_then(|day| day.strip_suffix(','))
            .is_some_and(|day| matches!(day.as_bytes(), [b'0'..=b'9'] | [b'1'..=b'3', b'0'..=b'9']))
        && month.is_some_and(is_month)
}

/// Whether the line could be the title of another article: four words or more, no end of a sentence, no list item.
fn is_title(content: &str) -> bool {
    TITLE.contains(&content.len())
        && content.split_whitespace().count() >= 4
        && content.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || "'‘\"“".contains(c))
        && !is_sentence(content)
        && !content.trim_end_matches(['"', '”', '’']).ends_with([':', '!'])
        && !begins_byline(content)
        && !is_picture(content)
}

fn begins_byline(content: &str) -> bool {
    ["By ", "BY "].iter().any(|by| content.strip_prefix(by).is_some_and(|name| name.starts_with(char::is_uppercase)))
}

/// Whether one of the two rows above, or of the two below, is of a player.
fn is_near_player(sheet: &Sheet<'_>, index: usize) -> bool {
    let above = std::iter::successors(sheet.previous(index), |&row| sheet.previous(row));
    let below = std::iter::successors(sheet.next(index), |&row| sheet.next(row));
    above.take(2).chain(below.take(2)).any(|row| {
        let line = sheet.content(row);
        furniture_players::is_button(line) || is_furniture(sheet, row) && Wording::of_beginning(line, 64).has("video")
    })
}

/// Words that need company: next to furniture, or several in a row. A part of a player is no word of a menu: four times in a row are a
/// timetable.
fn label_company(sheet: &mut Sheet<'_>, filled: &[usize]) {
    let word = |sheet: &Sheet<'_>, index: usize| {
        let content = sheet.content(index);
        let fits = sheet.is_open(index) && content.as_bytes().last() != Some(&b'?');
        fits.then(|| in_company(content, sheet.begins(index))).flatten()
    };
    let part = |sheet: &Sheet<'_>, index: usize| {
        let fits = sheet.is_open(index) && sheet.content(index).len() <= 8;
        fits.then(|| furniture_players::part(sheet.content(index), || is_near_player(sheet, index))).flatten()
    };
    let kind = |sheet: &Sheet<'_>, index: usize| word(sheet, index).or_else(|| part(sheet, index));
    let mut at = 0;
    while at < filled.len() {
        let above = at > 0 && is_furniture(sheet, filled[at - 1]);
        let run = filled[at..].iter().take_while(|&&index| kind(sheet, index).is_some()).count();
        if run == 0 {
            at += 1;
            continue;
        }
        let rows = &filled[at..at + run];
        let below = filled.get(at + run).is_some_and(|&index| is_furniture(sheet, index));
        if above || below || rows.iter().filter(|&&row| word(sheet, row).is_some()).count() >= MENU {
            for &row in rows {
                if let Some(kind) = kind(sheet, row) {
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
        let is_text = |row: usize| is_long(sheet, row) || is_furniture(sheet, row);
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
