//! P805: a cost that does not say whether it is a limit.
//!
//! `成本 "印刷费" 5 万元` can be read as “spend 5 万元” and as “spend no more than that”. Reviewers ask for the sign, for it
//! decides the score. Left alone: savings, where more is better; ratios, which say little about money; and zero, below
//! which there is nothing.
//!
//! The repair puts the sign of a limit before the number. It is not safe: the table prints a sign that it had not.

use super::Line;
use crate::{
    diagnostic::{Code, Diagnostic, Fix},
    field::{Kind, Word},
    model::Quantity,
    values::Decimal,
};

pub fn cost_has_a_direction(line: &Line<'_, '_>) -> Option<Diagnostic> {
    let Quantity { comparison: None, number, unit } = line.quantity()? else { return None };
    // One that is missing or unknown is told by other rules.
    let unit = unit.filter(|unit| unit.meaning.is_some() && !line.is_ratio(unit))?;
    if !line.is(Kind::Cost) || number.value.value == Decimal::ZERO || line.words.say_any(&[Word::Saving, Word::Rate]) {
        return None;
    }
    let finding = line
        .finding(Code::CostWithoutDirection)?
        .with("right", format!("<= {} {}", number.value.text, unit.text))
        .also(1, line.indicator.word);
    // Where a form prints something else instead, the sign would not be seen.
    Some(if line.target()?.show.is_some() { finding } else { finding.fix(Fix::guess(number.span.before(), "<= ")) })
}
