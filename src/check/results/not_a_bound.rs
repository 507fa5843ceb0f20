//! P707: a result that is a bound, most often the target itself, copied.

use super::row::Row;
use crate::{
    diagnostic::{Code, Diagnostic},
    model::{Meaning, Target},
    values::Bound,
    words::Comparison,
};

/// `≥12家` and 2026年11月底前 ask for something; what came of it is a number, a day.
pub fn result_is_no_bound(row: &Row<'_, '_>) -> Option<Diagnostic> {
    if !is_bound(row.value) {
        return None;
    }
    let is_copied = row.value.printed(&row.project.standard) == row.target.printed(&row.project.standard);
    let is_date = matches!(row.value.meaning, Meaning::Date { .. });
    let finding = row.finding(Code::ResultIsBound, row.value.span).help(usize::from(is_date));
    Some(finding.also(if is_copied { 1 } else { 2 }, row.target.span))
}

/// Whether a value says what is asked for, not how much there is.
pub fn is_bound(value: &Target<'_>) -> bool {
    match &value.meaning {
        Meaning::Number(quantity) => {
            quantity.comparison.is_some_and(|comparison| comparison.value != Comparison::Equal)
        }
        Meaning::Date { bound, .. } => matches!(bound, Bound::By | Bound::Before),
        _ => false,
    }
}
