//! `perfc check`: what is wrong in files.

use perfc::{
    compile::Count,
    diagnostic::{Severity, render},
};

use crate::cli::{Status, args, compile::compile, output::Terminal};

pub fn run(arguments: &args::Check, terminal: &Terminal) -> Status {
    let batch = compile(&arguments.inputs, terminal, Count::default);
    let Ok(format) = arguments.format.parse() else { return Status::Failed };
    let text = render::render(format, &batch.findings, &batch.sources, terminal.stdout_style());
    let printed = terminal.print(text.as_bytes());
    if format == render::Format::Human
        && batch.status() == Status::Clean
        && batch.findings.count(Severity::Warning) == 0
    {
        let files = batch.results.len();
        let projects: usize = batch.results.iter().map(|(_, projects)| projects.0).sum();
        terminal.say(
            &format!("没有发现问题：{files} 个文件，{projects} 个项目"),
            &format!("no problems found: {}, {}", counted(files, "file"), counted(projects, "project")),
        );
    }
    printed.max(batch.status())
}

/// `1 file`, `2 files`
fn counted(number: usize, word: &str) -> String {
    format!("{number} {word}{}", if number == 1 { "" } else { "s" })
}
