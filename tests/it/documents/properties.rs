//! What holds of all documents, whatever is in them.

use perfc::{
    import::{Block, Kind, detect, read},
    table::{Format, Options, Table, render},
};
use proptest::prelude::*;

use super::{assert_sound, blocks, grid, merged};
use crate::table::properties::table;

/// Pieces of web pages.
const HTML: &[&str] = &[
    "<table>",
    "</table>",
    "<tr>",
    "</tr>",
    "<td>",
    "</td>",
    "<td rowspan=2>",
    "<td colspan=3 rowspan=0>",
    "<th>",
    "<thead>",
    "<tbody>",
    "<tfoot>",
    "<caption>",
    "</caption>",
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<br>",
    "<pre>",
    "</pre>",
    "<p hidden>",
    "<td style='display:none'>",
    "<style>td{white-space:pre}",
    "</style>",
    "<script>",
    "</script>",
    "<!--",
    "-->",
    "<",
    "&",
    "&lt;",
    "&#x;",
    "<td a='",
    "'>",
    "<template>",
    "</template>",
    "<li>",
    "甲",
    " a ",
    "\n",
    "\t",
    "\u{A0}",
];

/// Pieces of CSV and text.
const TEXT: &[&str] = &[
    "a",
    "甲",
    "指标",
    " ",
    "  ",
    "    ",
    "\t",
    "\n",
    "\n",
    "\r\n",
    "\n\n",
    "\n\t",
    ",",
    ";",
    "|",
    "\"",
    "'=",
    "| --- |",
    "| ",
    " |",
    "\\",
    "<br>",
    "&amp;",
    "┌──┬──┐",
    "│  │  │",
    "├──┼──┤",
    "└──┴──┘",
    "│",
    "─",
    "┬",
    "+--+--+",
    "|  |  |",
    "[bookmark: _T]",
    "[bookmark: ",
    "# ",
    "sep=;\n",
    "\u{C}",
    "\u{3000}",
    "“",
    "👨‍👩‍👧",
];

/// Begins of files by which readers are chosen.
const BEGINS: &[&[u8]] = &[
    b"",
    b"<html>",
    b"\xEF\xBB\xBF",
    b"\xFF\xFE",
    b"\xFE\xFF",
    b"PK\x03\x04",
    b"%PDF-",
    b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
    b"<table>",
    b"\t",
    b"+--+\n",
    b"| a |\n| - |\n",
    b"a,b\nc,d\n",
    b"<?xml version='1.0'?><html>",
];

fn soup(pieces: &'static [&'static str]) -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(pieces), 0..60).prop_map(|pieces| pieces.concat())
}

/// The rows with something in them, each without the blank texts at its end.
fn filled(rows: impl IntoIterator<Item = Vec<String>>) -> Vec<Vec<String>> {
    let rows = rows.into_iter().map(|mut row| {
        let blank = |text: &String| text.trim().is_empty();
        row.iter_mut().filter(|text| blank(text)).for_each(String::clear);
        row.truncate(row.iter().rposition(|text| !blank(text)).map_or(0, |last| last + 1));
        row
    });
    rows.filter(|row| !row.is_empty()).collect()
}

/// A row with one text is as good as paragraphs of its lines.
fn as_lines(rows: Vec<Vec<String>>) -> Vec<Vec<String>> {
    let lines = rows.into_iter().flat_map(|row| match &row[..] {
        [text] => text.lines().map(|line| vec![line.trim().to_owned()]).collect(),
        _ => vec![row],
    });
    filled(lines)
}

fn rows_of(table: &Table<'_>) -> Vec<Vec<String>> {
    let grid = table.grid();
    let row = |row| grid.row(row).map(|placed| placed.cell.text.to_string()).collect();
    let lines = std::iter::once(&table.title).chain(table.before.iter().map(|line| &line.text));
    lines.map(|line| vec![line.clone()]).chain((0..table.rows.len()).map(row)).collect()
}

fn rows_read(blocks: Vec<Block>) -> Vec<Vec<String>> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph(text) => rows.push(vec![text]),
            Block::Grid(grid) => {
                let start = rows.len();
                for cell in grid.cells {
                    rows.resize(rows.len().max(start + cell.row + 1), Vec::new());
                    let row = &mut rows[start + cell.row];
                    row.resize(cell.column, String::new());
                    row.push(cell.text);
                }
            }
        }
    }
    rows
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes(begin in prop::sample::select(BEGINS), bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        let bytes = [begin, &bytes].concat();
        if let Ok((kind, document)) = read(&bytes) {
            prop_assert_eq!(detect(&bytes), Ok(kind));
            assert_sound(&document);
        }
    }

    #[test]
    fn any_page(soup in soup(HTML)) {
        if let Ok((_, document)) = read(format!("<html>{soup}").as_bytes()) {
            assert_sound(&document);
        }
    }

    #[test]
    fn any_text(begin in prop::sample::select(BEGINS), soup in soup(TEXT)) {
        if let Ok((_, document)) = read(&[begin, soup.as_bytes()].concat()) {
            assert_sound(&document);
        }
    }

    #[cfg(feature = "documents")]
    #[test]
    fn html_reads_back(table in table()) {
        let page = render(Format::Html, std::slice::from_ref(&table), &Options::default()).unwrap();
        let mut read = blocks(Kind::Html, &page);
        read.retain(|block| matches!(block, Block::Grid(_)));
        prop_assert_eq!(read, grid(merged(&table.rows)).into_iter().collect::<Vec<_>>());
    }

    #[test]
    fn csv_reads_back(table in table()) {
        let csv = render(Format::Csv, std::slice::from_ref(&table), &Options::default()).unwrap();
        // A file in which hardly anything stands does not show its format.
        prop_assume!(detect(&csv) == Ok(Kind::Csv));
        let read = as_lines(filled(rows_read(blocks(Kind::Csv, &csv))));
        prop_assert_eq!(read, as_lines(filled(rows_of(&table))));
    }
}
