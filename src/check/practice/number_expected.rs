//! P802: a name that promises a number, and a target that gives none, or one of another kind.
//!
//! A name that ends with 率, 次数 or 金额 promises a number; `知晓率 为 "明显提高"` keeps it back, and `签约率 24694 人` counts
//! heads. Targets are to be quantified where they can be. Words that say how much are left alone (全部, 较上年提高), and
//! what is shown as it stands because it could not be read but holds a number. Satisfaction is examined by P810.
//!
//! No repair: nobody but the author knows the number.

use super::Line;
use crate::{
    diagnostic::{Code, Diagnostic},
    field::{Kind, Term, Word},
};

pub fn number_is_given(line: &Line<'_, '_>) -> Option<Diagnostic> {
    let is_rate = line.words.say(Word::Rate);
    if asks_for_number(line) {
        let finding = line.finding(Code::NumberExpected)?.also(2, line.indicator.name.span);
        return Some(finding.help(usize::from(!is_rate)));
    }
    let unit = line.quantity()?.unit.filter(|unit| is_rate && line.counts(unit))?;
    let finding = line.finding(Code::NumberExpected)?.label(1).with("unit", unit.text);
    Some(finding.also(3, line.indicator.name.span).help(2))
}

/// Whether the name promises a number and the target is in words that do not say how much.
pub(super) fn asks_for_number(line: &Line<'_, '_>) -> bool {
    let promises = line.words.say_any(&[Word::Rate, Word::Count, Word::Amount]) && !line.is(Kind::Satisfaction);
    promises && line.expression().is_some_and(|value| !value.is_measured() && !value.is_wholly(Term::Open))
}
