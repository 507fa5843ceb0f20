//! P313: a target that is still open.
//!
//! Why: without a target there is nothing to judge by, before or after (rules of practice, V1).
//!
//! 待定 says so itself. A text that is empty or says nothing (`/`, `…`, 待定, 详见附件) comes to the same.
//!
//! Repair: none. What the target is only the author knows.

use super::Row;
use crate::{
    diagnostic::{Code, Diagnostic, Findings},
    field::{Expression, Term},
    model::Meaning,
};

pub fn target_is_settled(row: &Row<'_, '_>, findings: &mut Findings) {
    let finding = || Diagnostic::new(Code::TargetOpen, row.target.span).with("name", &*row.indicator.name.value);
    match &row.target.meaning {
        Meaning::Open => findings.report(finding()),
        Meaning::Text(text) if text.trim().is_empty() => findings.report(finding().label(2)),
        Meaning::Text(text) if Expression::of(text).is_wholly(Term::Open) => {
            findings.report(finding().label(1).with("text", &**text));
        }
        _ => {}
    }
}
