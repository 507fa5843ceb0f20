//! How one score came.

use std::borrow::Cow;

use unicode_width::UnicodeWidthStr;

use super::{Both, Report, Row, Scored};
use crate::{
    diagnostic::{Lang, Text, closest},
    values::Decimal,
    words::Keyword,
};

/// Explains each row of this name or label, or the points for executing the budget.
///
/// # Errors
/// No row is called so; with the name that is nearest, if one is near.
pub fn explain<'r>(
    reports: impl Iterator<Item = &'r Report> + Clone,
    name: &str,
    lang: Lang,
) -> Result<String, Option<String>> {
    let is_meant = |row: &&Row| row.name == name || row.label.as_deref() == Some(name);
    let is_execution = Keyword::find(name) == Some(Keyword::Execution);
    let of_report = |report: &'r Report| {
        let rows = report.rows.iter().filter(is_meant).map(|row| indicator(report, row, lang));
        let execution = is_execution.then(|| execution(report, lang)).flatten();
        rows.chain(execution).collect::<Vec<_>>()
    };
    let told: Vec<String> = reports.clone().flat_map(of_report).collect();
    if told.is_empty() {
        let rows = reports.flat_map(|report| &report.rows).map(|row| row.name.as_str());
        let names = rows.chain([Keyword::Execution.spelling(lang)]);
        return Err(closest(name, names).map(str::to_owned));
    }
    Ok(told.join("\n"))
}

fn indicator(report: &Report, row: &Row, lang: Lang) -> String {
    let category = format!("{} · {}", row.level1.names.get(lang), row.level2.names.get(lang));
    let facts = [
        (Text { zh: "类别", en: "category" }, Some(category.into())),
        (Text { zh: "指标值", en: "target" }, Some(row.target.as_str().into())),
        (Text { zh: "完成值", en: "result" }, Some(said(row.achieved(lang), lang))),
        (Text { zh: "完成率", en: "attained" }, row.attainment.as_deref().map(Cow::from)),
    ];
    let given = (Text { zh: "填报", en: "filled in" }, row.given.as_deref().map(Cow::from));
    let lines = facts.into_iter().chain(score(report, &row.score, row.rule.as_ref(), lang)).chain([given]);
    told(report, &row.name, lines, lang)
}

/// The points for executing the budget, where there are any.
fn execution(report: &Report, lang: Lang) -> Option<String> {
    let money = &report.money;
    let amount = |amount: Option<&str>| amount.map(|amount| format!("{amount}{}", money.unit));
    let [budget, spent] = [&money.adjusted, &money.spent].map(|text| amount(text.as_deref()));
    let facts = [
        (Text { zh: "预算数", en: "budget" }, Some(said(budget.as_deref(), lang))),
        (Text { zh: "执行数", en: "spent" }, Some(said(spent.as_deref(), lang))),
        (Text { zh: "执行率", en: "rate" }, money.rate.as_deref().map(Cow::from)),
    ];
    let lines = facts.into_iter().chain(score(report, money.score.as_ref()?, money.rule.as_ref(), lang));
    Some(told(report, Keyword::Execution.spelling(lang), lines, lang))
}

/// What a fact is called, and what is known of it.
type Fact<'f> = (Text, Option<Cow<'f, str>>);

/// A score, the formula or what is missing, the rule, and the standard that is scored by.
fn score<'f>(report: &'f Report, score: &'f Scored, rule: Option<&'f Both>, lang: Lang) -> [Fact<'f>; 4] {
    let points = |points: Option<Decimal>| points.map_or_else(|| "—".to_owned(), |points| points.to_string());
    let how = match score.missing {
        None => Text { zh: "算式", en: "formula" },
        Some(_) => Text { zh: "缺少", en: "missing" },
    };
    let earned = format!("{} / {}", points(score.points), points(score.weight));
    [
        (Text { zh: "得分", en: "score" }, Some(earned.into())),
        (how, Some(score.how.get(lang).into())),
        (Text { zh: "规则", en: "rule" }, rule.map(|rule| rule.get(lang).into())),
        (Text { zh: "标准", en: "standard" }, Some(report.standard.id.as_str().into())),
    ]
}

fn said(text: Option<&str>, lang: Lang) -> Cow<'_, str> {
    text.unwrap_or(Text { zh: "没有填写", en: "not said" }.get(lang)).into()
}

/// The widths of the names of facts in Chinese and in English, in columns.
const WIDTHS: [usize; 2] = [6, 9];

fn told<'f>(report: &Report, name: &str, facts: impl Iterator<Item = Fact<'f>>, lang: Lang) -> String {
    let line = |(fact, text): Fact<'f>| {
        let fact = fact.get(lang);
        let width = if lang == Lang::Zh { WIDTHS[0] } else { WIDTHS[1] };
        Some(format!("  {fact}{}  {}\n", " ".repeat(width.saturating_sub(fact.width())), text?))
    };
    format!("{} · {name}\n", report.project) + &facts.filter_map(line).collect::<String>()
}
