//! Which request is answered by what.

use lsp_server::{ErrorCode, RequestId};
use serde::Serialize;
use serde_json::{
    Value,
    value::{RawValue, to_raw_value},
};

use super::{output::Failure, server::Server};

/// Answers a request about documents.
pub fn answer(_: &mut Server, _: &RequestId, method: &str, _: Value) -> Result<Box<RawValue>, Failure> {
    Err(Failure::new(ErrorCode::MethodNotFound, method))
}

/// Whether a request is about all of a document, and what it asks for is asked for again when that changes.
pub fn is_of_whole_document(method: &str) -> bool {
    matches!(
        method,
        "textDocument/documentSymbol"
            | "textDocument/foldingRange"
            | "textDocument/documentLink"
            | "textDocument/codeLens"
            | "textDocument/inlayHint"
            | "textDocument/semanticTokens/full"
            | "textDocument/semanticTokens/range"
    )
}

/// An answer as it goes over the wire.
pub fn raw(result: &impl Serialize) -> Result<Box<RawValue>, Failure> {
    to_raw_value(result).map_err(|error| Failure::new(ErrorCode::InternalError, error.to_string()))
}
