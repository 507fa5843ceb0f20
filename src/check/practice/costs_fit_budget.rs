//! P819: what the prices of a table come to, beside its budget.
//!
//! Why: a reviewer multiplies the price for each with the number of them and compares the sum with the money (rules of
//! practice, V19). That a single cost is over the budget is P405.
//!
//! Three things are told:
//! * prices times counts come to more than the budget, a warning;
//! * they do not, but what a price is for stands in its name only, which is advice: with the unit in its place a `check` can
//!   compute it whenever a number changes;
//! * a cost is to stay below (`<`) just the amount of the budget, so that to spend all of it misses the target, a warning.
//!
//! Example: `成本 "每家工作站支撑费用" <= 1 万元` beside `数量 "支撑工作站" >= 12 家`, with a budget of 10 万元.
//!
//! What a price is for is told by its unit (万元/家, 每 家) or by its name (每家…, 人均…, 平均实施1项…), and the count that goes
//! with it by its unit and its name. Rows that checks compute with are left alone.
//!
//! Repair: `<=` for `<`. Not safe: the table prints another sign. For prices that fit, labels and a check. Not safe either,
//! though the table prints the same: that the rows belong together is told by their names.

use foldhash::HashSet;

use super::{
    super::MOST_PLACES,
    offered_check::offered_check,
    prices::{Counts, Price, base, number},
};
use crate::{
    diagnostic::{Code, Diagnostic, Findings, Fix, Severity, Value},
    field::{Field, Kind, Units},
    model::{Budget, Formula, Indicator, Project, Step},
    source::Span,
    values::Ratio,
    words::Comparison,
};

pub fn costs_fit_budget(project: &Project<'_>, field: &Field, findings: &mut Findings) {
    let Some(budget) = &project.budget else { return };
    let costs = || project.indicators.iter().enumerate().filter(|(_, row)| is_cost(project, row));
    for (_, row) in costs() {
        findings.report_if(strictly_below(row, budget));
    }
    let priced = costs().filter_map(|(at, row)| Some((at, Price::of(row, budget, &field.units)?)));
    let mut priced: Vec<(usize, Price<'_, '_>)> = priced.collect();
    if !priced.is_empty() {
        let checked = checked(project);
        priced.retain(|(at, _)| !checked.contains(at));
        findings.report_if(products(project, budget, &priced, &field.units));
    }
}

fn is_cost(project: &Project<'_>, row: &Indicator<'_>) -> bool {
    project.standard.category(row.category).kind == Some(Kind::Cost)
}

/// The finding for `< 10 万元` of just these 10 万元.
fn strictly_below(row: &Indicator<'_>, budget: &Budget<'_>) -> Option<Diagnostic> {
    let quantity = number(row)?;
    let sign = quantity.comparison.filter(|sign| sign.value == Comparison::Below)?;
    let unit = quantity.unit?.meaning.filter(|_| row.target.as_ref().is_some_and(|target| target.per.is_none()))?;
    let amount = Ratio::from(quantity.number.value.value).times(unit.scale)?;
    let total = &budget.total.value;
    if unit.dimension != total.meaning.dimension || Some(amount) != total.base() {
        return None;
    }
    let right = if sign.span.range.len() > 1 { Comparison::AtMost.printed() } else { Comparison::AtMost.sign() };
    let outcome = Value::Localized {
        zh: "要低于预算数，预算用完就算没有完成".into(),
        en: "is to stay below the budget, so spending all of it misses the target".into(),
    };
    let place = sign.span.to(quantity.number.span);
    let finding = finding(outcome, place, budget).severity(Severity::Warning).label(3).help(2);
    Some(finding.with("right", right).fix(Fix::guess(sign.span, right)))
}

fn finding(outcome: Value, at: Span, budget: &Budget<'_>) -> Diagnostic {
    let total = &budget.total.value;
    Diagnostic::new(Code::CostsAgainstBudget, at)
        .with("outcome", outcome)
        .with("total", format!("{} {}", total.number.text, total.unit))
        .also(2, budget.total.span)
}

/// The rows that checks compute with.
fn checked(project: &Project<'_>) -> HashSet<usize> {
    let formulas = project.checks.iter().flat_map(|check| [&check.left, &check.right]).flatten();
    let steps = formulas.flat_map(|formula: &Formula<'_>| &formula.steps);
    let rows = steps.filter_map(|(step, _)| match step {
        Step::Indicator(row) => Some(*row),
        _ => None,
    });
    rows.collect()
}

/// The finding for what prices and the counts that go with them come to.
fn products(
    project: &Project<'_>,
    budget: &Budget<'_>,
    prices: &[(usize, Price<'_, '_>)],
    units: &Units,
) -> Option<Diagnostic> {
    let counts = Counts::of(project, units);
    let pairs = prices.iter().filter_map(|(_, price)| Some((price, counts.of_price(price)?)));
    let pairs: Vec<(&Price<'_, '_>, &Indicator<'_>)> = pairs.collect();
    let sum = pairs.iter().try_fold(Ratio::ZERO, |sum, (price, count)| sum.plus(price.value.times(base(count)?)?))?;
    let (first, count) = pairs.first()?;
    let total = &budget.total.value;
    let shown = sum.over(total.meaning.scale)?;
    let is_over = sum > total.base()?;
    if !is_over && !pairs.iter().any(|(price, _)| price.by_name) {
        return None;
    }
    let outcome = outcome(&format!("{shown} {}", total.unit), is_over);
    let finding = finding(outcome, written(first.row), budget).with("each", first.each).also(1, written(count));
    let others = pairs.iter().skip(1).take(MOST_PLACES);
    let finding =
        others.fold(finding, |finding, (price, count)| finding.also(4, written(price.row)).also(1, written(count)));
    if is_over {
        return Some(finding.severity(Severity::Warning));
    }
    let unit = number(count).and_then(|quantity| quantity.unit).map_or(first.each, |unit| unit.text);
    let finding = finding.help(1).with("unit", unit);
    Some(match offered_check(project, &pairs) {
        Some(fix) => finding.fix(fix),
        None => finding,
    })
}

fn outcome(sum: &str, is_over: bool) -> Value {
    if is_over {
        let (zh, en) = (format!("合计 {sum}，超过了预算数"), format!("comes to {sum}, over the budget"));
        return Value::Localized { zh: zh.into(), en: en.into() };
    }
    let (zh, en) = (format!("合计 {sum}，没有写校验"), format!("comes to {sum}, which no check says"));
    Value::Localized { zh: zh.into(), en: en.into() }
}

fn written(row: &Indicator<'_>) -> Span {
    row.target.as_ref().map_or(row.name.span, |target| target.span)
}
