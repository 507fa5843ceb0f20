//! The pictures of a written report, as data.

use super::{
    document::{Bar, Mark, Picture, Tone},
    facts::{amount, approximate, attained, of_indicators, percentage, share_of},
};
use crate::{
    diagnostic::{Lang, Text},
    report::{Report, Row, text::say},
    values::Decimal,
};

/// How far the scale goes on behind its last mark, where bars may do so.
const BEYOND: f64 = 0.2;

/// What each level earned of its points.
pub(super) fn levels(report: &Report, lang: Lang) -> Picture {
    let levels = report.levels.iter().map(|level| (level.level.names.get(lang), level.weight, level.points));
    let execution = report.money.score.as_ref().map(|score| (EXECUTION.get(lang), score.weight, score.points));
    let bars: Vec<Bar> =
        levels.chain(execution).map(|(name, weight, points)| earned(name, weight, points, lang)).collect();
    let end = bars.iter().filter_map(|bar| bar.whole).fold(1.0, f64::max);
    let marks = [0.0, end].map(|at| Mark { at, name: format!("{at}") }).into();
    let note = Text {
        zh: "深色是得分，浅色是没有得到的分。", en: "Dark: points earned; light: points not earned."
    };
    Picture { title: LEVELS.get(lang).to_owned(), note: note.get(lang).to_owned(), end, marks, bars }
}

const EXECUTION: Text = Text { zh: "预算执行率", en: "Budget spent" };
const LEVELS: Text = Text { zh: "各级指标得分", en: "Points by level" };

/// A bar of points within those to earn.
fn earned(name: &str, weight: Option<Decimal>, points: Option<Decimal>, lang: Lang) -> Bar {
    let whole = weight.unwrap_or_default();
    let (text, tone) = match points {
        Some(points) => {
            let rate = percentage(points, whole).map_or_else(String::new, |rate| format!(" · {rate}"));
            (format!("{points} / {whole}{rate}"), Tone::Met)
        }
        None => (format!("{} / {whole}", OPEN.get(lang)), Tone::Open),
    };
    Bar { label: name.to_owned(), filled: points.map(approximate), whole: Some(approximate(whole)), text, tone }
}

const OPEN: Text = Text { zh: "还不能评分", en: "not scored yet" };

/// What each indicator achieved of its target.
pub(super) fn attainment(report: &Report, lang: Lang) -> Picture {
    let limit = report.overshoot.as_deref().and_then(share_of).filter(|limit| *limit > 1.0);
    let mut marks = vec![Mark { at: 0.0, name: "0".to_owned() }, Mark { at: 1.0, name: "100%".to_owned() }];
    marks.extend(limit.zip(report.overshoot.clone()).map(|(at, name)| Mark { at, name }));
    let note = match (limit, &report.overshoot) {
        (Some(_), Some(limit)) => say(
            "100% 是指标值，{limit} 以上要说明原因。实心的是达到的；越小越好的（≤）不到 100% 就是达到。\
             文字和日期没有完成率，按得分率画。",
            "100% is the target; beyond {limit} a reason is asked for. Solid: met. Limits (≤) are met below 100%. \
             Words and dates have no rate of their own: their share of the points is drawn.",
            &[("limit", limit)],
            lang,
        ),
        _ => Text {
            zh: "100% 是指标值。实心的是达到的；越小越好的（≤）不到 100% 就是达到。文字和日期没有完成率，按得分率画。",
            en: "100% is the target. Solid: met. Limits (≤) are met below 100%. Words and dates have no rate of \
                 their own: their share of the points is drawn.",
        }
        .get(lang)
        .to_owned(),
    };
    let title = Text { zh: "各项指标完成率", en: "Attainment by indicator" }.get(lang).to_owned();
    let bars = report.rows.iter().map(|row| achieved(row, lang)).collect();
    Picture { title, note, end: limit.unwrap_or(1.0) + BEYOND, marks, bars }
}

fn achieved(row: &Row, lang: Lang) -> Bar {
    let tone = match row.met {
        Some(true) => Tone::Met,
        Some(false) => Tone::Missed,
        None => Tone::Open,
    };
    let rate = match (&row.attainment, row.share, tone) {
        (Some(attainment), ..) => attainment.clone(),
        (None, Some(1.0), _) => Text { zh: "达到", en: "met" }.get(lang).to_owned(),
        (None, Some(share), _) => share_text(share, lang),
        _ => OPEN.get(lang).to_owned(),
    };
    Bar {
        label: format!("{} {}", row.name, row.target),
        filled: attained(row).or(row.share),
        whole: None,
        text: rate,
        tone,
    }
}

/// A share of the points: `得分率 62%`.
fn share_text(share: f64, lang: Lang) -> String {
    let share = format!("{:.2}", share * 100.0);
    let share = share.trim_end_matches('0').trim_end_matches('.');
    say("得分率 {share}%", "{share}% of points", &[("share", share)], lang)
}

/// What was spent of the budget, and what the indicators earned of their points.
pub(super) fn money(report: &Report, lang: Lang) -> Picture {
    let percent = |at: f64| Mark { at, name: format!("{}%", at * 100.0) };
    let title = Text { zh: "资金与效果", en: "Money and results" }.get(lang).to_owned();
    let note = Text {
        zh: "花了预算的多少，各项指标得了分值的多少；两者相差大的，要看看为什么。",
        en: "How much of the budget was spent, and how much of their points the indicators earned. A wide gap between \
             the two asks for a look.",
    };
    let bars = [spent(report, lang), results(report, lang)].into();
    let marks = [0.0, 0.5, 1.0].map(percent).into();
    Picture { title, note: note.get(lang).to_owned(), end: 1.0, marks, bars }
}

fn spent(report: &Report, lang: Lang) -> Bar {
    let money = &report.money;
    let filled = money.rate.as_deref().and_then(share_of);
    let text = match (&money.rate, &money.spent, &money.adjusted) {
        (Some(rate), Some(spent), Some(budget)) => format!("{rate} · {spent} / {}", amount(budget, &money.unit)),
        _ => Text { zh: "还算不出", en: "not known yet" }.get(lang).to_owned(),
    };
    let tone = if filled.is_some() { Tone::Met } else { Tone::Open };
    Bar { label: EXECUTION.get(lang).to_owned(), filled, whole: Some(1.0), text, tone }
}

fn results(report: &Report, lang: Lang) -> Bar {
    let label = Text { zh: "指标得分率", en: "Points of the indicators" }.get(lang).to_owned();
    let known = of_indicators(report).and_then(|(points, weight)| Some((points, weight, percentage(points, weight)?)));
    let (filled, text, tone) = match known {
        Some((points, weight, rate)) => (share_of(&rate), format!("{rate} · {points} / {weight}"), Tone::Met),
        None => (None, OPEN.get(lang).to_owned(), Tone::Open),
    };
    Bar { label, filled, whole: Some(1.0), text, tone }
}

/// The totals of several projects.
pub(super) fn totals<'r>(reports: impl IntoIterator<Item = &'r Report>, lang: Lang) -> Picture {
    let bar = |report: &Report| {
        let total = &report.total;
        let grade = total.grade.as_ref().map(|grade| grade.names.get(lang));
        let points = total.points.map_or_else(|| OPEN.get(lang).to_owned(), |points| points.to_string());
        Bar {
            label: report.project.clone(),
            filled: total.points.map(approximate),
            whole: total.weight.map(approximate),
            text: [Some(points.as_str()), grade].into_iter().flatten().collect::<Vec<_>>().join(" · "),
            tone: if total.points.is_some() { Tone::Met } else { Tone::Open },
        }
    };
    let bars: Vec<Bar> = reports.into_iter().map(bar).collect();
    let end = bars.iter().filter_map(|bar| bar.whole).fold(100.0, f64::max);
    let marks = [0.0, end / 2.0, end].map(|at| Mark { at, name: format!("{at}") }).into();
    let title = Text { zh: "各项目总分", en: "Totals by project" }.get(lang).to_owned();
    Picture { title, note: String::new(), end, marks, bars }
}
