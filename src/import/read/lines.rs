//! Documents that come line by line: paragraphs, and rows of texts that become grids.

use super::{
    super::document::{Block, Document, ReadError},
    cells::{Budget, grid},
};

/// A document that grows by its end.
pub(super) struct Writer {
    document: Document,
    budget: Budget,
    /// What the rows hold, by their columns.
    rows: Vec<Vec<(usize, String)>>,
}

impl Writer {
    pub(super) fn new() -> Self {
        Self { document: Document::default(), budget: Budget::new(), rows: Vec::new() }
    }

    /// Each line of a text as a paragraph, if there is something in it.
    pub(super) fn paragraph(&mut self, text: &str) -> Result<(), ReadError> {
        self.end_grid()?;
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        self.document.blocks.extend(lines.map(|line| Block::Paragraph(line.to_owned())));
        Ok(())
    }

    /// A row of the grid that the rows before it belong to: its texts by their columns.
    pub(super) fn row(&mut self, row: Vec<(usize, String)>) {
        self.rows.push(row);
    }

    /// The rows up to here are a grid. There is none without a row.
    pub(super) fn end_grid(&mut self) -> Result<(), ReadError> {
        let mut cells = Vec::new();
        for (row, texts) in std::mem::take(&mut self.rows).into_iter().enumerate() {
            for (column, text) in texts.into_iter().filter(|(_, text)| !text.trim().is_empty()) {
                cells.push(self.budget.cell(row, column, text)?);
            }
        }
        self.document.blocks.extend(grid(None, cells).map(Block::Grid));
        Ok(())
    }

    /// Cells with spans as a grid.
    pub(super) fn grid(&mut self, cells: Vec<super::super::document::Cell>) -> Result<(), ReadError> {
        self.end_grid()?;
        let cells =
            cells.into_iter().map(|cell| self.budget.merged(cell.row, cell.column, cell.rows, cell.columns, cell.text));
        let cells = cells.collect::<Result<_, _>>()?;
        self.document.blocks.extend(grid(None, cells).map(Block::Grid));
        Ok(())
    }

    pub(super) fn finish(mut self) -> Result<Document, ReadError> {
        self.end_grid()?;
        Ok(self.document)
    }
}
