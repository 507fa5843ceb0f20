//! P717: a score with fewer decimals than the standard keeps.

use super::{
    account::{is_possible, is_score},
    row::Row,
};
use crate::diagnostic::{Code, Diagnostic};

/// It is the one of the rule, rounded further: that is no other score, but the total is no longer the sum of what the rules
/// give. It is told beside what else is amiss with a row, for it follows from nothing of that.
pub fn score_keeps_its_decimals(row: &Row<'_, '_>) -> Option<Diagnostic> {
    let (weight, score) = row.scored().filter(|(_, score)| score.judgement.is_none() && !score.is_given)?;
    let filled = row.achievement.score.as_ref()?;
    let (points, kept) = (filled.value.value, filled.value.value.normalize().scale());
    let decimals = row.project.standard.scoring.decimals.filter(|decimals| kept < *decimals)?;
    if points == score.points || !is_possible(points, weight) || !is_score(points, score, weight) {
        return None;
    }
    let finding = row
        .finding(Code::ScoreRounded, filled.span)
        .with("filled", points.normalize().to_string())
        .with("points", score.points.to_string())
        .with("decimals", decimals.to_string())
        .with("kept", kept.to_string())
        .with("formula", score.explained());
    Some(finding.also(1, row.target.span))
}
