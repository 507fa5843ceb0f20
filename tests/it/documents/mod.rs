//! Documents, read.

pub mod pdf;
mod properties;
mod round_trips;

use perfc::{
    import::{Block, Cell, Document, Grid, Kind, read},
    table::{Row, Table},
};

/// The blocks of a document that must be of this format.
fn blocks(kind: Kind, bytes: &[u8]) -> Vec<Block> {
    let (found, document) = read(bytes).unwrap();
    assert_eq!(found, kind);
    document.blocks
}

/// What a document holds must have the order and shape that it promises.
fn assert_sound(document: &Document) {
    for block in &document.blocks {
        match block {
            Block::Paragraph(text) => assert!(!text.is_empty() && text.trim() == text, "{text:?}"),
            Block::Grid(grid) => assert_sound_grid(grid),
        }
    }
}

fn assert_sound_grid(grid: &Grid) {
    assert!(!grid.cells.is_empty());
    let mut squares = std::collections::HashSet::new();
    for cell in &grid.cells {
        assert!(cell.rows > 0 && cell.columns > 0);
        assert!(!cell.text.is_empty() || cell.rows > 1 || cell.columns > 1);
        let rows = cell.row..cell.row + cell.rows;
        let mut covered = rows.flat_map(|row| (0..cell.columns).map(move |column| (row, cell.column + column)));
        assert!(covered.all(|square| squares.insert(square)), "{grid:?}");
    }
    assert!(grid.cells.is_sorted_by_key(|cell| (cell.row, cell.column)));
}

/// The paragraphs above a table.
pub fn lines(table: &Table<'_>) -> Vec<Block> {
    let texts = std::iter::once(&table.title).chain(table.before.iter().map(|line| &line.text));
    texts.map(|text| Block::Paragraph(text.clone())).collect()
}

/// A cell of one square.
pub fn cell(row: usize, column: usize, text: &str) -> Cell {
    Cell { row, column, rows: 1, columns: 1, text: text.to_owned(), held: None }
}

/// A grid of those cells that hold something or are merged, if there are any.
fn grid(cells: impl IntoIterator<Item = Cell>) -> Option<Block> {
    let cells = cells.into_iter().map(|mut cell| {
        if cell.text.trim().is_empty() {
            cell.text.clear();
        }
        cell
    });
    let cells: Vec<Cell> = cells.filter(|cell| !cell.text.is_empty() || cell.rows > 1 || cell.columns > 1).collect();
    (!cells.is_empty()).then_some(Block::Grid(Grid { name: None, cells }))
}

/// The cells of rows, merged as they are.
pub fn merged(rows: &[Row<'_>]) -> Vec<Cell> {
    let cells = rows.iter().enumerate().flat_map(|(row, cells)| cells.cells.iter().map(move |cell| (row, cell)));
    let cells = cells.map(|(row, cell)| Cell {
        row,
        column: cell.column,
        rows: cell.rows.min(rows.len() - row),
        columns: cell.columns,
        text: cell.text.to_string(),
        held: None,
    });
    cells.collect()
}

/// The rows of a table divided where its parts begin.
fn parts<'r, 't>(table: &'r Table<'t>) -> impl Iterator<Item = &'r [Row<'t>]> {
    table.rows.chunk_by(|above, below| !below.begins_part(above))
}
