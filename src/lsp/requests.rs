//! Which request is answered by what.

use gen_lsp_types as lsp;
use gen_lsp_types::Request;
use lsp_server::{ErrorCode, RequestId};
use serde::Serialize;
use serde_json::{
    Value,
    value::{RawValue, to_raw_value},
};

use super::{
    output::Failure,
    server::{Server, parsed},
};

/// The answer as it goes over the wire.
type Answer = Result<Box<RawValue>, Failure>;

/// Answers a request about documents.
pub fn answer(server: &mut Server, id: &RequestId, method: &str, params: Value) -> Answer {
    let mut call = Call { server, params };
    match method {
        "textDocument/hover" => call.of::<lsp::HoverRequest>(Server::hover),
        "textDocument/completion" => call.of::<lsp::CompletionRequest>(Server::completion),
        "textDocument/documentSymbol" => call.of::<lsp::DocumentSymbolRequest>(Server::document_symbols),
        "workspace/symbol" => {
            call.by::<lsp::WorkspaceSymbolRequest>(|server, params| server.workspace_symbols(id, &params))
        }
        "textDocument/foldingRange" => call.of::<lsp::FoldingRangeRequest>(Server::folds),
        "textDocument/selectionRange" => call.of::<lsp::SelectionRangeRequest>(Server::selections),
        "textDocument/documentLink" => call.of::<lsp::DocumentLinkRequest>(Server::links),
        "textDocument/semanticTokens/full" => call.of::<lsp::SemanticTokensRequest>(Server::tokens),
        "textDocument/semanticTokens/range" => call.of::<lsp::SemanticTokensRangeRequest>(Server::tokens_in_range),
        "textDocument/definition" => call.of::<lsp::DefinitionRequest>(Server::definition),
        "textDocument/references" => call.by::<lsp::ReferencesRequest>(|server, params| server.references(id, params)),
        "textDocument/documentHighlight" => call.of::<lsp::DocumentHighlightRequest>(Server::highlights),
        "textDocument/prepareRename" => call.of::<lsp::PrepareRenameRequest>(Server::prepare_rename),
        "textDocument/rename" => call.by::<lsp::RenameRequest>(|server, params| server.rename(id, params)),
        "textDocument/codeAction" => call.of::<lsp::CodeActionRequest>(Server::actions),
        "codeAction/resolve" => call.of::<lsp::CodeActionResolveRequest>(Server::chosen),
        "textDocument/formatting" => call.of::<lsp::DocumentFormattingRequest>(Server::formatted),
        "textDocument/rangeFormatting" => call.of::<lsp::DocumentRangeFormattingRequest>(Server::formatted_range),
        "textDocument/onTypeFormatting" => call.of::<lsp::DocumentOnTypeFormattingRequest>(Server::formatted_on_type),
        "textDocument/inlayHint" => call.of::<lsp::InlayHintRequest>(Server::hints),
        "textDocument/codeLens" => call.of::<lsp::CodeLensRequest>(Server::lenses),
        #[cfg(test)]
        PANIC => panic(),
        _ => Err(Failure::new(ErrorCode::MethodNotFound, method)),
    }
}

/// What tests ask for to see what becomes of a mistake in the program, which has none of its own to show.
#[cfg(test)]
pub const PANIC: &str = "test/panic";

#[cfg(test)]
pub fn panic() -> ! {
    panic!("on purpose")
}

struct Call<'s> {
    server: &'s mut Server,
    params: Value,
}

impl Call<'_> {
    /// Calls what always has an answer.
    fn of<R: Request>(&mut self, handler: fn(&mut Server, R::Params) -> R::Result) -> Answer {
        self.by::<R>(|server, params| Ok(handler(server, params)))
    }

    fn by<R: Request>(&mut self, handler: impl FnOnce(&mut Server, R::Params) -> Result<R::Result, Failure>) -> Answer {
        let params: R::Params = parsed(self.params.take())?;
        raw(&handler(self.server, params)?)
    }
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
pub fn raw(result: &impl Serialize) -> Answer {
    to_raw_value(result).map_err(|error| Failure::new(ErrorCode::InternalError, error.to_string()))
}
