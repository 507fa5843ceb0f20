//! Official forms, printed and read back.

pub mod documents;
mod edges;
mod filling;
mod layouts;
mod official;
pub mod properties;
pub mod readers;
pub mod seed;
mod snapshots;

use perfc::{
    compile::{Visitor, compile},
    evaluation::evaluate,
    model::{Model, NoFiles, Project, Results, Workspace},
    monitoring::monitor,
    source::Spots,
    table::{Format, Layout, Options, Outcome, Table, build, build_with, render},
};

/// The source of the three tables in [`seed`].
pub const SOURCE: &str = include_str!("../../../examples/tianjin-ip-2026.perf");

pub fn tianjin() -> &'static Layout {
    Layout::find("tianjin").unwrap()
}

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

/// Fills in a form with each project of a source.
pub fn tables_of(source: &str, layout: &Layout) -> Vec<Table<'static>> {
    let filler = Filler { layout, tables: Vec::new() };
    compile("test.perf", source.as_bytes().to_vec(), &NoFiles, filler).output.tables
}

/// Fills in a form with the last results of each project.
struct OutcomeFiller<'l>(Filler<'l>);

impl Visitor for OutcomeFiller<'_> {
    fn project(&mut self, _: &Project<'_>, _: &Model<'_>, _: &Workspace) {}

    fn results(&mut self, project: &Project<'_>, results: &[Results<'_>], model: &Model<'_>, _: &dyn Spots) {
        let (results, rules, Filler { layout, tables }) = (results.last(), &*project.standard, &mut self.0);
        let evaluation = evaluate(project, results, rules, &model.field);
        let monitoring = monitor(project, results, rules, &model.field);
        let outcome = Outcome { results, evaluation: &evaluation, rules, monitoring: Some(&monitoring) };
        tables.push(build_with(project, tables.len() + 1, layout, outcome).into_owned());
    }
}

/// Fills in a form with the results of each project of a source.
pub fn outcomes_of(source: &str, layout: &Layout) -> Vec<Table<'static>> {
    let filler = OutcomeFiller(Filler { layout, tables: Vec::new() });
    compile("test.perf", source.as_bytes().to_vec(), &NoFiles, filler).output.0.tables
}

pub fn tables(source: &str) -> Vec<Table<'static>> {
    tables_of(source, tianjin())
}

fn rendered(source: &str, format: Format, width: usize) -> String {
    text_of(format, &tables(source), &Options { width, ..Options::default() })
}

/// Tables in a format that is text.
fn text_of(format: Format, tables: &[Table<'_>], options: &Options) -> String {
    assert!(format.is_text());
    String::from_utf8(render(format, tables, options).unwrap()).unwrap()
}
