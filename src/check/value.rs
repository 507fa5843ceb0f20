//! Values with dimensions, as formulas compute them.

use crate::{
    field::{Dimension, Field, Unit},
    model::Amount,
    values::{Decimal, Ratio},
};

/// A value in base units, with the unit that it is shown in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Value {
    /// How many base units.
    pub base: Ratio,
    /// What it is made of.
    pub dimension: Dimension,
    /// The unit that it is shown in and its text; the base unit where there is none.
    pub unit: Option<(Unit, String)>,
    /// Whether it is the sum of nothing, which is zero of whatever stands beside it.
    pub open: bool,
}

impl Value {
    /// A number without a unit.
    pub fn plain(number: Decimal) -> Self {
        Self { base: number.into(), dimension: Dimension::default(), unit: None, open: false }
    }

    /// The sum of nothing.
    pub fn nothing() -> Self {
        Self { open: true, ..Self::plain(Decimal::ZERO) }
    }

    /// A number with a unit; `None` where it has too many digits.
    pub fn new(number: Decimal, unit: Unit, text: &str) -> Option<Self> {
        let base = Ratio::from(number).times(unit.scale)?;
        let shown = (!text.is_empty()).then(|| (unit, text.to_owned()));
        Some(Self { base, dimension: unit.dimension, unit: shown, open: false })
    }

    /// An amount of money; `None` where it has too many digits.
    pub fn of_amount(amount: &Amount<'_>) -> Option<Self> {
        Self::new(amount.number.value, amount.meaning, amount.unit)
    }

    /// Another value of the same kind.
    #[must_use]
    pub fn with_base(self, base: Ratio) -> Self {
        Self { base, ..self }
    }

    /// The value where it is added to or compared with another.
    #[must_use]
    pub fn beside(self, other: &Self) -> Self {
        if self.open { other.clone().with_base(Ratio::ZERO) } else { self }
    }

    /// The value as messages show it: `97 万元`. Shown in the unit of `like`, where that measures the same.
    pub fn shown_like(&self, like: &Self, field: &Field) -> String {
        match &like.unit {
            Some(unit) if like.dimension == self.dimension => {
                Self { unit: Some(unit.clone()), ..self.clone() }.shown(field)
            }
            _ => self.shown(field),
        }
    }

    /// The value as messages show it, in its own unit; in base units where it has too many digits in that.
    pub fn shown(&self, field: &Field) -> String {
        let own = self.unit.as_ref().filter(|(unit, _)| unit.dimension == self.dimension);
        match own.and_then(|(unit, text)| Some((self.base.over(unit.scale)?, text))) {
            Some((number, text)) => {
                let blank = if text.starts_with(['%', '‰', '％']) { "" } else { " " };
                format!("{number}{blank}{text}")
            }
            None => format!("{} {}", self.base, field.units.base_unit(self.dimension)).trim_end().to_owned(),
        }
    }
}
