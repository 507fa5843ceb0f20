//! Results beside the project that they are of, scored.

use super::row::Row;
use crate::{
    arguments::Located,
    evaluation::{Evaluation, Score, Scored},
    field::Field,
    model::{Achievement, Project, Results},
    values::{Decimal, Number, Ratio},
};

/// What rules about results look at.
pub struct Account<'a, 's> {
    pub project: &'a Project<'s>,
    pub results: &'a Results<'s>,
    pub evaluation: &'a Evaluation,
    pub field: &'a Field,
}

/// All points together, of each part those that were filled in, else those that are computed.
pub struct Sum<'a, 's> {
    pub points: Decimal,
    /// The points of the indicators among them.
    pub of_rows: Decimal,
    /// What was filled in.
    pub filled: Vec<&'a Located<Number<'s>>>,
    /// Whether that is all.
    pub is_filled: bool,
}

impl<'a, 's> Account<'a, 's> {
    /// The results that could be read, of targets that are settled.
    pub fn rows(&self) -> impl Iterator<Item = Row<'a, 's>> {
        let (project, is_final) = (self.project, self.is_final());
        project.indicators.iter().zip(&self.evaluation.rows).filter_map(move |(indicator, scored)| {
            let achievement = self.achievement(scored)?;
            let (target, value) = (indicator.target.as_ref()?, achievement.value.as_ref()?);
            let Scored { weight, score, .. } = scored;
            Some(Row { project, indicator, target, achievement, value, weight: *weight, score, is_final })
        })
    }

    fn achievement(&self, scored: &Scored) -> Option<&'a Achievement<'s>> {
        self.results.rows.get(scored.result?)
    }

    /// Whether the results are of all the year: of its last day or later, or no day is given.
    pub fn is_final(&self) -> bool {
        let Some(at) = &self.results.at else { return true };
        let year = self.project.year.map_or(at.value.year, |year| year.value);
        at.value.last_day().tomorrow().map_or(true, |next| next.year() > year)
    }

    /// The sum of all points; `None` where some are missing, or were filled in beyond what there is to earn.
    pub fn sum(&self) -> Option<Sum<'a, 's>> {
        let mut sum = Sum { points: Decimal::ZERO, of_rows: Decimal::ZERO, filled: Vec::new(), is_filled: true };
        for scored in &self.evaluation.rows {
            let filled = self.achievement(scored).and_then(|row| row.score.as_ref());
            sum.take_in(filled, scored.weight, scored.score.as_ref().ok().map(|score| score.points))?;
        }
        sum.of_rows = sum.points;
        let filled = self.results.execution.as_ref();
        match &self.evaluation.execution {
            Some(execution) => {
                let computed = execution.score.as_ref().ok().map(|score| score.points);
                sum.take_in(filled, Some(execution.weight), computed)?;
            }
            None if filled.is_some() => return None,
            None => {}
        }
        Some(sum)
    }
}

impl<'a, 's> Sum<'a, 's> {
    fn take_in(
        &mut self,
        filled: Option<&'a Located<Number<'s>>>,
        weight: Option<Decimal>,
        computed: Option<Decimal>,
    ) -> Option<()> {
        let points = match filled {
            Some(filled) => is_possible(filled.value.value, weight?).then_some(filled.value.value)?,
            None => computed?,
        };
        self.is_filled &= filled.is_some();
        self.filled.extend(filled);
        self.points = self.points.checked_add(points)?;
        Some(())
    }
}

/// Whether so many points can be earned at all; those of 16.67 may be rounded to 16.7.
pub fn is_possible(points: Decimal, weight: Decimal) -> bool {
    points >= Decimal::ZERO && (points <= weight || is_rounded(points, weight.into()))
}

/// The fewest decimals that scores are rounded to by hand: 9 is no rounding of 8.62, but 8.6 is.
const FEWEST: u32 = 1;

/// Whether points that were filled in are a score, rounded from what is exact or from what the standard keeps of it.
pub fn is_score(filled: Decimal, score: &Score, weight: Decimal) -> bool {
    let exact = score.share.times(weight.into());
    exact.is_some_and(|exact| is_rounded(filled, exact)) || is_rounded(filled, score.points.into())
}

/// Whether a number that was filled in is another one, rounded.
pub fn is_rounded(filled: Decimal, exact: Ratio) -> bool {
    exact.rounded(filled.scale().max(FEWEST)).is_none_or(|rounded| rounded == filled)
}
