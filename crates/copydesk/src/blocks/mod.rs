//! Stage 4: blocks and their roles, read from the repaired text.
//!
//! The user's profile and then the envelope label the rows that they know. Each family then looks at the rows still open, in the order of
//! [`FAMILIES`]: from those that are marked most plainly to those that only their position identifies. A row that nobody claims is running
//! text: a paragraph.
//!
//! Blocks are read from the *repaired* text, so that the same text always gets the same roles, whether or not it arrived damaged.

mod beginnings;
pub(crate) mod bylines;
mod continuations;
mod crossheads;
pub(crate) mod datelines;
pub(crate) mod dates;
mod endings;
mod furniture;
mod furniture_groups;
mod furniture_players;
mod furniture_pleas;
mod furniture_words;
mod garbled;
mod legal;
mod list_marks;
mod lists;
mod lost_hyphen;
mod lost_quote;
mod lost_text;
mod marks;
mod mojibake;
mod notes;
mod opening;
mod opening_words;
mod picture_ends;
mod pictures;
mod questions;
mod role;
mod sheet;
mod signs;
mod speakers;
mod title_shape;
mod wording;
mod wordlist;

use crate::envelope::{Envelope, own};
use crate::letters;
use crate::registry::registered;

pub(crate) use furniture::page_words;
pub(crate) use legal::claims_rights;
pub(crate) use list_marks::bullet;
pub(crate) use notes::says_who_worked;
pub(crate) use opening::{has_newspaper_word, is_headline, is_running, is_section};
pub use role::{FurnitureKind, Role};
pub(crate) use sheet::{Sheet, SheetSpace};

/// Every role family, in the order in which they run.
pub static FAMILIES: &[&Family] = &[
    &legal::FAMILY,
    &furniture::FAMILY,
    &pictures::FAMILY,
    &bylines::FAMILY,
    &dates::FAMILY,
    &opening::FAMILY,
    &notes::FAMILY,
    &lists::FAMILY,
    &crossheads::FAMILY,
    &marks::FAMILY,
    &datelines::FAMILY,
    &lost_text::FAMILY,
    &continuations::FAMILY,
    &lost_hyphen::FAMILY,
    &lost_quote::FAMILY,
    &mojibake::FAMILY,
    &garbled::FAMILY,
];

/// A group of roles recognised by the same kind of evidence.
pub struct Family {
    pub(crate) name: &'static str,
    /// The file that holds the family; its module doc is the page.
    pub(crate) page: &'static str,
    pub(crate) label: fn(&mut Sheet<'_>),
}

registered! {
    Family in FAMILIES: "family",
    name: "Its name.",
    page: "Its page: the forms it knows and the false friends it leaves alone. Markdown.",
}

/// Finds the role of every row.
pub(crate) fn label(sheet: &mut Sheet<'_>, envelope: &Envelope) {
    own::label(sheet);
    (envelope.label)(sheet);
    sheet.look();
    for family in FAMILIES {
        (family.label)(sheet);
    }
    for index in 0..sheet.rows.len() {
        if sheet.is_open(index) {
            let role = if says_something(sheet.content(index)) { Role::Paragraph } else { Role::Unknown };
            sheet.label(index, role);
        }
    }
}

/// Whether there is a letter or a digit. Most texts have one in ASCII; replacement characters take long to tell from letters.
fn says_something(content: &str) -> bool {
    content.bytes().any(|byte| byte.is_ascii_alphanumeric())
        || content.chars().any(|c| c != char::REPLACEMENT_CHARACTER && letters::is_alphanumeric(c))
}
