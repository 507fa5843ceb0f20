//! P713: nothing was spent of a cost that was to be spent exactly.

use super::row::Row;
use crate::{
    diagnostic::{Code, Diagnostic},
    field::Direction,
    model::Meaning,
    values::Decimal,
    words::Comparison,
};

/// By its sign the target is missed by all of it, though with costs less is usually meant to be better.
pub fn direction_is_told(row: &Row<'_, '_>) -> Option<Diagnostic> {
    let category = row.project.standard.category(row.indicator.category);
    let (Meaning::Number(aim), Meaning::Number(actual)) = (&row.target.meaning, &row.value.meaning) else {
        return None;
    };
    let is_exact = aim.comparison.is_some_and(|comparison| comparison.value == Comparison::Equal);
    let is_open = is_exact && aim.number.value.value > Decimal::ZERO && actual.number.value.value.is_zero();
    if category.direction != Some(Direction::Less) || !is_open || !row.is_unexplained() {
        return None;
    }
    let right = row.target.printed(&row.project.standard).replacen('=', "≤", 1);
    let finding = row.finding(Code::DirectionUndeclared, row.target.span).with("right", right);
    Some(finding.with("category", &category.names).also(1, row.value.span))
}
