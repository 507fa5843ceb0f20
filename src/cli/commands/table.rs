//! `perfc table`: the official form.

use std::cell::Cell;

use perfc::{
    compile::Visitor,
    model::{Model, Project, Workspace},
    table::{Format, Layout, Options, Table, build, render},
};

use crate::cli::{
    Status, args,
    compile::compile_in_order,
    output::{Terminal, width},
};

/// Fills in the form for each project, numbered through all files.
struct Tables<'n> {
    layout: &'n Layout,
    count: &'n Cell<usize>,
    list: Vec<Table<'static>>,
}

impl Visitor for Tables<'_> {
    fn project(&mut self, project: &Project<'_>, _: &Model<'_>, _: &Workspace) {
        self.count.set(self.count.get() + 1);
        self.list.push(build(project, self.count.get(), self.layout).into_owned());
    }
}

pub fn run(arguments: &args::Table, terminal: &Terminal) -> Status {
    let format = Format::ALL.into_iter().find(|format| format.id() == arguments.format).unwrap_or(Format::Text);
    let Some(layout) = Layout::find(Layout::DEFAULT) else { return Status::Failed };
    let count = Cell::new(0);
    let batch = compile_in_order(&arguments.inputs, terminal, || Tables { layout, count: &count, list: Vec::new() });
    terminal.show(&batch.findings, &batch.sources);
    let status = batch.status();
    if !terminal.may_write(status, arguments.force) {
        return status;
    }
    let tables: Vec<Table<'_>> = batch.results.into_iter().flat_map(|(_, tables)| tables.list).collect();
    if tables.is_empty() {
        terminal.say_no_project();
        return Status::Findings;
    }
    if arguments.output.as_deref().is_some_and(|path| batch.read.has(path, terminal)) {
        return Status::Failed;
    }
    let options = Options { width: arguments.width.unwrap_or_else(width), ..Options::default() };
    let text = render(format, &tables, &options);
    terminal.write_with(arguments.output.as_deref(), |out| out.write_all(text.as_bytes())).max(status)
}
