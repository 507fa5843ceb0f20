//! Documents and files change.

use serde_json::{Value, json};

use super::{
    RESULTS, TARGETS,
    client::{Client, place},
};
use crate::support::assert_shown;

/// Diagnostics as text: place, severity, code, message, related places.
fn listed(text: &str, found: &Value) -> String {
    let mut lines = String::new();
    for one in found.as_array().unwrap() {
        let message = one["message"].as_str().unwrap().replace('\n', "\n    ");
        lines += &format!(
            "{} {} {}\n    {message}\n",
            place(text, &one["range"]),
            one["severity"],
            one["code"].as_str().unwrap()
        );
        for related in one["relatedInformation"].as_array().into_iter().flatten() {
            let file = related["location"]["uri"].as_str().unwrap().rsplit('/').next().unwrap().to_owned();
            let start = &related["location"]["range"]["start"];
            lines += &format!("    → {file} {start}: {}\n", related["message"].as_str().unwrap());
        }
    }
    lines
}

#[test]
fn diagnostics_have_places_codes_and_help() {
    let mut client = Client::new();
    let text = TARGETS.replace("≥ 12 家", "≥ 12 加").replace("\"合格率\" ≥ 90%", "\"合格率\" ≥ 90% 9");
    let text = text.replace("    成本", "    数量 \"宣传活动\" 3 场\n    成本").replace("的企业", "的𠮷企业");
    client.open("a.perf", &text);
    let found = client.diagnosed("a.perf", 1);
    assert_shown!(listed(&text, &found));
    let href = found[0]["codeDescription"]["href"].as_str().unwrap();
    assert!(href.starts_with("file:///") && href.ends_with("/codes/zh/P301.md"), "{href}");
    let page = client.path("cache").join("perfc").join(env!("CARGO_PKG_VERSION")).join("codes/zh/P301.md");
    assert!(std::fs::read_to_string(page).unwrap().starts_with("# P301"));
}

/// Where the settings tell that the pages are published, the codes link there.
#[test]
fn codes_link_to_published_pages() {
    let mut client = Client::new();
    client.write("perfc.toml", "pages = \"https://example.org/规则\"\n");
    client.open("a.perf", &TARGETS.replace("≥ 12 家", "≥ 12 加"));
    let found = client.diagnosed("a.perf", 1);
    let page = "https://example.org/%E8%A7%84%E5%88%99/zh/P301.html";
    assert_eq!(found[0]["codeDescription"]["href"], page);
    assert!(!client.path("cache").join("perfc").exists());
}

#[test]
fn changes_are_made_in_their_order() {
    let mut client = Client::new();
    client.open("a.perf", "年度 2026\n");
    let at = |line: u32, from: u32, to: u32| json!({ "start": { "line": line, "character": from }, "end": { "line": line, "character": to } });
    client.change(
        "a.perf",
        2,
        json!([
            { "range": at(0, 0, 0), "text": "// 𠮷\n" },
            { "range": at(1, 3, 7), "text": "20x6" },
            { "range": at(0, 3, 5), "text": "吉" },
            { "range": at(9, 9, 9), "text": "标准 无" },
        ]),
    );
    let found = client.diagnosed("a.perf", 2);
    assert_shown!(listed("// 吉\n年度 20x6\n标准 无", &found));
    client.change("a.perf", 3, json!([{ "text": "年度 2026\n" }]));
    assert_eq!(client.diagnosed("a.perf", 3), json!([]));
}

#[test]
fn unsaved_files_go_before_the_disk() {
    let mut client = Client::new();
    client.write("目标.perf", TARGETS);
    client.open("结果.perf", RESULTS);
    let before = client.diagnosed("结果.perf", 1);
    client.open("目标.perf", &TARGETS.replace("支撑工作站", "支持工作站"));
    client.settle();
    let after = client.diagnostics[&client.uri("结果.perf")]["diagnostics"].clone();
    client.notify("textDocument/didClose", json!({ "textDocument": { "uri": client.uri("目标.perf") } }));
    client.settle();
    let closed = client.diagnostics[&client.uri("结果.perf")]["diagnostics"].clone();
    assert_eq!(before, closed);
    assert_shown!(format!("{}---\n{}", listed(RESULTS, &before), listed(RESULTS, &after)));
}

#[test]
fn imported_files_are_watched() {
    let mut client = Client::with(json!({ "workspace": { "didChangeWatchedFiles": { "dynamicRegistration": true } } }));
    client.open("结果.perf", RESULTS);
    let codes = |found: &Value| -> Vec<String> {
        found.as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(codes(&client.diagnosed("结果.perf", 1)), ["P211"]);
    assert_eq!(client.told[0]["method"], "client/registerCapability");
    client.write("目标.perf", TARGETS);
    let changes = json!({ "changes": [{ "uri": client.uri("目标.perf"), "type": 1 }] });
    client.notify("workspace/didChangeWatchedFiles", changes);
    client.settle();
    let found = &client.diagnostics[&client.uri("结果.perf")]["diagnostics"];
    assert!(!codes(found).contains(&"P211".to_owned()), "{found}");
    client.write("perfc.toml", "ignore = [\"P7\"]\nseverty = 1\n");
    let changes = json!({ "changes": [{ "uri": client.uri("perfc.toml"), "type": 1 }] });
    client.notify("workspace/didChangeWatchedFiles", changes);
    client.settle();
    assert_eq!(codes(&client.diagnostics[&client.uri("结果.perf")]["diagnostics"]), Vec::<String>::new());
    assert_eq!(codes(&client.diagnostics[&client.uri("perfc.toml")]["diagnostics"]), ["P911"]);
}

#[test]
fn files_beside_a_file_that_is_opened_on_its_own_are_watched() {
    let watching = json!({ "dynamicRegistration": true, "relativePatternSupport": true });
    let mut client = Client::stranger(&["--lang", "zh"]);
    let capabilities = json!({ "workspace": { "didChangeWatchedFiles": watching } });
    client.request("initialize", json!({ "processId": null, "rootUri": null, "capabilities": capabilities }));
    client.notify("initialized", json!({}));
    client.write("下/目标.perf", TARGETS);
    client.open("结果.perf", &RESULTS.replace("目标.perf", "下/目标.perf"));
    client.settle();
    let watchers = client.told.iter().flat_map(|told| {
        let watchers = &told["params"]["registrations"][0]["registerOptions"]["watchers"];
        watchers.as_array().unwrap().iter().map(|watcher| watcher["globPattern"].clone())
    });
    let beside: Vec<Value> = watchers.filter(Value::is_object).collect();
    let expected = ["", "下"].map(|folder| {
        let folder = client.uri(folder).trim_end_matches('/').to_owned();
        ["*.perf", "perfc.toml"].map(|pattern| json!({ "baseUri": folder, "pattern": pattern }))
    });
    assert_eq!(beside, expected.concat());
    // Once is enough.
    client.change("结果.perf", 2, json!([{ "text": "" }]));
    client.settle();
    assert_eq!(client.told.len(), 3);
}

#[test]
fn what_depends_on_another_file_is_drawn_anew() {
    let support = json!({ "refreshSupport": true });
    let mut client = Client::with(json!({ "workspace": { "inlayHint": support, "codeLens": support } }));
    client.open("目标.perf", TARGETS);
    client.open("结果.perf", RESULTS);
    client.settle();
    let mut asked = |name: &str, text: &str| {
        client.told.clear();
        client.change(name, 2, json!([{ "text": text }]));
        client.settle();
        client.told.iter().map(|told| told["method"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert!(asked("结果.perf", &RESULTS.replace("11 家", "12 家")).is_empty());
    let both = ["workspace/inlayHint/refresh", "workspace/codeLens/refresh"];
    assert_eq!(asked("目标.perf", &TARGETS.replace("12 家", "13 家")), both);
}

#[test]
fn what_is_wrong_in_a_closed_import_is_told_there() {
    let mut client = Client::new();
    client.write("目标.perf", &TARGETS.replace("\"宣传活动\" 4 场", "\"宣传活动 4 场"));
    client.open("结果.perf", RESULTS);
    client.diagnosed("结果.perf", 1);
    client.settle();
    let uri = client.uri("目标.perf");
    assert_eq!(client.diagnostics[&uri]["diagnostics"][0]["code"], "P101");
    client.notify("textDocument/didClose", json!({ "textDocument": { "uri": client.uri("结果.perf") } }));
    client.settle();
    assert_eq!(client.diagnostics[&uri]["diagnostics"], json!([]));
}

#[test]
fn a_text_without_a_file() {
    let mut client = Client::new();
    let document = json!({ "uri": "untitled:Untitled-1", "languageId": "perf", "version": 1, "text": "导入 \"没有.perf\"\n年度 x\n" });
    client.notify("textDocument/didOpen", json!({ "textDocument": document }));
    client.settle();
    assert_eq!(client.diagnostics["untitled:Untitled-1"]["diagnostics"].as_array().unwrap().len(), 2);
}

#[test]
fn a_text_that_looks_like_another_encoding_is_taken_as_it_is() {
    let mut client = Client::new();
    for (name, text) in
        [("a.perf", "a\0b\0"), ("b.perf", "%PDF-1.7"), ("c.perf", "\u{FEFF}年度 x"), ("d.perf", "PK\u{3}\u{4}")]
    {
        client.open(name, text);
        let found = client.diagnosed(name, 1);
        let codes: Vec<&str> = found.as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap()).collect();
        assert!(!codes.contains(&"P001") && !codes.contains(&"P002"), "{name}: {codes:?}");
    }
    let found = client.diagnosed("c.perf", 1);
    assert_eq!(found[0]["range"]["start"], json!({ "line": 0, "character": 4 }));
}
