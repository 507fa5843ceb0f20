//! P313: a target that is still open.
//!
//! Why: without a target there is nothing to judge by, before or after (rules of practice, V1).
//!
//! 待定 says so itself. A text that is empty or says nothing (`/`, `…`, 待定, 详见附件) comes to the same. The head of a group
//! is left alone: it has the points of the rows below it and they have the targets.
//!
//! Repair: none. What the target is only the author knows.

use super::Row;
use crate::{
    diagnostic::{Code, Diagnostic, Findings},
    field::{Expression, Term},
    model::{Indicator, Meaning},
};

pub fn target_is_settled(row: &Row<'_, '_>, findings: &mut Findings) {
    let finding = || Diagnostic::new(Code::TargetOpen, row.target.span).with("name", &*row.indicator.name.value);
    let found = match &row.target.meaning {
        Meaning::Open => finding(),
        Meaning::Text(text) if text.trim().is_empty() => finding().label(2),
        Meaning::Text(text) if Expression::of(text).is_wholly(Term::Open) => finding().label(1).with("text", &**text),
        _ => return,
    };
    findings.report_if((!is_head_of_group(row)).then_some(found));
}

/// Whether an empty target has points, and the row below it in the same category a target and no points.
fn is_head_of_group(row: &Row<'_, '_>) -> bool {
    let is_part = |next: &Indicator<'_>| {
        next.category == row.indicator.category && next.weight.is_none() && next.target.is_some()
    };
    row.indicator.weight.is_some()
        && row.next.is_some_and(is_part)
        && row.target.printed(&row.project.standard).trim().is_empty()
}
