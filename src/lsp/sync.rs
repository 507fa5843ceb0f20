//! The editor's documents and files change.

use gen_lsp_types::{
    DidChangeTextDocumentParams, DidChangeWatchedFilesParams, DidChangeWorkspaceFoldersParams,
    DidCloseTextDocumentParams, DidOpenTextDocumentParams, DidSaveTextDocumentParams, Uri,
};
use serde_json::Value;

use super::{
    client,
    documents::{Document, Documents},
    paths,
    server::Server,
};
use crate::cli::settings::OfFile;

impl Server {
    /// A document is opened: from now on its text is what the editor says.
    pub fn did_open(&mut self, params: DidOpenTextDocumentParams) {
        let document = Document::new(params.text_document);
        self.forget_drawn(document.name());
        self.documents.open(document);
        // It may hold something else than the file on disk, or be one that was not there.
        self.documents.forget_all();
    }

    /// A document changes.
    pub fn did_change(&mut self, params: DidChangeTextDocumentParams) {
        let units = self.client.units;
        let uri = params.text_document.text_document_identifier.uri;
        let Some(document) = self.documents.at(&uri) else { return };
        for change in params.content_changes {
            document.change(change, units);
        }
        document.version = params.text_document.version;
        let name = document.name().to_owned();
        self.current.clone_from(&name);
        self.forget_drawn(&name);
        for other in self.documents.iter_mut().filter(|other| other.depends_on(&name)) {
            other.forget();
        }
    }

    /// A document is closed: from now on its text is what the disk says.
    pub fn did_close(&mut self, params: DidCloseTextDocumentParams) {
        let Some(document) = self.documents.close(&params.text_document.uri) else { return };
        self.forget_drawn(document.name());
        self.documents.forget_all();
        let names = document.told.into_keys().chain([document.source.name]);
        for name in names.collect::<Vec<_>>() {
            self.publish(&name, Some(&params.text_document.uri));
        }
    }

    /// A document is saved: it may be a file of settings.
    pub fn did_save(&mut self, params: DidSaveTextDocumentParams) {
        self.file_changed(&params.text_document.uri);
    }

    /// Files change on disk.
    pub fn did_change_files(&mut self, params: DidChangeWatchedFilesParams) {
        for event in params.changes {
            self.file_changed(&event.uri);
        }
    }

    fn file_changed(&mut self, uri: &Uri) {
        let is_settings = paths::path_of(uri).is_some_and(|path| path.ends_with(perfc::config::FILE));
        if is_settings {
            for document in self.documents.iter_mut() {
                document.settings =
                    paths::path_of(&document.uri).map_or_else(OfFile::default, |path| OfFile::read(&path));
            }
        }
        // The text of an open document is what the editor says.
        if is_settings || self.documents.at(uri).is_none() {
            self.is_drawn_stale = true;
            self.documents.forget_all();
        }
    }

    /// The editor's settings change.
    pub fn did_change_settings(&mut self, settings: &Value) {
        let asked = client::asked(settings);
        if asked.is_some() && asked != self.client.lang {
            self.client.lang = asked;
            self.is_drawn_stale = true;
            self.documents.forget_all();
        }
    }

    /// What the editor has drawn of those documents that a file is part of holds no longer.
    fn forget_drawn(&mut self, name: &str) {
        self.is_drawn_stale |= self.documents.iter().any(|other| other.name() != name && other.depends_on(name));
    }

    /// The editor shows other folders.
    pub fn did_change_folders(&mut self, params: DidChangeWorkspaceFoldersParams) {
        let event = params.event;
        self.client.folders.retain(|folder| !event.removed.iter().any(|removed| removed.uri == *folder));
        self.client.folders.extend(event.added.into_iter().map(|added| added.uri));
    }
}

impl Documents {
    /// Forgets what was made of the documents: any of them may be another one now.
    fn forget_all(&mut self) {
        self.iter_mut().for_each(Document::forget);
    }
}
