//! P303, P501, P502, P504: the conditions that a project states are computed.

use foldhash::HashSet;

use super::{
    MOST_PLACES,
    compute::{Calculator, Outcome, Trouble},
};
use crate::{
    diagnostic::{Code, Diagnostic, Findings, Text, Value as Named},
    field::Field,
    model::{Check, Meaning, Project, Step},
    source::Span,
    values::Ratio,
};

pub fn checks_hold(project: &Project<'_>, field: &Field, findings: &mut Findings) {
    let calculator = Calculator::new(project, field);
    for check in &project.checks {
        match calculator.evaluate(check) {
            Ok(outcome) if outcome.holds => {}
            Ok(outcome) => findings.report(failed(project, check, &outcome, field)),
            Err(Trouble::Finding(finding)) => findings.report(*finding),
            Err(Trouble::Unread) => {}
        }
    }
}

/// The finding for a condition that does not hold, with the numbers that were put in.
fn failed(project: &Project<'_>, check: &Check<'_>, outcome: &Outcome, field: &Field) -> Diagnostic {
    let sign = check.comparison.map_or("", |comparison| comparison.value.sign());
    let difference = outcome.left.base.minus(outcome.right.base).map(Ratio::abs);
    let shown = |difference| outcome.right.clone().with_base(difference).shown(field);
    let mut finding = Diagnostic::new(Code::CheckFailed, check.span)
        .with("name", check.title())
        .with("left", outcome.left.shown_like(&outcome.right, field))
        .with("op", sign)
        .with("right", outcome.right.shown(field))
        .with("difference", difference.map_or_else(|| "…".to_owned(), shown));
    let mut seen: HashSet<Span> = HashSet::default();
    let steps = check.left.iter().chain(&check.right).flat_map(|formula| &formula.steps);
    for (step, _) in steps {
        let Some((label, value, span)) = operand(project, step) else { continue };
        if seen.len() < MOST_PLACES && seen.insert(span) {
            finding = finding.also_with(1, span, [("label", label), ("value", value.into())]);
        }
    }
    finding
}

/// What a step takes from the project: its name, its text, and where it is set.
fn operand(project: &Project<'_>, step: &Step<'_>) -> Option<(Named, String, Span)> {
    match step {
        Step::Indicator(number) => {
            let indicator = &project.indicators[*number];
            let target = indicator.target.as_ref()?;
            let label = indicator.label.map_or(&*indicator.name.value, |label| label.value);
            let value = match &target.meaning {
                Meaning::Number(quantity) => {
                    let per = target.per.as_ref().map_or_else(String::new, |per| format!("/{}", per.text));
                    let unit = quantity.unit.map_or("", |unit| unit.text);
                    format!("{} {unit}{per}", quantity.number.value.text).trim_end().to_owned()
                }
                _ => target.printed(&project.standard),
            };
            Some((label.into(), value, target.span))
        }
        Step::Budget => {
            let total = &project.budget.as_ref()?.total;
            Some((
                Text { zh: "预算", en: "budget" }.into(),
                format!("{} {}", total.value.number.text, total.value.unit),
                total.span,
            ))
        }
        _ => None,
    }
}
