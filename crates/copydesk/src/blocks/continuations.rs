//! # continuations
//!
//! The second half of a paragraph that something cut in two. The family gives no role: the second half `continues` the first.
//!
//! **Sees** running text that stops in mid-sentence, then what a page puts between two columns, then running text that goes on in lower
//! case. Only captions, credits, jump lines (`Continued on Page 7`, `From Page 1`), page numbers and furniture may stand between. If
//! nothing does, the rule `column-break` makes one block of the halves.
//!
//! **Leaves alone** a second half that begins in upper case, or with a name in lower case; a first half that ends in a possessive or in a
//! preposition before a verb, where a linked name is missing; a half too short to be running text; languages other than English, except
//! Dutch, Spanish, Portuguese and French if the first half ends in a word that no sentence ends with.

use super::{Family, Role, Sheet};
use crate::repair::goes_on;

pub(super) static FAMILY: Family = Family { name: "continuations", page: include_str!("continuations.rs"), label };

/// How many rows may stand between the halves.
const BETWEEN: usize = 6;

fn label(sheet: &mut Sheet<'_>) {
    // The last row of running text, and how many rows of other kinds have come since.
    let mut first: Option<usize> = None;
    let mut between = 0;
    let (filled, article) = (sheet.filled_rows(), sheet.article.clone());
    for index in filled.iter().copied().filter(|index| article.contains(index)) {
        match sheet.rows[index].role {
            Some(Role::Caption | Role::Credit | Role::JumpLine | Role::Page | Role::Furniture) => between += 1,
            None | Some(Role::Paragraph) => {
                if let Some(first) = first
                    && (1..=BETWEEN).contains(&between)
                    && goes_on(sheet.language, sheet.content(first), sheet.content(index))
                {
                    sheet.rows[index].continues = Some(first as u32);
                }
                (first, between) = (Some(index), 0);
            }
            _ => (first, between) = (None, 0),
        }
    }
}
