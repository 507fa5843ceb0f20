//! Official forms, printed and read back.

mod edges;
mod filling;
mod official;
mod properties;
mod readers;
mod seed;
mod snapshots;

use perfc::{
    diagnostic::Findings,
    model::{self, NoFiles},
    table::{Format, Layout, Options, Table, build, render},
};

/// The source of the three tables in [`seed`].
const SOURCE: &str = include_str!("../../../examples/tianjin-ip-2026.perf");

fn tianjin() -> &'static Layout {
    Layout::find("tianjin").unwrap()
}

/// Fills in the form with each project of a source.
fn with_tables<R>(source: &str, layout: &Layout, check: impl FnOnce(&[Table<'_>]) -> R) -> R {
    let mut findings = Findings::default();
    let workspace = model::load("test.perf", source.as_bytes().to_vec(), &NoFiles, &mut findings);
    let model = model::resolve(&workspace, &mut findings);
    let projects = model.projects.iter().zip(1..);
    let tables: Vec<Table<'_>> = projects.map(|(project, number)| build(project, number, layout)).collect();
    check(&tables)
}

fn rendered(source: &str, format: Format, width: usize) -> String {
    let options = Options { width, ..Options::default() };
    with_tables(source, tianjin(), |tables| render(format, tables, &options))
}
