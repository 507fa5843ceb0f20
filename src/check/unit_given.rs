//! P315: a number without a unit.

use super::{Row, unit_fits::listed};
use crate::{
    diagnostic::{Code, Diagnostic, Findings, Fix, Value as Named},
    field::{Measure, Word},
    model::Meaning,
    values::Decimal,
};

/// Forms with a column for units leave them out of the value; in a `.perf` file the two belong together, since checks
/// compute with them. A name may say the unit instead: 湿地保有量（公顷）.
pub fn unit_is_given(row: &Row<'_, '_>, findings: &mut Findings) {
    let (number, is_all) = match &row.target.meaning {
        Meaning::Number(quantity) if quantity.unit.is_none() => (&quantity.number, true),
        Meaning::Range(interval) if interval.unit.is_none() => (&interval.high, false),
        _ => return,
    };
    if row.target.show.is_some() || row.indicator.broken || names_unit(row) {
        return;
    }
    let category = row.category();
    let finding = Diagnostic::new(Code::MissingUnit, number.span)
        .with("number", number.value.text.as_ref())
        .with("category", &category.names);
    let finding = match percentage(row, number.value.value) {
        Some(percentage) if is_all => {
            finding.fix(Fix::guess(number.span, &*percentage)).with("percentage", percentage).help(1)
        }
        Some(percentage) => finding.with("percentage", percentage).help(1),
        None => finding.with("example", example(row, &number.value.text)),
    };
    findings.report(match category.measures.as_slice() {
        [] => finding,
        measures => finding.with("allowed", listed(row, measures)).also(1, row.indicator.word),
    });
}

/// The number with units that the category takes.
fn example(row: &Row<'_, '_>, number: &str) -> Named {
    let units = |measure: &Measure| match row.field.units.measure_id(*measure) {
        "money" => " 元",
        "ratio" => "%",
        "calendar" => " 个月",
        "points" => " 分",
        _ => " 天",
    };
    let units: Vec<&str> = match row.category().measures.as_slice() {
        [] => vec![" 家", " 次", "%"],
        measures => measures.iter().map(units).collect(),
    };
    let examples: Vec<String> = units.into_iter().map(|unit| format!("{number}{unit}")).collect();
    Named::list(examples.iter().map(|example| (example.as_str(), example.as_str())))
}

/// What a rate comes to in percent: 0.9 and 90 are both meant as 90%.
fn percentage(row: &Row<'_, '_>, number: Decimal) -> Option<String> {
    let is_rate = row.words.say_any(&[Word::Rate, Word::Satisfaction]);
    let fraction = number > Decimal::ZERO && number <= Decimal::ONE;
    let percent = if fraction { number.checked_mul(Decimal::ONE_HUNDRED)? } else { number };
    is_rate.then(|| format!("{}%", percent.normalize()))
}

fn names_unit(row: &Row<'_, '_>) -> bool {
    let name = row.indicator.name.value.trim_end_matches([')', '）']);
    let unit = name.rsplit(['(', '（']).next().filter(|unit| unit.len() < name.len());
    unit.is_some_and(|unit| row.field.units.find(unit).is_some())
}
