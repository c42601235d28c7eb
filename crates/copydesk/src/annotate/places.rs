//! # places
//!
//! Countries and their demonyms, states and provinces, large cities: `China`, `U.S.`, `Kazakh`, `Xinjiang`, `Norwich`, `Central Asia`.
//!
//! **A row** is one mention.
//!
//! - `name` is the place's English name (`United States` for `U.S.`, `Kazakhstan` for `Kazakh`, `Africa` for `African`), and is a key to
//!   count by. Only `Dominican` and `Guinean`, which belong to countries of different names, stand for themselves.
//! - `kind` is `country`, `demonym` (the people, the adjective, the language), `region` (a state or province; also a part of the world) or
//!   `city`.
//! - `code` is the country's in ISO 3166-1, and that of ISO 3166-2 for states and provinces (`US-TX`); a city has its country's. What has
//!   no code in ISO 3166 (`Central Asia`, `Kashmir`, `European`) has none here.
//! - `within` is the longer name that the mention is part of: `China` in `Bank of China`, `New York` in `New York Times`. Such a row says
//!   where the name comes from, not that the text speaks of the place. If you want places, take the rows without it.
//! - `block` is the number of its block.
//!
//! `Quebec` is the province, and `Quebec City` the city. A governor is always a state's (`the governor of New York`).
//!
//! **A town that is called like a famous place** is recognised by the state or province after it: `Lebanon, Pa.` and
//! `Holland, Pennsylvania` are cities of the United States, and so is `Athens, Georgia` where Georgia is the state. Before a state that is
//! written out, a country in a list stays one (`Mexico, Texas and Ohio`).
//!
//! **What cannot be told** is left open. `Georgia` is the state beside `Atlanta` and other states, and the country beside `Tbilisi`, Russia
//! and its neighbours; otherwise the row has neither kind nor code. `Birmingham` has no code unless the text says something else of England
//! or Alabama. Nor have `Korea` and `Congo`, of which there are two.
//!
//! **Names that are also something else** need more:
//!
//! - `Jordan` is no place after a given name, or if the article has a person of that name. Whoever said what is quoted is a person
//!   (`“…,” said Jordan, who won`).
//! - A town called like a person or a word (`Lincoln`, `Nice`, `Mobile`) is one only with its state or country after it, in a dateline, or
//!   after *in* if the article speaks of its country.
//! - The letters of a state that are also a degree, a rank or a word (`MD`, `SC`, `OK`) are one only after a town, and not in
//!   `Jane Doe, MD`.
//! - `turkey` in a title or at the beginning of a sentence is one only if something else is Turkish.
//!
//! **Leaves alone**
//!
//! - most cities of fewer than 100,000 people, or of 300,000 outside the United States, Canada, Australia, New Zealand, most of Europe and
//!   parts of the Near East; capitals count from 20,000;
//! - names that are as often something else (`Toyota`, `Vladimir`), and persons (`Paris Hilton`, `Jane “Paris” Doe`);
//! - rivers, lakes and seas, and organisations of countries;
//! - *Western*, *Arab*, *Kurdish* and others of no one country.
//!
//! In German, French, Spanish, Dutch, Portuguese and Italian copydesk knows only countries, and (except in German) not beside a capital
//! that begins no sentence (`BBC Brasil`). If the language is unknown, it knows only English names of countries that mean nothing else.

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
