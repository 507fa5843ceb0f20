//! P821: one indicator that carries most of the points.
//!
//! Why: where a single row decides the score, the others need not be achieved at all (rules of practice, V21).
//!
//! Example: `数量 "系统建设" 1 套 分值 90`.
//!
//! Repair: none. How the points are shared out is for the author to say.

use super::Line;
use crate::{
    diagnostic::{Code, Diagnostic},
    values::Decimal,
};

/// The points of a row, out of 100, from which on it decides alone whether the project passes.
const MOST: Decimal = Decimal::from_parts(60, 0, 0, false, 0);

pub fn weight_is_shared(line: &Line<'_, '_>) -> Option<Diagnostic> {
    let weight = line.indicator.weight.as_ref().filter(|weight| weight.value.value >= MOST)?;
    let finding = Diagnostic::new(Code::DominantWeight, weight.span)
        .with("name", &*line.indicator.name.value)
        .with("weight", weight.value.text.as_ref())
        .also(1, line.indicator.name.span);
    Some(finding)
}
