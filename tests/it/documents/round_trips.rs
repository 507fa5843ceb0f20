//! The published tables, written in each of our own formats, and the text that a converter left of them, are read with
//! each of their cells.

use perfc::{
    import::{Block, Cell, Grid, Kind},
    table::{Ambiguous, Format, Options, Row, Table, render},
};

use super::{blocks, cell, grid, lines, merged, parts};
use crate::table::{SOURCE, seed, tables};

/// The blocks of the published tables, their rows made cells in this way.
fn expected<'t, F: FnMut(&Table<'t>) -> Vec<Block>>(tables: &[Table<'t>], mut grids: F) -> Vec<Block> {
    tables.iter().flat_map(|table| lines(table).into_iter().chain(grids(table))).collect()
}

/// Compares block by block, so that a failure shows the block.
#[track_caller]
fn assert_same(actual: &[Block], expected: &[Block]) {
    for (actual, expected) in actual.iter().zip(expected) {
        assert_eq!(actual, expected);
    }
    assert_eq!(actual.len(), expected.len());
}

#[cfg(feature = "documents")]
#[test]
fn html() {
    let tables = tables(SOURCE);
    let actual = blocks(Kind::Html, &render(Format::Html, &tables, &Options::default()).unwrap());
    assert_same(&actual, &expected(&tables, |table| parts(table).filter_map(|rows| grid(merged(rows))).collect()));
}

#[test]
fn csv() {
    let tables = tables(SOURCE);
    let actual = blocks(Kind::Csv, &render(Format::Csv, &tables, &Options::default()).unwrap());
    let grids = |table: &Table<'_>| {
        let covered = table.grid();
        let row = |row| covered.row(row).enumerate().map(move |(at, placed)| cell(row, at, &placed.cell.text));
        grid((0..table.rows.len()).flat_map(row)).into_iter().collect()
    };
    assert_same(&actual, &expected(&tables, grids));
}

/// The cells of a part of a table in Markdown, which has those columns in which one of them begins.
fn dense(rows: &[Row<'_>]) -> Option<Block> {
    let cells = merged(rows);
    let mut columns: Vec<usize> = cells.iter().map(|cell| cell.column).collect();
    columns.sort_unstable();
    columns.dedup();
    let place = |column| columns.binary_search(&column).unwrap();
    grid(cells.iter().map(|found| cell(found.row, place(found.column), &found.text)))
}

#[test]
fn markdown() {
    let tables = tables(SOURCE);
    let actual = blocks(Kind::Text, &render(Format::Markdown, &tables, &Options::default()).unwrap());
    assert_same(&actual, &expected(&tables, |table| parts(table).filter_map(dense).collect()));
}

/// Drawings that are wide enough not to break texts.
#[test]
fn text() {
    let tables = tables(SOURCE);
    for ambiguous in [Ambiguous::Narrow, Ambiguous::Wide] {
        let drawn = render(Format::Text, &tables, &Options { width: 10_000, ambiguous }).unwrap();
        let grids = |table: &Table<'_>| grid(merged(&table.rows)).into_iter().collect();
        assert_same(&blocks(Kind::Text, &drawn), &expected(&tables, grids));
    }
}

/// Drawings that break texts: nothing is lost or added but blanks where they do.
#[test]
fn narrow_text() {
    let grids = |blocks: Vec<Block>| {
        let without_blanks = |block| match block {
            Block::Grid(Grid { mut cells, .. }) => {
                cells.iter_mut().for_each(|cell| cell.text.retain(|c| !c.is_whitespace()));
                Some(cells)
            }
            Block::Paragraph(_) => None,
        };
        blocks.into_iter().filter_map(without_blanks).collect::<Vec<_>>()
    };
    let tables = tables(SOURCE);
    let whole = expected(&tables, |table| grid(merged(&table.rows)).into_iter().collect());
    for (width, ambiguous) in
        [60, 80, 100, 120, 200].into_iter().flat_map(|width| [(width, Ambiguous::Narrow), (width, Ambiguous::Wide)])
    {
        let drawn = render(Format::Text, &tables, &Options { width, ambiguous }).unwrap();
        let (actual, expected) = (grids(blocks(Kind::Text, &drawn)), grids(whole.clone()));
        for (actual, expected) in actual.iter().flatten().zip(expected.iter().flatten()) {
            assert_eq!(actual, expected, "{width} {ambiguous:?}");
        }
        assert_eq!(actual.len(), expected.len());
    }
}

#[test]
fn converted_text() {
    let actual = blocks(Kind::Text, include_bytes!("../../fixtures/seed.txt"));
    let forms = seed::forms();
    let mut actual = actual.into_iter();
    for form in forms {
        let lines = std::iter::once(form.title).chain(form.before).map(Block::Paragraph);
        assert!(lines.eq(actual.by_ref().take(3)));
        let Some(Block::Grid(grid)) = actual.next() else { panic!("a grid") };
        let text = |row: usize, column: usize| {
            let covers = |cell: &&Cell| (cell.row..cell.row + cell.rows).contains(&row) && cell.column == column;
            grid.cells.iter().find(covers).map_or("", |cell| &cell.text)
        };
        for (row, texts) in form.rows.iter().enumerate() {
            let actual: Vec<&str> = (0..texts.len()).map(|column| text(row, column)).collect();
            assert_eq!(actual, *texts);
        }
        assert_eq!(grid.cells.iter().map(|cell| cell.row + cell.rows).max(), Some(form.rows.len()));
    }
    assert_eq!(actual.next(), None);
}
