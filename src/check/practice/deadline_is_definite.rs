//! P820: a deadline that does not say by when: a year alone, or months without a year.
//!
//! Why: whether `2026年` was kept cannot be told before the year is over, and `1-12月` is of no year at all (rules of practice,
//! V20). That a deadline lies outside of the budget year is P305, that a range is reversed P306.
//!
//! Example: `时效 "任务完成时间" 2026年`.
//!
//! Repair: `2026年底前`, and `2026年1月-12月` where the budget year is known. Not safe: the table prints another text.

use super::Line;
use crate::{
    diagnostic::{Code, Diagnostic, Fix},
    field::Kind,
    model::{Interval, Meaning, Target},
    values::{Bound, Decimal},
};

pub fn deadline_is_definite(line: &Line<'_, '_>) -> Option<Diagnostic> {
    let target = line.target().filter(|_| line.is(Kind::Timeliness))?;
    match &target.meaning {
        Meaning::Date { date, bound: Bound::At } if date.month.is_none() => {
            Some(repaired(line, target, format!("{}年底前", date.year)))
        }
        Meaning::Range(interval) => months(line, target, interval),
        Meaning::Text(text) => Some(repaired(line, target, format!("{}年底前", year_alone(text)?))),
        _ => None,
    }
}

fn finding(line: &Line<'_, '_>, target: &Target<'_>, right: &str) -> Diagnostic {
    let text = target.printed(&line.project.standard);
    Diagnostic::new(Code::VagueDeadline, target.span).with("text", text).with("right", right)
}

/// With the repair, unless the text that the table prints would stay as it is.
fn repaired(line: &Line<'_, '_>, target: &Target<'_>, right: String) -> Diagnostic {
    let finding = finding(line, target, &right);
    if target.show.is_some() { finding } else { finding.fix(Fix::guess(target.span, right)) }
}

/// `1-12月`: as a range of months it would say how long the work takes.
fn months(line: &Line<'_, '_>, target: &Target<'_>, interval: &Interval<'_>) -> Option<Diagnostic> {
    let is_month = |number: Decimal| number.is_integer() && number >= Decimal::ONE && number <= Decimal::from(12);
    let (low, high) = (interval.low.value.value, interval.high.value.value);
    let are_months = interval.unit.is_some_and(|unit| unit.text == "月") && is_month(low) && is_month(high);
    if !are_months {
        return None;
    }
    let Some(year) = line.project.year else { return Some(finding(line, target, "2026年1月-12月").label(1)) };
    let right = format!("{}年{}月-{}月", year.value, low.normalize(), high.normalize());
    Some(repaired(line, target, right).label(1))
}

/// The year of a text that names nothing else: 2026年内.
fn year_alone(text: &str) -> Option<&str> {
    let text = text.trim();
    let year = text.get(..4).filter(|year| year.bytes().all(|byte| byte.is_ascii_digit()))?;
    let rest = text[4..].strip_prefix('年')?;
    matches!(rest, "" | "度" | "内" | "度内" | "全年" | "之内").then_some(year)
}
