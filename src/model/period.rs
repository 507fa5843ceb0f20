//! Dates and periods where statements name them.

use super::misspelt_date::MisspeltDate;
use crate::{
    arguments::{Arguments, Located},
    diagnostic::{Code, Diagnostic, Fix, Phrase, Text},
    source::Span,
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
    if let Some(misspelt) = MisspeltDate::find_with_bound(arguments) {
        return misspelt.report(arguments);
    }
    let token = arguments.peek().filter(|token| match token.kind {
        TokenKind::Date => true,
        // A year alone, or with a month behind a point, looks like a number.
        TokenKind::Number => is_year_or_month(arguments.slice(*token)) && MisspeltDate::find(arguments).is_none(),
        _ => false,
    });
    let Some(token) = token else {
        if let Some(misspelt) = MisspeltDate::find(arguments) {
            return misspelt.report(arguments);
        }
        arguments.missing(Text { zh: "日期，如 2026-11", en: "a date such as 2026-11" });
        return None;
    };
    arguments.advance();
    read(arguments, arguments.slice(token), arguments.span(token))
}

/// Reads the text of a date; one that the calendar does not have is reported.
pub(super) fn read(arguments: &mut Arguments<'_, '_>, text: &str, span: Span) -> Option<Located<(Date, Bound)>> {
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
    } else if !to_for_range(arguments) {
        arguments.missing(Text { zh: "“至”（或 ..）和终止时间", en: "`..` and the end" });
        return None;
    }
    let to = match month_alone(arguments, from.value) {
        Some(to) => to,
        None => date(arguments).map(|to| Located::new(to.value.0, to.span))?,
    };
    if from.value.first_day() > to.value.last_day() {
        reversed(arguments, (from.span, &from.value.iso()), (to.span, &to.value.iso()));
    }
    Some((from, to))
}

/// Reads the end of a period whose begin is no date, for what is wrong with it as well.
pub(super) fn end_alone(arguments: &mut Arguments<'_, '_>) {
    if at_range_sign(arguments) {
        arguments.advance();
        date(arguments);
    }
}

/// 到 between two dates, which is read as 至 with a finding.
pub(super) fn to_for_range(arguments: &mut Arguments<'_, '_>) -> bool {
    let is_to = arguments.peek().is_some_and(|token| arguments.slice(token) == "到");
    let value = arguments.peek_second().is_some_and(|next| matches!(next.kind, TokenKind::Date | TokenKind::Number));
    if !is_to || !value {
        return false;
    }
    let span = arguments.here();
    let finding = Diagnostic::new(Code::UnexpectedArgument, span)
        .with("word", arguments.head())
        .with("text", "到")
        .help(8)
        .fix(Fix::safe(span, "至"));
    arguments.remark(finding);
    arguments.advance();
    true
}

/// 2026年1-12月: months of one year, whose first has lost its 月. Reported, and read as what is meant.
pub(super) fn months(arguments: &mut Arguments<'_, '_>) -> Option<(Located<Date>, Located<Date>)> {
    let [year, first, sign, last, month] = [0, 1, 2, 3, 4].map(|distance| arguments.peek_at(distance));
    let (year, first, last) = (year?, first?, last?);
    let is_sign = sign.is_some_and(|_| is_range_sign(arguments, 2));
    if year.kind != TokenKind::Date || !is_sign || !matches!(arguments.slice(month?), "月" | "月份") {
        return None;
    }
    let (date, _) = read_date(arguments.slice(year)).ok()?;
    let number = |token| folded(arguments.slice(token)).parse::<i8>().ok();
    let (first, last) = (number(first)?, number(last)?);
    if date.month.is_some() {
        return None;
    }
    let [from, to] = [first, last].map(|month| Date::new(date.year, Some(month), None));
    let start = arguments.here();
    for _ in 0..5 {
        arguments.advance();
    }
    let span = arguments.since(start);
    let right = format!("{}年{first}月至{}年{last}月", date.year, date.year);
    let finding = Diagnostic::new(Code::MalformedDate, span)
        .with("text", arguments.text_of(span).to_owned())
        .with("right", right.as_str())
        .fix(Fix::safe(span, right));
    arguments.remark(finding);
    Some((Located::new(from.ok()?, span), Located::new(to.ok()?, span)))
}

/// Reports a range whose ends are the wrong way round.
pub(super) fn reversed(arguments: &mut Arguments<'_, '_>, low: (Span, &str), high: (Span, &str)) {
    let [first, second] = [low.0, high.0].map(|span| arguments.text_of(span));
    let finding = Diagnostic::new(Code::ReversedRange, low.0).with("low", low.1).with("high", high.1).also(1, high.0);
    // 2026年6月-1月: the year of the end stands with the begin.
    let shares_year = second.contains('月') && !second.contains('年');
    let title =
        Phrase::new(Text { zh: "把“{first}”和“{second}”对调", en: "swap `{first}` and `{second}`" });
    let swap =
        || Fix::guess(low.0, second).and(high.0, first).titled(title.with("first", first).with("second", second));
    arguments.remark(if shares_year { finding } else { finding.fix(swap()) });
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
