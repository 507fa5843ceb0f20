//! What must hold of results, a rule a file.
//!
//! A project is scored once, and all rules look at that. What is wrong with a result is told once, by the first rule that
//! holds and that it breaks, and nothing follows from what cannot be scored. Numbers of the file that contradict each other are errors;
//! what the rules of scoring or a reviewer would have otherwise is a warning.

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

use super::{BUDGET, money_is_sound};
use crate::{
    diagnostic::{Diagnostic, Findings, Text},
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
    findings.report_if(all_there::indicators_have_results(&account));
    let monitoring = during_the_year(&account);
    for row in account.rows() {
        let progress = monitoring.iter().flat_map(|monitoring| progress::of_a_row(&row, monitoring));
        report_first(OF_A_ROW.iter().filter_map(|rule| rule(&row)).chain(progress), findings);
        findings.report_if(score_precise::score_keeps_its_decimals(&row));
    }
    findings.report_if(no_contradiction::results_agree(&account));
    for (money, name) in [(&results.budget, BUDGET), (&results.spent, SPENDING), (&results.forecast, FORECAST)] {
        money_is_sound(money.as_ref(), name, &project.standard, field, findings);
    }
    for (money, name) in [(&results.spent, SPENDING), (&results.forecast, FORECAST)] {
        findings.report_if(within_budget::money_is_within_budget(&account, money.as_ref(), name));
    }
    report_first(OF_EXECUTION.iter().filter_map(|rule| rule(&account)), findings);
    findings.report_if(total_adds_up::scores_add_up(&account));
    findings.report_if(grade_follows::grade_is_that_of_the_score(&account));
    findings.report_if(fits_spending::results_fit_spending(&account));
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

/// The rules about a result; those before say more of it than those behind.
const OF_A_ROW: [fn(&Row<'_, '_>) -> Option<Diagnostic>; 10] = [
    can_be_scored::result_can_be_scored,
    not_a_bound::result_is_no_bound,
    not_in_future::result_is_not_in_future,
    score_possible::score_is_possible,
    direction_told::direction_is_told,
    full_score::full_score_is_earned,
    lost_points::lost_points_have_a_reason,
    score_by_rule::score_follows_the_rule,
    overshoot::overshoot_is_explained,
    miss_explained::miss_is_explained,
];

/// The rules about the points for executing the budget.
const OF_EXECUTION: [fn(&Account<'_, '_>) -> Option<Diagnostic>; 3] =
    [score_possible::execution_is_possible, execution_right::rate_is_right, execution_right::points_follow_the_rule];
