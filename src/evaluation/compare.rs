//! What was aimed at and what was achieved, in the same unit.

use super::missing::Missing;
use crate::{
    field::{Dimension, Unit},
    model::{Quantity, Target, UnitUse},
    values::{Decimal, Ratio},
};

/// A number and what it measures.
#[derive(Debug, Clone, Copy)]
struct Measured {
    base: Ratio,
    dimension: Dimension,
    scale: Ratio,
    is_bare: bool,
}

/// Numbers that are compared, in base units.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Pair {
    /// What was aimed at.
    pub target: Ratio,
    /// What was achieved.
    pub actual: Ratio,
    /// The achieved number as a formula shows it: in the target's unit.
    pub shown: String,
    /// How the target's unit is written, and how many base units it is.
    pub unit: (String, Ratio),
    /// How many decimals the two numbers have at the most.
    pub decimals: u32,
}

/// A number with the unit that it has, for what: 1 万元 per 家.
fn measured(number: Decimal, unit: Option<&UnitUse<'_>>, per: Option<&UnitUse<'_>>) -> Result<Measured, Missing> {
    let meaning = |unit: &UnitUse<'_>| unit.meaning.ok_or(Missing::Unread);
    let unit = match (unit.map(meaning).transpose()?, per.map(meaning).transpose()?) {
        (Some(unit), Some(per)) => Some(unit.per(per).ok_or(Missing::TooLong)?),
        (unit, _) => unit,
    };
    let scale = unit.map_or(Ratio::ONE, |unit| unit.scale);
    let base = Ratio::from(number).times(scale).ok_or(Missing::TooLong)?;
    let dimension = unit.map_or_else(Dimension::default, |unit| unit.dimension);
    Ok(Measured { base, dimension, scale, is_bare: unit.is_none() })
}

/// Brings a number that was achieved beside one of a target: the same unit, or one that converts.
///
/// # Errors
/// Why they cannot be compared.
pub(crate) fn pair(
    (number, unit): (Decimal, Option<&UnitUse<'_>>),
    target: &Target<'_>,
    actual: &Quantity<'_>,
    whole: &Target<'_>,
) -> Result<Pair, Missing> {
    let aim = measured(number, unit, target.per.as_deref())?;
    // What a price is for is seldom said again.
    let per = whole.per.as_deref().or(target.per.as_deref().filter(|_| actual.unit.is_some()));
    let own = measured(actual.number.value.value, actual.unit.as_ref(), per)?;
    if own.is_bare && !aim.is_bare {
        let unit = unit.map(|unit| unit.printed().into_owned()).unwrap_or_default();
        return Err(Missing::NoUnit { unit });
    }
    if aim.dimension != own.dimension {
        let text = |unit: Option<&UnitUse<'_>>| unit.map(|unit| unit.printed().into_owned()).unwrap_or_default();
        return Err(Missing::OtherUnit { target: text(unit), actual: text(actual.unit.as_ref()) });
    }
    let written = unit.map(|unit| unit.printed().into_owned()).unwrap_or_default();
    let decimals = number.scale().max(actual.number.value.value.scale());
    let shown = shown(&own, unit, target, actual);
    Ok(Pair { target: aim.base, actual: own.base, shown, unit: (written, aim.scale), decimals })
}

/// As written where the units are the same, else converted.
fn shown(own: &Measured, unit: Option<&UnitUse<'_>>, target: &Target<'_>, actual: &Quantity<'_>) -> String {
    let Some(aim) = unit.filter(|unit| actual.unit.is_some_and(|own| own.meaning != unit.meaning)) else {
        let text = actual.unit.map(|unit| unit.printed().into_owned()).unwrap_or_default();
        return format!("{}{text}", actual.number.value.text);
    };
    let whole: Option<Unit> = match (aim.meaning, target.per.as_deref().and_then(|per| per.meaning)) {
        (Some(unit), Some(per)) => unit.per(per),
        (unit, _) => unit,
    };
    match whole.and_then(|unit| own.base.over(unit.scale)) {
        Some(number) => format!("{number}{}", aim.printed()),
        None => own.base.to_string(),
    }
}
