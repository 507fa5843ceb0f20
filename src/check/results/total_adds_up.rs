//! P709: the total that was filled in is not the sum of the scores.

use super::{
    super::MOST_PLACES,
    account::{Account, is_rounded},
};
use crate::{
    arguments::Located,
    diagnostic::{Code, Diagnostic, Severity},
    values::Number,
};

/// Scores that were not filled in are taken as computed; the total then is a matter of the rules in force.
pub fn scores_add_up(account: &Account<'_, '_>) -> Option<Diagnostic> {
    let total = account.results.score.as_ref()?;
    let sum = account.sum().filter(|sum| !is_rounded(total.value.value, sum.points.into()))?;
    let finding = Diagnostic::new(Code::TotalOff, total.span)
        .with("filled", total.value.text.to_string())
        .with("sum", sum.points.normalize().to_string())
        .with("standard", account.project.standard.id.as_str());
    if !sum.is_filled {
        return Some(finding.severity(Severity::Warning).label(2).also(3, account.project.head));
    }
    let point = |finding: Diagnostic, score: &&Located<Number<'_>>| {
        finding.also_with(1, score.span, [("score", score.value.text.to_string().into())])
    };
    Some(sum.filled.iter().take(MOST_PLACES).fold(finding, point))
}
