//! The words of furniture, spelled as in `wording`: data, in files by language.

use super::role::FurnitureKind;
use crate::data::{Entry, data, in_order, is_same};

/// Lines that say nothing else, and are never the text of an article.
pub(super) static ALONE: &[(&str, FurnitureKind)] = &table(data!("../../data/furniture/alone.toml"));

/// Lines that are furniture among furniture, and can be a crosshead or a headline elsewhere.
pub(super) static IN_COMPANY: &[(&str, FurnitureKind)] = &table(data!("../../data/furniture/in-company.toml"));

/// How a line of furniture begins, whatever follows.
pub(super) static OPENINGS: &[(&str, FurnitureKind)] = &table(data!("../../data/furniture/openings.toml"));

/// How a line of furniture begins where it is no sentence and no headline.
pub(super) static HEADS: &[(&str, FurnitureKind)] = &table(data!("../../data/furniture/heads.toml"));

/// The entries in order, each with its kind. A name of no kind does not compile.
const fn table<const N: usize>(entries: &[Entry; N]) -> [(&'static str, FurnitureKind); N] {
    let entries = in_order(entries);
    let mut table = [("", FurnitureKind::Other); N];
    let mut at = 0;
    while at < N {
        let mut kind = 0;
        while !is_same(FurnitureKind::ALL[kind].name(), entries[at].value) {
            kind += 1;
        }
        table[at] = (entries[at].name, FurnitureKind::ALL[kind]);
        at += 1;
    }
    table
}
