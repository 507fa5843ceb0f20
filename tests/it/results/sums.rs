//! Results as a whole: what is missing, money, totals and grades.

use super::{TARGETS, codes, found, nothing_is_found, told};
use crate::support::{Memory, assert_shown, compiled, compiled_with};

#[test]
fn rows_that_are_missing() {
    let with = |results: &str| format!("{TARGETS}\nactual \"乙\" at 2026-12-31 {{ {results} }}");
    assert_shown!(told(&compiled(&with("\"场次\" 10 场; \"费用\" 9 万元; \"知晓程度\" 待定; \"合格率\" 95%"))));
    // Not begun, and perhaps among what could not be read.
    for silent in ["", "支出 10 万元", "\"场次\" 10 场; \"合格律\" 95%", "\"场次\" 10 场; \"场次\" 95 场"]
    {
        assert_eq!(codes(&with(silent)), [""; 0], "{silent}");
    }
}

#[test]
fn what_has_no_target_lacks_no_result() {
    let source = TARGETS.replace("≥ 90% 分值 10", "待定 分值 10").replace("≤ 10 万元", "约 10 万元");
    let results = "\"场次\" 10 场; \"完成时间\" 2026-11-20; \"知晓程度\" 为 \"明显提升\"; \"满意度\" 90%";
    assert_eq!(codes(&format!("{source}\nactual \"乙\" {{ {results} }}")), [""; 0]);
}

#[test]
fn many_missing_rows_are_one_finding() {
    let rows: String = (0..300).map(|number| format!("数量 \"{number}\" ≥ 1 个\n")).collect();
    let source = format!("year 2026; project \"乙\" {{\n{rows}}}\nactual \"乙\" {{ \"0\" 1 个 }}");
    let compiled = compiled(&source);
    let missing = compiled.findings.iter().find(|finding| finding.code.rule().code == "P701").unwrap();
    assert_eq!(missing.labels.len(), 101);
}

#[test]
fn targets_and_results_in_two_files() {
    let results = "import \"targets.perf\"\nactual \"乙\" at 2026-12-31 { 支出 10 万元; \"场次\" 9 场 得分 10; \"合格率\" 95% 得分 11 }";
    let files = [("results.perf", results), ("targets.perf", TARGETS)];
    assert_shown!(told(&compiled_with("results.perf", results, &Memory(&files), perfc::json::Options::default())));
}

#[test]
fn money() {
    assert_shown!(found(&[
        "支出 11 万元",
        "支出 110000 元\n预算 10.5 万元",
        "支出 10 万元 { 财政资金 8 万元; 其他资金 1.5 万元 }",
        "支出 -1 万元",
        "支出 9 万元\n预算 9 万元 { 财政资金 8 万元 }",
    ]));
    nothing_is_found(&[
        "支出 11 万元\n预算 11.5 万元",
        "支出 100000 元",
        "支出 10 万元 { 财政资金 80000 元; 其他资金 2 万元 }",
    ]);
}

#[test]
fn the_rate_of_execution() {
    assert_shown!(found(&[
        "支出 9.8 万元\n预算执行率 100%",
        "支出 9.8 万元\n预算执行率 98% 得分 10",
        "支出 9.8 万元\n预算执行率 99% 得分 9.9",
        "支出 9.8 万元\n预算执行率 98% 得分 11",
        "支出 9.8444 万元\n预算执行率 98.443%",
    ]));
    nothing_is_found(&[
        "支出 9.8 万元\n预算执行率 98% 得分 9.8",
        "支出 9.8 万元\n预算执行率 98.0% 得分 9.80 分",
        // Rounded, as forms print it.
        "支出 9.844 万元\n预算执行率 98%",
        "支出 9.844 万元\n预算执行率 98.4% 得分 9.8",
        "支出 9.844 万元\n预算执行率 98.44% 得分 9.84",
    ]);
}

/// All scores filled in: 10, 10, 15, 15, 30, 10 and 10 for the execution.
const SCORES: &str = "\"场次\" 10 场 得分 10
\"合格率\" 95% 得分 10
\"完成时间\" 2026-11-20 得分 15
\"费用\" 10 万元 得分 15
\"知晓程度\" 达成 90% 得分 27
\"满意度\" 90% 得分 10
预算执行率 100% 得分 10";

#[test]
fn totals_and_grades() {
    let scored = |lines: &str| format!("{SCORES}\n{lines}");
    let computed = |lines: &str| format!("\"知晓程度\" 达成 55% {{ 原因 \"没有宣传\" }}\n{lines}");
    let years = [
        scored("得分 100"),
        scored("得分 100\n等级 优"),
        // One score was forgotten; one was counted twice; one of several was.
        scored("得分 70\n等级 中"),
        scored("得分 124"),
        scored("得分 87"),
        scored("得分 97\n等级 良"),
        scored("等级 良"),
        // A slip in the total is told once: the grade is that of the scores.
        scored("得分 79\n等级 优"),
        computed("得分 90"),
        computed("等级 优"),
    ];
    assert_shown!(found(&years.each_ref().map(String::as_str)));
    let right = [
        scored("得分 97\n等级 优"),
        scored("得分 97.0 分"),
        scored("等级 优"),
        computed("得分 86.5\n等级 良"),
        computed("等级 良"),
    ];
    nothing_is_found(&right.each_ref().map(String::as_str));
}

#[test]
fn a_total_of_what_is_missing_is_not_compared() {
    let with = |results: &str| format!("{TARGETS}\nactual \"乙\" at 2026-06 {{ {results}; 得分 50; 等级 优 }}");
    for results in ["支出 10 万元", "\"场次\" 10 场 得分 10", "\"场次\" 10 家"] {
        let codes = codes(&with(results));
        assert!(!codes.contains(&"P709"), "{results}: {codes:?}");
    }
}

#[test]
fn grades_by_the_standard_in_force() {
    let missed = "\"知晓程度\" 达成 48% 得分 14 { 原因 \"没有宣传\" }";
    let scores: Vec<&str> = SCORES.lines().map(|line| if line.contains("达成") { missed } else { line }).collect();
    let year = super::year(&format!("{}\n得分 84\n等级 优", scores.join("\n")));
    assert_eq!(codes(&year), ["P710"]);
    assert_eq!(codes(&format!("standard mof-2020-80\n{year}")), [""; 0]);
}

#[test]
fn results_beside_the_spending() {
    assert_shown!(found(&["支出 9.4 万元", "支出 7.9 万元", "支出 2 万元\n\"费用\" 2 万元"]));
    nothing_is_found(&[
        "支出 9.5 万元",
        "支出 8 万元\n备注 \"结余因招标节约\"",
        // Little was spent, and little came of it.
        "支出 8 万元\n\"场次\" 5 场 { 原因 \"停办\" }\n\"合格率\" 60% { 原因 \"停办\" }\n\"知晓程度\" 达成 60% { 原因 \"停办\" }",
    ]);
    let half = |at: &str| super::year("支出 5 万元").replace("2026-12-31", at).replace("2026-11-20", "2026-06-20");
    assert_eq!(codes(&half("2026-12-31")), ["P711"]);
    assert_eq!(codes(&half("2026-07-31")), [""; 0]);
}

/// The share of what was spent counts, not the points that it earns: 99% are 7 of 10 points by this standard.
#[test]
fn steps_for_the_execution_are_no_low_spending() {
    let source = super::year("支出 9.9 万元").replace(" 分值 ", " // ");
    assert_eq!(codes(&format!("standard mof-2021\n{source}")), [""; 0]);
}

#[test]
fn a_file_without_results_is_left_alone() {
    assert_eq!(codes(TARGETS), [""; 0]);
}

/// What two statements say of one day.
fn twice(one: &str, other: &str) -> String {
    let statement = |lines: &str| format!("actual \"乙\" at 2026-12-31 {{\n{lines}\n}}\n");
    format!("{TARGETS}\n{}{}", statement(one), statement(other))
}

const HALF: &str = "支出 10 万元\n\"场次\" 10 场\n\"合格率\" 待定\n\"费用\" 9.8 万元\n\"完成时间\" 2026-11-20";
const REST: &str = "\"合格率\" 95%\n\"知晓程度\" 为 \"明显提升\"\n\"满意度\" 90%";

/// Both, what was open put in.
fn all() -> String {
    format!("{}\n{REST}", HALF.replace("\"合格率\" 待定\n", ""))
}

/// A sheet beside the file: each says a part, or the same in another unit and with a remark, and together they are whole.
#[test]
fn statements_of_one_day_are_one() {
    for (one, other) in [
        (HALF.to_owned(), REST.to_owned()),
        (REST.to_owned(), HALF.to_owned()),
        (
            HALF.to_owned(),
            format!("支出 100000 元 {{ 财政资金 10 万元 }}\n\"费用\" 98000 元 {{ 备注 \"已核对\" }}\n{REST}"),
        ),
        (all(), all()),
    ] {
        let whole = twice(&one, &other);
        let compiled = compiled(&whole);
        assert_eq!(told(&compiled), "\n", "{whole}");
        assert_eq!(compiled.results().len(), 1);
    }
}

#[test]
fn statements_of_one_day_that_differ() {
    let others = [
        "\"场次\" 11 场",
        "支出 9.9 万元",
        "\"费用\" 9.8 元",
        "\"完成时间\" 2026-11-21",
        "\"知晓程度\" 为 \"提升\"",
        "得分 90",
        "\"场次\" 10 场 得分 9",
        "\"场次\" 10 场 预计 12 场 { 原因 \"略\" }",
    ];
    let found = |other: &&str| told(&compiled(&twice(&format!("得分 100\n{}", all()), other)));
    assert_shown!(others.iter().map(found).collect::<String>());
    // Of two days each is told for itself.
    let two_days = twice(&all(), "\"场次\" 12 场").replacen("2026-12-31", "2027-01-31", 1);
    assert_eq!(codes(&two_days), ["P701"]);
}
