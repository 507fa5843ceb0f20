//! P309: a bound that asks for more where less is better, or for less where more is.
//!
//! Why: the sign decides the score; the wrong way round, money that was saved costs points (rules of practice, V6).
//!
//! Cost and satisfaction tell by their category. Elsewhere the name may: `安全事故发生率 >= 1%`, `稳定运行率 <= 99%`.
//!
//! Repair: the other sign. Not safe: the table prints it.

use super::Row;
use crate::{
    arguments::Located,
    diagnostic::{Code, Diagnostic, Findings, Fix, Text, Value},
    field::{Direction, Word},
    model::{Meaning, Quantity},
    words::Comparison,
};

const MORE: Text = Text { zh: "越大越好", en: "more" };
const LESS: Text = Text { zh: "越小越好", en: "less" };

pub fn direction_fits_category(row: &Row<'_, '_>, findings: &mut Findings) {
    let asked = match row.target.comparison() {
        Some(Comparison::AtLeast | Comparison::Above) => Direction::More,
        Some(Comparison::AtMost | Comparison::Below) => Direction::Less,
        Some(Comparison::Equal) | None => return,
    };
    let Some(right) = better(row).filter(|right| *right != asked) else { return };
    let (right, wrong, sign) = match right {
        Direction::More => (MORE, LESS, Comparison::AtLeast),
        Direction::Less => (LESS, MORE, Comparison::AtMost),
    };
    let finding =
        Diagnostic::new(Code::DirectionAgainstCategory, row.target.span).with("right", right).with("wrong", wrong);
    let finding = match row.category().certain_direction() {
        Some(_) => finding.with("category", &row.category().names).also(1, row.indicator.word),
        None => finding.with("category", quoted(row)).also(1, row.indicator.name.span).help(1),
    };
    // In the manner of the author: ≤ for ≥.
    let is_ascii = |comparison: Located<Comparison>| comparison.span.range.len() <= comparison.value.sign().len();
    let written = match &row.target.meaning {
        Meaning::Number(quantity) => quantity.comparison,
        _ => None,
    };
    let sign = if written.is_none_or(is_ascii) { sign.sign() } else { sign.printed() };
    let finding = finding.with("sign", sign);
    findings.report(match &row.target.meaning {
        // Not 90%以上, which has its word behind the number.
        Meaning::Number(Quantity { comparison: Some(written), number, .. }) if written.span < number.span => {
            finding.fix(Fix::guess(written.span, sign))
        }
        _ => finding,
    });
}

/// Which way is better, where that is certain: by the category, except for what is saved of a cost, or by the name.
fn better(row: &Row<'_, '_>) -> Option<Direction> {
    let words = row.words;
    match row.category().certain_direction() {
        Some(Direction::Less) if words.say(Word::Saving) => None,
        Some(certain) => Some(certain),
        None if words.are_of_fault() => Some(Direction::Less),
        None if words.say(Word::GoodRate) => Some(Direction::More),
        None => None,
    }
}

fn quoted(row: &Row<'_, '_>) -> Value {
    let name = &row.indicator.name.value;
    Value::Localized { zh: format!("“{name}”").into(), en: format!("“{name}”").into() }
}
