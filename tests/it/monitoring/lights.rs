//! Each light with its numbers.

use perfc::diagnostic::Lang;

use super::shown;
use crate::support::assert_shown;

fn year(targets: &str, results: &str) -> String {
    format!(
        "org 1 \"a\"; year 2026\nproject \"p\" {{ budget 12 万元; purpose \"x\"; goal \"y\"\n{targets}\n}}\n\
         actual \"p\" at 2026-07-31 {{\n{results}\n}}"
    )
}

fn by_july(targets: &str, results: &str) -> String {
    format!("{targets}\n----\n{results}\n----\n{}", shown(&year(targets, results), None, Lang::Zh))
}

#[test]
fn what_adds_up_is_due_in_part() {
    assert_shown!(by_july(
        "数量 \"红\" ≥ 120 场
数量 \"黄\" ≥ 120 场
数量 \"黄边\" ≥ 120 场
数量 \"绿\" 120 场
数量 \"绿边\" = 120 场
数量 \"蓝\" > 120 场
经济效益 \"收入\" ≥ 1.2 亿元
社会效益 \"受益\" ≥ 1.2 万人次
可持续影响 \"使用\" ≥ 12 年
数量 \"无单位\" ≥ 120",
        "支出 7 万元
\"红\" 41 场; \"黄\" 42 场; \"黄边\" 55 场; \"绿\" 56 场; \"绿边\" 83.9 场; \"蓝\" 84 场
\"收入\" 7000 万元; \"受益\" 6999 人次; \"使用\" 7 年; \"无单位\" 70"
    ));
}

#[test]
fn what_does_not_add_up_is_due_in_full() {
    assert_shown!(by_july(
        "数量 \"覆盖率\" ≥ 100%
数量 \"覆盖率二\" ≥ 100%
社会效益 \"增长率\" ≥ 5%
经济效益 \"人均收入\" ≥ 3 万元/人
服务对象满意度 \"满意度\" ≥ 90%
服务对象满意度 \"满意率\" ≥ 50%
服务对象满意度 \"得分\" ≥ 90 分",
        "支出 5.5 万元
\"覆盖率\" 79%; \"覆盖率二\" 0.8; \"增长率\" 2.9%; \"人均收入\" 31000 元/人
\"满意度\" 88%; \"满意率\" 60%; \"得分\" 72 分"
    ));
}

#[test]
fn limits_and_what_is_in_or_out() {
    assert_shown!(by_july(
        "数量 \"事故\" ≤ 3 起
数量 \"事故二\" < 3 起
质量 \"合格率\" ≥ 95%
质量 \"合格数\" ≥ 120 件
质量 \"合格数二\" ≥ 120 件
质量 \"差错率\" ≤ 2%
时效 \"办理时限\" ≤ 10 天
时效 \"及时率\" ≥ 95%
成本 \"费用\" ≤ 12 万元
成本 \"费用二\" = 12 万元
成本 \"单价\" 1 万元 每 场
成本 \"超支\" ≤ 6 万元
质量 \"零投诉\" = 0 次
质量 \"零差错\" = 0 次
数量 \"零事故\" 0 起
社会效益 \"负增长\" ≥ -3%",
        "支出 4.1 万元
\"事故\" 3 起; \"事故二\" 3 起; \"合格率\" 94.9%; \"合格数\" 70 件; \"合格数二\" 69 件; \"差错率\" 2%
\"办理时限\" 11 天; \"及时率\" 95%; \"费用\" 7 万元; \"费用二\" 125000 元; \"单价\" 9000 元; \"超支\" 6.1 万元
\"零投诉\" 0 次; \"零差错\" 1 次; \"零事故\" 1 起; \"负增长\" -4%"
    ));
}

#[test]
fn other_kinds() {
    assert_shown!(by_july(
        "数量 \"范围\" 12..24 次
数量 \"范围内\" 12..24 次
数量 \"范围外\" 12..24 次
时效 \"提前\" 2026年6月底前
时效 \"逾期\" 2026年6月底前
时效 \"哪一天\" 2026年6月15日前
时效 \"没到\" 2026年11月底前
时效 \"过了\" 2026年6月底前
时效 \"没有说\" 2026年6月底前
时效 \"进行中\" 2026年11月底前
质量 \"分档\" 分档 优 95%, 良 90%, 中 85%
质量 \"优\" 分档 优 95%, 良 90%, 中 85%
质量 \"阶梯\" 阶梯 >= 70% 3 分, >= 65% 1 分
社会效益 \"是\" 是
社会效益 \"否\" 是",
        "\"范围\" 5 次; \"范围内\" 24 次; \"范围外\" 25 次
\"提前\" 2026-05; \"逾期\" 2026-07-10; \"哪一天\" 2026-06; \"过了\" 待定; \"进行中\" 为 \"进行中\"
\"分档\" 91%; \"优\" 95%; \"阶梯\" 60%; \"是\" 是; \"否\" 否"
    ));
}

#[test]
fn words_are_judged() {
    assert_shown!(by_july(
        "社会效益 \"达到\" 为 \"明显提升\"
社会效益 \"绿\" 为 \"明显提升\"
社会效益 \"黄\" 为 \"明显提升\"
社会效益 \"红\" 为 \"明显提升\"
社会效益 \"没有评判\" 为 \"明显提升\"
社会效益 \"过多\" 为 \"明显提升\"",
        "支出 1 元
\"达到\" 为 \"明显提升\"; \"绿\" 达成 80%; \"黄\" 达成 79.9%; \"红\" 达成 59%
\"没有评判\" 为 \"稳步推进\"; \"过多\" 达成 101%"
    ));
}

#[test]
fn what_people_expect() {
    assert_shown!(by_july(
        "数量 \"够\" ≥ 12 次
数量 \"不够\" ≥ 12 次
数量 \"只说能\" ≥ 12 次
数量 \"推算\" ≥ 12 次
数量 \"换算\" ≥ 1.2 万次
时效 \"按期\" 2026年11月底前
时效 \"拖延\" 2026年11月底前
社会效益 \"文字\" 为 \"明显提升\"
社会效益 \"一半\" 为 \"明显提升\"
成本 \"费用\" ≤ 12 万元
成本 \"超支\" ≤ 12 万元
服务对象满意度 \"满意度\" ≥ 90%
服务对象满意度 \"还没有\" ≥ 90%",
        "支出 7 万元; 预计 12 万元 { 财政资金 12 万元 }
\"够\" 7 次 预计 12 次 确定能; \"不够\" 5 次 预计 11 次 有可能 { 原因 \"开工晚\" }
\"只说能\" 7 次 预计 完全不可能; \"推算\" 8 次; \"换算\" 5000 次 { 预计 1.1 万次 可能完成; 原因 \"x\" }
\"按期\" 待定 预计 2026-11-20 能完成; \"拖延\" 待定 预计 2026-12-20 不能完成
\"文字\" 达成 60% 预计 达成 90%; \"一半\" 达成 60% 预计 达成 50% 得分 3
\"费用\" 6 万元 得分 1 预计 11 万元; \"超支\" 7.5 万元; \"满意度\" 88%
\"还没有\" 待定 预计 92%"
    ));
}

#[test]
fn nothing_is_told_without_its_grounds() {
    let targets = "quantity \"a\" >= 12 场; quality \"b\" tbd; clients \"c\" >= 90%; cost \"d\" <= 1 万元";
    let results = "\"a\" 7 家; \"b\" 3%; \"c\" is \"好\"";
    let source = year(targets, results);
    let without_day = source.replace(" at 2026-07-31", "");
    let too_early = source.replace("2026-07-31", "2025-12-31");
    assert_shown!([source, without_day, too_early].map(|source| shown(&source, None, Lang::En)).join("----\n"));
}

#[test]
fn time_goes_by_months() {
    let at = |period: &str, day: &str| {
        let source = year("quantity \"a\" >= 12 场", "\"a\" 1 场").replace("2026-07-31", day);
        let source = source.replace("goal \"y\"", &format!("goal \"y\"; {period}"));
        shown(&source, None, Lang::En).lines().next().unwrap().to_owned()
    };
    let shown = [
        at("", "2026-01-01"),
        at("", "2026-02-28"),
        at("", "2026-07-15"),
        at("", "2026-07"),
        at("", "2026-12-30"),
        at("", "2026"),
        at("", "2027-03-01"),
        at("period 2026-04..2026-12", "2026-07-31"),
        at("period 2025-04..2027-06", "2026-07-31"),
        at("period 2026-04-16..2026-10", "2026-07-31"),
        at("period 2024-01..2024-12", "2026-07-31"),
    ];
    assert_shown!(shown.join("\n"));
}

#[test]
fn a_standard_states_its_own_limits() {
    let source = format!(
        "standard own extends mof-2020 {{
    light quantity steps >= 100% green, >= 90% yellow
    light execution all-or-nothing
    light clients steps >= 95% green, < 50% red, >= 50% yellow
    judgement partly >= 50% red
}}
{}",
        year(
            "quantity \"a\" >= 12 场; quantity \"b\" >= 12 场; clients \"c\" >= 90%; social \"d\" is \"好\"",
            "spent 6.9 万元; \"a\" 6.5 场; \"b\" 6 场; \"c\" 80%; \"d\" achieved 55%"
        )
    );
    assert_shown!(format!("{}----\n{}", shown(&source, None, Lang::Zh), shown(&source, Some("mof-2021"), Lang::En)));
}

#[test]
fn mistakes_in_lights_and_forecasts() {
    assert_shown!(shown(
        &format!(
            "standard own extends mof-2020 {{
    light
    light moer all-or-nothing
    light more
    light more steps
    light more steps >= 80%
    light more steps >= 80% gren
    light more steps >= 80% green yellow
    judgement partly >= 50% orange
}}
{}",
            year(
                "quantity \"a\" >= 12 场; quantity \"b\" >= 12 场; quantity \"c\" >= 12 场; quantity \"d\" >= 12 场",
                "forecast 12 次; \"a\" forecast 12 场; \"b\" 6 场 forecast; \"c\" 6 场 forecast likely certain
\"d\" 6 场 forecast 12 场 { forecast 11 场 likely; forecast 3 场 }"
            )
        ),
        None,
        Lang::Zh
    ));
}
