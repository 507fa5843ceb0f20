//! How results become scores, as a standard says it.

use super::{
    lights::Light,
    rules::{Rules, Subject},
    standard::{Names, Table},
};
use crate::{
    values::{Decimal, Ratio},
    words::Comparison,
};

/// How a share of the points is computed where a target is missed. A target that is met earns all of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Method {
    /// Actual ÷ target; nothing where that is below what passes.
    Proportional {
        /// The share that is needed to earn anything.
        passing: Option<Ratio>,
    },
    /// 1 − difference ÷ target, not below nothing.
    Linear,
    /// Target ÷ actual.
    Inverse,
    /// Nothing.
    AllOrNothing,
    /// The share of the first step that the actual value itself reaches.
    Steps(Vec<Step>),
}

/// A threshold and the share of the points that it earns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// How the value must compare.
    pub comparison: Comparison,
    /// With what.
    pub bound: Ratio,
    /// The share, 1 for all.
    pub share: Ratio,
}

/// A way to judge what has no number: 达成年度指标.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judgement {
    /// Its word.
    pub id: String,
    /// What forms print.
    pub names: Names,
    /// The share of the points that it begins with.
    pub least: (Comparison, Ratio),
    /// The light that shows it during the year.
    pub light: Option<Light>,
}

/// What is more than was aimed at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Overshoot {
    /// From this share of the target on, a reason is asked for.
    pub limit: Ratio,
    /// Whether what lies beyond takes points away in the same proportion.
    pub reduces: bool,
}

/// How results are scored.
#[derive(Debug, Clone, Default)]
pub struct Scoring {
    /// How a share of the points is computed.
    pub methods: Rules<Method>,
    /// How targets in words are judged, best first.
    pub judgements: Table<Judgement>,
    /// When more than was aimed at asks for a reason.
    pub overshoot: Option<Overshoot>,
    /// How many decimals scores keep, rounded half up; all of them where it is not said.
    pub decimals: Option<u32>,
}

impl Scoring {
    /// How a subject is scored, if the standard says it.
    pub fn method(&self, subject: Subject) -> Option<&Method> {
        self.methods.of(subject)
    }

    /// The judgement that a share of the points belongs to, and where the next better one begins.
    pub fn judgement(&self, share: Ratio) -> Option<(&Judgement, Ratio)> {
        let list = &self.judgements.list;
        let at = list.iter().position(|judgement| judgement.least.0.holds(&share, &judgement.least.1))?;
        let end = at.checked_sub(1).map_or(Ratio::ONE, |better| list[better].least.1);
        Some((&list[at], end))
    }

    /// The judgement of this name, with its number.
    pub fn judgement_of(&self, name: &str) -> Option<(usize, &Judgement)> {
        let is_meant =
            |judgement: &Judgement| [&judgement.names.zh, &judgement.names.en].into_iter().any(|own| own == name);
        self.judgements.list.iter().enumerate().find(|(_, judgement)| is_meant(judgement))
    }

    /// The points that a judgement may earn, from the fewest to the most; `None` where they have too many digits.
    pub fn band(&self, judgement: usize, weight: Decimal) -> Option<(Decimal, Decimal)> {
        let least = |at: usize| self.rounded(self.judgements.list.get(at)?.least.1.times(weight.into())?);
        let most = match judgement.checked_sub(1) {
            Some(better) => self.below(least(better)?),
            None => weight,
        };
        Some((least(judgement)?, most))
    }

    /// The most points below some number.
    fn below(&self, points: Decimal) -> Decimal {
        let step = self.decimals.and_then(|decimals| Decimal::try_new(1, decimals).ok());
        step.and_then(|step| points.checked_sub(step)).unwrap_or(points).max(Decimal::ZERO)
    }

    /// A score as the standard keeps it.
    pub fn rounded(&self, score: Ratio) -> Option<Decimal> {
        match self.decimals {
            Some(decimals) => score.rounded(decimals),
            None => score.decimal(),
        }
    }
}
