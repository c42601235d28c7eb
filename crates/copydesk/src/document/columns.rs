//! The lines, pieces and blocks of a document: numbers, in one piece of memory, one table after the other.
//!
//! Three vectors would mean three allocations and three releases for every article read.

use crate::blocks::{FurnitureKind, Role};
use crate::pieces;
use crate::span::TextSpan;

/// The tables of a document.
#[derive(Clone, Debug, Default)]
pub(crate) struct Columns {
    cells: Vec<u32>,
    /// Where the pieces begin, behind the lines.
    pieces: usize,
    /// Where the blocks do, behind the pieces.
    blocks: usize,
}

impl Columns {
    /// Writes the tables over the old ones: where lines start, the cuts of pieces and those of blocks. New columns have exactly the room
    /// for them.
    pub(crate) fn fill(&mut self, lines: &[u32], pieces: &[pieces::Cells], blocks: &[BlockCells]) {
        self.cells.clear();
        self.cells.reserve(lines.len() + pieces.as_flattened().len() + blocks.as_flattened().len());
        self.cells.extend_from_slice(lines);
        self.pieces = self.cells.len();
        self.cells.extend_from_slice(pieces.as_flattened());
        self.blocks = self.cells.len();
        self.cells.extend_from_slice(blocks.as_flattened());
    }

    /// Where the lines start.
    pub(crate) fn lines(&self) -> &[u32] {
        &self.cells[..self.pieces]
    }

    /// The cuts of the pieces.
    pub(crate) fn pieces(&self) -> &[pieces::Cells] {
        self.cells[self.pieces..self.blocks].as_chunks().0
    }

    /// The blocks.
    pub(crate) fn blocks(&self) -> BlockCuts<'_> {
        BlockCuts(self.cells[self.blocks..].as_chunks().0)
    }
}

/// Where a block starts, and what it is. It ends where the next one starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct BlockCut {
    pub(crate) source: u32,
    pub(crate) content: TextSpan,
    pub(crate) role: Role,
    pub(crate) kind: Option<FurnitureKind>,
    pub(crate) continues: Option<u32>,
}

/// A [`BlockCut`] as numbers: its place in the source, the two of its content, its role and kind, and what it continues.
pub(crate) type BlockCells = [u32; 5];

/// For a block that continues none, in the place of the block it continues: no document has so many.
const NONE: u32 = u32::MAX;

/// The kind of a piece of furniture stands above its role.
const KIND: u32 = 1 << 8;

impl From<BlockCut> for BlockCells {
    fn from(block: BlockCut) -> Self {
        let BlockCut { source, content, role, kind, continues } = block;
        let kind = kind.map_or(0, |kind| kind as u32 + 1);
        [source, content.start(), content.end(), role as u32 + kind * KIND, continues.unwrap_or(NONE)]
    }
}

impl From<BlockCells> for BlockCut {
    fn from([source, start, end, what, continues]: BlockCells) -> Self {
        let role = Role::ALL.get((what % KIND) as usize);
        let kind = (what / KIND).checked_sub(1).and_then(|kind| FurnitureKind::ALL.get(kind as usize));
        Self {
            source,
            content: TextSpan::new(start, end),
            role: role.copied().unwrap_or(Role::Unknown),
            kind: kind.copied(),
            continues: (continues != NONE).then_some(continues),
        }
    }
}

/// The blocks of a document, in order.
#[derive(Clone, Copy, Debug)]
pub(crate) struct BlockCuts<'c>(&'c [BlockCells]);

impl<'c> BlockCuts<'c> {
    pub(crate) fn len(self) -> usize {
        self.0.len()
    }

    /// The block of this number, which there must be.
    pub(crate) fn at(self, index: usize) -> BlockCut {
        self.0[index].into()
    }

    pub(crate) fn get(self, index: usize) -> Option<BlockCut> {
        self.0.get(index).map(|&cells| cells.into())
    }

    pub(crate) fn iter(self) -> impl ExactSizeIterator<Item = BlockCut> + DoubleEndedIterator + use<'c> {
        self.0.iter().map(|&cells| cells.into())
    }

    /// Those before this number, and the others.
    pub(crate) fn split_at(self, index: usize) -> (Self, Self) {
        let (before, others) = self.0.split_at(index);
        (Self(before), Self(others))
    }

    /// How many blocks there are before the first one whose content is not so.
    pub(crate) fn partition_point(self, is_before: impl Fn(TextSpan) -> bool) -> usize {
        self.0.partition_point(|&[_, start, end, ..]| is_before(TextSpan::new(start, end)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_is_what_it_was() {
        let kinds = FurnitureKind::ALL.iter().map(|&kind| Some(kind)).chain([None]);
        let blocks = Role::ALL.iter().flat_map(|&role| kinds.clone().map(move |kind| (role, kind)));
        for (number, (role, kind)) in blocks.enumerate() {
            let number = number as u32;
            let content = TextSpan::new(number, number + 7);
            let continues = number.checked_sub(5);
            let block = BlockCut { source: number, content, role, kind, continues };
            assert_eq!(BlockCut::from(BlockCells::from(block)), block);
        }
    }

    #[test]
    fn the_tables_stand_one_after_the_other() {
        let block = |source, end| {
            let content = TextSpan::new(source, end);
            BlockCut { source, content, role: Role::Paragraph, kind: None, continues: None }
        };
        let blocks = [block(0, 3), block(4, 9), block(12, 14)];
        let mut columns = Columns::default();
        assert_eq!((columns.lines(), columns.pieces(), columns.blocks().len()), (&[][..], &[][..], 0));
        for count in [3, 1, 0, 2] {
            let (lines, pieces) = ([0, 4, 9, 12], [[0, 0, 0], [7, 6, 1]]);
            let cells = blocks.map(BlockCells::from);
            columns.fill(&lines[..count + 1], &pieces[..count.min(2)], &cells[..count]);
            assert_eq!((columns.lines(), columns.pieces()), (&lines[..count + 1], &pieces[..count.min(2)]));
            let found = columns.blocks();
            assert!(found.iter().eq(blocks[..count].iter().copied()) && found.len() == count);
            assert_eq!((found.get(0), found.get(count)), (blocks[..count].first().copied(), None));
            assert_eq!(found.partition_point(|content| content.end() < 9), count.min(1));
            let (before, others) = found.split_at(count / 2);
            assert_eq!(before.len() + others.len(), count);
        }
        let mut new = Columns::default();
        new.fill(&[0, 5], &[[0, 0, 0]], &[blocks[0].into()]);
        assert_eq!(new.cells.capacity(), new.cells.len());
    }
}
