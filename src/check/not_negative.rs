//! P406: a budget, a source of money or a weight below zero.

use crate::{
    diagnostic::{Code, Diagnostic, Findings, Text, Value},
    model::Project,
    source::Span,
    values::Decimal,
};

const WEIGHT: Text = Text { zh: "分值", en: "a weight" };

pub fn amounts_are_not_negative(project: &Project<'_>, findings: &mut Findings) {
    if let Some(budget) = &project.budget {
        let total = &budget.total;
        check(total.value.number.value, total.span, || Text { zh: "预算数", en: "the budget" }.into(), findings);
        for part in &budget.parts {
            let fund = || Value::from(&project.standard.funds.list[part.fund].names);
            check(part.amount.value.number.value, part.amount.span, fund, findings);
        }
    }
    for (_, weight) in &project.weights {
        check(weight.value, weight.span, || WEIGHT.into(), findings);
    }
    for weight in project.indicators.iter().filter_map(|indicator| indicator.weight.as_ref()) {
        check(weight.value.value, weight.span, || WEIGHT.into(), findings);
    }
}

fn check(number: Decimal, span: Span, what: impl Fn() -> Value, findings: &mut Findings) {
    if number < Decimal::ZERO {
        let finding = Diagnostic::new(Code::NegativeAmount, span);
        findings.report(finding.with("what", what()).with("value", number.normalize().to_string()));
    }
}
