//! Arithmetic: exact, in any units, and honest where it rounds what it shows.

use perfc::diagnostic::{Code, Lang};

use super::{report, rows};
use crate::support::{assert_shown, compiled, compiled_rows};

/// What the check of some rows came to: whether it holds, and its sides.
fn outcome(rows: &str) -> String {
    let compiled = compiled_rows(rows);
    let findings: Vec<_> = compiled.findings.iter().map(|finding| finding.message(Lang::En).title).collect();
    let check = &compiled.projects()[0]["checks"][0];
    let side = |name: &str| check[name].as_str().unwrap_or("?").to_owned();
    format!("{} | {} | {} | {}", check["holds"], side("left"), side("right"), findings.join("; "))
}

#[test]
fn units_cancel_exactly() {
    for condition in [
        "100 元/天 * 30 天 = 3000 元",
        "100 元/小时 * 8 小时 <= 800 元",
        "50 元/分钟 * 7 分钟 = 350 元",
        "100 元/周 * 2 周 = 200 元",
        "100 元/季度 * 4 季度 = 400 元",
        "100 元/年 * 3 年 = 300 元",
        "100 元/公顷 * 3 公顷 <= 300 元",
        "100 元/亩 * 15 亩 = 1500 元/公顷 * 1 公顷",
        "20 元/GB * 3 GB = 60 元",
        "1 / 3 * 3 = 1",
        "1 / 3 + 1 / 6 = 0.5",
        "3 亩 = 2000 平方米",
        "30 米 * 30 米 = 900 平方米",
        "30 公里 * 30 公里 = 900 平方公里",
        "2 米 * 3 平方米 = 6 立方米",
        "6 立方米 / 3 ㎡ = 2 米",
        "600 元/米 * 2 米 = 1200 元",
    ] {
        let outcome = outcome(&format!("check {condition}"));
        assert!(outcome.starts_with("true |") && outcome.ends_with("| "), "{condition}: {outcome}");
    }
}

#[test]
fn what_is_rounded_to_be_shown_says_so() {
    for (condition, expected) in [
        ("100 元 / 3 <= 33.34 元", "true | ≈33.333333 元 | 33.34 元 | "),
        ("1 / 3 < 1", "true | ≈0.333333 | 1 | "),
        ("100 元/天 * 36 小时 = 150 元", "true | 150 元 | 150 元 | "),
        ("1 亩 > 666 平方米", "true | ≈666.666667 平方米 | 666 平方米 | "),
        ("1 亩 + 1 亩 = 2 亩", "true | 2 亩 | 2 亩 | "),
    ] {
        assert_eq!(outcome(&format!("check {condition}")), expected, "{condition}");
    }
}

/// What has more digits than a number may have is told, and neither holds nor fails.
#[test]
fn too_many_digits_are_no_result() {
    let longest = "9".repeat(28);
    let smallest = format!("0.{}1", "0".repeat(26));
    for condition in [
        format!("{longest} * {longest} > 1"),
        format!("{longest} + {smallest} > 1"),
        format!("{longest} 万亿元 > 1 元"),
        format!("{smallest} * {smallest} > 0"),
        format!("{longest} / 7 * {smallest} / 11 * {smallest} / 13 > 0"),
    ] {
        let compiled = compiled_rows(&format!("check {condition}"));
        let codes: Vec<Code> = compiled.findings.iter().map(|finding| finding.code).collect();
        assert_eq!(codes, [Code::ImpossibleArithmetic], "{condition}");
        assert!(compiled.projects()[0]["checks"][0]["holds"].is_null(), "{condition}");
    }
    let budget = format!("project \"p\" {{ budget {longest} 万亿元; check budget <= 1 元 }}");
    let compiled = compiled(&budget);
    assert!(compiled.findings.has(Code::ImpossibleArithmetic) && !compiled.findings.has(Code::CheckFailed));
}

#[test]
fn an_empty_sum_is_zero_of_anything() {
    for (condition, expected) in [
        ("合计(生态效益) <= budget", "true | 0 万元 | 1000 万元 | "),
        ("合计(生态效益) + 5 家 = 5 家", "true | 5 家 | 5 家 | "),
        ("5 家 - 合计(生态效益) = 5 家", "true | 5 家 | 5 家 | "),
        ("-合计(生态效益) * 3 = 0 家", "true | 0 家 | 0 家 | "),
        ("合计(生态效益) = 合计(可持续影响)", "true | 0 | 0 | "),
        ("合计(生态效益) > 0 元", "false | 0 元 | 0 元 | the check fails: sum(ecological) > 0 元"),
        ("5 / 合计(生态效益) > 1", "null | ? | ? | this cannot be computed: division by zero"),
    ] {
        assert_eq!(outcome(&format!("check {condition}")), expected, "{condition}");
    }
}

#[test]
fn sums_and_counts() {
    assert_shown!(rows(
        "
cost \"a\" <= 5 万元
cost \"b\" <= 3000 元
quantity \"c\" 3 个
quantity \"d\" 5 家
quality \"e\" is \"好\"
check 合计(成本) = 5.3 万元
check count(output) = 5
check sum(quantity) > 3 个
check sum(quantity) > 3 个 + 1 个
check sum(quality) > 3
check 合计(成本) / count(成本) > 3 万元"
    ));
}

#[test]
fn what_is_unknown_is_told_once() {
    assert_shown!(rows(
        "
cost \"a\" <= 5 元 每 打 as a
check 100 元/打 = 3 元
check 100 元 per 打 <= budget
check a * 3 <= budget
check 1 元/人·天·次 per 公里 > 0 元"
    ));
}

#[test]
fn currencies() {
    assert_shown!(report(
        "
org 1 \"a\"; year 2026
project \"一\" { budget 100 万元 { fiscal 50 万元; other 50 万美元 } }
project \"二\" { budget 102 万元 { fiscal 100 万美元 } }
project \"三\" { budget 100 万美元 { fiscal 1000000 美元 } }
project \"四\" { budget 100 万元 { fiscal 50 万元; other 500000 元 }; check budget > 3 美元 }"
    ));
}

#[test]
fn units_of_ones_own() {
    assert_shown!(report(
        "
unit 三分之一家 = 1 / 3 家
unit 零家 = 0 家
unit 无穷家 = 1 / 0 家
unit 大 = 9999999999999999999999999999 万亿元
unit 缺 = 1 / 家
dimension 速度 \"速度\" \"a speed\"
unit 码 = 1 米/秒 measures 速度
project \"一\" {
    check 3 三分之一家 = 1 家
    check 100 米 / 5 秒 = 20 码
    check 100 码 > 3 元
}"
    ));
}
