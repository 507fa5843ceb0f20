//! Opinions as documents: an overview where there are several projects, then each project with its four parts.

use super::{Criteria, Opinion, Part, Remark};
use crate::{
    diagnostic::{Lang, Severity, Text},
    report::{
        text::say,
        written::{self, Block, Chapter, Document, Figure, Item, Section, grid, numbered},
    },
    table::{Format, RenderError, Role, Table},
    values::Decimal,
};

/// The formats that opinions have beside text.
pub const FORMATS: &[Format] = &[
    Format::Markdown,
    Format::Html,
    #[cfg(feature = "documents")]
    Format::Docx,
];

/// Writes opinions. The same opinions always give the same bytes.
///
/// # Errors
/// [`RenderError`] where the format cannot hold it, or is none of [`FORMATS`].
pub fn render(format: Format, opinions: &[Opinion<'_>], lang: Lang) -> Result<Vec<u8>, RenderError> {
    written::render_document(format, &document(opinions, lang))
}

/// Puts opinions together.
pub fn document(opinions: &[Opinion<'_>], lang: Lang) -> Document<'static> {
    let kind = Text { zh: "绩效目标审核意见", en: "Review of performance targets" }.get(lang);
    let (title, facts, chapters) = match opinions {
        [only] => (only.subject.project.clone(), facts(only, lang), vec![chapter(only, None, lang)]),
        _ => {
            let numbered = opinions.iter().enumerate();
            let chapters = numbered.map(|(at, opinion)| chapter(opinion, Some(at + 1), lang));
            (String::new(), Vec::new(), std::iter::once(overview(opinions, lang)).chain(chapters).collect())
        }
    };
    Document { lang, title: format!("{title}\n{kind}").trim().to_owned(), facts, chapters }
}

fn facts(opinion: &Opinion<'_>, lang: Lang) -> Vec<String> {
    let subject = opinion.subject;
    let org = subject.org.as_ref().map(|org| say("预算单位：{org}", "Budget unit: {org}", &[("org", org)], lang));
    let year = subject.year.map(|year| say("年度：{year}", "Year: {year}", &[("year", &year.to_string())], lang));
    org.into_iter().chain(year).collect()
}

/// All projects in one table.
fn overview(opinions: &[Opinion<'_>], lang: Lang) -> Chapter<'static> {
    let title = Text { zh: "总览", en: "Overview" }.get(lang);
    let mut columns = vec![(Text { zh: "项目", en: "Project" }.get(lang).to_owned(), 26, Role::Text)];
    let aspects = Criteria::of_field().aspects.iter();
    columns.extend(aspects.map(|aspect| (format!("{}\n{}", aspect.names.get(lang), aspect.weight), 18, Role::Value)));
    columns.push((Text { zh: "总分", en: "Total" }.get(lang).to_owned(), 9, Role::Value));
    columns.push((Text { zh: "等级", en: "Grade" }.get(lang).to_owned(), 14, Role::Value));
    let row = |opinion: &Opinion<'_>| {
        let parts = opinion.parts.iter().map(|part| part.points.to_string());
        let ends = [opinion.points.normalize().to_string(), opinion.grade.name(lang).to_owned()];
        std::iter::once(opinion.subject.project.clone()).chain(parts).chain(ends).collect()
    };
    let table = grid(&columns, opinions.iter().map(row));
    let section = Section { title: String::new(), blocks: vec![table.into()] };
    Chapter { title: Some(title.to_owned()), facts: Vec::new(), sections: vec![section], annex: None }
}

fn chapter(opinion: &Opinion<'_>, number: Option<usize>, lang: Lang) -> Chapter<'static> {
    let result = Section {
        title: numbered(number, 1, Text { zh: "审核结论", en: "Conclusion" }.get(lang), lang),
        blocks: vec![Block::Figures(figures(opinion, lang)), Block::Text(reasons(opinion, lang))],
    };
    let title = |at: usize, title: &str| numbered(number, at, title, lang);
    let parts = opinion.parts.iter().enumerate();
    let parts = parts.map(|(at, part)| section(title(at + 2, &heading(part, lang)), part, lang));
    let judge = judged(title(opinion.parts.len() + 2, JUDGE.get(lang)), opinion, lang);
    Chapter {
        title: number.map(|number| format!("{number}. {}", opinion.subject.project)),
        facts: number.map(|_| facts(opinion, lang)).unwrap_or_default(),
        sections: std::iter::once(result).chain(parts).chain([judge]).collect(),
        annex: None,
    }
}

fn figures(opinion: &Opinion<'_>, lang: Lang) -> Vec<Figure> {
    let figure = |name: Text, number: String, note: &str| Figure {
        name: name.get(lang).to_owned(),
        number,
        note: note.to_owned(),
    };
    let count = |severity| opinion.count(severity).to_string();
    vec![
        figure(Text { zh: "等级", en: "Grade" }, opinion.grade.name(lang).to_owned(), ""),
        figure(
            Text { zh: "总分", en: "Total" },
            opinion.points.normalize().to_string(),
            Text { zh: "满分 100", en: "of 100" }.get(lang),
        ),
        figure(Text { zh: "错误", en: "Errors" }, count(Severity::Error), ""),
        figure(
            Text { zh: "警告", en: "Warnings" },
            count(Severity::Warning),
            &say("另有建议 {count} 条", "and {count} of advice", &[("count", &count(Severity::Advice))], lang),
        ),
    ]
}

/// Why the grade is what it is.
pub(super) fn reasons(opinion: &Opinion<'_>, lang: Lang) -> String {
    let lost = opinion.parts.iter().filter(|part| !part.remarks.is_empty()).map(|part| {
        let taken = Decimal::from(part.aspect.weight).saturating_sub(part.points).normalize();
        let values =
            [("aspect", part.aspect.names.get(lang)), ("taken", &taken.to_string()), ("counts", &counts(part, lang))];
        say("{aspect}扣 {taken} 分（{counts}）", "{aspect} loses {taken} ({counts})", &values, lang)
    });
    let lost: Vec<String> = lost.collect();
    let points = opinion.points.normalize().to_string();
    let total = [("points", points.as_str()), ("grade", opinion.grade.name(lang))];
    let total = say("总分 {points} 分，等级为“{grade}”", "In all {points} of 100 points: {grade}", &total, lang);
    let why = match (lost.as_slice(), lang) {
        ([], Lang::Zh) => "：没有发现问题".to_owned(),
        ([], Lang::En) => "; nothing is criticised".to_owned(),
        (lost, Lang::Zh) => format!("：{}", lost.join("，")),
        (lost, Lang::En) => format!("; {}", lost.join(", ")),
    };
    let forbidden = opinion.forbidden.map(|better| {
        let grade = [("grade", better.name(lang))];
        say("有错误，不能评为“{grade}”", "with errors it cannot be {grade}", &grade, lang)
    });
    let end = if lang == Lang::Zh { "。" } else { "." };
    let first = format!("{total}{why}{end}");
    forbidden.map_or(first.clone(), |sentence| match lang {
        Lang::Zh => format!("{first}{sentence}{end}"),
        Lang::En => format!("{first} {}{end}", capital(&sentence)),
    })
}

fn capital(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// `2 个错误、1 个警告`
fn counts(part: &Part, lang: Lang) -> String {
    let count = |severity| part.remarks.iter().filter(|remark| remark.severity == severity).count();
    let counts = [Severity::Error, Severity::Warning, Severity::Advice].map(|severity| (severity, count(severity)));
    let told = counts.into_iter().filter(|(_, count)| *count > 0).map(|(severity, count)| match lang {
        Lang::Zh if severity == Severity::Advice => format!("{count} 条{}", severity.name().zh),
        Lang::Zh => format!("{count} 个{}", severity.name().zh),
        Lang::En if severity == Severity::Advice => format!("{count} of advice"),
        Lang::En => format!("{count} {}{}", severity.name().en, if count == 1 { "" } else { "s" }),
    });
    told.collect::<Vec<_>>().join(if lang == Lang::Zh { "、" } else { ", " })
}

/// The heading of a part: `完整性（20 分，得 12 分）`.
pub(super) fn heading(part: &Part, lang: Lang) -> String {
    let (weight, points) = (part.aspect.weight.to_string(), part.points.to_string());
    let values = [("name", part.aspect.names.get(lang)), ("weight", &weight), ("points", &points)];
    say("{name}（{weight} 分，得 {points} 分）", "{name} ({points} of {weight})", &values, lang)
}

/// That nothing was found.
pub(super) const NOTHING: Text = Text { zh: "没有发现问题。", en: "Nothing is criticised." };

/// What only a person can judge.
pub(super) const JUDGE: Text = Text { zh: "须由审核人判断", en: "For the reviewer to judge" };

fn section(title: String, part: &Part, lang: Lang) -> Section<'static> {
    let asks = say("审核{asks}。", "The question is {asks}.", &[("asks", part.aspect.asks.get(lang))], lang);
    let asks = Block::Text(asks);
    let found = match part.remarks.as_slice() {
        [] => Block::Text(NOTHING.get(lang).to_owned()),
        remarks => table(remarks, lang).into(),
    };
    Section { title, blocks: vec![asks, found] }
}

fn judged(title: String, opinion: &Opinion<'_>, lang: Lang) -> Section<'static> {
    let item = |part: &Part| Item {
        name: part.aspect.names.get(lang).to_owned(),
        text: part.aspect.judge.get(lang).to_owned(),
        gap: String::new(),
    };
    let items = opinion.parts.iter().map(item).collect();
    Section { title, blocks: vec![Block::List(items)] }
}

/// The remarks of a part, a row each.
pub(super) fn table(remarks: &[Remark], lang: Lang) -> Table<'static> {
    let columns = [
        (Text { zh: "位置", en: "Place" }, 18),
        (Text { zh: "指标", en: "Indicator" }, 20),
        (Text { zh: "问题", en: "What is criticised" }, 34),
        (Text { zh: "建议的写法", en: "What to write" }, 40),
    ];
    let columns = columns.map(|(name, width)| (name.get(lang).to_owned(), width, Role::Text));
    let row = |remark: &Remark| {
        let text = format!("{}[{}] {}", remark.severity.name().get(lang), remark.code.rule().code, remark.text);
        let row = remark.row.clone().unwrap_or_else(|| "—".to_owned());
        vec![remark.place.clone(), row, text, remark.advice.join("\n")]
    };
    grid(&columns, remarks.iter().map(row))
}
