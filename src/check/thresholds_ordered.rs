//! P312: thresholds of grades or steps that do not go one way.

use std::cmp::Ordering;

use super::Row;
use crate::{
    diagnostic::{Code, Diagnostic, Findings},
    model::{Meaning, Quantity},
    source::Span,
    values::Decimal,
};

/// From the best grade to the worst the thresholds fall, or, where less is better, rise; the first two that differ tell.
/// The worst grade may repeat the threshold before it: 中 ≥85%, 差 <85%.
pub fn thresholds_are_ordered(row: &Row<'_, '_>, findings: &mut Findings) {
    let bounds: Vec<&Quantity<'_>> = match &row.target.meaning {
        Meaning::Graded(grades) => grades.iter().map(|grade| &grade.bound).collect(),
        Meaning::Steps(steps) => steps.iter().map(|step| &step.bound).collect(),
        _ => return,
    };
    let mut way = None;
    for pair in bounds.windows(2) {
        let (Some(before), Some(behind)) = (base(pair[0]), base(pair[1])) else { return };
        match (before.cmp(&behind), way) {
            (Ordering::Equal, _) => {}
            (turn, None) => way = Some(turn),
            (turn, Some(way)) if turn == way => {}
            _ => {
                let finding = Diagnostic::new(Code::ThresholdOrder, place(pair[1]))
                    .with("value", pair[1].printed())
                    .with("before", pair[0].printed())
                    .also(1, place(pair[0]));
                return findings.report(finding);
            }
        }
    }
}

/// A threshold with its sign and unit.
fn place(quantity: &Quantity<'_>) -> Span {
    let number = quantity.number.span;
    let with_sign = quantity.comparison.map_or(number, |comparison| comparison.span.to(number));
    quantity.unit.map_or(with_sign, |unit| with_sign.to(unit.span))
}

fn base(quantity: &Quantity<'_>) -> Option<Decimal> {
    let scale = quantity.unit.and_then(|unit| unit.meaning).map_or(Decimal::ONE, |unit| unit.scale);
    quantity.number.value.value.checked_mul(scale)
}
