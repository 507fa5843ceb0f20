//! The sheet in which an analyst fills in what a project achieved, as data: what it says, and what it asks for.

use super::amount;
#[cfg(feature = "documents")]
use super::{RenderError, xlsx};
use crate::{
    evaluation::{evaluate, percent},
    field::{Field, Scoring},
    model::{Amount, Budget, Project, Target, Wanted},
    values::{Decimal, Ratio},
};

/// What stands over the hidden column in which each row names its category. It tells these sheets from others.
pub(crate) const KEY: &str = "perfc-1";

/// The unit of money where a project has no budget.
const NO_BUDGET: &str = "元";

/// The sheet of a project, all texts as it shows them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FillIn {
    /// The name of the project.
    pub project: String,
    /// The day that the results are of, `2026-12-31`, where it is known before they are filled in.
    pub at: Option<jiff::civil::Date>,
    /// The unit of all money on it.
    pub unit: String,
    /// The budget: all of it first, then each source of money that the standard knows.
    pub funds: Vec<Fund>,
    /// The goals, a line each.
    pub goals: String,
    /// The indicators, in the order of their levels.
    pub rows: Vec<Asked>,
    /// How targets in words are judged, each with the shares that belong to it: `达成年度指标：80%～100%`.
    pub judgements: Vec<String>,
}

/// A source of money, or all of them together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fund {
    /// Its name.
    pub name: String,
    /// What was budgeted; blank where nothing was said.
    pub budget: String,
}

/// An indicator, and what is asked of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The level-1 category.
    pub level1: String,
    /// The level-2 category.
    pub level2: String,
    /// The id of the level-2 category, by which the row is found again.
    pub category: String,
    /// Its name.
    pub name: String,
    /// The target as forms print it.
    pub target: String,
    /// Its points; blank where there are none for it.
    pub weight: String,
    /// What kind of result is asked for.
    pub wanted: Wanted,
    /// The unit of the result, where that is a number.
    pub unit: String,
}

/// The sheet of a project.
pub fn fill_in(project: &Project<'_>, field: &Field) -> FillIn {
    let weights = evaluate(project, None, &project.standard, field).rows;
    let mut order: Vec<usize> = (0..project.indicators.len()).collect();
    order.sort_by_key(|at| project.level_of(&project.indicators[*at]));
    let row = |at: usize| asked(project, at, weights.get(at).and_then(|row| row.weight));
    let total = project.budget.as_ref().map(|budget| &budget.total.value);
    FillIn {
        project: project.name.value.clone().into_owned(),
        at: None,
        unit: total.map_or(NO_BUDGET, |total| total.unit).to_owned(),
        funds: funds(project),
        goals: project.goals.iter().map(|goal| &*goal.value).collect::<Vec<_>>().join("\n"),
        rows: order.into_iter().map(row).collect(),
        judgements: judgements(&project.standard.scoring),
    }
}

/// Writes sheets as an Excel workbook, in which what was asked for can be changed no more, and what is filled in is checked
/// as it is typed. The same sheets always give the same bytes.
///
/// # Errors
/// [`RenderError`] where a text is too long for a cell, or there are too many rows for a sheet.
#[cfg(feature = "documents")]
pub fn write(sheets: &[FillIn]) -> Result<Vec<u8>, RenderError> {
    xlsx::fill_in(sheets)
}

fn asked(project: &Project<'_>, at: usize, weight: Option<Decimal>) -> Asked {
    let indicator = &project.indicators[at];
    let category = project.standard.category(indicator.category);
    let target = indicator.target.as_ref();
    let own = indicator.weight.as_ref().map(|weight| weight.value.text.clone().into_owned());
    Asked {
        level1: project.standard.level(category.level).names.zh.clone(),
        level2: category.names.zh.clone(),
        category: category.id.clone(),
        name: indicator.name.value.clone().into_owned(),
        target: target.map(|target| target.printed(&project.standard)).unwrap_or_default(),
        weight: own.or_else(|| weight.map(|weight| weight.normalize().to_string())).unwrap_or_default(),
        wanted: target.map_or(Wanted::Any, Target::wanted),
        unit: target.and_then(Target::wanted_unit).map(|unit| unit.printed().into_owned()).unwrap_or_default(),
    }
}

/// All of the budget, and each fund of the standard.
fn funds(project: &Project<'_>) -> Vec<Fund> {
    let budget = project.budget.as_ref();
    let shown = |amount: Option<&Amount<'_>>, budget: Option<&Budget<'_>>| {
        let both = amount.zip(budget.map(|budget| &budget.total.value));
        both.map(|(amount, total)| amount::printed(amount, total).into_owned()).unwrap_or_default()
    };
    let total =
        Fund { name: "年度资金总额".to_owned(), budget: shown(budget.map(|budget| &budget.total.value), budget) };
    let part = |number: usize| {
        let parts = budget.map(|budget| budget.parts.as_slice()).unwrap_or_default();
        parts.iter().find(|part| part.fund == number).map(|part| &part.amount.value)
    };
    let list = &project.standard.funds.list;
    let fund = |(number, fund): (usize, &crate::field::Fund)| Fund {
        name: fund.names.zh.clone(),
        budget: shown(part(number), budget),
    };
    std::iter::once(total).chain(list.iter().enumerate().map(fund)).collect()
}

fn judgements(scoring: &Scoring) -> Vec<String> {
    let mut end = Ratio::ONE;
    let line = |judgement: &crate::field::Judgement| {
        let begin = judgement.least.1;
        let line = format!("{}：{}～{}", judgement.names.zh, percent(begin), percent(end));
        end = begin;
        line
    };
    scoring.judgements.list.iter().map(line).collect()
}
