//! The fields of the contract, in their order.

use std::{borrow::Cow, sync::Arc};

use serde::{Serialize, Serializer, ser::SerializeSeq};
use serde_json::value::{RawValue, to_raw_value};

use super::target::TargetView;
use crate::{
    check::Calculator,
    field::{Category, CategoryId, Field, LevelId, Standard, Units},
    model::{Amount, Budget, Check, Goal, Indicator, Project, Target},
    source::{Span, Spot, Spots},
    values::{Decimal, Number},
};

/// `{"code","name"}`
#[derive(Debug, Serialize)]
pub struct OrgView<'v> {
    /// The code, if there is one.
    pub code: Option<&'v str>,
    /// The name.
    pub name: &'v str,
}

/// `{"id","name"}`; the name is the one that forms print.
#[derive(Debug, Serialize)]
pub(super) struct Named<'v> {
    id: &'v str,
    name: &'v str,
}

impl<'v> Named<'v> {
    /// The grade of this number in a standard.
    pub fn grade(standard: &'v Standard, number: usize) -> Self {
        let grade = &standard.grades.list[number];
        Self { id: &grade.id, name: &grade.names.zh }
    }
}

/// The categories of a standard as JSON. Each row of a table names two of the same few.
#[derive(Debug)]
pub struct Categories {
    standard: Arc<Standard>,
    list: Vec<CategoryView>,
}

#[derive(Debug)]
struct CategoryView {
    level1: Box<RawValue>,
    level2: Box<RawValue>,
}

impl Categories {
    /// The categories of a standard.
    pub fn new(standard: &Arc<Standard>) -> serde_json::Result<Self> {
        let view = |category: &Category| {
            let level = standard.level(category.level);
            Ok(CategoryView {
                level1: to_raw_value(&Named { id: &level.id, name: &level.names.zh })?,
                level2: to_raw_value(&Named { id: &category.id, name: &category.names.zh })?,
            })
        };
        let list = standard.categories.list.iter().map(view).collect::<serde_json::Result<_>>()?;
        Ok(Self { standard: standard.clone(), list })
    }

    /// Whether they are those of this standard.
    pub fn are_of(&self, standard: &Arc<Standard>) -> bool {
        Arc::ptr_eq(&self.standard, standard)
    }

    /// The level and the category of this number.
    pub fn of(&self, category: CategoryId) -> (&RawValue, &RawValue) {
        let view = &self.list[category.0];
        (&view.level1, &view.level2)
    }
}

/// A project.
#[derive(Serialize)]
pub struct ProjectView<'v> {
    name: &'v str,
    year: Option<i16>,
    org: Option<OrgView<'v>>,
    standard: &'v str,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<&'v str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    period: Option<PeriodView>,
    budget: Option<BudgetView<'v>>,
    purpose: Option<String>,
    goals: Vec<&'v str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    basis: Option<&'v str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'v str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    weights: Vec<WeightView<'v>>,
    indicators: IndicatorsView<'v>,
    checks: Vec<CheckView<'v>>,
}

#[derive(Debug, Serialize)]
struct PeriodView {
    from: String,
    to: String,
}

#[derive(Debug, Serialize)]
pub(super) struct BudgetView<'v> {
    total: AmountView<'v>,
    sources: Vec<SourceView<'v>>,
}

#[derive(Debug, Serialize)]
struct AmountView<'v> {
    amount: Cow<'v, str>,
    unit: &'v str,
}

#[derive(Debug, Serialize)]
struct SourceView<'v> {
    id: &'v str,
    name: &'v str,
    #[serde(flatten)]
    amount: AmountView<'v>,
}

/// What a level carries in this project, where that departs from the standard.
#[derive(Debug, Serialize)]
struct WeightView<'v> {
    id: &'v str,
    name: &'v str,
    weight: String,
}

#[derive(Debug, Serialize)]
struct CheckView<'v> {
    name: &'v str,
    formula: &'v str,
    /// Null where it cannot be computed.
    holds: Option<bool>,
    left: Option<String>,
    right: Option<String>,
}

/// The indicators, each made when it is written: a table may have a hundred thousand.
struct IndicatorsView<'v> {
    project: &'v Project<'v>,
    categories: &'v Categories,
    units: &'v Units,
    spots: Option<&'v dyn Spots>,
}

#[derive(Debug, Serialize)]
struct IndicatorView<'v> {
    level1: &'v RawValue,
    level2: &'v RawValue,
    name: &'v str,
    description: &'v str,
    label: Option<&'v str>,
    weight: Option<Cow<'v, str>>,
    target: Option<TargetView<'v>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'v str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    basis: Option<&'v str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'v str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    baseline: Option<TargetView<'v>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    total: Option<TargetView<'v>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    stretch: Option<TargetView<'v>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<PlaceView<'v>>,
}

/// Where an indicator or its result stands; line and column begin at 1.
#[derive(Debug, Serialize)]
pub(super) struct PlaceView<'v> {
    file: Cow<'v, str>,
    line: usize,
    column: usize,
}

impl<'v> ProjectView<'v> {
    /// A project as JSON; with the places of its indicators where these are asked for.
    pub fn new(
        project: &'v Project<'v>,
        categories: &'v Categories,
        field: &'v Field,
        spots: Option<&'v dyn Spots>,
    ) -> Self {
        let standard = &project.standard;
        Self {
            name: &project.name.value,
            year: project.year.map(|year| year.value),
            org: project.org.as_ref().map(|org| OrgView { code: org.value.code.as_deref(), name: &org.value.name }),
            standard: &standard.id,
            code: project.code.as_deref(),
            period: project
                .period
                .map(|period| PeriodView { from: period.value.from.iso(), to: period.value.to.iso() }),
            budget: project.budget.as_ref().map(|budget| BudgetView::new(budget, standard)),
            purpose: paragraphs(&project.purpose),
            goals: project.goals.iter().map(|goal| &*goal.value).collect(),
            basis: project.basis.as_deref(),
            note: project.note.as_deref(),
            weights: project
                .weights
                .iter()
                .map(|(level, weight)| WeightView::new(standard, *level, weight.value))
                .collect(),
            indicators: IndicatorsView { project, categories, units: &field.units, spots },
            checks: checks(project, field),
        }
    }
}

fn checks<'v>(project: &'v Project<'v>, field: &Field) -> Vec<CheckView<'v>> {
    let calculator = Calculator::new(project, field);
    project.checks.iter().map(|check| CheckView::new(check, &calculator, field)).collect()
}

/// Paragraphs as one text; null where there are none.
fn paragraphs(texts: &[Goal<'_>]) -> Option<String> {
    let paragraphs: Vec<&str> = texts.iter().map(|text| &*text.value).collect();
    (!paragraphs.is_empty()).then(|| paragraphs.join("\n"))
}

/// A decimal as it was written, without its grouping commas and needless zeros before it.
pub(super) fn decimal<'v>(number: &'v Number<'_>) -> Cow<'v, str> {
    let text = &*number.text;
    let digits = text.trim_start_matches('-');
    let needless_zero = digits.len() > 1 && digits.starts_with('0') && !digits.starts_with("0.");
    if text.contains(',') || needless_zero { Cow::Owned(number.value.to_string()) } else { Cow::Borrowed(text) }
}

impl<'v> BudgetView<'v> {
    pub fn new(budget: &'v Budget<'v>, standard: &'v Standard) -> Self {
        let sources = budget.parts.iter().map(|part| {
            let fund = &standard.funds.list[part.fund];
            SourceView { id: &fund.id, name: &fund.names.zh, amount: AmountView::new(&part.amount.value) }
        });
        Self { total: AmountView::new(&budget.total.value), sources: sources.collect() }
    }
}

impl<'v> AmountView<'v> {
    fn new(amount: &'v Amount<'v>) -> Self {
        Self { amount: decimal(&amount.number), unit: amount.unit }
    }
}

impl<'v> WeightView<'v> {
    fn new(standard: &'v Standard, level: LevelId, weight: Decimal) -> Self {
        let level = standard.level(level);
        Self { id: &level.id, name: &level.names.zh, weight: weight.to_string() }
    }
}

impl<'v> CheckView<'v> {
    fn new(check: &'v Check<'v>, calculator: &Calculator<'_, '_>, field: &Field) -> Self {
        let outcome = calculator.evaluate(check).ok();
        Self {
            name: check.name.as_deref().unwrap_or(&check.text.en),
            formula: &check.text.en,
            holds: outcome.as_ref().map(|outcome| outcome.holds),
            left: outcome.as_ref().map(|outcome| outcome.left.shown_like(&outcome.right, field)),
            right: outcome.as_ref().map(|outcome| outcome.right.shown(field)),
        }
    }
}

impl Serialize for IndicatorsView<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(Some(self.project.indicators.len()))?;
        for indicator in &self.project.indicators {
            list.serialize_element(&IndicatorView::new(indicator, self))?;
        }
        list.end()
    }
}

impl<'v> IndicatorView<'v> {
    fn new(indicator: &'v Indicator<'v>, list: &'v IndicatorsView<'v>) -> Self {
        let standard: &'v Standard = &list.project.standard;
        let (level1, level2) = list.categories.of(indicator.category);
        let details = indicator.details.as_deref();
        let target =
            |target: Option<&'v Target<'v>>| target.map(|target| TargetView::new(target, standard, list.units));
        Self {
            level1,
            level2,
            name: &indicator.name.value,
            description: indicator.description(),
            label: indicator.label.map(|label| label.value),
            weight: indicator.weight.as_ref().map(|weight| decimal(&weight.value)),
            target: target(indicator.target.as_ref()),
            source: details.and_then(|details| details.source.as_deref()),
            basis: details.and_then(|details| details.basis.as_deref()),
            note: details.and_then(|details| details.note.as_deref()),
            baseline: target(details.and_then(|details| details.baseline.as_ref())),
            total: target(details.and_then(|details| details.total.as_ref())),
            stretch: target(details.and_then(|details| details.stretch.as_ref())),
            at: list.spots.map(|spots| PlaceView::new(indicator.word, spots)),
        }
    }
}

impl<'v> PlaceView<'v> {
    pub fn new(span: Span, spots: &'v dyn Spots) -> Self {
        let Spot { name, line, column } = spots.spot(span);
        Self { file: name, line, column }
    }
}
