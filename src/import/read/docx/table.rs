//! Tables of texts: rows of cells, which say how many columns they span and whether they go on with the one above.

use std::collections::HashMap;

use super::super::super::document::{Cell, ReadError};
use super::super::cells::{Budget, MOST_COLUMNS};
use super::Whole;

/// A table as far as it was read.
#[derive(Default)]
pub(super) struct Table {
    pub(super) cells: Vec<Cell>,
    /// How many rows have begun.
    rows: usize,
    /// The next column of the row.
    column: usize,
    /// The cells that may go on below, by their first column.
    tall: HashMap<usize, usize>,
}

/// A cell as far as it was read.
#[derive(Default)]
pub(super) struct Content {
    pub(super) text: String,
    /// What the last thing in it was; none while there is none.
    last: Option<Last>,
    columns: Option<usize>,
    /// Whether it goes on with the cell above.
    is_below: bool,
    /// Whether the one below may go on with it.
    is_tall: bool,
    /// Whether it goes on with the cell before.
    is_behind: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Last {
    Paragraph,
    Table,
}

impl Table {
    pub(super) fn begin_row(&mut self) {
        self.rows += 1;
        self.column = 0;
    }

    /// Leaves columns of the row empty.
    pub(super) fn skip(&mut self, columns: usize) {
        self.column = self.column.saturating_add(columns).min(MOST_COLUMNS);
    }

    /// The next cell of the row.
    pub(super) fn put(&mut self, content: Content, budget: &mut Budget) -> Result<(), ReadError> {
        let (row, column) = (self.rows.saturating_sub(1), self.column);
        let columns = content.columns.unwrap_or(1).max(1);
        self.skip(columns);
        if content.is_behind && self.widen(row, column, columns) {
            return Ok(());
        }
        if content.is_below && self.lengthen(row, column, columns) {
            return Ok(());
        }
        if content.is_tall {
            self.tall.insert(column, self.cells.len());
        }
        self.cells.push(budget.merged(row, column, 1, columns, content.text)?);
        Ok(())
    }

    /// Gives columns to the cell before; false where there is none.
    fn widen(&mut self, row: usize, column: usize, columns: usize) -> bool {
        let before = self.cells.last_mut().filter(|cell| cell.row == row && cell.column + cell.columns == column);
        before.map(|cell| cell.columns += columns).is_some()
    }

    /// Gives a row to the cell above; false where none of this width ends there.
    fn lengthen(&mut self, row: usize, column: usize, columns: usize) -> bool {
        let above = self.tall.get(&column).and_then(|&at| self.cells.get_mut(at));
        let above = above.filter(|cell| cell.columns == columns && cell.row + cell.rows == row);
        above.map(|cell| cell.rows += 1).is_some()
    }

    /// All its text in one: tabs between cells, line ends between rows.
    fn flat(&self) -> String {
        let (mut out, mut row) = (String::new(), None);
        for cell in &self.cells {
            match row {
                None => {}
                Some(row) if row == cell.row => out.push('\t'),
                Some(_) => out.push('\n'),
            }
            row = Some(cell.row);
            out.push_str(&cell.text);
        }
        out
    }
}

impl Content {
    /// A property of the cell.
    pub(super) fn set(&mut self, name: &str, value: Option<&str>) {
        let begins = value == Some("restart");
        match name {
            "gridSpan" => self.columns = value.and_then(|value| value.trim().parse().ok()),
            "vMerge" => (self.is_tall, self.is_below) = (begins, !begins),
            _ => self.is_behind = !begins,
        }
    }

    /// Takes what stands in the cell as text. The last paragraph behind a table, which Word wants there, adds nothing.
    pub(super) fn take(&mut self, whole: Whole) {
        let mut waiting = vec![whole];
        while let Some(next) = waiting.pop() {
            match next {
                Whole::Table(table) => self.line(&table.flat(), Last::Table),
                Whole::Paragraph(paragraph) => {
                    let is_nothing = paragraph.joined || self.last == Some(Last::Table) || !paragraph.boxes.is_empty();
                    if !(paragraph.text.is_empty() && is_nothing) {
                        self.line(&paragraph.text, Last::Paragraph);
                    }
                    waiting.extend(paragraph.boxes.into_iter().rev());
                }
            }
        }
    }

    fn line(&mut self, text: &str, last: Last) {
        if self.last.is_some() {
            self.text.push('\n');
        }
        self.text.push_str(text);
        self.last = Some(last);
    }
}
