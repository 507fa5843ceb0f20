//! P803: a target in words that say neither how far nor compared with what.
//!
//! 提高, 效果明显, 促进就业: nobody can tell in the end whether that was reached. Where numbers are impossible, the grades have to be
//! told, or what it is compared with. Left alone: grades of a usual scale (良好), states that are there or not (已建立), a
//! base (较上年提高), and rows whose description, note or last year's value says how to judge. A direction with a degree
//! (明显提升) is common in tables that were approved; it is examined by P823, which is off.
//!
//! No repair: nobody but the author knows the measure.

use super::{Line, number_expected::asks_for_number};
use crate::{
    diagnostic::{Code, Diagnostic},
    field::{Expression, Kind, Term},
    model::Details,
};

pub fn value_can_be_judged(line: &Line<'_, '_>) -> Option<Diagnostic> {
    let value = line.expression()?;
    if !value.is_vague() || value.is_graded_trend() || is_judged_elsewhere(line) {
        return None;
    }
    line.finding(Code::VagueValue)
}

/// Whether another rule speaks of it, or the block of the row says how it is judged.
pub(super) fn is_judged_elsewhere(line: &Line<'_, '_>) -> bool {
    let name = &*line.indicator.name.value;
    let is_explained = |details: &Details<'_>| {
        let texts = [&details.description, &details.basis, &details.note];
        let mut texts = texts.into_iter().flatten().filter(|text| **text != *name);
        details.baseline.is_some() || texts.any(|text| says_how(Expression::of(text)))
    };
    line.is(Kind::Satisfaction) || asks_for_number(line) || line.indicator.details.as_deref().is_some_and(is_explained)
}

fn says_how(text: Expression) -> bool {
    text.is_measured() || text.says(Term::Scale)
}
