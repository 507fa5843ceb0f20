//! Conditions are computed: exactly, with units.

use std::cell::OnceCell;

use super::{
    groups::{Groups, Obstacle, Tally, too_long, value},
    mismatch::{ADDED, COMPARED, mismatch},
    operands::{Operand, operands},
    value::Value,
};
use crate::{
    diagnostic::{Code, Diagnostic, Text},
    field::{Dimension, Field, Unit},
    model::{Check, Formula, Group, Indicator, Operation, Project, Step},
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

/// Computes the conditions of a project. What several of them need is computed once.
pub struct Calculator<'c, 's> {
    project: &'c Project<'s>,
    field: &'c Field,
    /// Added up when the first condition asks for them.
    groups: OnceCell<Groups>,
}

impl<'c, 's> Calculator<'c, 's> {
    /// A calculator for the conditions of a project.
    pub fn new(project: &'c Project<'s>, field: &'c Field) -> Self {
        Self { project, field, groups: OnceCell::new() }
    }

    /// Computes a condition.
    ///
    /// # Errors
    /// [`Trouble`] where it cannot be computed.
    pub fn evaluate(&self, check: &Check<'_>) -> Result<Outcome, Trouble> {
        let (Some(left), Some(comparison), Some(right)) = (&check.left, check.comparison, &check.right) else {
            return Err(Trouble::Unread);
        };
        let machine = Machine { calculator: self, check };
        let (left, left_span) = machine.compute(left)?;
        let (right, right_span) = machine.compute(right)?;
        let left = left.beside(&right);
        let right = right.beside(&left);
        if left.dimension != right.dimension {
            return Err(machine.mismatch((&left, left_span), (&right, right_span), COMPARED));
        }
        let holds = comparison.value.holds(&left.base, &right.base);
        Ok(Outcome { left, right, holds })
    }

    fn group(&self, group: Group) -> &Tally {
        self.groups.get_or_init(|| Groups::of(self.project)).get(group)
    }
}

/// Computes one condition.
struct Machine<'m, 's> {
    calculator: &'m Calculator<'m, 's>,
    check: &'m Check<'m>,
}

type Computed = (Value, Span);

impl Machine<'_, '_> {
    fn compute(&self, formula: &Formula<'_>) -> Result<Computed, Trouble> {
        let mut stack: Vec<Computed> = Vec::new();
        for (step, span) in &formula.steps {
            let value = match step {
                Step::Apply(operation) => self.apply(*operation, *span, &mut stack)?,
                Step::Unknown => return Err(Trouble::Unread),
                Step::Number(number, None) => (Value::plain(*number), *span),
                Step::Number(number, Some((unit, text))) => {
                    (Value::new(*number, *unit, &folded(text)).ok_or_else(|| too_long(*span))?, *span)
                }
                Step::Indicator(number) => {
                    (self.indicator(&self.calculator.project.indicators[*number], *span)?, *span)
                }
                Step::Budget => (self.budget(*span)?, *span),
                Step::Fund(fund) => (self.fund(*fund, *span)?, *span),
                Step::Sum(group) => {
                    let sum = self.calculator.group(*group).sum();
                    (sum.map_err(|obstacle| self.trouble(obstacle, *span))?, *span)
                }
                Step::Count(group) => (Value::plain(Decimal::from(self.calculator.group(*group).count)), *span),
            };
            stack.push(value);
        }
        stack.pop().ok_or(Trouble::Unread)
    }

    fn apply(&self, operation: Operation, span: Span, stack: &mut Vec<Computed>) -> Result<Computed, Trouble> {
        let (right, right_span) = stack.pop().ok_or(Trouble::Unread)?;
        if operation == Operation::Negate {
            let base = right.base.negated();
            return Ok((right.with_base(base), span.to(right_span)));
        }
        let (left, left_span) = stack.pop().ok_or(Trouble::Unread)?;
        let whole = left_span.to(right_span);
        let value = match operation {
            Operation::Multiply => product(&left, &right, whole)?,
            Operation::Divide if right.base.is_zero() => return Err(by_zero(right_span).into()),
            Operation::Divide => quotient(&left, &right, whole)?,
            Operation::Add | Operation::Subtract | Operation::Negate => {
                let left = left.beside(&right);
                let right = right.beside(&left);
                if left.dimension != right.dimension {
                    return Err(self.mismatch((&left, left_span), (&right, right_span), ADDED));
                }
                let added = if operation == Operation::Add { right.base } else { right.base.negated() };
                let base = left.base.plus(added).ok_or_else(|| too_long(whole))?;
                left.with_base(base)
            }
        };
        Ok((value, whole))
    }

    fn indicator(&self, indicator: &Indicator<'_>, span: Span) -> Result<Value, Trouble> {
        value(indicator).map_err(|obstacle| self.trouble(&obstacle, span))
    }

    /// Two sides that do not go together, and, in their authors' own units, what they are made of.
    fn mismatch(&self, left: (&Value, Span), right: (&Value, Span), operation: Text) -> Trouble {
        let Calculator { project, field, .. } = self.calculator;
        let mut finding = mismatch(&field.units, left, right, operation, 0);
        for Operand { step, label, value, span } in operands(project, self.check) {
            let text = if self.lacks_per(step, [left.0, right.0]) { 3 } else { 2 };
            finding = finding.also_with(text, span, [("label", label), ("value", value.into())]);
        }
        finding.into()
    }

    /// Whether an operand is an amount of money where a price seems to be meant: one side is money times a count.
    fn lacks_per(&self, step: &Step<'_>, sides: [&Value; 2]) -> bool {
        let Calculator { project, field, .. } = self.calculator;
        let Step::Indicator(number) = step else { return false };
        let target = project.indicators[*number].target.as_ref().filter(|target| target.per.is_none());
        let money = target.and_then(|target| target.unit()?.meaning).map(|unit| unit.dimension);
        let is_money = |dimension| field.units.find("元").is_some_and(|yuan| yuan.dimension == dimension);
        money.is_some_and(is_money) && sides.iter().any(|side| !side.dimension.is_pure() && !is_money(side.dimension))
    }

    fn trouble(&self, obstacle: &Obstacle, span: Span) -> Trouble {
        obstacle.finding(self.check, span, &self.calculator.field.units).map_or(Trouble::Unread, Trouble::from)
    }

    fn budget(&self, span: Span) -> Result<Value, Trouble> {
        let budget = self.calculator.project.budget.as_ref().ok_or_else(|| self.no_budget(span, false))?;
        Ok(Value::of_amount(&budget.total.value).ok_or_else(|| too_long(span))?)
    }

    /// A source of money that is left blank has no number.
    fn fund(&self, fund: usize, span: Span) -> Result<Value, Trouble> {
        let budget = self.calculator.project.budget.as_ref();
        let is_partial = budget.is_some_and(|budget| budget.is_partial);
        let mut parts = budget.into_iter().flat_map(|budget| &budget.parts);
        let part = parts.find(|part| part.fund == fund).ok_or_else(|| self.no_budget(span, is_partial))?;
        Ok(Value::of_amount(&part.amount.value).ok_or_else(|| too_long(span))?)
    }

    /// What is not there; nothing more is said where it could not be read.
    fn no_budget(&self, span: Span, unread: bool) -> Trouble {
        let project = self.calculator.project;
        let lost = project.budget.is_none() && project.said.keywords.contains(&Keyword::Budget);
        if unread || lost {
            return Trouble::Unread;
        }
        let finding = Diagnostic::new(Code::CheckNotComputable, span)
            .with("name", self.check.title())
            .with("reason", Text { zh: "项目没有写这笔金额", en: "the project does not state this amount" });
        finding.into()
    }
}

fn product(left: &Value, right: &Value, span: Span) -> Result<Value, Trouble> {
    if left.open || right.open {
        return Ok(Value::nothing());
    }
    let dimension = left.dimension.times(right.dimension).ok_or_else(|| too_many_units(span))?;
    let base = left.base.times(right.base).ok_or_else(|| too_long(span))?;
    Ok(Value { base, dimension, unit: kept_unit(left, right, dimension), open: false })
}

/// The divisor is not zero, and so not a sum of nothing.
fn quotient(left: &Value, right: &Value, span: Span) -> Result<Value, Trouble> {
    if left.open {
        return Ok(Value::nothing());
    }
    let dimension = left.dimension.per(right.dimension).ok_or_else(|| too_many_units(span))?;
    let base = left.base.over(right.base).ok_or_else(|| too_long(span))?;
    Ok(Value { base, dimension, unit: kept_unit(left, right, dimension), open: false })
}

/// A result that measures the same as one of its parts is shown in that part's unit.
fn kept_unit(left: &Value, right: &Value, dimension: Dimension) -> Option<(Unit, String)> {
    [left, right].into_iter().find(|part| part.dimension == dimension).and_then(|part| part.unit.clone())
}

fn too_many_units(span: Span) -> Diagnostic {
    let reason = Text { zh: "结果的单位太复杂", en: "the unit of the result has too many parts" };
    Diagnostic::new(Code::ImpossibleArithmetic, span).with("reason", reason).label(1).help(3)
}

fn by_zero(span: Span) -> Diagnostic {
    let reason = Text { zh: "除数为零", en: "division by zero" };
    Diagnostic::new(Code::ImpossibleArithmetic, span).with("reason", reason)
}
