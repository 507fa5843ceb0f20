//! `perfc check`: what is wrong in files.

use std::collections::HashSet;

use perfc::{
    compile::Visitor,
    diagnostic::{
        Severity, Text,
        render::{Format, render, statistics},
    },
    model::{Model, Project, Results, Workspace},
    source::Spots,
};

use crate::cli::{
    Status, args,
    compile::{Batch, compile_with},
    output::Terminal,
};

/// What there is in a file.
#[derive(Debug, Default)]
struct Content {
    projects: usize,
    indicators: usize,
    /// How many indicators have a result.
    results: usize,
    is_empty: bool,
}

impl Visitor for Content {
    fn begin(&mut self, model: &Model<'_>) {
        self.is_empty = model.is_empty();
    }

    fn project(&mut self, project: &Project<'_>, _: &Model<'_>, _: &Workspace) {
        self.projects += 1;
        self.indicators += project.indicators.len();
    }

    fn fork(&self) -> Option<Self> {
        Some(Self::default())
    }

    fn join(&mut self, fork: Self) {
        self.projects += fork.projects;
        self.indicators += fork.indicators;
    }

    fn results(&mut self, _: &Project<'_>, results: &[Results<'_>], _: &Model<'_>, _: &dyn Spots) {
        let rows = results.iter().flat_map(|results| &results.rows);
        self.results += rows.map(|row| row.indicator).collect::<HashSet<_>>().len();
    }
}

const NOTHING: Text = Text { zh: "没有发现问题", en: "no problems found" };
const NOTHING_WRONG: Text = Text { zh: "没有错误和警告", en: "no errors and no warnings" };

pub fn run(arguments: &args::Check, terminal: &Terminal) -> Status {
    let Some(format) = format(arguments, terminal) else { return Status::Failed };
    let batch = compile_with(&arguments.inputs, &arguments.results.actuals, terminal, Content::default);
    let text = match arguments.statistics {
        true => statistics::render(format, &batch.findings, terminal.lang),
        false => render(format, &batch.findings, &batch.sources, terminal.stdout_style(), batch.pages.as_ref()),
    };
    let printed = terminal.print(text.as_bytes());
    if format == Format::Human && batch.status() == Status::Clean {
        say_sound(&batch, arguments, terminal);
    }
    printed.max(batch.status())
}

/// How what is found is to be written. Numbers of findings are not written in all formats; that is said.
fn format(arguments: &args::Check, terminal: &Terminal) -> Option<Format> {
    let format = arguments.format.parse().ok()?;
    if !arguments.statistics || statistics::FORMATS.contains(&format) {
        return Some(format);
    }
    let formats: Vec<&str> = statistics::FORMATS.iter().map(|format| format.id()).collect();
    terminal.say(
        &format!("错误：--statistics 不能写成 {}；可以是：{}", format.id(), formats.join("、")),
        &format!("error: no --statistics in {}; there are: {}", format.id(), formats.join(", ")),
    );
    None
}

/// Says that nothing is wrong, and what was looked at.
fn say_sound(batch: &Batch<Content>, arguments: &args::Check, terminal: &Terminal) {
    let files = batch.results.len();
    let projects: usize = batch.results.iter().map(|(_, content)| content.projects).sum();
    if batch.findings.count(Severity::Warning) == 0 {
        let (zh, en) = results(batch, arguments);
        // Advice may be left.
        let none = if batch.findings.is_empty() { NOTHING } else { NOTHING_WRONG };
        let (files_en, projects_en) = (counted(files, "file"), counted(projects, "project"));
        terminal.say(
            &format!("{}：{files} 个文件，{projects} 个项目{zh}", none.zh),
            &format!("{}: {files_en}, {projects_en}{en}", none.en),
        );
    }
    if batch.results.iter().all(|(_, content)| content.is_empty) {
        terminal.say_no_project();
    }
}

/// How many indicators have results, where a document of results was given.
fn results(batch: &Batch<Content>, arguments: &args::Check) -> (String, String) {
    if arguments.results.actuals.is_empty() {
        return Default::default();
    }
    let sum = |count: fn(&Content) -> usize| batch.results.iter().map(|(_, content)| count(content)).sum::<usize>();
    let (all, with) = (sum(|content| content.indicators), sum(|content| content.results));
    match all.saturating_sub(with) {
        0 => (format!("；{all} 条指标都有完成情况"), format!("; results for all {}", counted(all, "indicator"))),
        without => (
            format!("；{with} 条指标有完成情况，{without} 条没有"),
            format!("; results for {}, none for {without}", counted(with, "indicator")),
        ),
    }
}

/// `1 file`, `2 files`
fn counted(number: usize, word: &str) -> String {
    format!("{number} {word}{}", if number == 1 { "" } else { "s" })
}
