//! What must hold of a model beyond its spelling, a file a rule.
//!
//! [`file()`], [`project`] and [`results`] read as the lists of the rules. None changes the model, none depends on another, and each takes time linear
//! in what it looks at.

mod allowed;
mod budget_sum;
mod check_holds;
mod compute;
mod cost_within_budget;
mod deadline_within_year;
mod direction_fits;
mod groups;
mod mismatch;
mod no_duplicates;
mod not_negative;
mod nothing_missing;
mod operands;
mod percentage_possible;
mod practice;
mod results;
mod target_settled;
mod thresholds_ordered;
mod unit_fits;
mod unit_given;
mod units_agree;
mod value;
mod weights_sum;

pub use allowed::allowed;
pub use compute::{Calculator, Outcome, Trouble};
pub(crate) use nothing_missing::{Missing, example, missing_categories};
pub(crate) use operands::{Operand, operands};
pub use results::results;
pub use value::Value;

use crate::{
    diagnostic::{Code, Findings, Text},
    field::{Field, Standard, Words},
    model::{Budget, Indicator, Model, Project, Target},
};

/// How many places one finding about many points at: nobody reads more, and to draw them takes time.
const MOST_PLACES: usize = 100;

/// Applies the rules about a file as a whole.
pub fn file(model: &Model<'_>, findings: &mut Findings) {
    no_duplicates::projects_differ(model, findings);
}

/// Applies the rules about a project.
pub fn project(project: &Project<'_>, field: &Field, findings: &mut Findings) {
    no_duplicates::indicators_differ(project, findings);
    no_duplicates::labels_differ(project, findings);
    if findings.wants(Code::MissingStatement) {
        nothing_missing::statements_are_there(project, findings);
    }
    nothing_missing::categories_are_there(project, findings);
    money_is_sound(project.budget.as_ref(), BUDGET, &project.standard, field, findings);
    if findings.wants(Code::CostOverBudget) {
        cost_within_budget::costs_are_within_budget(project, findings);
    }
    not_negative::weights_are_not_negative(project, findings);
    weights_sum::levels_add_up(project, findings);
    weights_sum::weights_add_up(project, findings);
    let words = words(project, findings);
    let rules = wanted(&OF_A_TARGET, findings);
    for (at, (indicator, words)) in project.indicators.iter().zip(&words).enumerate() {
        for (role, target) in targets(indicator) {
            let next = project.indicators.get(at + 1);
            let row = Row { project, indicator, next, target, role, words: *words, field };
            rules.iter().for_each(|rule| rule(&row, findings));
        }
    }
    practice::project(project, &words, field, findings);
    check_holds::checks_hold(project, field, findings);
}

/// What the names of the rows say, read once for all rules; nothing where no rule asks.
fn words(project: &Project<'_>, findings: &Findings) -> Vec<Words> {
    let is_asked = [Code::MissingUnit, Code::DirectionAgainstCategory].iter().any(|code| findings.wants(*code))
        || practice::is_wanted(findings);
    let read = |name: &str| if is_asked { Words::of(name) } else { Words::default() };
    project.indicators.iter().map(|indicator| read(&indicator.name.value)).collect()
}

/// What messages call the money that a project has.
const BUDGET: Text = Text { zh: "预算数", en: "the budget" };

fn money_is_sound(
    budget: Option<&Budget<'_>>,
    name: Text,
    standard: &Standard,
    field: &Field,
    findings: &mut Findings,
) {
    let Some(budget) = budget else { return };
    budget_sum::parts_add_up(budget, name, standard, field, findings);
    not_negative::money_is_not_negative(budget, name, standard, findings);
}

type TargetRule = fn(&Row<'_, '_>, &mut Findings);

/// The rules about a target, each with the code that switches it; those without one may find errors, which always hold.
const OF_A_TARGET: [(Option<Code>, TargetRule); 11] = [
    (Some(Code::MissingUnit), unit_given::unit_is_given),
    (None, unit_fits::unit_fits_category),
    (None, units_agree::thresholds_agree),
    (None, units_agree::targets_agree),
    (None, percentage_possible::percentage_is_possible),
    (None, percentage_possible::bound_is_reachable),
    (Some(Code::DirectionAgainstCategory), direction_fits::direction_fits_category),
    (Some(Code::DeadlineOutsideYear), deadline_within_year::deadline_is_within_year),
    (None, thresholds_ordered::thresholds_are_ordered),
    (None, thresholds_ordered::stretch_is_beyond_target),
    (Some(Code::TargetOpen), target_settled::target_is_settled),
];

/// Those of some rules that hold. What is switched off is not computed.
fn wanted<R: Copy>(rules: &[(Option<Code>, R)], findings: &Findings) -> Vec<R> {
    let hold = rules.iter().filter(|(code, _)| code.is_none_or(|code| findings.wants(code)));
    hold.map(|(_, rule)| *rule).collect()
}

/// A target with all that rules about it look at.
struct Row<'r, 's> {
    project: &'r Project<'s>,
    indicator: &'r Indicator<'s>,
    /// The indicator below it.
    next: Option<&'r Indicator<'s>>,
    target: &'r Target<'s>,
    role: Role,
    /// What the words in the indicator's name say.
    words: Words,
    field: &'r Field,
}

/// Which of an indicator's targets it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    /// That of the year.
    Target,
    /// What last year came to.
    Baseline,
    /// That of the whole period.
    Total,
    /// What to strive for.
    Stretch,
}

impl<'r> Row<'r, '_> {
    fn category(&self) -> &'r crate::field::Category {
        self.project.standard.category(self.indicator.category)
    }

    /// Whether the name says that the percentage may leave 0 to 100 %: a growth rate, say.
    fn is_unbounded(&self) -> bool {
        self.project.standard.unbounded.iter().any(|word| self.indicator.name.value.contains(word.as_str()))
    }
}

/// The annual target and the others beside it.
fn targets<'r, 's>(indicator: &'r Indicator<'s>) -> impl Iterator<Item = (Role, &'r Target<'s>)> {
    let others = indicator.details.as_deref().into_iter().flat_map(|details| {
        [(Role::Baseline, &details.baseline), (Role::Total, &details.total), (Role::Stretch, &details.stretch)]
    });
    let all = std::iter::once((Role::Target, &indicator.target)).chain(others);
    all.filter_map(|(role, target)| Some((role, target.as_ref()?)))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::diagnostic::{Levels, Severity};

    #[test]
    fn a_rule_about_targets_that_is_off_is_not_computed() {
        let switched: Vec<Code> = OF_A_TARGET.iter().filter_map(|(code, _)| *code).collect();
        for off in &switched {
            assert_ne!(off.rule().severity, Severity::Error);
            let mut levels = Levels::default();
            levels.ignore(&[*off]);
            let left = wanted(&OF_A_TARGET, &Findings::by(Arc::new(levels)));
            let rule = OF_A_TARGET.iter().find(|(code, _)| *code == Some(*off)).map(|(_, rule)| *rule as usize);
            assert_eq!(left.len(), OF_A_TARGET.len() - 1);
            assert!(left.iter().all(|other| Some(*other as usize) != rule), "{off:?}");
        }
        let mut levels = Levels::default();
        levels.select(&[]);
        assert_eq!(wanted(&OF_A_TARGET, &Findings::by(Arc::new(levels))).len(), OF_A_TARGET.len() - switched.len());
    }
}
