//! The result of an indicator, scored.

use super::account::is_score;
use crate::{
    arguments::Located,
    diagnostic::{Code, Diagnostic, Value},
    evaluation::{Missing, Score},
    field::{Judgement, Overshoot},
    model::{Achievement, Indicator, Meaning, Project, Target},
    source::Span,
    values::{Date, Decimal, Ratio},
    words::Comparison,
};

/// A result with all that rules about it look at.
pub struct Row<'r, 's> {
    pub project: &'r Project<'s>,
    pub indicator: &'r Indicator<'s>,
    pub target: &'r Target<'s>,
    pub achievement: &'r Achievement<'s>,
    /// What was achieved.
    pub value: &'r Target<'s>,
    /// The points that there are.
    pub weight: Option<Decimal>,
    /// What it earned of them.
    pub score: &'r Result<Score, Missing>,
    /// Whether it is what the year came to.
    pub is_final: bool,
    /// The day that it is of.
    pub at: Option<Located<Date>>,
}

/// A score that was filled in, beside that of the rule.
pub struct Filled<'r> {
    pub points: Decimal,
    pub span: Span,
    pub weight: Decimal,
    pub score: &'r Score,
}

/// A range of points, both ends in it.
pub struct Band<'r> {
    pub judgement: &'r Judgement,
    pub low: Decimal,
    pub high: Decimal,
}

impl<'r> Row<'r, '_> {
    /// A finding about the row, with what most messages name.
    pub fn finding(&self, code: Code, span: Span) -> Diagnostic {
        let standard = &self.project.standard;
        Diagnostic::new(code, span)
            .with("name", &*self.indicator.name.value)
            .with("target", self.target.printed(standard))
            .with("actual", self.actual())
            .with("standard", standard.id.as_str())
    }

    /// What was achieved, as messages show it.
    fn actual(&self) -> Value {
        let text = self.value.printed(&self.project.standard);
        match self.achievement.is_share {
            true => Value::Localized { zh: format!("达成 {text}").into(), en: format!("achieved {text}").into() },
            false => text.into(),
        }
    }

    /// The points that there are and what was earned of them.
    pub fn scored(&self) -> Option<(Decimal, &'r Score)> {
        Some((self.weight?, self.score.as_ref().ok()?))
    }

    /// The score that was filled in, where it departs from the rule by more than rounding.
    pub fn departure(&self) -> Option<Filled<'r>> {
        let (weight, score) = self.scored()?;
        let filled = self.achievement.score.as_ref()?;
        let (points, span) = (filled.value.value, filled.span);
        let is_judged_so = || self.band().is_some_and(|band| points >= band.low && points <= band.high);
        (!is_score(points, score, weight) && !is_judged_so()).then_some(Filled { points, span, weight, score })
    }

    /// What may be given for the way in which a target in words was judged.
    pub fn band(&self) -> Option<Band<'r>> {
        let (weight, score) = self.scored()?;
        let names = score.judgement.as_ref()?;
        let scoring = &self.project.standard.scoring;
        let (at, judgement) = scoring.judgement_of(&names.zh)?;
        let (low, high) = scoring.band(at, weight)?;
        Some(Band { judgement, low, high })
    }

    /// Whether it falls short. Of grades and steps the last one must be missed, and what is judged must be so by less than
    /// the best judgement.
    pub fn is_missed(&self) -> bool {
        let Some((_, score)) = self.scored() else { return false };
        let best = || self.project.standard.scoring.judgements.list.first();
        match (&self.target.meaning, &score.judgement) {
            (_, Some(names)) => best().is_some_and(|best| best.names != *names),
            (Meaning::Graded(_) | Meaning::Steps(_), _) => score.share.is_zero(),
            _ => !score.met && score.share < Ratio::ONE,
        }
    }

    /// The target with the sign that would make it met: printed without one, it was scored as a lower bound, which may not
    /// be what is meant.
    fn as_upper_bound(&self) -> Option<String> {
        let Meaning::Number(aim) = &self.target.meaning else { return None };
        let attainment =
            self.scored()?.1.attainment.filter(|_| aim.comparison.is_none() && self.target.show.is_none())?;
        let printed = || format!("{}{}", Comparison::AtMost.printed(), aim.printed());
        (attainment < Ratio::ONE).then(printed)
    }

    /// Says of a miss that the target may lack its sign.
    pub fn perhaps_met(&self, finding: Diagnostic) -> Diagnostic {
        match self.as_upper_bound() {
            Some(right) => finding.with("right", right).and_help(1),
            None => finding,
        }
    }

    /// How much was achieved of a target, where that is so much more that a reason is asked for.
    pub fn overshoot(&self) -> Option<(Ratio, Overshoot)> {
        let overshoot = self.project.standard.scoring.overshoot?;
        let attainment = self.scored()?.1.attainment?;
        (attainment >= overshoot.limit && !self.is_missed()).then_some((attainment, overshoot))
    }

    /// Whether nobody says why it came as it did.
    pub fn is_unexplained(&self) -> bool {
        self.achievement.reason.is_none()
    }
}
