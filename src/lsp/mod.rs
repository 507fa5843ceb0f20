//! The language server: the wire between an editor and the compiler, and nothing else.
//!
//! One loop takes messages in their order, so that each request is answered on the text that the editor had when it
//! asked. What there is to know of a text is asked of [`perfc::query`]; here it is turned into what the protocol calls
//! it. Open documents go before what the disk holds.

#![allow(clippy::disallowed_methods, reason = "the core has no IO because it is done here")]

mod capabilities;
mod client;
mod convert;
mod diagnose;
mod documents;
mod edits;
mod folders;
mod handlers;
mod inbox;
mod output;
mod overlay;
mod pages;
mod paths;
mod requests;
mod server;
mod sync;
mod watch;

use std::{io, process::ExitCode};

use perfc::diagnostic::Lang;

/// Serves an editor on standard input and output until it says goodbye; the language is the one asked for.
///
/// The exit code is 0 where the editor said so before it went, as the protocol wants it.
pub fn run(lang: Option<Lang>) -> ExitCode {
    let inbox = inbox::Inbox::of(io::BufReader::new(io::stdin()));
    let output = output::Output::new(Box::new(io::BufWriter::new(io::stdout())));
    let mut server = server::Server::new(inbox, output, lang);
    if server.serve() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
