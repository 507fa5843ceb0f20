//! Tens of thousands of random edits: at the end the server has the text and the findings that a fresh start has.
//!
//! `PERFC_SOAK` is how many edits are made in each encoding, `PERFC_SEED` where chance begins; both are printed.

use perfc::{
    compile::{Count, compile},
    model::NoFiles,
    source::{Range, Source, Units},
};
use serde_json::{Value, json};

use super::{TARGETS, client::Client};

/// How many edits are made in the whole test run.
const FEW: usize = 600;

/// A small generator of chance, the same everywhere (SplitMix64).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }

    fn of<'t>(&mut self, list: &[&'t str]) -> &'t str {
        list[self.below(list.len())]
    }
}

/// What is written: pieces of the language, and what breaks it.
const PIECES: &[&str] = &[
    "数量 \"新的\" ≥ 3 家\n",
    "校验 站数 <= 3\n",
    "{",
    "}",
    "\"",
    "“",
    "”",
    "\n",
    "\r\n",
    "\r",
    "𠮷",
    "é",
    "\u{200B}",
    " ",
    "//",
    "/*",
    "*/",
    "12",
    "万元",
    "(",
    ")",
    ";",
    "项目 \"另一个\" {\n",
    "记作 站数",
    "≥",
    "=>",
    "2026-11",
    "",
    "",
    "",
    "年度 2025\n",
    "套用 无\n",
    "‼",
];

fn setting(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

fn position(source: &Source, offset: u32, units: Units) -> Value {
    let (line, character) = source.lines().column(&source.text, offset, units);
    json!({ "line": line, "character": character })
}

/// Makes one edit, in the text here and in that of the server.
fn edit(chance: &mut Chance, source: &mut Source, units: Units) -> Value {
    let text = &source.text;
    let start = text.floor_char_boundary(chance.below(text.len() + 1));
    // Texts stay small: what is taken away grows with them.
    let most = if text.len() > 3_000 { 400 } else { 12 };
    let length = if chance.below(3) == 0 { chance.below(most) } else { 0 };
    let end = text.floor_char_boundary((start + length).min(text.len())).max(start);
    // Between the two halves of a line end no editor has a position.
    let is_inside = |at: usize| text[..at].ends_with('\r') && text[at..].starts_with('\n');
    let (start, end) = (start - usize::from(is_inside(start)), end + usize::from(is_inside(end)));
    let new = chance.of(PIECES);
    let (from, to) = (position(source, start as u32, units), position(source, end as u32, units));
    source.edit(Range::new(start as u32, end as u32), new);
    json!({ "range": { "start": from, "end": to }, "text": new })
}

/// What a fresh compilation finds, as the server tells it.
fn fresh(source: &Source, units: Units) -> Vec<(String, Value, Value)> {
    let bytes = [b"\xEF\xBB\xBF", source.text.as_bytes()].concat();
    let compiled = compile("a.perf", bytes, &NoFiles, Count::default());
    let finding = |finding: &perfc::diagnostic::Diagnostic| {
        let range = finding.span().range;
        (finding.code.rule().code.to_owned(), position(source, range.start, units), position(source, range.end, units))
    };
    compiled.findings.iter().map(finding).collect()
}

fn told(found: &Value) -> Vec<(String, Value, Value)> {
    let one = |one: &Value| {
        (one["code"].as_str().unwrap().to_owned(), one["range"]["start"].clone(), one["range"]["end"].clone())
    };
    found.as_array().unwrap().iter().map(one).collect()
}

fn soak(encoding: &str, units: Units) {
    let count = setting("PERFC_SOAK").map_or(FEW, |count| count as usize);
    let seed = setting("PERFC_SEED").unwrap_or(20_260_101);
    println!("PERFC_SOAK={count} PERFC_SEED={seed} {encoding}");
    let mut client = Client::with(json!({ "general": { "positionEncodings": [encoding] } }));
    let mut chance = Chance(seed);
    let mut source = Source::new("a.perf", TARGETS);
    client.open("a.perf", TARGETS);
    let mut memory = None;
    for number in 0..count {
        let edits: Vec<Value> = (0..=chance.below(3)).map(|_| edit(&mut chance, &mut source, units)).collect();
        let version = number as i64 + 2;
        client.change("a.perf", version, json!(edits));
        if number % 20 == 0 {
            let at =
                position(&source, source.text.floor_char_boundary(chance.below(source.text.len() + 1)) as u32, units);
            for method in ["textDocument/hover", "textDocument/completion", "textDocument/documentHighlight"] {
                client.ask(method, "a.perf", &at);
            }
            client.ask_with("textDocument/semanticTokens/full", "a.perf", json!({}));
            client.ask_with(
                "textDocument/formatting",
                "a.perf",
                json!({ "options": { "tabSize": 4, "insertSpaces": true } }),
            );
        }
        if number % 100 == 0 || number + 1 == count {
            let found = client.diagnosed("a.perf", version);
            assert_eq!(told(&found), fresh(&source, units), "after {version}:\n{}", source.text);
        }
        // The memory is full when the server has seen everything once.
        if number == count / 4 {
            memory = client.memory();
        }
    }
    if let (Some(before), Some(after)) = (memory, client.memory()) {
        println!("memory {before} KB, at the end {after} KB");
        assert!(after < before * 3 / 2 + 8_000, "memory grows: {before} KB, then {after} KB");
    }
    assert!(client.leave().success());
}

#[test]
fn edits_in_utf8() {
    soak("utf-8", Units::Utf8);
}

#[test]
fn edits_in_utf16() {
    soak("utf-16", Units::Utf16);
}

#[test]
fn edits_in_utf32() {
    soak("utf-32", Units::Utf32);
}
