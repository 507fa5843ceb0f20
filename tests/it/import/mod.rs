//! Documents imported, and what came out of them.

mod between;
mod cells;
pub mod corpus;
mod evaluations;
mod filled;
mod growth;
mod heads;
#[cfg(feature = "documents")]
mod hostile;
mod kept;
mod layouts;
pub mod models;
mod properties;
mod roundtrip;

use perfc::import::{Block, Cell, Document, Grid};

use crate::documents::cell;

/// A grid of rows of texts; an empty text is an empty square.
pub fn grid(rows: &[Vec<&str>]) -> Grid {
    let cells = rows.iter().enumerate().flat_map(|(row, texts)| {
        let texts = texts.iter().enumerate().filter(|(_, text)| !text.is_empty());
        texts.map(move |(column, text)| cell(row, column, text))
    });
    Grid { name: None, cells: cells.collect() }
}

/// A grid as it is drawn: a row a line, its cells between bars, `<` where the cell to the left goes on and `^` where
/// the one above does.
pub fn drawn(lines: &[&str]) -> Grid {
    let mut cells: Vec<Cell> = Vec::new();
    for (row, line) in lines.iter().enumerate() {
        for (column, text) in line.split('|').map(str::trim).enumerate() {
            let over = |cell: &&mut Cell| (cell.column..cell.column + cell.columns).contains(&column);
            match text {
                "" => {}
                "<" => cells.last_mut().unwrap().columns += 1,
                "^" => {
                    let above = cells.iter_mut().rev().filter(|cell| cell.row < row).find(over).unwrap();
                    above.rows = row + 1 - above.row;
                }
                text => cells.push(cell(row, column, text)),
            }
        }
    }
    Grid { name: None, cells }
}

/// A document of lines and one grid.
pub fn document(lines: &[&str], rows: &[Vec<&str>]) -> Document {
    let lines = lines.iter().map(|line| Block::Paragraph((*line).to_owned()));
    Document { blocks: lines.chain([Block::Grid(grid(rows))]).collect() }
}

/// A text of values between commas.
pub fn csv_document(text: &str) -> Document {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let records: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let rows: Vec<Vec<&str>> = records.iter().map(|record| record.iter().collect()).collect();
    document(&[], &rows)
}
