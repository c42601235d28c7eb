//! An article of the second part: what is between its date and its text.

use crate::blocks::{Role, Sheet, bylines};
use crate::data::{Entry, data};
use crate::envelope::fields::{self, Labelled, Target};
use crate::envelope::{values, wire};
use crate::header::{BylineStatus, FieldKind};
use crate::language::Language;

/// What may stand above the title.
static WORDS: &[Entry] = data!("../../../data/mediargus.toml");

/// No title is longer, in bytes.
const TITLE: usize = 200;
/// No title is longer that neither stands twice nor below an edition.
const BARE_TITLE: usize = 110;
/// The shortest deck, and how long the paragraph below it is at least.
const DECK: usize = 25;
const RUNNING: usize = 120;

/// `30-11-2011, p.23` as date and page.
pub(super) fn opening(line: &str) -> Option<(&str, &str)> {
    if !line.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let (date, page) = line.split_once(", ")?;
    let mut parts = date.split('-');
    let figures =
        [2, 2, 4].iter().all(|&length| parts.next().is_some_and(|part| part.len() == length && wire::is_number(part)));
    let paged = page.strip_prefix("p.").is_some_and(|page| values::bare_page(page).is_some() && page.len() <= 6);
    (figures && parts.next().is_none() && paged).then_some((date, page))
}

pub(super) fn label(sheet: &mut Sheet<'_>, filled: &[usize]) {
    let Some((date, page)) = opening(sheet.content(filled[0])) else { return };
    sheet.label(filled[0], Role::Date);
    sheet.fields.date = Some((sheet.span_of(date), values::date(date, Some(Language::Dutch))));
    fields::place(sheet, Labelled { name: &page[..0], value: page, target: Target::Page, terms: None });

    let last = filled[filled.len() - 1];
    let owner = sheet.content(last);
    let owned = owner.starts_with('©') && filled.len() > 1;
    let rows = &filled[1..filled.len() - usize::from(owned)];
    label_top(sheet, rows);
    if owned {
        let value = owner.trim_start_matches(['©', ' ']);
        let field = Labelled {
            name: &owner[..'©'.len_utf8()],
            value,
            target: Target::Extra(Some(FieldKind::Copyright)),
            terms: None,
        };
        sheet.label(last, Role::Copyright);
        fields::place(sheet, field);
    }
}

/// Labels what is above the text.
fn label_top(sheet: &mut Sheet<'_>, rows: &[usize]) {
    let Some(&first) = rows.first() else { return };
    let lines: Vec<&str> = rows.iter().take(4).map(|&row| sheet.content(row)).collect();
    let line = |at: usize| lines.get(at).copied().unwrap_or_default();
    let slot = slot(line(0));
    // The title again, behind the deck or at once.
    let title = line(1);
    let again = (2..=3).find(|&at| !title.is_empty() && title.len() <= TITLE && line(at) == title);
    match (slot, again) {
        (Some(target), again) => {
            let value = line(0);
            fields::read(sheet, first, Labelled { name: &value[..0], value, target, terms: None });
            if let Some(again) = again {
                label_title(sheet, rows[1], Some((&rows[2..again], rows[again])));
            } else if may_be_title(title) && title.len() <= TITLE.min(line(2).len().max(line(3).len())) {
                label_title(sheet, rows[1], None);
                label_deck(sheet, &rows[2..]);
            }
        }
        (None, Some(again)) => {
            label_title(sheet, rows[1], Some((&rows[2..again], rows[again])));
            label_byline(sheet, first);
        }
        // A person's name may be the byline or the title.
        (None, None) if is_person(sheet, first) => {}
        (None, None) => {
            let title = line(0);
            if title.len() <= BARE_TITLE && may_be_title(title) && !title.ends_with('.') {
                label_title(sheet, first, None);
                label_deck(sheet, &rows[1..]);
            }
        }
    }
}

fn may_be_title(line: &str) -> bool {
    !line.is_empty() && !line.starts_with(['-', '–', '•']) && !line.ends_with([',', ';', ':'])
}

/// What the line above a title says, if it is in the list: editions, all of the words, or a supplement.
fn slot(line: &str) -> Option<Target> {
    let entry = |section: &str, name: &str| WORDS.iter().find(|entry| entry.section == section && entry.name == name);
    if let Some(supplement) = entry("supplements", line) {
        return Target::named(supplement.value);
    }
    let editions = line.split([',', '/']).all(|name| entry("editions", name.trim()).is_some());
    (editions && line.contains(',')).then_some(Target::Edition)
}

fn label_title(sheet: &mut Sheet<'_>, row: usize, again: Option<(&[usize], usize)>) {
    sheet.label(row, Role::Headline);
    sheet.fields.headline = Some(sheet.rows[row].content);
    if let Some((decks, again)) = again {
        sheet.label(again, Role::Headline);
        for &deck in decks {
            sheet.label(deck, Role::Deck);
            sheet.fields.deck = Some(sheet.rows[deck].content);
        }
    }
}

/// The line below a title is a deck if it is no sentence and running text follows.
fn label_deck(sheet: &mut Sheet<'_>, rows: &[usize]) {
    let [deck, next, ..] = *rows else { return };
    let line = sheet.content(deck);
    let short = (DECK..=TITLE).contains(&line.len()) && sheet.content(next).len() >= RUNNING;
    if short && may_be_title(line) && !line.ends_with('.') {
        sheet.label(deck, Role::Deck);
        sheet.fields.deck = Some(sheet.rows[deck].content);
    }
}

/// The row above a title that stands twice: names, or signs that name nobody.
fn label_byline(sheet: &mut Sheet<'_>, row: usize) {
    let span = sheet.rows[row].content;
    sheet.label(row, Role::Byline);
    sheet.fields.byline = bylines::read_field(sheet, span);
}

fn is_person(sheet: &Sheet<'_>, row: usize) -> bool {
    let read = bylines::read_field(sheet, sheet.rows[row].content);
    read.status == BylineStatus::Named && sheet.content(row).split(' ').count() <= 4
}
