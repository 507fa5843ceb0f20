//! P711: the results look much better than the spending.

use super::account::Account;
use crate::{
    diagnostic::{Code, Diagnostic, Severity},
    evaluation::{execution_rate, percent},
    values::{Decimal, Ratio},
};

/// The share by which the points of the indicators may be ahead of the money.
const AHEAD: Decimal = Decimal::from_parts(5, 0, 0, false, 2);

/// The share of the budget that may be left.
const LEFT: Decimal = Decimal::from_parts(20, 0, 0, false, 2);

/// Who saves has a word to say about it in the note.
pub fn results_fit_spending(account: &Account<'_, '_>) -> Option<Diagnostic> {
    let results = account.results;
    let spent = &results.spent.as_ref().filter(|_| account.is_final() && results.note.is_none())?.total;
    let rate = execution_rate(account.project, Some(results)).ok().filter(|rate| *rate >= Ratio::ZERO)?;
    let mut rows = account.evaluation.rows.iter();
    let weight = rows.try_fold(Decimal::ZERO, |sum, row| sum.checked_add(row.weight?))?;
    let points = account.sum()?.of_rows;
    let share = Ratio::from(points).over(weight.into()).filter(|share| *share > Ratio::ZERO)?;
    if share.minus(rate)?.over(share)? <= AHEAD.into() {
        return None;
    }
    let much = Ratio::ONE.minus(rate)? > LEFT.into();
    let finding = Diagnostic::new(Code::ResultsBeatSpending, spent.span)
        .severity(if much { Severity::Warning } else { Severity::Advice })
        .with("rate", percent(rate))
        .with("share", percent(share))
        .with("points", points.normalize().to_string())
        .with("weight", weight.normalize().to_string());
    Some(finding.also(1, results.head))
}
