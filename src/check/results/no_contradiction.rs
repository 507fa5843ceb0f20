//! P712: nothing was done, yet what can only follow from it is said to be achieved.

use super::{super::MOST_PLACES, account::Account, row::Row};
use crate::{
    diagnostic::{Code, Diagnostic},
    field::{CategoryId, Direction},
    model::Meaning,
    values::Ratio,
};

/// The category that counts what was done, by its id in the standards.
const DONE: &str = "quantity";

/// Only where all that was to be done came to zero, and only of the other targets of the same level: who did nothing may
/// well have kept the costs, and had no accidents.
pub fn results_agree(account: &Account<'_, '_>) -> Option<Diagnostic> {
    let project = account.project;
    let done = project.standard.find_category(DONE)?;
    let level = project.standard.category(done).level;
    let count = project.indicators.iter().filter(|indicator| indicator.category == done).count();
    let zero: Vec<Row<'_, '_>> = account.rows().filter(|row| row.indicator.category == done && is_zero(row)).collect();
    let first = zero.first().filter(|_| zero.len() == count)?;
    let others = account.rows().filter(|row| project.level_of(row.indicator) == level);
    let achieved: Vec<Row<'_, '_>> = others.filter(|row| row.indicator.category != done && is_achieved(row)).collect();
    let names = |category: CategoryId| &project.standard.category(category).names;
    let finding = first
        .finding(Code::ContradictoryResults, first.value.span)
        .with("category", names(done))
        .with("other", names(achieved.first()?.indicator.category));
    let point = |finding: Diagnostic, row: &Row<'_, '_>| {
        finding.also_with(1, row.value.span, [("name", (&*row.indicator.name.value).into())])
    };
    Some(achieved.iter().take(MOST_PLACES).fold(finding, point))
}

fn is_zero(row: &Row<'_, '_>) -> bool {
    row.scored().is_some_and(|(_, score)| score.attainment == Some(Ratio::ZERO) && score.points.is_zero())
}

/// Whether a target is met that nobody meets by doing nothing: not a bound from above.
fn is_achieved(row: &Row<'_, '_>) -> bool {
    let category = row.project.standard.category(row.indicator.category);
    let Some((_, score)) = row.scored().filter(|_| category.direction != Some(Direction::Less)) else { return false };
    match &row.target.meaning {
        Meaning::Number(_) => score.attainment.is_some_and(|attainment| attainment >= Ratio::ONE),
        Meaning::Date { .. } | Meaning::Period { .. } => score.met,
        _ => false,
    }
}
