//! P402: the weights of the indicators do not add up to the weight of their level, or those of the levels not to 100.
//!
//! Why: with weights that do not come to 100 the score at the end of the year is wrong (rules of practice, V22).
//!
//! Example: rows of 30 and 15 points under 产出, which has 50.
//!
//! Repair: none. Which weight is wrong is for the author to say.

use std::{borrow::Cow, cell::LazyCell};

use foldhash::{HashMap, HashSet};

use super::MOST_PLACES;
use crate::{
    diagnostic::{Code, Diagnostic, Findings, Value},
    evaluation::{level_points, rows_by_level},
    field::{Level, LevelId},
    model::{Indicator, Project},
    source::Span,
    values::Decimal,
};

/// With the execution of the budget the levels carry 100 points. Where a level of the project is not named, it has what the
/// others leave.
pub fn levels_add_up(project: &Project<'_>, findings: &mut Findings) {
    let execution = project.standard.execution.unwrap_or_default();
    let Some(expected) = Decimal::ONE_HUNDRED.checked_sub(execution) else { return };
    let weights = project.weights.iter().map(|(_, weight)| weight);
    let weights: Vec<Weight<'_>> =
        weights.map(|weight| (weight.value, weight.span, weight.value.to_string().into())).collect();
    let named: HashSet<LevelId> = project.weights.iter().map(|(level, _)| *level).collect();
    let unread = project.said.categories.iter().map(|category| project.standard.category(*category).level);
    let mut levels = project.indicators.iter().map(|indicator| project.level_of(indicator)).chain(unread);
    let is_complete =
        !project.said.more && !project.indicators.is_empty() && levels.all(|level| named.contains(&level));
    let levels = Value::Localized { zh: "各一级指标".into(), en: "the levels".into() };
    if let Some(finding) = off(&weights, is_complete, expected, levels) {
        findings.report(finding.with("execution", execution.normalize().to_string()).help(2));
    }
}

/// Rows without a weight share what the others leave, so a level is short only where each row has one. Rows that could
/// not be read may have what is missing, and may be of levels that the others have none of.
pub fn weights_add_up(project: &Project<'_>, findings: &mut Findings) {
    if project.indicators.iter().all(|indicator| indicator.weight.is_none()) {
        return;
    }
    let unread: HashSet<LevelId> =
        project.said.categories.iter().map(|category| project.standard.category(*category).level).collect();
    let is_partial = project.said.more || project.said.rows;
    let rows = rows_by_level(project);
    let has_all_levels = rows.len() == project.standard.levels.list.len();
    let is_certain = has_all_levels || !is_partial && unread.iter().all(|level| rows.contains_key(level));
    if project.weights.is_empty() && !is_certain {
        return;
    }
    let expected = level_points(project, &project.standard);
    if expected.is_empty() {
        return total_adds_up(project, is_partial || !unread.is_empty(), findings);
    }
    let sums = LazyCell::new(|| sums(project));
    for (level, weight) in expected {
        let rows = rows.get(&level).into_iter().flatten().map(|number| &project.indicators[*number]);
        let names = Value::from(&project.standard.level(level).names);
        compare(rows, is_partial || unread.contains(&level), (weight, names), || (*sums).clone(), findings);
    }
}

/// Where no scheme fits the levels of the project, all rows together carry what execution leaves of 100.
fn total_adds_up(project: &Project<'_>, is_partial: bool, findings: &mut Findings) {
    let Some(weight) = Decimal::ONE_HUNDRED.checked_sub(project.standard.execution.unwrap_or_default()) else { return };
    let names = Value::Localized { zh: "全部指标".into(), en: "all indicators".into() };
    compare(project.indicators.iter(), is_partial, (weight, names), || sums(project), findings);
}

fn compare<'r, 's: 'r>(
    rows: impl Iterator<Item = &'r Indicator<'s>>,
    is_partial: bool,
    (expected, level): (Decimal, Value),
    sums: impl FnOnce() -> Option<Value>,
    findings: &mut Findings,
) {
    let rows: Vec<&Indicator<'s>> = rows.collect();
    let weights = rows.iter().filter_map(|row| row.weight.as_ref());
    let weights: Vec<Weight<'_>> =
        weights.map(|weight| (weight.value.value, weight.span, Cow::Borrowed(&*weight.value.text))).collect();
    let complete = !is_partial && weights.len() == rows.len();
    let Some(finding) = off(&weights, complete, expected, level) else { return };
    findings.report(match sums().filter(|_| !is_partial) {
        Some(sums) => finding.with("sums", sums).and_help(1),
        None => finding,
    });
}

/// A weight, its place and its text.
type Weight<'w> = (Decimal, Span, Cow<'w, str>);

/// The finding for weights that are too much, or, where they are all there are, too little.
fn off(weights: &[Weight<'_>], complete: bool, expected: Decimal, whose: Value) -> Option<Diagnostic> {
    let sum = weights.iter().try_fold(Decimal::ZERO, |sum, (weight, _, _)| sum.checked_add(*weight))?;
    let ((_, span, text), others) = weights.split_last()?;
    if sum == expected || (sum < expected && !complete) {
        return None;
    }
    let mut finding = Diagnostic::new(Code::WeightSum, *span)
        .with("level", whose)
        .with("sum", sum.normalize().to_string())
        .with("weight", text.to_string())
        .with("expected", expected.normalize().to_string());
    for (_, span, text) in others.iter().take(MOST_PLACES) {
        finding = finding.also_with(1, *span, [("weight", text.to_string().into())]);
    }
    Some(finding)
}

/// How many levels a project may be expected to state.
const MOST_STATED: usize = 20;

/// What the rows of each level carry now, as a project would state it; `None` where it could not, for together with the
/// execution of the budget they do not make 100, or would not, for they are too many.
fn sums(project: &Project<'_>) -> Option<Value> {
    let mut sums: Vec<(LevelId, Decimal)> = Vec::new();
    let mut places: HashMap<LevelId, usize> = HashMap::default();
    for row in &project.indicators {
        let weight = row.weight.as_ref().map_or(Decimal::ZERO, |weight| weight.value.value);
        let level = project.level_of(row);
        let place = *places.entry(level).or_insert(sums.len());
        match sums.get_mut(place) {
            Some((_, sum)) => *sum = sum.checked_add(weight)?,
            None => sums.push((level, weight)),
        }
    }
    if sums.len() > MOST_STATED {
        return None;
    }
    let execution = project.standard.execution.unwrap_or_default();
    let all = sums.iter().try_fold(execution, |all, (_, sum)| all.checked_add(*sum))?;
    let said = |name: &dyn Fn(&Level) -> String| {
        let parts =
            sums.iter().map(|(level, sum)| format!("{} {}", name(project.standard.level(*level)), sum.normalize()));
        parts.collect::<Vec<_>>().join("; ")
    };
    (all == Decimal::ONE_HUNDRED).then(|| Value::Localized {
        zh: said(&|level| level.names.zh.trim_end_matches("指标").to_owned()).into(),
        en: said(&|level| level.id.clone()).into(),
    })
}
