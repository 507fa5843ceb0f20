//! What may stand at the cursor.

use serde_json::Value;

use super::{
    RESULTS, TARGETS,
    client::{Client, unmarked},
};
use crate::support::assert_shown;

/// How many items are shown.
const MOST: usize = 12;

/// What is offered at each cursor.
fn offers(client: &mut Client, name: &str, marked: &str) -> String {
    let positions = client.open(name, marked);
    let (text, _) = unmarked(marked);
    let mut shown = String::new();
    for position in positions {
        let list = client.ask("textDocument/completion", name, &position);
        let items = list["items"].as_array().unwrap();
        let line = text.lines().nth(position["line"].as_u64().unwrap() as usize).unwrap_or_default();
        shown += &format!("== {} at {} ({} items)\n", line.trim(), position["character"], items.len());
        for item in items.iter().take(MOST) {
            shown += &one(item);
        }
    }
    shown
}

fn one(item: &Value) -> String {
    let new = item["textEdit"]["newText"].as_str().unwrap().replace('\n', "⏎");
    let label = item["label"].as_str().unwrap();
    let new = if new == label { String::new() } else { format!(" → {new}") };
    format!("{label} · {}{new}\n", item["detail"].as_str().unwrap_or(""))
}

#[test]
fn heads() {
    assert_shown!(offers(
        &mut Client::new(),
        "a.perf",
        "‸\n项目 \"甲\" {\n    ‸\n    预算 10 万元 { ‸ }\n    数‸\n    数量 \"乙\" 3 个 { ‸ }\n    各级分值 { ‸ }\n}\n"
    ));
    assert_shown!("heads_in_english", offers(&mut Client::new(), "b.perf", "year 2026\nproject \"甲\" {\n    ‸\n}\n‸"));
}

#[test]
fn arguments() {
    let text = TARGETS
        .replace("数量 \"宣传活动\" 4 场", "数量 ‸\n    数量 \"宣传活动\" ‸\n    数量 \"其他\" >= 4 ‸")
        .replace("≤ 1 万元", "≤ 1 ‸万元 ‸")
        .replace("站数 * 每站费用 ≤ 预算", "站数 * ‸每站 ≤ 合计(‸)\n    套用 ‸");
    let text = text.replace("标准 mof-2020", "标准 ‸").replace("1020000.00 元 {", "1020000.00 ‸元 {");
    assert_shown!(offers(&mut Client::new(), "a.perf", &text));
}

#[test]
fn what_a_place_is_for() {
    let text = r#"标准 mof-2020
年度 2026
项目 "甲" {
    预算 3 万元 { 财政资金 2 ‸ }
    数量 "乙" 3 ‸
    质量 "丙" ≥ 9 ‸
    时效 "丁" ‸
    时效 "丁" 不晚于 ‸
    时效 "戊" ≤ 3 ‸
    成本 "己" ≤ 3 万元 每 ‸
    社会效益 "庚" 为 ‸
    社会效益 "辛" 是 ‸
    校验 ‸
    校验 "壬" 预算 ‸
    校验 "癸" (合计(成本) ‸
    各级分值 { 产出 50 ‸ }
}
导入 ‸
"#;
    let mut client = Client::new();
    client.write("目标.perf", TARGETS);
    assert_shown!(offers(&mut client, "a.perf", text));
}

#[test]
fn values_of_results() {
    let mut client = Client::new();
    client.write("目标.perf", &TARGETS.replace("    校验", "    社会 \"有制度\" 是\n    校验"));
    let text = r#"导入 "目标.perf"
实际 "宣传" 截至 ‸ {
    "支撑工作站" ‸
    "宣传活动" 4 ‸
    站数 11 ‸
    数量 ‸
    "有制度" ‸
    "知晓度" ‸
    "完成时间" ‸
    "没有" ‸
    "没有" 3 ‸
}
"#;
    assert_shown!(offers(&mut client, "结果.perf", text));
}

#[test]
fn results_to_be_told() {
    let mut client = Client::new();
    client.write("目标.perf", TARGETS);
    client.write("下/模板.perf", "");
    let text = RESULTS
        .replace("    \"知晓度\" 达成 85%\n", "    ‸\n    \"‸\"\n    \"知晓度\" ‸\n")
        .replace("\"目标.perf\"", "\"‸目标.perf\"");
    assert_shown!(offers(&mut client, "结果.perf", &(text + "\n实际 ‸\n")));
}

/// A blank alone opens a list only where something must follow: at the end of a line Enter would take from it.
#[test]
fn a_blank_opens_a_list_where_something_must_follow() {
    let mut client = Client::new();
    client.write("目标.perf", TARGETS);
    let mut listed = |marked: &str| {
        let position = client.open("结果.perf", &format!("导入 \"目标.perf\"\n{marked}\n}}\n")).remove(0);
        let context = serde_json::json!({ "triggerKind": 2, "triggerCharacter": " " });
        let params = serde_json::json!({ "position": position, "context": context });
        let list = client.ask_with("textDocument/completion", "结果.perf", params);
        let labels = list["items"].as_array().unwrap().iter().take(2).map(|item| item["label"].as_str().unwrap());
        labels.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(listed("项目 \"乙\" {\n    数量 \"丙\" ≥ 3 ‸"), "个 家");
    assert_eq!(listed("项目 \"乙\" {\n    数量 \"丙\" ≥ 3 个 ‸"), "");
    assert_eq!(listed("实际 \"宣传\" {\n    \"知晓度\" ‸"), "达成 为");
    assert_eq!(listed("实际 \"宣传\" {\n    \"支撑工作站\" 11 ‸"), "家 得分");
    assert_eq!(listed("实际 \"宣传\" {\n    \"支撑工作站\" 11 家 ‸"), "");
}

#[test]
fn nothing_is_offered_in_comments_and_names() {
    let shown = offers(&mut Client::new(), "a.perf", "// 年‸\n/* ‸ */\n项目 \"甲‸\" {}\n");
    assert_eq!(shown.matches("(0 items)").count(), 3, "{shown}");
}

#[test]
fn an_editor_without_snippets_gets_plain_text() {
    let mut client = Client::with(serde_json::json!({}));
    let shown = offers(&mut client, "a.perf", "项目 \"甲\" {\n    数‸\n}\n");
    assert!(shown.contains("数量 \"指标名称\" 待定") && !shown.contains('$'), "{shown}");
}
