//! P303, P501, P502, P504: the conditions that a project states are computed.

use super::value::Value;
use crate::{
    diagnostic::{Code, Diagnostic, Findings, Text, Value as Named},
    field::Field,
    model::{Check, Formula, Group, Indicator, Meaning, Operation, Project, Step, Target},
    source::Span,
    values::Decimal,
    words::{Keyword, folded},
};

/// A condition, computed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// The value of its left side.
    pub left: Value,
    /// The value of its right side.
    pub right: Value,
    /// Whether it holds.
    pub holds: bool,
}

/// Why a condition cannot be computed.
#[derive(Debug, Clone)]
pub enum Trouble {
    /// It could not be read, which has been reported.
    Unread,
    /// Something in it is wrong; the finding says what.
    Finding(Box<Diagnostic>),
}

impl From<Diagnostic> for Trouble {
    fn from(finding: Diagnostic) -> Self {
        Self::Finding(Box::new(finding))
    }
}

pub fn checks_hold(project: &Project<'_>, field: &Field, findings: &mut Findings) {
    for check in &project.checks {
        match evaluate(project, check, field) {
            Ok(outcome) if outcome.holds => {}
            Ok(outcome) => findings.report(failed(project, check, &outcome, field)),
            Err(Trouble::Finding(finding)) => findings.report(*finding),
            Err(Trouble::Unread) => {}
        }
    }
}

/// Computes a condition.
///
/// # Errors
/// [`Trouble`] where it cannot be computed.
pub fn evaluate(project: &Project<'_>, check: &Check<'_>, field: &Field) -> Result<Outcome, Trouble> {
    let (Some(left), Some(comparison), Some(right)) = (&check.left, check.comparison, &check.right) else {
        return Err(Trouble::Unread);
    };
    let machine = Machine { project, check, field };
    let (left, left_span) = machine.compute(left)?;
    let (right, right_span) = machine.compute(right)?;
    if left.dimension != right.dimension {
        let compared = Text { zh: "比较", en: "compared" };
        return Err(machine.mismatch((&left, left_span), (&right, right_span), compared).into());
    }
    let holds = comparison.value.holds(&left.base, &right.base);
    Ok(Outcome { left, right, holds })
}

/// The finding for a condition that does not hold, with the numbers that were put in.
fn failed(project: &Project<'_>, check: &Check<'_>, outcome: &Outcome, field: &Field) -> Diagnostic {
    let sign = check.comparison.map_or("", |comparison| comparison.value.sign());
    let difference = (outcome.left.base - outcome.right.base).abs();
    let mut finding = Diagnostic::new(Code::CheckFailed, check.span)
        .with("name", check.title())
        .with("left", outcome.left.shown_like(&outcome.right, field))
        .with("op", sign)
        .with("right", outcome.right.shown(field))
        .with("difference", outcome.right.clone().with_base(difference).shown(field));
    for (_, label, value, span) in operands(project, check) {
        finding = finding.also_with(1, span, [("label", label), ("value", value.into())]);
    }
    finding
}

/// What a condition takes from the project: each step once, with its name, its text, and where it is set.
fn operands<'c>(project: &Project<'_>, check: &'c Check<'_>) -> Vec<(&'c Step<'c>, Named, String, Span)> {
    let mut list: Vec<(&Step<'_>, Named, String, Span)> = Vec::new();
    let steps = check.left.iter().chain(&check.right).flat_map(|formula| &formula.steps);
    for (step, _) in steps {
        let Some((label, value, span)) = operand(project, step) else { continue };
        if !list.iter().any(|(.., seen)| *seen == span) {
            list.push((step, label, value, span));
        }
    }
    list
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

struct Machine<'m, 's> {
    project: &'m Project<'s>,
    check: &'m Check<'s>,
    field: &'m Field,
}

type Computed = (Value, Span);

impl Machine<'_, '_> {
    fn compute(&self, formula: &Formula<'_>) -> Result<Computed, Trouble> {
        let mut stack: Vec<Computed> = Vec::new();
        for (step, span) in &formula.steps {
            let value = match step {
                Step::Apply(operation) => self.apply(*operation, *span, &mut stack)?,
                Step::Number(number, None) => (Value::plain(*number), *span),
                Step::Number(number, Some((unit, text))) => {
                    (Value::new(*number, *unit, &folded(text)).ok_or_else(|| too_large(*span))?, *span)
                }
                Step::Indicator(number) => (self.indicator(&self.project.indicators[*number], *span)?, *span),
                Step::Budget => (self.budget(*span)?, *span),
                Step::Fund(fund) => (self.fund(*fund, *span)?, *span),
                Step::Sum(group) => (self.sum(*group, *span)?, *span),
                Step::Count(group) => (Value::plain(Decimal::from(self.members(*group).count())), *span),
            };
            stack.push(value);
        }
        stack.pop().ok_or(Trouble::Unread)
    }

    fn apply(&self, operation: Operation, span: Span, stack: &mut Vec<Computed>) -> Result<Computed, Trouble> {
        let (right, right_span) = stack.pop().ok_or(Trouble::Unread)?;
        if operation == Operation::Negate {
            let base = -right.base;
            return Ok((right.with_base(base), span.to(right_span)));
        }
        let (left, left_span) = stack.pop().ok_or(Trouble::Unread)?;
        let whole = left_span.to(right_span);
        let value = match operation {
            Operation::Multiply => product(&left, &right),
            Operation::Divide if right.base.is_zero() => return Err(by_zero(right_span).into()),
            Operation::Divide => quotient(&left, &right),
            _ if left.dimension != right.dimension => {
                let added = Text { zh: "相加减", en: "added" };
                return Err(self.mismatch((&left, left_span), (&right, right_span), added).into());
            }
            Operation::Add => left.base.checked_add(right.base).map(|base| left.with_base(base)),
            _ => left.base.checked_sub(right.base).map(|base| left.with_base(base)),
        };
        Ok((value.ok_or_else(|| too_large(whole))?, whole))
    }

    fn indicator(&self, indicator: &Indicator<'_>, span: Span) -> Result<Value, Trouble> {
        let Some(target) = &indicator.target else { return Err(Trouble::Unread) };
        // A line with a mistake may lack its unit for that reason.
        if indicator.broken && target.unit().is_none() {
            return Err(Trouble::Unread);
        }
        self.target(target).unwrap_or_else(|| Err(self.no_number(span, target.span).into()))
    }

    /// The value of a target; `None` where it has none.
    fn target(&self, target: &Target<'_>) -> Option<Result<Value, Trouble>> {
        let Meaning::Number(quantity) = &target.meaning else { return None };
        let number = quantity.number.value.value;
        let unit = match quantity.unit {
            None => return Some(Ok(Value::plain(number))),
            Some(unit) => unit,
        };
        let Some(meaning) = unit.meaning else { return Some(Err(Trouble::Unread)) };
        let value = match &target.per {
            None => Value::new(number, meaning, &unit.printed()),
            // An unknown unit has been reported.
            Some(per) if per.meaning.is_none() => return Some(Err(Trouble::Unread)),
            Some(per) => per.meaning.and_then(|per| Value::new(number, meaning.per(per)?, "")),
        };
        Some(value.ok_or_else(|| too_large(target.span).into()))
    }

    fn budget(&self, span: Span) -> Result<Value, Trouble> {
        let budget = self.project.budget.as_ref();
        budget.map(|budget| Value::of_amount(&budget.total.value)).ok_or_else(|| self.no_budget(span, false))
    }

    /// A source of money that is left blank has no number.
    fn fund(&self, fund: usize, span: Span) -> Result<Value, Trouble> {
        let parts = self.project.budget.iter().flat_map(|budget| &budget.parts);
        let part = parts.into_iter().find(|part| part.fund == fund);
        let is_partial = self.project.budget.as_ref().is_some_and(|budget| budget.is_partial);
        part.map(|part| Value::of_amount(&part.amount.value)).ok_or_else(|| self.no_budget(span, is_partial))
    }

    fn sum(&self, group: Group, span: Span) -> Result<Value, Trouble> {
        let mut sum: Option<(Value, Span)> = None;
        for indicator in self.members(group) {
            let value = self.indicator(indicator, span)?;
            let at = indicator.target.as_ref().map_or(span, |target| target.span);
            sum = Some(match sum {
                None => (value, at),
                Some((before, before_at)) if before.dimension != value.dimension => {
                    let added = Text { zh: "相加减", en: "added" };
                    return Err(self.mismatch((&before, before_at), (&value, at), added).into());
                }
                Some((before, before_at)) => {
                    let base = before.base.checked_add(value.base).ok_or_else(|| too_large(span))?;
                    (before.with_base(base), before_at)
                }
            });
        }
        Ok(sum.map_or_else(|| Value::plain(Decimal::ZERO), |(value, _)| value))
    }

    fn members(&self, group: Group) -> impl Iterator<Item = &Indicator<'_>> {
        self.project.indicators.iter().filter(move |indicator| match group {
            Group::Category(category) => indicator.category == category,
            Group::Level(level) => self.project.level_of(indicator) == level,
        })
    }

    fn no_number(&self, span: Span, target: Span) -> Diagnostic {
        Diagnostic::new(Code::CheckNotComputable, span)
            .with("name", self.check.title())
            .with("reason", Text { zh: "这个指标没有数值", en: "this indicator has no number" })
            .also(1, target)
    }

    /// What is not there; nothing more is said where it could not be read.
    fn no_budget(&self, span: Span, unread: bool) -> Trouble {
        let lost = self.project.budget.is_none() && self.project.said.keywords.contains(&Keyword::Budget);
        if unread || lost {
            return Trouble::Unread;
        }
        let finding = Diagnostic::new(Code::CheckNotComputable, span)
            .with("name", self.check.title())
            .with("reason", Text { zh: "项目没有写这笔金额", en: "the project does not state this amount" });
        finding.into()
    }

    fn mismatch(&self, left: (&Value, Span), right: (&Value, Span), operation: Text) -> Diagnostic {
        let units = &self.field.units;
        let unit =
            |text: &str| Named::Localized { zh: format!("单位 {text}").into(), en: format!("in {text}").into() };
        let name = |value: &Value| match &value.unit {
            Some((_, text)) => unit(text),
            None if value.dimension.is_pure() => Text { zh: "没有单位", en: "no unit" }.into(),
            None => unit(&units.base_unit(value.dimension)),
        };
        let mut finding = Diagnostic::new(Code::DimensionMismatch, left.1)
            .with("left", units.dimension_name(left.0.dimension))
            .with("right", units.dimension_name(right.0.dimension))
            .with("leftunit", name(left.0))
            .with("rightunit", name(right.0))
            .with("operation", operation)
            .also(1, right.1);
        // In the author's own units: what each operand is, and which amount of money is for each of something unsaid.
        for (step, label, value, span) in operands(self.project, self.check) {
            let text = if self.lacks_per(step, [left.0, right.0]) { 3 } else { 2 };
            finding = finding.also_with(text, span, [("label", label), ("value", value.into())]);
        }
        // 站数 - 1: what the number counts is clear from the other side.
        let counted = [left.0, right.0].into_iter().find_map(|value| value.unit.as_ref());
        match counted.filter(|_| left.0.dimension.is_pure() || right.0.dimension.is_pure()) {
            Some((_, text)) => finding.with("unit", text.as_str()).help(1),
            None => finding,
        }
    }
}

impl Machine<'_, '_> {
    /// Whether an operand is an amount of money where a price seems to be meant: one side is money times a count.
    fn lacks_per(&self, step: &Step<'_>, sides: [&Value; 2]) -> bool {
        let Step::Indicator(number) = step else { return false };
        let target = self.project.indicators[*number].target.as_ref().filter(|target| target.per.is_none());
        let money = target.and_then(|target| target.unit()?.meaning).map(|unit| unit.dimension);
        let is_money = |dimension| self.field.units.find("元").is_some_and(|yuan| yuan.dimension == dimension);
        money.is_some_and(is_money) && sides.iter().any(|side| !side.dimension.is_pure() && !is_money(side.dimension))
    }
}

fn product(left: &Value, right: &Value) -> Option<Value> {
    let base = left.base.checked_mul(right.base)?;
    let dimension = left.dimension.times(right.dimension)?;
    Some(Value { base, dimension, unit: kept_unit(left, right, dimension) })
}

fn quotient(left: &Value, right: &Value) -> Option<Value> {
    let base = left.base.checked_div(right.base)?;
    let dimension = left.dimension.per(right.dimension)?;
    Some(Value { base, dimension, unit: kept_unit(left, right, dimension) })
}

/// A result that measures the same as one of its parts is shown in that part's unit.
fn kept_unit(left: &Value, right: &Value, dimension: crate::field::Dimension) -> Option<(crate::field::Unit, String)> {
    [left, right].into_iter().find(|part| part.dimension == dimension).and_then(|part| part.unit.clone())
}

fn too_large(span: Span) -> Diagnostic {
    let reason = Text { zh: "数字太大，超过 28 位", en: "a number of more than 28 digits" };
    Diagnostic::new(Code::ImpossibleArithmetic, span).with("reason", reason).label(1).help(1)
}

fn by_zero(span: Span) -> Diagnostic {
    let reason = Text { zh: "除数为零", en: "division by zero" };
    Diagnostic::new(Code::ImpossibleArithmetic, span).with("reason", reason)
}
