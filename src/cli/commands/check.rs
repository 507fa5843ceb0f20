//! `perfc check`: what is wrong in files.

use perfc::{
    compile::Visitor,
    diagnostic::{Severity, render},
    model::{Model, Project, Workspace},
};

use crate::cli::{Status, args, compile::compile, output::Terminal};

/// What there is in a file.
#[derive(Debug, Default)]
struct Content {
    projects: usize,
    is_empty: bool,
}

impl Visitor for Content {
    fn begin(&mut self, model: &Model<'_>) {
        self.is_empty = model.is_empty();
    }

    fn project(&mut self, _: &Project<'_>, _: &Model<'_>, _: &Workspace) {
        self.projects += 1;
    }
}

pub fn run(arguments: &args::Check, terminal: &Terminal) -> Status {
    let batch = compile(&arguments.inputs, terminal, Content::default);
    let Ok(format) = arguments.format.parse() else { return Status::Failed };
    let text = render::render(format, &batch.findings, &batch.sources, terminal.stdout_style());
    let printed = terminal.print(text.as_bytes());
    if format == render::Format::Human && batch.status() == Status::Clean {
        let files = batch.results.len();
        let projects: usize = batch.results.iter().map(|(_, content)| content.projects).sum();
        if batch.findings.count(Severity::Warning) == 0 {
            terminal.say(
                &format!("没有发现问题：{files} 个文件，{projects} 个项目"),
                &format!("no problems found: {}, {}", counted(files, "file"), counted(projects, "project")),
            );
        }
        if batch.results.iter().all(|(_, content)| content.is_empty) {
            terminal.say_no_project();
        }
    }
    printed.max(batch.status())
}

/// `1 file`, `2 files`
fn counted(number: usize, word: &str) -> String {
    format!("{number} {word}{}", if number == 1 { "" } else { "s" })
}
