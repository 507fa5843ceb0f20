//! What is reckoned from a report before it is said.

use crate::{
    diagnostic::Lang,
    evaluation::percent,
    report::{Report, Row, text::say},
    values::{Decimal, Ratio},
};

/// How many indicators came out how.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Counts {
    pub met: usize,
    pub missed: usize,
    /// Those that cannot be scored yet.
    pub open: usize,
}

impl Counts {
    pub fn of<'r>(rows: impl IntoIterator<Item = &'r Row>) -> Self {
        let mut counts = Self::default();
        for row in rows {
            match row.met {
                Some(true) => counts.met += 1,
                Some(false) => counts.missed += 1,
                None => counts.open += 1,
            }
        }
        counts
    }

    pub fn all(self) -> usize {
        self.met + self.missed + self.open
    }

    /// The counts in a sentence.
    pub fn said(self, lang: Lang) -> String {
        let texts = [self.all(), self.met, self.missed, self.open].map(|count| count.to_string());
        let [all, met, missed, open] = &texts;
        let values = [("all", all.as_str()), ("met", met), ("missed", missed), ("open", open)];
        let (zh, en) = match self.open {
            0 => (
                "{all} 条指标中，达到 {met} 条，未达到 {missed} 条。",
                "Targets met: {met} of {all}; missed: {missed}.",
            ),
            _ => (
                "{all} 条指标中，达到 {met} 条，未达到 {missed} 条，还不能评分 {open} 条。",
                "Targets met: {met} of {all}; missed: {missed}; not scored yet: {open}.",
            ),
        };
        say(zh, en, &values, lang)
    }
}

/// A percentage as a number, 1 for all.
pub(super) fn share_of(percentage: &str) -> Option<f64> {
    Some(percentage.strip_suffix('%')?.parse::<f64>().ok()? / 100.0)
}

/// Actual ÷ target.
pub(super) fn attained(row: &Row) -> Option<f64> {
    row.attainment.as_deref().and_then(share_of)
}

/// Whether so much more than was aimed at was achieved that a reason is asked for.
pub(super) fn is_beyond(report: &Report, row: &Row) -> bool {
    let limit = report.overshoot.as_deref().and_then(share_of);
    row.met == Some(true) && attained(row).zip(limit).is_some_and(|(attained, limit)| attained > limit)
}

/// Whether a reason is asked for and none is given.
pub(super) fn lacks_reason(report: &Report, row: &Row) -> bool {
    row.reason.is_none() && (row.met == Some(false) || is_beyond(report, row))
}

/// The points that a row lost, as far as that is known.
pub(super) fn lost(row: &Row) -> Option<Decimal> {
    row.score.weight?.checked_sub(row.score.points?)
}

/// All points that are known to be lost, those for executing the budget included.
pub(super) fn all_lost(report: &Report) -> Option<Decimal> {
    let total = &report.total;
    total.weight?.checked_sub(total.known?)?.checked_sub(total.open?)
}

/// What the indicators earned and what they could, without executing the budget; `None` where a part is not known.
pub(super) fn of_indicators(report: &Report) -> Option<(Decimal, Decimal)> {
    report.levels.iter().try_fold((Decimal::ZERO, Decimal::ZERO), |(points, weight), level| {
        Some((points.checked_add(level.points?)?, weight.checked_add(level.weight?)?))
    })
}

/// The first as a percentage of the second.
pub(super) fn percentage(part: Decimal, whole: Decimal) -> Option<String> {
    Ratio::from(part).over(Ratio::from(whole)).map(percent)
}

/// The unit of all money, the budgets and the spending together; `None` where one is not known or has another unit.
pub(super) fn of_same_unit<'r>(reports: &[&'r Report]) -> Option<(&'r str, Decimal, Decimal)> {
    let unit = reports.first()?.money.unit.as_str();
    let add =
        |sum: Decimal, amount: &Option<String>| sum.checked_add(Decimal::from_str_exact(amount.as_deref()?).ok()?);
    reports.iter().try_fold((unit, Decimal::ZERO, Decimal::ZERO), |(unit, budget, spent), report| {
        let money = &report.money;
        (money.unit == unit).then_some(())?;
        Some((unit, add(budget, &money.adjusted)?, add(spent, &money.spent)?))
    })
}

/// An amount with the unit of the report, if it has no other: `949300.00元`.
pub(super) fn amount(amount: &str, unit: &str) -> String {
    match Decimal::from_str_exact(amount) {
        Ok(_) => format!("{amount}{unit}"),
        Err(_) => amount.to_owned(),
    }
}

/// A number for a picture.
pub(super) fn approximate(number: Decimal) -> f64 {
    Ratio::from(number).approximate()
}
