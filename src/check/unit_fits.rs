//! P302: the unit of a target measures something that its category is not about.

use super::Row;
use crate::{
    diagnostic::{Code, Diagnostic, Findings, Lang, Severity, Text, Value},
    field::Measure,
    model::{Meaning, UnitUse},
};

/// A bare number is only a warning: forms with a unit column leave the unit out of the value.
pub fn unit_fits_category(row: &Row<'_, '_>, findings: &mut Findings) {
    let category = row.category();
    if category.measures.is_empty() {
        return;
    }
    match (&row.target.meaning, row.target.unit()) {
        (_, Some(UnitUse { meaning: Some(unit), text, span })) if !category.measures.contains(&unit.measure) => {
            let finding = Diagnostic::new(Code::UnitForCategory, span)
                .with("unit", text)
                .with("dimension", row.field.units.measure_name(unit.measure));
            findings.report(about(row, finding));
        }
        (Meaning::Number(quantity), None) if row.target.show.is_none() => {
            let finding = Diagnostic::new(Code::UnitForCategory, quantity.number.span)
                .severity(Severity::Warning)
                .with("unit", Text { zh: "没有单位的数", en: "a number without a unit" })
                .with("dimension", Text { zh: "没有单位的数", en: "a number without a unit" });
            findings.report(about(row, finding));
        }
        _ => {}
    }
}

fn about(row: &Row<'_, '_>, finding: Diagnostic) -> Diagnostic {
    let category = row.category();
    finding
        .with("category", &category.names)
        .with("allowed", listed(row, &category.measures))
        .also(1, row.indicator.word)
}

fn listed(row: &Row<'_, '_>, measures: &[Measure]) -> Value {
    let list = |lang: Lang, joint: &str| {
        let names = measures.iter().map(|&measure| row.field.units.measure_name(measure).get(lang).to_owned());
        names.collect::<Vec<_>>().join(joint)
    };
    Value::Localized { zh: list(Lang::Zh, "或").into(), en: list(Lang::En, " or ").into() }
}
