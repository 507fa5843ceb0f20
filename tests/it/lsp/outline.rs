//! Outlines, folds, selections, links, colours.

use serde_json::{Value, json};

use super::{
    RESULTS, TARGETS,
    client::{Client, place, unmarked},
};
use crate::support::assert_shown;

fn symbols(text: &str, list: &Value, depth: usize) -> String {
    let mut shown = String::new();
    for symbol in list.as_array().into_iter().flatten() {
        let detail = symbol["detail"].as_str().unwrap_or("");
        let name = place(text, &symbol["selectionRange"]);
        shown += &format!(
            "{}{} · {detail} · kind {} · {name}\n",
            "  ".repeat(depth),
            symbol["name"].as_str().unwrap(),
            symbol["kind"]
        );
        shown += &symbols(text, &symbol["children"], depth + 1);
    }
    shown
}

#[test]
fn the_outline_of_documents() {
    let mut client = Client::new();
    client.write("目标.perf", TARGETS);
    let standard = "计量单位 工位\n标准 甲 扩展 mof-2020 { 一级指标 x \"某\" \"X\" { 二级指标 y \"某某\" \"Y\" {} } }\n模板 乙 { 数量 \"丙\" 3 个 }\n";
    let mut shown = String::new();
    for (name, text) in [("a.perf", TARGETS), ("结果.perf", RESULTS), ("b.perf", standard)] {
        client.open(name, text);
        let list = client.ask_with("textDocument/documentSymbol", name, json!({}));
        shown += &symbols(text, &list, 0);
    }
    assert_shown!(shown);
}

#[test]
fn the_outline_of_folders() {
    let mut client = Client::new();
    client.write("目标.perf", TARGETS);
    client.write("下/b.perf", "项目 \"宣传二\" {}\n");
    client.open("c.perf", "项目 \"没有存的宣传\" {}\n");
    let list = client.request("workspace/symbol", json!({ "query": "宣传" }));
    let mut shown = String::new();
    for symbol in list.as_array().unwrap() {
        let uri = symbol["location"]["uri"].as_str().unwrap();
        let file = uri.strip_prefix(&client.uri("")).unwrap();
        shown += &format!("{} in {} · {file}\n", symbol["name"].as_str().unwrap(), symbol["containerName"]);
    }
    assert_shown!(shown);
}

#[test]
fn folds() {
    let mut client = Client::new();
    let text = format!("导入 \"a.perf\"\n导入 \"b.perf\"\n\n// 一\n// 二\n\n/* 三\n四 */\n{TARGETS}");
    client.open("c.perf", &text);
    let list = client.ask_with("textDocument/foldingRange", "c.perf", json!({}));
    let lines: Vec<&str> = text.lines().collect();
    let mut shown = String::new();
    for fold in list.as_array().unwrap() {
        let line = |name: &str| lines[fold[name].as_u64().unwrap() as usize].trim();
        shown += &format!("{} … {} · {}\n", line("startLine"), line("endLine"), fold["kind"]);
    }
    assert_shown!(shown);
}

#[test]
fn selections() {
    let mut client = Client::new();
    let marked = TARGETS.replace("线上", "线‸上");
    let positions = client.open("a.perf", &marked);
    let (text, _) = unmarked(&marked);
    let list = client.ask_with("textDocument/selectionRange", "a.perf", json!({ "positions": positions }));
    let (mut shown, mut range) = (String::new(), &list[0]);
    while !range.is_null() {
        shown += &format!("{}\n", place(&text, &range["range"]));
        range = &range["parent"];
    }
    assert_shown!(shown);
}

#[test]
fn links() {
    let mut client = Client::new();
    client.write("目标.perf", TARGETS);
    let text = "导入 \"目标.perf\"\n导入 “下/无.perf”\n导入 \"../外.perf\"\n";
    client.open("a.perf", text);
    let list = client.ask_with("textDocument/documentLink", "a.perf", json!({}));
    let links = list.as_array().unwrap();
    assert_eq!(links.len(), 2);
    assert_eq!(links[0]["target"], client.uri("目标.perf"));
    assert_eq!(place(text, &links[0]["range"]), "1:5-1:12 `目标.perf`");
    assert_eq!(links[1]["target"], client.uri("下/无.perf"));
}

/// The tokens of an answer, told from their differences.
fn tokens(text: &str, answer: &Value) -> Vec<String> {
    const NAMES: [&str; 10] =
        ["keyword", "category", "standard", "unit", "label", "title", "text", "number", "operator", "comment"];
    let data: Vec<u64> = answer["data"].as_array().unwrap().iter().map(|number| number.as_u64().unwrap()).collect();
    let (mut line, mut start) = (0, 0);
    let token = |token: &[u64]| {
        start = if token[0] == 0 { start + token[1] } else { token[1] };
        line += token[0];
        let range = json!({ "start": { "line": line, "character": start }, "end": { "line": line, "character": start + token[2] } });
        format!("{} {}", NAMES[token[3] as usize], place(text, &range))
    };
    data.chunks(5).map(token).collect()
}

#[test]
fn colours() {
    let mut client = Client::new();
    let text = format!("{TARGETS}/* 几\n行 */\n").replace("支撑工作站", "支撑𠮷工作站");
    client.write("目标.perf", &text);
    client.open("a.perf", &text);
    let whole = tokens(&text, &client.ask_with("textDocument/semanticTokens/full", "a.perf", json!({})));
    let range = json!({ "start": { "line": 9, "character": 0 }, "end": { "line": 10, "character": 3 } });
    let part =
        tokens(&text, &client.ask_with("textDocument/semanticTokens/range", "a.perf", json!({ "range": range })));
    assert!(part.len() > 5 && part.iter().all(|token| whole.contains(token)), "{part:?}");
    client.open("结果.perf", RESULTS);
    let results = tokens(RESULTS, &client.ask_with("textDocument/semanticTokens/full", "结果.perf", json!({})));
    assert_shown!(whole.join("\n") + "\n---\n" + &results.join("\n"));
}
