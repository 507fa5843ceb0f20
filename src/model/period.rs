//! Dates and periods where statements name them.

use crate::{
    arguments::{Arguments, Located},
    diagnostic::{Code, Diagnostic, Text},
    syntax::TokenKind,
    values::{Bound, Date, is_year_or_month, read_date},
    words::folded,
};

/// From when to when something runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// Its begin.
    pub from: Date,
    /// Its end.
    pub to: Date,
}

/// Reads a date; one that the calendar does not have is reported.
pub(super) fn date(arguments: &mut Arguments<'_, '_>) -> Option<Located<(Date, Bound)>> {
    let token = arguments.peek().filter(|token| match token.kind {
        TokenKind::Date => true,
        // A year alone, or with a month behind a point, looks like a number.
        TokenKind::Number => is_year_or_month(arguments.slice(*token)),
        _ => false,
    });
    let Some(token) = token else {
        arguments.missing(Text { zh: "日期，如 2026-11", en: "a date such as 2026-11" });
        return None;
    };
    arguments.advance();
    let (text, span) = (arguments.slice(token), arguments.span(token));
    match read_date(text) {
        Ok(date) => Some(Located::new(date, span)),
        Err(error) => {
            let finding = Diagnostic::new(Code::ImpossibleDate, span).with("text", text).with("reason", error.reason());
            arguments.report(finding);
            None
        }
    }
}

/// Reads the rest of a period from its range sign on; one that ends before it begins is reported.
pub(super) fn rest(arguments: &mut Arguments<'_, '_>, from: Located<Date>) -> Option<(Located<Date>, Located<Date>)> {
    if at_range_sign(arguments) {
        arguments.advance();
    } else {
        arguments.missing(Text { zh: "`..` 和终止时间", en: "`..` and the end" });
        return None;
    }
    let to = match month_alone(arguments, from.value) {
        Some(to) => to,
        None => date(arguments).map(|to| Located::new(to.value.0, to.span))?,
    };
    if from.value.first_day() > to.value.last_day() {
        let finding = Diagnostic::new(Code::ReversedRange, from.span)
            .with("low", from.value.iso())
            .with("high", to.value.iso())
            .also(1, to.span);
        arguments.findings.report(finding);
    }
    Some((from, to))
}

/// 2026年1月-6月: the end is a month of the same year.
fn month_alone(arguments: &mut Arguments<'_, '_>, from: Date) -> Option<Located<Date>> {
    let (number, word) = (arguments.peek()?, arguments.peek_second()?);
    if number.kind != TokenKind::Number || !matches!(arguments.slice(word), "月" | "月份" | "月底") {
        return None;
    }
    let month = folded(arguments.slice(number)).parse().ok()?;
    let to = Date::new(from.year, Some(month), None).ok()?;
    let start = arguments.span(number);
    arguments.advance();
    arguments.advance();
    Some(Located::new(to, arguments.since(start)))
}

/// `..`, 至, or a hyphen between two numbers or dates.
pub(super) fn at_range_sign(arguments: &Arguments<'_, '_>) -> bool {
    is_range_sign(arguments, 0)
}

fn is_range_sign(arguments: &Arguments<'_, '_>, distance: usize) -> bool {
    arguments.peek_at(distance).is_some_and(|token| match token.kind {
        TokenKind::Range => true,
        TokenKind::Operator => matches!(arguments.slice(token), "-" | "－" | "−"),
        _ => false,
    })
}

/// Whether a period comes next whose months stand behind points, 2023.07-2024.01, and not a range of two decimals.
pub(super) fn at_dotted_period(arguments: &Arguments<'_, '_>) -> bool {
    let is_month = |distance| {
        arguments.peek_at(distance).is_some_and(|token| {
            let text = arguments.slice(token);
            let dotted = is_year_or_month(text) && text.contains(['.', '．']);
            let date = read_date(text).is_ok_and(|(date, _)| (1900..2200).contains(&date.year));
            token.kind == TokenKind::Number && dotted && date
        })
    };
    is_month(0) && is_range_sign(arguments, 1) && is_month(2)
}
