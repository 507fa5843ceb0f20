//! P302: the unit of a target measures something that its category is not about.

use super::Row;
use crate::{
    diagnostic::{Code, Diagnostic, Findings, Lang, Value},
    field::Measure,
    model::{Quantity, UnitUse},
};

pub fn unit_fits_category(row: &Row<'_, '_>, findings: &mut Findings) {
    let category = row.category();
    if category.measures.is_empty() {
        return;
    }
    let mut units = row.target.numbers().filter_map(|(_, unit)| unit);
    let unfit = |unit: &&UnitUse<'_>| unit.meaning.as_ref().is_some_and(|unit| !category.takes(unit));
    // The same unit stands behind both ends of a range and behind each threshold: once is enough.
    if let Some(&UnitUse { meaning: Some(unit), text, span }) = units.find(unfit) {
        let finding = Diagnostic::new(Code::UnitForCategory, span)
            .with("unit", text)
            .with("dimension", row.field.units.measure_name(unit.measure));
        findings.report(about(row, finding));
    }
}

/// Whether two numbers of one target can be compared: both measure the same, or neither has a unit. What is unknown has
/// been reported.
pub(super) fn agree(one: &Quantity<'_>, other: &Quantity<'_>) -> bool {
    match (one.unit, other.unit) {
        (None, None) => true,
        (Some(one), Some(other)) => match (one.meaning, other.meaning) {
            (Some(one), Some(other)) => one.dimension == other.dimension,
            _ => true,
        },
        (Some(unit), None) | (None, Some(unit)) => unit.meaning.is_none(),
    }
}

fn about(row: &Row<'_, '_>, finding: Diagnostic) -> Diagnostic {
    let category = row.category();
    finding
        .with("category", &category.names)
        .with("allowed", listed(row, &category.measures))
        .also(1, row.indicator.word)
}

/// The measures that a category allows, as messages name them.
pub(super) fn listed(row: &Row<'_, '_>, measures: &[Measure]) -> Value {
    let list = |lang: Lang, joint: &str, or: &str| {
        let names = measures.iter().map(|&measure| row.field.units.measure_name(measure).get(lang).to_owned());
        let names: Vec<String> = names.collect();
        match names.split_last() {
            Some((last, rest)) if !rest.is_empty() => [&rest.join(joint), or, last].concat(),
            _ => names.concat(),
        }
    };
    Value::Localized { zh: list(Lang::Zh, "、", "或").into(), en: list(Lang::En, ", ", " or ").into() }
}
