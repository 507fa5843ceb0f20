//! What is asked about all files: those of the folders that the editor shows, and the open documents.

use std::{
    fs,
    ops::ControlFlow,
    path::{Path, PathBuf},
};

use gen_lsp_types::TextDocumentItem;
use lsp_server::{ErrorCode, RequestId};
use perfc::{diagnostic::Findings, model, source::decode};

use super::Asked;
use crate::lsp::{
    documents::{Compiled, Document},
    folders,
    output::Failure,
    paths,
    server::Server,
};

impl Server {
    /// Asks each file that is wanted by its text, until nothing more is wanted. Files are read anew each time: what is
    /// kept of them could be stale, and few hold the text that is looked for.
    ///
    /// # Errors
    /// The request is taken back.
    pub fn each_file(
        &mut self,
        id: &RequestId,
        wants: impl Fn(&str) -> bool,
        mut ask: impl FnMut(&Asked<'_>) -> ControlFlow<()>,
    ) -> Result<(), Failure> {
        for name in self.all_files() {
            if self.inbox.is_cancelled(id) {
                return Err(Failure::new(ErrorCode::RequestCanceled, "cancelled"));
            }
            let flow = match self.documents.get(&name) {
                Some(document) if wants(&document.source.text) => {
                    let uri = document.uri.clone();
                    self.ask(&uri, &mut ask)
                }
                Some(_) => None,
                None => self.ask_closed(&name, &wants, &mut ask),
            };
            if flow.is_some_and(|flow| flow.is_break()) {
                break;
            }
        }
        Ok(())
    }

    /// Names of all files in the folders of the editor, or in those of its documents, and of all documents.
    fn all_files(&self) -> Vec<String> {
        let folders: Vec<PathBuf> = self.client.shown().collect();
        let beside = || {
            let paths = self.documents.iter().map(|document| Path::new(document.name()));
            let absolute = paths.filter(|path| path.is_absolute());
            absolute.filter_map(|path| Some(path.parent()?.to_owned())).collect()
        };
        let folders = if folders.is_empty() { beside() } else { folders };
        let on_disk = folders::files(&folders).into_iter().map(|path| path.to_string_lossy().into_owned());
        let open = self.documents.iter().filter(|document| document.is_perf).map(|document| document.name().to_owned());
        let mut names: Vec<String> = on_disk.chain(open).collect();
        names.sort();
        names.dedup();
        names
    }

    /// Asks a file that is not open. Nobody wants to know what is wrong with it, so it is not checked.
    fn ask_closed<T>(&self, name: &str, wants: impl Fn(&str) -> bool, ask: impl FnOnce(&Asked<'_>) -> T) -> Option<T> {
        let text = decode(fs::read(name).ok()?).text;
        if !wants(&text) {
            return None;
        }
        let item = TextDocumentItem { uri: paths::uri_of(name), language_id: "perf".into(), version: 0, text };
        let mut document = Document::new(item);
        document.source.name = name.to_owned();
        let (file, files) = self.file(&document);
        let workspace = model::load_with(file, Vec::new(), &files, &mut Findings::default());
        let compiled = Compiled { workspace, findings: Findings::default() };
        Some(ask(&self.asked(&document, &compiled)))
    }
}
