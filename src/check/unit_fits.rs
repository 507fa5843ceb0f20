//! P302: the unit of a target measures something that its category is not about.

use super::Row;
use crate::{
    diagnostic::{Code, Diagnostic, Findings, Lang, Value},
    field::Measure,
    model::UnitUse,
};

pub fn unit_fits_category(row: &Row<'_, '_>, findings: &mut Findings) {
    let category = row.category();
    if category.measures.is_empty() {
        return;
    }
    let Some(UnitUse { meaning: Some(unit), text, span }) = row.target.unit() else { return };
    if !category.measures.contains(&unit.measure) {
        let finding = Diagnostic::new(Code::UnitForCategory, span)
            .with("unit", text)
            .with("dimension", row.field.units.measure_name(unit.measure));
        findings.report(about(row, finding));
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
