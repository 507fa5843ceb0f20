//! Strong and weak points, each with its numbers.

use super::{
    document::Item,
    facts::{Counts, all_lost, attained, is_beyond, lacks_reason, percentage},
};
use crate::{
    diagnostic::{Lang, Text},
    report::{Level, Lost, Report, Row, text::say},
    values::Decimal,
};

/// How many rows are named of each kind.
const NAMED: usize = 5;

/// How many rows that lost points are named.
const LOST: usize = 10;

/// What is said where a reason should be.
pub(super) const NO_REASON: Text = Text { zh: "【没有说明原因】", en: "[no reason given]" };

/// What went well: whole levels, what was exceeded, what was saved.
pub(super) fn strong(report: &Report, lang: Lang) -> Vec<Item> {
    let whole = report.levels.iter().filter_map(|level| whole(report, level, lang));
    let met = |row: &&Row| row.met == Some(true) && !is_beyond(report, row);
    let exceeded = ranked(report.rows.iter().filter(met), |attained| attained - 1.0);
    let saved = ranked(report.rows.iter().filter(met), |attained| 1.0 - attained);
    let exceeded = exceeded.into_iter().map(|row| row_item(row, EXCEEDED, lang));
    let saved = saved.into_iter().map(|row| row_item(row, SAVED, lang));
    whole.chain(execution(report, true, lang)).chain(exceeded).chain(saved).collect()
}

/// What went badly: the rows that lost most, the money, and targets that were set too low.
pub(super) fn weak(report: &Report, lang: Lang) -> Vec<Item> {
    let lost = report.lost.iter().take(LOST).map(|lost| of_lost(report, lost, lang));
    let beyond = report.rows.iter().filter(|row| is_beyond(report, row)).map(|row| of_beyond(report, row, lang));
    lost.chain(others(report, lang)).chain(execution(report, false, lang)).chain(beyond).collect()
}

const EXCEEDED: Text = Text {
    zh: "实际 {actual}，指标值 {target}，完成 {attainment}。",
    en: "{actual} against {target}: {attainment} of the target.",
};

const SAVED: Text = Text {
    zh: "实际 {actual}，指标值 {target}，为上限的 {attainment}。",
    en: "{actual} against {target}: {attainment} of the limit.",
};

fn item(name: &str, text: String) -> Item {
    Item { name: name.to_owned(), text, gap: String::new() }
}

fn row_item(row: &Row, text: Text, lang: Lang) -> Item {
    item(&row.name, said(row, text, &[], lang))
}

/// A sentence on a row.
fn said(row: &Row, text: Text, further: &[(&'static str, &str)], lang: Lang) -> String {
    let (actual, attainment) = (row.achieved(lang).unwrap_or("—"), row.attainment.as_deref().unwrap_or("—"));
    let values = [("actual", actual), ("target", &row.target), ("attainment", attainment)];
    say(text.zh, text.en, &[&values, further].concat(), lang)
}

/// The rows that lie farthest on one side of their targets.
fn ranked<'r>(rows: impl Iterator<Item = &'r Row>, distance: impl Fn(f64) -> f64) -> Vec<&'r Row> {
    let far = |row: &'r Row| attained(row).map(&distance).filter(|distance| *distance > 0.0).map(|far| (far, row));
    let mut rows: Vec<(f64, &Row)> = rows.filter_map(far).collect();
    rows.sort_by(|one, other| other.0.total_cmp(&one.0));
    rows.into_iter().take(NAMED).map(|(_, row)| row).collect()
}

/// A level that has all its points.
fn whole(report: &Report, level: &Level, lang: Lang) -> Option<Item> {
    let points = level.points.filter(|points| Some(*points) == level.weight && !points.is_zero())?;
    let count = Counts::of(report.rows.iter().filter(|row| row.level1 == level.level)).all();
    let values = [("count", &*count.to_string()), ("points", &points.to_string())];
    let text = say(
        "{count} 条指标全部达到，得满分 {points} 分。",
        "targets met: {count}, all of them, which earns all {points} points.",
        &values,
        lang,
    );
    Some(item(level.level.names.get(lang), text))
}

/// The execution of the budget, if it has all its points, or has not.
fn execution(report: &Report, whole: bool, lang: Lang) -> Option<Item> {
    let score = report.money.score.as_ref()?;
    let lost = score.weight?.checked_sub(score.points?)?;
    let rate = report.money.rate.as_deref()?;
    let name = Text { zh: "预算执行率", en: "Budget spent" }.get(lang);
    let values = [("rate", rate), ("lost", &lost.to_string())];
    let text = match lost.is_zero() {
        true => say("执行 {rate}，得满分。", "{rate}, which earns all points.", &values, lang),
        false => say("执行 {rate}，失 {lost} 分。", "{rate}, which loses {lost} points.", &values, lang),
    };
    (lost.is_zero() == whole).then(|| item(name, text))
}

fn of_lost(report: &Report, lost: &Lost, lang: Lang) -> Item {
    let row = &report.rows[lost.row];
    let points = lost.points.unwrap_or_default();
    let share = all_lost(report).and_then(|all| percentage(points, all)).unwrap_or_default();
    let text = match row.attainment {
        Some(_) => Text {
            zh: "实际 {actual}，指标值 {target}，为指标值的 {attainment}，失 {points} 分，占全部失分的 {share}。",
            en: "{actual} against {target}, {attainment} of it: {points} points lost, {share} of all.",
        },
        None => Text {
            zh: "实际 {actual}，指标值 {target}，失 {points} 分，占全部失分的 {share}。",
            en: "{actual} against {target}: {points} points lost, {share} of all.",
        },
    };
    let text = said(row, text, &[("points", &points.to_string()), ("share", &share)], lang);
    Item { gap: gap(report, row, lang), ..item(&row.name, text) }
}

fn gap(report: &Report, row: &Row, lang: Lang) -> String {
    if lacks_reason(report, row) { NO_REASON.get(lang).to_owned() } else { String::new() }
}

/// Those that lost points and are not named.
fn others(report: &Report, lang: Lang) -> Option<Item> {
    let others = report.lost.get(LOST..).filter(|others| !others.is_empty())?;
    let points: Decimal = others.iter().filter_map(|lost| lost.points).sum();
    let values = [("count", &*others.len().to_string()), ("points", &points.to_string())];
    Some(item("", say("其余 {count} 条共失 {points} 分。", "{count} others lost {points} points.", &values, lang)))
}

fn of_beyond(report: &Report, row: &Row, lang: Lang) -> Item {
    let text = Text {
        zh: "实际 {actual}，指标值 {target}，完成 {attainment}，超过 {limit}：指标值可能定低了。",
        en: "{actual} against {target}, {attainment} of it, more than {limit}: the target may have been set too low.",
    };
    let text = said(row, text, &[("limit", report.overshoot.as_deref().unwrap_or_default())], lang);
    Item { gap: gap(report, row, lang), ..item(&row.name, text) }
}
