//! P401: the sources of the money do not add up to the whole. P303: they are in another currency.

use super::{
    MOST_PLACES,
    mismatch::{ADDED, mismatch},
    value::Value,
};
use crate::{
    diagnostic::{Code, Diagnostic, Findings, Text},
    field::{Field, Standard},
    model::{Amount, Budget},
    values::Ratio,
};

/// A source left out is blank, not zero, so a budget without sources is not wrong; but what is given must add up.
pub fn parts_add_up(budget: &Budget<'_>, whole: Text, standard: &Standard, field: &Field, findings: &mut Findings) {
    if budget.parts.is_empty() || budget.is_partial || !is_one_currency(budget, field, findings) {
        return;
    }
    let total = budget.total.value.base();
    let sum = budget.parts.iter().try_fold(Ratio::ZERO, |sum, part| sum.plus(part.amount.value.base()?));
    let (Some(total), Some(sum)) = (total, sum) else { return };
    if total == sum {
        return;
    }
    let unit = (budget.total.value.meaning, budget.total.value.unit.to_owned());
    let like_total = |base| {
        let dimension = unit.0.dimension;
        Value { base, dimension, unit: Some(unit.clone()), open: false }.shown(field)
    };
    let mut finding = Diagnostic::new(Code::BudgetSum, budget.total.span)
        .with("whole", whole)
        .with("total", written(&budget.total.value))
        .with("sum", like_total(sum))
        .with("difference", total.minus(sum).map_or_else(|| "…".to_owned(), |difference| like_total(difference.abs())));
    for part in budget.parts.iter().take(MOST_PLACES) {
        let fund = &standard.funds.list[part.fund].names;
        let values = [("fund", fund.into()), ("amount", written(&part.amount.value).into())];
        finding = finding.also_with(1, part.amount.span, values);
    }
    if let Some(next) = budget.parts.get(MOST_PLACES) {
        let more = (budget.parts.len() - MOST_PLACES).to_string();
        finding = finding.also_with(2, next.amount.span, [("more", more.into())]);
    }
    findings.report(finding);
}

/// Currencies have no rate, so amounts of several cannot be added.
fn is_one_currency(budget: &Budget<'_>, field: &Field, findings: &mut Findings) -> bool {
    let total = &budget.total;
    let others = budget.parts.iter().map(|part| &part.amount);
    let mut is_one = true;
    for other in others.filter(|other| other.value.meaning.dimension != total.value.meaning.dimension) {
        is_one = false;
        if let Some((part, whole)) = Value::of_amount(&other.value).zip(Value::of_amount(&total.value)) {
            let finding = mismatch(&field.units, (&part, other.span), (&whole, total.span), ADDED, 2);
            findings.report(finding);
        }
    }
    is_one
}

fn written(amount: &Amount<'_>) -> String {
    format!("{} {}", amount.number.text, amount.unit)
}
