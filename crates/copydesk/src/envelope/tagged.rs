//! Files in which tags say what each line is: what the marks of the lines mean, and where their labelled lines go.

use jiff::civil::Date;

use crate::blocks::{Role, Sheet, bylines};
use crate::decode::{Decoded, Mark, Markup};
use crate::header::FieldKind;

use super::fields::{self, Labelled, Target};
use super::values::{self, Terms};
use super::{Part, marked};

/// What a form says beside the text of its articles.
pub(super) struct Labels {
    /// How its index terms are written.
    pub(super) terms: Terms,
    /// The labels, as the markup gives them, and what they name. Of those that name the same field of the header the first counts that
    /// an article has; what else there is goes to the extras.
    pub(super) known: &'static [(&'static str, Target)],
}

/// Whether a text was read from this form.
pub(super) fn is_of(decoded: &Decoded<'_>, form: Markup) -> bool {
    decoded.marks.first() == Some(&(0, Mark::Tagged(form)))
}

/// The articles of a file, as their tags say.
pub(super) fn split(decoded: &Decoded<'_>) -> Vec<(Part, u32)> {
    marked::parts(decoded).unwrap_or_else(|| vec![(Part::Article, 0)])
}

/// The longest name of an agency in capitals.
const AGENCY: usize = 8;

/// A labelled line.
struct Field<'t> {
    row: usize,
    name: &'t str,
    value: &'t str,
}

/// Labels the rows as their marks say.
pub(super) fn label(sheet: &mut Sheet<'_>, labels: &Labels) {
    let rows: Vec<(usize, Mark)> = sheet.filled().filter_map(|row| Some((row, sheet.line_mark(row)?))).collect();
    let has_headline = rows.iter().any(|(_, mark)| *mark == Mark::Headline);
    let leads: Vec<usize> = summaries(sheet, &rows);
    // Collections have headlines of several paragraphs.
    let in_paragraphs = sheet.marks.first() == Some(&(0, Mark::Tagged(Markup::Collection)));
    let mut data = Vec::new();
    let (mut before, mut seen_text) = (None, false);
    for (row, mark) in rows {
        let content = sheet.content(row);
        match mark {
            Mark::Field => {
                let (name, value) = content.split_once(": ").unwrap_or((&content[..0], content));
                data.push(Field { row, name, value: value.trim_start() });
            }
            Mark::Headline => headline(sheet, row, in_paragraphs && before == Some(Mark::Headline)),
            Mark::Deck => deck(sheet, row),
            Mark::Author => read(sheet, row, Target::Byline),
            Mark::Dateline => dateline(sheet, row),
            Mark::Lead if leads.contains(&row) => read(sheet, row, Target::Extra(Some(FieldKind::Abstract))),
            Mark::Crosshead => crosshead(sheet, row, seen_text, has_headline),
            Mark::Item => sheet.label(row, Role::ListItem),
            Mark::Row => sheet.label(row, Role::Table),
            Mark::Caption => sheet.label(row, Role::Caption),
            Mark::Credit => sheet.label(row, Role::Credit),
            Mark::AuthorNote => sheet.label(row, Role::AuthorNote),
            Mark::Copyright => read(sheet, row, Target::Extra(Some(FieldKind::Copyright))),
            _ => {}
        }
        before = Some(mark);
        seen_text |= mark == Mark::Paragraph;
    }
    data_of(sheet, &data, labels);
}

/// How many paragraphs of a text are looked at for one that its summary repeats.
const REPEATED: usize = 8;

/// The lines before a text that it says again.
fn summaries(sheet: &Sheet<'_>, rows: &[(usize, Mark)]) -> Vec<usize> {
    let leads = rows.iter().enumerate().filter(|(_, (_, mark))| *mark == Mark::Lead);
    let again = leads.filter(|&(index, &(row, _))| {
        let mut text = rows[index..].iter().filter(|(_, mark)| *mark == Mark::Paragraph).take(REPEATED);
        text.any(|&(paragraph, _)| sheet.content(paragraph).starts_with(sheet.content(row)))
    });
    again.map(|(_, &(row, _))| row).collect()
}

/// A line without a label.
fn read(sheet: &mut Sheet<'_>, row: usize, target: Target) {
    let value = sheet.content(row);
    fields::read(sheet, row, Labelled { name: &value[..0], value, target, terms: None });
}

/// A headline. What goes on from the first is a deck, unless it says the same again; any other is another one for the same article.
fn headline(sheet: &mut Sheet<'_>, row: usize, follows: bool) {
    if sheet.content(row).starts_with("Eds:") {
        read(sheet, row, Target::Extra(Some(FieldKind::EditorNote)));
    } else if sheet.fields.headline.is_none() {
        read(sheet, row, Target::Headline);
    } else if follows {
        deck(sheet, row);
    } else {
        read(sheet, row, Target::Extra(None));
    }
}

/// A heading in the body. One that says the headline or the deck again is none; above the text of an article without a headline it is that,
/// and above a headline it says where the article stood.
fn crosshead(sheet: &mut Sheet<'_>, row: usize, seen_text: bool, has_headline: bool) {
    let said = [sheet.fields.headline, sheet.fields.deck];
    let again = !seen_text && said.iter().flatten().any(|said| sheet.slice(*said) == sheet.content(row));
    let is_first = sheet.fields.headline.is_none() && !seen_text;
    if again || is_first && has_headline {
        read(sheet, row, Target::Extra(None));
    } else if is_first {
        read(sheet, row, Target::Headline);
    } else {
        sheet.label(row, Role::Crosshead);
    }
}

fn deck(sheet: &mut Sheet<'_>, row: usize) {
    let again = sheet.fields.headline.is_some_and(|headline| sheet.slice(headline) == sheet.content(row));
    if again {
        read(sheet, row, Target::Extra(None));
    } else if sheet.fields.deck.is_none() {
        read(sheet, row, Target::Deck);
    } else {
        sheet.label(row, Role::Deck);
    }
}

/// A dateline, with what stands between round brackets behind it: the agency, or the byline. One that is nothing but brackets is the slug,
/// and one that begins with no letter, or with a date, is no dateline.
fn dateline(sheet: &mut Sheet<'_>, row: usize) {
    let content = sheet.content(row);
    let (place, behind) = content.split_once('(').unwrap_or((content, ""));
    let place = place.trim_end_matches([' ', '-', '–', '—', '_']);
    let name = &content[..0];
    if place.is_empty() {
        return read(sheet, row, Target::Extra(Some(FieldKind::Slug)));
    }
    if !place.starts_with(char::is_alphabetic) || values::date_and_rest(place, None).is_some() {
        return read(sheet, row, Target::Extra(None));
    }
    sheet.label(row, Role::Field);
    fields::place(sheet, Labelled { name, value: place, target: Target::Dateline, terms: None });
    for value in behind.split('(').filter_map(|part| part.split_once(')')).map(|(part, _)| part.trim()) {
        let target = if value.starts_with("By ") { Target::Byline } else { Target::Extra(Some(FieldKind::Credit)) };
        let in_capitals = (2..=AGENCY).contains(&value.len()) && value.bytes().all(|byte| byte.is_ascii_uppercase());
        let is_agency = in_capitals || bylines::is_agency(value);
        let span = sheet.span_of(value);
        if let Some(dateline) = sheet.fields.dateline.as_mut().filter(|dateline| is_agency && dateline.agency.is_none())
        {
            dateline.agency = Some(span);
            continue;
        }
        fields::place(sheet, Labelled { name, value, target, terms: None });
    }
}

/// The labelled lines: the fields of the header, then all others.
fn data_of(sheet: &mut Sheet<'_>, data: &[Field<'_>], labels: &Labels) {
    let mut taken = vec![None; data.len()];
    if sheet.part == Part::Article {
        for &(label, target) in labels.known {
            if matches!(target, Target::Extra(_) | Target::Body)
                || taken.contains(&Some(target))
                || is_filled(sheet, target)
            {
                continue;
            }
            let found = data
                .iter()
                .position(|field| field.name.eq_ignore_ascii_case(label) && value_of(target, field.value).is_some());
            if let Some(found) = found.filter(|&found| taken[found].is_none()) {
                taken[found] = Some(target);
            }
        }
    }
    for (field, taken) in data.iter().zip(taken) {
        let &Field { row, name, value } = field;
        if let Some(target) = taken {
            let value = value_of(target, value).unwrap_or(value);
            fields::read(sheet, row, Labelled { name, value, target, terms: None });
            continue;
        }
        let kind = kind(labels, name);
        let terms = kind.filter(|kind| kind.is_index()).map(|_| labels.terms);
        sheet.label(row, Role::Field);
        fields::place(sheet, Labelled { name, value, target: Target::Extra(kind), terms });
    }
}

/// What a label means that names no field of the header. The last word of one that has several may say more than is known.
fn kind(labels: &Labels, name: &str) -> Option<FieldKind> {
    let known =
        |name: &str| labels.known.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, target)| *target);
    match known(name).or_else(|| known(name.split(' ').next()?))? {
        Target::Extra(kind) => kind,
        _ => None,
    }
}

/// Whether the lines of the text have said it already.
fn is_filled(sheet: &Sheet<'_>, target: Target) -> bool {
    match target {
        Target::Headline => sheet.fields.headline.is_some(),
        Target::Deck => sheet.fields.deck.is_some(),
        Target::Byline => sheet.fields.byline.text.is_some(),
        Target::Dateline => sheet.fields.dateline.is_some(),
        _ => false,
    }
}

/// What of a value fills the field: the name behind a code. A code alone names nobody, nor do initials.
fn value_of(target: Target, value: &str) -> Option<&str> {
    match target {
        Target::Publication | Target::Byline | Target::Section => {
            let name = value.rsplit_once(" : ").map_or(value, |(_, name)| name);
            let is_code = name.contains(':') && !name.contains(' ');
            (!is_code && (target != Target::Byline || name.contains(' '))).then_some(name)
        }
        _ => Some(value),
    }
}

/// The day of six figures, of the last century: `920527`.
pub(super) fn short_day(value: &str) -> Option<Date> {
    let (year, rest) = value.split_at_checked(2)?;
    let (month, day) = rest.split_at_checked(2)?;
    let is_short = value.len() == 6 && value.bytes().all(|byte| byte.is_ascii_digit());
    is_short.then(|| Date::new(1900 + year.parse::<i16>().ok()?, month.parse().ok()?, day.parse().ok()?).ok())?
}

/// The day in the name of a document: `NWS_ENG_20070301.0001`.
pub(super) fn day(name: &str) -> Option<(&str, Date)> {
    let end = name.find('.').unwrap_or(name.len());
    let day = name.get(end.checked_sub(8)?..end)?;
    let number = |range| day.get(range).and_then(|part: &str| part.parse::<i16>().ok());
    let (year, month, date) = (number(0..4)?, number(4..6)?, number(6..8)?);
    if !day.bytes().all(|byte| byte.is_ascii_digit()) || !(1900..2100).contains(&year) {
        return None;
    }
    Some((day, Date::new(year, i8::try_from(month).ok()?, i8::try_from(date).ok()?).ok()?))
}
