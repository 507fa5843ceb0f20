//! What is wrong in the open documents is told.

use std::collections::{HashMap, HashSet};

use gen_lsp_types::{
    CodeLensRefreshRequest, Diagnostic, InlayHintRefreshRequest, PublishDiagnosticsNotification,
    PublishDiagnosticsParams, SemanticTokensRefreshRequest, Uri,
};
use perfc::{
    compile::compile_with,
    diagnostic::Findings,
    model::{Loaded, Model, Project, Workspace},
    source::Sources,
};

use super::{
    convert::Converter,
    documents::{Compiled, Document},
    overlay::Overlay,
    server::Server,
};
use crate::cli::disk;

/// Nothing is made of the projects: what is wrong with them is all that is wanted.
struct Nothing;

impl perfc::compile::Visitor for Nothing {
    fn project(&mut self, _: &Project<'_>, _: &Model<'_>, _: &Workspace) {}

    fn fork(&self) -> Option<Self> {
        Some(Self)
    }
}

impl Server {
    /// Compiles a document, unless that is done.
    pub fn compile(&mut self, name: &str) -> Option<&Compiled> {
        let document = self.documents.get(name).filter(|document| document.is_perf)?;
        if document.compiled.is_none() {
            let compiled = self.compiled(document);
            self.documents.get_mut(name)?.compiled = Some(compiled);
        }
        self.documents.get(name)?.compiled.as_ref()
    }

    /// A document as a file, and the files as seen from it.
    pub fn file(&self, document: &Document) -> (Loaded, Overlay<'_>) {
        let files = Overlay::new(document.name(), &self.documents, self.lang(document.name()));
        (Loaded { name: document.name().to_owned(), bytes: document.bytes() }, files)
    }

    fn compiled(&self, document: &Document) -> Compiled {
        let (file, files) = self.file(document);
        let compiled = compile_with(file, Vec::new(), &files, &document.settings.settings, Nothing);
        Compiled { workspace: compiled.workspace, findings: compiled.findings }
    }

    /// Tells what is wrong with one of the documents of which that has not been told.
    pub fn tell_next(&mut self) {
        let is_current = |document: &&Document| document.name() == self.current;
        let next = self.documents.iter().filter(|document| !document.is_told).max_by_key(is_current);
        let Some(name) = next.map(|document| document.name().to_owned()) else { return };
        // Told, whatever becomes of it: a document that the program cannot deal with is not tried for ever.
        if let Some(document) = self.documents.get_mut(&name) {
            document.is_told = true;
        }
        self.compile(&name);
        self.watch_around(&name);
        let found = self.found(&name);
        let Some(document) = self.documents.get_mut(&name) else { return };
        let before = std::mem::replace(&mut document.told, found);
        let names: HashSet<String> = before.into_keys().chain(document.told.keys().cloned()).collect();
        self.publish(&name, None);
        for other in names.iter().filter(|other| **other != name) {
            self.publish(other, None);
        }
        if self.is_drawn_stale && self.documents.iter().all(|document| document.is_told) {
            self.is_drawn_stale = false;
            self.refresh();
        }
    }

    /// What is wrong with a document, with what it imports and with its settings, by file.
    fn found(&self, name: &str) -> HashMap<String, Vec<Diagnostic>> {
        let mut found: HashMap<String, Vec<Diagnostic>> = HashMap::new();
        let Some(document) = self.documents.get(name) else { return found };
        let absolute = |name: &str| disk::absolute(name.as_ref()).to_string_lossy().into_owned();
        if let Some(compiled) = &document.compiled {
            self.convert(name, &compiled.findings, &compiled.workspace.sources, &mut found, str::to_owned);
        }
        self.convert(name, &document.settings.findings, &document.settings.sources, &mut found, absolute);
        found
    }

    fn convert(
        &self,
        name: &str,
        findings: &Findings,
        sources: &Sources,
        found: &mut HashMap<String, Vec<Diagnostic>>,
        name_of: impl Fn(&str) -> String,
    ) {
        let (units, lang) = (self.client.units, self.lang(name));
        let pages = self.documents.get(name).and_then(|document| document.settings.pages.as_ref());
        let converter = Converter { sources, documents: &self.documents, units, lang, pages };
        for finding in findings {
            let file = name_of(&sources.get(finding.span().file).name);
            found.entry(file).or_default().push(converter.diagnostic(finding));
        }
    }

    /// Tells what all documents have found in one file. `closed` is what the editor called it until now.
    pub fn publish(&mut self, name: &str, closed: Option<&Uri>) {
        let mut seen = HashSet::new();
        let mut key = |found: &Diagnostic| {
            let range = found.range;
            seen.insert((range.start.line, range.start.character, format!("{:?}{:?}", found.code, found.message)))
        };
        let own = self.documents.get(name);
        let others = self.documents.iter().filter(|document| document.name() != name);
        let lists = own.into_iter().chain(others).filter_map(|document| document.told.get(name));
        let lists: Vec<&Vec<Diagnostic>> = lists.collect();
        let diagnostics = match lists.as_slice() {
            [only] => (*only).clone(),
            lists => lists.iter().copied().flatten().filter(|found| key(found)).cloned().collect(),
        };
        let uri = own.map(|document| document.uri.clone());
        let uri = uri.or_else(|| closed.filter(|closed| self.documents.name_of(closed) == name).cloned());
        let uri = uri.unwrap_or_else(|| self.documents.uri_of(name));
        let version = own.map(|document| document.version);
        self.output.notify::<PublishDiagnosticsNotification>(PublishDiagnosticsParams { uri, version, diagnostics });
    }

    /// Asks the editor to draw anew what depends on more than the text.
    fn refresh(&mut self) {
        let refreshes = self.client.refreshes;
        if refreshes.hints {
            self.output.request::<InlayHintRefreshRequest>(());
        }
        if refreshes.lenses {
            self.output.request::<CodeLensRefreshRequest>(());
        }
        if refreshes.tokens {
            self.output.request::<SemanticTokensRefreshRequest>(());
        }
    }
}
