//! P309: a bound that asks for more where less is better, or for less where more is.

use super::Row;
use crate::{
    diagnostic::{Code, Diagnostic, Findings, Text},
    field::Direction,
    words::Comparison,
};

const MORE: Text = Text { zh: "越大越好", en: "the more, the better" };
const LESS: Text = Text { zh: "越小越好", en: "the less, the better" };

/// Only cost is certain enough: under quantity or quality there are rates of faults and accidents, where less is better.
pub fn direction_fits_category(row: &Row<'_, '_>, findings: &mut Findings) {
    let asked = match row.target.comparison() {
        Some(Comparison::AtLeast | Comparison::Above) => Direction::More,
        Some(Comparison::AtMost | Comparison::Below) => Direction::Less,
        Some(Comparison::Equal) | None => return,
    };
    let category = row.category();
    let strict = category.direction == Some(Direction::Less) || category.bounded;
    let Some(right) = category.direction.filter(|right| *right != asked && strict) else { return };
    let (right, wrong, sign) = match right {
        Direction::More => (MORE, LESS, "≥"),
        Direction::Less => (LESS, MORE, "≤"),
    };
    let finding = Diagnostic::new(Code::DirectionAgainstCategory, row.target.span)
        .with("category", &category.names)
        .with("right", right)
        .with("wrong", wrong)
        .with("sign", sign)
        .also(1, row.indicator.word);
    findings.report(finding);
}
