//! Turning a file from one language to the other.

use std::borrow::Cow;

use insta::assert_snapshot;
use perfc::{
    diagnostic::Lang,
    format::Options,
    words::{Role, Vocabulary},
};

use super::formatted_with;

/// Some words of a standard, in English and Chinese.
struct Words;

impl Vocabulary for Words {
    fn spelling(&self, word: &str, role: Role, lang: Lang) -> Option<Cow<'_, str>> {
        let words: &[[&str; 2]] = match role {
            Role::Category => &[["quantity", "数量"], ["clients", "服务对象满意度"], ["two words", "两个"]],
            Role::Level => &[["output", "产出"], ["benefit", "效益"]],
            Role::Fund => &[["fiscal", "财政资金"], ["other", "其他资金"], ["good", "良"]],
            Role::Grade => &[["excellent", "优"], ["good", "良"]],
            Role::Group => &[["cost", "成本"], ["output", "产出"]],
        };
        let pair = words.iter().find(|pair| pair.contains(&word))?;
        Some(Cow::Borrowed(pair[usize::from(lang == Lang::Zh)]))
    }
}

const SAMPLE: &str = r#"
standard mof-2020
org 610101 "a"
template 为 { note "b" }
project "c" {
    预算 5 元 { fiscal 5 元; 其他资金 0 元 }
    weights { output 50; 效益 30 }
    quantity "d" 不少于 12 家 per 人 as 每
    clients "e" graded excellent 100%, 良 90 % good 80 分 {
        describe "f"
        目标 "在此处没有意义"
    }
    两个 "g" is "h" 记作 good
    check "i" sum(cost) * 每 <= 预算 + good - 其他资金
}
actual "c" at 2026-12-31 {
    spent 5 元 { fiscal 5 元 }
    "d" 13 家 { reason "j" }
    "e" 达成 95%
}
standard mine extends mof-2020 {
    level output "产出指标" "Output" {
        category quantity "数量指标" "Quantity" also 数量 预算 { measures money; 方向 more }
    }
    scheme { output 60 }
}
"#;

#[test]
fn to_chinese() {
    assert_snapshot!(formatted_with(SAMPLE, Options { words: Some(Lang::Zh), vocabulary: Some(&Words) }), @r#"
    标准 mof-2020
    预算单位 610101 "a"
    模板 为 { 备注 "b" }
    项目 "c" {
        预算 5 元 { 财政资金 5 元; 其他资金 0 元 }
        各级分值 { 产出 50; 效益 30 }
        数量           "d" ≥ 12 家 每 人 记作 每
        服务对象满意度 "e" 分档 优 100%, 良 90% 良 80 分 {
            描述 "f"
            目标 "在此处没有意义"
        }
        两个           "g" 为 "h" 记作 good
        校验           "i" 合计(成本) * 每 ≤ 预算 + good - 其他资金
    }
    实际 "c" 截至 2026-12-31 {
        支出 5 元 { 财政资金 5 元 }
        "d" 13 家 { 原因 "j" }
        "e" 达成 95%
    }
    标准 mine 扩展 mof-2020 {
        一级指标 output "产出指标" "Output" {
            二级指标 quantity "数量指标" "Quantity" 也写作 数量 预算 { 计量 money; 方向 越大越好 }
        }
        分值方案 { 产出 60 }
    }
    "#);
}

#[test]
fn to_english() {
    assert_snapshot!(formatted_with(SAMPLE, Options { words: Some(Lang::En), vocabulary: Some(&Words) }), @r#"
    standard mof-2020
    org 610101 "a"
    template 为 { note "b" }
    project "c" {
        budget 5 元 { fiscal 5 元; other 0 元 }
        weights { output 50; benefit 30 }
        quantity "d" >= 12 家 per 人 as 每
        clients  "e" graded excellent 100%, good 90% good 80 分 {
            describe "f"
            目标     "在此处没有意义"
        }
        两个     "g" is "h" as good
        check    "i" sum(cost) * 每 <= budget + good - other
    }
    actual "c" at 2026-12-31 {
        spent 5 元 { fiscal 5 元 }
        "d" 13 家 { reason "j" }
        "e" achieved 95%
    }
    standard mine extends mof-2020 {
        level output "产出指标" "Output" {
            category quantity "数量指标" "Quantity" also 数量 预算 { measures money; direction more }
        }
        scheme { output 60 }
    }
    "#);
}

#[test]
fn names_are_not_turned() {
    let text = r#"
unit 每 个 measures money also 每个 也写作
project "a" {
    use 为
    quantity "b" >= 5 家 as 预算
    check "c" fiscal * 为 <= 预算
    check "d" 合计(产出) * 5 元 per 每
}
standard 标准 extends 导入 { unbounded 每 为; level output { category per measures 是 also 否 } }
"#;
    assert_snapshot!(formatted_with(text, Options { words: Some(Lang::Zh), vocabulary: Some(&Words) }), @r#"
    计量单位 每 个 计量 money 也写作 每个 也写作
    项目 "a" {
        套用 为
        数量 "b" ≥ 5 家 记作 预算
        校验 "c" fiscal * 为 ≤ 预算
        校验 "d" 合计(产出) * 5 元 per 每
    }
    标准 标准 扩展 导入 { 可超百 每 为; 一级指标 output { 二级指标 per 计量 是 也写作 否 } }
    "#);
    assert_snapshot!(formatted_with(text, Options { words: Some(Lang::En), vocabulary: Some(&Words) }), @r#"
    unit 每 个 measures money also 每个 也写作
    project "a" {
        use 为
        quantity "b" >= 5 家 as 预算
        check    "c" fiscal * 为 <= 预算
        check    "d" sum(output) * 5 元 per 每
    }
    standard 标准 extends 导入 { unbounded 每 为; level output { category per measures 是 also 否 } }
    "#);
}

/// A standard that takes a keyword's word for a category.
struct Greedy;

impl Vocabulary for Greedy {
    fn spelling(&self, word: &str, role: Role, _: Lang) -> Option<Cow<'_, str>> {
        (role == Role::Category && matches!(word, "goal" | "用途")).then(|| Cow::Owned(word.to_owned()))
    }
}

#[test]
fn a_standard_goes_before_keywords() {
    let text = "project \"a\" { goal \"b\" 5 { show \"c\" }; purpose \"d\"; note \"e\" }";
    assert_snapshot!(formatted_with(text, Options { words: Some(Lang::Zh), vocabulary: Some(&Greedy) }), @r#"项目 "a" { goal "b" 5 { 显示 "c" }; purpose "d"; 备注 "e" }"#);
}

#[test]
fn without_a_standard_only_keywords_are_turned() {
    let text = "project \"a\" { budget 5 元 { fiscal 5 元 }; quantity \"b\" ≥ 5 家 }";
    assert_snapshot!(formatted_with(text, Options { words: Some(Lang::Zh), vocabulary: None }), @r#"项目 "a" { 预算 5 元 { fiscal 5 元 }; quantity "b" ≥ 5 家 }"#);
}

#[test]
fn two_comparisons_stay_as_they_are_written() {
    let rows = "数量 \"a\" >== 12 家\n成本 \"b\"=超过 1 万元\n成本 \"c\" <﹦ 1 万元\n";
    for words in [None, Some(Lang::En), Some(Lang::Zh)] {
        assert_eq!(formatted_with(rows, Options { words, vocabulary: None }), rows);
    }
}

#[test]
fn a_code_does_not_run_into_its_keyword() {
    let turned = formatted_with("单位2026-11 610101 \"a\"\n", Options { words: Some(Lang::En), vocabulary: None });
    assert_eq!(turned, "org 2026-11 610101 \"a\"\n");
}
