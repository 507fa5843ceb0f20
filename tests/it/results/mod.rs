//! Checks on results: a table of targets, what is said that they came to, and what is found.

mod properties;
mod rows;
mod scored;
mod sums;

use perfc::diagnostic::{Family, Lang, Severity};

use crate::support::{Compiled, compiled};

/// A year of one project; the weights of its levels are those of the standard.
const TARGETS: &str = "\
org 1 \"甲局\"; year 2026
project \"乙\" { budget 10 万元 { fiscal 8 万元; other 2 万元 }; purpose \"丙\"; goal \"丁\"
    数量 \"场次\" ≥ 10 场 分值 10
    质量 \"合格率\" ≥ 90% 分值 10
    时效 \"完成时间\" 2026年11月底前 分值 15
    成本 \"费用\" ≤ 10 万元 分值 15
    社会效益 \"知晓程度\" 为 \"明显提升\" 分值 30
    服务对象满意度 \"满意度\" ≥ 85% 分值 10
}";

/// All targets met, all money spent.
const MET: &[(&str, &str)] = &[
    ("支出", "10 万元 { 财政资金 8 万元; 其他资金 2 万元 }"),
    ("\"场次\"", "10 场"),
    ("\"合格率\"", "95%"),
    ("\"完成时间\"", "2026-11-20"),
    ("\"费用\"", "10 万元"),
    ("\"知晓程度\"", "为 \"明显提升\""),
    ("\"满意度\"", "90%"),
];

/// The year in which all was met, with lines that begin as these do in place of its own, and the rest added.
fn year(lines: &str) -> String {
    let head = |line: &str| line.split_whitespace().next().unwrap_or_default().to_owned();
    let own = MET.iter().filter(|(name, _)| !lines.lines().any(|line| head(line) == *name));
    let own: String = own.map(|(name, value)| format!("    {name} {value}\n")).collect();
    let lines: String = lines.lines().map(|line| format!("    {line}\n")).collect();
    format!("{TARGETS}\nactual \"乙\" at 2026-12-31 {{\n{own}{lines}}}")
}

/// What is found in a source, told whole, each with its severity.
fn told(compiled: &Compiled) -> String {
    let severities = compiled.findings.iter().map(|finding| match finding.severity {
        Severity::Error => "E",
        Severity::Warning => "W",
        Severity::Advice => "A",
    });
    let severities: String = severities.collect();
    format!("{severities}\n{}", compiled.told(Lang::Zh))
}

/// What is found in a year, for each of several.
fn found(years: &[&str]) -> String {
    let one = |lines: &&str| format!("──── {lines}\n{}", told(&compiled(&year(lines))));
    years.iter().map(one).collect()
}

/// Nothing is found in any of these years.
#[track_caller]
fn nothing_is_found(years: &[&str]) {
    for lines in years {
        let compiled = compiled(&year(lines));
        assert_eq!(compiled.listed(Lang::Zh), "", "{lines}");
    }
}

/// The codes of the results that are found in a source.
fn codes(source: &str) -> Vec<&'static str> {
    let compiled = compiled(source);
    let rules = compiled.findings.iter().map(|finding| finding.code.rule());
    rules.filter(|rule| rule.family == Family::Results).map(|rule| rule.code).collect()
}

#[test]
fn a_year_in_order() {
    nothing_is_found(&[""]);
}
