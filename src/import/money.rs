//! The money of a project: numbers as they stand, with the unit of their cell, their label or the head of the form.

use foldhash::HashMap;

use super::{
    facts::{Facts, Said, Sums},
    funds::Funds,
    words::trimmed,
};
use crate::{
    field::Field,
    values::{Number, Ratio},
};

/// What is said of money.
pub(super) enum Money<'d> {
    /// Nothing.
    None,
    /// All that stands behind the keyword: `1020000.00 元 { 财政资金 1020000.00 元 }`.
    Read(String),
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

/// Money, the whole and each fund once.
struct Once<'d> {
    total: Option<Said<'d>>,
    /// The parts by the words of their funds.
    parts: Vec<(String, Said<'d>)>,
    /// What is said of the same again, where it is something else.
    besides: Vec<Said<'d>>,
}

impl<'d> Once<'d> {
    fn of(sums: &Sums<'d>, funds: &Funds) -> Self {
        let mut totals = sums.totals.iter().copied().filter(Said::says_something);
        let total = totals.next();
        let is_other = |said: &Said<'d>| total.is_some_and(|total| total.entry.text != said.entry.text);
        let (mut parts, mut besides) = (Vec::new(), totals.filter(is_other).collect::<Vec<_>>());
        let mut known: HashMap<&str, &str> = HashMap::default();
        for (id, said) in sums.parts.iter().filter(|(_, said)| said.says_something()) {
            let word = funds.word(id);
            match known.get(word) {
                None => parts.push((word.to_owned(), *said)),
                Some(first) if *first != said.entry.text => besides.push(*said),
                Some(_) => {}
            }
            known.entry(word).or_insert(said.entry.text);
        }
        Self { total, parts, besides }
    }

    fn cells(&self) -> impl Iterator<Item = Said<'d>> {
        self.total.into_iter().chain(self.parts.iter().map(|(_, said)| *said))
    }
}

/// Reads money, whose unit may stand in the head of the form.
pub(super) fn read<'d>(sums: &Sums<'d>, facts: &Facts<'d>, funds: &Funds, field: &Field) -> Money<'d> {
    let once = Once::of(sums, funds);
    let Some(total) = once.total else {
        return if once.parts.is_empty() { Money::None } else { Money::Unreadable(once.cells().collect()) };
    };
    let head = unit(facts, field).map(|said| said.entry.text);
    let read = |said: &Said<'d>| amount(said.entry.text, field);
    let (Some(sum), Some(amounts)) =
        (read(&total), once.parts.iter().map(|(_, said)| read(said)).collect::<Option<Vec<_>>>())
    else {
        return Money::Unreadable(once.cells().collect());
    };
    let with_unit = |amount: &Amount<'d>| {
        let unit = if amount.unit.is_empty() { head? } else { amount.unit };
        Some(format!("{} {unit}", amount.number))
    };
    let written =
        |(amount, (word, _)): (&Amount<'d>, &(String, Said<'d>))| Some(format!("{word} {}", with_unit(amount)?));
    let (Some(sum), Some(parts)) =
        (with_unit(&sum), amounts.iter().zip(&once.parts).map(written).collect::<Option<Vec<_>>>())
    else {
        return Money::NoUnit(once.cells().collect());
    };
    Money::Read(if parts.is_empty() { sum } else { format!("{sum} {{ {} }}", parts.join("; ")) })
}

/// The cells about money that no statement says: amounts that are said again and otherwise, units of no amount.
pub(super) fn unsaid<'d>(facts: &Facts<'d>, funds: &Funds, field: &Field) -> Vec<Said<'d>> {
    let is_bare = |said: Said<'d>| amount(said.entry.text, field).is_some_and(|amount| amount.unit.is_empty());
    let (mut unsaid, mut is_used) = (Vec::new(), false);
    for sums in facts.sums() {
        let once = Once::of(sums, funds);
        is_used |= matches!(read(sums, facts, funds, field), Money::Read(_)) && once.cells().any(is_bare);
        unsaid.extend(once.besides);
    }
    unsaid.extend(facts.units.iter().filter(|said| said.says_something() && !is_money(said.entry.text, field)));
    unsaid.extend(unit(facts, field).filter(|_| !is_used));
    unsaid
}

/// The unit of money that is said first.
fn unit<'d>(facts: &Facts<'d>, field: &Field) -> Option<Said<'d>> {
    facts.units.iter().find(|said| is_money(said.entry.text, field)).copied()
}

/// A number that can be written as it stands.
pub(super) fn number(text: &str) -> Option<&str> {
    let text = trimmed(text);
    let digits = text.strip_prefix(['-', '－']).unwrap_or(text);
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

/// Whether a rate is that of what was spent of a budget, as far as its digits tell.
pub(super) fn is_rate_of(rate: &str, spent: &str, budget: &str) -> bool {
    let field = Field::embedded();
    let value = |text: &str| Some(Number::read(number(text)?).ok()?.value);
    let read = || {
        let (spent, budget) = (amount(spent, field)?, amount(budget, field)?);
        let share = Ratio::from(value(spent.number)?).over(value(budget.number)?.into())?;
        let (written, exact) = (value(rate.strip_suffix(['%', '％'])?)?, share.times(Ratio::ONE_HUNDRED)?);
        Some(spent.unit == budget.unit && exact.rounded(written.scale())? == written)
    };
    read().unwrap_or_default()
}

/// The unit of money in the bracket of a label: 万元, 单位:万元.
pub(super) fn unit_in(bracket: &str) -> Option<&str> {
    let unit = bracket.rsplit(':').next().unwrap_or(bracket);
    is_money(unit, Field::embedded()).then_some(unit)
}

/// Whether a text is a unit of money.
pub(super) fn is_money(unit: &str, field: &Field) -> bool {
    field.units.find(unit).is_some_and(|unit| field.units.is_money(unit.measure))
}
