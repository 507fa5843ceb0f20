//! P303: what is added, subtracted or compared measures different things.

use super::value::Value;
use crate::{
    diagnostic::{Code, Diagnostic, Text, Value as Named},
    field::Units,
    source::Span,
};

/// How messages call what cannot be done.
pub(super) const COMPARED: Text = Text { zh: "比较", en: "compared" };
pub(super) const ADDED: Text = Text { zh: "相加减", en: "added" };

/// The finding for two values that do not go together, with their places. What is to be done about it is told by the help
/// line of this number, unless the values themselves tell more.
pub(super) fn mismatch(
    units: &Units,
    left: (&Value, Span),
    right: (&Value, Span),
    operation: Text,
    help: usize,
) -> Diagnostic {
    let both_times = are_times(units, left.0, right.0);
    let kind = |value| if both_times { time(value) } else { kind(units, value) };
    let finding = Diagnostic::new(Code::DimensionMismatch, left.1)
        .with("left", kind(left.0))
        .with("right", kind(right.0))
        .with("leftunit", unit(units, left.0))
        .with("rightunit", unit(units, right.0))
        .with("operation", operation)
        .also(1, right.1);
    // 站数 - 1: what the number counts is clear from the other side.
    let is_bare = |value: &Value| value.unit.is_none() && value.dimension.is_pure();
    let counted = [left.0, right.0].into_iter().find_map(|value| value.unit.as_ref());
    match counted.filter(|_| is_bare(left.0) || is_bare(right.0)) {
        Some((_, text)) => finding.with("unit", text.as_str()).help(1),
        None if both_times => finding.help(4),
        None => finding.help(help),
    }
}

/// Whether two values that do not go together are both times: of days and months there is no exact ratio.
pub(super) fn are_times(units: &Units, one: &Value, other: &Value) -> bool {
    is_time(units, one) && is_time(units, other)
}

fn is_time(units: &Units, value: &Value) -> bool {
    let unit = value.unit.as_ref().map(|(unit, _)| unit).filter(|unit| unit.dimension == value.dimension);
    unit.is_some_and(|unit| units.is_time(unit.measure) && unit.dimension.is_simple())
}

/// A time by its unit, which is what tells it from another.
fn time(value: &Value) -> Named {
    let text = value.unit.as_ref().map_or("", |(_, text)| text.as_str());
    Named::Localized { zh: format!("以“{text}”计的时间").into(), en: format!("a time in {text}").into() }
}

/// What a value is: an amount of money, a ratio.
fn kind(units: &Units, value: &Value) -> Named {
    match &value.unit {
        Some((unit, _)) if value.dimension.is_pure() => units.measure_name(unit.measure),
        _ => units.dimension_name(value.dimension),
    }
}

/// The unit that a value is in.
fn unit(units: &Units, value: &Value) -> Named {
    let unit = |text: &str| Named::Localized { zh: format!("单位 {text}").into(), en: format!("in {text}").into() };
    match &value.unit {
        Some((_, text)) => unit(text),
        None if value.dimension.is_pure() => Text { zh: "没有单位", en: "no unit" }.into(),
        None => unit(&units.base_unit(value.dimension)),
    }
}
