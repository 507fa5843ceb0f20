//! The library and the program as their users see them, in one binary.

#![allow(clippy::disallowed_methods, reason = "tests read their fixtures")]

mod catalogue;
mod contracts;
mod difference;
mod docs;
mod documents;
mod editors;
mod evaluation;
mod examples;
mod filling;
mod format;
mod hostile;
mod import;
mod json;
mod language;
#[cfg(feature = "lsp")]
mod lsp;
mod monitoring;
mod practice;
mod repair;
mod report;
mod results;
mod review;
mod sarif;
mod schema;
mod settings;
mod support;
mod switching;
mod table;
mod transcripts;
