//! P715: a target was missed, and nobody says why.

use super::row::Row;
use crate::diagnostic::{Code, Diagnostic};

/// During the year it is not missed yet.
pub fn miss_is_explained(row: &Row<'_, '_>) -> Option<Diagnostic> {
    let (weight, score) = row.scored()?;
    if !row.is_final || !row.is_missed() || !row.is_unexplained() {
        return None;
    }
    let finding = row
        .finding(Code::MissUnexplained, row.value.span)
        .with("points", score.points.normalize().to_string())
        .with("weight", weight.normalize().to_string());
    Some(row.perhaps_met(finding.also(1, row.target.span)))
}
