//! Formulas the other way round: the number that would earn a share of the points.

use super::{compare::Pair, share::Share};
use crate::{
    field::{Direction, Method, Step, Subject},
    values::{Decimal, Ratio},
    words::Comparison,
};

/// How the share depends on the number, for one target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Curve {
    shape: Shape,
    /// What was aimed at and what was achieved, in base units.
    aim: Ratio,
    actual: Ratio,
    /// How the unit of the target is written, and how many base units it is.
    unit: (String, Ratio),
    decimals: u32,
}

/// A number that would earn more.
pub(super) struct Needed {
    /// The number, with its unit.
    pub text: String,
    /// The share of the points that it earns.
    pub share: Ratio,
    /// By how much of the target it differs from what was achieved.
    pub effort: Ratio,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Shape {
    /// share = number ÷ aim, from what passes on
    Rising { passing: Option<Ratio> },
    /// share = aim ÷ number, from what passes on
    Inverse { passing: Option<Ratio> },
    /// share = 2 − number ÷ aim
    Falling,
    /// Thresholds, best first; all or nothing is one of them.
    Steps(Vec<Threshold>),
}

/// A number from which on something is earned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Threshold {
    pub comparison: Comparison,
    /// In base units.
    pub bound: Ratio,
    pub earns: Share,
}

/// The curve of a target that is missed.
pub(super) fn curve(pair: &Pair, subject: Subject, comparison: Comparison, method: &Method) -> Curve {
    let is_less = subject == Subject::Numbers(Direction::Less);
    let all = Threshold { comparison, bound: pair.target, earns: Share::Of(Ratio::ONE) };
    let shape = match method {
        _ if pair.target <= Ratio::ZERO => Shape::Steps(vec![all]),
        Method::AllOrNothing | Method::Steps(_) => Shape::Steps(vec![all]),
        Method::Proportional { passing } if !is_less => Shape::Rising { passing: *passing },
        Method::Proportional { passing } => Shape::Inverse { passing: *passing },
        Method::Inverse => Shape::Inverse { passing: None },
        Method::Linear if pair.actual > pair.target => Shape::Falling,
        Method::Linear => Shape::Rising { passing: None },
    };
    Curve::new(shape, pair)
}

/// The curve of the steps of a category.
pub(super) fn stepped(pair: &Pair, steps: &[Step]) -> Curve {
    let threshold =
        |step: &Step| Threshold { comparison: step.comparison, bound: step.bound, earns: Share::Of(step.share) };
    Curve::new(Shape::Steps(steps.iter().map(threshold).collect()), pair)
}

/// The curve of a target that has thresholds itself; the pair is that of the best of them.
pub(super) fn thresholds(pair: &Pair, thresholds: Vec<Threshold>) -> Curve {
    Curve::new(Shape::Steps(thresholds), pair)
}

/// The curve of a target in words: the share that it was achieved is the share that it earns.
pub(super) fn judged(share: Ratio, decimals: u32) -> Option<Curve> {
    let percent = Ratio::ONE.over(Ratio::ONE_HUNDRED)?;
    let unit = ("%".to_owned(), percent);
    Some(Curve { shape: Shape::Rising { passing: None }, aim: Ratio::ONE, actual: share, unit, decimals })
}

impl Curve {
    fn new(shape: Shape, pair: &Pair) -> Self {
        let Pair { target, actual, unit, decimals, .. } = pair;
        Self { shape, aim: *target, actual: *actual, unit: unit.clone(), decimals: *decimals }
    }

    /// The next number that earns a share of so many points: it has as many decimals as target and result, rounded to the
    /// side that earns it, so that it may earn more.
    pub(super) fn needed(&self, share: Ratio, weight: Decimal) -> Option<Needed> {
        let (comparison, bound) = match &self.shape {
            Shape::Rising { passing } => (Comparison::AtLeast, self.aim.times(passed(share, *passing))?),
            Shape::Inverse { passing } => (Comparison::AtMost, self.aim.over(passed(share, *passing))?),
            Shape::Falling => (Comparison::AtMost, self.aim.times(Ratio::from(Decimal::TWO).minus(share)?)?),
            Shape::Steps(steps) => {
                let is_enough = |step: &&Threshold| step.earns.of(weight).is_some_and(|earned| earned >= share);
                let step = steps.iter().rev().find(is_enough)?;
                (step.comparison, step.bound)
            }
        };
        let number = self.nearest(comparison, bound)?;
        let base = Ratio::from(number).times(self.unit.1)?;
        let text = format!("{}{}", number.normalize(), self.unit.0);
        Some(Needed { text, share: self.earned(base, weight)?, effort: self.effort(base)? })
    }

    /// The shares at which it is worth to stop: all that thresholds give, and the whole.
    pub(super) fn stops(&self, weight: Decimal) -> Vec<Ratio> {
        match &self.shape {
            Shape::Rising { passing } | Shape::Inverse { passing } => {
                passing.iter().copied().chain([Ratio::ONE]).collect()
            }
            Shape::Falling => vec![Ratio::ONE],
            Shape::Steps(steps) => steps.iter().filter_map(|step| step.earns.of(weight)).collect(),
        }
    }

    /// The number in the unit of the target that compares so with a bound, and is nearest to it.
    fn nearest(&self, comparison: Comparison, bound: Ratio) -> Option<Decimal> {
        let exact = bound.over(self.unit.1)?;
        let near = exact.rounded(self.decimals)?;
        let step = Decimal::try_new(1, self.decimals).ok()?;
        if comparison.holds(&Ratio::from(near), &exact) {
            return Some(near);
        }
        match comparison {
            Comparison::AtLeast | Comparison::Above => near.checked_add(step),
            Comparison::AtMost | Comparison::Below => near.checked_sub(step),
            Comparison::Equal => exact.decimal(),
        }
    }

    /// The share that a number earns.
    fn earned(&self, number: Ratio, weight: Decimal) -> Option<Ratio> {
        let share = match &self.shape {
            Shape::Rising { .. } => number.over(self.aim)?,
            Shape::Inverse { .. } => self.aim.over(number)?,
            Shape::Falling => Ratio::from(Decimal::TWO).minus(number.over(self.aim)?)?,
            Shape::Steps(steps) => {
                let reached = steps.iter().find(|step| step.comparison.holds(&number, &step.bound))?;
                reached.earns.of(weight)?
            }
        };
        Some(share.clamp(Ratio::ZERO, Ratio::ONE))
    }

    /// A change as a part of the target; all of it where that is zero.
    fn effort(&self, number: Ratio) -> Option<Ratio> {
        if self.aim.is_zero() { Some(Ratio::ONE) } else { number.minus(self.actual)?.over(self.aim).map(Ratio::abs) }
    }
}

/// Below what passes nothing is earned.
fn passed(share: Ratio, passing: Option<Ratio>) -> Ratio {
    passing.map_or(share, |passing| share.max(passing))
}
