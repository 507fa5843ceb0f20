//! The documents that are open in the editor.

use std::collections::HashMap;

use gen_lsp_types::{Diagnostic, TextDocumentContentChangeEvent, TextDocumentItem, Uri};
use perfc::{
    diagnostic::Findings,
    model::Workspace,
    source::{Range, Source, Units},
};

use super::{convert, paths};
use crate::cli::settings::OfFile;

/// A text compiled.
#[derive(Debug)]
pub struct Compiled {
    /// The text and those that it imports.
    pub workspace: Workspace,
    /// What was found in them.
    pub findings: Findings,
}

/// An open document.
#[derive(Debug)]
pub struct Document {
    /// What the editor calls it.
    pub uri: Uri,
    /// Its version, for the editor counts them.
    pub version: i32,
    /// Its text under the name by which the compiler knows it.
    pub source: Source,
    /// Whether it is a `.perf` file; settings are open now and then too.
    pub is_perf: bool,
    /// What holds of it.
    pub settings: OfFile,
    /// The text compiled, unless it has changed since.
    pub compiled: Option<Compiled>,
    /// Whether what was found in it has been told.
    pub is_told: bool,
    /// What was told, by the files that it points into.
    pub told: HashMap<String, Vec<Diagnostic>>,
}

impl Document {
    /// A document as it is opened.
    pub fn new(item: TextDocumentItem) -> Self {
        let name = paths::name_of(&item.uri);
        let settings = paths::path_of(&item.uri).map_or_else(OfFile::default, |path| OfFile::read(&path));
        let ends_so = name.rsplit_once('.').is_some_and(|(_, ending)| ending.eq_ignore_ascii_case("perf"));
        let is_perf = ends_so || String::from(item.language_id.clone()) == "perf";
        Self {
            uri: item.uri,
            version: item.version,
            source: Source::new(name, item.text),
            is_perf,
            settings,
            compiled: None,
            is_told: false,
            told: HashMap::new(),
        }
    }

    /// The name by which the compiler knows it.
    pub fn name(&self) -> &str {
        &self.source.name
    }

    /// The text as bytes that nobody can take for another encoding: with a byte order mark, which is no part of it.
    pub fn bytes(&self) -> Vec<u8> {
        [b"\xEF\xBB\xBF", self.source.text.as_bytes()].concat()
    }

    /// Makes one change.
    pub fn change(&mut self, change: TextDocumentContentChangeEvent, units: Units) {
        match change {
            TextDocumentContentChangeEvent::TextDocumentContentChangePartial(part) => {
                let start = convert::offset(&self.source, part.range.start, units);
                let end = convert::offset(&self.source, part.range.end, units).max(start);
                self.source.edit(Range::new(start, end), &part.text);
            }
            TextDocumentContentChangeEvent::TextDocumentContentChangeWholeDocument(whole) => {
                self.source = Source::new(std::mem::take(&mut self.source.name), whole.text);
            }
        }
        self.forget();
    }

    /// Forgets what was made of the text, or of one that it imports.
    pub fn forget(&mut self) {
        self.compiled = None;
        self.is_told = false;
    }

    /// Whether it was made of a file of this name.
    pub fn depends_on(&self, name: &str) -> bool {
        let Some(compiled) = &self.compiled else { return false };
        compiled.workspace.sources.iter().any(|(_, source)| source.name == name)
    }
}

/// The documents by the names that the compiler knows them by.
#[derive(Debug, Default)]
pub struct Documents {
    by_name: HashMap<String, Document>,
    /// The names by URIs: a path may be told in several ways, and change its meaning when a file is first saved.
    names: HashMap<Uri, String>,
}

impl Documents {
    /// Takes in a document.
    pub fn open(&mut self, document: Document) {
        self.names.insert(document.uri.clone(), document.name().to_owned());
        self.by_name.insert(document.name().to_owned(), document);
    }

    /// Lets go of a document.
    pub fn close(&mut self, uri: &Uri) -> Option<Document> {
        let name = self.names.remove(uri)?;
        self.by_name.remove(&name)
    }

    /// The name of the document of this URI, whether it is open or not.
    pub fn name_of(&self, uri: &Uri) -> String {
        self.names.get(uri).cloned().unwrap_or_else(|| paths::name_of(uri))
    }

    /// The URI of the text of this name, as the editor spells it where it is open.
    pub fn uri_of(&self, name: &str) -> Uri {
        self.by_name.get(name).map_or_else(|| paths::uri_of(name), |document| document.uri.clone())
    }

    /// The open document of this name.
    pub fn get(&self, name: &str) -> Option<&Document> {
        self.by_name.get(name)
    }

    /// The same, to be changed.
    pub fn get_mut(&mut self, name: &str) -> Option<&mut Document> {
        self.by_name.get_mut(name)
    }

    /// The document of this URI, to be changed.
    pub fn at(&mut self, uri: &Uri) -> Option<&mut Document> {
        self.by_name.get_mut(self.names.get(uri)?)
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &Document> {
        self.by_name.values()
    }

    /// All of them, to be changed.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = &mut Document> {
        self.by_name.values_mut()
    }
}
