//! The embedded forms, and those that users write.

use perfc::{
    field::Field,
    table::{Content, Detail, Layout, Table},
};

use super::{SOURCE, readers::from_table, tables_of};

const DOCS: &str = include_str!("../../../docs/layouts.md");

fn central() -> &'static Layout {
    Layout::find("central").unwrap()
}

fn core() -> &'static Layout {
    Layout::find("central-2021").unwrap()
}

/// The text of the cell of an indicator in a column with this content.
fn detail(table: &Table<'_>, layout: &Layout, row: usize, put: Detail) -> String {
    let column = layout.indicators.iter().take_while(|column| column.put != put).map(|column| column.columns).sum();
    let above = table.rows.len() - rows_of(table);
    table.grid().at(above + row, column).unwrap().cell.text.to_string()
}

fn rows_of(table: &Table<'_>) -> usize {
    table.rows.iter().filter(|row| row.section == perfc::table::Section::Indicators).count()
}

#[test]
fn the_central_form() {
    let source =
        format!("{SOURCE}\nproject \"丁\" {{ budget 3 万元 {{ fiscal 1 万元 }}; quantity \"数\" 1 个 weight 50 }}");
    let tables = tables_of(&source, central());
    let form = from_table(&tables[0]);
    assert_eq!(form.title, "1.项目支出绩效目标表（2026年度）");
    assert_eq!(form.rows[0], ["项目名称", "2026年滨海新区知识产权运营促进保护发展工作经费"]);
    let org = ["主管部门及代码", "610101天津市滨海新区知识产权局", "实施单位", "天津市滨海新区知识产权局"];
    assert_eq!(form.rows[1], org);
    assert_eq!(form.rows[2], ["项目资金（元）", "年度资金总额", "1020000.00"]);
    assert_eq!(form.rows[3], ["项目资金（元）", "其中：财政拨款", "1020000.00"]);
    assert_eq!(form.rows[4], ["项目资金（元）", "其他资金", ""]);
    assert_eq!(form.rows[6], ["一级指标", "二级指标", "三级指标", "指标值", "分值"]);
    assert_eq!(form.rows[7], ["产出指标", "数量指标", "支撑服务知识产权保护工作站", "≥12家", ""]);
    let last = from_table(&tables[3]);
    assert_eq!(last.rows[2][0], "项目资金（万元）");
    assert_eq!(last.rows[7][3..], ["1个", "50"]);
    let merged: Vec<usize> = tables[0].rows[7].cells.iter().map(|cell| cell.rows).collect();
    assert_eq!(merged, [19, 6, 1, 1, 1]);
}

#[test]
fn what_is_not_known_is_blank() {
    let form = from_table(&tables_of("project \"甲\" {}", central())[0]);
    assert_eq!(form.title, "1.项目支出绩效目标表（年度）");
    assert_eq!(form.rows[1], ["主管部门及代码", "", "实施单位", ""]);
    assert_eq!(form.rows[2], ["项目资金", "年度资金总额", ""]);
}

#[test]
fn further_funds_stand_beside_their_label() {
    let source = "standard own extends mof-2020 { fund fees \"事业收入\" \"Fees\"; fund gifts \"捐赠\" \"Gifts\" }
        project \"甲\" { budget 6 元 { fees 3 元; fiscal 1 元; gifts 2 元 } }";
    let tables = tables_of(source, central());
    let form = from_table(&tables[0]);
    assert_eq!(form.rows[4], ["项目资金（元）", "其他资金", ""]);
    assert_eq!(form.rows[5], ["项目资金（元）", "事业收入", "3"]);
    assert_eq!(form.rows[6], ["项目资金（元）", "捐赠", "2"]);
    assert_eq!(form.rows[7][0], "年度总体目标");
    assert_eq!(tables[0].rows[2].cells[0].rows, 5);
}

#[test]
fn periods_and_codes_have_cells() {
    let source = "project \"甲\" { code \"P-1\"; period 2024-01..2026-12; purpose \"用\" }";
    let form = from_table(&tables_of(source, core())[0]);
    assert_eq!(form.rows[0], ["项目名称", "甲", "项目代码", "P-1", "实施期", "2024.01-2026.12"]);
    assert_eq!(form.rows[4], ["项目概况", "用"]);
}

/// Sign, number and unit, whatever the target is.
#[test]
fn parts_of_targets() {
    for (target, parts) in [
        (">= 12 家", ["≥", "12", "家"]),
        ("<= 1,020.50 万元", ["≤", "1,020.50", "万元"]),
        ("= 22 个", ["=", "22", "个"]),
        ("> 3 次", [">", "3", "次"]),
        ("< 24 小时", ["<", "24", "小时"]),
        ("100%", ["", "100", "%"]),
        ("7", ["", "7", ""]),
        ("3..5 次", ["", "3-5次", ""]),
        ("by 2026-11", ["", "2026年11月底前", ""]),
        ("2026-01..2026-06", ["", "2026.01-2026.06", ""]),
        ("is \"明显提升\"", ["定性", "明显提升", ""]),
        ("yes", ["定性", "是", ""]),
        ("graded 优 100%, 良 90%", ["", "优100% 良90%", ""]),
        (">= 5 个 show \"5个/10个\"", ["", "5个/10个", ""]),
        ("tbd", ["", "待定", ""]),
    ] {
        let source = format!("year 2026\nproject \"甲\" {{ quantity \"数\" {target} }}");
        let table = &tables_of(&source, core())[0];
        let of = |put| detail(table, core(), 0, put);
        assert_eq!([of(Detail::Sign), of(Detail::Number), of(Detail::Unit)], parts, "{target}");
    }
}

/// The three columns say together what the one column says.
#[test]
fn nothing_is_lost_in_three_columns() {
    for (one, three) in tables_of(SOURCE, central()).iter().zip(tables_of(SOURCE, core())) {
        for row in 0..rows_of(one) {
            let of = |put| detail(&three, core(), row, put);
            let sign = of(Detail::Sign).replace("定性", "");
            assert_eq!(
                detail(one, central(), row, Detail::Value),
                format!("{sign}{}{}", of(Detail::Number), of(Detail::Unit))
            );
        }
    }
}

/// The example in the docs is a form, and the docs tell of all that forms can hold.
#[test]
fn the_docs_have_a_form_that_prints() {
    let json = DOCS.split("```json\n").nth(1).unwrap().split("```").next().unwrap();
    let layout = Layout::read(json).unwrap();
    let form = from_table(&tables_of(SOURCE, &layout)[2]);
    assert_eq!(form.title, "3.中央2025年安可替代专项-津财行政指[2025]69号绩效目标表（2026年度）");
    assert_eq!(form.before, ["填报单位：天津市滨海新区知识产权局"]);
    assert_eq!(form.rows[1], ["项目资金（元）", "其中：财政拨款", "12232.20"]);
    assert_eq!(form.rows[5], ["产出指标", "数量指标", "购买相关安可设备", "≥", "2", "台"]);
}

/// What the reader says it expects is told in the docs, in both languages.
#[test]
fn the_docs_name_every_content() {
    let names = |put: &str| {
        let json = format!(
            r#"{{"id": "x", "names": {{"zh": "", "en": ""}}, "title": "", "before": [], "columns": [1], {put}}}"#
        );
        let told = Layout::read(&json).unwrap_err().to_string();
        told.split('`').skip(3).step_by(2).map(str::to_owned).collect::<Vec<_>>()
    };
    let details = names(r#""head": [], "indicators": [{"name": "", "put": "?"}]"#);
    let contents = names(r#""head": [[{"put": "?"}]], "indicators": []"#);
    assert!(details.len() > 15 && contents.len() > 8);
    for name in details {
        assert!(DOCS.matches(&format!("`{name}`")).count() >= 2, "{name}");
    }
    for name in contents {
        assert!(DOCS.matches(&format!("\"{name}\"")).count() >= 2, "{name}");
    }
}

/// The funds that the forms name are those of the standards.
#[test]
fn forms_name_known_funds() {
    let field = Field::embedded();
    for layout in Layout::embedded() {
        for slot in layout.head.iter().flatten() {
            if let Content::Fund(id) = &slot.put {
                assert!(field.standards.iter().all(|standard| standard.funds.find(id).is_some()), "{id}");
            }
        }
    }
}
