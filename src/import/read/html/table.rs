//! A table while it is read: each cell finds its place as in the standard's algorithm.

use super::{
    super::{
        super::document::{Excess, Grid, ReadError},
        cells::{Budget, MOST_CELLS, MOST_COLUMNS, Shown, Squares, TOO_MANY, grid},
        number,
    },
    flow::Part,
    scope::State,
};

/// The most columns that a cell may cover, by the standard.
const MOST_COLSPAN: usize = 1000;

/// The most rows that a cell may cover, by the standard.
const MOST_ROWSPAN: usize = 65_534;

/// Which rows a group holds. The names are those of the elements.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Section {
    Thead,
    Tbody,
    Tfoot,
}

#[derive(Debug)]
struct Group {
    section: Section,
    start: usize,
    end: usize,
}

#[derive(Debug)]
struct Placed {
    group: usize,
    row: usize,
    column: usize,
    /// 0 for those down to the end of the group.
    rows: usize,
    columns: usize,
    /// The number that it holds, where that is said.
    stored: Option<String>,
    parts: Vec<Part>,
}

#[derive(Debug)]
pub(super) struct Table {
    /// How it is shown.
    base: State,
    /// How the open group, and the open row in it, are shown.
    group: Option<(Section, State)>,
    row: Option<State>,
    groups: Vec<Group>,
    captions: Vec<Part>,
    cells: Vec<Placed>,
    /// The first cell of the open group.
    first_of_group: usize,
    /// How many rows are above the open group, and above the open row or the next one.
    start: usize,
    rows: usize,
    /// The next column of the open row.
    column: usize,
    /// For each column, the first row that is free in it.
    free: Vec<usize>,
}

impl Table {
    pub(super) fn new(base: State) -> Self {
        Self {
            base,
            group: None,
            row: None,
            groups: Vec::new(),
            captions: Vec::new(),
            cells: Vec::new(),
            first_of_group: 0,
            start: 0,
            rows: 0,
            column: 0,
            free: Vec::new(),
        }
    }

    /// How what is begun next is shown.
    pub(super) fn state(&self) -> State {
        self.row.or(self.group.map(|(_, state)| state)).unwrap_or(self.base)
    }

    pub(super) fn begin_group(&mut self, section: Section, state: State) {
        self.end_group();
        self.group = Some((section, state));
    }

    /// Begins a row, in a group of its own if none is open.
    pub(super) fn begin_row(&mut self, state: State) {
        self.end_row();
        self.group.get_or_insert((Section::Tbody, self.base));
        self.row = Some(state);
        self.column = 0;
    }

    pub(super) fn has_row(&self) -> bool {
        self.row.is_some()
    }

    /// Ends the open row, which does not count if it is hidden.
    pub(super) fn end_row(&mut self) {
        if self.row.take().is_some_and(|state| !state.hidden) {
            self.rows += 1;
        }
    }

    /// Ends the open group; no cell reaches out of it.
    pub(super) fn end_group(&mut self) {
        self.end_row();
        let Some((section, _)) = self.group.take() else { return };
        let end = self.rows;
        for cell in self.cells.iter_mut().skip(self.first_of_group) {
            let most = end.saturating_sub(cell.row).max(1);
            cell.rows = if cell.rows == 0 { most } else { cell.rows.min(most) };
        }
        self.groups.push(Group { section, start: self.start, end });
        (self.start, self.first_of_group) = (end, self.cells.len());
        self.free.clear();
    }

    /// Puts a cell into the open row: at the next free column, over those that are free beside it.
    ///
    /// # Errors
    /// [`ReadError::TooLarge`].
    pub(super) fn place(
        &mut self,
        rows: usize,
        columns: usize,
        stored: Option<String>,
        squares: &mut Squares,
    ) -> Result<(), ReadError> {
        let row = self.rows;
        let is_free = |free: Option<&usize>| free.is_none_or(|free| *free <= row);
        let from = self.column;
        let column = (from..).find(|column| is_free(self.free.get(*column))).unwrap_or(from);
        let columns = columns.clamp(1, MOST_COLSPAN);
        let columns = (column..column + columns).take_while(|column| is_free(self.free.get(*column))).count();
        self.column = column + columns;
        squares.take(self.column - from)?;
        if self.column > MOST_COLUMNS {
            return Err(ReadError::TooLarge { what: Excess::Columns, most: MOST_COLUMNS });
        }
        if self.cells.len() >= MOST_CELLS {
            return Err(TOO_MANY);
        }
        let rows = rows.min(MOST_ROWSPAN);
        self.free.resize(self.free.len().max(self.column), 0);
        let end = if rows == 0 { usize::MAX } else { row + rows };
        self.free.iter_mut().skip(column).take(columns).for_each(|free| *free = end);
        self.cells.push(Placed { group: self.groups.len(), row, column, rows, columns, stored, parts: Vec::new() });
        Ok(())
    }

    /// Fills the cell that was placed last.
    pub(super) fn fill(&mut self, parts: Vec<Part>) {
        if let Some(cell) = self.cells.last_mut() {
            cell.parts = parts;
        }
    }

    pub(super) fn caption(&mut self, parts: Vec<Part>) {
        self.captions.extend(parts);
    }

    /// What stands in its place: captions and a grid, or the contents of its cells if it only arranges them.
    pub(super) fn finish(mut self, budget: &mut Budget) -> Result<Vec<Part>, ReadError> {
        self.end_group();
        let mut parts = std::mem::take(&mut self.captions);
        if self.is_arrangement() {
            parts.extend(self.cells.into_iter().flat_map(|cell| cell.parts));
            return Ok(parts);
        }
        let starts = self.starts();
        let cells = self.cells.into_iter().map(|cell| {
            let (from, to) = starts.get(cell.group).copied().unwrap_or_default();
            budget.merged(cell.row - from + to, cell.column, cell.rows, cell.columns, shown(cell.parts, cell.stored))
        });
        let cells = cells.collect::<Result<_, _>>()?;
        parts.extend(grid(None, cells).map(Part::Grid));
        Ok(parts)
    }

    /// Whether the tables in it hold more than it has itself.
    fn is_arrangement(&self) -> bool {
        let is_grid = |part: &Part| matches!(part, Part::Grid(_));
        let (around, own): (Vec<&Placed>, Vec<&Placed>) =
            self.cells.iter().partition(|cell| cell.parts.iter().any(is_grid));
        let filled = |part: &Part| match part {
            Part::Grid(grid) => grid.cells.iter().filter(|cell| !cell.text.is_empty()).count(),
            Part::Text(_) => 0,
        };
        let inner: usize = around.iter().flat_map(|cell| &cell.parts).map(filled).sum();
        let is_filled =
            |cell: &&&Placed| cell.parts.iter().any(|part| matches!(part, Part::Text(text) if !text.trim().is_empty()));
        !around.is_empty() && inner > own.iter().filter(is_filled).count()
    }

    /// The first row of each group as written and as shown: the first head goes to the top, the first foot to the end.
    fn starts(&self) -> Vec<(usize, usize)> {
        let first = |section| self.groups.iter().position(|group| group.section == section);
        let (head, foot) = (first(Section::Thead), first(Section::Tfoot));
        let mut order: Vec<(usize, &Group)> = self.groups.iter().enumerate().collect();
        order.sort_by_key(|&(at, _)| (Some(at) != head, Some(at) == foot));
        let mut rows = 0;
        let mut starts = Vec::with_capacity(order.len());
        for (at, group) in order {
            starts.push((at, (group.start, rows)));
            rows += group.end - group.start;
        }
        starts.sort_unstable_by_key(|(at, _)| *at);
        starts.into_iter().map(|(_, start)| start).collect()
    }
}

/// What a cell shows. Of a text that may be a date it is not known which number that is.
fn shown(parts: Vec<Part>, stored: Option<String>) -> Shown {
    let text = flat(parts);
    let is_of_numbers = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '%' | '(' | ')' | '¥' | '￥' | ' ');
    let stored = stored.filter(|_| text.trim_start_matches('-').chars().all(is_of_numbers));
    Shown { held: stored.and_then(|stored| number::held(&text, &stored)), text }
}

/// The contents of a cell as one text: cells of tables in it divided by tabs, their rows by line ends.
fn flat(parts: Vec<Part>) -> String {
    let texts = parts.into_iter().map(|part| match part {
        Part::Text(text) => text,
        Part::Grid(grid) => flat_grid(&grid),
    });
    let texts: Vec<String> = texts.filter(|text| !text.is_empty()).collect();
    match <[String; 1]>::try_from(texts) {
        Ok([text]) => text,
        Err(texts) => texts.join("\n"),
    }
}

fn flat_grid(grid: &Grid) -> String {
    let rows = grid.cells.chunk_by(|one, other| one.row == other.row);
    let row = |cells: &[super::super::super::document::Cell]| {
        cells.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join("\t")
    };
    rows.map(row).collect::<Vec<_>>().join("\n")
}
