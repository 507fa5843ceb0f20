//! Forms of self-evaluation, and of targets for several years: money and goals in rows and columns.

use super::cells::{Told, rows};

const NAMES: &str =
    "绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施";

fn goals(told: &Told) -> usize {
    told.text.lines().filter(|line| line.trim_start().starts_with("目标 ")).count()
}

#[test]
fn what_was_planned_and_spent() {
    let told = rows(&[
        "项目支出绩效自评表 | < | < | < | < | < | < | < | <",
        "（2023年度） | < | < | < | < | < | < | < | <",
        "项目名称 | 办公楼维修 | < | < | < | < | < | < | <",
        "主管部门 | 某某局 | < | < | 实施单位 | 某某中心 | < | < | <",
        "项目资金（万元） | | 年初预算数 | 全年预算数（A） | 全年执行数（B） | 分值 | 执行率（B/A） | 得分 | <",
        "^ | 年度资金总额 | 120 | 100 | 95 | 10 | 95% | 9.5 | <",
        "^ | 其中：当年财政拨款 | 80 | 80 | 76 | - | 95% | - | <",
        "^ | 上年结转资金 | | 20 | 19 | - | | - | <",
        "^ | 其他资金 | 0 | | | - | | - | <",
        "年度总体目标 | 预期目标 | < | < | 实际完成情况 | < | < | < | <",
        "^ | 修好办公楼。 | < | < | 已修好。 | < | < | < | <",
        NAMES,
        "^ | 产出指标 | 数量指标 | 维修面积 | ≥400平方米 | 380平方米 | 50 | 47.5 | 雨季",
        "总分 | < | < | < | < | < | 100 | 95.2 | ",
    ]);
    told.has(&[
        "年度 2023",
        "预算单位 \"某某局\"",
        "预算 120 万元 { 财政资金 80 万元; 其他资金 0 万元 }",
        "目标 \"修好办公楼。\"",
        "实际 \"办公楼维修\" {",
        "预算 100 万元 { 财政资金 80 万元; 上年结转资金 20 万元 }",
        "支出 95 万元 { 财政资金 76 万元; 上年结转资金 19 万元 }",
        "预算执行率 95% 得分 9.5",
        "得分 95.2",
        "目标 \"已修好。\"",
        "\"维修面积\" 380 平方米 得分 47.5 {",
        "// 实施单位：某某中心",
    ]);
    let kept = ["某某中心"];
    let mut expected: Vec<String> = kept.iter().map(|cell| format!("P607 {cell}")).collect();
    let mut findings = told.findings;
    expected.sort();
    findings.sort();
    assert_eq!(findings, expected);
    assert_eq!(told.summary.skipped, []);
    assert_eq!(told.summary.computed, 1, "95% of the fiscal money follows from 76 and 80");
}

/// A form of monitoring: what it tells are the results of the last day of its months.
fn monitoring(months: &str, year: &str) -> Told {
    rows(&[
        &format!("绩效目标执行监控表{year}"),
        "项目名称 | 办公楼维修",
        &format!("项目资金（万元） | | 年初预算数 | {months}执行数 | {months}执行率 | 全年预计执行数"),
        "^ | 年度资金总额 | 100 | 60 | 60% | 95",
        "^ | 其中：本年财政拨款 | 100 | 60 | 60% | 95（推算）",
        &format!("一级指标 | 二级指标 | 三级指标 | 年度指标值 | {months}执行情况 | 全年预计完成情况 | 偏差原因分析"),
        "产出指标 | 数量指标 | 维修面积 | ≥400平方米 | 200平方米 | 390平方米 | 雨季",
        "^ | 质量指标 | 合格率 | 100% | 100% | 100%（推算）",
        "^ | 时效指标 | 完成时间 | 2026年11月底前 | / | ",
        "效益指标 | 社会效益指标 | 办公条件 | 明显改善 | 部分达成年度指标并具有一定效果（75%） | 90%",
    ])
}

#[test]
fn a_year_that_has_not_ended() {
    for (months, day) in [("1-7月", "2026-07-31"), ("1—2月", "2026-02-28"), ("上半年", "2026-06-30")] {
        let told = monitoring(months, "（2026年度）");
        told.has(&[
            "年度 2026",
            "预算 100 万元 { 财政资金 100 万元 }",
            &format!("实际 \"办公楼维修\" 截至 {day} {{"),
            "支出 60 万元 { 财政资金 60 万元 }",
            "预计 95 万元",
            "\"维修面积\" 200 平方米 预计 390 平方米 {",
            "原因 \"雨季\"",
            "\"合格率\" 100%",
            "\"完成时间\" 待定",
            "\"办公条件\" 达成 75% 预计 达成 90%",
        ]);
        assert_eq!(told.findings, [""; 0]);
        assert_eq!(told.summary.computed, 2);
    }
}

/// What stands so on a day that nobody knows is no result: it would be taken for that of the year.
#[test]
fn a_part_of_a_year_that_is_not_known() {
    for (months, year) in [("1-N月", "（2026年度）"), ("1-7月", "")] {
        let told = monitoring(months, year);
        told.has(&[
            &format!("// 年度资金总额 {months}执行数：60"),
            "// 年度资金总额 全年预计执行数：95",
            &format!("// 年度资金总额 {months}执行率：60%"),
            "备注 \"偏差原因分析及改进措施：雨季；执行情况：200平方米；全年预计完成情况：390平方米\"",
        ]);
        assert!(!told.text.contains("实际 ") && !told.text.contains("用途"), "{}", told.text);
    }
}

/// What is not said to be of a part of the year is so where the results of its indicators are.
#[test]
fn money_in_a_part_of_a_year() {
    let told = |spent: &str, achieved: &str| {
        rows(&[
            "绩效目标执行监控表（2026年度）",
            "项目名称 | 办公楼维修",
            &format!("项目资金（万元） | | 年初预算数 | {spent}"),
            "^ | 年度资金总额 | 100 | 60",
            &format!("一级指标 | 二级指标 | 三级指标 | 年度指标值 | {achieved}"),
            "产出指标 | 数量指标 | 维修面积 | ≥400平方米 | 200平方米",
        ])
    };
    for (spent, achieved) in [("执行数", "1-7月执行情况"), ("1-7月执行数", "截至目前完成情况")] {
        let july = ["实际 \"办公楼维修\" 截至 2026-07-31 {", "支出 60 万元", "\"维修面积\" 200 平方米"];
        told(spent, achieved).has(&july);
    }
    for achieved in ["1-N月执行情况", "截至目前完成情况"] {
        let told = told("执行数", achieved);
        told.has(&["// 年度资金总额 执行数：60", "备注 \"执行情况：200平方米\""]);
        assert!(!told.text.contains("实际 "), "{}", told.text);
    }
}

/// The results of the year are told beside those of a part of it.
#[test]
fn a_year_and_a_part_of_it() {
    let told = rows(&[
        "绩效自评表（2026年度）",
        "项目名称 | 办公楼维修",
        "项目资金（万元） | | 年初预算数 | 1-7月执行数 | 全年执行数",
        "^ | 年度资金总额 | 100 | 60 | 95",
        "一级指标 | 二级指标 | 三级指标 | 年度指标值 | 1-7月执行情况 | 全年完成值",
        "产出指标 | 数量指标 | 维修面积 | ≥400平方米 | 200平方米 | 410平方米",
    ]);
    told.has(&["// 年度资金总额 1-7月执行数：60", "备注 \"执行情况：200平方米\""]);
    told.has(&["实际 \"办公楼维修\" {", "支出 95 万元", "\"维修面积\" 410 平方米"]);
}

/// The official form has a column to tick for each kind of reason, and for each likelihood.
#[test]
fn columns_to_tick() {
    let told = rows(&[
        "项目支出绩效目标执行监控表（2026年度）",
        "项目名称 | 办公楼维修",
        "绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 1-7月执行情况 | 全年预计完成情况 | 偏差原因分析 | < | < | < \
         | < | < | 完成目标可能性 | < | < | 备注",
        "^ | ^ | ^ | ^ | ^ | ^ | ^ | 经费保障 | 制度保障 | 人员保障 | 硬件条件保障 | 其他 | 原因说明 | 确定能 | 有可能 \
         | 完全不可能 | ^",
        "^ | 产出指标 | 数量指标 | 面积 | ≥400亩 | 200亩 | 390亩 | √ | □ | √ | □ | | 拨款晚 | □ | ☑ | □ | 已催",
        "^ | ^ | 质量指标 | 合格率 | 100% | 100% | 100% | | | | | | | √ | | |",
        "^ | ^ | 成本指标 | 造价 | ≤5万元 | 3万元 | 6万元 | | | | 设备旧 | | | | | √ |",
    ]);
    told.has(&[
        "\"面积\" 200 亩 预计 390 亩 有可能 {",
        "原因 \"经费、人员：拨款晚\"",
        "备注 \"已催\"",
        "\"合格率\" 100% 预计 100% 确定能",
        "成本 \"造价\" ≤ 5 万元 {",
        "备注 \"硬件条件保障：设备旧\"",
        "\"造价\" 3 万元 预计 6 万元 完全不可能",
    ]);
    assert_eq!(told.findings, [""; 0]);
}

#[test]
fn the_budget_of_the_year_is_still_that_of_its_begin() {
    let told = rows(&[
        "项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数",
        "^ | 年度资金总额 | 100 | | ",
        "^ | 财政拨款 | 100 | | ",
        NAMES,
        "^ | 产出指标 | 数量指标 | 维修面积 | ≥400平方米",
    ]);
    told.has(&["预算 100 万元 { 财政资金 100 万元 }"]);
}

#[test]
fn the_same_without_merged_cells() {
    let told = rows(&[
        "项目名称 | 办公楼维修",
        "项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 执行率",
        " | 年度资金总额 | 100 | 100 | 95 | ",
        " | 财政拨款 | 100 | 100 | 95 | ",
        "年度总体目标 | 预期目标 | | 实际完成情况",
        " | 修好办公楼。 | | 已修好。",
        NAMES,
        " | 产出指标 | 数量指标 | 维修面积 | ≥400平方米 | 380平方米",
    ]);
    told.has(&["预算 100 万元 { 财政资金 100 万元 }", "支出 95 万元 { 财政资金 95 万元 }", "目标 \"修好办公楼。\""]);
    told.has(&["实际 \"办公楼维修\" {", "目标 \"已修好。\""]);
    assert_eq!((told.findings, told.summary.computed), (Vec::new(), 0));
}

#[test]
fn money_that_was_spent_though_nothing_was_achieved() {
    let told = rows(&[
        "项目名称 | 维修",
        "项目资金 | 预算数（元） | 执行数 | 执行率",
        "资金总额 | 100 | 95 | 95%",
        "一级指标 | 二级指标 | 三级指标 | 指标值",
        "产出指标 | 数量指标 | 维修面积 | ≥400平方米",
    ]);
    told.has(&["预算 100 元", "实际 \"维修\" {", "支出 95 元"]);
    assert_eq!((told.findings, told.summary.computed), (Vec::new(), 1));
}

#[test]
fn money_of_the_year_beside_that_of_the_whole_period() {
    let told = rows(&[
        "项目名称 | 维修 | < | <",
        "项目资金（万元） | 实施期资金总额： | 300 | 年度资金总额： | 100",
        "^ | 其中：财政拨款 | 290 | 其中：财政拨款 | 90",
        "^ | 其他资金 | 10 | 其他资金 | 10",
        "总体目标 | 实施期目标 | < | 年度目标 | <",
        "^ | 三年修完。 | < | 修好办公楼。 | <",
        "一级指标 | 二级指标 | 三级指标 | 指标值 | 分值",
        "产出指标 | 数量指标 | 维修面积 | ≥400平方米 | 10",
    ]);
    told.has(&[
        "预算 100 万元 { 财政资金 90 万元; 其他资金 10 万元 }",
        "// 实施期资金总额：300",
        "// 实施期资金总额： 其中：财政拨款：290",
        "// 实施期资金总额： 其他资金：10",
        "目标 \"修好办公楼。\"",
        "// 实施期目标：三年修完。",
    ]);
    assert_eq!(goals(&told), 1);
}

#[test]
fn goals_below_each_other() {
    let told = rows(&[
        "项目名称 | 维修 | <",
        "总体目标 | 中期目标 | 三年修完。",
        "^ | 年度目标 | 修好办公楼。",
        "绩效目标 | 年度目标 | <",
        "^ | 人人满意。 | <",
        "三级指标 | 指标值 | 二级指标",
        "维修面积 | ≥400平方米 | 数量指标",
    ]);
    told.has(&["目标 \"修好办公楼。\"", "目标 \"人人满意。\"", "// 中期目标：三年修完。"]);
    assert_eq!(goals(&told), 2);
}

#[test]
fn a_row_with_another_label_ends_the_matrix() {
    let told = rows(&[
        "项目名称 | 维修 | <",
        "年度总体目标 | 预期目标 | 实际完成情况",
        "^ | 修好办公楼。 | 已修好。",
        "存在问题 | 工期紧 | 人手少",
        "立项依据 | 会议纪要 | ",
        "三级指标 | 指标值 | 二级指标",
        "维修面积 | ≥400平方米 | 数量指标",
    ]);
    told.has(&["目标 \"修好办公楼。\"", "设定依据 \"会议纪要\"", "// 存在问题：工期紧", "// 人手少"]);
    told.has(&["实际 \"维修\" {", "目标 \"已修好。\""]);
    assert_eq!(goals(&told), 2);
}

#[test]
fn money_of_the_whole_period_in_rows_of_its_own() {
    let told = rows(&[
        "项目名称 | 维修 | < | <",
        "项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数",
        "^ | 实施期资金总额 | 300 | 300 | 280",
        "^ | 财政拨款 | 290 | 290 | 270",
        "^ | 年度资金总额 | 100 | 100 | 95",
        "^ | 财政拨款 | 90 | 90 | 85",
        "三级指标 | 指标值 | 二级指标",
        "维修面积 | ≥400平方米 | 数量指标",
    ]);
    told.has(&["预算 100 万元 { 财政资金 90 万元 }", "支出 95 万元 { 财政资金 85 万元 }"]);
    told.has(&["// 实施期资金总额 全年预算数：300", "// 财政拨款 全年执行数：270"]);
}

/// Hubei groups the indicators of a form by its goals, and names the columns anew in each group.
#[test]
fn groups_of_indicators_are_one_form() {
    let told = rows(&[
        "2022年度项目支出绩效自评表 | < | < | < | < | < | <",
        "项目名称 | 农村公路 | < | < | < | < | <",
        "预算执行情况（万元）（20分） | | 预算数（A） | 执行数（B） | 执行率（B/A） | 得分（20分*执行率） | <",
        "^ | 年度财政资金总额 | 100 | 90 | 90% | 18 | <",
        "年度绩效目标1（40分） | 一级指标 | 二级指标 | 三级指标 | 年初目标值（A） | 实际完成值（B） | 得分",
        "^ | 产出指标 | 数量指标 | 里程 | ≥10公里 | 9公里 | 18",
        "年度绩效目标2（40分） | 一级指标 | 二级指标 | 三级指标 | 年初目标值（A） | 实际完成值（B） | 得分",
        "^ | 效益指标 | 社会效益指标 | 通行 | 改善 | 改善 | 20",
        "总分 | | | | | | 96",
        "偏差大或目标未完成原因分析 | 雨季 | < | < | < | < | <",
    ]);
    told.has(&[
        "年度 2022",
        "预算 100 万元",
        "支出 90 万元",
        "// 年度绩效目标1（40分）",
        "数量 \"里程\" ≥ 10 公里",
        "// 年度绩效目标2（40分）",
        "社会效益 \"通行\" 为 \"改善\"",
        "// 偏差大或目标未完成原因分析：雨季",
        "\"里程\" 9 公里 得分 18",
    ]);
    assert_eq!((told.summary.tables, told.summary.rows), (1, 2));
}

#[test]
fn goals_beside_what_came_of_them() {
    let told = rows(&[
        "总体目标完成情况 | 总体目标 | < | 全年实际完成情况 | < | <",
        "^ | 免费提供 | < | 已免费提供 | < | <",
        "一级指标 | 二级指标 | 三级指标 | 指标值 | 全年实际完成值 | 未完成原因和改进措施",
        "产出指标 | 数量指标 | 建档率 | ≥90% | 92% | ",
    ]);
    told.has(&["目标 \"免费提供\"", "目标 \"已免费提供\"", "\"建档率\" 92%"]);
    assert_eq!(goals(&told), 2);
}

/// A rate that does not follow from the money is what somebody wrote, as the points beside one are.
#[test]
fn rates_that_somebody_wrote() {
    let told = |rate: &str, points: &str| {
        rows(&[
            "项目名称 | 维修",
            "项目资金（万元） | | 预算数 | 执行数 | 执行率 | 得分",
            &format!("^ | 资金总额 | 300 | 200 | {rate} | {points}"),
            "^ | 财政拨款 | 300 | 200 | 66.6% | ",
            "一级指标 | 二级指标 | 三级指标 | 指标值",
            "产出指标 | 数量指标 | 维修面积 | ≥400平方米",
        ])
    };
    let given = told("66.67%", "6.67分");
    given.has(&["预算执行率 66.67% 得分 6.67", "// 财政拨款 执行率：66.6%"]);
    assert_eq!((&given.findings[..], given.summary.computed), (&["P607 66.6%".to_owned()][..], 0));
    told("70%", "").has(&["预算执行率 70%"]);
    told("", "6.67").has(&["预算执行率 得分 6.67"]);
    let computed = told("66.7%", "");
    assert_eq!((computed.text.contains("预算执行率"), computed.summary.computed), (false, 1));
    let strange = told("七成", "约 7");
    assert_eq!(strange.findings, ["P607 66.6%", "P607 七成", "P607 约 7"]);
}

/// Digits and signs in wider letters are what they are: a result has no text beside its value.
#[test]
fn results_in_wide_letters() {
    let told = rows(&[
        "一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值",
        "产出指标 | 质量指标 | 合格率 | ≥90％ | ９１.２％",
    ]);
    told.has(&["质量 \"合格率\" ≥ 90% 显示 \"≥90％\"", "\"合格率\" 91.2%"]);
}

/// The total and the grade are results; what else stands in their row is told.
#[test]
fn the_total_and_the_grade() {
    let told = |last: &str| {
        rows(&[
            "项目名称 | 维修 | < | < | < | < | <",
            "一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 得分 | 原因",
            "产出指标 | 数量指标 | 维修面积 | ≥400平方米 | 410平方米 | 92 | ",
            last,
        ])
    };
    let skipped = |told: &Told| told.summary.skipped.iter().map(|(_, text)| text.clone()).collect::<Vec<_>>();
    let given = told("总分 | < | < | < | < | 92 | 优");
    given.has(&["得分 92", "等级 优"]);
    assert_eq!(skipped(&given), [""; 0]);
    let strange = told("总分 | < | < | < | < | 九十 | 很好");
    assert_eq!(skipped(&strange), ["总分 九十 很好"]);
    let part = told("合计 | < | < | < | < | 92分 | 很好");
    part.has(&["得分 92"]);
    assert_eq!(skipped(&part), ["合计 92分 很好"]);
}
