//! Units of measure and the arithmetic of what they measure.

use foldhash::HashMap;

use crate::{
    diagnostic::{Findings, Value},
    source::Span,
    values::{Decimal, Ratio},
    words::folded,
};

/// How many different things a product of units may count: 元/人·月 counts three.
const MAX_FACTORS: usize = 4;

/// The units in which people count money, the base unit first; each of the others is ten thousand of the one before.
pub const MONEY: [&str; 3] = ["元", "万元", "亿元"];

/// What stands between the parts of a compound unit.
const JOINTS: [char; 6] = ['/', '·', '•', '*', '.', '、'];

/// The number of a named thing that units measure: money, time, 家 …
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Measure(u16);

/// What a quantity is made of: powers of measures. 元/人·月 is money¹ · 人⁻¹ · calendar⁻¹; a ratio is empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Dimension {
    /// Sorted by measure; filled up with powers of zero, which stand at the end.
    factors: [(Measure, i8); MAX_FACTORS],
}

/// A unit as it is looked up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unit {
    /// How many of the base unit it is: 万元 is 10000 元.
    pub scale: Ratio,
    /// What it is made of.
    pub dimension: Dimension,
    /// What it measures by name, for a compound what its first part measures.
    pub measure: Measure,
}

/// Something that units measure.
#[derive(Debug, Clone)]
struct MeasureInfo {
    id: String,
    zh: String,
    en: String,
    /// Whether it is a state, which does not add up over time.
    is_steady: bool,
    /// The unit of scale 1, once there is one.
    base: Option<String>,
    /// Where it is declared; a counted thing is by its unit.
    declared_at: Option<Span>,
}

/// All units known in one place.
#[derive(Debug, Clone, Default)]
pub struct Units {
    units: HashMap<String, (Unit, Span)>,
    measures: Vec<MeasureInfo>,
    by_id: HashMap<String, Measure>,
    /// What is made of other measures and has a name of its own: an area is a length times a length.
    derived: Vec<(Dimension, Measure)>,
    multipliers: HashMap<String, (Decimal, Span)>,
    /// The length of the longest of them, in bytes.
    longest_multiplier: usize,
}

impl Dimension {
    fn power(measure: Measure, exponent: i8) -> Self {
        let mut dimension = Self::default();
        dimension.factors[0] = (measure, exponent);
        dimension
    }

    /// The measures with their powers.
    fn factors(self) -> impl Iterator<Item = (Measure, i8)> {
        self.factors.into_iter().filter(|&(_, exponent)| exponent != 0)
    }

    /// Whether it is a number without anything counted or measured, such as a ratio.
    pub fn is_pure(self) -> bool {
        self.factors().next().is_none()
    }

    /// Whether it is one thing counted or measured, not a product of several.
    pub fn is_simple(self) -> bool {
        let mut factors = self.factors();
        matches!((factors.next(), factors.next()), (Some((_, 1)), None))
    }

    /// Whether it is one thing, or an area or a volume: what a price can be for, and a name can count.
    pub fn is_amount(self) -> bool {
        let mut factors = self.factors();
        matches!((factors.next(), factors.next()), (Some((_, 1..)), None))
    }

    /// The product with another dimension raised to a power; `None` where it counts too many things.
    fn times_power(self, other: Self, power: i8) -> Option<Self> {
        let mut list: Vec<(Measure, i8)> = self.factors().collect();
        for (measure, exponent) in other.factors() {
            let change = exponent.checked_mul(power)?;
            match list.iter_mut().find(|(known, _)| *known == measure) {
                Some((_, sum)) => *sum = sum.checked_add(change)?,
                None => list.push((measure, change)),
            }
        }
        list.retain(|&(_, exponent)| exponent != 0);
        list.sort_unstable();
        let mut product = Self::default();
        for (at, factor) in list.into_iter().enumerate() {
            *product.factors.get_mut(at)? = factor;
        }
        Some(product)
    }

    /// The dimension of a product; `None` where it counts too many things.
    pub fn times(self, other: Self) -> Option<Self> {
        self.times_power(other, 1)
    }

    /// The dimension of a quotient; `None` where it counts too many things.
    pub fn per(self, other: Self) -> Option<Self> {
        self.times_power(other, -1)
    }
}

impl Unit {
    /// The unit of a product.
    pub fn times(self, other: Self) -> Option<Self> {
        let scale = self.scale.times(other.scale)?;
        Some(Self { scale, dimension: self.dimension.times(other.dimension)?, measure: self.measure })
    }

    /// The unit of a quotient.
    pub fn per(self, other: Self) -> Option<Self> {
        let scale = self.scale.over(other.scale)?;
        Some(Self { scale, dimension: self.dimension.per(other.dimension)?, measure: self.measure })
    }
}

impl Units {
    /// The unit with this spelling: a known one, one with a multiplier (万人次), or a compound (元/人·月).
    pub fn find(&self, word: &str) -> Option<Unit> {
        if let Some((unit, _)) = self.units.get(word) {
            return Some(*unit);
        }
        let word = folded(word);
        self.simple(&word).or_else(|| self.compound(&word))
    }

    /// All spellings with their units, in the order in which they are declared; compounds and multiples are not among
    /// them.
    pub fn spellings(&self) -> Vec<(&str, Unit)> {
        let mut list: Vec<(Span, &str, Unit)> =
            self.units.iter().map(|(word, (unit, at))| (*at, word.as_str(), *unit)).collect();
        list.sort_unstable_by_key(|(at, word, _)| (at.file.0 != u32::MAX, *at, *word));
        list.into_iter().map(|(_, word, unit)| (word, unit)).collect()
    }

    /// Where a spelling is declared.
    pub fn declared_at(&self, word: &str) -> Option<Span> {
        self.units.get(&*folded(word)).map(|(_, at)| *at)
    }

    /// The ids of all measures, in the order in which they are declared; counted things are not among them.
    pub fn measure_ids(&self) -> impl Iterator<Item = &str> {
        self.measures.iter().filter(|info| info.declared_at.is_some()).map(|info| info.id.as_str())
    }

    fn simple(&self, word: &str) -> Option<Unit> {
        if let Some((unit, _)) = self.units.get(word) {
            return Some(*unit);
        }
        self.multiplied(word).find_map(|(factor, rest)| {
            let (unit, _) = self.units.get(rest)?;
            Some(Unit { scale: Ratio::from(factor).times(unit.scale)?, ..*unit })
        })
    }

    /// The multipliers that a word begins with, the longest first, each with what stands behind it.
    fn multiplied<'w>(&self, word: &'w str) -> impl Iterator<Item = (Decimal, &'w str)> {
        let ends = (1..=self.longest_multiplier.min(word.len())).rev().filter(|end| word.is_char_boundary(*end));
        ends.filter_map(|end| {
            let (factor, _) = self.multipliers.get(&word[..end])?;
            Some((*factor, &word[end..]))
        })
    }

    /// The units that a word of units names which is not known itself: 件 and 万件 in 万件/人.
    pub fn parts<'w>(&self, word: &'w str) -> impl Iterator<Item = &'w str> {
        let parts = word.split(JOINTS).filter(|part| !part.is_empty());
        parts.flat_map(|part| std::iter::once(part).chain(self.multiplied(part).map(|(_, rest)| rest)))
    }

    /// What stands behind the first `/` divides, however it is joined: 元/人·月 and 元/月/人 are the same.
    fn compound(&self, word: &str) -> Option<Unit> {
        let (numerator, denominator) = match word.split_once('/') {
            Some((above, below)) => (above, Some(below)),
            None if word.contains(JOINTS) => (word, None),
            None => return None,
        };
        let mut parts = numerator.split(JOINTS);
        let first = self.simple(parts.next()?)?;
        let product = parts.try_fold(first, |unit, part| unit.times(self.simple(part)?))?;
        match denominator {
            Some(below) => below.split(JOINTS).try_fold(product, |unit, part| unit.per(self.simple(part)?)),
            None => Some(product),
        }
    }

    /// The known spelling that a misspelt unit most likely stands for.
    pub fn suggestion(&self, word: &str, findings: &Findings) -> Option<&str> {
        // In a word of one or two characters half of it would differ: 座位 is no 单位, 家家 no 家庭.
        if word.chars().count() < 3 {
            return None;
        }
        findings.closest(word, self.units.keys().map(String::as_str))
    }

    /// The longest beginning of a word that is a unit, and not the whole word.
    pub fn prefix<'w>(&self, word: &'w str) -> Option<&'w str> {
        // No unit is longer.
        let ends = word.char_indices().map(|(at, _)| at).skip(1).take(12);
        // million is no m with something behind it.
        let letters = |at: usize| word.as_bytes()[at - 1..=at].iter().all(u8::is_ascii_alphabetic);
        ends.filter(|at| !letters(*at)).map(|end| &word[..end]).filter(|start| self.find(start).is_some()).last()
    }

    /// Whether a word is a multiplier, which needs a unit behind it: 万.
    pub fn is_multiplier(&self, word: &str) -> bool {
        self.multipliers.contains_key(word)
    }

    /// The measure with this id.
    pub fn measure(&self, id: &str) -> Option<Measure> {
        self.by_id.get(id).copied()
    }

    /// The id of a measure: `money`, `ratio`, `家`.
    pub fn measure_id(&self, measure: Measure) -> &str {
        &self.measures[usize::from(measure.0)].id
    }

    /// Whether a measure is a span of time: days and hours, or months and years.
    pub fn is_time(&self, measure: Measure) -> bool {
        matches!(self.measure_id(measure), "time" | "calendar")
    }

    /// Whether a measure is money.
    pub fn is_money(&self, measure: Measure) -> bool {
        self.measure_id(measure) == "money"
    }

    /// Whether amounts in a unit add up over time: what is counted and paid does. A rate does not, a temperature does not,
    /// and nothing does that is told for each of another thing, such as a price.
    pub fn adds_up(&self, unit: Unit) -> bool {
        let is_steady = self.measures[usize::from(unit.measure.0)].is_steady;
        !is_steady && unit.dimension.factors().all(|(_, exponent)| exponent > 0)
    }

    /// How messages name a measure.
    pub fn measure_name(&self, measure: Measure) -> Value {
        let info = &self.measures[usize::from(measure.0)];
        Value::Localized { zh: info.zh.clone().into(), en: info.en.clone().into() }
    }

    /// How messages name a dimension: by its measure, or by the base units that it is made of.
    pub fn dimension_name(&self, dimension: Dimension) -> Value {
        let factors: Vec<_> = dimension.factors().collect();
        match factors[..] {
            [] => Value::Localized { zh: "纯数".into(), en: "a plain number".into() },
            [(measure, 1)] => self.measure_name(measure),
            _ if self.derived(dimension).is_some() => self.measure_name(self.derived(dimension).unwrap_or_default()),
            _ => {
                let unit = self.base_unit(dimension);
                Value::Localized {
                    zh: format!("以 {unit} 计的量").into(), en: format!("a quantity in {unit}").into()
                }
            }
        }
    }

    /// The base unit of a dimension, spelt out: `元/人·月`; empty for a plain number.
    pub fn base_unit(&self, dimension: Dimension) -> String {
        let part = |sign: i8| {
            let factors = dimension.factors().filter(|(_, exponent)| exponent.signum() == sign);
            let names = factors.flat_map(|(measure, exponent)| self.base_names(measure, exponent.unsigned_abs()));
            names.collect::<Vec<_>>().join("·")
        };
        let (above, below) = (part(1), part(-1));
        if below.is_empty() { above } else { format!("{above}/{below}") }
    }

    /// The base unit of a power: 平方米, or 秒·秒 where the power has no name of its own.
    fn base_names(&self, measure: Measure, exponent: u8) -> impl Iterator<Item = &str> {
        let whole = i8::try_from(exponent).ok().and_then(|power| self.derived(Dimension::power(measure, power)));
        let count = if whole.is_some() { 1 } else { usize::from(exponent) };
        std::iter::repeat_n(self.base_name(whole.unwrap_or(measure)), count)
    }

    /// The measure of its own that a dimension made of others is.
    fn derived(&self, dimension: Dimension) -> Option<Measure> {
        self.derived.iter().find(|(known, _)| *known == dimension).map(|&(_, measure)| measure)
    }

    fn base_name(&self, measure: Measure) -> &str {
        let info = &self.measures[usize::from(measure.0)];
        info.base.as_deref().unwrap_or(&info.id)
    }

    /// Declares something to be measured; where it was declared before, that holds, and the answer is its place.
    pub(super) fn add_measure(&mut self, id: &str, zh: String, en: String, at: Span) -> Option<Span> {
        let known = self.by_id.get(id).map(|measure| &self.measures[usize::from(measure.0)]);
        // A counted thing is declared by its unit.
        let of_unit = || self.units.get(&*folded(id)).map(|&(_, at)| at);
        let before = known.and_then(|info| info.declared_at.or_else(of_unit));
        if before.is_none() {
            self.declare_measure(id, zh, en, Some(at));
        }
        before
    }

    fn declare_measure(&mut self, id: &str, zh: String, en: String, declared_at: Option<Span>) -> Measure {
        let measure = Measure(u16::try_from(self.measures.len()).unwrap_or(u16::MAX));
        let info = MeasureInfo { id: id.to_owned(), zh, en, is_steady: false, base: None, declared_at };
        self.measures.push(info);
        self.by_id.insert(id.to_owned(), measure);
        measure
    }

    /// Says that the measure with this id is a state, which does not add up over time.
    pub(super) fn set_steady(&mut self, id: &str) {
        if let Some(measure) = self.by_id.get(id) {
            self.measures[usize::from(measure.0)].is_steady = true;
        }
    }

    /// A measure of its own for a counted thing.
    fn counted(&mut self, name: &str) -> Measure {
        match self.by_id.get(name) {
            Some(&measure) => measure,
            None => self.declare_measure(name, format!("以“{name}”计的数量"), format!("a count of {name}"), None),
        }
    }

    /// A new base unit of a measure, or, without one, of a measure of its own.
    pub(super) fn base(&mut self, name: &str, measure: Option<Measure>) -> Unit {
        let measure = measure.unwrap_or_else(|| self.counted(name));
        let info = &mut self.measures[usize::from(measure.0)];
        let is_first = info.base.is_none();
        if is_first {
            info.base = Some(name.to_owned());
            return Unit { scale: Ratio::ONE, dimension: Dimension::power(measure, 1), measure };
        }
        // A second base unit of the same measure (美元 beside 元) cannot be converted: it counts on its own.
        let (zh, en) = (format!("以“{name}”计的{}", info.zh), format!("{} in {name}", info.en));
        let is_steady = info.is_steady;
        let own = self.by_id.get(name).copied().unwrap_or_else(|| self.declare_measure(name, zh, en, None));
        self.measures[usize::from(own.0)].is_steady = is_steady;
        Unit { scale: Ratio::ONE, dimension: Dimension::power(own, 1), measure }
    }

    /// Makes a unit that is one of others the base unit of its measure, if that has none: 平方米 of areas.
    pub(super) fn derive(&mut self, name: &str, unit: Unit) {
        let info = &mut self.measures[usize::from(unit.measure.0)];
        if info.base.is_none() && unit.scale == Ratio::ONE {
            info.base = Some(name.to_owned());
            self.derived.push((unit.dimension, unit.measure));
        }
    }

    /// A pure number as a unit: `% = 0.01`.
    pub(super) fn pure(&mut self, scale: Ratio, measure: Option<Measure>) -> Unit {
        let measure = measure.unwrap_or_else(|| self.counted("ratio"));
        Unit { scale, dimension: Dimension::default(), measure }
    }

    /// Gives a unit a spelling; where the spelling was declared before, that holds, and the answer is its place.
    pub(super) fn name(&mut self, spelling: &str, unit: Unit, at: Span) -> Option<Span> {
        let spelling = folded(spelling);
        if let Some(&(_, before)) = self.units.get(&*spelling) {
            return Some(before);
        }
        self.units.insert(spelling.into_owned(), (unit, at));
        None
    }

    /// Adds a multiplier; where it was declared before, that holds, and the answer is its place.
    pub(super) fn add_multiplier(&mut self, spelling: &str, factor: Decimal, at: Span) -> Option<Span> {
        if let Some(&(_, before)) = self.multipliers.get(spelling) {
            return Some(before);
        }
        self.longest_multiplier = self.longest_multiplier.max(spelling.len());
        self.multipliers.insert(spelling.to_owned(), (factor, at));
        None
    }
}

#[cfg(test)]
mod tests {
    use super::{Ratio, Unit};
    use crate::{diagnostic::Findings, field::Field};

    #[test]
    fn units_convert_and_combine() {
        let units = &Field::embedded().units;
        let find = |word: &str| units.find(word).unwrap_or_else(|| panic!("{word}"));
        assert_eq!(find("万元").scale.to_string(), "10000");
        assert_eq!(find("亿元").dimension, find("元").dimension);
        assert_eq!(find("万人次").dimension, find("人次").dimension);
        assert_ne!(find("人").dimension, find("人次").dimension);
        assert_eq!(find("万立方米").scale, find("万元").scale);
        assert_eq!(find("％"), find("%"));
        assert_eq!(find("㎡"), find("平方米"));
        assert_eq!(find("元/人·月"), find("元/月/人"));
        assert_eq!(find("元/人*月"), find("元/人·月"));
        assert_eq!(units.base_unit(find("万元/人·月").dimension), "元/月·人");
        assert_eq!(find("万元/家").times(find("家")).unwrap(), find("万元"));
        assert_ne!(find("美元").dimension, find("元").dimension);
        assert_eq!(find("美元").measure, find("元").measure);
        assert_eq!(units.find("座位"), None);
        assert_eq!(find("米·米"), Unit { measure: find("米").measure, ..find("平方米") });
        assert_eq!(find("立方米").per(find("㎡")).unwrap().dimension, find("米").dimension);
        assert_eq!(find("亩").scale.to_string(), "≈666.666667");
        assert_eq!(find("亩").scale.times(find("天").scale), find("亩·天").scale.times(Ratio::ONE));
        assert_eq!(units.base_unit(find("元/亩").dimension), "元/平方米");
        assert_eq!(units.base_unit(find("秒·秒").dimension), "秒·秒");
        assert_eq!(units.find("元/"), None);
        assert_eq!(units.find("/株"), None);
        assert_eq!(units.suggestion("平方来", &Findings::default()), Some("平方米"));
        assert_eq!(units.prefix("家企业"), Some("家"));
        assert_eq!(units.prefix("人次左右"), Some("人次"));
        assert_eq!(units.prefix("企业"), None);
        assert_eq!(units.suggestion("座位", &Findings::default()), None);
    }
}
