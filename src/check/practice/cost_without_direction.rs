//! P805: a cost that does not say whether it is a limit.
//!
//! `成本 "印刷费" 5 万元` can be read as “spend 5 万元” and as “spend no more than that”. Reviewers ask for the sign, since
//! the score depends on it. Savings are left alone, where more is better, and so are rates, which say little about money.
//!
//! The repair puts the sign of a limit before the number. It is not safe: the table prints a sign that it had not.

use super::Line;
use crate::{
    diagnostic::{Code, Diagnostic, Findings},
    field::{Direction, Word},
    model::{Meaning, Quantity},
};

pub fn cost_has_a_direction(line: &Line<'_, '_>, findings: &mut Findings) {
    let category = line.category();
    if category.certain_direction() != Some(Direction::Less) || line.words.say_any(&[Word::Saving, Word::Rate]) {
        return;
    }
    let Some(target) = line.indicator.target.as_ref() else { return };
    let Meaning::Number(quantity @ Quantity { comparison: None, .. }) = &target.meaning else { return };
    let span = quantity.span();
    let finding = Diagnostic::new(Code::CostWithoutDirection, span)
        .with("category", &category.names)
        .with("right", format!("<= {}{}", quantity.number.value.text, quantity.unit.map_or("", |unit| unit.text)))
        .also(1, line.indicator.word);
    let start = crate::source::Range::new(span.range.start, span.range.start).of(span.file);
    findings.report(if target.show.is_some() { finding } else { finding.fix(start, "<= ") });
}
