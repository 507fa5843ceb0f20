//! What became of a project, in the cells of a form.

use std::borrow::Cow;

use super::{
    amount,
    build::{Filler, goals},
    layout::{Content, Detail},
};
use crate::{
    diagnostic::Lang,
    evaluation::{Execution, Scored, percent},
    field::Light,
    model::{Achievement, Amount, Budget, Indicator, Results},
    monitoring::{Elapsed, Monitoring, extrapolated},
};

/// The name by which a layout means all funds together.
pub(super) const TOTAL: &str = "total";

impl<'t> Filler<'t, '_> {
    /// What the project achieved, if the form is filled in with that.
    pub(super) fn results(&self) -> Option<&'t Results<'t>> {
        self.outcome?.results
    }

    /// A cell above or below the indicators; blank where nothing is known.
    pub(super) fn outcome_slot(&self, content: &'t Content) -> Cow<'t, str> {
        let Some(outcome) = self.outcome else { return Cow::default() };
        let total = &outcome.evaluation.total;
        let execution = || outcome.evaluation.execution.as_ref();
        let points = |execution: &Execution| execution.score.as_ref().ok().map(|score| score.points.to_string());
        let text = match content {
            Content::Adjusted(fund) => return self.money(self.adjusted(), fund),
            Content::Spent(fund) => return self.money(self.results().and_then(|results| results.spent.as_ref()), fund),
            Content::Outcome(pattern) => self.results().map(|results| goals(&results.goals, pattern)),
            Content::Forecast(fund) => self.forecast(fund),
            Content::Executed(fund) => self.executed(fund),
            Content::Light => self.monitoring().and_then(|monitoring| monitoring.light).map(light),
            Content::Rate => execution().and_then(|execution| execution.rate).map(percent),
            Content::Points => execution().map(|execution| execution.weight.normalize().to_string()),
            Content::Earned => execution().and_then(points),
            Content::Weights => Some(total.weight.normalize().to_string()),
            Content::Score => total.points.map(|points| points.to_string()),
            Content::Grade => total.grade.map(|grade| outcome.rules.grades.list[grade].names.zh.clone()),
            Content::Remark => self.results().and_then(|results| results.note.as_deref()).map(str::to_owned),
            _ => None,
        };
        text.map_or_else(Cow::default, Cow::Owned)
    }

    /// What a cell says of the money from a fund, where it is for such; the layout may name another.
    pub(super) fn of_fund(&self, content: &Content, fund: &str) -> Option<Cow<'t, str>> {
        let spent = || self.results().and_then(|results| results.spent.as_ref());
        match content {
            Content::Fund(_) => Some(self.fund(fund)),
            Content::Adjusted(_) => Some(self.outcome.map_or_else(Cow::default, |_| self.money(self.adjusted(), fund))),
            Content::Spent(_) => Some(self.money(spent(), fund)),
            Content::Executed(_) => Some(self.executed(fund).unwrap_or_default().into()),
            Content::Forecast(_) => Some(self.forecast(fund).unwrap_or_default().into()),
            _ => None,
        }
    }

    /// The budget as it was adjusted, else as it was set.
    fn adjusted(&self) -> Option<&'t Budget<'t>> {
        self.results().and_then(|results| results.budget.as_ref()).or(self.project.budget.as_ref())
    }

    /// An amount in the unit of the form: from one fund, or all.
    fn money(&self, budget: Option<&'t Budget<'t>>, fund: &str) -> Cow<'t, str> {
        let Some((budget, form)) = budget.zip(self.total()) else { return Cow::default() };
        if fund == TOTAL {
            return amount::printed(&budget.total.value, form);
        }
        let number = self.project.standard.funds.find(fund);
        let part = budget.parts.iter().find(|part| Some(part.fund) == number);
        part.map_or_else(Cow::default, |part| amount::printed(&part.amount.value, form))
    }

    fn monitoring(&self) -> Option<&'t Monitoring> {
        self.outcome?.monitoring
    }

    /// The number of a fund; `None` where all together are meant.
    fn fund_of(&self, fund: &str) -> Option<Option<usize>> {
        if fund == TOTAL { Some(None) } else { self.project.standard.funds.find(fund).map(Some) }
    }

    /// 执行率 of one fund, or of all.
    fn executed(&self, fund: &str) -> Option<String> {
        let fund = self.fund_of(fund)?;
        let spent = part_of(self.results()?.spent.as_ref()?, fund)?;
        let budget = part_of(self.adjusted()?, fund)?;
        let is_same = spent.meaning.dimension == budget.meaning.dimension;
        spent.base()?.over(budget.base()?).filter(|_| is_same).map(percent)
    }

    /// 全年预计执行数 of one fund, or of all.
    fn forecast(&self, fund: &str) -> Option<String> {
        let results = self.results()?;
        let elapsed = self.monitoring()?.elapsed.as_ref().ok()?;
        let (value, is_computed) = expected_amount(results, self.fund_of(fund)?, self.total(), elapsed)?;
        Some(marked(value, is_computed))
    }

    /// The points of an indicator: as written, else as they are allotted where the form is one of results.
    pub(super) fn weight(&self, number: usize, indicator: &'t Indicator<'_>) -> Cow<'t, str> {
        match (&indicator.weight, self.scored(number).and_then(|row| row.weight)) {
            (Some(weight), _) => Cow::Borrowed(&*weight.value.text),
            (None, Some(weight)) => weight.normalize().to_string().into(),
            (None, None) => Cow::default(),
        }
    }

    fn scored(&self, number: usize) -> Option<&'t Scored> {
        self.outcome?.evaluation.rows.get(number)
    }

    fn achievement(&self, number: usize) -> Option<&'t Achievement<'t>> {
        self.results()?.rows.get(self.scored(number)?.result?)
    }

    /// A cell of an indicator; blank where nothing is known.
    pub(super) fn result(&self, number: usize, detail: Detail) -> Cow<'t, str> {
        let score = || self.scored(number)?.score.as_ref().ok();
        let watched = || self.monitoring()?.rows.get(number);
        let progress = || watched()?.progress.as_ref().ok();
        let text = match detail {
            Detail::Actual => return self.actual(number),
            Detail::Reason => return borrowed(self.achievement(number).and_then(|row| row.reason.as_deref())),
            Detail::Remark => return borrowed(self.achievement(number).and_then(|row| row.note.as_deref())),
            Detail::Due => progress().and_then(|progress| progress.due.clone()),
            Detail::Progress => progress().and_then(|progress| progress.share).map(percent),
            Detail::Light => progress().map(|progress| light(progress.light)),
            Detail::Likelihood => watched().and_then(|row| row.likelihood).map(|word| word.name().zh.to_owned()),
            Detail::Forecast => {
                let expected = watched().and_then(|row| row.expected.clone());
                expected.map(|expected| marked(expected.value, expected.is_computed))
            }
            Detail::Attainment => score().and_then(|score| score.attainment).map(percent),
            Detail::Score => score().map(|score| score.points.to_string()),
            Detail::How => score().map(|score| score.explained().get(Lang::Zh).to_owned()),
            _ => None,
        };
        text.map_or_else(Cow::default, Cow::Owned)
    }

    /// What was achieved, as written; of a target in words the judgement, with the share that it is.
    fn actual(&self, number: usize) -> Cow<'t, str> {
        let Some(value) = self.achievement(number).and_then(|row| row.value.as_ref()) else { return Cow::default() };
        let printed = value.printed(&self.project.standard);
        match self.scored(number).and_then(|row| row.score.as_ref().ok()) {
            Some(score) => score.shown(&printed, Lang::Zh).into(),
            None => printed.into(),
        }
    }
}

fn light(light: Light) -> String {
    light.name().zh.to_owned()
}

/// The mark of what is computed: nobody said it.
pub(crate) const COMPUTED: &str = "（推算）";

/// What is computed bears a mark.
pub(crate) fn marked(value: String, is_computed: bool) -> String {
    if is_computed { value + COMPUTED } else { value }
}

/// All of a budget, or what comes from one fund.
fn part_of<'b, 's>(budget: &'b Budget<'s>, fund: Option<usize>) -> Option<&'b Amount<'s>> {
    match fund {
        None => Some(&budget.total.value),
        Some(fund) => budget.parts.iter().find(|part| part.fund == fund).map(|part| &part.amount.value),
    }
}

/// What will be spent by the end of the year, of one fund or of all, in the unit of the form; and whether that is
/// computed from what is spent, for nobody says it.
pub(crate) fn expected_amount(
    results: &Results<'_>,
    fund: Option<usize>,
    form: Option<&Amount<'_>>,
    elapsed: &Elapsed,
) -> Option<(String, bool)> {
    if let Some(forecast) = &results.forecast {
        let amount = part_of(forecast, fund)?;
        return Some((amount::printed(amount, form.unwrap_or(amount)).into_owned(), false));
    }
    let spent = part_of(results.spent.as_ref()?, fund)?;
    let amount = extrapolated(spent, form.unwrap_or(spent), elapsed)?;
    Some((amount.to_string(), true))
}

fn borrowed(text: Option<&str>) -> Cow<'_, str> {
    Cow::Borrowed(text.unwrap_or_default())
}
