//! Labelled fields without a place in the header: verbatim, and typed if their meaning is known.

use serde::Serialize;

use crate::span::SourceSpan;

macro_rules! kinds {
    ($($(#[$doc:meta])* $variant:ident = $name:literal,)*) => {
        /// The meaning of a labelled field, whatever its label is in the language of the export.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[non_exhaustive]
        pub enum FieldKind {
            $($(#[$doc])* #[serde(rename = $name)] $variant,)*
        }

        impl FieldKind {
            /// All of them, in order.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// Its name, as in the JSON output.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }
        }
    };
}

kinds! {
    /// How many words the article has; parsed as a number.
    Length = "length",
    /// The time of day of publication, if given apart from the date.
    Time = "time",
    /// When the database added the article; parsed as a date.
    LoadDate = "load-date",
    /// When it was last changed; parsed as a date.
    Updated = "updated",
    /// The year of publication, if given apart from the date; parsed as a number.
    Year = "year",
    /// The language, as the export says it; parsed as its ISO 639-1 code.
    Language = "language",
    /// Who holds the rights.
    Copyright = "copyright",
    /// The identifier that the export, the database or the publisher gives the article: a number or a code.
    Identifier = "identifier",
    /// The code of the publication.
    PublicationCode = "publication-code",
    /// The kind of publication: a newspaper, a wire.
    PublicationType = "publication-type",
    /// The kind of article: news, a letter, an editorial.
    DocumentType = "document-type",
    /// Who publishes it.
    Publisher = "publisher",
    /// Where it is published.
    PublicationPlace = "publication-place",
    /// Where it can be read.
    Url = "url",
    /// Links to it or from it.
    Links = "links",
    /// A summary that the database made.
    Abstract = "abstract",
    /// A description of its pictures.
    Graphic = "graphic",
    /// A credit that is not a byline.
    Credit = "credit",
    /// A note to editors.
    EditorNote = "editor-note",
    /// How urgent it is; parsed as a number.
    Priority = "priority",
    /// The category of a wire.
    Category = "category",
    /// The slug: the working title of a wire story.
    Slug = "slug",
    /// Which version of a wire story it is: a lead, a take, a correction.
    Version = "version",
    /// The participants of a broadcast.
    Guests = "guests",
    /// Index terms for what it is about.
    Subject = "subject",
    /// Index terms for people.
    Person = "person",
    /// Index terms for organisations and companies.
    Organization = "organization",
    /// Index terms for places.
    Location = "location",
    /// Index terms for industries.
    Industry = "industry",
    /// Index terms for shares.
    Ticker = "ticker",
    /// Other index terms.
    Keyword = "keyword",
    /// The search terms, on a cover.
    SearchTerms = "search-terms",
    /// When the export was requested, on a cover.
    RequestTime = "request-time",
    /// The searched sources, on a cover.
    SearchSource = "search-source",
    /// The number of documents that the export claims to hold, on a cover; parsed as a number.
    DocumentCount = "document-count",
}

impl FieldKind {
    /// Whether its values are index terms.
    pub(crate) const fn is_index(self) -> bool {
        matches!(
            self,
            Self::Subject | Self::Person | Self::Organization | Self::Location | Self::Industry | Self::Ticker
        )
    }
}

/// A labelled field of an export without a place in the header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extra<'d> {
    /// The label as it stands; empty if the field has none and is recognised by its position.
    pub name: &'d str,
    /// The value as it stands.
    pub value: &'d str,
    /// The place of the value.
    pub source: SourceSpan,
    /// Its meaning, if known.
    pub kind: Option<FieldKind>,
    /// The value in a standard form, if it is certain: a date in ISO 8601, a number, a language code.
    pub parsed: Option<&'d str>,
    /// The index terms of the value, in order.
    pub terms: Vec<Term<'d>>,
}

/// One index term.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Term<'d> {
    /// The vocabulary the term belongs to: `nexis`, `factiva`, `proquest`.
    pub scheme: &'static str,
    /// Its code in the scheme.
    pub code: Option<&'d str>,
    /// Its name.
    pub name: &'d str,
    /// How much the article is about it, in percent.
    pub score: Option<u8>,
}

/// The same in spans of type `S`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ExtraFields<S> {
    pub(crate) name: S,
    pub(crate) value: S,
    pub(crate) kind: Option<FieldKind>,
    pub(crate) parsed: Option<Box<str>>,
    pub(crate) terms: Vec<TermFields<S>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TermFields<S> {
    pub(crate) scheme: &'static str,
    pub(crate) code: Option<S>,
    pub(crate) name: S,
    pub(crate) score: Option<u8>,
}
