//! What is said of several projects together.

use super::{
    document::{Block, Chapter, Section},
    facts::{Counts, amount, of_same_unit, percentage},
    pictures,
    summary::joined,
    tables::{points, table},
};
use crate::{
    diagnostic::{Lang, Text},
    report::{Report, text::say},
    table::{Role, Table},
};

/// The chapter before those of the projects.
pub(super) fn overview(reports: &[&Report], lang: Lang) -> Chapter<'static> {
    let title = Text { zh: "总览", en: "Overview" }.get(lang).to_owned();
    let blocks = vec![
        Block::Text(summary(reports, lang)),
        projects(reports, lang).into(),
        Block::Picture(pictures::totals(reports.iter().copied(), lang)),
    ];
    let sections = vec![Section { title: String::new(), blocks }];
    Chapter { title: Some(title), facts: Vec::new(), sections, annex: None }
}

/// All projects in a few sentences.
pub(super) fn summary(reports: &[&Report], lang: Lang) -> String {
    let count = reports.len().to_string();
    let first = say("共 {count} 个项目。", "There are {count} projects.", &[("count", &count)], lang);
    let counts = Counts::of(reports.iter().flat_map(|report| &report.rows)).said(lang);
    joined([Some(first), grades(reports, lang), money(reports, lang), Some(counts)].into_iter().flatten(), lang)
}

/// How many projects have each grade, in the order in which these are met.
fn grades(reports: &[&Report], lang: Lang) -> Option<String> {
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for grade in reports.iter().filter_map(|report| report.total.grade.as_ref()) {
        let name = grade.names.get(lang);
        match counts.iter_mut().find(|(known, _)| *known == name) {
            Some((_, count)) => *count += 1,
            None => counts.push((name, 1)),
        }
    }
    let one = |(name, count): &(&str, usize)| match lang {
        Lang::Zh => format!("“{name}”{count} 个"),
        Lang::En => format!("{count} “{name}”"),
    };
    let listed = counts.iter().map(one).collect::<Vec<_>>().join(if lang == Lang::Zh { "、" } else { ", " });
    (!counts.is_empty()).then(|| say("评为{listed}。", "Graded: {listed}.", &[("listed", &listed)], lang))
}

/// All money together, where all of it has one unit.
fn money(reports: &[&Report], lang: Lang) -> Option<String> {
    let (unit, budget, spent) = of_same_unit(reports)?;
    let rate = percentage(spent, budget)?;
    let values = [
        ("budget", &*amount(&budget.to_string(), unit)),
        ("spent", &amount(&spent.to_string(), unit)),
        ("rate", &rate),
    ];
    Some(say(
        "全年预算共 {budget}，执行 {spent}，执行率 {rate}。",
        "Of {budget} in all, {spent} were spent, which is {rate}.",
        &values,
        lang,
    ))
}

fn projects(reports: &[&Report], lang: Lang) -> Table<'static> {
    let columns = [
        (Text { zh: "项目名称", en: "Project" }, 34, Role::Text),
        (Text { zh: "全年预算数", en: "Budget" }, 19, Role::Amount),
        (Text { zh: "执行率", en: "Spent" }, 12, Role::Value),
        (Text { zh: "达到", en: "Met" }, 8, Role::Value),
        (Text { zh: "未达到", en: "Missed" }, 11, Role::Value),
        (Text { zh: "不能评分", en: "Open" }, 11, Role::Value),
        (Text { zh: "总分", en: "Total" }, 9, Role::Value),
        (Text { zh: "等级", en: "Grade" }, 14, Role::Value),
    ];
    let row = |report: &&Report| {
        let (money, counts) = (&report.money, Counts::of(&report.rows));
        let budget = money.adjusted.as_deref().map_or_else(|| "—".to_owned(), |known| amount(known, &money.unit));
        let grade = report.total.grade.as_ref().map_or("—", |grade| grade.names.get(lang));
        [
            report.project.clone(),
            budget,
            money.rate.clone().unwrap_or_else(|| "—".to_owned()),
            counts.met.to_string(),
            counts.missed.to_string(),
            counts.open.to_string(),
            points(report.total.points),
            grade.to_owned(),
        ]
    };
    table(&columns, reports.iter().map(row), lang)
}
