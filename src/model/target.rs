//! Targets: what an indicator is to reach.

use std::borrow::Cow;

use crate::{
    arguments::Located,
    field::{Standard, Unit, Units},
    source::Span,
    values::{Bound, Date, Number},
    words::{Comparison, folded},
};

/// A unit where it is used.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct UnitUse<'s> {
    /// As written.
    pub text: &'s str,
    /// Its meaning; `None` where it is unknown, which has been reported.
    pub meaning: Option<Unit>,
    /// Where it stands.
    pub span: Span,
}

/// A number with its comparison and its unit.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantity<'s> {
    /// The comparison that is printed, if one is.
    pub comparison: Option<Located<Comparison>>,
    /// The number.
    pub number: Located<Number<'s>>,
    /// The unit, if one is given.
    pub unit: Option<UnitUse<'s>>,
}

/// The threshold of one grade.
#[derive(Debug, Clone, PartialEq)]
pub struct GradeBound<'s> {
    /// The number of the grade in the standard.
    pub grade: usize,
    /// From where on it is earned.
    pub bound: Quantity<'s>,
}

/// A threshold that earns points.
#[derive(Debug, Clone, PartialEq)]
pub struct StepBound<'s> {
    /// From where on they are earned.
    pub bound: Quantity<'s>,
    /// The points.
    pub points: Located<Number<'s>>,
}

/// Two ends and their unit.
#[derive(Debug, Clone, PartialEq)]
pub struct Interval<'s> {
    /// The lower end.
    pub low: Located<Number<'s>>,
    /// The upper end.
    pub high: Located<Number<'s>>,
    /// The unit of both.
    pub unit: Option<UnitUse<'s>>,
    /// The unit behind the lower end, where one stands there as well: `3%-5%`. The same, but perhaps in another spelling.
    pub low_unit: Option<UnitUse<'s>>,
}

/// What a target means. The usual kind stands in place, the rare large one in a box: a table has many targets.
#[derive(Debug, Clone, PartialEq)]
pub enum Meaning<'s> {
    /// `>= 12 家`, `100%`, `<= 11 天`.
    Number(Quantity<'s>),
    /// `3..5 次`.
    Range(Box<Interval<'s>>),
    /// `by 2026-11`.
    Date {
        /// The date.
        date: Date,
        /// How it bounds.
        bound: Bound,
    },
    /// `2023-07..2024-01`.
    Period {
        /// Its begin.
        from: Located<Date>,
        /// Its end.
        to: Located<Date>,
    },
    /// `is "明显提升"`.
    Text(Cow<'s, str>),
    /// `yes`, `no`.
    Boolean(bool),
    /// `graded 优 100%, 良 90%`.
    Graded(Vec<GradeBound<'s>>),
    /// `steps >= 70% 3 分, >= 65% 1 分`.
    Steps(Vec<StepBound<'s>>),
    /// `tbd`.
    Open,
}

/// A target where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Target<'s> {
    /// What it means.
    pub meaning: Meaning<'s>,
    /// What forms print instead, where they print something irregular.
    pub show: Option<Cow<'s, str>>,
    /// What a unit cost is for: `1 万元 per 家`. Forms do not print it.
    pub per: Option<Box<UnitUse<'s>>>,
    /// Where it stands.
    pub span: Span,
}

impl<'s> UnitUse<'s> {
    /// As forms print it: as written, full-width signs made ASCII as they are in numbers.
    pub fn printed(&self) -> Cow<'s, str> {
        folded(self.text)
    }
}

impl Quantity<'_> {
    /// Where it stands, with its sign and its unit.
    pub fn span(&self) -> Span {
        let number = self.number.span;
        let with_sign = self.comparison.map_or(number, |comparison| comparison.span.to(number));
        self.unit.map_or(with_sign, |unit| with_sign.to(unit.span))
    }

    /// As forms print it: `≥12家`.
    pub fn printed(&self) -> String {
        let mut cell = String::new();
        self.print(&mut cell);
        cell
    }

    fn print(&self, cell: &mut String) {
        if let Some(comparison) = self.comparison {
            cell.push_str(comparison.value.printed());
        }
        cell.push_str(&self.number.value.text);
        cell.push_str(&self.unit.map_or_else(Cow::default, |unit| unit.printed()));
    }
}

impl Interval<'_> {
    /// As forms print it: `3-5次`; a minus sign beside a hyphen could not be read, so `-3～5℃`.
    fn print(&self, cell: &mut String) {
        let printed = |unit: Option<UnitUse<'_>>| unit.map_or_else(String::new, |unit| unit.printed().into_owned());
        let negative = [&self.low, &self.high].iter().any(|end| end.value.value.is_sign_negative());
        let joint = if negative { "～" } else { "-" };
        cell.extend([
            &*self.low.value.text,
            &printed(self.low_unit),
            joint,
            &*self.high.value.text,
            &printed(self.unit),
        ]);
    }
}

impl<'s> Target<'s> {
    /// The number, where it is a single one.
    pub fn quantity(&self) -> Option<&Quantity<'s>> {
        match &self.meaning {
            Meaning::Number(quantity) => Some(quantity),
            _ => None,
        }
    }

    /// The thresholds of grades or steps; none of any other target.
    pub fn thresholds(&self) -> impl Iterator<Item = &Quantity<'s>> + Clone {
        let (grades, steps): (&[GradeBound<'s>], &[StepBound<'s>]) = match &self.meaning {
            Meaning::Graded(grades) => (grades, &[]),
            Meaning::Steps(steps) => (&[], steps),
            _ => (&[], &[]),
        };
        grades.iter().map(|grade| &grade.bound).chain(steps.iter().map(|step| &step.bound))
    }

    /// The numbers in it, each with its unit; not points.
    pub fn numbers(&self) -> impl Iterator<Item = (&Located<Number<'s>>, Option<&UnitUse<'s>>)> {
        let (first, second) = match &self.meaning {
            Meaning::Number(quantity) => (Some((&quantity.number, quantity.unit.as_ref())), None),
            Meaning::Range(range) => {
                (Some((&range.low, range.unit.as_ref())), Some((&range.high, range.unit.as_ref())))
            }
            _ => (None, None),
        };
        let bounds = self.thresholds().map(|bound| (&bound.number, bound.unit.as_ref()));
        first.into_iter().chain(second).chain(bounds)
    }
}

impl Target<'_> {
    /// The text of the cell, character for character.
    pub fn printed(&self, standard: &Standard) -> String {
        let mut cell = String::new();
        self.print(standard, &mut cell);
        cell
    }

    /// Appends the text of the cell.
    pub fn print(&self, standard: &Standard, cell: &mut String) {
        if let Some(show) = &self.show {
            return cell.push_str(show);
        }
        match &self.meaning {
            Meaning::Number(quantity) => quantity.print(cell),
            Meaning::Range(range) => range.print(cell),
            Meaning::Date { date, bound } => cell.push_str(&bound.printed(*date)),
            Meaning::Period { from, to } => cell.extend([from.value.dotted(), "-".to_owned(), to.value.dotted()]),
            Meaning::Text(text) => cell.push_str(text),
            Meaning::Boolean(yes) => cell.push_str(if *yes { "是" } else { "否" }),
            Meaning::Graded(grades) => {
                for (at, grade) in grades.iter().enumerate() {
                    cell.push_str(if at > 0 { " " } else { "" });
                    cell.push_str(&standard.grades.list[grade.grade].names.zh);
                    grade.bound.print(cell);
                }
            }
            Meaning::Steps(steps) => {
                for (at, step) in steps.iter().enumerate() {
                    cell.push_str(if at > 0 { "，" } else { "" });
                    step.bound.print(cell);
                    cell.extend(["得", &step.points.value.text, "分"]);
                }
            }
            Meaning::Open => cell.push_str("待定"),
        }
    }

    /// The kind of target, as JSON names it.
    pub fn kind(&self, units: &Units) -> &'static str {
        match &self.meaning {
            Meaning::Number(quantity) => {
                let measure = quantity.unit.and_then(|unit| unit.meaning).map(|unit| unit.measure);
                if measure.is_some_and(|measure| units.is_time(measure)) { "duration" } else { "number" }
            }
            Meaning::Range(_) => "range",
            Meaning::Date { .. } => "date",
            Meaning::Period { .. } => "period",
            Meaning::Text(_) => "text",
            Meaning::Boolean(_) => "boolean",
            Meaning::Graded(_) => "graded",
            Meaning::Steps(_) => "steps",
            Meaning::Open => "tbd",
        }
    }

    /// The comparison that is printed, if one is.
    pub fn comparison(&self) -> Option<Comparison> {
        self.quantity()?.comparison.map(|comparison| comparison.value)
    }

    /// The unit, if it has one.
    pub fn unit(&self) -> Option<UnitUse<'_>> {
        match &self.meaning {
            Meaning::Number(quantity) => quantity.unit,
            Meaning::Range(range) => range.unit,
            _ => None,
        }
    }
}
