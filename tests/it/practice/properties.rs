//! Rules over files that are made up: none panics, each takes time that grows with the file, and what is found of a project
//! does not depend on where in the file it stands.

use std::time::Duration;

use perfc::diagnostic::{Code, Diagnostic, Lang, Levels};
use proptest::prelude::*;

use super::compiled;
use crate::support::clock;

/// What names are made of: what each rule looks for, and signs of one to four bytes.
const PIECES: &[&str] = &[
    "每",
    "家",
    "人",
    "工作站",
    "支撑",
    "费用",
    "成本",
    "率",
    "合格率",
    "100%",
    "3",
    "12",
    "台",
    "0-6岁",
    "以上",
    "达到",
    "11月",
    "30日",
    "底前",
    "前",
    "年",
    "2026年",
    "(",
    ")",
    "（",
    "）",
    "≥",
    "**",
    "××",
    "XX",
    "_",
    "__",
    "指标1：",
    "指标",
    "目标2",
    "★",
    "数量",
    "人数",
    "人次",
    "面积",
    "公顷",
    "的",
    "和",
    "、",
    "“",
    "”",
    "一期",
    "二期",
    "及时",
    "满意度",
    "时间",
    "第",
    "元/",
    "万",
    "😀",
    "é",
    " ",
    "\u{3000}",
    ".",
    ",",
    "-",
    "~",
    "至",
    "%",
    "％",
];

const CATEGORIES: &[&str] = &["数量", "质量", "时效", "成本", "社会效益", "服务对象满意度"];

const TARGETS: &[&str] = &[
    "≥ 12 家",
    "100%",
    "≥ 98%",
    "3 台",
    "≤ 1 万元",
    "≤ 1 万元 每 家",
    "< 10 万元",
    "≤ 5 元/人",
    "2026年11月底前",
    "2026年",
    "1-12 月",
    "为 \"提升\"",
    "显示 \"470人/天\"",
    "显示 \"每亩300\"",
    "30000 人次",
    "待定",
    "≥ 5",
    "2026-01..2026-06",
    "分档 优 100% 良 90% 中 80% 差 70%",
];

const DETAILS: &[&str] =
    &["", "分值 70", "{ 描述 \"××\" }", "{ 备注 \"根据年度工作计划设定\" }", "记作 甲", "{ 描述 \"签到的人数\" }"];

fn name() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 1..8).prop_map(|pieces| pieces.concat())
}

fn row() -> impl Strategy<Value = String> {
    let parts =
        (prop::sample::select(CATEGORIES), name(), prop::sample::select(TARGETS), prop::sample::select(DETAILS));
    parts.prop_map(|(category, name, target, details)| format!("    {category} 「{name}」 {target} {details}\n"))
}

/// The block of a project.
pub fn project() -> impl Strategy<Value = String> {
    let weights = prop::sample::select(&["", "各级分值 { 产出 70; 效益 10; 满意度 10 }"][..]);
    let rows = prop::collection::vec(row(), 0..12);
    (weights, rows).prop_map(|(weights, rows)| format!("    预算 10 万元\n    {weights}\n{}", rows.concat()))
}

/// Projects, each with a name of its own, and an order of them.
fn projects() -> impl Strategy<Value = (Vec<String>, Vec<usize>)> {
    prop::collection::vec(project(), 1..5).prop_flat_map(|projects| {
        let order: Vec<usize> = (0..projects.len()).collect();
        (Just(projects), Just(order).prop_shuffle())
    })
}

fn everything() -> Levels {
    let mut levels = Levels::default();
    Code::all().filter(|code| !code.rule().is_on).for_each(|code| levels.set(code, code.rule().severity));
    levels
}

/// What is said of the projects in this order, sorted.
fn said(projects: &[String], order: impl Iterator<Item = usize>) -> Vec<String> {
    let project = |at: usize| format!("项目 \"第{at}项\" {{\n{}}}\n", projects[at]);
    let text = format!("预算单位 \"甲局\"\n年度 2026\n{}", order.map(project).collect::<String>());
    let compiled = compiled("main.perf", &text, everything());
    let source = |finding: &Diagnostic| -> String {
        let parts = finding.labels.iter().map(|label| compiled.sources.slice(label.span));
        parts.collect::<Vec<_>>().join("|")
    };
    let message = |finding: &Diagnostic| {
        let message = finding.message(Lang::Zh);
        let labels: Vec<String> = message.labels.into_iter().map(|label| label.text).collect();
        format!("{} {} {labels:?} {:?} {}", finding.code.rule().code, message.title, message.help, source(finding))
    };
    let mut said: Vec<String> = compiled.findings.iter().map(message).collect();
    said.sort();
    said
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn what_is_said_of_a_project_does_not_depend_on_its_place((projects, order) in projects()) {
        prop_assert_eq!(said(&projects, 0..projects.len()), said(&projects, order.into_iter()));
    }

    /// A file says no more and no less of its projects than a file for each of them would.
    #[test]
    fn what_is_said_of_a_project_does_not_depend_on_others((projects, _) in projects()) {
        let mut apart: Vec<String> = (0..projects.len()).flat_map(|at| said(&projects, std::iter::once(at))).collect();
        apart.sort();
        prop_assert_eq!(said(&projects, 0..projects.len()), apart);
    }
}

/// How many times larger the large file is.
const TIMES: usize = 8;

/// How much longer it may take, beyond what its size explains. Work that grows with the square takes eight times as long.
const MARGIN: u32 = 2;

/// How long this thread works to compile a file.
fn work(text: &str) -> Duration {
    let start = clock();
    let compiled = compiled("main.perf", text, everything());
    assert!(compiled.sources.iter().count() > 0);
    clock() - start
}

/// Shorter times are not told exactly enough.
const LEAST: Duration = Duration::from_millis(20);

/// Asserts that the work to compile a text of so many things grows with their number.
fn text_grows_evenly(what: &str, count: usize, text: impl Fn(usize) -> String) {
    // The first text of all pays for what is read once.
    work(&text(1));
    let (small, large) = (work(&text(count)).max(LEAST), work(&text(count * TIMES)));
    assert!(large < small * TIMES as u32 * MARGIN, "{what}: {large:?} for {TIMES} times what took {small:?}");
}

fn grows_evenly(count: usize, row: impl Fn(usize) -> String) {
    text_grows_evenly("rows", count, |count| {
        format!("项目 \"甲\" {{\n预算 1 万元\n{}}}\n", (0..count).map(&row).collect::<String>())
    });
}

#[test]
fn many_prices_and_counts() {
    grows_evenly(500, |at| format!("数量 \"支撑第{at}类工作站\" {at} 家\n成本 \"每家第{at}类工作站费用\" ≤ 1 万元\n"));
}

#[test]
fn many_names_that_say_the_same() {
    grows_evenly(500, |at| format!("数量 \"宣传{}场次{}\" 3 场\n", "、".repeat(at % 50), "的".repeat(at / 50)));
}

#[test]
fn many_texts_that_are_the_same() {
    grows_evenly(500, |at| format!("数量 \"第{at}类\" 3 场 {{ 备注 \"根据年度工作计划设定\"; 描述 \"第{at}类\" }}\n"));
}

#[test]
fn names_without_end() {
    for piece in ["每3家（××**XX11月", "X", "*", "1", "（", "的", "aXX", "1-"] {
        let name = |count: usize| format!("项目 \"甲\" {{\n数量 \"{}a\" 3 家\n}}\n", piece.repeat(count));
        text_grows_evenly(piece, 20_000 / piece.len(), name);
    }
}
