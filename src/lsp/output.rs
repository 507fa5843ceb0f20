//! What goes out.

use std::io::{self, Write};

use gen_lsp_types::{Notification, Request};
use lsp_server::{ErrorCode, RequestId};
use serde::Serialize;

/// Why a request is not answered as it was meant.
#[derive(Debug)]
pub struct Failure {
    /// The protocol's code.
    pub code: ErrorCode,
    /// What it says.
    pub message: String,
}

impl Failure {
    /// A failure of this kind.
    pub fn new(code: ErrorCode, message: impl Into<String>) -> Self {
        Self { code, message: message.into() }
    }
}

/// The way to the editor.
pub struct Output {
    stream: Box<dyn Write>,
    /// How many requests have been sent.
    requests: i32,
}

#[derive(Serialize)]
struct Envelope<M> {
    jsonrpc: &'static str,
    #[serde(flatten)]
    message: M,
}

#[derive(Serialize)]
struct Reply<'r, R> {
    jsonrpc: &'static str,
    id: &'r RequestId,
    result: R,
}

#[derive(Serialize)]
struct Refusal<'r> {
    id: &'r RequestId,
    error: Error<'r>,
}

#[derive(Serialize)]
struct Error<'r> {
    code: i32,
    message: &'r str,
}

#[derive(Serialize)]
struct Call<P> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<i32>,
    method: &'static str,
    params: P,
}

impl Output {
    /// Writes to a stream.
    pub fn new(stream: Box<dyn Write>) -> Self {
        Self { stream, requests: 0 }
    }

    /// Answers a request.
    pub fn reply(&mut self, id: &RequestId, result: &impl Serialize) {
        self.send(&Reply { jsonrpc: "2.0", id, result });
    }

    /// Says why a request is not answered.
    pub fn refuse(&mut self, id: &RequestId, failure: &Failure) {
        let error = Error { code: failure.code as i32, message: &failure.message };
        self.send(&Envelope { jsonrpc: "2.0", message: Refusal { id, error } });
    }

    /// Tells the editor something.
    pub fn notify<N: Notification>(&mut self, params: N::Params) {
        self.send(&Envelope { jsonrpc: "2.0", message: Call { id: None, method: N::METHOD.as_str(), params } });
    }

    /// Asks the editor for something. Its answer is not waited for.
    pub fn request<R: Request>(&mut self, params: R::Params) {
        self.requests += 1;
        let call = Call { id: Some(self.requests), method: R::METHOD.as_str(), params };
        self.send(&Envelope { jsonrpc: "2.0", message: call });
    }

    /// An editor that is gone reads nothing; that it is gone is seen where it writes nothing.
    fn send(&mut self, message: &impl Serialize) {
        drop(self.write(message));
    }

    fn write(&mut self, message: &impl Serialize) -> io::Result<()> {
        let text = serde_json::to_vec(message)?;
        write!(self.stream, "Content-Length: {}\r\n\r\n", text.len())?;
        self.stream.write_all(&text)?;
        self.stream.flush()
    }
}
