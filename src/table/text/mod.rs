//! Tables drawn with lines for terminals.
//!
//! All lines of a grid are equally wide, and no wider than asked for or than [`Options::width`] calls the least. Long
//! texts go over several lines; a merged cell has no line through it. Characters that would steer the terminal are not
//! handed on to it.

mod columns;
mod wrap;

pub use wrap::Ambiguous;
#[cfg(feature = "documents")]
pub(crate) use wrap::first_word;
pub(crate) use wrap::wrap;

use super::{Align, Grid, Options, Placed, Table};
use columns::{Widths, widths};

/// The corners and lines by the directions in which they go on: 1 up, 2 down, 4 left, 8 right.
const LINES: [char; 16] = [' ', '│', '│', '│', '─', '┘', '┐', '┤', '─', '└', '┌', '├', '─', '┴', '┬', '┼'];

/// The same where [`LINES`] are two columns wide.
const PLAIN_LINES: [char; 16] = [' ', '|', '|', '|', '-', '+', '+', '+', '-', '+', '+', '+', '-', '+', '+', '+'];

pub(super) fn render(tables: &[Table<'_>], options: &Options) -> String {
    let mut out = String::new();
    for (at, table) in tables.iter().enumerate() {
        out.push_str(if at > 0 { "\n" } else { "" });
        write_table(table, options, &mut out);
    }
    out
}

fn write_table(table: &Table<'_>, options: &Options, out: &mut String) {
    let widths = widths(table, options);
    if !table.title.is_empty() {
        write_line(&table.title, Align::Center, &widths, options, out);
    }
    for line in &table.before {
        write_line(&line.text, line.align, &widths, options, out);
    }
    if table.rows.is_empty() {
        return;
    }
    let drawing = Drawing::new(table, &widths, options);
    for row in 0..table.rows.len() {
        drawing.border(row, out);
        (0..drawing.heights[row]).for_each(|line| drawing.line(row, line, out));
    }
    drawing.border(table.rows.len(), out);
}

/// A line outside of the grid.
fn write_line(text: &str, align: Align, widths: &Widths, options: &Options, out: &mut String) {
    for line in wrap(text, widths.total(), options.ambiguous) {
        let (before, _) = blanks(options.ambiguous.width(&line), widths.total(), align);
        push_blanks(before, out);
        out.push_str(&line);
        out.push('\n');
    }
}

/// How many blanks go before and behind a text.
fn blanks(text: usize, width: usize, align: Align) -> (usize, usize) {
    let blanks = width.saturating_sub(text);
    let before = match align {
        Align::Left => 0,
        Align::Center => blanks / 2,
        Align::Right => blanks,
    };
    (before, blanks - before)
}

fn push_blanks(count: usize, out: &mut String) {
    out.extend(std::iter::repeat_n(' ', count));
}

/// A cell's text, broken into lines.
struct Block {
    lines: Vec<String>,
    /// How many lines of the cell are above them.
    top: usize,
}

struct Drawing<'d, 't> {
    grid: Grid<'d, 't>,
    widths: &'d Widths,
    options: &'d Options,
    /// The texts of the cells that begin in each row.
    blocks: Vec<Vec<Block>>,
    /// How many lines each row has, borders not counted.
    heights: Vec<usize>,
    /// How many lines are above each row, the border above it counted.
    starts: Vec<usize>,
    columns: usize,
}

impl<'d, 't> Drawing<'d, 't> {
    fn new(table: &'d Table<'t>, widths: &'d Widths, options: &'d Options) -> Self {
        let mut blocks = blocks(table, widths, options);
        let heights = heights(table, &blocks);
        let starts = heights.iter().scan(1, |next, height| Some(std::mem::replace(next, *next + height + 1))).collect();
        for (row, cells) in table.rows.iter().enumerate() {
            for (block, cell) in blocks[row].iter_mut().zip(&cells.cells) {
                block.top = (inner_height(&heights, row, cell.rows) - block.lines.len()) / 2;
            }
        }
        Self { grid: table.grid(), widths, options, blocks, heights, starts, columns: table.columns.len() }
    }

    /// The border above a row, or below the last one.
    fn border(&self, row: usize, out: &mut String) {
        let mut column = 0;
        loop {
            out.push(self.corner(row, column));
            if column >= self.columns {
                break;
            }
            column += match self.grid.at(row, column).filter(|placed| placed.row < row) {
                Some(placed) => self.text(placed, self.starts[row] - 1, out),
                None => {
                    out.extend(std::iter::repeat_n(self.stroke(4 | 8), self.widths.inner(column, 1)));
                    1
                }
            };
        }
        out.push('\n');
    }

    /// A line of the texts of a row.
    fn line(&self, row: usize, line: usize, out: &mut String) {
        let mut column = 0;
        while column < self.columns {
            out.push(self.stroke(1 | 2));
            column += match self.grid.at(row, column) {
                Some(placed) => self.text(placed, self.starts[row] + line, out),
                None => {
                    push_blanks(self.widths.inner(column, 1), out);
                    1
                }
            };
        }
        out.push(self.stroke(1 | 2));
        out.push('\n');
    }

    /// What a cell has on a line of the drawing; answers how many columns it takes.
    fn text(&self, Placed { row, index, cell }: Placed<'_, '_>, line: usize, out: &mut String) -> usize {
        let block = &self.blocks[row][index];
        let text = (line - self.starts[row]).checked_sub(block.top).and_then(|at| block.lines.get(at));
        let text = text.map_or("", String::as_str);
        let width = self.widths.cell(cell.column, cell.columns);
        let (before, behind) = blanks(self.options.ambiguous.width(text), width, cell.role.align());
        push_blanks(before + self.widths.padding, out);
        out.push_str(text);
        push_blanks(behind + self.widths.padding, out);
        cell.columns
    }

    /// Where the border above a row meets the line left of a column.
    fn corner(&self, row: usize, column: usize) -> char {
        let at = |above: usize, left: usize| self.grid.at(row.checked_sub(above)?, column.checked_sub(left)?);
        let (above_left, above_right, below_left, below_right) = (at(1, 1), at(1, 0), at(0, 1), at(0, 0));
        let up = usize::from(differ(above_left, above_right));
        let down = usize::from(differ(below_left, below_right));
        let left = usize::from(differ(above_left, below_left));
        let right = usize::from(differ(above_right, below_right));
        self.stroke(up | down << 1 | left << 2 | right << 3)
    }

    fn stroke(&self, directions: usize) -> char {
        match self.options.ambiguous {
            Ambiguous::Narrow => LINES[directions],
            Ambiguous::Wide => PLAIN_LINES[directions],
        }
    }
}

/// Whether a line runs between two squares.
fn differ(one: Option<Placed<'_, '_>>, other: Option<Placed<'_, '_>>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => !one.is(other),
        (None, None) => false,
        _ => true,
    }
}

fn blocks(table: &Table<'_>, widths: &Widths, options: &Options) -> Vec<Vec<Block>> {
    let rows = table.rows.iter().map(|row| {
        let cells = row.cells.iter().map(|cell| {
            let width = widths.cell(cell.column, cell.columns);
            Block { lines: wrap(&cell.text, width, options.ambiguous), top: 0 }
        });
        cells.collect()
    });
    rows.collect()
}

/// As many lines for each row as its cells need; what a merged cell needs beyond its rows goes to the last of them.
fn heights(table: &Table<'_>, blocks: &[Vec<Block>]) -> Vec<usize> {
    let mut heights = vec![1; table.rows.len()];
    let mut merged = Vec::new();
    for (row, cells) in table.rows.iter().enumerate() {
        for (cell, block) in cells.cells.iter().zip(&blocks[row]) {
            match cell.rows {
                1 => heights[row] = heights[row].max(block.lines.len()),
                rows => merged.push((row, rows, block.lines.len())),
            }
        }
    }
    for (row, rows, lines) in merged {
        heights[row + rows - 1] += lines.saturating_sub(inner_height(&heights, row, rows));
    }
    heights
}

/// How many lines a cell has over these rows, the borders that it hides counted.
fn inner_height(heights: &[usize], row: usize, rows: usize) -> usize {
    heights[row..row + rows].iter().sum::<usize>() + rows - 1
}
