//! What was achieved is scored.
//!
//! [`evaluate`] gives each indicator its points, what it earned of them, and how that came: a score explains itself by the
//! formula with its numbers put in. What cannot be computed says what is missing; nothing is counted as zero in silence.
//! The formulas are data of the standard ([`Scoring`](crate::field::Scoring)), and any standard can score any project.

mod achieved;
mod compare;
mod curve;
mod deadline;
mod execution;
mod given;
mod missing;
mod outlook;
mod row;
mod rule;
mod share;
mod threshold;
mod weights;

pub use curve::Curve;
pub use execution::{Execution, execution_rate};
pub use missing::Missing;
pub use outlook::{Improvement, Next, Outlook, outlook};
pub use share::percent;
pub use weights::level_points;

pub(crate) use achieved::{direction, judged_share, other_kind, quantity, same_words, subject};
pub(crate) use compare::{Pair, pair};
pub(crate) use deadline::{days, no_date};
pub(crate) use rule::subject_word;
pub(crate) use weights::rows_by_level;

use row::Row;
use share::{Earned, Share};

use crate::{
    diagnostic::{Lang, Phrase, Value},
    field::{Field, LevelId, Names, Standard},
    model::{Achievement, Project, Results},
    values::{Decimal, Ratio},
};

/// A project, scored.
#[derive(Debug, Clone)]
pub struct Evaluation {
    /// The indicators, in the order written.
    pub rows: Vec<Scored>,
    /// The budget; `None` where the rules give it no points.
    pub execution: Option<Execution>,
    /// The levels that the project has, in the order of its standard.
    pub levels: Vec<LevelScore>,
    /// All together.
    pub total: Total,
}

/// An indicator, scored.
#[derive(Debug, Clone)]
pub struct Scored {
    /// Its points; `None` where none are left for it.
    pub weight: Option<Decimal>,
    /// The number of its row in the results, if it has one.
    pub result: Option<usize>,
    /// What it earned, or why that is not known.
    pub score: Result<Score, Missing>,
}

/// What was earned.
#[derive(Debug, Clone)]
pub struct Score {
    /// The points.
    pub points: Decimal,
    /// The share of the points, 1 for all.
    pub share: Ratio,
    /// Actual ÷ target, where both are numbers above zero.
    pub attainment: Option<Ratio>,
    /// Whether the target is met.
    pub met: bool,
    /// How a target in words was judged.
    pub judgement: Option<Names>,
    /// Whether it is what was filled in, for no rule can tell: somebody judged.
    pub is_given: bool,
    /// What would earn another share, of numbers that fall short.
    pub curve: Option<Curve>,
    /// The rule that it follows: a statement of the standard, else of the target; `None` where somebody judged.
    pub rule: Option<Value>,
    /// The formula, with its numbers put in.
    pub how: Phrase,
}

/// A level, scored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LevelScore {
    /// The level in the standard of the project.
    pub level: LevelId,
    /// The points of its rows.
    pub weight: Decimal,
    /// What they earned; `None` where that of one is missing.
    pub points: Option<Decimal>,
}

/// All points together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Total {
    /// What there is to earn.
    pub weight: Decimal,
    /// What was earned, as far as it is known.
    pub known: Decimal,
    /// What was earned; `None` where a part of it is missing.
    pub points: Option<Decimal>,
    /// The points of what is missing: the total may be so much more than what is known.
    pub open: Decimal,
    /// The number of the grade among those of the rules, where the total is known and counts out of a hundred.
    pub grade: Option<usize>,
}

/// Scores a project by the rules of a standard, which need not be its own. Without results everything is missing.
pub fn evaluate(project: &Project<'_>, results: Option<&Results<'_>>, rules: &Standard, field: &Field) -> Evaluation {
    let weights = weights::weights(project, rules);
    let achievements = by_indicator(project, results);
    let scored = |(number, weight): (usize, Result<Decimal, Missing>)| {
        let result = achievements[number];
        let achievement = result.and_then(|row| results?.rows.get(row));
        let score = score(project, number, achievement, &weight, rules, field);
        Scored { weight: weight.ok(), result, score }
    };
    let rows: Vec<Scored> = weights.into_iter().enumerate().map(scored).collect();
    let execution = execution::execution(project, results, rules);
    let levels = levels(project, &rows);
    let total = total(&rows, execution.as_ref(), rules);
    Evaluation { rows, execution, levels, total }
}

/// The row of the results that each indicator has.
pub(crate) fn by_indicator(project: &Project<'_>, results: Option<&Results<'_>>) -> Vec<Option<usize>> {
    let mut rows = vec![None; project.indicators.len()];
    for (number, row) in results.iter().flat_map(|results| &results.rows).enumerate() {
        if let Some(place) = rows.get_mut(row.indicator) {
            *place = Some(number);
        }
    }
    rows
}

fn score(
    project: &Project<'_>,
    number: usize,
    achievement: Option<&Achievement<'_>>,
    weight: &Result<Decimal, Missing>,
    rules: &Standard,
    field: &Field,
) -> Result<Score, Missing> {
    let achievement = achievement.ok_or(Missing::NoResult)?;
    let indicator = &project.indicators[number];
    let weight = weight.clone()?;
    match (Row { project, indicator, achievement, rules, field }).earned() {
        Ok(earned) => finished(earned, weight, rules),
        Err(missing) => given::score(missing, achievement, weight, rules),
    }
}

/// The points, rounded as the rules say, never more than there are.
fn finished(earned: Earned, weight: Decimal, rules: &Standard) -> Result<Score, Missing> {
    let exact = match earned.share {
        Share::Of(share) => share.times(weight.into()),
        Share::Points(points) => Some(Ratio::from(points.clamp(Decimal::ZERO, weight.max(Decimal::ZERO)))),
    };
    let exact = exact.ok_or(Missing::TooLong)?;
    let points = rules.scoring.rounded(exact).ok_or(Missing::TooLong)?.min(weight);
    let share = if weight.is_zero() { Ratio::ZERO } else { exact.over(weight.into()).unwrap_or(Ratio::ZERO) };
    let how = earned.how.with("weight", weight.normalize().to_string()).with("share", percent(share));
    let Earned { attainment, met, judgement, curve, rule, .. } = earned;
    Ok(Score { points, share, attainment, met, judgement, is_given: false, curve, rule, how })
}

fn levels(project: &Project<'_>, rows: &[Scored]) -> Vec<LevelScore> {
    let count = project.standard.levels.list.len();
    let mut levels: Vec<Option<LevelScore>> = vec![None; count];
    for (indicator, row) in project.indicators.iter().zip(rows) {
        let level = project.level_of(indicator);
        let sum =
            levels[level.0].get_or_insert(LevelScore { level, weight: Decimal::ZERO, points: Some(Decimal::ZERO) });
        sum.weight += row.weight.unwrap_or_default();
        let points = row.score.as_ref().ok().map(|score| score.points);
        sum.points = sum.points.zip(points).map(|(sum, points)| sum + points);
    }
    levels.into_iter().flatten().collect()
}

fn total(rows: &[Scored], execution: Option<&Execution>, rules: &Standard) -> Total {
    let rows = rows.iter().map(|row| (row.weight, row.score.as_ref().ok().map(|score| score.points)));
    let execution =
        execution.map(|execution| (Some(execution.weight), execution.score.as_ref().ok().map(|score| score.points)));
    let mut total =
        Total { weight: Decimal::ZERO, known: Decimal::ZERO, points: None, open: Decimal::ZERO, grade: None };
    let mut is_whole = true;
    for (weight, points) in rows.chain(execution) {
        let weight = weight.unwrap_or_default();
        total.weight += weight;
        match points {
            Some(points) => total.known += points,
            None => {
                total.open += weight;
                is_whole = false;
            }
        }
    }
    total.points = is_whole.then_some(total.known);
    total.grade = total.points.filter(|_| total.weight == Decimal::ONE_HUNDRED).and_then(|points| rules.grade(points));
    total
}

impl Score {
    /// A result as forms print it: of a target in words how it was judged, and behind it what was written, if that is more.
    pub fn shown(&self, printed: &str, lang: Lang) -> String {
        match &self.judgement {
            None => printed.to_owned(),
            Some(names) if names.zh == printed || names.en == printed => names.get(lang).to_owned(),
            Some(names) if lang == Lang::Zh => format!("{}（{printed}）", names.zh),
            Some(names) => format!("{} ({printed})", names.en),
        }
    }

    /// The formula and its result: `10 × 9场 ÷ 10场 = 9.00`.
    pub fn explained(&self) -> Value {
        let said = |lang| format!("{} = {}", self.how.get(lang), self.points);
        Value::Localized { zh: said(Lang::Zh).into(), en: said(Lang::En).into() }
    }
}
