//! What is above the fields and the body: number, owner, publication, date, edition, headline. None of it is labelled. The lines are
//! identified by their order (the date is the surest), and by being centred on the page.

use std::ops::Range;

use crate::blocks::{Role, bylines, dates};
use crate::envelope::fields::{Labelled, Target};
use crate::envelope::values;
use crate::header::{BylineStatus, FieldKind};

use super::blocks::{Blocks, FULL};
use super::labels;

/// Blocks at the top among which the date stands.
const TOP: usize = 10;
/// Blocks between the date and the first label: the headline, and what may stand below it.
const BETWEEN: usize = 3;
/// The longest block that is a headline where nothing below says so.
const HEADLINE: usize = 250;
/// The longest line that is a name.
const NAME: usize = 120;

/// Reads the head. Returns the block after it.
pub(super) fn read(page: &mut Blocks<'_, '_>) -> usize {
    let limit = page.len().min(TOP + BETWEEN + 3);
    let label = (0..limit).find(|&block| page.field(block).is_some_and(|field| field.name != "SHOW"));
    let dated = (0..label.unwrap_or(limit).min(TOP)).find_map(|block| {
        let row = page.rows(block).find(|&row| is_date(page, row))?;
        Some((block, row))
    });
    let Some((block, row)) = dated else {
        // No date: only what labels follow is a head.
        let end = label.filter(|&label| label <= BETWEEN + 3).unwrap_or(0);
        let mut above = Above::default();
        for block in 0..end.max(1).min(page.len()) {
            above.read(page, page.rows(block), label.is_some());
        }
        if let Some(rows) = above.headline {
            headline(page, rows);
        }
        return end.max(1);
    };
    let mut above = Above::default();
    for earlier in 0..block {
        above.read(page, page.rows(earlier), true);
    }
    above.read(page, page.rows(block).start..row, true);
    let next = dates_and_editions(page, block, row);
    let end = label.unwrap_or(page.len());
    let below = (next..end).take(BETWEEN + 1).collect::<Vec<_>>();
    let reporter = || match below[..] {
        [only] if label.is_some_and(|label| is_above_body(page, label)) && is_byline(page, only) => Some(only),
        _ => None,
    };
    let reporter = reporter();
    let Some(rows) = above.headline else { return below_date(page, &below, label) };
    // Some papers have the headline above the date, and the body right below it. Where no line is centred, it might be a notice.
    if above.centred || below.is_empty() || reporter.is_some() || !has_body_below(page, label) {
        headline(page, rows);
        return reporter.map_or(next, |block| {
            page.place_unlabelled(page.rows(block), Target::Byline);
            block + 1
        });
    }
    page.place_extra(rows, None);
    below_date(page, &below, label)
}

/// Whether text follows the first label and those below it: then they stand above the body.
fn has_body_below(page: &Blocks<'_, '_>, label: Option<usize>) -> bool {
    let first = label.unwrap_or(page.len());
    (first..page.len()).take(TOP).any(|block| {
        let line = page.first(block);
        labels::field(line).is_none_or(|field| field.target == Target::Body)
            && !labels::is_copyright(line)
            && !labels::is_rights(line)
    })
}

/// Whether a label is one that stands above a body, not below.
fn is_above_body(page: &Blocks<'_, '_>, label: usize) -> bool {
    page.field(label).is_some_and(|field| !labels::is_of_database(&field))
}

/// The blocks from the date to the first label: the headline, a byline without a label, a length without one.
fn below_date(page: &mut Blocks<'_, '_>, below: &[usize], label: Option<usize>) -> usize {
    let &[first, ..] = below else { return label.unwrap_or(page.len()) };
    let sure = below.len() <= BETWEEN && label.is_some_and(|label| is_above_body(page, label));
    let counted = below.get(1).copied().filter(|&block| is_length(page, block));
    let rows = page.rows(first);
    let text = page.until(page.line(rows.start), rows.end - 1);
    let shaped = text.len() <= HEADLINE && (!text.ends_with('.') || text.ends_with("..")) && below.len() > 1;
    if !sure && counted.is_none() && !shaped {
        return first;
    }
    headline(page, rows);
    if let Some(block) = counted {
        page.place_extra(page.rows(block), Some(FieldKind::Length));
        return block + 1;
    }
    if !sure {
        return first + 1;
    }
    for &block in &below[1..] {
        let target = if is_byline(page, block) { Target::Byline } else { Target::Extra(None) };
        page.place_unlabelled(page.rows(block), target);
    }
    first + below.len()
}

fn headline(page: &mut Blocks<'_, '_>, rows: Range<usize>) {
    let line = page.line(rows.start);
    page.place_headline(rows, &line[..0], line);
}

/// Whether a block that stands where some papers put the reporter's name is one.
fn is_byline(page: &Blocks<'_, '_>, block: usize) -> bool {
    let rows = page.rows(block);
    let line = page.line(rows.start);
    let read = || bylines::read_field(page.sheet, page.sheet.span_of(line)).status;
    rows.len() == 1 && line.len() <= NAME && read() == BylineStatus::Named
}

/// `184 words` on a line of its own.
fn is_length(page: &Blocks<'_, '_>, block: usize) -> bool {
    const WORDS: &[&str] = &["mots", "palabras", "woorden", "words", "wörter"];
    let rows = page.rows(block);
    let line = page.line(rows.start);
    let last = || line.rsplit(' ').next().unwrap_or_default().to_lowercase();
    rows.len() == 1
        && line.len() <= 24
        && values::parsed(FieldKind::Length, line, None).is_some()
        && WORDS.contains(&&*last())
}

/// What the blocks above the date say.
#[derive(Default)]
struct Above {
    publication: bool,
    /// Whether the lines stand in the middle of the page.
    centred: bool,
    /// The rows of what can only be a headline, if the lines around it are centred.
    headline: Option<Range<usize>>,
}

impl Above {
    fn read(&mut self, page: &mut Blocks<'_, '_>, rows: Range<usize>, whole: bool) {
        let (mut rows, named_above) = (rows, self.publication);
        while let Some(row) = rows.next() {
            let line = page.line(row);
            self.centred |= page.is_centred(row);
            if labels::is_number(line) {
                page.place_extra(row..row + 1, Some(FieldKind::Identifier));
            } else if labels::is_copyright(line) || labels::is_rights(line) {
                let end = self.owner(page, row, rows.end);
                rows = end..rows.end;
            } else if let Some(field) = labels::field(line).filter(|_| page.is_centred(row)) {
                page.place(row..row + 1, field);
            } else if !whole && !page.is_centred(row) {
                return;
            } else if line.starts_with("http://") || line.starts_with("https://") {
                page.place_extra(row..rows.end, Some(FieldKind::Url));
                return;
            } else if self.is_publication(page, row, rows.end) {
                self.publication = true;
                page.place_unlabelled(row..row + 1, Target::Publication);
            } else if self.publication != named_above || self.is_notice(page, row, rows.end) {
                let kind = speaks_of_rights(page.until(line, rows.end - 1)).then_some(FieldKind::Copyright);
                page.place_extra(row..rows.end, kind);
                return;
            } else if self.headline.is_none() {
                self.headline = Some(row..rows.end);
                return;
            } else {
                page.place_extra(row..rows.end, None);
                return;
            }
        }
    }

    /// The publication is the first line that is nothing else. Where the lines are centred, so is it.
    fn is_publication(&self, page: &Blocks<'_, '_>, row: usize, end: usize) -> bool {
        let goes_on = page.line(row).len() >= FULL && row + 1 < end;
        !self.publication && !goes_on && (page.is_centred(row) || !self.centred) && page.line(row).len() <= NAME
    }

    /// A notice is centred, or so long that its first line was not, or says what it is.
    fn is_notice(&self, page: &Blocks<'_, '_>, row: usize, end: usize) -> bool {
        page.is_centred(row)
            || speaks_of_rights(page.until(page.line(row), end - 1))
            || self.centred && page.line(row).len() >= FULL && row + 1 < end && page.is_centred(row + 1)
    }

    /// The owner's notice, which may be wrapped, and where it ends. Some sources put their name on the line right below it.
    fn owner(&mut self, page: &mut Blocks<'_, '_>, first: usize, end: usize) -> usize {
        let mut last = end - 1;
        let alone = first == last || labels::is_rights(page.line(last)) || page.line(last - 1).len() >= FULL;
        let named_below = page.sheet.next(last).is_some_and(|next| {
            let line = page.line(next);
            !is_date(page, next)
                && !labels::is_copyright(line)
                && labels::field(line).is_none()
                && page.is_centred(next)
        });
        if !alone && !self.publication && !named_below {
            last -= 1;
        }
        notice(page, first..last + 1);
        last + 1
    }
}

/// Reads the rows of an owner's notice: the owner, and the claim of all rights as a field of its own.
pub(super) fn notice(page: &mut Blocks<'_, '_>, rows: Range<usize>) {
    let mut start = rows.start;
    for row in rows.clone() {
        let next = row + 1;
        let broken = ["All", "Alle", "Tous"].iter().any(|word| page.line(row).ends_with(word));
        let ends = next == rows.end
            || labels::is_copyright(page.line(next))
            || labels::is_rights(page.line(next)) && !broken
            || labels::is_rights(page.line(row));
        if ends {
            page.place_extra(start..next, Some(FieldKind::Copyright));
            start = next;
        }
    }
}

/// A claim in words of its own; one of them alone might be of a headline.
fn speaks_of_rights(text: &str) -> bool {
    const WORDS: &[&str] = &["broadcast", "permission", "redistribut", "republish", "reserved", "rights", "written"];
    WORDS.iter().filter(|word| text.contains(**word)).count() > 1
}

/// Whether a row is a date, or begins with one.
fn is_date(page: &Blocks<'_, '_>, row: usize) -> bool {
    const LONGEST: usize = 100;
    let line = page.line(row);
    line.len() <= LONGEST
        && line.contains(|c: char| c.is_ascii_digit())
        && (values::date_and_rest(line, page.sheet.language).is_some() || is_season(line))
}

/// `Summer, 2008`, `Winter 2008/2009`: the date of a journal.
fn is_season(line: &str) -> bool {
    const SEASONS: &[&str] = &["Autumn", "Fall", "Spring", "Summer", "Winter"];
    let Some((season, year)) = line.split_once(' ') else { return false };
    SEASONS.contains(&season.trim_end_matches(','))
        && year.len() <= 9
        && year.starts_with(|c: char| c.is_ascii_digit())
        && year.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'/' | b'-'))
}

/// Reads the date from its row on, and what stands with it: the same date in other words, an edition, a time, the name of a show.
/// Returns the block after them.
fn dates_and_editions(page: &mut Blocks<'_, '_>, block: usize, row: usize) -> usize {
    date(page, row);
    for below in row + 1..page.rows(block).end {
        let line = page.line(below);
        if is_date(page, below) || dates::read(line, page.sheet.language).is_some() && !is_time(line) {
            page.sheet.label(below, Role::Date);
        } else if is_time(line) {
            page.place_extra(below..below + 1, Some(FieldKind::Time));
        } else {
            let value = line.trim_end_matches([';', ' ']);
            let edition = Labelled { name: &line[..0], value, target: Target::Edition, terms: None };
            page.place(below..below + 1, edition);
        }
    }
    let mut next = block + 1;
    while next < page.len() {
        let rows = page.rows(next);
        let line = page.line(rows.start);
        let centred = page.is_centred(rows.start);
        if let Some(field) = labels::field(line).filter(|field| centred || field.name == "SHOW") {
            let value = page.until(field.value, rows.end - 1);
            page.place(rows, Labelled { value, ..field });
        } else if is_date(page, rows.start) && rows.len() <= 2 && (centred || !page.is_centred(row)) {
            page.sheet.label(rows.start, Role::Date);
            rows.skip(1).for_each(|row| page.sheet.label(row, Role::Date));
        } else if centred && page.is_centred(row) {
            let target = if is_edition(line) && rows.len() == 1 { Target::Edition } else { Target::Extra(None) };
            page.place_unlabelled(rows, target);
        } else {
            break;
        }
        next += 1;
    }
    next
}

/// The row of the date: a day, a time in it, and perhaps an edition on the same line.
fn date(page: &mut Blocks<'_, '_>, row: usize) {
    let line = page.line(row);
    let (date, rest) =
        values::date_and_rest(line, page.sheet.language).map_or((line, ""), |(date, rest, _)| (date, rest));
    let date = date.trim_end_matches([',', ';', ' ']);
    page.place(row..row + 1, Labelled { name: &line[..0], value: date, target: Target::Date, terms: None });
    let rest = rest.trim_start_matches([',', ';', '-', ' ']);
    if !rest.is_empty() {
        let target = if rest.ends_with("Time") { Target::Extra(Some(FieldKind::Time)) } else { Target::Edition };
        page.place(row..row + 1, Labelled { name: &rest[..0], value: rest, target, terms: None });
    }
}

/// `23:22 Central European Time`.
fn is_time(line: &str) -> bool {
    let hour = line.bytes().take_while(u8::is_ascii_digit).count();
    (1..=2).contains(&hour) && matches!(line.as_bytes().get(hour), Some(b':' | b'.'))
}

fn is_edition(line: &str) -> bool {
    ["dition", "dición", "usgabe", "ditie"].iter().any(|word| line.contains(word))
}
