//! P808: a percentage under quantity.
//!
//! 数量 says how much is done; 合格率 is quality, 及时率 timeliness, and of 任务完成率 100% nobody knows how much the task is.
//! Rates of those who are reached are left alone: 接种率, 覆盖率 and the like are how much of a service there is, and
//! stand under quantity in national tables. So are rates of growth, and names that say themselves how much is done
//! (巡查2次完成率).
//!
//! A rate of what is in time is offered the category for timeliness, which is not safe: it moves the row in the table. Else
//! whether the category or the value is to change is for the author to say.

use super::{Line, amounts::amounts};
use crate::{
    diagnostic::{Code, Diagnostic},
    field::{Kind, Word, is_counted},
};

pub fn quantity_is_no_percentage(line: &Line<'_, '_>) -> Option<Diagnostic> {
    let unit = line.quantity()?.unit.filter(|_| line.is(Kind::Quantity))?;
    let is_percentage = line.is_ratio(&unit) && unit.text != "倍";
    let grows = || line.project.standard.unbounded.iter().any(|word| line.indicator.name.value.contains(word.as_str()));
    if !is_percentage || line.words.say(Word::Reach) || grows() || says_how_many(line) {
        return None;
    }
    let finding = line.finding(Code::PercentageAsQuantity)?.also(1, line.indicator.word);
    Some(if line.words.say(Word::Timely) {
        line.moved_to(Kind::Timeliness, finding.help(1))
    } else if line.words.say(Word::Rate) {
        finding
    } else {
        finding.help(2)
    })
}

/// Whether the name counts something: 2次.
fn says_how_many(line: &Line<'_, '_>) -> bool {
    let units = &line.field.units;
    let name = &*line.indicator.name.value;
    amounts(name, false, units).any(|amount| is_counted(&amount.unit, amount.word, units))
}
