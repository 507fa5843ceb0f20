//! A report in a few sentences made of its numbers.

use super::{
    document::Figure,
    facts::{Counts, all_lost, amount, is_beyond, lacks_reason, percentage},
};
use crate::{
    diagnostic::{Lang, Text},
    report::{Money, Report, Scored, text::say},
    values::Decimal,
};

/// How many rows the sentence on lost points names.
const NAMED: usize = 3;

/// The sentences.
pub(super) fn summary(report: &Report, lang: Lang) -> String {
    let sentences = [Some(total(report, lang)), money(report, lang), counts(report, lang), lost(report, lang)];
    let sentences = sentences.into_iter().chain([missing(report, lang), beyond(report, lang), next(report, lang)]);
    joined(sentences.flatten(), lang)
}

/// Sentences one behind the other.
pub(super) fn joined(sentences: impl IntoIterator<Item = String>, lang: Lang) -> String {
    let between = if lang == Lang::Zh { "" } else { " " };
    sentences.into_iter().collect::<Vec<_>>().join(between)
}

/// The numbers that matter most.
pub(super) fn figures(report: &Report, lang: Lang) -> Vec<Figure> {
    let figure = |name: Text, number: String, note: String| Figure { name: name.get(lang).to_owned(), number, note };
    let total = &report.total;
    let weight = number(total.weight);
    let grade = total.grade.as_ref().map(|grade| grade.names.get(lang).to_owned());
    let of_all = say("满分 {weight}", "of {weight}", &[("weight", &weight)], lang);
    let points = total.points.map_or_else(|| "—".to_owned(), |points| points.to_string());
    let (rate, earned) = execution(&report.money, lang);
    let counts = Counts::of(&report.rows);
    let rest = [("missed", counts.missed.to_string()), ("open", counts.open.to_string())];
    let rest = rest.each_ref().map(|(name, value)| (*name, value.as_str()));
    vec![
        figure(Text { zh: "总分", en: "Total" }, points, of_all),
        figure(Text { zh: "等级", en: "Grade" }, grade.unwrap_or_else(|| "—".to_owned()), report.standard.id.clone()),
        figure(Text { zh: "预算执行率", en: "Budget spent" }, rate, earned),
        figure(
            Text { zh: "达到的指标", en: "Targets met" },
            format!("{} / {}", counts.met, counts.all()),
            say("未达到 {missed}，不能评分 {open}", "{missed} missed, {open} not scored", &rest, lang),
        ),
    ]
}

/// The rate of execution and what it earned.
fn execution(money: &Money, lang: Lang) -> (String, String) {
    let rate = money.rate.clone().unwrap_or_else(|| "—".to_owned());
    let Some(Scored { weight, points, .. }) = &money.score else { return (rate, String::new()) };
    let points = points.map_or_else(|| "—".to_owned(), |points| points.to_string());
    let values = [("points", points.as_str()), ("weight", &number(*weight))];
    (rate, say("得分 {points} / {weight}", "score {points} of {weight}", &values, lang))
}

/// A number as people write it.
fn number(number: Option<Decimal>) -> String {
    number.unwrap_or_default().normalize().to_string()
}

fn total(report: &Report, lang: Lang) -> String {
    let stop = if lang == Lang::Zh { "。" } else { "." };
    let sentence = crate::report::text::total(report, lang);
    let mut letters = sentence.chars();
    // As a line of a terminal it begins with a small letter.
    letters.next().map_or_else(String::new, |first| first.to_uppercase().collect::<String>() + letters.as_str()) + stop
}

fn money(report: &Report, lang: Lang) -> Option<String> {
    let money = &report.money;
    let shown = |known: &Option<String>| known.as_deref().map(|known| amount(known, &money.unit));
    let (budget, spent) = (shown(&money.adjusted), shown(&money.spent));
    if let (Some(budget), Some(spent), Some(rate)) = (&budget, &spent, &money.rate) {
        let values = [("budget", budget.as_str()), ("spent", spent), ("rate", rate)];
        return Some(say(
            "全年预算 {budget}，执行 {spent}，执行率 {rate}。",
            "Of a budget of {budget}, {spent} were spent, which is {rate}.",
            &values,
            lang,
        ));
    }
    let how = money.score.as_ref().filter(|score| score.missing.is_some())?.how.get(lang);
    Some(say(
        "预算执行率还算不出：{how}。",
        "How much of the budget was spent is not known: {how}.",
        &[("how", how)],
        lang,
    ))
}

fn counts(report: &Report, lang: Lang) -> Option<String> {
    let counts = Counts::of(&report.rows);
    (counts.all() > 0).then(|| counts.said(lang))
}

/// Where most of the points were lost.
fn lost(report: &Report, lang: Lang) -> Option<String> {
    let all = all_lost(report).filter(|lost| !lost.is_zero())?;
    let first = report.lost.get(..NAMED.min(report.lost.len())).filter(|first| !first.is_empty())?;
    let share = percentage(first.iter().filter_map(|lost| lost.points).sum(), all)?;
    let named = first.iter().map(|lost| {
        let (name, points) = (&report.rows[lost.row].name, lost.points.unwrap_or_default());
        if lang == Lang::Zh { format!("{name}（{points} 分）") } else { format!("{name} ({points})") }
    });
    let named = named.collect::<Vec<_>>().join(if lang == Lang::Zh { "、" } else { ", " });
    let (zh, en) = ("共失 {all} 分，{share} 失在：{named}。", "{all} points were lost, {share} of them by {named}.");
    Some(say(zh, en, &[("all", &all.to_string()), ("share", &share), ("named", &named)], lang))
}

fn missing(report: &Report, lang: Lang) -> Option<String> {
    let is_gap = |row: &&crate::report::Row| row.met == Some(false) && lacks_reason(report, row);
    let count = report.rows.iter().filter(is_gap).count();
    (count > 0).then(|| {
        say(
            "未达到的指标中有 {count} 条没有说明原因。",
            "No reason is given for {count} of the missed targets.",
            &[("count", &count.to_string())],
            lang,
        )
    })
}

fn beyond(report: &Report, lang: Lang) -> Option<String> {
    let limit = report.overshoot.as_deref()?;
    let count = report.rows.iter().filter(|row| is_beyond(report, row)).count();
    (count > 0).then(|| {
        say(
            "超过指标值 {limit} 的有 {count} 条。",
            "More than {limit} of the target: {count}.",
            &[("count", &count.to_string()), ("limit", limit)],
            lang,
        )
    })
}

fn next(report: &Report, lang: Lang) -> Option<String> {
    let next = report.next.as_ref()?;
    let values = [("points", &*next.lacking?.to_string()), ("grade", next.grade.names.get(lang))];
    Some(say("到“{grade}”还差 {points} 分。", "{points} points lack for “{grade}”.", &values, lang))
}
