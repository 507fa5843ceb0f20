//! What must hold of results, a rule a file.
//!
//! A project is scored once, and all rules look at that. What is wrong with a result is told once, by the first rule that
//! holds and that it breaks, and nothing follows from what cannot be scored. Numbers of the file that contradict each
//! other are errors; what the rules of scoring or a reviewer would have otherwise is a warning.

mod account;
mod all_there;
mod can_be_scored;
mod direction_told;
mod execution_right;
mod fits_spending;
mod full_score;
mod grade_follows;
mod lost_points;
mod miss_explained;
mod no_contradiction;
mod not_a_bound;
mod not_in_future;
mod overshoot;
mod progress;
mod row;
mod score_by_rule;
mod score_possible;
mod score_precise;
mod total_adds_up;
mod within_budget;

use account::Account;
use row::Row;

use super::{BUDGET, money_is_sound, wanted};
use crate::{
    diagnostic::{Code, Diagnostic, Findings, Text},
    evaluation::evaluate,
    field::Field,
    model::{Project, Results},
    monitoring::{Monitoring, monitor},
};

/// What messages call the money that was spent.
const SPENDING: Text = Text { zh: "执行数", en: "the spending" };

/// What they call the money that will be spent.
const FORECAST: Text = Text { zh: "全年预计执行数", en: "the expected spending" };

/// Applies the rules about what a project achieved up to a day.
pub fn results(project: &Project<'_>, results: &Results<'_>, field: &Field, findings: &mut Findings) {
    let evaluation = evaluate(project, Some(results), &project.standard, field);
    let account = Account { project, results, evaluation: &evaluation, field };
    rows(&account, findings);
    for (money, name) in [(&results.budget, BUDGET), (&results.spent, SPENDING), (&results.forecast, FORECAST)] {
        money_is_sound(money.as_ref(), name, &project.standard, field, findings);
    }
    for (money, name) in [(&results.spent, SPENDING), (&results.forecast, FORECAST)] {
        within_budget::money_is_within_budget(&account, money.as_ref(), name, findings);
    }
    let of_execution = wanted(&OF_EXECUTION, findings);
    report_first(of_execution.iter().filter_map(|rule| rule(&account)), findings);
    for rule in wanted(&OF_ALL, findings) {
        findings.report_if(rule(&account));
    }
}

/// Applies the rules about each result.
fn rows(account: &Account<'_, '_>, findings: &mut Findings) {
    let (of_a_row, apart) = (wanted(&OF_A_ROW, findings), wanted(&APART, findings));
    let of_progress = wanted(&progress::RULES, findings);
    let monitoring = if of_progress.is_empty() { None } else { during_the_year(account) };
    for row in account.rows() {
        let progress = monitoring.iter().flat_map(|monitoring| progress::of_a_row(&row, monitoring, &of_progress));
        report_first(of_a_row.iter().filter_map(|rule| rule(&row)).chain(progress), findings);
        apart.iter().for_each(|rule| findings.report_if(rule(&row)));
    }
}

/// Reports the first finding that is said: a rule that is switched off does not hide those behind it.
fn report_first(mut found: impl Iterator<Item = Diagnostic>, findings: &mut Findings) {
    let first = found.find(|finding| findings.says(finding));
    findings.report_if(first);
}

/// How the project stands, where its results are of a day before the end of the time for the targets.
fn during_the_year(account: &Account<'_, '_>) -> Option<Monitoring> {
    let Account { project, results, field, .. } = account;
    let monitoring = monitor(project, Some(results), &project.standard, field);
    let is_early = monitoring.elapsed.as_ref().is_ok_and(|elapsed| !elapsed.is_over());
    is_early.then_some(monitoring)
}

type RowRule = fn(&Row<'_, '_>) -> Option<Diagnostic>;

/// The rules about a result, each with the code that switches it; those before say more of it than those behind.
const OF_A_ROW: [(Option<Code>, RowRule); 10] = [
    (Some(Code::ResultNotScored), can_be_scored::result_can_be_scored),
    (Some(Code::ResultIsBound), not_a_bound::result_is_no_bound),
    (Some(Code::ResultInFuture), not_in_future::result_is_not_in_future),
    (Some(Code::ScoreOutOfRange), score_possible::score_is_possible),
    (Some(Code::DirectionUndeclared), direction_told::direction_is_told),
    (Some(Code::FullScoreMissed), full_score::full_score_is_earned),
    (Some(Code::PointsLost), lost_points::lost_points_have_a_reason),
    (Some(Code::ScoreOffRule), score_by_rule::score_follows_the_rule),
    (Some(Code::OvershootUnexplained), overshoot::overshoot_is_explained),
    (Some(Code::MissUnexplained), miss_explained::miss_is_explained),
];

/// Those that speak of it whatever else is wrong.
const APART: [(Option<Code>, RowRule); 1] = [(Some(Code::ScoreRounded), score_precise::score_keeps_its_decimals)];

type Rule = fn(&Account<'_, '_>) -> Option<Diagnostic>;

/// The rules about the points for executing the budget; those before say more of it than those behind.
const OF_EXECUTION: [(Option<Code>, Rule); 3] = [
    (Some(Code::ScoreOutOfRange), score_possible::execution_is_possible),
    (Some(Code::ExecutionOff), execution_right::rate_is_right),
    (Some(Code::ExecutionOff), execution_right::points_follow_the_rule),
];

/// The rules about all results of a project.
const OF_ALL: [(Option<Code>, Rule); 5] = [
    (Some(Code::MissingResult), all_there::indicators_have_results),
    (Some(Code::ContradictoryResults), no_contradiction::results_agree),
    (Some(Code::TotalOff), total_adds_up::scores_add_up),
    (Some(Code::GradeOff), grade_follows::grade_is_that_of_the_score),
    (Some(Code::ResultsBeatSpending), fits_spending::results_fit_spending),
];

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::diagnostic::Levels;

    /// Only what finds errors is left: these are told in any case.
    #[test]
    fn rules_that_are_off_are_not_computed() {
        let mut levels = Levels::default();
        levels.select(&[]);
        let findings = Findings::by(Arc::new(levels));
        assert_eq!((wanted(&OF_A_ROW, &findings).len(), wanted(&APART, &findings).len()), (2, 0));
        assert_eq!((wanted(&OF_EXECUTION, &findings).len(), wanted(&OF_ALL, &findings).len()), (3, 2));
        assert!(wanted(&progress::RULES, &findings).is_empty());
    }
}
