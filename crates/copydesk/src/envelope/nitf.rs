//! # nitf
//!
//! NITF, the News Industry Text Format: the XML in which agencies deliver articles, and in which newspapers keep them.
//!
//! **Grammar**
//!
//! | element | is |
//! |---|---|
//! | `hl1` · `hl2` | headline · deck; in the body, crossheads. Without `hl1` the headline is the `title` of the `head` |
//! | `byline` with `byttl` | byline; the title of the author follows after a comma |
//! | `dateline` | where, and when |
//! | `p`, `li`, `tr` | paragraph, item of a list, row of a table, its cells with tabs between |
//! | `media-caption` · `media-producer` | caption · credit |
//! | `tagline` · `rights`, `copyrite` | note on the authors · copyright |
//! | `abstract`, `note`, `distributor` | labelled lines |
//! | `head` | labelled lines: `pubdata name`, `date.issue norm`, `urgency ed-urg`, with the names of element and attribute as label |
//!
//! Publication, edition, section, page and date are those of `pubdata`, or what else the `head` says of them. Every other line of the head
//! is an extra, with a kind where its meaning is known. In an archive that has the first paragraphs twice (`lead_paragraph`, `full_text`),
//! those of the first block are a summary. A file may hold several articles, each in its `nitf`. Where a text has no `p`, a blank line ends
//! a paragraph.
//!
//! **Evidence**: the outermost element is `nitf`, and its version, its namespace, the document type or the element that follows says so too.
//! Behind these an element of the form is closed, or begins behind another tag or on a line of its own.
//!
//! **Example**
//!
//! ```text
//! <nitf>
//! <head><title>Ferry returns</title><pubdata name="Harbour Gazette" date.publication="20240909T000000"/></head>
//! <body><body.head><hedline><hl1>Ferry returns to the north quay</hl1></hedline></body.head>
//! <body.content><p>The ferry is back.</p></body.content></body>
//! </nitf>
//! ```
//!
//! **Leaves alone** elements that it does not know: their text stays where it is. Attributes in the body (of names, links, pictures) are not
//! shown, except where a picture lies and what it shows.

use crate::decode::Markup;
use crate::header::FieldKind;
use crate::repair::Wrapping;

use super::Envelope;
use super::fields::Target::{self, Extra};
use super::tagged::{self, Labels};
use super::values::Terms;

/// Articles in the News Industry Text Format.
pub static ENVELOPE: Envelope = Envelope {
    name: "nitf",
    wrapping: Wrapping::Unknown,
    page: include_str!("nitf.rs"),
    recognise: |decoded, _| tagged::is_of(decoded, Markup::Nitf),
    split: Some(tagged::split),
    label: |sheet| tagged::label(sheet, &LABELS),
};

static LABELS: Labels = Labels {
    terms: Terms::Coded("nitf"),
    known: &[
        ("pubdata name", Target::Publication),
        ("pubdata edition.name", Target::Edition),
        ("pubdata edition.area", Target::Edition),
        ("pubdata position.section", Target::Section),
        ("dsk", Target::Section),
        ("online_sections", Target::Section),
        ("pubdata position.sequence", Target::Page),
        ("print_page_number", Target::Page),
        ("pubdata date.publication", Target::Date),
        ("date.issue norm", Target::Date),
        ("date.issue", Target::Date),
        ("date.release norm", Target::Date),
        ("kicker", Target::Kicker),
        ("title", Target::Headline),
        ("abstract", Extra(Some(FieldKind::Abstract))),
        ("alternate_url", Extra(Some(FieldKind::Url))),
        ("classifier", Extra(Some(FieldKind::Subject))),
        ("distributor", Extra(Some(FieldKind::Publisher))),
        ("doc-id id-string", Extra(Some(FieldKind::Identifier))),
        ("doc.copyright", Extra(Some(FieldKind::Copyright))),
        ("doc.copyright holder", Extra(Some(FieldKind::Copyright))),
        ("doc.copyright year", Extra(Some(FieldKind::Copyright))),
        ("doc.rights owner", Extra(Some(FieldKind::Copyright))),
        ("ed-msg info", Extra(Some(FieldKind::EditorNote))),
        ("event", Extra(Some(FieldKind::Keyword))),
        ("evloc", Extra(Some(FieldKind::Location))),
        ("fixture fix-id", Extra(Some(FieldKind::Slug))),
        ("keyword key", Extra(Some(FieldKind::Keyword))),
        ("location", Extra(Some(FieldKind::Location))),
        ("nitf baselang", Extra(Some(FieldKind::Language))),
        ("nitf id", Extra(Some(FieldKind::Identifier))),
        ("nitf uno", Extra(Some(FieldKind::Identifier))),
        ("nitf xml:lang", Extra(Some(FieldKind::Language))),
        ("note", Extra(Some(FieldKind::EditorNote))),
        ("object.title", Extra(Some(FieldKind::Subject))),
        ("org", Extra(Some(FieldKind::Organization))),
        ("person", Extra(Some(FieldKind::Person))),
        ("pubdata ex-ref", Extra(Some(FieldKind::Url))),
        ("pubdata item-length", Extra(Some(FieldKind::Length))),
        ("pubdata type", Extra(Some(FieldKind::PublicationType))),
        ("slug", Extra(Some(FieldKind::Slug))),
        ("slugline", Extra(Some(FieldKind::Slug))),
        ("tobject.subject.detail", Extra(Some(FieldKind::Subject))),
        ("tobject.subject.matter", Extra(Some(FieldKind::Subject))),
        ("tobject.subject.refnum", Extra(Some(FieldKind::Subject))),
        ("tobject.subject.type", Extra(Some(FieldKind::Subject))),
        ("urgency ed-urg", Extra(Some(FieldKind::Priority))),
    ],
};
