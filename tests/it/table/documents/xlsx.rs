//! Excel workbooks: each text, number and span, names of sheets, limits.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use perfc::table::{Format, Layout, Options, RenderError, Role, Table, render};

use super::{
    super::tables_of,
    ODD, Place, column, document, places, published,
    readers::{file, names},
};

/// A sheet: the cells that hold something or cover more than one square, and which of them are numbers.
pub struct Sheet {
    name: String,
    pub cells: Vec<(Place, bool)>,
}

pub fn sheets(bytes: &[u8]) -> Vec<Sheet> {
    let mut workbook = Xlsx::new(Cursor::new(bytes)).unwrap();
    let names = workbook.sheet_names();
    names.into_iter().map(|name| Sheet { cells: cells(&mut workbook, &name), name }).collect()
}

fn cells(workbook: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Vec<(Place, bool)> {
    let range = workbook.worksheet_range(name).unwrap();
    let merged = workbook.merge_cells_by_sheet_name(name).unwrap();
    let (top, left) = range.start().unwrap_or_default();
    let mut cells = Vec::new();
    for (row, column, value) in range.used_cells() {
        let (row, column) = (row + top as usize, column + left as usize);
        let area = merged.iter().find(|area| (area.start.0 as usize, area.start.1 as usize) == (row, column));
        let (rows, columns) = area.map_or((1, 1), |area| {
            ((area.end.0 - area.start.0 + 1) as usize, (area.end.1 - area.start.1 + 1) as usize)
        });
        let (text, is_number) = match value {
            Data::String(text) => (text.clone(), false),
            Data::Float(number) => (number.to_string(), true),
            other => panic!("{other:?}"),
        };
        cells.push(((row, column, rows, columns, text), is_number));
    }
    cells
}

/// The text that a cell shows: a number has as many decimals as its format says, which are those of the text expected.
pub fn shown((cell, is_number): &(Place, bool), expected: &str) -> String {
    if !is_number {
        return cell.4.clone();
    }
    let places = expected.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    format!("{:.places$}", cell.4.parse::<f64>().unwrap())
}

/// Whether a cell of the sheet is this one of the table.
fn is_same(cell: &(Place, bool), table: &Place, above: usize) -> bool {
    let (row, column, rows, columns, _) = cell.0;
    let text = shown(cell, &table.4);
    (row, column, rows, columns, &text) == (table.0 + above, table.1, table.2, table.3, &table.4)
}

#[test]
fn every_cell_and_span_of_the_published_tables() {
    for tables in published() {
        let sheets = sheets(&document(Format::Xlsx, &tables));
        assert_eq!(sheets.len(), tables.len() + 1);
        for (sheet, table) in sheets[1..].iter().zip(&tables) {
            let above = 1 + table.before.len();
            let (head, cells): (Vec<_>, Vec<_>) = sheet.cells.iter().partition(|cell| cell.0.0 < above);
            let lines: Vec<&str> = head.iter().map(|cell| &*cell.0.4).collect();
            let expected = std::iter::once(&*table.title).chain(table.before.iter().map(|line| &*line.text));
            assert_eq!(lines, expected.collect::<Vec<_>>());
            let expected: Vec<Place> = places(table).into_iter().filter(|place| !place.4.is_empty()).collect();
            assert_eq!(cells.len(), expected.len());
            for (cell, expected) in cells.iter().zip(&expected) {
                assert!(is_same(cell, expected, above), "{cell:?} {expected:?}");
            }
        }
    }
}

#[test]
fn money_and_points_are_numbers() {
    let tables = tables_of(
        "year 2026\nproject \"甲\" { budget 1020000.00 元 { fiscal 1020000.00 元 }; quantity \"数\" >= 12 家 weight 20.5 }",
        Layout::find("central-2021").unwrap(),
    );
    let sheets = sheets(&document(Format::Xlsx, &tables));
    assert_eq!(sheets.len(), 1);
    let numbers: Vec<&str> = sheets[0].cells.iter().filter(|cell| cell.1).map(|cell| &*cell.0.4).collect();
    assert_eq!(numbers, ["1020000", "1020000", "12", "20.5"]);
}

#[test]
fn odd_texts_stay_as_they_are() {
    let texts: Vec<&str> = ODD.into_iter().chain(["007", "1,000", "1e5", "123456789012345678"]).collect();
    for role in [Role::Text, Role::Value, Role::Amount] {
        let bytes = document(Format::Xlsx, &[column(role, &texts)]);
        let sheet = sheets(&bytes).remove(0);
        let read: Vec<(&str, bool)> = sheet.cells[1..].iter().map(|cell| (&*cell.0.4, cell.1)).collect();
        assert_eq!(read, texts.iter().map(|text| (*text, false)).collect::<Vec<_>>());
        assert!(!file(&bytes, "xl/worksheets/sheet1.xml").contains("<f>"));
    }
}

#[test]
fn control_characters_do_not_spoil_the_workbook() {
    let sheet = sheets(&document(Format::Xlsx, &[column(Role::Text, &["a\u{1}\r\u{FFFF}z"])])).remove(0);
    assert_eq!(sheet.cells[1].0.4, "a\u{FFFD}\u{FFFD}\u{FFFD}z");
}

#[test]
fn the_overview_leads_to_the_sheets() {
    let tables = published().next().unwrap();
    let bytes = document(Format::Xlsx, &tables);
    let sheets = sheets(&bytes);
    assert_eq!(sheets[0].name, "总览");
    assert_eq!(sheets[3].name, "3.中央2025年安可替代专项-津财行政指［2025］69号");
    let row: Vec<&str> = sheets[0].cells.iter().filter(|cell| cell.0.0 == 4).map(|cell| &*cell.0.4).collect();
    assert_eq!(row, ["3", "中央2025年安可替代专项-津财行政指[2025]69号", "12232.2", "元", "6"]);
    let sheet = file(&bytes, "xl/worksheets/sheet1.xml");
    assert_eq!(sheet.matches("<hyperlink ").count(), 3);
    assert!(sheet.contains(&format!("location=\"'{}'!A1\"", sheets[3].name)), "{sheet}");
}

#[test]
fn sheets_print_on_pages() {
    for (tables, orientation) in published().zip(["portrait", "portrait", "landscape"]) {
        let bytes = document(Format::Xlsx, &tables);
        let sheet = file(&bytes, "xl/worksheets/sheet2.xml");
        assert!(sheet.contains("paperSize=\"9\"") && sheet.contains(&format!("orientation=\"{orientation}\"")));
        assert!(sheet.contains("fitToHeight=\"0\"") && sheet.contains("fitToPage=\"1\""));
        assert!(sheet.contains("&amp;P"));
        let workbook = file(&bytes, "xl/workbook.xml");
        assert_eq!(workbook.matches("_xlnm.Print_Titles").count(), tables.len() + 1);
        assert_eq!(workbook.matches("_xlnm.Print_Area").count(), tables.len() + 1);
    }
}

/// The names of the columns stay in sight where what is above them leaves room for more.
#[test]
fn short_heads_are_frozen() {
    let bytes = document(Format::Xlsx, &published().next().unwrap());
    let frozen = |sheet: usize| file(&bytes, &format!("xl/worksheets/sheet{sheet}.xml")).contains("state=\"frozen\"");
    assert_eq!([1, 2, 3, 4].map(frozen), [true, false, true, true]);
}

/// A row that is higher than Excel allows becomes several, over which its cells are merged.
#[test]
fn very_long_texts_are_seen_whole() {
    let goal = "推动知识产权保护体系向基层延伸。".repeat(150);
    let source = format!("project \"甲\" {{ goal \"{goal}\"; quantity \"数\" >= 1 个 }}");
    let bytes = document(Format::Xlsx, &tables_of(&source, Layout::find("tianjin").unwrap()));
    let sheet = sheets(&bytes).remove(0);
    let (cell, _) = sheet.cells.iter().find(|(cell, _)| cell.4.ends_with(&goal)).unwrap();
    assert!(cell.2 > 1 && cell.3 == 6, "{} {}", cell.2, cell.3);
    let text = file(&bytes, "xl/worksheets/sheet1.xml");
    let heights = text.split(" ht=\"").skip(1).map(|rest| rest.split('"').next().unwrap().parse::<f64>().unwrap());
    assert!(heights.clone().all(|height| height <= 409.0));
    // 42 characters of 10.5 points fit into a line of six columns, so at least this much is needed.
    assert!(heights.sum::<f64>() > (goal.chars().count() as f64 / 42.0) * 10.5);
}

#[test]
fn what_does_not_fit_is_said() {
    let long = "长".repeat(32_768);
    let result = render(Format::Xlsx, &[column(Role::Text, &[&long])], &Options::default());
    assert_eq!(result, Err(RenderError::LongText { begin: "长".repeat(20), most: 32_767 }));
    assert!(render(Format::Xlsx, &[column(Role::Text, &[&long[3..]])], &Options::default()).is_ok());
    let many = Table { rows: vec![column(Role::Text, &["a"]).rows.remove(0); 600_000], ..column(Role::Text, &[]) };
    assert!(matches!(render(Format::Xlsx, &[many], &Options::default()), Err(RenderError::ManyRows { .. })));
}

#[test]
fn workbooks_are_whole_whatever_is_in_them() {
    for tables in [&[][..], &[Table::default()], &[Table::default(), Table::default()]] {
        let bytes = document(Format::Xlsx, tables);
        assert!(names(&bytes).contains(&"xl/workbook.xml".to_owned()));
        assert_eq!(sheets(&bytes).len(), if tables.len() > 1 { 3 } else { 1 });
    }
}
