//! All requests at many places of files that are not finished: none fails, and what is sound is still answered.

use serde_json::{Value, json};

use super::{
    TARGETS,
    client::{Client, position},
};

/// What is asked at a place.
const AT_PLACES: [&str; 6] = [
    "textDocument/hover",
    "textDocument/completion",
    "textDocument/definition",
    "textDocument/documentHighlight",
    "textDocument/prepareRename",
    "textDocument/references",
];

/// What is asked of a document.
const OF_DOCUMENTS: [&str; 6] = [
    "textDocument/documentSymbol",
    "textDocument/foldingRange",
    "textDocument/documentLink",
    "textDocument/codeLens",
    "textDocument/semanticTokens/full",
    "textDocument/formatting",
];

/// Asks everything about a document, at each of some places.
pub fn ask_everything(client: &mut Client, name: &str, text: &str, places: &[usize]) {
    let options = json!({ "tabSize": 4, "insertSpaces": true });
    for method in OF_DOCUMENTS {
        client.ask_with(method, name, json!({ "options": options }));
    }
    for &at in places {
        let at = position(text, at);
        for method in AT_PLACES {
            let context = json!({ "includeDeclaration": true, "triggerKind": 1 });
            client.ask_with(method, name, json!({ "position": at, "context": context }));
        }
        let range = json!({ "start": at, "end": at });
        client.ask_with("textDocument/codeAction", name, json!({ "range": range, "context": { "diagnostics": [] } }));
        client.ask_with("textDocument/inlayHint", name, json!({ "range": range }));
        client.ask_with("textDocument/semanticTokens/range", name, json!({ "range": range }));
        client.ask_with("textDocument/rangeFormatting", name, json!({ "range": range, "options": options }));
        client.ask_with(
            "textDocument/onTypeFormatting",
            name,
            json!({ "position": at, "ch": "\n", "options": options }),
        );
        client.ask_with("textDocument/selectionRange", name, json!({ "positions": [at] }));
        let params = json!({ "textDocument": { "uri": client.uri(name) }, "position": at, "newName": "新名" });
        client.try_request("textDocument/rename", params);
    }
}

fn some_places(text: &str, step: usize) -> Vec<usize> {
    text.char_indices().map(|(at, _)| at).step_by(step).chain([text.len()]).collect()
}

#[test]
fn every_mistake_can_be_asked_about() {
    let mut client = Client::new();
    let folder = std::fs::read_dir("examples/mistakes").unwrap();
    let mut files: Vec<_> = folder.map(|entry| entry.unwrap().path()).filter(|path| path.is_file()).collect();
    files.sort();
    for (number, file) in files.into_iter().enumerate() {
        let Ok(text) = std::fs::read_to_string(&file) else { continue };
        if text.len() > 4_000 || text.contains('\0') {
            continue;
        }
        let name = format!("{number}.perf");
        client.open(&name, &text);
        client.diagnosed(&name, 1);
        let places = some_places(&text, text.chars().count() / 6 + 1);
        ask_everything(&mut client, &name, &text, &places);
        let uri = client.uri(&name);
        client.notify("textDocument/didClose", json!({ "textDocument": { "uri": uri } }));
    }
    assert!(client.leave().success());
}

#[test]
fn a_file_that_breaks_off_still_answers() {
    let mut client = Client::new();
    // Each line of the project may be the last one that is written, and the block is open.
    for (number, end) in TARGETS
        .match_indices('\n')
        .map(|(at, _)| at)
        .skip(10)
        .filter(|at| *at < TARGETS.rfind('}').unwrap())
        .enumerate()
    {
        let (name, text) = (format!("{number}.perf"), &TARGETS[..end]);
        client.open(&name, text);
        let found = client.diagnosed(&name, 1);
        let codes: Vec<&str> = found.as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap()).collect();
        assert!(codes.contains(&"P102"), "{codes:?}");
        let hover = client.ask("textDocument/hover", &name, &position(text, text.find("12 家").unwrap()));
        assert!(hover["contents"]["value"].as_str().unwrap().contains("不少于 12 家"), "{hover}");
        let symbols = client.ask_with("textDocument/documentSymbol", &name, json!({}));
        assert!(symbols[0]["children"].as_array().unwrap().len() > number / 3, "{symbols}");
        let list = client.ask("textDocument/completion", &name, &position(text, text.len()));
        assert!(list["items"].is_array());
    }
}

#[test]
fn a_row_that_is_being_written_is_completed() {
    let mut client = Client::new();
    let text = TARGETS.replace("    校验", "    成本 \"其他费用\" ≤ 5 \n    校验");
    client.open("a.perf", &text);
    let at = text.find("≤ 5 ").unwrap() + "≤ 5 ".len();
    let list = client.ask("textDocument/completion", "a.perf", &position(&text, at));
    let first: Vec<&Value> = list["items"].as_array().unwrap().iter().take(3).map(|item| &item["label"]).collect();
    assert_eq!(
        first,
        ["万元", "元", "%"].map(Value::from).iter().collect::<Vec<_>>(),
        "those of the category, then those used most"
    );
}
