//! Reports on very many rows and projects: the work grows with them, not with their square.

use std::{fmt::Write, io, time::Duration};

use perfc::{
    compile::{Visitor, compile},
    diagnostic::Lang,
    evaluation::evaluate,
    model::{Model, NoFiles, Project, Results, Workspace},
    monitoring::monitor,
    report::{compare, explain, json, monitoring::monitored, report, text},
    source::Spots,
    table::{Format, Options},
};

use super::{reports, text as document};
use crate::support::clock;

/// How many times larger the large source is.
const TIMES: usize = 8;

/// How much longer it may take, beyond what its size explains. What grows with the square takes eight times as long.
const MARGIN: u32 = 2;

/// Projects of so many rows each, every fifth of them missed; results in the other order.
fn source(projects: usize, rows: usize) -> String {
    let mut source = "org 1 \"甲局\"; year 2026\n".to_owned();
    for project in 0..projects {
        writeln!(source, "project \"乙{project}\" {{ budget 10 万元; purpose \"丙\"; goal \"丁\"").unwrap();
        (0..rows).for_each(|row| writeln!(source, "quantity \"活动{row}\" >= 10 场").unwrap());
        writeln!(source, "}}\nactual \"乙{project}\" at 2026-12-31 {{ spent 9 万元").unwrap();
        (0..rows).rev().for_each(|row| writeln!(source, "\"活动{row}\" {} 场", 9 + row % 5).unwrap());
        source += "}\n";
    }
    source
}

/// How long it takes to evaluate a project and to report on it, after it was compiled.
#[derive(Default)]
struct Clocked(Duration);

impl Visitor for Clocked {
    fn project(&mut self, _: &Project<'_>, _: &Model<'_>, _: &Workspace) {}

    fn results(&mut self, project: &Project<'_>, results: &[Results<'_>], model: &Model<'_>, _: &dyn Spots) {
        let (results, rules, field) = (results.last(), &project.standard, &model.field);
        let start = clock();
        let of = |rules| report(project, results, &evaluate(project, results, rules, field), rules);
        let (one, other) = (of(rules), of(field.standard("hubei").unwrap()));
        let monitoring = monitor(project, results, rules, field);
        let texts = [
            text::render(&one, Lang::Zh, &Options::default()),
            compare::render(&one, &other, Lang::En, &Options::default()),
            explain::explain([&one, &other].into_iter(), "活动1", Lang::Zh).unwrap(),
        ];
        json::write(&mut io::sink(), [&one].into_iter(), [&other].into_iter()).unwrap();
        self.0 += clock() - start;
        assert_eq!(monitored(project, results, &monitoring, rules).rows.len(), one.rows.len());
        assert!(texts.iter().all(|text| text.contains("活动1")));
    }
}

/// Asserts that a large source takes no more than its size explains.
fn grows_evenly(count: usize, work: impl Fn(usize) -> Duration) {
    // The first of all pays for what is read once.
    work(1);
    let (small, large) = (work(count), work(count * TIMES));
    assert!(large < small * TIMES as u32 * MARGIN, "{large:?} for {TIMES} times what took {small:?}");
}

#[test]
fn reports_on_many_rows() {
    grows_evenly(2_500, |rows| {
        let source = source(1, rows.max(2));
        compile("a.perf", source.into_bytes(), &NoFiles, Clocked::default()).output.0
    });
}

#[test]
fn documents_of_many_rows() {
    grows_evenly(250, |rows| {
        let reports = reports(&source(1, rows));
        let start = clock();
        for format in [Format::Html, Format::Markdown] {
            assert!(document(&reports, format, Lang::Zh).contains("活动0"));
        }
        clock() - start
    });
}
