//! What if: the points that are lost, and the cheapest way to the next better grade.

use super::{Curve, Evaluation, Score};
use crate::{
    field::Standard,
    values::{Decimal, Ratio},
    words::Comparison,
};

/// What could still be earned.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Outlook {
    /// The rows that lost points, most first: the number of the indicator and the points.
    pub lost: Vec<(usize, Decimal)>,
    /// The way to the next better grade; `None` where the total is not known, or is of the best.
    pub next: Option<Next>,
}

/// The way to a better grade.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Next {
    /// The number of the grade.
    pub grade: usize,
    /// The points that lack for it.
    pub lacking: Decimal,
    /// What would earn them, cheapest first.
    pub steps: Vec<Improvement>,
    /// Whether these steps suffice.
    pub is_reachable: bool,
}

/// A row made better.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Improvement {
    /// The number of the indicator.
    pub row: usize,
    /// The number with its unit that is needed; where there is none, all of the target is.
    pub needed: Option<String>,
    /// The points that this earns.
    pub gain: Decimal,
}

/// Looks at what could still be earned.
///
/// Cheap is what earns many points for a small change: the points that a row has lost, by the part of its target that it
/// lacks.
pub fn outlook(evaluation: &Evaluation, rules: &Standard) -> Outlook {
    let mut lost: Vec<(usize, Decimal)> = evaluation
        .rows
        .iter()
        .enumerate()
        .filter_map(|(number, row)| {
            let lost = row.weight? - row.score.as_ref().ok()?.points;
            (lost > Decimal::ZERO).then_some((number, lost))
        })
        .collect();
    lost.sort_by_key(|(number, lost)| (std::cmp::Reverse(*lost), *number));
    let next = next(evaluation, rules, &lost);
    Outlook { lost, next }
}

fn next(evaluation: &Evaluation, rules: &Standard, lost: &[(usize, Decimal)]) -> Option<Next> {
    let points = evaluation.total.points?;
    let grade = evaluation.total.grade?.checked_sub(1)?;
    let (comparison, bound) = rules.grades.list[grade].bound?;
    let least = if comparison == Comparison::Above { bound + Decimal::new(1, 2) } else { bound };
    let lacking = least - points;
    let mut rows: Vec<(usize, Decimal, Ratio)> = lost
        .iter()
        .filter_map(|&(row, lost)| {
            let distance = distance(evaluation.rows[row].score.as_ref().ok()?)?;
            Some((row, lost, Ratio::from(lost).over(distance)?))
        })
        .collect();
    rows.sort_by(|one, other| other.2.cmp(&one.2).then(one.0.cmp(&other.0)));
    let mut rest = lacking;
    let mut steps = Vec::new();
    for (row, lost, _) in rows {
        if rest <= Decimal::ZERO {
            break;
        }
        let step = improvement(evaluation, row, lost, rest)?;
        rest -= step.gain;
        steps.push(step);
    }
    Some(Next { grade, lacking, steps, is_reachable: rest <= Decimal::ZERO })
}

/// The part of its target that a row lacks.
fn distance(score: &Score) -> Option<Ratio> {
    let part = |share: Ratio| Ratio::ONE.minus(share).map(Ratio::abs);
    let distance = score.attainment.and_then(part).filter(|distance| !distance.is_zero());
    distance.or_else(|| part(score.share)).filter(|distance| !distance.is_zero())
}

/// As much of what a row has lost as is needed.
fn improvement(evaluation: &Evaluation, row: usize, lost: Decimal, needed: Decimal) -> Option<Improvement> {
    let scored = &evaluation.rows[row];
    let (weight, score) = (scored.weight?, scored.score.as_ref().ok()?);
    // What only comes as a whole earns all of it.
    let is_whole = score.curve.as_ref().is_none_or(Curve::is_whole);
    let gain = if is_whole { lost } else { lost.min(needed) };
    let share = Ratio::from(score.points + gain).over(weight.into())?;
    let needed = score.curve.as_ref().and_then(|curve| curve.needed(share));
    Some(Improvement { row, needed, gain })
}
