//! Where names are given and used, and how they are changed.

use serde_json::{Value, json};

use super::{
    RESULTS, TARGETS,
    client::{Client, edited, place},
};
use crate::support::assert_shown;

const COMMON: &str = r#"模板 通用 {
    数量 "共用" 3 个 记作 甲
    校验 甲 <= 10
}
"#;

const USER: &str = r#"导入 "通用.perf"
计量单位 工位
年度 2026
项目 "用" {
    套用 通用 { 数量 “共用” 5 个 记作 甲 }
    数量 "自己" 3 工位 记作 乙
    校验 甲 + 1 <= 乙 / 1 工位
}
实际 "用" {
    甲 4 个
    乙 3 工位
}
"#;

fn client() -> Client {
    let mut client = Client::new();
    for (name, text) in [("目标.perf", TARGETS), ("结果.perf", RESULTS), ("通用.perf", COMMON), ("用.perf", USER)]
    {
        client.write(name, text);
    }
    client.open("目标.perf", TARGETS);
    client.open("用.perf", USER);
    client
}

fn text_of(client: &Client, uri: &str) -> (String, String) {
    let files = [("目标.perf", TARGETS), ("结果.perf", RESULTS), ("通用.perf", COMMON), ("用.perf", USER)];
    let (name, text) = files.into_iter().find(|(name, _)| client.uri(name) == uri).unwrap();
    (name.to_owned(), text.to_owned())
}

fn at(text: &str, piece: &str) -> Value {
    super::client::position(text, text.find(piece).unwrap())
}

#[test]
fn definitions() {
    let mut client = client();
    let mut shown = String::new();
    for (name, text, piece) in [
        ("目标.perf", TARGETS, "站数 *"),
        ("目标.perf", TARGETS, "\"支撑工作站\""),
        ("用.perf", USER, "“共用”"),
        ("用.perf", USER, "甲 4"),
        ("用.perf", USER, "乙 /"),
        ("用.perf", USER, "\"用\" {\n    甲"),
        ("用.perf", USER, "通用 {"),
        ("用.perf", USER, "工位\n}"),
        ("用.perf", USER, "通用.perf"),
        ("用.perf", USER, "2026"),
    ] {
        let answer = client.ask("textDocument/definition", name, &at(text, piece));
        let piece = piece.lines().next().unwrap();
        shown += &match answer["uri"].as_str() {
            Some(uri) => {
                let (file, text) = text_of(&client, uri);
                format!("{piece} → {file} {}\n", place(&text, &answer["range"]))
            }
            None => format!("{piece} → nothing\n"),
        };
    }
    assert_shown!(shown);
}

#[test]
fn references() {
    let mut client = client();
    let mut shown = String::new();
    for (name, text, piece) in [
        ("目标.perf", TARGETS, "每站费用 ≤"),
        ("目标.perf", TARGETS, "\"宣传活动\""),
        ("目标.perf", TARGETS, "\"宣传\" {"),
        ("用.perf", USER, "甲 +"),
        ("用.perf", USER, "“共用”"),
        ("用.perf", USER, "通用 {"),
    ] {
        let params = json!({ "position": at(text, piece), "context": { "includeDeclaration": true } });
        let list = client.ask_with("textDocument/references", name, params);
        shown += &format!("== {piece}\n");
        for location in list.as_array().unwrap() {
            let (file, text) = text_of(&client, location["uri"].as_str().unwrap());
            shown += &format!("{file} {}\n", place(&text, &location["range"]));
        }
        let params = json!({ "position": at(text, piece), "context": { "includeDeclaration": false } });
        let others = client.ask_with("textDocument/references", name, params);
        shown += &format!("{} of them no declaration\n", others.as_array().unwrap().len());
    }
    assert_shown!(shown);
}

/// The answer to a rename of what stands at a piece of a file.
fn rename(client: &mut Client, name: &str, text: &str, piece: &str, new: &str) -> Value {
    let document = json!({ "uri": client.uri(name) });
    let params = json!({ "textDocument": document, "position": at(text, piece), "newName": new });
    client.try_request("textDocument/rename", params)
}

/// All files as they are after a rename.
fn renamed(client: &Client, edit: &Value) -> String {
    let mut shown = String::new();
    let changes = edit["changes"].as_object().unwrap();
    let mut uris: Vec<&String> = changes.keys().collect();
    uris.sort();
    for uri in uris {
        let (file, text) = text_of(client, uri);
        let new = edited(&text, &changes[uri]);
        let lines = text.lines().zip(new.lines()).filter(|(old, new)| old != new);
        let lines: String = lines.map(|(_, new)| format!("{}\n", new.trim())).collect();
        shown += &format!("{file}\n{lines}");
    }
    shown
}

#[test]
fn renames() {
    let mut client = client();
    let mut shown = String::new();
    for (name, text, piece, new) in [
        ("目标.perf", TARGETS, "站数 *", "工作站数"),
        ("目标.perf", TARGETS, "\"支撑工作站\"", "支持“工作站”"),
        ("目标.perf", TARGETS, "\"宣传\" {", "政策宣传"),
        ("用.perf", USER, "甲 +", "丙"),
        ("用.perf", USER, "“共用”", "大家用"),
        ("用.perf", USER, "通用 {", "公用"),
    ] {
        let ready = client.ask("textDocument/prepareRename", name, &at(text, piece));
        shown += &format!("== {piece}: {} → {new}\n", ready["placeholder"]);
        let answer = rename(&mut client, name, text, piece, new);
        shown += &renamed(&client, &answer["result"]);
    }
    assert_shown!(shown);
}

#[test]
fn a_name_that_is_taken_is_refused() {
    let mut client = client();
    let template = "模板 共有 {\n    数量 \"子\" 3 个 记作 子\n}\n模板 别的 { 数量 \"卯\" 3 个 }\n";
    let user = "导入 \"共有.perf\"\n项目 \"寅\" {\n    套用 共有\n    数量 \"丑\" 3 个 记作 丑\n}\n项目 \"辰\" { 数量 \"巳\" 3 个 }\n";
    client.write("乙.perf", user);
    client.write("共有.perf", template);
    client.open("共有.perf", template);
    client.open("丙.perf", &user.replace("项目 \"寅\"", "项目 \"午\""));
    let mut shown = String::new();
    for (name, text, piece, new) in [
        ("目标.perf", TARGETS, "站数 *", "每站费用"),
        ("目标.perf", TARGETS, "站数 *", "财政资金"),
        ("目标.perf", TARGETS, "\"支撑工作站\"", "宣传活动"),
        // Another category, another indicator.
        ("目标.perf", TARGETS, "\"支撑工作站\"", "合格率"),
        ("目标.perf", TARGETS, "\"支撑工作站\"", "支撑工作站"),
        // In files that use the template and do not say its name themselves.
        ("共有.perf", template, "子\n", "丑"),
        ("共有.perf", template, "\"子\"", "丑"),
        ("共有.perf", template, "共有", "别的"),
        ("丙.perf", user, "\"辰\"", "午"),
        ("丙.perf", user, "\"辰\"", "寅"),
    ] {
        let answer = rename(&mut client, name, text, piece, new);
        let told = answer["error"]["message"].as_str().unwrap_or("renamed");
        shown += &format!("{} → {new}: {told}\n", piece.lines().next().unwrap());
    }
    assert_shown!(shown);
}

#[test]
fn what_cannot_be_called_so_is_refused() {
    let mut client = client();
    for (piece, new) in [("站数 *", "两个 词"), ("站数 *", "预算"), ("\"支撑工作站\"", " "), ("\"宣传\" {", "一\n二")]
    {
        let answer = rename(&mut client, "目标.perf", TARGETS, piece, new);
        assert_eq!(answer["error"]["code"], -32803, "{piece} {answer}");
    }
    let nothing = client.ask("textDocument/prepareRename", "目标.perf", &at(TARGETS, "2026"));
    assert_eq!(nothing, Value::Null);
}

#[test]
fn highlights() {
    let mut client = client();
    let list = client.ask("textDocument/documentHighlight", "目标.perf", &at(TARGETS, "站数 *"));
    let shown: Vec<String> = list
        .as_array()
        .unwrap()
        .iter()
        .map(|one| format!("{} {}", one["kind"], place(TARGETS, &one["range"])))
        .collect();
    assert_eq!(shown, ["3 10:26-10:28 `站数`", "2 20:20-20:22 `站数`"]);
}
