//! The sheet in which an analyst fills in what a project achieved, as data: what it says, and what it asks for.

use std::borrow::Cow;

use foldhash::HashMap;

use super::amount;
#[cfg(feature = "documents")]
use super::{RenderError, xlsx};
use crate::{
    evaluation::{evaluate, percent},
    field::{Field, Scoring, Standard},
    model::{Achievement, Amount, Budget, Meaning, Project, Results, Target, Wanted},
    monitoring::is_early,
    values::{Bound, Decimal, Ratio},
};

/// What stands over the hidden column in which each row names its category. It tells these sheets from others.
pub(crate) const KEY: &str = "perfc-1";

/// What all of the money is called.
const TOTAL: &str = "年度资金总额";

/// The unit of percentages, which are typed with it or without.
pub(crate) const PERCENT: &str = "%";

/// The unit of money where a project has no budget.
const NO_BUDGET: &str = "元";

/// The sheet of a project, all texts as it shows them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FillIn {
    /// The name of the project.
    pub project: String,
    /// The day that the results are of, `2026-12-31`, where it is known before they are filled in.
    pub at: Option<jiff::civil::Date>,
    /// Whether that is before the end of the time for the targets, so that it asks as well for what is expected by then.
    pub is_early: bool,
    /// The unit of all money on it.
    pub unit: String,
    /// The budget: all of it first, then each source of money that the standard knows.
    pub funds: Vec<Fund>,
    /// The goals, a line each.
    pub goals: String,
    /// What became of them, where that is filled in already.
    pub outcome: String,
    /// The indicators, in the order of their levels.
    pub rows: Vec<Asked>,
    /// How targets in words are judged, best first.
    pub judgements: Vec<Judged>,
}

/// How a target in words may be judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    /// Its name: 达成年度指标.
    pub name: String,
    /// The shares of the points that belong to it: `80%～100%`.
    pub range: String,
}

/// A source of money, or all of them together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fund {
    /// Its name.
    pub name: String,
    /// What was budgeted; blank where nothing was said.
    pub budget: String,
    /// The budget as it was adjusted, where that is filled in already.
    pub adjusted: String,
    /// What was spent, likewise.
    pub spent: String,
    /// What will be spent by the end of the year, likewise.
    pub forecast: String,
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
    /// The number of the indicator in its project.
    pub indicator: usize,
    /// What is filled in already.
    pub filled: Filled,
}

/// What is filled in for an indicator, each as it would be typed; blank where nothing is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filled {
    /// What was achieved: `13`, `88.5%`, `2026-11-20`, `是`.
    pub value: String,
    /// What is expected by the end of the year.
    pub forecast: String,
    /// 完成目标可能性
    pub likelihood: String,
    /// The points.
    pub score: String,
    /// 偏差原因分析及改进措施
    pub reason: String,
    /// 备注
    pub note: String,
}

impl FillIn {
    /// Asks for the results up to a day.
    #[must_use]
    pub fn at(self, day: jiff::civil::Date, project: &Project<'_>) -> Self {
        Self { at: Some(day), is_early: is_early(project, day), ..self }
    }

    /// Fills in what is known already, so that nobody has to type it again. The day is that of the results where none
    /// was given.
    pub fn fill(&mut self, project: &Project<'_>, results: &Results<'_>) {
        if let (None, Some(at)) = (self.at, results.at) {
            *self = std::mem::take(self).at(at.value.last_day(), project);
        }
        self.outcome = results.goals.iter().map(|goal| &*goal.value).collect::<Vec<_>>().join("\n");
        let total = project.budget.as_ref().map(|budget| &budget.total.value);
        for (number, fund) in self.funds.iter_mut().enumerate() {
            fund.adjusted = amount_of(number, results.budget.as_ref(), total);
            fund.spent = amount_of(number, results.spent.as_ref(), total);
            fund.forecast = amount_of(number, results.forecast.as_ref(), total);
        }
        let rows: HashMap<usize, &Achievement<'_>> = results.rows.iter().map(|row| (row.indicator, row)).collect();
        for asked in &mut self.rows {
            if let Some(row) = rows.get(&asked.indicator) {
                asked.filled = filled(row, asked, project);
            }
        }
    }
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
        is_early: false,
        unit: total.map_or(NO_BUDGET, |total| total.unit).to_owned(),
        funds: funds(project),
        goals: project.goals.iter().map(|goal| &*goal.value).collect::<Vec<_>>().join("\n"),
        outcome: String::new(),
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
        indicator: at,
        filled: Filled::default(),
    }
}

fn filled(row: &Achievement<'_>, asked: &Asked, project: &Project<'_>) -> Filled {
    let text = |said: &Option<Cow<'_, str>>| said.as_deref().unwrap_or_default().to_owned();
    let value =
        |value: Option<&Target<'_>>| value.map(|value| typed(value, asked, &project.standard)).unwrap_or_default();
    let forecast = row.forecast.as_deref();
    let likelihood = forecast.and_then(|forecast| forecast.likelihood);
    Filled {
        value: value(row.value.as_ref()),
        forecast: value(forecast.and_then(|forecast| forecast.value.as_ref())),
        likelihood: likelihood.map(|likelihood| likelihood.value.name().zh.to_owned()).unwrap_or_default(),
        score: row.score.as_ref().map(|score| score.value.text.clone().into_owned()).unwrap_or_default(),
        reason: text(&row.reason),
        note: text(&row.note),
    }
}

/// What was achieved, as it would be typed beside the unit of the target.
fn typed(value: &Target<'_>, asked: &Asked, standard: &Standard) -> String {
    match &value.meaning {
        Meaning::Open => String::new(),
        Meaning::Date { date, bound: Bound::At } if date.day.is_some() => date.iso(),
        Meaning::Number(quantity) if quantity.comparison.is_none() && value.per.is_none() => {
            let unit = quantity.unit.map(|unit| unit.printed()).unwrap_or_default();
            let is_beside = unit == asked.unit && unit != PERCENT;
            if is_beside { quantity.number.value.text.clone().into_owned() } else { value.printed(standard) }
        }
        _ => value.printed(standard),
    }
}

/// An amount in the unit of the budget: the first is all of it, then those of the funds in their order.
fn amount_of(number: usize, money: Option<&Budget<'_>>, total: Option<&Amount<'_>>) -> String {
    let Some(money) = money else { return String::new() };
    let own = match number.checked_sub(1) {
        None => Some(&money.total.value),
        Some(fund) => money.parts.iter().find(|part| part.fund == fund).map(|part| &part.amount.value),
    };
    own.map(|own| amount::printed(own, total.unwrap_or(own)).into_owned()).unwrap_or_default()
}

/// All of the budget, and each fund of the standard.
fn funds(project: &Project<'_>) -> Vec<Fund> {
    let budget = project.budget.as_ref();
    let total = budget.map(|budget| &budget.total.value);
    let fund = |(number, name): (usize, &str)| Fund {
        name: name.to_owned(),
        budget: amount_of(number, budget, total),
        adjusted: String::new(),
        spent: String::new(),
        forecast: String::new(),
    };
    let names = project.standard.funds.list.iter().map(|fund| &*fund.names.zh);
    std::iter::once(TOTAL).chain(names).enumerate().map(fund).collect()
}

fn judgements(scoring: &Scoring) -> Vec<Judged> {
    let mut end = Ratio::ONE;
    let judged = |judgement: &crate::field::Judgement| {
        let begin = judgement.least.1;
        let range = format!("{}～{}", percent(begin), percent(end));
        end = begin;
        Judged { name: judgement.names.zh.clone(), range }
    };
    scoring.judgements.list.iter().map(judged).collect()
}
