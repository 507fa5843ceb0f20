//! From a keystroke to its diagnostics, over the wire, and what else an editor waits for.
//!
//! `cargo bench --bench lsp`; `-- --edits 100000` also tells how memory goes over so many edits. The figures and how to
//! read them: docs/performance.md. Each time stands beside that of compiling the same text in this process.

#![allow(clippy::disallowed_methods, reason = "it reads how much memory the server has")]

mod support;

use std::{
    fmt::Write as _,
    hint::black_box,
    io::{BufRead, BufReader, Read, Write},
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
    time::{Duration, Instant},
};

use perfc::{
    compile::{Count, compile},
    model::NoFiles,
};
use serde_json::{Value, json};
use support::corpus;

const URI: &str = "file:///nowhere/bench.perf";

/// A server and the way to it.
struct Client {
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
    requests: i64,
}

impl Client {
    fn new() -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_perfc"))
            .args(["lsp", "--lang", "zh"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the program was built for this");
        let input = child.stdin.take().expect("it is piped");
        let output = BufReader::new(child.stdout.take().expect("it is piped"));
        let mut client = Self { child, input, output, requests: 0 };
        client.ask("initialize", json!({ "processId": null, "rootUri": null, "capabilities": {} }));
        client.tell("initialized", json!({}));
        client
    }

    fn open(&mut self, text: &str) {
        let document = json!({ "uri": URI, "languageId": "perf", "version": 0, "text": text });
        self.tell("textDocument/didOpen", json!({ "textDocument": document }));
        self.diagnosed(0);
    }

    /// One letter is written at a place.
    fn write(&mut self, version: i64, line: usize, character: usize, letter: &str, replaced: usize) {
        let start = json!({ "line": line, "character": character });
        let end = json!({ "line": line, "character": character + replaced });
        let changes = json!([{ "range": { "start": start, "end": end }, "text": letter }]);
        let document = json!({ "uri": URI, "version": version });
        self.tell("textDocument/didChange", json!({ "textDocument": document, "contentChanges": changes }));
    }

    fn ask(&mut self, method: &str, params: Value) {
        self.requests += 1;
        self.send(&json!({ "jsonrpc": "2.0", "id": self.requests, "method": method, "params": params }));
        let id = format!("\"id\":{}", self.requests);
        while !begin(&self.receive(), 60).contains(&id) {}
    }

    fn tell(&mut self, method: &str, params: Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    fn diagnosed(&mut self, version: i64) {
        let wanted = format!("\"version\":{version},\"diagnostics\"");
        while !begin(&self.receive(), 400).contains(&wanted) {}
    }

    fn send(&mut self, message: &Value) {
        let text = message.to_string();
        let sent = write!(self.input, "Content-Length: {}\r\n\r\n{text}", text.len()).and_then(|()| self.input.flush());
        sent.expect("the server listens");
    }

    fn receive(&mut self) -> String {
        let mut length = 0;
        loop {
            let mut line = String::new();
            self.output.read_line(&mut line).expect("the server is there");
            assert!(!line.is_empty(), "the server is gone");
            match line.trim_end().split_once(": ") {
                Some(("Content-Length", number)) => length = number.parse().expect("a number"),
                _ if line.trim().is_empty() => break,
                _ => {}
            }
        }
        let mut text = vec![0; length];
        self.output.read_exact(&mut text).expect("the server is there");
        String::from_utf8_lossy(&text).into_owned()
    }

    /// The memory of the server in MB, where the system tells.
    fn memory(&self) -> f64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap_or_default();
        let line = status.lines().find(|line| line.starts_with("VmRSS"));
        let number = line.and_then(|line| line.split_whitespace().nth(1)?.parse::<f64>().ok());
        number.unwrap_or(f64::NAN) / 1024.0
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// The begin of a message, in which its number stands.
fn begin(message: &str, length: usize) -> &str {
    &message[..message.floor_char_boundary(length)]
}

/// Median, 99th of a hundred, and the worst, in milliseconds.
fn spread(mut times: Vec<Duration>) -> String {
    times.sort();
    let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize].as_secs_f64() * 1e3;
    format!("{:8.2} {:8.2} {:8.2}", at(0.5), at(0.99), at(1.0))
}

fn timed(action: impl FnOnce()) -> Duration {
    let start = Instant::now();
    action();
    start.elapsed()
}

/// A text of one project with so many indicators, a mistake in each hundredth.
fn one_project(rows: usize) -> String {
    let mut text = "标准 mof-2020\n预算单位 610101 \"某局\"\n年度 2026\n项目 \"一个大项目\" {\n    预算 100 万元\n    用途 \"…\"\n    目标 \"…\"\n".to_owned();
    for number in 0..rows {
        let unit = if number.is_multiple_of(100) { "加" } else { "家" };
        let _ = writeln!(
            text,
            "    数量 \"支撑服务知识产权保护工作站和维权援助中心第{number}处\" ≥ {number} {unit} 记作 站{number}"
        );
    }
    text + "}\n"
}

fn measure(name: &str, text: &str, edits: usize) {
    let mut client = Client::new();
    client.open(text);
    let lines: Vec<&str> = text.lines().collect();
    let row = (lines.len() / 2..).find(|line| lines[*line].contains(" \"")).expect("there are rows below the middle");
    let character = lines[row].chars().take_while(|c| *c != '"').count() + 2;
    let alone = (0..20)
        .map(|_| timed(|| drop(black_box(compile("a.perf", text.into(), &NoFiles, Count::default())))))
        .collect();
    println!("{name}: {} KB, {} lines", text.len() / 1000, lines.len());
    println!("  {:42}   median      p99    worst  (ms)", "");
    println!("  {:42} {}", "compile alone", spread(alone));
    let keystroke = |number: usize, client: &mut Client| {
        let (letter, replaced) = if number.is_multiple_of(2) { ("新", 0) } else { ("", 1) };
        client.write(number as i64 + 1, row, character, letter, replaced);
        client.diagnosed(number as i64 + 1);
    };
    let times = (0..edits).map(|number| timed(|| keystroke(number, &mut client))).collect();
    println!("  {:42} {}", "a keystroke to its diagnostics", spread(times));
    let place = json!({ "textDocument": { "uri": URI }, "position": { "line": row, "character": character } });
    let screen = json!({ "start": { "line": row, "character": 0 }, "end": { "line": row + 60, "character": 0 } });
    for method in ["hover", "completion", "documentHighlight", "documentSymbol", "foldingRange", "codeLens"] {
        let times = (0..20).map(|_| timed(|| client.ask(&format!("textDocument/{method}"), place.clone()))).collect();
        println!("  {:42} {}", method, spread(times));
    }
    for method in ["semanticTokens/full", "semanticTokens/range", "inlayHint", "codeAction"] {
        let params = json!({ "textDocument": { "uri": URI }, "range": screen, "context": { "diagnostics": [] } });
        let times = (0..20).map(|_| timed(|| client.ask(&format!("textDocument/{method}"), params.clone()))).collect();
        println!("  {:42} {}", method, spread(times));
    }
    println!("  {:42} {:8.1} MB", "memory", client.memory());
}

fn memory(edits: usize) {
    let text = corpus::source(10_000, 1);
    let mut client = Client::new();
    client.open(&text);
    let row = text.lines().position(|line| line.contains(" \"")).expect("there are rows");
    let character = text.lines().nth(row).map_or(0, |line| line.chars().take_while(|c| *c != '"').count() + 2);
    for number in 0..=edits {
        let (letter, replaced) = if number.is_multiple_of(2) { ("新", 0) } else { ("", 1) };
        client.write(number as i64 + 1, row, character, letter, replaced);
        client.diagnosed(number as i64 + 1);
        if number.is_multiple_of((edits / 10).max(1)) {
            println!("  after {number:7} edits of 10 KB {:8.1} MB", client.memory());
        }
    }
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let edits = arguments.iter().position(|word| word == "--edits").and_then(|at| arguments.get(at + 1)?.parse().ok());
    measure("a typical file", &corpus::source(10_000, 1), 2_000);
    measure("a file of 1 MB", &corpus::source(1_000_000, 1), 400);
    measure("one project of 10,000 indicators", &one_project(10_000), 400);
    if let Some(edits) = edits {
        memory(edits);
    }
}
