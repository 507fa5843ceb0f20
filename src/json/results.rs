//! What projects achieved, in the contract.

use std::borrow::Cow;

use serde::Serialize;
use serde_json::value::RawValue;

use super::{
    target::TargetView,
    view::{BudgetView, Categories, Named, PlaceView, decimal},
};
use crate::{
    field::{Field, Units},
    model::{Achievement, Budget, Project, Results, Target},
    source::Spots,
};

/// What a project achieved up to a day.
#[derive(Debug, Serialize)]
pub struct ResultsView<'v> {
    /// The name of the project, which may stand in another file.
    project: &'v str,
    at: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    budget: Option<BudgetView<'v>>,
    spent: Option<BudgetView<'v>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    forecast: Option<BudgetView<'v>>,
    goals: Vec<&'v str>,
    /// The percentage that was filled in.
    #[serde(skip_serializing_if = "Option::is_none")]
    execution: Option<Cow<'v, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    execution_score: Option<Cow<'v, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    score: Option<Cow<'v, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    grade: Option<Named<'v>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'v str>,
    indicators: Vec<AchievementView<'v>>,
}

/// What was achieved of an indicator.
#[derive(Debug, Serialize)]
struct AchievementView<'v> {
    level1: &'v RawValue,
    level2: &'v RawValue,
    name: &'v str,
    label: Option<&'v str>,
    actual: Option<TargetView<'v>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    forecast: Option<TargetView<'v>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    likelihood: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    score: Option<Cow<'v, str>>,
    reason: Option<&'v str>,
    note: Option<&'v str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<PlaceView<'v>>,
}

impl<'v> ResultsView<'v> {
    /// Results as JSON; the categories are those of the project's standard; with the places of its rows where these are
    /// asked for.
    pub fn new(
        project: &'v Project<'v>,
        results: &'v Results<'v>,
        categories: &'v Categories,
        field: &'v Field,
        spots: Option<&'v dyn Spots>,
    ) -> Self {
        let standard = &project.standard;
        let money = |money: &'v Option<Budget<'v>>| money.as_ref().map(|money| BudgetView::new(money, standard));
        let row = |row: &'v Achievement<'v>| AchievementView::new(row, project, categories, &field.units, spots);
        Self {
            project: &results.project.value,
            at: results.at.map(|at| at.value.iso()),
            budget: money(&results.budget),
            spent: money(&results.spent),
            forecast: money(&results.forecast),
            goals: results.goals.iter().map(|goal| &*goal.value).collect(),
            execution: results.rate.as_ref().map(|rate| decimal(&rate.value)),
            execution_score: results.execution.as_ref().map(|score| decimal(&score.value)),
            score: results.score.as_ref().map(|score| decimal(&score.value)),
            grade: results.grade.as_ref().map(|grade| Named::grade(standard, grade.value)),
            note: results.note.as_deref(),
            indicators: results.rows.iter().map(row).collect(),
        }
    }
}

impl<'v> AchievementView<'v> {
    fn new(
        row: &'v Achievement<'v>,
        project: &'v Project<'v>,
        categories: &'v Categories,
        units: &'v Units,
        spots: Option<&'v dyn Spots>,
    ) -> Self {
        let indicator = &project.indicators[row.indicator];
        let (level1, level2) = categories.of(indicator.category);
        let value = |value: &'v Option<Target<'v>>, is_share| {
            let view = TargetView::new(value.as_ref()?, &project.standard, units);
            Some(if is_share { view.achieved() } else { view })
        };
        let forecast = row.forecast.as_deref();
        Self {
            level1,
            level2,
            name: &indicator.name.value,
            label: indicator.label.map(|label| label.value),
            actual: value(&row.value, row.is_share),
            forecast: forecast.and_then(|forecast| value(&forecast.value, forecast.is_share)),
            likelihood: forecast.and_then(|forecast| Some(forecast.likelihood?.value.id())),
            score: row.score.as_ref().map(|score| decimal(&score.value)),
            reason: row.reason.as_deref(),
            note: row.note.as_deref(),
            at: spots.map(|spots| PlaceView::new(row.name, spots)),
        }
    }
}
