//! Cells that Excel computes.
//!
//! A formula is written only where its result is known to be just the text that the cell shows: where all that it
//! reckons with are numbers of the sheet. Otherwise the text stays.

use rust_xlsxwriter::{Formula as Written, Worksheet, XlsxError, utility::row_col_to_cell};

use super::{
    formats,
    number::{number, rate},
    sheet::{Plan, number_of},
};
use crate::table::{Cell, Computed, Formula, Grid, Run, Square, Table};

/// How many decimals a total that is not known yet will have.
const DECIMALS: &str = "0.00";

/// What stands for a total that is not known. It is never blank: a blank result would be read as zero.
const UNKNOWN: &str = "—";

/// Writes the formulas of a table over the texts of their cells.
pub(super) fn write(sheet: &mut Worksheet, table: &Table<'_>, plan: &Plan) -> Result<(), XlsxError> {
    if table.computed.is_empty() {
        return Ok(());
    }
    let sums = Sums { grid: &table.grid(), plan };
    for computed in &table.computed {
        let Some(cell) = sums.cell(computed.at) else { continue };
        let Some((formula, shown)) = sums.formula(computed, &cell.text) else { continue };
        let (row, column) = plan.square(computed.at);
        let format = formats::number(formats::cell(cell.role, &table.look), &shown);
        sheet.write_formula_with_format(row, column, formula, &format)?;
    }
    Ok(())
}

/// A table and where its cells lie in the sheet.
struct Sums<'s, 't> {
    grid: &'s Grid<'s, 't>,
    plan: &'s Plan,
}

impl<'s, 't> Sums<'s, 't> {
    fn cell(&self, (row, column): Square) -> Option<&'s Cell<'t>> {
        let placed = self.grid.at(row, column)?;
        ((placed.row, placed.cell.column) == (row, column)).then_some(placed.cell)
    }

    /// The formula with its result, and the format of its number; `None` where it would not show this text.
    fn formula(&self, computed: &Computed, text: &str) -> Option<(Written, String)> {
        match &computed.formula {
            Formula::Sum(runs) => {
                let (value, shown) = number(text)?;
                self.are_numbers(runs)?;
                Some((result(format!("SUM({})", self.areas(runs)), value.to_string()), shown))
            }
            Formula::Total(runs) => {
                let (value, shown) = match is_unknown(text) {
                    true => (UNKNOWN.to_owned(), DECIMALS.to_owned()),
                    false => number(text).map(|(value, shown)| (value.to_string(), shown))?,
                };
                let count = self.are_numbers(runs)?;
                let areas = self.areas(runs);
                Some((result(format!("IF(COUNT({areas})<{count},\"{UNKNOWN}\",SUM({areas}))"), value), shown))
            }
            Formula::Difference(squares) => {
                let (value, shown) = number(text)?;
                let [one, other] = self.numbers(*squares)?;
                Some((result(format!("{one}-{other}"), value.to_string()), shown))
            }
            Formula::Share(squares) => {
                let (value, shown) = rate(text)?;
                let [part, whole] = self.numbers(*squares)?;
                Some((result(format!("{part}/{whole}"), value.to_string()), shown))
            }
        }
    }

    /// How many cells these are, if there are any and each is a number or not known.
    fn are_numbers(&self, runs: &[Run]) -> Option<usize> {
        let count: usize = runs.iter().map(|run| run.rows).sum();
        let mut squares = runs.iter().flat_map(|run| (0..run.rows).map(|row| (run.first.0 + row, run.first.1)));
        let fits = |square| self.cell(square).is_some_and(|cell| is_unknown(&cell.text) || number_of(cell).is_some());
        (count > 0 && squares.all(fits)).then_some(count)
    }

    /// The names of two cells that are numbers.
    fn numbers(&self, squares: [Square; 2]) -> Option<[String; 2]> {
        let is_number = |square: Square| self.cell(square).and_then(number_of).is_some();
        squares.into_iter().all(is_number).then(|| squares.map(|square| self.name(square)))
    }

    fn name(&self, square: Square) -> String {
        let (row, column) = self.plan.square(square);
        row_col_to_cell(row, column)
    }

    /// `G16:G38,G5`
    fn areas(&self, runs: &[Run]) -> String {
        let area = |run: &Run| {
            let (row, column) = run.first;
            match run.rows {
                1 => self.name(run.first),
                rows => format!("{}:{}", self.name(run.first), self.name((row + rows - 1, column))),
            }
        };
        runs.iter().map(area).collect::<Vec<_>>().join(",")
    }
}

fn result(formula: String, result: String) -> Written {
    Written::new(formula).set_result(result)
}

/// Whether a text stands for a number that nobody knows yet.
fn is_unknown(text: &str) -> bool {
    text.is_empty() || text == UNKNOWN
}
