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

/// The finding for two values that do not go together, with their places.
pub(super) fn mismatch(units: &Units, left: (&Value, Span), right: (&Value, Span), operation: Text) -> Diagnostic {
    let finding = Diagnostic::new(Code::DimensionMismatch, left.1)
        .with("left", kind(units, left.0))
        .with("right", kind(units, right.0))
        .with("leftunit", unit(units, left.0))
        .with("rightunit", unit(units, right.0))
        .with("operation", operation)
        .also(1, right.1);
    // 站数 - 1: what the number counts is clear from the other side.
    let counted = [left.0, right.0].into_iter().find_map(|value| value.unit.as_ref());
    match counted.filter(|_| left.0.dimension.is_pure() || right.0.dimension.is_pure()) {
        Some((_, text)) => finding.with("unit", text.as_str()).help(1),
        None => finding,
    }
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
