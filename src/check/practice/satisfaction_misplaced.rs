//! P810: satisfaction asked for in another category, or not as a percentage.
//!
//! Satisfaction has a level of its own; under 社会效益 it takes the place of the benefit that should stand there. And it is
//! asked in percent, 满意 alone can be neither asked nor scored. What only mentions satisfaction is left alone: the cost
//! of a survey, the number of its samples. A table without any is told by P403.
//!
//! The repair puts the row in the category for satisfaction. It is not safe: it moves the row in the table.

use super::Line;
use crate::{
    diagnostic::{Code, Diagnostic, Text},
    field::{Kind, Term, Word},
};

const MISPLACED: Text = Text { zh: "放错了地方", en: "stands in the wrong category" };
const NO_PERCENTAGE: Text = Text { zh: "没有写成百分比", en: "is not told as a percentage" };

pub fn satisfaction_is_in_its_place(line: &Line<'_, '_>) -> Option<Diagnostic> {
    if line.is(Kind::Satisfaction) {
        return not_a_percentage(line);
    }
    if !line.words.say(Word::Satisfaction) || line.category().kind.is_none() {
        return None;
    }
    let finding = Diagnostic::new(Code::SatisfactionMisplaced, line.indicator.word)
        .with("name", &*line.indicator.name.value)
        .with("category", &line.category().names)
        .with("problem", MISPLACED)
        .also(1, line.indicator.name.span);
    Some(line.moved_to(Kind::Satisfaction, finding))
}

/// Words where a percentage is asked for.
fn not_a_percentage(line: &Line<'_, '_>) -> Option<Diagnostic> {
    let value = line.expression()?;
    if value.is_measured() || value.is_wholly(Term::Open) {
        return None;
    }
    Some(line.finding(Code::SatisfactionMisplaced)?.with("problem", NO_PERCENTAGE).label(2).help(1))
}
