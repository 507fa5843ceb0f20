//! Reports for terminals.

use super::{Next, Report, sheet::sheet};
use crate::{
    diagnostic::{Lang, Phrase, Text},
    table::{self, Format, Options, wrap},
    values::Decimal,
};

/// Writes a report.
pub fn render(report: &Report, lang: Lang, options: &Options) -> String {
    let head = head(report, lang).into_iter();
    let mut lines: Vec<String> = head.flat_map(|line| wrap(&line, options.width, options.ambiguous)).collect();
    let table = table::render(Format::Text, &[sheet(report, lang)], options).unwrap_or_default();
    lines.push(String::from_utf8_lossy(&table).trim_matches('\n').to_owned());
    lines.push(total(report, lang));
    lines.extend(lost(report, lang));
    lines.extend(report.next.iter().flat_map(|next| way(report, next, lang)));
    lines.join("\n") + "\n"
}

fn head(report: &Report, lang: Lang) -> Vec<String> {
    let org = report.org.as_ref().map(|org| [org.code.as_deref().unwrap_or_default(), &org.name].concat());
    let at = report.at.as_ref().map(|at| say("截至 {at}", "at {at}", &[("at", at)], lang));
    let rules = say("评分规则 {rules}", "scored by {rules}", &[("rules", &report.standard.id)], lang);
    let facts: Vec<String> = org.into_iter().chain(at).chain([rules]).collect();
    vec![report.project.clone(), facts.join(" · ")]
}

/// The total and its grade, or between what it must lie.
pub(super) fn total(report: &Report, lang: Lang) -> String {
    let total = &report.total;
    let number = |number: Option<Decimal>| number.unwrap_or_default().normalize().to_string();
    let weight = number(total.weight);
    match (total.points, &total.grade) {
        (Some(points), Some(grade)) => say(
            "总分 {points}，等级：{grade}",
            "total {points}, grade: {grade}",
            &[("points", &points.to_string()), ("grade", grade.names.get(lang))],
            lang,
        ),
        (Some(points), None) => say(
            "总分 {points}（满分 {weight}，不是 100，不评等级）",
            "total {points} of {weight}: no grade, for they are not 100",
            &[("points", &points.to_string()), ("weight", &weight)],
            lang,
        ),
        (None, _) => {
            let most = total.known.zip(total.open).and_then(|(known, open)| known.checked_add(open));
            say(
                "总分还算不出：已知 {known}，还缺 {open} 分的结果，最多 {most}",
                "no total yet: {known} are known, results for {open} points are missing, {most} at the most",
                &[("known", &number(total.known)), ("open", &number(total.open)), ("most", &number(most))],
                lang,
            )
        }
    }
}

/// The rows that lost points, most first.
pub(super) fn lost(report: &Report, lang: Lang) -> Vec<String> {
    let line = |lost: &super::Lost| {
        let points = lost.points.unwrap_or_default().to_string();
        let name = &report.rows[lost.row].name;
        say("失分：{name} {points}", "lost: {name} {points}", &[("name", name), ("points", &points)], lang)
    };
    report.lost.iter().map(line).collect()
}

/// What would earn the next grade.
pub(super) fn way(report: &Report, next: &Next, lang: Lang) -> Vec<String> {
    let lacking = next.lacking.unwrap_or_default().to_string();
    let grade = next.grade.names.get(lang);
    let head = if next.reachable {
        (
            "到“{grade}”还差 {points} 分，最省力的办法：",
            "{points} points lack for “{grade}”; the least that earns them:",
        )
    } else {
        (
            "到“{grade}”还差 {points} 分，全部指标达标也不够：",
            "{points} points lack for “{grade}”; to meet all targets is not enough:",
        )
    };
    let mut lines = vec![say(head.0, head.1, &[("grade", grade), ("points", &lacking)], lang)];
    for step in &next.steps {
        let row = &report.rows[step.row];
        let needed = step.needed.as_deref().unwrap_or(&row.target);
        let gain = step.gain.unwrap_or_default().to_string();
        let values = [("name", row.name.as_str()), ("needed", needed), ("gain", &gain)];
        lines.push(say("  {name} 达到 {needed}，可得 {gain} 分", "  {name}: {needed} earns {gain}", &values, lang));
    }
    lines
}

/// A sentence with its values.
pub(crate) fn say(zh: &'static str, en: &'static str, values: &[(&'static str, &str)], lang: Lang) -> String {
    values.iter().fold(Phrase::new(Text { zh, en }), |phrase, (name, value)| phrase.with(name, *value)).get(lang)
}
