//! What kind of result a target asks for.

use super::target::{Meaning, Target, UnitUse};

/// What kind of result a target asks for, so that it can be scored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Wanted {
    /// A number, in the unit of the target.
    Number,
    /// The day when it was done.
    Day,
    /// How far it was achieved, in percent: the target is in words.
    Share,
    /// Yes or no.
    YesNo,
    /// Whatever is said: the target is still open.
    Any,
}

impl<'s> Target<'s> {
    /// What kind of result it asks for.
    pub fn wanted(&self) -> Wanted {
        match self.meaning {
            Meaning::Number(_) | Meaning::Range(_) | Meaning::Graded(_) | Meaning::Steps(_) => Wanted::Number,
            Meaning::Date { .. } | Meaning::Period { .. } => Wanted::Day,
            Meaning::Text(_) => Wanted::Share,
            Meaning::Boolean(_) => Wanted::YesNo,
            Meaning::Open => Wanted::Any,
        }
    }

    /// The unit that a number achieved of it has: its own, or that of its first threshold.
    pub fn wanted_unit(&self) -> Option<UnitUse<'s>> {
        self.numbers().find_map(|(_, unit)| unit.copied())
    }
}
