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
//! What a price is for is told by its unit (万元/家, 每 家) or by its name (每家…), and the count that goes with it by the
//! unit, and by its name where several rows count in that. Rows that checks compute with are left alone.
//!
//! Repair: `<=` for `<`. Not safe: the table prints another sign. Where there is one price, labels and a check. Not safe
//! either, though the table prints the same: that the two rows belong together is told by their names.

use foldhash::{HashMap, HashSet};

use super::{super::MOST_PLACES, offered_check::offered_check};
use crate::{
    diagnostic::{Code, Diagnostic, Findings, Fix, Severity, Value},
    field::{Dimension, Field, Kind, Unit},
    model::{Budget, Formula, Indicator, Meaning, Project, Quantity, Step},
    source::Span,
    values::Ratio,
    words::Comparison,
};

/// Among how many rows of one unit the one is looked for that a price goes with.
const MOST_COUNTS: usize = 8;

pub fn costs_fit_budget(project: &Project<'_>, field: &Field, findings: &mut Findings) {
    let Some(budget) = &project.budget else { return };
    let costs = || project.indicators.iter().enumerate().filter(|(_, row)| is_cost(project, row));
    for (_, row) in costs() {
        findings.report_if(strictly_below(row, budget));
    }
    let priced = costs().filter_map(|(at, row)| Some((at, Price::of(row, budget, field)?)));
    let mut priced: Vec<(usize, Price<'_, '_>)> = priced.collect();
    if !priced.is_empty() {
        let checked = checked(project);
        priced.retain(|(at, _)| !checked.contains(at));
        findings.report_if(products(project, budget, &priced));
    }
}

fn is_cost(project: &Project<'_>, row: &Indicator<'_>) -> bool {
    project.standard.category(row.category).kind == Some(Kind::Cost)
}

fn number<'r, 's>(row: &'r Indicator<'s>) -> Option<&'r Quantity<'s>> {
    match &row.target.as_ref()?.meaning {
        Meaning::Number(quantity) => Some(quantity),
        _ => None,
    }
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

/// A row that says what one of something costs.
struct Price<'r, 's> {
    row: &'r Indicator<'s>,
    /// In base units of money for one base unit of what it is for.
    value: Ratio,
    of: Dimension,
    /// As written: 家.
    each: &'r str,
    /// Whether only the name tells it, so that no check could compute with the row as it stands.
    by_name: bool,
}

impl<'r, 's> Price<'r, 's> {
    fn of(row: &'r Indicator<'s>, budget: &Budget<'_>, field: &Field) -> Option<Self> {
        let quantity = number(row)?;
        let money = budget.total.value.meaning.dimension;
        let unit = quantity.unit?;
        let meaning = unit.meaning?;
        let value = || Ratio::from(quantity.number.value.value).times(meaning.scale);
        if let Some((_, each)) = unit.text.split_once(['/', '／']) {
            // The scale of 万元/家 has that of 家 in it.
            let of = money.per(meaning.dimension).filter(|of| of.is_simple())?;
            return Some(Self { row, value: value()?, of, each, by_name: false });
        }
        if meaning.dimension != money {
            return None;
        }
        let per = row.target.as_ref()?.per.as_deref();
        let (each, of) = match per {
            Some(per) => (per.text, per.meaning?),
            None => each(&row.name.value, field)?,
        };
        Some(Self { row, value: value()?.over(of.scale)?, of: of.dimension, each, by_name: per.is_none() })
    }
}

/// What a name is for each of: 每家…费用. Times of the calendar are none: 每年 is what the budget is for.
fn each<'n>(name: &'n str, field: &Field) -> Option<(&'n str, Unit)> {
    let (_, behind) = name.split_once('每')?;
    let word = field.units.prefix(behind)?;
    let unit = field.units.find(word).filter(|unit| !field.units.is_time(unit.measure))?;
    (!behind.contains('每')).then_some((word, unit))
}

/// The finding for what prices and the counts that go with them come to.
fn products(project: &Project<'_>, budget: &Budget<'_>, prices: &[(usize, Price<'_, '_>)]) -> Option<Diagnostic> {
    let counts = counts(project);
    let pairs = prices.iter().filter_map(|(_, price)| Some((price, count_for(price, counts.get(&price.of)?)?)));
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
    let fix = offered_check(project, first.row, count, first.each).filter(|_| pairs.len() == 1);
    let finding = finding.help(1);
    Some(match fix {
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

/// The rows of numbers under quantity, by what they count.
fn counts<'r, 's>(project: &'r Project<'s>) -> HashMap<Dimension, Vec<&'r Indicator<'s>>> {
    let mut counts: HashMap<Dimension, Vec<&Indicator<'_>>> = HashMap::default();
    let is_quantity = |row: &&Indicator<'_>| project.standard.category(row.category).kind == Some(Kind::Quantity);
    for row in project.indicators.iter().filter(is_quantity) {
        if let Some(unit) = number(row).and_then(|quantity| quantity.unit?.meaning) {
            counts.entry(unit.dimension).or_default().push(row);
        }
    }
    counts
}

fn base(count: &Indicator<'_>) -> Option<Ratio> {
    let quantity = number(count)?;
    Ratio::from(quantity.number.value.value).times(quantity.unit?.meaning?.scale)
}

/// The count that a price goes with: the one that shares most of its name, at least the half.
fn count_for<'r, 's>(price: &Price<'_, '_>, counts: &[&'r Indicator<'s>]) -> Option<&'r Indicator<'s>> {
    if counts.len() > MOST_COUNTS {
        return None;
    }
    let mut shares: Vec<(usize, &Indicator<'_>)> = Vec::with_capacity(counts.len());
    for count in counts {
        let (shared, all) = shared(&count.name.value, &price.row.name.value);
        if shared * 2 >= all && shared > 0 {
            shares.push((shared * 100 / all, *count));
        }
    }
    let (most, best) = *shares.iter().max_by_key(|(share, _)| *share)?;
    (shares.iter().filter(|(share, _)| *share == most).count() == 1).then_some(best)
}

/// How many of the pairs of letters of a name are in another, and how many there are.
fn shared(name: &str, other: &str) -> (usize, usize) {
    let ends: Vec<usize> = name.char_indices().map(|(at, _)| at).chain([name.len()]).collect();
    let pairs = ends.windows(3).filter_map(|ends| name.get(ends[0]..ends[2]));
    pairs.fold((0, 0), |(shared, all), pair| (shared + usize::from(other.contains(pair)), all + 1))
}
