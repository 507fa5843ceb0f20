//! Documents that come line by line: paragraphs, and rows of texts that become grids.

use super::{
    super::document::{Block, Cell, Document, ReadError},
    cells::{Budget, grid},
};

/// A document that grows by its end.
pub(super) struct Writer {
    document: Document,
    budget: Budget,
    /// The cells of the grid that is open, and how many rows it has.
    cells: Vec<Cell>,
    rows: usize,
}

impl Writer {
    pub(super) fn new() -> Self {
        Self { document: Document::default(), budget: Budget::new(), cells: Vec::new(), rows: 0 }
    }

    /// Whether so many cells may still come. Readers that must see all of a table before they write it ask in time.
    ///
    /// # Errors
    /// [`ReadError::TooLarge`] where not.
    pub(super) fn has_room(&self, cells: usize) -> Result<(), ReadError> {
        self.budget.has_room(cells)
    }

    /// Each line of a text as a paragraph, if there is something in it.
    pub(super) fn paragraph(&mut self, text: &str) -> Result<(), ReadError> {
        self.end_grid();
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
            self.budget.paragraph(line)?;
            self.document.blocks.push(Block::Paragraph(line.to_owned()));
        }
        Ok(())
    }

    /// A row of the grid that the rows before it belong to: its texts by their columns.
    pub(super) fn row(&mut self, texts: impl Iterator<Item = (usize, String)>) -> Result<(), ReadError> {
        for (column, text) in texts.filter(|(_, text)| !text.trim().is_empty()) {
            self.cells.push(self.budget.cell(self.rows, column, text)?);
        }
        self.rows += 1;
        Ok(())
    }

    /// The rows up to here are a grid. There is none without a row.
    pub(super) fn end_grid(&mut self) {
        self.rows = 0;
        self.document.blocks.extend(grid(None, std::mem::take(&mut self.cells)).map(Block::Grid));
    }

    /// Cells with spans as a grid.
    pub(super) fn grid(&mut self, cells: Vec<Cell>) -> Result<(), ReadError> {
        self.end_grid();
        let cells =
            cells.into_iter().map(|cell| self.budget.merged(cell.row, cell.column, cell.rows, cell.columns, cell.text));
        self.cells = cells.collect::<Result<_, _>>()?;
        self.end_grid();
        Ok(())
    }

    pub(super) fn finish(mut self) -> Document {
        self.end_grid();
        self.document
    }
}
