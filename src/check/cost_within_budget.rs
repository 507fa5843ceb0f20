//! P405: a single cost is more than the whole budget.

use crate::{
    diagnostic::{Code, Diagnostic, Findings},
    field::Direction,
    model::{Meaning, Project, Target},
    values::Decimal,
};

pub fn costs_are_within_budget(project: &Project<'_>, findings: &mut Findings) {
    let Some(budget) = &project.budget else { return };
    let Some(total) = budget.total.value.base() else { return };
    for indicator in &project.indicators {
        let is_cost = project.standard.category(indicator.category).direction == Some(Direction::Less);
        let Some(target) = indicator.target.as_ref().filter(|_| is_cost) else { continue };
        let unit = budget.total.value.meaning;
        if money(target, unit.dimension).is_some_and(|cost| cost > total) {
            let finding = Diagnostic::new(Code::CostOverBudget, target.span)
                .with("cost", target.printed(&project.standard))
                .with("total", format!("{}{}", budget.total.value.number.text, budget.total.value.unit))
                .also(1, budget.total.span);
            findings.report(finding);
        }
    }
}

/// The amount of a target in base units, if it is one of money, not of money for each of something.
fn money(target: &Target<'_>, money: crate::field::Dimension) -> Option<Decimal> {
    let Meaning::Number(quantity) = &target.meaning else { return None };
    let unit = quantity.unit?.meaning.filter(|unit| unit.dimension == money && target.per.is_none())?;
    quantity.number.value.value.checked_mul(unit.scale)
}
