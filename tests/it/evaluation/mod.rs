//! Scores: what was achieved, what it earned, and how that came.

pub mod properties;
mod scores;

use std::fmt::Write;

use perfc::{
    compile::{Visitor, compile},
    diagnostic::{Family, Lang},
    evaluation::{Evaluation, evaluate, outlook, percent},
    field::Standard,
    model::{Model, NoFiles, Project, Results, Workspace},
    source::Spots,
};

/// The evaluation of each project that has results, as text.
fn scored(source: &str, standard: Option<&str>, lang: Lang) -> String {
    let look = Look { standard, lang, text: String::new() };
    let compiled = compile("test.perf", source.as_bytes().to_vec(), &NoFiles, look);
    let mut text = compiled.output.text;
    // What is wrong with results has tests of its own.
    let others = compiled.findings.iter().filter(|finding| finding.code.rule().family != Family::Results);
    for finding in others {
        writeln!(text, "! {} {}", finding.code.rule().code, finding.message(lang).title).unwrap();
    }
    text
}

struct Look<'l> {
    standard: Option<&'l str>,
    lang: Lang,
    text: String,
}

impl Visitor for Look<'_> {
    fn project(&mut self, _: &Project<'_>, _: &Model<'_>, _: &Workspace) {}

    fn results(&mut self, project: &Project<'_>, results: &[Results<'_>], model: &Model<'_>, _: &dyn Spots) {
        let rules = self.standard.map_or(&*project.standard, |id| model.field.standard(id).unwrap());
        for results in results {
            let evaluation = evaluate(project, Some(results), rules, &model.field);
            self.text += &shown(project, &evaluation, rules, self.lang);
        }
    }
}

/// `名称 | 分值 | 得分 | 完成比例 | 算式`
fn shown(project: &Project<'_>, evaluation: &Evaluation, rules: &Standard, lang: Lang) -> String {
    let mut text = String::new();
    let mut line = |name: &str, weight: String, score: &Result<perfc::evaluation::Score, _>| match score {
        Ok(score) => {
            let attainment = score.attainment.map_or("-".to_owned(), percent);
            let met = if score.met { "+" } else { " " };
            writeln!(text, "{met} {name} | {weight} | {attainment} | {}", score.explained().get(lang)).unwrap();
        }
        Err(missing) => {
            let missing: &perfc::evaluation::Missing = missing;
            writeln!(text, "? {name} | {weight} | {}", missing.phrase().get(lang)).unwrap();
        }
    };
    for (indicator, row) in project.indicators.iter().zip(&evaluation.rows) {
        line(&indicator.name.value, row.weight.map_or("-".to_owned(), |weight| weight.to_string()), &row.score);
    }
    if let Some(execution) = &evaluation.execution {
        line("预算执行率", execution.weight.to_string(), &execution.score);
    }
    let total = &evaluation.total;
    let grade = total.grade.map_or("-", |grade| rules.grades.list[grade].names.get(lang));
    let points = total
        .points
        .map_or_else(|| format!("{}..{}", total.known, total.known + total.open), |points| points.to_string());
    writeln!(text, "= {points} / {} {grade}", total.weight).unwrap();
    text + &way(project, evaluation, rules, lang)
}

/// What would earn the next grade.
fn way(project: &Project<'_>, evaluation: &Evaluation, rules: &Standard, lang: Lang) -> String {
    let mut text = String::new();
    if let Some(next) = outlook(evaluation, rules).next {
        let grade = rules.grades.list[next.grade].names.get(lang);
        writeln!(text, "> {grade}: {} {}", next.lacking, if next.is_reachable { "" } else { "!" }).unwrap();
        for step in next.steps {
            let name = &project.indicators[step.row].name.value;
            writeln!(text, "  {name} {} +{}", step.needed.as_deref().unwrap_or("*"), step.gain).unwrap();
        }
    }
    text
}
