//! Prices for each of something, and the rows that say how many of it there are.

use foldhash::HashMap;

use crate::{
    field::{Dimension, Kind, Unit, Units, general_unit, is_counted, telling_parts},
    model::{Budget, Indicator, Project, Quantity},
    values::Ratio,
    words::Comparison,
};

/// Among how many rows of one unit the one is looked for that a price goes with.
const MOST_COUNTS: usize = 16;

/// Names of more bytes are not compared.
const LONGEST: usize = 300;

/// A row that says what one of something costs.
pub struct Price<'r, 's> {
    pub row: &'r Indicator<'s>,
    /// In base units of money for one base unit of what it is for.
    pub value: Ratio,
    pub of: Dimension,
    /// Whether that is a thing: no kilometre.
    pub is_thing: bool,
    /// As written: 家.
    pub each: &'r str,
    /// Whether only the name tells it, so that no check could compute with the row as it stands.
    pub by_name: bool,
}

impl<'r, 's> Price<'r, 's> {
    pub fn of(row: &'r Indicator<'s>, budget: &Budget<'_>, units: &Units) -> Option<Self> {
        // A cost of at least so much is told by P309.
        let is_least = |sign: Comparison| matches!(sign, Comparison::AtLeast | Comparison::Above);
        let quantity = number(row).filter(|quantity| !quantity.comparison.is_some_and(|sign| is_least(sign.value)))?;
        let money = budget.total.value.meaning.dimension;
        let unit = quantity.unit?;
        let meaning = unit.meaning?;
        let value = || Ratio::from(quantity.number.value.value).times(meaning.scale);
        if let Some((_, each)) = unit.text.split_once(['/', '／']) {
            // The scale of 万元/家 has that of 家 in it.
            let of = money.per(meaning.dimension).filter(|of| of.is_amount())?;
            let is_thing = units.find(each).is_some_and(|unit| is_counted(&unit, each, units));
            return Some(Self { row, value: value()?, of, is_thing, each, by_name: false });
        }
        if meaning.dimension != money {
            return None;
        }
        let per = row.target.as_ref()?.per.as_deref();
        let (each, of) = match per {
            Some(per) => (per.text, per.meaning?),
            None => each(&row.name.value, units)?,
        };
        let is_thing = is_counted(&of, each, units);
        Some(Self { row, value: value()?.over(of.scale)?, of: of.dimension, is_thing, each, by_name: per.is_none() })
    }
}

/// The number that a row asks for, if it is a single one.
pub fn number<'r, 's>(row: &'r Indicator<'s>) -> Option<&'r Quantity<'s>> {
    row.target.as_ref()?.quantity()
}

/// How many a row asks for, in base units.
pub fn base(count: &Indicator<'_>) -> Option<Ratio> {
    let quantity = number(count)?;
    Ratio::from(quantity.number.value.value).times(quantity.unit?.meaning?.scale)
}

/// What a name is for each of: 每家…费用, 人均…, 平均…1项…. Times of the calendar are none: 每年 is what the budget is for.
fn each<'n>(name: &'n str, units: &Units) -> Option<(&'n str, Unit)> {
    let begun = |text: &'n str| units.prefix(text).and_then(|word| Some((word, units.find(word)?)));
    let found = if let Some((_, behind)) = name.split_once('每') {
        begun(behind).filter(|_| !behind.contains('每'))
    } else if let Some((_, behind)) = name.split_once("平均") {
        behind.split_once(['1', '一']).and_then(|(_, behind)| begun(behind))
    } else {
        name.split_once('均').and_then(|(before, _)| last(before, units))
    };
    found.filter(|(_, unit)| !units.is_time(unit.measure) && unit.dimension.is_amount())
}

/// The unit of one letter that a text ends with.
fn last<'n>(text: &'n str, units: &Units) -> Option<(&'n str, Unit)> {
    let (start, _) = text.char_indices().next_back()?;
    Some((&text[start..], units.find(&text[start..])?))
}

/// The rows of numbers under quantity, by what they count.
pub struct Counts<'r, 's> {
    by_unit: HashMap<Dimension, Vec<&'r Indicator<'s>>>,
    /// Those that count things one by one.
    things: Vec<&'r Indicator<'s>>,
    /// What may count any thing: 个.
    general: Option<Dimension>,
}

impl<'r, 's> Counts<'r, 's> {
    pub fn of(project: &'r Project<'s>, units: &Units) -> Self {
        let general = units.find(general_unit()).map(|unit| unit.dimension);
        let mut counts = Self { by_unit: HashMap::default(), things: Vec::new(), general };
        let is_quantity = |row: &&Indicator<'_>| project.standard.category(row.category).kind == Some(Kind::Quantity);
        for row in project.indicators.iter().filter(is_quantity) {
            let Some(unit) = number(row).and_then(|quantity| quantity.unit) else { continue };
            let Some(meaning) = unit.meaning else { continue };
            counts.by_unit.entry(meaning.dimension).or_default().push(row);
            if is_counted(&meaning, unit.text, units) {
                counts.things.push(row);
            }
        }
        counts
    }

    /// The row that a price goes with: of those in its unit; else, as 4 个 may be 4 项, of those in the other.
    pub fn of_price(&self, price: &Price<'_, '_>) -> Option<&'r Indicator<'s>> {
        let of = |unit| self.by_unit.get(&unit).map(Vec::as_slice).unwrap_or_default();
        let alone = |rows: &[&'r Indicator<'s>]| rows.first().filter(|_| rows.len() == 1 && is_bare(price)).copied();
        let same = of(price.of);
        let others = match self.general {
            Some(general) if general == price.of => &self.things,
            Some(general) if price.is_thing => of(general),
            _ => &[],
        };
        alone(same).or_else(|| best(price, same, usize::min)).or_else(|| best(price, others, usize::max))
    }
}

/// Whether the name of a price says nothing of what it is for but the unit: 每公里造价.
fn is_bare(price: &Price<'_, '_>) -> bool {
    telling_parts(&price.row.name.value).flat_map(|part| part.split(price.each)).all(str::is_empty)
}

/// The row whose name shares most with that of a price, at least half of one of them.
fn best<'r, 's>(
    price: &Price<'_, '_>,
    rows: &[&'r Indicator<'s>],
    of: fn(usize, usize) -> usize,
) -> Option<&'r Indicator<'s>> {
    if rows.len() > MOST_COUNTS {
        return None;
    }
    let priced = pairs(&price.row.name.value, price.each);
    let share = |row: &&'r Indicator<'s>| {
        let named = pairs(&row.name.value, number(row)?.unit?.text);
        let shared = named.iter().filter(|pair| priced.contains(pair)).count();
        let all = of(named.len(), priced.len());
        (shared > 0 && shared * 2 >= all).then(|| (shared * 100 / all, *row))
    };
    let shares: Vec<(usize, &Indicator<'_>)> = rows.iter().filter_map(share).collect();
    let (most, best) = *shares.iter().max_by_key(|(share, _)| *share)?;
    (shares.iter().filter(|(share, _)| *share == most).count() == 1).then_some(best)
}

/// The pairs of letters in what a name is about, its unit left out: 培训 of 培训人数.
fn pairs<'n>(name: &'n str, unit: &str) -> Vec<&'n str> {
    if name.len() > LONGEST {
        return Vec::new();
    }
    let parts = telling_parts(name).flat_map(|part| part.split(unit));
    let pairs = |part: &'n str| {
        let ends: Vec<usize> = part.char_indices().map(|(at, _)| at).chain([part.len()]).collect();
        ends.windows(3).filter_map(|ends| part.get(ends[0]..ends[2])).collect::<Vec<_>>()
    };
    parts.flat_map(pairs).collect()
}
