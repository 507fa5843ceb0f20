//! P303, P501, P502, P504: the conditions that a project states are computed.

use super::{
    compute::{Calculator, Outcome, Trouble},
    operands::{Operand, operands},
};
use crate::{
    diagnostic::{Code, Diagnostic, Findings},
    field::Field,
    model::{Check, Project},
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
    for Operand { label, value, span, .. } in operands(project, check) {
        finding = finding.also_with(1, span, [("label", label), ("value", value.into())]);
    }
    finding
}
