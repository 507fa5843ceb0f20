//! The first sheet of a workbook with several: a list of the others.

use rust_xlsxwriter::{Url, Worksheet, XlsxError};

use super::{
    formats,
    heights::height,
    number::number,
    print_on, project_of,
    sheet::{Area, pixels, set_widths, write_number, write_text},
};
use crate::table::{Align, Look, Page, Role, Section, Table};

/// The name of the sheet; others begin with a number.
const NAME: &str = "总览";

/// The columns with their widths.
const COLUMNS: [(&str, u16); 5] = [("序号", 8), ("项目名称", 56), ("预算数", 16), ("单位", 8), ("指标数", 12)];

/// The column with the names of projects.
const PROJECT: u16 = 1;

/// A sheet can have no more links.
const MOST_LINKS: usize = 65_530;

/// Lists the tables, whose sheets have these names.
pub(super) fn write(sheet: &mut Worksheet, tables: &[Table<'_>], names: &[String]) -> Result<(), XlsxError> {
    let look = Look { page: Page::Portrait, ..tables.first().map(|table| table.look.clone()).unwrap_or_default() };
    sheet.set_name(NAME)?;
    let pixels = pixels(&COLUMNS.map(|(_, width)| width), &look);
    set_widths(sheet, &pixels)?;
    let last = (COLUMNS.len() - 1) as u16;
    let title = title(tables);
    sheet.set_row_height(0, height(&title, pixels.iter().sum(), &look.title))?;
    write_text(sheet, Area::row(0, last), &title, &formats::plain(&look.title, Align::Center))?;
    let heading = formats::cell(Role::Heading, &look);
    for (column, (name, _)) in COLUMNS.iter().enumerate() {
        write_text(sheet, Area::cell(1, column as u16), name, &heading)?;
    }
    for (at, (table, name)) in tables.iter().zip(names).enumerate() {
        let row = at as u32 + 2;
        let project = project_of(table);
        let width = pixels.get(usize::from(PROJECT)).copied().unwrap_or_default();
        sheet.set_row_height(row, height(project, width, &look.body))?;
        write_text(
            sheet,
            Area::cell(row, PROJECT),
            project,
            &formats::text(formats::cell(Role::Text, &look), project),
        )?;
        write_number_of(sheet, row, at, name, &look)?;
        write_facts(sheet, row, table, &look)?;
    }
    sheet.set_freeze_panes(2, 0)?;
    sheet.set_repeat_rows(1, 1)?;
    print_on(sheet, &look, (tables.len() as u32 + 1, last))
}

/// What stands above the list.
fn title(tables: &[Table<'_>]) -> String {
    format!("{}总览", tables.first().map_or("", |table| &*table.summary.form))
}

/// Which project it is, as a link to its sheet. Some programs do not break texts that are links.
fn write_number_of(sheet: &mut Worksheet, row: u32, at: usize, name: &str, look: &Look) -> Result<(), XlsxError> {
    let mut format = formats::number(formats::cell(Role::Amount, look), "0");
    if at < MOST_LINKS {
        format = formats::link(format);
        let url = Url::new(format!("internal:'{name}'!A1")).set_text((at + 1).to_string());
        sheet.write_url_with_format(row, 0, url, &format)?;
    }
    // The number takes the place of the link's text.
    write_number(sheet, Area::cell(row, 0), (at + 1) as f64, &format)
}

/// What a row says besides the name.
fn write_facts(sheet: &mut Worksheet, row: u32, table: &Table<'_>, look: &Look) -> Result<(), XlsxError> {
    let format = formats::cell(Role::Amount, look);
    let indicators = table.rows.iter().filter(|row| row.section == Section::Indicators).count();
    let facts =
        [(2, table.summary.total.to_string()), (3, table.summary.unit.to_string()), (4, indicators.to_string())];
    for (column, text) in facts {
        let area = Area::cell(row, column);
        match number(&text) {
            Some((value, shown)) => write_number(sheet, area, value, &formats::number(format.clone(), &shown))?,
            None => write_text(sheet, area, &text, &formats::text(format.clone(), &text))?,
        }
    }
    Ok(())
}
