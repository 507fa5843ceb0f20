//! The scores of a report as one table, in either language.

use std::borrow::Cow;

use super::{Report, Row as Indicator, Scored};
use crate::{
    diagnostic::{Lang, Text},
    table::{Cell, Role, Row, Section, Table},
};

/// A column: its name, its width relative to the others, what its cells are.
type Column = (Text, u16, Role);

const COLUMNS: [Column; 7] = [
    (Text { zh: "一级指标", en: "Level" }, 18, Role::Category),
    (Text { zh: "三级指标", en: "Indicator" }, 24, Role::Text),
    (Text { zh: "年度指标值", en: "Target" }, 18, Role::Value),
    (Text { zh: "实际完成值", en: "Result" }, 18, Role::Value),
    (Text { zh: "分值", en: "Points" }, 9, Role::Value),
    (Text { zh: "得分", en: "Score" }, 9, Role::Value),
    (Text { zh: "算式，或缺少什么", en: "How, or what is missing" }, 31, Role::Text),
];

/// The scores of all rows, of the budget, and all together.
pub fn sheet(report: &Report, lang: Lang) -> Table<'_> {
    let mut rows = vec![head(lang)];
    for indicator in &report.rows {
        rows.push(row(indicator, lang));
    }
    merge_first(&mut rows);
    rows.extend(report.money.score.as_ref().map(|score| money(report, score, lang)));
    rows.push(total(report, lang));
    let columns = COLUMNS.iter().map(|(_, width, _)| *width).collect();
    Table { columns, rows, ..Table::default() }
}

fn cells<'c>(texts: [Cow<'c, str>; 7], section: Section) -> Row<'c> {
    let cell = |(column, text): (usize, Cow<'c, str>)| {
        let role = if section == Section::Names { Role::Heading } else { COLUMNS[column].2 };
        Cell { text, role, column, columns: 1, rows: 1 }
    };
    Row { section, cells: texts.into_iter().enumerate().map(cell).collect() }
}

fn head(lang: Lang) -> Row<'static> {
    cells(COLUMNS.map(|(name, ..)| Cow::Borrowed(name.get(lang))), Section::Names)
}

fn row(row: &Indicator, lang: Lang) -> Row<'_> {
    let texts = [
        row.level1.names.get(lang).into(),
        (&*row.name).into(),
        (&*row.target).into(),
        row.achieved(lang).unwrap_or_default().into(),
        points(&row.score.weight),
        points(&row.score.points),
        row.score.how.get(lang).into(),
    ];
    cells(texts, Section::Indicators)
}

fn points(points: &Option<crate::values::Decimal>) -> Cow<'static, str> {
    points.map_or_else(|| "—".into(), |points| points.to_string().into())
}

/// Equal texts that follow each other in the first column, below its name, become one cell.
pub(super) fn merge_first(rows: &mut [Row<'_>]) {
    let mut top = 1;
    for at in 2..rows.len() {
        let is_same = rows[at].cells[0].text == rows[top].cells[0].text;
        if is_same {
            rows[at].cells.remove(0);
            rows[top].cells[0].rows += 1;
        } else {
            top = at;
        }
    }
}

fn money<'r>(report: &'r Report, score: &'r Scored, lang: Lang) -> Row<'r> {
    let money = &report.money;
    let amount =
        |amount: &Option<String>| amount.as_ref().map(|text| format!("{text}{}", money.unit)).unwrap_or_default();
    let texts = [
        Text { zh: "预算执行", en: "Budget" }.get(lang).into(),
        Text { zh: "预算执行率", en: "Spent of the budget" }.get(lang).into(),
        amount(&money.adjusted).into(),
        amount(&money.spent).into(),
        points(&score.weight),
        points(&score.points),
        score.how.get(lang).into(),
    ];
    cells(texts, Section::Indicators)
}

fn total(report: &Report, lang: Lang) -> Row<'_> {
    let total = &report.total;
    let grade = total.grade.as_ref().map_or("", |grade| grade.names.get(lang));
    let texts = [
        Text { zh: "总分", en: "Total" }.get(lang).into(),
        Cow::default(),
        Cow::default(),
        Cow::default(),
        points(&total.weight.map(|weight| weight.normalize())),
        points(&total.points),
        grade.into(),
    ];
    cells(texts, Section::Foot)
}
