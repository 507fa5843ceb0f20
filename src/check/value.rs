//! Values with dimensions, as formulas compute them.

use crate::{
    field::{Dimension, Field, Unit},
    model::Amount,
    values::Decimal,
};

/// A value in base units, with the unit that it is shown in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Value {
    /// How many base units.
    pub base: Decimal,
    /// What it is made of.
    pub dimension: Dimension,
    /// The unit that it is shown in and its text; the base unit where there is none.
    pub unit: Option<(Unit, String)>,
}

impl Value {
    /// A number without a unit.
    pub fn plain(number: Decimal) -> Self {
        Self { base: number, dimension: Dimension::default(), unit: None }
    }

    /// A number with a unit; `None` where it is too large.
    pub fn new(number: Decimal, unit: Unit, text: &str) -> Option<Self> {
        let base = number.checked_mul(unit.scale)?;
        let shown = (!text.is_empty()).then(|| (unit, text.to_owned()));
        Some(Self { base, dimension: unit.dimension, unit: shown })
    }

    /// An amount of money; zero where it is too large to compute with.
    pub fn of_amount(amount: &Amount<'_>) -> Self {
        let base = amount.base().unwrap_or_default();
        Self { base, dimension: amount.meaning.dimension, unit: Some((amount.meaning, amount.unit.to_owned())) }
    }

    /// Another value of the same kind.
    #[must_use]
    pub fn with_base(self, base: Decimal) -> Self {
        Self { base, ..self }
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

    /// The value as messages show it, in its own unit.
    pub fn shown(&self, field: &Field) -> String {
        match &self.unit {
            Some((unit, text)) if unit.dimension == self.dimension => {
                let number = self.base.checked_div(unit.scale).unwrap_or(self.base).normalize();
                let blank = if text.starts_with(['%', '‰', '％']) { "" } else { " " };
                format!("{number}{blank}{text}")
            }
            _ => format!("{} {}", self.base.normalize(), field.units.base_unit(self.dimension)).trim_end().to_owned(),
        }
    }
}
