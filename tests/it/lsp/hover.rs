//! What is told of the thing at the cursor.

use super::{
    RESULTS, TARGETS,
    client::{CURSOR, Client, place, unmarked},
};
use crate::support::assert_shown;

/// What is told at each cursor.
fn hovers(client: &mut Client, name: &str, marked: &str) -> String {
    let positions = client.open(name, marked);
    let (text, _) = unmarked(marked);
    let mut shown = String::new();
    for position in positions {
        let hover = client.ask("textDocument/hover", name, &position);
        match hover["contents"]["value"].as_str() {
            Some(told) => shown += &format!("== {}\n{told}\n\n", place(&text, &hover["range"])),
            None => shown += &format!("== {position}\nnothing\n\n"),
        }
    }
    shown
}

/// A text with a cursor at the begin of each of these pieces.
fn marked(text: &str, pieces: &[&str]) -> String {
    let mut marked = text.to_owned();
    for piece in pieces {
        assert!(marked.contains(piece), "{piece}");
        marked = marked.replacen(piece, &format!("{CURSOR}{piece}"), 1);
    }
    marked
}

#[test]
fn targets() {
    let pieces = [
        "预算单位",
        "1020000.00 元 {",
        "财政资金",
        "数量 \"支撑",
        "\"支撑工作站\"",
        "12 家",
        "家 记作",
        "4 场",
        "90%\n",
        "2026年11月",
        "1 万元",
        "万元",
        "为 \"明显",
        "校验",
        "站数 *",
        "≤ 预算",
        "\"宣传\" {",
        "mof-2020",
    ];
    assert_shown!(hovers(&mut Client::new(), "a.perf", &marked(TARGETS, &pieces)));
}

#[test]
fn results() {
    let mut client = Client::new();
    client.write("目标.perf", TARGETS);
    let pieces = ["\"宣传\" 截至", "100 万元", "11 家", "\"完成时间\"", "每站费用", "达成", "原因", "\"宣传活动\""];
    assert_shown!(hovers(&mut client, "结果.perf", &marked(RESULTS, &pieces)));
}

#[test]
fn in_english() {
    let mut client = Client::stranger(&["--lang", "en"]);
    client.greet(serde_json::json!({}), serde_json::Value::Null);
    let pieces = ["数量 \"支撑", "12 家", "4 场", "1 万元", "站数 *", "校验", "\"宣传\" {", "为 \"明显"];
    assert_shown!(hovers(&mut client, "a.perf", &marked(TARGETS, &pieces)));
}

#[test]
fn other_values() {
    let text = r#"计量单位 工位 = 2 个
年度 2026
项目 "甲" {
    数量 "一" ‸3..5 次
    数量 "二" ‸分档 ‸优 100%, 良 90%
    数量 "三" ‸阶梯 >= 70% 3 分, >= 65% 1 分
    时效 "四" ‸2023-07..2024-01
    时效 "五" ‸早于 2026-06
    时效 "六" ‸2026-11-20
    社会 "七" ‸是
    数量 "八" ‸待定
    数量 "九" ‸>= 5 ‸工位 { 上年值 ‸4 工位 }
    各级分值 { ‸产出 50 }
    校验 ‸没有 * 2 <= 3
}
"#;
    assert_shown!(hovers(&mut Client::new(), "a.perf", text));
}
