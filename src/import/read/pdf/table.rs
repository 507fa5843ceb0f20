//! A table, which may go on over several pages.

use std::{collections::HashMap, rc::Rc};

use super::{
    super::super::document,
    area::{Length, NEAR, place, places},
    lattice::Frame,
    text::{Line, joined},
};

/// What a cell keeps free at its sides, at the most.
const MOST_PADDING: Length = 800;

/// A cell of a table.
pub(super) struct Cell {
    row: usize,
    rows: usize,
    left: Length,
    right: Length,
    top: Length,
    /// Whether no rule closes it below.
    is_open: bool,
    lines: Vec<Line>,
}

impl Cell {
    pub(super) fn new(frame: &Frame, lines: Vec<Line>) -> Self {
        let Frame { row, rows, left, right, top, is_open, .. } = *frame;
        Self { row, rows, left, right, top, is_open, lines }
    }

    fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    fn end(&self) -> usize {
        self.row + self.rows
    }
}

/// A table, its cells by row and place.
pub(super) struct Table {
    pub top: Length,
    pub left: Length,
    pub right: Length,
    cells: Vec<Cell>,
    /// How many rows it has.
    rows: usize,
    /// The cells that reach down to its end.
    lowest: Vec<usize>,
    /// What stands in each row as it was printed, and where it did so first.
    printed: Vec<Rc<str>>,
    first: HashMap<Rc<str>, usize>,
}

impl Table {
    /// A table of these cells; none where they hold nothing.
    pub(super) fn new(mut cells: Vec<Cell>) -> Option<Self> {
        if cells.iter().all(Cell::is_empty) {
            return None;
        }
        let padding = padding(&cells);
        for cell in &mut cells {
            for line in &mut cell.lines {
                (line.start, line.limit) = (Some(cell.left + padding), cell.right - padding);
            }
        }
        let mut table = Self {
            top: cells.iter().map(|cell| cell.top).min()?,
            left: cells.iter().map(|cell| cell.left).min()?,
            right: cells.iter().map(|cell| cell.right).max()?,
            rows: cells.iter().map(Cell::end).max()?,
            lowest: Vec::new(),
            printed: printed(&cells),
            first: HashMap::new(),
            cells,
        };
        table.lowest = (0..table.cells.len()).filter(|at| table.cells[*at].end() == table.rows).collect();
        table.note(0);
        Some(table)
    }

    /// Notes where rows were printed first, from a row on.
    fn note(&mut self, from: usize) {
        for (row, text) in self.printed.iter().enumerate().skip(from) {
            self.first.entry(text.clone()).or_insert(row);
        }
    }

    /// Whether a table at the top of the next page may be the rest of this one: it is as wide, and does not begin as the
    /// next form of several would.
    pub(super) fn goes_on(&self, next: &Self) -> bool {
        let is_as_wide = (self.left - next.left).abs() <= NEAR && (self.right - next.right).abs() <= NEAR;
        is_as_wide && (self.begin() != next.begin() || self.repeated(next) > 0)
    }

    /// What stands first in it.
    fn begin(&self) -> Option<&str> {
        self.printed.first()?.split('\n').next()
    }

    /// Adds the rest of the table from the next page: its head is not said again, a row that was broken is one, and so
    /// is a cell that covers rows on both pages.
    pub(super) fn add(&mut self, mut next: Self) {
        next.drop_rows(self.repeated(&next));
        let above = self.above(&next);
        let is_broken = self.is_broken(&next, &above);
        let begin = self.rows - usize::from(is_broken);
        let mut lowest = Vec::new();
        for (at, mut cell) in next.cells.into_iter().enumerate() {
            let is_lowest = cell.end() == next.rows;
            cell.row += begin;
            let above = above.get(at).copied().flatten();
            let number = match above.filter(|above| is_broken || self.cells[*above].covers(&cell)) {
                Some(above) => {
                    self.cells[above].take(cell);
                    above
                }
                None => {
                    self.cells.push(cell);
                    self.cells.len() - 1
                }
            };
            lowest.extend(is_lowest.then_some(number));
        }
        if next.rows > 0 {
            (self.rows, self.lowest) = (begin + next.rows, lowest);
        }
        let noted = self.printed.len();
        self.printed.extend(next.printed);
        self.note(noted);
    }

    /// How many rows at the begin of the next page are those that head each page.
    fn repeated(&self, next: &Self) -> usize {
        let Some(head) = next.printed.first().filter(|text| text.contains('\n')) else { return 0 };
        let Some(first) = self.first.get(head) else { return 0 };
        let pairs = self.printed.iter().skip(*first).zip(&next.printed);
        let same = pairs.take_while(|(one, other)| one == other).count();
        let is_whole = |rows: &usize| next.cells.iter().all(|cell| cell.row >= *rows || cell.end() <= *rows);
        Some(same).filter(is_whole).unwrap_or(0)
    }

    fn drop_rows(&mut self, rows: usize) {
        self.cells.retain(|cell| cell.row >= rows);
        self.cells.iter_mut().for_each(|cell| cell.row -= rows);
        self.rows -= rows;
        self.printed.drain(..rows);
    }

    /// For each cell of the first row of the next page, the cell above it that is as wide.
    fn above(&self, next: &Self) -> Vec<Option<usize>> {
        let mut lowest: Vec<(Length, usize)> = self.lowest.iter().map(|at| (self.cells[*at].left, *at)).collect();
        lowest.sort_unstable();
        let above = |cell: &Cell| {
            let at = lowest.partition_point(|(left, _)| *left < cell.left - NEAR);
            let (left, number) = *lowest.get(at)?;
            let is_same = (left - cell.left).abs() <= NEAR && (self.cells[number].right - cell.right).abs() <= NEAR;
            is_same.then_some(number)
        };
        next.cells.iter().take_while(|cell| cell.row == 0).map(above).collect()
    }

    /// Whether the page ended within a row: its texts go on, or the only one that does had begun with others that have
    /// ended.
    fn is_broken(&self, next: &Self, above: &[Option<usize>]) -> bool {
        let (mut going_on, mut other, mut ended) = (0, 0, 0);
        for (cell, above) in next.cells.iter().zip(above) {
            let Some(above) = above.and_then(|at| self.cells.get(at)) else { return false };
            if above.rows > 1 || cell.rows > 1 {
                continue;
            }
            match (above.lines.last(), cell.lines.first()) {
                (Some(last), Some(first)) if last.goes_on_next_page(first) => going_on += 1,
                (Some(_), Some(_)) => other += if above.lines.len() > 1 { 1 } else { 2 },
                (Some(_), None) => ended += 1,
                (None, Some(_)) => other += 2,
                (None, None) => {}
            }
        }
        other == 0 && going_on > 0 || (other, going_on) == (1, 0) && ended > 0
    }

    /// Its cells by their squares, with their texts.
    pub(super) fn cells(self, tells_blanks: bool) -> Vec<document::Cell> {
        let columns = places(self.cells.iter().flat_map(|cell| [cell.left, cell.right]).collect());
        let column = |at| place(&columns, at).unwrap_or(0);
        let cell = |cell: Cell| document::Cell {
            row: cell.row,
            column: column(cell.left),
            rows: cell.rows,
            columns: column(cell.right).saturating_sub(column(cell.left)).max(1),
            text: joined(&cell.lines, tells_blanks),
            held: None,
        };
        self.cells.into_iter().map(cell).collect()
    }
}

impl Cell {
    /// Whether a cell at the top of the next page is a part of this one rather than the next one.
    fn covers(&self, next: &Self) -> bool {
        let is_of_rows = self.rows > 1 || next.rows > 1;
        // Of several rows on both pages one text may be said, on one page or on both; another one is that of other rows.
        let is_other = || is_of_rows && !self.is_empty() && !next.is_empty() && !self.says(next) && !self.goes_on(next);
        if self.is_open { !is_other() } else { next.is_empty() && is_of_rows }
    }

    /// Whether both have the same text.
    fn says(&self, next: &Self) -> bool {
        self.lines.iter().map(Line::text).eq(next.lines.iter().map(Line::text))
    }

    fn goes_on(&self, next: &Self) -> bool {
        self.lines.last().zip(next.lines.first()).is_some_and(|(last, first)| last.goes_on_next_page(first))
    }

    /// Takes in its part on the next page, whose rows are numbered on. A text in the middle of a cell stands on both pages
    /// where one ends in it.
    fn take(&mut self, next: Self) {
        self.rows = next.end() - self.row;
        let is_same = self.is_open && self.says(&next);
        self.lines.extend(next.lines.into_iter().filter(|_| !is_same));
        self.is_open = next.is_open;
    }
}

/// What texts keep free to the left of them: the least that two do.
fn padding(cells: &[Cell]) -> Length {
    let free = cells.iter().flat_map(|cell| cell.lines.iter().map(|line| line.area.left - cell.left));
    let mut free: Vec<Length> = free.filter(|free| (0..=MOST_PADDING).contains(free)).collect();
    free.sort_unstable();
    let twice = free.windows(2).find(|pair| pair[1] - pair[0] <= 20).map(|pair| pair[0]);
    twice.or(free.first().copied()).unwrap_or(0)
}

/// What stands in each row, its texts parted by line ends.
fn printed(cells: &[Cell]) -> Vec<Rc<str>> {
    let rows = cells.iter().map(Cell::end).max().unwrap_or(0);
    let mut printed = vec![String::new(); rows];
    for cell in cells.iter().filter(|cell| !cell.is_empty()) {
        let text = &mut printed[cell.row];
        text.push_str(if text.is_empty() { "" } else { "\n" });
        cell.lines.iter().for_each(|line| text.push_str(&line.text()));
    }
    printed.into_iter().map(Rc::from).collect()
}
