//! How much of the time for the targets has gone by.

use jiff::civil;

use super::Unlit;
use crate::{
    evaluation::Missing,
    model::{Project, Results},
    values::{Decimal, Ratio},
};

/// How much of the time for the targets has gone by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Elapsed {
    /// Its first day.
    pub from: civil::Date,
    /// Its last day.
    pub to: civil::Date,
    /// The day that the results are of.
    pub at: civil::Date,
    /// The part of the time up to the end of that day: 1 for all of it, never more.
    pub share: Ratio,
}

impl Elapsed {
    /// Whether the time is over.
    pub fn is_over(&self) -> bool {
        self.at >= self.to
    }
}

/// How much of the time for the targets has gone by on the day of the results.
///
/// That time is the budget year, of it the part in which the project runs.
///
/// Months count alike, as the rules of monitoring have it, and a month that has begun counts by its days. So the last day
/// of July is 7 of 12 months, whatever number of days these have.
///
/// # Errors
/// Why that is not known.
pub fn elapsed(project: &Project<'_>, results: Option<&Results<'_>>) -> Result<Elapsed, Unlit> {
    let at = results.ok_or(Missing::NoResult)?.at.ok_or(Unlit::NoDay)?.value.last_day();
    let (from, to) = time(project, at).ok_or(Missing::Unread)?;
    if at < from {
        return Err(Unlit::NotBegun);
    }
    let begin = before(from).ok_or(Missing::TooLong)?;
    let since = |day| months(day)?.minus(begin);
    let share = since(at.min(to)).zip(since(to)).and_then(|(gone, all)| gone.over(all)).ok_or(Missing::TooLong)?;
    Ok(Elapsed { from, to, at, share })
}

/// Whether a day lies before the end of the time for the targets, and not before its begin.
pub fn is_early(project: &Project<'_>, at: civil::Date) -> bool {
    time(project, at).is_some_and(|(from, to)| from <= at && at < to)
}

/// The first and the last day of the time for the targets.
fn time(project: &Project<'_>, at: civil::Date) -> Option<(civil::Date, civil::Date)> {
    let year = project.year.map_or(at.year(), |year| year.value);
    let (first, last) = (civil::Date::new(year, 1, 1).ok()?, civil::Date::new(year, 12, 31).ok()?);
    let period = project.period.map(|period| (period.value.from.first_day(), period.value.to.last_day()));
    let within = period.map(|(from, to)| (from.max(first), to.min(last)));
    // A period in other years is a mistake of its own.
    Some(within.filter(|(from, to)| from <= to).unwrap_or((first, last)))
}

/// How many months there were up to the end of a day, counted from the year 0.
fn months(day: civil::Date) -> Option<Ratio> {
    counted(day, day.day())
}

/// How many there were before a day began.
fn before(day: civil::Date) -> Option<Ratio> {
    counted(day, day.day() - 1)
}

fn counted(month: civil::Date, days: i8) -> Option<Ratio> {
    let whole = Decimal::from(i32::from(month.year()) * 12 + i32::from(month.month()) - 1);
    let part = Ratio::from(Decimal::from(days)).over(Decimal::from(month.days_in_month()).into())?;
    Ratio::from(whole).plus(part)
}
