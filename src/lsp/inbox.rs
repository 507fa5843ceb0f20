//! Messages that have come and are not dealt with.

use std::{
    collections::{HashMap, HashSet, VecDeque},
    io::{BufRead, ErrorKind},
    sync::mpsc::{Receiver, Sender, TryRecvError, channel},
    thread,
};

use lsp_server::{Message, RequestId};
use serde_json::Value;

/// The notification by which an editor takes a request back.
const CANCEL: &str = "$/cancelRequest";

/// The notification of a change.
pub const CHANGE: &str = "textDocument/didChange";

/// What came in.
#[derive(Debug)]
pub enum Incoming {
    /// A message.
    Message(Message),
    /// What is none, with the reason.
    Broken(String),
}

/// What there is to do next.
#[derive(Debug)]
pub enum Next {
    /// Something came.
    Incoming(Incoming),
    /// Nothing has come yet.
    Nothing,
    /// Nothing will come any more.
    End,
}

/// The messages in their order. What is said further down is known before it is its turn: which requests are taken back,
/// and which documents change.
#[derive(Debug)]
pub struct Inbox {
    receiver: Receiver<Incoming>,
    waiting: VecDeque<Incoming>,
    is_closed: bool,
    /// The requests taken back by notifications that wait.
    cancelled: HashSet<RequestId>,
    /// How many changes wait, by document.
    changes: HashMap<String, usize>,
}

impl Inbox {
    /// Takes messages from a stream, on a thread of its own: an editor that writes much before it reads is never blocked.
    pub fn of(mut stream: impl BufRead + Send + 'static) -> Self {
        let (sender, receiver) = channel();
        thread::spawn(move || read(&mut stream, &sender));
        Self {
            receiver,
            waiting: VecDeque::new(),
            is_closed: false,
            cancelled: HashSet::new(),
            changes: HashMap::new(),
        }
    }

    /// The next message; with `wait`, not before there is one.
    pub fn next(&mut self, wait: bool) -> Next {
        self.collect();
        if self.waiting.is_empty() && wait && !self.is_closed {
            match self.receiver.recv() {
                Ok(incoming) => self.take_in(incoming),
                Err(_) => self.is_closed = true,
            }
            self.collect();
        }
        match self.waiting.pop_front() {
            Some(incoming) => {
                self.take_note(&incoming, false);
                Next::Incoming(incoming)
            }
            None if self.is_closed => Next::End,
            None => Next::Nothing,
        }
    }

    /// Whether a request has been taken back.
    pub fn is_cancelled(&mut self, request: &RequestId) -> bool {
        self.collect();
        self.cancelled.contains(request)
    }

    /// Whether a document changes further down.
    pub fn will_change(&mut self, uri: &str) -> bool {
        self.collect();
        self.changes.contains_key(uri)
    }

    /// Takes in what has come, without waiting.
    fn collect(&mut self) {
        loop {
            match self.receiver.try_recv() {
                Ok(incoming) => self.take_in(incoming),
                Err(TryRecvError::Empty) => return,
                Err(TryRecvError::Disconnected) => {
                    self.is_closed = true;
                    return;
                }
            }
        }
    }

    fn take_in(&mut self, incoming: Incoming) {
        self.take_note(&incoming, true);
        self.waiting.push_back(incoming);
    }

    /// Takes note of what a notification says of others, or that it waits no more.
    fn take_note(&mut self, incoming: &Incoming, waits: bool) {
        let Incoming::Message(Message::Notification(notification)) = incoming else { return };
        match notification.method.as_str() {
            CANCEL => {
                let Some(id) = request_id(&notification.params["id"]) else { return };
                if waits {
                    self.cancelled.insert(id)
                } else {
                    self.cancelled.remove(&id)
                };
            }
            CHANGE => {
                let Some(uri) = notification.params["textDocument"]["uri"].as_str() else { return };
                let count = self.changes.entry(uri.to_owned()).or_default();
                *count = if waits { *count + 1 } else { count.saturating_sub(1) };
                if *count == 0 {
                    self.changes.remove(uri);
                }
            }
            _ => {}
        }
    }
}

fn request_id(value: &Value) -> Option<RequestId> {
    serde_json::from_value(value.clone()).ok()
}

/// Reads until the stream ends. What is no message is told and passed over.
fn read(stream: &mut dyn BufRead, sender: &Sender<Incoming>) {
    let mut stream = stream;
    loop {
        let incoming = match Message::read(&mut stream) {
            Ok(Some(message)) => Incoming::Message(message),
            Err(error) if error.kind() == ErrorKind::InvalidData => Incoming::Broken(error.to_string()),
            Ok(None) | Err(_) => return,
        };
        if sender.send(incoming).is_err() {
            return;
        }
    }
}
