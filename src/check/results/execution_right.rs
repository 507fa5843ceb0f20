//! P708: the rate of execution, or the points for it, are not those that the money gives.

use super::account::{Account, is_score};
use crate::{
    diagnostic::{Code, Diagnostic, Severity, Text},
    evaluation::execution_rate,
    model::Amount,
    values::{Decimal, Ratio},
};

const RATE: Text = Text { zh: "预算执行率", en: "the rate of execution" };
const POINTS: Text = Text { zh: "预算执行率的得分", en: "the points for executing the budget" };

/// How many decimals of a percentage are shown at least.
const SHOWN: u32 = 2;

pub fn rate_is_right(account: &Account<'_, '_>) -> Option<Diagnostic> {
    let results = account.results;
    let filled = results.rate.as_ref()?;
    let rate = execution_rate(account.project, Some(results)).ok()?;
    let (written, exact) = (filled.value.value.normalize(), in_percent(rate)?);
    if exact.rounded(written.scale()).is_none_or(|rounded| rounded == written) {
        return None;
    }
    let right = exact.rounded(written.scale().max(SHOWN))?.normalize();
    let spent = &results.spent.as_ref()?.total;
    let budget = &results.budget.as_ref().or(account.project.budget.as_ref())?.total;
    let finding = Diagnostic::new(Code::ExecutionOff, filled.span)
        .with("what", RATE)
        .with("right", format!("{right}%"))
        .with("filled", format!("{written}%"))
        .with("spent", amount(&spent.value))
        .with("budget", amount(&budget.value));
    Some(finding.also(1, spent.span).also(2, budget.span))
}

/// The points are a matter of the rules in force.
pub fn points_follow_the_rule(account: &Account<'_, '_>) -> Option<Diagnostic> {
    let filled = account.results.execution.as_ref()?;
    let execution = account.evaluation.execution.as_ref()?;
    let score = execution.score.as_ref().ok()?;
    if is_score(filled.value.value, score, execution.weight) {
        return None;
    }
    let spent = &account.results.spent.as_ref()?.total;
    let finding = Diagnostic::new(Code::ExecutionOff, filled.span)
        .severity(Severity::Warning)
        .label(3)
        .help(1)
        .with("what", POINTS)
        .with("right", score.points.normalize().to_string())
        .with("filled", filled.value.value.normalize().to_string())
        .with("formula", score.explained())
        .with("spent", amount(&spent.value));
    Some(finding.also(1, spent.span))
}

fn in_percent(share: Ratio) -> Option<Ratio> {
    share.times(Decimal::ONE_HUNDRED.into())
}

fn amount(amount: &Amount<'_>) -> String {
    format!("{} {}", amount.number.text, amount.unit)
}
