//! P802: a target in words where the name asks for a number.
//!
//! A name that ends with 率, 次数 or 金额 promises a number; `知晓率 为 "明显提高"` keeps it back. Targets are to be
//! quantified where they can be. Words that say how much are left alone (全部, 较上年提高), and what is shown as it stands
//! because it could not be read but holds a number. Satisfaction is examined by P810.
//!
//! No repair: nobody but the author knows the number.

use super::Line;
use crate::{
    diagnostic::{Code, Diagnostic},
    field::{Kind, Term, Word},
};

pub fn number_is_given(line: &Line<'_, '_>) -> Option<Diagnostic> {
    let is_rate = line.words.say(Word::Rate);
    if !asks_for_number(line) {
        return None;
    }
    Some(line.finding(Code::NumberExpected)?.also(1, line.indicator.name.span).help(usize::from(!is_rate)))
}

/// Whether the name promises a number and the target does not give it.
pub(super) fn asks_for_number(line: &Line<'_, '_>) -> bool {
    let promises = line.words.say_any(&[Word::Rate, Word::Count, Word::Amount]) && !line.is(Kind::Satisfaction);
    let is_given = |value: crate::field::Expression| value.is_measured() || value.is_wholly(Term::Open);
    promises && line.expression().is_some_and(|value| !is_given(value))
}
