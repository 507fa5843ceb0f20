//! P814: the name says what is counted, and the unit of the target is that of something else.
//!
//! Why: one of the two is wrong, or a sign was lost in between: 470 人/天 for 470 元/人·天 (rules of practice, V14).
//!
//! Example: `数量 "家庭医生签约率" 24694 人`: a rate is a percentage, and what is counted here are people.
//!
//! Which units go with which ending of a name is told in `data/words.json`. Units that a file declares are left alone, and so
//! are prices and percentages of what is counted, for which there is P808.
//!
//! Repair: none. Whether name or unit is wrong is for the author to say.

use super::Line;
use crate::{
    diagnostic::{Code, Diagnostic, Value},
    field::{Field, Kind, Unit, Units, Word, units_of_count},
    model::{Meaning, Target, UnitUse},
};

pub fn unit_fits_name(line: &Line<'_, '_>) -> Option<Diagnostic> {
    let target = line.target()?;
    match &target.meaning {
        Meaning::Number(quantity) => quantity.unit.and_then(|unit| other_unit(line, &unit)),
        Meaning::Range(interval) => interval.unit.and_then(|unit| other_unit(line, &unit)),
        Meaning::Text(text) => lost_currency(line, target, text),
        _ => None,
    }
}

fn other_unit(line: &Line<'_, '_>, unit: &UnitUse<'_>) -> Option<Diagnostic> {
    // What a file declares may be anything.
    let meaning = unit.meaning.filter(|_| Field::embedded().units.find(unit.text).is_some())?;
    let units = &line.field.units;
    let said = in_brackets(&line.indicator.name.value, meaning, units).map(Value::from);
    let finding = Diagnostic::new(Code::UnitAgainstName, unit.span)
        .with("said", said.or_else(|| by_ending(line, meaning))?)
        .with("unit", unit.text)
        .also(1, line.indicator.name.span);
    Some(finding)
}

/// The unit in brackets at the end of a name, 湿地保有量（公顷）, where it measures something else.
fn in_brackets<'n>(name: &'n str, meaning: Unit, units: &Units) -> Option<&'n str> {
    let inner = name.strip_suffix([')', '）'])?;
    let said = inner.rsplit(['(', '（']).next().filter(|said| said.len() < inner.len())?;
    let unit = units.find(said)?;
    let both_time = units.is_time(unit.measure) && units.is_time(meaning.measure);
    (unit.dimension != meaning.dimension && !both_time).then_some(said)
}

/// What a name says by its ending, where the unit is none that goes with it.
fn by_ending(line: &Line<'_, '_>, meaning: Unit) -> Option<Value> {
    if !meaning.dimension.is_simple() {
        return None;
    }
    let Line { words, field, .. } = line;
    let is_money = Some(meaning.measure) == field.units.measure("money");
    if words.say_any(&[Word::Rate, Word::GoodRate, Word::Reach]) && !line.indicator.name.value.ends_with('面') {
        return Some(Value::Localized { zh: "比率".into(), en: "a rate".into() });
    }
    if words.say(Word::Amount) && !is_money {
        return Some(Value::Localized { zh: "金额".into(), en: "an amount of money".into() });
    }
    let (ending, known) = units_of_count(&line.indicator.name.value).filter(|_| words.say(Word::Count))?;
    let fits = |unit: &String| field.units.find(unit).is_some_and(|unit| unit.dimension == meaning.dimension);
    (!known.iter().any(fits)).then(|| Value::from(ending))
}

/// The most letters behind the number of a price without its currency: 人·学时.
const LONGEST: usize = 6;

/// A cost of which only the number and what it is for came through: `470人/天`, `28.40/株`, `250万`.
fn lost_currency(line: &Line<'_, '_>, target: &Target<'_>, text: &str) -> Option<Diagnostic> {
    let category = line.category();
    let is_cost = line.is(Kind::Cost) && !category.measures.is_empty();
    let number = text.trim_start_matches(['≤', '<', '=', '≦', '＜', '＝', '每', ' ']);
    let rest = number.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.' || c == ',');
    let is_amount = rest.contains('/') || line.field.units.is_multiplier(rest);
    let is_other = rest.contains(['元', '币', '%', '％']) || rest.chars().count() > LONGEST;
    (is_cost && rest.len() < number.len() && is_amount && !is_other).then(|| {
        Diagnostic::new(Code::UnitAgainstName, target.span)
            .label(2)
            .help(1)
            .with("said", &category.names)
            .with("unit", rest)
            .also(3, line.indicator.word)
    })
}
