//! What holds of all models: printed and imported they are printed again as they were.

use perfc::{
    compile::{Count, compile},
    diagnostic::{Family, Severity},
    import::read,
    model::NoFiles,
    syntax::quoted,
    table::{Format, Layout, Options, Row, Table, render},
};
use proptest::prelude::*;

use super::roundtrip::{document, imported};
use crate::table::{tables_of, tianjin};

/// A text as forms hold them: no blanks at its ends, one line, not a sign for nothing.
fn text() -> impl Strategy<Value = String> {
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

fn target() -> impl Strategy<Value = String> {
    let unit =
        prop::sample::select(vec!["家", "个", "人次", "万亩", "平方米", "%", "元/人·月", "工作日", "千瓦时", ""]);
    let sign = prop::sample::select(vec![">= ", "<= ", "> ", "< ", "= ", ""]);
    let number = prop::sample::select(vec!["12", "0", "1,020,000.00", "12232.20", "0.565", "98"]);
    let others = prop::sample::select(vec![
        "by 2026-11",
        "before 2026-06",
        "2026年底",
        "2023-07..2024-01",
        "3..5 次",
        "3%-5%",
        "yes",
        "no",
        "tbd",
        "graded 优 100%, 良 90%, 中 85%, 差 80%",
        "steps >= 70% 3 分, >= 65% 1 分",
    ]);
    prop_oneof![
        4 => (sign, number, unit).prop_map(|(sign, number, unit)| format!("{sign}{number} {unit}")),
        2 => others.prop_map(str::to_owned),
        2 => text().prop_map(|text| format!("is {}", quoted(&text))),
        1 => text().prop_map(|text| format!(">= 12 家 show {}", quoted(&text))),
        1 => text().prop_map(|text| format!("show {}", quoted(&text))),
    ]
}

fn row() -> impl Strategy<Value = String> {
    let category = prop::sample::select(vec![
        "quantity",
        "quality",
        "timeliness",
        "cost",
        "economic",
        "social",
        "ecological",
        "sustainable",
        "clients",
    ]);
    let description = prop::option::of(text());
    (category, text(), target(), description).prop_map(|(category, name, target, description)| {
        let block = description.map_or_else(String::new, |text| format!(" {{ describe {} }}", quoted(&text)));
        format!("{category} {} {target}{block}\n", quoted(&name))
    })
}

fn project() -> impl Strategy<Value = String> {
    let budget = prop::sample::select(vec![
        "",
        "budget 1020000.00 元 { fiscal 1020000.00 元 }\n",
        "budget 102 万元 { fiscal 100 万元; other 2 万元 }\n",
        "budget 5 万元\n",
    ]);
    let rows = prop::collection::vec(row(), 1..8);
    (text(), budget, text(), text(), rows).prop_map(|(name, budget, purpose, goal, rows)| {
        let goal = goal.trim_start_matches(|c: char| c.is_numeric());
        let texts = format!("purpose {}\ngoal {}\n", quoted(&purpose), quoted(&format!("目标{goal}")));
        format!("project {} {{\n{budget}{texts}{}}}\n", quoted(&name), rows.concat())
    })
}

/// Forms that print all that is generated; others have no place for a purpose, or do not say what a text stands for.
fn layout() -> impl Strategy<Value = &'static Layout> {
    prop::sample::select(vec!["tianjin", "central"]).prop_map(|id| Layout::find(id).unwrap())
}

/// What of a table does not depend on how it was drawn.
fn texts(tables: &[Table<'_>]) -> Vec<(String, Vec<Vec<String>>)> {
    let row = |row: &Row<'_>| row.cells.iter().map(|cell| cell.text.to_string()).collect();
    tables.iter().map(|table| (table.title.clone(), table.rows.iter().map(row).collect())).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_printed_is_imported(projects in prop::collection::vec(project(), 1..4)) {
        let source = format!("org 610101 \"某某局\"\n{}", projects.concat());
        let layout = tianjin();
        let tables = tables_of(&source, layout);
        for text in imported(&document(&tables)) {
            prop_assert_eq!(&tables_of(&text, layout), &tables, "{}\n{}", source, text);
            let compiled = compile("a.perf", text.clone().into_bytes(), &NoFiles, Count::default());
            let is_spelling = |family| matches!(family, Family::Syntax | Family::Values);
            let wrong = compiled.findings.iter().find(|finding| {
                finding.severity == Severity::Error && is_spelling(finding.code.rule().family)
            });
            prop_assert!(wrong.is_none(), "{:?}\n{}", wrong, text);
        }
    }

    /// Drawings are wide enough not to break texts, where blanks would be lost.
    #[test]
    fn what_is_written_is_imported(projects in prop::collection::vec(project(), 1..3), layout in layout()) {
        let source = format!("org 610101 \"某某局\"\n{}", projects.concat());
        let tables = tables_of(&source, layout);
        for &format in Format::ALL {
            let bytes = render(format, &tables, &Options { width: 4000, ..Options::default() }).unwrap();
            let (_, document) = read(&bytes).unwrap();
            for text in imported(&document) {
                prop_assert_eq!(texts(&tables_of(&text, layout)), texts(&tables), "{:?}\n{}\n{}", format, source, text);
            }
        }
    }
}
