//! Formulas of `check` statements, in postfix order, so that neither reading nor computing needs the stack.

use std::borrow::Cow;

use crate::{
    arguments::Located,
    field::{CategoryId, LevelId, Names, Unit},
    source::Span,
    values::Decimal,
    words::Comparison,
};

/// A condition that a project states.
#[derive(Debug, Clone)]
pub struct Check<'s> {
    /// What it says in words, if that is written.
    pub name: Option<Cow<'s, str>>,
    /// The condition, in one spelling for each language.
    pub text: Names,
    /// Its left side; `None` where it could not be read, which has been reported.
    pub left: Option<Formula<'s>>,
    /// How the sides must stand to each other.
    pub comparison: Option<Located<Comparison>>,
    /// Its right side.
    pub right: Option<Formula<'s>>,
    /// Where the condition stands.
    pub span: Span,
}

/// A formula in postfix order.
#[derive(Debug, Clone, Default)]
pub struct Formula<'s> {
    /// What to do, step by step.
    pub steps: Vec<(Step<'s>, Span)>,
}

/// One step of a formula.
#[derive(Debug, Clone)]
pub enum Step<'s> {
    /// A number, perhaps with a unit.
    Number(Decimal, Option<(Unit, &'s str)>),
    /// A number whose unit is not known, which has been reported.
    Unknown,
    /// The target of the indicator of this number.
    Indicator(usize),
    /// The budget.
    Budget,
    /// The part of the budget from this fund.
    Fund(usize),
    /// The sum of the targets of a group of indicators.
    Sum(Group),
    /// How many indicators a group has.
    Count(Group),
    /// Takes two values, or one, and gives one.
    Apply(Operation),
}

/// A group of indicators.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// Those of a category.
    Category(CategoryId),
    /// Those of all categories of a level.
    Level(LevelId),
}

/// Arithmetic.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operation {
    /// `+`
    Add,
    /// `-`
    Subtract,
    /// `*`
    Multiply,
    /// `/`
    Divide,
    /// `-` before a value.
    Negate,
}

impl Operation {
    /// What binds closer is done first.
    pub(super) fn strength(self) -> u8 {
        match self {
            Self::Add | Self::Subtract => 1,
            Self::Multiply | Self::Divide => 2,
            Self::Negate => 3,
        }
    }
}
