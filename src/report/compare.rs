//! One year, scored by two standards.

use std::borrow::Cow;

use super::{Report, Scored, text};
use crate::{
    diagnostic::{Lang, Text},
    table::{self, Cell, Format, Options, Role, Row, Section, Table},
    values::Decimal,
};

/// Writes the scores by both standards side by side, each row in which they differ marked with its difference.
pub fn render(one: &Report, other: &Report, lang: Lang, options: &Options) -> String {
    let table = table::render(Format::Text, &[sheet(one, other, lang)], options).unwrap_or_default();
    let table = String::from_utf8_lossy(&table).trim_matches('\n').to_owned();
    let totals = [one, other].map(|report| format!("{}: {}", report.standard.id, text::total(report, lang)));
    format!("{}\n{table}\n{}\n{}\n", one.project, totals[0], totals[1])
}

/// The scores of all rows by both standards.
pub(super) fn sheet<'r>(one: &'r Report, other: &'r Report, lang: Lang) -> Table<'r> {
    let names: [Cow<'r, str>; 5] = [
        Text { zh: "三级指标", en: "Indicator" }.get(lang).into(),
        Text { zh: "实际完成值", en: "Result" }.get(lang).into(),
        (&*one.standard.id).into(),
        (&*other.standard.id).into(),
        Text { zh: "相差", en: "Difference" }.get(lang).into(),
    ];
    let mut rows = vec![row(names, Section::Names)];
    for (first, second) in one.rows.iter().zip(&other.rows) {
        let actual = first.achieved(lang).unwrap_or_default();
        rows.push(pair(&first.name, actual, &first.score, &second.score));
    }
    if let Some((first, second)) = one.money.score.as_ref().zip(other.money.score.as_ref()) {
        let name = Text { zh: "预算执行率", en: "Spent of the budget" }.get(lang);
        rows.push(pair(name, one.money.rate.as_deref().unwrap_or_default(), first, second));
    }
    let columns = vec![30, 16, 14, 14, 10];
    Table { columns, rows, ..Table::default() }
}

fn pair<'r>(name: &'r str, actual: &'r str, one: &Scored, other: &Scored) -> Row<'r> {
    let shown = |scored: &Scored| {
        let text = |number: Option<Decimal>| number.map_or_else(|| "—".to_owned(), |number| number.to_string());
        format!("{} / {}", text(scored.points), text(scored.weight))
    };
    let difference = one.points.zip(other.points).and_then(|(one, other)| other.checked_sub(one));
    let difference = difference.filter(|difference| !difference.is_zero());
    let signed = |difference: Decimal| match difference.is_sign_negative() {
        true => difference.to_string().replace('-', "−"),
        false => format!("+{difference}"),
    };
    let texts = [
        name.into(),
        actual.into(),
        shown(one).into(),
        shown(other).into(),
        difference.map_or_else(String::new, signed).into(),
    ];
    row(texts, Section::Indicators)
}

fn row<'r>(texts: [Cow<'r, str>; 5], section: Section) -> Row<'r> {
    let cell = |(column, text): (usize, Cow<'r, str>)| {
        let role = match (section, column) {
            (Section::Names, _) => Role::Heading,
            (_, 0) => Role::Text,
            _ => Role::Value,
        };
        Cell { text, role, column, columns: 1, rows: 1 }
    };
    Row { section, cells: texts.into_iter().enumerate().map(cell).collect() }
}
