//! The rows of a project's sheet: what the levels earned, the money, and the indicators.

use std::borrow::Cow;

use super::super::{
    facts::{Counts, lacks_reason, lost, of_indicators, percentage},
    points::NO_REASON,
    tables::points,
};
use crate::{
    diagnostic::{Lang, Text},
    report::{Report, Row as Indicator},
    table::{Cell, Role, Row, Section},
    values::Decimal,
};

/// The columns of the indicators: name, width relative to the others, what its cells are.
pub(super) const COLUMNS: [(Text, u16, Role); 12] = [
    (Text { zh: "序号", en: "No." }, 6, Role::Value),
    (Text { zh: "一级指标", en: "Level" }, 11, Role::Category),
    (Text { zh: "二级指标", en: "Category" }, 12, Role::Category),
    (Text { zh: "三级指标", en: "Indicator" }, 26, Role::Text),
    (Text { zh: "年度指标值", en: "Target" }, 13, Role::Category),
    (Text { zh: "实际完成值", en: "Result" }, 15, Role::Category),
    (Text { zh: "完成率", en: "Attained" }, 10, Role::Rate),
    (Text { zh: "分值", en: "Points" }, 9, Role::Value),
    (Text { zh: "得分", en: "Score" }, 9, Role::Value),
    (Text { zh: "失分", en: "Lost" }, 9, Role::Value),
    (Text { zh: "算式，或缺少什么", en: "How, or what is missing" }, 28, Role::Text),
    (Text { zh: "偏差原因分析及改进措施", en: "Reason and what is done about it" }, 30, Role::Text),
];

pub(super) const ATTAINED: usize = 6;
pub(super) const WEIGHT: usize = 7;
pub(super) const SCORE: usize = 8;
pub(super) const LOST: usize = 9;
/// Where the money stands, beside the levels: names, then amounts.
pub(super) const MONEY: usize = 10;

/// A cell over some columns.
pub(super) fn cell(text: impl Into<Cow<'static, str>>, role: Role, column: usize, columns: usize) -> Cell<'static> {
    Cell { text: text.into(), role, column, columns, rows: 1 }
}

pub(super) fn row(section: Section, cells: Vec<Cell<'static>>) -> Row<'static> {
    Row { section, cells }
}

/// The names over the levels and the money, and the name of each level; below them all indicators, and the budget.
pub(super) fn levels(report: &Report, lang: Lang) -> Vec<Row<'static>> {
    let say = |zh, en| Text { zh, en }.get(lang);
    let heading = |text, column, columns| cell(text, Role::Heading, column, columns);
    let names = vec![
        heading(say("各级指标", "Levels"), 0, 4),
        heading(say("指标数", "Indicators"), 4, 2),
        heading(say("得分率", "Rate"), ATTAINED, 1),
        heading(say("分值", "Points"), WEIGHT, 1),
        heading(say("得分", "Score"), SCORE, 1),
        heading(say("失分", "Lost"), LOST, 1),
    ];
    let level = |level: &crate::report::Level| {
        let count = Counts::of(report.rows.iter().filter(|row| row.level1 == level.level)).all();
        sums(level.level.names.get(lang), Some(count), level.weight, level.points)
    };
    let all = of_indicators(report);
    let weight = report.levels.iter().filter_map(|level| level.weight).sum();
    let all = sums(say("指标合计", "All indicators"), Some(report.rows.len()), Some(weight), all.map(|all| all.0));
    let execution = report.money.score.as_ref();
    let execution = execution.map(|score| sums(say("预算执行率", "Budget spent"), None, score.weight, score.points));
    let cells = std::iter::once(names).chain(report.levels.iter().map(level)).chain([all]).chain(execution);
    let mut rows: Vec<Row<'static>> = cells.map(|cells| row(Section::Head, cells)).collect();
    beside(&mut rows, money(report, lang));
    rows
}

/// What some rows have together.
fn sums(name: &str, count: Option<usize>, weight: Option<Decimal>, earned: Option<Decimal>) -> Vec<Cell<'static>> {
    let both = earned.zip(weight);
    let rate = both.and_then(|(earned, weight)| percentage(earned, weight)).unwrap_or_else(|| "—".to_owned());
    let lost = both.and_then(|(earned, weight)| weight.checked_sub(earned));
    vec![
        cell(name.to_owned(), Role::Category, 0, 4),
        cell(count.map_or_else(|| "—".to_owned(), |count| count.to_string()), Role::Value, 4, 2),
        cell(rate, Role::Rate, ATTAINED, 1),
        cell(points(weight), Role::Value, WEIGHT, 1),
        cell(points(earned), Role::Value, SCORE, 1),
        cell(points(lost), Role::Value, LOST, 1),
    ]
}

/// Puts cells at the right of rows; where there are more, into rows of their own.
fn beside(rows: &mut Vec<Row<'static>>, cells: Vec<[Cell<'static>; 2]>) {
    for (at, cells) in cells.into_iter().enumerate() {
        if at == rows.len() {
            rows.push(row(Section::Head, Vec::new()));
        }
        rows.get_mut(at).into_iter().for_each(|row| row.cells.extend(cells.clone()));
    }
}

/// How many rows below the names of the levels each number of [`money`] stands.
pub(super) const ADJUSTED: usize = 2;
pub(super) const SPENT: usize = 3;
pub(super) const RATE: usize = 4;
pub(super) const RESULTS: usize = 5;

/// The amounts, and the two rates that are compared.
fn money(report: &Report, lang: Lang) -> Vec<[Cell<'static>; 2]> {
    let say = |zh, en| Text { zh, en }.get(lang);
    let money = &report.money;
    let unit = if lang == Lang::Zh { format!("资金（{}）", money.unit) } else { format!("Money ({})", money.unit) };
    let line = |name: &'static str, text: &Option<String>, role| {
        [cell(name, Role::Category, MONEY, 1), cell(text.clone().unwrap_or_else(|| "—".to_owned()), role, MONEY + 1, 1)]
    };
    let results = of_indicators(report).and_then(|(points, weight)| percentage(points, weight));
    vec![
        [cell(unit, Role::Heading, MONEY, 1), cell("", Role::Heading, MONEY + 1, 1)],
        line(say("年初预算数", "Budget"), &money.budget, Role::Amount),
        line(say("全年预算数", "Adjusted budget"), &money.adjusted, Role::Amount),
        line(say("全年执行数", "Spent"), &money.spent, Role::Amount),
        line(say("预算执行率", "Budget spent"), &money.rate, Role::Rate),
        line(say("指标得分率", "Points of the indicators"), &results, Role::Rate),
    ]
}

/// The names of the columns of the indicators.
pub(super) fn names(lang: Lang) -> Row<'static> {
    let cells = COLUMNS.iter().enumerate().map(|(at, (name, ..))| cell(name.get(lang), Role::Heading, at, 1));
    row(Section::Names, cells.collect())
}

/// An indicator, the `number`th from 1.
pub(super) fn indicator(report: &Report, number: usize, indicator: &Indicator, lang: Lang) -> Row<'static> {
    let or_dash = |text: Option<&str>| text.unwrap_or("—").to_owned();
    let texts = [
        number.to_string(),
        indicator.level1.names.get(lang).to_owned(),
        indicator.level2.names.get(lang).to_owned(),
        indicator.name.clone(),
        indicator.target.clone(),
        or_dash(indicator.achieved(lang)),
        or_dash(indicator.attainment.as_deref()),
        points(indicator.score.weight),
        points(indicator.score.points),
        points(lost(indicator)),
        indicator.score.how.get(lang).to_owned(),
        indicator.reason.clone().unwrap_or_default(),
    ];
    let cells = texts.into_iter().zip(COLUMNS).enumerate();
    let mut cells: Vec<Cell<'static>> = cells.map(|(at, (text, (.., role)))| cell(text, role, at, 1)).collect();
    if let Some(reason) = cells.last_mut().filter(|_| lacks_reason(report, indicator)) {
        (reason.text, reason.role) = (NO_REASON.get(lang).into(), Role::Gap);
    }
    row(Section::Indicators, cells)
}

/// All together.
pub(super) fn total(report: &Report, lang: Lang) -> Row<'static> {
    let total = &report.total;
    let weight = total.weight.map(|weight| weight.normalize());
    let lost = total.points.zip(total.weight).and_then(|(points, weight)| weight.checked_sub(points));
    let grade = total.grade.as_ref().map_or("—", |grade| grade.names.get(lang));
    let cells = vec![
        cell(Text { zh: "总分（含预算执行率）", en: "Total, with the budget spent" }.get(lang), Role::Label, 0, WEIGHT),
        cell(points(weight), Role::Value, WEIGHT, 1),
        cell(points(total.points), Role::Value, SCORE, 1),
        cell(points(lost), Role::Value, LOST, 1),
        cell(grade.to_owned(), Role::Category, MONEY, 2),
    ];
    row(Section::Foot, cells)
}
