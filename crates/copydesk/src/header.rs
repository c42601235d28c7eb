//! The header of an article: what it says about itself. Each field has the place it was read from.

mod extra;

use serde::Serialize;

use crate::few::Few;

pub use extra::{Extra, FieldKind, Term};
pub(crate) use extra::{ExtraFields, TermFields};

/// The names of the fields that [`Document::fields`](crate::Document::fields) can return, in its order.
pub const HEADER_FIELDS: [&str; 10] =
    ["publication", "edition", "section", "page", "date", "kicker", "headline", "deck", "byline", "dateline"];

/// Whether an article names its author.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum BylineStatus {
    /// A byline names the author.
    Named,
    /// The source says that there is no author, for example with a lone `-` in place of the byline.
    None,
    /// The article says neither.
    #[default]
    Unknown,
}

impl BylineStatus {
    /// Its name, as in the JSON output.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Named => "named",
            Self::None => "none",
            Self::Unknown => "unknown",
        }
    }
}

/// Who wrote an article, as it says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Byline<'d> {
    /// Whether the article names its author.
    pub status: BylineStatus,
    /// The byline as it stands.
    pub text: Option<&'d str>,
    /// The people or agencies named, in order.
    pub authors: Vec<Author<'d>>,
}

/// One author of a byline.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Author<'d> {
    /// The name as written, in the case it is written in.
    pub name: &'d str,
    /// What they are: `Staff Writer`, `Scotland editor`.
    pub role: Option<&'d str>,
    /// The organisation they write for: `Edmonton Journal`.
    pub affiliation: Option<&'d str>,
    /// Where they write from: `Washington`.
    pub place: Option<&'d str>,
    /// Their e-mail address.
    pub email: Option<&'d str>,
}

/// Where and when an article was filed, from the start of its first paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Dateline<'d> {
    /// The dateline as it stands, without the dash or colon that ends it.
    pub text: &'d str,
    /// The place or places.
    pub place: &'d str,
    /// The agency in brackets: `Reuters`.
    pub agency: Option<&'d str>,
    /// The date as it stands: `Nov. 18`.
    pub date: Option<&'d str>,
}

/// The date of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct DateField<'d> {
    /// As it stands.
    pub text: &'d str,
    /// As a calendar date, if day, month and year are all certain.
    pub value: Option<jiff::civil::Date>,
}

/// The page of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PageField<'d> {
    /// As it stands: `Pg. A01`, `S. 6`.
    pub text: &'d str,
    /// The page alone, where it is clear: `A01`.
    pub value: Option<&'d str>,
}

/// The header as spans of type `S`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Fields<S> {
    pub(crate) publication: Option<S>,
    pub(crate) edition: Option<S>,
    pub(crate) section: Option<S>,
    /// As it stands, and the page alone.
    pub(crate) page: Option<(S, Option<S>)>,
    pub(crate) date: Option<(S, Option<jiff::civil::Date>)>,
    pub(crate) kicker: Option<S>,
    pub(crate) headline: Option<S>,
    pub(crate) deck: Option<S>,
    pub(crate) byline: BylineFields<S>,
    pub(crate) dateline: Option<DatelineFields<S>>,
    /// In order.
    pub(crate) extras: Vec<ExtraFields<S>>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct BylineFields<S> {
    pub(crate) status: BylineStatus,
    pub(crate) text: Option<S>,
    /// A byline names hardly ever more.
    pub(crate) authors: Few<AuthorFields<S>, 2>,
}

/// The `By` of each of the languages, in small letters: what begins with it may be a byline.
pub(crate) const BY: &[&str] = &["by", "di", "door", "par", "por", "von"];

/// Whether a word is a `by` in small letters.
pub(crate) fn is_by(word: &str) -> bool {
    BY.contains(&word)
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct AuthorFields<S> {
    pub(crate) name: S,
    pub(crate) role: Option<S>,
    pub(crate) affiliation: Option<S>,
    pub(crate) place: Option<S>,
    pub(crate) email: Option<S>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DatelineFields<S> {
    pub(crate) text: S,
    pub(crate) place: S,
    pub(crate) agency: Option<S>,
    pub(crate) date: Option<S>,
}
