//! What stands over a report, and the facts below that.

use crate::{
    diagnostic::{Lang, Text},
    report::{Report, text::say},
};

/// What the report is, below whose it is: of a project, or of all projects of a unit.
pub(super) fn title(reports: &[&Report], lang: Lang) -> String {
    let org = shared(reports, |report| report.org.as_ref()).map_or("", |org| &org.name);
    let (whose, plain, of_year) = match reports {
        [report] => (report.project.as_str(), ONE, ONE_OF_YEAR),
        _ => (org, ALL, ALL_OF_YEAR),
    };
    // The year is said where the name of the project does not say it.
    let year = shared(reports, |report| report.year).map(|year| year.to_string());
    let kind = match year.filter(|year| !whose.contains(year)) {
        Some(year) => say(of_year.zh, of_year.en, &[("year", &year)], lang),
        None => plain.get(lang).to_owned(),
    };
    format!("{whose}\n{kind}").trim().to_owned()
}

const ONE: Text = Text { zh: "绩效自评报告", en: "Self-evaluation" };
const ONE_OF_YEAR: Text = Text { zh: "{year}年度绩效自评报告", en: "Self-evaluation, {year}" };
const ALL: Text = Text { zh: "项目支出绩效自评报告", en: "Self-evaluation of projects" };
const ALL_OF_YEAR: Text =
    Text { zh: "{year}年度项目支出绩效自评报告", en: "Self-evaluation of projects, {year}" };

/// What is the same in all reports.
fn shared<'r, T: PartialEq>(reports: &[&'r Report], of: impl Fn(&'r Report) -> Option<T>) -> Option<T> {
    let first = of(reports.first()?)?;
    reports.iter().all(|report| of(report).as_ref() == Some(&first)).then_some(first)
}

/// A fact that a report may state.
type Fact = fn(&Report, Lang) -> Option<String>;

const FACTS: [Fact; 4] = [org, at, rules, note];

/// The facts that go for all projects.
pub(super) fn shared_facts(reports: &[&Report], lang: Lang) -> Vec<String> {
    FACTS.iter().filter_map(|fact| shared(reports, |report| fact(report, lang))).collect()
}

/// The facts of a project that do not go for all of them.
pub(super) fn own_facts(report: &Report, shared: &[String], lang: Lang) -> Vec<String> {
    FACTS.iter().filter_map(|fact| fact(report, lang)).filter(|fact| !shared.contains(fact)).collect()
}

fn org(report: &Report, lang: Lang) -> Option<String> {
    let org = report.org.as_ref()?;
    let name = [org.code.as_deref().unwrap_or_default(), &org.name].concat();
    Some(say("预算单位：{name}", "Budget unit: {name}", &[("name", &name)], lang))
}

fn at(report: &Report, lang: Lang) -> Option<String> {
    let at = report.at.as_deref()?;
    Some(say("结果截至：{at}", "Results as of: {at}", &[("at", at)], lang))
}

fn rules(report: &Report, lang: Lang) -> Option<String> {
    let values = [("name", report.standard.names.get(lang)), ("id", &report.standard.id)];
    Some(say("评分规则：{name}（{id}）", "Scored by: {name} ({id})", &values, lang))
}

fn note(report: &Report, lang: Lang) -> Option<String> {
    let label = Text { zh: "备注：", en: "Note: " }.get(lang);
    Some(format!("{label}{}", report.note.as_deref()?))
}
