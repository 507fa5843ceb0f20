//! P406: an amount of money or a weight below zero.

use crate::{
    diagnostic::{Code, Diagnostic, Findings, Text, Value},
    field::Standard,
    model::{Budget, Project},
    source::Span,
    values::Decimal,
};

const WEIGHT: Text = Text { zh: "分值", en: "a weight" };

pub fn weights_are_not_negative(project: &Project<'_>, findings: &mut Findings) {
    for (_, weight) in &project.weights {
        check(weight.value, weight.span, || WEIGHT.into(), findings);
    }
    for weight in project.indicators.iter().filter_map(|indicator| indicator.weight.as_ref()) {
        check(weight.value.value, weight.span, || WEIGHT.into(), findings);
    }
}

pub fn money_is_not_negative(
    Budget { total, parts, .. }: &Budget<'_>,
    whole: Text,
    standard: &Standard,
    findings: &mut Findings,
) {
    check(total.value.number.value, total.span, || whole.into(), findings);
    for part in parts {
        let fund = || Value::from(&standard.funds.list[part.fund].names);
        check(part.amount.value.number.value, part.amount.span, fund, findings);
    }
}

fn check(number: Decimal, span: Span, what: impl Fn() -> Value, findings: &mut Findings) {
    if number < Decimal::ZERO {
        let finding = Diagnostic::new(Code::NegativeAmount, span);
        findings.report(finding.with("what", what()).with("value", number.normalize().to_string()));
    }
}
