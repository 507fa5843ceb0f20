//! Targets as they are compared: their meaning apart from the file that they were written in.

use std::{cmp::Ordering, sync::Arc};

use super::{
    change::{By, plain},
    snapshot::{Place, Said},
};
use crate::{
    field::Direction,
    values::{self, Date, Decimal, Ratio},
    words::Comparison,
};

/// A target.
#[derive(Debug, Clone)]
pub struct Aim {
    /// The text of the cell.
    pub text: String,
    /// Whether that is what `show` says instead of what is meant.
    pub is_shown: bool,
    /// What the cell would say without `show`, and what the unit cost is for; `None` where that is the same.
    pub meant: Option<String>,
    /// The kind, as JSON names it.
    pub kind: &'static str,
    /// What it means.
    pub sense: Sense,
    /// Where it stands.
    pub place: Place,
}

/// What a target means.
#[derive(Debug, Clone)]
pub enum Sense {
    /// A number.
    Number(Bound),
    /// A range, with its ends.
    Range(Measured, Measured),
    /// A date.
    Date(Date, values::Bound),
    /// A period, with its first and its last date.
    Period(Date, Date),
    /// Words.
    Words(String),
    /// Yes or no.
    Truth(bool),
    /// A threshold for each grade, by its id.
    Graded(Vec<(String, Bound)>),
    /// A threshold for each number of points.
    Steps(Vec<(Decimal, Bound)>),
    /// Still open.
    Open,
}

/// A number with its sign.
#[derive(Debug, Clone)]
pub struct Bound {
    /// The sign that is printed, if one is.
    pub sign: Option<Comparison>,
    /// The number.
    pub value: Measured,
    /// Which way is better where no sign tells.
    pub usual: Direction,
    /// The same, if the category says so for certain.
    pub certain: Option<Direction>,
}

/// A number and what it measures.
#[derive(Debug, Clone)]
pub struct Measured {
    /// As written.
    pub number: Decimal,
    /// The unit, as printed; empty where there is none.
    pub unit: String,
    /// How many of the base unit the unit is.
    pub scale: Ratio,
    /// What is measured: the base unit spelt out; `None` where no unit is given.
    pub dimension: Option<Arc<str>>,
}

impl Aim {
    /// The text of the cell; where the other's is the same, what is meant by it.
    pub fn said(&self, other: Option<&Self>) -> Said {
        let is_same = other.is_some_and(|other| other.text == self.text);
        let text = self.meant.as_ref().filter(|_| is_same).unwrap_or(&self.text);
        Said { text: plain(text.as_str()), place: self.place.clone() }
    }
}

impl Bound {
    /// Which way is better: as the sign says, else as the category says for certain.
    pub fn direction(&self) -> Option<Direction> {
        match self.sign {
            Some(Comparison::AtLeast | Comparison::Above) => Some(Direction::More),
            Some(Comparison::AtMost | Comparison::Below) => Some(Direction::Less),
            Some(Comparison::Equal) | None => self.certain,
        }
    }

    /// Whether the number itself is not enough.
    pub fn is_strict(&self) -> bool {
        matches!(self.sign, Some(Comparison::Above | Comparison::Below))
    }
}

impl Measured {
    /// How it stands to another number; `None` where they measure different things, or have too many digits.
    pub fn order(&self, other: &Self) -> Option<Ordering> {
        if self.dimension != other.dimension {
            return None;
        }
        if self.scale == other.scale {
            return Some(self.number.cmp(&other.number));
        }
        Some(self.base()?.cmp(&other.base()?))
    }

    fn base(&self) -> Option<Ratio> {
        Ratio::from(self.number).times(self.scale)
    }

    /// By how much it is more than what it was; `None` where it is not, or where that has too many digits.
    pub fn by(&self, old: &Self) -> Option<By> {
        let new = Ratio::from(self.number);
        let was = Ratio::from(old.number).times(old.scale).and_then(|base| base.over(self.scale));
        let was = if self.scale == old.scale { Some(old.number.into()) } else { was };
        let difference = new.minus(was?).filter(|difference| !difference.is_zero())?;
        let percent = difference.over(was?.abs()).and_then(|share| share.times(Ratio::ONE_HUNDRED));
        Some(By::Amount {
            number: difference.decimal().map(|number| number.normalize()),
            unit: self.unit.clone(),
            percent: percent.and_then(|percent| percent.rounded(2)).map(|percent| percent.normalize()),
        })
    }
}
