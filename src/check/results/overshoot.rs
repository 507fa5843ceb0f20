//! P706: far more than was aimed at, and nobody says why.

use super::row::Row;
use crate::{
    diagnostic::{Code, Diagnostic},
    evaluation::percent,
};

/// From which share of the target on a reason is asked for, the standard says. A score that was reduced for it, by the
/// rule or by hand, is an answer as well.
pub fn overshoot_is_explained(row: &Row<'_, '_>) -> Option<Diagnostic> {
    let (attainment, overshoot) = row.overshoot()?;
    let (weight, score) = row.scored()?;
    let filled = row.achievement.score.as_ref().map_or(score.points, |filled| filled.value.value);
    if filled < weight || !row.is_unexplained() {
        return None;
    }
    let finding = row
        .finding(Code::OvershootUnexplained, row.value.span)
        .with("attainment", percent(attainment))
        .with("limit", percent(overshoot.limit));
    Some(finding.also(1, row.target.span))
}
