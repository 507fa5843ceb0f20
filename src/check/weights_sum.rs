//! P402: the weights of the indicators do not add up to the weight of their level.

use crate::{
    diagnostic::{Code, Diagnostic, Findings, Value},
    field::{Level, LevelId},
    model::{Indicator, Project},
    values::Decimal,
};

/// Rows without a weight share what the others leave, so a level is short only where each row has one.
pub fn weights_add_up(project: &Project<'_>, findings: &mut Findings) {
    if project.indicators.iter().all(|indicator| indicator.weight.is_none()) {
        return;
    }
    let expected = expected_weights(project);
    if expected.is_empty() {
        return total_adds_up(project, findings);
    }
    for (level, weight) in expected {
        let rows = project.indicators.iter().filter(|indicator| project.level_of(indicator) == level);
        let names = Value::from(&project.standard.level(level).names);
        compare(project, rows, weight, names, findings);
    }
}

/// Where no scheme fits the levels of the project, all rows together carry what execution leaves of 100.
fn total_adds_up(project: &Project<'_>, findings: &mut Findings) {
    let weight = Decimal::ONE_HUNDRED - project.standard.execution.unwrap_or_default();
    let names = Value::Localized { zh: "全部指标".into(), en: "all indicators".into() };
    compare(project, project.indicators.iter(), weight, names, findings);
}

fn compare<'r, 's: 'r>(
    project: &Project<'s>,
    rows: impl Iterator<Item = &'r Indicator<'s>>,
    expected: Decimal,
    level: Value,
    findings: &mut Findings,
) {
    let rows: Vec<&Indicator<'s>> = rows.collect();
    let weights: Vec<_> = rows.iter().filter_map(|row| row.weight.as_ref()).collect();
    let Some(sum) = weights.iter().try_fold(Decimal::ZERO, |sum, weight| sum.checked_add(weight.value.value)) else {
        return;
    };
    let complete = weights.len() == rows.len();
    let (Some(last), true) = (weights.last(), sum > expected || (complete && sum != expected)) else { return };
    let mut finding = Diagnostic::new(Code::WeightSum, last.span)
        .with("level", level)
        .with("sum", sum.normalize().to_string())
        .with("weight", last.value.text.as_ref())
        .with("expected", expected.normalize().to_string())
        .with("sums", sums(project))
        .and_help(1);
    for weight in &weights[..weights.len() - 1] {
        finding = finding.also_with(1, weight.span, [("weight", weight.value.text.to_string().into())]);
    }
    findings.report(finding);
}

/// What the rows of each level carry now, as a project would state it.
fn sums(project: &Project<'_>) -> Value {
    let mut sums: Vec<(LevelId, Decimal)> = Vec::new();
    for row in &project.indicators {
        let (level, weight) =
            (project.level_of(row), row.weight.as_ref().map_or(Decimal::ZERO, |weight| weight.value.value));
        match sums.iter_mut().find(|(known, _)| *known == level) {
            Some((_, sum)) => *sum = sum.checked_add(weight).unwrap_or(*sum),
            None => sums.push((level, weight)),
        }
    }
    let said = |name: &dyn Fn(&Level) -> String| {
        let parts =
            sums.iter().map(|(level, sum)| format!("{} {}", name(project.standard.level(*level)), sum.normalize()));
        parts.collect::<Vec<_>>().join("; ")
    };
    Value::Localized {
        zh: said(&|level| level.names.zh.trim_end_matches("指标").to_owned()).into(),
        en: said(&|level| level.id.clone()).into(),
    }
}

/// What each level of the project should carry: the project's own weights, else the standard's scheme for its levels.
fn expected_weights(project: &Project<'_>) -> Vec<(LevelId, Decimal)> {
    if !project.weights.is_empty() {
        return project.weights.iter().map(|(level, weight)| (*level, weight.value)).collect();
    }
    let levels = project.indicators.iter().map(|indicator| project.level_of(indicator)).collect();
    project.standard.scheme(levels).map_or_else(Vec::new, |scheme| scheme.weights.clone())
}
