//! The sheet of a table.

use rust_xlsxwriter::{Format, Worksheet, XlsxError};

use super::{
    formats, formulas,
    heights::{height, heights, pieces},
    number::{number, rate},
    print_on,
};
use crate::table::{
    Align, Cell, Look, Role, Row, Section, Square, Table,
    paper::{legal, shares},
};

/// What lies above the names of the columns may be this high, in points, for them to stay in sight.
pub(super) const MOST_FROZEN: f64 = 260.0;

/// A rectangle of a sheet: first row and column, last row and column.
#[derive(Debug, Clone, Copy)]
pub(super) struct Area {
    top: u32,
    left: u16,
    bottom: u32,
    right: u16,
}

impl Area {
    /// One cell.
    pub fn cell(row: u32, column: u16) -> Self {
        Self { top: row, left: column, bottom: row, right: column }
    }

    /// The cells of a row from one column to another.
    pub fn across(row: u32, left: u16, right: u16) -> Self {
        Self { top: row, left, bottom: row, right }
    }

    /// The same cells down to this row.
    pub fn down_to(self, bottom: u32) -> Self {
        Self { bottom, ..self }
    }

    /// The cells of a row up to this column.
    pub fn row(row: u32, right: u16) -> Self {
        Self::across(row, 0, right)
    }
}

/// Where the rows of a table lie.
pub(crate) struct Plan {
    /// The row of the sheet in which each row of the table begins, and the one behind the last.
    starts: Vec<u32>,
    /// How high each row of the sheet is, in points, from the first.
    heights: Vec<f64>,
}

/// The widths of columns in pixels.
pub(crate) fn pixels(columns: &[u16], look: &Look) -> Vec<u32> {
    // 96 pixels in an inch of 25.4 mm.
    shares(columns, u32::from(look.width()) * 960 / 254)
}

/// Writes a table; answers where its cells lie. `least` says of rows how high they are at the least, in points.
pub(crate) fn write(sheet: &mut Worksheet, table: &Table<'_>, least: &[(usize, f64)]) -> Result<Plan, XlsxError> {
    let pixels = pixels(&table.columns, &table.look);
    set_widths(sheet, &pixels)?;
    let plan = plan(table, &pixels, least);
    for (row, height) in plan.heights.iter().enumerate() {
        sheet.set_row_height(row as u32, *height)?;
    }
    write_head(sheet, table)?;
    for (row, cells) in table.rows.iter().enumerate() {
        for cell in &cells.cells {
            write_cell(sheet, cell, plan.area(row, cell), &table.look)?;
        }
    }
    formulas::write(sheet, table, &plan)?;
    let last = plan.heights.len().saturating_sub(1) as u32;
    print_on(sheet, &table.look, (last, last_column(table)))?;
    repeat(sheet, table, &plan)?;
    Ok(plan)
}

pub(super) fn set_widths(sheet: &mut Worksheet, pixels: &[u32]) -> Result<(), XlsxError> {
    for (column, width) in pixels.iter().enumerate() {
        sheet.set_column_width_pixels(column as u16, *width)?;
    }
    Ok(())
}

fn last_column(table: &Table<'_>) -> u16 {
    table.columns.len().saturating_sub(1) as u16
}

fn plan(table: &Table<'_>, pixels: &[u32], least: &[(usize, f64)]) -> Plan {
    let width = pixels.iter().sum();
    let mut heights = heights(table, pixels);
    for (row, least) in least {
        heights.get_mut(*row).into_iter().for_each(|height| *height = height.max(*least));
    }
    let mut plan = Plan { starts: Vec::new(), heights: Vec::new() };
    plan.heights.push(height(&table.title, width, &table.look.title));
    plan.heights.extend(table.before.iter().map(|line| height(&line.text, width, &table.look.body)));
    for height in heights {
        plan.starts.push(plan.heights.len() as u32);
        let pieces = pieces(height);
        plan.heights.extend(std::iter::repeat_n(height / f64::from(pieces), pieces as usize));
    }
    plan.starts.push(plan.heights.len() as u32);
    plan
}

impl Plan {
    /// The row of the sheet where a row of the table begins; behind the last one, where the table ends.
    fn start(&self, row: usize) -> u32 {
        self.starts.get(row).or(self.starts.last()).copied().unwrap_or_default()
    }

    /// The cell of the sheet where a square of the table lies.
    pub fn square(&self, (row, column): Square) -> (u32, u16) {
        (self.start(row), column as u16)
    }

    fn area(&self, row: usize, cell: &Cell<'_>) -> Area {
        Area {
            top: self.start(row),
            left: cell.column as u16,
            bottom: self.start(row + cell.rows).saturating_sub(1),
            right: (cell.column + cell.columns).saturating_sub(1) as u16,
        }
    }
}

/// The title and the lines above the grid.
fn write_head(sheet: &mut Worksheet, table: &Table<'_>) -> Result<(), XlsxError> {
    let title = (&*table.title, formats::plain(&table.look.title, Align::Center));
    let lines = table.before.iter().map(|line| (&*line.text, formats::plain(&table.look.body, line.align)));
    for (row, (text, format)) in std::iter::once(title).chain(lines).enumerate() {
        let area = Area::row(row as u32, last_column(table));
        write_text(sheet, area, text, &formats::text(format, text))?;
    }
    Ok(())
}

fn write_cell(sheet: &mut Worksheet, cell: &Cell<'_>, area: Area, look: &Look) -> Result<(), XlsxError> {
    let format = formats::cell(cell.role, look);
    match number_of(cell) {
        Some((value, shown)) => write_number(sheet, area, value, &formats::number(format, &shown)),
        None => write_text(sheet, area, &cell.text, &formats::text(format, &cell.text)),
    }
}

/// The number in a cell, and the format in which it shows the cell's text.
pub(super) fn number_of(cell: &Cell<'_>) -> Option<(f64, String)> {
    match cell.role {
        Role::Value | Role::Amount => number(&cell.text),
        Role::Rate => rate(&cell.text),
        _ => None,
    }
}

fn merge(sheet: &mut Worksheet, area: Area, format: &Format) -> Result<(), XlsxError> {
    let Area { top, left, bottom, right } = area;
    if (top, left) != (bottom, right) {
        sheet.merge_range(top, left, bottom, right, "", format)?;
    }
    Ok(())
}

/// Writes a number into cells that become one.
pub(super) fn write_number(sheet: &mut Worksheet, area: Area, value: f64, format: &Format) -> Result<(), XlsxError> {
    merge(sheet, area, format)?;
    sheet.write_number_with_format(area.top, area.left, value, format)?;
    Ok(())
}

/// Writes a text into cells that become one.
pub(super) fn write_text(sheet: &mut Worksheet, area: Area, text: &str, format: &Format) -> Result<(), XlsxError> {
    merge(sheet, area, format)?;
    let text = legal(text);
    if text.is_empty() {
        sheet.write_blank(area.top, area.left, format)?;
    } else if text.starts_with("<r>") && text.ends_with("</r>") {
        // As a plain string it would be taken for what the library itself makes of texts in several fonts.
        sheet.write_rich_string_with_format(area.top, area.left, &[(format, &*text)], format)?;
    } else {
        sheet.write_string_with_format(area.top, area.left, &*text, format)?;
    }
    Ok(())
}

/// Lets the names of the columns be printed on each page and, where there is room, stay in sight.
fn repeat(sheet: &mut Worksheet, table: &Table<'_>, plan: &Plan) -> Result<(), XlsxError> {
    let is_names = |row: &Row<'_>| row.section == Section::Names;
    let (Some(first), Some(last)) = (table.rows.iter().position(is_names), table.rows.iter().rposition(is_names))
    else {
        return Ok(());
    };
    let below = plan.start(last + 1);
    sheet.set_repeat_rows(plan.start(first), below.saturating_sub(1))?;
    if plan.heights.iter().take(below as usize).sum::<f64>() <= MOST_FROZEN {
        sheet.set_freeze_panes(below, 0)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{super::heights::POINTS, *};

    #[test]
    fn a_sheet_is_as_wide_as_its_page() {
        let look = Look::default();
        let width: u32 = pixels(&[1, 2, 3], &look).iter().sum();
        assert!((f64::from(width) * POINTS / 72.0 * 25.4 - f64::from(look.width())).abs() < 1.0);
    }
}
