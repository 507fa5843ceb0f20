//! The points for executing the budget.

use super::{
    Score, finished,
    missing::Missing,
    rule::statement,
    share::{Earned, percent},
    weights::MOST,
};
use crate::{
    diagnostic::{Phrase, Text},
    field::{Method, Standard, Subject},
    model::{Budget, Project, Results},
    values::{Decimal, Ratio},
};

/// The execution of the budget, scored.
#[derive(Debug, Clone)]
pub struct Execution {
    /// Its points.
    pub weight: Decimal,
    /// Spent ÷ budget, where both are known.
    pub rate: Option<Ratio>,
    /// What it earned, or why that is not known.
    pub score: Result<Score, Missing>,
}

/// Scores the execution of the budget; `None` where the rules give it no points.
pub(super) fn execution(project: &Project<'_>, results: Option<&Results<'_>>, rules: &Standard) -> Option<Execution> {
    let weight = rules.execution.filter(|points| *points > Decimal::ZERO && *points <= MOST)?;
    let rate = execution_rate(project, results);
    let earned = rate.clone().and_then(|rate| earned(rate, rules));
    let score = earned.and_then(|earned| finished(earned, weight, rules));
    Some(Execution { weight, rate: rate.ok(), score })
}

/// Spent ÷ the budget as it was adjusted, else as it was set.
///
/// # Errors
/// What is missing to tell.
pub fn execution_rate(project: &Project<'_>, results: Option<&Results<'_>>) -> Result<Ratio, Missing> {
    let results = results.ok_or(Missing::NoSpending)?;
    let spent = results.spent.as_ref().ok_or(Missing::NoSpending)?;
    let budget = results.budget.as_ref().or(project.budget.as_ref()).ok_or(Missing::NoBudget)?;
    let base = |budget: &Budget<'_>| budget.total.value.base().ok_or(Missing::TooLong);
    if spent.total.value.meaning.dimension != budget.total.value.meaning.dimension {
        let unit = |budget: &Budget<'_>| budget.total.value.unit.to_owned();
        return Err(Missing::OtherUnit { target: unit(budget), actual: unit(spent) });
    }
    let (spent, budget) = (base(spent)?, base(budget)?);
    if budget <= Ratio::ZERO {
        return Err(Missing::NoBudget);
    }
    spent.over(budget).ok_or(Missing::TooLong)
}

fn earned(rate: Ratio, rules: &Standard) -> Result<Earned, Missing> {
    let method = rules.scoring.method(Subject::Execution).ok_or(Missing::NoRule)?;
    let share = match method {
        Method::Steps(steps) => {
            steps.iter().find(|step| step.comparison.holds(&rate, &step.bound)).map_or(Ratio::ZERO, |step| step.share)
        }
        Method::AllOrNothing if rate < Ratio::ONE => Ratio::ZERO,
        Method::Proportional { passing: Some(passing) } if rate < *passing => Ratio::ZERO,
        _ => rate.clamp(Ratio::ZERO, Ratio::ONE),
    };
    let how = Text { zh: "执行率 {rate}：{weight} × {share}", en: "executed {rate}: {weight} × {share}" };
    let how = Phrase::new(how).with("rate", percent(rate));
    Ok(Earned::share(share, Some(rate), how).by(statement(Subject::Execution, method, rules)))
}
