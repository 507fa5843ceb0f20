//! A document as far as tables go, whatever format it came in: paragraphs and grids in reading order.

/// A document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Document {
    /// What it holds, in reading order.
    pub blocks: Vec<Block>,
}

/// A part of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A line or paragraph outside of all grids, blanks at its ends left out. None is empty.
    Paragraph(String),
    /// A table, or a sheet of a workbook.
    Grid(Grid),
}

/// Cells by row and column.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Grid {
    /// The name of the sheet; tables of texts have none.
    pub name: Option<String>,
    /// The cells that hold something or cover more than one square, by row and then by column. None overlaps another.
    pub cells: Vec<Cell>,
}

/// A cell of a grid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// Its first row, from 0.
    pub row: usize,
    /// Its first column, from 0.
    pub column: usize,
    /// How many rows it covers.
    pub rows: usize,
    /// How many columns it covers.
    pub columns: usize,
    /// Its text as the document shows it: a number in its number format, paragraphs and line breaks as `\n`. Blanks at
    /// both ends are kept, those inside are as they are.
    pub text: String,
}

/// Why a document cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadError {
    /// It is damaged, or no document of its format; with what its reader says.
    Damaged(String),
    /// It is larger than is read: what of it, and the most that is read.
    TooLarge {
        /// What there is too much of.
        what: Excess,
        /// How much of it is read.
        most: usize,
    },
    /// It cannot be opened without a password.
    Encrypted,
    /// It is in a format that is not read.
    Unknown,
    /// It is in a format that another program must turn into one that is read.
    NeedsConversion(Kind),
}

/// What a document may have too much of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Excess {
    /// Bytes of text, unpacked.
    Bytes,
    /// Cells.
    Cells,
    /// Columns of a table.
    Columns,
    /// Tables within tables.
    Depth,
}

/// The format of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Word since 2007.
    Docx,
    /// Excel since 2007.
    Xlsx,
    /// OpenDocument spreadsheets.
    Ods,
    /// Excel before 2007.
    Xls,
    /// Web pages.
    Html,
    /// Values between commas, tabs or semicolons.
    Csv,
    /// Text, as converters leave it.
    Text,
    /// Word before 2007: to be converted first.
    Doc,
    /// To be converted first.
    Pdf,
}
