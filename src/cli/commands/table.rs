//! `perfc table`: the official form.

use std::sync::atomic::{AtomicUsize, Ordering};

use perfc::{
    compile::Visitor,
    model::{Model, Project, Workspace},
    table::{Layout, Options, Table, build, render},
};

use super::forms;
use crate::cli::{
    Status, args,
    compile::compile_in_order,
    output::{Terminal, width},
};

/// What to write in place of a layout to be told which there are.
const LIST: &str = "list";

/// Fills in the form for each project, numbered through all files.
struct Tables<'n> {
    layout: &'n Layout,
    count: &'n AtomicUsize,
    list: Vec<Table<'static>>,
}

impl Visitor for Tables<'_> {
    fn project(&mut self, project: &Project<'_>, _: &Model<'_>, _: &Workspace) {
        let number = self.count.fetch_add(1, Ordering::Relaxed) + 1;
        self.list.push(build(project, number, self.layout).into_owned());
    }
}

pub fn run(arguments: &args::Table, terminal: &Terminal) -> Status {
    if arguments.layout.eq_ignore_ascii_case(LIST) {
        return terminal.print(forms::list(terminal.lang).as_bytes());
    }
    let output = arguments.output.as_deref().filter(|path| path.as_os_str() != "-");
    let format = forms::format(arguments.format.as_deref(), output);
    let Some(layout) = forms::layout(&arguments.layout, terminal) else { return Status::Failed };
    if arguments.inputs.paths.is_empty() {
        say_no_path(terminal);
        return Status::Failed;
    }
    if !forms::can_write(format, output, terminal) {
        return Status::Failed;
    }
    let count = AtomicUsize::new(0);
    let new = || Tables { layout: &layout, count: &count, list: Vec::new() };
    let batch = compile_in_order(&arguments.inputs, terminal, new);
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
    match render(format, &tables, &options) {
        Ok(bytes) => terminal.write_with(output, |out| out.write_all(&bytes)).max(status),
        Err(error) => {
            let message = error.message(terminal.lang);
            terminal.say(&format!("错误：{message}"), &format!("error: {message}"));
            Status::Failed
        }
    }
}

fn say_no_path(terminal: &Terminal) {
    terminal.say(
        "错误：缺少 <路径>…\n用 perfc --help 查看用法",
        "error: the following required arguments were not provided:\n  <PATH>...\n\nFor more information, try '--help'.",
    );
}
