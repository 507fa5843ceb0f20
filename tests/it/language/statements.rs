//! Statements, keywords, punctuation.

use perfc::diagnostic::{Code, Lang};

use super::{report, rows};
use crate::support::{assert_shown, compiled};

#[test]
fn typed_with_a_chinese_input_method() {
    assert_shown!(report(
        "
标准　mof-2020；预算单位 ６１０１０１ “某局”
年度　２０２６年
项目　“测试项目”　｛
    预算　１，０２０，０００．００　元　｛　财政资金　１０２００００．００　元　｝
    用途 「用途」；目标 “目标一”；目标 “建设“茶淀”示范区”
    数量　“甲”　≥　１２　家　记作　站数；数量 “乙” ≥１２％
    质量　“丙”　＞＝　９０％
    时效　“丁”　２０２６年１１月底前
    成本　“戊”　≤　１　万元　每　家　记作 费用 ／／ 注释
    社会效益 “己” 为 “明显提升”
    服务对象满意度　“庚”　≥　９０　％
    校验 “费用” （站数 × 费用） ÷ １ ≤ 预算
｝"
    ));
}

/// Labels and templates are told by their names, and full-width letters make no other name.
#[test]
fn names_without_quotes_in_full_width_letters() {
    let text = "
template ｔ１ { 目标 \"目标\" }
template t1 { 目标 \"另一个目标\" }
project \"p\" { use ｔ1
    数量 \"甲\" ≥ 12 家 记作 a１
    数量 \"乙\" ≥ 12 个 记作 ａ1
    校验 ａ１ <= 12 家
}";
    let compiled = compiled(text);
    let codes = compiled.findings.iter().map(|finding| finding.code);
    let missing = [Code::MissingCategory, Code::MissingStatement];
    let others: Vec<Code> = codes.filter(|code| !missing.contains(code)).collect();
    assert_eq!(others, [Code::DuplicateDefinition, Code::DuplicateLabel]);
}

#[test]
fn keywords_may_be_mixed() {
    assert_shown!(report(
        "
标准 mof-2020
org 610101 “某局”
年度 2026
project \"p\" {
    预算 10 万元 { fiscal 6 万元; 其他资金 4 万元 }
    purpose “用途”
    绩效目标 \"目标\"
    quantity “甲” ≥ 12 家 as 站数 分值 5
    产出 \"乙\" 5 个
    数量指标 \"丙\" 5 个
    quality \"丁\" >= 90% 权重 5分
    时效 \"戊\" by 2026-11
    cost \"己\" <= 1 万元 每 家 记为 费用
    social \"庚\" 为 \"好\"
    clients \"辛\" >= 90%
    check 站数 * 费用 <= 预算
}"
    ));
}

#[test]
fn one_line_or_many() {
    assert_shown!(report(
        "org 1 \"a\";year 2026;project \"p\"{budget 1 万元{fiscal 1 万元};purpose \"x\";goal{\"y\";\"z\"};\
         quantity\"a\"5个{describe\"d\"};quality\"b\">=90%;timeliness\"c\"by 2026;cost\"d\"<=1万元;\
         social\"e\"is\"好\";clients\"f\">=90%}"
    ));
}

#[test]
fn comments_everywhere() {
    assert_shown!(report(
        "/* 文件 */ org /* 代码 */ 1 \"a\" // 单位
year 2026 // 年度
// 项目
project \"p\" /* 甲 */ { // 开始
    budget 1 万元 /* 无来源 */
    purpose \"不是 // 注释\"
    goal \"也不是 /* 注释 */\"
    quantity \"a\" /* b */ >= /* c */ 5 /* d
    */ 个 /* e */ as /* f */ x // g
    quality \"b\" >= 90%; timeliness \"c\" by 2026 // 时效
    cost \"d\" <= 1 万元 { // 块
        note \"n\" /* n */
    } // 块完
    social \"e\" is \"好\"; clients \"f\" >= 90%
    check ( // 算式
        x * 2 // 两倍
    ) <= 10 个
} /* 完 */
// 完"
    ));
}

#[test]
fn organisations_years_and_periods() {
    for (source, expected) in [
        ("org 610101 \"局\"", r#"{"code":"610101","name":"局"}"#),
        ("org 007001 \"局\"", r#"{"code":"007001","name":"局"}"#),
        ("org A01-02 \"局\"", r#"{"code":"A01-02","name":"局"}"#),
        ("org 12330100MB1234567X “局”", r#"{"code":"12330100MB1234567X","name":"局"}"#),
        ("单位 ６１０１０１ “局”", r#"{"code":"610101","name":"局"}"#),
        ("org \"A 1\" \"局\"", r#"{"code":"A 1","name":"局"}"#),
        ("org \"局\"", r#"{"code":null,"name":"局"}"#),
    ] {
        assert_eq!(compiled(source).value()["org"].to_string(), expected, "{source}");
    }
    for source in ["year 2026", "年度 2026年", "预算年度 ２０２６年度", "年度 2026 年", "年度2026年"]
    {
        assert_eq!(compiled(source).value()["year"], 2026, "{source}");
    }
    for period in ["2023-07..2026-12", "2023.07-2026.12", "2023年7月至2026年12月", "2023年7月 - 2026年12月"] {
        let value = compiled(&format!("project \"p\" {{ period {period} }}")).value();
        assert_eq!(value["projects"][0]["period"].to_string(), r#"{"from":"2023-07","to":"2026-12"}"#, "{period}");
    }
}

#[test]
fn what_statements_lack_or_have_too_much() {
    assert_shown!(report(
        "
org
org 610101 某局
year 26
year
standard
project \"\" { }
project {
}
project 没有引号 {
    code
    code 1 2
    period 2026
    period 2026-12..2026-01
    budget
    purpose 没有引号
    goal \"\"
    goal \"a\" \"b\"
    basis \"x\" { \"y\" }
    note
    weights { 产岀 5; 产出; 效益 30 30 }
    use
    check
    quantity
    quantity \"a\"
    quantity \"b\" weight 5
    quantity \"c\" 5 个 weight
    quantity \"d\" 5 个 as
    quantity \"e\" 5 个 as goal
    quantity \"f\" 5 个 show
    quantity \"g\" 5 个 as x as y
    quantity \"h\" 5 个 6 个
    quantity \"i\" 5 个 quality \"j\" 6 个
    quantity \"k\" 5 个 weight 5 { weight 6 }
    quantity \"l\" 5 个 { describe; note \"n\" { }; goal \"g\"; describ \"d\" }
}"
    ));
}

#[test]
fn budgets() {
    assert_shown!(report(
        "
project \"a\" { budget 10 }
project \"b\" { budget 万元 }
project \"c\" { budget 10 个 }
project \"d\" { budget 10 万园 }
project \"e\" { budget 10 万元 { fiscal 6 万元; other 30000 元 } }
project \"f\" { budget 10 万元 { fiscal 6 万元; 财政资金 4 万元 } }
project \"g\" { budget 10 万元 { bond 10 万元; fisca 10 万元; fiscal; { } } }
project \"h\" { budget 10 万元; budget 20 万元 }"
    ));
}

#[test]
fn labels_and_weights() {
    assert_shown!(rows(
        "
quantity \"a\" 5 个 as x weight 10
quantity \"b\" 5 个 weight 10分 as x
quantity \"c\" 5 个 { 分值 30 }
quantity \"d\" 5 个 weight 1
quantity \"a\" 6 个
quality \"a\" 90%
social \"e\" is \"好\" weight 21
clients \"f\" 90% weight 10
weights { output 41; 效益 20 分; 满意度指标 10; 产出 5 }"
    ));
}

#[test]
fn checks() {
    assert_shown!(rows(
        "
quantity \"a\" 5 个 as a
cost \"b\" <= 3 万元 as b
cost \"c\" <= 2 万元 per 个 as c
social \"d\" is \"好\" as d
check \"对\" a * c + b <= budget
check \"错\" a * c + b > budget
check a * c + b > budget
check 合计(数量) = 5 个
check count(output) = 3
check a + b > 3
check a > 3
check 3 个 < a < 6 个
check d > 3
check a / 0 > 3
check a-b > 3
check e > 3
check max(a) > 3
check sum(好) > 3
check fiscal > 3
check a *
check a
check (a
    + 2 个) <= 7 个
check (a + 2 个 <= 7 个
check b <= 30% * budget
check b / budget <= 30%"
    ));
}

#[test]
fn messages_read_well_in_both_languages() {
    let source = "
project \"p\" {
    quantiy \"a\" 5 个
    cost \"b\" >= 5 个
    cost \"c\" >= 5 万元
    clients \"d\" >= 120%
    clients \"e\" 95
    social 效果 “明显提升”
    “f” 5 个
    goal { x }
    year 2026 { }
    budget 1 元
    cost \"g\" <= 2 元
    check \"h\" sum(cost) > 3
}
quantity \"i\" 5 个
projcet \"j\"";
    let compiled = compiled(source);
    let told = format!("{source}\n\n---- zh\n{}\n---- en\n{}", compiled.told(Lang::Zh), compiled.told(Lang::En));
    assert_shown!(told.trim_start());
}

#[test]
fn amounts_below_zero() {
    assert_shown!(report(
        "
org 1 \"a\"; year 2026
project \"甲\" {
    budget -102 万元 { fiscal -102 万元 }
    quantity \"a\" 5 个 weight -5
    weights { output -10; benefit 100 }
}"
    ));
}

#[test]
fn levels_and_execution_make_a_hundred() {
    assert_shown!(report(
        "
org 1 \"a\"; year 2026
project \"多\" { quantity \"a\" 5 个; social \"b\" is \"好\"; clients \"c\" 90%
    weights { output 50; benefit 30; satisfaction 20 } }
project \"少\" { quantity \"a\" 5 个; social \"b\" is \"好\"; clients \"c\" 90%
    weights { output 50; benefit 20; satisfaction 10 } }
project \"正好\" { quantity \"a\" 5 个; social \"b\" is \"好\"; clients \"c\" 90%
    weights { output 60; benefit 20; satisfaction 10 } }
project \"其余\" { quantity \"a\" 5 个; social \"b\" is \"好\"; clients \"c\" 90%
    weights { output 60 } }"
    ));
}
