//! P305: a deadline outside of the budget year.
//!
//! Why: targets are of one year's money; a deadline of last year was copied, one of the next cannot be scored in time
//! (rules of practice, V20). The year in the name of a project is that of its money and is not looked at.
//!
//! Example: `时效 "完成时间" 2027年3月前` in the year 2026.
//!
//! Repair: none. Whether the day or the period of the project is wrong is for the author to say.

use super::{Role, Row};
use crate::{
    diagnostic::{Code, Diagnostic, Findings},
    model::Meaning,
    values::Date,
};

/// A project with a period of its own is judged by that instead of the budget year. A baseline is of an earlier year, and
/// what a project is to reach in all may come later.
pub fn deadline_is_within_year(row: &Row<'_, '_>, findings: &mut Findings) {
    let Some(year) = row.project.year else { return };
    let (first, last) = match row.project.period {
        Some(period) => (period.value.from.year.min(year.value), period.value.to.year.max(year.value)),
        None => (year.value, year.value),
    };
    let outside = |date: &Date| match row.role {
        Role::Baseline => false,
        Role::Total => date.year < first,
        Role::Target | Role::Stretch => !(first..=last).contains(&date.year),
    };
    let Some(date) = dates(&row.target.meaning).find(outside) else { return };
    let finding = Diagnostic::new(Code::DeadlineOutsideYear, row.target.span)
        .with("year", year.value.to_string())
        .with("date", date.year.to_string())
        .also(1, year.span);
    findings.report(match row.project.period {
        Some(period) => finding.also(2, period.span).help(1),
        None => finding,
    });
}

/// Of a period the end counts: work may have begun earlier.
fn dates(meaning: &Meaning<'_>) -> impl Iterator<Item = Date> {
    let date = match meaning {
        // 2027年前 ends with 2026.
        Meaning::Date { date, bound } => {
            let last = bound.last_day(*date);
            Some(Date { year: last.year(), month: Some(last.month()), day: Some(last.day()) })
        }
        Meaning::Period { to, .. } => Some(to.value),
        _ => None,
    };
    date.into_iter()
}
