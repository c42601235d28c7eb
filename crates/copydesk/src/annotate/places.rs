//! # places
//!
//! Countries, their people and what is of them, states and provinces, large cities: `China`, `U.S.`, `Kazakh`, `Xinjiang`, `Norwich`,
//! `Central Asia`.
//!
//! **A row** is one mention. `name` is what the place is called in English (`United States` for `U.S.`, `Kazakhstan` for `Kazakh`, `Africa` for
//! `African`), and is a key to count by; only `Dominican` and `Guinean`, which are of countries with different names, stand for themselves. `kind` is `country`, `demonym` (the people, the adjective, the language), `region` (a state or province; also a
//! part of the world) or `city`. `code` is the country's in ISO 3166-1 and for states and provinces that of ISO 3166-2 (`US-TX`); a city
//! has its country's. `within` is the longer name that the mention is a part of: `China` in `Bank of China`, `New York` in `New York Times`.
//! Such a row says what the name comes from, and not that the text speaks of the place; who wants places takes the rows without it.
//! `block` is the number of the block it stands in.
//!
//! `Quebec` is the province, and `Quebec City` the town; who is governor, is so of a state (`the governor of New York`).
//!
//! **A town that is called like a famous place** is known by the state or province behind it: `Lebanon, Pa.` and `Holland, Pennsylvania` are cities of
//! the United States, `Athens, Georgia` too where Georgia is the state. Where the state is written out, a country in a list stays one (`Mexico, Texas and Ohio`).
//!
//! **What cannot be told** is left open. `Georgia` is the state beside `Atlanta` and other states, the country beside `Tbilisi`, Russia and its
//! neighbours, and else a row with neither kind nor code; so is `Birmingham` without a code where nothing else is said of England or Alabama, and `Korea` and
//! `Congo`, of which there are two. What has no code in ISO 3166 (`Central Asia`, `Kashmir`, `European`) has none.
//!
//! **Names that are also something else** need more. A person's: `Jordan` after a given name, or where the article has a person of that name,
//! is none; a town called like a person or a word (`Lincoln`, `Nice`, `Mobile`) is one only with its state or country behind it, in a dateline, or after
//! *in* where the article speaks of its country; whoever said what is quoted (`“…,” said Jordan, who won`) is a person. The letters of a state that are a degree, a rank or a word as well (`MD`, `SC`, `OK`) are one behind a town only, and not in `Jane Doe, MD`. `turkey` in a title or at the beginning of a sentence is one where something else is Turkish.
//!
//! **Leaves alone** cities of fewer than 100,000 people, outside of Europe, America, Australia and the Near East of fewer than 300,000; names that
//! are as often something else (`Toyota`, `Vladimir`); persons (`Paris Hilton`); rivers, lakes and seas; *Western*, *Arab*, *Kurdish* and others of no one
//! country; organisations of countries. In German, French, Spanish, Dutch, Portuguese and Italian it knows the countries only, and those not with
//! a capital before them that begins no sentence (`BBC Brasil`); where the language is not
//! known, only the names of countries in English that are nothing else.

mod around;
mod decide;
mod foreign;
mod gazetteer;
mod larger;
mod mentions;
mod name;
mod scan;
mod speech;
mod state;
mod words;

use crate::span::TextSpan;

use super::{Annotated, Layer, Record, Table};
use gazetteer::Kind;
use larger::Part;

/// Countries, demonyms, regions, cities.
pub static LAYER: Layer =
    Layer { name: Place::NAME, page: include_str!("places.rs"), columns: Place::COLUMNS, annotate };

crate::category! {
    /// The kind of a place.
    pub enum PlaceKind {
        /// A country or territory with its own code.
        Country = "country",
        /// The people, the adjective or the language of a country or region.
        Demonym = "demonym",
        /// A state or province, or a part of the world.
        Region = "region",
        /// A city.
        City = "city",
    }
}

crate::record! {
    /// A mention of a place.
    pub struct Place as "places" {
        /// The English name of the place.
        pub name: String,
        /// The kind of place; none if several places have the name and the text does not decide.
        pub kind: Option<PlaceKind>,
        /// Its ISO 3166-1 code; for a state or province, ISO 3166-2; for a city, its country's. None if it has none or is uncertain.
        pub code: Option<String>,
        /// The longer name that contains it, such as that of an institution, a company or an event.
        pub within: Option<TextSpan>,
        /// The number of its block.
        pub block: u32,
    }
}

impl crate::Document {
    /// The mentions of places. Empty if the layer was not requested.
    pub fn places(&self) -> impl Iterator<Item = Place> + '_ {
        self.layer()
    }
}

/// An article has room for so many mentions: most have no more.
const MENTIONS: usize = 32;

fn annotate(annotated: &Annotated<'_>) -> Table {
    let mut table = Table::of::<Place>();
    let Some(gazetteer) = gazetteer::of(annotated.language) else { return table };
    let mut mentions = Vec::with_capacity(MENTIONS);
    for (block, _, _, content) in annotated.blocks() {
        mentions::find(gazetteer, block, content, annotated.language, &mut mentions);
    }
    if mentions.is_empty() {
        return table;
    }
    let spoken = decide::Spoken::of(&mentions);
    for mention in &mentions {
        let Some(verdict) = decide::decide(&mentions, mention, &spoken) else { continue };
        if annotated.language.is_none() && verdict.kind != Some(Kind::Country) {
            continue;
        }
        let start = annotated.blocks.at(mention.block as usize).content.start();
        let span = |range: &std::ops::Range<usize>| TextSpan::new(start + range.start as u32, start + range.end as u32);
        let within = match &mention.part {
            Part::Of(range) => Some(span(range)),
            Part::None | Part::Other => None,
        };
        table
            .begin(span(&mention.span))
            .put(verdict.name)
            .put(verdict.kind.map(kind))
            .put((!verdict.code.is_empty()).then_some(verdict.code))
            .put(within)
            .put(mention.block);
    }
    table
}

fn kind(kind: Kind) -> PlaceKind {
    match kind {
        Kind::Country => PlaceKind::Country,
        Kind::Demonym => PlaceKind::Demonym,
        Kind::Region => PlaceKind::Region,
        Kind::City => PlaceKind::City,
    }
}
