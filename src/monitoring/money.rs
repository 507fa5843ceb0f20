//! How much of the budget is spent, beside the time that has gone by.

use super::{Elapsed, Progress, Unlit, rule::statement};
use crate::{
    diagnostic::{Phrase, Text},
    evaluation::{Missing, execution_rate, percent},
    field::{Standard, Subject},
    model::{Amount, Project, Results},
    values::{Decimal, Ratio},
};

/// How many decimals a computed amount has at the most.
const DECIMALS: u32 = 2;

/// The budget during the year.
#[derive(Debug, Clone)]
pub struct Money {
    /// Spent ÷ budget, or why that is not known.
    pub rate: Result<Ratio, Missing>,
    /// How it stands, or why that is not known. What is due is the part of the time, as a percentage.
    pub progress: Result<Progress, Unlit>,
}

pub(super) fn money(
    project: &Project<'_>,
    results: Option<&Results<'_>>,
    rules: &Standard,
    elapsed: &Result<Elapsed, Unlit>,
) -> Money {
    let rate = execution_rate(project, results);
    let progress = match (elapsed, rate.clone()) {
        (Ok(elapsed), Ok(rate)) => progress(rate, elapsed.share, rules).map_err(Unlit::from),
        (Err(unlit), _) => Err(unlit.clone()),
        (_, Err(missing)) => Err(missing.into()),
    };
    Money { rate, progress }
}

/// The part of the budget that is spent, for the part of the time that has gone by.
fn progress(rate: Ratio, elapsed: Ratio, rules: &Standard) -> Result<Progress, Missing> {
    let lighting = rules.lights.of(Subject::Execution).ok_or(Missing::NoRule)?;
    let share = rate.over(elapsed).ok_or(Missing::TooLong)?;
    let how = Text {
        zh: "执行率 {rate} ÷ 时间进度 {time} = {share}",
        en: "{rate} spent ÷ {time} of the time = {share}",
    };
    let how = Phrase::new(how).with("rate", percent(rate)).with("time", percent(elapsed)).with("share", percent(share));
    Ok(Progress {
        light: lighting.light(share),
        due: Some(percent(elapsed)),
        share: Some(share),
        met: share >= Ratio::ONE,
        how,
        rule: Some(statement(Subject::Execution, lighting, rules)),
    })
}

/// What will be spent by the end of the year if all goes on as it did, in the unit of another amount; `None` where it
/// has too many digits, or is of another currency.
pub fn extrapolated(spent: &Amount<'_>, form: &Amount<'_>, elapsed: &Elapsed) -> Option<Decimal> {
    if spent.meaning.dimension != form.meaning.dimension {
        return None;
    }
    let exact = spent.base()?.over(elapsed.share)?.over(form.meaning.scale)?;
    Some(exact.rounded(DECIMALS)?.normalize())
}
