//! Tables that were printed, imported and printed again.

use perfc::{
    compile::{Visitor, compile},
    diagnostic::Lang,
    import::{Block, Cell, Document, Grid, Options, import, read},
    model::{Model, NoFiles, Project, Workspace},
    table::{Format, Layout, Table, build, render},
};

use crate::{
    support::compiled,
    table::{
        readers::{Form, from_table},
        seed,
    },
};

/// Fills in a form with each project.
struct Filler<'l> {
    layout: &'l Layout,
    tables: Vec<Table<'static>>,
}

impl Visitor for Filler<'_> {
    fn project(&mut self, project: &Project<'_>, _: &Model<'_>, _: &Workspace) {
        self.tables.push(build(project, self.tables.len() + 1, self.layout).into_owned());
    }
}

/// The tables of a source in a form.
pub fn printed(source: &str, layout: &Layout) -> Vec<Table<'static>> {
    let filler = Filler { layout, tables: Vec::new() };
    compile("a.perf", source.as_bytes().to_vec(), &NoFiles, filler).output.tables
}

/// Tables as a document of a format that loses nothing.
pub fn document(tables: &[Table<'_>]) -> Document {
    let blocks = tables.iter().flat_map(|table| {
        let lines = std::iter::once(&table.title).chain(table.before.iter().map(|line| &line.text));
        let lines = lines.filter(|line| !line.is_empty()).map(|line| Block::Paragraph(line.clone()));
        let cells = table.rows.iter().enumerate().flat_map(|(row, cells)| {
            cells.cells.iter().map(move |cell| Cell {
                row,
                column: cell.column,
                rows: cell.rows,
                columns: cell.columns,
                text: cell.text.clone().into_owned(),
            })
        });
        lines.chain([Block::Grid(Grid { name: None, cells: cells.collect() })]).collect::<Vec<_>>()
    });
    Document { blocks: blocks.collect() }
}

/// What comes out of a document, in both keyword languages.
pub fn imported(document: &Document) -> [String; 2] {
    [Lang::Zh, Lang::En].map(|words| import("a.docx", document, Options { words, year: None }).text)
}

#[test]
fn the_published_tables() {
    let layout = Layout::find("tianjin").unwrap();
    let source = include_str!("../../../examples/tianjin-ip-2026.perf");
    let tables = printed(source, layout);
    let [zh, en] = imported(&document(&tables));
    assert_eq!(printed(&zh, layout), tables);
    assert_eq!(printed(&en, layout), tables);
    assert_eq!(compiled(&zh).document(), compiled(&en).document());
    assert_eq!(compiled(&zh).errors(), 0);
    crate::support::assert_shown!(zh);
}

/// All forms of targets, and a standard of a province.
#[test]
fn all_forms_of_targets() {
    let layout = Layout::find("tianjin").unwrap();
    for source in [
        include_str!("../../../examples/forms.perf"),
        include_str!("../../../examples/forms.zh.perf"),
        include_str!("../../../examples/roads-2026.perf"),
    ] {
        let tables = printed(source, layout);
        let [zh, en] = imported(&document(&tables));
        assert_eq!(printed(&zh, layout), tables);
        assert_eq!(printed(&en, layout), tables);
    }
}

/// The published document, as a converter left it: each cell of its three tables comes out again.
#[test]
fn the_text_of_the_document() {
    let (_, document) = read(include_bytes!("../../fixtures/seed.txt")).unwrap();
    for text in imported(&document) {
        let tables = printed(&text, Layout::find("tianjin").unwrap());
        let forms: Vec<Form> = tables.iter().map(from_table).collect();
        assert_eq!(forms, seed::forms());
    }
}

/// What is written is read again, whatever the form and the format. Terminals lose blanks where lines break.
#[test]
fn each_form_in_each_format() {
    let source = include_str!("../../../examples/tianjin-ip-2026.perf");
    for layout in Layout::embedded().iter().filter(|layout| !layout.has_results()) {
        let tables = printed(source, layout);
        for &format in Format::ALL {
            let bytes = render(format, &tables, &perfc::table::Options { width: 2000, ..Default::default() }).unwrap();
            let (_, document) = read(&bytes).unwrap();
            for text in imported(&document) {
                let again = printed(&text, layout);
                assert_eq!(shown(&again), shown(&tables), "{} as {format:?}\n{text}", layout.id);
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
