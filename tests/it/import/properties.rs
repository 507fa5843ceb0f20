//! What holds of all models: printed and imported they are printed again as they were.

use perfc::{
    compile::{Count, compile},
    diagnostic::{Code, Diagnostic, Family, Lang, Severity},
    import::read,
    model::NoFiles,
    syntax::quoted,
    table::{Detail, Format, Layout, Options, Row, Section, render},
};
use proptest::prelude::*;

use super::{
    models::difference,
    roundtrip::{document, imported},
};
use crate::table::tables_of;

/// A text as forms hold them: no blanks at its ends, one line, not a sign for nothing.
pub fn text() -> impl Strategy<Value = String> {
    let any = prop_oneof![
        4 => "[支撑服务知识产权保护，。“”（）《》%0-9A-Za-z.·、：]{1,20}",
        1 => "[=+@,\"|<>&*_`#~{};/ 甲乙0-9\\-\\[\\]]{1,12}",
        1 => "\\PC{1,10}",
    ];
    any.prop_map(|text| text.trim().trim_matches('\u{FEFF}').to_owned()).prop_filter(
        "a text that says something",
        |text| {
            text.chars().any(char::is_alphabetic) && !text.starts_with("指标") && !text.chars().any(char::is_control)
        },
    )
}

fn one_of(list: &[&'static str]) -> impl Strategy<Value = String> + use<> {
    prop::sample::select(list.to_vec()).prop_map(str::to_owned)
}

/// A number as it may be written: with separators, full-width digits, many decimals, a sign.
fn number() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => one_of(&["12", "0", "1,020,000.00", "12232.20", "0.565", "98", "１２", "-3.5", "007", "1,234,567"]),
        1 => "[1-9][0-9]{0,11}(\\.[0-9]{1,12})?",
        1 => "-?[1-9][0-9]{0,8}\\.[0-9]{1,19}",
    ]
}

fn unit() -> impl Strategy<Value = String> {
    one_of(&[
        "家",
        "个",
        "人次",
        "万亩",
        "平方米",
        "㎡",
        "%",
        "％",
        "‰",
        "元/人·月",
        "万元/家",
        "工作日",
        "千瓦时",
        "个月",
        "天",
        "小时",
        "百分点",
        "℃",
        "分",
        "万元",
        "亿元",
        "km",
        "工位",
        "车道公里",
        "元/工位",
        "",
    ])
}

/// A number with a comparison and a unit, or what stands in the place of one.
fn quantity() -> impl Strategy<Value = String> {
    let sign = one_of(&[">= ", "<= ", "> ", "< ", "= ", "", "≥", "不少于", "至少"]);
    (sign, number(), unit()).prop_map(|(sign, number, unit)| format!("{sign}{number} {unit}"))
}

/// Targets that are no single number.
fn irregular() -> impl Strategy<Value = String> {
    let date = one_of(&[
        "by 2026-11",
        "before 2026-06",
        "by 2026-12-20",
        "before 2026-12-20",
        "by 2026",
        "2026年底",
        "2026年11月底",
        "2026-09-28",
        "2026-11",
        "2023-07..2024-01",
        "2026.06-2026.10",
        "2026年6月至2026年10月",
    ]);
    let range = one_of(&[
        "3..5 次",
        "3次至5次",
        "3%-5%",
        "3%..5%",
        "-2..26 ℃",
        "0.5..1.50 万元",
        "3 千米..5 公里",
        "1,000..2,000 元",
    ]);
    let levels = one_of(&[
        "graded 优 100%, 良 90%, 中 85%, 差 80%",
        "graded 优≥90%，良≥80%，中≥60%，差＜60%",
        "graded 优 12 家, 良 10 家",
        "steps >= 70% 3 分, >= 65% 1 分",
        "steps ≥ 50 万次 4 分，≥ 30 万次 2.5 分",
        "steps <= 3 天 5 分",
    ]);
    prop_oneof![3 => date, 2 => range, 2 => levels, 1 => one_of(&["yes", "no", "是", "tbd"])]
}

fn target() -> impl Strategy<Value = String> {
    let per = (quantity(), one_of(&["家", "场"])).prop_map(|(quantity, unit)| format!("{quantity} per {unit}"));
    let written = prop_oneof![6 => quantity(), 3 => irregular()];
    let shown = (written, text()).prop_map(|(target, text)| format!("{target} show {}", quoted(&text)));
    let irregularly = one_of(&[
        "12家以上",
        "约12家",
        "5个/10个",
        "12 家",
        "≥90％（问卷）",
        "年底前",
        "200人左右",
        "是",
        "2026年11月底",
    ]);
    let irregularly = (quantity(), irregularly).prop_map(|(target, text)| format!("{target} show {}", quoted(&text)));
    prop_oneof![
        6 => quantity(),
        1 => per,
        4 => irregular(),
        3 => text().prop_map(|text| format!("is {}", quoted(&text))),
        1 => shown,
        1 => irregularly,
        1 => text().prop_map(|text| format!("show {}", quoted(&text))),
    ]
}

/// What may stand in the block of an indicator. What no form prints is there as well.
fn details() -> impl Strategy<Value = String> {
    let texts = ["describe", "source", "basis", "note"];
    let texts =
        texts.map(|word| prop::option::of(text()).prop_map(move |text| detail(word, text.map(|text| quoted(&text)))));
    let weight = prop::option::of(one_of(&["5", "2.5", "10", "12.50"])).prop_map(|points| detail("weight", points));
    let others = ["baseline", "total", "stretch"];
    let others =
        others.map(|word| prop::option::weighted(0.2, quantity()).prop_map(move |target| detail(word, target)));
    (texts, weight, others).prop_map(|(texts, weight, others)| texts.concat() + &weight + &others.concat())
}

fn detail(word: &str, rest: Option<String>) -> String {
    rest.map_or_else(String::new, |rest| format!("{word} {rest}; "))
}

fn row(categories: &[&'static str]) -> impl Strategy<Value = String> + use<> {
    let label = prop::option::weighted(0.2, "[甲乙丙丁]{3,6}");
    let block = prop::option::of(details());
    (one_of(categories), text(), target(), label, block).prop_map(|(category, name, target, label, block)| {
        let label = label.map_or_else(String::new, |label| format!(" as {label}"));
        let block = block.map_or_else(String::new, |block| format!(" {{ {block} }}"));
        format!("{category} {} {target}{label}{block}\n", quoted(&name))
    })
}

/// The money of a project, from the funds of a standard that knows these.
fn budget(funds: &[&'static str]) -> impl Strategy<Value = String> + use<> {
    let amount = || (one_of(&["1020000.00", "102", "1,250,000.00", "0.5", "0", "-3"]), one_of(&["元", "万元"]));
    let parts = prop::sample::subsequence(funds.to_vec(), 0..=funds.len());
    let parts = parts.prop_flat_map(move |funds| {
        let amounts = prop::collection::vec(amount(), funds.len());
        amounts.prop_map(move |amounts| {
            let parts = funds.iter().zip(amounts);
            parts.map(|(fund, (number, unit))| format!("{fund} {number} {unit}; ")).collect::<String>()
        })
    });
    prop::option::of((amount(), parts)).prop_map(|budget| {
        budget.map_or_else(String::new, |((number, unit), parts)| format!("budget {number} {unit} {{ {parts} }}\n"))
    })
}

/// A goal. The only one of a project that begins with digits and no year cannot be told from one behind the number that
/// forms give it: 1.5亿元.
fn goal() -> impl Strategy<Value = String> {
    let bare = |text: String| text.trim_start_matches(|c: char| c.is_numeric() || c.is_whitespace()).to_owned();
    let bare = text().prop_map(bare).prop_filter("a goal that says something", |text| !text.is_empty());
    prop_oneof![4 => bare, 1 => text().prop_map(|text| format!("2026年{text}"))]
}

/// What a project says beside its rows, each a statement or nothing.
fn statements() -> impl Strategy<Value = String> {
    let lines = |word: &'static str, texts: Vec<String>| -> String {
        texts.iter().map(|text| format!("{word} {}\n", quoted(text))).collect()
    };
    let optional = |word: &'static str| {
        prop::option::of(text())
            .prop_map(move |text| text.map_or_else(String::new, |text| format!("{word} {}\n", quoted(&text))))
    };
    let purpose = prop::collection::vec(text(), 0..3).prop_map(move |texts| lines("purpose", texts));
    let goals = prop::collection::vec(goal(), 0..4);
    let numbers = prop::collection::vec(one_of(&["", "3个以上的", "1.5亿元", "12、"]), 3);
    let goals = (goals, numbers).prop_map(move |(texts, numbers)| {
        let texts = texts.iter().zip(numbers).enumerate();
        lines("goal", texts.map(|(at, (text, number))| if at > 0 { number + text } else { text.clone() }).collect())
    });
    let code = one_of(&["", "code 2026-WL-0012\n", "code \"P 17 号\"\n", "code 12000022\n"]);
    let period = one_of(&["", "period 2025-03..2027-12\n", "period 2026-01-15..2026-11-30\n", "period 2024..2026\n"]);
    let own =
        one_of(&["", "", "org 007001 \"某市文化和旅游局\"\n", "year 2025\n", "weights { output 50; benefit 40 }\n"]);
    (purpose, goals, code, period, own, optional("basis"), optional("note")).prop_map(
        |(purpose, goals, code, period, own, basis, note)| [purpose, goals, code, period, own, basis, note].concat(),
    )
}

fn projects(
    head: &'static str,
    categories: &[&'static str],
    funds: &[&'static str],
) -> impl Strategy<Value = String> + use<> {
    let rows = prop::collection::vec(row(categories), 1..8);
    let project = (text(), budget(funds), statements(), rows)
        .prop_map(|(name, budget, statements, rows)| (name, format!("{budget}{statements}{}", rows.concat())));
    let unit = "unit 工位 车道公里\n";
    let org = one_of(&["org 610101 \"某某局\"\n", "org \"某某局\"\n", ""]);
    let year = one_of(&["year 2026\n", ""]);
    (org, year, prop::collection::vec(project, 1..4)).prop_map(move |(org, year, projects)| {
        // Of two projects of one name the second gets another one.
        let projects = projects.into_iter().enumerate().map(|(at, (name, rest))| {
            let other = ["", "甲", "乙", "丙"][at];
            format!("project {} {{\n{rest}}}\n", quoted(&format!("{name}{other}")))
        });
        [head, unit, &org, &year, &projects.collect::<String>()].concat()
    })
}

/// A standard that adds categories, a level and funds to a known one.
const OWN: &str = r#"standard own "某省标准" "A province" extends mof-2020 {
    level output { category progress "进度指标" "Progress" }
    level influence "影响力指标" "Influence" { category media "媒体影响指标" "Media" }
    fund bond "专项债券资金" "Bonds"
    fund district "区级配套资金" "District"
}
"#;

/// A file under one of the standards.
fn file() -> impl Strategy<Value = String> {
    let usual =
        ["quantity", "quality", "timeliness", "cost", "economic", "social", "ecological", "sustainable", "clients"];
    let later = [
        "cost",
        "social-cost",
        "ecological-cost",
        "quantity",
        "quality",
        "timeliness",
        "economic",
        "social",
        "clients",
    ];
    let own = [&usual[..], &["progress", "media"]].concat();
    let funds = ["fiscal", "carryover", "other"];
    prop_oneof![
        2 => projects("", &usual, &funds),
        1 => projects("standard mof-2021\n", &later, &funds),
        2 => projects(OWN, &own, &["fiscal", "other", "bond", "district"]),
    ]
}

/// Any of the forms that the program knows.
fn layout() -> impl Strategy<Value = &'static str> {
    prop::sample::select(Layout::embedded().iter().map(|layout| &*layout.id).collect::<Vec<_>>())
}

/// What of a table does not depend on how it was drawn. Sign, number and unit are taken together: a text that is printed
/// instead of a number stands in one cell, and where it says a number it is read as that.
fn texts(source: &str, layout: &Layout) -> Vec<(String, Vec<String>)> {
    let is_part = |column: usize| {
        let parts = layout.indicators.iter().position(|column| column.put == Detail::Sign);
        parts.is_some_and(|first| (first..first + 3).contains(&column))
    };
    let row = |row: &Row<'_>| {
        let mut text = String::new();
        for cell in &row.cells {
            text += if row.section == Section::Indicators && is_part(cell.column) { "" } else { "|" };
            text += &cell.text;
        }
        text
    };
    tables_of(source, layout).iter().map(|table| (table.title.clone(), table.rows.iter().map(row).collect())).collect()
}

/// A mistake in the spelling of a file. A value that does not fit its category is a mistake of the form.
fn unreadable(source: &str) -> Option<String> {
    let compiled = compile("a.perf", source.as_bytes().to_vec(), &NoFiles, Count::default());
    let is_spelling = |finding: &&Diagnostic| {
        let is_misfit = matches!(finding.code, Code::UnitForCategory | Code::PercentageRange | Code::ThresholdOrder);
        !is_misfit && matches!(finding.code.rule().family, Family::Syntax | Family::Values)
    };
    let mut errors = compiled.findings.iter().filter(|finding| finding.severity == Severity::Error);
    errors.find(is_spelling).map(|finding| finding.message(Lang::En).title)
}

/// What is wrong with what was imported of a file: another model, another table, or a value that cannot be read.
fn wrong(source: &str, imported: &str, layout: &Layout) -> Option<String> {
    let difference = difference(source, imported, layout);
    let tables = || {
        let (expected, found) = (texts(source, layout), texts(imported, layout));
        (expected != found).then(|| format!("{expected:?}\n{found:?}"))
    };
    let mistakes = || unreadable(imported);
    difference.or_else(tables).or_else(mistakes).map(|wrong| format!("{wrong}\n{source}\n{imported}"))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_printed_is_imported(source in file(), layout in layout()) {
        let layout = Layout::find(layout).unwrap();
        for text in imported(&document(&tables_of(&source, layout))) {
            let wrong = wrong(&source, &text, layout);
            prop_assert!(wrong.is_none(), "{} {}", layout.id, wrong.unwrap_or_default());
        }
    }

    /// Drawings are wide enough not to break texts, where blanks would be lost.
    #[test]
    fn what_is_written_is_imported(source in file(), layout in layout()) {
        let layout = Layout::find(layout).unwrap();
        let tables = tables_of(&source, layout);
        for &format in Format::ALL {
            // A drawing does not tell a text that was broken at the end of its cell from one of two paragraphs.
            if format == Format::Text && source.contains("purpose") {
                continue;
            }
            let bytes = render(format, &tables, &Options { width: 4000, ..Options::default() }).unwrap();
            let (_, document) = read(&bytes).unwrap();
            for text in imported(&document) {
                let wrong = wrong(&source, &text, layout);
                prop_assert!(wrong.is_none(), "{} as {:?} {}", layout.id, format, wrong.unwrap_or_default());
            }
        }
    }
}
