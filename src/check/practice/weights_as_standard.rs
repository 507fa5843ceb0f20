//! P822: weights of the levels that are not those of the standard.
//!
//! Why: standards say what the levels carry (产出 50, 效益 30, 满意度 10, say); a project may state others, and a reviewer asks
//! why it does (rules of practice, V22). That the weights of the rows add up to them is P402, an error.
//!
//! Example: `各级分值 { 产出 70; 效益 20 }` under a standard that says 50 and 40.
//!
//! Repair: none, for the weights of the rows have to follow; the help lists those of the standard. A project that gives its
//! reason in a note or its basis is left alone.

use crate::{
    arguments::Located,
    diagnostic::{Code, Diagnostic, Findings, Value},
    field::{Field, LevelId, Scheme, Standard},
    model::Project,
    values::Decimal,
};

pub fn weights_are_as_standard(project: &Project<'_>, _: &Field, findings: &mut Findings) {
    if project.weights.is_empty() || project.note.is_some() || project.basis.is_some() {
        return;
    }
    // Where one is negative, or they do not make 100 with the execution of the budget, that has been said.
    let execution = project.standard.execution.unwrap_or_default();
    let sum = project.weights.iter().try_fold(execution, |sum, (_, weight)| sum.checked_add(weight.value));
    let is_negative = project.weights.iter().any(|(_, weight)| weight.value < Decimal::ZERO);
    if is_negative || sum != Some(Decimal::ONE_HUNDRED) {
        return;
    }
    let levels = project.weights.iter().map(|(level, _)| *level);
    let read = project.indicators.iter().map(|indicator| project.level_of(indicator));
    let standard = &project.standard;
    let Some(scheme) = standard.scheme(levels.chain(read).collect()) else { return };
    let usual = |level: LevelId| scheme.weights.iter().find(|(known, _)| *known == level).map(|(_, points)| *points);
    let differs =
        |(level, weight): &&(LevelId, Located<Decimal>)| usual(*level).is_some_and(|usual| usual != weight.value);
    let Some((level, weight)) = project.weights.iter().find(differs) else { return };
    let finding = Diagnostic::new(Code::UnusualWeights, weight.span)
        .with("level", &standard.level(*level).names)
        .with("weight", weight.value.normalize().to_string())
        .with("usual", usual(*level).unwrap_or_default().normalize().to_string())
        .with("standard", standard.id.as_str())
        .with("list", listed(scheme, standard));
    findings.report(finding);
}

/// The scheme as a project would state it.
fn listed(scheme: &Scheme, standard: &Standard) -> Value {
    let said = |name: &dyn Fn(LevelId) -> String| {
        let parts = scheme.weights.iter().map(|(level, points)| format!("{} {}", name(*level), points.normalize()));
        parts.collect::<Vec<_>>().join("; ")
    };
    Value::Localized {
        zh: said(&|level| standard.level(level).names.zh.trim_end_matches("指标").to_owned()).into(),
        en: said(&|level| standard.level(level).id.clone()).into(),
    }
}
