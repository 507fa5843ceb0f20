//! What the server can do.

use gen_lsp_types::{
    CodeActionKind, CodeActionOptions, CodeLensOptions, CompletionOptions, DocumentLinkOptions,
    DocumentOnTypeFormattingOptions, InitializeResult, RenameOptions, Save, SaveOptions, ServerCapabilities,
    ServerInfo, TextDocumentSyncKind, TextDocumentSyncOptions, WorkspaceFoldersServerCapabilities, WorkspaceOptions,
};

use super::{client::Client, handlers::tokens};

/// The answer to an editor that introduces itself.
pub fn of(client: &Client) -> InitializeResult {
    let info = ServerInfo::new("perfc".to_owned(), Some(env!("CARGO_PKG_VERSION").to_owned()));
    InitializeResult { capabilities: capabilities(client), server_info: Some(info) }
}

fn capabilities(client: &Client) -> ServerCapabilities {
    ServerCapabilities {
        position_encoding: Some(client.encoding()),
        text_document_sync: Some(sync().into()),
        workspace: Some(workspace()),
        hover_provider: Some(true.into()),
        completion_provider: Some(completion()),
        document_symbol_provider: Some(true.into()),
        workspace_symbol_provider: Some(true.into()),
        folding_range_provider: Some(true.into()),
        selection_range_provider: Some(true.into()),
        document_link_provider: Some(DocumentLinkOptions::default()),
        semantic_tokens_provider: Some(tokens::options().into()),
        definition_provider: Some(true.into()),
        references_provider: Some(true.into()),
        document_highlight_provider: Some(true.into()),
        rename_provider: Some(RenameOptions { prepare_provider: Some(true), ..RenameOptions::default() }.into()),
        code_action_provider: Some(actions().into()),
        document_formatting_provider: Some(true.into()),
        document_range_formatting_provider: Some(true.into()),
        document_on_type_formatting_provider: Some(on_type()),
        inlay_hint_provider: Some(true.into()),
        code_lens_provider: Some(CodeLensOptions::default()),
        ..ServerCapabilities::default()
    }
}

fn sync() -> TextDocumentSyncOptions {
    TextDocumentSyncOptions {
        open_close: Some(true),
        change: Some(TextDocumentSyncKind::Incremental),
        save: Some(Save::SaveOptions(SaveOptions { include_text: Some(false) })),
        ..TextDocumentSyncOptions::default()
    }
}

fn completion() -> CompletionOptions {
    let triggers = ["\"", "“", " ", "(", "/"].map(str::to_owned);
    CompletionOptions { trigger_characters: Some(triggers.into()), ..CompletionOptions::default() }
}

fn actions() -> CodeActionOptions {
    let kinds = vec![CodeActionKind::QuickFix, CodeActionKind::RefactorRewrite, CodeActionKind::SourceFixAll];
    CodeActionOptions { code_action_kinds: Some(kinds), resolve_provider: Some(true), ..CodeActionOptions::default() }
}

fn on_type() -> DocumentOnTypeFormattingOptions {
    let more = ["}", "｝", ";", "；"].map(str::to_owned).into();
    DocumentOnTypeFormattingOptions { first_trigger_character: "\n".to_owned(), more_trigger_character: Some(more) }
}

fn workspace() -> WorkspaceOptions {
    let folders = WorkspaceFoldersServerCapabilities { supported: Some(true), change_notifications: Some(true.into()) };
    WorkspaceOptions { workspace_folders: Some(folders), ..WorkspaceOptions::default() }
}
