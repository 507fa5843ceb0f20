//! Targets, and what was achieved of them, in the contract.

use std::borrow::Cow;

use serde::Serialize;

use super::view::{Named, decimal};
use crate::{
    field::{Standard, Units},
    model::{Meaning, Quantity, Target},
};

/// A target, or what was achieved of one.
#[derive(Debug, Default, Serialize)]
pub(super) struct TargetView<'v> {
    kind: &'static str,
    op: Option<&'static str>,
    value: Option<Scalar<'v>>,
    unit: Option<Cow<'v, str>>,
    text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    per: Option<Cow<'v, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    bound: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<Cow<'v, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<Cow<'v, str>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    grades: Vec<GradeView<'v>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    steps: Vec<StepView<'v>>,
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Scalar<'v> {
    Decimal(Cow<'v, str>),
    Text(&'v str),
    Boolean(bool),
}

#[derive(Debug, Serialize)]
struct BoundView<'v> {
    op: Option<&'static str>,
    value: Cow<'v, str>,
    unit: Option<Cow<'v, str>>,
}

#[derive(Debug, Serialize)]
struct GradeView<'v> {
    grade: Named<'v>,
    #[serde(flatten)]
    bound: BoundView<'v>,
}

#[derive(Debug, Serialize)]
struct StepView<'v> {
    #[serde(flatten)]
    bound: BoundView<'v>,
    points: Cow<'v, str>,
}

impl<'v> TargetView<'v> {
    /// A target, or what was achieved of one.
    pub fn new(target: &'v Target<'v>, standard: &'v Standard, units: &Units) -> Self {
        let view = Self {
            kind: target.kind(units),
            text: target.printed(standard),
            per: target.per.as_ref().map(|per| per.printed()),
            unit: target.unit().map(|unit| unit.printed()),
            ..Self::default()
        };
        match &target.meaning {
            Meaning::Number(quantity) => {
                Self { op: sign(quantity), value: Some(Scalar::Decimal(decimal(&quantity.number.value))), ..view }
            }
            Meaning::Range(range) => {
                Self { from: Some(decimal(&range.low.value)), to: Some(decimal(&range.high.value)), ..view }
            }
            Meaning::Date { date, bound } => {
                Self { value: Some(Scalar::Decimal(date.iso().into())), bound: Some(bound.id()), ..view }
            }
            Meaning::Period { from, to } => {
                Self { from: Some(from.value.iso().into()), to: Some(to.value.iso().into()), ..view }
            }
            Meaning::Text(text) => Self { value: Some(Scalar::Text(text)), ..view },
            Meaning::Boolean(yes) => Self { value: Some(Scalar::Boolean(*yes)), ..view },
            Meaning::Graded(grades) => {
                let grades = grades.iter().map(|grade| GradeView {
                    grade: Named::grade(standard, grade.grade),
                    bound: BoundView::new(&grade.bound),
                });
                Self { grades: grades.collect(), ..view }
            }
            Meaning::Steps(steps) => {
                let steps = steps
                    .iter()
                    .map(|step| StepView { bound: BoundView::new(&step.bound), points: decimal(&step.points.value) });
                Self { steps: steps.collect(), ..view }
            }
            Meaning::Open => view,
        }
    }

    /// The same where it says how far a target in words was achieved. What is no number has been reported.
    pub fn achieved(self) -> Self {
        Self { kind: if self.kind == "number" { "achieved" } else { self.kind }, ..self }
    }
}

impl<'v> BoundView<'v> {
    fn new(bound: &'v Quantity<'v>) -> Self {
        Self { op: sign(bound), value: decimal(&bound.number.value), unit: bound.unit.map(|unit| unit.printed()) }
    }
}

fn sign(quantity: &Quantity<'_>) -> Option<&'static str> {
    quantity.comparison.map(|comparison| comparison.value.sign())
}
