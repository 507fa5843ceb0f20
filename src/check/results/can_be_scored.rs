//! P702: a result that cannot be compared with its target.

use super::{not_a_bound::is_bound, row::Row};
use crate::{
    diagnostic::{Code, Diagnostic, Fix, Severity},
    evaluation::Missing,
    model::{Meaning, UnitUse},
    values::{Decimal, Ratio},
};

/// What is wrong with the rules or the weights is none of the result's matter.
pub fn result_can_be_scored(row: &Row<'_, '_>) -> Option<Diagnostic> {
    let missing = row.score.as_ref().err()?;
    let finding = row.finding(Code::ResultNotScored, row.value.span).with("reason", missing.phrase());
    let finding = match missing {
        Missing::NoUnit { unit } => with_unit(row, unit, finding).severity(Severity::Warning),
        // The unit may stand in the name: 湿地保有量（公顷）.
        Missing::OtherUnit { target, .. } if target.is_empty() => finding.severity(Severity::Warning).label(2).help(2),
        Missing::OtherUnit { .. } => finding.help(1),
        Missing::OtherKind { .. } if may_be_words(row) => return None,
        Missing::OtherKind { wanted } => finding.with("wanted", *wanted).help(3),
        Missing::NotJudged => finding.severity(Severity::Warning).help(4),
        Missing::NoPoints { .. } => points_asked(row, finding),
        Missing::ShareOutOfRange => finding.help(5),
        Missing::DayOpen if !is_bound(row.value) => finding.severity(Severity::Warning).help(6),
        _ => return None,
    };
    Some(finding.also(1, row.target.span))
}

/// Where points were filled in that the judgement does not earn, these are what is wrong.
fn points_asked(row: &Row<'_, '_>, finding: Diagnostic) -> Diagnostic {
    let finding = finding.severity(Severity::Warning).help(7);
    match &row.achievement.score {
        Some(score) => finding.also_with(3, score.span, [("filled", score.value.text.to_string().into())]),
        None => finding,
    }
}

/// During the year words may say how far something is that has a deadline: 进行中.
fn may_be_words(row: &Row<'_, '_>) -> bool {
    let is_deadline = matches!(row.target.meaning, Meaning::Date { .. } | Meaning::Period { .. });
    !row.is_final && is_deadline && matches!(row.value.meaning, Meaning::Text(_))
}

/// The finding for a number without a unit, with the line that is meant.
fn with_unit(row: &Row<'_, '_>, unit: &str, finding: Diagnostic) -> Diagnostic {
    let Meaning::Number(actual) = &row.value.meaning else { return finding };
    let number = percentage(row, actual.number.value.value).map(|number| number.normalize().to_string());
    let number = number.unwrap_or_else(|| actual.number.value.text.to_string());
    let blank = if unit.starts_with(['%', '‰']) { "" } else { " " };
    let right = format!("{number}{blank}{unit}");
    finding.with("right", right.as_str()).fix(Fix::guess(actual.number.span, right))
}

/// Beside 90%, 0.87 means 87%: the reading that is nearer to the target. `None` where it is meant as it stands.
fn percentage(row: &Row<'_, '_>, actual: Decimal) -> Option<Decimal> {
    let (aim, unit) = row.target.numbers().next()?;
    let unit = unit.and_then(|unit: &UnitUse<'_>| unit.meaning).filter(|unit| unit.dimension.is_pure())?;
    let scaled = Ratio::from(actual).over(unit.scale)?.decimal()?;
    let off = |number: Decimal| number.checked_sub(aim.value.value).map(|off| off.abs());
    (off(scaled)? < off(actual)?).then_some(scaled)
}
