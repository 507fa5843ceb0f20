//! What stands above, between and below forms and their rows.

use perfc::{
    diagnostic::{Code, Diagnostic, Family, Lang},
    import::{Block, Document, Grid, Options, import},
};

use super::{
    cells::{Told, rows, told},
    drawn,
};
use crate::support::compiled;

const HEAD: &str = "一级指标 | 二级指标 | 三级指标 | 指标值";
const ROW: &str = "产出指标 | 数量指标 | 维修面积 | ≥400平方米";

fn lines(texts: &[&str]) -> Vec<Block> {
    texts.iter().map(|text| Block::Paragraph((*text).to_owned())).collect()
}

fn form(rows: &[&str]) -> Vec<Block> {
    vec![Block::Grid(drawn(rows))]
}

fn of(blocks: &[Vec<Block>]) -> Told {
    told(&Document { blocks: blocks.concat() })
}

#[test]
fn lines_around_forms_stand_in_comments() {
    let form = || form(&[HEAD, ROW]);
    let before = [&["前言。"; 3][..], &["一"; 12], &["附件2", "610101某某局", "单位：元", "甲绩效目标表"]].concat();
    let between = ["注：见说明。", "— 12 —", "perfc: 允许 P222 不许", "乙绩效目标表"];
    let after = ["后记。", "填报人：李四", "丙绩效目标表"];
    let told = of(&[lines(&before), form(), lines(&between), form(), lines(&after)]);
    let line =
        |text: &str| told.text.lines().position(|line| line == text).unwrap_or_else(|| panic!("{text}: {}", told.text));
    assert!(line("// 附件2") < line("项目 \"甲\" {"));
    assert!(line("项目 \"甲\" {") < line("// 注：见说明。"));
    assert!(line("// · perfc: 允许 P222 不许") < line("项目 \"乙\" {"));
    assert!(line("项目 \"乙\" {") < line("// 后记。"));
    assert!(line("// 后记。") < line("// 填报人：李四") && line("// 填报人：李四") < line("// 丙绩效目标表"));
    assert_eq!((told.text.matches("// 一\n").count(), told.summary.remarks, told.summary.unread), (8, 14, 8));
}

#[test]
fn facts_stand_in_lines() {
    let facts = [
        "一、项目名称：2026年 办公楼维修　　主管部门：某某局",
        "610101某某局    金额单位：万元",
        "（二）预算数（万元）：50   其中：财政资金：40  其他资金：10",
        "年度目标：",
        "1.修好办公楼。",
        "2.让人满意。",
        "项目概况：修缮 单位：三处",
    ];
    let told = of(&[lines(&facts), form(&[HEAD, ROW])]);
    told.has(&[
        "项目 \"2026年 办公楼维修\" {",
        "预算单位 \"某某局\"",
        "预算 50 万元 { 财政资金 40 万元; 其他资金 10 万元 }",
        "用途 \"修缮 单位：三处\"",
        "目标 \"修好办公楼。\"",
        "目标 \"让人满意。\"",
    ]);
    assert_eq!(told.findings, ["P607 610101某某局"]);
}

/// What was merged stands behind blank squares where a program knows no merged cells.
#[test]
fn facts_stand_behind_blank_cells() {
    let told = rows(&[
        "项目名称 | | 智慧停车 | ",
        "主管部门 | | 市城管局 | 实施单位 | 市停车中心",
        "资金总额 | | 5 | 单位 | 元",
        HEAD,
        ROW,
    ]);
    told.has(&["项目 \"智慧停车\" {", "预算单位 \"市城管局\"", "预算 5 元", "// 实施单位：市停车中心"]);
    let blank = rows(&["项目名称 | | 项目代码 | ", "主管部门 | | 建设地点 | 河西 | 备注", HEAD, ROW]);
    blank.has(&["项目 \"未命名项目\" {", "// 建设地点", "// 河西"]);
}

#[test]
fn facts_stand_in_cells_together() {
    let told = rows(&[
        "项目名称：维修 主管部门：某某局 | < | < | <",
        "预算数：5万元 | 其中：财政资金：4万元 | 其他资金：1万元 | 经办：张三",
        HEAD,
        ROW,
    ]);
    told.has(&["项目 \"维修\" {", "预算 5 万元 { 财政资金 4 万元; 其他资金 1 万元 }", "// 经办：张三"]);
    assert_eq!(told.findings, ["P607 经办：张三"]);
}

#[test]
fn rows_go_on_in_the_next_table() {
    let next = form(&[" | 质量指标 | 合格率 | 100%", " | | 返工率 | ≤1%", "填表人 | 张三"]);
    let told = of(&[form(&["项目名称 | 维修", HEAD, ROW]), lines(&["（接上页）"]), next]);
    told.has(&["质量 \"合格率\" 100%", "质量 \"返工率\" ≤ 1%", "// （接上页）", "// 填表人：张三"]);
    assert_eq!((told.summary.tables, told.summary.rows, told.summary.passed_over.len()), (1, 3, 0));
    let other = form(&["审核意见 | 同意 | | ", "签字 | 李四 | | "]);
    let told = of(&[form(&["项目名称 | 维修", HEAD, ROW]), other]);
    assert_eq!((told.summary.rows, told.summary.passed_over.len()), (1, 1));
}

#[test]
fn names_of_columns_are_said_again_on_each_page() {
    let told = rows(&["项目名称 | 维修", HEAD, ROW, "总分 | | | 100", HEAD, " | 质量指标 | 合格率 | 100%"]);
    told.has(&["质量 \"合格率\" 100%"]);
    assert_eq!((told.summary.tables, told.summary.rows), (1, 2));
}

#[test]
fn columns_that_are_named_once_hold_for_all_forms_below() {
    let told = rows(&[
        "项目名称 | 维修",
        HEAD,
        "2026年度",
        ROW,
        "项目名称 | 购置",
        "年度总体目标 | 更新设备 | < | 2026年",
        "产出指标 | 数量指标 | 设备 | 5台",
        " | 质量指标 | 合格率 | 100%",
    ]);
    told.has(&["年度 2026", "项目 \"维修\" {", "项目 \"购置\" {", "目标 \"更新设备\"", "数量 \"设备\" 5 台"]);
    assert_eq!((told.summary.tables, told.summary.rows), (2, 3));
}

#[test]
fn a_remark_between_rows_is_no_level() {
    let told = rows(&[
        HEAD,
        ROW,
        "备注：以下为新增",
        " | 质量指标 | 合格率 | 100%",
        "注：一并考核 | < | < | <",
        "产出指标 | 时效指标 | 完成时间 | 2026年11月底前",
        "小计 | | | 40",
        " | | 验收时间 | 2026年12月底前",
        "二、效益指标（30分） | < | < | <",
        " | 社会效益指标 | 影响 | 好",
    ]);
    told.has(&[
        "质量 \"合格率\" 100%",
        "时效 \"完成时间\" 2026年11月底前",
        "时效 \"验收时间\" 2026年12月底前",
        "社会效益 \"影响\" 为 \"好\"",
        "各级分值 { 效益 30 }",
        "// 备注：以下为新增",
        "// 注：一并考核",
        "// 二、效益指标（30分）",
    ]);
    assert!(!told.text.contains("扩展"), "{}", told.text);
    assert_eq!(told.summary.skipped, [("a.csv!1!A7".to_owned(), "小计 40".to_owned())]);
}

#[test]
fn a_name_over_the_columns_of_levels_has_none() {
    let told = rows(&[
        "项目名称 | 维修",
        HEAD,
        ROW,
        "产出指标 | 维修次数 | < | 2次",
        "维修处数 | < | < | 3处",
        "满意度指标 | < | 满意度 | 90%",
    ]);
    told.has(&["未分类 \"维修处数\" 3 处", "满意度 \"满意度\" 90%"]);
    assert!(told.text.contains("\"维修次数\" 2 次") && !told.text.contains("数量 \"维修次数\""), "{}", told.text);
}

#[test]
fn what_has_no_name_is_given_one() {
    let blocks = [
        form(&[HEAD, ROW, " | | | 5次", "产出指标 | 数量指标 | | 6次"]),
        form(&[HEAD, ROW]),
        lines(&["维修绩效目标表"]),
        form(&[HEAD, ROW]),
        form(&["项目名称 | 维修", HEAD, ROW]),
        form(&["项目名称 | 维修（2）", HEAD, ROW]),
        // The names that programs give to sheets are none.
        vec![Block::Grid(Grid { name: Some("Sheet1".to_owned()), ..drawn(&["预算数 | 5元", HEAD, ROW]) })],
    ];
    let imported = import("a", &Document { blocks: blocks.concat() }, Options::default());
    let names: Vec<&str> = imported.text.lines().filter_map(|line| line.strip_prefix("项目 ")).collect();
    assert_eq!(
        names,
        [
            "\"未命名项目\" {",
            "\"未命名项目（2）\" {",
            "\"维修\" {",
            "\"维修（3）\" {",
            "\"维修（2）\" {",
            "\"未命名项目（3）\" {"
        ]
    );
    let made = imported.findings.iter().filter(|finding| finding.code == Code::NameMade);
    let made: Vec<String> = made.map(|finding| finding.message(Lang::Zh).title).collect();
    assert_eq!(
        made,
        [
            "没有写项目名称，文件里暂称“未命名项目”",
            "这一行没有写指标名称，文件里暂称“未命名指标”",
            "这一行没有写指标名称，文件里暂称“未命名指标（2）”",
            "没有写项目名称，文件里暂称“未命名项目（2）”",
            "前面已有同名的项目，文件里暂称“维修（3）”",
            "没有写项目名称，文件里暂称“未命名项目（3）”",
        ]
    );
    // What is missing from so short tables is another matter.
    let compiled = compiled(&imported.text);
    let is_of_names = |finding: &&Diagnostic| finding.code.rule().family == Family::Names;
    assert_eq!(compiled.findings.iter().filter(is_of_names).count(), 0, "{}", imported.text);
}
