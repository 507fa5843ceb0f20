//! The tables of a written report.

use std::borrow::Cow;

use super::{
    facts::{amount, is_beyond, lost},
    points::NO_REASON,
};
use crate::{
    diagnostic::{Lang, Text},
    report::{Next, Report, Row as Indicator, Scored},
    table::{Cell, Role, Row, Section, Table},
    values::Decimal,
};

/// A column: its name, its width relative to the others, what its cells are. In a column of gaps a blank cell is one.
type Column = (Text, u16, Role);

/// A table with the names of its columns over its rows, as many as there are.
pub(crate) fn grid(columns: &[(String, u16, Role)], rows: impl IntoIterator<Item = Vec<String>>) -> Table<'static> {
    let names = columns.iter().map(|(name, ..)| (name.clone(), Role::Heading));
    let rows = rows.into_iter().map(|texts| {
        row(texts.into_iter().zip(columns).map(|(text, (_, _, role))| (text, *role)), Section::Indicators)
    });
    Table {
        columns: columns.iter().map(|(_, width, _)| *width).collect(),
        rows: std::iter::once(row(names, Section::Names)).chain(rows).collect(),
        ..Table::default()
    }
}

/// A table with the names of its columns over its rows.
pub(super) fn table<const N: usize>(
    columns: &[Column; N],
    rows: impl IntoIterator<Item = [String; N]>,
    lang: Lang,
) -> Table<'static> {
    let names = columns.each_ref().map(|(name, ..)| (name.get(lang).to_owned(), Role::Heading));
    let cell = |(text, (_, _, role)): (String, &Column)| match (role, text.is_empty()) {
        (Role::Gap, true) => (NO_REASON.get(lang).to_owned(), Role::Gap),
        (Role::Gap, false) => (text, Role::Text),
        _ => (text, *role),
    };
    let rows = rows.into_iter().map(|texts| row(texts.into_iter().zip(columns).map(cell), Section::Indicators));
    Table {
        columns: columns.iter().map(|(_, width, _)| *width).collect(),
        rows: std::iter::once(row(names, Section::Names)).chain(rows).collect(),
        ..Table::default()
    }
}

fn row(cells: impl IntoIterator<Item = (String, Role)>, section: Section) -> Row<'static> {
    let cell = |(column, (text, role))| Cell { text: Cow::Owned(text), role, column, columns: 1, rows: 1 };
    Row { section, cells: cells.into_iter().enumerate().map(cell).collect() }
}

pub(super) fn points(points: Option<Decimal>) -> String {
    points.map_or_else(|| "—".to_owned(), |points| points.to_string())
}

fn or_dash(text: Option<&str>) -> String {
    text.unwrap_or("—").to_owned()
}

/// The budget, what was spent of it, and what that earned.
pub(super) fn money(report: &Report, lang: Lang) -> Table<'static> {
    let columns = [
        (Text { zh: "年初预算数", en: "Budget" }, 16, Role::Amount),
        (Text { zh: "全年预算数", en: "Adjusted" }, 16, Role::Amount),
        (Text { zh: "全年执行数", en: "Spent" }, 16, Role::Amount),
        (Text { zh: "执行率", en: "Rate" }, 12, Role::Value),
        (Text { zh: "分值", en: "Points" }, 8, Role::Value),
        (Text { zh: "得分", en: "Score" }, 8, Role::Value),
    ];
    let money = &report.money;
    let amount =
        |known: &Option<String>| known.as_deref().map_or_else(|| "—".to_owned(), |known| amount(known, &money.unit));
    let (weight, earned) = money.score.as_ref().map_or((None, None), |score| (score.weight, score.points));
    let row = [
        amount(&money.budget),
        amount(&money.adjusted),
        amount(&money.spent),
        or_dash(money.rate.as_deref()),
        points(weight),
        points(earned),
    ];
    table(&columns, [row], lang)
}

/// What lacks for a total.
pub(super) fn missing(report: &Report, lang: Lang) -> Option<Table<'static>> {
    let columns = [
        (Text { zh: "指标", en: "Indicator" }, 36, Role::Text),
        (Text { zh: "分值", en: "Points" }, 10, Role::Value),
        (Text { zh: "缺少什么", en: "What is missing" }, 40, Role::Text),
    ];
    let execution = Text { zh: "预算执行率", en: "Budget spent" }.get(lang);
    let scores = report.rows.iter().map(|row| (row.name.as_str(), &row.score));
    let scores = scores.chain(report.money.score.as_ref().map(|score| (execution, score)));
    let open = scores.filter(|(_, score)| score.missing.is_some());
    let row = |(name, score): (&str, &Scored)| [name.to_owned(), points(score.weight), score.how.get(lang).to_owned()];
    let rows: Vec<[String; 3]> = open.map(row).collect();
    (!rows.is_empty()).then(|| table(&columns, rows, lang))
}

/// Why targets were missed, or exceeded by far. A reason that lacks is a gap.
pub(super) fn reasons(report: &Report, lang: Lang) -> Option<Table<'static>> {
    let columns = [
        (Text { zh: "三级指标", en: "Indicator" }, 26, Role::Text),
        (Text { zh: "年度指标值", en: "Target" }, 14, Role::Value),
        (Text { zh: "实际完成值", en: "Result" }, 16, Role::Value),
        (Text { zh: "失分", en: "Lost" }, 8, Role::Value),
        (Text { zh: "偏差原因分析及改进措施", en: "Reason and what is done about it" }, 40, Role::Gap),
    ];
    let deviates = |row: &&Indicator| row.met == Some(false) || is_beyond(report, row) || row.reason.is_some();
    let row = |row: &Indicator| {
        let actual = or_dash(row.achieved(lang));
        let reason = row.reason.clone().unwrap_or_default();
        [row.name.clone(), row.target.clone(), actual, points(lost(row)), reason]
    };
    let rows: Vec<[String; 5]> = report.rows.iter().filter(deviates).map(row).collect();
    (!rows.is_empty()).then(|| table(&columns, rows, lang))
}

/// What would earn the next grade.
pub(super) fn way(report: &Report, next: &Next, lang: Lang) -> Table<'static> {
    let columns = [
        (Text { zh: "三级指标", en: "Indicator" }, 40, Role::Text),
        (Text { zh: "现在", en: "Now" }, 20, Role::Value),
        (Text { zh: "要达到", en: "Needed" }, 16, Role::Value),
        (Text { zh: "可得分", en: "Gain" }, 10, Role::Value),
    ];
    let rows = next.steps.iter().map(|step| {
        let row = &report.rows[step.row];
        let needed = step.needed.clone().unwrap_or_else(|| row.target.clone());
        [row.name.clone(), or_dash(row.achieved(lang)), needed, points(step.gain)]
    });
    table(&columns, rows, lang)
}
