//! P703: all points for a target that was missed.

use super::row::Row;
use crate::diagnostic::{Code, Diagnostic};

pub fn full_score_is_earned(row: &Row<'_, '_>) -> Option<Diagnostic> {
    let filled = row.departure().filter(|filled| filled.points == filled.weight && row.is_missed())?;
    let finding = row
        .finding(Code::FullScoreMissed, filled.span)
        .with("filled", filled.points.normalize().to_string())
        .with("points", filled.score.points.normalize().to_string())
        .with("formula", filled.score.explained());
    Some(row.perhaps_met(finding.also(1, row.target.span)))
}
