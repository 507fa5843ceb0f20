//! What conditions take from their project, for messages that put the numbers in.

use foldhash::HashSet;

use super::MOST_PLACES;
use crate::{
    diagnostic::{Text, Value as Named},
    model::{Check, Meaning, Project, Step},
    source::Span,
};

/// A step of a condition that takes something from the project.
pub(crate) struct Operand<'c> {
    pub step: &'c Step<'c>,
    /// How it is called.
    pub label: Named,
    /// Its value as written, in its author's unit.
    pub value: String,
    /// Where it is set.
    pub span: Span,
}

/// What a condition takes from the project, each thing once, and no more things than a message can point at.
pub(crate) fn operands<'c>(project: &Project<'_>, check: &'c Check<'_>) -> Vec<Operand<'c>> {
    let mut seen: HashSet<Span> = HashSet::default();
    let steps = check.left.iter().chain(&check.right).flat_map(|formula| &formula.steps);
    let all = steps.filter_map(|(step, _)| {
        let (label, value, span) = operand(project, step)?;
        Some(Operand { step, label, value, span })
    });
    all.filter(|operand| seen.insert(operand.span)).take(MOST_PLACES).collect()
}

/// What a step takes from the project: its name, its text, and where it is set.
fn operand(project: &Project<'_>, step: &Step<'_>) -> Option<(Named, String, Span)> {
    match step {
        Step::Indicator(number) => {
            let indicator = &project.indicators[*number];
            let target = indicator.target.as_ref()?;
            let label = indicator.label.map_or(&*indicator.name.value, |label| label.value);
            let value = match &target.meaning {
                Meaning::Number(quantity) => {
                    let per = target.per.as_ref().map_or_else(String::new, |per| format!("/{}", per.text));
                    let unit = quantity.unit.map_or("", |unit| unit.text);
                    format!("{} {unit}{per}", quantity.number.value.text).trim_end().to_owned()
                }
                _ => target.printed(&project.standard),
            };
            Some((label.into(), value, target.span))
        }
        Step::Budget => {
            let total = &project.budget.as_ref()?.total;
            Some((
                Text { zh: "预算", en: "budget" }.into(),
                format!("{} {}", total.value.number.text, total.value.unit),
                total.span,
            ))
        }
        _ => None,
    }
}
