//! Documents imported, and what came out of them.

mod corpus;
#[cfg(feature = "documents")]
mod hostile;
mod layouts;
mod properties;
mod roundtrip;

use perfc::import::{Block, Cell, Document, Grid};

/// A grid of rows of texts; an empty text is an empty square.
pub fn grid(rows: &[Vec<&str>]) -> Grid {
    let cells = rows.iter().enumerate().flat_map(|(row, texts)| {
        let cell =
            move |(column, text): (usize, &&str)| Cell { row, column, rows: 1, columns: 1, text: (*text).to_owned() };
        texts.iter().enumerate().filter(|(_, text)| !text.is_empty()).map(cell)
    });
    Grid { name: None, cells: cells.collect() }
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
