//! A document as one sequence of lines: rows of cells, and paragraphs between them.

use super::super::{
    document::{Block, Cell, Document, Grid, Place},
    form::Entry,
    squares::Squares,
    words::trimmed,
};

/// A row of cells, or a paragraph.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'s, 'd> {
    pub block: usize,
    pub row: usize,
    /// The cells that touch the row, from left to right; none in a paragraph.
    pub cells: &'s [&'d Cell],
    /// The text of a paragraph.
    pub text: Option<&'d str>,
}

/// The grids of a document by rows; nothing for its paragraphs.
pub(super) fn squares(document: &Document) -> Vec<Option<Squares<'_>>> {
    document.blocks.iter().map(grid).map(|grid| grid.map(Squares::of)).collect()
}

fn grid(block: &Block) -> Option<&Grid> {
    match block {
        Block::Grid(grid) => Some(grid),
        Block::Paragraph(_) => None,
    }
}

/// The lines of a document, and where those of each block begin.
pub(super) fn lines<'s, 'd>(
    document: &'d Document,
    squares: &'s [Option<Squares<'d>>],
) -> (Vec<Line<'s, 'd>>, Vec<usize>) {
    let (mut lines, mut starts) = (Vec::new(), Vec::new());
    for (block, (content, squares)) in document.blocks.iter().zip(squares).enumerate() {
        starts.push(lines.len());
        if let Block::Paragraph(text) = content {
            lines.push(Line { block, row: 0, cells: &[], text: Some(text) });
        }
        if let Some(squares) = squares {
            lines.extend((0..squares.len()).map(|row| Line { block, row, cells: squares.row(row), text: None }));
        }
    }
    (lines, starts)
}

impl<'d> Line<'_, 'd> {
    /// The cells that begin in the row and say something.
    pub fn own(&self) -> impl Iterator<Item = &'d Cell> {
        self.cells.iter().copied().filter(|cell| cell.row == self.row && !trimmed(&cell.text).is_empty())
    }

    /// The cell that begins in the row over a column, if it says something.
    pub fn at(&self, column: usize) -> Option<&'d Cell> {
        self.own().find(|cell| (cell.column..cell.column.saturating_add(cell.columns)).contains(&column))
    }

    /// The cell right behind another, if it says something.
    pub fn beside(&self, cell: &Cell) -> Option<&'d Cell> {
        let column = cell.column.saturating_add(cell.columns.max(1));
        self.cells.iter().copied().find(|next| next.column == column && !trimmed(&next.text).is_empty())
    }

    /// The text of a cell and its place.
    pub fn entry(&self, cell: &'d Cell) -> Entry<'d> {
        let place = Place { block: self.block, row: cell.row, column: cell.column };
        Entry { text: trimmed(&cell.text), place }
    }
}
