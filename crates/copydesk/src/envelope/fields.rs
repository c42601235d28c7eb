//! The labelled fields of exports: what a label names, and how its value is read.
//!
//! An envelope finds its labels. This module puts each value in its place, typed. A field without a place in the header goes to the extras,
//! verbatim.

use crate::blocks::{Role, Sheet, bylines, dates};
use crate::header::{BylineStatus, ExtraFields, FieldKind, TermFields};
use crate::span::TextSpan;

use super::values::{self, Terms};

/// What a label names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    Publication,
    Edition,
    Section,
    Page,
    Date,
    Kicker,
    Headline,
    Deck,
    Byline,
    Dateline,
    /// The body begins after it.
    Body,
    /// No place of its own.
    Extra(Option<FieldKind>),
}

impl Target {
    /// The target of this name, as data files write it: a field of the header, `body`, `other`, or a kind of field.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "publication" => Self::Publication,
            "edition" => Self::Edition,
            "section" => Self::Section,
            "page" => Self::Page,
            "date" => Self::Date,
            "kicker" => Self::Kicker,
            "headline" => Self::Headline,
            "deck" => Self::Deck,
            "byline" => Self::Byline,
            "dateline" => Self::Dateline,
            "body" => Self::Body,
            "other" => Self::Extra(None),
            _ => Self::Extra(Some(FieldKind::ALL.iter().copied().find(|kind| kind.name() == name)?)),
        })
    }

    /// The role of a block that holds such a field behind its label: headlines, bylines and sections are what they are, and
    /// everything else that an export labels is a field.
    pub(crate) fn labelled_role(self) -> Role {
        match self {
            Self::Headline => Role::Headline,
            Self::Byline => Role::Byline,
            Self::Section => Role::Section,
            _ => Role::Field,
        }
    }

    /// The role of a block that holds such a field without a label, told by its place.
    pub(crate) fn role(self) -> Role {
        match self {
            Self::Publication => Role::Publication,
            Self::Edition => Role::Edition,
            Self::Section => Role::Section,
            Self::Page => Role::Page,
            Self::Date => Role::Date,
            Self::Kicker => Role::Kicker,
            Self::Headline => Role::Headline,
            Self::Deck => Role::Deck,
            Self::Byline => Role::Byline,
            Self::Extra(Some(FieldKind::Copyright)) => Role::Copyright,
            Self::Dateline | Self::Body | Self::Extra(_) => Role::Field,
        }
    }
}

/// A labelled value.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Labelled<'t> {
    /// The label, without its colon; an empty slice of the text where a field is told by its place.
    pub(crate) name: &'t str,
    /// The value, trimmed.
    pub(crate) value: &'t str,
    pub(crate) target: Target,
    /// How its index terms are written, if it has any.
    pub(crate) terms: Option<Terms>,
}

/// Labels the row, which holds the field, and reads the value into its place. A place that is taken keeps what it has, and the value
/// goes to the extras.
pub(crate) fn read(sheet: &mut Sheet<'_>, row: usize, field: Labelled<'_>) {
    let role = if field.name.is_empty() { field.target.role() } else { field.target.labelled_role() };
    sheet.label(row, role);
    place(sheet, field);
}

/// Reads the value into its place in the header, without labelling a row.
pub(crate) fn place(sheet: &mut Sheet<'_>, field: Labelled<'_>) {
    if field.value.is_empty() {
        if !field.name.is_empty() && !matches!(field.target, Target::Body) {
            extra(sheet, field, None);
        }
        return;
    }
    let span = sheet.span_of(field.value);
    let free = match field.target {
        Target::Publication => take(&mut sheet.fields.publication, span),
        Target::Edition => take(&mut sheet.fields.edition, span),
        Target::Kicker => take(&mut sheet.fields.kicker, span),
        Target::Headline => take(&mut sheet.fields.headline, span),
        Target::Deck => take(&mut sheet.fields.deck, span),
        Target::Section => section(sheet, field.value),
        Target::Page => page(sheet, field.value),
        Target::Date => date(sheet, field.value),
        Target::Byline => byline(sheet, field.value),
        Target::Dateline => dateline(sheet, field.value),
        Target::Body => true,
        Target::Extra(kind) => {
            extra(sheet, field, kind);
            true
        }
    };
    if !free {
        extra(sheet, field, None);
    }
}

fn take(slot: &mut Option<TextSpan>, span: TextSpan) -> bool {
    let free = slot.is_none();
    slot.get_or_insert(span);
    free
}

/// `OPINION; Pg. 17`: the section, and the page inside it.
fn section(sheet: &mut Sheet<'_>, value: &str) -> bool {
    if sheet.fields.section.is_some() {
        return false;
    }
    let read = values::section(value);
    if let Some((raw, number)) = read.page
        && sheet.fields.page.is_none()
    {
        sheet.fields.page = Some((sheet.span_of(raw), Some(sheet.span_of(number))));
    }
    if let Some(edition) = read.edition {
        let span = sheet.span_of(edition);
        sheet.fields.edition.get_or_insert(span);
    }
    sheet.fields.section = read.section.map(|section| sheet.span_of(section));
    // What is no section and no page, a column or a volume, is still said somewhere.
    sheet.fields.section.is_some() || read.page.is_some_and(|(raw, _)| raw.len() == value.len())
}

fn page(sheet: &mut Sheet<'_>, value: &str) -> bool {
    if sheet.fields.page.is_some() {
        return false;
    }
    let number = dates::page_reference(value).map(|(_, number)| number).or_else(|| values::bare_page(value));
    sheet.fields.page = Some((sheet.span_of(value), number.map(|number| sheet.span_of(number))));
    true
}

fn date(sheet: &mut Sheet<'_>, value: &str) -> bool {
    if sheet.fields.date.is_some() {
        return false;
    }
    sheet.fields.date = Some((sheet.span_of(value), values::date(value, sheet.language)));
    true
}

fn byline(sheet: &mut Sheet<'_>, value: &str) -> bool {
    if sheet.fields.byline.status != BylineStatus::Unknown {
        return false;
    }
    let span = sheet.span_of(value);
    sheet.fields.byline = bylines::read_field(sheet, span);
    true
}

/// A dateline in a field of its own: the place, with a date or without.
fn dateline(sheet: &mut Sheet<'_>, value: &str) -> bool {
    if sheet.fields.dateline.is_some() {
        return false;
    }
    let (place, day) = values::dateline(value);
    sheet.fields.dateline = Some(crate::header::DatelineFields {
        text: sheet.span_of(value),
        place: sheet.span_of(place),
        agency: None,
        date: day.map(|day| sheet.span_of(day)),
    });
    true
}

fn extra(sheet: &mut Sheet<'_>, field: Labelled<'_>, kind: Option<FieldKind>) {
    let parsed = kind.and_then(|kind| values::parsed(kind, field.value, sheet.language)).map(Into::into);
    let terms = field.terms.map_or_else(Vec::new, |terms| terms.read(field.value));
    let terms = terms
        .into_iter()
        .map(|term| TermFields {
            scheme: term.scheme,
            code: term.code.map(|code| sheet.span_of(code)),
            name: sheet.span_of(term.name),
            score: term.score,
        })
        .collect();
    let (name, value) = (sheet.span_of(field.name), sheet.span_of(field.value));
    sheet.fields.extras.push(ExtraFields { name, value, kind, parsed, terms });
}
