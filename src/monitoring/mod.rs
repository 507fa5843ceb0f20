//! What was achieved during the year, beside what is due by that day.
//!
//! [`monitor`] gives each indicator its light, and tells how that came: what is due is the part of the target that belongs
//! to the time gone by, or all of it where nothing adds up over time. It gives what is expected by the end of the year, as
//! people say it or along a straight line, which is marked. What has no light says why; nothing is counted as red or green
//! in silence. The limits are data of the standard ([`Lighting`](crate::field::Lighting)).

mod aim;
mod elapsed;
mod money;
mod row;
mod rule;
mod unlit;

pub use elapsed::{Elapsed, elapsed, is_early};
pub use money::{Money, extrapolated};
pub use unlit::Unlit;

use row::{Row, Said};

use crate::{
    diagnostic::{Phrase, Value},
    evaluation::by_indicator,
    field::{Field, Light, Standard},
    model::{Achievement, Likelihood, Project, Results},
    values::Ratio,
};

/// A project during its year.
#[derive(Debug, Clone)]
pub struct Monitoring {
    /// How much of the time has gone by, or why that is not known.
    pub elapsed: Result<Elapsed, Unlit>,
    /// The indicators, in the order written.
    pub rows: Vec<Watched>,
    /// The budget.
    pub money: Money,
    /// The worst light of all indicators that have one.
    pub light: Option<Light>,
    /// How many indicators lack what a light needs; what is not due yet lacks nothing.
    pub missing: usize,
}

/// An indicator during the year.
#[derive(Debug, Clone)]
pub struct Watched {
    /// The number of its row in the results, if it has one.
    pub result: Option<usize>,
    /// How it stands, or why that is not known.
    pub progress: Result<Progress, Unlit>,
    /// What is expected by the end of the year, if that is said or can be computed.
    pub expected: Option<Expected>,
    /// Whether the target will be met, as people judge it.
    pub likelihood: Option<Likelihood>,
}

/// How something stands.
#[derive(Debug, Clone)]
pub struct Progress {
    /// Its light.
    pub light: Light,
    /// What is due by that day, as forms print it.
    pub due: Option<String>,
    /// Achieved ÷ due, 1 for all of it, where both are numbers above zero.
    pub share: Option<Ratio>,
    /// Whether all that is due is reached.
    pub met: bool,
    /// How the light came, with its numbers.
    pub how: Phrase,
    /// The statement of the standard that it follows, where it follows one.
    pub rule: Option<Value>,
}

/// What is expected by the end of the year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expected {
    /// As forms print it.
    pub value: String,
    /// Whether it is computed, along a straight line, for nobody says it.
    pub is_computed: bool,
    /// Whether it meets the target, where that can be told.
    pub met: Option<bool>,
}

/// Watches a project by the rules of a standard, which need not be its own. Without results everything is missing.
pub fn monitor(project: &Project<'_>, results: Option<&Results<'_>>, rules: &Standard, field: &Field) -> Monitoring {
    let elapsed = elapsed(project, results);
    let achievements = by_indicator(project, results);
    let watched = |(number, result): (usize, Option<usize>)| {
        let achievement = result.and_then(|row| results?.rows.get(row));
        let row = Row { project, indicator: &project.indicators[number], rules, field };
        watched(&row, result, achievement, &elapsed)
    };
    let rows: Vec<Watched> = achievements.into_iter().enumerate().map(watched).collect();
    let money = money::money(project, results, rules, &elapsed);
    let light = rows.iter().filter_map(|row| Some(row.progress.as_ref().ok()?.light)).min();
    let missing = rows.iter().filter(|row| row.progress.as_ref().is_err_and(|unlit| *unlit != Unlit::NotDue)).count();
    Monitoring { elapsed, rows, money, light, missing }
}

fn watched(
    row: &Row<'_, '_>,
    result: Option<usize>,
    achievement: Option<&Achievement<'_>>,
    elapsed: &Result<Elapsed, Unlit>,
) -> Watched {
    let progress = match elapsed {
        Ok(elapsed) => row.standing(achievement, elapsed),
        Err(unlit) => Err(unlit.clone()),
    };
    let forecast = achievement.and_then(|achievement| achievement.forecast.as_deref());
    let said = forecast.and_then(Said::expected).map(|said| row.expected(said));
    let computed = || row.extrapolated(achievement.and_then(Said::achieved)?, elapsed.as_ref().ok()?);
    Watched {
        result,
        progress,
        expected: said.or_else(computed),
        likelihood: forecast.and_then(|forecast| forecast.likelihood).map(|likelihood| likelihood.value),
    }
}

impl Watched {
    /// The light, if it has one.
    pub fn light(&self) -> Option<Light> {
        self.progress.as_ref().ok().map(|progress| progress.light)
    }

    /// Whether its light says that it is behind, or worse.
    fn is_late(&self) -> bool {
        self.light().is_some_and(|light| light < Light::Green)
    }

    /// Whether it is expected to miss its target: by what somebody says, or, where it is behind, along a straight line.
    /// Of what is green that line says little: much is done, or paid, at once.
    pub fn will_miss(&self) -> bool {
        let is_said = self.likelihood == Some(Likelihood::Impossible);
        let short = self.expected.as_ref().filter(|expected| expected.met == Some(false));
        is_said || short.is_some_and(|expected| !expected.is_computed || self.is_late())
    }

    /// Whether a reviewer asks for a reason: it is behind, or is expected to miss its target.
    pub fn is_behind(&self) -> bool {
        self.is_late() || self.will_miss()
    }
}
