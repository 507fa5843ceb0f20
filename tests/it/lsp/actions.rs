//! What can be done at the cursor, and what is shown between the words.

use serde_json::{Value, json};

use super::{
    RESULTS, TARGETS,
    client::{Client, edited, position},
};
use crate::support::assert_shown;

/// The actions at a piece of a text, each with the lines that it writes.
fn actions(client: &mut Client, name: &str, text: &str, piece: &str) -> String {
    let at = position(text, text.find(piece).unwrap());
    let told = client.diagnostics.get(&client.uri(name)).map_or(json!([]), |found| found["diagnostics"].clone());
    let params = json!({ "range": { "start": at, "end": at }, "context": { "diagnostics": told } });
    let list = client.ask_with("textDocument/codeAction", name, params);
    let mut shown = String::new();
    for action in list.as_array().unwrap() {
        let edits = &action["edit"]["changes"][client.uri(name)];
        let new = edited(text, edits);
        let codes: Vec<&str> =
            action["diagnostics"].as_array().into_iter().flatten().map(|one| one["code"].as_str().unwrap()).collect();
        shown += &format!(
            "== {} · {} {}\n",
            action["title"].as_str().unwrap(),
            action["kind"].as_str().unwrap(),
            codes.join(" ")
        );
        let old: Vec<&str> = text.lines().collect();
        let lines = new.lines().filter(|line| !old.contains(line));
        shown += &lines.map(|line| format!("{line}\n")).collect::<String>();
    }
    shown
}

#[test]
fn repairs() {
    let mut client = Client::new();
    let text = TARGETS.replace("≥ 90%\n    时效", "=> 90%\n    时效");
    client.open("a.perf", &text);
    client.diagnosed("a.perf", 1);
    assert_shown!(actions(&mut client, "a.perf", &text, "=>"));
}

#[test]
fn all_repairs_at_once() {
    let mut client = Client::new();
    let text = TARGETS.replace("≥ 90%", "=> 90%").replace("\"宣传活动\" 4 场", "“宣传活动” 4 场，");
    client.open("a.perf", &text);
    client.diagnosed("a.perf", 1);
    assert_shown!(actions(&mut client, "a.perf", &text, "年度"));
}

#[test]
fn rows_that_are_missing_and_labels() {
    let mut client = Client::new();
    let text = "年度 2026\n项目 \"甲\" {\n    数量 \"研究报告\" ≥ 1 份\n    数量 \"一份很长很长的研究报告\" ≥ 1 份\n}\nproject \"b\" {}\n";
    client.open("a.perf", text);
    client.diagnosed("a.perf", 1);
    let mut shown = String::new();
    for piece in ["\"研究报告\"", "≥ 1 份\n}", "\"b\""] {
        shown += &format!("#### {}\n{}", piece.replace('\n', "⏎"), actions(&mut client, "a.perf", text, piece));
    }
    assert_shown!(shown);
}

#[test]
fn kinds_that_are_asked_for() {
    let mut client = Client::new();
    client.open("a.perf", TARGETS);
    let at = position(TARGETS, TARGETS.find("\"宣传活动\"").unwrap());
    let mut kinds = |only: &str| -> usize {
        let params = json!({ "range": { "start": at, "end": at }, "context": { "diagnostics": [], "only": [only] } });
        client.ask_with("textDocument/codeAction", "a.perf", params).as_array().unwrap().len()
    };
    assert_eq!(kinds("refactor"), 2);
    assert_eq!(kinds("refactor.rewrite"), 2);
    assert_eq!(kinds("quickfix"), 0);
    assert_eq!(kinds("refac"), 0);
}

#[test]
fn edits_that_are_asked_for_when_an_action_is_chosen() {
    let support = json!({ "textDocument": { "codeAction": { "resolveSupport": { "properties": ["edit"] } } } });
    let mut client = Client::with(support);
    client.open("a.perf", TARGETS);
    let at = json!({ "line": 0, "character": 0 });
    let params = json!({ "range": { "start": at, "end": at }, "context": { "diagnostics": [] } });
    let list = client.ask_with("textDocument/codeAction", "a.perf", params);
    assert_eq!(list[0]["edit"], Value::Null);
    let chosen = client.request("codeAction/resolve", list[0].clone());
    let english = edited(TARGETS, &chosen["edit"]["changes"][client.uri("a.perf")]);
    assert!(english.starts_with("standard mof-2020\norg 610101"), "{english}");
}

/// A text with its hints and lenses in it.
fn annotated(text: &str, hints: &Value, lenses: &Value) -> String {
    let mut notes: Vec<(usize, String)> = Vec::new();
    for hint in hints.as_array().unwrap() {
        notes.push((super::client::offset(text, &hint["position"]), format!("⟨{}⟩", hint["label"].as_str().unwrap())));
    }
    for lens in lenses.as_array().unwrap() {
        let at = super::client::offset(text, &lens["range"]["start"]);
        notes.push((at, format!("⟪{}⟫\n", lens["command"]["title"].as_str().unwrap())));
    }
    notes.sort();
    let mut text = text.to_owned();
    for (at, note) in notes.into_iter().rev() {
        text.insert_str(at, &note);
    }
    text
}

#[test]
fn hints_and_lenses() {
    let mut client = Client::new();
    client.write("目标.perf", TARGETS);
    let everything = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 99, "character": 0 } });
    let mut shown = String::new();
    for (name, text) in [("a.perf", TARGETS), ("结果.perf", RESULTS)] {
        client.open(name, text);
        let hints = client.ask_with("textDocument/inlayHint", name, json!({ "range": everything }));
        let lenses = client.ask_with("textDocument/codeLens", name, json!({}));
        shown += &annotated(text, &hints, &lenses);
    }
    assert_shown!(shown);
    let line = json!({ "start": { "line": 9, "character": 0 }, "end": { "line": 9, "character": 40 } });
    let some = client.ask_with("textDocument/inlayHint", "a.perf", json!({ "range": line }));
    assert_eq!(some.as_array().unwrap().len(), 1);
}
