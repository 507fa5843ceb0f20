//! P716: a score below zero, or above the points that there are.

use super::{
    account::{Account, is_possible},
    row::Row,
};
use crate::{
    arguments::Located,
    diagnostic::{Code, Diagnostic},
    values::{Decimal, Number},
};

pub fn score_is_possible(row: &Row<'_, '_>) -> Option<Diagnostic> {
    let finding = impossible(row.achievement.score.as_ref()?, row.weight?)?;
    Some(match &row.indicator.weight {
        Some(weight) => finding.also(1, weight.span),
        None => finding.also(2, row.indicator.name.span),
    })
}

pub fn execution_is_possible(account: &Account<'_, '_>) -> Option<Diagnostic> {
    let execution = account.evaluation.execution.as_ref()?;
    impossible(account.results.execution.as_ref()?, execution.weight).map(|finding| finding.label(3))
}

fn impossible(filled: &Located<Number<'_>>, weight: Decimal) -> Option<Diagnostic> {
    let points = filled.value.value;
    let finding = || Diagnostic::new(Code::ScoreOutOfRange, filled.span).with("filled", filled.value.text.to_string());
    (!is_possible(points, weight)).then(|| finding().with("weight", weight.normalize().to_string()))
}
