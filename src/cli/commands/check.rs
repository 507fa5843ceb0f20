//! `perfc check`: what is wrong in files.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, HashSet},
};

use perfc::{
    compile::Visitor,
    diagnostic::{Code, Findings, Lang, Severity, Text, render},
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
    let batch = compile_with(&arguments.inputs, &arguments.results.actuals, terminal, Content::default);
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
            let (zh, en) = results(&batch, arguments);
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
