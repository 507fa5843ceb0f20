//! P709: the total that was filled in is not the sum of the scores.

use super::account::{Account, Sum, is_rounded};
use crate::{
    diagnostic::{Code, Diagnostic, Severity},
    source::Span,
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
    Some(with_scores(finding, &sum, &total.value, account.results.head))
}

/// Points at the one score that alone makes the difference, for it was forgotten or counted twice; where there is none,
/// at the whole.
fn with_scores(finding: Diagnostic, sum: &Sum<'_, '_>, total: &Number<'_>, head: Span) -> Diagnostic {
    let lacking = sum.points.checked_sub(total.value);
    let mut alone = sum.filled.iter().filter(|score| Some(score.value.value) == lacking.map(|lacking| lacking.abs()));
    match (alone.next(), alone.next()) {
        (Some(score), None) => {
            let text = if sum.points > total.value { 1 } else { 4 };
            finding.also_with(text, score.span, [("score", score.value.text.to_string().into())])
        }
        _ => finding.also(5, head),
    }
}
