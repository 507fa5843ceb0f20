//! Results read from documents, beside the targets that they are of.

mod documents;
mod forms;
mod hostile;
mod json;
mod monitored;
mod page;
mod places;
mod sheets;

use std::fmt::Write;

use perfc::{
    compile::{Compiled, Settings, Visitor, compile},
    diagnostic::{Family, Lang},
    import::{
        Document,
        results::{self, Content, Given},
    },
    model::{Achievement, Budget, Files, Forecast, Loaded, Model, NoFiles, Project, Results, Workspace},
    source::Spots,
};

/// The targets of most tests.
const TARGETS: &str = include_str!("../../fixtures/results/targets.perf");

/// Another project, for where one alone would be meant anyway.
const OTHER: &str = "
project \"图书购置\" { budget 80 万元; purpose \"买书\"; goal \"藏书更加丰富\"
    quantity \"购置图书\" >= 10000 册
    quality \"验收合格率\" >= 98%
    timeliness \"上架时间\" by 2026-10
    cost \"购书费用\" <= 80 万元
    social \"借阅条件\" is \"明显改善\"
    clients \"读者满意度\" >= 90%
}
";

/// What was read, a line each; then what was found, by place.
pub fn told<V>(compiled: &Compiled<V>) -> String {
    let mut text = String::new();
    // What results mean is judged elsewhere.
    let findings = compiled.findings.iter().filter(|finding| !finding.code.rule().code.starts_with("P7"));
    for finding in findings {
        let place = |span: perfc::source::Span| {
            let source = compiled.workspace.sources.get(span.file);
            let place = source.place(span.range.start);
            format!("{}:{}:{}", source.name, place.line + 1, place.column + 1)
        };
        let message = finding.message(Lang::Zh);
        writeln!(text, "{} {} {}", place(finding.span()), finding.code.rule().code, message.title).unwrap();
        for label in finding.labels.iter().skip(1) {
            writeln!(text, "    {}", place(label.span)).unwrap();
        }
        for edit in finding.fixes.iter().flat_map(|fix| fix.edits()) {
            let old = compiled.workspace.sources.slice(edit.span);
            writeln!(text, "    {} [{old}] → [{}]", place(edit.span), edit.replacement).unwrap();
        }
    }
    text
}

/// Targets, and what some documents say of their results. What reviewers would say of the targets is left out.
pub fn read(targets: &str, given: &[Given], files: &dyn Files) -> Compiled<Told> {
    let targets = Loaded { name: "targets.perf".to_owned(), bytes: targets.as_bytes().to_vec() };
    let mut compiled = results::compile(targets, given, files, &Settings::default(), Told::default());
    compiled.findings.retain(|finding| finding.code.rule().family != Family::Practice);
    compiled
}

/// What is read of one document, and what is found.
pub fn report(targets: &str, given: Given) -> String {
    let compiled = read(targets, &[given], &NoFiles);
    format!("{}\n{}", compiled.output.0, told(&compiled))
}

/// A document with tables.
pub fn tables(name: &str, document: Document) -> Given {
    Given { name: name.to_owned(), content: Content::Tables(document) }
}

/// The same results written by hand, in a file that the targets need not know of.
pub fn by_hand(targets: &str, actuals: &str) -> String {
    let text = format!("{targets}\n{actuals}");
    let compiled = compile("targets.perf", text.into_bytes(), &NoFiles, Told::default());
    assert_sound(&compiled);
    compiled.output.0
}

/// Nothing was found amiss in how targets and results are written. What results mean is judged elsewhere.
pub fn assert_sound<V>(compiled: &Compiled<V>) {
    let is_of_meaning = |code: &str| code.starts_with("P7") || code.starts_with("P8");
    let amiss = compiled.findings.iter().any(|finding| !is_of_meaning(finding.code.rule().code));
    assert!(!amiss, "{}", told(compiled));
}

/// Results as text.
#[derive(Debug, Default)]
pub struct Told(pub String);

impl Visitor for Told {
    fn project(&mut self, _: &Project<'_>, _: &Model<'_>, _: &Workspace) {}

    fn results(&mut self, project: &Project<'_>, results: &[Results<'_>], _: &Model<'_>, _: &dyn Spots) {
        for results in results {
            self.0 += &shown(project, results);
        }
    }
}

fn shown(project: &Project<'_>, results: &Results<'_>) -> String {
    let mut text = format!("{} {}\n", results.project.value, results.at.map_or("-".to_owned(), |at| at.value.iso()));
    let mut line = |name: &str, said: Option<String>| {
        if let Some(said) = said {
            writeln!(text, "  {name}: {said}").unwrap();
        }
    };
    line("budget", results.budget.as_ref().map(|budget| money(project, budget)));
    line("spent", results.spent.as_ref().map(|budget| money(project, budget)));
    line("forecast", results.forecast.as_ref().map(|budget| money(project, budget)));
    line("rate", results.rate.as_ref().map(|rate| format!("{}%", rate.value.text)));
    line("execution", results.execution.as_ref().map(|points| points.value.text.to_string()));
    line("score", results.score.as_ref().map(|points| points.value.text.to_string()));
    line("grade", results.grade.map(|grade| project.standard.grades.list[grade.value].id.clone()));
    for goal in &results.goals {
        line("goal", Some(goal.value.to_string()));
    }
    line("note", results.note.as_ref().map(ToString::to_string));
    for row in &results.rows {
        let category = &project.standard.category(project.indicators[row.indicator].category).id;
        line(&format!("{category} {}", project.indicators[row.indicator].name.value), Some(achieved(project, row)));
    }
    text
}

fn money(project: &Project<'_>, budget: &Budget<'_>) -> String {
    let amount = |amount: &perfc::model::Amount<'_>| format!("{} {}", amount.number.text, amount.unit);
    let parts = budget
        .parts
        .iter()
        .map(|part| format!("; {} {}", project.standard.funds.list[part.fund].id, amount(&part.amount.value)));
    amount(&budget.total.value) + &parts.collect::<String>()
}

/// `forecast achieved 90% likely`
fn expected(project: &Project<'_>, forecast: &Forecast<'_>) -> String {
    let share = forecast.is_share.then(|| "achieved".to_owned());
    let value = forecast.value.as_ref().map(|value| value.printed(&project.standard));
    let likelihood = forecast.likelihood.map(|likelihood| likelihood.value.id().to_owned());
    ["forecast".to_owned()].into_iter().chain(share).chain(value).chain(likelihood).collect::<Vec<_>>().join(" ")
}

fn achieved(project: &Project<'_>, row: &Achievement<'_>) -> String {
    let value = row.value.as_ref().map_or("?".to_owned(), |value| value.printed(&project.standard));
    let share = if row.is_share { "achieved " } else { "" };
    let mut text = format!("{share}{value}");
    let parts = [
        row.forecast.as_deref().map(|forecast| expected(project, forecast)),
        row.score.as_ref().map(|score| format!("score {}", score.value.text)),
        row.reason.as_ref().map(|reason| format!("reason {reason}")),
        row.note.as_ref().map(|note| format!("note {note}")),
    ];
    for part in parts.into_iter().flatten() {
        write!(text, " | {part}").unwrap();
    }
    text
}
