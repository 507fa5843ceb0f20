//! P714: more was spent than there was. P303: it was spent in another currency.

use super::{super::mismatch::COMPARED, SPENDING, account::Account};
use crate::{
    check::{mismatch::mismatch, value::Value},
    diagnostic::{Code, Diagnostic},
};

/// The budget is that of the results where they say how it was adjusted.
pub fn spending_is_within_budget(account: &Account<'_, '_>) -> Option<Diagnostic> {
    let spent = &account.results.spent.as_ref()?.total;
    let budget = &account.results.budget.as_ref().or(account.project.budget.as_ref())?.total;
    let (own, whole) = (Value::of_amount(&spent.value)?, Value::of_amount(&budget.value)?);
    if own.dimension != whole.dimension {
        let units = &account.field.units;
        return Some(mismatch(units, (&own, spent.span), (&whole, budget.span), COMPARED, 2));
    }
    if own.base <= whole.base {
        return None;
    }
    let excess = own.clone().with_base(own.base.minus(whole.base)?);
    let finding = Diagnostic::new(Code::SpentOverBudget, spent.span)
        .with("what", SPENDING)
        .with("spent", own.shown(account.field))
        .with("budget", whole.shown(account.field))
        .with("excess", excess.shown(account.field));
    Some(finding.also(1, budget.span))
}
