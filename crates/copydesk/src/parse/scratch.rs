//! The working memory of a parse.

use crate::blocks::SheetSpace;
use crate::document::BlockCells;
use crate::envelope::EdgeSpace;
use crate::note::Notes;
use crate::pieces::PieceTable;
use crate::repair::RepairSpace;
use crate::scan::Scan;

/// The working memory of a parse and of the next one: all that does not end up in the document. It carries no information.
#[derive(Default)]
pub(crate) struct Scratch {
    /// What the one pass found.
    pub(super) scan: Scan,
    /// Where the lines start in the source.
    pub(super) lines: Vec<u32>,
    pub(super) edges: EdgeSpace,
    pub(super) repair: RepairSpace,
    /// The text, where it was repaired.
    pub(super) text: String,
    pub(super) pieces: PieceTable,
    pub(super) sheet: SheetSpace,
    pub(super) blocks: Vec<BlockCells>,
    pub(super) notes: Notes,
}

impl std::fmt::Debug for Scratch {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Scratch").finish_non_exhaustive()
    }
}
