//! Dates that are aimed at: the earlier one asks for more.

use std::cmp::Ordering;

use jiff::civil;

use super::{
    aim::Sense,
    change::{By, How},
};
use crate::values::{Bound, Date};

/// The budget years of the two sides. A deadline that moves along with the year is neither earlier nor later.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Years {
    /// By how many years dates of the old side are moved on before they are compared.
    old: i16,
    /// The same of the new side: one of the two is zero.
    new: i16,
}

impl Years {
    /// The budget years of the two sides, where both are known.
    pub fn new(old: Option<i16>, new: Option<i16>) -> Self {
        let (old, new) = old.zip(new).unwrap_or_default();
        let later = old.max(new);
        Self { old: later - old, new: later - new }
    }

    fn differ(self) -> bool {
        self.old != self.new
    }
}

/// How one deadline stands to the other, and by how many days; `how` is `None` where they say the same. What is compared
/// is the last day, of periods first the end.
pub fn deadlines(old: &Sense, new: &Sense, years: Years, otherwise: How) -> (Option<How>, Option<By>) {
    if is_same(old, new) {
        return (None, None);
    }
    let ends = last_day(old, years.old).zip(last_day(new, years.new));
    let Some((due, new_due)) = ends else { return (Some(otherwise), None) };
    let by = || Some(By::Days { days: days(due, new_due), within_year: years.differ() });
    match new_due.cmp(&due) {
        Ordering::Less => (Some(How::Tightened), by()),
        Ordering::Greater => (Some(How::Relaxed), by()),
        Ordering::Equal => (same_end(old, new, years, otherwise), None),
    }
}

/// Whether both say the same, in whatever year.
fn is_same(old: &Sense, new: &Sense) -> bool {
    match (old, new) {
        (Sense::Date(old, bound), Sense::Date(new, new_bound)) => old == new && bound == new_bound,
        (Sense::Period(old, end), Sense::Period(new, new_end)) => old == new && end == new_end,
        _ => false,
    }
}

/// The last day on which a target is met, its date moved on by some years.
fn last_day(sense: &Sense, years: i16) -> Option<civil::Date> {
    match sense {
        Sense::Date(date, bound) => Some(bound.last_day(moved(*date, years))),
        Sense::Period(_, to) => Some(moved(*to, years).last_day()),
        _ => None,
    }
}

/// The same day of another year; where that year has no 29 February, the day before it.
fn moved(date: Date, years: i16) -> Date {
    let year = date.year.saturating_add(years);
    Date::new(year, date.month, date.day)
        .or_else(|_| Date::new(year, date.month, date.day.map(|day| day - 1)))
        .unwrap_or(date)
}

fn days(from: civil::Date, to: civil::Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}

/// What else differs between targets of the same last day.
fn same_end(old: &Sense, new: &Sense, years: Years, otherwise: How) -> Option<How> {
    let how = match (old, new) {
        (Sense::Date(_, old), Sense::Date(_, new)) if is_deadline(*old) && is_deadline(*new) => None,
        (Sense::Date(_, old), Sense::Date(_, new)) => (old != new).then_some(How::Sign),
        (Sense::Period(old, _), Sense::Period(new, _)) => {
            let (from, new_from) = (moved(*old, years.old).first_day(), moved(*new, years.new).first_day());
            (from != new_from).then_some(How::Changed)
        }
        _ => Some(otherwise),
    };
    how.or_else(|| years.differ().then_some(How::Shifted))
}

/// 底前 and 前 bound alike: no later than a day.
fn is_deadline(bound: Bound) -> bool {
    matches!(bound, Bound::By | Bound::Before)
}
