//! Files that change on disk are told by the editor, as it is asked to.

use std::path::{Path, PathBuf};

use gen_lsp_types::{
    BaseUri, DidChangeWatchedFilesRegistrationOptions, FileSystemWatcher, GlobPattern, Registration,
    RegistrationParams, RegistrationRequest, RelativePattern,
};

use super::{paths, server::Server};

impl Server {
    /// Asks the editor to tell of files that change in its folders.
    pub fn watch(&mut self) {
        if self.client.watches {
            let patterns = ["**/*.perf", "**/perfc.toml"].map(|pattern| GlobPattern::Pattern(pattern.to_owned()));
            self.register("files".to_owned(), patterns.into());
        }
    }

    /// Asks the editor to tell of the files beside a document and beside those that it imports, where they lie in none of
    /// the editor's folders: a file may be opened on its own. What lies below them is left out, for it may be much.
    pub fn watch_around(&mut self, name: &str) {
        if !self.client.watches_elsewhere {
            return;
        }
        let compiled = self.documents.get(name).and_then(|document| document.compiled.as_ref());
        let sources = compiled.into_iter().flat_map(|compiled| compiled.workspace.sources.iter());
        let paths = sources.map(|(_, source)| Path::new(&*source.name)).filter(|path| path.is_absolute());
        let shown: Vec<PathBuf> = self.client.shown().collect();
        let is_new =
            |folder: &PathBuf| !self.watched.contains(folder) && !shown.iter().any(|shown| folder.starts_with(shown));
        let mut folders: Vec<PathBuf> =
            paths.filter_map(|path| Some(path.parent()?.to_owned())).filter(is_new).collect();
        folders.sort();
        folders.dedup();
        for folder in folders {
            let base = BaseUri::Uri(paths::uri_of(&folder.to_string_lossy()));
            let beside =
                |pattern: &str| GlobPattern::RelativePattern(RelativePattern::new(base.clone(), pattern.to_owned()));
            self.register(format!("files in {}", folder.display()), ["*.perf", "perfc.toml"].map(beside).into());
            self.watched.insert(folder);
        }
    }

    fn register(&mut self, id: String, patterns: Vec<GlobPattern>) {
        let watcher = |glob_pattern| FileSystemWatcher { glob_pattern, kind: None };
        let watchers = patterns.into_iter().map(watcher).collect();
        let options = DidChangeWatchedFilesRegistrationOptions { watchers };
        let registration = Registration {
            id,
            method: "workspace/didChangeWatchedFiles".to_owned(),
            register_options: serde_json::to_value(options).ok(),
        };
        self.output.request::<RegistrationRequest>(RegistrationParams { registrations: vec![registration] });
    }
}
