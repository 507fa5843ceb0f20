//! What the server can do.

use gen_lsp_types::{
    InitializeResult, Save, SaveOptions, ServerCapabilities, ServerInfo, TextDocumentSyncKind, TextDocumentSyncOptions,
    WorkspaceFoldersServerCapabilities, WorkspaceOptions,
};

use super::client::Client;

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

fn workspace() -> WorkspaceOptions {
    let folders = WorkspaceFoldersServerCapabilities { supported: Some(true), change_notifications: Some(true.into()) };
    WorkspaceOptions { workspace_folders: Some(folders), ..WorkspaceOptions::default() }
}
