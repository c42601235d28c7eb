//! Words that identify the small rows above a headline, in lower case and sorted. Newspapers and sections are data, in files by language.

use crate::data::{Entry, data, in_order};
use crate::keys::{Words, words};

/// Words that newspapers call themselves by.
pub(super) static NEWSPAPERS: &[&str] = &names(data!("../../data/mastheads.toml", "newspaper"));

/// What an edition's name ends with.
pub(super) static EDITIONS: &[&str] = &names(data!("../../data/mastheads.toml", "edition"));

/// Sections that newspapers commonly have.
pub(super) static SECTIONS: &[&str] = &names(data!("../../data/sections.toml"));

/// The names of the entries, in order.
const fn names<const N: usize>(entries: &[Entry; N]) -> [&'static str; N] {
    let entries = in_order(entries);
    let mut names = [""; N];
    let mut at = 0;
    while at < N {
        names[at] = entries[at].name;
        at += 1;
    }
    names
}

/// Words before a colon with which a page speaks about itself.
#[rustfmt::skip]
pub(super) static LABELS: Words<()> = words!(128, [
    "advisory", "also read", "archivbild", "archivfoto", "author", "bild", "byline", "caption", "categories", "category", "clarification",
    "contact", "correction", "corrections", "credit", "date", "editor's note", "editor’s note", "filed under", "foto", "headline", "image",
    "keywords", "last updated", "note", "photo", "photos", "picture", "posted", "posted by", "posted in", "posted on", "published",
    "read more", "reference", "related", "see also", "source", "sources", "symbolbild", "symbolfoto", "tags", "title", "topics", "updated",
    "url", "via", "video", "watch", "what", "where",
]);

/// What a database has before the section.
pub(super) static SECTION_LABELS: Words<()> = words!(
    32,
    ["section", "rubrik", "ressort", "rubrique", "sección", "seção", "secção", "sezione", "rubriek", "sectie"]
);

#[cfg(test)]
mod tests {
    #[test]
    fn lists_are_sorted() {
        for list in [super::NEWSPAPERS, super::EDITIONS, super::SECTIONS] {
            assert!(list.is_sorted(), "{list:?}");
        }
    }
}
