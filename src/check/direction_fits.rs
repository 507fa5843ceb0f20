//! P309: a bound that asks for more where less is better, or for less where more is.

use super::Row;
use crate::{
    arguments::Located,
    diagnostic::{Code, Diagnostic, Findings, Fix, Text},
    field::Direction,
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
    let category = row.category();
    let Some(right) = category.certain_direction().filter(|right| *right != asked) else { return };
    let (right, wrong, sign) = match right {
        Direction::More => (MORE, LESS, Comparison::AtLeast),
        Direction::Less => (LESS, MORE, Comparison::AtMost),
    };
    let finding = Diagnostic::new(Code::DirectionAgainstCategory, row.target.span)
        .with("category", &category.names)
        .with("right", right)
        .with("wrong", wrong)
        .also(1, row.indicator.word);
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
