//! P313: a target that is still open.

use super::Row;
use crate::{
    diagnostic::{Code, Diagnostic, Findings},
    model::Meaning,
};

pub fn target_is_settled(row: &Row<'_, '_>, findings: &mut Findings) {
    if row.target.meaning == Meaning::Open {
        let name = &*row.indicator.name.value;
        findings.report(Diagnostic::new(Code::TargetOpen, row.target.span).with("name", name));
    }
}
