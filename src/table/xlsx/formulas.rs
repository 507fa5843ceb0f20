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
        let is_share = matches!(computed.formula, Formula::Share(_));
        let (formula, exact) = match &computed.formula {
            Formula::Sum(runs) => {
                let numbers = self.known(runs)?;
                (format!("SUM({})", self.areas(runs)), Some(numbers.into_iter().flatten().sum()))
            }
            Formula::Total(runs) => {
                let (numbers, areas) = (self.known(runs)?, self.areas(runs));
                let formula = format!("IF(COUNT({areas})<{},\"{UNKNOWN}\",SUM({areas}))", numbers.len());
                (formula, numbers.into_iter().sum())
            }
            Formula::Difference(squares) => {
                let [(one, from), (other, less)] = self.pair(squares)?;
                (format!("{one}-{other}"), Some(from - less))
            }
            Formula::Share(squares) => {
                let [(part, of_part), (whole, of_whole)] = self.pair(squares)?;
                (format!("{part}/{whole}"), Some(of_part / of_whole))
            }
        };
        let Some(exact) = exact else {
            return is_unknown(text).then(|| (Written::new(formula).set_result(UNKNOWN), DECIMALS.to_owned()));
        };
        let (value, shown) = if is_share { rate(text)? } else { number(text)? };
        let written = Written::new(formula).set_result(value.to_string());
        shows(exact, value, &shown).then_some((written, shown))
    }

    /// The numbers in these cells, `None` for one that is not known; nothing where there are none, or one is a text.
    fn known(&self, runs: &[Run]) -> Option<Vec<Option<f64>>> {
        let squares = runs.iter().flat_map(|run| (0..run.rows).map(|row| (run.first.0 + row, run.first.1)));
        let number = |square| match self.cell(square)? {
            cell if is_unknown(&cell.text) => Some(None),
            cell => number_of(cell).map(|(value, _)| Some(value)),
        };
        squares.map(number).collect::<Option<Vec<_>>>().filter(|numbers| !numbers.is_empty())
    }

    /// The names of two cells, and the numbers in them.
    fn pair(&self, squares: &[Square; 2]) -> Option<[(String, f64); 2]> {
        let named = |square: Square| Some((self.name(square), self.cell(square).and_then(number_of)?.0));
        Some([named(squares[0])?, named(squares[1])?])
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

/// Whether a number that Excel computes is shown as this one, in a format that ends with so many decimals.
fn shows(exact: f64, value: f64, shown: &str) -> bool {
    let decimals = shown.split_once('.').map_or(0, |(_, decimals)| decimals.matches('0').count());
    let decimals = if shown.ends_with('%') { decimals + 2 } else { decimals };
    // Half of the last decimal, and what sums of binary numbers are off.
    let off = 0.5 * 10_f64.powi(-(decimals as i32)) + value.abs() * 1e-12;
    (exact - value).abs() <= off
}

/// Whether a text stands for a number that nobody knows yet.
fn is_unknown(text: &str) -> bool {
    text.is_empty() || text == UNKNOWN
}

#[cfg(test)]
mod tests {
    use super::shows;

    #[test]
    fn what_is_computed_is_what_is_shown() {
        assert!(shows(0.958_888_9, 0.9589, "0.00%"));
        assert!(!shows(0.94, 0.9589, "0.00%"));
        assert!(shows(0.1 + 0.2, 0.3, "0.00") && !shows(0.31, 0.3, "0.00"));
        assert!(!shows(f64::NAN, 0.0, "0") && !shows(f64::INFINITY, 1.0, "0"));
    }
}
