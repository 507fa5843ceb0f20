//! A file for what belongs together: each turns answers of [`perfc::query`] into those of the protocol.

pub mod actions;
pub mod complete;
mod everywhere;
pub mod format;
pub mod hints;
pub mod names;
pub mod outline;
pub mod tokens;

use std::path::PathBuf;

use gen_lsp_types::{Hover, HoverParams, Location, MarkupContent, MarkupKind, Position, Range, TextEdit, Uri};
use perfc::{
    diagnostic::{Edit, Lang},
    model::Workspace,
    query::View,
    source::{self, Source, Span, Units},
};

use super::{
    convert::{self, Converter},
    documents::{Compiled, Document, Documents},
    overlay,
    server::Server,
};

/// A document that is asked about.
pub struct Asked<'a> {
    /// The document.
    pub document: &'a Document,
    /// Its text compiled.
    pub compiled: &'a Compiled,
    /// What it means.
    pub view: View<'a>,
    /// The language of the answer.
    pub lang: Lang,
    /// The open documents, which know their URIs.
    documents: &'a Documents,
    units: Units,
}

impl Asked<'_> {
    /// The text.
    pub fn source(&self) -> &Source {
        self.compiled.workspace.sources.get(Workspace::MAIN)
    }

    /// The offset of a position.
    pub fn offset(&self, position: Position) -> u32 {
        convert::offset(self.source(), position, self.units)
    }

    /// The offsets of a range.
    pub fn offsets(&self, range: Range) -> source::Range {
        let start = self.offset(range.start);
        source::Range::new(start, self.offset(range.end).max(start))
    }

    /// A range of the text.
    pub fn range(&self, range: source::Range) -> Range {
        convert::range(self.source(), range, self.units)
    }

    /// The position of an offset.
    pub fn position(&self, offset: u32) -> Position {
        convert::position(self.source(), offset, self.units)
    }

    /// How long a piece of the text is, as the editor counts.
    pub fn length(&self, text: &str) -> u32 {
        self.units.length(text) as u32
    }

    /// A place in the text or in one that it imports.
    pub fn location(&self, span: Span) -> Location {
        let sources = &self.compiled.workspace.sources;
        Converter { sources, documents: self.documents, units: self.units, lang: self.lang, pages: None }.location(span)
    }

    /// The file that the document imports by this path, whether or not there is one.
    pub fn imported(&self, path: &str) -> Option<PathBuf> {
        let name = self.document.name();
        overlay::disk(name, self.lang).find(name, path).ok()
    }

    /// An edit of the text.
    pub fn edit(&self, edit: Edit) -> TextEdit {
        TextEdit { range: self.range(edit.span.range), new_text: edit.replacement }
    }
}

impl Server {
    /// Answers something about a document; nothing about one that is not open.
    pub fn ask<T>(&mut self, uri: &Uri, answer: impl FnOnce(&Asked<'_>) -> T) -> Option<T> {
        let name = self.documents.name_of(uri);
        self.compile(&name)?;
        let document = self.documents.get(&name)?;
        let compiled = document.compiled.as_ref()?;
        Some(answer(&self.asked(document, compiled)))
    }

    /// A document and what was made of it, ready to be asked about.
    fn asked<'a>(&'a self, document: &'a Document, compiled: &'a Compiled) -> Asked<'a> {
        let standard = document.settings.settings.standard.as_deref();
        let view = View::new(&compiled.workspace, standard);
        let (lang, units) = (self.lang(document.name()), self.client.units);
        Asked { document, compiled, view, lang, documents: &self.documents, units }
    }

    /// What is told of the thing at a place.
    pub fn hover(&mut self, params: HoverParams) -> Option<Hover> {
        let place = params.text_document_position_params;
        self.ask(&place.text_document.uri, |asked| {
            let hover = asked.view.hover(asked.offset(place.position), asked.lang)?;
            let contents = MarkupContent { kind: MarkupKind::Markdown, value: hover.text };
            Some(Hover { contents: contents.into(), range: Some(asked.range(hover.range)) })
        })?
    }
}
