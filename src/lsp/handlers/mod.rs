//! A file for what belongs together: each turns answers of [`perfc::query`] into those of the protocol.

pub mod actions;
pub mod complete;
pub mod format;
pub mod hints;
pub mod names;
pub mod outline;
pub mod tokens;

use gen_lsp_types::{Hover, HoverParams, MarkupContent, MarkupKind, Position, Range, TextEdit, Uri};
use perfc::{
    diagnostic::{Edit, Lang},
    model::Workspace,
    query::View,
    source::{self, Source, Units},
};

use super::{
    convert,
    documents::{Compiled, Document},
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
        let length = match self.units {
            Units::Utf8 => text.len(),
            Units::Utf16 => text.encode_utf16().count(),
            Units::Utf32 => text.chars().count(),
        };
        length as u32
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
        let (units, lang) = (self.client.units, self.lang(&name));
        let document = self.documents.get(&name)?;
        let compiled = document.compiled.as_ref()?;
        let standard = document.settings.settings.standard.as_deref();
        let view = View::new(&compiled.workspace, standard);
        Some(answer(&Asked { document, compiled, view, lang, units }))
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
