//! Cells that no form should have: each of them is read, kept beside its row, or told.

use perfc::{
    diagnostic::Code,
    import::{Block, Document, Options, Summary, import},
};

use super::drawn;

/// What came of a document.
pub struct Told {
    pub text: String,
    /// `P607 66880000`, a line for each finding: its code, and the text of the cell that it points at.
    pub findings: Vec<String>,
    pub summary: Summary,
}

/// Imports a document, with keywords in Chinese.
pub fn told(document: &Document) -> Told {
    let imported = import("a.csv", document, Options::default());
    // Names that were made have a test of their own.
    let findings = imported.findings.iter().filter(|finding| finding.code != Code::NameMade).map(|finding| {
        let cell = &imported.sources.get(finding.span().file).text;
        format!("{} {cell}", finding.code.rule().code)
    });
    Told { findings: findings.collect(), text: imported.text, summary: imported.summary }
}

/// Imports a table as it is [`drawn`].
pub fn rows(lines: &[&str]) -> Told {
    told(&Document { blocks: vec![Block::Grid(drawn(lines))] })
}

impl Told {
    /// Asserts that the file has these lines, whatever stands before and behind them, and however they are aligned.
    pub fn has(&self, lines: &[&str]) {
        let squeezed = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
        let known: Vec<String> = self.text.lines().map(squeezed).collect();
        for line in lines {
            assert!(known.contains(&squeezed(line)), "{line} is not in\n{}", self.text);
        }
    }
}

const ROW: &str = "产出指标 | 数量指标 | 维修面积 | ≥400平方米";
const HEAD: &str = "一级指标 | 二级指标 | 三级指标 | 指标值";

#[test]
fn units_of_money_are_those_of_the_field() {
    for (label, unit) in
        [("项目资金（百亿元）", "百亿元"), ("项目资金(单位：万美元)", "万美元"), ("项目资金（千元）", "千元")]
    {
        let told = rows(&[&format!("{label} | 预算数 | 5"), HEAD, ROW]);
        told.has(&[&format!("预算 5 {unit}")]);
        assert_eq!(told.findings, [""; 0]);
    }
}

#[test]
fn a_weight_that_is_no_number_stands_beside_its_row() {
    let told =
        rows(&[&format!("{HEAD} | 分值"), &format!("{ROW} | 十分"), "产出指标 | 数量指标 | 维修次数 | 2次 | 10分"]);
    told.has(&["数量 \"维修面积\" ≥ 400 平方米 {", "// 分值：十分", "数量 \"维修次数\" 2 次 分值 10"]);
    assert_eq!(told.findings, ["P607 十分"]);
}

#[test]
fn what_a_value_does_not_say_of_its_unit_stands_in_a_note() {
    let unit = |value: &str, unit: &str| {
        rows(&[&format!("{HEAD} | 度量单位"), &format!("产出指标 | 数量指标 | 面积 | {value} | {unit}")])
    };
    let text = unit("明显提升", "%");
    text.has(&["数量 \"面积\" 为 \"明显提升\" {", "备注 \"度量单位：%\""]);
    assert_eq!(text.findings, [""; 0]);
    let conflict = unit("28.8万元", "%");
    conflict.has(&["数量 \"面积\" 28.8 万元 {", "备注 \"度量单位：%\""]);
    assert_eq!(conflict.findings, ["P603 %"]);
    let blank = unit("/", "家");
    blank.has(&["数量 \"面积\" 待定 显示 \"/\" {", "备注 \"度量单位：家\""]);
    let words = unit("2026年11月底前", "月");
    words.has(&["数量 \"面积\" 2026年11月底前 {", "备注 \"度量单位：月\""]);
    let same = unit("98%", "百分比");
    same.has(&["数量 \"面积\" 98% {", "备注 \"度量单位：百分比\""]);
    assert_eq!(same.findings, [""; 0]);
}

#[test]
fn units_stand_behind_numbers() {
    for (value, unit, line) in [
        ("≥12", "家", "数量 \"名\" ≥ 12 家"),
        ("12以上", "家", "数量 \"名\" 12 家以上 显示 \"12家以上\""),
        ("5万", "元", "数量 \"名\" 5 万元"),
        ("12家", "家", "数量 \"名\" 12 家"),
        ("12家以上", "家", "数量 \"名\" 12 家以上 显示 \"12家以上\""),
        ("≥12", "元/餐", "计量单位 餐"),
        ("≥12", "工位", "计量单位 工位"),
    ] {
        let told = rows(&[&format!("{HEAD} | 单位"), &format!("产出指标 | 数量指标 | 名 | {value} | {unit}")]);
        told.has(&[line]);
        assert_eq!(told.findings, [""; 0]);
    }
}

#[test]
fn what_a_value_does_not_say_of_its_sign_stands_in_a_note() {
    let signed = |nature: &str, sign: &str, value: &str| {
        let head = format!("{HEAD} | 指标性质 | 计算符号");
        rows(&[&head, &format!("产出指标 | 数量指标 | 名 | {value} | {nature} | {sign}")])
    };
    for (nature, sign, value, note) in [
        ("", "≤", "≥12家", "计算符号：≤"),
        ("", "约", "12家", "计算符号：约"),
        ("", "≥", "", "计算符号：≥"),
        ("反向", "≥", "12家", "指标性质：反向"),
        ("正向", "", "12家", "指标性质：正向"),
        ("定性", "", "", "指标性质：定性"),
        ("其他", "", "12家", "指标性质：其他"),
    ] {
        signed(nature, sign, value).has(&[&format!("备注 \"{note}\"")]);
    }
    for (nature, sign, value, row) in [
        ("正向", "大于等于", "12家", "≥ 12 家"),
        ("反向", "", "不超过12家", "≤ 12 家 显示 \"不超过12家\""),
        ("≥", "", "12家", "≥ 12 家"),
        ("定量", "≥", "12家以上", "12 家以上 显示 \"12家以上\""),
        ("定性", "", "好", "为 \"好\""),
    ] {
        let told = signed(nature, sign, value);
        told.has(&[&format!("数量 \"名\" {row}")]);
        assert!(!told.text.contains("备注"), "{}", told.text);
    }
}

#[test]
fn what_is_said_twice_stands_in_comments() {
    let told = rows(&[
        "项目名称 | 办公楼维修 | 项目名称 | 办公楼维修 | 支出名称 | 设备购置",
        "主管部门 | 甲局 | 预算单位 | 乙局",
        "项目代码 | A1 | 项目编号 | B2",
        "立项依据 | 依据一 | 项目立项依据 | 依据二",
        "备注 | 备注一 | 备注 | 备注二",
        "项目期 | 2025-03..2027-12 | 起止时间 | 三年",
        "年度 | 2026 | 预算年度 | 2025",
        "预算数 | 5万元 | 资金总额 | 6万元 | 财政资金 | 4万元 | 财政拨款 | 3万元",
        HEAD,
        ROW,
    ]);
    let lines = [
        "年度 2026",
        "// 预算年度：2025",
        "项目 \"办公楼维修\" {",
        "// 支出名称：设备购置",
        "预算单位 \"甲局\"",
        "// 预算单位：乙局",
        "项目代码 \"A1\"",
        "// 项目编号：B2",
        "设定依据 \"依据一\"",
        "// 项目立项依据：依据二",
        "备注 \"备注一\"",
        "// 备注：备注二",
        "项目期 2025-03..2027-12",
        "// 起止时间：三年",
        "预算 5 万元 { 财政资金 4 万元 }",
        "// 资金总额：6万元",
        "// 财政拨款：3万元",
    ];
    told.has(&lines);
    let kept = ["2025", "6万元", "3万元", "设备购置", "B2", "乙局", "三年", "依据二", "备注二"];
    assert_eq!(told.findings, kept.map(|cell| format!("P607 {cell}")));
}

#[test]
fn units_of_no_amount_stand_in_comments() {
    let told = rows(&["项目名称 | 维修 | 单位 | 万元", "预算数 | 5元", HEAD, ROW]);
    told.has(&["预算 5 元", "// 单位：万元"]);
    assert_eq!(told.findings, ["P607 万元"]);
    let told = rows(&["项目名称 | 维修 | 单位 | 某局", "预算数 | 5", HEAD, ROW]);
    told.has(&["// 预算数：5", "// 单位：某局"]);
    assert_eq!(told.findings, ["P604 5", "P607 某局"]);
}

#[test]
fn texts_above_the_indicators_are_read_or_stand_in_comments() {
    let told = rows(&[
        "附件2",
        "610101某某局 | | 单位：万元",
        "经办：张三",
        "项目名称 | 维修 | 多余",
        "预算数 | 5 | 存疑",
        "项目属性 | | 联系电话 | 66880000",
        "复核人 | | 李四",
        "绩效指标",
        HEAD,
        ROW,
    ]);
    told.has(&[
        "预算单位 610101 \"某某局\"",
        "预算 5 万元",
        "// 附件2",
        "// 经办：张三",
        "// 多余",
        "// 存疑",
        "// 联系电话：66880000",
        "// 复核人",
        "// 李四",
    ]);
    let kept = ["附件2", "经办：张三", "多余", "存疑", "66880000", "复核人", "李四"];
    assert_eq!(told.findings, kept.map(|cell| format!("P607 {cell}")));
}

#[test]
fn rows_passed_over_are_told_whole() {
    let told = rows(&[
        &format!("绩效指标 | {HEAD} | 分值 | 得分"),
        &format!("^ | {ROW} | 10 | 9"),
        "^ | 总分 | < | < | < | 100 | 存疑",
        "^ | 填表人 | 张三",
    ]);
    let place = |cell: &str, text: &str| (format!("a.csv!1!{cell}"), text.to_owned());
    assert_eq!(told.summary.skipped, [place("B3", "总分 100 存疑")]);
    told.has(&["// 填表人：张三"]);
    assert_eq!(told.summary.rows, 1);
}

#[test]
fn a_line_above_the_title_belongs_to_the_form() {
    let told = rows(&["610101某某局", "单位：万元", "（2026年度）", "维修绩效目标表", "预算数 | 5", HEAD, ROW]);
    told.has(&["预算单位 610101 \"某某局\"", "年度 2026", "项目 \"维修\" {", "预算 5 万元"]);
    assert_eq!((told.findings.len(), told.summary.skipped.len()), (0, 0));
}

#[test]
fn what_is_said_of_no_form_is_told() {
    let told = rows(&[
        "购置绩效目标表",
        "预算数 | 8万元",
        "维修绩效目标表",
        HEAD,
        ROW,
        "项目名称 | 迁建",
        "主管部门 | 某某局",
    ]);
    told.has(&["项目 \"维修\" {"]);
    let skipped: Vec<&str> = told.summary.skipped.iter().map(|(_, text)| &**text).collect();
    assert_eq!(skipped, ["购置绩效目标表", "预算数：8万元", "项目名称：迁建", "主管部门：某某局"]);
    assert!(!told.text.contains("某某局") && !told.text.contains("8"));
}

#[test]
fn a_title_that_says_more_than_the_project_stands_in_a_comment() {
    let titled = |title: &str| rows(&[title, "项目名称 | 维修", HEAD, ROW]).findings;
    for title in ["项目支出绩效目标表", "绩效目标表（2026年度）", "2.维修绩效目标表"] {
        assert_eq!(titled(title), [""; 0]);
    }
    for title in ["某县部门预算绩效目标表", "绩效目标表（试行）"] {
        assert_eq!(titled(title), [format!("P607 {title}")]);
    }
}

#[test]
fn texts_below_no_name_stand_in_the_note() {
    let told = rows(&[
        &format!("{HEAD} | | 核心"),
        "产出指标 | 数量指标 | 维修面积 | ≥400平方米 | 存疑 | 是 | 另议",
        "产出指标 | 数量指标 | 维修次数 | 2次 | 两列 | <",
        "产出指标 | 数量指标 | 维修处数 | 两处 | < | <",
    ]);
    told.has(&["备注 \"核心：是；存疑；另议\"", "备注 \"核心：两列\"", "数量 \"维修处数\" 为 \"两处\""]);
    assert_eq!(told.text.matches("两处").count(), 1);
}

#[test]
fn a_line_over_all_columns_is_no_indicator() {
    let told = rows(&[HEAD, "一、产出部分 | < | < | <", ROW, " | 质量指标 | 合格率 | 100%"]);
    told.has(&["数量 \"维修面积\" ≥ 400 平方米", "质量 \"合格率\" 100%"]);
    told.has(&["// 一、产出部分"]);
    assert_eq!(told.findings, ["P607 一、产出部分"]);
}

#[test]
fn categories_go_on_below_rows_that_nobody_filled_in() {
    let told = rows(&[
        HEAD,
        ROW,
        "效益指标 | 社会效益指标 | 指标1： | ",
        " | 生态效益指标 | 绿化率 | 30%",
        " | | 水质 | 好转",
    ]);
    told.has(&["生态效益 \"绿化率\" 30%", "生态效益 \"水质\" 为 \"好转\""]);
    assert_eq!(told.summary.skipped[0].1, "效益指标 社会效益指标 指标1：");
}

#[test]
fn points_that_have_no_place_stand_in_comments() {
    let told = rows(&[
        HEAD,
        "产出指标（50分） | 数量指标（20分） | 面积 | 1亩",
        "产出指标（40分） | 质量指标 | 合格率 | 95%",
        "效益指标（30分）★ | 社会效益指标 | 影响 | 好",
    ]);
    told.has(&["各级分值 { 产出 50 }", "// 产出指标（40分）", "// 数量指标（20分）"]);
    assert!(told.text.contains("效益指标（30分）★"), "{}", told.text);
    assert_eq!(told.findings[1..], ["P607 数量指标（20分）", "P607 产出指标（40分）"]);
}

#[test]
fn results_of_rows_of_one_name_stand_in_comments() {
    let told = rows(&[
        &format!("{HEAD} | 实际完成值 | 得分 | 偏差原因 | 备注"),
        &format!("{ROW} | 400平方米 | 10 | | "),
        &format!("{ROW} | 300平方米 | 7 | 雨季 | 见附件"),
    ]);
    told.has(&[
        "// 维修面积 实际完成值：300平方米",
        "// 维修面积 得分：7",
        "// 维修面积 偏差原因分析及改进措施：雨季",
        "// 维修面积 备注：见附件",
    ]);
}
