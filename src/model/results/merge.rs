//! What several statements say of one project and one day is one: a sheet that was filled in beside what stands in the
//! file. What they say alike counts once, what one of them leaves open the other fills in, and what they say differently
//! is reported with both places.

use std::borrow::Cow;

use foldhash::{HashMap, HashSet};
use jiff::civil;

use super::{Achievement, Forecast, Results};
use crate::{
    arguments::Located,
    diagnostic::{Code, Diagnostic, Findings, Lang, Value},
    field::Dimension,
    model::{
        budget::{Amount, Budget},
        project::Project,
        target::{Meaning, Quantity, Target},
    },
    source::Span,
    values::{Number, Ratio},
    words::{Comparison, Keyword},
};

/// The results of one project, those of one day together, in the order in which the days are first named.
pub(super) fn by_day<'s>(list: Vec<Results<'s>>, project: &Project<'s>, findings: &mut Findings) -> Vec<Results<'s>> {
    let mut days: Vec<Day<'_, 's>> = Vec::new();
    let mut places: HashMap<Option<civil::Date>, usize> = HashMap::default();
    for results in list {
        let day = results.at.map(|at| at.value.last_day());
        let place = *places.entry(day).or_insert(days.len());
        match days.get_mut(place) {
            Some(day) => day.take_in(results, findings),
            None => days.push(Day::new(results, project)),
        }
    }
    days.into_iter().map(|day| day.results).collect()
}

/// All that is said of a day so far.
struct Day<'p, 's> {
    results: Results<'s>,
    project: &'p Project<'s>,
    /// The number of the row of each indicator that has one.
    rows: HashMap<usize, usize>,
    goals: HashSet<Cow<'s, str>>,
}

impl<'p, 's> Day<'p, 's> {
    fn new(results: Results<'s>, project: &'p Project<'s>) -> Self {
        let rows = results.rows.iter().enumerate().map(|(number, row)| (row.indicator, number)).collect();
        let goals = results.goals.iter().map(|goal| goal.value.clone()).collect();
        Self { results, project, rows, goals }
    }

    fn take_in(&mut self, other: Results<'s>, findings: &mut Findings) {
        let mine = &mut self.results;
        mine.is_partial |= other.is_partial;
        let mut keep = Keeper { findings };
        keep.money(&mut mine.budget, other.budget, Keyword::Budget);
        keep.money(&mut mine.spent, other.spent, Keyword::Spent);
        keep.money(&mut mine.forecast, other.forecast, Keyword::Forecast);
        keep.number(&mut mine.rate, other.rate, Keyword::Execution);
        keep.number(&mut mine.execution, other.execution, Keyword::Execution);
        keep.number(&mut mine.score, other.score, Keyword::Score);
        keep.keep(&mut mine.grade, other.grade, Keyword::Grade, |one, other| one.value == other.value, |one| one.span);
        mine.goals.extend(other.goals.into_iter().filter(|goal| self.goals.insert(goal.value.clone())));
        mine.note = match (mine.note.take(), other.note) {
            (Some(one), Some(other)) if one != other => Some(format!("{one}\n{other}").into()),
            (one, other) => one.or(other),
        };
        other.rows.into_iter().for_each(|row| self.row(row, findings));
    }

    fn row(&mut self, row: Achievement<'s>, findings: &mut Findings) {
        let known = self.rows.get(&row.indicator).and_then(|number| self.results.rows.get_mut(*number));
        let Some(mine) = known else {
            self.rows.insert(row.indicator, self.results.rows.len());
            return self.results.rows.push(row);
        };
        if agree(mine, &row, self.project) {
            return complete(mine, row);
        }
        let name = &self.project.indicators[row.indicator].name.value;
        let finding = Diagnostic::new(Code::DuplicateIndicator, row.name).with("name", &**name).help(1);
        findings.report(finding.also(1, mine.name));
    }
}

/// Takes what one statement says and another does not.
struct Keeper<'f> {
    findings: &'f mut Findings,
}

impl Keeper<'_> {
    fn keep<T>(
        &mut self,
        mine: &mut Option<T>,
        other: Option<T>,
        keyword: Keyword,
        same: impl Fn(&T, &T) -> bool,
        span: impl Fn(&T) -> Span,
    ) {
        match (&*mine, other) {
            (None, other) => *mine = other,
            (Some(one), Some(other)) if !same(one, &other) => {
                let word = Value::list([(keyword.spelling(Lang::Zh), keyword.spelling(Lang::En))]);
                let finding = Diagnostic::new(Code::RepeatedStatement, span(&other)).with("word", word);
                self.findings.report(finding.also(1, span(one)));
            }
            _ => {}
        }
    }

    fn number<'s>(
        &mut self,
        mine: &mut Option<Located<Number<'s>>>,
        other: Option<Located<Number<'s>>>,
        keyword: Keyword,
    ) {
        self.keep(mine, other, keyword, |one, other| one.value.value == other.value.value, |number| number.span);
    }

    /// Sources count for what they are where only one of both names them.
    fn money<'s>(&mut self, mine: &mut Option<Budget<'s>>, other: Option<Budget<'s>>, keyword: Keyword) {
        let parts = other.as_ref().map(|other| other.parts.clone()).unwrap_or_default();
        self.keep(mine, other, keyword, same_money, |money| money.total.span);
        if let Some(mine) = mine.as_mut().filter(|mine| mine.parts.is_empty()) {
            mine.parts = parts;
        }
    }
}

fn same_money(one: &Budget<'_>, other: &Budget<'_>) -> bool {
    let parts = |money: &Budget<'_>| {
        let mut parts: Vec<_> = money.parts.iter().map(|part| (part.fund, in_base(&part.amount.value))).collect();
        parts.sort_unstable_by_key(|(fund, _)| *fund);
        parts
    };
    let is_one_silent = one.parts.is_empty() || other.parts.is_empty();
    in_base(&one.total.value) == in_base(&other.total.value) && (is_one_silent || parts(one) == parts(other))
}

/// An amount in base units and what it is counted in, for currencies have no rate.
fn in_base(amount: &Amount<'_>) -> (Option<Ratio>, Dimension) {
    (amount.base(), amount.meaning.dimension)
}

/// Whether two rows of an indicator contradict each other in nothing.
fn agree(one: &Achievement<'_>, other: &Achievement<'_>, project: &Project<'_>) -> bool {
    let values = said(one).zip(said(other));
    let forecasts = one.forecast.as_deref().zip(other.forecast.as_deref());
    values.is_none_or(|(value, other_value)| one.is_share == other.is_share && same(value, other_value, project))
        && forecasts.is_none_or(|(one, other)| agree_on_forecast(one, other, project))
        && alike(&one.score, &other.score, |one, other| one.value.value == other.value.value)
        && alike(&one.reason, &other.reason, |one, other| one == other)
        && alike(&one.note, &other.note, |one, other| one == other)
}

/// What a row says was achieved, if that is not left open.
fn said<'r, 's>(row: &'r Achievement<'s>) -> Option<&'r Target<'s>> {
    row.value.as_ref().filter(|value| value.meaning != Meaning::Open)
}

fn agree_on_forecast(one: &Forecast<'_>, other: &Forecast<'_>, project: &Project<'_>) -> bool {
    let is_same = |value: &Target<'_>, other_value: &Target<'_>| {
        one.is_share == other.is_share && same(value, other_value, project)
    };
    alike(&one.value, &other.value, is_same)
        && alike(&one.likelihood, &other.likelihood, |one, other| one.value == other.value)
}

/// Whether two say the same, or one of them nothing.
fn alike<T>(one: &Option<T>, other: &Option<T>, same: impl Fn(&T, &T) -> bool) -> bool {
    one.as_ref().zip(other.as_ref()).is_none_or(|(one, other)| same(one, other))
}

/// Whether two values say the same, in whatever units.
fn same(one: &Target<'_>, other: &Target<'_>, project: &Project<'_>) -> bool {
    if !alike(&one.per, &other.per, |one, other| one.printed() == other.printed()) {
        return false;
    }
    let numbers = match (&one.meaning, &other.meaning) {
        (Meaning::Number(one), Meaning::Number(other)) => measured(one).zip(measured(other)),
        _ => None,
    };
    match numbers {
        Some((one, other)) => one == other,
        None => one.printed(&project.standard) == other.printed(&project.standard),
    }
}

/// A number in base units with what it measures and its sign.
type Measured = (Ratio, Option<Dimension>, Option<Comparison>);

/// A number as it is compared; `None` where its unit is not known.
fn measured(quantity: &Quantity<'_>) -> Option<Measured> {
    let number = Ratio::from(quantity.number.value.value);
    let sign = quantity.comparison.map(|comparison| comparison.value);
    let Some(unit) = quantity.unit else { return Some((number, None, sign)) };
    let meaning = unit.meaning?;
    Some((number.times(meaning.scale)?, Some(meaning.dimension), sign))
}

/// Takes over what only the other row says.
fn complete<'s>(mine: &mut Achievement<'s>, other: Achievement<'s>) {
    if said(mine).is_none() && other.value.is_some() {
        mine.value = other.value;
        mine.is_share = other.is_share;
    }
    mine.score = mine.score.take().or(other.score);
    mine.reason = mine.reason.take().or(other.reason);
    mine.note = mine.note.take().or(other.note);
    match (&mut mine.forecast, other.forecast) {
        (Some(mine), Some(other)) => {
            if mine.value.is_none() {
                mine.value = other.value;
                mine.is_share = other.is_share;
            }
            mine.likelihood = mine.likelihood.or(other.likelihood);
        }
        (mine, other) => *mine = mine.take().or(other),
    }
}
