//! P405: a single cost is more than the whole budget.
//!
//! Why: mostly 元 was written as 万元, or a digit is missing in the budget (rules of practice, V19).
//!
//! Example: `成本 "设备采购成本" <= 25 万元` with a budget of 20 万元.
//!
//! Repair: none. Which of the two is wrong is for the author to say. Prices times numbers are looked at by P819.

use crate::{
    diagnostic::{Code, Diagnostic, Findings},
    field::{Dimension, Direction},
    model::{Meaning, Project, Target},
    values::Ratio,
};

pub fn costs_are_within_budget(project: &Project<'_>, findings: &mut Findings) {
    let Some(budget) = &project.budget else { return };
    let Some(total) = budget.total.value.base() else { return };
    for indicator in &project.indicators {
        let is_cost = project.standard.category(indicator.category).direction == Some(Direction::Less);
        let Some(target) = indicator.target.as_ref().filter(|_| is_cost) else { continue };
        let unit = budget.total.value.meaning;
        if let Some((cost, amount)) = money(target, unit.dimension)
            && cost > total
        {
            let finding = Diagnostic::new(Code::CostOverBudget, target.span)
                .with("cost", amount)
                .with("total", format!("{} {}", budget.total.value.number.text, budget.total.value.unit))
                .also(1, budget.total.span);
            findings.report(finding);
        }
    }
}

/// The amount of a target in base units and as written, if it is one of money, not of money for each of something.
fn money(target: &Target<'_>, money: Dimension) -> Option<(Ratio, String)> {
    let Meaning::Number(quantity) = &target.meaning else { return None };
    let unit = quantity.unit.filter(|_| target.per.is_none())?;
    let meaning = unit.meaning.filter(|meaning| meaning.dimension == money)?;
    let number = &quantity.number.value;
    Some((Ratio::from(number.value).times(meaning.scale)?, format!("{} {}", number.text, unit.text)))
}
