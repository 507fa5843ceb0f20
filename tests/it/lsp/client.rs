//! An editor as far as the tests need one.

use std::{
    collections::HashMap,
    io::{BufReader, Write},
    path::{Path, PathBuf},
    process::{Child, ChildStdin, Command, ExitStatus, Stdio},
    sync::mpsc::{Receiver, channel},
    thread,
    time::Duration,
};

use serde_json::{Value, json};

/// The cursor in the texts of tests.
pub const CURSOR: char = '‸';

/// How long an answer may take before the server counts as stuck.
const PATIENCE: Duration = Duration::from_secs(60);

/// A server and the way to it.
pub struct Client {
    child: Child,
    input: Option<ChildStdin>,
    messages: Receiver<Value>,
    requests: i64,
    /// The last diagnostics of each document.
    pub diagnostics: HashMap<String, Value>,
    /// What the server asked or told beside them.
    pub told: Vec<Value>,
    folder: tempfile::TempDir,
}

impl Client {
    /// A server that has been greeted, in a folder of its own, speaking Chinese and counting in UTF-16.
    pub fn new() -> Self {
        Self::with(json!({ "textDocument": { "completion": { "completionItem": { "snippetSupport": true } } } }))
    }

    /// The same with these capabilities.
    pub fn with(capabilities: Value) -> Self {
        let mut client = Self::stranger(&["--lang", "zh"]);
        client.greet(capabilities, Value::Null);
        client
    }

    /// A server that has not been greeted.
    pub fn stranger(arguments: &[&str]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut child = Command::new(env!("CARGO_BIN_EXE_perfc"))
            .arg("lsp")
            .args(arguments)
            .current_dir(folder.path())
            .env("XDG_CACHE_HOME", folder.path().join("cache"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let (sender, messages) = channel();
        let mut output = BufReader::new(child.stdout.take().unwrap());
        thread::spawn(move || {
            while let Some(message) = read(&mut output) {
                if sender.send(message).is_err() {
                    return;
                }
            }
        });
        let input = child.stdin.take();
        let (diagnostics, told) = (HashMap::new(), Vec::new());
        Self { child, input, messages, requests: 0, diagnostics, told, folder }
    }

    /// Greets the server; answers what it can do.
    pub fn greet(&mut self, capabilities: Value, options: Value) -> Value {
        let root = self.uri("");
        let params = json!({
            "processId": null, "rootUri": root.trim_end_matches('/'), "capabilities": capabilities,
            "initializationOptions": options,
        });
        let answer = self.request("initialize", params);
        self.notify("initialized", json!({}));
        answer
    }

    /// The path of a file in the server's folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().canonicalize().unwrap().join(name)
    }

    /// The URI of a file in the server's folder.
    pub fn uri(&self, name: &str) -> String {
        uri(&self.path(name))
    }

    /// Writes a file into the server's folder.
    pub fn write(&self, name: &str, text: &str) {
        std::fs::create_dir_all(self.path(name).parent().unwrap()).unwrap();
        std::fs::write(self.path(name), text).unwrap();
    }

    /// Opens a document; the answer is its text without cursors and their positions, counted in UTF-16.
    pub fn open(&mut self, name: &str, marked: &str) -> Vec<Value> {
        let (text, positions) = unmarked(marked);
        let document = json!({ "uri": self.uri(name), "languageId": "perf", "version": 1, "text": text });
        self.notify("textDocument/didOpen", json!({ "textDocument": document }));
        positions
    }

    /// Makes changes to a document.
    pub fn change(&mut self, name: &str, version: i64, changes: Value) {
        let document = json!({ "uri": self.uri(name), "version": version });
        let params = json!({ "textDocument": document, "contentChanges": changes });
        self.notify("textDocument/didChange", params);
    }

    /// Asks something about a place.
    pub fn ask(&mut self, method: &str, name: &str, position: &Value) -> Value {
        self.ask_with(method, name, json!({ "position": position }))
    }

    /// Asks something about a document.
    pub fn ask_with(&mut self, method: &str, name: &str, mut params: Value) -> Value {
        params["textDocument"] = json!({ "uri": self.uri(name) });
        self.request(method, params)
    }

    /// Asks; the answer is the result.
    ///
    /// # Panics
    /// Where the server refuses.
    #[track_caller]
    pub fn request(&mut self, method: &str, params: Value) -> Value {
        let answer = self.try_request(method, params);
        assert!(answer.get("error").is_none(), "{method}: {answer}");
        answer["result"].clone()
    }

    /// Asks; the answer is the whole of it.
    pub fn try_request(&mut self, method: &str, params: Value) -> Value {
        let id = self.send_request(method, params);
        self.answer(id)
    }

    /// Asks and does not wait.
    pub fn send_request(&mut self, method: &str, params: Value) -> i64 {
        self.requests += 1;
        self.send(&json!({ "jsonrpc": "2.0", "id": self.requests, "method": method, "params": params }));
        self.requests
    }

    /// Waits for the answer to a request.
    pub fn answer(&mut self, id: i64) -> Value {
        loop {
            let message = self.next();
            if message["id"] == json!(id) && message.get("method").is_none() {
                return message;
            }
            self.take_in(message);
        }
    }

    /// Tells something.
    pub fn notify(&mut self, method: &str, params: Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    /// Waits for the diagnostics of a version of a document.
    pub fn diagnosed(&mut self, name: &str, version: i64) -> Value {
        let uri = self.uri(name);
        loop {
            if let Some(found) = self.diagnostics.get(&uri).filter(|found| found["version"] == json!(version)) {
                return found["diagnostics"].clone();
            }
            let message = self.next();
            self.take_in(message);
        }
    }

    /// Waits until the server has nothing more to tell: it has answered a request that came behind all others, and
    /// published what it found before.
    pub fn settle(&mut self) {
        // Requests of the same loop are answered first; what was changed is told when nothing else waits.
        thread::sleep(Duration::from_millis(50));
        self.try_request("perfc/nothing", Value::Null);
        while let Ok(message) = self.messages.recv_timeout(Duration::from_millis(100)) {
            self.take_in(message);
        }
    }

    /// Writes bytes that need be no message.
    pub fn write_raw(&mut self, bytes: &[u8]) {
        let input = self.input.as_mut().unwrap();
        input.write_all(bytes).unwrap();
        input.flush().unwrap();
    }

    /// Says goodbye.
    pub fn leave(mut self) -> ExitStatus {
        self.request("shutdown", Value::Null);
        self.notify("exit", Value::Null);
        self.input = None;
        self.child.wait().unwrap()
    }

    /// Goes without a word.
    pub fn vanish(mut self) -> ExitStatus {
        self.input = None;
        self.child.wait().unwrap()
    }

    /// The memory that the server has, in KB; `None` where the system does not tell.
    pub fn memory(&self) -> Option<usize> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).ok()?;
        let line = status.lines().find(|line| line.starts_with("VmRSS"))?;
        line.split_whitespace().nth(1)?.parse().ok()
    }

    fn send(&mut self, message: &Value) {
        let text = message.to_string();
        self.write_raw(format!("Content-Length: {}\r\n\r\n{text}", text.len()).as_bytes());
    }

    fn next(&mut self) -> Value {
        self.messages.recv_timeout(PATIENCE).expect("the server is stuck or gone")
    }

    fn take_in(&mut self, message: Value) {
        if message["method"] == "textDocument/publishDiagnostics" {
            let uri = message["params"]["uri"].as_str().unwrap().to_owned();
            self.diagnostics.insert(uri, message["params"].clone());
        } else {
            self.told.push(message);
        }
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        self.input = None;
        // A test that failed leaves no server behind.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn read(stream: &mut impl std::io::BufRead) -> Option<Value> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        if stream.read_line(&mut line).ok()? == 0 {
            return None;
        }
        match line.trim_end().split_once(": ") {
            Some(("Content-Length", number)) => length = number.parse().ok()?,
            _ if line.trim().is_empty() => break,
            _ => {}
        }
    }
    let mut text = vec![0; length];
    stream.read_exact(&mut text).ok()?;
    serde_json::from_slice(&text).ok()
}

fn uri(path: &Path) -> String {
    perfc::diagnostic::render::uri::uri(&path.to_string_lossy())
}

/// A text without its cursors, and where they stand.
pub fn unmarked(marked: &str) -> (String, Vec<Value>) {
    let mut pieces = marked.split(CURSOR);
    let mut text = pieces.next().unwrap_or_default().to_owned();
    let mut positions = Vec::new();
    for piece in pieces {
        positions.push(position(&text, text.len()));
        text.push_str(piece);
    }
    (text, positions)
}

/// Where an offset lies, counted in UTF-16.
pub fn position(text: &str, offset: usize) -> Value {
    let line = text[..offset].matches('\n').count();
    let start = text[..offset].rfind('\n').map_or(0, |end| end + 1);
    json!({ "line": line, "character": text[start..offset].encode_utf16().count() })
}

/// Where a position lies, counted in UTF-16.
pub fn offset(text: &str, position: &Value) -> usize {
    let line = position["line"].as_u64().unwrap() as usize;
    let start = text.split_inclusive('\n').take(line).map(str::len).sum::<usize>();
    let mut left = position["character"].as_u64().unwrap() as usize;
    let rest = text[start..].char_indices();
    for (at, character) in rest {
        if left == 0 {
            return start + at;
        }
        left = left.checked_sub(character.len_utf16()).expect("a position between characters");
    }
    text.len()
}

/// A text with edits made, all of which speak of the text as it was.
pub fn edited(text: &str, edits: &Value) -> String {
    let mut edits: Vec<(usize, usize, &str)> = edits
        .as_array()
        .unwrap()
        .iter()
        .map(|edit| {
            let range = &edit["range"];
            (offset(text, &range["start"]), offset(text, &range["end"]), edit["newText"].as_str().unwrap())
        })
        .collect();
    edits.sort_by_key(|(start, ..)| std::cmp::Reverse(*start));
    let mut text = text.to_owned();
    for (start, end, new) in edits {
        text.replace_range(start..end, new);
    }
    text
}

/// A range in a text as people write it: `3:5-3:9`, counted from 1, with what stands there.
pub fn place(text: &str, range: &Value) -> String {
    let number = |value: &Value| value.as_u64().unwrap() + 1;
    let point = |point: &Value| format!("{}:{}", number(&point["line"]), number(&point["character"]));
    let slice = &text[offset(text, &range["start"])..offset(text, &range["end"])];
    format!("{}-{} `{}`", point(&range["start"]), point(&range["end"]), slice.replace('\n', "⏎"))
}
