//! The sums and counts of categories and levels.

use super::{
    mismatch::{ADDED, mismatch},
    value::Value,
};
use crate::{
    diagnostic::{Code, Diagnostic, Text},
    field::{Dimension, Unit, Units},
    model::{Check, Group, Indicator, Meaning, Project, Target},
    source::Span,
    values::{Decimal, Ratio},
};

/// All sums and counts of a project, taken in one pass over its rows.
pub(super) struct Groups {
    categories: Vec<Tally>,
    levels: Vec<Tally>,
}

/// What the rows of a group come to.
#[derive(Clone)]
pub(super) struct Tally {
    count: usize,
    /// The sum of their values, with the place of the first.
    sum: Result<Option<(Value, Span)>, Obstacle>,
    /// Whether there may be more of them, which could not be read.
    is_partial: bool,
}

/// Why a value cannot be had.
#[derive(Debug, Clone)]
pub(super) enum Obstacle {
    /// It could not be read, which has been reported.
    Unread,
    /// The target at this place is no number.
    NoNumber(Span),
    /// It has too many digits.
    TooLong,
    /// Two values cannot be added.
    Mismatch(Box<[(Value, Span); 2]>),
}

impl Groups {
    /// Adds up the rows of a project.
    pub fn of(project: &Project<'_>) -> Self {
        let is_partial = project.said.more || project.said.rows;
        let empty = |count| vec![Tally { count: 0, sum: Ok(None), is_partial }; count];
        let standard = &project.standard;
        let mut groups =
            Self { categories: empty(standard.categories.list.len()), levels: empty(standard.levels.list.len()) };
        for indicator in &project.indicators {
            groups.categories[indicator.category.0].add(indicator);
            groups.levels[project.level_of(indicator).0].add(indicator);
        }
        for unread in &project.said.categories {
            groups.categories[unread.0].is_partial = true;
            groups.levels[standard.category(*unread).level.0].is_partial = true;
        }
        groups
    }

    /// The rows of a group.
    pub fn get(&self, group: Group) -> &Tally {
        match group {
            Group::Category(category) => &self.categories[category.0],
            Group::Level(level) => &self.levels[level.0],
        }
    }
}

impl Tally {
    /// How many rows there are.
    pub fn count(&self) -> Result<usize, &Obstacle> {
        if self.is_partial { Err(&Obstacle::Unread) } else { Ok(self.count) }
    }

    /// The sum of the values.
    pub fn sum(&self) -> Result<Value, &Obstacle> {
        let sum = self.sum.as_ref()?.as_ref();
        self.count()?;
        Ok(sum.map_or_else(Value::nothing, |(value, _)| value.clone()))
    }

    /// The first obstacle stays.
    fn add(&mut self, indicator: &Indicator<'_>) {
        self.count += 1;
        let Ok(sum) = &mut self.sum else { return };
        if let Err(obstacle) = add(sum, indicator) {
            self.sum = Err(obstacle);
        }
    }
}

fn add(sum: &mut Option<(Value, Span)>, indicator: &Indicator<'_>) -> Result<(), Obstacle> {
    let (number, unit) = measured(indicator)?;
    match sum {
        Some((before, _)) if before.dimension == unit.map_or_else(Dimension::default, |unit| unit.dimension) => {
            let added = unit.map_or_else(|| Some(number.into()), |unit| Ratio::from(number).times(unit.scale));
            before.base = added.and_then(|added| before.base.plus(added)).ok_or(Obstacle::TooLong)?;
        }
        Some(before) => return Err(Obstacle::Mismatch(Box::new([before.clone(), placed(indicator)?]))),
        None => *sum = Some(placed(indicator)?),
    }
    Ok(())
}

/// The value of an indicator's target, with the place of the target.
fn placed(indicator: &Indicator<'_>) -> Result<(Value, Span), Obstacle> {
    let target = indicator.target.as_ref().ok_or(Obstacle::Unread)?;
    Ok((value(indicator)?, target.span))
}

/// The value of an indicator's target.
pub(super) fn value(indicator: &Indicator<'_>) -> Result<Value, Obstacle> {
    let (number, unit) = measured(indicator)?;
    let Some(unit) = unit else { return Ok(Value::plain(number)) };
    let target = indicator.target.as_ref().filter(|target| target.per.is_none());
    let text = target.and_then(Target::unit).map(|unit| unit.printed());
    Value::new(number, unit, &text.unwrap_or_default()).ok_or(Obstacle::TooLong)
}

/// The number of an indicator's target, and what one of it is.
fn measured(indicator: &Indicator<'_>) -> Result<(Decimal, Option<Unit>), Obstacle> {
    let target = indicator.target.as_ref().ok_or(Obstacle::Unread)?;
    // A line with a mistake may lack its unit for that reason.
    if indicator.broken && target.unit().is_none() {
        return Err(Obstacle::Unread);
    }
    let Meaning::Number(quantity) = &target.meaning else { return Err(Obstacle::NoNumber(target.span)) };
    let number = quantity.number.value.value;
    let Some(unit) = quantity.unit else { return Ok((number, None)) };
    let unit = unit.meaning.ok_or(Obstacle::Unread)?;
    let Some(per) = &target.per else { return Ok((number, Some(unit))) };
    let unit = unit.per(per.meaning.ok_or(Obstacle::Unread)?).ok_or(Obstacle::TooLong)?;
    Ok((number, Some(unit)))
}

impl Obstacle {
    /// The finding for it, where a check meets it at a place; `None` where it has been reported.
    pub fn finding(&self, check: &Check<'_>, span: Span, units: &Units) -> Option<Diagnostic> {
        Some(match self {
            Self::Unread => return None,
            Self::TooLong => too_long(span),
            Self::Mismatch(sides) => {
                let [(left, left_span), (right, right_span)] = &**sides;
                mismatch(units, (left, *left_span), (right, *right_span), ADDED, 0)
            }
            Self::NoNumber(target) => Diagnostic::new(Code::CheckNotComputable, span)
                .with("name", check.title())
                .with("reason", Text { zh: "这个指标没有数值", en: "this indicator has no number" })
                .also(1, *target),
        })
    }
}

/// The finding for a result of more digits than a number may have.
pub(super) fn too_long(span: Span) -> Diagnostic {
    let reason = Text { zh: "结果超过 28 位", en: "the result has more than 28 digits" };
    Diagnostic::new(Code::ImpossibleArithmetic, span).with("reason", reason).label(1).help(1)
}
