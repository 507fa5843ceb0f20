//! What a report says is gathered.

use super::{Both, Goals, Level, Lost, Money, Named, Next, Org, Report, Row, Scored, Step, Total};
use crate::{
    diagnostic::Lang,
    evaluation::{self, Evaluation, Execution, Missing, Outlook, Score, percent},
    field::{Names, Standard},
    model::{Achievement, Amount, Budget, Goal, Indicator, Project, Results},
    table::amount_in,
    values::Decimal,
};

/// Gathers the report on a project: its results, scored by the rules of a standard.
pub fn report(
    project: &Project<'_>,
    results: Option<&Results<'_>>,
    evaluation: &Evaluation,
    rules: &Standard,
) -> Report {
    let order = order(project);
    let mut place = vec![0; order.len()];
    order.iter().enumerate().for_each(|(at, number)| place[*number] = at);
    let outlook = evaluation::outlook(evaluation, rules);
    let row = |number: &usize| row(project, results, evaluation, rules, *number);
    Report {
        project: project.name.value.clone().into_owned(),
        org: org(project),
        year: project.year.map(|year| year.value),
        at: results.and_then(|results| results.at).map(|at| at.value.iso()),
        standard: named(&rules.id, &rules.names),
        money: money(project, results, evaluation.execution.as_ref()),
        goals: goals(project, results),
        rows: order.iter().map(row).collect(),
        levels: levels(project, evaluation),
        total: total(evaluation, rules),
        lost: lost(&outlook, &place),
        next: next(&outlook, &place, rules),
        overshoot: rules.scoring.overshoot.map(|overshoot| percent(overshoot.limit)),
        note: results.and_then(|results| results.note.as_deref()).map(str::to_owned),
    }
}

/// The numbers of the indicators in the order of the form: by level, within a level as written.
pub(super) fn order(project: &Project<'_>) -> Vec<usize> {
    let mut order: Vec<usize> = (0..project.indicators.len()).collect();
    order.sort_by_key(|number| project.level_of(&project.indicators[*number]));
    order
}

pub(super) fn org(project: &Project<'_>) -> Option<Org> {
    let org = &project.org.as_ref()?.value;
    Some(Org { code: org.code.as_deref().map(str::to_owned), name: org.name.clone().into_owned() })
}

pub(super) fn goals(project: &Project<'_>, results: Option<&Results<'_>>) -> Goals {
    Goals { set: texts(&project.goals), outcome: results.map_or_else(Vec::new, |results| texts(&results.goals)) }
}

pub(super) fn named(id: &str, names: &Names) -> Named {
    Named { id: id.to_owned(), names: Both { zh: names.zh.clone(), en: names.en.clone() } }
}

fn texts(goals: &[Goal<'_>]) -> Vec<String> {
    goals.iter().map(|goal| goal.value.clone().into_owned()).collect()
}

fn money(project: &Project<'_>, results: Option<&Results<'_>>, execution: Option<&Execution>) -> Money {
    let amounts = amounts(project, results);
    if amounts.unit.is_empty() {
        return amounts;
    }
    let score = execution.map(|execution| execution.score.as_ref());
    Money {
        rate: execution.and_then(|execution| execution.rate).map(percent),
        score: execution.map(|execution| scored(Some(execution.weight), &execution.score)),
        rule: score.and_then(|score| score.ok()?.rule.as_ref()).map(Both::from),
        ..amounts
    }
}

/// The amounts of money, in one unit.
pub(super) fn amounts(project: &Project<'_>, results: Option<&Results<'_>>) -> Money {
    let set = total_of(project.budget.as_ref());
    let adjusted = results.and_then(|results| total_of(results.budget.as_ref())).or_else(|| set.clone());
    let spent = results.and_then(|results| total_of(results.spent.as_ref()));
    // All amounts are shown in the unit of the first that there is.
    let Some(form) = [&set, &adjusted, &spent].into_iter().flatten().next().cloned() else { return Money::default() };
    let shown = |amount: &Option<Amount<'_>>| amount.as_ref().map(|amount| amount_in(amount, &form).into_owned());
    Money {
        unit: form.unit.to_owned(),
        budget: shown(&set),
        adjusted: shown(&adjusted),
        spent: shown(&spent),
        ..Money::default()
    }
}

fn total_of<'s>(budget: Option<&Budget<'s>>) -> Option<Amount<'s>> {
    budget.map(|budget| budget.total.value.clone())
}

fn scored(weight: Option<Decimal>, score: &Result<Score, Missing>) -> Scored {
    match score {
        Ok(score) => Scored { weight, points: Some(score.points), how: (&score.explained()).into(), missing: None },
        Err(missing) => Scored { weight, points: None, how: (&missing.phrase()).into(), missing: Some(missing.id()) },
    }
}

fn row(
    project: &Project<'_>,
    results: Option<&Results<'_>>,
    evaluation: &Evaluation,
    rules: &Standard,
    number: usize,
) -> Row {
    let (standard, indicator) = (&project.standard, &project.indicators[number]);
    let category = standard.category(indicator.category);
    let level = standard.level(category.level);
    let evaluated = &evaluation.rows[number];
    let achievement = evaluated.result.and_then(|row| results?.rows.get(row));
    let score = evaluated.score.as_ref().ok();
    let text = |text: Option<&str>| text.map(str::to_owned);
    let (actual, actual_en) = achievement.map_or((None, None), |row| actual(row, score, standard));
    Row {
        level1: named(&level.id, &level.names),
        level2: named(&category.id, &category.names),
        name: indicator.name.value.clone().into_owned(),
        label: indicator.label.map(|label| label.value.to_owned()),
        target: target(indicator, standard),
        actual,
        actual_en,
        attainment: score.and_then(|score| score.attainment).map(percent),
        share: score.map(|score| score.share.approximate()),
        met: score.map(|score| score.met || is_best(score, rules)),
        score: scored(evaluated.weight, &evaluated.score),
        rule: score.and_then(|score| score.rule.as_ref()).map(Both::from),
        given: achievement.and_then(|row| row.score.as_ref()).map(|score| score.value.text.clone().into_owned()),
        reason: text(achievement.and_then(|row| row.reason.as_deref())),
        note: text(achievement.and_then(|row| row.note.as_deref())),
    }
}

/// Whether a target in words was judged to be achieved, be it with less than all points.
fn is_best(score: &Score, rules: &Standard) -> bool {
    let best = rules.scoring.judgements.list.first();
    best.is_some_and(|best| score.judgement.as_ref() == Some(&best.names))
}

pub(super) fn target(indicator: &Indicator<'_>, standard: &Standard) -> String {
    indicator.target.as_ref().map_or_else(String::new, |target| target.printed(standard))
}

/// What was achieved, as forms print it, and in English where the standard has words for how far that is.
fn actual(row: &Achievement<'_>, score: Option<&Score>, standard: &Standard) -> (Option<String>, Option<String>) {
    let Some(printed) = row.value.as_ref().map(|value| value.printed(standard)) else { return (None, None) };
    match score.filter(|score| score.judgement.is_some()) {
        None => (Some(printed), None),
        Some(score) => (Some(score.shown(&printed, Lang::Zh)), Some(score.shown(&printed, Lang::En))),
    }
}

fn levels(project: &Project<'_>, evaluation: &Evaluation) -> Vec<Level> {
    let level = |scored: &evaluation::LevelScore| {
        let level = project.standard.level(scored.level);
        Level { level: named(&level.id, &level.names), weight: Some(scored.weight), points: scored.points }
    };
    evaluation.levels.iter().map(level).collect()
}

fn total(evaluation: &Evaluation, rules: &Standard) -> Total {
    let total = &evaluation.total;
    Total {
        weight: Some(total.weight),
        points: total.points,
        known: Some(total.known),
        open: Some(total.open),
        grade: total.grade.map(|grade| grade_of(rules, grade)),
    }
}

fn grade_of(rules: &Standard, grade: usize) -> Named {
    let grade = &rules.grades.list[grade];
    named(&grade.id, &grade.names)
}

fn lost(outlook: &Outlook, place: &[usize]) -> Vec<Lost> {
    outlook.lost.iter().map(|(row, points)| Lost { row: place[*row], points: Some(*points) }).collect()
}

fn next(outlook: &Outlook, place: &[usize], rules: &Standard) -> Option<Next> {
    let next = outlook.next.as_ref()?;
    let step = |step: &evaluation::Improvement| Step {
        row: place[step.row],
        needed: step.needed.clone(),
        gain: Some(step.gain),
    };
    Some(Next {
        grade: grade_of(rules, next.grade),
        lacking: Some(next.lacking),
        steps: next.steps.iter().map(step).collect(),
        reachable: next.is_reachable,
    })
}
