//! Cells as they are found, counted, and put in order.

use std::collections::BTreeMap;

use super::super::document::{Cell, Excess, Grid, ReadError};

/// How many cells, and paragraphs outside of tables, are read of one document.
pub(super) const MOST_CELLS: usize = 2_000_000;

/// How many columns a table may have: as many as spreadsheets know.
pub(super) const MOST_COLUMNS: usize = 16_384;

/// How many rows a table may have: as many as spreadsheets know.
pub(super) const MOST_ROWS: usize = 1_048_576;

/// How many squares of tables are walked over in one document.
#[cfg(feature = "documents")]
const MOST_SQUARES: usize = 8_000_000;

/// How many bytes of text are read of one document. A text that many cells share counts once for each.
const MOST_BYTES: usize = 128 << 20;

/// What is said of more.
pub(super) const TOO_MANY: ReadError = ReadError::TooLarge { what: Excess::Cells, most: MOST_CELLS };

/// What a cell shows.
#[derive(Debug, Clone, Default)]
pub(super) struct Shown {
    pub text: String,
    /// The number that it holds, as it would be typed, where the text shows another.
    pub held: Option<Box<str>>,
}

impl From<String> for Shown {
    fn from(text: String) -> Self {
        Self { text, held: None }
    }
}

/// How much of a document may still be read.
pub(super) struct Budget {
    cells: usize,
    bytes: usize,
}

impl Budget {
    /// For a whole document.
    pub(super) fn new() -> Self {
        Self { cells: MOST_CELLS, bytes: MOST_BYTES }
    }

    /// Takes the bytes of a text that grows out of proportion to what is written in the document.
    ///
    /// # Errors
    /// [`ReadError::TooLarge`] once there are none left.
    pub(super) fn text(&mut self, bytes: usize) -> Result<(), ReadError> {
        let too_large = ReadError::TooLarge { what: Excess::Bytes, most: MOST_BYTES };
        self.bytes = self.bytes.checked_sub(bytes).ok_or(too_large)?;
        Ok(())
    }

    /// # Errors
    /// [`ReadError::TooLarge`] where there are not so many cells left.
    pub(super) fn has_room(&self, cells: usize) -> Result<(), ReadError> {
        if cells <= self.cells { Ok(()) } else { Err(TOO_MANY) }
    }

    /// Takes a paragraph.
    pub(super) fn paragraph(&mut self, text: &str) -> Result<(), ReadError> {
        self.cells = self.cells.checked_sub(1).ok_or(TOO_MANY)?;
        self.text(text.len())
    }

    /// A cell of one square, if the document may have one more.
    ///
    /// # Errors
    /// [`ReadError::TooLarge`] otherwise, [`ReadError::Damaged`] beyond the last row of all spreadsheets.
    pub(super) fn cell(&mut self, row: usize, column: usize, shown: impl Into<Shown>) -> Result<Cell, ReadError> {
        self.merged(row, column, 1, 1, shown)
    }

    /// A cell of several squares.
    pub(super) fn merged(
        &mut self,
        row: usize,
        column: usize,
        rows: usize,
        columns: usize,
        shown: impl Into<Shown>,
    ) -> Result<Cell, ReadError> {
        if column.saturating_add(columns) > MOST_COLUMNS {
            return Err(ReadError::TooLarge { what: Excess::Columns, most: MOST_COLUMNS });
        }
        if row.saturating_add(rows) > MOST_ROWS {
            return Err(ReadError::Damaged(format!("a table has more than {MOST_ROWS} rows")));
        }
        self.cells = self.cells.checked_sub(1).ok_or(TOO_MANY)?;
        let Shown { text, held } = shown.into();
        self.text(text.len())?;
        Ok(Cell { row, column, rows, columns, text, held })
    }
}

/// How many squares of tables may still be walked over in a document, where that is not in proportion to its cells.
#[cfg(feature = "documents")]
#[derive(Debug)]
pub(super) struct Squares(usize);

#[cfg(feature = "documents")]
impl Squares {
    pub(super) fn new() -> Self {
        Self(MOST_SQUARES)
    }

    /// # Errors
    /// [`ReadError::TooLarge`] once there are none left.
    pub(super) fn take(&mut self, count: usize) -> Result<(), ReadError> {
        let too_many = ReadError::TooLarge { what: Excess::Cells, most: MOST_SQUARES };
        self.0 = self.0.checked_sub(count).ok_or(too_many)?;
        Ok(())
    }
}

/// A grid of cells found in any order; none where nothing is left of them.
///
/// Where two claim a square, the one that comes first by row and column has it. A cell without text gives its size to
/// the one before it at the same place: spreadsheets list merged squares apart from what stands in them.
pub(super) fn grid(name: Option<String>, mut cells: Vec<Cell>) -> Option<Grid> {
    for cell in &mut cells {
        if cell.text.trim().is_empty() {
            cell.text.clear();
        }
    }
    cells.sort_by_key(|cell| (cell.row, cell.column));
    cells.dedup_by(same_place);
    let mut taken = Taken::default();
    cells.retain_mut(|cell| taken.take(cell));
    cells.retain(|cell| !cell.text.is_empty() || cell.rows > 1 || cell.columns > 1);
    (!cells.is_empty()).then_some(Grid { name, cells })
}

/// Whether `later` goes into `first`, which then has its size if it had none.
fn same_place(later: &mut Cell, first: &mut Cell) -> bool {
    let is_same = (later.row, later.column) == (first.row, first.column);
    if is_same && (first.rows, first.columns) == (1, 1) && later.text.is_empty() {
        (first.rows, first.columns) = (later.rows, later.columns);
    }
    is_same
}

/// The squares that are taken in the row where a walk through all cells stands: by their first column, the column and
/// the row behind the last. Those of rows above may still be listed.
#[derive(Default)]
struct Taken(BTreeMap<usize, (usize, usize)>);

impl Taken {
    /// Takes the squares of a cell, fewer columns where others are in the way; false where its first is not free.
    fn take(&mut self, cell: &mut Cell) -> bool {
        let begin = cell.column;
        while let Some((&column, &(end, until))) = self.0.range(..=begin).next_back() {
            if until > cell.row && end > begin {
                return false;
            }
            if until > cell.row {
                break;
            }
            self.0.remove(&column);
        }
        while let Some((&column, &(_, until))) = self.0.range(begin + 1..begin + cell.columns.max(1)).next() {
            if until > cell.row {
                cell.columns = column - begin;
                break;
            }
            self.0.remove(&column);
        }
        self.0.insert(begin, (begin + cell.columns, cell.row + cell.rows));
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(row: usize, column: usize, rows: usize, columns: usize, text: &str) -> Cell {
        Cell { row, column, rows, columns, text: text.to_owned(), held: None }
    }

    #[test]
    fn the_first_of_two_cells_stays() {
        let cells = vec![
            cell(1, 0, 1, 4, "wide"),
            cell(0, 1, 3, 2, "tall"),
            cell(0, 0, 1, 1, "a"),
            cell(0, 0, 1, 1, "again"),
            cell(0, 2, 1, 1, "covered"),
            cell(3, 1, 1, 1, "below"),
        ];
        let expected =
            vec![cell(0, 0, 1, 1, "a"), cell(0, 1, 3, 2, "tall"), cell(1, 0, 1, 1, "wide"), cell(3, 1, 1, 1, "below")];
        assert_eq!(grid(None, cells).unwrap().cells, expected);
    }

    #[test]
    fn sizes_come_apart_from_texts() {
        let cells = vec![cell(0, 0, 1, 1, "a"), cell(0, 0, 2, 2, ""), cell(5, 5, 1, 2, ""), cell(9, 9, 1, 1, " \n")];
        assert_eq!(grid(None, cells).unwrap().cells, [cell(0, 0, 2, 2, "a"), cell(5, 5, 1, 2, "")]);
        assert_eq!(grid(None, vec![cell(0, 0, 1, 1, "")]), None);
    }

    #[test]
    fn budgets_end() {
        let mut budget = Budget::new();
        let columns = ReadError::TooLarge { what: Excess::Columns, most: MOST_COLUMNS };
        assert_eq!(budget.merged(0, 16_000, 1, 400, String::new()), Err(columns));
        assert!(matches!(budget.cell(usize::MAX, 0, String::new()), Err(ReadError::Damaged(_))));
        assert!(budget.cell(MOST_ROWS - 1, MOST_COLUMNS - 1, "a".to_owned()).is_ok());
        budget.cells = 0;
        let cells = ReadError::TooLarge { what: Excess::Cells, most: MOST_CELLS };
        assert_eq!(budget.cell(0, 0, String::new()), Err(cells));
    }
}
