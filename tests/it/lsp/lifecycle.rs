//! Greeting, leaving, and what is no message at all.

use serde_json::{Value, json};

use super::client::Client;
use crate::support::assert_shown;

#[test]
fn capabilities() {
    let mut client = Client::stranger(&["--lang", "zh"]);
    let answer = client.greet(json!({}), Value::Null);
    let text = serde_json::to_string_pretty(&answer).unwrap();
    assert_shown!(text.replace(env!("CARGO_PKG_VERSION"), "VERSION"));
    assert!(client.leave().success());
}

#[test]
fn the_first_encoding_that_is_known_is_taken() {
    for (offered, chosen) in [
        (json!(["utf-8", "utf-16"]), "utf-8"),
        (json!(["utf-32"]), "utf-32"),
        (json!(["utf-7", "utf-16"]), "utf-16"),
        (Value::Null, "utf-16"),
    ] {
        let mut client = Client::stranger(&[]);
        let answer = client.greet(json!({ "general": { "positionEncodings": offered } }), Value::Null);
        assert_eq!(answer["capabilities"]["positionEncoding"], chosen);
    }
}

#[test]
fn what_comes_too_early_or_too_late_is_refused() {
    let mut client = Client::stranger(&[]);
    assert_eq!(client.try_request("textDocument/hover", json!({}))["error"]["code"], -32002);
    client.greet(json!({}), Value::Null);
    assert_eq!(client.try_request("initialize", json!({}))["error"]["code"], -32600);
    client.request("shutdown", Value::Null);
    assert_eq!(client.try_request("textDocument/hover", json!({}))["error"]["code"], -32600);
    client.notify("exit", Value::Null);
    assert!(client.vanish().success());
}

#[test]
fn an_editor_that_vanishes_is_told_apart_from_one_that_leaves() {
    assert!(Client::new().leave().success());
    assert!(!Client::new().vanish().success());
}

#[test]
fn nonsense_ends_nothing() {
    let mut client = Client::new();
    client.write_raw(b"Content-Length: 9\r\n\r\nno JSON..");
    client.write_raw(b"Content-Length: 2\r\n\r\n{}");
    client.write_raw(b"Content-Length: 24\r\n\r\n{\"method\":\"no/such/one\"}\n"[..46].as_ref());
    client.notify("textDocument/didOpen", json!({ "textDocument": 7 }));
    assert_eq!(client.try_request("textDocument/hover", json!({ "textDocument": 7 }))["error"]["code"], -32602);
    assert_eq!(client.try_request("no/such", json!({}))["error"]["code"], -32601);
    let elsewhere =
        json!({ "textDocument": { "uri": "file:///no/where.perf" }, "position": { "line": 9, "character": 9 } });
    assert_eq!(client.request("textDocument/hover", elsewhere), Value::Null);
    assert!(client.leave().success());
}

#[test]
fn the_language_is_chosen() {
    let said = |arguments: &[&str], options: Value, settings: &str| {
        let mut client = Client::stranger(arguments);
        client.write("perfc.toml", settings);
        client.greet(json!({}), options);
        client.open("a.perf", "标准 不知道\n");
        let found = client.diagnosed("a.perf", 1);
        if found[0]["message"].as_str().unwrap().starts_with(|c: char| c.is_ascii()) { "en" } else { "zh" }
    };
    assert_eq!(said(&["--lang", "zh"], json!({ "lang": "en" }), ""), "en");
    assert_eq!(said(&["--lang", "zh"], Value::Null, "language = \"en\""), "zh");
    assert_eq!(said(&[], Value::Null, "language = \"zh\""), "zh");
}

#[test]
fn the_language_changes_with_the_settings() {
    let mut client = Client::new();
    client.open("a.perf", "标准 不知道\n");
    let before = client.diagnosed("a.perf", 1);
    client.notify("workspace/didChangeConfiguration", json!({ "settings": { "perfc": { "lang": "en" } } }));
    client.settle();
    let after = &client.diagnostics[&client.uri("a.perf")]["diagnostics"];
    assert_ne!(before[0]["message"], after[0]["message"]);
    assert_eq!(before[0]["code"], after[0]["code"]);
}

#[test]
fn a_request_that_is_taken_back_is_not_answered() {
    let mut client = Client::new();
    client.open("a.perf", &"// 空\n".repeat(20_000));
    let first =
        client.send_request("textDocument/foldingRange", json!({ "textDocument": { "uri": client.uri("a.perf") } }));
    let second = client.send_request("workspace/symbol", json!({ "query": "" }));
    client.notify("$/cancelRequest", json!({ "id": second }));
    assert!(client.answer(first)["error"].is_null());
    // The answer may be on its way already; else it is refused.
    let answer = client.answer(second);
    assert!(answer["error"]["code"] == -32800 || answer["result"].is_array(), "{answer}");
}
