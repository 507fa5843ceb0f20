//! Results row by row.

use super::{TARGETS, codes, found, nothing_is_found, year};
use crate::support::{assert_shown, compiled};

#[test]
fn what_cannot_be_scored() {
    assert_shown!(found(&[
        "\"场次\" 9",
        "\"合格率\" 0.95",
        "\"合格率\" 95",
        "\"场次\" 9 家",
        "\"场次\" 为 \"已完成\"",
        "\"场次\" 达成 90%",
        "\"完成时间\" 12 天",
        "\"知晓程度\" 95%",
        "\"知晓程度\" 为 \"提升\"",
        "\"知晓程度\" 达成 120%",
        "\"满意度\" 是",
        "支出 10 万美元",
    ]));
}

#[test]
fn a_target_without_a_unit_is_scored_beside_a_number_alone() {
    let bare = |result: &str| {
        TARGETS.replace("≥ 10 场", "≥ 10") + &format!("\nactual \"乙\" at 2026-06 {{ \"场次\" {result} }}")
    };
    assert_eq!(codes(&bare("10")), [""; 0]);
    assert_shown!(super::told(&compiled(&bare("10 场"))));
}

#[test]
fn a_day_that_is_not_told() {
    let source = TARGETS.replace("2026年11月底前", "2026年11月15日前");
    let with = |result: &str| format!("{source}\nactual \"乙\" at 2026-12-30 {{ \"完成时间\" {result} }}");
    assert_eq!(codes(&with("2026-11-15")), [""; 0]);
    assert_eq!(codes(&with("2026-10")), [""; 0]);
    assert_eq!(codes(&with("2026年11月底前")), ["P707"]);
    assert_shown!(super::told(&compiled(&with("2026-11"))));
}

#[test]
fn scores_that_depart_from_the_rule() {
    assert_shown!(found(&[
        "\"场次\" 9 场 得分 10 { 原因 \"停办\" }",
        "\"场次\" 9 场 得分 8.5 { 原因 \"停办\" }",
        "\"费用\" 11 万元 得分 15 { 原因 \"涨价\" }\n预算 11 万元\n支出 11 万元",
        "\"合格率\" 95% 得分 9",
        "\"知晓程度\" 为 \"明显提升\" 得分 26",
        "\"知晓程度\" 达成 70% 得分 30 { 原因 \"宣传不够\" }",
        "\"知晓程度\" 达成 70% 得分 25 { 原因 \"宣传不够\" }",
        "\"知晓程度\" 达成 70% 得分 24 { 原因 \"宣传不够\" }",
        "\"知晓程度\" 达成 85% 得分 20",
        "\"场次\" 9 场 得分 12 { 原因 \"停办\" }",
        "\"场次\" 9 场 得分 -1 { 原因 \"停办\" }",
    ]));
}

#[test]
fn points_that_a_judgement_does_not_earn() {
    let partly = "为 \"部分达成年度指标并具有一定效果\"";
    let with = |points: &str| format!("\"知晓程度\" {partly} {points} {{ 原因 \"宣传不够\" }}");
    assert_shown!(found(&[&with("得分 25"), &with("")]));
    nothing_is_found(&[&with("得分 18"), &with("得分 23.99"), "\"知晓程度\" 为 \"达成年度指标\" 得分 24"]);
    assert_eq!(codes(&year(&format!("\"知晓程度\" {partly} 得分 20"))), ["P715"]);
}

#[test]
fn scores_that_agree_with_the_rule() {
    nothing_is_found(&[
        "\"场次\" 9 场 得分 9 { 原因 \"停办\" }",
        "\"场次\" 9 场 得分 9.00 分 { 原因 \"停办\" }",
        // 86.5 ÷ 90 of 10 points is 9.6111….
        "\"合格率\" 86.5% 得分 9.61 { 原因 \"工期紧\" }",
        "\"合格率\" 86.5% 得分 9.6111 { 原因 \"工期紧\" }",
        "\"合格率\" 95% 得分 10",
        "\"合格率\" 95% 得分 9 { 原因 \"抽查有一处返工\" }",
        "\"知晓程度\" 达成 85% 得分 30",
        "\"知晓程度\" 达成 85% 得分 24",
        "\"知晓程度\" 达成 70% 得分 23.99 { 原因 \"宣传不够\" }",
        "\"知晓程度\" 达成 70% 得分 18 { 原因 \"宣传不够\" }",
        "\"费用\" 9 万元 得分 15",
    ]);
}

/// An even share of 50 points for three rows is 16.67, or 16.7 where somebody rounds it.
#[test]
fn a_weight_may_be_rounded_as_well() {
    let targets = "数量 \"场次\" 1 场; 质量 \"合格率\" 90%; 成本 \"费用\" 1 元; 社会效益 \"影响\" 是; 服务对象满意度 \"满意度\" 90%";
    let source = |score: &str| {
        format!("project \"乙\" {{ {targets} }}\nactual \"乙\" at 2026-06 {{ \"场次\" 1 场 得分 {score} }}")
    };
    for (score, expected) in
        [("16.67", [""; 0].as_slice()), ("16.7", &["P717"]), ("16.8", &["P716"]), ("17", &["P716"])]
    {
        assert_eq!(codes(&source(score)), expected, "{score}");
    }
}

/// One decimal where the standard keeps two; a standard of one decimal has no second one to lose.
#[test]
fn scores_that_are_rounded_too_much() {
    assert_shown!(found(&["\"合格率\" 86.5% 得分 9.6 { 原因 \"工期紧\" }", "\"合格率\" 86.5% 得分 9.6"]));
    let own = "standard own extends mof-2020 { decimals 1 }\n";
    assert_eq!(codes(&(own.to_owned() + &year("\"合格率\" 86.5% 得分 9.6 { 原因 \"工期紧\" }"))), [""; 0]);
}

#[test]
fn whole_points_are_no_rounding() {
    for (score, code) in [("10", "P703"), ("9.7", "P705"), ("9.62", "P705"), ("9.5", "P705")] {
        let source = year(&format!("\"合格率\" 86.5% 得分 {score} {{ 原因 \"工期紧\" }}"));
        assert_eq!(codes(&source), [code], "{score}");
    }
}

#[test]
fn more_than_was_aimed_at() {
    assert_shown!(found(&["\"场次\" 13 场", "\"场次\" 100 场 得分 10"]));
    nothing_is_found(&[
        "\"场次\" 12.9 场",
        "\"场次\" 13 场 { 原因 \"新增三场专题活动\" }",
        "\"场次\" 13 场 得分 9 { 原因 \"目标定低了\" }",
        "\"场次\" 13 场 得分 9",
        // Of what is better the less there is, a third is a success.
        "\"费用\" 3 万元",
    ]);
}

/// Scored as if it were a lower bound, what is aimed at exactly asks for a reason like one.
#[test]
fn more_than_was_aimed_at_exactly() {
    let with = |result: &str| {
        let source = TARGETS.replace("≥ 10 场", "= 10 场");
        codes(&format!("{source}\nactual \"乙\" at 2026-06 {{ \"场次\" {result} }}"))
    };
    assert_eq!(with("12 场 得分 10"), [""; 0]);
    assert_eq!(with("13 场 得分 10"), ["P706"]);
}

#[test]
fn a_standard_that_reduces_needs_no_reason() {
    let head = "standard own extends mof-2020 { overshoot 120% reduced }\n";
    assert_eq!(codes(&(head.to_owned() + &year("\"场次\" 15 场"))), [""; 0]);
    assert_eq!(codes(&(head.to_owned() + &year("\"场次\" 15 场 得分 10"))), ["P705"]);
    assert_eq!(codes(&(head.to_owned() + &year("\"场次\" 15 场 得分 7"))), [""; 0]);
}

#[test]
fn results_that_are_bounds() {
    assert_shown!(found(&[
        "\"场次\" ≥10场",
        "\"场次\" 不少于 12 场 得分 10",
        "\"完成时间\" 2026年11月底前",
        "\"完成时间\" 2026年10月前",
    ]));
    nothing_is_found(&[
        "\"场次\" = 10 场",
        "\"完成时间\" 2026-11",
        "\"完成时间\" 2026年11月底",
        "\"知晓程度\" 为 \"明显提升\"",
    ]);
}

#[test]
fn missed_without_a_reason() {
    assert_shown!(found(&["\"场次\" 9 场", "\"知晓程度\" 达成 55%", "\"完成时间\" 2026-12-05"]));
    nothing_is_found(&["\"知晓程度\" 达成 85%", "\"场次\" 9 场 { 原因 \"停办一场\" }"]);
}

#[test]
fn during_the_year_nothing_is_missed() {
    let half = |at: &str| codes(&format!("{TARGETS}\nactual \"乙\" {at} {{ 支出 1 万元; \"场次\" 9 场 }}"));
    assert_eq!(half("at 2026-07-31"), [""; 0]);
    assert_eq!(half("at 2026-11"), [""; 0]);
    assert_eq!(half("at 2026-12"), ["P701", "P715"]);
    assert_eq!(half("at 2027-01-15"), ["P701", "P715"]);
    assert_eq!(half(""), ["P701", "P715"]);
}

#[test]
fn steps_and_grades_that_are_reached_are_not_missed() {
    let with = |target: &str, result: &str| {
        let source = TARGETS.replace("≥ 90% 分值 10", target);
        codes(&format!(
            "{source}\nactual \"乙\" {{ \"场次\" 10 场; \"合格率\" {result}; \"完成时间\" 2026-11-20\n\"费用\" 1 元; \"知晓程度\" 为 \"明显提升\"; \"满意度\" 90% }}"
        ))
    };
    let grades = "分档 优 95%, 良 90%, 中 85%, 差 80% 分值 10";
    assert_eq!(with(grades, "91% 得分 8"), [""; 0]);
    assert_eq!(with(grades, "91% 得分 10"), ["P705"]);
    assert_eq!(with(grades, "70% 得分 10"), ["P703"]);
    assert_eq!(with(grades, "70%"), ["P715"]);
    let steps = "阶梯 >= 70% 10 分, >= 65% 1 分 分值 10";
    assert_eq!(with(steps, "66% 得分 1"), [""; 0]);
    assert_eq!(with(steps, "66% 得分 5"), ["P705"]);
    assert_eq!(with(steps, "60%"), ["P715"]);
}

/// = on a cost: to be spent exactly, or no more than that?
#[test]
fn a_cost_that_is_zero() {
    let with = |target: &str, result: &str| {
        let source = TARGETS.replace("≤ 10 万元", target);
        format!("{source}\nactual \"乙\" at 2026-06 {{ \"费用\" {result} }}")
    };
    assert_shown!(super::told(&compiled(&with("= 10 万元", "0 万元 得分 0"))));
    assert_eq!(codes(&with("= 10 万元", "0 元")), ["P713"]);
    for (target, result) in [
        ("= 10 万元", "10 万元"),
        ("= 10 万元", "0 元 { 原因 \"项目取消\" }"),
        ("≤ 10 万元", "0 元"),
        ("10 万元", "0 元"),
        ("= 0 元", "0 元"),
    ] {
        assert_eq!(codes(&with(target, result)), [""; 0], "{target} {result}");
    }
}

#[test]
fn nothing_done_yet_achieved() {
    assert_shown!(found(&["\"场次\" 0 场 { 原因 \"没有举办\" }"]));
    let with = |lines: &str| {
        let year = year(&format!("\"场次\" 0 场 {{ 原因 \"没有举办\" }}\n{lines}"));
        codes(&year.replace("at 2026-12-31", "at 2027-02-28"))
    };
    assert_eq!(with("\"合格率\" 0% { 原因 \"没有举办\" }\n\"完成时间\" 2027-02-01 { 原因 \"没有举办\" }"), [""; 0]);
    let second = TARGETS.replace("分值 10\n    质量", "分值 5\n    数量 \"人数\" ≥ 100 人 分值 5\n    质量");
    let results = |count: &str| {
        format!(
            "{second}\nactual \"乙\" at 2026-06 {{ \"场次\" 0 场 {{ 原因 \"x\" }}; \"人数\" {count} {{ 原因 \"x\" }}; \"合格率\" 95% }}"
        )
    };
    assert_eq!(codes(&results("0 人")), ["P712"]);
    assert_eq!(codes(&results("1 人")), [""; 0]);
    assert_eq!(codes(&results("待定")), [""; 0]);
    // No accident is no work: less is better.
    let accidents = TARGETS.replace("≥ 10 场", "= 0 场");
    assert_eq!(codes(&format!("{accidents}\nactual \"乙\" at 2026-06 {{ \"场次\" 0 场; \"合格率\" 95% }}")), [""; 0]);
}

/// Which category counts the work itself, the standard says.
#[test]
fn what_was_done_is_told_by_the_standard() {
    let is_found = |premise: &str| {
        let categories =
            format!("category lectures {{ direction more; {premise} }}; category effects {{ direction more }}");
        let rows = "lectures \"宣讲\" >= 9 场 weight 50; effects \"到课\" >= 90 人 weight 50";
        let results = "\"宣讲\" 0 场 { reason \"停办\" }; \"到课\" 95 人";
        let source = format!(
            "standard own extends mof-2020 {{ level influence \"影响力\" {{ {categories} }} }}\nstandard own
            project \"乙\" {{ {rows} }}\nactual \"乙\" at 2026-12-31 {{ {results} }}"
        );
        codes(&source).contains(&"P712")
    };
    assert!(is_found("premise") && is_found("前提") && !is_found(""));
}
