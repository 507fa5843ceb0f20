//! Rows of real tables, imported.

use std::{fs, path::PathBuf};

use perfc::{
    diagnostic::Lang,
    import::{Imported, Options, import},
};

use super::document;
use crate::support::assert_shown;

/// A table of real rows: what it says of itself, and its rows under the names of their columns.
pub struct Table {
    pub name: String,
    pub about: String,
    pub text: String,
}

#[allow(clippy::disallowed_methods, reason = "the library has no IO; its tests do")]
pub fn tables() -> Vec<Table> {
    let mut paths: Vec<PathBuf> =
        fs::read_dir("tests/fixtures/corpus").unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let read = |path: &PathBuf| {
        let text = fs::read_to_string(path).unwrap();
        let (about, text) = text.split_once('\n').unwrap();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        Table { name, about: about.trim_start_matches("# ").to_owned(), text: text.to_owned() }
    };
    paths.iter().map(read).collect()
}

/// A table as a file.
pub fn imported(table: &Table) -> Imported {
    let rows: Vec<Vec<&str>> = table.text.lines().map(|line| line.split('\t').collect()).collect();
    import(&table.name, &document(&[], &rows), Options::default())
}

#[test]
fn each_table_becomes_a_file() {
    let mut shown = String::new();
    for table in tables() {
        let imported = imported(&table);
        shown += &format!("==== {}\n{}\n", table.about, imported.text);
        for finding in &imported.findings {
            let place = &imported.sources.get(finding.span().file).name;
            shown += &format!("{place} {} {}\n", finding.code.rule().code, finding.message(Lang::Zh).title);
        }
        shown += "\n";
    }
    assert_shown!(shown);
}
