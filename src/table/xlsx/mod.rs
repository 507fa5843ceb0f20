//! Tables as an Excel workbook: a sheet for each, and before them, where there are several, one that lists them.
//!
//! A cell with money, points or a value that is a plain number is a number, in a number format by which it shows just the
//! text of the form: it can be reckoned with. Totals and rates that a table says to be [`computed`](Table::computed) are
//! formulas, with their results beside them for readers that do not compute. Everything else is text, whatever it begins
//! with.
//!
//! Excel finds the height of a row only where no cell of it is merged, so heights are reckoned here: all text is seen.
//! A row that needs more than Excel allows becomes several, over which its cells are merged. A sheet prints on A4, as
//! wide as the page, with the names of the columns on each page. On the screen they stay in sight where what lies above
//! them is not too high for that.

mod fill_in;
mod formats;
mod formulas;
mod heights;
pub(crate) mod names;
mod number;
mod overview;
mod sheet;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};

pub(crate) use formats::{cell as format_of, link, number as format_of_number};
pub(crate) use sheet::{Plan, pixels, write};

use super::{Look, Page, RenderError, Table, fill_in::FillIn, look::foot};
use crate::diagnostic::Lang;

/// The most characters of a cell, as UTF-16 counts them.
const MOST_TEXT: usize = 32_767;

/// The most rows of a sheet.
const MOST_ROWS: usize = 1_048_576;

pub(super) fn render(tables: &[Table<'_>]) -> Result<Vec<u8>, RenderError> {
    tables.iter().try_for_each(check)?;
    workbook_of(tables).map_err(|error| RenderError::Broken(error.to_string()))
}

/// Writes sheets to be filled in.
pub(super) fn fill_in(sheets: &[FillIn]) -> Result<Vec<u8>, RenderError> {
    sheets.iter().try_for_each(fill_in::check)?;
    fill_in::write(sheets).map_err(|error| RenderError::Broken(error.to_string()))
}

/// Whether a sheet can hold a table.
pub(crate) fn check(table: &Table<'_>) -> Result<(), RenderError> {
    // Each row may become several; a text of the greatest length takes fewer than this.
    if table.rows.len() + table.before.len() + 1 > MOST_ROWS / 2 {
        return Err(RenderError::ManyRows { title: table.title.clone(), most: MOST_ROWS / 2 });
    }
    let cells = table.rows.iter().flat_map(|row| &row.cells).map(|cell| &*cell.text);
    let lines = table.before.iter().map(|line| line.text.as_str());
    check_texts(cells.chain(lines).chain([table.title.as_str()]))
}

/// Whether cells can hold texts.
fn check_texts<'t>(mut texts: impl Iterator<Item = &'t str>) -> Result<(), RenderError> {
    // What is shorter in UTF-8 is so in UTF-16.
    let is_long = |text: &&str| text.len() > MOST_TEXT && text.encode_utf16().count() > MOST_TEXT;
    match texts.find(is_long) {
        Some(text) => Err(RenderError::LongText { begin: text.chars().take(20).collect(), most: MOST_TEXT }),
        None => Ok(()),
    }
}

fn workbook_of(tables: &[Table<'_>]) -> Result<Vec<u8>, XlsxError> {
    let names: Vec<String> =
        tables.iter().enumerate().map(|(at, table)| names::sheet(at + 1, project_of(table))).collect();
    let mut workbook = workbook()?;
    if tables.len() > 1 {
        overview::write(workbook.add_worksheet(), tables, &names)?;
    }
    for (table, name) in tables.iter().zip(&names) {
        write(workbook.add_worksheet().set_name(name)?, table, &[])?;
    }
    workbook.save_to_buffer()
}

/// A workbook without sheets.
pub(crate) fn workbook() -> Result<Workbook, XlsxError> {
    let mut workbook = Workbook::new();
    // The same tables are to give the same bytes, so the workbook has no date but the first one.
    let date = ExcelDateTime::from_ymd(1980, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&date));
    Ok(workbook)
}

/// What a table is of.
pub(crate) fn project_of<'t>(table: &'t Table<'_>) -> &'t str {
    if table.summary.project.is_empty() { &table.title } else { &table.summary.project }
}

/// The foot of each page, as Excel writes it.
pub(crate) fn footer(lang: Lang) -> String {
    let [before, between, behind] = foot(lang);
    format!("&C{before}&P{between}&N{behind}")
}

/// How a sheet prints.
fn print_on(sheet: &mut Worksheet, look: &Look, last: (u32, u16)) -> Result<(), XlsxError> {
    // A4 has the number 9.
    sheet.set_paper_size(9);
    match look.page {
        Page::Portrait => sheet.set_portrait(),
        Page::Landscape => sheet.set_landscape(),
    };
    let inches = |millimetres: u16| f64::from(millimetres) / 25.4;
    let margins = &look.margins;
    sheet.set_margins(
        inches(margins.left),
        inches(margins.right),
        inches(margins.top),
        inches(margins.bottom),
        inches(margins.top) / 2.0,
        inches(margins.bottom) / 2.0,
    );
    sheet.set_footer(footer(Lang::Zh));
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_print_center_horizontally(true);
    sheet.set_screen_gridlines(false);
    sheet.set_print_area(0, 0, last.0, last.1)?;
    Ok(())
}
