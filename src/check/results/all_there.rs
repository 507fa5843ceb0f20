//! P701: a target of which nobody says what became of it.

use super::{super::MOST_PLACES, account::Account};
use crate::{
    diagnostic::{Code, Diagnostic},
    evaluation::{Missing, Scored},
    model::{Indicator, Meaning},
    syntax::quoted,
};

/// During the year there may be nothing to tell yet, and where no row has a result the table has not been filled in. A row
/// that could not be read may be the one that is missing.
pub fn indicators_have_results(account: &Account<'_, '_>) -> Option<Diagnostic> {
    let Account { project, results, evaluation, .. } = account;
    if results.rows.is_empty() || results.is_partial || !account.is_final() {
        return None;
    }
    let missing: Vec<_> = project.indicators.iter().zip(&evaluation.rows).filter_map(missing).collect();
    let (first, _) = missing.first()?;
    let finding = Diagnostic::new(Code::MissingResult, results.head)
        .with("count", missing.len().to_string())
        .with("quoted", quoted(&first.name.value));
    let point = |finding: Diagnostic, (indicator, reason): &(&Indicator<'_>, &Missing)| {
        finding.also_with(1, indicator.name.span, [("reason", reason.phrase().into())])
    };
    Some(missing.iter().take(MOST_PLACES).fold(finding, point))
}

/// An indicator with a target that has no result, or one that is still open, and which of the two it is.
fn missing<'r, 's>((indicator, scored): (&'r Indicator<'s>, &'r Scored)) -> Option<(&'r Indicator<'s>, &'r Missing)> {
    let reason = scored.score.as_ref().err()?;
    let is_settled = indicator.target.as_ref().is_some_and(|target| target.meaning != Meaning::Open);
    (is_settled && matches!(reason, Missing::NoResult | Missing::Open)).then_some((indicator, reason))
}
