//! What if: the points that are lost, and the cheapest way to the next better grade.

use std::cmp::Reverse;

use super::{Evaluation, Needed, Score, Scored};
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

/// A row that has lost points.
struct Chance<'e> {
    row: usize,
    score: &'e Score,
    weight: Decimal,
    lost: Decimal,
    rules: &'e Standard,
}

/// Looks at what could still be earned.
///
/// Cheap is what earns many points for a small change: the points, by the part of its target that a row lacks for them.
pub fn outlook(evaluation: &Evaluation, rules: &Standard) -> Outlook {
    let rows = evaluation.rows.iter().enumerate();
    let mut chances: Vec<Chance<'_>> = rows.filter_map(|(row, scored)| Chance::of(row, scored, rules)).collect();
    chances.sort_by_key(|chance| (Reverse(chance.lost), chance.row));
    let lost = chances.iter().map(|chance| (chance.row, chance.lost)).collect();
    Outlook { lost, next: next(evaluation, rules, &chances) }
}

fn next(evaluation: &Evaluation, rules: &Standard, chances: &[Chance<'_>]) -> Option<Next> {
    let points = evaluation.total.points?;
    let grade = evaluation.total.grade?.checked_sub(1)?;
    let (comparison, bound) = rules.grades.list[grade].bound?;
    let least = if comparison == Comparison::Above { bound + Decimal::new(1, 2) } else { bound };
    let lacking = least - points;
    let mut cheapest: Vec<(Ratio, &Chance<'_>)> =
        chances.iter().filter_map(|chance| Some((chance.worth()?, chance))).collect();
    cheapest.sort_by_key(|(worth, chance)| (Reverse(*worth), chance.row));
    let mut rest = lacking;
    let mut steps = Vec::new();
    for (_, chance) in cheapest {
        if rest <= Decimal::ZERO {
            break;
        }
        let step = chance.step(rest);
        rest -= step.gain;
        steps.push(step);
    }
    Some(Next { grade, lacking, steps, is_reachable: rest <= Decimal::ZERO })
}

impl<'e> Chance<'e> {
    fn of(row: usize, scored: &'e Scored, rules: &'e Standard) -> Option<Self> {
        let (weight, score) = (scored.weight?, scored.score.as_ref().ok()?);
        let lost = weight - score.points;
        (lost > Decimal::ZERO).then_some(Self { row, score, weight, lost, rules })
    }

    /// The points by the part of the target that lacks for them, where that is most.
    fn worth(&self) -> Option<Ratio> {
        let stops = self.score.curve.iter().flat_map(|curve| curve.stops(self.weight));
        let worth = |share: Ratio| {
            let (needed, gain) = self.at(share)?;
            Ratio::from(gain).over(needed.effort)
        };
        let lacking = || Ratio::ONE.minus(self.score.share).filter(|share| !share.is_zero());
        stops.filter_map(worth).max().or_else(|| Ratio::from(self.lost).over(lacking()?))
    }

    /// As much of what was lost as is needed, or more where it only comes as a whole.
    fn step(&self, needed: Decimal) -> Improvement {
        let share = Ratio::from(self.score.points + self.lost.min(needed)).over(self.weight.into());
        match share.and_then(|share| self.at(share)) {
            Some((needed, gain)) => Improvement { row: self.row, needed: Some(needed.text), gain },
            None => Improvement { row: self.row, needed: None, gain: self.lost },
        }
    }

    /// The number that earns a share of the points, and how many more these are.
    fn at(&self, share: Ratio) -> Option<(Needed, Decimal)> {
        let needed = self.score.curve.as_ref()?.needed(share, self.weight)?;
        let points = self.rules.scoring.rounded(needed.share.times(self.weight.into())?)?.min(self.weight);
        let gain = points - self.score.points;
        (gain > Decimal::ZERO).then_some((needed, gain))
    }
}
