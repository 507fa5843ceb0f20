//! P714: more was spent, or will be, than there is. P303: it is in another currency.

use super::{super::mismatch::COMPARED, account::Account};
use crate::{
    check::{mismatch::mismatch, value::Value},
    diagnostic::{Code, Diagnostic, Findings, Text},
    model::Budget,
};

/// The budget is that of the results where they say how it was adjusted. Another currency is an error, and always told.
pub fn money_is_within_budget(
    account: &Account<'_, '_>,
    money: Option<&Budget<'_>>,
    name: Text,
    findings: &mut Findings,
) {
    let is_wanted = findings.wants(Code::SpentOverBudget);
    findings.report_if(over_budget(account, money, name, is_wanted));
}

fn over_budget(
    account: &Account<'_, '_>,
    money: Option<&Budget<'_>>,
    name: Text,
    is_wanted: bool,
) -> Option<Diagnostic> {
    let spent = &money?.total;
    let budget = &account.results.budget.as_ref().or(account.project.budget.as_ref())?.total;
    let (own, whole) = (Value::of_amount(&spent.value)?, Value::of_amount(&budget.value)?);
    if own.dimension != whole.dimension {
        let units = &account.field.units;
        return Some(mismatch(units, (&own, spent.span), (&whole, budget.span), COMPARED, 2));
    }
    if !is_wanted || own.base <= whole.base {
        return None;
    }
    let excess = own.clone().with_base(own.base.minus(whole.base)?);
    let finding = Diagnostic::new(Code::SpentOverBudget, spent.span)
        .with("what", name)
        .with("spent", own.shown(account.field))
        .with("budget", whole.shown(account.field))
        .with("excess", excess.shown(account.field));
    Some(finding.also(1, budget.span))
}
