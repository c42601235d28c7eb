//! # tagged-corpus
//!
//! Articles in a collection for research, each between tags: those of the Linguistic Data Consortium (Gigaword and its kin), of TREC, and
//! those of Reuters (RCV1, Reuters-21578).
//!
//! **Grammar**
//!
//! | element | is |
//! |---|---|
//! | `DOC`, `newsitem`, `REUTERS` | an article; a file may hold thousands |
//! | `HEADLINE`, `HEAD`, `HL`, `TTL`, else `title` | headline; a second paragraph in it is the deck |
//! | `BYLINE`, `DATELINE` | byline, dateline; in a dateline, what is between round brackets is the agency, the byline or the slug |
//! | `TEXT`, `P` | the text; without `P` its lines stay lines |
//! | `GRAPHIC` | captions |
//! | attributes of `DOC`, and every other element | labelled lines, with the name as label: `DOCNO: QG042990-0001`, `SECTION: Ports; Page 3` |
//!
//! The date is that of `DATE` (also in six figures, which are of the last century), of the attribute `date`, or the day in the article's `id`.
//!
//! **Evidence**: the first tag is `DOC`, and the next is one that follows it in such collections, with nothing but white space between; or
//! the first is `newsitem` or `REUTERS` with two of its attributes. Behind these an element of the form is closed, or begins behind another
//! tag or on a line of its own.
//!
//! **Example**
//!
//! ```text
//! <DOC id="QNS_ENG_20070301.0001" type="story" >
//! <HEADLINE>
//! Ferry returns to the north quay
//! </HEADLINE>
//! <DATELINE>
//! NORTHPORT, March 1 (QNS)
//! </DATELINE>
//! <TEXT>
//! <P>
//! The ferry is back.
//! </P>
//! </TEXT>
//! </DOC>
//! ```
//!
//! **Leaves alone** a text that speaks of such tags: it goes on with words. In a text, what stands between angle brackets and is no known
//! element is words, unless it has attributes with values or is closed soon after.

use crate::blocks::Sheet;
use crate::decode::Markup;
use crate::header::FieldKind;
use crate::repair::Wrapping;

use super::Envelope;
use super::fields::Target::{self, Extra};
use super::tagged::{self, Labels};
use super::values::Terms;

/// Articles in a tagged collection for research.
pub static ENVELOPE: Envelope = Envelope {
    name: "tagged-corpus",
    wrapping: Wrapping::Expected,
    page: include_str!("tagged_corpus.rs"),
    recognise: |decoded, _| tagged::is_of(decoded, Markup::Collection),
    split: Some(tagged::split),
    label,
};

/// The label of an article's name, in which the day may be.
const NAME: &str = "DOC id";

static LABELS: Labels = Labels {
    terms: Terms::Plain("tagged-corpus", ','),
    known: &[
        ("dc.source", Target::Publication),
        ("SOURCE", Target::Publication),
        ("PUB", Target::Publication),
        ("SO", Target::Publication),
        ("NAME", Target::Publication),
        ("EDITION", Target::Edition),
        ("SECTION", Target::Section),
        ("PAGE", Target::Page),
        ("DATE", Target::Date),
        ("DATE1", Target::Date),
        ("DD", Target::Date),
        ("PUBDATE", Target::Date),
        ("DATE_TIME", Target::Date),
        ("DATETIME", Target::Date),
        ("newsitem date", Target::Date),
        ("TITLE", Target::Headline),
        ("title", Target::Headline),
        ("AN", Extra(Some(FieldKind::Identifier))),
        ("DOC id", Extra(Some(FieldKind::Identifier))),
        ("DOC type", Extra(Some(FieldKind::DocumentType))),
        ("DOCID", Extra(Some(FieldKind::Identifier))),
        ("DOCNO", Extra(Some(FieldKind::Identifier))),
        ("DOCTYPE", Extra(Some(FieldKind::DocumentType))),
        ("IN", Extra(Some(FieldKind::Industry))),
        ("LENGTH", Extra(Some(FieldKind::Length))),
        ("SUBJECT", Extra(Some(FieldKind::Subject))),
        ("COMPANIES", Extra(Some(FieldKind::Organization))),
        ("ORGS", Extra(Some(FieldKind::Organization))),
        ("PEOPLE", Extra(Some(FieldKind::Person))),
        ("PLACES", Extra(Some(FieldKind::Location))),
        ("REUTERS NEWID", Extra(Some(FieldKind::Identifier))),
        ("TOPICS", Extra(Some(FieldKind::Subject))),
        ("TYPE", Extra(Some(FieldKind::DocumentType))),
        ("code", Extra(Some(FieldKind::Keyword))),
        ("dc.creator.location", Extra(Some(FieldKind::Location))),
        ("dc.publisher", Extra(Some(FieldKind::Publisher))),
        ("link", Extra(Some(FieldKind::Url))),
        ("newsitem itemid", Extra(Some(FieldKind::Identifier))),
        ("newsitem xml:lang", Extra(Some(FieldKind::Language))),
    ],
};

fn label(sheet: &mut Sheet<'_>) {
    tagged::label(sheet, &LABELS);
    if let Some((span, value)) = sheet.fields.date {
        sheet.fields.date = Some((span, value.or_else(|| tagged::short_day(sheet.slice(span)))));
        return;
    }
    let name = sheet.fields.extras.iter().find(|extra| sheet.slice(extra.name).eq_ignore_ascii_case(NAME));
    let day = name.and_then(|name| tagged::day(sheet.slice(name.value)));
    sheet.fields.date = day.map(|(day, date)| (sheet.span_of(day), Some(date)));
}
