//! The loop: one message after the other, and what was found in between.

use std::{
    collections::BTreeSet,
    panic::{AssertUnwindSafe, catch_unwind},
    path::PathBuf,
};

use gen_lsp_types::{InitializeParams, LogMessageNotification, LogMessageParams, MessageType};
use lsp_server::{ErrorCode, Message, Notification, Request, RequestId};
use perfc::diagnostic::Lang;
use serde::de::DeserializeOwned;
use serde_json::{Value, value::RawValue};

use super::{
    capabilities,
    client::Client,
    documents::Documents,
    inbox::{Inbox, Incoming, Next},
    output::{Failure, Output},
    requests,
};
use crate::cli::language;

/// How far an editor and the server have come with each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Phase {
    /// They do not know each other.
    New,
    /// They talk.
    Open,
    /// The editor has said goodbye.
    Closed,
}

/// The server of one editor.
pub struct Server {
    /// What has come.
    pub inbox: Inbox,
    /// The way out.
    pub output: Output,
    /// The editor.
    pub client: Client,
    /// The documents that it has open.
    pub documents: Documents,
    /// The document that changed last: what is found in it is told first.
    pub current: String,
    /// Whether a document has changed by another one, of which the editor knows nothing that drew it.
    pub is_drawn_stale: bool,
    /// The folders beside those of the editor whose files it tells of.
    pub watched: BTreeSet<PathBuf>,
    /// The language that the command line asks for.
    asked: Option<Lang>,
    phase: Phase,
}

impl Server {
    /// A server that knows nobody yet.
    pub fn new(inbox: Inbox, output: Output, asked: Option<Lang>) -> Self {
        let (client, documents) = (Client::default(), Documents::default());
        let (current, watched) = (String::new(), BTreeSet::new());
        Self { inbox, output, client, documents, current, is_drawn_stale: false, watched, asked, phase: Phase::New }
    }

    /// Serves until the editor is gone; whether it said goodbye before.
    pub fn serve(&mut self) -> bool {
        loop {
            // What is found is told when nothing else waits: of several changes in a row the last one counts.
            let wait = !self.documents.iter().any(|document| !document.is_told);
            match self.inbox.next(wait) {
                Next::Incoming(Incoming::Message(Message::Notification(exit))) if exit.method == "exit" => {
                    return self.phase == Phase::Closed;
                }
                Next::Incoming(incoming) => self.incoming(incoming),
                Next::Nothing => {
                    if let Err(reason) = self.guarded(Self::tell_next) {
                        self.log(reason);
                    }
                }
                Next::End => return self.phase == Phase::Closed,
            }
        }
    }

    fn incoming(&mut self, incoming: Incoming) {
        match incoming {
            Incoming::Message(Message::Request(request)) => self.request(request),
            Incoming::Message(Message::Notification(notification)) if self.phase == Phase::Open => {
                let method = notification.method.clone();
                if let Err(reason) = self.guarded(|server| server.notification(notification)).and_then(|done| done) {
                    self.log(format!("{method}: {reason}"));
                }
            }
            // Answers to the server's own requests, which are wishes.
            Incoming::Message(_) => {}
            Incoming::Broken(reason) => self.log(reason),
        }
    }

    fn request(&mut self, Request { id, method, params }: Request) {
        let answer = match self.may_answer(&id, &method, &params) {
            Ok(()) => match self.guarded(|server| server.answer(&id, &method, params)) {
                Ok(answer) => answer,
                Err(reason) => Err(Failure::new(ErrorCode::InternalError, reason)),
            },
            Err(failure) => Err(failure),
        };
        match answer {
            Ok(result) => self.output.reply(&id, &result),
            Err(failure) => self.output.refuse(&id, &failure),
        }
    }

    /// Whether a request is one that is answered now.
    fn may_answer(&mut self, id: &RequestId, method: &str, params: &Value) -> Result<(), Failure> {
        let refuse = |code, message: &str| Err(Failure::new(code, message));
        match (self.phase, method) {
            (Phase::New, "initialize") => {}
            (Phase::New, _) => return refuse(ErrorCode::ServerNotInitialized, "`initialize` comes first"),
            (Phase::Closed, _) | (_, "initialize") => return refuse(ErrorCode::InvalidRequest, "not now"),
            (Phase::Open, _) => {}
        }
        if self.inbox.is_cancelled(id) {
            return refuse(ErrorCode::RequestCanceled, "cancelled");
        }
        let uri = params["textDocument"]["uri"].as_str();
        if requests::is_of_whole_document(method) && uri.is_some_and(|uri| self.inbox.will_change(uri)) {
            return refuse(ErrorCode::ContentModified, "the document has changed");
        }
        Ok(())
    }

    fn answer(&mut self, id: &RequestId, method: &str, params: Value) -> Result<Box<RawValue>, Failure> {
        match method {
            "initialize" => {
                let known: InitializeParams = parsed(params.clone())?;
                self.client = Client::new(&known, &params);
                self.phase = Phase::Open;
                requests::raw(&capabilities::of(&self.client))
            }
            "shutdown" => {
                self.phase = Phase::Closed;
                requests::raw(&())
            }
            _ => requests::answer(self, id, method, params),
        }
    }

    fn notification(&mut self, Notification { method, params }: Notification) -> Result<(), String> {
        match method.as_str() {
            "initialized" => self.watch(),
            "textDocument/didOpen" => self.did_open(told(params)?),
            "textDocument/didChange" => self.did_change(told(params)?),
            "textDocument/didClose" => self.did_close(told(params)?),
            "textDocument/didSave" => self.did_save(told(params)?),
            "workspace/didChangeWatchedFiles" => self.did_change_files(told(params)?),
            "workspace/didChangeConfiguration" => self.did_change_settings(&params["settings"]),
            "workspace/didChangeWorkspaceFolders" => self.did_change_folders(told(params)?),
            #[cfg(test)]
            requests::PANIC => requests::panic(),
            // Others need not be understood.
            _ => {}
        }
        Ok(())
    }

    /// The language of what is said about a document: what the editor asks for, else the command line, the settings of
    /// the document, the editor's own language, the system's.
    pub fn lang(&self, name: &str) -> Lang {
        let settings = || self.documents.get(name).and_then(|document| document.settings.language);
        let chosen = self.client.lang.or(self.asked).or_else(settings).or(self.client.locale);
        chosen.unwrap_or_else(language::system)
    }

    /// Does something; a mistake in the program that stops it does not stop the server, and becomes the error.
    fn guarded<T>(&mut self, action: impl FnOnce(&mut Self) -> T) -> Result<T, String> {
        catch_unwind(AssertUnwindSafe(|| action(self))).map_err(|panic| {
            let text = panic.downcast_ref::<String>().map(String::as_str).or(panic.downcast_ref::<&str>().copied());
            format!("a mistake in the program: {}", text.unwrap_or_default())
        })
    }

    /// Writes a line into the editor's log.
    fn log(&mut self, message: String) {
        self.output.notify::<LogMessageNotification>(LogMessageParams { kind: MessageType::Error, message });
    }
}

/// The parameters of a request.
pub fn parsed<T: DeserializeOwned>(params: Value) -> Result<T, Failure> {
    serde_json::from_value(params).map_err(|error| Failure::new(ErrorCode::InvalidParams, error.to_string()))
}

/// The parameters of a notification.
fn told<T: DeserializeOwned>(params: Value) -> Result<T, String> {
    serde_json::from_value(params).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use std::{
        io::{self, Cursor, Write},
        sync::{Arc, Mutex},
    };

    use serde_json::json;

    use super::*;

    /// What goes over the wire, kept.
    #[derive(Clone, Default)]
    struct Wire(Arc<Mutex<Vec<u8>>>);

    impl Write for Wire {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().unwrap().write(bytes)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    /// What a server says to these messages, and whether it ended well.
    fn said(messages: &[Value]) -> (Vec<Value>, bool) {
        let framed = |message: &Value| {
            let text = message.to_string();
            format!("Content-Length: {}\r\n\r\n{text}", text.len())
        };
        let (input, wire) = (messages.iter().map(framed).collect::<String>(), Wire::default());
        let inbox = Inbox::of(Cursor::new(input.into_bytes()));
        let is_well = Server::new(inbox, Output::new(Box::new(wire.clone())), Some(Lang::En)).serve();
        let output = String::from_utf8(wire.0.lock().unwrap().clone()).unwrap();
        let answers = output.split("\r\n\r\n").skip(1);
        let answer = |text: &str| serde_json::from_str(text.split("Content-Length").next().unwrap()).unwrap();
        (answers.map(answer).collect(), is_well)
    }

    #[test]
    fn a_mistake_in_the_program_spoils_one_request() {
        let (said, is_well) = said(&[
            json!({ "id": 1, "method": "initialize", "params": { "capabilities": {} } }),
            json!({ "id": 2, "method": requests::PANIC, "params": {} }),
            json!({ "method": requests::PANIC, "params": {} }),
            json!({ "id": 3, "method": "workspace/symbol", "params": { "query": "" } }),
            json!({ "id": 4, "method": "shutdown" }),
            json!({ "method": "exit" }),
        ]);
        assert_eq!(said[1]["error"]["code"], ErrorCode::InternalError as i32);
        assert_eq!(said[1]["error"]["message"], "a mistake in the program: on purpose");
        assert_eq!(said[2]["method"], "window/logMessage");
        assert_eq!(said[2]["params"]["message"], "test/panic: a mistake in the program: on purpose");
        assert_eq!(said[3]["result"], json!([]));
        assert_eq!((&said[4]["result"], is_well, said.len()), (&Value::Null, true, 5));
    }
}
