//! # newsml-g2
//!
//! NewsML-G2, the XML in which agencies exchange news: an item with what is known of it, and the article in XHTML, in NITF or as text.
//!
//! **Grammar**
//!
//! | element | is |
//! |---|---|
//! | `headline` · with the role of a sub-headline | headline · deck |
//! | `by`, else the name of `creator` or `contributor` | byline |
//! | `dateline` | where, and when |
//! | `provider`, `infoSource` | publication, where it has a name |
//! | `contentCreated`, `versionCreated`, `firstCreated` | date |
//! | other concepts | a labelled line: `subject: medtop:20000523 : labour market`, the code and the name |
//! | `edNote`, `description`, `copyrightNotice` | note to editors, summary, copyright |
//! | `inlineXML`, `inlineData` | the text; headings are crossheads, `li` and `tr` items and rows; lines that are not in tags stay lines |
//!
//! A message (`newsMessage`) may hold several items, each an article; its header is the cover.
//!
//! **Evidence**: the outermost element is `newsItem` or `newsMessage`, and the namespace, the standard that it names or the element that
//! follows says so too. Behind these an element of the form is closed, or begins behind another tag or on a line of its own.
//!
//! **Example**
//!
//! ```text
//! <newsItem guid="tag:quay.example,2024:17" standard="NewsML-G2" xml:lang="en">
//! <itemMeta><provider literal="Quay News"/><versionCreated>2024-09-09T10:00:00Z</versionCreated></itemMeta>
//! <contentMeta><headline>Ferry returns to the north quay</headline></contentMeta>
//! <contentSet><inlineXML><html><body><p>The ferry is back.</p></body></html></inlineXML></contentSet>
//! </newsItem>
//! ```
//!
//! **Leaves alone** the catalogues of codes and the types of concepts, which are about the file. A code without a name is no publication and
//! no author.

use crate::decode::Markup;
use crate::header::FieldKind;
use crate::repair::Wrapping;

use super::Envelope;
use super::fields::Target::{self, Extra};
use super::tagged::{self, Labels};
use super::values::Terms;

/// Articles in NewsML-G2.
pub static ENVELOPE: Envelope = Envelope {
    name: "newsml-g2",
    wrapping: Wrapping::Unknown,
    page: include_str!("newsml_g2.rs"),
    recognise: |decoded, _| tagged::is_of(decoded, Markup::NewsMl),
    split: Some(tagged::split),
    label: |sheet| tagged::label(sheet, &LABELS),
};

static LABELS: Labels = Labels {
    terms: Terms::Coded("newsml-g2"),
    known: &[
        ("provider", Target::Publication),
        ("infoSource", Target::Publication),
        ("contentCreated", Target::Date),
        ("versionCreated", Target::Date),
        ("firstCreated", Target::Date),
        ("creator", Target::Byline),
        ("contributor", Target::Byline),
        ("altId", Extra(Some(FieldKind::Identifier))),
        ("copyrightHolder", Extra(Some(FieldKind::Copyright))),
        ("creditline", Extra(Some(FieldKind::Credit))),
        ("description", Extra(Some(FieldKind::Abstract))),
        ("edNote", Extra(Some(FieldKind::EditorNote))),
        ("genre", Extra(Some(FieldKind::DocumentType))),
        ("keyword", Extra(Some(FieldKind::Keyword))),
        ("language", Extra(Some(FieldKind::Language))),
        ("link", Extra(Some(FieldKind::Links))),
        ("located", Extra(Some(FieldKind::Location))),
        ("newsItem guid", Extra(Some(FieldKind::Identifier))),
        ("newsItem version", Extra(Some(FieldKind::Version))),
        ("newsItem xml:lang", Extra(Some(FieldKind::Language))),
        ("priority", Extra(Some(FieldKind::Priority))),
        ("service", Extra(Some(FieldKind::Category))),
        ("slugline", Extra(Some(FieldKind::Slug))),
        ("subject", Extra(Some(FieldKind::Subject))),
        ("urgency", Extra(Some(FieldKind::Priority))),
    ],
};
