//! Each formula with its numbers.

use perfc::diagnostic::Lang;

use super::scored;
use crate::support::assert_shown;

fn rows(targets: &str, results: &str) -> String {
    let source = format!(
        "org 1 \"a\"; year 2026\nproject \"p\" {{ budget 10 万元; purpose \"x\"; goal \"y\"\n{targets}\n}}\n\
         actual \"p\" at 2026-12-31 {{\nspent 9.8 万元\n{results}\n}}"
    );
    format!("{targets}\n----\n{results}\n----\n{}", scored(&source, None, Lang::Zh))
}

#[test]
fn numbers_by_their_direction() {
    assert_shown!(rows(
        "数量 \"一\" ≥ 10 场 分值 10
数量 \"二\" 10 场 分值 10
数量 \"三\" > 3 场 分值 10
质量 \"四\" = 4 个 分值 10
质量 \"五\" = 0 次 分值 10
质量 \"无\" 0 起 分值 10
质量 \"有\" 0 起 分值 10
社会效益 \"六\" ≥ 90% 分值 15
社会效益 \"七\" ≤ 3% 分值 15
成本 \"八\" ≤ 10 万元 分值 5
成本 \"九\" 10 万元 分值 5
服务对象满意度 \"十\" ≥ -3% 分值 10",
        "\"一\" 9 场; \"二\" 12 场; \"三\" 3 场; \"四\" 5 个; \"五\" 1 次; \"无\" 0 起; \"有\" 2 起
\"六\" 0.87; \"七\" 4.5%; \"八\" 110000 元; \"九\" 25 万元; \"十\" -4%"
    ));
}

#[test]
fn other_kinds() {
    assert_shown!(rows(
        "数量 \"范围\" 3..5 次
数量 \"范围以下\" 3..5 次
数量 \"范围以上\" 3..5 次
质量 \"分档\" 分档 优 95%, 良 90%, 中 85%, 差 80%
质量 \"阶梯\" 阶梯 >= 70% 3 分, >= 65% 1 分
时效 \"按时\" 2026年11月底前
时效 \"逾期\" 2026年6月底前
时效 \"哪一天\" 2026年11月15日前
时效 \"天数\" 10 天
成本 \"单价\" ≤ 1 万元 每 家
社会效益 \"文字\" 为 \"明显提升\"
社会效益 \"评判\" 为 \"明显提升\"
社会效益 \"没有评判\" 为 \"明显提升\"
社会效益 \"是否\" 是
服务对象满意度 \"待定\" ≥ 90%",
        "\"范围\" 4 次; \"范围以下\" 2 次; \"范围以上\" 6 次; \"分档\" 91%; \"阶梯\" 66%
\"按时\" 2026-11-30; \"逾期\" 2026-07-10; \"哪一天\" 2026-11; \"天数\" 12 天; \"单价\" 9000 元
\"文字\" 为 \"明显提升\"; \"评判\" 达成 85%; \"没有评判\" 为 \"提升\"; \"是否\" 否; \"待定\" 待定"
    ));
}

#[test]
fn what_is_missing_is_not_zero() {
    assert_shown!(rows(
        "数量 \"无结果\" ≥ 10 场
数量 \"无单位\" ≥ 10 场
数量 \"他单位\" ≥ 10 场
数量 \"文字\" ≥ 10 场
质量 \"目标待定\" 待定
社会效益 \"过多\" 为 \"好\"
服务对象满意度 \"占尽\" ≥ 90% 分值 10
服务对象满意度 \"没有分\" ≥ 90% 分值 0
服务对象满意度 \"负分\" ≥ 90% 分值 -3",
        "\"无单位\" 9; \"他单位\" 9 家; \"文字\" 为 \"已完成\"; \"目标待定\" 3 次; \"过多\" 达成 120%
\"占尽\" 95%; \"没有分\" 95%; \"负分\" 95%"
    ));
}

const YEAR: &str = "org 1 \"a\"; year 2026
project \"p\" { budget 10 万元; purpose \"x\"; goal \"y\"
    quantity \"q\" >= 10 场; quality \"r\" >= 90%; timeliness \"t\" by 2026-11; cost \"c\" <= 10 万元
    social \"s\" is \"好\"; clients \"m\" >= 85%
}
actual \"p\" at 2026-12-31 { spent 9 万元
    \"q\" 9 场; \"r\" 90%; \"t\" 2026-11-01; \"c\" 12 万元; \"s\" achieved 55%; \"m\" 84%
}";

#[test]
fn the_same_year_by_four_standards() {
    let by = |standard| format!("---- {standard}\n{}", scored(YEAR, Some(standard), Lang::En));
    assert_shown!(["mof-2020", "mof-2020-80", "mof-2021", "hubei"].map(by).concat());
}

#[test]
fn a_standard_of_ones_own() {
    assert_shown!(scored(
        &format!(
            "standard own extends mof-2020 {{
    scoring more proportional passing 60%
    scoring less all-or-nothing
    scoring deadline all-or-nothing
    scoring clients steps >= 90% 100%, >= 80% 50%
    overshoot 120% reduced
    judgement partly \"部分达成\" \"Partly\" >= 50%
    decimals 1
}}
{}",
            YEAR.replace("9 场;", "15 场;")
        ),
        None,
        Lang::En
    ));
}

#[test]
fn the_cheapest_way_to_the_next_grade() {
    let year = |results: &str| {
        let results = results.replace(';', "\n");
        let targets = YEAR.split_once("actual").unwrap().0;
        format!(
            "{results}\n{}",
            scored(&format!("{targets}actual \"p\" {{ spent 9.9 万元\n{results}\n}}"), None, Lang::En)
        )
    };
    let shown = [
        "\"q\" 8 场; \"r\" 80%; \"t\" 2026-11-01; \"c\" 10.9 万元; \"s\" achieved 80%; \"m\" 84%",
        "\"q\" 7 场; \"r\" 90%; \"t\" 2026-11-01; \"c\" 13.75 万元; \"s\" 为 \"好\"; \"m\" 85%",
        "\"q\" 10 场; \"r\" 90%; \"t\" 2026-11-01; \"c\" 10 万元; \"s\" 为 \"好\"; \"m\" 85%",
    ];
    assert_shown!(shown.map(year).join("----\n"));
}

/// Forms name the judgement, and beside it the points, which must lie within it; in Hubei it begins lower.
#[test]
fn the_name_of_a_judgement_asks_for_points_within_it() {
    let rows: String = (0..8).map(|row| format!("社会效益 \"{row}\" 为 \"明显提升\" 分值 10\n")).collect();
    let partly = "部分达成年度指标并具有一定效果";
    let results = format!(
        "\"0\" 为 \"达成年度指标\" 得分 8\n\"1\" 为 \"达成年度指标\" 得分 7.99\n\"2\" 为 \"{partly}\" 得分 7.99
\"3\" 为 \"{partly}\" 得分 8\n\"4\" 为 \"{partly}\"\n\"5\" 为 \"Not achieved\" 得分 0\n\"6\" 为 \"{partly}\" 得分 5
\"7\" 为 \"达成年度指标\" 得分 10"
    );
    let source = format!("year 2026; project \"p\" {{\n{rows}}}\nactual \"p\" {{\n{results}\n}}");
    let by = |standard| format!("---- {standard}\n{}", scored(&source, Some(standard), Lang::Zh));
    assert_shown!(["mof-2020", "hubei"].map(by).concat());
}

/// Half a unit of the last decimal is rounded up, whatever stands before it.
#[test]
fn half_is_rounded_up() {
    for (aim, expected) in
        [("200", "0.01"), ("200.1", "0.00"), ("40", "0.03"), ("40.1", "0.02"), ("8", "0.13"), ("22.22", "0.05")]
    {
        let source =
            format!("year 2026; project \"p\" {{ 数量 \"一\" ≥ {aim} 次 分值 1 }}\nactual \"p\" {{ \"一\" 1 次 }}");
        let shown = scored(&source, None, Lang::En);
        assert!(shown.contains(&format!("÷ {aim}次 = {expected}\n")), "{shown}");
    }
}

/// What passes, and each threshold on the way, is cheaper than the whole.
#[test]
fn the_cheapest_way_may_end_at_a_threshold() {
    let standard =
        "standard own extends mof-2020 { scoring quantity proportional passing 60%; scoring less all-or-nothing
    scoring clients steps >= 90% 100%, >= 80% 80%, >= 60% 50% }\n";
    let targets = "year 2026; project \"p\" { budget 10 万元
    数量 \"未及格\" ≥ 100 次 分值 20; 质量 \"分档\" 分档 优 95%, 良 90%, 中 85%, 差 80% 分值 10
    成本 \"费用\" < 10 万元 分值 10; 成本 \"能耗\" ≤ 10 吨 分值 10; 社会效益 \"阶梯\" 阶梯 >= 70% 30 分, >= 65% 10 分
    服务对象满意度 \"满意度\" ≥ 95% 分值 10 }\n";
    let year = |results: &str| {
        let results = format!("actual \"p\" {{ spent 10 万元\n{results} }}");
        format!("{results}\n{}", scored(&format!("{standard}{targets}{results}"), None, Lang::Zh))
    };
    let shown = [
        "\"未及格\" 59 次; \"分档\" 96%; \"费用\" 9 万元; \"能耗\" 10 吨; \"阶梯\" 64%; \"满意度\" 95%",
        "\"未及格\" 59 次; \"分档\" 86%; \"费用\" 10 万元; \"能耗\" 9 吨; \"阶梯\" 71%; \"满意度\" 79%",
        "\"未及格\" 90 次; \"分档\" 84%; \"费用\" 10.5 万元; \"能耗\" 9 吨; \"阶梯\" 64%; \"满意度\" 79.9%",
    ];
    assert_shown!(shown.map(year).join("----\n"));
}

#[test]
fn what_only_people_can_judge_takes_their_score() {
    assert_shown!(rows(
        "数量 \"一\" ≥ 10 场
社会效益 \"二\" 为 \"明显提升\"
社会效益 \"三\" 为 \"明显提升\"
服务对象满意度 \"四\" ≥ 90%",
        "\"一\" 9 场 得分 10; \"二\" 为 \"有所提升\" 得分 12.5; \"三\" 为 \"提升\" 得分 16; \"四\" 95% 得分 9"
    ));
}
