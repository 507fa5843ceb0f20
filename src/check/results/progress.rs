//! Results during the year: P721 to P723.

use super::row::Row;
use crate::{
    diagnostic::{Code, Diagnostic, Text, Value},
    field::Light,
    model::Likelihood,
    monitoring::{Monitoring, Watched},
};

/// A result beside what is due by its day, and what is expected of it.
pub struct Standing<'r, 's> {
    row: &'r Row<'r, 's>,
    watched: &'r Watched,
}

pub type Rule = fn(&Standing<'_, '_>) -> Option<Diagnostic>;

/// The rules, each with the code that switches it; those before say more of a result than those behind.
pub const RULES: [(Option<Code>, Rule); 3] = [
    (Some(Code::LikelihoodOff), likelihood_fits),
    (Some(Code::RedLightUnexplained), red_light_is_explained),
    (Some(Code::ForecastShort), forecast_is_explained),
];

/// What is wrong with how a result stands, by these rules.
pub fn of_a_row<'r>(
    row: &'r Row<'r, '_>,
    monitoring: &'r Monitoring,
    rules: &'r [Rule],
) -> impl Iterator<Item = Diagnostic> + use<'r> {
    let watched = monitoring.rows.get(row.achievement.indicator);
    let standing = watched.map(|watched| Standing { row, watched });
    standing.into_iter().flat_map(move |standing| rules.iter().filter_map(move |rule| rule(&standing)))
}

impl Standing<'_, '_> {
    /// A finding where it says what is expected, else at the result.
    fn finding(&self, code: Code) -> Diagnostic {
        let forecast = self.row.achievement.forecast.as_ref();
        let span = forecast.map_or(self.row.value.span, |forecast| forecast.span);
        let expected = self.watched.expected.as_ref().map_or("", |expected| &expected.value);
        let likelihood = self.watched.likelihood.map_or(Text { zh: "", en: "" }, Likelihood::name);
        let finding = self.row.finding(code, span).with("expected", expected).with("likelihood", likelihood);
        finding.also(1, self.row.target.span)
    }
}

/// P723: what is expected meets the target or not, and the likelihood says otherwise.
fn likelihood_fits(standing: &Standing<'_, '_>) -> Option<Diagnostic> {
    let said = standing.watched.expected.as_ref().filter(|expected| !expected.is_computed)?;
    let help = match (standing.watched.likelihood?, said.met?) {
        (Likelihood::Certain, false) => 0,
        (Likelihood::Impossible, true) => 1,
        _ => return None,
    };
    Some(standing.finding(Code::LikelihoodOff).help(help))
}

/// P721: a red light, and nobody says why.
fn red_light_is_explained(standing: &Standing<'_, '_>) -> Option<Diagnostic> {
    let row = standing.row;
    let progress = standing.watched.progress.as_ref().ok()?;
    if progress.light != Light::Red || !row.is_unexplained() {
        return None;
    }
    let finding = row.finding(Code::RedLightUnexplained, row.value.span);
    Some(finding.with("how", Value::from(progress.how.clone())).also(1, row.target.span))
}

/// P722: the target is expected to be missed, and nobody says why.
fn forecast_is_explained(standing: &Standing<'_, '_>) -> Option<Diagnostic> {
    if !standing.watched.will_miss() || !standing.row.is_unexplained() {
        return None;
    }
    let finding = standing.finding(Code::ForecastShort);
    let short = standing.watched.expected.as_ref().filter(|expected| expected.met == Some(false));
    Some(match short {
        Some(expected) if expected.is_computed => finding.label(2).help(1),
        Some(_) => finding,
        None => finding.label(3),
    })
}
