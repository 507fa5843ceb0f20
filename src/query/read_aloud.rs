//! Values as they are read aloud, and in other units.

use crate::{
    diagnostic::{Lang, Text, Value},
    field::{Category, Direction, MONEY, Standard, Unit, Units},
    model::{Amount, GradeBound, Meaning, Quantity, StepBound, Target},
    values::{Bound, Date, Decimal, Ratio},
};

/// How many other units a value is told in.
const MOST_UNITS: usize = 4;

/// Reads values aloud.
pub(super) struct Speaker<'r> {
    /// Has the names of the grades.
    pub standard: &'r Standard,
    /// Tells which way is better where no sign does.
    pub category: Option<&'r Category>,
    /// The units that are known.
    pub units: &'r Units,
    /// The language.
    pub lang: Lang,
}

impl Speaker<'_> {
    /// A target in words: “不少于 12 家”.
    pub fn target(&self, target: &Target<'_>) -> String {
        let text = self.meaning(&target.meaning);
        match &target.per {
            Some(per) => self.say(format!("每{}{text}", per.text), format!("{text} for each {}", per.text)),
            None => text,
        }
    }

    fn meaning(&self, meaning: &Meaning<'_>) -> String {
        match meaning {
            Meaning::Number(quantity) => self.number(quantity),
            Meaning::Range(range) => {
                let unit = range.unit.map(|unit| with_blank(&unit.printed())).unwrap_or_default();
                let (low, high) = (&range.low.value.text, &range.high.value.text);
                self.say(format!("从 {low} 到 {high}{unit}"), format!("from {low} to {high}{unit}"))
            }
            Meaning::Date { date, bound } => self.date(*date, *bound),
            Meaning::Period { from, to } => {
                let (from, to) = (from.value.first_day(), to.value.last_day());
                self.say(format!("从 {from} 到 {to}"), format!("from {from} to {to}"))
            }
            Meaning::Text(text) => self.say(format!("为“{text}”"), format!("is “{text}”")),
            Meaning::Boolean(true) => self.say("是", "yes"),
            Meaning::Boolean(false) => self.say("否", "no"),
            Meaning::Graded(grades) => self.listed(grades.iter().map(|grade| self.grade(grade))),
            Meaning::Steps(steps) => self.listed(steps.iter().map(|step| self.step(step))),
            Meaning::Open => self.say("待定", "still open"),
        }
    }

    fn number(&self, quantity: &Quantity<'_>) -> String {
        let unit = quantity.unit.and_then(|unit| unit.meaning);
        let without_sign = match quantity.comparison {
            None => bare(self.category, unit, self.units).get(self.lang),
            Some(_) => "",
        };
        self.quantity(quantity) + without_sign
    }

    fn quantity(&self, quantity: &Quantity<'_>) -> String {
        let sign = quantity.comparison.map(|sign| format!("{} ", sign.value.name().get(self.lang))).unwrap_or_default();
        let unit = quantity.unit.map(|unit| with_blank(&unit.printed())).unwrap_or_default();
        format!("{sign}{}{unit}", quantity.number.value.text)
    }

    /// A day, or the last one of what is told.
    fn date(&self, date: Date, bound: Bound) -> String {
        let day = bound.last_day(date).to_string();
        match bound {
            Bound::At if date.day.is_some() => day,
            _ => self.say(format!("不晚于 {day}"), format!("no later than {day}")),
        }
    }

    fn grade(&self, grade: &GradeBound<'_>) -> String {
        let names = &self.standard.grades.list[grade.grade].names;
        format!("{} {}", names.get(self.lang), self.quantity(&grade.bound))
    }

    fn step(&self, step: &StepBound<'_>) -> String {
        let (bound, points) = (self.quantity(&step.bound), &step.points.value.text);
        self.say(format!("{bound}得 {points} 分"), format!("{bound} earns {points}"))
    }

    fn listed(&self, parts: impl Iterator<Item = String>) -> String {
        parts.collect::<Vec<_>>().join(&self.say("；", "; "))
    }

    fn say(&self, zh: impl Into<String>, en: impl Into<String>) -> String {
        match self.lang {
            Lang::Zh => zh.into(),
            Lang::En => en.into(),
        }
    }
}

/// What a number without a sign means.
fn bare(category: Option<&Category>, unit: Option<Unit>, units: &Units) -> Text {
    match category.map(|category| category.direction_of(unit, units)) {
        Some(Direction::More) => {
            Text { zh: "（没有写比较符号：越大越好）", en: " (no sign: more is better)" }
        }
        Some(Direction::Less) => {
            Text { zh: "（没有写比较符号：越小越好）", en: " (no sign: less is better)" }
        }
        None => Text { zh: "", en: "" },
    }
}

fn with_blank(unit: &str) -> String {
    if unit.starts_with(['%', '‰']) { unit.to_owned() } else { format!(" {unit}") }
}

/// The same quantity in other units of what it measures, those that are written with few digits first.
pub(super) fn converted(number: Decimal, unit: Unit, units: &Units) -> Vec<String> {
    let Some(base) = Ratio::from(number).times(unit.scale) else { return Vec::new() };
    let mut others: Vec<(usize, String)> = Vec::new();
    let mut scales = vec![unit.scale];
    for (name, scale) in alike(unit, units) {
        let value = base.over(scale).and_then(Ratio::decimal).filter(|_| !scales.contains(&scale));
        if let Some(value) = value {
            scales.push(scale);
            let text = value.normalize().to_string();
            others.push((text.len(), format!("{text}{}", with_blank(&name))));
        }
    }
    others.sort_by_key(|(length, _)| *length);
    others.into_iter().take(MOST_UNITS).map(|(_, text)| text).collect()
}

/// The units that measure the same, with their scales: those that are declared, the first spelling first; of money those
/// that people count it in.
fn alike(unit: Unit, units: &Units) -> Vec<(String, Ratio)> {
    let same = |other: &Unit| other.dimension == unit.dimension && other.measure == unit.measure;
    let money: Vec<(String, Ratio)> =
        MONEY.iter().filter_map(|name| Some(((*name).to_owned(), units.find(name).filter(same)?.scale))).collect();
    if !money.is_empty() {
        return money;
    }
    let declared = units.spellings().into_iter().filter(|(_, other)| same(other));
    declared.map(|(name, other)| (name.to_owned(), other.scale)).collect()
}

/// An amount of money in the unit that people would rather read it in: 万元 from 10,000 元 on, 元 where it is told in
/// another. `None` where that is the unit that it has.
pub(super) fn money(amount: &Amount<'_>, units: &Units) -> Option<String> {
    other_money(amount.number.value, amount.meaning, units)
}

/// The same of a number with its unit; `None` where that is no money.
pub(super) fn other_money(number: Decimal, unit: Unit, units: &Units) -> Option<String> {
    let base_unit = units.find(MONEY[0]).filter(|base| base.dimension == unit.dimension)?;
    let base = Ratio::from(number).times(unit.scale)?;
    let is_enough = |name: &&str| units.find(name).is_some_and(|larger| base.abs() >= larger.scale);
    let name = match unit.scale == base_unit.scale {
        true => MONEY[1..].iter().copied().rfind(is_enough)?,
        false => MONEY[0],
    };
    let value = base.over(units.find(name)?.scale)?.decimal()?;
    Some(format!("{} {name}", value.normalize()))
}

/// How a unit's measure is called, with its base unit.
pub(super) fn measure(unit: Unit, units: &Units) -> Value {
    units.dimension_name(unit.dimension)
}
