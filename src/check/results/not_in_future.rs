//! P724: done on a day after that which the results are of.

use super::row::Row;
use crate::{
    diagnostic::{Code, Diagnostic, Value},
    evaluation::days,
    model::Meaning,
};

/// What is still to come is a forecast.
pub fn result_is_not_in_future(row: &Row<'_, '_>) -> Option<Diagnostic> {
    let at = row.at?;
    let Meaning::Date { date, .. } = &row.value.meaning else { return None };
    let (first, _) = days(&row.value.meaning)?;
    if first? <= at.value.last_day() {
        return None;
    }
    let right = |open: &str, forecast: &str| format!("{open} {forecast} {}", date.iso()).into();
    let right = Value::Localized { zh: right("待定", "预计"), en: right("tbd", "forecast") };
    let finding = row.finding(Code::ResultInFuture, row.value.span).with("at", at.value.iso()).with("right", right);
    Some(finding.also(1, at.span))
}
