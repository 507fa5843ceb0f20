//! The money of a project: numbers as they stand, with the unit of their cell, their label or the head of the form.

use super::{
    facts::Facts,
    form::Entry,
    words::{Fact, Words, trimmed},
};
use crate::{
    field::{Field, Standard},
    values::Number,
    words::Keyword,
};

/// What is said of a budget.
pub(super) enum Money<'d> {
    /// Nothing.
    None,
    /// All that stands behind the keyword: `1020000.00 元 { 财政资金 1020000.00 元 }`.
    Budget(String),
    /// Cells in which no amount can be read, or amounts without their total, each with its label.
    Unreadable(Vec<(&'static str, Entry<'d>)>),
    /// Amounts of which nobody says the unit.
    NoUnit(Vec<(&'static str, Entry<'d>)>),
}

/// An amount and the unit in its own cell.
struct Amount<'d> {
    number: &'d str,
    unit: &'d str,
}

/// Reads the budget of a form.
pub(super) fn read<'d>(facts: &Facts<'d>, standard: &Standard, field: &Field) -> Money<'d> {
    let blank = |entry: &Entry<'_>| Words::get().is_blank(entry.text);
    let total = facts.first(Fact::Total).filter(|entry| !blank(entry));
    let parts: Vec<(&str, Entry<'d>)> =
        facts.funds.iter().filter(|(_, entry)| !blank(entry)).map(|(fund, entry)| (&**fund, *entry)).collect();
    let labelled = || {
        let total = total.iter().map(|entry| ("预算数", *entry));
        total.chain(parts.iter().map(|(_, entry)| ("资金", *entry))).collect::<Vec<_>>()
    };
    let Some(total) = total else {
        return if parts.is_empty() { Money::None } else { Money::Unreadable(labelled()) };
    };
    let head = facts.units.iter().map(|entry| entry.text).find(|unit| is_money(unit, field));
    let read = |entry: Entry<'d>| amount(entry.text, field);
    let (Some(sum), Some(amounts)) =
        (read(total), parts.iter().map(|(_, entry)| read(*entry)).collect::<Option<Vec<_>>>())
    else {
        return Money::Unreadable(labelled());
    };
    let with_unit = |amount: &Amount<'d>| {
        let unit = if amount.unit.is_empty() { head? } else { amount.unit };
        Some(format!("{} {unit}", amount.number))
    };
    let written = |(amount, (id, _)): (&Amount<'d>, &(&str, Entry<'d>))| {
        let word = fund(id, standard).unwrap_or_else(|| fund_word(id));
        Some(format!("{word} {}", with_unit(amount)?))
    };
    let (Some(sum), Some(parts)) =
        (with_unit(&sum), amounts.iter().zip(&parts).map(written).collect::<Option<Vec<_>>>())
    else {
        return Money::NoUnit(labelled());
    };
    Money::Budget(if parts.is_empty() { sum } else { format!("{sum} {{ {} }}", parts.join("; ")) })
}

/// The word of a fund that the standard knows.
pub(super) fn fund(id: &str, standard: &Standard) -> Option<String> {
    standard.funds.find(id).map(|number| standard.funds.list[number].id.clone())
}

/// The word for a fund that no standard knows, made of its name.
pub(super) fn fund_word(name: &str) -> String {
    let word: String = name.chars().filter(|c| matches!(c, '\u{4E00}'..='\u{9FFF}')).collect();
    if Keyword::find(&word).is_some() { format!("{word}来源") } else { word }
}

/// A number that can be written as it stands.
pub(super) fn number(text: &str) -> Option<&str> {
    let text = trimmed(text);
    let digits = text.strip_prefix('-').unwrap_or(text);
    Number::read(digits).is_ok().then_some(text)
}

/// `1020000.00`, `20.00万元`, `1,020,000.00 元`
fn amount<'d>(text: &'d str, field: &Field) -> Option<Amount<'d>> {
    let text = trimmed(text);
    let end = text.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',' | '-'))).unwrap_or(text.len());
    let (number, unit) = text.split_at(end);
    let unit = trimmed(unit);
    let is_sound = self::number(number).is_some() && (unit.is_empty() || is_money(unit, field));
    is_sound.then_some(Amount { number, unit })
}

/// Whether a text is a unit of money.
pub(super) fn is_money(unit: &str, field: &Field) -> bool {
    field.units.find(unit).is_some_and(|unit| Some(unit.measure) == field.units.measure("money"))
}
