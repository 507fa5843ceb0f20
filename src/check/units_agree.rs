//! P303: the thresholds of a target, or the targets of an indicator, measure different things.

use super::{
    Role, Row,
    mismatch::{COMPARED, are_times, mismatch},
    unit_fits::agree,
    value::Value,
};
use crate::{
    diagnostic::{Findings, Severity},
    field::{Dimension, Unit},
    model::{Quantity, Target, UnitUse},
};

/// The help line that asks for units of one kind.
const OF_ONE_KIND: usize = 3;

/// Each threshold measures what the first one does.
pub fn thresholds_agree(row: &Row<'_, '_>, findings: &mut Findings) {
    let mut bounds = row.target.thresholds();
    let Some(first) = bounds.next() else { return };
    if let Some(other) = bounds.find(|other| !agree(first, other))
        && let Some((left, right)) = value(other).zip(value(first))
    {
        let units = &row.field.units;
        findings.report(mismatch(units, (&left, other.span()), (&right, first.span()), COMPARED, OF_ONE_KIND));
    }
}

/// The baseline, the total and the value to strive for measure what the target does. What lacks a unit is told of that,
/// and so is what has one that does not fit the category.
pub fn targets_agree(row: &Row<'_, '_>, findings: &mut Findings) {
    let (false, Some(target)) = (row.role == Role::Target, &row.indicator.target) else { return };
    let (Some(one), Some(other)) = (unit(row.target), unit(target)) else { return };
    let category = row.category();
    if !category.takes(&one.0) || !category.takes(&other.0) || measures_same(row.target, target) {
        return;
    }
    let (Some(mine), Some(its)) = (whole(row.target), whole(target)) else { return };
    let [mine, its] = [(mine, row.target), (its, target)].map(|(unit, target)| measured(unit, target));
    let units = &row.field.units;
    let finding = mismatch(units, (&mine, row.target.span), (&its, target.span), COMPARED, OF_ONE_KIND);
    // 70 days last year and two months this year are both true; a reader only cannot tell which is less.
    findings.report(if are_times(units, &mine, &its) { finding.severity(Severity::Warning) } else { finding });
}

/// A unit price may be told without saying once more what it is for.
fn measures_same(one: &Target<'_>, other: &Target<'_>) -> bool {
    let bare = |target| unit(target).map(|(unit, _)| unit.dimension);
    let is_same_price = whole(one).map(|unit| unit.dimension) == whole(other).map(|unit| unit.dimension);
    is_same_price || ((one.per.is_none() || other.per.is_none()) && bare(one) == bare(other))
}

fn unit<'t>(target: &'t Target<'_>) -> Option<(Unit, UnitUse<'t>)> {
    let unit = target.unit()?;
    Some((unit.meaning?, unit))
}

/// The unit with what it is for.
fn whole(target: &Target<'_>) -> Option<Unit> {
    let (unit, _) = unit(target)?;
    match &target.per {
        None => Some(unit),
        Some(per) => unit.per(per.meaning?),
    }
}

/// What a target measures, with the unit that is written.
fn measured(whole: Unit, target: &Target<'_>) -> Value {
    let text = unit(target).filter(|_| target.per.is_none()).map(|(unit, written)| (unit, written.text.to_owned()));
    Value { base: whole.scale, dimension: whole.dimension, unit: text, open: false }
}

fn value(quantity: &Quantity<'_>) -> Option<Value> {
    let number = quantity.number.value.value;
    match quantity.unit {
        None => Some(Value { dimension: Dimension::default(), ..Value::plain(number) }),
        Some(unit) => Value::new(number, unit.meaning?, unit.text),
    }
}
