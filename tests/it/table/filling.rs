//! What a form is filled with.

use perfc::table::{Layout, Role, Table};

use super::{readers::from_table, tables, tables_of};

/// The rows of the first table of a source.
fn rows(source: &str) -> Vec<Vec<String>> {
    from_table(&tables(source)[0]).rows
}

/// The row with the budget of a project.
fn budget(budget: &str) -> Vec<String> {
    rows(&format!("project \"甲\" {{ {budget} }}"))[1].clone()
}

fn lines(source: &str) -> Vec<Vec<String>> {
    tables(source).iter().map(|table| from_table(table).before).collect()
}

#[test]
fn amounts_are_printed_as_written() {
    let row = budget("budget 1,020,000.00 元 { fiscal 1,000,000 元; other 20,000.00 元 }");
    assert_eq!(row[1..], ["预算数", "1,020,000.00", "其中：财政    资金", "1,000,000", "其他资金", "20,000.00"]);
}

#[test]
fn amounts_in_other_units_are_converted_exactly() {
    assert_eq!(budget("budget 1020000.00 元 { fiscal 102 万元 }")[4], "1020000.00");
    assert_eq!(budget("budget 1020000.00 元 { fiscal 100.5000001 万元 }")[4], "1005000.001");
    assert_eq!(budget("budget 102 万元 { fiscal 1020000.01 元 }")[4], "102.000001");
    assert_eq!(budget("budget 1 亿元 { fiscal 0.01 元 }")[4], "0.0000000001");
}

#[test]
fn what_cannot_be_converted_keeps_its_unit() {
    assert_eq!(budget("budget 1020000.00 元 { other 100 美元 }")[6], "100美元");
    assert_eq!(
        budget("budget 1 元 { other 9999999999999999999999999999 亿元 }")[6],
        "9999999999999999999999999999亿元"
    );
}

#[test]
fn what_is_not_given_is_blank() {
    let row = budget("budget 0 元 { other 0 元 }");
    assert_eq!([&*row[2], &*row[4], &*row[6]], ["0", "", "0"]);
    let row = budget("");
    assert_eq!([&*row[2], &*row[4], &*row[6]], ["", "", ""]);
}

#[test]
fn each_project_has_its_own_lines() {
    let source =
        "org 610101 \"局\"\nproject \"甲\" { budget 1 元 }\nproject \"乙\" { budget 1 万元 }\nproject \"丙\" {}";
    assert_eq!(lines(source), [vec!["610101局", "单位：元"], vec!["610101局", "单位：万元"], vec!["610101局"]]);
    assert_eq!(lines("org \"局\"\nproject \"甲\" {}"), [vec!["局"]]);
    assert_eq!(lines("project \"甲\" {}"), [Vec::<String>::new()]);
}

#[test]
fn titles_are_numbered() {
    let source = "project \"甲\" {}\nproject \"{number}\" {}";
    let tables = tables(source);
    assert_eq!(tables[0].title, "1.甲绩效目标表");
    assert_eq!(tables[1].title, "2.{number}绩效目标表");
}

/// A standard with funds of its own.
const FUNDS: &str = "standard own extends mof-2020 {
    fund bonds \"专项债券\" \"Bonds\"
    fund loans \"贷款\" \"Loans\"
    fund gifts \"捐赠\" \"Gifts\"
    fund fees \"事业收入\" \"Fees\"
}
";

#[test]
fn further_funds_get_cells() {
    let source =
        format!("{FUNDS}project \"甲\" {{ budget 6 元 {{ fees 3 元; fiscal 1 元; bonds 2 元 }}; purpose \"用\" }}");
    let tables = tables(&source);
    let rows = from_table(&tables[0]).rows;
    assert_eq!(rows[1][1..], ["预算数", "6", "其中：财政    资金", "1", "其他资金", ""]);
    assert_eq!(rows[2], ["预算规模及资金用途", "事业收入", "3", "专项债券", "2"]);
    assert_eq!(rows[3], ["预算规模及资金用途", "用"]);
    assert_eq!(spans(&tables[0], 1), [(0, 1, 3), (1, 1, 1), (2, 1, 1), (3, 1, 1), (4, 1, 1), (5, 1, 1), (6, 1, 1)]);
    assert_eq!(spans(&tables[0], 2), [(1, 1, 1), (2, 1, 1), (3, 1, 1), (4, 3, 1)]);
    assert_eq!(tables[0].rows[2].cells[3].role, Role::Amount);
}

#[test]
fn many_further_funds_get_rows() {
    let source = format!(
        "{FUNDS}project \"甲\" {{ budget 6 元 {{ bonds 1 元; loans 2 元; gifts 3 元; fees 0.5 万元 }}; purpose \"用\" }}"
    );
    let rows = rows(&source);
    assert_eq!(rows[2][1..], ["专项债券", "1", "贷款", "2", "捐赠", "3"]);
    assert_eq!(rows[3][1..], ["事业收入", "5000"]);
    assert_eq!(rows[4], ["预算规模及资金用途", "用"]);
    assert_eq!(rows[5], ["绩效目标", ""]);
}

/// Column, columns and rows of the cells of a row.
fn spans(table: &Table<'_>, row: usize) -> Vec<(usize, usize, usize)> {
    table.rows[row].cells.iter().map(|cell| (cell.column, cell.columns, cell.rows)).collect()
}

const MIXED: &str = "project \"甲\" {
    clients \"满意度\" >= 90%
    social \"影响\" is \"提升\"
    quality \"合格率\" >= 95%
    economic \"收入\" >= 1 万元
    quantity \"数量\" >= 1 个
}";

#[test]
fn rows_follow_the_levels_and_then_the_source() {
    let tables = tables(MIXED);
    let rows = &from_table(&tables[0]).rows[5..];
    let firsts: Vec<_> = rows.iter().map(|row| format!("{}/{}", row[0], row[2])).collect();
    let expected = ["产出指标/合格率", "产出指标/数量", "效益指标/影响", "效益指标/收入", "满意度指标/满意度"];
    assert_eq!(firsts, expected);
    assert_eq!(spans(&tables[0], 5), [(0, 1, 2), (1, 1, 1), (2, 2, 1), (4, 2, 1), (6, 1, 1)]);
    assert_eq!(spans(&tables[0], 6).len(), 4);
    assert_eq!(spans(&tables[0], 9)[0], (0, 1, 1));
}

#[test]
fn cost_is_a_level_of_its_own_where_the_standard_says_so() {
    let source = "standard mof-2021\nproject \"甲\" { quantity \"数\" 1 个; economic-cost \"费\" <= 1 元 }";
    let rows = rows(source);
    assert_eq!(rows.len(), 7);
    assert_ne!(rows[5][0], rows[6][0]);
}

#[test]
fn a_target_that_could_not_be_read_is_an_empty_cell() {
    let rows = rows("project \"甲\" { quantity \"数\" >= ; quality \"率\" >= 90% }");
    assert_eq!(rows[5][4], "");
    assert_eq!(rows[6][4], "≥90%");
}

#[test]
fn paragraphs_and_goals_stand_on_lines() {
    let rows = rows("project \"甲\" { purpose { \"一\"; \"二\" }; goal \"目标\"; goal \"其他\" }");
    assert_eq!(rows[2][1], "一\n二");
    assert_eq!(rows[3][1], "1.目标\n2.其他");
}

/// A form with merged levels, weights and more.
const CENTRAL: &str = r#"{
    "id": "central", "names": { "zh": "表", "en": "Form" }, "title": "{project}（{year}年度）", "before": [],
    "columns": [1, 1, 2, 1, 1, 1],
    "head": [
        [{ "put": { "label": "项目代码" } }, { "put": "code", "columns": 5 }],
        [{ "put": { "label": "目标" } }, { "put": { "goals": "目标{number}：" }, "columns": 5 }]
    ],
    "indicators": [
        { "name": "一级指标", "put": "level1", "merge": true },
        { "name": "二级指标", "put": "level2", "merge": true },
        { "name": "三级指标", "put": "name" },
        { "name": "指标值", "put": "value" },
        { "name": "权重", "put": "weight" },
        { "name": "上年", "put": "baseline" }
    ]
}"#;

#[test]
fn another_form_is_other_data() {
    let source = "year 2026\nproject \"甲\" {
        code \"P-1\"
        goal \"好\"
        quantity \"数\" >= 1 个 weight 20 { baseline 3 个 }
        quantity \"件\" >= 1 件 weight 30.5
        quality \"率\" >= 90%
    }";
    let tables = tables_of(source, &Layout::read(CENTRAL).unwrap());
    let form = from_table(&tables[0]);
    assert_eq!(form.title, "甲（2026年度）");
    assert_eq!(form.rows[0], ["项目代码", "P-1"]);
    assert_eq!(form.rows[1], ["目标", "目标1：好"]);
    assert_eq!(form.rows[3], ["产出指标", "数量指标", "数", "≥1个", "20", "3个"]);
    assert_eq!(form.rows[4], ["产出指标", "数量指标", "件", "≥1件", "30.5", ""]);
    assert_eq!(spans(&tables[0], 3)[..2], [(0, 1, 3), (1, 1, 2)]);
    assert_eq!(spans(&tables[0], 5)[0], (1, 1, 1));
}
