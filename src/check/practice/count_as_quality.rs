//! P809: things counted under quality.
//!
//! How many there are is a quantity: `质量 "新增专利数" >= 20 件`. Quality says how good they are. Left alone: things of which
//! fewer are better (事故 0 起, a limit), for these do say how good the work is; ranks (二级); measures (使用年限 10 年); how
//! many there are for each (每万人发明专利拥有量); and what is won by being good (获奖).
//!
//! The repair puts the row under quantity. It is not safe: it moves the row in the table.

use super::Line;
use crate::{
    diagnostic::{Code, Diagnostic},
    field::{Kind, Word},
    values::Decimal,
    words::Comparison,
};

pub fn quality_is_no_count(line: &Line<'_, '_>) -> Option<Diagnostic> {
    let quantity = line.quantity().filter(|_| line.is(Kind::Quality))?;
    let unit = quantity.unit?;
    let sign = quantity.comparison.map(|comparison| comparison.value);
    let is_limit = matches!(sign, Some(Comparison::AtMost | Comparison::Below));
    let is_few = is_limit || quantity.number.value.value == Decimal::ZERO || line.words.are_of_fault();
    if is_few || line.words.say_any(&[Word::Each, Word::Honour]) || !line.counts(&unit) {
        return None;
    }
    let finding = line.finding(Code::CountAsQuality)?.with("unit", unit.text).also(1, line.indicator.word);
    Some(line.moved_to(Kind::Quantity, finding))
}
