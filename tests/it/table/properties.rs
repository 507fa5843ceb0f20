//! What holds of all tables, whatever is in them.

use std::borrow::Cow;

use perfc::table::{Align, Ambiguous, Cell, Format, Line, Options, Role, Row, Section, Table};
use proptest::prelude::*;

use super::{
    readers::{from_html, from_table, markdown_texts, records},
    text_of,
};

/// A text that may hold anything that is no control character, and line ends.
pub fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[支撑服务知识产权保护，。“”（）≥≤%0-9A-Za-z. \n]{0,40}",
        2 => "\\PC{0,20}",
        1 => "[=+@ \t,\"|<>&*_\\\\`\\[\\]#~-]{0,10}",
        1 => "[\u{200D}\u{FE0F}\u{301}\u{1F469}\u{1F466}\u{1F3FD}\u{1F1E8}\u{1F1F3}ae1#\u{20E3}茶“ﾞ\u{AD}\u{644}\u{627}]{0,12}",
    ]
}

fn role() -> impl Strategy<Value = Role> {
    prop::sample::select(vec![Role::Heading, Role::Label, Role::Category, Role::Text, Role::Value, Role::Amount])
}

/// A table with a first column merged over runs of rows, and rows divided anyhow behind it.
pub fn table() -> impl Strategy<Value = Table<'static>> {
    let row = prop::collection::vec((any_text(), role(), any::<bool>()), 7);
    let rows = prop::collection::vec((row, any::<bool>()), 1..7);
    let lines =
        prop::collection::vec((any_text(), prop::sample::select(vec![Align::Left, Align::Center, Align::Right])), 0..3);
    (2..7_usize, rows, any_text(), lines).prop_map(|(columns, rows, title, lines)| Table {
        title,
        before: lines.into_iter().map(|(text, align)| Line { text: text.replace('\n', ""), align }).collect(),
        columns: vec![1; columns],
        rows: merged(columns, rows),
        ..Table::default()
    })
}

type Contents = Vec<(Vec<(String, Role, bool)>, bool)>;

fn merged(columns: usize, contents: Contents) -> Vec<Row<'static>> {
    let mut rows: Vec<Row<'static>> = Vec::new();
    let mut top = 0;
    for (at, (contents, joins)) in contents.into_iter().enumerate() {
        let mut cells: Vec<Cell<'static>> = Vec::new();
        for (column, (text, role, joins_left)) in contents.into_iter().take(columns).enumerate() {
            match cells.last_mut().filter(|_| joins_left && column > 1) {
                Some(left) => left.columns += 1,
                None => cells.push(Cell { text: Cow::Owned(text), role, column, columns: 1, rows: 1 }),
            }
        }
        if joins && at > 0 {
            cells.remove(0);
            rows[top].cells[0].rows += 1;
        } else {
            top = at;
        }
        rows.push(Row { section: Section::Indicators, cells });
    }
    rows
}

/// Whether a field of CSV is this text, perhaps behind an apostrophe.
fn is_field(field: &str, text: &str) -> bool {
    field == text || field.strip_prefix('\'') == Some(text)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn drawings_are_even(table in table(), width in 0..140_usize, wide: bool) {
        let ambiguous = if wide { Ambiguous::Wide } else { Ambiguous::Narrow };
        let options = Options { width, ambiguous };
        let most = width.max(3 * table.columns.len() + 1);
        let text = text_of(Format::Text, std::slice::from_ref(&table), &options);
        prop_assert!(text.lines().all(|line| ambiguous.width(line) <= most), "{text}");
        let bare = Table { title: String::new(), before: Vec::new(), ..table };
        let text = text_of(Format::Text, &[bare], &options);
        let widths: Vec<usize> = text.lines().skip(1).map(|line| ambiguous.width(line)).collect();
        prop_assert!(widths.iter().all(|width| *width == widths[0]), "{text}");
    }

    #[test]
    fn html_reads_back(table in table()) {
        let read = from_html(&text_of(Format::Html, std::slice::from_ref(&table), &Options::default()));
        prop_assert_eq!(read, [from_table(&table)]);
    }

    #[test]
    fn csv_reads_back(table in table()) {
        let records = records(&text_of(Format::Csv, std::slice::from_ref(&table), &Options::default()));
        let form = from_table(&table);
        let lines = std::iter::once(form.title).chain(form.before).map(|line| vec![line]);
        let expected = lines.chain(form.rows).map(|mut row| {
            row.resize(table.columns.len(), String::new());
            row
        });
        let expected: Vec<Vec<String>> = expected.collect();
        let same = |record: &Vec<String>, row: &Vec<String>| {
            record.len() == row.len() && record.iter().zip(row).all(|(field, text)| is_field(field, text))
        };
        prop_assert_eq!(records.len(), expected.len());
        prop_assert!(records.iter().zip(&expected).all(|(record, row)| same(record, row)), "{records:?}\n{expected:?}");
    }

    #[test]
    fn markdown_reads_back(table in table()) {
        let read = markdown_texts(&text_of(Format::Markdown, std::slice::from_ref(&table), &Options::default()));
        let lines = std::iter::once(&*table.title).chain(table.before.iter().map(|line| &*line.text));
        let cells = table.rows.iter().flat_map(|row| &row.cells).map(|cell| &*cell.text);
        let expected: Vec<&str> = lines.chain(cells).filter(|text| !text.is_empty()).collect();
        prop_assert_eq!(read, expected);
    }
}
