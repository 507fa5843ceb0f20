//! The cells of a grid by the rows that they touch.

use super::{
    document::{Cell, Grid},
    words::trimmed,
};

/// How many squares the cells of a grid are followed over. A cell may claim to cover a million rows.
const MOST: usize = 4_000_000;

/// Which cells touch each row.
#[derive(Debug)]
pub(super) struct Squares<'d> {
    rows: Vec<Vec<&'d Cell>>,
}

impl<'d> Squares<'d> {
    pub fn of(grid: &'d Grid) -> Self {
        let last = grid.cells.iter().map(|cell| cell.row + 1).max().unwrap_or(0);
        let mut rows = vec![Vec::new(); last];
        let mut left = MOST;
        for cell in &grid.cells {
            // What reaches down below the last cell that begins there says nothing.
            let end = cell.row.saturating_add(cell.rows.max(1)).min(last).min(cell.row.saturating_add(left.max(1)));
            left = left.saturating_sub(end - cell.row);
            rows[cell.row..end].iter_mut().for_each(|row| row.push(cell));
        }
        rows.iter_mut().for_each(|row| row.sort_by_key(|cell| cell.column));
        Self { rows }
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// The cells that touch a row, from left to right.
    pub fn row(&self, row: usize) -> &[&'d Cell] {
        self.rows.get(row).map(Vec::as_slice).unwrap_or_default()
    }

    /// The cell over a square.
    pub fn at(&self, row: usize, column: usize) -> Option<&'d Cell> {
        let cells = self.row(row);
        let after = cells.partition_point(|cell| cell.column <= column);
        let cell = cells.get(after.checked_sub(1)?)?;
        (column < cell.column.saturating_add(cell.columns.max(1))).then_some(cell)
    }
}

/// The cells that begin in a row and say something, of those that touch it.
pub(super) fn own<'c, 'd>(cells: &'c [&'d Cell], row: usize) -> impl Iterator<Item = &'d Cell> + 'c {
    cells.iter().copied().filter(move |cell| cell.row == row && !trimmed(&cell.text).is_empty())
}
