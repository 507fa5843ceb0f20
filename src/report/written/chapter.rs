//! What is said of one project.

use super::{
    Subject,
    document::{Annex, Block, Chapter, Item, Section},
    pictures, points,
    summary::{figures, summary},
    tables,
    titles::own_facts,
};
use crate::{
    diagnostic::{Lang, Text},
    report::{
        Next, Report, compare,
        sheet::sheet,
        text::{self, say},
    },
};

/// Numbers of sections as Chinese documents write them.
const NUMBERS: [&str; 10] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

/// The chapter on a project, which is the `at`th of several.
pub(super) fn chapter<'r>(subject: &Subject<'r>, at: Option<usize>, shared: &[String], lang: Lang) -> Chapter<'r> {
    let report = subject.report;
    let next = report.next.as_ref();
    let sections = [
        Some((Text { zh: "总体情况", en: "Summary" }, whole(report, lang))),
        missing(report, lang).map(|blocks| (Text { zh: "还缺什么", en: "What is missing" }, blocks)),
        Some((Text { zh: "主要成绩", en: "Strong points" }, strong(report, lang))),
        Some((Text { zh: "主要问题", en: "Weak points" }, weak(report, lang))),
        Some((Text { zh: "资金", en: "Money" }, money(report, lang))),
        Some((Text { zh: "各项指标", en: "Indicators" }, indicators(report, lang))),
        Some((Text { zh: "偏差原因及改进措施", en: "Reasons for deviations" }, reasons(report, lang))),
        next.map(|next| (Text { zh: "距下一等级", en: "The way to the next grade" }, way(report, next, lang))),
        subject.other.map(|other| (Text { zh: "按另一个标准", en: "By another standard" }, by(report, other, lang))),
    ];
    let sections = sections.into_iter().flatten().enumerate();
    let sections = sections
        .map(|(number, (title, blocks))| Section { title: numbered(at, number + 1, title.get(lang), lang), blocks });
    let annex = Text { zh: "附：项目支出绩效自评表", en: "Annex: the official form of self-evaluation" };
    Chapter {
        title: at.map(|at| format!("{at}. {}", report.project)),
        facts: own_facts(report, shared, lang),
        sections: sections.collect(),
        annex: Some(Annex { title: annex.get(lang).to_owned(), form: subject.form }),
    }
}

/// The title of a section behind its number: `一、总体情况`, `1. Summary`, in the second of several chapters `2.1 Summary`.
pub(crate) fn numbered(chapter: Option<usize>, number: usize, title: &str, lang: Lang) -> String {
    match (lang, NUMBERS.get(number - 1), chapter) {
        (Lang::Zh, Some(chinese), _) => format!("{chinese}、{title}"),
        (Lang::En, _, Some(chapter)) => format!("{chapter}.{number} {title}"),
        _ => format!("{number}. {title}"),
    }
}

fn whole(report: &Report, lang: Lang) -> Vec<Block<'static>> {
    let levels = Block::Picture(pictures::levels(report, lang));
    vec![Block::Figures(figures(report, lang)), Block::Text(summary(report, lang)), levels]
}

fn missing(report: &Report, lang: Lang) -> Option<Vec<Block<'static>>> {
    let text = Text {
        zh: "下面各项还不能评分，没有算作零分。补上以后总分才算得出。",
        en: "What follows cannot be scored yet. It does not count as zero: there is a total when it is filled in.",
    };
    Some(vec![Block::Text(text.get(lang).to_owned()), tables::missing(report, lang)?.into()])
}

/// A list, or a sentence where there is nothing to list.
fn list(items: Vec<Item>, none: Text, lang: Lang) -> Vec<Block<'static>> {
    if items.is_empty() { vec![Block::Text(none.get(lang).to_owned())] } else { vec![Block::List(items)] }
}

fn strong(report: &Report, lang: Lang) -> Vec<Block<'static>> {
    let none = Text { zh: "没有超过指标值的指标。", en: "Nothing went beyond its target." };
    list(points::strong(report, lang), none, lang)
}

fn weak(report: &Report, lang: Lang) -> Vec<Block<'static>> {
    let is_open = report.rows.iter().all(|row| row.met.is_none());
    let none = match is_open {
        true => Text { zh: "还没有能评分的指标。", en: "No indicator can be scored yet." },
        false => Text { zh: "能评分的都得了满分。", en: "What can be scored has all its points." },
    };
    list(points::weak(report, lang), none, lang)
}

fn money(report: &Report, lang: Lang) -> Vec<Block<'static>> {
    vec![tables::money(report, lang).into(), Block::Picture(pictures::money(report, lang))]
}

fn indicators(report: &Report, lang: Lang) -> Vec<Block<'_>> {
    vec![Block::Picture(pictures::attainment(report, lang)), sheet(report, lang).into()]
}

fn reasons(report: &Report, lang: Lang) -> Vec<Block<'static>> {
    let none = Text { zh: "没有要说明的偏差。", en: "There is no deviation to give a reason for." };
    match tables::reasons(report, lang) {
        Some(table) => vec![table.into()],
        None => vec![Block::Text(none.get(lang).to_owned())],
    }
}

fn way(report: &Report, next: &Next, lang: Lang) -> Vec<Block<'static>> {
    let lacking = next.lacking.unwrap_or_default().to_string();
    let values = [("grade", next.grade.names.get(lang)), ("points", lacking.as_str())];
    let text = if next.reachable {
        say(
            "到“{grade}”还差 {points} 分。最省力的办法：",
            "For “{grade}”, {points} points lack. The least that earns them:",
            &values,
            lang,
        )
    } else {
        say(
            "到“{grade}”还差 {points} 分，全部指标达标也不够。能得的分：",
            "For “{grade}”, {points} points lack, and to meet all targets is not enough. What they would earn:",
            &values,
            lang,
        )
    };
    let table = (!next.steps.is_empty()).then(|| tables::way(report, next, lang).into());
    std::iter::once(Block::Text(text)).chain(table).collect()
}

fn by<'r>(report: &'r Report, other: &'r Report, lang: Lang) -> Vec<Block<'r>> {
    let total = |report: &Report| Item {
        name: report.standard.names.get(lang).to_owned(),
        text: format!("{} · {}", report.standard.id, text::total(report, lang)),
        gap: String::new(),
    };
    let totals = [report, other].map(total).into();
    vec![Block::List(totals), compare::sheet(report, other, lang).into()]
}
