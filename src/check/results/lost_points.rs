//! P704: points were taken off a target that was met, and nobody says why.

use super::row::Row;
use crate::{
    diagnostic::{Code, Diagnostic},
    evaluation::percent,
    model::Meaning,
    values::Ratio,
};

/// Far more than was aimed at is a reason by itself.
pub fn lost_points_have_a_reason(row: &Row<'_, '_>) -> Option<Diagnostic> {
    let filled = row.departure().filter(|filled| filled.score.points == filled.weight)?;
    if !row.is_unexplained() || row.overshoot().is_some() {
        return None;
    }
    let share = Ratio::from(filled.points).over(filled.weight.into()).map_or_else(String::new, percent);
    let finding = row
        .finding(Code::PointsLost, filled.span)
        .with("filled", filled.points.normalize().to_string())
        .with("weight", filled.weight.normalize().to_string())
        .with("lost", (filled.weight - filled.points).normalize().to_string())
        .with("share", share)
        .also(1, row.target.span);
    Some(if matches!(row.target.meaning, Meaning::Text(_)) { finding.and_help(1) } else { finding })
}
