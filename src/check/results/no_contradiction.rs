//! P712: nothing was done, yet what can only follow from it is said to be achieved.

use std::collections::BTreeMap;

use super::{super::MOST_PLACES, account::Account, row::Row};
use crate::{
    diagnostic::{Code, Diagnostic, Value},
    field::{Category, Direction, LevelId},
    model::{Indicator, Meaning, Project},
    values::Ratio,
};

/// What the results of a level with a category of the work itself come to.
#[derive(Default)]
struct Level<'a, 's> {
    /// How many targets there are for the work itself.
    premises: usize,
    /// The results of these that are zero.
    zero: Vec<Row<'a, 's>>,
    /// Further results that met their targets.
    achieved: Vec<Row<'a, 's>>,
}

/// Only where all that was to be done came to zero, and only of the other targets of the same level: who did nothing may
/// well have kept the costs, and had no accidents.
pub fn results_agree(account: &Account<'_, '_>) -> Option<Diagnostic> {
    let project = account.project;
    let mut levels: BTreeMap<LevelId, Level<'_, '_>> = BTreeMap::new();
    for indicator in project.indicators.iter().filter(|indicator| category(project, indicator).premise) {
        levels.entry(project.level_of(indicator)).or_default().premises += 1;
    }
    for row in account.rows() {
        let Some(level) = levels.get_mut(&project.level_of(row.indicator)) else { continue };
        match category(project, row.indicator).premise {
            true if is_zero(&row) => level.zero.push(row),
            false if is_achieved(&row) => level.achieved.push(row),
            _ => {}
        }
    }
    levels.values().find_map(Level::contradiction)
}

impl Level<'_, '_> {
    fn contradiction(&self) -> Option<Diagnostic> {
        let first = self.zero.first().filter(|_| self.zero.len() == self.premises)?;
        let names = |row: &Row<'_, '_>| Value::from(&category(row.project, row.indicator).names);
        let finding = first
            .finding(Code::ContradictoryResults, first.value.span)
            .with("category", names(first))
            .with("other", names(self.achieved.first()?));
        let point = |finding: Diagnostic, row: &Row<'_, '_>| {
            finding.also_with(1, row.value.span, [("name", (&*row.indicator.name.value).into())])
        };
        Some(self.achieved.iter().take(MOST_PLACES).fold(finding, point))
    }
}

fn category<'p>(project: &'p Project<'_>, indicator: &Indicator<'_>) -> &'p Category {
    project.standard.category(indicator.category)
}

fn is_zero(row: &Row<'_, '_>) -> bool {
    row.scored().is_some_and(|(_, score)| score.attainment == Some(Ratio::ZERO) && score.points.is_zero())
}

/// Whether a target is met that nobody meets by doing nothing: not a bound from above.
fn is_achieved(row: &Row<'_, '_>) -> bool {
    let Some((_, score)) =
        row.scored().filter(|_| category(row.project, row.indicator).direction != Some(Direction::Less))
    else {
        return false;
    };
    match &row.target.meaning {
        Meaning::Number(_) => score.attainment.is_some_and(|attainment| attainment >= Ratio::ONE),
        Meaning::Date { .. } | Meaning::Period { .. } => score.met,
        _ => false,
    }
}
