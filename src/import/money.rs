//! The money of a project: numbers as they stand, with the unit of their cell, their label or the head of the form.

use foldhash::HashMap;

use super::{
    facts::{Facts, Said},
    funds::Funds,
    words::{Fact, trimmed},
};
use crate::{field::Field, values::Number};

/// What is said of a budget.
pub(super) enum Money<'d> {
    /// Nothing.
    None,
    /// All that stands behind the keyword: `1020000.00 元 { 财政资金 1020000.00 元 }`.
    Budget(String),
    /// Cells in which no amount can be read, or amounts without their total.
    Unreadable(Vec<Said<'d>>),
    /// Amounts of which nobody says the unit.
    NoUnit(Vec<Said<'d>>),
}

/// An amount and the unit in its own cell.
struct Amount<'d> {
    number: &'d str,
    unit: &'d str,
}

/// The money of a form, each fund once.
struct Sums<'d> {
    total: Option<Said<'d>>,
    /// The parts by the words of their funds.
    parts: Vec<(String, Said<'d>)>,
    /// What is said of the same again, where it is something else.
    besides: Vec<Said<'d>>,
}

impl<'d> Sums<'d> {
    fn of(facts: &Facts<'d>, funds: &Funds) -> Self {
        let (mut parts, mut besides) = (Vec::new(), facts.besides(Fact::Total).collect::<Vec<_>>());
        let mut known: HashMap<String, &str> = HashMap::default();
        for (id, said) in facts.funds.iter().filter(|(_, said)| said.says_something()) {
            let word = funds.word(id).to_owned();
            match known.insert(word.clone(), said.entry.text) {
                None => parts.push((word, *said)),
                Some(first) if first != said.entry.text => besides.push(*said),
                Some(_) => {}
            }
        }
        Self { total: facts.all(Fact::Total).next(), parts, besides }
    }

    fn cells(&self) -> impl Iterator<Item = Said<'d>> {
        self.total.into_iter().chain(self.parts.iter().map(|(_, said)| *said))
    }
}

/// Reads the budget of a form.
pub(super) fn read<'d>(facts: &Facts<'d>, funds: &Funds, field: &Field) -> Money<'d> {
    let sums = Sums::of(facts, funds);
    let Some(total) = sums.total else {
        return if sums.parts.is_empty() { Money::None } else { Money::Unreadable(sums.cells().collect()) };
    };
    let head = unit(facts, field).map(|said| said.entry.text);
    let read = |said: &Said<'d>| amount(said.entry.text, field);
    let (Some(sum), Some(amounts)) =
        (read(&total), sums.parts.iter().map(|(_, said)| read(said)).collect::<Option<Vec<_>>>())
    else {
        return Money::Unreadable(sums.cells().collect());
    };
    let with_unit = |amount: &Amount<'d>| {
        let unit = if amount.unit.is_empty() { head? } else { amount.unit };
        Some(format!("{} {unit}", amount.number))
    };
    let written =
        |(amount, (word, _)): (&Amount<'d>, &(String, Said<'d>))| Some(format!("{word} {}", with_unit(amount)?));
    let (Some(sum), Some(parts)) =
        (with_unit(&sum), amounts.iter().zip(&sums.parts).map(written).collect::<Option<Vec<_>>>())
    else {
        return Money::NoUnit(sums.cells().collect());
    };
    Money::Budget(if parts.is_empty() { sum } else { format!("{sum} {{ {} }}", parts.join("; ")) })
}

/// The cells about money that the budget does not say: amounts that are said again and otherwise, units of no amount.
pub(super) fn unsaid<'d>(facts: &Facts<'d>, funds: &Funds, field: &Field) -> Vec<Said<'d>> {
    let sums = Sums::of(facts, funds);
    let is_bare = |said: Said<'d>| amount(said.entry.text, field).is_some_and(|amount| amount.unit.is_empty());
    let is_used = matches!(read(facts, funds, field), Money::Budget(_)) && sums.cells().any(is_bare);
    let others = facts.units.iter().filter(|said| said.says_something() && !is_money(said.entry.text, field));
    let unit = unit(facts, field).filter(|_| !is_used);
    sums.besides.iter().chain(others).copied().chain(unit).collect()
}

/// The unit of money that is said first.
fn unit<'d>(facts: &Facts<'d>, field: &Field) -> Option<Said<'d>> {
    facts.units.iter().find(|said| is_money(said.entry.text, field)).copied()
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

/// Whether a text is an amount of money, with its unit or without.
pub(super) fn is_amount(text: &str) -> bool {
    amount(text, Field::embedded()).is_some()
}

/// Whether a text is a unit of money.
pub(super) fn is_money(unit: &str, field: &Field) -> bool {
    field.units.find(unit).is_some_and(|unit| Some(unit.measure) == field.units.measure("money"))
}
