//! What if: the points that are lost, and the cheapest way to the next better grade.

use std::{cmp::Reverse, collections::HashMap};

use super::{Evaluation, Score, Scored, curve::Needed};
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

/// A share of the points at which it is worth to stop.
#[derive(Clone, Copy)]
struct Stop {
    share: Ratio,
    /// The points that are earned more up to there.
    gain: Decimal,
    /// The part of the target that lacks for them.
    effort: Ratio,
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
    let steps = steps(chances, lacking);
    let gained: Decimal = steps.iter().map(|step| step.gain).sum();
    Some(Next { grade, lacking, steps, is_reachable: gained >= lacking })
}

/// The least that earns so many points, or all that there is to earn.
fn steps(chances: &[Chance<'_>], lacking: Decimal) -> Vec<Improvement> {
    let of_row = |chance| Chance::stops(chance).into_iter().map(move |(worth, stop)| (worth, stop, chance));
    let mut stops: Vec<(Ratio, Stop, &Chance<'_>)> = chances.iter().flat_map(of_row).collect();
    stops.sort_by_key(|(worth, _, chance)| (Reverse(*worth), chance.row));
    let mut steps: Vec<Improvement> = Vec::new();
    let mut places = HashMap::new();
    let mut rest = lacking;
    for (_, stop, chance) in stops {
        if rest <= Decimal::ZERO {
            break;
        }
        let place = *places.entry(chance.row).or_insert(steps.len());
        let before = steps.get(place).map_or(Decimal::ZERO, |step| step.gain);
        let step = chance.step(stop, before, rest);
        rest -= step.gain - before;
        match steps.get_mut(place) {
            Some(shorter) => *shorter = step,
            None => steps.push(step),
        }
    }
    needed(steps, -rest)
}

/// Steps without those that are needless beside a later one that only comes as a whole.
fn needed(mut steps: Vec<Improvement>, mut surplus: Decimal) -> Vec<Improvement> {
    steps.retain(|step| {
        let is_needed = step.gain > surplus;
        surplus -= if is_needed { Decimal::ZERO } else { step.gain };
        is_needed
    });
    steps
}

impl Stop {
    /// Where a row stands.
    const HERE: Self = Self { share: Ratio::ZERO, gain: Decimal::ZERO, effort: Ratio::ZERO };

    /// The points behind another stop, by the part of the target that lacks for them; `None` where there are none.
    fn worth(self, before: Self) -> Option<Ratio> {
        let further = self.gain - before.gain;
        let effort = self.effort.minus(before.effort)?;
        if further > Decimal::ZERO { Ratio::from(further).over(effort) } else { None }
    }
}

impl<'e> Chance<'e> {
    fn of(row: usize, scored: &'e Scored, rules: &'e Standard) -> Option<Self> {
        let (weight, score) = (scored.weight?, scored.score.as_ref().ok()?);
        let lost = weight - score.points;
        (lost > Decimal::ZERO).then_some(Self { row, score, weight, lost, rules })
    }

    /// The stops on the way to all points, each with its worth, which is less than that of the one before. Stops that
    /// are worth less than what follows are passed by.
    fn stops(&self) -> Vec<(Ratio, Stop)> {
        let shares = self.score.curve.iter().flat_map(|curve| curve.stops(self.weight));
        let mut all: Vec<Stop> = shares.filter_map(|share| self.stop(share)).collect();
        if all.is_empty() {
            all.extend(self.whole());
        }
        let mut stops = Vec::new();
        let mut last = Stop::HERE;
        let best =
            |last| all.iter().filter_map(|stop| Some((stop.worth(last)?, *stop))).max_by_key(|(worth, _)| *worth);
        while let Some((worth, stop)) = best(last) {
            stops.push((worth, stop));
            last = stop;
        }
        stops
    }

    fn stop(&self, share: Ratio) -> Option<Stop> {
        let (needed, gain) = self.at(share)?;
        Some(Stop { share, gain, effort: needed.effort })
    }

    /// All of the target, where no numbers are known that would earn more.
    fn whole(&self) -> Option<Stop> {
        Some(Stop { share: Ratio::ONE, gain: self.lost, effort: Ratio::ONE.minus(self.score.share)? })
    }

    /// As much of what leads to a stop as is needed behind what has been earned before, or all where it only comes as a
    /// whole.
    fn step(&self, stop: Stop, before: Decimal, needed: Decimal) -> Improvement {
        let enough = Ratio::from(self.score.points + before + needed).over(self.weight.into());
        let enough = enough.map_or(stop.share, |share| share.min(stop.share));
        let short = self.at(enough).filter(|(_, gain)| *gain > before);
        match short.or_else(|| self.at(stop.share)) {
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
