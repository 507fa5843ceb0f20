//! The cells that the rules of a page enclose.
//!
//! All places of rules make a lattice of squares over the page. Rules that touch are one table; its cells are squares
//! between which no rule lies, joined to rectangles. A rule that touches no other is a line under a text, a single cell a
//! frame around something, and what lies within a cell of a table belongs to its text.

use super::{
    super::{super::document::ReadError, cells::Squares},
    area::{Length, NEAR, place, places},
    drawing::{Drawing, Rule},
};

/// A cell of a table on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Frame {
    /// The number of its table on the page.
    pub table: usize,
    /// Its first row in the table, and how many it covers.
    pub row: usize,
    pub rows: usize,
    pub left: Length,
    pub right: Length,
    pub top: Length,
    pub bottom: Length,
    /// Whether no rule closes it below.
    pub is_open: bool,
}

/// The tables of a page.
pub(super) struct Lattice {
    /// By table, row and place.
    pub frames: Vec<Frame>,
    columns: Vec<Length>,
    rows: Vec<Length>,
    /// For each square, row by row, the number of its cell.
    owners: Vec<Option<u32>>,
}

impl Lattice {
    /// # Errors
    /// [`ReadError::TooLarge`] once there are no squares left.
    pub(super) fn new(drawing: &Drawing, squares: &mut Squares) -> Result<Self, ReadError> {
        let (across, down) = closed(drawing);
        let walls = Walls::new(&across, &down);
        squares.take(walls.columns.len() * walls.rows.len())?;
        let mut lattice = Self {
            frames: Vec::new(),
            owners: vec![None; walls.columns.len() * walls.rows.len()],
            columns: Vec::new(),
            rows: Vec::new(),
        };
        for (number, outline) in walls.outlines().into_iter().enumerate() {
            squares.take(walls.squares(&outline))?;
            lattice.add(number, &outline, &walls);
        }
        (lattice.columns, lattice.rows) = (walls.columns, walls.rows);
        Ok(lattice)
    }

    /// The number of the cell at a place.
    pub(super) fn at(&self, x: Length, y: Length) -> Option<usize> {
        let column = self.columns.partition_point(|at| *at <= x).checked_sub(1)?;
        let row = self.rows.partition_point(|at| *at <= y).checked_sub(1)?;
        (*self.owners.get(row * self.columns.len() + column)?).map(|owner| owner as usize)
    }

    /// Adds the cells of a table, unless it lies in another.
    fn add(&mut self, table: usize, outline: &Outline, walls: &Walls) {
        let width = walls.columns.len();
        let (Some(top), Some(left)) = (outline.rows.first(), outline.columns.first()) else { return };
        if self.owners[top * width + left].is_some() {
            return;
        }
        for row in 0..outline.rows.len() - 1 {
            for column in 0..outline.columns.len() - 1 {
                if self.owners[outline.rows[row] * width + outline.columns[column]].is_none() {
                    self.add_cell(table, outline, walls, (row, column));
                }
            }
        }
    }

    /// Adds the cell whose first square this is: as wide as no rule is in the way, then as high.
    fn add_cell(&mut self, table: usize, outline: &Outline, walls: &Walls, (row, column): (usize, usize)) {
        let Outline { columns, rows } = outline;
        let width = walls.columns.len();
        let is_free = |row: usize, column: usize| self.owners[rows[row] * width + columns[column]].is_none();
        let goes_right = |row: usize, end: &usize| is_free(row, *end) && !walls.left(rows[row], columns[*end]);
        let right = (column + 1..columns.len() - 1).find(|end| !goes_right(row, end)).unwrap_or(columns.len() - 1);
        let goes_down = |below: &usize| {
            (column..right).all(|at| is_free(*below, at) && !walls.above(rows[*below], columns[at]))
                && (column + 1..right).all(|at| !walls.left(rows[*below], columns[at]))
        };
        let end = (row + 1..rows.len() - 1).find(|below| !goes_down(below)).unwrap_or(rows.len() - 1);
        let number = self.frames.len() as u32;
        for across in rows[row]..rows[end] {
            self.owners[across * width + columns[column]..across * width + columns[right]].fill(Some(number));
        }
        self.frames.push(Frame {
            table,
            row,
            rows: end - row,
            left: walls.columns[columns[column]],
            right: walls.columns[columns[right]],
            top: walls.rows[rows[row]],
            bottom: walls.rows[rows[end]],
            is_open: (column..right).all(|at| !walls.above(rows[end], columns[at])),
        });
    }
}

/// The rules of a page, with those that its tables lack at their sides.
fn closed(drawing: &Drawing) -> (Vec<Rule>, Vec<Rule>) {
    let (mut across, mut down) = (drawing.across.clone(), drawing.down.clone());
    let (columns, rows) = (places_of(&down), places_of(&across));
    down.extend(sides(&across, &columns));
    across.extend(sides(&drawing.down, &rows));
    (across, down)
}

fn places_of(rules: &[Rule]) -> Vec<Length> {
    places(rules.iter().map(|rule| rule.at).collect())
}

/// The rules that several others end at, outside of all that are drawn.
fn sides(rules: &[Rule], drawn: &[Length]) -> Vec<Rule> {
    let (Some(first), Some(last)) = (drawn.first(), drawn.last()) else { return Vec::new() };
    let is_outside = |at: Length| at < first - NEAR || at > last + NEAR;
    let ends = rules.iter().flat_map(|rule| [(rule.from, rule.at), (rule.to, rule.at)]);
    let mut ends: Vec<(Length, Length)> = ends.filter(|(end, _)| is_outside(*end)).collect();
    ends.sort_unstable();
    let mut sides: Vec<Rule> = Vec::new();
    for (end, at) in ends {
        match sides.last_mut().filter(|side| end - side.at <= NEAR) {
            Some(side) => (side.from, side.to) = (side.from.min(at), side.to.max(at)),
            None => sides.push(Rule { at: end, from: at, to: at }),
        }
    }
    sides.retain(|side| side.to - side.from > NEAR);
    sides
}

/// A rule in the lattice: it lies on a line, and goes from one crossing line to another.
#[derive(Debug, Clone, Copy)]
struct Segment {
    line: usize,
    from: usize,
    to: usize,
}

/// The lines that the cells of a table lie between.
struct Outline {
    columns: Vec<usize>,
    rows: Vec<usize>,
}

/// The lattice of a page, and where rules lie in it.
struct Walls {
    columns: Vec<Length>,
    rows: Vec<Length>,
    across: Vec<Segment>,
    down: Vec<Segment>,
    /// For each square, whether a rule lies at its left and above it.
    sides: Vec<(bool, bool)>,
}

impl Walls {
    fn new(across: &[Rule], down: &[Rule]) -> Self {
        let (columns, rows) = (places_of(down), places_of(across));
        let (across, down) = (segments(across, &rows, &columns), segments(down, &columns, &rows));
        let mut sides = vec![(false, false); columns.len() * rows.len()];
        for rule in &down {
            (rule.from..rule.to).for_each(|row| sides[row * columns.len() + rule.line].0 = true);
        }
        for rule in &across {
            (rule.from..rule.to).for_each(|column| sides[rule.line * columns.len() + column].1 = true);
        }
        Self { columns, rows, across, down, sides }
    }

    fn left(&self, row: usize, column: usize) -> bool {
        self.sides[row * self.columns.len() + column].0
    }

    fn above(&self, row: usize, column: usize) -> bool {
        self.sides[row * self.columns.len() + column].1
    }

    /// The tables: rules that touch each other and enclose more than one cell, the largest first.
    fn outlines(&self) -> Vec<Outline> {
        let mut groups = Groups::new(self.across.len() + self.down.len());
        for (number, rule) in self.down.iter().enumerate() {
            for line in rule.from..=rule.to {
                let first = self.across.partition_point(|other| (other.line, other.to) < (line, rule.line));
                let crossing = self.across.get(first).filter(|other| other.line == line && other.from <= rule.line);
                if crossing.is_some() {
                    groups.join(first, self.across.len() + number);
                }
            }
        }
        let mut outlines = std::collections::BTreeMap::<usize, Outline>::new();
        let rules = self.across.iter().chain(&self.down).enumerate();
        for (number, rule) in rules {
            let empty = || Outline { columns: Vec::new(), rows: Vec::new() };
            let outline = outlines.entry(groups.of(number)).or_insert_with(empty);
            if number < self.across.len() { &mut outline.rows } else { &mut outline.columns }.push(rule.line);
        }
        let mut outlines: Vec<Outline> = outlines.into_values().collect();
        outlines.iter_mut().for_each(|outline| {
            outline.columns.dedup();
            outline.rows.dedup();
        });
        outlines.retain(|outline| {
            let (columns, rows) = (outline.columns.len(), outline.rows.len());
            columns > 1 && rows > 1 && columns + rows > 4
        });
        outlines.sort_by_key(|outline| std::cmp::Reverse(self.squares(outline)));
        outlines
    }

    /// How many squares of the lattice a table takes.
    fn squares(&self, outline: &Outline) -> usize {
        let reach = |lines: &[usize]| lines.last().zip(lines.first()).map_or(0, |(last, first)| last - first);
        reach(&outline.columns) * reach(&outline.rows)
    }
}

/// The rules by their lines and ends, those that overlap as one. `lines` are those that they lie on, `crossing` those
/// that they may reach.
fn segments(rules: &[Rule], lines: &[Length], crossing: &[Length]) -> Vec<Segment> {
    let segment = |rule: &Rule| {
        let line = place(lines, rule.at)?;
        let from = crossing.partition_point(|at| *at < rule.from - NEAR);
        let to = crossing.partition_point(|at| *at <= rule.to + NEAR).checked_sub(1)?;
        (from < to).then_some(Segment { line, from, to })
    };
    let mut found: Vec<Segment> = rules.iter().filter_map(segment).collect();
    found.sort_unstable_by_key(|rule| (rule.line, rule.from));
    found.dedup_by(|next, last| {
        let overlaps = next.line == last.line && next.from <= last.to;
        if overlaps {
            last.to = last.to.max(next.to);
        }
        overlaps
    });
    found
}

/// Things of which some belong together.
struct Groups(Vec<usize>);

impl Groups {
    fn new(count: usize) -> Self {
        Self((0..count).collect())
    }

    /// The thing that stands for the group of another.
    fn of(&mut self, mut thing: usize) -> usize {
        while self.0[thing] != thing {
            self.0[thing] = self.0[self.0[thing]];
            thing = self.0[thing];
        }
        thing
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.of(one), self.of(other));
        self.0[one.max(other)] = one.min(other);
    }
}
