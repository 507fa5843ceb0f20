//! Rows of published tables from all over the country, as facts: `tests/fixtures/corpus`, a file for each table.
//!
//! The first line of a file tells where the table is from, the second names the columns. Cells are as published, also
//! where that is wrong.

use std::{fs, path::Path};

use perfc::import::{Block, Kind};

use super::{blocks, grid};

/// A table.
pub struct Facts {
    /// The name of its file.
    pub name: String,
    /// Where it is from.
    pub origin: String,
    pub rows: Vec<Row>,
}

/// A row; what its table has no column for is blank.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    pub level1: String,
    pub level2: String,
    pub level3: String,
    pub description: String,
    pub target: String,
    pub unit: String,
    pub weight: String,
    pub actual: String,
    pub score: String,
    pub note: String,
}

/// The names of the columns.
pub const COLUMNS: [&str; 10] =
    ["level1", "level2", "level3", "description", "target", "unit", "weight", "actual", "score", "note"];

impl Row {
    fn read(line: &str) -> Self {
        let mut cells = line.split('\t').map(str::to_owned);
        let mut next = || cells.next().unwrap();
        let row = Self {
            level1: next(),
            level2: next(),
            level3: next(),
            description: next(),
            target: next(),
            unit: next(),
            weight: next(),
            actual: next(),
            score: next(),
            note: next(),
        };
        assert_eq!(cells.next(), None, "{line}");
        row
    }

    /// The cells in the order of [`COLUMNS`].
    pub fn cells(&self) -> [&str; 10] {
        let Self { level1, level2, level3, description, target, unit, weight, actual, score, note } = self;
        [level1, level2, level3, description, target, unit, weight, actual, score, note]
    }
}

/// All tables, by the names of their files.
pub fn corpus() -> Vec<Facts> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/corpus");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.iter().map(|file| facts(file)).collect()
}

fn facts(file: &Path) -> Facts {
    let text = fs::read_to_string(file).unwrap();
    let mut lines = text.lines();
    let origin = lines.next().unwrap().strip_prefix("# Agency: ").unwrap().to_owned();
    assert_eq!(lines.next().unwrap(), COLUMNS.join("\t"));
    Facts { name: file.file_stem().unwrap().to_str().unwrap().to_owned(), origin, rows: lines.map(Row::read).collect() }
}

/// The table as a grid of single cells, the names of the columns above them.
fn expected(facts: &Facts) -> Option<Block> {
    let rows = std::iter::once(COLUMNS).chain(facts.rows.iter().map(Row::cells));
    grid(rows.enumerate().flat_map(|(row, cells)| {
        cells.into_iter().enumerate().map(move |(column, text)| super::cell(row, column, text))
    }))
}

#[test]
fn all_tables_are_there() {
    let corpus = corpus();
    assert_eq!(corpus.len(), 29);
    assert!(corpus.iter().all(|facts| !facts.origin.is_empty() && !facts.rows.is_empty()));
}

#[test]
fn values_between_tabs_are_read() {
    for facts in corpus() {
        let rows = std::iter::once(COLUMNS).chain(facts.rows.iter().map(Row::cells));
        let text: String = rows.map(|row| row.join("\t") + "\n").collect();
        assert_eq!(blocks(Kind::Csv, text.as_bytes()), Vec::from_iter(expected(&facts)), "{}", facts.name);
    }
}

#[cfg(feature = "documents")]
#[test]
fn web_pages_are_read() {
    for facts in corpus() {
        let rows = std::iter::once(COLUMNS).chain(facts.rows.iter().map(Row::cells));
        let escaped = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;");
        let row = |cells: [&str; 10]| format!("<tr>{}\n", cells.map(|cell| format!("<td>{}", escaped(cell))).concat());
        let page = format!("<html><table>{}", rows.map(row).collect::<String>());
        assert_eq!(blocks(Kind::Html, page.as_bytes()), Vec::from_iter(expected(&facts)), "{}", facts.name);
    }
}
