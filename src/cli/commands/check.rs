//! `perfc check`: what is wrong in files.

use std::{cmp::Reverse, collections::BTreeMap};

use perfc::{
    compile::Visitor,
    diagnostic::{Code, Findings, Lang, Severity, render},
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
    if arguments.statistics {
        return terminal.print(statistics(&batch.findings, terminal.lang).as_bytes()).max(batch.status());
    }
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

/// How many findings there are of each code, most first.
fn statistics(findings: &Findings, lang: Lang) -> String {
    let mut counts: BTreeMap<Code, usize> = BTreeMap::new();
    findings.iter().for_each(|finding| *counts.entry(finding.code).or_default() += 1);
    let mut counts: Vec<(Code, usize)> = counts.into_iter().collect();
    counts.sort_by_key(|(code, count)| (Reverse(*count), *code));
    let width = counts.first().map_or(1, |(_, count)| count.to_string().len());
    let line = |(code, count): &(Code, usize)| {
        let rule = code.rule();
        format!("{count:>width$}  {}  {}\n", rule.code, rule.heading(lang))
    };
    counts.iter().map(line).collect()
}

/// `1 file`, `2 files`
fn counted(number: usize, word: &str) -> String {
    format!("{number} {word}{}", if number == 1 { "" } else { "s" })
}
