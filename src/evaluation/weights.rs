//! The points of each indicator: as written, or an even share of what its level has left.

use foldhash::HashMap;

use super::missing::Missing;
use crate::{
    field::{LevelId, Standard},
    model::{Indicator, Meaning, Project},
    values::{Decimal, Ratio},
};

/// How many decimals shares have where the standard does not say how many scores have.
const DECIMALS: u32 = 2;

/// The most points that a row may have.
pub(super) const MOST: Decimal = Decimal::ONE_THOUSAND;

/// The points of each indicator, in the order written, or why it has none.
///
/// Rows that say none share what those that do leave of their level, in equal parts rounded down to the decimals of the
/// standard; what then remains goes to the first of them, the smallest unit to each. So a level has exactly its points.
pub(super) fn weights(project: &Project<'_>, rules: &Standard) -> Vec<Result<Decimal, Missing>> {
    let own: Vec<Option<Decimal>> = project.indicators.iter().map(own).collect();
    let sound = |weight: &Option<Decimal>| match weight {
        Some(weight) if *weight < Decimal::ZERO || *weight > MOST => Err(Missing::WeightOutOfRange),
        weight => weight.ok_or(Missing::NoWeight),
    };
    let mut weights: Vec<Result<Decimal, Missing>> = own.iter().map(sound).collect();
    for (points, rows) in groups(project, rules) {
        allot(points, &rows, &mut weights, rules.scoring.decimals.unwrap_or(DECIMALS));
    }
    weights
}

/// The points that a row says: its weight, else the most that its steps give.
fn own(indicator: &Indicator<'_>) -> Option<Decimal> {
    let steps = match indicator.target.as_ref().map(|target| &target.meaning) {
        Some(Meaning::Steps(steps)) => steps.iter().map(|step| step.points.value.value).max(),
        _ => None,
    };
    indicator.weight.as_ref().map(|weight| weight.value.value).or(steps)
}

/// The rows that share points, with those points: a level each, else all together.
fn groups(project: &Project<'_>, rules: &Standard) -> Vec<(Decimal, Vec<usize>)> {
    let levels = level_points(project, rules);
    if levels.is_empty() {
        let points = Decimal::ONE_HUNDRED.checked_sub(rules.execution.unwrap_or_default());
        return points.map(|points| (points, (0..project.indicators.len()).collect())).into_iter().collect();
    }
    let mut rows = rows_by_level(project);
    levels.into_iter().map(|(level, points)| (points, rows.remove(&level).unwrap_or_default())).collect()
}

/// The numbers of the rows of each level, in the order written.
pub(crate) fn rows_by_level(project: &Project<'_>) -> HashMap<LevelId, Vec<usize>> {
    let mut rows: HashMap<LevelId, Vec<usize>> = HashMap::default();
    for (number, indicator) in project.indicators.iter().enumerate() {
        rows.entry(project.level_of(indicator)).or_default().push(number);
    }
    rows
}

/// What each level of a project carries: as the project says, else by the scheme of the rules for its levels; nothing
/// where neither says it. The levels are those of the project's own standard.
pub fn level_points(project: &Project<'_>, rules: &Standard) -> Vec<(LevelId, Decimal)> {
    if !project.weights.is_empty() {
        return project.weights.iter().map(|(level, weight)| (*level, weight.value)).collect();
    }
    let mut own: Vec<LevelId> = project.indicators.iter().map(|indicator| project.level_of(indicator)).collect();
    own.sort_unstable();
    own.dedup();
    let there = |level: &LevelId| rules.levels.find(&project.standard.level(*level).id).map(LevelId);
    let Some(theirs) = own.iter().map(there).collect::<Option<Vec<_>>>() else { return Vec::new() };
    let Some(scheme) = rules.scheme(theirs.clone()) else { return Vec::new() };
    let points: HashMap<LevelId, Decimal> = scheme.weights.iter().copied().collect();
    own.iter().zip(&theirs).filter_map(|(own, level)| Some((*own, *points.get(level)?))).collect()
}

fn allot(points: Decimal, rows: &[usize], weights: &mut [Result<Decimal, Missing>], decimals: u32) {
    let said = rows.iter().filter_map(|row| weights[*row].as_ref().ok());
    let left = said.into_iter().try_fold(points, |left, weight| left.checked_sub(*weight));
    let open: Vec<usize> = rows.iter().copied().filter(|row| weights[*row] == Err(Missing::NoWeight)).collect();
    let left = left.filter(|left| *left >= Decimal::ZERO && *left <= MOST);
    let Some((left, unit)) = left.zip(unit(decimals)) else { return };
    let Some(share) = share(left, open.len(), decimals) else { return };
    let mut rest = left - share * Decimal::from(open.len());
    for row in open {
        let extra = unit.min(rest);
        weights[row] = Ok(share + extra);
        rest -= extra;
    }
}

/// An equal part of the points, rounded down.
fn share(points: Decimal, parts: usize, decimals: u32) -> Option<Decimal> {
    let exact = Ratio::from(points).over(Decimal::from(parts).into())?;
    let rounded = exact.rounded(decimals)?;
    if Ratio::from(rounded) > exact { rounded.checked_sub(unit(decimals)?) } else { Some(rounded) }
}

/// The smallest step of points.
fn unit(decimals: u32) -> Option<Decimal> {
    Decimal::try_new(1, decimals).ok()
}
