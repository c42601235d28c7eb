//! # europresse
//!
//! Articles of the press database Europresse (Eureka in Canada), saved as an HTML page, or as the text left of one.
//!
//! **Grammar**
//!
//! | line | holds |
//! |---|---|
//! | publication | `Le Quai`, `Le Quai, no. 4312` |
//! | place | `Économie, mardi 14 mars 2006, p. 16`, `Ports, lundi 9 septembre 2024 548 mots, p. 11`; in the language in which the service was used |
//! | head | section or kicker · headline · deck · author; only the headline is always there |
//! | text | one paragraph a line |
//! | below it | `Illustration(s) :` and captions · `Note(s) :` · `© 2006 Le Quai. Tous droits réservés.` · `Numéro de document : news·20060314·LQ·0q1403_1255263`, or the number alone · for whom and when the copy was made |
//!
//! In a page, classes mark where an article begins, which line is the headline, and where the text begins. Text has no classes. What is
//! between the place and the text is then identified as in any article.
//!
//! **Evidence**: a document number, alone on one of the last lines: the kind of source, a day of eight digits, the publication's code and a
//! serial, with middle dots between.
//!
//! **Example**
//!
//! ```text
//! Le Quai, no. 4312
//! Ports, lundi 9 septembre 2024 548 mots, p. 11
//! Le bac revient au quai nord
//! Nora Quille
//! Le bac est revenu lundi, un an après son départ pour le chantier.
//! © 2024 Le Quai. Tous droits réservés.
//! news·20240909·LQ·2024_11_01
//! ```
//!
//! **Leaves alone** words with middle dots that are not such a number; notices at the start of a text. A line of the head that names nobody
//! is not a byline.

mod foot;
mod head;

use crate::blocks::{Role, Sheet};
use crate::decode::{Decoded, Mark};
use crate::repair::Wrapping;

use super::edges::Edges;
use super::{Envelope, Part, marked};

/// Articles of the press database Europresse.
pub static ENVELOPE: Envelope = Envelope {
    name: "europresse",
    wrapping: Wrapping::Unknown,
    page: include_str!("europresse.rs"),
    recognise,
    split: Some(split),
    label,
};

/// Lines at the end among which the number of the last document stands, alone.
const FOOT: usize = 12;

fn recognise(_: &Decoded<'_>, edges: &Edges<'_>) -> bool {
    let is_number =
        |line: &&str| foot::may_be_number(line) && foot::number(line).is_some_and(|(name, _)| name.is_empty());
    edges.has_small_initial() && edges.last().iter().take(FOOT).any(is_number)
}

/// Where the articles start: as markup says, or below the lines that end the one before.
fn split(decoded: &Decoded<'_>) -> Vec<(Part, u32)> {
    if let Some(parts) = marked::parts(decoded) {
        return parts;
    }
    let mut parts = vec![(Part::Article, 0)];
    let (mut at, mut ended) = (0, false);
    for line in crate::lines::inclusive(&decoded.text) {
        let content = line.trim();
        if foot::number(content).is_some() {
            ended = true;
        } else if ended && !content.is_empty() && !foot::is_line(content) {
            parts.push((Part::Article, at));
            ended = false;
        }
        at += line.len() as u32;
    }
    parts
}

fn label(sheet: &mut Sheet<'_>) {
    let mut rows: Vec<usize> = sheet.filled().collect();
    if sheet.part == Part::Cover {
        rows.into_iter().for_each(|row| sheet.label(row, Role::Field));
        return;
    }
    // A page that was not taken apart has the next article below.
    if let Some(next) = rows.iter().skip(1).position(|&row| sheet.is_marked(row, Mark::Article)) {
        rows.truncate(next + 1);
    }
    let end = foot::start(sheet, &rows);
    head::label(sheet, &rows[..end]);
    foot::label(sheet, &rows[end..]);
}
