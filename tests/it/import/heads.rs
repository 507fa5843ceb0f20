//! Names of columns in two rows, as the forms of many places have them.

use super::cells::{Told, rows};

/// The rows of a file, from its project on.
fn project(told: &Told) -> &str {
    told.text.split_once("项目 ").map_or("", |(_, project)| project)
}

#[test]
fn indicators_over_their_levels() {
    let merged = rows(&[
        "绩效指标 | < | < | 指标值 | 绩效标准",
        "一级指标 | 二级指标 | 三级指标 | ^ | ^",
        "产出指标 | 数量指标 | 维修面积 | ≥400平方米 | 计划标准",
        "^ | 质量指标 | 合格率 | 100% | 历史标准",
    ]);
    merged.has(&["数量 \"维修面积\" ≥ 400 平方米 {", "设定依据 \"计划标准\"", "质量 \"合格率\" 100% {"]);
    assert_eq!((merged.summary.rows, merged.summary.skipped.len(), merged.findings.len()), (2, 0, 0));
    let bare = rows(&[
        "绩效指标 | | | 指标值 | 绩效标准",
        "一级指标 | 二级指标 | 三级指标",
        "产出指标 | 数量指标 | 维修面积 | ≥400平方米 | 计划标准",
        " | 质量指标 | 合格率 | 100% | 历史标准",
    ]);
    assert_eq!(bare.text, merged.text);
}

#[test]
fn a_value_divided_into_sign_number_and_unit() {
    let told = rows(&[
        "绩效指标 | 一级指标 | 二级指标 | 三级指标 | 全年目标值 | < | < | 分值 | 指标解释",
        "^ | ^ | ^ | ^ | 符号 | 值 | 单位 | ^ | ^",
        "^ | 产出指标 | 数量指标 | 维修面积 | ≥ | 400 | 平方米 | 10 | 全年",
        "^ | ^ | 质量指标 | 合格率 | = | 100 | % | 20 | ",
    ]);
    told.has(&["数量 \"维修面积\" ≥ 400 平方米 分值 10 {", "质量 \"合格率\" = 100% 分值 20", "描述 \"全年\""]);
    assert_eq!((told.summary.rows, told.findings.len()), (2, 0));
}

#[test]
fn a_value_of_the_year_beside_that_of_the_whole_period() {
    for names in ["实施周期目标值 | 年度目标值", "实施周期 | 年度", "中期 | 本年度"] {
        let told = rows(&[
            "绩效指标 | < | < | 目标值 | <",
            &format!("一级指标 | 二级指标 | 三级指标 | {names}"),
            "产出指标 | 数量指标 | 维修面积 | ≥900亩 | ≥400亩",
        ]);
        told.has(&["数量 \"维修面积\" ≥ 400 亩 {", "实施期值 ≥ 900 亩"]);
    }
}

#[test]
fn values_of_last_year_and_this_and_what_was_achieved() {
    let told = rows(&[
        "一级指标 | 二级指标 | 三级指标 | 指标值 | < | < | 完成情况 | < | <",
        "^ | ^ | ^ | 上年 | 年初 | 调整 | 实际完成值 | 得分 | 偏差原因",
        "产出指标 | 数量指标 | 维修面积 | 300亩 | ≥400亩 | ≥380亩 | 390亩 | 9 | 雨季",
    ]);
    told.has(&["数量 \"维修面积\" ≥ 400 亩 {", "上年值 300 亩", "备注 \"调整：≥380亩\""]);
    told.has(&["\"维修面积\" 390 亩 得分 9 {", "原因 \"雨季\"", "// 完成情况"]);
}

#[test]
fn a_value_for_each_village() {
    let told = rows(&[
        "一级指标 | 二级指标 | 三级指标 | 目标值 | <",
        "^ | ^ | ^ | 甲村 | 乙村",
        "产出指标 | 数量指标 | 维修面积 | 5亩 | 7亩",
    ]);
    told.has(&["数量 \"维修面积\" 待定 显示 \"\" {", "备注 \"甲村：5亩；乙村：7亩\""]);
}

#[test]
fn a_unit_of_another_value_is_not_that_of_the_annual_one() {
    let told = rows(&[
        "一级指标 | 二级指标 | 三级指标 | 年度目标值 | < | 实施周期目标值 | <",
        "^ | ^ | ^ | 值 | 单位 | 值 | 单位",
        "产出指标 | 数量指标 | 维修面积 | 5 | 亩 | 2 | 公顷",
    ]);
    told.has(&["数量 \"维修面积\" 5 亩 {", "备注 \"值：2；单位：公顷\""]);
}

/// The central form of 2015: indicators of the whole period to the left, those of the year to the right.
#[test]
fn two_sets_of_columns() {
    let told = rows(&[
        "项目名称 | 维修 | < | < | < | < | <",
        "总体目标 | 中期目标（2024年—2026年） | < | < | 年度目标 | < | <",
        "^ | 三年修完。 | < | < | 修好办公楼。 | < | <",
        "一级指标 | 二级指标 | 三级指标 | 指标值 | 二级指标 | 三级指标 | 指标值",
        "产出指标 | 数量指标 | 三年面积 | 900亩 | 数量指标 | 当年面积 | 400亩",
    ]);
    told.has(&["数量 \"当年面积\" 400 亩 {", "备注 \"二级指标：数量指标；三级指标：三年面积；指标值：900亩\""]);
}

#[test]
fn rows_below_one_row_of_names_are_rows() {
    for head in ["一级指标 | 二级指标 | 三级指标 | 指标值", "一级指标 | < | 二级指标 | < | 三级指标 | < | 指标值 | <"]
    {
        let row = if head.contains('<') {
            "产出指标 | < | 数量指标 | < | 单位 | < | 5个 | <"
        } else {
            "产出指标 | 数量指标 | 单位 | 5个"
        };
        let told = rows(&[head, row]);
        assert_eq!(project(&told), "\"未命名项目\" {\n    数量 \"单位\" 5 个\n}\n");
    }
}

#[test]
fn names_that_are_said_again_begin_no_form() {
    let head = "一级指标 | 二级指标 | 三级指标 | 指标值";
    let told = rows(&[head, head, "产出指标 | 数量指标 | 面积 | 5亩"]);
    assert_eq!((told.summary.tables, told.summary.rows), (1, 1));
}

#[test]
fn the_unit_of_values_stands_over_their_column() {
    let told = rows(&[
        "一级指标 | 二级指标 | 三级指标 | 指标值（万元）",
        "产出指标 | 成本指标 | 造价 | ≤5",
        "产出指标 | 成本指标 | 单价 | 5000元",
        "产出指标 | 成本指标 | 均价 | 5以内",
        "产出指标 | 成本指标 | 总价 | 合理",
        "产出指标 | 时效指标 | 时间 | 2026年11月",
    ]);
    told.has(&[
        "成本 \"造价\" ≤ 5 万元",
        "成本 \"单价\" 5000 元 {",
        "备注 \"度量单位：万元\"",
        "成本 \"均价\" 5 万元以内 显示 \"5万元以内\"",
        "成本 \"总价\" 为 \"合理\"",
        "时效 \"时间\" 2026年11月",
    ]);
    assert_eq!(told.findings, ["P603 万元"]);
}

#[test]
fn remarks_in_brackets_stand_in_comments() {
    let told = rows(&[
        "项目名称（全称） | 维修 | 项目负责人（签字） | 张三",
        "预算数（含上年结转） | 5万元 | 财政资金（一般公共预算） | 5万元",
        "年度目标（2026年） | 修好 | 项目概况（100字以内） | 修",
        "一级指标 | 二级指标 | 三级指标（可加行） | 指标值 | 分值（90） | 备注（必填）",
        "产出指标 | 数量指标 | 面积 | 5亩 | 90",
    ]);
    told.has(&["年度 2026", "预算 5 万元 { 财政资金 5 万元 }"]);
    let kept = ["项目名称（全称）", "预算数（含上年结转）", "财政资金（一般公共预算）", "张三", "三级指标（可加行）"];
    let mut found = told.findings;
    found.sort();
    let mut kept = kept.map(|text| format!("P607 {text}"));
    kept.sort();
    assert_eq!(found, kept);
}

#[test]
fn a_number_with_words_behind_is_no_budget_unit() {
    for text in ["100万元以内", "500强企业", "2026001批次项目"] {
        let told = rows(&[text, "一级指标 | 二级指标 | 三级指标 | 指标值", "产出指标 | 数量指标 | 面积 | 5亩"]);
        assert!(!told.text.contains("预算单位"), "{}", told.text);
        told.has(&[&format!("// {text}")]);
    }
}

/// Hebei's forms ask for a value of each grade, and for no other.
#[test]
fn a_value_for_each_grade() {
    for names in ["指标值", "评价标准", "绩效指标评价标准"] {
        let told = rows(&[
            &format!("一级指标 | 二级指标 | 三级指标 | 计量单位 | {names} | < | < | <"),
            "^ | ^ | ^ | ^ | 优 | 良 | 中 | 差",
            "产出指标 | 数量指标 | 机柜 | 台 | ≥200 | ≥180 | ≥160 | <160",
            "^ | 质量指标 | 合格率 |  | 100% | 90%以上 | 80%以上 | 80%以下",
            "^ | ^ | 完好率 |  | 95%以上 | 90%-95% | 80%-90% | 80%以下",
            "^ | 时效指标 | 完成时间 |  | 11月前 | 12月前 | / | /",
            "^ | 成本指标 | 造价 |  | 5万元以内 | < | < | <",
            "效益指标 | 社会效益指标 | 影响 |  | 明显 | 一般 | 不明显 | 无",
            "^ | ^ | 就业 |  | / | / | / | /",
        ]);
        told.has(&[
            "数量 \"机柜\" 分档 优 ≥ 200 台, 良 ≥ 180 台, 中 ≥ 160 台, 差 < 160 台",
            "质量 \"合格率\" 分档 优 100%, 良 90%以上, 中 80%以上, 差 80%以下 \
             显示 \"优100% 良90%以上 中80%以上 差80%以下\"",
            "质量 \"完好率\" 显示 \"优95%以上 良90%-95% 中80%-90% 差80%以下\"",
            "时效 \"完成时间\" 显示 \"优11月前 良12月前\"",
            "成本 \"造价\" 5 万元以内 显示 \"5万元以内\"",
            "社会效益 \"影响\" 显示 \"优明显 良一般 中不明显 差无\"",
            "社会效益 \"就业\" 待定 显示 \"/\"",
        ]);
        assert!(!told.text.contains("备注") && !told.text.contains("//"), "{}", told.text);
        assert_eq!((told.summary.rows, told.summary.skipped.len()), (7, 0));
    }
}

/// Beside a value, what is asked for a grade is a remark about the points.
#[test]
fn a_value_and_what_is_asked_for_each_grade() {
    let told = rows(&[
        "一级指标 | 二级指标 | 三级指标 | 目标值 | 优 | 良 | 中 | 差",
        "产出指标 | 数量指标 | 机柜 | ≥200台 | 200 | 180 | 160 | 100",
    ]);
    told.has(&["数量 \"机柜\" ≥ 200 台 {", "备注 \"优：200；良：180；中：160；差：100\""]);
}
