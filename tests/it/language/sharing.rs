//! Standards, templates, imports.

use perfc::{
    diagnostic::{Code, Lang},
    json::Options,
};

use super::{report, report_with};
use crate::support::{Memory, assert_shown, compiled};

#[test]
fn the_standard_of_2021() {
    assert_shown!(report(
        "
standard mof-2021
org 1 \"a\"; year 2026
project \"p\" { budget 10 万元; purpose \"x\"; goal \"y\"
    成本 \"经济成本\" <= 5 万元 weight 20
    social-cost \"社会成本\" is \"无投诉\" weight 0
    生态成本 \"生态成本\" <= 5 吨 weight 0
    quantity \"数量\" 5 个 weight 20
    quality \"质量\" 90% weight 20
    social \"社会\" is \"好\" weight 20
    clients \"满意\" >= 90% weight 11
    sustainable \"可持续\" is \"好\"
    check sum(cost) <= budget
}"
    ));
}

#[test]
fn a_standard_extended() {
    assert_shown!(report(
        "
standard tj \"某市\" \"The city\" extends mof-2020 {
    level output {
        category progress \"进度指标\" \"Progress\" { also 进度; measures time calendar ratio }
        category cost { required }
    }
    一级指标 influence \"影响力指标\" \"Influence\" {
        必填
        category media \"媒体影响指标\" \"Media\" { direction more; measures 篇 工位 }
    }
    scheme { output 40; benefit 40; satisfaction 10 }
    scheme { output 40; benefit 20; satisfaction 10; 影响力 20 }
    execution 10 分
    fund bond \"债券资金\" \"Bonds\" also 债券
    grade excellent >= 95 分
    grade best \"特优\" \"Best\" >= 99 分
}
unit 工位
org 1 \"a\"; year 2026
project \"p\" { budget 10 万元 { 债券 10 万元 }; purpose \"x\"; goal \"y\"
    quantity \"a\" 5 工位 weight 10
    quality \"b\" 90% weight 10
    进度 \"c\" by 2026-10 weight 10
    时效 \"d\" by 2026-10 weight 11
    social \"e\" graded 特优 99%, 优 95% weight 20
    media \"f\" 5 篇 weight 10
    media \"g\" 5 个 weight 10
    clients \"h\" >= 90% weight 10
}"
    ));
}

#[test]
fn mistakes_in_a_standard() {
    assert_shown!(report(
        "
standard a extends mof-2019 { level output \"产出\" \"Output\" { category } }
standard b {
    level
    levl x
    level output \"产出指标\" { directon more; category quantity { direction up; measures 工作量; required } }
    scheme { output; benefit 30 }
    execution
    grade excellent \"优\" { }
    fund
    year 2026
}
standard mof-2020 { level output }
standard a { }
standard c
standard
year 2026; standard b"
    ));
}

/// Whatever is declared may be used above its declaration.
#[test]
fn the_order_of_declarations_does_not_matter() {
    let declarations = [
        "unit 批箱 = 2 千箱组/日历周",
        "unit 千箱组 = 1000 箱组",
        "unit 箱组 measures 货运 also 箱团",
        "unit 打箱组数 = 3 打箱组",
        "unit 日历周 = 7 天",
        "multiplier 打 12",
        "dimension 货运 \"货运量\" \"freight\"",
        "standard 县 extends 市 { fund bond \"债券资金\" }",
        "standard 市 extends mof-2021 { level output { category media \"媒体指标\" { also 媒体; measures 箱组 } } }",
        "standard 县",
        "template 共用 { 媒体 \"c\" 5 打箱组数 }",
        "year 2026",
        "import \"other.perf\"",
        "project \"p\" { budget 1 万元 { 债券资金 1 万元 }; 媒体 \"a\" 5 千箱组; quantity \"b\" 5 批箱; use 共用; use 外 }",
    ];
    let files = |text: &str| {
        let other = ("other.perf", "template 外 { quantity \"d\" 5 外单位 }; unit 外单位 = 2 内单位; unit 内单位");
        crate::support::compiled_with("main.perf", text, &Memory(&[other]), Options::default())
    };
    let forward = files(&declarations.join("\n"));
    let backward = files(&declarations.iter().rev().copied().collect::<Vec<_>>().join("\n"));
    for compiled in [&forward, &backward] {
        let incomplete = [Code::MissingCategory, Code::MissingStatement];
        let other = compiled.findings.iter().find(|finding| !incomplete.contains(&finding.code));
        assert!(other.is_none(), "{}", compiled.listed(Lang::Zh));
    }
    assert_eq!(forward.document(), backward.document());
    assert_eq!(forward.rows.lines().count(), 4, "{}", forward.rows);
}

/// A chain of any length is put in order without using the stack, and in time linear in it.
#[test]
fn units_may_build_upon_each_other_without_end() {
    let chain = |count: usize| (0..count).map(|at| format!("unit u{at}x = 1 u{}x\n", at + 1)).collect::<String>();
    let count = 20_000;
    let compiled = compiled(&format!("{}unit u{count}x = 5 件\ntemplate t {{ quantity \"a\" 3 u0x }}", chain(count)));
    assert_eq!(compiled.listed(Lang::Zh), "");
}

#[test]
fn definitions_that_lead_back_to_themselves() {
    assert_shown!(report(
        "
unit 甲箱 = 2 万乙箱/天
unit 乙箱 = 3 丙箱
unit 丙箱 measures 甲箱
unit 丁箱 = 5 丁箱
unit 戊箱 = 5 己箱
standard 县 extends 市 { }
standard 市 extends 县 { }
standard 村 extends 村 { }"
    ));
}

#[test]
fn what_is_defined_twice() {
    assert_shown!(report_with(&[
        (
            "main.perf",
            "
import \"other.perf\"
dimension money \"钱\"
dimension 货运 \"货运量\"
dimension 货运 \"货运\"
dimension 家 \"家数\"
dimension 外量 \"外量\"
multiplier 万 1000
multiplier 打 12
multiplier 打 13
unit 大箱 = 3 小箱
unit 小箱
unit 小箱 also 大箱
standard 市 extends mof-2020 {
    level output {
        category media \"媒体指标\" { also 媒体 进度 数量 }
        category paper \"报纸指标\" also 媒体
        category media { required }
        category cost { required }
    }
    level influence \"影响力指标\" {
        category cost { required }
        category 媒体 { required }
        category other \"媒体指标\"
    }
    level output { also 产出指标 }
    fund bond \"债券资金\" also 债券
    fund debt \"专项债券\" also 债券
    fund bond
    grade best \"特优\" >= 99 分
    grade best \"特优\" >= 98 分
}
standard 县 extends 市 {
    level output { category paper { also 媒体 } }
    level influence { category cost { required } }
}"
        ),
        ("other.perf", "dimension 外量 \"外量\"; unit 外箱 measures 外量"),
    ]));
}

#[test]
fn grades_and_schemes_of_the_base_are_overridden() {
    let source = |extra: &str| {
        format!(
            "standard tj extends mof-2020 {{ {extra} }}
             project \"p\" {{ quantity \"a\" 5 个 weight 40; social \"b\" is \"好\" weight 40; clients \"c\" 90% weight 10 }}"
        )
    };
    let sums = |extra: &str| compiled(&source(extra)).listed(Lang::Zh).matches("P402").count();
    assert_eq!(sums(""), 2);
    assert_eq!(sums("scheme { satisfaction 10; output 40; benefit 40 }"), 0);
}

#[test]
fn templates() {
    assert_shown!(report(
        "
org 1 \"a\"; year 2026
template 宣传 {
    purpose \"模板的用途\"
    goal \"模板的目标\"
    note \"模板的备注\"
    quantity \"宣传活动\" >= 2 次 as 次数
    quality \"合格率\" >= 90%
    timeliness \"完成时间\" by 2026-11
    cost \"每次费用\" <= 1 万元 per 次 as 每次
    social \"知晓度\" is \"提高\"
    clients \"满意度\" >= 90%
    check \"费用\" 次数 * 每次 <= budget
}
template 大宣传 {
    use 宣传 { quantity \"宣传活动\" >= 20 次 as 次数 }
    quantity \"海报\" 100 张
}
project \"照用\" { budget 10 万元; use 宣传 }
project \"覆盖\" {
    budget 10 万元
    note \"项目的备注\"
    套用 宣传 {
        goal \"一\"
        goal \"二\"
        quality \"合格率\" >= 95%
        quality \"优良率\" >= 80%
    }
    quantity \"宣传活动\" >= 5 次 as 次数
    quality \"完成时间\" 90%
}
project \"套中有套\" { budget 10 万元; use 大宣传 { timeliness \"完成时间\" by 2026-06 } }
project \"两次\" { budget 30 万元; use 大宣传; use 宣传 }
project \"自相矛盾\" { budget 10 万元; clients \"满意度\" >= 80%; use 宣传 { clients \"满意度\" >= 85% } }"
    ));
}

#[test]
fn mistakes_in_templates() {
    assert_shown!(report(
        "
org 1 \"a\"; year 2026
template 甲 { quantiy \"x\" 5 个; use 乙 }
template 乙 { use 甲; quantity \"y\" 5 佳 }
template 甲 { }
template
template 丙 { use 丁 }
project \"p\" { use 甲; use 已; use }
project \"q\" { use 甲 }"
    ));
}

#[test]
fn imports() {
    assert_shown!(report_with(&[
        (
            "2026/main.perf",
            "
import \"../common/all.perf\"
导入 “units.perf”
import \"units.perf\"
year 2026
project \"p\" { budget 1 万元; use 共用; progress \"t\" by 2026-05; social \"d\" is \"好\"; clients \"e\" >= 90%; quality \"f\" 90%; cost \"g\" <= 1 万元; timeliness \"h\" by 2026 }"
        ),
        (
            "common/all.perf",
            "
org 007001 \"共用单位\"
year 2025
import \"standard.perf\"
template 共用 { purpose \"x\"; goal \"y\"; quantity \"工位数\" 5 工位 }
project \"不归导入者\" { nonsense \"x\" }"
        ),
        (
            "common/standard.perf",
            "standard tj extends mof-2020 { level output { category progress \"进度指标\" \"Progress\" { also 进度 } } }"
        ),
        ("2026/units.perf", "unit 工位"),
    ]));
}

#[test]
fn imports_that_fail() {
    assert_shown!(report_with(&[
        (
            "main.perf",
            "
import \"a.perf\"
import \"missing.perf\"
import \"../outside.perf\"
import \"sub/../../outside.perf\"
import common.perf
import
import \"main.perf\"
import \"a.perf\" { }"
        ),
        ("a.perf", "import \"b.perf\"; unit 工位; template 甲 { }"),
        ("b.perf", "import \"a.perf\"; unit 工位; template 甲 { }; quantiy \"x\" 5 个"),
    ]));
}

#[test]
fn a_unit_in_full_width_letters_is_the_same_unit() {
    assert_eq!(compiled("计量单位 ｋｍ").listed(Lang::Zh), "1:6 P215 “ｋｍ”定义了两次\n");
}
