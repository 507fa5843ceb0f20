//! P401: the sources of the money do not add up to the budget.

use super::value::Value;
use crate::{
    diagnostic::{Code, Diagnostic, Findings},
    field::Field,
    model::{Amount, Project},
    values::Decimal,
};

/// A source left out is blank, not zero, so a budget without sources is not wrong; but what is given must add up.
pub fn parts_add_up(project: &Project<'_>, field: &Field, findings: &mut Findings) {
    let Some(budget) = project.budget.as_ref().filter(|budget| !budget.parts.is_empty() && !budget.is_partial) else {
        return;
    };
    let total = budget.total.value.base();
    let sum = budget.parts.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(part.amount.value.base()?));
    let (Some(total), Some(sum)) = (total, sum) else { return };
    if total == sum {
        return;
    }
    let like_total = |base: Decimal| Value::of_amount(&budget.total.value).with_base(base).shown(field);
    let mut finding = Diagnostic::new(Code::BudgetSum, budget.total.span)
        .with("total", written(&budget.total.value))
        .with("sum", like_total(sum))
        .with("difference", like_total((total - sum).abs()));
    for part in &budget.parts {
        let fund = &project.standard.funds.list[part.fund].names;
        let values = [("fund", fund.into()), ("amount", written(&part.amount.value).into())];
        finding = finding.also_with(1, part.amount.span, values);
    }
    findings.report(finding);
}

fn written(amount: &Amount<'_>) -> String {
    format!("{} {}", amount.number.text, amount.unit)
}
