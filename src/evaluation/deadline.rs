//! Dates: in time, or so many days late.

use super::{achieved::other_kind, missing::Missing, share::Earned};
use crate::{
    diagnostic::{Phrase, Text},
    field::Method,
    model::{Meaning, Project, Target},
    values::{Bound, Decimal, Ratio},
};

use jiff::civil;

/// What a date earns: all where it is in time; else as the rules say, a day late counting as a part of the days that
/// were planned, from the begin of the project or of the budget year on.
///
/// # Errors
/// What is missing to tell.
pub(super) fn earned(
    project: &Project<'_>,
    method: &Method,
    target: &Target<'_>,
    value: &Target<'_>,
) -> Result<Earned, Missing> {
    let (_, due) = days(&target.meaning).ok_or(Missing::NoTarget)?;
    let (first, last) = days(&value.meaning).ok_or_else(no_date)?;
    if last <= due {
        return Ok(Earned::all(None));
    }
    let is_late = first.is_none_or(|first| first > due);
    match method {
        Method::AllOrNothing if is_late => Ok(Earned::all_or_nothing(false)),
        // Which day of the month it was decides.
        _ if first != Some(last) => Err(Missing::DayOpen),
        Method::Linear | Method::Proportional { .. } | Method::Inverse => Ok(late(project, due, last, method)),
        Method::AllOrNothing | Method::Steps(_) => Ok(Earned::all_or_nothing(false)),
    }
}

/// What is no date says nothing of a deadline.
pub(crate) fn no_date() -> Missing {
    other_kind("完成的日期", "the date when it was done")
}

/// The first and the last day that a date may mean; what is only bounded may have been any day before.
pub(crate) fn days(meaning: &Meaning<'_>) -> Option<(Option<civil::Date>, civil::Date)> {
    match meaning {
        Meaning::Date { date, bound: Bound::At } => Some((Some(date.first_day()), date.last_day())),
        Meaning::Date { date, bound: Bound::End } => Some((Some(date.last_day()), date.last_day())),
        Meaning::Date { date, bound } => Some((None, bound.last_day(*date))),
        Meaning::Period { to, .. } => Some((Some(to.value.first_day()), to.value.last_day())),
        _ => None,
    }
}

fn late(project: &Project<'_>, due: civil::Date, done: civil::Date, method: &Method) -> Earned {
    let begin = project.period.map(|period| period.value.from.first_day());
    let year = project.year.and_then(|year| civil::Date::new(year.value, 1, 1).ok());
    let begin = begin.or(year).filter(|begin| *begin <= due).unwrap_or_else(|| due.first_of_year());
    let planned = between(begin, due) + 1;
    let late = between(due, done);
    let number = |days: i32| Ratio::from(Decimal::from(days));
    let share = match method {
        Method::Linear => number(planned - late).over(number(planned)),
        _ => number(planned).over(number(planned + late)),
    };
    let share = share.unwrap_or(Ratio::ZERO).max(Ratio::ZERO);
    let (zh, en) = match method {
        Method::Linear => (
            "逾期 {late} 天：{weight} ×（1 − {late} ÷ {planned} 天）",
            "{late} days late: {weight} × (1 − {late} ÷ {planned} days)",
        ),
        _ => ("逾期 {late} 天：{weight} × {planned} ÷ {all} 天", "{late} days late: {weight} × {planned} ÷ {all} days"),
    };
    let how = Phrase::new(Text { zh, en })
        .with("late", late.to_string())
        .with("planned", planned.to_string())
        .with("all", (planned + late).to_string());
    Earned::share(share, None, how)
}

fn between(from: civil::Date, to: civil::Date) -> i32 {
    (to - from).get_days()
}
