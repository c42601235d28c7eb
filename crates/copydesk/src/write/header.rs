//! The header as a list for display.

use std::borrow::Cow;

use crate::document::Document;
use crate::header::{BylineStatus, FieldKind};

/// The header as a list to show: a name and a value for each field, for each author (below the byline), and for each extra.
///
/// If the source says that there is no byline, its value is `none`. An extra without a label has the name of its kind.
///
/// ```
/// let source =
///     copydesk::Source::new("Harbour Gazette\n\nFerry returns\n\n-\n\nThe ferry is back.\n\nNewspapers in English\n")?;
/// let document = copydesk::parse(&source);
/// let rows: Vec<_> = copydesk::write::header_rows(&document).map(|(name, value)| format!("{name}: {value}")).collect();
/// assert_eq!(rows, ["publication: Harbour Gazette", "headline: Ferry returns", "byline: none"]);
/// # Ok::<(), copydesk::SourceTooLong>(())
/// ```
pub fn header_rows(document: &Document) -> impl Iterator<Item = (&str, Cow<'_, str>)> {
    let byline = document.byline();
    let status = (byline.status == BylineStatus::None).then_some("none");
    let named = [
        ("publication", document.publication()),
        ("edition", document.edition()),
        ("section", document.section()),
        ("page", document.page().map(|page| page.text)),
        ("date", document.date().map(|date| date.text)),
        ("kicker", document.kicker()),
        ("headline", document.headline()),
        ("deck", document.deck()),
        ("byline", status.or(byline.text)),
    ];
    let authors = byline.authors.into_iter().map(|author| {
        let facts = [Some(author.name), author.role, author.affiliation, author.place, author.email];
        ("author", Cow::Owned(facts.into_iter().flatten().collect::<Vec<_>>().join(", ")))
    });
    let dateline = [("dateline", document.dateline().map(|dateline| dateline.text))];
    let extras = document.extras().map(|extra| {
        let name = if extra.name.is_empty() { extra.kind.map_or("", FieldKind::name) } else { extra.name };
        (name, Cow::Borrowed(extra.value))
    });
    let known = |(name, value): (&'static str, Option<_>)| Some((name, Cow::Borrowed(value?)));
    let (named, dateline) = (named.into_iter().filter_map(known), dateline.into_iter().filter_map(known));
    named.chain(authors).chain(dateline).chain(extras)
}
