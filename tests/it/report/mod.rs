//! Written reports, in each format and language.

mod committed;
mod escaping;
mod growth;
pub mod properties;
mod sheets;
mod snapshots;

use perfc::{
    compile::{Visitor, compile},
    diagnostic::Lang,
    evaluation::evaluate,
    model::{Files, Model, NoFiles, Project, Results, Workspace},
    report::{
        Report, report,
        written::{self, Subject},
    },
    source::Spots,
    table::{Format, Layout, Outcome, Table, build_with},
};

/// A report and the form at its end.
type Pair = (Report, Table<'static>);

#[derive(Default)]
struct Reports(Vec<Pair>);

impl Visitor for Reports {
    fn project(&mut self, project: &Project<'_>, model: &Model<'_>, _: &Workspace) {
        self.add(project, None, model);
    }

    fn results(&mut self, project: &Project<'_>, results: &[Results<'_>], model: &Model<'_>, _: &dyn Spots) {
        self.0.retain(|(report, _)| *report.project != *project.name.value);
        self.add(project, results.last(), model);
    }
}

impl Reports {
    fn add(&mut self, project: &Project<'_>, results: Option<&Results<'_>>, model: &Model<'_>) {
        let rules = &project.standard;
        let evaluation = evaluate(project, results, rules, &model.field);
        let outcome = Outcome { results, evaluation: &evaluation, rules, monitoring: None };
        let form = Layout::find("self-evaluation").unwrap();
        let form = build_with(project, self.0.len() + 1, form, outcome).into_owned();
        self.0.push((report(project, results, &evaluation, rules), form));
    }
}

/// The reports on all projects of a source, each project once.
fn reports_with(source: &str, files: &dyn Files) -> Vec<Pair> {
    compile("test.perf", source.as_bytes().to_vec(), files, Reports::default()).output.0
}

fn reports(source: &str) -> Vec<Pair> {
    reports_with(source, &NoFiles)
}

fn subjects(pairs: &[Pair]) -> Vec<Subject<'_>> {
    pairs.iter().map(|(report, form)| Subject { report, other: None, form }).collect()
}

/// A document, which is always the same.
fn rendered(pairs: &[Pair], format: Format, lang: Lang) -> Vec<u8> {
    let bytes = written::render(format, &subjects(pairs), lang).unwrap();
    assert!(bytes == written::render(format, &subjects(pairs), lang).unwrap());
    bytes
}

fn text(pairs: &[Pair], format: Format, lang: Lang) -> String {
    String::from_utf8(rendered(pairs, format, lang)).unwrap()
}

/// A year in which something was met, missed without a reason, exceeded by far, and left open.
pub const YEAR: &str = "org 1 \"甲局\"; year 2026
project \"乙项目\" { budget 10 万元; purpose \"丙\"; goal \"丁\"
    quantity \"活动\" >= 12 场; quantity \"培训\" >= 10 场; quality \"合格率\" >= 90%; timeliness \"完成\" by 2026-11
    cost \"费用\" <= 10 万元; social \"知晓度\" is \"明显提高\"; clients \"满意度\" >= 90%
}
actual \"乙项目\" at 2026-12-31 { spent 9.5 万元
    \"活动\" 9 场; \"培训\" 20 场; \"合格率\" 95%; \"完成\" 2026-12-04 { reason \"下雨\" }
    \"费用\" 9.5 万元; \"知晓度\" achieved 90%
}";
