//! P817: two indicators that are nearly the same.
//!
//! Why: what is counted twice earns its points twice, and a reviewer strikes one of the rows (rules of practice, V17). Names
//! that are equal to the letter within a category are an error, P222. Here are those that differ only in signs and small
//! words, and those that stand in two categories with the very same target.
//!
//! Names that differ in anything else are left alone: 一期 and 二期, 男性 and 女性, other years and other places are two
//! things; and a rate may well be asked for twice, once as quality and once in time, with another target.
//!
//! Example: `数量 "宣传、培训场次"` beside `数量 "宣传培训的场次"`.
//!
//! Repair: none. Which of the rows goes, or how their names are told apart, is for the author to say.

use foldhash::{HashMap, HashMapExt};

use crate::{
    diagnostic::{Code, Diagnostic, Findings},
    field::{Field, is_same_name, name_fingerprint},
    model::{Indicator, Meaning, Project, Quantity},
};

/// Each row is compared with the last one before it whose name says the same, so the work grows with the rows.
pub fn names_differ(project: &Project<'_>, _: &Field, findings: &mut Findings) {
    let mut seen: HashMap<u64, usize> = HashMap::with_capacity(project.indicators.len());
    for (at, indicator) in project.indicators.iter().enumerate() {
        let before = seen.insert(name_fingerprint(&indicator.name.value), at);
        if let Some(before) = before.map(|before| &project.indicators[before]) {
            findings.report_if(compare(before, indicator));
        }
    }
}

fn compare(before: &Indicator<'_>, indicator: &Indicator<'_>) -> Option<Diagnostic> {
    let (one, other) = (&*before.name.value, &*indicator.name.value);
    let is_same_category = before.category == indicator.category;
    let is_double = if is_same_category { one != other } else { is_same_target(before, indicator) };
    (is_double && is_same_name(one, other)).then(|| {
        let finding = Diagnostic::new(Code::NearDuplicate, indicator.name.span)
            .with("name", other)
            .with("other", one)
            .also(1, before.name.span);
        if is_same_category { finding } else { finding.help(1) }
    })
}

/// Whether both ask for the same.
fn is_same_target(one: &Indicator<'_>, other: &Indicator<'_>) -> bool {
    let (Some(one), Some(other)) = (&one.target, &other.target) else { return false };
    match (&one.meaning, &other.meaning) {
        (Meaning::Number(one), Meaning::Number(other)) => {
            let parts = |quantity: &Quantity<'_>| {
                let unit = quantity.unit.map(|unit| unit.meaning);
                (quantity.comparison.map(|comparison| comparison.value), quantity.number.value.value, unit)
            };
            parts(one) == parts(other)
        }
        (Meaning::Date { date: one, bound: first }, Meaning::Date { date: other, bound: second }) => {
            (one, first) == (other, second)
        }
        (Meaning::Text(one), Meaning::Text(other)) => one == other,
        _ => false,
    }
}
