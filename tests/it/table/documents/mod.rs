//! Word and Excel documents, read back cell by cell.

mod docx;
mod properties;
pub mod readers;
mod xlsx;

use std::borrow::Cow;

use perfc::table::{Cell, Format, Layout, Options, Role, Row, Section, Table, render};

use super::{SOURCE, tables_of};

/// A cell where it lies: row, column, rows, columns, text.
pub type Place = (usize, usize, usize, usize, String);

/// The cells of a table.
fn places(table: &Table<'_>) -> Vec<Place> {
    let cells = table.rows.iter().enumerate().flat_map(|(row, cells)| cells.cells.iter().map(move |cell| (row, cell)));
    cells.map(|(row, cell)| (row, cell.column, cell.rows, cell.columns, cell.text.to_string())).collect()
}

/// Tables as a document, which is always the same.
fn document(format: Format, tables: &[Table<'_>]) -> Vec<u8> {
    let bytes = render(format, tables, &Options::default()).unwrap();
    assert_eq!(bytes, render(format, tables, &Options::default()).unwrap());
    bytes
}

/// The three published tables in each of the forms.
fn published() -> impl Iterator<Item = Vec<Table<'static>>> {
    Layout::embedded().iter().map(|layout| tables_of(SOURCE, layout))
}

/// A table of one column, a cell a row.
fn column(role: Role, texts: &[&str]) -> Table<'static> {
    let row = |text: &&str| Row {
        section: Section::Indicators,
        cells: vec![Cell { text: Cow::Owned((*text).to_owned()), role, column: 0, columns: 1, rows: 1 }],
    };
    Table { title: "表".to_owned(), columns: vec![1], rows: texts.iter().map(row).collect(), ..Table::default() }
}

/// Texts that formats might take for something else.
const ODD: [&str; 12] = [
    "=1+1",
    "+1",
    "-1+2",
    "@SUM(A1)",
    "<b>&amp;</b> ]]>",
    "<r><t>红</t></r>",
    "_x0041_",
    "  blanks  ",
    "a\tb",
    "一\n\n二",
    "'引",
    "👨‍👩‍👧𠮷",
];
