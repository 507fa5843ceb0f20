//! The canonical form, of a document, of lines, while writing.

use serde_json::{Value, json};

use super::client::{Client, edited, unmarked};
use crate::support::assert_shown;

const MESSY: &str =
    "年度  2026\n项目 “甲” ｛\n数量 “一” ≥1个\n  数量   \"二\"  不少于 2 个 // 注\n质量 \"三\" 90 ％\n｝\n";

fn options() -> Value {
    json!({ "tabSize": 4, "insertSpaces": true })
}

#[test]
fn a_document() {
    let mut client = Client::new();
    client.open("a.perf", MESSY);
    let edits = client.ask_with("textDocument/formatting", "a.perf", json!({ "options": options() }));
    let formatted = edited(MESSY, &edits);
    assert_shown!(formatted);
    client.open("b.perf", &formatted);
    assert_eq!(client.ask_with("textDocument/formatting", "b.perf", json!({ "options": options() })), json!([]));
}

#[test]
fn some_lines() {
    let mut client = Client::new();
    client.open("a.perf", MESSY);
    let range = json!({ "start": { "line": 2, "character": 0 }, "end": { "line": 3, "character": 0 } });
    let edits =
        client.ask_with("textDocument/rangeFormatting", "a.perf", json!({ "range": range, "options": options() }));
    assert_shown!(edited(MESSY, &edits));
}

#[test]
fn a_text_whose_braces_do_not_match_is_left_as_it_is() {
    let mut client = Client::new();
    client.open("a.perf", "项目   \"甲\" {\n数量 \"一\" 3 个\n");
    assert_eq!(client.ask_with("textDocument/formatting", "a.perf", json!({ "options": options() })), json!([]));
}

#[test]
fn while_writing() {
    let mut client = Client::new();
    let mut shown = String::new();
    for (number, (ch, marked)) in [
        ("\n", "项目 \"甲\" {\n    数量   “一” ≥1个\n‸\n}\n"),
        ("\n", "项目 \"甲\" {\n‸}\n"),
        ("\n", "项目 \"甲\" {\n    数量 \"一\" 1 个 {\n  ‸\n    }\n}\n"),
        ("}", "项目   \"甲\" {\n    数量 \"一\" 1 个 {备注 “x”}‸\n}\n"),
    ]
    .into_iter()
    .enumerate()
    {
        let name = format!("{number}.perf");
        let positions = client.open(&name, marked);
        let (text, _) = unmarked(marked);
        let params = json!({ "position": positions[0], "ch": ch, "options": options() });
        let edits = client.ask_with("textDocument/onTypeFormatting", &name, params);
        shown += &format!("{}---\n", edited(&text, &edits));
    }
    assert_shown!(shown);
}
