//! What there is to say of a project during its year is gathered.

use super::{Forecast, Money, Monitored, Row, Standing, Time};
use crate::{
    evaluation::percent,
    field::Standard,
    model::{Achievement, Project, Results},
    monitoring::{Monitoring, Progress, Unlit, Watched},
    report::{Both, gather},
    table::expected_amount,
};

/// Gathers how a project stands: its results, watched by the rules of a standard.
pub fn monitored(
    project: &Project<'_>,
    results: Option<&Results<'_>>,
    monitoring: &Monitoring,
    rules: &Standard,
) -> Monitored {
    let row = |number: &usize| row(project, results, &monitoring.rows[*number], *number);
    Monitored {
        project: project.name.value.clone().into_owned(),
        org: gather::org(project),
        year: project.year.map(|year| year.value),
        time: monitoring.elapsed.as_ref().ok().map(|elapsed| Time {
            from: elapsed.from.to_string(),
            to: elapsed.to.to_string(),
            at: elapsed.at.to_string(),
            elapsed: percent(elapsed.share),
        }),
        standard: gather::named(&rules.id, &rules.names),
        money: money(project, results, monitoring),
        goals: gather::goals(project, results),
        rows: gather::order(project).iter().map(row).collect(),
        light: monitoring.light,
        missing: monitoring.missing,
        note: results.and_then(|results| results.note.as_deref()).map(str::to_owned),
    }
}

fn money(project: &Project<'_>, results: Option<&Results<'_>>, monitoring: &Monitoring) -> Money {
    let amounts = gather::amounts(project, results);
    let form = project.budget.as_ref().map(|budget| &budget.total.value);
    let elapsed = monitoring.elapsed.as_ref().ok();
    let forecast = results.zip(elapsed).and_then(|(results, elapsed)| expected_amount(results, None, form, elapsed));
    Money {
        unit: amounts.unit,
        budget: amounts.budget,
        adjusted: amounts.adjusted,
        spent: amounts.spent,
        rate: monitoring.money.rate.as_ref().ok().copied().map(percent),
        standing: standing(&monitoring.money.progress),
        forecast: forecast.map(|(value, computed)| Forecast { value, computed, met: None }),
    }
}

fn standing(progress: &Result<Progress, Unlit>) -> Standing {
    match progress {
        Ok(progress) => Standing {
            light: Some(progress.light),
            due: progress.due.clone(),
            progress: progress.share.map(percent),
            how: Both::from(&progress.how),
            missing: None,
            rule: progress.rule.as_ref().map(Both::from),
        },
        Err(unlit) => Standing {
            light: None,
            due: None,
            progress: None,
            how: Both::from(&unlit.phrase()),
            missing: Some(unlit.id()),
            rule: None,
        },
    }
}

fn row(project: &Project<'_>, results: Option<&Results<'_>>, watched: &Watched, number: usize) -> Row {
    let (standard, indicator) = (&project.standard, &project.indicators[number]);
    let category = standard.category(indicator.category);
    let level = standard.level(category.level);
    let achievement = watched.result.and_then(|row| results?.rows.get(row));
    let text = |text: Option<&str>| text.map(str::to_owned);
    Row {
        level1: gather::named(&level.id, &level.names),
        level2: gather::named(&category.id, &category.names),
        name: indicator.name.value.clone().into_owned(),
        label: text(indicator.label.map(|label| label.value)),
        target: gather::target(indicator, standard),
        actual: achievement.and_then(|row| actual(row, project)),
        standing: standing(&watched.progress),
        forecast: watched.expected.as_ref().map(|expected| Forecast {
            value: expected.value.clone(),
            computed: expected.is_computed,
            met: expected.met,
        }),
        likelihood: watched.likelihood,
        behind: watched.is_behind(),
        reason: text(achievement.and_then(|row| row.reason.as_deref())),
        note: text(achievement.and_then(|row| row.note.as_deref())),
    }
}

fn actual(row: &Achievement<'_>, project: &Project<'_>) -> Option<String> {
    Some(row.value.as_ref()?.printed(&project.standard))
}
