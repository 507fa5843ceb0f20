//! P705: a score that is not the one of the rule.

use super::row::Row;
use crate::diagnostic::{Code, Diagnostic};

/// Who takes points off a target that was met, and says why, has judged more than the number.
pub fn score_follows_the_rule(row: &Row<'_, '_>) -> Option<Diagnostic> {
    let filled = row.departure().filter(|filled| filled.score.points < filled.weight)?;
    let finding = row
        .finding(Code::ScoreOffRule, filled.span)
        .with("filled", filled.points.normalize().to_string())
        .with("points", filled.score.points.normalize().to_string())
        .with("formula", filled.score.explained())
        .also(1, row.target.span);
    Some(match row.band() {
        Some(band) => finding
            .with("judgement", &band.judgement.names)
            .with("low", band.low.normalize().to_string())
            .with("high", band.high.normalize().to_string())
            .label(2)
            .help(1),
        None => finding,
    })
}
