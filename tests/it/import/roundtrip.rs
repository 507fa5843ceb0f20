//! Tables that were printed, imported and printed again.

use perfc::{
    diagnostic::Lang,
    import::{Block, Document, Grid, Options, import, read},
    table::{Format, Layout, Table, render},
};

use super::models::difference;
use crate::{
    documents::{lines, merged},
    support::compiled,
    table::{
        SOURCE,
        readers::{Form, from_table},
        seed, tables_of, tianjin,
    },
};

/// Tables as a document of a format that loses nothing.
pub fn document(tables: &[Table<'_>]) -> Document {
    let blocks = tables.iter().flat_map(|table| {
        let lines = lines(table).into_iter().filter(|line| *line != Block::Paragraph(String::new()));
        lines.chain([Block::Grid(Grid { name: None, cells: merged(&table.rows) })])
    });
    Document { blocks: blocks.collect() }
}

/// What comes out of a document, in both keyword languages.
pub fn imported(document: &Document) -> [String; 2] {
    [Lang::Zh, Lang::En].map(|words| import("a.docx", document, Options { words, ..Options::default() }).text)
}

/// Asserts that the tables of a source, imported and printed again, are the same; answers the files.
fn come_out_again(source: &str) -> [String; 2] {
    let tables = tables_of(source, tianjin());
    let files = imported(&document(&tables));
    for file in &files {
        assert_eq!(tables_of(file, tianjin()), tables);
        assert_eq!(difference(source, file, tianjin()), None);
    }
    files
}

#[test]
fn the_published_tables() {
    let [zh, en] = come_out_again(SOURCE);
    assert_eq!(compiled(&zh).document(), compiled(&en).document());
    assert_eq!(compiled(&zh).errors(), 0);
    crate::support::assert_shown!(zh);
}

/// All forms of targets, and a standard of a province.
#[test]
fn all_forms_of_targets() {
    come_out_again(include_str!("../../../examples/forms.perf"));
    come_out_again(include_str!("../../../examples/forms.zh.perf"));
    come_out_again(include_str!("../../../examples/roads-2026.perf"));
}

/// The published document, as a converter left it: each cell of its three tables comes out again.
#[test]
fn the_text_of_the_document() {
    let (_, document) = read(include_bytes!("../../fixtures/seed.txt")).unwrap();
    for text in imported(&document) {
        let tables = tables_of(&text, tianjin());
        let forms: Vec<Form> = tables.iter().map(from_table).collect();
        assert_eq!(forms, seed::forms());
    }
}

/// What is written is read again, whatever the form and the format. Terminals lose blanks where lines break.
#[test]
fn each_form_in_each_format() {
    for layout in Layout::embedded() {
        let tables = tables_of(SOURCE, layout);
        for &format in Format::ALL {
            let bytes = render(format, &tables, &perfc::table::Options { width: 2000, ..Default::default() }).unwrap();
            let (_, document) = read(&bytes).unwrap();
            for text in imported(&document) {
                let again = tables_of(&text, layout);
                assert_eq!(shown(&again), shown(&tables), "{} as {format:?}\n{text}", layout.id);
                assert_eq!(difference(SOURCE, &text, layout), None, "{} as {format:?}\n{text}", layout.id);
            }
        }
    }
}

/// The texts of tables with their places, a line each.
fn shown(tables: &[Table<'_>]) -> String {
    let mut text = String::new();
    for table in tables {
        text += &format!("# {}\n", table.title);
        table.before.iter().for_each(|line| text += &format!("{}\n", line.text));
        for (row, cells) in table.rows.iter().enumerate() {
            for cell in &cells.cells {
                text += &format!("{row}:{} {}x{} {}\n", cell.column, cell.rows, cell.columns, cell.text);
            }
        }
    }
    text
}
