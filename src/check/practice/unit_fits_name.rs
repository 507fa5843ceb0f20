//! P814: the name says what is counted, and the unit of the target is that of something else.
//!
//! Why: one of the two is wrong, or a sign was lost in between: 470 人/天 for 470 元/人·天 (rules of practice, V14).
//!
//! Example: `数量 "接待观众人数" 30000 人次`: who comes three times is one person and three visits.
//!
//! Which units go with which ending of a name is told in `data/names.json`. Units that a file declares are left alone, and so
//! are prices and percentages of what is counted, for which there is P808. That a rate is no count of things is P802.
//!
//! Repair: none. Whether name or unit is wrong is for the author to say.

use super::Line;
use crate::{
    diagnostic::{Code, Diagnostic, Text, Value},
    field::{Field, Kind, Unit, Units, Word, count_alike, units_of_count},
    model::{Meaning, Target, UnitUse},
};

const RATE: Text = Text { zh: "比率", en: "a rate" };
const AMOUNT: Text = Text { zh: "金额", en: "an amount of money" };

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
    let (meaning, units) = (unit.meaning?, &line.field.units);
    let said = in_brackets(&line.indicator.name.value, unit, meaning, units).map(Value::from);
    let said = said.or_else(|| by_ending(line, unit, meaning))?;
    // What a file declares may be anything.
    Field::embedded().units.find(unit.text)?;
    let finding = Diagnostic::new(Code::UnitAgainstName, unit.span)
        .with("said", said)
        .with("name", &*line.indicator.name.value)
        .with("unit", unit.text)
        .also(1, line.indicator.name.span);
    Some(finding)
}

/// The unit in brackets at the end of a name, 湿地保有量（公顷）, where it measures something else.
fn in_brackets<'n>(name: &'n str, written: &UnitUse<'_>, meaning: Unit, units: &Units) -> Option<&'n str> {
    let inner = name.strip_suffix([')', '）'])?;
    let said = inner.rsplit(['(', '（']).next().filter(|said| said.len() < inner.len())?;
    let unit = units.find(said)?;
    let both_time = units.is_time(unit.measure) && units.is_time(meaning.measure);
    (unit.dimension != meaning.dimension && !both_time && !count_alike(said, written.text)).then_some(said)
}

/// What a name says by its ending, where the unit is none that goes with it.
fn by_ending(line: &Line<'_, '_>, written: &UnitUse<'_>, meaning: Unit) -> Option<Value> {
    if !meaning.dimension.is_amount() {
        return None;
    }
    let Line { words, field, .. } = line;
    let is_measured = field.units.measure_id(meaning.measure).is_ascii();
    if words.say_any(&[Word::Rate, Word::GoodRate, Word::Reach]) {
        return is_measured.then(|| RATE.into());
    }
    if words.say(Word::Amount) && Some(meaning.measure) != field.units.measure("money") {
        return Some(AMOUNT.into());
    }
    if !words.say(Word::Count) {
        return None;
    }
    let (ending, known) = units_of_count(&line.indicator.name.value)?;
    let is_alike = |unit: &String| field.units.find(unit).is_some_and(|unit| unit.dimension == meaning.dimension);
    let fits = |unit: &String| unit == written.text || is_alike(unit);
    (!known.iter().any(fits)).then(|| Value::from(ending))
}

/// The most letters behind the number of a price without its currency: 人·学时.
const LONGEST: usize = 6;

/// A cost of which only the number and what it is for came through.
fn lost_currency(line: &Line<'_, '_>, target: &Target<'_>, text: &str) -> Option<Diagnostic> {
    let category = line.category();
    let unit = unit_alone(text, &line.field.units).filter(|_| line.is(Kind::Cost) && !category.measures.is_empty())?;
    let finding = Diagnostic::new(Code::UnitAgainstName, target.span)
        .label(2)
        .help(1)
        .with("said", AMOUNT)
        .with("name", &*line.indicator.name.value)
        .with("category", &category.names)
        .with("unit", unit)
        .also(3, line.indicator.word);
    Some(finding)
}

/// What is left of the unit of an amount that says no currency: 人/天 of `470人/天`, 万 of `250万`, 每亩 of `每亩300`.
fn unit_alone<'t>(text: &'t str, units: &Units) -> Option<&'t str> {
    let is_number = |c: char| c.is_ascii_digit() || c == '.' || c == ',';
    let is_short = |unit: &&str| unit.chars().count() <= LONGEST && !unit.contains(['元', '币', '%', '％']);
    let text = text.trim_start_matches(['≤', '<', '=', '≦', '＜', '＝', ' ']);
    if text.starts_with('每') {
        let each = text.trim_end_matches(is_number);
        return Some(each).filter(is_short).filter(|each| each.len() < text.len());
    }
    let rest = text.trim_start_matches(is_number);
    let is_amount = rest.contains('/') || units.is_multiplier(rest);
    Some(rest).filter(is_short).filter(|rest| is_amount && rest.len() < text.len())
}
