//! Formulas the other way round: the number that would earn a share of the points.

use super::compare::Pair;
use crate::{
    field::{Direction, Method, Step, Subject},
    values::{Decimal, Ratio},
};

/// How the share depends on the number, for one target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Curve {
    shape: Shape,
    aim: Ratio,
    unit: (String, Ratio),
    decimals: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// share = number ÷ aim
    Rising,
    /// share = aim ÷ number
    Inverse,
    /// share = 2 − number ÷ aim
    Falling,
    /// All or nothing, or what has no simple form: only the target itself helps.
    Step,
}

/// The curve of a target that is missed.
pub(super) fn curve(pair: &Pair, subject: Subject, method: &Method) -> Curve {
    let is_less = subject == Subject::Numbers(Direction::Less);
    let shape = match method {
        _ if pair.target <= Ratio::ZERO => Shape::Step,
        Method::Proportional { passing: Some(_) } | Method::AllOrNothing | Method::Steps(_) => Shape::Step,
        Method::Proportional { .. } if !is_less => Shape::Rising,
        Method::Proportional { .. } | Method::Inverse => Shape::Inverse,
        Method::Linear if pair.actual > pair.target => Shape::Falling,
        Method::Linear => Shape::Rising,
    };
    Curve { shape, aim: pair.target, unit: pair.unit.clone(), decimals: pair.decimals }
}

/// The curve of steps: only what earns all points is looked at.
pub(super) fn stepped(pair: &Pair, steps: &[Step]) -> Option<Curve> {
    let all = steps.iter().find(|step| step.share == Ratio::ONE)?;
    Some(Curve { shape: Shape::Step, aim: all.bound, unit: pair.unit.clone(), decimals: pair.decimals })
}

/// The curve of a target in words: the share that it was achieved is the share that it earns.
pub(super) fn judged(decimals: u32) -> Option<Curve> {
    let percent = Ratio::ONE.over(Ratio::ONE_HUNDRED)?;
    Some(Curve { shape: Shape::Rising, aim: Ratio::ONE, unit: ("%".to_owned(), percent), decimals })
}

impl Curve {
    /// Whether only the whole target earns more.
    pub fn is_whole(&self) -> bool {
        self.shape == Shape::Step
    }

    /// The number, with its unit, that earns a share: as many decimals as target and result have, rounded to the side
    /// that earns it.
    pub fn needed(&self, share: Ratio) -> Option<String> {
        let base = match self.shape {
            Shape::Rising => self.aim.times(share)?,
            Shape::Inverse => self.aim.over(share)?,
            Shape::Falling => self.aim.times(Ratio::from(Decimal::TWO).minus(share)?)?,
            Shape::Step => self.aim,
        };
        let exact = base.over(self.unit.1)?;
        let near = exact.rounded(self.decimals)?;
        let step = Decimal::try_new(1, self.decimals).ok()?;
        let number = match self.shape {
            Shape::Rising if Ratio::from(near) < exact => near.checked_add(step)?,
            Shape::Inverse | Shape::Falling if Ratio::from(near) > exact => near.checked_sub(step)?,
            _ => near,
        };
        Some(format!("{}{}", number.normalize(), self.unit.0))
    }
}
